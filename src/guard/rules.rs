//! What must not be printed: mobile numbers and identity numbers of persons.

use std::ops::Range;

use crate::diag::rules::guard::{IDENTITY_NUMBER, MOBILE_NUMBER};
use crate::diag::{Problem, Rule};

/// A piece of a text that must not be printed.
#[derive(Debug, Clone)]
pub struct Hit {
    rule: &'static Rule,
    range: Range<usize>,
}

impl Hit {
    /// The hit as a problem; the excerpt shows enough of the number to find it, not the number.
    #[must_use]
    pub fn problem(&self, text: &str) -> Problem {
        let found = text.get(self.range.clone()).unwrap_or_default();
        let characters = found.chars().count();
        let masked: String = found
            .chars()
            .enumerate()
            .map(|(at, c)| if (3..characters.saturating_sub(2)).contains(&at) { '*' } else { c })
            .collect();
        Problem::new(self.rule).with("found", masked)
    }
}

/// All hits in a text. Digits count in full width too, and with single blanks or hyphens between them.
#[must_use]
pub fn scan(text: &str, allowed: &[String]) -> Vec<Hit> {
    runs(text)
        .filter(|(digits, _)| !allowed.contains(digits))
        .filter_map(|(digits, range)| {
            let rule: &'static Rule = if is_identity(&digits) {
                &IDENTITY_NUMBER
            } else if is_mobile(&digits) {
                &MOBILE_NUMBER
            } else {
                return None;
            };
            Some(Hit { rule, range })
        })
        .collect()
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

    fn codes(text: &str) -> Vec<&'static str> {
        scan(text, &[]).iter().map(|hit| hit.rule.code).collect()
    }

    #[test]
    fn finds_every_mobile_number_however_written() {
        assert_eq!(codes("联系 13912345678 或 139-1234-5678"), ["G001", "G001"]);
        assert_eq!(codes("１３９１２３４５６７８"), ["G001"]);
        assert_eq!(codes("+86 139 1234 5678"), ["G001"]);
        assert_eq!(codes("139**1234**5678，139\u{200b}12345678"), ["G001", "G001"]);
        assert!(codes("工单 20250112345678、5111890、12345").is_empty());
    }

    #[test]
    fn an_identity_number_needs_its_check_digit() {
        assert_eq!(codes("11010519491231002X"), ["G002"]);
        assert!(codes("110105194912310021").is_empty());
    }

    #[test]
    fn an_allowed_work_number_passes() {
        assert!(scan("13912345678", &["13912345678".to_owned()]).is_empty());
    }

    #[test]
    fn the_message_hides_the_number() {
        let text = "电话13912345678";
        let problem = scan(text, &[]).first().unwrap().problem(text);
        assert_eq!(problem.values, [("found", "139******78".to_owned())]);
    }
}
