//! How long issues took from receipt to finish: not their mean, but all of them.

use super::chart::{Chart, Drawing, Form, Plot, Scale, Series, Table};
use super::shell::Link;
use super::{View, figure_text, routes};
use crate::measure::{Dimension, Figure, Subject, Value, handling, registry};
use crate::model::Period;
use crate::text::Lang;

/// Fewer finished issues than this are no distribution.
const FEWEST: u64 = figure_text::FEWEST_FOR_PERCENT;

impl View<'_> {
    /// The issues of a subject finished in the year of the pages' month, by the days they took, with median and 90th
    /// percentile; `None` where there are few.
    #[must_use]
    pub fn handling_chart(&self, subject: Subject) -> Option<Chart> {
        let lang = self.lang;
        let measures = self.cleared.measures();
        let handled = registry::find("issues.handled")?;
        let period = Period::year(self.month);
        let words = Dimension::HandlingDays.words(&self.cleared.ledger().issues);
        let bins: Vec<Figure> = (0..words.len())
            .filter_map(|at| measures.slice(handled, subject, period, (Dimension::HandlingDays, at)))
            .collect();
        let counts: Vec<u64> = bins.iter().map(|figure| figure.value.count().unwrap_or(0)).collect();
        let all: u64 = counts.iter().sum();
        if all < FEWEST {
            return None;
        }
        let mut marks = Vec::new();
        let mut said = Vec::new();
        for id in ["issues.handling_median", "issues.handling_p90"] {
            let figure = measures.figure(registry::find(id)?, subject, period);
            let Value::Time { seconds, .. } = figure.value else { continue };
            let text = figure_text::words(&figure, lang);
            if text.unit.is_empty() {
                continue;
            }
            let time = format!("{} {}", text.value, text.unit);
            let time = match id {
                "issues.handling_median" => lang.pick(format!("中位数 {time}"), format!("Median {time}")),
                _ => lang.pick(format!("九成在 {time}内"), format!("90% within {time}")),
            };
            let bin = handling::bin(u32::try_from(seconds).unwrap_or(u32::MAX))?;
            marks.push((bin, time.clone()));
            said.push(time);
        }
        let full: Vec<String> = words.iter().map(|word| days_name(word, lang)).collect();
        let share = |count: u64| figure_text::share(count, all).unwrap_or_default();
        let rows = full
            .iter()
            .zip(&counts)
            .map(|(name, &count)| vec![name.clone(), figure_text::count_text(count), share(count)]);
        let name = lang.pick("办理时长分布", "How long it took");
        let plot = Plot {
            form: Form::Columns,
            scale: Scale::counts(bins.iter().filter_map(super::drawn::value).fold(0.0, f64::max)),
            labels: words.iter().map(|word| days_label(word)).collect(),
            series: vec![Series {
                name: name.to_owned(),
                values: bins.iter().map(super::drawn::value).collect(),
                texts: counts.iter().map(|&count| figure_text::count_text(count)).collect(),
                ..Series::default()
            }],
            flags: marks,
            ..Plot::default()
        };
        let year = period.name(lang);
        let all = figure_text::count_text(all);
        let said = said.join(lang.pick("，", ", "));
        Some(Chart {
            id: "issues.handled.handling_days".into(),
            title: name.into(),
            subtitle: self.subtitle(
                subject,
                &year,
                lang.pick("件，横轴为满几天（24 小时为一天）", "issues by whole days of 24 hours"),
            ),
            sentence: lang
                .pick(format!("{year}办结 {all} 件；{said}。"), format!("{all} issues finished in {year}. {said}.")),
            drawing: Drawing::Plot(plot),
            as_of: self.day(self.as_of),
            definition: routes::definition("issues.handling_median"),
            data: self.figures_address(subject),
            table: Table {
                heads: vec![
                    Link::new(lang.pick("办理时长", "Took"), ""),
                    Link::new(lang.pick("件数", "Issues"), self.figure_address(handled, subject)),
                    Link::new(lang.pick("占比", "Share"), ""),
                ],
                rows: rows.collect(),
            },
        })
    }
}

/// A bin on the axis: `<1`, `4–5`, `≥16`.
fn days_label(word: &str) -> String {
    match word.strip_suffix('-') {
        _ if word == "0" => "<1".to_owned(),
        Some(first) => format!("≥{first}"),
        None => word.replace('-', "–"),
    }
}

/// A bin in words.
pub(super) fn days_name(word: &str, lang: Lang) -> String {
    let is_first = word == "0";
    match word.strip_suffix('-') {
        _ if is_first => lang.pick("不满 1 天", "less than 1 day").to_owned(),
        Some(first) => lang.pick(format!("{first} 天及以上"), format!("{first} days and more")),
        None => {
            let range = word.replace('-', "–");
            let unit = figure_text::counted(&range, "days");
            lang.pick(format!("{range} 天"), format!("{range} {unit}"))
        }
    }
}
