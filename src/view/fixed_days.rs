//! Fixed days on pages: the rule in words, and when it comes round next.

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::Link;
use super::{View, routes};
use crate::measure::clock::Calendar;
use crate::model::recurrence::weekday;
use crate::model::{FixedDay, Moved, PlaceIx};
use crate::text::date::Day;

/// Days that the block of coming days on the home page looks ahead.
const AHEAD: i32 = 14;
/// Rows of that block.
const ROWS: usize = 12;
/// How far a day can lie from the one it was moved to: longer than any run of days off.
const MOVED_MOST: i32 = 15;
/// How far ahead the next day is looked for: a rule of once a year, and the days off around it.
pub(super) const YEAR: i32 = 366;

/// A fixed day in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FixedDayRow {
    /// What it is called.
    pub name: String,
    /// When it comes round, in words, with the clock.
    pub rule: String,
    /// The next day after the as-of date, in words.
    pub next: String,
    /// The same as `2026-11-15`; empty where it is not known.
    pub next_day: String,
    /// That it was moved, and from when; empty otherwise.
    pub moved: String,
    /// Where people meet; the place, where no venue is given.
    pub venue: String,
    /// Whom it is for; empty when not said.
    pub note: String,
}

/// Something in the next two weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComingRow {
    /// `2026-11-15`
    pub date: String,
    /// Day of the week.
    pub weekday: &'static str,
    /// Time of day; empty when not given.
    pub time: String,
    /// What it is.
    pub name: String,
    /// Where.
    pub places: Vec<Link>,
}

/// A fixed day that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The day by the rule.
    pub planned: Day,
    /// The day on which it is held.
    pub day: Day,
}

/// The days from `from` to `to` on which it is held, as far as it is known which days are worked. Two that are moved to the same day
/// are one.
#[must_use]
pub fn occurrences(fixed: &FixedDay, calendar: &Calendar, from: Day, to: Day) -> Vec<Occurrence> {
    let (start, end) = (from.plus(-MOVED_MOST), to.plus(MOVED_MOST));
    let start = fixed.first.map_or(start, |first| first.max(start));
    let end = fixed.last.map_or(end, |last| last.min(end));
    let held = fixed.rule.days(start, end).into_iter().filter_map(|planned| {
        let day = held_on(fixed.moved, calendar, planned)?;
        (from..=to).contains(&day).then_some(Occurrence { planned, day })
    });
    let mut held: Vec<Occurrence> = held.collect();
    held.sort_by_key(|held| (held.day, held.planned));
    held.dedup_by_key(|held| held.day);
    held
}

/// The day on which it is held instead of the one planned; `None` when it is not held, and when nobody knows.
fn held_on(moved: Moved, calendar: &Calendar, planned: Day) -> Option<Day> {
    let step = match moved {
        Moved::Keep => return Some(planned),
        Moved::Skip => return calendar.is_workday(planned)?.then_some(planned),
        Moved::Next => 1,
        Moved::Previous => -1,
    };
    let mut day = planned;
    while !calendar.is_workday(day)? {
        day = Some(day.plus(step)).filter(|next| *next != day)?;
    }
    Some(day)
}

