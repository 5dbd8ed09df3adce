//! The charts of the pages: which figures, over which months, on which scale.

use super::ageing::age_name;
use super::chart::{Chart, Drawing, Form, Plot, Series, Table};
use super::distribution::days_name;
use super::figure_text::FEWEST_FOR_PERCENT;
use super::shell::Link;
use super::stars::stars_name;
use super::{View, captions, drawn, figure_text, routes};
use crate::measure::registry::{self, Metric};
use crate::measure::{Dimension, Figure, Subject, Value};
use crate::model::Period;
use crate::text::Lang;
use crate::text::date::Month;

/// Months on a chart over time: a year, and the month a year before.
const MONTHS: i32 = 13;
/// Bars on a chart of words; what comes after is gathered under “others”.
const BARS: usize = 8;

/// What a chart is about, in words.
struct Words {
    id: String,
    title: String,
    subject: Subject,
    unit: String,
    period: String,
    data: String,
}

impl View<'_> {
    /// Several metrics by month, each a series. Counts on one scale from zero, rates from 0 to 100 %.
    #[must_use]
    pub fn monthly(&self, id: &str, title: &str, metrics: &[&str], subject: Subject, form: Form) -> Chart {
        let metrics: Vec<&'static Metric> = metrics.iter().filter_map(|id| registry::find(id)).collect();
        let months = self.months(subject);
        let measures = self.cleared.measures();
        let rates = metrics.first().is_some_and(|metric| metric.is_rate());
        let figures: Vec<Vec<Figure>> = metrics
            .iter()
            .map(|metric| months.iter().map(|&month| measures.figure(metric, subject, Period::Month(month))).collect())
            .collect();
        let series: Vec<Series> = metrics
            .iter()
            .zip(&figures)
            .map(|(metric, figures)| self.series(metric.text(self.lang).name, figures))
            .collect();
        let heads = self.heads(subject, &metrics);
        let rows = months
            .iter()
            .enumerate()
            .map(|(at, month)| {
                let mut row = vec![Period::Month(*month).name(self.lang)];
                for figures in &figures {
                    row.extend(figures.get(at).map(|figure| self.cells(figure)).unwrap_or_default());
                }
                row
            })
            .collect();
        let unit = metrics.first().map(|metric| self.axis_unit(metric)).unwrap_or_default().to_owned();
        let words = Words {
            id: id.to_owned(),
            title: title.to_owned(),
            subject,
            unit,
            period: self.span_name(&months),
            data: self.figures_address(subject),
        };
        let definition = metrics.first().map(|metric| routes::definition(metric.id)).unwrap_or_default();
        let full_labels: Vec<String> = months.iter().map(|&month| Period::Month(month).name(self.lang)).collect();
        let is_broken = |at: &usize| figures.iter().filter_map(|figures| figures.get(*at)).any(|figure| figure.broken);
        let plot = Plot {
            form,
            scale: drawn::scale(rates, &series),
            labels: months.iter().map(|&month| drawn::short_month(month, self.lang)).collect(),
            groups: drawn::years(&months, self.lang),
            provisional: months.iter().map(|&month| measures.is_provisional(Period::Month(month))).collect(),
            breaks: (0..months.len()).filter(is_broken).collect(),
            series,
            ..Plot::default()
        };
        let mut chart = self.chart(words, plot, &full_labels);
        chart.definition = definition;
        chart.table = Table { heads: headed(self.lang.pick("月份", "Month"), heads), rows };
        chart
    }

    /// A metric broken down by the words of a dimension over the last twelve months, most first.
    #[must_use]
    pub fn by_word(&self, id: &str, metric: &str, dimension: Dimension, subject: Subject) -> Option<Chart> {
        let metric = registry::find(metric)?;
        let measures = self.cleared.measures();
        let issues = &self.cleared.ledger().issues;
        let words = dimension.words(issues);
        let months = self.last_year();
        let mut found: Vec<(String, Value)> = measures
            .tally(subject)
            .issues
            .words(dimension)
            .filter_map(|at| {
                let value = months.iter().filter_map(|&month| {
                    measures.slice(metric, subject, Period::Month(month), (dimension, at)).map(|figure| figure.value)
                });
                Some((self.word_name(dimension, words.get(at)?), value.fold(Value::Nothing, add)))
            })
            .filter(|(_, value)| is_counted(*value))
            .collect();
        if metric.is_rate() {
            self.in_site_order(dimension, &mut found);
        } else {
            found.sort_by(|a, b| size(b.1).cmp(&size(a.1)).then_with(|| a.0.cmp(&b.0)));
        }
        Some(self.bars(id, metric, dimension_name(dimension, self.lang), subject, found))
    }

    /// A metric of activities broken down by kind over the last twelve months, most first.
    #[must_use]
    pub fn by_activity_kind(&self, id: &str, metric: &str, subject: Subject) -> Option<Chart> {
        let metric = registry::find(metric)?;
        let measures = self.cleared.measures();
        let months = self.last_year();
        let mut found: Vec<(String, Value)> = measures
            .tally(subject)
            .activities
            .kinds()
            .map(|kind| {
                let value = months.iter().filter_map(|&month| {
                    measures.kind(metric, subject, Period::Month(month), kind).map(|figure| figure.value)
                });
                (self.named(kind).to_owned(), value.fold(Value::Nothing, add))
            })
            .filter(|(_, value)| is_counted(*value))
            .collect();
        found.sort_by(|a, b| size(b.1).cmp(&size(a.1)).then_with(|| a.0.cmp(&b.0)));
        Some(self.bars(id, metric, self.lang.pick("活动类型", "Kind of activity"), subject, found))
    }

    /// Lying bars of named values; the smallest ones are gathered when there are too many.
    pub(super) fn bars(
        &self,
        id: &str,
        metric: &'static Metric,
        by: &str,
        subject: Subject,
        mut found: Vec<(String, Value)>,
    ) -> Chart {
        let gathered = found.len() > BARS && !metric.is_rate();
        if gathered {
            let others = found.split_off(BARS - 1);
            let count = others.len();
            let sum = others.into_iter().map(|(_, value)| value).fold(Value::Nothing, add);
            found.push((self.lang.pick(format!("其他 {count} 类"), format!("{count} others")), sum));
        }
        let name = metric.text(self.lang).name;
        let figures: Vec<Figure> = found
            .iter()
            .map(|(_, value)| Figure {
                value: *value,
                ..self.cleared.measures().figure(metric, subject, Period::Month(self.month))
            })
            .map(|figure| Figure { provisional: false, ..figure })
            .collect();
        let mut series = self.series(name, &figures);
        let labels: Vec<String> = found.iter().map(|(word, _)| word.clone()).collect();
        let mut rows: Vec<Vec<String>> =
            labels.iter().zip(&figures).map(|(label, figure)| prefixed(label, self.cells(figure))).collect();
        let mut heads = self.heads(subject, &[metric]);
        // Counts of parts of a whole are read as shares of it, too.
        let whole: u64 = found.iter().filter_map(|(_, value)| value.count()).sum();
        if whole >= FEWEST_FOR_PERCENT && found.len() > 1 {
            heads.push(Link::new(self.lang.pick("占比", "Share"), ""));
            for (row, (_, value)) in rows.iter_mut().zip(&found) {
                let share = figure_text::share(value.count().unwrap_or(0), whole).unwrap_or_default();
                series.notes.push(share.clone());
                row.push(share);
            }
        }
        let words = Words {
            id: id.to_owned(),
            title: self.lang.pick(format!("{name}：按{by}"), format!("{name} by {}", by.to_lowercase())),
            subject,
            unit: if metric.is_rate() { "%".into() } else { metric.unit.word(self.lang).into() },
            period: self.span_name(&self.last_year()),
            data: self.figures_address(subject),
        };
        let rates = metric.is_rate();
        let series = vec![series];
        let plot = Plot {
            form: Form::Bars,
            scale: drawn::scale(rates, &series),
            labels: labels.clone(),
            series,
            gathered,
            ..Plot::default()
        };
        let mut chart = self.chart(words, plot, &labels);
        chart.definition = routes::definition(metric.id);
        chart.table = Table { heads: headed(by, heads), rows };
        chart
    }

    fn chart(&self, words: Words, plot: Plot, full_labels: &[String]) -> Chart {
        Chart {
            id: words.id,
            title: words.title,
            subtitle: self.subtitle(words.subject, &words.period, &words.unit),
            sentence: captions::plot(self.lang, &plot, full_labels, &words.unit),
            drawing: Drawing::Plot(plot),
            as_of: self.day(self.as_of),
            definition: String::new(),
            data: words.data,
            table: Table::default(),
        }
    }

    /// The unit along the value axis of a metric.
    pub(super) fn axis_unit(&self, metric: &Metric) -> &'static str {
        match metric.unit.word(self.lang) {
            _ if metric.id == "activities.hours" => self.lang.pick("小时", "hours"),
            word if metric.is_rate() || word.is_empty() => "%",
            word => word,
        }
    }

    /// Place, period and unit of a chart.
    pub(super) fn subtitle(&self, subject: Subject, period: &str, unit: &str) -> String {
        let subject = self.subject_name(subject);
        self.lang.pick(format!("{subject} · {period} · 单位：{unit}"), format!("{subject} · {period} · in {unit}"))
    }

    /// One series of figures of one metric: values to draw and texts to print.
    fn series(&self, name: &str, figures: &[Figure]) -> Series {
        Series {
            name: name.to_owned(),
            values: figures.iter().map(drawn::value).collect(),
            texts: figures.iter().map(|figure| figure_text::words(figure, self.lang).value).collect(),
            intervals: figures.iter().map(drawn::interval).collect(),
            notes: Vec::new(),
        }
    }

    /// Heads of the table: a rate takes two columns, itself and its parts.
    fn heads(&self, subject: Subject, metrics: &[&'static Metric]) -> Vec<Link> {
        let mut heads = Vec::new();
        for metric in metrics {
            heads.push(Link::new(metric.text(self.lang).name, self.figure_address(metric, subject)));
            if metric.is_rate() {
                heads.push(Link::new(self.lang.pick("件数", "Of"), ""));
            }
        }
        heads
    }

    /// The cells of a figure in the table.
    fn cells(&self, figure: &Figure) -> Vec<String> {
        let text = figure_text::words(figure, self.lang);
        let value = match figure.value {
            Value::Time { .. } => format!("{} {} {}", text.value, text.unit, figure.marks()),
            _ => format!("{} {}", text.value, figure.marks()),
        };
        let value = value.trim_end().to_owned();
        if figure.metric.is_rate() { vec![value, text.parts] } else { vec![value] }
    }

    /// The months of a chart over time: at most thirteen, none before the subject's records begin.
    pub(super) fn months(&self, subject: Subject) -> Vec<Month> {
        let earliest = self.month.plus(1 - MONTHS);
        let first = self.cleared.measures().span(subject).map_or(earliest, |(first, _)| first.max(earliest));
        let first = first.min(self.month);
        (0..=self.month.since(first)).map(|step| first.plus(step)).collect()
    }

    /// The twelve months up to the as-of date.
    #[must_use]
    pub fn last_year(&self) -> Vec<Month> {
        (0..12).map(|step| self.month.plus(step - 11)).collect()
    }

    pub(super) fn span_name(&self, months: &[Month]) -> String {
        match (months.first(), months.last()) {
            (Some(first), Some(last)) if first != last => {
                let (first, last) = (Period::Month(*first).name(self.lang), Period::Month(*last).name(self.lang));
                self.lang.pick(format!("{first}至{last}"), format!("{first} to {last}"))
            }
            (Some(only), _) => Period::Month(*only).name(self.lang),
            _ => String::new(),
        }
    }

    /// What a subject is called.
    #[must_use]
    pub fn subject_name(&self, subject: Subject) -> String {
        let ledger = self.cleared.ledger();
        match subject {
            Subject::Site => match self.rollups.last().and_then(|&at| ledger.place(at)) {
                Some(place) if self.rollups.len() == place.level + 1 => place.name.clone(),
                _ => self.lang.pick("全部", "All").to_owned(),
            },
            Subject::Place(at) => ledger.place(at).map(|place| place.name.clone()).unwrap_or_default(),
            Subject::Team(at) => ledger.team(at).map(|team| team.name.clone()).unwrap_or_default(),
            Subject::Department(at) => ledger.departments.get(at.0 as usize).cloned().unwrap_or_default(),
            Subject::Project(at) => ledger.project(at).map(|project| project.name.clone()).unwrap_or_default(),
        }
    }

    /// A word of a dimension as people read it: tiers and kinds have names of their own.
    pub(super) fn word_name(&self, dimension: Dimension, word: &str) -> String {
        match dimension {
            Dimension::Tier => {
                let tier = self.config.tiers.iter().find(|tier| tier.id == word);
                tier.map_or_else(|| word.to_owned(), |tier| tier.name.clone())
            }
            Dimension::Kind => crate::model::Kind::from_word(word)
                .map_or_else(|| word.to_owned(), |kind| kind.name(self.lang).to_owned()),
            Dimension::Age => age_name(word, self.lang),
            Dimension::Stars => stars_name(word, self.lang),
            Dimension::HandlingDays => days_name(word, self.lang),
            Dimension::Category => self.category_name(word),
            Dimension::Channel => word.to_owned(),
        }
    }

    /// Tiers stand in the order of `site.toml`, other words in that of their size.
    fn in_site_order(&self, dimension: Dimension, found: &mut [(String, Value)]) {
        let order = |name: &str| self.config.tiers.iter().position(|tier| tier.name == name).unwrap_or(usize::MAX);
        if dimension == Dimension::Tier {
            found.sort_by(|a, b| order(&a.0).cmp(&order(&b.0)).then_with(|| a.0.cmp(&b.0)));
        } else {
            found.sort_by(|a, b| size(b.1).cmp(&size(a.1)).then_with(|| a.0.cmp(&b.0)));
        }
    }
}

