//! How a figure differs from an earlier one.

use super::registry::Metric;
use super::series;
use super::{Figure, Measures, Subject, Value};
use crate::model::Period;
use crate::text::date::Month;

/// Below this many records a change is not put into percent (`metrics`, C.5).
const FEW: u64 = 10;

/// What a figure is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The same period a year before (同比).
    YearBefore,
    /// The period just before (环比).
    PeriodBefore,
}

/// How a figure differs from an earlier one over a window of equal length.
///
/// Source: `metrics`, C.0 “Change”, I23–I25: counts change in percent, rates in percentage points.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// The figure itself.
    pub now: Figure,
    /// The earlier figure.
    pub before: Figure,
    /// The difference.
    pub kind: Kind,
}

/// A difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// In percent of the earlier value; 12.5 is 12.5 % more.
    Percent(f64),
    /// In percentage points, between rates; `within_error` when their intervals meet.
    Points {
        /// The difference: 2.5 is 2.5 points more.
        points: f64,
        /// Whether it may be chance.
        within_error: bool,
    },
    /// There was none before: nothing to divide by.
    FromNothing,
    /// Too few records for a percentage; the two figures say it all.
    Few,
}

impl Measures {
    /// How a figure of a period differs from an earlier one; `None` where there is nothing to compare with: stocks, periods
    /// that are not over (a window cut short would be compared with a whole one), two ways of counting, or before the site
    /// has records.
    #[must_use]
    pub fn change(
        &self,
        metric: &'static Metric,
        subject: Subject,
        period: Period,
        against: Against,
    ) -> Option<Change> {
        let earlier = against.of(period)?;
        let is_broken = || {
            let (first, last) = (first_month(earlier), series::months(period));
            let between =
                |month: Month| first.zip(last).is_some_and(|(first, (_, last))| first < month && month <= last);
            self.breaks_of(metric).any(between)
        };
        if metric.is_stock() || self.is_provisional(period) || !self.is_recorded(metric, earlier) || is_broken() {
            return None;
        }
        let now = self.figure(metric, subject, period);
        let before = self.figure(metric, subject, earlier);
        Some(Change { now, before, kind: kind(&now, &before)? })
    }

    /// Whether the site's records of this kind reach back to a period: where they do not, zero would be a guess.
    fn is_recorded(&self, metric: &Metric, period: Period) -> bool {
        let tally = self.tally(Subject::Site);
        let span = match metric.group() {
            "issues" => tally.issues.span(),
            "items" => tally.items.span(),
            "notices" => tally.notices.span(),
            _ => tally.activities.span(),
        };
        span.zip(first_month(period)).is_some_and(|((first, _), month)| first <= month)
    }
}

impl Against {
    /// The earlier period; `None` for everything and for stocks.
    #[must_use]
    pub fn of(self, period: Period) -> Option<Period> {
        let back = |length: i32| match self {
            Self::YearBefore => -12,
            Self::PeriodBefore => -length,
        };
        Some(match period {
            Period::Month(month) => Period::Month(month.plus(back(1))),
            Period::Quarter(month) => Period::Quarter(month.plus(back(3))),
            Period::Half(month) => Period::Half(month.plus(back(6))),
            Period::Year(month) => Period::Year(month.plus(back(12))),
            Period::All | Period::At(_) => return None,
        })
    }
}

fn first_month(period: Period) -> Option<Month> {
    match period {
        Period::Month(month) | Period::Quarter(month) | Period::Half(month) | Period::Year(month) => Some(month),
        Period::All | Period::At(_) => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
fn kind(now: &Figure, before: &Figure) -> Option<Kind> {
    let percent = |now: f64, before: f64| Kind::Percent((now - before) / before * 100.0);
    Some(match (now.value, before.value) {
        (Value::Count(0), Value::Count(0)) => return None,
        (Value::Count(_), Value::Count(0)) | (Value::Seconds(_), Value::Seconds(0)) => Kind::FromNothing,
        (Value::Count(_), Value::Count(few)) if few < FEW => Kind::Few,
        (Value::Count(now), Value::Count(before)) | (Value::Seconds(now), Value::Seconds(before)) => {
            percent(now as f64, before as f64)
        }
        (Value::Rate { whole: n, .. }, Value::Rate { whole: m, .. }) if n > 0 && m > 0 && n.min(m) < FEW => Kind::Few,
        (Value::Rate { .. }, Value::Rate { .. }) => {
            let points = (now.fraction()? - before.fraction()?) * 100.0;
            let within_error = now.interval().zip(before.interval()).is_some_and(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
            Kind::Points { points, within_error }
        }
        // Of a mean or a density the records are in the numerator; where they are few, so is what it says.
        (Value::Ratio { part: now, base: n, per }, Value::Ratio { part: before, base: m, .. }) if n > 0 && m > 0 => {
            match before {
                0 => Kind::FromNothing,
                // A mean has its records below.
                _ if per == 1 && n.min(m) < FEW => Kind::Few,
                _ if per > 1 && before.unsigned_abs() < FEW => Kind::Few,
                _ => percent(now as f64 / n as f64, before as f64 / m as f64),
            }
        }
        (Value::Time { seconds: now, of: n }, Value::Time { seconds: before, of: m }) => match before {
            _ if n.min(m) < FEW => Kind::Few,
            0 => Kind::FromNothing,
            _ => percent(now as f64, before as f64),
        },
        _ => return None,
    })
}
