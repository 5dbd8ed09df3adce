//! The same rate of several communities side by side, on one scale.

use super::captions::{self, Shown};
use super::chart::{Chart, Drawing, Table};
use super::figure_text::{self, FEWEST_FOR_PERCENT};
use super::shell::Link;
use super::{View, drawn, routes};
use crate::measure::{Figure, Subject, registry};
use crate::model::{Period, PlaceIx};

/// Panels drawn; what comes after stands in the table alone.
const MOST: usize = 20;

/// The same small chart for each of several subjects, in percent from 0 to 100.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panels {
    /// A panel each, in the order given.
    pub rows: Vec<Panel>,
    /// What is drawn faintly behind each panel, with its name; nothing without values.
    pub whole: Panel,
    /// The last positions, counted from the end, whose figures may still change.
    pub provisional: usize,
    /// First and last label of the axis that all of them share.
    pub ends: [String; 2],
}

/// A line in percent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// Whose.
    pub name: String,
    /// One value a position; `None` is a gap.
    pub values: Vec<Option<f64>>,
    /// That of the last position as it is printed, in percent or as its parts.
    pub last: String,
}

impl View<'_> {
    /// A rate of communities by month, a panel each, with that of the whole behind it; `None` for fewer than two communities.
    #[must_use]
    pub fn multiples(&self, metric: &str, communities: &[PlaceIx], whole: Subject) -> Option<Chart> {
        let metric = registry::find(metric).filter(|metric| metric.is_rate() && self.is_measured(metric.id))?;
        if communities.len() < 2 {
            return None;
        }
        let lang = self.lang;
        let months = self.months(whole);
        let measures = self.cleared.measures();
        let figures = |subject: Subject| -> Vec<Figure> {
            months.iter().map(|&month| measures.figure(metric, subject, Period::Month(month))).collect()
        };
        let panel = |subject: Subject| {
            let figures = figures(subject);
            let values: Vec<Option<f64>> = figures.iter().map(drawn::value).collect();
            Panel {
                name: self.subject_name(subject),
                last: figures.last().map(|figure| figure_text::words(figure, lang).value).unwrap_or_default(),
                values,
            }
        };
        let rows: Vec<Panel> = communities.iter().take(MOST).map(|&at| panel(Subject::Place(at))).collect();
        let provisional = |month: &&crate::text::date::Month| measures.is_provisional(Period::Month(**month));
        let ends = [months.first()?, months.last()?].map(|&month| Period::Month(month).name(lang));
        let name = metric.text(lang).name;
        let month = Period::Month(self.month);
        let mut sentence = self.spread(&rows, &month.name(lang));
        if communities.len() > rows.len() {
            let (all, shown) = (communities.len(), rows.len());
            sentence += &lang.pick(
                format!("共 {all} 个社区，图中是前 {shown} 个，其余见表。"),
                format!(" The first {shown} of {all} communities are drawn; the table has all of them."),
            );
        }
        let table = communities.iter().map(|&at| {
            let now = figure_text::words(&measures.figure(metric, Subject::Place(at), month), lang);
            let ends = drawn::ends(&figures(Subject::Place(at)), lang);
            let (lowest, highest) = ends.unwrap_or_else(|| ("—".to_owned(), "—".to_owned()));
            vec![self.place_name(Some(at)).to_owned(), now.value, now.parts, lowest, highest]
        });
        Some(Chart {
            id: format!("{}.places", metric.id),
            title: lang.pick(format!("各社区{name}"), format!("{name} by community")),
            subtitle: self.subtitle(whole, &self.span_name(&months), "%"),
            sentence,
            as_of: self.day(self.as_of),
            definition: routes::definition(metric.id),
            data: self.figures_address(whole),
            table: Table {
                heads: [
                    lang.pick("社区", "Community"),
                    &month.name(lang),
                    lang.pick("件数", "Of"),
                    lang.pick("最低", "Lowest"),
                    lang.pick("最高", "Highest"),
                ]
                .map(|head| Link::new(head, ""))
                .into(),
                rows: table.collect(),
            },
            drawing: Drawing::Panels(Panels {
                rows,
                whole: panel(whole),
                provisional: months.iter().rev().take_while(provisional).count(),
                ends,
            }),
        })
    }

    /// The highest and lowest of the last month, and why lines have gaps.
    fn spread<'r>(&self, rows: &'r [Panel], month: &str) -> String {
        let lang = self.lang;
        let shown = |row: &'r Panel| Some(Shown { name: &row.name, value: (*row.values.last()?)?, text: &row.last });
        let known: Vec<Shown<'_>> = rows.iter().filter_map(shown).collect();
        let mut said = match (captions::ends(&known), known.as_slice()) {
            (Some((high, low)), _) => {
                let high = captions::RATES.high.say(lang, &high.names, high.text);
                let low = captions::RATES.low.say(lang, &low.names, low.text);
                lang.pick(format!("{month}：{high}；{low}。"), format!("{month}: {high}; {low}."))
            }
            (None, [one, _, ..]) => {
                lang.pick(format!("{month}：均为 {}。", one.text), format!("{month}: {} throughout.", one.text))
            }
            _ => lang.pick(format!("{month}各社区数量少。"), format!("Few records in {month}.")),
        };
        if rows.iter().flat_map(|row| &row.values).any(Option::is_none) {
            said += &lang.pick(
                format!("不足 {FEWEST_FOR_PERCENT} 件的月份不作百分比，图中空缺。"),
                format!(" Months with fewer than {FEWEST_FOR_PERCENT} issues have no percentage and are left blank."),
            );
        }
        said
    }
}
