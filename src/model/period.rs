//! Periods in which figures count.

use std::fmt;

use crate::text::Lang;
use crate::text::date::{Day, Month};

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
            (Self::Month(m), Lang::En) => format!("{} {}", english_month(m), m.year()),
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
                format!("{} {} {}", date.day(), english_month(day.month()), date.year())
            }
        }
    }
}

fn english_month(month: Month) -> &'static str {
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
    usize::try_from(month.number() - 1).ok().and_then(|at| NAMES.get(at)).copied().unwrap_or("")
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
