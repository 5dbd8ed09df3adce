//! Mobile telephone numbers.
//!
//! Finds eleven digits from 13… to 19…, also behind 86 or 0086, and in the ways people space them: `139 1234 5678`,
//! `139-1234-5678`, `１３９１２３４５６７８`, `139**1234**5678`.
//! Leaves alone eleven digits that are a piece of a longer number, a decimal, or an order number with a year in it:
//! `13-2024-00012`.

use super::digits::Number;

/// Its digits without the country code.
pub(super) fn is(number: &Number<'_>) -> Option<String> {
    let digits = match number.digits.len() {
        11 => number.digits,
        13 => number.digits.strip_prefix("86")?,
        15 => number.digits.strip_prefix("0086")?,
        _ => return None,
    };
    let mut characters = digits.chars();
    let is_mobile = characters.next() == Some('1') && matches!(characters.next(), Some('3'..='9'));
    let usual = match number.lengths {
        // With the code of the country before it.
        [2 | 4, rest @ ..] if number.digits.len() > 11 => is_usual(rest),
        lengths => is_usual(lengths),
    };
    (is_mobile && (usual || !number.is_oddly_spaced)).then(|| digits.to_owned())
}

/// The ways in which people space eleven digits.
fn is_usual(lengths: &[usize]) -> bool {
    matches!(lengths, [11] | [3, 8] | [4, 7] | [7, 4] | [3, 4, 4] | [3, 3, 5] | [4, 4, 3] | [4, 3, 4])
}
