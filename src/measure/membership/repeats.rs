//! Which issues repeat an earlier one: a second look, at the issues of each place one after the other.

use std::collections::BTreeMap;

use super::{Bit, Row};
use crate::model::{Event, Ledger, PlaceIx};
use crate::text::date::Day;

/// Marks the issues that came in at most `days` after another one of the same place and category. The issues stand in the
/// order of their places, then of their receipt. Issues whose category is not published are outside, for nobody could tell. A place that holds others is no place for this: of a whole community one
/// only knows that something was reported there before, which is always so.
pub(super) fn mark(ledger: &Ledger, days: u16, rows: &mut [Row]) {
    let issues = &ledger.issues;
    let is_exact = |at: PlaceIx| ledger.place(at).is_none_or(|place| place.last == at);
    let mut place = None;
    // The latest receipt of each category in this place.
    let mut latest = BTreeMap::<usize, Day>::new();
    for (record, row) in rows.iter_mut().enumerate() {
        let here = issues.places.get(record);
        if place != here {
            place = here;
            latest.clear();
        }
        let received = issues
            .time(record, Event::Received)
            .filter(|_| row.has(Bit::Received) && here.copied().is_none_or(is_exact) && !issues.is_withheld(record));
        let (Some(received), Some(category)) = (received, issues.categories.position(record)) else { continue };
        let earlier = latest.insert(category, received.day());
        row.set(Bit::Categorised, true);
        row.set(Bit::Repeat, earlier.is_some_and(|day| received.day().since(day) <= i32::from(days)));
    }
}
