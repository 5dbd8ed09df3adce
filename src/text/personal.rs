//! Numbers that belong to persons, wherever they stand in a text: found all, shown never.

use std::borrow::Cow;
use std::ops::Range;

/// What sort of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A mobile telephone number.
    Mobile,
    /// A citizen's identity number.
    Identity,
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What sort.
    pub kind: Kind,
    /// Its digits, normalised.
    pub digits: String,
    /// The bytes of the text it stands on.
    pub range: Range<usize>,
}

/// All numbers of persons in a text. Digits count in full width too, and with single blanks or hyphens between them.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    // Most texts have no eleven digits at all.
    if text.bytes().filter(|byte| byte.is_ascii_digit() || *byte == 0xef).count() < 11 {
        return Vec::new();
    }
    runs(text)
        .filter_map(|(digits, range)| {
            let kind = if is_identity(&digits) {
                Kind::Identity
            } else if is_mobile(&digits) {
                Kind::Mobile
            } else {
                return None;
            };
            Some(Found { kind, digits, range })
        })
        .collect()
}

/// The text with the middle of every such number hidden; byte for byte as long, so that positions in it stay true.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    let found = find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let hide = |at: usize, c: char| {
        let Some(number) = found.iter().find(|number| number.range.contains(&at)) else { return c };
        let before =
            text.get(number.range.start..at).map_or(0, |part| part.chars().filter(|&c| digit(c).is_some()).count());
        let hidden = (3..number.digits.len().saturating_sub(2)).contains(&before);
        match c {
            _ if !hidden || digit(c).is_none() => c,
            c if c.is_ascii() => '*',
            _ => '＊',
        }
    };
    Cow::Owned(text.char_indices().map(|(at, c)| hide(at, c)).collect())
}

/// Runs of digits (and a closing X), normalised, with the bytes they stand on.
fn runs(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut start = 0;
    let mut end = 0;
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        if let Some(digit) = digit(c) {
            if digits.is_empty() {
                start = at;
            }
            digits.push(digit);
            end = next;
            gap = 0;
        } else if is_unseen(c) {
            // Emphasis within a number does not hide it from readers.
        } else if matches!(c, 'x' | 'X' | 'Ｘ' | 'ｘ') && digits.len() == 17 && gap == 0 {
            digits.push('X');
            end = next;
        } else if !digits.is_empty() && gap == 0 && matches!(c, ' ' | '-' | '\u{3000}' | '\u{a0}' | '－' | '–') {
            gap = 1;
        } else if !digits.is_empty() {
            found.push((std::mem::take(&mut digits), start..end));
            gap = 0;
        }
    }
    if !digits.is_empty() {
        found.push((digits, start..end));
    }
    found.into_iter()
}

/// Marks of Markdown, and characters without width: a reader does not see them.
fn is_unseen(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`' | '\\' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

/// Eleven digits from 13… to 19…, also with the country code.
fn is_mobile(digits: &str) -> bool {
    let number = match digits.len() {
        11 => digits,
        13 => digits.strip_prefix("86").unwrap_or(""),
        15 => digits.strip_prefix("0086").unwrap_or(""),
        _ => "",
    };
    let mut characters = number.chars();
    characters.next() == Some('1') && matches!(characters.next(), Some('3'..='9'))
}

/// Eighteen places with a birthday and a matching check digit (GB 11643).
fn is_identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &str = "10X98765432";
    if digits.len() != 18 {
        return false;
    }
    let sum: u32 = digits.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    let number = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<i16>().ok()).unwrap_or(0);
    let birthday = jiff::civil::Date::new(
        number(6..10),
        i8::try_from(number(10..12)).unwrap_or(0),
        i8::try_from(number(12..14)).unwrap_or(0),
    );
    birthday.is_ok_and(|day| (1900..=2100).contains(&day.year()))
        && CHECKS.chars().nth((sum % 11) as usize) == digits.chars().last()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        find(text).iter().map(|found| found.kind).collect()
    }

    #[test]
    fn finds_every_mobile_number_however_written() {
        assert_eq!(kinds("联系 13912345678 或 139-1234-5678"), [Kind::Mobile, Kind::Mobile]);
        assert_eq!(kinds("１３９１２３４５６７８"), [Kind::Mobile]);
        assert_eq!(kinds("+86 139 1234 5678"), [Kind::Mobile]);
        assert_eq!(kinds("139**1234**5678，139\u{200b}12345678"), [Kind::Mobile, Kind::Mobile]);
        assert!(kinds("工单 20250112345678、5111890、12345").is_empty());
    }

    #[test]
    fn an_identity_number_needs_its_check_digit() {
        assert_eq!(kinds("11010519491231002X"), [Kind::Identity]);
        assert!(kinds("110105194912310021").is_empty());
    }

    #[test]
    fn a_masked_text_is_as_long_and_hides_the_number() {
        let text = "甲社区,13912345678,１３９１２３４５６７８,11010519491231002X";
        let hidden = masked(text);
        assert_eq!(hidden, "甲社区,139******78,１３９＊＊＊＊＊＊７８,110*************2X");
        assert_eq!(hidden.len(), text.len());
        assert_eq!(masked("工单 20250112345678"), "工单 20250112345678");
    }
}
