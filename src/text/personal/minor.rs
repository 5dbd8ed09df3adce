//! Named children.
//!
//! Finds a name, 张某 or 李同学 in a sentence that tells an age under eighteen or that somebody goes to school: `张某，9岁`,
//! `王某某就读于育才小学三年级`, `李同学`, next to private words.
//! Leaves alone ages of groups (`6-12岁儿童`, `18岁以下`), schools without a name, and grown persons (`王老师`).

use super::plain::Plain;

const SCHOOL: [&str; 16] = [
    "就读",
    "在读",
    "上学",
    "读小学",
    "读初中",
    "年级",
    "小学生",
    "中学生",
    "初中生",
    "高中生",
    "幼儿园",
    "未成年",
    "辍学",
    "留守儿童",
    "孤儿",
    "学生",
];

/// Whether the signs tell of a child.
pub(super) fn is_told(plain: &Plain, start: usize, end: usize) -> bool {
    (start..end).any(|at| match plain.at(at) {
        '就' | '在' | '上' | '读' | '年' | '小' | '中' | '初' | '高' | '幼' | '未' | '辍' | '留' | '孤' | '学' => {
            plain.one_of(at, &SCHOOL).is_some()
        }
        '岁' => age(plain, at).is_some_and(|age| age < 18),
        _ => false,
    })
}

/// The age of one person that a 岁 at a place tells.
pub(super) fn age(plain: &Plain, at: usize) -> Option<u32> {
    if plain.at(at) != '岁' || plain.one_of(at + 1, &["以上", "以下", "以内", "及", "至", "到", "-", "~"]).is_some()
    {
        return None;
    }
    let mut end = at;
    while matches!(plain.before(end), '周' | ' ' | '多') {
        end -= 1;
    }
    let mut start = end;
    while plain.before(start).is_ascii_digit() || "一二三四五六七八九十".contains(plain.before(start)) && start > 0
    {
        start -= 1;
    }
    if matches!(plain.before(start), '-' | '~' | '至' | '到' | '.') || start == end {
        return None;
    }
    value(&plain.text(start..end))
}

/// A number under two hundred, in digits or in Chinese.
fn value(text: &str) -> Option<u32> {
    if let Ok(value) = text.parse() {
        return Some(value).filter(|&value| value < 200);
    }
    let digit =
        |c: char| "〇一二三四五六七八九".chars().zip(0..).find(|(known, _)| *known == c).map(|(_, value)| value);
    match text.split_once('十') {
        None if text.chars().count() == 1 => text.chars().next().and_then(digit),
        None => None,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { tens.chars().next().and_then(digit)? };
            let ones = if ones.is_empty() { 0 } else { ones.chars().next().and_then(digit)? };
            Some(tens * 10 + ones)
        }
    }
}
