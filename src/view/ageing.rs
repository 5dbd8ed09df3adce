//! What stands open, by the days since receipt.

use schemars::JsonSchema;
use serde::Serialize;

use super::communities::Cell;
use super::{View, figure_text};
use crate::measure::age::BANDS;
use crate::measure::registry::{self, Metric};
use crate::measure::{Dimension, Subject};
use crate::model::Period;
use crate::text::Lang;

/// Open issues by age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ageing {
    /// How old the oldest is, in a sentence.
    pub oldest: String,
    /// The bands, youngest first.
    pub rows: Vec<AgeRow>,
    /// All of them.
    pub total: AgeRow,
}

/// Open issues of one band of age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgeRow {
    /// The band in words.
    pub age: String,
    /// Open issues.
    pub open: Cell,
    /// Those of them past their deadline and not finished.
    pub overdue: Cell,
}

impl View<'_> {
    /// Open issues of a subject by age; `None` where nothing stands open.
    #[must_use]
    pub fn ageing(&self, subject: Subject) -> Option<Ageing> {
        let [open, overdue, oldest] = ["issues.backlog", "issues.overdue", "issues.oldest_age"].map(registry::find);
        let (open, overdue, oldest) = (open?, overdue?, oldest?);
        let measures = self.cleared.measures();
        let oldest = measures.figure(oldest, subject, Period::All);
        if !oldest.counts() {
            return None;
        }
        let row = |age: String, band: Option<usize>| AgeRow {
            open: self.age_cell(open, subject, band, &age),
            overdue: self.age_cell(overdue, subject, band, &age),
            age,
        };
        let days = figure_text::words(&oldest, self.lang).value;
        Some(Ageing {
            oldest: match self.lang {
                Lang::Zh => format!("截至数据截止日，最久的一件受理已 {days} 天"),
                Lang::En => {
                    let days = format!("{days} {}", figure_text::counted(&days, "days"));
                    format!("On the as-of date the oldest had been open for {days}")
                }
            },
            rows: BANDS.iter().enumerate().map(|(at, (word, _))| row(age_name(word, self.lang), Some(at))).collect(),
            total: row(self.lang.pick("合计", "All").to_owned(), None),
        })
    }

    fn age_cell(&self, metric: &'static Metric, subject: Subject, band: Option<usize>, age: &str) -> Cell {
        let measures = self.cleared.measures();
        let whole = || measures.figure(metric, subject, Period::All);
        let figure = band
            .and_then(|at| measures.slice(metric, subject, Period::All, (Dimension::Age, at)))
            .unwrap_or_else(whole);
        let text = figure_text::words(&figure, self.lang);
        Cell {
            label: format!("{} {age} {}", metric.text(self.lang).name, text.value),
            value: text.value,
            parts: String::new(),
            figure: self.figure_address(metric, subject),
        }
    }
}

/// A band of age as people read it.
pub(super) fn age_name(word: &str, lang: Lang) -> String {
    match (word.strip_suffix('-'), lang) {
        (Some(first), Lang::Zh) => format!("{first} 天及以上"),
        (Some(first), Lang::En) => format!("{first} days and more"),
        (None, Lang::Zh) => format!("{} 天", word.replace('-', "–")),
        (None, Lang::En) => format!("{} days", word.replace('-', "–")),
    }
}
