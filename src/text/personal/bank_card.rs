//! Numbers of bank cards.
//!
//! Finds 16 to 19 digits whose last fits the others (Luhn) and whose first are those of a card: 62… of `UnionPay`, 4, 5, 60, 65,
//! 35, 9558: `6222 0200 0000 0000 000`.
//! Leaves alone numbers that begin with a year, a date or a zero, and those with letters before or behind.

use super::digits::Number;

/// Its digits.
pub(super) fn is(number: &Number<'_>) -> Option<String> {
    const FIRST: [&str; 11] = ["62", "60", "65", "4", "51", "52", "53", "54", "55", "35", "9558"];
    let digits = number.digits;
    let usual = matches!(number.lengths, [4, 4, 4, 4] | [4, 4, 4, 4, 1..=3] | [6, 10..=13]);
    let is_card = (16..=19).contains(&digits.len())
        && !number.touches_letter
        && (usual || !number.is_oddly_spaced)
        && FIRST.iter().any(|first| digits.starts_with(first))
        && fits(digits);
    is_card.then(|| digits.to_owned())
}

/// Every second digit from the right counts double (Luhn, ISO/IEC 7812-1).
fn fits(digits: &str) -> bool {
    let sum = digits.chars().rev().zip([false, true].into_iter().cycle()).map(|(c, doubled)| {
        let digit = c.to_digit(10).unwrap_or(0);
        match digit * 2 {
            _ if !doubled => digit,
            twice if twice > 9 => twice - 9,
            twice => twice,
        }
    });
    sum.sum::<u32>().is_multiple_of(10)
}
