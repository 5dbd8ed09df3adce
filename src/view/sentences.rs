//! Sentences made from figures.

use super::View;
use super::figure_text::{count_text, counted, words};
use super::shell::Link;
use crate::measure::activities::Counter;
use crate::measure::registry;
use crate::measure::{Figure, Subject, Value};
use crate::model::Period;
use crate::text::Lang;
use crate::text::date::Month;

impl View<'_> {
    /// How things stand with a subject in the month of the as-of date, in one sentence whose numbers lead to their parts.
    #[must_use]
    pub fn status(&self, subject: Subject) -> Vec<Link> {
        let mut said = self.month_status(subject, self.month, self.lang.pick("；", "; "));
        said.extend(self.overdue_status(subject));
        said
    }

    /// What came in and was due in a month, in words that end in `stop`.
    pub(super) fn month_status(&self, subject: Subject, month: Month, stop: &str) -> Vec<Link> {
        let period = Period::Month(month);
        let figure = |id: &str| self.status_figure(id, subject, period);
        let counted = |id: &str| self.status_number(id, subject, period);
        let plain = |text: &str| Link::new(text, "");
        let due = figure("issues.due").map_or(0, |figure| part(&figure));
        let name = self.period_name(period);
        let rate = figure("issues.on_time_rate")
            .map(|figure| words(&figure, self.lang))
            .filter(|text| text.value.ends_with('%'))
            .map(|text| self.lang.pick(format!("（{}）", text.value), format!(" ({})", text.value)))
            .unwrap_or_default();
        let (received, on_time) = ("issues.received", "issues.on_time_rate");
        match self.lang {
            Lang::Zh => {
                let mut said = vec![Link::new(format!("{name}受理 "), ""), counted(received)];
                if due == 0 {
                    said.push(Link::new(format!(" 件，没有应办结的件{stop}"), ""));
                } else {
                    said.extend([plain(" 件，应办结 "), counted("issues.due"), plain(" 件，按期 "), counted(on_time)]);
                    said.push(Link::new(format!(" 件{rate}{stop}"), ""));
                }
                said
            }
            Lang::En => {
                let is_one = figure(received).is_some_and(|figure| part(&figure) == 1);
                let came = if is_one { " issue was received; " } else { " issues were received; " };
                let mut said = vec![Link::new(format!("In {name}, "), ""), counted(received), plain(came)];
                if due == 0 {
                    said.push(Link::new(format!("none were due{stop}"), ""));
                } else {
                    let were = if due == 1 { " was due, " } else { " were due, " };
                    said.extend([counted("issues.due"), plain(were), counted(on_time)]);
                    said.push(Link::new(format!(" of them finished on time{rate}{stop}"), ""));
                }
                said
            }
        }
    }

    /// How many issues are overdue at the as-of date, in words.
    pub(super) fn overdue_status(&self, subject: Subject) -> Vec<Link> {
        let plain = |text: &str| Link::new(text, "");
        let id = "issues.overdue";
        let period = Period::At(self.as_of);
        let overdue = self.status_figure(id, subject, period).map_or(0, |figure| part(&figure));
        let number = self.status_number(id, subject, period);
        match (self.lang, overdue) {
            (Lang::Zh, 0) => vec![plain("无超期在办。")],
            (Lang::Zh, _) => vec![plain("超期在办 "), number, plain(" 件。")],
            (Lang::En, 0) => vec![plain("none is overdue.")],
            (Lang::En, 1) => vec![number, plain(" is overdue.")],
            (Lang::En, _) => vec![number, plain(" are overdue.")],
        }
    }

    fn status_figure(&self, id: &str, subject: Subject, period: Period) -> Option<Figure> {
        registry::find(id).map(|metric| self.cleared.measures().figure(metric, subject, period))
    }

    /// A number that leads to its parts.
    fn status_number(&self, id: &str, subject: Subject, period: Period) -> Link {
        let address = registry::find(id).map(|metric| self.figure_address(metric, subject)).unwrap_or_default();
        Link::new(count_text(self.status_figure(id, subject, period).map_or(0, |figure| part(&figure))), address)
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

/// The count that a figure is, or the part of its rate.
fn part(figure: &Figure) -> u64 {
    match figure.value {
        Value::Count(count) | Value::Rate { part: count, .. } => count,
        _ => 0,
    }
}

/// A sentence without its links.
#[must_use]
pub fn plain(said: &[Link]) -> String {
    said.iter().map(|part| part.text.as_str()).collect()
}
