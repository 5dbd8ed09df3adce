//! Numbers of passports and travel permits.
//!
//! Finds E or G with eight digits, E with a letter and seven digits, and next to 护照, 通行证 or `passport` any one or two
//! letters with seven to nine digits: `E12345678`, `护照号 EA1234567`.
//! Leaves alone numbers in which a year follows the letter (`G20240001`), which are those of orders, and longer ones.

use super::plain::Plain;
use super::{Found, Kind};

const WORDS: [&str; 7] = ["护照", "通行证", "台胞证", "回乡证", "返乡证", "passport", "证件"];

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < plain.len() {
        let start = at;
        at = plain.while_at(at, |c| c.is_ascii_alphanumeric());
        if at == start {
            at += 1;
        } else if let Some(end) = token(plain, start, at) {
            let digits = plain.text(start..end);
            found.push(Found { kind: Kind::Passport, digits, range: plain.bytes(start..end) });
            at = end;
        }
    }
}

/// The end of a number that begins a word of letters and digits; blanks may stand behind the letters.
fn token(plain: &Plain, start: usize, end: usize) -> Option<usize> {
    let letters = plain.while_at(start, |c| c.is_ascii_alphabetic()) - start;
    let mut digits = plain.while_at(start + letters, |c| matches!(c, ' ' | '-'));
    let behind = plain.while_at(digits, |c| c.is_ascii_digit());
    if letters == 0
        || letters > 2
        || digits - start - letters > 1
        || (digits > start + letters && end > start + letters)
    {
        return None;
    }
    if plain.before(start) == '-' || plain.at(behind).is_ascii_alphanumeric() || plain.at(behind) == '-' {
        return None;
    }
    let is_spaced = digits > start + letters;
    digits = behind - digits;
    let first = plain.at(start).to_ascii_uppercase();
    let second = plain.at(start + 1).to_ascii_uppercase();
    let year = plain.text(behind - digits..behind);
    let is_serial = year.starts_with("19") || year.starts_with("20") || year.starts_with('0');
    let is_plain_form = match letters {
        1 => matches!(first, 'E' | 'G') && digits == 8,
        _ => first == 'E' && matches!(second, 'A'..='H' | 'J'..='N' | 'P'..='Z') && digits == 7,
    };
    let told = (7..=9).contains(&digits) && follows_word(plain, start);
    (told || is_plain_form && !is_serial && !is_spaced).then_some(behind)
}

/// Whether a word for such papers stands shortly before.
fn follows_word(plain: &Plain, at: usize) -> bool {
    (0..=6).any(|gap| at.checked_sub(gap).is_some_and(|start| plain.ends_with_one_of(start, &WORDS)))
}
