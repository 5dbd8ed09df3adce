//! Faults that point into the text of a file.

use std::ops::Range;

use encoding_rs::GB18030;

use super::decode::{DecodeFault, Encoding, endian};
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};
use crate::text::width::char_width;

/// Columns of a long line shown before and behind the marked place.
const BEFORE: usize = 40;
const BEHIND: usize = 60;

/// A mistake in a TOML file, with its line, column and the line itself.
#[must_use]
pub fn toml_fault(path: &str, text: &str, error: &toml::de::Error) -> Problem {
    let reason = error.message();
    let problem = Problem::new(&rules::TOML_SYNTAX)
        .with("reason", reason.replace('\n', "; "))
        .with("reason_zh", in_chinese(reason));
    let Some(span) = error.span() else { return problem.at(Position::file(path)) };
    let (row, line, start) = line_at(text, span.start);
    let from = span.start.saturating_sub(start).min(line.len());
    let to = span.end.saturating_sub(start).clamp(from, line.len());
    let before = line.get(..from).unwrap_or_default();
    let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
    let (line, mark) = window(line, from..to);
    problem.at(Position { column, ..Position::row(path, row) }).excerpt(line, mark)
}

/// What the reader of TOML found, for those who do not read English.
fn in_chinese(reason: &str) -> &'static str {
    let says = |words: &str| reason.contains(words);
    if says("duplicate key") {
        "同一个名称写了两次"
    } else if says("must be quoted") {
        "文字没有加英文双引号"
    } else if says("key with no value") {
        "名称后面缺少等号和值"
    } else if says("unclosed") {
        "括号没有闭合"
    } else if says("invalid basic string") {
        "引号没有闭合，或者文字里有不能用的字符"
    } else if says("key") {
        "名称只能用英文字母、数字、连字符和下划线；中文名称要加英文双引号"
    } else if says("date") || says("time") {
        "没有这个日期或时间"
    } else {
        "标出的地方读不懂"
    }
}

/// Bytes that are no text in any encoding tried.
pub(super) fn not_decodable(path: &str, bytes: &[u8], fault: &DecodeFault) -> Problem {
    let before = bytes.get(..fault.at).unwrap_or(bytes);
    let before = match fault.tried.last() {
        Some(Encoding::Gb18030) => GB18030.decode_without_bom_handling(before).0,
        Some(Encoding::Utf16) => endian(before).decode(before).0,
        _ => String::from_utf8_lossy(before),
    };
    let before = before.strip_prefix('\u{feff}').unwrap_or(&before);
    let row = number(line_ends(before.as_bytes()) + 1);
    let line = before.rsplit('\n').next().unwrap_or_default().replace(char::is_control, " ");
    let tried: Vec<&str> = fault.tried.iter().map(|encoding| encoding.name()).collect();
    let problem = Problem::new(&rules::NOT_DECODABLE)
        .with("line", row)
        .with("character", line.chars().count() + 1)
        .with("byte", fault.at + 1)
        .with("tried", tried.join(", "))
        .at(Position::row(path, row));
    let (line, mark) = window(&format!("{line}\u{fffd}"), line.len()..line.len() + '\u{fffd}'.len_utf8());
    problem.excerpt(line, mark)
}

/// A text with a NUL is none: a picture, a program, or a table that was cut off while it was written.
pub(super) fn not_text(path: &str, text: &str) -> Option<Problem> {
    let at = text.find('\0')?;
    let (row, line, start) = line_at(text, at);
    let shown = |text: &str| text.replace(char::is_control, " ");
    let before = shown(line.get(..at - start).unwrap_or_default());
    let (shown, mark) = window(&shown(line), before.len()..before.len() + 1);
    let problem = Problem::new(&rules::NOT_TEXT).with("line", row).with("character", before.chars().count() + 1);
    Some(problem.at(Position::row(path, row)).excerpt(shown, mark))
}

/// Number of the line an offset lies in, the line without its end, and where it starts.
pub(super) fn line_at(text: &str, offset: usize) -> (u32, &str, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    (number(before.matches('\n').count() + 1), line, start)
}

/// The part of a long line around a mark, and where the mark is in it.
pub(super) fn window(line: &str, mark: Range<usize>) -> (String, Range<usize>) {
    let before = line.get(..mark.start).unwrap_or_default();
    let behind = line.get(mark.start..).unwrap_or_default();
    let mut columns = 0;
    let skipped = before
        .char_indices()
        .rev()
        .find_map(|(at, c)| {
            columns += char_width(c);
            (columns > BEFORE).then(|| at + c.len_utf8())
        })
        .unwrap_or(0);
    let mut columns = 0;
    let kept = behind.char_indices().find_map(|(at, c)| {
        columns += char_width(c);
        (columns > BEHIND).then_some(at)
    });
    let (head, tail) = (if skipped > 0 { "…" } else { "" }, if kept.is_some() { "…" } else { "" });
    let behind = behind.get(..kept.unwrap_or(behind.len())).unwrap_or_default();
    let before = before.get(skipped..).unwrap_or_default();
    let start = head.len() + before.len();
    let end = start + (mark.end - mark.start).min(behind.len());
    (format!("{head}{before}{behind}{tail}"), start..end)
}

/// How many lines end in some bytes.
pub(super) fn line_ends(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

/// A count as the row numbers have it.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::decode;
    use crate::text::Lang;

    #[test]
    fn a_toml_mistake_is_shown_where_it_is() {
        let text = "title = \"公示\"\n名称 = 1\n";
        let error = toml::from_str::<toml::Table>(text).unwrap_err();
        let problem = toml_fault("site.toml", text, &error);
        let at = problem.at.unwrap();
        assert_eq!((at.row, at.column), (2, 1));
        let excerpt = problem.excerpt.unwrap();
        assert_eq!(excerpt.line, "名称 = 1");
        assert!(excerpt.line.get(excerpt.mark).is_some());
    }

    #[test]
    fn a_bad_byte_is_shown_with_its_row() {
        let bytes = b"id,name\n1,ab\xff\xffc\n";
        let fault = decode(bytes, None).unwrap_err();
        let problem = not_decodable("a.csv", bytes, &fault);
        assert_eq!(problem.at.as_ref().map(|at| at.row), Some(2));
        assert!(problem.says(Lang::En).contains("line 2, character 5 (byte 13)"), "{}", problem.says(Lang::En));
        let excerpt = problem.excerpt.unwrap();
        assert_eq!(excerpt.line.get(excerpt.mark), Some("\u{fffd}"));
    }

    #[test]
    fn a_nul_is_shown_where_it_is_behind_controls_of_any_length() {
        let excerpt = not_text("a.csv", "id\nA\u{85}\t南\0关").unwrap().excerpt.unwrap();
        assert_eq!((excerpt.line.as_str(), excerpt.mark), ("A  南 关", 6..7));
        assert!(not_text("a.csv", "id\n").is_none());
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let line = "南".repeat(100);
        let (shown, mark) = window(&line, 150..153);
        assert_eq!(shown.get(mark), Some("南"));
        assert!(shown.starts_with('…') && shown.ends_with('…'));
    }
}
