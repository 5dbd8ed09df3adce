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
    let shown: Vec<Shown<'_>> = labels
        .iter()
        .zip(&series.values)
        .zip(&series.texts)
        .filter_map(|((label, value), text)| value.map(|value| Shown { name: label, value, text }))
        .collect();
    // What is gathered in one bar is neither a name nor as small as any of its parts.
    let named = shown.len() - usize::from(plot.gathered && shown.len() == labels.len());
    let named = shown.get(..named).unwrap_or_default();
    let last = shown.last()?;
    let name = &series.name;
    let say = |text: &str| if unit.is_empty() { text.to_owned() } else { format!("{text} {}", counted(text, unit)) };
    if shown.len() == 1 {
        let value = say(last.text);
        return Some(lang.pick(format!("{name}：{} {value}。", last.name), format!("{name}: {} {value}.", last.name)));
    }
    if shown.iter().all(|other| other.text == last.text) {
        let value = say(last.text);
        return Some(lang.pick(format!("{name}：均为 {value}。"), format!("{name}: {value} throughout.")));
    }
    let ends = ends(named);
    if matches!(plot.form, Form::Columns | Form::Lines) {
        let (high, low) = ends?;
        let when = |names: &[&str]| {
            let count = names.len();
            listed(lang, names).unwrap_or_else(|| lang.pick(format!("有 {count} 个月"), format!("{count} months")))
        };
        let (best, worst) = (when(&high.names), when(&low.names));
        let (now, high, low) = (say(last.text), say(high.text), say(low.text));
        return Some(lang.pick(
            format!("{name}：{} {now}；最高 {high}（{best}），最低 {low}（{worst}）。", last.name),
            format!("{name}: {now} in {}; highest {high} ({best}), lowest {low} ({worst}).", last.name),
        ));
    }
    let words = if plot.scale.percent { RATES } else { COUNTS };
    let parts = match ends {
        Some((high, _)) if plot.gathered => vec![words.high.say(lang, &high.names, &say(high.text))],
        Some((high, low)) => {
            vec![words.high.say(lang, &high.names, &say(high.text)), words.low.say(lang, &low.names, &say(low.text))]
        }
        None => {
            let value = say(named.first()?.text);
            vec![lang.pick(format!("列出名称的均为 {value}"), format!("{value} for each that is named"))]
        }
    };
    Some(lang.pick(format!("{name}：{}。", parts.join("；")), format!("{name}: {}.", parts.join("; "))))
}

/// A value with its name and as it is printed.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// Whose.
    pub name: &'a str,
    /// The value.
    pub value: f64,
    /// As it is printed.
    pub text: &'a str,
}

/// The largest or smallest of some values, with the names of all that are printed the same.
#[derive(Debug)]
pub struct End<'a> {
    /// Whose, in the order given.
    pub names: Vec<&'a str>,
    /// As it is printed.
    pub text: &'a str,
}

/// The largest and the smallest; `None` where all are printed the same. Readers cannot tell apart what is: both are named.
#[must_use]
pub fn ends<'a>(shown: &[Shown<'a>]) -> Option<(End<'a>, End<'a>)> {
    let end = |text: &'a str| End {
        names: shown.iter().filter(|shown| shown.text == text).map(|shown| shown.name).collect(),
        text,
    };
    let highest = shown.iter().max_by(|a, b| a.value.total_cmp(&b.value))?.text;
    let lowest = shown.iter().min_by(|a, b| a.value.total_cmp(&b.value))?.text;
    (highest != lowest).then(|| (end(highest), end(lowest)))
}

/// Words for one end of some values.
#[derive(Debug, Clone, Copy)]
pub struct Superlative {
    zh: &'static str,
    en: &'static str,
}

/// Words for both ends.
#[derive(Debug, Clone, Copy)]
pub struct Superlatives {
    /// The upper.
    pub high: Superlative,
    /// The lower.
    pub low: Superlative,
}

/// Rates are high or low.
pub const RATES: Superlatives =
    Superlatives { high: Superlative { zh: "最高", en: "highest" }, low: Superlative { zh: "最低", en: "lowest" } };
/// Counts are many or few.
const COUNTS: Superlatives =
    Superlatives { high: Superlative { zh: "最多", en: "most" }, low: Superlative { zh: "最少", en: "least" } };

