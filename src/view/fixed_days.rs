//! Fixed days on pages: the rule in words, and when it comes round next.

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::Link;
use super::{View, figure_text, routes};
use crate::measure::clock::Calendar;
use crate::model::recurrence::weekday;
use crate::model::{FixedDay, Moved, PlaceIx};
use crate::text::date::Day;

/// Days that the block of coming days on the home page looks ahead.
const AHEAD: i32 = 14;
/// Rows of that block.
const ROWS: usize = 12;
/// Places named in such a row; more are counted.
const PLACES: usize = 8;
/// How far a day can lie from the one it was moved to: longer than any run of days off.
const MOVED_MOST: i32 = 15;
/// How far ahead calendar files and posters look: a rule of once a year, and the days off around it.
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
    /// Where; the first of many.
    pub places: Vec<Link>,
    /// In how many places more: `等 12 处`; empty when all are named.
    pub elsewhere: String,
}

/// What comes next, as far as there is room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coming {
    /// The first rows.
    pub rows: Vec<ComingRow>,
    /// Rows that are left out.
    pub more: usize,
}

/// A fixed day that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The day by the rule.
    pub planned: Day,
    /// The day on which it is held.
    pub day: Day,
}

/// When a fixed day is held next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Then.
    On(Occurrence),
    /// On a day that is not known before the days off are announced.
    Unannounced,
    /// Never: the rule has no day left.
    Ended,
}

/// The days from `from` to `to` on which it is held, as far as it is known which days are worked. Two that are moved to the same day
/// are one.
#[must_use]
pub fn occurrences(fixed: &FixedDay, calendar: &Calendar, from: Day, to: Day) -> Vec<Occurrence> {
    let held = planned(fixed, from.plus(-MOVED_MOST), to.plus(MOVED_MOST)).filter_map(|planned| {
        match held_on(fixed.moved, calendar, planned) {
            Held::On(day) if (from..=to).contains(&day) => Some(Occurrence { planned, day }),
            _ => None,
        }
    });
    let mut held: Vec<Occurrence> = held.collect();
    held.sort_by_key(|held| (held.day, held.planned));
    held.dedup_by_key(|held| held.day);
    held
}

/// When it is held next after a day, however far ahead that is.
#[must_use]
pub fn next_after(fixed: &FixedDay, calendar: &Calendar, day: Day) -> Next {
    for planned in planned(fixed, day.plus(1 - MOVED_MOST), Day::last()) {
        match held_on(fixed.moved, calendar, planned) {
            // What was planned before the day can have been moved past it.
            Held::On(held) if held > day => return Next::On(Occurrence { planned, day: held }),
            Held::Unannounced if planned > day => return Next::Unannounced,
            _ => {}
        }
    }
    Next::Ended
}

/// The days of the rule from `from` to `to`, in order.
fn planned(fixed: &FixedDay, from: Day, to: Day) -> impl Iterator<Item = Day> + '_ {
    let from = fixed.first.map_or(from, |first| first.max(from));
    let to = fixed.last.map_or(to, |last| last.min(to));
    fixed.rule.days(from, to)
}

/// What becomes of a day of the rule.
enum Held {
    /// It is held, on that day or another.
    On(Day),
    /// It is not.
    Not,
    /// Nobody knows before the days off are announced.
    Unannounced,
}

fn held_on(moved: Moved, calendar: &Calendar, planned: Day) -> Held {
    let step = match moved {
        Moved::Keep => return Held::On(planned),
        Moved::Skip => 0,
        Moved::Next => 1,
        Moved::Previous => -1,
    };
    let mut day = planned;
    loop {
        match calendar.is_workday(day) {
            None => return Held::Unannounced,
            Some(true) => return Held::On(day),
            Some(false) => {}
        }
        let next = day.plus(step);
        if next == day {
            return Held::Not;
        }
        day = next;
    }
}

