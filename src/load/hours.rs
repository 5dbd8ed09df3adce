//! Hours as a rota gives them: `8:30-17:30`, `8:30-11:30、14:00-17:30`, `17:30-次日8:30`, `全天`.

use crate::model::Span;
use crate::model::duty::DAY;
use crate::text::scan::{self, DateFault};

/// Why hours cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HoursFault {
    /// Not a beginning, a dash and an end.
    NoSpan,
    /// A time that no clock shows.
    NoSuchTime,
    /// The end does not lie after the beginning.
    EndFirst,
}

/// Reads the hours of a day, the earliest first.
pub(super) fn read(text: &str) -> Result<Vec<Span>, HoursFault> {
    let spans = text.split(['、', ',', '，', ';', '；', '和']).map(str::trim).filter(|part| !part.is_empty());
    let mut spans = spans.map(span).collect::<Result<Vec<_>, _>>()?;
    spans.sort_unstable();
    spans.dedup();
    if spans.is_empty() { Err(HoursFault::NoSpan) } else { Ok(spans) }
}

fn span(text: &str) -> Result<Span, HoursFault> {
    if matches!(text.to_ascii_lowercase().as_str(), "全天" | "24小时" | "all day" | "24 hours") {
        return Ok(Span { start: 0, end: DAY });
    }
    const DASHES: [char; 8] = ['-', '–', '—', '－', '~', '～', '至', '到'];
    let (start, end) = text.split_once(DASHES).or_else(|| text.split_once(" to ")).ok_or(HoursFault::NoSpan)?;
    let end = end.trim_start_matches(DASHES).trim();
    let next_day = ["次日", "翌日", "第二天", "next day"].iter().find_map(|word| end.strip_prefix(word));
    let start = clock(start)?;
    let end = match next_day {
        Some(end) => clock(end)? + DAY,
        None => match scan::clock(end) {
            // As an end it belongs to one day only.
            Err(DateFault::Midnight24) => DAY,
            _ => clock(end)?,
        },
    };
    // Longer than a day and a night is no turn of duty.
    if start < end && end - start <= DAY { Ok(Span { start, end }) } else { Err(HoursFault::EndFirst) }
}

fn clock(text: &str) -> Result<u32, HoursFault> {
    scan::clock(text).map_err(|fault| match fault {
        DateFault::NoSuchTime | DateFault::Midnight24 => HoursFault::NoSuchTime,
        _ => HoursFault::NoSpan,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<String, HoursFault> {
        let clock = |second: u32| format!("{}:{:02}", second / 3600, second / 60 % 60);
        let spans = read(text)?;
        Ok(spans.iter().map(|span| format!("{}-{}", clock(span.start), clock(span.end))).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (typed, hours) in [
            ("8:30-17:30", "8:30-17:30"),
            ("8:30 – 17:30", "8:30-17:30"),
            ("8：30——17：30", "8:30-17:30"),
            ("８:30至17:30", "8:30-17:30"),
            ("9:00 to 5:00 PM", "9:00-17:00"),
            ("8:30-11:30、14:00-17:30", "8:30-11:30 14:00-17:30"),
            ("14:00-17:30；8:30-11:30", "8:30-11:30 14:00-17:30"),
            ("上午8:30-11:30，下午2:00-下午5:30", "8:30-11:30 14:00-17:30"),
            ("17:30-次日8:30", "17:30-32:30"),
            ("8:00-次日8:00", "8:00-32:00"),
            ("18:00-24:00", "18:00-24:00"),
            ("全天", "0:00-24:00"),
        ] {
            assert_eq!(said(typed).as_deref(), Ok(hours), "{typed}");
        }
    }

    #[test]
    fn what_no_clock_shows_is_told_apart_from_what_is_no_span() {
        for typed in ["", "8:30", "上午", "8:30起", "8:30-", "八点到五点"] {
            assert_eq!(said(typed), Err(HoursFault::NoSpan), "{typed}");
        }
        for typed in ["8:30-25:00", "8:61-9:00", "24:00-次日8:00"] {
            assert_eq!(said(typed), Err(HoursFault::NoSuchTime), "{typed}");
        }
        for typed in ["17:30-8:30", "9:00-9:00", "下午2:00-5:00", "8:00-次日9:00"] {
            assert_eq!(said(typed), Err(HoursFault::EndFirst), "{typed}");
        }
    }
}
