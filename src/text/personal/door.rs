//! Doors: building, unit and room.
//!
//! Finds a building with a room, a unit with a room, and their short forms: `3号楼2单元501室`, `3栋501`, `二单元五零一`,
//! `3号楼2单元5楼东户`, `3-2-501室`, `幸福苑3-2-501`.
//! Leaves alone a building or unit without a room, a room without a building (`便民大厅501室`), the number of a house in a
//! street, and numbers that count or date something: `3号楼120户`, `3号楼2024年`.

use super::plain::{Plain, is_han};
use super::{Found, Kind};

const BUILDINGS: [&str; 7] = ["号楼", "栋", "幢", "座", "#楼", "#", "号院"];
const UNITS: [&str; 4] = ["单元", "门洞", "门", "梯"];
const ROOMS: [&str; 7] = ["室", "号房", "房间", "房", "户", "号", "号室"];
/// Signs behind a number that make it a count, a date or a line of buses.
const COUNTS: &str =
    "年月日元万千百亿人盏个台根米平㎡件次条吨度%部辆处项套间名位天周级家组张幅株棵路线班块只点分秒岁期层栋幢时";

/// Whether a letter belongs to the word for a building, unit or room.
pub(super) fn is_word(c: char) -> bool {
    matches!(
        c,
        '楼' | '栋'
            | '幢'
            | '座'
            | '元'
            | '室'
            | '门'
            | '梯'
            | '院'
            | '区'
            | '苑'
            | '园'
            | '里'
            | '府'
            | '城'
            | '寓'
    )
}

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < plain.len() {
        let begins = numeral(plain, at).is_some() && !is_numeral(plain.before(at)) && plain.before(at) != '.';
        match begins.then(|| full(plain, at).or_else(|| chain(plain, at))).flatten() {
            Some(end) => {
                found.push(Found { kind: Kind::Door, digits: plain.text(at..end), range: plain.bytes(at..end) });
                at = end;
            }
            None => at += 1,
        }
    }
}

/// With words: building and unit, one of the two, and a room.
fn full(plain: &Plain, start: usize) -> Option<usize> {
    let part = |at: usize, words: &[&str]| {
        let behind = blanks(plain, numeral(plain, at)?);
        Some(blanks(plain, behind + plain.one_of(behind, words)?))
    };
    let building = part(start, &BUILDINGS).or_else(|| part(start + 1, &BUILDINGS).filter(|_| lettered(plain, start)));
    // `A栋`: a letter alone names a building too.
    let building = building.or_else(|| {
        let behind = blanks(plain, start + 1);
        plain
            .at(start)
            .is_ascii_alphabetic()
            .then(|| plain.one_of(behind, &["栋", "幢", "座"]))
            .flatten()
            .map(|l| behind + l)
    });
    let unit = part(building.unwrap_or(start), &UNITS);
    match (building, unit) {
        (_, Some(room)) => room_of(plain, room, true),
        (Some(room), None) => {
            // `3号楼2-501`: the unit without its word.
            let unit = numeral(plain, room).filter(|&end| plain.at(end) == '-' && end - room <= 2);
            unit.and_then(|end| room_of(plain, end + 1, false)).or_else(|| room_of(plain, room, false))
        }
        (None, None) => None,
    }
}

fn lettered(plain: &Plain, start: usize) -> bool {
    plain.at(start).is_ascii_alphabetic()
}

/// The end of a room that begins at a place.
fn room_of(plain: &Plain, start: usize, has_unit: bool) -> Option<usize> {
    let end = numeral(plain, start)?;
    let length = end - start;
    // A floor and a side of the stairs.
    if plain.one_of(end, &["楼", "层"]).is_some() {
        let side = plain.while_at(end + 1, |c| "东西南北中左右".contains(c));
        let door = side + plain.one_of(side, &["户", "室", "边户", "门"])?;
        return (side > end + 1).then_some(door);
    }
    let word = plain.one_of(end, &ROOMS);
    let is_spelt = word.is_some_and(|length| plain.has(end, "室") || length > 1 || has_unit && plain.at(end) == '号');
    let least = if has_unit && is_spelt { 1 } else { 3 };
    if !(least..=4).contains(&length) {
        return None;
    }
    if is_spelt {
        return word.map(|length| end + length);
    }
    let behind = plain.at(plain.while_at(end, |c| c == ' '));
    let counts = COUNTS.contains(behind)
        || behind == '户' && !(has_unit && is_door_of(plain, end))
        || behind == '号' && !has_unit;
    let runs_on = plain.at(end).is_ascii_alphanumeric()
        || matches!(plain.at(end), '-' | '.' | ':' | '/' | '~') && plain.at(end + 1).is_ascii_digit();
    let year = plain.text(start..end);
    let is_year = year.len() == 4 && (year.starts_with("20") || year.starts_with("19")) && !has_unit;
    (!(counts || runs_on || is_year)).then_some(end)
}

/// Whether a 户 is a home and no count of homes: nothing or a mark stands behind it.
fn is_door_of(plain: &Plain, at: usize) -> bool {
    !is_han(plain.at(at + 1))
}

/// Without words: building, unit and room joined by hyphens, behind the name of an estate or with a word for a room.
fn chain(plain: &Plain, start: usize) -> Option<usize> {
    let digits = |at: usize, most: usize| {
        let end = plain.while_at(at, |c| c.is_ascii_digit());
        (end > at && end - at <= most).then_some(end)
    };
    let hyphen = |end: usize| (plain.at(end) == '-').then_some(end + 1);
    if matches!(plain.before(start), '-' | ':' | '/') || plain.before(start).is_ascii_alphanumeric() {
        return None;
    }
    let second = hyphen(digits(start, 3)?)?;
    let mut room = second;
    let is_long = digits(second, 2).and_then(hyphen).is_some_and(|third| {
        let is_third = digits(third, 4).is_some();
        room = if is_third { third } else { second };
        is_third
    });
    let end = digits(room, 4).filter(|end| end - room >= 3)?;
    if plain.has(end, "室") || plain.has(end, "户") && is_door_of(plain, end) && is_long {
        return Some(end + 1);
    }
    let in_estate = "区苑园里府城庭寓院楼墅址庄坊轩居湾郡邸住".contains(plain.before(start));
    let behind = plain.at(end);
    (is_long && in_estate && !behind.is_ascii_alphanumeric() && !matches!(behind, '-' | '年')).then_some(end)
}

fn blanks(plain: &Plain, at: usize) -> usize {
    let end = plain.while_at(at, |c| matches!(c, ' ' | '-' | ',' | '，' | '、' | '\n'));
    if end - at <= 2 { end } else { at }
}

/// The end of a number in digits or in Chinese.
fn numeral(plain: &Plain, at: usize) -> Option<usize> {
    if plain.at(at).is_ascii_alphabetic() && !plain.before(at).is_ascii_alphanumeric() && at + 1 < plain.len() {
        // The letter of a building is looked at by its word.
        return matches!(plain.at(at + 1), '栋' | '幢' | '座').then_some(at + 1);
    }
    let digits = plain.while_at(at, |c| c.is_ascii_digit());
    if digits > at {
        return (digits - at <= 4).then_some(digits);
    }
    let end = plain.while_at(at, is_numeral);
    (end > at && end - at <= 5).then_some(end)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十零〇两".contains(c)
}
