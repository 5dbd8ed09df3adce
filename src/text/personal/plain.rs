//! A text as a reader sees it: signs with the bytes they stand on.

use std::ops::Range;

/// What a reader sees at one spot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub c: char,
    start: usize,
    end: usize,
}

/// The signs of a text. Full-width letters, digits and marks are plain ones; all dashes are `-`, all blanks are ` ` or a line
/// end. What cannot be seen is not there: marks of Markdown, characters without width. A run of stars that hides something
/// is one `*`.
#[derive(Debug, Default)]
pub(super) struct Plain {
    signs: Vec<Sign>,
}

/// Four stars hide something; fewer are emphasis.
const HIDING: usize = 4;

impl Plain {
    /// The signs of a text that stands at a byte of a larger one.
    pub fn of(text: &str, offset: usize) -> Self {
        let mut signs: Vec<Sign> = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let start = at;
            at += c.len_utf8();
            let seen = match c {
                '*' => {
                    let rest = text.get(at..).unwrap_or_default();
                    let more = rest.len() - rest.trim_start_matches('*').len();
                    at += more;
                    (more + 1 >= HIDING).then_some('*')
                }
                '&' => {
                    let (seen, length) = entity(text.get(start..).unwrap_or_default());
                    at = start + length;
                    seen
                }
                c => seen(c),
            };
            if let Some(c) = seen {
                signs.push(Sign { c, start: start + offset, end: at + offset });
            }
        }
        Self { signs }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.signs.len()
    }

    /// The sign at a place; outside of the text a zero.
    pub fn at(&self, at: usize) -> char {
        self.signs.get(at).map_or('\0', |sign| sign.c)
    }

    /// The sign before a place.
    pub fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.at(at))
    }

    /// Whether a word stands at a place; letters are compared in small.
    pub fn has(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(step, c)| self.at(at + step).to_ascii_lowercase() == c)
    }

    /// The longest of some words that stands at a place, by how many signs it has.
    pub fn one_of(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().filter(|word| self.has(at, word)).map(|word| word.chars().count()).max()
    }

    /// Whether one of some words ends just before a place.
    pub fn ends_with_one_of(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| at.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word)))
    }

    /// The place behind the signs from `at` on that `is` holds for.
    pub fn while_at(&self, mut at: usize, is: impl Fn(char) -> bool) -> usize {
        while at < self.len() && is(self.at(at)) {
            at += 1;
        }
        at
    }

    /// The bytes that some signs stand on.
    pub fn bytes(&self, signs: Range<usize>) -> Range<usize> {
        let part = self.signs.get(signs).unwrap_or_default();
        part.first().map_or(0, |sign| sign.start)..part.last().map_or(0, |sign| sign.end)
    }

    /// Some signs as text, in small letters and without blanks.
    pub fn text(&self, signs: Range<usize>) -> String {
        let part = self.signs.get(signs).unwrap_or_default();
        part.iter().map(|sign| sign.c.to_ascii_lowercase()).filter(|c| !c.is_whitespace()).collect()
    }
}

/// A letter of Chinese.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

fn seen(c: char) -> Option<char> {
    Some(match c {
        '_' | '`' | '\\' | '\r' | '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{feff}' => return None,
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' => {
            return None;
        }
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0).unwrap_or(c) {
            '\u{ff5e}' => '~',
            c => c,
        },
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        '\u{2800}' => ' ',
        // Letters of formulas look like digits.
        '\u{1d7ce}'..='\u{1d7ff}' => char::from_digit((c as u32 - 0x1d7ce) % 10, 10).unwrap_or(c),
        c => c,
    })
}

/// A character reference, as Markdown shows it, and how many bytes it takes.
fn entity(text: &str) -> (Option<char>, usize) {
    let name =
        text.get(1..).and_then(|rest| rest.split_once(';')).map(|(name, _)| name).filter(|name| name.len() <= 10);
    let Some(name) = name else { return (Some('&'), 1) };
    let length = name.len() + 2;
    let number = name.strip_prefix('#').map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => number.parse().ok(),
    });
    match (number, name) {
        (Some(number), _) => match number.and_then(char::from_u32) {
            Some(c) => (seen(c).filter(|c| *c != '*'), length),
            None => (Some('&'), 1),
        },
        (None, "nbsp" | "ensp" | "emsp" | "thinsp" | "NonBreakingSpace" | "Tab") => (Some(' '), length),
        (None, "NewLine") => (Some('\n'), length),
        (None, "shy" | "zwj" | "zwnj" | "lowbar" | "grave" | "ast") => (None, length),
        (None, "dash" | "hyphen" | "ndash" | "mdash" | "minus") => (Some('-'), length),
        (None, "period") => (Some('.'), length),
        (None, "commat") => (Some('@'), length),
        (None, "num") => (Some('#'), length),
        _ => (Some('&'), 1),
    }
}
