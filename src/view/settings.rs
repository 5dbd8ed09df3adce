//! What a site has set itself about a metric: it belongs to the definition, and is printed with it.

use super::View;
use super::promises::clock;
use crate::diag::{Position, Problem, rules};
use crate::measure::Bit;
use crate::measure::registry::{self, How, Metric};
use crate::text::near;

impl View<'_> {
    /// What is in and out of a metric, with the setting of this site that decides on it.
    #[must_use]
    pub fn notes(&self, metric: &Metric) -> String {
        let notes = metric.text(self.lang).notes;
        let breaks = self.config.breaks.iter().filter(|at| at.figure == metric.id).map(|at| {
            let (day, reason) = (self.day(at.date), &at.reason);
            self.lang.pick(
                format!("自{day}起口径中断 [b]，前后不可比：{reason}。"),
                format!("From {day} on it is counted in another way [b], not to be compared with before: {reason}."),
            )
        });
        let gap = self.lang.pick("", " ");
        let added: Vec<String> = self.setting(metric).into_iter().chain(breaks).collect();
        added.iter().fold(notes.to_owned(), |notes, added| format!("{notes}{gap}{added}"))
    }

    /// Breaks of figures that do not exist.
    #[must_use]
    pub fn break_faults(&self) -> Vec<Problem> {
        let unknown = self.config.breaks.iter().filter(|at| registry::find(&at.figure).is_none());
        unknown
            .map(|at| {
                let ids = registry::metrics().map(|metric| metric.id);
                let nearest = near::closest(&at.figure, ids, 3).join(self.lang.pick("、", ", "));
                Problem::new(&rules::content::BREAK_FIGURE)
                    .at(Position::row("site.toml", at.line))
                    .with("id", &at.figure)
                    .with("nearest", nearest)
            })
            .collect()
    }

    fn setting(&self, metric: &Metric) -> Option<String> {
        let lang = self.lang;
        let calendar = &self.config.calendar;
        match metric.how {
            How::IssueRate { part: Bit::Repeat, .. } => {
                let days = self.config.issues.repeat_days;
                Some(lang.pick(format!("本站为 {days} 天。"), format!("Here, within {days} days.")))
            }
            How::Issues(Bit::AfterCut, _) if calendar.day_cut.is_some() => {
                let cut = clock(calendar.day_cut);
                Some(lang.pick(format!("本站的每日截点为 {cut}。"), format!("Here, the cut-off is at {cut}.")))
            }
            How::IssueRate { part: Bit::ByMeeting, .. } => calendar.weekly_meeting.map(|day| {
                let day = day.name(lang);
                lang.pick(format!("本站的专题会议在每{day}。"), format!("Here, the meeting is on {day}s."))
            }),
            _ => None,
        }
    }
}
