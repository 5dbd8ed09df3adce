//! The stages of the closed loop, and how many issues came to each.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::{Chart, Drawing, Form, Plot, Series, Table};
use super::communities::Cell;
use super::shell::Link;
use super::{View, drawn, figure_text, routes};
use crate::config::Stage;
use crate::measure::registry::{self, Metric};
use crate::measure::{Subject, stages};
use crate::model::{Event, Period, Place};

/// The stages of one period.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Funnel {
    /// The period in which the issues were received.
    pub period: String,
    /// The stages as bars.
    pub chart: Chart,
    /// A row a stage.
    pub rows: Vec<StageRow>,
    /// How often one of them was handed back; `None` where nobody noted it.
    pub returns: Option<Cell>,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StageRow {
    /// What people here call it.
    pub name: String,
    /// How many came to it; `None` where nobody knows.
    #[serde(skip)]
    pub count: Option<u64>,
    /// The same as a link to its figure; a dash where the data has no times for it.
    pub cell: Cell,
    /// Of all received; empty where nobody knows.
    pub share: String,
    /// How many of the stage before did not come to it; empty for the first.
    pub drop: String,
}

impl View<'_> {
    /// How far the issues of a subject received in a period have come; `None` where there is none or nothing is known beyond
    /// their receipt.
    #[must_use]
    pub fn funnel(&self, subject: Subject, period: Period) -> Option<Funnel> {
        let received = self.came_to(Event::Received, subject, period)?;
        let stages = self.stages_of(subject);
        if received == 0 || stages.len() < 2 {
            return None;
        }
        let mut before = None;
        let rows = stages.into_iter().filter_map(|(name, event)| {
            let metric = stages::metric_id(event).and_then(registry::find)?;
            let count = self.came_to(event, subject, period);
            let drop = before.zip(count).map(|(before, count): (u64, u64)| before.saturating_sub(count).to_string());
            before = count.or(before);
            Some(StageRow {
                cell: self.number(metric, subject, period, &name),
                count,
                share: count.and_then(|count| figure_text::share(count, received)).unwrap_or_default(),
                drop: drop.unwrap_or_default(),
                name,
            })
        });
        let rows: Vec<StageRow> = rows.collect();
        let returns = registry::find("issues.returns").filter(|metric| self.cleared.measures().applies(metric));
        let returns = returns.map(|metric| self.number(metric, subject, period, ""));
        Some(Funnel {
            period: period.name(self.lang),
            chart: self.funnel_chart(subject, period, &rows, returns.as_ref()),
            rows,
            returns,
        })
    }

    /// The stages as bars, each with its share of all received.
    fn funnel_chart(&self, subject: Subject, period: Period, rows: &[StageRow], returns: Option<&Cell>) -> Chart {
        let lang = self.lang;
        let number = |row: &StageRow| row.count.and_then(|count| u32::try_from(count).ok()).map(f64::from);
        let series = vec![Series {
            name: lang.pick("件数", "Issues").to_owned(),
            values: rows.iter().map(number).collect(),
            texts: rows.iter().map(|row| row.cell.value.clone()).collect(),
            notes: rows.iter().map(|row| row.share.clone()).collect(),
            ..Series::default()
        }];
        let name = period.name(lang);
        let mut sentence = match (rows.first(), rows.last()) {
            (Some(first), Some(last)) => {
                let (all, came) = (&first.cell.value, &last.cell.value);
                lang.pick(
                    format!("{name}受理 {all} 件，截至数据截止日{}的 {came} 件。", last.name),
                    format!("{all} received in {name}; {came} had come to “{}” by the as-of date.", last.name),
                )
            }
            _ => String::new(),
        };
        if let Some(returns) = returns {
            let times = &returns.value;
            sentence += &lang.pick(
                format!("其间退回重办 {times} 次。"),
                format!(" Handed back {times} {}.", figure_text::counted(times, "times")),
            );
        }
        let cells =
            |row: &StageRow| vec![row.name.clone(), row.cell.value.clone(), row.share.clone(), row.drop.clone()];
        let heads = [
            lang.pick("环节", "Stage"),
            lang.pick("件数", "Issues"),
            lang.pick("占受理", "Of received"),
            lang.pick("未到", "Not reached"),
        ];
        Chart {
            id: "issues.funnel".into(),
            title: lang.pick("闭环各步", "Stages").into(),
            subtitle: self.subtitle(subject, &name, lang.pick("件", "issues")),
            sentence,
            drawing: Drawing::Plot(Plot {
                form: Form::Bars,
                scale: drawn::scale(false, &series),
                labels: rows.iter().map(|row| row.name.clone()).collect(),
                series,
                ..Plot::default()
            }),
            as_of: self.day(self.as_of),
            definition: routes::definition("issues.reached_closed"),
            data: self.figures_address(subject),
            table: Table {
                heads: heads.map(|head| Link::new(head, "")).into(),
                rows: rows.iter().map(cells).collect(),
            },
        }
    }

    /// How many came to a step; `None` where the data does not know.
    fn came_to(&self, event: Event, subject: Subject, period: Period) -> Option<u64> {
        let metric = stages::metric_id(event).and_then(registry::find)?;
        self.cleared.measures().figure(metric, subject, period).value.count()
    }

    fn number(&self, metric: &'static Metric, subject: Subject, period: Period, name: &str) -> Cell {
        let text = figure_text::words(&self.cleared.measures().figure(metric, subject, period), self.lang);
        let name = if name.is_empty() { metric.text(self.lang).name } else { name };
        Cell::new(name, text.value, String::new(), self.figure_address(metric, subject))
    }

    /// The stages of a subject in their order: those that the site names for the nearest place around it, else for the whole
    /// site, else the standard ones that the data knows.
    fn stages_of(&self, subject: Subject) -> Vec<(String, Event)> {
        let named = |wanted: &dyn Fn(&Stage) -> bool| {
            let stages = self.config.stages.iter().filter(|stage| wanted(stage));
            stages.map(|stage| (stage.name.clone(), stage.event)).collect::<Vec<_>>()
        };
        let here = self.places_around(subject).map(|place| named(&|stage| stage.places.contains(&place.id)));
        let whole_site = std::iter::once_with(|| named(&|stage| stage.places.is_empty()));
        let declared = here.chain(whole_site).find(|stages| !stages.is_empty());
        declared.unwrap_or_else(|| {
            let measures = self.cleared.measures();
            let is_standard = |event: &Event| {
                let metric = stages::metric_id(*event).and_then(registry::find);
                !stages::is_by_the_way(*event) && metric.is_some_and(|metric| measures.applies(metric))
            };
            let known = Event::ALL.into_iter().filter(is_standard);
            known.map(|event| (capital(event.name(self.lang)), event)).collect()
        })
    }

    /// The place of a subject and those above it, innermost first.
    fn places_around(&self, subject: Subject) -> impl Iterator<Item = &Place> {
        let first = match subject {
            Subject::Place(at) => self.place(at),
            Subject::Site | Subject::Team(_) | Subject::Department(_) | Subject::Project(_) => None,
        };
        std::iter::successors(first, |place| place.parent.and_then(|at| self.place(at)))
    }
}

/// The text with a capital at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
