//! What counts are set against: households, and days on which somebody works.

use std::collections::BTreeMap;

use super::Subject;
use super::clock::Calendar;
use crate::model::{Ledger, MonthRule};
use crate::text::date::{Day, Month};

/// What a count is divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Households times months, per thousand.
    HouseholdMonths,
    /// Working days.
    WorkingDays,
}

impl Base {
    /// Per how many of it.
    #[must_use]
    pub fn per(self) -> u32 {
        match self {
            Self::HouseholdMonths => 1_000,
            Self::WorkingDays => 1,
        }
    }
}

/// Below this many households a rate would be about a handful of doors; there are counts only (`metrics`, I22).
pub const FEWEST_HOUSEHOLDS: u64 = 200;

/// Households of each place and working days of each month.
#[derive(Debug, Clone, Default)]
pub(super) struct Bases {
    site: Option<u64>,
    places: Vec<Option<u64>>,
    working_days: BTreeMap<Month, Option<u64>>,
}

impl Bases {
    /// `span`: the months in which the site has records.
    pub fn of(
        ledger: &Ledger,
        calendar: &Calendar,
        (rule, as_of): (MonthRule, Day),
        span: Option<(Month, Month)>,
    ) -> Self {
        let months = span.map_or(0, |(first, last)| last.since(first) + 1);
        let months = (0..months).filter_map(|step| span.map(|(first, _)| first.plus(step)));
        let working_days = months.map(|month| (month, working_days(calendar, rule, month, as_of))).collect();
        let places = households(ledger);
        let outermost = ledger.places.iter().zip(&places).filter(|(place, _)| place.parent.is_none());
        Self { site: outermost.map(|(_, &households)| households).sum(), places, working_days }
    }

    /// The households of a subject; `None` where they are not known, and for what is no place.
    pub fn households(&self, subject: Subject) -> Option<u64> {
        match subject {
            Subject::Site => self.site.filter(|&households| households > 0),
            Subject::Place(at) => self.places.get(at.0 as usize).copied().flatten(),
            Subject::Team(_) | Subject::Department(_) | Subject::Project(_) => None,
        }
    }

    /// The working days from one month to another, as far as they lie before the as-of date; `None` outside the calendar.
    pub fn working_days(&self, first: Month, last: Month) -> Option<u64> {
        if first > last {
            return None;
        }
        self.working_days.range(first..=last).map(|(_, days)| *days).sum()
    }
}

/// Households of each place: its own number, else the sum of the places it holds, where all of them have one.
fn households(ledger: &Ledger) -> Vec<Option<u64>> {
    let mut found: Vec<Option<u64>> = ledger.places.iter().map(|place| place.households.map(u64::from)).collect();
    // Children stand after their parents.
    for at in (0..ledger.places.len()).rev() {
        if found.get(at).copied().flatten().is_some() {
            continue;
        }
        let is_child = |parent: Option<crate::model::PlaceIx>| parent.is_some_and(|parent| parent.0 as usize == at);
        let children: Vec<Option<u64>> =
            ledger.places.iter().zip(&found).filter(|(place, _)| is_child(place.parent)).map(|(_, &own)| own).collect();
        if let Some(own) = found.get_mut(at).filter(|_| !children.is_empty()) {
            *own = children.into_iter().sum();
        }
    }
    found
}

/// The working days of a month up to the as-of date.
fn working_days(calendar: &Calendar, rule: MonthRule, month: Month, as_of: Day) -> Option<u64> {
    let first = rule.first_day(month);
    let last = rule.last_day(month).min(as_of);
    (0..=last.since(first)).map(|step| calendar.is_workday(first.plus(step)).map(u64::from)).sum()
}
