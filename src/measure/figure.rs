//! A published number and everything that makes it checkable.

use super::registry::{How, Metric, Stock};
use super::wilson;
use crate::model::{DepartmentIx, Period, PlaceIx, ProjectIx, TeamIx};
use crate::text::date::Day;

/// Whom a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The whole site.
    Site,
    /// A place with everything below it.
    Place(PlaceIx),
    /// A team.
    Team(TeamIx),
    /// An office in charge.
    Department(DepartmentIx),
    /// A project, with the issues it grew out of.
    Project(ProjectIx),
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A count, in the metric's unit.
    Count(u64),
    /// `part` of `whole`; with an empty whole there is no rate.
    Rate {
        /// Numerator.
        part: u64,
        /// Denominator.
        whole: u64,
    },
    /// `part · per ÷ base`, of things that are no share of each other: a mean, or so many per thousand. With an empty base
    /// there is none.
    Ratio {
        /// Numerator; working days can lie before a plan.
        part: i64,
        /// Denominator.
        base: u64,
        /// 1 for a mean, 1,000 for so many per thousand.
        per: u32,
    },
    /// A time in seconds that rests on `of` records.
    Time {
        /// The time.
        seconds: u64,
        /// How many records.
        of: u64,
    },
    /// A sum of times in seconds.
    Seconds(u64),
    /// A sum of money in 分.
    Cents(u64),
    /// Nothing to compute from.
    Nothing,
    /// Kept back, because it would tell something about single persons.
    Withheld,
}

impl Value {
    /// The count; `None` for values that are none.
    #[must_use]
    pub fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            _ => None,
        }
    }
}

/// A number with its definition, period, subject, parts and as-of date. It cannot be made without them.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// What is measured.
    pub metric: &'static Metric,
    /// Of whom.
    pub subject: Subject,
    /// When.
    pub period: Period,
    /// As things stood at the end of this day.
    pub as_of: Day,
    /// Whether the period is not over.
    pub provisional: bool,
    /// Whether it is counted in two ways: the way changed within the period.
    pub broken: bool,
    /// The number.
    pub value: Value,
}

impl Figure {
    /// Its marks as published: `[c]` kept back, `[b]` break in the series, `[p]` provisional; empty without any.
    #[must_use]
    pub fn marks(&self) -> &'static str {
        match (self.value == Value::Withheld, self.broken, self.provisional) {
            (true, true, true) => "[c] [b] [p]",
            (true, true, false) => "[c] [b]",
            (true, false, true) => "[c] [p]",
            (true, false, false) => "[c]",
            (false, true, true) => "[b] [p]",
            (false, true, false) => "[b]",
            (false, false, true) => "[p]",
            (false, false, false) => "",
        }
    }

    /// The rate as a fraction, where there is one: a part within a non-empty whole.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
    pub fn fraction(&self) -> Option<f64> {
        match self.value {
            Value::Rate { part, whole } if whole > 0 && part <= whole => Some(part as f64 / whole as f64),
            _ => None,
        }
    }

    /// The denominator of a rate.
    #[must_use]
    pub fn whole(&self) -> Option<u64> {
        match self.value {
            Value::Rate { whole, .. } => Some(whole),
            _ => None,
        }
    }

    /// The interval of a rate over records. A mean of progress and a share of money are no samples of anything.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        if matches!(self.metric.how, How::Projects(Stock::Progress | Stock::Execution)) {
            return None;
        }
        match self.value {
            Value::Rate { part, whole } if part <= whole => wilson(part, whole),
            _ => None,
        }
    }

    /// Whether any record counts in it.
    #[must_use]
    pub fn counts(&self) -> bool {
        match self.value {
            Value::Count(n) | Value::Seconds(n) | Value::Cents(n) => n > 0,
            Value::Rate { whole, .. } => whole > 0,
            Value::Ratio { base, .. } => base > 0,
            Value::Time { of, .. } => of > 0,
            Value::Nothing | Value::Withheld => false,
        }
    }
}