impl View<'_> {
    /// The fixed days that concern a place: its own, those of places inside it and of places above it.
    pub(super) fn fixed_days_of(&self, at: PlaceIx) -> Vec<&FixedDay> {
        let ledger = self.cleared.ledger();
        let concerns = |fixed: &&FixedDay| self.holds(at, fixed.place) || self.holds(fixed.place, at);
        ledger.fixed_days.iter().filter(concerns).collect()
    }

    /// The fixed days that concern a place, as rows; those that have ended are left out.
    pub(super) fn fixed_day_rows(&self, at: PlaceIx) -> Vec<FixedDayRow> {
        let running = |fixed: &&FixedDay| fixed.last.is_none_or(|last| last > self.as_of);
        // Those of the communities are told of on their own pages.
        let is_above = self.place(at).is_some_and(|place| place.level < self.config.community_level);
        let is_near = |fixed: &&FixedDay| !is_above || self.holds(fixed.place, at);
        let running = self.fixed_days_of(at).into_iter().filter(running).filter(is_near);
        let mut rows: Vec<FixedDayRow> = running.map(|fixed| self.fixed_day_row(fixed)).collect();
        // The next first; those of which nobody knows the day last.
        rows.sort_by(|a, b| (a.next_day.is_empty(), &a.next_day).cmp(&(b.next_day.is_empty(), &b.next_day)));
        rows
    }

    fn fixed_day_row(&self, fixed: &FixedDay) -> FixedDayRow {
        let lang = self.lang;
        let next = self.coming_days(fixed, YEAR).first().copied();
        let unknown = lang.pick("待放假安排公布后确定", "settled when the days off are announced");
        let ends = fixed.last.is_some_and(|last| last < self.as_of.plus(YEAR));
        let none = if ends { lang.pick("不再举行", "not held again") } else { unknown };
        let moved = next.filter(|next| next.planned != next.day).map(|next| self.moved(next)).unwrap_or_default();
        FixedDayRow {
            name: fixed.name.clone(),
            rule: format!("{} {}", fixed.rule.words(lang), times(fixed)).trim().to_owned(),
            next: next.map_or_else(|| none.to_owned(), |next| self.day_and_weekday(next.day)),
            next_day: next.map(|next| next.day.to_string()).unwrap_or_default(),
            moved,
            venue: if fixed.venue.is_empty() { self.place_name(Some(fixed.place)) } else { &fixed.venue }.to_owned(),
            note: fixed.note.clone(),
        }
    }

    /// A day in words with its day of the week.
    pub(super) fn day_and_weekday(&self, day: Day) -> String {
        let weekday = weekday(day).name(self.lang);
        let day = self.day(day);
        self.lang.pick(format!("{day}（{weekday}）"), format!("{weekday}, {day}"))
    }

    /// That a day was moved, and from when.
    pub(super) fn moved(&self, held: Occurrence) -> String {
        let planned = self.day(held.planned);
        if held.day > held.planned {
            self.lang.pick(format!("原定{planned}，遇休息日顺延"), format!("put off from {planned}, a day off"))
        } else {
            self.lang.pick(format!("原定{planned}，遇休息日提前"), format!("brought forward from {planned}, a day off"))
        }
    }

    /// When a fixed day is held in the days after the as-of date.
    pub(super) fn coming_days(&self, fixed: &FixedDay, ahead: i32) -> Vec<Occurrence> {
        occurrences(fixed, self.cleared.measures().calendar(), self.as_of.plus(1), self.as_of.plus(ahead))
    }

    /// What comes in the two weeks after the as-of date: fixed days, and activities that are on the list already. The same thing at
    /// the same time in several places is one row.
    pub(super) fn coming(&self) -> Vec<ComingRow> {
        let ledger = self.cleared.ledger();
        let mut found: Vec<(Day, String, &str, Option<PlaceIx>)> = Vec::new();
        for fixed in &ledger.fixed_days {
            for held in self.coming_days(fixed, AHEAD) {
                found.push((held.day, times(fixed), &fixed.name, Some(fixed.place)));
            }
        }
        let ahead = self.as_of.plus(1)..=self.as_of.plus(AHEAD);
        for activity in ledger.activities.iter().filter(|activity| ahead.contains(&activity.date)) {
            let name = if activity.theme.is_empty() { &activity.kind } else { &activity.theme };
            let place = crate::measure::activities::place_of(ledger, activity);
            found.push((activity.date, String::new(), name, place));
        }
        found.retain(|(_, _, name, _)| !name.is_empty());
        // Clocks sort as times when they are of one length.
        found.sort_by_key(|(day, time, name, place)| (*day, time.find(':'), time.clone(), *name, *place));
        let mut rows: Vec<ComingRow> = Vec::new();
        for (day, time, name, place) in found {
            let place = place.and_then(|at| self.place_link(at));
            let date = day.to_string();
            match rows.last_mut().filter(|row| row.date == date && row.time == time && row.name == name) {
                Some(row) => row.places.extend(place.filter(|place| !row.places.contains(place))),
                None => rows.push(ComingRow {
                    date,
                    weekday: weekday(day).name(self.lang),
                    time,
                    name: name.to_owned(),
                    places: place.into_iter().collect(),
                }),
            }
        }
        rows.truncate(ROWS);
        rows
    }

    /// The calendar file of a place; `None` where nothing is held.
    pub(super) fn place_calendar(&self, at: PlaceIx) -> Option<String> {
        let place = self.place(at).filter(|place| place.level == self.config.community_level)?;
        (!self.fixed_days_of(at).is_empty()).then(|| self.shared(&routes::community_calendar(place)))
    }
}

