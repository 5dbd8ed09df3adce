//! Rules of fixed days as people write them: `每月15日`, `每周三`, `monthly 15`, `monthly first sat`, `quarterly 5`.

use super::weekdays;
use crate::model::recurrence::{Months, On, Recurrence};

/// Reads a rule; `None` for anything that could mean something else, and for a day that no year has.
pub(super) fn read(text: &str) -> Option<Recurrence> {
    let text = text.trim();
    let rule = if text.starts_with('每') { chinese(text) } else { english(&text.to_ascii_lowercase()) };
    rule.filter(Recurrence::is_possible)
}

fn chinese(text: &str) -> Option<Recurrence> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    let rest = text.strip_prefix('每')?.trim_start_matches('个');
    if let Some(days) = weekdays::week(rest) {
        let day = |text| weekdays::zh(weekdays::week(text).unwrap_or(text));
        return weekdays::several(days.split('、').map(day)).map(Recurrence::Weekly);
    }
    if let Some(rest) = rest.strip_prefix("季度").or_else(|| rest.strip_prefix("季")) {
        let rest = rest.trim_start_matches('的');
        let months = [
            ("首月", 1),
            ("第一个月", 1),
            ("第二个月", 2),
            ("次月", 2),
            ("第三个月", 3),
            ("末月", 3),
            ("最后一个月", 3),
        ];
        let (days, month) = months.iter().find_map(|(word, n)| Some((rest.strip_prefix(word)?, *n)))?;
        return on_zh(days).map(|on| Recurrence::Monthly(Months::OfQuarter(month), on));
    }
    if let Some(rest) = rest.strip_prefix('年') {
        let (month, days) = rest.split_once('月')?;
        let month = number(month, 12)?;
        return on_zh(days).map(|on| Recurrence::Monthly(Months::OfYear(month), on));
    }
    on_zh(rest.strip_prefix('月')?).map(|on| Recurrence::Monthly(Months::Every, on))
}

/// `15日`, `5、25日`, `第一个周六`, `最后一个星期五`, `最后一天`.
fn on_zh(text: &str) -> Option<On> {
    let text = text.trim_start_matches('的');
    if matches!(text, "最后一天" | "最后一日" | "末日" | "底") {
        return Some(On::Last);
    }
    if let Some(day) = text.strip_prefix("最后一个") {
        return weekdays::zh(weekdays::week(day)?).map(|day| On::Nth(None, day));
    }
    if let Some(rest) = text.strip_prefix('第') {
        let (n, day) = rest.split_once('个')?;
        let n = match n {
            "一" | "1" => 1,
            "二" | "2" => 2,
            "三" | "3" => 3,
            "四" | "4" => 4,
            _ => return None,
        };
        return weekdays::zh(weekdays::week(day)?).map(|day| On::Nth(Some(n), day));
    }
    let days = text.strip_suffix(['日', '号'])?.split('、');
    month_days(days.map(|day| number(day.trim_end_matches(['日', '号']), 31)))
}

fn english(text: &str) -> Option<Recurrence> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        ["weekly", days @ ..] => {
            let days = days.join("");
            weekdays::several(days.split(',').map(weekdays::en)).map(Recurrence::Weekly)
        }
        ["monthly", on @ ..] => on_en(on).map(|on| Recurrence::Monthly(Months::Every, on)),
        ["quarterly", month @ ("first" | "second" | "third" | "last"), on @ ..] => {
            let month = match *month {
                "first" => 1,
                "second" => 2,
                _ => 3,
            };
            on_en(on).map(|on| Recurrence::Monthly(Months::OfQuarter(month), on))
        }
        ["quarterly", on @ ..] => on_en(on).map(|on| Recurrence::Monthly(Months::OfQuarter(1), on)),
        ["yearly", day] => {
            let (month, day) = day.split_once('-')?;
            let on = On::Days(vec![number(day, 31)?]);
            Some(Recurrence::Monthly(Months::OfYear(number(month, 12)?), on))
        }
        _ => None,
    }
}

/// `15`, `5,25`, `first sat`, `last fri`, `last day`.
fn on_en(words: &[&str]) -> Option<On> {
    if let [n @ ("first" | "second" | "third" | "fourth" | "last"), day] = words {
        let n = match *n {
            "first" => Some(1),
            "second" => Some(2),
            "third" => Some(3),
            "fourth" => Some(4),
            _ if *day == "day" => return Some(On::Last),
            _ => None,
        };
        return weekdays::en(day).map(|day| On::Nth(n, day));
    }
    month_days(words.join("").split(',').map(|day| number(day, 31)))
}

fn month_days(days: impl Iterator<Item = Option<i8>>) -> Option<On> {
    let mut days = days.collect::<Option<Vec<_>>>()?;
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(On::Days(days))
}

/// A whole number from 1 to `most`, without a sign.
fn number(text: &str, most: i8) -> Option<i8> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten().filter(|number| (1..=most).contains(number))
}

/// Full-width digits and the various commas like plain ones.
fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        ',' | '，' | '；' | ';' | '和' => '、',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    /// Read, and said again in the plainest spelling.
    fn said(text: &str) -> Option<String> {
        read(text).map(|rule| rule.words(Lang::Zh))
    }

    #[test]
    fn rules_are_read_in_both_languages() {
        for (typed, rule) in [
            ("每月15日", "每月15日"),
            ("每月 １５ 号", "每月15日"),
            ("monthly 15", "每月15日"),
            ("每月25日、5日", "每月5日、25日"),
            ("每月5、25日", "每月5日、25日"),
            ("monthly 5, 25", "每月5日、25日"),
            ("每周三", "每周三"),
            ("每星期三", "每周三"),
            ("每周日", "每周日"),
            ("每周天", "每周日"),
            ("Weekly Wed", "每周三"),
            ("每周一、四", "每周一、四"),
            ("每周四，周一", "每周一、四"),
            ("weekly mon,thursday", "每周一、四"),
            ("每月第一个周六", "每月第一个周六"),
            ("每月第1个星期六", "每月第一个周六"),
            ("monthly first sat", "每月第一个周六"),
            ("每月最后一个周五", "每月最后一个周五"),
            ("monthly last fri", "每月最后一个周五"),
            ("每月最后一天", "每月最后一天"),
            ("monthly last day", "每月最后一天"),
            ("每季度首月5日", "每季度首月5日"),
            ("quarterly 5", "每季度首月5日"),
            ("每季度末月最后一个周五", "每季度末月最后一个周五"),
            ("quarterly last last fri", "每季度末月最后一个周五"),
            ("每年3月5日", "每年3月5日"),
            ("yearly 03-05", "每年3月5日"),
            ("每年2月29日", "每年2月29日"),
        ] {
            assert_eq!(said(typed).as_deref(), Some(rule), "{typed}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_not_read() {
        for typed in [
            "",
            "15",
            "15日",
            "每月",
            "每月0日",
            "每月32日",
            "每月15",
            "每月五日",
            "每周",
            "每周末",
            "每周八",
            "每天",
            "每月第五个周六",
            "monthly",
            "monthly 15th",
            "weekly",
            "weekly we",
            "weekly weds",
            "quarterly",
            "yearly 5",
            "yearly 13-05",
            "每年2月30日",
            "每年6月30、31日",
            "yearly 06-31",
            "daily",
            "每两周周三",
        ] {
            assert_eq!(said(typed), None, "{typed}");
        }
    }
}
