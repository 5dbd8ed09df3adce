//! The items of lists behind a figure.

use super::{Evidence, Outside, Record, Slice, holds};
use crate::measure::items::Step;
use crate::measure::{Measures, Subject, series};
use crate::model::{Item, ItemState, Ledger, Period};
use crate::text::date::Day;

/// Items made public in the period: those that reached `part`, and those that only reached `whole`. A count has no whole: what
/// it does not count stands outside.
pub(super) fn evidence(
    ledger: &Ledger,
    measures: &Measures,
    (part, whole): (Step, Option<Step>),
    period: Period,
    (subject, slice): (Subject, Option<&Slice>),
) -> Evidence {
    let (as_of, months) = (measures.as_of(), measures.months());
    let mut found = Evidence::default();
    for (at, item) in ledger.items.iter().enumerate() {
        let on_list = !matches!(slice, Some(&Slice::List(list)) if list != item.list);
        let within = on_list && holds(ledger, subject, Some(item.place));
        if !within || !series::contains(period, months.month_of_day(item.published_on)) {
            continue;
        }
        let record = Record::Item(at);
        let in_whole = whole.map(|whole| whole.holds(item, as_of));
        if part.holds(item, as_of) && in_whole != Some(false) {
            found.count(record, 1);
        } else if in_whole == Some(true) {
            found.count_in_whole(record, 1);
        } else {
            found.outside.push((why_not(item, as_of), record));
        }
    }
    found
}

fn why_not(item: &Item, as_of: Day) -> Outside {
    let struck_off = item.cleared_on.is_some_and(|day| day <= as_of);
    match item.state(as_of) {
        _ if item.published_on > as_of => Outside::AfterAsOf,
        ItemState::Withdrawn => Outside::Withdrawn,
        ItemState::Done if struck_off => Outside::NoEvidence,
        ItemState::Cleared => Outside::Closed,
        _ => Outside::NotReached,
    }
}
