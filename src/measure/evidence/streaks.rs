//! The months behind a streak.

use super::{Evidence, Outside, Record};
use crate::measure::{Measures, Subject, Value, registry};
use crate::model::Period;

/// The complete months of the streak, the empty ones among them, and the month that ended what came before.
pub(super) fn evidence(measures: &Measures, rate: &str, subject: Subject) -> Evidence {
    let mut found = Evidence::default();
    let (Some(metric), Some((first, last))) = (registry::find(rate), measures.span(subject)) else { return found };
    for month in (0..=last.since(first)).map(|back| last.plus(-back)) {
        if measures.is_provisional(Period::Month(month)) {
            continue;
        }
        let (part, whole) = match measures.figure(metric, subject, Period::Month(month)).value {
            Value::Rate { part, whole } => (part, whole),
            _ => (0, 0),
        };
        let record = Record::Month { month, part, whole };
        if whole == 0 {
            found.outside.push((Outside::Empty, record));
        } else if part == whole {
            found.count(record, 1);
        } else {
            found.outside.push((Outside::NotComplete, record));
            break;
        }
    }
    found
}