impl Superlative {
    /// Who it is, and the value: of many that are equal, how many.
    #[must_use]
    pub fn say(self, lang: Lang, names: &[&str], value: &str) -> String {
        let (Self { zh, en }, count) = (self, names.len());
        match listed(lang, names) {
            Some(names) if count > 1 => {
                lang.pick(format!("{names}{zh}，均为 {value}"), format!("{en} for {names}, {value} each"))
            }
            Some(name) => lang.pick(format!("{name}{zh}，{value}"), format!("{en} for {name}, {value}")),
            None => lang.pick(format!("{zh}的有 {count} 个，均为 {value}"), format!("{en} for {count}, {value} each")),
        }
    }
}

/// A few names in a row; `None` of more than a few.
fn listed(lang: Lang, names: &[&str]) -> Option<String> {
    const FEW: usize = 3;
    match names {
        [first @ .., last] if !first.is_empty() && names.len() <= FEW => {
            let first = first.join(lang.pick("、", ", "));
            Some(lang.pick(format!("{first}、{last}"), format!("{first} and {last}")))
        }
        [only] => Some((*only).to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::chart::Scale;

    fn said(lang: Lang, plot: Plot, values: &[(&str, f64)], unit: &str) -> String {
        let labels: Vec<String> = values.iter().map(|(name, _)| (*name).to_owned()).collect();
        let percent = if plot.scale.percent { "%" } else { "" };
        let series = Series {
            name: "N".to_owned(),
            values: values.iter().map(|(_, value)| Some(*value)).collect(),
            texts: values.iter().map(|(_, value)| format!("{value}{percent}")).collect(),
            ..Series::default()
        };
        super::plot(lang, &Plot { series: vec![series], ..plot }, &labels, unit)
    }

    fn bars(percent: bool, gathered: bool) -> Plot {
        let scale = if percent { Scale::PERCENT } else { Scale::counts(10.0) };
        Plot { form: Form::Bars, scale, gathered, ..Plot::default() }
    }

    #[test]
    fn all_that_are_equal_are_named() {
        let two = [("A", 100.0), ("B", 80.0), ("C", 100.0)];
        assert_eq!(said(Lang::Zh, bars(true, false), &two, ""), "N：A、C最高，均为 100%；B最低，80%。");
        assert_eq!(
            said(Lang::En, bars(true, false), &two, ""),
            "N: highest for A and C, 100% each; lowest for B, 80%."
        );
        let four = [("A", 9.0), ("B", 9.0), ("C", 9.0), ("D", 9.0), ("E", 1.0)];
        assert_eq!(said(Lang::Zh, bars(false, false), &four, "件"), "N：最多的有 4 个，均为 9 件；E最少，1 件。");
        assert_eq!(
            said(Lang::En, bars(false, false), &four, "issues"),
            "N: most for 4, 9 issues each; least for E, 1 issue."
        );
        let same = [("A", 9.0), ("B", 9.0)];
        assert_eq!(said(Lang::Zh, bars(false, false), &same, "件"), "N：均为 9 件。");
    }

    #[test]
    fn of_what_is_gathered_nobody_knows_the_least() {
        let rest = [("A", 9.0), ("B", 4.0), ("其他 3 类", 5.0)];
        assert_eq!(said(Lang::Zh, bars(false, true), &rest, "件"), "N：A最多，9 件。");
        let equal = [("A", 4.0), ("B", 4.0), ("其他 3 类", 12.0)];
        assert_eq!(said(Lang::Zh, bars(false, true), &equal, "件"), "N：列出名称的均为 4 件。");
    }

    #[test]
    fn every_month_of_the_same_value_is_told() {
        let plot = || Plot { form: Form::Columns, scale: Scale::counts(300.0), ..Plot::default() };
        let months = [("3月", 300.0), ("5月", 192.0), ("6月", 200.0), ("10月", 192.0)];
        assert_eq!(
            said(Lang::Zh, plot(), &months, "件"),
            "N：10月 192 件；最高 300 件（3月），最低 192 件（5月、10月）。"
        );
        let months = [("1月", 0.0), ("2月", 0.0), ("3月", 0.0), ("4月", 0.0), ("5月", 1.0)];
        assert_eq!(said(Lang::Zh, plot(), &months, "件"), "N：5月 1 件；最高 1 件（5月），最低 0 件（有 4 个月）。");
    }
}
