//! Stars as they are spread: a mean is never given without its number.

use schemars::JsonSchema;
use serde::Serialize;

use super::communities::Cell;
use super::{View, figure_text};
use crate::measure::registry;
use crate::measure::{Dimension, Subject, Value};
use crate::model::Period;
use crate::text::Lang;

/// The stars of a subject so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stars {
    /// Since when, in words.
    pub period: String,
    /// Issues with stars.
    pub issues: u64,
    /// The same with its unit.
    pub number: Cell,
    /// Their mean.
    pub mean: Cell,
    /// Share of those with four or five.
    pub good: Cell,
    /// How many with each number of stars, most stars first.
    pub rows: Vec<StarRow>,
}

/// Issues with so many stars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StarRow {
    /// `5 星`
    pub name: String,
    /// How many.
    pub count: u64,
    /// Of all with stars.
    pub share: String,
}

impl View<'_> {
    /// The stars of a subject; `None` where nobody gave any.
    #[must_use]
    pub fn stars(&self, subject: Subject) -> Option<Stars> {
        let period = Period::All;
        let measures = self.cleared.measures();
        let starred = registry::find("issues.starred")?;
        let Value::Count(issues @ 1..) = measures.figure(starred, subject, period).value else { return None };
        let words = Dimension::Stars.words(&self.cleared.ledger().issues);
        let rows = words.into_iter().enumerate().filter_map(|(at, word)| {
            let figure = measures.slice(starred, subject, period, (Dimension::Stars, at))?;
            let Value::Count(count) = figure.value else { return None };
            let share = figure_text::share(count, issues)?;
            Some(StarRow { name: stars_name(word, self.lang), count, share })
        });
        Some(Stars {
            period: self.lang.pick("累计", "so far:").to_owned(),
            issues,
            number: self.worded("issues.starred", subject)?,
            mean: self.worded("issues.stars_mean", subject)?,
            good: self.worded("issues.good_stars_rate", subject)?,
            rows: rows.collect(),
        })
    }

    /// A figure of everything so far with its unit.
    fn worded(&self, id: &str, subject: Subject) -> Option<Cell> {
        let metric = registry::find(id)?;
        let text = figure_text::words(&self.cleared.measures().figure(metric, subject, Period::All), self.lang);
        let value = format!("{} {}", text.value, text.unit).trim_end().to_owned();
        Some(Cell {
            label: format!("{} {value}", metric.text(self.lang).name),
            value,
            parts: String::new(),
            figure: self.figure_address(metric, subject),
        })
    }
}

/// A number of stars as people read it.
pub(super) fn stars_name(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{word} 星"),
        Lang::En => format!("{word} {}", figure_text::counted(word, "stars")),
    }
}
