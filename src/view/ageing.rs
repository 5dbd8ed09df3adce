//! What stands open, by the days since receipt.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::{Chart, Drawing, Form, Plot, Series, Table};
use super::communities::Cell;
use super::shell::Link;
use super::{View, drawn, figure_text, routes};
use crate::measure::age::BANDS;
use crate::measure::registry::{self, Metric};
use crate::measure::{Dimension, Subject};
use crate::model::Period;
use crate::text::Lang;

/// Open issues by age.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Ageing {
    /// The bands as bars.
    pub chart: Chart,
    /// The bands, youngest first.
    pub rows: Vec<AgeRow>,
    /// All of them: how many stand open, and how many of them are overdue.
    pub open: Cell,
    /// Those of them past their deadline and not finished.
    pub overdue: Cell,
}

/// Open issues of one band of age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgeRow {
    /// The band in words.
    pub age: String,
    /// Open issues.
    pub open: String,
    /// Those of them past their deadline and not finished.
    pub overdue: String,
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
        let within = |metric, band| {
            let figure = measures.slice(metric, subject, Period::All, (Dimension::Age, band));
            figure.map(|figure| figure_text::words(&figure, self.lang).value).unwrap_or_default()
        };
        let days = figure_text::words(&oldest, self.lang).value;
        let sentence = match self.lang {
            Lang::Zh => format!("截至数据截止日，最久的一件受理已 {days} 天。"),
            Lang::En => {
                let days = format!("{days} {}", figure_text::counted(&days, "days"));
                format!("On the as-of date the oldest had been open for {days}.")
            }
        };
        let row = |(at, (word, _)): (usize, &(&str, i32))| AgeRow {
            age: age_name(word, self.lang),
            open: within(open, at),
            overdue: within(overdue, at),
        };
        let rows: Vec<AgeRow> = BANDS.iter().enumerate().map(row).collect();
        let all = |metric: &'static Metric| {
            let text = figure_text::words(&measures.figure(metric, subject, Period::All), self.lang);
            Cell {
                label: format!("{} {}", metric.text(self.lang).name, text.value),
                value: text.value,
                parts: String::new(),
                figure: self.figure_address(metric, subject),
            }
        };
        Some(Ageing {
            chart: self.age_chart([open, overdue], subject, sentence, &rows),
            rows,
            open: all(open),
            overdue: all(overdue),
        })
    }

    /// The bands as bars, the overdue ones as a part of each.
    fn age_chart(&self, metrics: [&'static Metric; 2], subject: Subject, sentence: String, rows: &[AgeRow]) -> Chart {
        let lang = self.lang;
        let measures = self.cleared.measures();
        let [open, overdue] = metrics.map(|metric| {
            let bands = 0..BANDS.len();
            let slice = |at| measures.slice(metric, subject, Period::All, (Dimension::Age, at));
            bands.filter_map(slice).map(|figure| drawn::value(&figure)).collect::<Vec<_>>()
        });
        let names = [lang.pick("在办", "Open"), lang.pick("其中超期", "of them overdue")];
        let late = |row: &AgeRow| match row.overdue.as_str() {
            "0" => String::new(),
            late => lang.pick(format!("超期 {late}"), format!("{late} overdue")),
        };
        let series = vec![
            Series {
                name: names[0].to_owned(),
                values: open,
                texts: rows.iter().map(|row| row.open.clone()).collect(),
                notes: rows.iter().map(late).collect(),
                ..Series::default()
            },
            Series { name: names[1].to_owned(), values: overdue, ..Series::default() },
        ];
        let text = |row: &AgeRow| vec![row.age.clone(), row.open.clone(), row.overdue.clone()];
        let [open, _] = metrics;
        Chart {
            id: "issues.backlog.age".into(),
            title: lang.pick("在办账龄", "Open issues by age").into(),
            subtitle: self.subtitle(subject, &self.day(self.as_of), open.unit.word(lang)),
            sentence,
            drawing: Drawing::Plot(Plot {
                form: Form::Parts,
                scale: drawn::scale(false, &series),
                labels: rows.iter().map(|row| row.age.clone()).collect(),
                series,
                ..Plot::default()
            }),
            as_of: self.day(self.as_of),
            definition: routes::definition(open.id),
            data: self.figures_address(subject),
            table: Table {
                heads: [lang.pick("账龄", "Age"), names[0], names[1]].map(|head| Link::new(head, "")).into(),
                rows: rows.iter().map(text).collect(),
            },
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
