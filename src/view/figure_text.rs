//! Figures in words: value, unit, parts, and how far they can be trusted.

use crate::measure::bases::Base;
use crate::measure::registry::{How, Metric, Stock, Unit};
use crate::measure::{Figure, Value};
use crate::model::WITHHELD;
use crate::text::Lang;
use crate::text::number::{grouped, rate};

/// Below this many records a rate is printed as its parts only (`domain/metrics`, C.5).
pub const FEWEST_FOR_PERCENT: u64 = 10;
/// What is printed where there is no number.
pub const NO_VALUE: &str = "—";
/// Below this many records a rate is printed with its interval.
const FEWEST_WITHOUT_INTERVAL: u64 = 30;

/// A figure ready to print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureText {
    /// The number: `93.7%`, `312`, `3/4`, `—`.
    pub value: String,
    /// The word after it: `件`; empty for percentages.
    pub unit: String,
    /// What it is made of: `286/298 件`; empty for plain counts.
    pub parts: String,
    /// Interval, few cases, not final; empty when there is nothing to say.
    pub note: String,
}

/// The unit as it stands after a number: in English, one is singular.
#[must_use]
pub fn counted<'a>(number: &str, unit: &'a str) -> &'a str {
    match unit {
        _ if number != "1" => unit,
        "activities" => "activity",
        "people" => "person",
        "communities" => "community",
        "issues" | "visits" | "households" | "teams" | "projects" | "minutes" | "hours" | "days" | "months"
        | "stars" | "times" | "items" | "topics" | "notices" | "steps" | "volunteer teams" | "household-months"
        | "working days" | "natural days" => unit.strip_suffix('s').unwrap_or(unit),
        _ => unit,
    }
}

/// Days in English words.
#[must_use]
pub fn days(count: i32) -> String {
    let number = count.to_string();
    let unit = counted(&number, "days");
    format!("{number} {unit}")
}

/// A figure with its unit, for a cell of a table.
#[must_use]
pub fn with_unit(figure: &Figure, lang: Lang) -> String {
    let text = words(figure, lang);
    format!("{} {}", text.value, text.unit).trim_end().to_owned()
}

/// Words a figure.
#[must_use]
pub fn words(figure: &Figure, lang: Lang) -> FigureText {
    let unit = figure.metric.unit.word(lang).to_owned();
    let mut text = match figure.value {
        Value::Count(count) => FigureText { value: count_text(count), unit, ..FigureText::default() },
        Value::Seconds(seconds) => {
            FigureText { value: hours(seconds), unit: lang.pick("小时", "hours").to_owned(), ..FigureText::default() }
        }
        Value::Cents(cents) => {
            let (value, unit) = money(cents, lang);
            FigureText { value, unit, ..FigureText::default() }
        }
        Value::Rate { part, whole } => rate_words(figure, part, whole, lang),
        Value::Ratio { part, base, per } if base > 0 => ratio_words(figure, part, base, per, lang),
        Value::Time { seconds, of } => time_words(figure, seconds, of, lang),
        Value::Withheld => FigureText {
            value: WITHHELD.into(),
            note: lang.pick("因保密隐去", "kept back for privacy").into(),
            ..FigureText::default()
        },
        Value::Ratio { .. } | Value::Nothing => nothing(figure, lang),
    };
    text.unit = counted(&text.value, &text.unit).to_owned();
    for (is_so, zh, en) in [
        (figure.broken, "期内口径中断，前后不可比", "counted in another way from within the period on"),
        (figure.provisional, "统计期未结束，暂定", "period not over, provisional"),
    ] {
        if is_so {
            if !text.note.is_empty() {
                text.note.push_str(lang.pick("；", "; "));
            }
            text.note.push_str(lang.pick(zh, en));
        }
    }
    text
}

/// No number: what it would be made of is not filled in, does not apply here, or is not there.
fn nothing(figure: &Figure, lang: Lang) -> FigureText {
    let (value, zh, en) = match figure.metric.how {
        How::Volunteers | How::HoursPerVolunteer => {
            ("[x]", "编号不全或人数太少，不公布", "somebody is not named, or too few for a mean")
        }
        How::IssuesPer { base: Base::HouseholdMonths, .. } => {
            ("[z]", "没有户数，或不满 200 户，不作比率", "households not known, or fewer than 200: no rate")
        }
        How::IssuesPer { base: Base::WorkingDays, .. } => {
            ("[z]", "日历未到，工作日不明", "outside the calendar of working days")
        }
        _ => (NO_VALUE, "无应计件", "nothing to count"),
    };
    FigureText { value: value.into(), note: lang.pick(zh, en).into(), ..FigureText::default() }
}