/// `9:00–11:00`, `9:00`, or nothing.
fn times(fixed: &FixedDay) -> String {
    let clock = |second: u32| format!("{}:{:02}", second / 3600, second / 60 % 60);
    match (fixed.start, fixed.end) {
        (Some(start), Some(end)) => format!("{}–{}", clock(start), clock(end)),
        (Some(start), None) => clock(start),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::recurrence::{Months, On};
    use crate::model::{Recurrence, Trace, Weekday};

    fn on(text: &str) -> Day {
        Day::from_civil(text.parse().unwrap()).unwrap()
    }

    fn monthly(day: i8, moved: Moved) -> FixedDay {
        FixedDay {
            trace: Trace::default(),
            id: "a".to_owned(),
            place: PlaceIx(0),
            name: "议事日".to_owned(),
            rule: Recurrence::Monthly(Months::Every, On::Days(vec![day])),
            start: None,
            end: None,
            venue: String::new(),
            note: String::new(),
            moved,
            first: None,
            last: None,
        }
    }

    fn held(fixed: &FixedDay, from: &str, to: &str) -> Vec<String> {
        let found = occurrences(fixed, &Calendar::with(&[]), on(from), on(to));
        found.iter().map(|held| held.day.to_string()).collect()
    }

    #[test]
    fn a_day_off_moves_it_as_the_site_says() {
        // Sunday 15 November 2026; 1 to 7 October are off, Saturday the 10th is worked.
        assert_eq!(held(&monthly(15, Moved::Keep), "2026-11-01", "2026-11-30"), ["2026-11-15"]);
        assert_eq!(held(&monthly(15, Moved::Next), "2026-11-01", "2026-11-30"), ["2026-11-16"]);
        assert_eq!(held(&monthly(15, Moved::Previous), "2026-11-01", "2026-11-30"), ["2026-11-13"]);
        assert_eq!(held(&monthly(15, Moved::Skip), "2026-11-01", "2026-12-31"), ["2026-12-15"]);
        assert_eq!(held(&monthly(5, Moved::Next), "2026-10-01", "2026-10-31"), ["2026-10-08"]);
        assert_eq!(held(&monthly(10, Moved::Next), "2026-10-01", "2026-10-31"), ["2026-10-10"]);
    }

    #[test]
    fn a_day_moved_over_the_edge_is_not_lost() {
        // Saturday 31 October 2026 is held on Monday 2 November.
        assert_eq!(held(&monthly(31, Moved::Next), "2026-11-01", "2026-11-30"), ["2026-11-02"]);
        assert_eq!(held(&monthly(1, Moved::Previous), "2026-10-01", "2026-10-31"), ["2026-10-30"]);
    }

    #[test]
    fn nothing_is_guessed_past_the_calendar() {
        assert_eq!(held(&monthly(15, Moved::Next), "2026-12-01", "2027-03-31"), ["2026-12-15"]);
        assert_eq!(
            held(&monthly(15, Moved::Keep), "2026-12-01", "2027-02-28"),
            ["2026-12-15", "2027-01-15", "2027-02-15"]
        );
    }

    #[test]
    fn two_that_move_to_the_same_day_are_one() {
        let weekend = Recurrence::Weekly(vec![Weekday::Saturday, Weekday::Sunday]);
        let fixed = FixedDay { rule: weekend, ..monthly(1, Moved::Next) };
        assert_eq!(held(&fixed, "2026-11-02", "2026-11-13"), ["2026-11-02", "2026-11-09"]);
    }

    #[test]
    fn first_and_last_day_hold_for_the_rule() {
        let fixed =
            FixedDay { first: Some(on("2026-11-15")), last: Some(on("2026-12-15")), ..monthly(15, Moved::Keep) };
        assert_eq!(held(&fixed, "2026-01-01", "2027-12-31"), ["2026-11-15", "2026-12-15"]);
    }
}
