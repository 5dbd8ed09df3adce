//! The promises of a site in words: its tiers, the clock they run on, and the days that are off.

use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use crate::config::{LocalDays, Term, TermUnit, Tier};
use crate::measure::clock::NOTICES;
use crate::text::Lang;

/// What was promised, and how the time is counted.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Promises {
    /// The tiers with a term.
    pub tiers: Vec<TierRow>,
    /// How the time is counted, a sentence each.
    pub rules: Vec<String>,
}

/// A tier with a term.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TierRow {
    /// Its name.
    pub name: String,
    /// `3 个工作日`; empty where only the first contact is promised.
    pub term: String,
    /// The step that starts the clock.
    pub start: &'static str,
    /// The step that stops it.
    pub stop: &'static str,
    /// The time promised for the first contact; empty when none is.
    pub contact: String,
}

impl View<'_> {
    /// The promises of the site; `None` when no tier has a term.
    #[must_use]
    pub fn promises(&self) -> Option<Promises> {
        let lang = self.lang;
        let row = |tier: &Tier| TierRow {
            name: tier.name.clone(),
            term: tier.term.map(|term| words(term, lang)).unwrap_or_default(),
            start: tier.start.name(lang),
            stop: tier.stop.name(lang),
            contact: tier.contact.map(|term| words(term, lang)).unwrap_or_default(),
        };
        let promised = self.config.tiers.iter().filter(|tier| tier.term.or(tier.contact).is_some());
        let tiers: Vec<TierRow> = promised.map(row).collect();
        (!tiers.is_empty()).then(|| Promises { tiers, rules: self.clock_rules() })
    }

    fn clock_rules(&self) -> Vec<String> {
        let lang = self.lang;
        let calendar = &self.config.calendar;
        let end = clock(calendar.working_day_ends);
        let mut rules = vec![
            lang.pick(
                "数据里写明应办结时间的，以数据为准；没有写明的，按上表推算。".to_owned(),
                "A deadline in the data holds; where there is none, it follows from the table.".to_owned(),
            ),
            lang.pick(
                format!("以日计的时限，开始的当日不计入；工作日时限到末日 {end} 止。"),
                format!(
                    "Of terms in days the first day does not count; a term in working days ends at {end} on the last."
                ),
            ),
            lang.pick("分钟、小时按自然时间连续计算。", "Minutes and hours run day and night.").to_owned(),
            if calendar.rolls_over {
                lang.pick(
                    "自然日时限的末日遇休息日的，顺延到下一个工作日。",
                    "A term in natural days that ends on a day off runs on to the next working day.",
                )
            } else {
                lang.pick("自然日时限的末日遇休息日的，不顺延。", "A term in natural days may end on a day off.")
            }
            .to_owned(),
        ];
        if calendar.day_cut.is_some() {
            let cut = clock(calendar.day_cut);
            rules.push(lang.pick(
                format!("每日 {cut} 起受理的，当日办结按次日算。"),
                format!(
                    "What is received from {cut} on counts as received the next day where the same day is promised."
                ),
            ));
        }
        rules.push(notices(lang));
        rules.extend(calendar.days.iter().map(|days| local(days, lang)));
        rules
    }
}

fn words(Term { limit, unit }: Term, lang: Lang) -> String {
    let plural = |word: &str| format!("{limit} {word}{}", if limit == 1 { "" } else { "s" });
    match unit {
        TermUnit::Minute => lang.pick(format!("{limit} 分钟"), plural("minute")),
        TermUnit::Hour => lang.pick(format!("{limit} 小时"), plural("hour")),
        TermUnit::NaturalDay => lang.pick(format!("{limit} 个自然日"), plural("natural day")),
        TermUnit::WorkingDay => lang.pick(format!("{limit} 个工作日"), plural("working day")),
        TermUnit::SameDay => lang.pick("当日", "the same day").to_owned(),
        TermUnit::SameWeek => lang.pick("当周（周日以前）", "the same week, by Sunday").to_owned(),
    }
}

/// `17:30`, or `24:00` for the end of the day.
pub(super) fn clock(second: Option<u32>) -> String {
    let second = second.unwrap_or(24 * 3_600);
    format!("{:02}:{:02}", second / 3_600, second / 60 % 60)
}

/// The notices of the official calendar, by number where they have one.
fn notices(lang: Lang) -> String {
    let (first, last) =
        (NOTICES.first().map_or(0, |notice| notice.year), NOTICES.last().map_or(0, |notice| notice.year));
    let numbers: Vec<&str> = NOTICES.iter().map(|notice| notice.number).filter(|number| !number.is_empty()).collect();
    let numbers = numbers.join("；");
    lang.pick(
        format!("工作日依国务院办公厅关于 {first} 至 {last} 年部分节假日安排的通知（{numbers}），其余按周一至周五。"),
        format!(
            "Working days follow the notices of the General Office of the State Council for {first} to {last} ({numbers}), and are Monday to Friday otherwise."
        ),
    )
}

fn local(days: &LocalDays, lang: Lang) -> String {
    let LocalDays { from, to, work, reason } = days;
    let range =
        if from == to { from.to_string() } else { lang.pick(format!("{from} 至 {to}"), format!("{from} to {to}")) };
    let effect = if *work { lang.pick("上班", "worked") } else { lang.pick("休息", "off") };
    lang.pick(
        format!("本站另定：{range} {effect}（{reason}）。"),
        format!("This site’s own: {range} {effect} ({reason})."),
    )
}
