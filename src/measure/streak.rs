//! Streaks: how many full months in a row a rate was complete.

use super::registry::Metric;
use super::{Measures, Subject, Value};
use crate::model::Period;
use crate::text::date::Month;

/// Months below this many records extend a streak, and are counted apart.
pub const FEW: u64 = 10;

/// A run of months in which every record of the denominator was in the numerator.
///
/// Source: `metrics`, I26. The comparison is of whole numbers. A month without a record neither breaks nor extends the run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Streak {
    /// Months that count.
    pub months: u32,
    /// The first of them.
    pub first: Month,
    /// The last of them.
    pub last: Month,
    /// Records in all of them.
    pub records: u64,
    /// Records in the month that has fewest.
    pub fewest: u64,
    /// Months with fewer than [`FEW`] records.
    pub thin: u32,
    /// Months in between without a record.
    pub empty: Vec<Month>,
}

impl Measures {
    /// The streak of a rate that runs up to the last month that is over; `None` when the last counted month was not complete.
    #[must_use]
    pub fn streak(&self, metric: &'static Metric, subject: Subject) -> Option<Streak> {
        let (earliest, _) = self.span(subject)?;
        let mut month = self.last_month();
        if self.is_provisional(Period::Month(month)) {
            month = month.plus(-1);
        }
        let mut found: Option<Streak> = None;
        let mut empty = Vec::new();
        while month >= earliest {
            match self.figure(metric, subject, Period::Month(month)).value {
                Value::Rate { whole: 0, .. } | Value::Nothing => empty.push(month),
                Value::Rate { part, whole } if part == whole => {
                    let streak = found.get_or_insert(Streak {
                        months: 0,
                        first: month,
                        last: month,
                        records: 0,
                        fewest: whole,
                        thin: 0,
                        empty: Vec::new(),
                    });
                    streak.months += 1;
                    streak.first = month;
                    streak.records += whole;
                    streak.fewest = streak.fewest.min(whole);
                    streak.thin += u32::from(whole < FEW);
                    // Months after the last counted one are not in between.
                    if streak.months > 1 {
                        streak.empty.append(&mut empty);
                    }
                    empty.clear();
                }
                _ => break,
            }
            if month == month.plus(-1) {
                break;
            }
            month = month.plus(-1);
        }
        if let Some(streak) = &mut found {
            streak.empty.reverse();
        }
        found
    }
}
