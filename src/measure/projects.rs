//! Counting the projects of one subject, as they stand on the as-of date.

use std::collections::BTreeMap;

use super::clock::Calendar;
use super::figure::Value;
use super::registry::Stock;
use crate::model::{Milestone, Project, ProjectState};
use crate::text::date::Day;

/// The projects of one subject, counted.
#[derive(Debug, Clone, Default)]
pub struct ProjectTally {
    by_state: BTreeMap<ProjectState, u64>,
    active_on_schedule: u64,
    progress: Progress,
    budget: u64,
    paid_of_budget: u64,
    /// Steps of projects in progress or completed: all, and those reached.
    steps: u64,
    steps_reached: u64,
    /// Working days by which steps slipped, and of how many steps that is known.
    slipped: i64,
    slippages: u64,
}

/// Weighted progress: reached share of all shares, and of how many steps or projects it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Reached, in the unit of the weights × 10,000.
    pub reached: u64,
    /// All weights × 10,000; zero when nothing is known.
    pub whole: u64,
}

impl ProjectTally {
    pub(super) fn of<'a>(projects: impl IntoIterator<Item = &'a Project>, calendar: &Calendar, as_of: Day) -> Self {
        let mut tally = Self::default();
        for project in projects {
            let state = state(project, as_of);
            *tally.by_state.entry(state).or_default() += 1;
            if state == ProjectState::Active {
                tally.active_on_schedule += u64::from(is_on_schedule(project, as_of));
                let progress = progress(project, as_of);
                if let Some(share) = progress.ten_thousandths() {
                    tally.progress.reached += share;
                    tally.progress.whole += 10_000;
                }
            }
            for step in &project.milestones {
                if has_steps(project, as_of) {
                    tally.steps += 1;
                    tally.steps_reached += u64::from(is_reached(step, as_of));
                }
                if let Some(days) = slippage(project, step, calendar, as_of) {
                    tally.slipped += i64::from(days);
                    tally.slippages += 1;
                }
            }
            // Execution compares like with like: only projects that state both sums.
            if let (Some(budget), Some(paid)) = (project.budget, project.paid)
                && state != ProjectState::Cancelled
            {
                tally.budget += u64::try_from(budget).unwrap_or(0);
                tally.paid_of_budget += u64::try_from(paid).unwrap_or(0);
            }
        }
        tally
    }

    /// Whether any step belongs to a project in progress or completed.
    pub(super) fn knows_steps(&self) -> bool {
        self.steps > 0
    }

    /// Whether the slippage of any step is known.
    pub(super) fn knows_slippage(&self) -> bool {
        self.slippages > 0
    }

    /// Projects in a state.
    #[must_use]
    pub fn in_state(&self, state: ProjectState) -> u64 {
        self.by_state.get(&state).copied().unwrap_or(0)
    }
}

impl Progress {
    /// The share reached in ten-thousandths; `None` when nothing is known.
    #[must_use]
    pub fn ten_thousandths(self) -> Option<u64> {
        (self.reached * 10_000).checked_div(self.whole)
    }
}

/// A figure of projects.
pub(super) fn value(tally: &ProjectTally, stock: Stock) -> Value {
    match stock {
        Stock::All => Value::Count(tally.by_state.values().sum()),
        Stock::In(state) => Value::Count(tally.in_state(state)),
        Stock::OnSchedule => {
            Value::Rate { part: tally.active_on_schedule, whole: tally.in_state(ProjectState::Active) }
        }
        Stock::Progress => Value::Rate { part: tally.progress.reached, whole: tally.progress.whole },
        Stock::Budget => Value::Cents(tally.budget),
        Stock::Execution => Value::Rate { part: tally.paid_of_budget, whole: tally.budget },
        Stock::Steps => Value::Rate { part: tally.steps_reached, whole: tally.steps },
        Stock::Slippage => Value::Ratio { part: tally.slipped, base: tally.slippages, per: 1 },
    }
}

/// Where a project stood on a day: one that was finished later was not finished yet.
#[must_use]
pub fn state(project: &Project, as_of: Day) -> ProjectState {
    match (project.state, project.done) {
        (ProjectState::Done, Some(done)) if done > as_of => ProjectState::Active,
        (state, _) => state,
    }
}

/// How far a project has come: by its milestones' weights, else as entered by hand.
#[must_use]
pub fn progress(project: &Project, as_of: Day) -> Progress {
    if state(project, as_of) == ProjectState::Done {
        return Progress { reached: 10_000, whole: 10_000 };
    }
    if project.milestones.is_empty() {
        return project
            .progress
            .map_or(Progress::default(), |entered| Progress { reached: u64::from(entered), whole: 10_000 });
    }
    let weight = |reached: bool| -> u64 {
        project
            .milestones
            .iter()
            .filter(|step| !reached || is_reached(step, as_of))
            .map(|step| u64::from(step.weight) * 10_000)
            .sum()
    };
    Progress { reached: weight(true), whole: weight(false) }
}

/// Whether the steps of a project count in the share of steps reached: it is in progress or completed.
#[must_use]
pub fn has_steps(project: &Project, as_of: Day) -> bool {
    matches!(state(project, as_of), ProjectState::Active | ProjectState::Done)
}

/// Whether a step was reached by a day.
#[must_use]
pub fn is_reached(step: &Milestone, as_of: Day) -> bool {
    step.actual.is_some_and(|day| day <= as_of)
}

/// Working days by which a step was reached, or is expected, after the day first planned; negative before it. `None` for
/// cancelled projects, without both days, and where the calendar does not know a day between them.
///
/// Source: `metrics`, P03.
pub(super) fn slippage(project: &Project, step: &Milestone, calendar: &Calendar, as_of: Day) -> Option<i32> {
    if state(project, as_of) == ProjectState::Cancelled {
        return None;
    }
    let day = step.actual.filter(|_| is_reached(step, as_of)).or(step.forecast)?;
    calendar.workdays_between(step.baseline?, day)
}

/// Whether no step of a project is overdue: planned by the as-of date and not reached.
#[must_use]
pub fn is_on_schedule(project: &Project, as_of: Day) -> bool {
    let steps = project
        .milestones
        .iter()
        .all(|step| is_reached(step, as_of) || step.baseline.is_none_or(|planned| planned >= as_of));
    let done = project.done.is_some_and(|day| day <= as_of);
    steps && (done || project.due.is_none_or(|due| due >= as_of))
}
