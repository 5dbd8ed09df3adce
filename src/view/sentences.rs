//! Sentences made from figures.

use super::View;
use super::figure_text::{count_text, counted, words};
use super::shell::Link;
use crate::measure::activities::Counter;
use crate::measure::registry;
use crate::measure::{Subject, Value};
use crate::model::Period;
use crate::text::Lang;

impl View<'_> {
    /// How things stand with a subject in the month of the as-of date, in one sentence whose numbers lead to their parts.
    #[must_use]
    pub fn status(&self, subject: Subject) -> Vec<Link> {
        let measures = self.cleared.measures();
        let period = Period::Month(self.month);
        let figure = |id: &str| registry::find(id).map(|metric| measures.figure(metric, subject, period));
        let count = |id: &str| match figure(id).map(|figure| figure.value) {
            Some(Value::Count(count) | Value::Rate { part: count, .. }) => count,
            _ => 0,
        };
        let number = |id: &str, text: String| {
            let address = registry::find(id).map(|metric| self.figure_address(metric, subject)).unwrap_or_default();
            Link::new(text, address)
        };
        let counted = |id: &str| number(id, count_text(count(id)));
        let plain = |text: &str| Link::new(text, "");
        let (due, overdue) = (count("issues.due"), count("issues.overdue"));
        let month = self.period_name(period);
        let rate = figure("issues.on_time_rate")
            .map(|figure| words(&figure, self.lang))
            .filter(|text| text.value.ends_with('%'))
            .map(|text| self.lang.pick(format!("（{}）", text.value), format!(" ({})", text.value)))
            .unwrap_or_default();
        let (received, on_time) = ("issues.received", "issues.on_time_rate");
        match self.lang {
            Lang::Zh => {
                let mut said = vec![Link::new(format!("{month}受理 "), ""), counted(received)];
                if due == 0 {
                    said.push(plain(" 件，没有应办结的件；"));
                } else {
                    said.extend([plain(" 件，应办结 "), counted("issues.due"), plain(" 件，按期 "), counted(on_time)]);
                    said.push(Link::new(format!(" 件{rate}；"), ""));
                }
                if overdue == 0 {
                    said.push(plain("无超期在办。"));
                } else {
                    said.extend([plain("超期在办 "), counted("issues.overdue"), plain(" 件。")]);
                }
                said
            }
            Lang::En => {
                let came = if count(received) == 1 { " issue was received; " } else { " issues were received; " };
                let mut said = vec![Link::new(format!("In {month}, "), ""), counted(received), plain(came)];
                if due == 0 {
                    said.push(plain("none were due; "));
                } else {
                    let were = if due == 1 { " was due, " } else { " were due, " };
                    said.extend([counted("issues.due"), plain(were), counted(on_time)]);
                    said.push(Link::new(format!(" of them finished on time{rate}; "), ""));
                }
                match overdue {
                    0 => said.push(plain("none is overdue.")),
                    1 => said.extend([counted("issues.overdue"), plain(" is overdue.")]),
                    _ => said.extend([counted("issues.overdue"), plain(" are overdue.")]),
                }
                said
            }
        }
    }

    /// What a team did in the month of the as-of date, in one sentence; a team that has stopped is said to have stopped.
    #[must_use]
    pub fn team_status(&self, subject: Subject, last_active: Option<crate::text::date::Day>) -> Vec<Link> {
        let tally = &self.cleared.measures().tally(subject).activities;
        let month = Period::Month(self.month);
        let sessions = tally.count(Counter::Sessions, month);
        let plain = |text: &str| Link::new(text, "");
        if sessions == 0 {
            return vec![match last_active {
                Some(day) => {
                    let months = self.month.since(self.config.months.month_of_day(day));
                    let day = self.day(day);
                    Link::new(
                        self.lang.pick(
                            format!("最近一次活动是 {day}，至今已有 {months} 个月没有活动记录。"),
                            format!(
                                "The last recorded activity was on {day}; there has been none for {months} months."
                            ),
                        ),
                        "",
                    )
                }
                None => plain(self.lang.pick("没有活动记录。", "No activity is recorded.")),
            }];
        }
        let number = |id: &str, text: String| {
            let address = registry::find(id).map(|metric| self.figure_address(metric, subject)).unwrap_or_default();
            Link::new(text, address)
        };
        let participations = count_text(tally.count(Counter::Participations, month));
        let hours = super::figure_text::hours(tally.count(Counter::Seconds, month));
        let name = self.period_name(month);
        let sessions = count_text(sessions);
        let units = [
            counted(&sessions, "activities"),
            if participations == "1" { "participation" } else { "participations" },
            counted(&hours, "hours"),
        ];
        let [held, taken, served] = units.map(str::to_owned);
        let [sessions, participations, hours] = [
            number("activities.sessions", sessions),
            number("activities.participations", participations),
            number("activities.hours", hours),
        ];
        match self.lang {
            Lang::Zh => vec![
                Link::new(format!("{name}开展活动 "), ""),
                sessions,
                plain(" 场，参与 "),
                participations,
                plain(" 人次，服务 "),
                hours,
                plain(" 小时。"),
            ],
            Lang::En => vec![
                Link::new(format!("In {name}: "), ""),
                sessions,
                Link::new(format!(" {held}, "), ""),
                participations,
                Link::new(format!(" {taken}, "), ""),
                hours,
                Link::new(format!(" {served} served."), ""),
            ],
        }
    }
}

/// A sentence without its links.
#[must_use]
pub fn plain(said: &[Link]) -> String {
    said.iter().map(|part| part.text.as_str()).collect()
}