fn rate_words(figure: &Figure, part: u64, whole: u64, lang: Lang) -> FigureText {
    if whole == 0 {
        return nothing(figure, lang);
    }
    let unit = parts_unit(figure, lang);
    let parts = parts(figure, part, whole, lang);
    if part > whole {
        return FigureText { value: count_text(part), unit, parts, note: String::new() };
    }
    if whole < FEWEST_FOR_PERCENT && figure.metric.counts_records() {
        let note = lang.pick("数量少，不作百分比", "too few for a percentage").to_owned();
        return FigureText { value: format!("{part}/{whole}"), unit, parts: String::new(), note };
    }
    let note = match figure.interval() {
        Some((low, high)) if whole < FEWEST_WITHOUT_INTERVAL => {
            let range = format!("{:.1}%–{:.1}%", low * 100.0, high * 100.0);
            lang.pick(format!("95% 区间 {range}"), format!("95% interval {range}"))
        }
        _ => String::new(),
    };
    FigureText { value: rate(part, whole).unwrap_or_default(), unit: String::new(), parts, note }
}

/// Part of a whole as it is printed: of few as they are, of more in percent.
#[must_use]
pub fn share(part: u64, whole: u64) -> Option<String> {
    if whole < FEWEST_FOR_PERCENT { Some(format!("{part}/{whole}")) } else { rate(part, whole) }
}

/// The unit of the parts of a rate.
fn parts_unit(figure: &Figure, lang: Lang) -> String {
    let unit = match figure.metric.group() {
        _ if figure.metric.how == How::TopicConversion => Unit::Topics,
        _ if matches!(figure.metric.how, How::Projects(Stock::Steps | Stock::Slippage)) => Unit::Steps,
        "issues" => Unit::Issues,
        "activities" => Unit::Teams,
        "items" => Unit::Items,
        "notices" => Unit::Notices,
        _ => Unit::Projects,
    };
    unit.word(lang).to_owned()
}

/// The parts of a rate, in the unit they are counted in.
fn parts(figure: &Figure, part: u64, whole: u64, lang: Lang) -> String {
    match figure.metric.id {
        "projects.budget_execution" => {
            let (paid, paid_unit) = money(part, lang);
            let (budget, budget_unit) = money(whole, lang);
            format!("{paid} {paid_unit} / {budget} {budget_unit}")
        }
        // The parts are shares times ten thousand; only their number means something to a reader.
        "projects.progress" => {
            let (count, unit) = (count_text(whole / 10_000), parts_unit(figure, lang));
            format!("{count} {}", counted(&count, &unit))
        }
        _ => {
            let (whole, unit) = (count_text(whole), parts_unit(figure, lang));
            format!("{}/{whole} {}", count_text(part), counted(&whole, &unit))
        }
    }
}

/// A ratio: as hours where it is a time, else with the decimals of its unit.
fn ratio_words(figure: &Figure, part: i64, base: u64, per: u32, lang: Lang) -> FigureText {
    let unit = figure.metric.unit;
    let sign = if part < 0 { "-" } else { "" };
    let amount = part.unsigned_abs().saturating_mul(u64::from(per));
    if unit == Unit::Minutes {
        let value = tenths(amount, base.saturating_mul(3_600));
        let (count, unit) = (count_text(base), Unit::People.word(lang));
        let parts = format!("{count} {}", counted(&count, unit));
        return FigureText { value, unit: lang.pick("小时", "hours").to_owned(), parts, note: String::new() };
    }
    let size = 10_u64.pow(unit.decimals());
    let rounded = amount.saturating_mul(size).saturating_add(base / 2) / base;
    let width = unit.decimals() as usize;
    let sign = if rounded == 0 { "" } else { sign };
    let value = format!("{sign}{}.{:0width$}", count_text(rounded / size), rounded % size);
    let parts = match figure.metric.how {
        How::Projects(Stock::Slippage) => {
            let (count, unit) = (count_text(base), parts_unit(figure, lang));
            format!("{count} {}", counted(&count, &unit))
        }
        How::IssueMean { .. } => {
            let count = count_text(base);
            format!("{count} {}", counted(&count, Unit::Issues.word(lang)))
        }
        How::IssuesPer { base: against, .. } => {
            let (issues, size) = (count_text(part.unsigned_abs()), count_text(base));
            let issues = format!("{issues} {}", counted(&issues, Unit::Issues.word(lang)));
            let size = match against {
                Base::HouseholdMonths => {
                    lang.pick(format!("{size} 户·月"), format!("{size} {}", counted(&size, "household-months")))
                }
                Base::WorkingDays => {
                    lang.pick(format!("{size} 个工作日"), format!("{size} {}", counted(&size, "working days")))
                }
            };
            format!("{issues} / {size}")
        }
        _ => String::new(),
    };
    if rounded == 0 && part != 0 {
        // Printed as nothing it would say that there is none.
        let note = lang.pick("小于半个单位", "less than half a unit").to_owned();
        return FigureText { value: "[low]".into(), unit: unit.word(lang).to_owned(), parts, note };
    }
    FigureText { value, unit: unit.word(lang).to_owned(), parts, note: String::new() }
}

