//! Messages of citizens in GB18030: the answer times, and that nothing private leaves.

use std::collections::{BTreeSet, HashSet};
use std::sync::OnceLock;

use super::{Built, Set, key};

fn built() -> Option<&'static Built> {
    static BUILT: OnceLock<Option<Built>> = OnceLock::new();
    let file = "hotline_messages_zh_gb18030.csv";
    let encoding = encoding_rs::GB18030;
    Set { name: "messages", archive: "hotline_messages_zh_gb18030.zip", file, encoding }.built(&BUILT)
}

/// Seconds since some day; a date without a clock has none.
fn seconds(text: &str) -> (i64, bool) {
    let numbers: Vec<i64> = text.split(['/', '-', ' ', ':']).map(|part| part.parse().unwrap()).collect();
    let [year, month, day] = numbers[..3] else { panic!("{text}") };
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    let clock = numbers[3..].iter().fold(0, |sum, part| sum * 60 + part);
    (days * 86_400 + clock, numbers.len() > 3)
}

#[test]
fn every_message_arrives() {
    let Some(built) = built() else { return };
    let published = built.table("data/issues.csv");
    let by_id = published.by("id");
    assert_eq!((built.source.rows.len(), by_id.len()), (2_816, 2_816));
    let mut not_given = 0;
    for row in &built.source.rows {
        let of = |column| built.source.get(row, column);
        let issue = by_id[of("留言编号")];
        let place = if of("所属地区").is_empty() { "未写明地区" } else { of("所属地区") };
        not_given += usize::from(of("所属地区").is_empty());
        assert_eq!(published.get(issue, "place_name"), place);
        assert_eq!(seconds(published.get(issue, "received_at")), seconds(of("留言时间")));
        assert_eq!(seconds(published.get(issue, "handled_at")), seconds(of("答复时间")));
    }
    assert_eq!(not_given, 302);
    let places: BTreeSet<&str> = published.column("community").collect();
    assert_eq!(places.len(), 108 + 1);
    // Each place has a page and one of all its figures; the site has its figures too.
    assert_eq!(built.page_count(), 2 * 109 + 7 + 1);
    assert_eq!((built.times("L009"), built.times("S005")), (108, 1));
}

#[test]
fn the_median_is_the_time_of_a_real_answer() {
    let Some(built) = built() else { return };
    let taken = built.source.rows.iter().map(|row| {
        let (received, replied) = (built.source.get(row, "留言时间"), built.source.get(row, "答复时间"));
        let ((received, _), (replied, has_clock)) = (seconds(received), seconds(replied));
        // Against a date alone, whole days count.
        if has_clock { replied - received } else { replied - received.div_euclid(86_400) * 86_400 }
    });
    let mut taken: Vec<i64> = taken.collect();
    taken.sort_unstable();
    let median = taken[taken.len().div_ceil(2) - 1];
    let figures = built.figures();
    let figure = &figures[&key("issues.handling_median", "site", "", "all")];
    assert_eq!(figure.denominator, 2_816);
    let minutes: f64 = figure.value.parse().unwrap();
    assert_eq!(format!("{:.3}", minutes * 60.0), format!("{median}.000"));
    assert_eq!(format!("{:.1}", minutes / 1440.0), "11.2");
}

#[test]
fn nothing_private_leaves() {
    let Some(built) = built() else { return };
    let users: HashSet<&str> = built.source.column("留言用户").collect();
    let mut private = HashSet::new();
    for column in ["留言主题", "留言详情", "答复意见"] {
        for text in built.source.column(column) {
            private.extend(phrases(text));
        }
    }
    assert!(users.len() > 1_000 && private.len() > 400_000, "{} {}", users.len(), private.len());
    for (address, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 4) {
            assert!(!users.contains(word), "{address} holds the user {word}");
        }
        for phrase in phrases(&text) {
            assert!(!private.contains(&phrase), "{address} holds “{}”", phrase.iter().collect::<String>());
        }
    }
}

/// Every run of ten Chinese characters.
fn phrases(text: &str) -> Vec<[char; 10]> {
    let chars: Vec<char> = text.chars().collect();
    let runs = chars.windows(10).filter(|run| run.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c)));
    runs.map(|run| run.try_into().unwrap()).collect()
}
