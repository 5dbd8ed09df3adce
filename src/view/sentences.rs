//! Sentences made from figures.

use super::View;
use super::chart::{Form, Series};
use super::figure_text::{count_text, counted, words};
use crate::measure::activities::Counter;
use crate::measure::registry;
use crate::measure::{Subject, Value};
use crate::model::Period;
use crate::text::Lang;

impl View<'_> {
    /// How things stand with a subject in the month of the as-of date, in one sentence.
    #[must_use]
    pub fn status(&self, subject: Subject) -> String {
        let measures = self.cleared.measures();
        let period = Period::Month(self.month);
        let count = |id: &str| {
            registry::find(id).map_or(0, |metric| match measures.figure(metric, subject, period).value {
                Value::Count(count) | Value::Rate { part: count, .. } => count,
                _ => 0,
            })
        };
        let received = count_text(count("issues.received"));
        let due = count("issues.due");
        let on_time = count_text(count("issues.on_time_rate"));
        let overdue = count("issues.overdue");
        let month = self.period_name(period);
        let rate = registry::find("issues.on_time_rate")
            .map(|metric| words(&measures.figure(metric, subject, period), self.lang))
            .filter(|text| text.value.ends_with('%'))
            .map(|text| self.lang.pick(format!("（{}）", text.value), format!(" ({})", text.value)))
            .unwrap_or_default();
        match self.lang {
            Lang::Zh => {
                let dues = if due == 0 {
                    "没有应办结的件".to_owned()
                } else {
                    format!("应办结 {} 件，按期 {on_time} 件{rate}", count_text(due))
                };
                let late = if overdue == 0 {
                    "无超期在办".to_owned()
                } else {
                    format!("超期在办 {} 件", count_text(overdue))
                };
                format!("{month}受理 {received} 件，{dues}；{late}。")
            }
            Lang::En => {
                let dues = if due == 0 {
                    "none were due".to_owned()
                } else {
                    let were = if due == 1 { "was" } else { "were" };
                    format!("{} {were} due, {on_time} of them finished on time{rate}", count_text(due))
                };
                let late = match overdue {
                    0 => "none is overdue".to_owned(),
                    1 => "1 is overdue".to_owned(),
                    _ => format!("{} are overdue", count_text(overdue)),
                };
                let came = if received == "1" { "issue was" } else { "issues were" };
                format!("In {month}, {received} {came} received; {dues}; {late}.")
            }
        }
    }

    /// What a team did in the month of the as-of date, in one sentence; a team that has stopped is said to have stopped.
    #[must_use]
    pub fn team_status(&self, subject: Subject, last_active: Option<crate::text::date::Day>) -> String {
        let tally = &self.cleared.measures().tally(subject).activities;
        let month = Period::Month(self.month);
        let sessions = tally.count(Counter::Sessions, month);
        if sessions == 0 {
            return match last_active {
                Some(day) => {
                    let months = self.month.since(self.config.months.month_of_day(day));
                    let day = self.day(day);
                    self.lang.pick(
                        format!("最近一次活动是 {day}，至今已有 {months} 个月没有活动记录。"),
                        format!("The last recorded activity was on {day}; there has been none for {months} months."),
                    )
                }
                None => self.lang.pick("没有活动记录。", "No activity is recorded.").to_owned(),
            };
        }
        let participations = count_text(tally.count(Counter::Participations, month));
        let hours = super::figure_text::hours(tally.count(Counter::Seconds, month));
        let name = self.period_name(month);
        self.lang.pick(
            format!("{name}开展活动 {sessions} 场，参与 {participations} 人次，服务 {hours} 小时。"),
            format!(
                "In {name}: {sessions} {}, {participations} {}, {hours} {} served.",
                counted(&sessions.to_string(), "activities"),
                if participations == "1" { "participation" } else { "participations" },
                counted(&hours, "hours"),
            ),
        )
    }
}

/// What a chart shows, for those who do not see it: range, latest value, largest and smallest.
#[must_use]
pub fn chart(lang: Lang, form: Form, labels: &[String], series: &[Series], unit: &str) -> String {
    let unit = if unit == "%" { "" } else { unit };
    let sentences: Vec<String> = series.iter().filter_map(|series| one(lang, form, labels, series, unit)).collect();
    if sentences.is_empty() {
        lang.pick("暂无数据。", "No data.").to_owned()
    } else {
        sentences.join(lang.pick("", " "))
    }
}

fn one(lang: Lang, form: Form, labels: &[String], series: &Series, unit: &str) -> Option<String> {
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
    Some(match (form, lang) {
        (Form::Bars, Lang::Zh) if shown.len() > 1 => {
            format!("{name}：{}最多，{}；{}最少，{}。", highest.0, say(highest.2), lowest.0, say(lowest.2))
        }
        (Form::Bars, Lang::En) if shown.len() > 1 => {
            format!("{name}: most for {}, {}; least for {}, {}.", highest.0, say(highest.2), lowest.0, say(lowest.2))
        }
        (_, Lang::Zh) if shown.len() > 1 => format!(
            "{name}：{} {}；最高 {}（{}），最低 {}（{}）。",
            last.0,
            say(last.2),
            say(highest.2),
            highest.0,
            say(lowest.2),
            lowest.0
        ),
        (_, Lang::En) if shown.len() > 1 => format!(
            "{name}: {} in {}; highest {} ({}), lowest {} ({}).",
            say(last.2),
            last.0,
            say(highest.2),
            highest.0,
            say(lowest.2),
            lowest.0
        ),
        (_, Lang::Zh) => format!("{name}：{} {}。", last.0, say(last.2)),
        (_, Lang::En) => format!("{name}: {} {}.", last.0, say(last.2)),
    })
}