/// Values of one metric over disjoint months or words, added.
fn add(a: Value, b: Value) -> Value {
    match (a, b) {
        (Value::Nothing, other) | (other, Value::Nothing) => other,
        (Value::Count(a), Value::Count(b)) => Value::Count(a + b),
        (Value::Seconds(a), Value::Seconds(b)) => Value::Seconds(a + b),
        (Value::Cents(a), Value::Cents(b)) => Value::Cents(a + b),
        (Value::Rate { part, whole }, Value::Rate { part: more, whole: of }) => {
            Value::Rate { part: part + more, whole: whole + of }
        }
        (Value::Ratio { part, base, per }, Value::Ratio { part: more, base: of, .. }) => {
            Value::Ratio { part: part + more, base: base + of, per }
        }
        // Percentiles do not add.
        _ => Value::Nothing,
    }
}

fn is_counted(value: Value) -> bool {
    size(value) > 0
}

fn size(value: Value) -> u64 {
    match value {
        Value::Count(n) | Value::Seconds(n) | Value::Cents(n) | Value::Rate { whole: n, .. } => n,
        Value::Time { of, .. } | Value::Ratio { base: of, .. } => of,
        Value::Nothing | Value::Withheld => 0,
    }
}

fn prefixed(first: &str, rest: Vec<String>) -> Vec<String> {
    let mut all = vec![first.to_owned()];
    all.extend(rest);
    all
}

fn headed(first: &str, rest: Vec<Link>) -> Vec<Link> {
    let mut all = vec![Link::new(first, "")];
    all.extend(rest);
    all
}

/// What a dimension is called.
#[must_use]
pub fn dimension_name(dimension: Dimension, lang: Lang) -> &'static str {
    match dimension {
        Dimension::Category => lang.pick("类别", "Category"),
        Dimension::Channel => lang.pick("渠道", "Channel"),
        Dimension::Tier => lang.pick("时限分级", "Tier"),
        Dimension::Kind => lang.pick("性质", "Kind"),
        Dimension::Age => lang.pick("账龄", "Age"),
        Dimension::Stars => lang.pick("星级", "Stars"),
        Dimension::HandlingDays => lang.pick("办理时长", "Time to finish"),
    }
}
