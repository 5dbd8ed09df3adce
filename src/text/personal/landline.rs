//! Telephone numbers of houses and offices.
//!
//! Finds an area code with seven or eight digits: `0537-5550100`, `(010) 5550 0100`, `053755501000`; and seven or eight digits
//! next to a word such as 电话: `电话：5550100`.
//! Leaves alone service numbers (110, 12345, 400-…), dates, and seven digits without a word before them.
//! Whether it is a work number is for the guard to say: it knows the columns of contacts.

use super::digits::Number;
use super::plain::Plain;

/// Words that a telephone number follows.
const WORDS: [&str; 17] = [
    "电话",
    "座机",
    "固话",
    "传真",
    "热线",
    "致电",
    "拨打",
    "来电",
    "联系方式",
    "电话号码",
    "号码",
    "tel",
    "phone",
    "telephone",
    "fax",
    "call",
    "电",
];

/// Its digits, with the area code where there is one.
pub(super) fn is(number: &Number<'_>, behind: char) -> Option<String> {
    let digits = number.digits;
    if number.touches_letter && !number.follows_phone() {
        return None;
    }
    let domestic = match digits.strip_prefix("86") {
        Some(rest) if matches!(number.lengths, [2, ..]) && !rest.starts_with('0') => format!("0{rest}"),
        Some(rest) if matches!(number.lengths, [2, ..]) => rest.to_owned(),
        _ => digits.to_owned(),
    };
    let is_landline = if domestic.starts_with('0') {
        with_area(number, &domestic)
    } else {
        number.follows_phone()
            && matches!(number.lengths, [7 | 8] | [3 | 4, 4] | [4, 3])
            && matches!(domestic.chars().next(), Some('2'..='8'))
            && !"个件次人户元万年月日号条宗项".contains(behind)
    };
    is_landline.then_some(domestic)
}

fn with_area(number: &Number<'_>, digits: &str) -> bool {
    let area = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        _ => 4,
    };
    let (Some(area), Some(local)) = (digits.get(..area), digits.get(area..)) else { return false };
    let is_date = local.len() == 8 && (local.starts_with("19") || local.starts_with("20"));
    let first = local.chars().next().unwrap_or('0');
    if !matches!(local.len(), 7 | 8) || is_date && !number.follows_phone() {
        return false;
    }
    let country = usize::from(matches!(number.lengths, [2, ..])).min(number.lengths.len());
    match number.lengths.get(country..).unwrap_or_default() {
        // Written in one, only the area code tells it from a serial number.
        [_] => {
            matches!(area.get(..2), Some("01" | "02")) && local.len() == 8 && ('2'..='8').contains(&first)
                || matches!(area.chars().nth(1), Some('3'..='9')) && ('2'..='8').contains(&first)
        }
        [2..=4, 7 | 8] | [2..=4, 3 | 4, 3..=5] => ('1'..='8').contains(&first),
        // The number was over before: `0537-5550100 8:30`.
        [2..=4, 7 | 8, ..] | [2..=4, 3 | 4, 4, ..] => false,
        _ => !number.is_oddly_spaced && number.follows_phone(),
    }
}

/// Whether a word that tells of a telephone stands before a place, with at most four signs between.
pub(super) fn follows_word(plain: &Plain, at: usize) -> bool {
    let mut start = at;
    for _ in 0..4 {
        if plain.ends_with_one_of(start, &WORDS) {
            return true;
        }
        if !matches!(plain.before(start), ' ' | ':' | '为' | '是' | '(' | '.' | '号' | '码' | '请' | '打' | '：' | '+')
        {
            return false;
        }
        start -= 1;
    }
    plain.ends_with_one_of(start, &WORDS)
}
