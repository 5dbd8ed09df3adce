//! Stars as they are spread: a mean is never given without its number.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::{Chart, Drawing, Form, Plot, Series, Table};
use super::communities::Cell;
use super::shell::Link;
use super::{View, drawn, figure_text, routes};
use crate::measure::registry;
use crate::measure::{Dimension, Subject, Value};
use crate::model::Period;
use crate::text::Lang;

/// The stars of a subject so far.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Stars {
    /// Since when, in words.
    pub period: String,
    /// Issues with stars, with their unit.
    pub number: Cell,
    /// Their mean.
    pub mean: Cell,
    /// Share of those with four or five.
    pub good: Cell,
    /// The same as bars.
    pub chart: Chart,
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
        let rows: Vec<StarRow> = rows.collect();
        Some(Stars {
            period: self.lang.pick("累计", "so far:").to_owned(),
            number: self.worded("issues.starred", subject)?,
            good: self.worded("issues.good_stars_rate", subject)?,
            chart: self.stars_chart(subject, &rows),
            mean: self.worded("issues.stars_mean", subject)?,
            rows,
        })
    }

    fn stars_chart(&self, subject: Subject, rows: &[StarRow]) -> Chart {
        let lang = self.lang;
        let count = |row: &StarRow| u32::try_from(row.count).ok().map(f64::from);
        let texts = || rows.iter().map(|row| figure_text::count_text(row.count));
        let series = vec![Series {
            name: lang.pick("件数", "Issues").to_owned(),
            values: rows.iter().map(count).collect(),
            texts: texts().collect(),
            notes: rows.iter().map(|row| row.share.clone()).collect(),
            ..Series::default()
        }];
        let sentence = rows.first().map_or_else(String::new, |best| {
            let (name, count, share) = (&best.name, figure_text::count_text(best.count), &best.share);
            lang.pick(format!("{name}的 {count} 件，占 {share}。"), format!("{count} with {name}, {share}."))
        });
        let heads = [lang.pick("星级", "Stars"), lang.pick("件数", "Issues"), lang.pick("占打星", "Of starred")];
        let table = rows.iter().zip(texts()).map(|(row, text)| vec![row.name.clone(), text, row.share.clone()]);
        Chart {
            id: "issues.stars".into(),
            title: lang.pick("星级", "Stars").into(),
            subtitle: self.subtitle(subject, lang.pick("累计", "so far"), lang.pick("件", "issues")),
            sentence,
            table: Table { heads: heads.map(|head| Link::new(head, "")).into(), rows: table.collect() },
            drawing: Drawing::Plot(Plot {
                form: Form::Bars,
                scale: drawn::scale(false, &series),
                labels: rows.iter().map(|row| row.name.clone()).collect(),
                series,
                ..Plot::default()
            }),
            as_of: self.day(self.as_of),
            definition: routes::definition("issues.starred"),
            data: self.figures_address(subject),
        }
    }

    /// A figure of everything so far with its unit.
    fn worded(&self, id: &str, subject: Subject) -> Option<Cell> {
        let metric = registry::find(id)?;
        let text = figure_text::words(&self.cleared.measures().figure(metric, subject, Period::All), self.lang);
        let value = format!("{} {}", text.value, text.unit).trim_end().to_owned();
        Some(Cell::new(metric.text(self.lang).name, value, String::new(), self.figure_address(metric, subject)))
    }
}

/// A number of stars as people read it.
pub(super) fn stars_name(word: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{word} 星"),
        Lang::En => format!("{word} {}", figure_text::counted(word, "stars")),
    }
}