/// Whether a metric is a percentile that so few records cannot make.
#[must_use]
pub fn has_no_percentile(metric: &Metric, of: u64) -> bool {
    of < FEWEST_FOR_PERCENT && metric.id == "issues.handling_p90"
}

/// Words a figure that stands beside another of its metric: in the same unit.
#[must_use]
pub fn beside(figure: &Figure, other: &Figure, lang: Lang) -> FigureText {
    let mut text = words(figure, lang);
    if let (Value::Time { seconds, of }, Value::Time { seconds: like, .. }) = (figure.value, other.value)
        && figure.metric.unit != Unit::Days
        && !has_no_percentile(figure.metric, of)
    {
        let (size, unit) = unit_of_time(like, lang);
        text.value = tenths(seconds, size);
        text.unit = counted(&text.value, unit).to_owned();
    }
    text
}

fn time_words(figure: &Figure, seconds: u64, of: u64, lang: Lang) -> FigureText {
    let count = count_text(of);
    let parts = format!("{count} {}", counted(&count, Unit::Issues.word(lang)));
    if figure.metric.unit == Unit::Days {
        let unit = Unit::Days.word(lang).to_owned();
        return FigureText { value: count_text(seconds / 86_400), unit, parts, note: String::new() };
    }
    if has_no_percentile(figure.metric, of) {
        let note = lang.pick("件数少，不作百分位", "too few for a percentile").to_owned();
        return FigureText { value: NO_VALUE.into(), unit: String::new(), parts, note };
    }
    let (value, unit) = duration(seconds, lang);
    FigureText { value, unit, parts, note: String::new() }
}

/// A count with thousands separators.
#[must_use]
pub fn count_text(count: u64) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// A time in the unit people would use.
#[must_use]
pub fn duration(seconds: u64, lang: Lang) -> (String, String) {
    let (size, unit) = unit_of_time(seconds, lang);
    (tenths(seconds, size), unit.to_owned())
}

/// The unit people would use for a time, in seconds and in words: minutes below two hours, hours below two days, days above.
fn unit_of_time(seconds: u64, lang: Lang) -> (u64, &'static str) {
    const HOUR: u64 = 3_600;
    const DAY: u64 = 24 * HOUR;
    if seconds < 2 * HOUR {
        (60, lang.pick("分钟", "minutes"))
    } else if seconds < 2 * DAY {
        (HOUR, lang.pick("小时", "hours"))
    } else {
        (DAY, lang.pick("天", "days"))
    }
}

/// Hours with one decimal.
#[must_use]
pub fn hours(seconds: u64) -> String {
    tenths(seconds, 3_600)
}

/// `amount / size` with one decimal (half up), without a closing `.0`, with thousands separators.
#[must_use]
pub fn tenths(amount: u64, size: u64) -> String {
    let tenths = (amount.saturating_mul(10) + size / 2) / size;
    let whole = count_text(tenths / 10);
    if tenths.is_multiple_of(10) { whole } else { format!("{whole}.{}", tenths % 10) }
}

/// An amount of money and its unit: 万元 from ten thousand up.
#[must_use]
pub fn money(cents: u64, lang: Lang) -> (String, String) {
    const TEN_THOUSAND: u64 = 1_000_000;
    if cents >= TEN_THOUSAND && lang == Lang::Zh {
        (tenths(cents, TEN_THOUSAND), "万元".to_owned())
    } else if cents.is_multiple_of(100) {
        (count_text(cents / 100), lang.pick("元", "yuan").to_owned())
    } else {
        (format!("{}.{:02}", count_text(cents / 100), cents % 100), lang.pick("元", "yuan").to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_in_the_unit_people_use() {
        assert_eq!(duration(7 * 60, Lang::Zh), ("7".into(), "分钟".into()));
        assert_eq!(duration(5 * 3_600 + 1_800, Lang::Zh), ("5.5".into(), "小时".into()));
        assert_eq!(duration(268 * 3_600 + 48 * 60, Lang::En), ("11.2".into(), "days".into()));
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(counted("1", "issues"), "issue");
        assert_eq!(counted("1", "activities"), "activity");
        assert_eq!(counted("0", "issues"), "issues");
        assert_eq!(counted("1", "件"), "件");
        assert_eq!(days(1), "1 day");
    }

    #[test]
    fn money_in_the_unit_people_use() {
        assert_eq!(money(123_450, Lang::Zh), ("1,234.50".into(), "元".into()));
        assert_eq!(money(150_000_000, Lang::Zh), ("150".into(), "万元".into()));
    }
}
