//! Changes in words: percent for counts, percentage points for rates, and both figures.

use super::View;
use super::figure_text::beside;
use crate::measure::Subject;
use crate::measure::change::{Against, Change, Kind};
use crate::measure::registry::Metric;
use crate::model::Period;
use crate::text::Lang;

impl View<'_> {
    /// How a figure differs from the same period a year before, and from the period just before, a phrase each.
    #[must_use]
    pub(super) fn changes(&self, metric: &'static Metric, subject: Subject, period: Period) -> Vec<String> {
        // A year before a year is the year before.
        let against: &[Against] = match period {
            Period::Year(_) => &[Against::YearBefore],
            _ => &[Against::YearBefore, Against::PeriodBefore],
        };
        let measures = self.cleared.measures();
        let change = |&against: &Against| {
            measures.change(metric, subject, period, against).map(|change| phrase(&change, against, self.lang))
        };
        against.iter().filter_map(change).collect()
    }
}

fn phrase(change: &Change, against: Against, lang: Lang) -> String {
    let text = beside(&change.before, &change.now, lang);
    let mut before = format!("{} {}", text.value, text.unit).trim_end().to_owned();
    // What a rate per household or a percentage rests on belongs beside it.
    if matches!(change.kind, Kind::Percent(_)) && !text.parts.is_empty() {
        before += &lang.pick(format!("，{}", text.parts), format!(", {}", text.parts));
    }
    let then = then(against, change.before.period, lang);
    match lang {
        Lang::Zh => {
            let word = match against {
                Against::YearBefore => "同比",
                Against::PeriodBefore => "环比",
            };
            match change.kind {
                Kind::Percent(percent) if is_nothing(percent) => format!("{word}持平（{then} {before}）"),
                Kind::Percent(percent) => {
                    let way = if percent > 0.0 { "增加" } else { "减少" };
                    format!("{word}{way} {:.1}%（{then} {before}）", percent.abs())
                }
                Kind::Points { points, .. } if is_nothing(points) => format!("{word}持平（{then} {before}）"),
                Kind::Points { points, within_error } => {
                    let way = if points > 0.0 { "上升" } else { "下降" };
                    let error = if within_error { "，在误差范围内" } else { "" };
                    format!("{word}{way} {:.1} 个百分点（{then} {before}{error}）", points.abs())
                }
                Kind::FromNothing => format!("{then}为 0"),
                Kind::Few => format!("{then} {before}"),
            }
        }
        Lang::En => match change.kind {
            Kind::Percent(size) | Kind::Points { points: size, .. } if is_nothing(size) => {
                format!("the same as {then} ({before})")
            }
            Kind::Percent(percent) => {
                let way = if percent > 0.0 { "up" } else { "down" };
                format!("{way} {:.1}% on {then} ({before})", percent.abs())
            }
            Kind::Points { points, within_error } => {
                let way = if points > 0.0 { "up" } else { "down" };
                let error = if within_error { ", within the margin of error" } else { "" };
                format!("{way} {:.1} percentage points on {then} ({before}{error})", points.abs())
            }
            Kind::FromNothing => format!("none in {then}"),
            Kind::Few => format!("{then}: {before}"),
        },
    }
}

/// Whether a difference is printed as 0.0.
fn is_nothing(size: f64) -> bool {
    size.abs() < 0.05
}

/// What people call the earlier period.
fn then(against: Against, earlier: Period, lang: Lang) -> &'static str {
    match (against, earlier) {
        (Against::YearBefore, Period::Month(_)) => lang.pick("上年同月", "the same month last year"),
        (Against::YearBefore, Period::Year(_)) => lang.pick("上年", "the year before"),
        (Against::YearBefore, _) => lang.pick("上年同期", "the same period last year"),
        (Against::PeriodBefore, Period::Month(_)) => lang.pick("上月", "the month before"),
        (Against::PeriodBefore, Period::Quarter(_)) => lang.pick("上季度", "the quarter before"),
        (Against::PeriodBefore, _) => lang.pick("上期", "the period before"),
    }
}
