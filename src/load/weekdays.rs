//! Days of the week as people write them: `周三`, `周一至周五`, `周一、三、五`, `每天`, `mon`, `mon-fri`, `mon, wed`, `daily`.

use crate::model::Weekday;

/// Reads days of the week, in the order of the week; `None` for anything that could mean something else.
pub(super) fn read(text: &str) -> Option<Vec<Weekday>> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    let text = text.to_ascii_lowercase();
    match text.strip_prefix('每').unwrap_or(&text) {
        "天" | "日" | "daily" | "everyday" => Some(Weekday::ALL.to_vec()),
        "周末" | "weekend" | "weekends" => several("周六、周日".split('、').map(one)),
        rest => several(rest.split('、').flat_map(part)),
    }
}

/// One day, or a run of days from one to another, which may go over Sunday.
fn part(text: &str) -> Vec<Option<Weekday>> {
    let Some((first, last)) = text.split_once('-') else { return vec![one(text)] };
    let (Some(first), Some(last)) = (one(first), one(last)) else { return vec![None] };
    let days = Weekday::ALL.iter().copied().cycle();
    let mut run: Vec<Option<Weekday>> = days
        .skip_while(|day| *day != first)
        .take_while(|day| *day != last)
        .map(Some)
        .take(Weekday::ALL.len())
        .collect();
    run.push(Some(last));
    run
}

fn one(text: &str) -> Option<Weekday> {
    zh(week(text).unwrap_or(text)).or_else(|| en(text))
}

/// What stands behind `周` or `星期`.
pub(super) fn week(text: &str) -> Option<&str> {
    ["周", "星期", "礼拜"].iter().find_map(|week| text.strip_prefix(week))
}

/// `一` to `六`, `日` or `天`.
pub(super) fn zh(text: &str) -> Option<Weekday> {
    let at = match text {
        "一" => 0,
        "二" => 1,
        "三" => 2,
        "四" => 3,
        "五" => 4,
        "六" => 5,
        "日" | "天" => 6,
        _ => return None,
    };
    Weekday::ALL.get(at).copied()
}

/// `wed`, `wednesday`; the first three letters tell them apart.
pub(super) fn en(text: &str) -> Option<Weekday> {
    let found = Weekday::ALL.iter().copied().find(|day| day.word().get(..3) == text.get(..3))?;
    (text.len() == 3 || text == found.word()).then_some(found)
}

/// All of them, each once and in order, where every one was read.
pub(super) fn several(days: impl Iterator<Item = Option<Weekday>>) -> Option<Vec<Weekday>> {
    let mut days = days.collect::<Option<Vec<_>>>()?;
    days.sort_unstable();
    days.dedup();
    (!days.is_empty()).then_some(days)
}

/// The various commas and dashes like one of each.
fn plain(c: char) -> char {
    match c {
        ',' | '，' | '；' | ';' | '/' | '和' => '、',
        '至' | '到' | '–' | '—' | '－' | '~' | '～' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn days_and_runs_of_days_are_read_in_both_languages() {
        for (typed, days) in [
            ("周三", "周三"),
            ("星期日", "周日"),
            ("礼拜天", "周日"),
            ("三", "周三"),
            ("每周三", "周三"),
            ("Wed", "周三"),
            ("周一至周五", "周一至周五"),
            ("周一 — 周五", "周一至周五"),
            ("星期一到五", "周一至周五"),
            ("Mon-Fri", "周一至周五"),
            ("monday – friday", "周一至周五"),
            ("周一、三、五", "周一、三、五"),
            ("周五，周一", "周一、五"),
            ("mon, wed", "周一、三"),
            ("周一至周三、周六", "周一、二、三、六"),
            ("周六至周一", "周一、六、日"),
            ("周一至周日", "每天"),
            ("每天", "每天"),
            ("daily", "每天"),
            ("周末", "周六、日"),
        ] {
            let read = read(typed).map(|read| Weekday::words(&read, Lang::Zh));
            assert_eq!(read.as_deref(), Some(days), "{typed}");
        }
    }

    #[test]
    fn what_could_mean_something_else_is_not_read() {
        // Working days depend on the calendar; with 1 some mean Sunday.
        for typed in
            ["", "周", "周八", "1", "周1", "工作日", "weekdays", "周一至", "至周五", "周一至周五至周日", "we", "隔周三"]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
