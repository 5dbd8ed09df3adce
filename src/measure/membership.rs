//! Which figures an issue counts in, and in which month: the bits behind every number.
//!
//! The bits are published beside each record as 0/1 columns; whoever filters them in a spreadsheet arrives at the figures.

mod bit;
mod due;

use rayon::prelude::*;

pub use bit::{Bit, Cohort};
pub use due::{Basis, Due};
use due::{Promises, Unreached};

use super::clock::{Clock, week_end};
use super::stages;
use crate::config::Config;
use crate::diag::{Problem, rules};
use crate::model::{Event, Issues, Ledger, Level, Origin, Status};
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
        let stages = stages::measured(ledger, config);
        let promises = Promises::of(issues, &config.tiers);
        let looking = Looking { issues, clock: &clock, promises, stages: &stages, end: as_of.end() };
        let all = || (0..issues.len()).into_par_iter();
        if let Some(rows) = all().map(|record| looking.row(record).ok()).collect() {
            return Ok(Self { rows });
        }
        let unreached: Vec<_> = all().filter_map(|record| looking.row(record).err().map(|why| (record, why))).collect();
        Err(past_the_calendar(ledger, &unreached))
    }

    /// Whether a statement is true of a record.
    #[must_use]
    pub fn has(&self, record: usize, bit: Bit) -> bool {
        self.rows.get(record).is_some_and(|row| row.bits & (1 << bit as u64) != 0)
    }

    /// The month in which a record counts in a cohort.
    #[must_use]
    pub fn month(&self, record: usize, cohort: Cohort) -> Option<Month> {
        self.rows.get(record).and_then(|row| row.months.get(cohort as usize).copied().flatten())
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
fn past_the_calendar(ledger: &Ledger, unreached: &[(usize, Unreached)]) -> Problem {
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
        problem = problem
            .at(position)
            .with("id", issues.ids.get(record))
            .with("tier", issues.tiers.get(record).unwrap_or_default())
            .with("day", why.day);
    }
    problem
}

/// What is needed to look at an issue.
struct Looking<'a> {
    issues: &'a Issues,
    clock: &'a Clock,
    promises: Promises<'a>,
    stages: &'a [(Event, Bit)],
    end: Moment,
}

impl Looking<'_> {
    fn row(&self, record: usize) -> Result<Row, Unreached> {
        let (issues, end) = (self.issues, self.end);
        let by_end = |event| issues.time(record, event).filter(|at| at.by(end));
        let status = issues.statuses.get(record);
        let out_of_scope =
            matches!(status, Some(Status::Duplicate | Status::Withdrawn | Status::Rejected | Status::SentBack))
                || !issues.duplicates.get(record).is_empty()
                || issues.excluded.get(record).is_some();
        let given = due::given(issues, record);
        let Some(received) = by_end(Event::Received) else { return Ok(Row { due: given, ..Row::default() }) };
        if out_of_scope {
            // The month stays, so that exclusions can be counted beside the result.
            let months = [Some(received.day().month()), None, None, None, None];
            return Ok(Row { months, due: given, ..Row::default() });
        }
        let deadline = match given {
            Some(given) => Some(given),
            None => self.promises.due(self.clock, record, by_end)?,
        };
        let due = deadline.map(|due| due.at).filter(|at| at.by(end));
        let contact_due = self.promises.contact(self.clock, record, by_end)?.filter(|at| at.by(end));
        let handled_at = by_end(Event::Handled);
        let closed_at = by_end(Event::Closed);
        // An export may say “closed” without saying when: then it is handled, but nobody can say that it was on time.
        let closed_sometime = status == Some(Status::Closed)
            && issues.time(record, Event::Handled).is_none()
            && issues.time(record, Event::Closed).is_none();
        let finished = handled_at.or(closed_at);
        let handled = finished.is_some() || closed_sometime;
        let closed = closed_at.is_some() || closed_sometime;
        let stopped = match deadline.map(|due| due.stop) {
            None | Some(Event::Handled) => finished,
            Some(stop) => by_end(stop),
        };

        let process = issues.process.get(record);
        let result = issues.result.get(record);
        let contacted = issues.contacted.get(record);
        let solved = issues.solved.get(record);
        let stars = issues.stars.get(record);
        let rated = process.is_some() || result.is_some();
        let answered = rated || contacted.is_some() || solved.is_some() || stars.is_some();
        // Without a time of the return call its answers count when the issue was finished.
        let verified_at = match issues.time(record, Event::Verified) {
            Some(at) => Some(at).filter(|at| at.by(end)),
            None => finished,
        }
        .filter(|_| answered);
        let answer = |given: bool| verified_at.is_some() && given;
        let satisfied = |level: Option<Level>| level.is_some_and(|level| level <= Level::Fair);
        let within = |at: Option<Moment>, last: Day| at.is_some_and(|at| at.day() <= last);

        let mut bits = 0;
        let mut set = |bit: Bit, truth: bool| bits |= u64::from(truth) << bit as u64;
        set(Bit::Received, true);
        set(Bit::Due, due.is_some());
        set(Bit::Handled, handled);
        set(Bit::OnTime, due.is_some_and(|due| stopped.is_some_and(|at| at.by(due))));
        set(Bit::CallDue, due.is_some() && handled);
        set(Bit::Evaluated, due.is_some() && handled && answer(rated));
        set(Bit::ContactAnswered, answer(contacted.is_some()));
        set(Bit::Contacted, answer(contacted == Some(true)));
        set(Bit::SolvedAnswered, answer(solved.is_some()));
        set(Bit::Solved, answer(solved == Some(true)));
        set(Bit::ProcessRated, answer(process.is_some()));
        set(Bit::ProcessSatisfied, answer(satisfied(process)));
        set(Bit::ResultRated, answer(result.is_some()));
        set(Bit::ResultSatisfied, answer(satisfied(result)));
        set(Bit::Open, !closed);
        set(Bit::Overdue, due.is_some() && !handled && stopped.is_none());
        set(Bit::SameDay, within(finished, self.clock.service_day(received)));
        set(Bit::SameWeek, within(closed_at, week_end(received.day())));
        set(Bit::Extended, due.is_some() && deadline.is_some_and(|due| due.basis == Basis::Extended));
        set(Bit::ContactDue, contact_due.is_some());
        set(Bit::ContactOnTime, contact_due.is_some_and(|due| by_end(Event::Contacted).is_some_and(|at| at.by(due))));

        let returns = issues.returns.get(record);
        set(Bit::ReturnsKnown, answer(returns.is_some()));
        set(Bit::Returned, answer(returns.is_some_and(|times| times > 0)));
        let origin = issues.origins.get(record);
        set(Bit::OriginKnown, origin.is_some());
        set(Bit::Patrol, origin == Some(Origin::Patrol));

        set(Bit::Starred, answer(stars.is_some()));
        set(Bit::GoodStars, answer(stars.is_some_and(|stars| stars >= super::stars::GOOD)));

        let came_to = |event| match event {
            Event::Handled => handled,
            _ => issues.own_time(record, event).is_some_and(|at| at.by(end)),
        };
        stages::reached(self.stages, came_to).for_each(|bit| set(bit, true));

        let month = |at: Option<Moment>| at.map(|at| at.day().month());
        Ok(Row {
            bits,
            months: [month(Some(received)), month(due), month(finished), month(verified_at), month(contact_due)],
            seconds: finished.and_then(|at| u32::try_from(at.seconds_since(received)).ok()),
            due: deadline,
            stopped,
        })
    }
}
