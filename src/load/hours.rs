//! Hours as a rota gives them: `8:30-17:30`, `8:30-11:30、14:00-17:30`, `17:30-次日8:30`, `全天`.

use crate::model::Span;
use crate::model::duty::DAY;
use crate::text::scan::{self, DateFault};

/// Reads the hours of a day, the earliest first; `None` for anything that could mean something else.
pub(super) fn read(text: &str) -> Option<Vec<Span>> {
    let spans = text.split(['、', ',', '，', ';', '；', '和']).map(str::trim).filter(|part| !part.is_empty());
    let mut spans = spans.map(span).collect::<Option<Vec<_>>>()?;
    spans.sort_unstable();
    spans.dedup();
    (!spans.is_empty()).then_some(spans)
}

fn span(text: &str) -> Option<Span> {
    const DASHES: [char; 8] = ['-', '–', '—', '－', '~', '～', '至', '到'];
    if matches!(text.to_ascii_lowercase().as_str(), "全天" | "24小时" | "all day" | "24 hours") {
        return Some(Span { start: 0, end: DAY });
    }
    let (start, end) = text.split_once(DASHES).or_else(|| text.split_once(" to "))?;
    let start = scan::clock(start).ok()?;
    let end = end.trim_start_matches(DASHES).trim();
    let next_day = ["次日", "翌日", "第二天", "next day"].iter().find_map(|word| end.strip_prefix(word));
    let end = match (next_day, scan::clock(end)) {
        (Some(end), _) => scan::clock(end).ok()? + DAY,
        // As an end it belongs to one day only.
        (None, Err(DateFault::Midnight24)) => DAY,
        (None, end) => end.ok()?,
    };
    // Longer than a day and a night is no turn of duty.
    (start < end && end - start <= DAY).then_some(Span { start, end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        let clock = |second: u32| format!("{}:{:02}", second / 3600, second / 60 % 60);
        let spans = read(text)?;
        Some(
            spans.iter().map(|span| format!("{}-{}", clock(span.start), clock(span.end))).collect::<Vec<_>>().join(" "),
        )
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
            assert_eq!(said(typed).as_deref(), Some(hours), "{typed}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_not_read() {
        for typed in
            ["", "、", "8:30", "上午", "8:30起", "8:30-", "八点到五点", "8:30-25:00", "8:61-9:00", "24:00-次日8:00"]
        {
            assert_eq!(said(typed), None, "{typed}");
        }
        // An end that does not come after the beginning may be the next day, or a slip.
        for typed in ["17:30-8:30", "9:00-9:00", "下午2:00-5:00", "8:00-次日9:00"] {
            assert_eq!(said(typed), None, "{typed}");
        }
    }
}
