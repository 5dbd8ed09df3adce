//! Days, clock times and working days of the two years the sample tells of.

/// A day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Day(i64);

/// The first day with records.
pub const FIRST: Day = Day::new(2024, 11, 1);
/// The first day of the second export.
pub const SECOND_YEAR: Day = Day::new(2025, 11, 1);
/// The last day with records: the as-of date.
pub const LAST: Day = Day::new(2026, 10, 31);

/// Public holidays by the announcements of the State Council, first and last day.
const DAYS_OFF: [(Day, Day); 14] = [
    (Day::new(2025, 1, 1), Day::new(2025, 1, 1)),
    (Day::new(2025, 1, 28), Day::new(2025, 2, 4)),
    (Day::new(2025, 4, 4), Day::new(2025, 4, 6)),
    (Day::new(2025, 5, 1), Day::new(2025, 5, 5)),
    (Day::new(2025, 5, 31), Day::new(2025, 6, 2)),
    (Day::new(2025, 10, 1), Day::new(2025, 10, 8)),
    (Day::new(2026, 1, 1), Day::new(2026, 1, 3)),
    (Day::new(2026, 2, 15), Day::new(2026, 2, 23)),
    (Day::new(2026, 4, 4), Day::new(2026, 4, 6)),
    (Day::new(2026, 5, 1), Day::new(2026, 5, 5)),
    (Day::new(2026, 6, 19), Day::new(2026, 6, 21)),
    (Day::new(2026, 9, 25), Day::new(2026, 9, 27)),
    (Day::new(2026, 10, 1), Day::new(2026, 10, 7)),
    (Day::new(2027, 1, 1), Day::new(2027, 1, 1)),
];

/// Saturdays and Sundays worked in exchange.
const WORKED: [Day; 11] = [
    Day::new(2025, 1, 26),
    Day::new(2025, 2, 8),
    Day::new(2025, 4, 27),
    Day::new(2025, 9, 28),
    Day::new(2025, 10, 11),
    Day::new(2026, 1, 4),
    Day::new(2026, 2, 14),
    Day::new(2026, 2, 28),
    Day::new(2026, 5, 9),
    Day::new(2026, 9, 20),
    Day::new(2026, 10, 10),
];

impl Day {
    /// A day of the civil calendar (the count of days by Hinnant's rule).
    pub const fn new(year: i64, month: i64, day: i64) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month and day.
    pub const fn civil(self) -> (i64, i64, i64) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        (year_of_era + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
    }

    /// The day `days` later.
    pub const fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// Days since an earlier one.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// Month of the year, 1–12.
    pub const fn month(self) -> i64 {
        self.civil().1
    }

    /// Months since the first month with records, from 0 to 23.
    pub const fn month_of_sample(self) -> i64 {
        let (year, month, _) = self.civil();
        (year - 2024) * 12 + month - 11
    }

    /// Day of the week, Monday 0 to Sunday 6.
    pub const fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7)
    }

    /// Whether it is a public holiday.
    pub fn is_holiday(self) -> bool {
        DAYS_OFF.iter().any(|&(from, to)| from <= self && self <= to)
    }

    /// Whether offices work.
    pub fn is_workday(self) -> bool {
        WORKED.contains(&self) || (self.weekday() < 5 && !self.is_holiday())
    }

    /// The `count`th working day after this day.
    pub fn plus_workdays(self, count: i64) -> Self {
        let mut day = self;
        for _ in 0..count {
            day = day.plus(1);
            while !day.is_workday() {
                day = day.plus(1);
            }
        }
        day
    }

    /// The day itself when offices work, else the next on which they do.
    pub fn or_next_workday(self) -> Self {
        if self.is_workday() { self } else { self.plus_workdays(1) }
    }

    /// Its last second.
    pub const fn end(self) -> Moment {
        Moment::at(self, 86_399)
    }

    /// All days from this one to `last`.
    pub fn until(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// `2026-03-05`
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// `2024/11/5`, as Excel shows it
    pub fn slashes(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year}/{month}/{day}")
    }

    /// `2025年3月8日`
    pub fn words(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year}年{month}月{day}日")
    }
}

/// A second, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(i64);

impl Moment {
    /// A second of a day.
    pub const fn at(day: Day, second: i64) -> Self {
        Self(day.0 * 86_400 + second)
    }

    /// The last second that can have a record.
    pub const fn end() -> Self {
        LAST.end()
    }

    /// The moment `seconds` later.
    pub const fn plus(self, seconds: i64) -> Self {
        Self(self.0 + seconds)
    }

    /// Seconds since an earlier one.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// The day it lies in.
    pub const fn day(self) -> Day {
        Day(self.0.div_euclid(86_400))
    }

    /// The second of the day.
    pub const fn second(self) -> i64 {
        self.0.rem_euclid(86_400)
    }

    /// `9:05`
    pub fn clock(self) -> String {
        format!("{}:{:02}", self.second() / 3600, self.second() / 60 % 60)
    }

    /// `2024/11/5 9:05`
    pub fn slashes(self) -> String {
        format!("{} {}", self.day().slashes(), self.clock())
    }

    /// `2026-03-05 14:22:31`
    pub fn iso(self) -> String {
        let second = self.second();
        format!("{} {:02}:{:02}:{:02}", self.day().iso(), second / 3600, second / 60 % 60, second % 60)
    }
}
