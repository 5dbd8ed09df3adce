//! Figures as they are drawn: values, intervals, scales, and the months under them.

use super::chart::{Scale, Series};
use super::figure_text::{self, FEWEST_FOR_PERCENT};
use crate::measure::{Figure, Value};
use crate::text::Lang;
use crate::text::date::Month;

/// The value as it is drawn and sorted: rates in percent, hours in hours; nothing where there is nothing, and no percentage of few.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
pub fn value(figure: &Figure) -> Option<f64> {
    match figure.value {
        Value::Count(count) => Some(count as f64),
        Value::Seconds(seconds) => Some(seconds as f64 / 3_600.0),
        Value::Cents(cents) => Some(cents as f64 / 100.0),
        Value::Time { seconds, .. } => Some(seconds as f64 / 86_400.0),
        Value::Ratio { base: 0, .. } | Value::Nothing | Value::Withheld => None,
        Value::Ratio { part, base, per } => Some(part as f64 * f64::from(per) / base as f64),
        Value::Rate { whole, .. } if whole < FEWEST_FOR_PERCENT && figure.metric.counts_records() => None,
        Value::Rate { .. } => figure.fraction().map(|fraction| fraction * 100.0),
    }
}

/// The lowest and the highest of some figures as they are printed; `None` where none of them could be drawn.
#[must_use]
pub fn ends(figures: &[Figure], lang: Lang) -> Option<(String, String)> {
    let known = || figures.iter().filter_map(|figure| Some((value(figure)?, figure)));
    let text = |(_, figure): (f64, &Figure)| figure_text::words(figure, lang).value;
    let lowest = known().min_by(|a, b| a.0.total_cmp(&b.0))?;
    let highest = known().max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some((text(lowest), text(highest)))
}

/// The interval of a rate on few records, in percent.
#[must_use]
pub fn interval(figure: &Figure) -> Option<(f64, f64)> {
    /// From this many records on the interval is hardly wider than the line that would draw it.
    const ENOUGH: u64 = 100;
    figure.whole().filter(|&whole| whole < ENOUGH)?;
    value(figure)?;
    figure.interval().map(|(low, high)| (low * 100.0, high * 100.0))
}

/// Rates from 0 to 100 %, counts from zero to above the largest.
#[must_use]
pub fn scale(rates: bool, series: &[Series]) -> Scale {
    let largest = series.iter().flat_map(|series| &series.values).flatten().copied().fold(0.0, f64::max);
    if rates { Scale::PERCENT } else { Scale::counts(largest) }
}

/// The years that months lie in, each at the position where it begins.
#[must_use]
pub fn years(months: &[Month], lang: Lang) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut before = None;
    for (at, month) in months.iter().enumerate() {
        if before != Some(month.year()) {
            found.push((at, lang.pick(format!("{}年", month.year()), month.year().to_string())));
        }
        before = Some(month.year());
    }
    found
}

/// `10月`
#[must_use]
pub fn short_month(month: Month, lang: Lang) -> String {
    const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match lang {
        Lang::Zh => format!("{}月", month.number()),
        Lang::En => {
            let at = usize::try_from(month.number() - 1).unwrap_or(0);
            ENGLISH.get(at).copied().unwrap_or("").to_owned()
        }
    }
}
