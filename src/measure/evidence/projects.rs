//! The projects behind a figure.

use super::{Evidence, Outside, Record};
use crate::measure::registry::Stock;
use crate::measure::{Measures, has_steps, is_on_schedule, is_reached, progress, state};
use crate::model::{Ledger, Milestone, Project, ProjectState};
use crate::text::date::Day;

pub(super) fn evidence(ledger: &Ledger, measures: &Measures, stock: Stock, projects: Vec<usize>) -> Evidence {
    let as_of = measures.as_of();
    let mut found = Evidence::default();
    for at in projects {
        let Some(project) = ledger.projects.get(at) else { continue };
        match stock {
            Stock::Steps | Stock::Slippage => {
                for (step, milestone) in project.milestones.iter().enumerate() {
                    step_of(&mut found, Record::Step(at, step), (project, milestone), stock, measures);
                }
            }
            _ => place(&mut found, Record::Project(at), project, stock, as_of),
        }
    }
    found
}

/// Puts a step of a project where it belongs.
fn step_of(
    found: &mut Evidence,
    record: Record,
    (project, step): (&Project, &Milestone),
    stock: Stock,
    measures: &Measures,
) {
    let as_of = measures.as_of();
    match stock {
        Stock::Slippage if measures.slippage(project, step).is_some() => found.count(record, 1),
        Stock::Slippage if state(project, as_of) != ProjectState::Cancelled => {
            found.outside.push((Outside::NoSlippage, record));
        }
        Stock::Steps if has_steps(project, as_of) && is_reached(step, as_of) => found.count(record, 1),
        Stock::Steps if has_steps(project, as_of) => found.count_in_whole(record, 1),
        _ => found.outside.push((Outside::OtherState, record)),
    }
}

/// Puts a project where it belongs.
fn place(found: &mut Evidence, record: Record, project: &Project, stock: Stock, as_of: Day) {
    let state = state(project, as_of);
    match stock {
        Stock::All => found.count(record, 1),
        Stock::In(wanted) if state == wanted => found.count(record, 1),
        Stock::OnSchedule if state == ProjectState::Active => {
            if is_on_schedule(project, as_of) {
                found.count(record, 1);
            } else {
                found.count_in_whole(record, 1);
            }
        }
        Stock::Progress if state == ProjectState::Active => match progress(project, as_of).ten_thousandths() {
            Some(share) => found.count(record, share),
            None => found.outside.push((Outside::NoProgress, record)),
        },
        Stock::Budget | Stock::Execution if state != ProjectState::Cancelled => match (project.budget, project.paid) {
            (Some(budget), Some(paid)) => {
                let cents = if stock == Stock::Budget { budget } else { paid };
                found.count(record, u64::try_from(cents).unwrap_or(0));
            }
            _ => found.outside.push((Outside::NoBudget, record)),
        },
        _ => found.outside.push((Outside::OtherState, record)),
    }
}
