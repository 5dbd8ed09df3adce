//! Fixed days: the council day on the 15th, the reception day on Wednesdays.

use super::ledger::Trace;
use super::place::PlaceIx;
use super::recurrence::Recurrence;
use super::vocabulary::vocabulary;
use crate::text::date::Day;

vocabulary! {
    /// What becomes of a fixed day that falls on a day off.
    Moved {
        /// It is held all the same.
        Keep = "keep" "照旧" "Held all the same",
        /// It is held on the next working day.
        Next = "next" "顺延" "Next working day",
        /// It is held on the working day before.
        Previous = "previous" "提前" "Working day before",
        /// It is not held.
        Skip = "skip" "停一次" "Not held",
    }
}

/// Something held on days that are known long before.
#[derive(Debug, Clone)]
pub struct FixedDay {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Permanent id: calendars of readers know its events by it.
    pub id: String,
    /// Whose it is.
    pub place: PlaceIx,
    /// What it is called.
    pub name: String,
    /// When it comes round.
    pub rule: Recurrence,
    /// Second of the day at which it begins; all day when not given.
    pub start: Option<u32>,
    /// Second of the day at which it ends.
    pub end: Option<u32>,
    /// Where people meet.
    pub venue: String,
    /// Whom it is for, and what else they should know.
    pub note: String,
    /// What becomes of it on a day off.
    pub moved: Moved,
    /// The first day on which it can be held.
    pub first: Option<Day>,
    /// The last.
    pub last: Option<Day>,
}
