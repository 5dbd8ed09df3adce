//! `[ranking]`: whether and how communities are compared. Without it nothing is ranked.

use toml::Spanned;

use super::page::Page;
use super::raw::RawRanking;
use crate::model::Period;
use crate::text::date::Month;

/// `[ranking]`
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// Whether and how.
    pub mode: RankingMode,
    /// Registry id of the rate that is compared.
    pub metric: String,
    /// The line of `site.toml` that names it; 0 where none does.
    pub line: u32,
    /// The fewest records with which a community takes part.
    pub min_records: u64,
    /// The least evaluation coverage with which it does, 0–1.
    pub min_coverage: f64,
    /// Over how long.
    pub period: RankingPeriod,
}

/// How communities are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankingMode {
    /// Not at all.
    Off,
    /// In bands that differ by more than chance.
    Bands,
    /// By number.
    Ordered,
}

/// Over how long communities are compared: the period that holds the month of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankingPeriod {
    /// The quarter.
    Quarter,
    /// The half-year.
    Half,
    /// The year.
    Year,
}

impl RankingPeriod {
    /// The period of this length that holds a month.
    #[must_use]
    pub fn around(self, month: Month) -> Period {
        match self {
            Self::Quarter => Period::quarter(month),
            Self::Half => Period::half(month),
            Self::Year => Period::year(month),
        }
    }
}

/// Checks the settings; what is not said has its default.
pub(super) fn ranking(page: &mut Page<'_>, raw: RawRanking) -> Ranking {
    const MODES: [(&str, RankingMode); 3] =
        [("off", RankingMode::Off), ("bands", RankingMode::Bands), ("ordered", RankingMode::Ordered)];
    const PERIODS: [(&str, RankingPeriod); 3] =
        [("quarter", RankingPeriod::Quarter), ("half", RankingPeriod::Half), ("year", RankingPeriod::Year)];
    Ranking {
        mode: raw.mode.and_then(|word| one_of(page, "ranking.mode", &word, &MODES)).unwrap_or(RankingMode::Off),
        line: raw.metric.as_ref().map_or(0, |metric| page.line(metric.span().start)),
        metric: raw.metric.map_or_else(|| "issues.good_stars_rate".to_owned(), Spanned::into_inner),
        min_records: raw.min_records.map_or(20, |number| {
            u64::try_from(*number.get_ref()).ok().filter(|&least| least > 0).unwrap_or_else(|| {
                let expected = ("大于 0 的整数", "a whole number above 0");
                page.bad("ranking.min_records", &number.get_ref().to_string(), number.span(), expected);
                20
            })
        }),
        min_coverage: raw.min_coverage.map_or(0.5, |share| {
            if !(0.0..=1.0).contains(share.get_ref()) {
                let expected = ("0 到 1 之间的数，例如 0.5", "a number from 0 to 1, such as 0.5");
                page.bad("ranking.min_coverage", &share.get_ref().to_string(), share.span(), expected);
            }
            share.into_inner()
        }),
        period: raw
            .period
            .and_then(|word| one_of(page, "ranking.period", &word, &PERIODS))
            .unwrap_or(RankingPeriod::Half),
    }
}

fn one_of<T: Copy>(page: &mut Page<'_>, key: &str, word: &Spanned<String>, known: &[(&str, T)]) -> Option<T> {
    let found = known.iter().find(|(name, _)| name == word.get_ref()).map(|&(_, value)| value);
    if found.is_none() {
        let names: Vec<&str> = known.iter().map(|&(name, _)| name).collect();
        page.unknown(key, word.get_ref(), word.span(), &names);
    }
    found
}
