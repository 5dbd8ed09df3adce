//! Which figures an issue counts in, and in which month: the bits behind every number.
//!
//! The bits are published beside each record as 0/1 columns; whoever filters them in a spreadsheet arrives at the figures.

mod answers;
mod bit;
mod due;
mod repeats;
mod times;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use bit::{Bit, Cohort};
pub use due::{Basis, Due};
use due::{Promises, Unreached};

use super::clock::Clock;
use super::projects::state;
use super::stages;
use crate::config::Config;
use crate::diag::{Problem, rules};
use crate::model::{Event, Issues, Kind, Ledger, MonthRule, Origin, ProjectState, Status};
use crate::text::date::{Day, Moment, Month};

/// What one issue counts in.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    bits: u64,
    months: [Option<Month>; Cohort::ALL.len()],
    /// Time from receipt to finish.
    seconds: Option<u32>,
    due: Option<Due>,
    /// When the clock of the deadline was stopped.
    stopped: Option<Moment>,
}

impl Row {
    /// States whether something is true of the issue.
    fn set(&mut self, bit: Bit, truth: bool) {
        self.bits |= u64::from(truth) << bit as u64;
    }

    /// Gathers the issue into a month.
    fn gather(&mut self, cohort: Cohort, month: Option<Month>) {
        if let Some(of_cohort) = self.months.get_mut(cohort as usize) {
            *of_cohort = month;
        }
    }

    fn month(&self, cohort: Cohort) -> Option<Month> {
        self.months.get(cohort as usize).copied().flatten()
    }

    /// States what is true of the issue as it stands with those that a decision excludes.
    fn count_with_excluded(&mut self, from: &Self) {
        let due = from.has(Bit::Due);
        self.set(Bit::InWithExcluded, true);
        self.set(Bit::DueWithExcluded, due);
        self.set(Bit::HandledWithExcluded, due && from.has(Bit::Handled));
        self.set(Bit::OnTimeWithExcluded, from.has(Bit::OnTime));
    }

    fn has(&self, bit: Bit) -> bool {
        self.bits & (1 << bit as u64) != 0
    }
}

/// The bits and months of all issues, in the order of the ledger.
#[derive(Debug, Clone)]
pub struct Membership {
    rows: Vec<Row>,
}

impl Membership {
    /// Looks at every issue once, as things stood at the end of `as_of`; a deadline that needs days of which nobody knows
    /// whether they are worked is a fault.
    pub fn of(ledger: &Ledger, config: &Config, as_of: Day) -> Result<Self, Problem> {
        let issues = &ledger.issues;
        let clock = Clock::of(&config.calendar);
        let end = as_of.end();
        let promises = Promises::of(issues, &config.tiers, end);
        let stages = stages::measured(ledger, config);
        let looking = Looking {
            issues,
            clock: &clock,
            promises,
            topics: finished_topics(ledger, as_of),
            stages: &stages,
            months: config.months,
            end,
        };
        let all = || (0..issues.len()).into_par_iter();
        if let Some(mut rows) = all().map(|record| looking.row(record).ok()).collect::<Option<Vec<Row>>>() {
            repeats::mark(ledger, config.issues.repeat_days, &mut rows);
            return Ok(Self { rows });
        }
        let unreached: Vec<_> = all().filter_map(|record| looking.row(record).err().map(|why| (record, why))).collect();
        Err(past_the_calendar(ledger, &unreached))
    }

    /// Whether a statement is true of a record.
    #[must_use]
    pub fn has(&self, record: usize, bit: Bit) -> bool {
        self.rows.get(record).is_some_and(|row| row.has(bit))
    }

    /// The month in which a record counts in a cohort.
    #[must_use]
    pub fn month(&self, record: usize, cohort: Cohort) -> Option<Month> {
        self.rows.get(record).and_then(|row| row.month(cohort))
    }

    /// Seconds from receipt to finish (whole days when either is only a day); `None` when not handled or out of scope.
    #[must_use]
    pub fn handling_seconds(&self, record: usize) -> Option<u32> {
        self.rows.get(record).and_then(|row| row.seconds)
    }

    /// By when an issue is or was due, and who says so.
    #[must_use]
    pub fn due(&self, record: usize) -> Option<Due> {
        self.rows.get(record).and_then(|row| row.due)
    }

    /// The deadline of an issue.
    #[must_use]
    pub fn deadline(&self, record: usize) -> Option<Moment> {
        self.due(record).map(|due| due.at)
    }

    /// When the event happened that stops the clock of the deadline: the finish, or what the tier names.
    #[must_use]
    pub fn stopped(&self, record: usize) -> Option<Moment> {
        self.rows.get(record).and_then(|row| row.stopped)
    }
}

