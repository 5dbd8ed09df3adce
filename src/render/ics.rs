//! Calendar files (RFC 5545).

use std::fmt::Write as _;

use super::File;
use crate::text::date::Day;
use crate::view::calendars::{CalendarFile, Event};

/// Octets of a line, without its end.
const LINE: usize = 75;

/// The file of a calendar.
#[must_use]
pub fn calendar(calendar: &CalendarFile) -> File {
    let mut lines = Lines::default();
    let zone = zone_name(calendar.utc_offset);
    let offset = offset(calendar.utc_offset);
    let language = calendar.lang.get(..2).unwrap_or_default().to_ascii_uppercase();
    let program = format!("PRODID:-//gongshi//fixed days//{language}");
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", &program, "CALSCALE:GREGORIAN"] {
        lines.put(line);
    }
    lines.text("X-WR-CALNAME", &calendar.name);
    lines.put("BEGIN:VTIMEZONE");
    lines.put(&format!("TZID:{zone}"));
    lines.put("BEGIN:STANDARD");
    lines.put("DTSTART:19900101T000000");
    lines.put(&format!("TZOFFSETFROM:{offset}"));
    lines.put(&format!("TZOFFSETTO:{offset}"));
    lines.put("END:STANDARD");
    lines.put("END:VTIMEZONE");
    for event in &calendar.events {
        self::event(&mut lines, event, calendar, &zone);
    }
    lines.put("END:VCALENDAR");
    File { address: calendar.address.clone(), bytes: lines.0.into_bytes() }
}

fn event(lines: &mut Lines, event: &Event, calendar: &CalendarFile, zone: &str) {
    lines.put("BEGIN:VEVENT");
    lines.put(&format!("UID:{}", event.uid));
    lines.put(&format!("DTSTAMP:{}T000000Z", basic(calendar.as_of)));
    match event.start {
        Some(start) => {
            lines.put(&format!("DTSTART;TZID={zone}:{}T{}", basic(event.day), clock(start)));
            if let Some(end) = event.end.filter(|&end| end > start) {
                lines.put(&format!("DTEND;TZID={zone}:{}T{}", basic(event.day), clock(end)));
            }
        }
        None => lines.put(&format!("DTSTART;VALUE=DATE:{}", basic(event.day))),
    }
    if let Some((rule, last)) = &event.repeats {
        let until = last.map(|last| until(last, event.start.is_some(), calendar.utc_offset)).unwrap_or_default();
        lines.put(&format!("RRULE:{rule}{until}"));
    }
    lines.text("SUMMARY", &event.summary);
    if !event.location.is_empty() {
        lines.text("LOCATION", &event.location);
    }
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description);
    }
    if let Some(url) = &event.url {
        lines.put(&format!("URL:{url}"));
    }
    lines.put("END:VEVENT");
}

/// The end of the last day, as a point in time where the event has a clock: in UTC then, as the format asks.
fn until(last: Day, has_clock: bool, utc_offset: i32) -> String {
    if !has_clock {
        return format!(";UNTIL={}", basic(last));
    }
    let second = 86_399 - utc_offset * 60;
    let day = last.plus(second.div_euclid(86_400));
    format!(";UNTIL={}T{}Z", basic(day), clock(second.rem_euclid(86_400).unsigned_abs()))
}

/// The clock of China has a name that every program knows; any other is named by its distance from UTC.
fn zone_name(utc_offset: i32) -> String {
    if utc_offset == 8 * 60 { "Asia/Shanghai".to_owned() } else { format!("UTC{}", offset(utc_offset)) }
}

/// `+0800`
fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.unsigned_abs();
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// `20261115`
fn basic(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// `093000`
fn clock(second: u32) -> String {
    format!("{:02}{:02}{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// The lines of a file, folded as the format asks.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A line; a long one goes on in the next behind a blank, and no character is torn.
    fn put(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars().filter(|c| !c.is_control()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// A line of free text.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => {
                    let _ = write!(line, "\\{c}");
                }
                '\n' => line.push_str("\\n"),
                c => line.push(c),
            }
        }
        self.put(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"议事会".repeat(20));
        let text = lines.0;
        assert!(text.ends_with("\r\n"));
        for line in text.trim_end().split("\r\n") {
            assert!(line.len() <= LINE, "{} octets", line.len());
        }
        assert_eq!(text.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "议事会".repeat(20)));
        let mut exact = Lines::default();
        exact.put(&"x".repeat(LINE));
        assert_eq!(exact.0, format!("{}\r\n", "x".repeat(LINE)));
    }

    #[test]
    fn free_text_cannot_end_its_line() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a,b;c\\d\r\nBEGIN:VEVENT\u{7}");
        assert_eq!(lines.0, "SUMMARY:a\\,b\\;c\\\\d\\nBEGIN:VEVENT\r\n");
    }

    #[test]
    fn the_last_moment_is_told_in_utc() {
        let last = Day::new(2026, 12, 31).unwrap();
        assert_eq!(until(last, true, 480), ";UNTIL=20261231T155959Z");
        assert_eq!(until(last, true, -300), ";UNTIL=20270101T045959Z");
        assert_eq!(until(last, false, 480), ";UNTIL=20261231");
        assert_eq!((offset(345), offset(-300)), ("+0545".to_owned(), "-0500".to_owned()));
    }
}
