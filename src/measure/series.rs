//! Counters by month.

use crate::model::{MonthRule, Period};
use crate::text::date::{Day, Month};

/// `N` counters for each month from the first to the last month in which something counted.
#[derive(Debug, Clone)]
pub struct Series<const N: usize> {
    first: Option<Month>,
    rows: Vec<[u64; N]>,
}

impl<const N: usize> Default for Series<N> {
    fn default() -> Self {
        Self { first: None, rows: Vec::new() }
    }
}

impl<const N: usize> Series<N> {
    /// Adds to a counter in a month.
    pub fn add(&mut self, month: Month, counter: usize, amount: u64) {
        let first = match self.first {
            Some(first) if first <= month => first,
            Some(first) => {
                let missing = usize::try_from(first.since(month)).unwrap_or(0);
                self.rows.splice(0..0, std::iter::repeat_n([0; N], missing));
                month
            }
            None => month,
        };
        self.first = Some(first);
        let at = usize::try_from(month.since(first)).unwrap_or(0);
        if at >= self.rows.len() {
            self.rows.resize(at + 1, [0; N]);
        }
        if let Some(count) = self.rows.get_mut(at).and_then(|row| row.get_mut(counter)) {
            *count += amount;
        }
    }

    /// The counter over a period.
    #[must_use]
    pub fn sum(&self, period: Period, counter: usize) -> u64 {
        let Some(first) = self.first else { return 0 };
        let (from, to) = match months(period) {
            Some((from, to)) => (from.since(first).max(0), to.since(first)),
            None => (0, i32::MAX),
        };
        let (Ok(from), Ok(to)) = (usize::try_from(from), usize::try_from(to)) else { return 0 };
        let to = to.saturating_add(1).min(self.rows.len());
        self.rows.get(from..to).unwrap_or_default().iter().filter_map(|row| row.get(counter)).sum()
    }

    /// First and last month in which something counted.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        let last = i32::try_from(self.rows.len()).unwrap_or(i32::MAX) - 1;
        self.first.map(|first| (first, first.plus(last)))
    }
}

/// First and last month of a period; `None` for everything.
pub(super) fn months(period: Period) -> Option<(Month, Month)> {
    match period {
        Period::Month(month) => Some((month, month)),
        Period::Quarter(month) => Some((month, month.plus(2))),
        Period::Half(month) => Some((month, month.plus(5))),
        Period::Year(month) => Some((month, month.plus(11))),
        Period::All | Period::At(_) => None,
    }
}

/// Whether a month lies in a period.
#[must_use]
pub fn contains(period: Period, month: Month) -> bool {
    months(period).is_none_or(|(from, to)| (from..=to).contains(&month))
}

/// Whether the period is not over on the as-of date: its figures can still change.
#[must_use]
pub fn is_provisional(period: Period, as_of: Day, rule: MonthRule) -> bool {
    months(period).is_some_and(|(_, to)| as_of < rule.last_day(to))
}

/// All periods from one month to another: months, then quarters, half-years, years, and everything.
#[must_use]
pub fn periods(first: Month, last: Month) -> Vec<Period> {
    let months: Vec<Month> = (0..=last.since(first)).map(|step| first.plus(step)).collect();
    let mut periods: Vec<Period> = months.iter().map(|&month| Period::Month(month)).collect();
    for larger in [Period::quarter, Period::half, Period::year] {
        let mut found: Vec<Period> = months.iter().map(|&month| larger(month)).collect();
        found.dedup();
        periods.extend(found);
    }
    periods.push(Period::All);
    periods
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(year: i16, number: i8) -> Month {
        Month::new(year, number).unwrap()
    }

    #[test]
    fn counts_land_in_their_month_whatever_the_order() {
        let mut series = Series::<2>::default();
        series.add(month(2026, 3), 0, 5);
        series.add(month(2025, 12), 0, 2);
        series.add(month(2026, 3), 1, 1);
        assert_eq!(series.sum(Period::Month(month(2026, 3)), 0), 5);
        assert_eq!(series.sum(Period::Month(month(2026, 1)), 0), 0);
        assert_eq!(series.sum(Period::Month(month(2025, 11)), 0), 0);
        assert_eq!(series.sum(Period::quarter(month(2026, 3)), 0), 5);
        assert_eq!(series.sum(Period::year(month(2025, 12)), 0), 2);
        assert_eq!(series.sum(Period::All, 0), 7);
        assert_eq!(series.span(), Some((month(2025, 12), month(2026, 3))));
    }

    #[test]
    fn a_period_is_provisional_until_its_last_day() {
        let day = |text: &str| Day::from_civil(text.parse().unwrap()).unwrap();
        let october = Period::Month(month(2026, 10));
        assert!(is_provisional(october, day("2026-10-30"), MonthRule::CALENDAR));
        assert!(!is_provisional(october, day("2026-10-31"), MonthRule::CALENDAR));
        let closes_early = MonthRule { first_day: 26, cut: None };
        assert!(!is_provisional(october, day("2026-10-25"), closes_early));
        assert!(is_provisional(Period::year(month(2026, 10)), day("2026-10-31"), MonthRule::CALENDAR));
    }

    #[test]
    fn periods_of_two_quarters() {
        let names: Vec<String> = periods(month(2026, 3), month(2026, 4)).iter().map(ToString::to_string).collect();
        assert_eq!(names, ["2026-03", "2026-04", "2026-Q1", "2026-Q2", "2026-H1", "2026", "all"]);
    }
}
