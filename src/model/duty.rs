//! The rota: which post is on duty when. It has no field for a person's name: posts and work telephones are all that is published.

use super::ledger::Trace;
use super::place::PlaceIx;
use super::service_point::ServicePointIx;
use super::weekday::Weekday;
use crate::text::Lang;
use crate::text::date::Day;

/// The days of a turn of duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DutyDays {
    /// Every week on these days, in order.
    Weekly(Vec<Weekday>),
    /// Once.
    On(Day),
}

/// From when to when, as seconds of the day on which it begins; an end on the next day lies past 86,400.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The beginning.
    pub start: u32,
    /// The end.
    pub end: u32,
}

/// Seconds of a day.
pub const DAY: u32 = 86_400;

/// A turn of duty.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Whose it is.
    pub place: PlaceIx,
    /// When.
    pub days: DutyDays,
    /// The hours, the earliest first; none when they are not told.
    pub hours: Vec<Span>,
    /// The post on duty, such as `网格长`.
    pub role: String,
    /// Work telephone.
    pub phone: String,
    /// The service point where the post is found.
    pub point: Option<ServicePointIx>,
    /// What else to know.
    pub note: String,
}

impl Duty {
    /// When it is: weekly turns by their first day and their hours, then single days.
    #[must_use]
    pub fn time(&self) -> (Option<Day>, Option<Weekday>, &[Span]) {
        match &self.days {
            DutyDays::Weekly(days) => (None, days.first().copied(), &self.hours),
            DutyDays::On(day) => (Some(*day), None, &self.hours),
        }
    }

    /// The order of the rota: by place, then by time. Nothing is left open, so that the order of rows leaves no trace.
    #[must_use]
    pub fn order(&self) -> impl Ord + '_ {
        let days = match &self.days {
            DutyDays::Weekly(days) => days.as_slice(),
            DutyDays::On(_) => &[],
        };
        (self.place, self.time(), &self.role, days, &self.phone, self.point, &self.note)
    }
}

impl Span {
    /// The hours in words: `8:30–17:30`, `17:30–次日8:30`, `全天`; `17:30–8:30 the next day`, `all day`.
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        let clock = |second: u32| format!("{}:{:02}", second / 3600, second / 60 % 60);
        let Self { start, end } = self;
        if (start, end) == (0, DAY) {
            return lang.pick("全天", "all day").to_owned();
        }
        let from = clock(start);
        if end <= DAY {
            return format!("{from}–{}", clock(end));
        }
        let to = clock(end - DAY);
        lang.pick(format!("{from}–次日{to}"), format!("{from}–{to} the next day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_said_in_both_languages() {
        let said = |start: u32, end: u32| {
            let span = Span { start: start * 60, end: end * 60 };
            [span.words(Lang::Zh), span.words(Lang::En)]
        };
        assert_eq!(said(510, 1050), ["8:30–17:30", "8:30–17:30"]);
        assert_eq!(said(1050, 1950), ["17:30–次日8:30", "17:30–8:30 the next day"]);
        assert_eq!(said(1080, 1440), ["18:00–24:00", "18:00–24:00"]);
        assert_eq!(said(0, 1440), ["全天", "all day"]);
    }
}
