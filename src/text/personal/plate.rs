//! Plates of vehicles.
//!
//! Finds the letter of a province, the letter of a town and five signs, six of new-energy cars: `鲁H12345`, `鲁H·D12345`,
//! `鲁 h 1234a`.
//! Leaves alone signs without two digits among them, and words that run on behind the sixth or seventh sign.

use super::plain::Plain;
use super::{Found, Kind};

/// Whether a letter stands for a province.
pub(super) fn is_province(c: char) -> bool {
    matches!(
        c,
        '京' | '津'
            | '沪'
            | '渝'
            | '冀'
            | '豫'
            | '云'
            | '辽'
            | '黑'
            | '湘'
            | '皖'
            | '鲁'
            | '新'
            | '苏'
            | '浙'
            | '赣'
            | '鄂'
            | '桂'
            | '甘'
            | '晋'
            | '蒙'
            | '陕'
            | '吉'
            | '闽'
            | '贵'
            | '粤'
            | '青'
            | '藏'
            | '川'
            | '宁'
            | '琼'
    )
}

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    for start in 0..plain.len() {
        if is_province(plain.at(start))
            && let Some(end) = plate(plain, start)
        {
            found.push(Found { kind: Kind::Plate, digits: plain.text(start..end), range: plain.bytes(start..end) });
        }
    }
}

fn plate(plain: &Plain, start: usize) -> Option<usize> {
    let blank = |at: usize| plain.while_at(at, |c| matches!(c, ' ' | '·' | '.' | '-' | '•' | '・'));
    let town = blank(start + 1);
    if town > start + 2 || !plain.at(town).is_ascii_alphabetic() {
        return None;
    }
    let mut at = town + 1;
    let (mut signs, mut digits) = (0, 0);
    while signs < 6 {
        let next = blank(at);
        if next > at + 1 || !plain.at(next).is_ascii_alphanumeric() {
            break;
        }
        digits += usize::from(plain.at(next).is_ascii_digit());
        signs += 1;
        at = next + 1;
    }
    // Cars of schools, police and across borders have a word for the last sign.
    if signs == 4 && "学警港澳挂试领".contains(plain.at(at)) {
        return (digits >= 2).then_some(at + 1);
    }
    let is_whole = matches!(signs, 5 | 6) && !plain.at(at).is_ascii_alphanumeric();
    // Six signs are of a new-energy car, which has a letter first or last.
    let is_green = signs == 6 && (plain.text(town + 1..at).chars().any(|c| c.is_ascii_alphabetic()));
    (is_whole && digits >= 2 && (signs == 5 || is_green)).then_some(at)
}
