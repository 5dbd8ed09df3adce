//! Counting public notices: which were up for as long as they must be, and said what they must.

use super::Subject;
use super::clock::{Calendar, Clock, UnknownDay};
use super::series::Series;
use crate::config::{Term, TermUnit};
use crate::diag::rules::measure as rules;
use crate::diag::{Position, Problem};
use crate::model::{Ledger, MonthRule, Period, Prose, Publicity, PublicityUnit};
use crate::text::date::{Day, Moment, Month};

/// The public notices of one subject, counted by the month in which their term ended: all, and the compliant ones.
#[derive(Debug, Clone, Default)]
pub struct NoticeTally(Series<2>);

impl NoticeTally {
    pub(super) fn of(
        ledger: &Ledger,
        subject: Subject,
        last_days: &[Option<Day>],
        as_of: Day,
        months: MonthRule,
    ) -> Self {
        let mut tally = Self::default();
        for (notice, last) in ledger.library.notices.iter().zip(last_days) {
            let (Some(publicity), Some(last)) = (&notice.publicity, *last) else { continue };
            if last <= as_of && concerns(ledger, notice, subject) {
                tally.0.add(months.month_of_day(last), 0, 1);
                tally.0.add(months.month_of_day(last), 1, u64::from(lapse(publicity, last).is_none()));
            }
        }
        tally
    }

    /// Public notices whose term ended in a period.
    #[must_use]
    pub fn ended(&self, period: Period) -> u64 {
        self.0.sum(period, 0)
    }

    /// Compliant ones among them.
    #[must_use]
    pub fn compliant(&self, period: Period) -> u64 {
        self.0.sum(period, 1)
    }

    /// First and last month in which a term ended.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        self.0.span()
    }
}

/// Why a public notice is not compliant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// It does not say by which rule it is given.
    NoBasis,
    /// It does not say where to object.
    NoContact,
    /// It was taken down before its last day.
    TakenDown,
}

/// What is wrong with a public notice whose term ends on a day; taken down on that day, it was up until then.
///
/// Source: `metrics`, P07.
#[must_use]
pub fn lapse(publicity: &Publicity, last: Day) -> Option<Lapse> {
    if publicity.basis.is_empty() {
        Some(Lapse::NoBasis)
    } else if publicity.contact.is_empty() {
        Some(Lapse::NoContact)
    } else {
        publicity.until.filter(|&until| until < last).map(|_| Lapse::TakenDown)
    }
}

/// Whether a notice is about a subject: the site, a place that it names, or one that holds such a place. A notice that names none
/// concerns everybody and counts for the site only.
pub(super) fn concerns(ledger: &Ledger, notice: &Prose, subject: Subject) -> bool {
    match subject {
        Subject::Site => true,
        Subject::Team(_) | Subject::Department(_) | Subject::Project(_) => false,
        Subject::Place(first) => {
            let last = ledger.place(first).map_or(first, |place| place.last);
            notice.places.iter().any(|place| (first..=last).contains(place))
        }
    }
}

/// The last day of each notice's term, by its number; `None` for notices without one. Stops at a term that the calendar does not
/// reach.
pub(super) fn last_days(ledger: &Ledger, clock: &Clock) -> Result<Vec<Option<Day>>, Problem> {
    let last_day = |notice: &Prose| {
        let Some(publicity) = &notice.publicity else { return Ok(None) };
        let unit = match publicity.unit {
            PublicityUnit::NaturalDay => TermUnit::NaturalDay,
            PublicityUnit::WorkingDay => TermUnit::WorkingDay,
        };
        let end = clock.deadline(Moment::on(publicity.from), Term { limit: publicity.days, unit });
        end.map(|end| Some(end.day())).map_err(|UnknownDay(day)| {
            let (first, last) = Calendar::official_range();
            let at = Position::row(notice.file.clone(), publicity.line);
            let problem = Problem::new(&rules::NOTICE_PAST_CALENDAR).at(at).with("day", day);
            problem.with("first", first).with("last", last)
        })
    };
    ledger.library.notices.iter().map(last_day).collect()
}
