//! Periods in which figures count.

use std::fmt;

use crate::text::Lang;
use crate::text::date::{Day, Moment, Month};

/// Which days a month of the figures holds.
///
/// Offices that close their books on the 25th count from the 26th; a month is then named after the calendar month in which
/// it ends. Source of the need: `domain/metrics`, C.0, “Period”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRule {
    /// Day of the month on which a month begins, 1–28.
    pub first_day: i8,
    /// Second of the day from which on something belongs to the next day; `None` when days end at 24:00.
    pub cut: Option<u32>,
}

impl MonthRule {
    /// Months of the calendar, days that end at midnight.
    pub const CALENDAR: Self = Self { first_day: 1, cut: None };

    /// The month in which something happened.
    #[must_use]
    pub fn month_of(self, at: Moment) -> Month {
        let is_cut = at.second().zip(self.cut).is_some_and(|(second, cut)| second >= cut);
        self.month_of_day(at.day().plus(i32::from(is_cut)))
    }

    /// The month to which a day belongs.
    #[must_use]
    pub fn month_of_day(self, day: Day) -> Month {
        let is_next = self.first_day > 1 && day.civil().day() >= self.first_day;
        day.month().plus(i32::from(is_next))
    }

    /// The first day of a month.
    #[must_use]
    pub fn first_day(self, month: Month) -> Day {
        let starts_in = if self.first_day > 1 { month.plus(-1) } else { month };
        starts_in.first_day().plus(i32::from(self.first_day) - 1)
    }

    /// The last day of a month.
    #[must_use]
    pub fn last_day(self, month: Month) -> Day {
        self.first_day(month.plus(1)).plus(-1)
    }
}

/// A period of figures, or the day of a stock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A month.
    Month(Month),
    /// A quarter, by its first month.
    Quarter(Month),
    /// A half-year, by its first month.
    Half(Month),
    /// A year, by its first month.
    Year(Month),
    /// Everything up to the as-of date.
    All,
    /// A stock on a day.
    At(Day),
}

impl Period {
    /// The quarter of a month.
    #[must_use]
    pub fn quarter(month: Month) -> Self {
        Self::Quarter(month.plus(-i32::from((month.number() - 1) % 3)))
    }

    /// The half-year of a month.
    #[must_use]
    pub fn half(month: Month) -> Self {
        Self::Half(month.plus(-i32::from((month.number() - 1) % 6)))
    }

    /// The year of a month.
    #[must_use]
    pub fn year(month: Month) -> Self {
        Self::Year(month.plus(-i32::from(month.number() - 1)))
    }

    /// Reads a period as published tables write it; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text == "all" {
            return Some(Self::All);
        }
        if let Some(day) = text.strip_prefix('@') {
            return day.parse().ok().and_then(Day::from_civil).map(Self::At);
        }
        let (year, rest) = text.split_once('-').map_or((text, ""), |(year, rest)| (year, rest));
        if year.len() != 4 {
            return None;
        }
        let year = year.parse().ok()?;
        let month = |number| Month::new(year, number);
        let found = match rest {
            "" => Self::Year(month(1)?),
            "Q1" => Self::Quarter(month(1)?),
            "Q2" => Self::Quarter(month(4)?),
            "Q3" => Self::Quarter(month(7)?),
            "Q4" => Self::Quarter(month(10)?),
            "H1" => Self::Half(month(1)?),
            "H2" => Self::Half(month(7)?),
            _ => Self::Month(month(rest.parse().ok()?)?),
        };
        (found.to_string() == text).then_some(found)
    }

    /// What people call it: `2026年10月`, `October 2026`.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Month(m), Lang::Zh) => format!("{}年{}月", m.year(), m.number()),
            (Self::Month(m), Lang::En) => format!("{} {}", m.name_en(), m.year()),
            (Self::Quarter(m), Lang::Zh) => format!("{}年第{}季度", m.year(), (m.number() - 1) / 3 + 1),
            (Self::Half(m), Lang::Zh) => format!("{}年{}半年", m.year(), if m.number() == 1 { "上" } else { "下" }),
            (Self::Year(m), Lang::Zh) => format!("{}年", m.year()),
            (Self::Quarter(_) | Self::Half(_) | Self::Year(_), Lang::En) => self.to_string(),
            (Self::All, _) => lang.pick("全部", "all periods").to_owned(),
            (Self::At(day), Lang::Zh) => {
                let date = day.civil();
                format!("{}年{}月{}日", date.year(), date.month(), date.day())
            }
            (Self::At(day), Lang::En) => {
                let date = day.civil();
                format!("{} {} {}", date.day(), day.month().name_en(), date.year())
            }
        }
    }
}

/// As in published tables: `2026-10`, `2026-Q3`, `2026-H1`, `2026`, `all`, `@2026-10-31`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Month(m) => m.fmt(f),
            Self::Quarter(m) => write!(f, "{:04}-Q{}", m.year(), (m.number() - 1) / 3 + 1),
            Self::Half(m) => write!(f, "{:04}-H{}", m.year(), (m.number() - 1) / 6 + 1),
            Self::Year(m) => write!(f, "{:04}", m.year()),
            Self::All => f.write_str("all"),
            Self::At(day) => write!(f, "@{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_may_begin_on_the_26th_at_noon() {
        let rule = MonthRule { first_day: 26, cut: Some(12 * 3600) };
        let day = |text: &str| Day::from_civil(text.parse().unwrap()).unwrap();
        let month = |at: Moment| rule.month_of(at).to_string();
        assert_eq!(month(Moment::on(day("2026-09-25"))), "2026-09");
        assert_eq!(month(Moment::at_second(day("2026-09-25"), 12 * 3600 - 1)), "2026-09");
        assert_eq!(month(Moment::at_second(day("2026-09-25"), 12 * 3600)), "2026-10");
        assert_eq!(month(Moment::on(day("2026-12-31"))), "2027-01");
        let october = Month::new(2026, 10).unwrap();
        assert_eq!((rule.first_day(october), rule.last_day(october)), (day("2026-09-26"), day("2026-10-25")));
        assert_eq!(MonthRule::CALENDAR.last_day(october), day("2026-10-31"));
    }

    #[test]
    fn periods_are_read_as_they_are_written() {
        for text in ["2026-10", "2026-Q1", "2026-Q4", "2026-H1", "2026-H2", "2026", "all", "@2026-10-31"] {
            assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(text));
        }
        for text in ["", "2026-13", "2026-1", "26-10", "2026-Q5", "2026-H3", "2026-10-31", "@2026-02-30", "-10", "去年"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