/// Deadlines lie where nobody knows which days are worked; told at the one that stands first in the files.
fn past_the_calendar(ledger: &Ledger, unreached: &[(usize, Unreached<'_>)]) -> Problem {
    let issues = &ledger.issues;
    let (first, last) = super::clock::Calendar::official_range();
    let mut problem = Problem::new(&rules::measure::PAST_CALENDAR)
        .with("first", first)
        .with("last", last)
        .with("count", unreached.len());
    let told = unreached
        .iter()
        .filter_map(|&(record, why)| issues.traces.get(record).map(|&trace| (ledger.position(trace), record, why)));
    if let Some((position, record, why)) = told.min_by(|(a, ..), (b, ..)| a.cmp(b)) {
        problem = problem.at(position).with("id", issues.ids.get(record)).with("tier", why.tier).with("day", why.day);
    }
    problem
}

/// Whether a project that names a topic as its origin is finished, by the position of the topic.
fn finished_topics(ledger: &Ledger, as_of: Day) -> Vec<bool> {
    let finished = ledger.projects.iter().filter(|project| state(project, as_of) == ProjectState::Done);
    let origins: BTreeSet<&str> = finished.map(|project| project.origin.as_str()).collect();
    ledger.issues.topics.words().iter().map(|topic| origins.contains(topic.as_str())).collect()
}

/// What is needed to look at an issue.
struct Looking<'a> {
    issues: &'a Issues,
    clock: &'a Clock,
    promises: Promises<'a>,
    /// By the position of a topic: whether a project that grew out of it is finished.
    topics: Vec<bool>,
    /// The stages that the site measures.
    stages: &'a [(Event, Bit)],
    months: MonthRule,
    end: Moment,
}

/// Whether an issue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// It does.
    Inside,
    /// It was sent back as not for this office, and counts among the dispatched only.
    SentBack,
    /// A decision says that it does not.
    Excluded,
    /// Merged, withdrawn or refused.
    Outside,
}

/// How far an issue has come by the as-of date.
#[derive(Debug, Clone, Copy)]
struct Finish {
    handled: bool,
    closed: bool,
    /// When it was finished, else closed; an issue may be handled without anybody saying when.
    at: Option<Moment>,
    closed_at: Option<Moment>,
}

impl<'a> Looking<'a> {
    fn month(&self, at: Option<Moment>) -> Option<Month> {
        at.map(|at| self.months.month_of(at))
    }

    fn row(&self, record: usize) -> Result<Row, Unreached<'a>> {
        let mut row = Row { due: self.promises.stated(record), ..Row::default() };
        let Some(received) = self.by_end(record, Event::Received) else { return Ok(row) };
        // The month stays with issues out of scope, so that exclusions can be counted beside the result.
        row.gather(Cohort::Received, self.month(Some(received)));
        let scope = self.scope(record);
        self.dispatch(record, scope, &mut row);
        if scope == Scope::Excluded {
            // Looked at as if it counted, so that rates can be given with it as well.
            let mut as_if = row;
            self.inside(record, received, &mut as_if)?;
            (row.due, row.stopped) = (as_if.due, as_if.stopped);
            row.gather(Cohort::Due, as_if.month(Cohort::Due));
            row.count_with_excluded(&as_if);
        } else if scope == Scope::Inside {
            self.inside(record, received, &mut row)?;
            row.count_with_excluded(&row.clone());
        }
        Ok(row)
    }

    /// What is true of an issue that counts.
    fn inside(&self, record: usize, received: Moment, row: &mut Row) -> Result<(), Unreached<'a>> {
        let issues = self.issues;
        row.set(Bit::Received, true);
        row.set(Bit::Complaint, issues.kinds.get(record) == Some(Kind::Complaint));
        let finish = self.finish(record);
        row.gather(Cohort::Handled, self.month(finish.at));
        row.set(Bit::Handled, finish.handled);
        row.set(Bit::Open, !finish.closed);
        row.seconds = finish.at.and_then(|at| u32::try_from(at.seconds_since(received)).ok());
        self.times(record, received, finish, row)?;
        self.answers(record, finish, row);
        let came_to = |event| match event {
            Event::Handled => finish.handled,
            _ => issues.own_time(record, event).is_some_and(|at| at.by(self.end)),
        };
        stages::reached(self.stages, came_to).for_each(|bit| row.set(bit, true));
        let origin = issues.origins.get(record);
        row.set(Bit::OriginKnown, origin.is_some());
        row.set(Bit::Patrol, origin == Some(Origin::Patrol));
        let topic = issues.topics.position(record);
        row.set(Bit::Topical, topic.is_some());
        row.set(Bit::TopicDone, topic.is_some_and(|at| self.topics.get(at) == Some(&true)));
        Ok(())
    }

    /// When something happened, if it was by the as-of date.
    fn by_end(&self, record: usize, event: Event) -> Option<Moment> {
        self.issues.time(record, event).filter(|at| at.by(self.end))
    }

    fn scope(&self, record: usize) -> Scope {
        let merged = !self.issues.duplicates.get(record).is_empty();
        match self.issues.statuses.get(record) {
            _ if merged => Scope::Outside,
            Some(Status::Duplicate | Status::Withdrawn | Status::Rejected) => Scope::Outside,
            _ if self.issues.excluded.get(record).is_some() => Scope::Excluded,
            Some(Status::SentBack) => Scope::SentBack,
            _ => Scope::Inside,
        }
    }

    /// Whether it came to this office, and whether it was for this office.
    fn dispatch(&self, record: usize, scope: Scope, row: &mut Row) {
        let dispatched =
            self.by_end(record, Event::Dispatched).filter(|_| matches!(scope, Scope::Inside | Scope::SentBack));
        row.gather(Cohort::Dispatched, self.month(dispatched));
        row.set(Bit::Dispatched, dispatched.is_some());
        row.set(Bit::SentBack, dispatched.is_some() && scope == Scope::SentBack);
    }

    fn finish(&self, record: usize) -> Finish {
        let [handled_at, closed_at] = [Event::Handled, Event::Closed].map(|event| self.by_end(record, event));
        // An export may say “closed” without saying when: then it is handled, but nobody can say that it was on time.
        let closed_sometime = self.issues.statuses.get(record) == Some(Status::Closed)
            && self.issues.time(record, Event::Handled).is_none()
            && self.issues.time(record, Event::Closed).is_none();
        let at = handled_at.or(closed_at);
        Finish {
            handled: at.is_some() || closed_sometime,
            closed: closed_at.is_some() || closed_sometime,
            at,
            closed_at,
        }
    }
}
