//! What belongs to persons, wherever it stands in a text: found all, shown never. Each kind has a file that says what it
//! finds and what it leaves alone.
//!
//! Texts are searched as a reader sees them (`plain`): full-width letters, blanks, hyphens and dots within a number, marks of
//! Markdown, characters without width and the ends of lines hide nothing. Numbers of any sort share one walk (`digits`).

mod bank_card;
mod coordinates;
mod digits;
mod door;
mod email;
mod identity;
mod kind;
mod landline;
mod messenger;
mod minor;
mod mobile;
mod named_person;
mod passport;
mod persons;
mod plain;
mod plate;
mod windows;

use std::borrow::Cow;
use std::ops::Range;

pub use kind::Kind;
pub use persons::{is_name, is_office};

use plain::Plain;

/// Something of a person in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What sort.
    pub kind: Kind,
    /// Its digits, normalised: plain digits without a country code. Kinds without digits have their text here, in small
    /// letters and without blanks.
    pub digits: String,
    /// The bytes of the text it stands on.
    pub range: Range<usize>,
}

impl Found {
    /// What stands in the text, its middle hidden.
    #[must_use]
    pub fn shown(&self, text: &str) -> String {
        hidden(text.get(self.range.clone()).unwrap_or_default())
    }
}

/// A text with its middle hidden, whatever it is.
#[must_use]
pub fn hidden(text: &str) -> String {
    let mut hidden = String::with_capacity(text.len());
    hide(text, &mut hidden);
    hidden
}

/// All that belongs to persons in a text, in its order.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for window in windows::of(text) {
        let part = text.get(window.range.clone()).unwrap_or_default();
        let signs = Signs::of(part);
        if !signs.tell() {
            continue;
        }
        let before = found.len();
        in_window(&Plain::of(part, window.range.start), signs, &mut found);
        // What touches an end that was cut is seen whole by the neighbour.
        let mut at = 0;
        found.retain(|found| {
            at += 1;
            at <= before || window.holds(&found.range)
        });
    }
    found.sort_by_key(|found| (found.range.start, found.range.end, found.kind));
    found.dedup();
    found
}

/// A telephone number as it is compared: its digits, without a country code.
#[must_use]
pub fn number(text: &str) -> String {
    let plain = Plain::of(text, 0);
    let digits: String = plain.text(0..plain.len()).chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86")) {
        Some(number) if number.len() == 11 && number.starts_with('1') => number.to_owned(),
        _ => digits,
    }
}

fn in_window(plain: &Plain, signs: Signs, found: &mut Vec<Found>) {
    if signs.digits >= 7 {
        digits::find(plain, found);
        passport::find(plain, found);
        coordinates::find(plain, found);
    }
    if signs.plate {
        plate::find(plain, found);
    }
    if signs.at {
        email::find(plain, found);
    }
    if signs.messenger {
        messenger::find(plain, found);
    }
    if signs.door {
        door::find(plain, found);
    }
    if signs.private {
        named_person::find(plain, found);
    }
}

/// The text with the middle of all that belongs to persons hidden; byte for byte as long, so that positions in it stay true.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    let found = find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for range in found.into_iter().map(|found| found.range) {
        // One may stand within the other: a mobile number in an address of e-mail.
        let start = range.start.max(done);
        masked.push_str(text.get(done..start).unwrap_or_default());
        hide(text.get(start..range.end).unwrap_or_default(), &mut masked);
        done = done.max(range.end);
    }
    masked.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(masked)
}

/// Writes a text with its middle hidden, in as many bytes: of eleven letters and digits, three stay in front and two behind.
fn hide(text: &str, into: &mut String) {
    let count = text.chars().filter(|c| c.is_alphanumeric()).count();
    let (head, tail) = (count.div_ceil(4).min(3), (count / 5).min(2));
    let mut seen = 0;
    for c in text.chars() {
        let hidden = c.is_alphanumeric() && {
            seen += 1;
            seen > head && seen <= count - tail
        };
        match (hidden, c.len_utf8()) {
            (false, _) => into.push(c),
            (true, 1) => into.push('*'),
            (true, 2) => into.push_str("**"),
            (true, 3) => into.push('＊'),
            (true, _) => into.push_str("*＊"),
        }
    }
}

/// What single characters tell of a text before it is looked at: most texts hold nothing that any rule asks for.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for a rule that is asked or not")]
struct Signs {
    digits: usize,
    at: bool,
    plate: bool,
    messenger: bool,
    door: bool,
    private: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        for c in text.chars() {
            match c {
                '0'..='9' => signs.digits += 1,
                '@' => signs.at = true,
                'q' | 'Q' | 'v' | 'V' | 'w' | 'W' | '信' | '扣' => signs.messenger = true,
                '#' => signs.door = true,
                // What these stand for is seen later.
                '&' | '\u{ff01}'..='\u{ff5e}' | '\u{1d7ce}'..='\u{1d7ff}' => {
                    signs.digits += 7;
                    (signs.at, signs.messenger, signs.door) = (true, true, true);
                }
                c if c.is_ascii() => {}
                c => {
                    signs.plate |= plate::is_province(c);
                    signs.door |= door::is_word(c);
                    signs.private |= named_person::is_key(c);
                }
            }
        }
        signs.plate &= signs.digits > 0;
        signs
    }

    fn tell(self) -> bool {
        self.digits >= 7 || self.at || self.plate || self.messenger || self.door || self.private
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
