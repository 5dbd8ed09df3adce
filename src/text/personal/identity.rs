//! Citizens' identity numbers.
//!
//! Finds eighteen places with a birthday and a matching check digit (GB 11643), however spaced, and the fifteen digits of the
//! old form next to a word such as 身份证: `11010519491231002X`, `身份证 110105491231002`.
//! Leaves alone contract and order numbers of the same length: their check digit or birthday does not fit.

use std::ops::Range;

use super::digits::Number;
use super::plain::Plain;

const WORDS: [&str; 6] = ["身份证", "身份证号", "身份号码", "证件号", "证件号码", "身份证号码"];

/// Its digits, with a closing `X`.
pub(super) fn is(number: &Number<'_>) -> Option<String> {
    let digits = number.digits;
    let is_identity = match digits.len() {
        18 => has_birthday(digits, 6..10, "") && has_check_digit(digits),
        15 => number.follows_paper() && has_birthday(digits, 6..8, "19"),
        _ => false,
    };
    is_identity.then(|| digits.to_owned())
}

fn has_birthday(digits: &str, year: Range<usize>, century: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).unwrap_or_default();
    let (month, day) = (year.end..year.end + 2, year.end + 2..year.end + 4);
    let year = format!("{century}{}", part(year)).parse::<i16>().unwrap_or(0);
    let number = |range: Range<usize>| part(range).parse::<i8>().unwrap_or(0);
    (1900..=2100).contains(&year) && jiff::civil::Date::new(year, number(month), number(day)).is_ok()
}

fn has_check_digit(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &str = "10X98765432";
    let sum: u32 = digits.chars().zip(WEIGHTS).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    CHECKS.chars().nth((sum % 11) as usize) == digits.chars().last()
}

/// Whether a word that tells of identity papers stands before a place, with at most four signs between.
pub(super) fn follows_word(plain: &Plain, at: usize) -> bool {
    (0..=4).any(|gap| at.checked_sub(gap).is_some_and(|start| plain.ends_with_one_of(start, &WORDS)))
}
