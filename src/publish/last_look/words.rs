//! The words of finished files, as a reader of each format reads them.

use std::borrow::Cow;

use super::super::address::percent_decoded;
use super::{page, pdf};

/// Bytes at the beginning of a file by which text and other things are told apart.
const HEAD: usize = 8000;
/// Columns of published tables that the program fills with numbers of its own: those of volunteers, a list like `13 22 78`; and
/// those of figures, where money in cents is as long as a telephone number.
const COUNTED: [&str; 4] = ["volunteers_distinct_ids", "value", "numerator", "denominator"];
/// Digits up to which a number is nobody's.
const SHORT: usize = 6;

/// Gives `look` every text of a file, and `load` every address that holds a file within itself; `None` when it is a PDF
/// that cannot be read.
pub fn each(address: &str, bytes: &[u8], look: &mut dyn FnMut(&str), load: &mut dyn FnMut(&str)) -> Option<()> {
    look(&percent_decoded(address));
    if bytes.starts_with(b"%PDF-") {
        return pdf::each(bytes, look);
    }
    if !is_text(bytes) {
        return Some(());
    }
    // What is no UTF-8 is told elsewhere; numbers in it can be read.
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let ending = address.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" | "xhtml" | "svg" | "xml" | "atom" | "rss" => page::each(text, look, load),
        "css" => page::style(text, look, load),
        "csv" => cells(text, ',', look),
        "tsv" => cells(text, '\t', look),
        "json" | "geojson" | "webmanifest" => strings(text, look),
        "js" | "mjs" => lines(&unescaped(text), look),
        "ics" => lines(&unfolded(text), look),
        _ => lines(text, look),
    }
    Some(())
}

/// Gives `look` the lines of a file, whatever it is.
pub fn lines_of(bytes: &[u8], look: &mut dyn FnMut(&str)) {
    if is_text(bytes) {
        lines(&String::from_utf8_lossy(bytes), look);
    }
}

/// Whether a file is text rather than a picture or a font.
pub fn is_text(bytes: &[u8]) -> bool {
    !bytes.iter().take(HEAD).any(|byte| *byte == 0)
}

fn lines(text: &str, look: &mut dyn FnMut(&str)) {
    text.lines().for_each(look);
}

/// The cells of a table. What stands in the row above as well was looked at there.
fn cells(text: &str, separator: char, look: &mut dyn FnMut(&str)) {
    let mut above: Vec<&str> = Vec::new();
    let (mut rest, mut column, mut counted) = (text, 0, Vec::new());
    while !rest.is_empty() {
        let (cell, after) = cell(rest, separator);
        match above.get_mut(column) {
            Some(above) if *above == cell => {}
            known => {
                if COUNTED.contains(&cell) {
                    counted.push(column);
                } else if !(is_figure(cell) || is_number(cell) && counted.contains(&column)) {
                    look(cell);
                }
                match known {
                    Some(known) => *known = cell,
                    None => above.push(cell),
                }
            }
        }
        column = if after.starts_with(separator) { column + 1 } else { 0 };
        rest = after.strip_prefix("\r\n").or_else(|| after.get(1..)).unwrap_or_default();
    }
}

/// A cell, and what follows it; between quotes it may hold separators, ends of lines and quotes in pairs.
fn cell(rest: &str, separator: char) -> (&str, &str) {
    let ends = |byte: u8| matches!(byte, b'\n' | b'\r') || char::from(byte) == separator;
    let Some(quoted) = rest.strip_prefix('"') else {
        let end = rest.bytes().position(ends).unwrap_or(rest.len());
        return rest.split_at_checked(end).unwrap_or((rest, ""));
    };
    let mut from = 0;
    while let Some(found) = quoted.get(from..).and_then(|tail| tail.find('"')) {
        let end = from + found;
        let after = quoted.get(end + 1..).unwrap_or_default();
        if !after.starts_with('"') {
            return (quoted.get(..end).unwrap_or_default(), after);
        }
        from = end + 2;
    }
    (quoted, "")
}

/// A fraction, or a number too short to be anybody's.
fn is_figure(cell: &str) -> bool {
    is_number(cell) && (cell.len() <= SHORT || cell.split_once('.').is_some_and(|(whole, _)| whole.len() <= SHORT))
}

