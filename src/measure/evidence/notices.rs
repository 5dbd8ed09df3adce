//! The public notices behind a figure.

use super::{Evidence, Outside, Record};
use crate::measure::notices::{concerns, lapse};
use crate::measure::{Measures, Subject, series};
use crate::model::{Ledger, Period};

/// Notices whose term ended in the period: compliant ones, and the others. Those still running stand outside.
pub(super) fn evidence(ledger: &Ledger, measures: &Measures, period: Period, subject: Subject) -> Evidence {
    let mut found = Evidence::default();
    for (at, notice) in ledger.library.notices.iter().enumerate() {
        let (Some(publicity), Some(last)) = (&notice.publicity, measures.last_day(at)) else { continue };
        if !concerns(ledger, notice, subject) || !series::contains(period, measures.months().month_of_day(last)) {
            continue;
        }
        let record = Record::Notice(at);
        if last > measures.as_of() {
            found.outside.push((Outside::NotEnded, record));
        } else if lapse(publicity, last).is_none() {
            found.count(record, 1);
        } else {
            found.count_in_whole(record, 1);
        }
    }
    found
}
