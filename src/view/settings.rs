//! What a site has set itself about a metric: it belongs to the definition, and is printed with it.

use super::View;
use super::promises::clock;
use crate::measure::Bit;
use crate::measure::registry::{How, Metric};

impl View<'_> {
    /// What is in and out of a metric, with the setting of this site that decides on it.
    #[must_use]
    pub fn notes(&self, metric: &Metric) -> String {
        let notes = metric.text(self.lang).notes;
        match self.setting(metric) {
            Some(setting) => self.lang.pick(format!("{notes}{setting}"), format!("{notes} {setting}")),
            None => notes.to_owned(),
        }
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
