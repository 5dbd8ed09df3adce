//! Which figures an issue counts in, and in which month: the bits behind every number.
//!
//! The bits are published beside each record as 0/1 columns; whoever filters them in a spreadsheet arrives at the figures.

use rayon::prelude::*;

use crate::model::{Event, Issues, Level, Status};
use crate::text::Lang;
use crate::text::date::{Day, Moment, Month};

/// A statement about an issue that is either true or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Bit {
    /// In scope: received by the as-of date, not withdrawn, merged, refused or excluded.
    Received,
    /// Its deadline has been reached.
    Due,
    /// Handled by the as-of date.
    Handled,
    /// Due, and handled not after the deadline.
    OnTime,
    /// Due and handled: a return call is owed.
    CallDue,
    /// Called back, and at least one rating given.
    Evaluated,
    /// The caller said whether somebody got in touch.
    ContactAnswered,
    /// The caller said that somebody got in touch.
    Contacted,
    /// The caller said whether it is solved.
    SolvedAnswered,
    /// The caller said that it is solved.
    Solved,
    /// The process was rated.
    ProcessRated,
    /// The process was rated fair or better.
    ProcessSatisfied,
    /// The result was rated.
    ResultRated,
    /// The result was rated fair or better.
    ResultSatisfied,
    /// Not closed by the as-of date.
    Open,
    /// Not handled by the as-of date, and past its deadline.
    Overdue,
}

impl Bit {
    /// All bits, in the order of the published columns.
    pub const ALL: [Self; 16] = [
        Self::Received,
        Self::Due,
        Self::Handled,
        Self::OnTime,
        Self::CallDue,
        Self::Evaluated,
        Self::ContactAnswered,
        Self::Contacted,
        Self::SolvedAnswered,
        Self::Solved,
        Self::ProcessRated,
        Self::ProcessSatisfied,
        Self::ResultRated,
        Self::ResultSatisfied,
        Self::Open,
        Self::Overdue,
    ];

    /// The name of the published column.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Received => "in_received",
            Self::Due => "in_due",
            Self::Handled => "in_handled",
            Self::OnTime => "in_on_time",
            Self::CallDue => "in_call_due",
            Self::Evaluated => "in_evaluated",
            Self::ContactAnswered => "in_contact_answered",
            Self::Contacted => "in_contacted",
            Self::SolvedAnswered => "in_solved_answered",
            Self::Solved => "in_solved",
            Self::ProcessRated => "in_process_rated",
            Self::ProcessSatisfied => "in_process_satisfied",
            Self::ResultRated => "in_result_rated",
            Self::ResultSatisfied => "in_result_satisfied",
            Self::Open => "in_open",
            Self::Overdue => "in_overdue",
        }
    }
}

impl Bit {
    /// What a 1 in the published column says.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.pick(
                "有效件：已受理，未撤回、未并入、未拒收、未排除",
                "in scope: received, not withdrawn, merged, refused or excluded",
            ),
            Self::Due => lang.pick("截至数据截止时刻已到应办结时间", "its deadline has been reached"),
            Self::Handled => lang.pick("截至数据截止时刻已办结", "finished by the as-of date"),
            Self::OnTime => lang.pick("已到期，且办结不晚于应办结时间", "due, and finished by its deadline"),
            Self::CallDue => lang.pick("已到期且已办结，应回访", "due and finished: a return call is owed"),
            Self::Evaluated => {
                lang.pick("应回访件中，过程或结果至少评价一项", "owed a return call, and rated in process or result")
            }
            Self::ContactAnswered => {
                lang.pick("回访时回答了“是否联系”", "the caller said whether somebody got in touch")
            }
            Self::Contacted => lang.pick("回访时答“已联系”", "the caller said that somebody got in touch"),
            Self::SolvedAnswered => lang.pick("回访时回答了“是否解决”", "the caller said whether it is solved"),
            Self::Solved => lang.pick("回访时答“已解决”", "the caller said that it is solved"),
            Self::ProcessRated => lang.pick("对服务过程作出评价", "the process was rated"),
            Self::ProcessSatisfied => lang.pick("服务过程评为基本满意及以上", "the process was rated fair or better"),
            Self::ResultRated => lang.pick("对办理结果作出评价", "the result was rated"),
            Self::ResultSatisfied => lang.pick("办理结果评为基本满意及以上", "the result was rated fair or better"),
            Self::Open => lang.pick("截至数据截止时刻未销单", "not closed at the as-of date"),
            Self::Overdue => {
                lang.pick("截至数据截止时刻已超期且未办结", "past its deadline and not finished at the as-of date")
            }
        }
    }
}

/// By which event records are gathered into a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cohort {
    /// By receipt.
    Received,
    /// By deadline.
    Due,
    /// By finish.
    Handled,
    /// By return call.
    Verified,
}

impl Cohort {
    /// All cohorts, in the order of the published month columns.
    pub const ALL: [Self; 4] = [Self::Received, Self::Due, Self::Handled, Self::Verified];

    /// The name of the published column that holds the month.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Received => "received_month",
            Self::Due => "due_month",
            Self::Handled => "handled_month",
            Self::Verified => "verified_month",
        }
    }
}

