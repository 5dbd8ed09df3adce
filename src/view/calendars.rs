//! Fixed days for the calendar of a phone: one file for the site and one for each community.

use super::fixed_days::{Next, YEAR};
use super::{View, routes};
use crate::model::recurrence::{Months, On};
use crate::model::{FixedDay, Moved, PlaceIx, Recurrence, Weekday};
use crate::text::date::Day;

/// A calendar file.
#[derive(Debug)]
pub struct CalendarFile {
    /// Address of the file.
    pub address: String,
    /// Tag of its language.
    pub lang: &'static str,
    /// What readers see as the name of the calendar.
    pub name: String,
    /// Minutes by which the clock of the site is ahead of UTC.
    pub utc_offset: i32,
    /// The as-of date: when the events were last settled.
    pub as_of: Day,
    /// The events.
    pub events: Vec<Event>,
}

/// An event, once or again and again.
#[derive(Debug)]
pub struct Event {
    /// Permanent id.
    pub uid: String,
    /// What it is.
    pub summary: String,
    /// Its day, or the first of them.
    pub day: Day,
    /// Second of the day at which it begins; all day when not given.
    pub start: Option<u32>,
    /// Second of the day at which it ends.
    pub end: Option<u32>,
    /// When it comes round, as RFC 5545 says it, and the last day on which it can; `None` for a single day.
    pub repeats: Option<(String, Option<Day>)>,
    /// Where.
    pub location: String,
    /// The rule in words, whom it is for, whether it was moved.
    pub description: String,
    /// Full address of the page that tells of it; `None` where the site's is not known.
    pub url: Option<String>,
}

impl View<'_> {
    /// The calendar of the site, or of a community; `None` where nothing is held.
    #[must_use]
    pub fn calendar_file(&self, of: Option<PlaceIx>) -> Option<CalendarFile> {
        let site = &self.config.site;
        let (address, name, days) = match of {
            None => {
                let all: Vec<&FixedDay> = self.cleared.ledger().fixed_days.iter().collect();
                (routes::CALENDAR.to_owned(), site.title.clone(), all)
            }
            Some(at) => {
                let name = format!("{} - {}", self.place_name(Some(at)), site.title);
                (self.place_calendar(at)?, name, self.fixed_days_of(at))
            }
        };
        if days.is_empty() {
            return None;
        }
        let events = days.iter().flat_map(|fixed| self.events(fixed)).collect();
        Some(CalendarFile {
            address,
            lang: self.lang.tag(),
            name,
            utc_offset: site.utc_offset,
            as_of: self.as_of,
            events,
        })
    }

    /// A day that is never moved repeats by its rule; one that may be moved has an event for each day that is known, up to a year ahead.
    fn events(&self, fixed: &FixedDay) -> Vec<Event> {
        let place = self.place_name(Some(fixed.place));
        let url = self.config.site.base_url.as_ref().and_then(|_| self.place_link(fixed.place));
        let event = |uid: String, day: Day, repeats, moved: String| Event {
            uid: format!("{uid}@{}", self.domain()),
            summary: if fixed.name.contains(place) { fixed.name.clone() } else { format!("{place} {}", fixed.name) },
            day,
            start: fixed.start,
            end: fixed.end,
            repeats,
            location: [place, &fixed.venue].join(" ").trim().to_owned(),
            description: [fixed.rule.words(self.lang), fixed.note.clone(), moved]
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
            url: url.as_ref().map(|link| self.link_to(&link.address)),
        };
        if fixed.moved == Moved::Keep {
            let Next::On(held) = self.next_held(fixed) else { return Vec::new() };
            let repeats = (recurrence(&fixed.rule), fixed.last);
            return vec![event(fixed.id.clone(), held.day, Some(repeats), String::new())];
        }
        let single = self.coming_days(fixed, YEAR).into_iter().map(|held| {
            let moved = if held.day == held.planned { String::new() } else { self.moved(held) };
            event(format!("{}-{}", fixed.id, held.planned), held.day, None, moved)
        });
        single.collect()
    }
}

/// The rule of an event that comes round.
fn recurrence(rule: &Recurrence) -> String {
    match rule {
        Recurrence::Weekly(weekdays) => {
            let days: Vec<&str> = weekdays.iter().map(|&day| letters(day)).collect();
            format!("FREQ=WEEKLY;BYDAY={}", days.join(","))
        }
        Recurrence::Monthly(months, on) => {
            let months = match months {
                Months::Every => "FREQ=MONTHLY".to_owned(),
                Months::OfQuarter(n) => format!("FREQ=YEARLY;BYMONTH={},{},{},{}", n, n + 3, n + 6, n + 9),
                Months::OfYear(n) => format!("FREQ=YEARLY;BYMONTH={n}"),
            };
            let on = match on {
                On::Days(days) => {
                    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
                    format!("BYMONTHDAY={}", days.join(","))
                }
                On::Nth(n, weekday) => format!("BYDAY={}{}", n.unwrap_or(-1), letters(*weekday)),
                On::Last => "BYMONTHDAY=-1".to_owned(),
            };
            format!("{months};{on}")
        }
    }
}

fn letters(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_said_as_the_format_says_them() {
        let said = |months, on| recurrence(&Recurrence::Monthly(months, on));
        assert_eq!(said(Months::Every, On::Days(vec![5, 25])), "FREQ=MONTHLY;BYMONTHDAY=5,25");
        assert_eq!(said(Months::Every, On::Nth(None, Weekday::Friday)), "FREQ=MONTHLY;BYDAY=-1FR");
        assert_eq!(said(Months::OfQuarter(1), On::Days(vec![5])), "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5");
        assert_eq!(said(Months::OfYear(2), On::Last), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1");
        let weekly = Recurrence::Weekly(vec![Weekday::Monday, Weekday::Thursday]);
        assert_eq!(recurrence(&weekly), "FREQ=WEEKLY;BYDAY=MO,TH");
    }
}
