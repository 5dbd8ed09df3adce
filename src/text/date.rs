//! Days, moments and months: compact, ordered, without a time zone.
//!
//! A day is a count from 1990-01-01, a moment packs into four bytes, a month is a count from 1990-01. The range is
//! 1990 to 2100: anything outside is a typing error in this field, and is refused when read.

use std::fmt;
use std::num::NonZeroU32;

use jiff::civil;

const FIRST_YEAR: i16 = 1990;
const LAST_YEAR: i16 = 2100;
const EPOCH: civil::Date = civil::date(FIRST_YEAR, 1, 1);
const DAY_SECONDS: u32 = 86_400;
/// Values of [`Moment`] from here on are whole days; the last second of 2100 lies below.
const DAYS_FROM: u32 = 3_600_000_000;

/// A calendar day, 1990–2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u16);

impl Day {
    /// The day of a civil date; `None` outside 1990–2100.
    #[must_use]
    pub fn from_civil(date: civil::Date) -> Option<Self> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&date.year()) {
            return None;
        }
        let days = date.since(EPOCH).ok()?.get_days();
        u16::try_from(days).ok().map(Self)
    }

    /// Year, month and day as numbers; `None` when there is no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::from_civil(civil::Date::new(year, month, day).ok()?)
    }

    /// The first day there is.
    #[must_use]
    pub fn first() -> Self {
        Self(0)
    }

    /// The last day there is.
    #[must_use]
    pub fn last() -> Self {
        Self::new(LAST_YEAR, 12, 31).unwrap_or(Self(u16::MAX))
    }

    /// The civil date.
    #[must_use]
    pub fn civil(self) -> civil::Date {
        EPOCH.saturating_add(jiff::Span::new().days(i32::from(self.0)))
    }

    /// The day `days` later (or earlier), held inside 1990–2100.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let Self(last) = Self::last();
        Self(u16::try_from((i32::from(self.0) + days).clamp(0, i32::from(last))).unwrap_or(last))
    }

    /// Whole days from `earlier` to this day.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }

    /// Days since the Monday of its week: 0 on a Monday, 6 on a Sunday.
    #[must_use]
    pub fn days_after_monday(self) -> i32 {
        // The first day there is was a Monday.
        i32::from(self.0 % 7)
    }

    /// The month it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        let date = self.civil();
        Month::new(date.year(), date.month()).unwrap_or(Month(0))
    }

    /// The last second of the day.
    #[must_use]
    pub fn end(self) -> Moment {
        Moment::at_second(self, DAY_SECONDS - 1)
    }
}

/// `2026-10-31`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.civil().fmt(f)
    }
}

/// A point in time as the record gives it: to the second, or only to the day.
///
/// Four bytes, and `Option<Moment>` is four bytes as well: there are up to twelve in each issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment(NonZeroU32);

impl Moment {
    /// A day without a clock.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self(NonZeroU32::MIN.saturating_add(DAYS_FROM + u32::from(day.0)))
    }

    /// A second of a day (0 to 86,399; more is held at the last).
    #[must_use]
    pub fn at_second(day: Day, second: u32) -> Self {
        Self(NonZeroU32::MIN.saturating_add(u32::from(day.0) * DAY_SECONDS + second.min(DAY_SECONDS - 1)))
    }

    /// A civil date and time; `None` outside 1990–2100.
    #[must_use]
    pub fn from_civil(at: civil::DateTime) -> Option<Self> {
        let time = at.time();
        let second =
            u32::try_from(i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second()))
                .ok()?;
        Day::from_civil(at.date()).map(|day| Self::at_second(day, second))
    }

    fn raw(self) -> u32 {
        self.0.get() - 1
    }

    /// Whether the record gave only the day.
    #[must_use]
    pub fn is_day(self) -> bool {
        self.raw() >= DAYS_FROM
    }

    /// The day it lies in.
    #[must_use]
    pub fn day(self) -> Day {
        let raw = self.raw();
        let day = if raw >= DAYS_FROM { raw - DAYS_FROM } else { raw / DAY_SECONDS };
        Day(u16::try_from(day).unwrap_or(u16::MAX))
    }

    /// The second of the day, when the record gave one.
    #[must_use]
    pub fn second(self) -> Option<u32> {
        let raw = self.raw();
        (raw < DAYS_FROM).then_some(raw % DAY_SECONDS)
    }

    /// Whether it is not after `limit`. A day without a clock is never after an instant of the same day, nor before it.
    #[must_use]
    pub fn by(self, limit: Self) -> bool {
        match (self.second(), limit.second()) {
            (Some(_), Some(_)) => self.raw() <= limit.raw(),
            _ => self.day() <= limit.day(),
        }
    }

    /// Time from `start` to this moment in seconds; whole days when either gives only the day.
    #[must_use]
    pub fn seconds_since(self, start: Self) -> i64 {
        match (self.second(), start.second()) {
            (Some(_), Some(_)) => i64::from(self.raw()) - i64::from(start.raw()),
            _ => i64::from(self.day().since(start.day())) * i64::from(DAY_SECONDS),
        }
    }

    /// A total order for sorting: by time, a day without a clock before the instants of that day.
    #[must_use]
    pub fn order(self) -> (Day, Option<u32>) {
        (self.day(), self.second())
    }
}

/// `2026-10-31 14:05:09`, or `2026-10-31` when only the day is known.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.day().fmt(f)?;
        match self.second() {
            Some(second) => {
                write!(f, " {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
            }
            None => Ok(()),
        }
    }
}

/// A calendar month, 1990-01 to 2100-12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u16);

impl Month {
    /// Year and month (1–12); `None` outside 1990–2100.
    #[must_use]
    pub fn new(year: i16, month: i8) -> Option<Self> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        u16::try_from(i32::from(year - FIRST_YEAR) * 12 + i32::from(month) - 1).ok().map(Self)
    }

    /// The month `months` later (or earlier), held inside the range.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let last = i32::from(LAST_YEAR - FIRST_YEAR + 1) * 12 - 1;
        Self(u16::try_from((i32::from(self.0) + months).clamp(0, last)).unwrap_or(0))
    }

    /// Months from `earlier` to this one.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        FIRST_YEAR + i16::try_from(self.0 / 12).unwrap_or(0)
    }

    /// The month of the year, 1–12.
    #[must_use]
    pub fn number(self) -> i8 {
        i8::try_from(self.0 % 12).unwrap_or(0) + 1
    }

    /// Its English name.
    #[must_use]
    pub fn name_en(self) -> &'static str {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        usize::try_from(self.number() - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or("")
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day::new(self.year(), self.number(), 1).unwrap_or(Day(0))
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        Day::from_civil(self.first_day().civil().last_of_month()).unwrap_or(Day(0))
    }
}

/// `2026-10`
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// Order of the parts of a date written with numbers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// `03/05/2024` is the 5th of March.
    MonthDayYear,
    /// `03/05/2024` is the 3rd of May.
    DayMonthYear,
}
