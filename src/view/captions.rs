//! What a plot shows in words, for those who do not see it and for those in a hurry.

use super::chart::{Form, Plot, Series};
use super::figure_text::{FEWEST_FOR_PERCENT, counted};
use crate::text::Lang;

/// Range, latest value, largest and smallest of each series, and why something is missing. Labels are given in full.
#[must_use]
pub fn plot(lang: Lang, plot: &Plot, labels: &[String], unit: &str) -> String {
    let unit = if plot.scale.percent { "" } else { unit };
    let mut said: Vec<String> = plot.series.iter().filter_map(|series| one(lang, plot, labels, series, unit)).collect();
    if said.is_empty() {
        return lang.pick("暂无数据。", "No data.").to_owned();
    }
    let is_few = |series: &Series| {
        series.values.iter().zip(&series.texts).any(|(value, text)| value.is_none() && text.contains('/'))
    };
    if plot.scale.percent && plot.series.iter().any(is_few) {
        let blank = match plot.form {
            Form::Columns | Form::Lines => lang.pick("图中空缺", "left blank"),
            Form::Bars | Form::Parts => lang.pick("只写件数", "given as they are"),
        };
        said.push(lang.pick(
            format!("不足 {FEWEST_FOR_PERCENT} 件的不作百分比，{blank}。"),
            format!("Fewer than {FEWEST_FOR_PERCENT} records make no percentage and are {blank}."),
        ));
    }
    if !plot.breaks.is_empty() {
        let text = "[b] 处换了算法或数据来源，前后不可比。";
        said.push(lang.pick(text, "From [b] on it is counted in another way: do not compare across it.").to_owned());
    }
    said.join(lang.pick("", " "))
}

fn one(lang: Lang, plot: &Plot, labels: &[String], series: &Series, unit: &str) -> Option<String> {
    let shown: Vec<(&str, f64, &str)> = labels
        .iter()
        .zip(&series.values)
        .zip(&series.texts)
        .filter_map(|((label, value), text)| value.map(|value| (label.as_str(), value, text.as_str())))
        .collect();
    let last = shown.last()?;
    let highest = shown.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let lowest = shown.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let name = &series.name;
    let say = |text: &str| if unit.is_empty() { text.to_owned() } else { format!("{text} {}", counted(text, unit)) };
    if shown.len() > 1 && (highest.1 - lowest.1).abs() < f64::EPSILON && highest.2 == lowest.2 {
        let value = say(last.2);
        return Some(lang.pick(format!("{name}：均为 {value}。"), format!("{name}: {value} throughout.")));
    }
    let (high, low) = (say(highest.2), say(lowest.2));
    let over_time = matches!(plot.form, Form::Columns | Form::Lines);
    Some(match (over_time, lang) {
        _ if shown.len() == 1 => {
            lang.pick(format!("{name}：{} {}。", last.0, say(last.2)), format!("{name}: {} {}.", last.0, say(last.2)))
        }
        (false, Lang::Zh) if plot.scale.percent => {
            format!("{name}：{}最高，{high}；{}最低，{low}。", highest.0, lowest.0)
        }
        (false, Lang::En) if plot.scale.percent => {
            format!("{name}: highest for {}, {high}; lowest for {}, {low}.", highest.0, lowest.0)
        }
        (false, Lang::Zh) => format!("{name}：{}最多，{high}；{}最少，{low}。", highest.0, lowest.0),
        (false, Lang::En) => format!("{name}: most for {}, {high}; least for {}, {low}.", highest.0, lowest.0),
        (true, Lang::Zh) => {
            format!("{name}：{} {}；最高 {high}（{}），最低 {low}（{}）。", last.0, say(last.2), highest.0, lowest.0)
        }
        (true, Lang::En) => {
            format!(
                "{name}: {} in {}; highest {high} ({}), lowest {low} ({}).",
                say(last.2),
                last.0,
                highest.0,
                lowest.0
            )
        }
    })
}
