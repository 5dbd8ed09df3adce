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