impl View<'_> {
    /// The fixed days that concern a place, in the order of the places: those of places above it, its own, and those of places inside.
    pub(super) fn fixed_days_of(&self, at: PlaceIx) -> Vec<&FixedDay> {
        let ledger = self.cleared.ledger();
        let parent = |at: &PlaceIx| self.place(*at)?.parent;
        let mut above: Vec<PlaceIx> = std::iter::successors(parent(&at), parent).collect();
        above.reverse();
        let inside = ledger.fixed_days_of(at, self.place(at).map_or(at, |place| place.last));
        above.into_iter().flat_map(|at| ledger.fixed_days_of(at, at)).chain(inside).collect()
    }

    /// The fixed days that concern a place, as rows; those that have ended are left out.
    pub(super) fn fixed_day_rows(&self, at: PlaceIx) -> Vec<FixedDayRow> {
        // Those of the communities are told of on their own pages.
        let is_above = self.place(at).is_some_and(|place| place.level < self.config.community_level);
        let is_near = |fixed: &&FixedDay| !is_above || self.holds(fixed.place, at);
        let fixed_days = self.fixed_days_of(at).into_iter().filter(is_near).map(|fixed| (fixed, self.next_held(fixed)));
        let is_over = |fixed: &FixedDay| fixed.last.is_some_and(|last| last <= self.as_of);
        let running = fixed_days.filter(|(fixed, next)| *next != Next::Ended || !is_over(fixed));
        let mut rows: Vec<FixedDayRow> = running.map(|(fixed, next)| self.fixed_day_row(fixed, next)).collect();
        // The next first; those of which nobody knows the day last.
        rows.sort_by(|a, b| (a.next_day.is_empty(), &a.next_day).cmp(&(b.next_day.is_empty(), &b.next_day)));
        rows
    }

    fn fixed_day_row(&self, fixed: &FixedDay, next: Next) -> FixedDayRow {
        let lang = self.lang;
        let (next, next_day, moved) = match next {
            Next::On(held) => {
                let moved = if held.planned == held.day { String::new() } else { self.moved(held) };
                (self.day_and_weekday(held.day), held.day.to_string(), moved)
            }
            Next::Unannounced => {
                let words = lang.pick("待放假安排公布后确定", "settled when the days off are announced");
                (words.to_owned(), String::new(), String::new())
            }
            Next::Ended => (lang.pick("不再举行", "not held again").to_owned(), String::new(), String::new()),
        };
        FixedDayRow {
            name: fixed.name.clone(),
            rule: format!("{} {}", fixed.rule.words(lang), times(fixed)).trim().to_owned(),
            next,
            next_day,
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

    /// When a fixed day is held next after the as-of date.
    pub(super) fn next_held(&self, fixed: &FixedDay) -> Next {
        next_after(fixed, self.cleared.measures().calendar(), self.as_of)
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
    pub(super) fn coming(&self) -> Coming {
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
        let mut same = found.chunk_by(|a, b| (a.0, &a.1, a.2) == (b.0, &b.1, b.2));
        let rows = same.by_ref().take(ROWS).filter_map(|all| {
            let (day, time, name, _) = all.first()?;
            let mut places: Vec<Link> = all.iter().filter_map(|(.., place)| self.place_link((*place)?)).collect();
            // Sorted by place, so that what leads to the same page stands together.
            places.dedup();
            let all = figure_text::count_text(places.len() as u64);
            let elsewhere = self.lang.pick(format!("等 {all} 处"), format!("and elsewhere, {all} places"));
            let is_cut = places.len() > PLACES;
            places.truncate(PLACES);
            Some(ComingRow {
                date: day.to_string(),
                weekday: weekday(*day).name(self.lang),
                time: time.clone(),
                name: (*name).to_owned(),
                places,
                elsewhere: if is_cut { elsewhere } else { String::new() },
            })
        });
        Coming { rows: rows.collect(), more: same.count() }
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

    fn next(fixed: &FixedDay, after: &str) -> Next {
        next_after(fixed, &Calendar::with(&[]), on(after))
    }

    fn held_next(planned: &str, day: &str) -> Next {
        Next::On(Occurrence { planned: on(planned), day: on(day) })
    }

    #[test]
    fn what_has_a_day_left_is_not_over_though_nobody_knows_the_day() {
        // The calendar ends with 2026.
        let moved = FixedDay { last: Some(on("2027-06-30")), ..monthly(15, Moved::Next) };
        assert_eq!(next(&moved, "2026-12-20"), Next::Unannounced);
        let over = FixedDay { last: Some(on("2027-01-10")), ..moved };
        assert_eq!(next(&over, "2026-12-20"), Next::Ended);
    }

    #[test]
    fn the_next_day_is_told_however_far_it_is() {
        let first = FixedDay { first: Some(on("2029-03-01")), ..monthly(15, Moved::Keep) };
        assert_eq!(next(&first, "2026-10-31"), held_next("2029-03-15", "2029-03-15"));
        let rule = Recurrence::Monthly(Months::OfYear(2), On::Days(vec![29]));
        let leap = FixedDay { rule, ..monthly(1, Moved::Keep) };
        assert_eq!(next(&leap, "2026-10-31"), held_next("2028-02-29", "2028-02-29"));
        assert_eq!(next(&FixedDay { moved: Moved::Skip, ..leap }, "2026-10-31"), Next::Unannounced);
    }

    #[test]
    fn the_last_day_counts_when_it_is_moved_past_the_as_of_date() {
        // Saturday 31 October 2026 is held on Monday.
        let fixed = FixedDay { last: Some(on("2026-10-31")), ..monthly(31, Moved::Next) };
        assert_eq!(next(&fixed, "2026-10-31"), held_next("2026-10-31", "2026-11-02"));
        assert_eq!(next(&fixed, "2026-11-02"), Next::Ended);
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