impl Cohort {
    /// What the published month says.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.pick("受理月份：按受理时间归入的月份", "month of receipt"),
            Self::Due => {
                lang.pick("到期月份：按应办结时间归入的月份，未到期的为空", "month of the deadline; empty before it")
            }
            Self::Handled => {
                lang.pick("办结月份：按办结时间归入的月份，未办结的为空", "month of finish; empty while open")
            }
            Self::Verified => lang.pick(
                "回访月份：按回访时间归入的月份，没有答复的为空",
                "month of the return call; empty without an answer",
            ),
        }
    }
}

/// What one issue counts in.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    bits: u16,
    months: [Option<Month>; 4],
    /// Time from receipt to finish.
    seconds: Option<u32>,
}

/// The bits and months of all issues, in the order of the ledger.
#[derive(Debug, Clone)]
pub struct Membership {
    rows: Vec<Row>,
}

impl Membership {
    /// Looks at every issue once, as things stood at the end of `as_of`.
    #[must_use]
    pub fn of(issues: &Issues, as_of: Day) -> Self {
        let end = as_of.end();
        Self { rows: (0..issues.len()).into_par_iter().map(|record| row(issues, record, end)).collect() }
    }

    /// Whether a statement is true of a record.
    #[must_use]
    pub fn has(&self, record: usize, bit: Bit) -> bool {
        self.rows.get(record).is_some_and(|row| row.bits & (1 << bit as u16) != 0)
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
}

/// The deadline of an issue: the extended one, when it was extended.
#[must_use]
pub fn deadline(issues: &Issues, record: usize) -> Option<Moment> {
    issues.time(record, Event::ExtendedTo).or_else(|| issues.time(record, Event::Due))
}

fn row(issues: &Issues, record: usize, end: Moment) -> Row {
    let by_end = |event| issues.time(record, event).filter(|at| at.by(end));
    let status = issues.statuses.get(record);
    let out_of_scope = matches!(status, Some(Status::Duplicate | Status::Withdrawn | Status::Rejected))
        || !issues.duplicates.get(record).is_empty()
        || issues.excluded.get(record).is_some();
    let Some(received) = by_end(Event::Received) else { return Row::default() };
    if out_of_scope {
        // The month stays, so that exclusions can be counted beside the result.
        return Row { months: [Some(received.day().month()), None, None, None], ..Row::default() };
    }
    let due = deadline(issues, record).filter(|at| at.by(end));
    let handled_at = by_end(Event::Handled);
    let closed_at = by_end(Event::Closed);
    // An export may say “closed” without saying when: then it is handled, but nobody can say that it was on time.
    let closed_sometime = status == Some(Status::Closed)
        && issues.time(record, Event::Handled).is_none()
        && issues.time(record, Event::Closed).is_none();
    let handled = handled_at.is_some() || closed_at.is_some() || closed_sometime;
    let closed = closed_at.is_some() || closed_sometime;

    let process = issues.process.get(record);
    let result = issues.result.get(record);
    let contacted = issues.contacted.get(record);
    let solved = issues.solved.get(record);
    let answered = process.is_some() || result.is_some() || contacted.is_some() || solved.is_some();
    // Without a time of the return call its answers count when the issue was finished.
    let verified_at = match issues.time(record, Event::Verified) {
        Some(at) => Some(at).filter(|at| at.by(end)),
        None => handled_at.or(closed_at),
    }
    .filter(|_| answered);
    let answer = |given: bool| verified_at.is_some() && given;
    let satisfied = |level: Option<Level>| level.is_some_and(|level| level <= Level::Fair);

    let mut bits = 0;
    let mut set = |bit: Bit, truth: bool| bits |= u16::from(truth) << bit as u16;
    set(Bit::Received, true);
    set(Bit::Due, due.is_some());
    set(Bit::Handled, handled);
    set(Bit::OnTime, due.is_some_and(|due| handled_at.or(closed_at).is_some_and(|at| at.by(due))));
    set(Bit::CallDue, due.is_some() && handled);
    set(Bit::Evaluated, due.is_some() && handled && answer(process.is_some() || result.is_some()));
    set(Bit::ContactAnswered, answer(contacted.is_some()));
    set(Bit::Contacted, answer(contacted == Some(true)));
    set(Bit::SolvedAnswered, answer(solved.is_some()));
    set(Bit::Solved, answer(solved == Some(true)));
    set(Bit::ProcessRated, answer(process.is_some()));
    set(Bit::ProcessSatisfied, answer(satisfied(process)));
    set(Bit::ResultRated, answer(result.is_some()));
    set(Bit::ResultSatisfied, answer(satisfied(result)));
    set(Bit::Open, !closed);
    set(Bit::Overdue, due.is_some() && !handled);

    let finished = handled_at.or(closed_at);
    let month = |at: Option<Moment>| at.map(|at| at.day().month());
    Row {
        bits,
        months: [month(Some(received)), month(due), month(finished), month(verified_at)],
        seconds: finished.and_then(|at| u32::try_from(at.seconds_since(received)).ok()),
    }
}
