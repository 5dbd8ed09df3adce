//! Thirteen months in the height of a line of text, beside the number they lead up to.

use super::{View, drawn};
use crate::measure::{Figure, Subject, registry};
use crate::model::{Period, PlaceIx};

/// A column of thin bars, one a month, all of a table on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparkline {
    /// Its name among the drawings of its page.
    pub id: String,
    /// What it shows, for those who do not see it.
    pub label: String,
    /// One value a month, each 0–1 of the scale; `None` is a gap.
    pub values: Vec<Option<f64>>,
}

/// The sparklines of a table: heads of their columns, and for each row the ids of its drawings.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Trends {
    /// Heads.
    pub heads: Vec<String>,
    /// Ids by row and column.
    pub rows: Vec<Vec<String>>,
    /// The drawings.
    pub lines: Vec<Sparkline>,
}

impl View<'_> {
    /// The last months of some metrics for each of some places: counts on the scale of the largest, rates from 0 to 100 %.
    pub(super) fn trends(&self, metrics: &[&str], places: &[PlaceIx]) -> Trends {
        let lang = self.lang;
        let measures = self.cleared.measures();
        let mut trends = Trends { rows: vec![Vec::new(); places.len()], ..Trends::default() };
        for metric in metrics.iter().filter(|id| self.is_measured(id)).filter_map(|id| registry::find(id)) {
            let months = self.months(Subject::Site);
            let rows: Vec<Vec<Figure>> = places
                .iter()
                .map(|&at| {
                    let figure = |&month| measures.figure(metric, Subject::Place(at), Period::Month(month));
                    months.iter().map(figure).collect()
                })
                .collect();
            let values = |figures: &[Figure]| figures.iter().map(drawn::value).collect::<Vec<_>>();
            let largest = rows.iter().flat_map(|row| values(row)).flatten().fold(0.0, f64::max);
            let scale = if metric.is_rate() { 100.0 } else { largest.max(1.0) };
            let name = metric.text(lang).name;
            let count = months.len();
            let head = lang.pick(format!("{name}走势"), format!("{name}, {count} months"));
            trends.heads.push(head);
            for ((row, figures), &at) in trends.rows.iter_mut().zip(&rows).zip(places) {
                let label = match drawn::ends(figures, lang) {
                    Some((low, high)) => {
                        lang.pick(format!("最低 {low}，最高 {high}"), format!("lowest {low}, highest {high}"))
                    }
                    None => lang.pick("数量少", "few records").to_owned(),
                };
                let id = format!("{}-{}", metric.id, at.0);
                trends.lines.push(Sparkline {
                    id: id.clone(),
                    label,
                    values: values(figures)
                        .into_iter()
                        .map(|value| value.map(|value| (value / scale).clamp(0.0, 1.0)))
                        .collect(),
                });
                row.push(id);
            }
        }
        trends
    }
}