/// Whether a cell is nothing but numbers.
fn is_number(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b' '))
}

/// The strings of a JSON text. Its numbers are figures, never words.
fn strings(text: &str, look: &mut dyn FnMut(&str)) {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('"') {
        let mut escaped = false;
        let end = after.bytes().position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        });
        let (string, tail) = after.split_at_checked(end.unwrap_or(after.len())).unwrap_or((after, ""));
        look(&unescaped(string));
        rest = tail.get(1..).unwrap_or("");
    }
}

/// Undoes `\u0031`, `\u{31}`, `\x31` and `\n`; other signs behind a backslash stand for themselves.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut letters = after.chars();
        let sign = letters.next();
        let tail = letters.as_str();
        let (digits, tail) = match sign {
            Some('u') if tail.starts_with('{') => {
                tail.get(1..).and_then(|tail| tail.split_once('}')).unwrap_or(("", tail))
            }
            Some('u') => tail.split_at_checked(4).unwrap_or(("", tail)),
            Some('x') => tail.split_at_checked(2).unwrap_or(("", tail)),
            _ => ("", tail),
        };
        let coded = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        plain.extend(coded.or(match sign {
            Some('n' | 'r' | 't') => Some('\n'),
            sign => sign,
        }));
        rest = tail;
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A calendar with its long lines in one piece, and the ends of lines within a text as such.
fn unfolded(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "");
    let text = text.replace("\\n", "\n").replace("\\N", "\n").replace('\\', "");
    // The name of an event is written like an address of e-mail, and is none.
    let line = |line: &str| if line.starts_with("UID:") { line.replace('@', " ") } else { line.to_owned() };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(address: &str, bytes: &[u8]) -> Vec<String> {
        let mut texts = Vec::new();
        assert!(each(address, bytes, &mut |text| texts.push(text.to_owned()), &mut |_| {}).is_some());
        texts
    }

    #[test]
    fn tables_are_read_cell_by_cell() {
        let text = "\u{feff}a,\"b,\"\"c\"\"\r\nd\",,e\r\nf;g,\"\"\n\"h";
        assert_eq!(texts("t.csv", text.as_bytes())[1..], ["a", "b,\"\"c\"\"\r\nd", "e", "f;g", "h"]);
        assert_eq!(texts("t.tsv", b"a,b\tc\n")[1..], ["a,b", "c"]);
        let text = b"a,volunteers_distinct_ids,c\nx,13 22 78 94 103,0.13912345678\nx,1,1234567\ny,2,-12\n";
        assert_eq!(texts("t.csv", text)[1..], ["a", "c", "x", "1234567", "y"]);
    }

    #[test]
    fn json_is_read_string_by_string() {
        let text = br#"{"a": [13912345678, "b\u0031\\", "c\"d"], "e": "f\n1"}"#;
        assert_eq!(texts("t.json", text)[1..], ["a", "b1\\", "c\"d", "e", "f\n1"]);
    }

    #[test]
    fn folded_lines_escapes_and_addresses_are_undone() {
        let text = b"UID:1@x.example\r\nDESCRIPTION:139123\r\n 45678\\, ask\\nnow\r\n";
        assert_eq!(texts("t.ics", text)[1..], ["UID:1 x.example", "DESCRIPTION:13912345678, ask", "now"]);
        assert_eq!(texts("t.js", br"x = '\x31\u{33}\u0039'; // y")[1..], ["x = '139'; // y"]);
        assert_eq!(texts("a/%31%33.txt", b"b\nc"), ["a/13.txt", "b", "c"]);
        assert_eq!(texts("p.png", b"\x89PNG\r\n\x1a\n\0\0"), ["p.png"]);
        // GB18030 that nobody converted.
        assert!(texts("t.txt", b"\xb5\xe7\xbb\xb0 139")[1].ends_with(" 139"));
    }

    proptest::proptest! {
        #[test]
        fn ends_on_any_text(text in "[\"\\\\u{}x,\r\n 1-9<>&;=/a]{0,40}|.{0,40}", ending in "(html|csv|json|js|ics|css|txt)") {
            let _ = texts(&format!("a.{ending}"), text.as_bytes());
        }
    }
}
