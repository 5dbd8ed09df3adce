//! Projects and their milestones.

use std::collections::{BTreeSet, HashMap};

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::Names;
use super::report::{Report, with_nearest};
use super::seen::Seen;
use crate::config::Table;
use crate::diag::rules;
use crate::model::{Milestone, Project, ProjectState};
use crate::text::near::nearest;
use crate::text::number::fixed;
use crate::text::slug::{slug, unique};

struct Columns {
    id: Field,
    place: Field,
    name: Field,
    kind: Field,
    owner: Field,
    team: Field,
    status: Field,
    stage: Field,
    start: Field,
    due: Field,
    done: Field,
    budget: Field,
    paid: Field,
    progress: Field,
    origin: Field,
    result: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Projects, name);
        Self {
            id: take("id"),
            place: take("place"),
            name: take("name"),
            kind: take("kind"),
            owner: take("owner"),
            team: take("team"),
            status: take("status"),
            stage: take("stage"),
            start: take("start"),
            due: take("due"),
            done: take("done"),
            budget: take("budget"),
            paid: take("paid"),
            progress: take("progress"),
            origin: take("origin"),
            result: take("result"),
        }
    }
}

/// Reads all projects with their milestones, by id; places and teams have provisional numbers.
pub(super) fn read(input: Input<'_>, places: &mut Names, teams: &mut Names, report: &mut Report<'_>) -> Vec<Project> {
    let mut projects = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::Projects, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = cells.given(&columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                projects.extend(project(cells, &columns, &id, places, teams));
            }
        });
    });
    // Ids in order: which of two equal slugs gets the number must not depend on the order of rows.
    projects.sort_by(|a, b| a.id.cmp(&b.id));
    let mut taken = BTreeSet::new();
    for project in &mut projects {
        project.slug = unique(slug(&project.id), &mut taken);
    }
    milestones(input, &mut projects, report);
    projects
}

fn project(
    cells: &mut Cells<'_, '_>,
    columns: &Columns,
    id: &str,
    places: &mut Names,
    teams: &mut Names,
) -> Option<Project> {
    let place = cells.given_place(&columns.place, places);
    let name = cells.given(&columns.name).map(std::borrow::Cow::into_owned);
    let team = cells.team(&columns.team, teams);
    let (place, name) = (place?, name?);
    if cells.rejected().is_some() {
        return None;
    }
    let (start, due, done) = (cells.day(&columns.start), cells.day(&columns.due), cells.day(&columns.done));
    cells.in_order((&columns.start, start), (&columns.due, due));
    cells.in_order((&columns.start, start), (&columns.done, done));
    // A table without a column for the state says it by its dates.
    let state = cells.word(&columns.status).unwrap_or(match (start, done) {
        (_, Some(_)) => ProjectState::Done,
        (Some(_), None) => ProjectState::Active,
        (None, None) => ProjectState::Planned,
    });
    let (budget, paid) = (cells.money(&columns.budget), cells.money(&columns.paid));
    let result = cells.string(&columns.result);
    if let (Some(budget), Some(paid)) = (budget, paid)
        && paid > budget
        && result.is_empty()
    {
        let problem = cells.fault(&rules::rows::PAID_ABOVE_BUDGET, &columns.paid);
        let problem = problem.with("value", fixed(paid, 2)).with("budget", fixed(budget, 2));
        cells.remark(problem);
    }
    Some(Project {
        trace: cells.trace(),
        id: id.to_owned(),
        slug: String::new(),
        place,
        name,
        kind: cells.string(&columns.kind),
        owner: cells.string(&columns.owner),
        team,
        state,
        stage: cells.string(&columns.stage),
        start,
        due,
        done,
        budget,
        paid,
        progress: cells.hundredths(&columns.progress, 10_000, "0–100"),
        origin: cells.string(&columns.origin),
        result,
        milestones: Vec::new(),
    })
}

/// Reads the milestones and hangs them on their projects, in the order of their planned days.
fn milestones(input: Input<'_>, projects: &mut [Project], report: &mut Report<'_>) {
    let by_id: HashMap<String, usize> =
        projects.iter().enumerate().map(|(at, project)| (project.id.clone(), at)).collect();
    input.each_file(Table::Milestones, report, |file, mut fields, report| {
        let mut take = |name| fields.take(Table::Milestones, name);
        let (id, name, weight) = (take("project"), take("name"), take("weight"));
        let (baseline, forecast, actual) = (take("baseline"), take("forecast"), take("actual"));
        let note = take("note");
        file.rows(report, |cells| {
            let (Some(of), Some(name)) = (cells.given(&id), cells.given(&name)) else { return };
            let milestone = Milestone {
                name: name.into_owned(),
                weight: cells.hundredths(&weight, 100_000_000, "0–1000000").unwrap_or(100),
                baseline: cells.day(&baseline),
                forecast: cells.day(&forecast),
                actual: cells.day(&actual),
                note: cells.string(&note),
            };
            if let Some(project) = by_id.get(of.as_ref()).and_then(|&at| projects.get_mut(at)) {
                project.milestones.push(milestone);
            } else {
                let near = nearest(&of, by_id.keys().map(String::as_str));
                let problem = cells.fault(&rules::rows::UNKNOWN_PROJECT, &id).with("value", &of);
                cells.reject(with_nearest(problem, near));
            }
        });
    });
    for project in projects {
        project.milestones.sort_by(|a, b| {
            let planned = |milestone: &Milestone| milestone.baseline.or(milestone.forecast).or(milestone.actual);
            (planned(a).is_none(), planned(a), &a.name).cmp(&(planned(b).is_none(), planned(b), &b.name))
        });
    }
}
