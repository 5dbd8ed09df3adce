//! Ids of QQ and WeChat.
//!
//! Finds an id next to its word: `QQ：123456789`, `加微信 abc_123456`, `VX abc123456`.
//! Leaves alone public accounts (微信公众号, 小程序, 视频号), groups (QQ群), and the words without an id. A mobile number that is
//! an id is found as a mobile number.

use super::plain::{Plain, is_han};
use super::{Found, Kind};

const WORDS: [&str; 10] = ["qq", "微信", "v信", "威信", "薇信", "wechat", "weixin", "vx", "wx", "扣扣"];
/// What may stand between the word and the id.
const LINKS: [&str; 13] = ["号码", "账号", "帐号", "号", "id", "是", "为", ":", "加", "=", " ", "(", "-"];
const PUBLIC: [&str; 7] = ["公众", "公共", "小程序", "视频号", "群", "支付", "扫"];

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    let mut at = 0;
    while at < plain.len() {
        match plain.one_of(at, &WORDS).and_then(|length| id(plain, at, at + length)) {
            Some((start, end)) => {
                let digits = plain.text(start..end);
                found.push(Found { kind: Kind::Messenger, digits, range: plain.bytes(start..end) });
                at = end;
            }
            None => at += 1,
        }
    }
}

fn id(plain: &Plain, word: usize, behind: usize) -> Option<(usize, usize)> {
    let is_latin = plain.at(word).is_ascii_alphabetic();
    if is_latin && (plain.before(word).is_ascii_alphanumeric() || plain.before(word) == '@') {
        return None;
    }
    if plain.one_of(behind, &PUBLIC).is_some() {
        return None;
    }
    let mut start = behind;
    for _ in 0..4 {
        let Some(length) = plain.one_of(start, &LINKS) else { break };
        start += length;
    }
    // `vxfoo123` is a word of its own, `vx139…` is not.
    if is_latin && start == behind && !plain.at(start).is_ascii_digit() {
        return None;
    }
    number(plain, start).or_else(|| name(plain, start))
}

/// Five to eleven digits, perhaps spaced.
fn number(plain: &Plain, start: usize) -> Option<(usize, usize)> {
    let (mut at, mut end, mut count) = (start, start, 0);
    while count <= 11 {
        let next = plain.while_at(at, |c| matches!(c, ' ' | '-'));
        if next > at + 1 || !plain.at(next).is_ascii_digit() {
            break;
        }
        count += 1;
        (at, end) = (next + 1, next + 1);
    }
    let is_mobile = count == 11 && plain.at(start) == '1';
    let is_counted = "个人次年月日件元".contains(plain.at(end));
    let is_whole = !plain.at(end).is_ascii_alphanumeric() && plain.at(end) != '@';
    ((5..=11).contains(&count) && is_whole && !is_mobile && !is_counted).then_some((start, end))
}

/// A letter and five to nineteen letters, digits or hyphens with a digit or a hyphen among them.
fn name(plain: &Plain, start: usize) -> Option<(usize, usize)> {
    let end = plain.while_at(start, |c| c.is_ascii_alphanumeric() || c == '-');
    let text = plain.text(start..end);
    let is_id = (6..=20).contains(&text.len())
        && plain.at(start).is_ascii_alphabetic()
        && (text.contains(|c: char| c.is_ascii_digit()) || is_han(plain.before(start)) || plain.before(start) == ':')
        && !matches!(plain.at(end), '@' | '.' | '/' | ':');
    is_id.then_some((start, end))
}
