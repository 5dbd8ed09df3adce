//! Points of the map.
//!
//! Finds a latitude and a longitude with four decimals or more side by side, in either order, with or without words, and in
//! degrees, minutes and seconds: `35.41402,116.58701`, `东经116.58701° 北纬35.41402°`, `35°24′50″N 116°35′13″E`.
//! Leaves alone a single decimal, and pairs with fewer decimals: those name a town, not a door.

use super::plain::Plain;
use super::{Found, Kind};

const WORDS: [&str; 12] =
    ["东经", "北纬", "经度", "纬度", "坐标", "e", "n", "lng", "lat", "lon", "longitude", "latitude"];

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < plain.len() {
        let begins = plain.at(at).is_ascii_digit() && !plain.before(at).is_ascii_digit() && plain.before(at) != '.';
        match begins.then(|| pair(plain, at)).flatten() {
            Some(end) => {
                let digits = plain.text(at..end);
                found.push(Found { kind: Kind::Coordinates, digits, range: plain.bytes(at..end) });
                at = end;
            }
            None => at += 1,
        }
    }
}

fn pair(plain: &Plain, start: usize) -> Option<usize> {
    let (one, at) = angle(plain, start)?;
    let mut next = at;
    let mut gap = 0;
    while !plain.at(next).is_ascii_digit() {
        let word = plain.one_of(next, &WORDS);
        let is_mark = matches!(
            plain.at(next),
            ',' | '，' | ' ' | ';' | '；' | '/' | '、' | '\n' | ':' | '"' | '-' | ')' | '(' | '=' | '°' | '[' | ']'
        );
        next += match word {
            Some(length) => length,
            None if is_mark => 1,
            None => return None,
        };
        gap += 1;
        if gap > 10 {
            return None;
        }
    }
    let (other, end) = angle(plain, next)?;
    let fits = |latitude: f64, longitude: f64| latitude <= 90.0 && longitude <= 180.0;
    (next > at && (fits(one, other) || fits(other, one))).then_some(end)
}

/// An angle with four decimals, or in minutes and seconds, and the place behind it.
fn angle(plain: &Plain, start: usize) -> Option<(f64, usize)> {
    let end = plain.while_at(start, |c| c.is_ascii_digit());
    let whole: f64 = plain.text(start..end).parse().ok().filter(|_| end > start && end - start <= 3)?;
    if plain.at(end) == '.' {
        let behind = plain.while_at(end + 1, |c| c.is_ascii_digit());
        return (4..=15).contains(&(behind - end - 1)).then_some((whole, behind));
    }
    let minutes = plain.while_at(end + 1, |c| c.is_ascii_digit());
    let has_minutes = matches!(plain.at(end), '°' | '度')
        && minutes > end + 1
        && matches!(plain.at(minutes), '′' | '\'' | '分' | '’');
    if !has_minutes {
        return None;
    }
    let seconds = plain.while_at(minutes + 1, |c| c.is_ascii_digit() || c == '.');
    let behind = seconds + usize::from(matches!(plain.at(seconds), '″' | '"' | '秒' | '”'));
    (seconds > minutes + 1).then_some((whole, behind))
}
