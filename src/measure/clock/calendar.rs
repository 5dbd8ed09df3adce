//! Which days are worked.

use super::official::{Date, FIRST, LAST, NOTICES};
use crate::config::LocalDays;
use crate::text::date::Day;

/// The official calendar with the site's own days upon it.
#[derive(Debug, Clone)]
pub struct Calendar {
    first: Day,
    /// From `first` on; `None` where nobody said.
    days: Vec<Option<bool>>,
}

impl Calendar {
    /// The official calendar; where it differs from the site's own days, those hold, the later over the earlier.
    #[must_use]
    pub fn with(local: &[LocalDays]) -> Self {
        let (official_first, official_last) = Self::official_range();
        let first = local.iter().map(|days| days.from).fold(official_first, Day::min);
        let last = local.iter().map(|days| days.to).fold(official_last, Day::max);
        let mut calendar =
            Self { first, days: vec![None; usize::try_from(last.since(first)).map_or(0, |days| days + 1)] };
        calendar.set(official_first, official_last, is_weekday);
        for notice in NOTICES {
            for &(from, to) in notice.off {
                calendar.set(day(from), day(to), |_| false);
            }
            for &date in notice.work {
                calendar.set(day(date), day(date), |_| true);
            }
        }
        for days in local {
            calendar.set(days.from, days.to, |_| days.work);
        }
        calendar
    }

    /// First and last day that the official notices cover.
    #[must_use]
    pub fn official_range() -> (Day, Day) {
        (day(FIRST), day(LAST))
    }

    /// Whether a day is worked; `None` where neither the notices nor the site say so.
    #[must_use]
    pub fn is_workday(&self, day: Day) -> Option<bool> {
        let at = usize::try_from(day.since(self.first)).ok()?;
        self.days.get(at).copied().flatten()
    }

    /// Working days from one day to another: those after the earlier day up to the later, negative when `to` is the earlier one;
    /// `None` where it is not known of any of these days whether it is worked.
    #[must_use]
    pub fn workdays_between(&self, from: Day, to: Day) -> Option<i32> {
        let (first, last) = (from.min(to), from.max(to));
        let mut days = (1..=last.since(first)).map(|step| self.is_workday(first.plus(step)));
        let count = days.try_fold(0, |count, worked| worked.map(|worked| count + i32::from(worked)))?;
        Some(if to < from { -count } else { count })
    }

    fn set(&mut self, from: Day, to: Day, is_worked: impl Fn(Day) -> bool) {
        for step in 0..=to.since(from) {
            let day = from.plus(step);
            let at = usize::try_from(day.since(self.first)).ok();
            if let Some(known) = at.and_then(|at| self.days.get_mut(at)) {
                *known = Some(is_worked(day));
            }
        }
    }
}

fn is_weekday(day: Day) -> bool {
    day.days_after_monday() < 5
}

fn day((year, month, day): Date) -> Day {
    Day::new(year, month, day).unwrap_or(Day::first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::Month;

    fn on(text: &str) -> Day {
        Day::from_civil(text.parse().unwrap()).unwrap()
    }

    /// Working days of a year and of its months, counted elsewhere from the same notices.
    const WORKED: [(i16, usize, [usize; 12]); 7] = [
        (2020, 249, [17, 20, 22, 22, 19, 21, 23, 21, 23, 17, 21, 23]),
        (2021, 250, [20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23]),
        (2022, 249, [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22]),
        (2023, 249, [18, 20, 23, 20, 21, 21, 21, 23, 20, 19, 22, 21]),
        (2024, 251, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
        (2025, 248, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
        (2026, 248, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
    ];

    #[test]
    fn months_have_as_many_working_days_as_announced() {
        let calendar = Calendar::with(&[]);
        for (year, in_year, by_month) in WORKED {
            let worked = |number: i8| {
                let month = Month::new(year, number).unwrap();
                let days = (0..=month.last_day().since(month.first_day())).map(|step| month.first_day().plus(step));
                days.filter(|&day| calendar.is_workday(day).unwrap()).count()
            };
            let found: Vec<usize> = (1..=12).map(worked).collect();
            assert_eq!(found, by_month, "{year}");
            assert_eq!(found.iter().sum::<usize>(), in_year, "{year}");
        }
    }

    #[test]
    fn notices_name_days_off_and_make_up_days_that_are_weekends() {
        for notice in NOTICES {
            assert!(notice.off.iter().all(|&(from, to)| day(from) <= day(to)), "{}", notice.year);
            assert!(notice.work.iter().all(|&date| !is_weekday(day(date))), "{}", notice.year);
        }
    }

    #[test]
    fn nobody_knows_the_days_outside() {
        let calendar = Calendar::with(&[]);
        assert_eq!(calendar.is_workday(on("2019-12-31")), None);
        assert_eq!(calendar.is_workday(on("2027-01-01")), None);
        assert_eq!(calendar.is_workday(on("2026-12-31")), Some(true));
    }

    #[test]
    fn working_days_between_two_days_are_signed_and_never_guessed() {
        let calendar = Calendar::with(&[]);
        let between = |from, to| calendar.workdays_between(on(from), on(to));
        // 1 to 5 May 2024 are off, Saturday the 11th is worked.
        assert_eq!(between("2024-04-30", "2024-05-06"), Some(1));
        assert_eq!(between("2024-05-06", "2024-04-30"), Some(-1));
        assert_eq!(between("2024-05-10", "2024-05-13"), Some(2));
        assert_eq!(between("2024-05-01", "2024-05-05"), Some(0));
        assert_eq!(between("2024-05-06", "2024-05-06"), Some(0));
        assert_eq!(between("2026-12-30", "2026-12-31"), Some(1));
        assert_eq!(between("2026-12-30", "2027-01-04"), None);
        assert_eq!(between("2020-01-02", "2019-12-30"), None);
    }

    #[test]
    fn the_days_of_the_site_hold_and_the_later_entry_over_the_earlier() {
        let local = |from: &str, to: &str, work| LocalDays { from: on(from), to: on(to), work, reason: "x".to_owned() };
        let calendar = Calendar::with(&[
            local("2024-02-09", "2024-02-12", false),
            local("2024-02-12", "2024-02-12", true),
            local("2027-01-04", "2027-01-04", true),
        ]);
        assert_eq!(calendar.is_workday(on("2024-02-09")), Some(false));
        assert_eq!(calendar.is_workday(on("2024-02-12")), Some(true));
        assert_eq!(calendar.is_workday(on("2027-01-04")), Some(true));
        assert_eq!(calendar.is_workday(on("2027-01-03")), None, "between the notices and the site's own days");
    }
}
