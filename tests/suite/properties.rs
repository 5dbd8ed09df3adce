//! What must hold of figures whatever the data: parts within wholes, roll-ups as sums, and no trace of the order of rows.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use gongshi::pipeline::{self, Order, Question, Role};
use proptest::prelude::*;

use crate::site::{Site, tree};

/// A table of a golden site with its rows in another order.
fn shuffled(table: &str, seed: u64) -> String {
    let mut lines: Vec<&str> = table.lines().collect();
    let head = lines.remove(0);
    let mut state = seed | 1;
    for at in (1..lines.len()).rev() {
        // Xorshift is random enough to move rows about.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        lines.swap(at, usize::try_from(state % (at as u64 + 1)).unwrap());
    }
    format!("{head}\n{}\n", lines.join("\n"))
}

/// The data files of a golden site, with the rows of its records in the order of a seed.
fn data(seed: Option<u64>) -> BTreeMap<String, Vec<u8>> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/nanguan/site");
    let mut site = Site::new();
    for (path, bytes) in tree(&golden) {
        // The order of places and teams is the official one, and shown.
        let is_records = path.starts_with("data/") && !path.contains("places") && !path.contains("teams");
        match seed.filter(|_| is_records) {
            Some(seed) => site = site.file(&path, shuffled(std::str::from_utf8(&bytes).unwrap(), seed)),
            None => site = site.file(&path, bytes),
        }
    }
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let mut files = tree(&site.public());
    files.retain(|path, _| path.starts_with("data/") || path.starts_with("figures/"));
    files
}

/// Whoever asks for the records behind a figure gets as many as the figure says.
#[test]
fn an_explanation_adds_up_to_its_figure() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/nanguan");
    let clock = || Duration::ZERO;
    let order =
        Order { site: folder.join("site"), as_of: None, base_url: None, strict: false, lang: None, clock: &clock };
    let figures = std::fs::read(folder.join("expected/data/figures.csv")).unwrap();
    let mut explained = 0;
    for row in csv::Reader::from_reader(figures.as_slice()).records() {
        let row = row.unwrap();
        let (figure, subject, period) = (&row[0], &row[2], row[3].trim_start_matches('\''));
        if period.contains(['Q', 'H']) {
            continue;
        }
        let question = Question { figure, subject: Some(subject), period: Some(period), most: Some(1), lang: None };
        let (_, Some(Ok(answer))) = pipeline::explain(&order, &question) else { panic!("{row:?}") };
        let of = |role: Role| {
            let lists = || answer.lists.iter().filter(|list| list.role == role);
            (lists().map(|list| list.count as u64).sum::<u64>(), lists().map(|list| list.amount).sum::<u64>())
        };
        let ((counted, amount), (only_whole, _)) = (of(Role::Counted), of(Role::OnlyWhole));
        let id = figure.split('{').next().unwrap();
        let (part, whole) = match id {
            // Times are not added up; steps slip both ways, and their days do not add up without a sign.
            "issues.handling_median" | "issues.handling_p90" | "issues.oldest_age" | "projects.slippage" => {
                (answer.part.map(i64::unsigned_abs), Some(counted))
            }
            "issues.rework_rounds" | "issues.stars_mean" => (Some(amount), Some(counted)),
            // Its whole is also that of the site.
            "issues.stars_shrunk" => (answer.part.map(i64::unsigned_abs), answer.whole),
            "projects.progress" => (Some(amount), Some(counted * 10_000)),
            // What they are divided by are no records.
            "issues.complaints_per_thousand" | "issues.received_per_working_day" | "projects.budget_execution" => {
                (Some(amount), answer.whole)
            }
            // Teams from elsewhere count as active, and are not on the register of the place.
            "activities.active_teams" => (Some(counted), answer.whole),
            _ if id.ends_with("_rate") || id.ends_with("_satisfaction") || id.ends_with("_coverage") => {
                (Some(counted), Some(counted + only_whole))
            }
            _ => (Some(amount), None),
        };
        assert_eq!((answer.part.map(i64::unsigned_abs), answer.whole), (part, whole), "{row:?}");
        explained += 1;
    }
    assert!(explained > 100, "{explained} figures");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_leaves_no_trace(seed in any::<u64>()) {
        let (told, other) = (data(None), data(Some(seed)));
        prop_assert_eq!(told.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, bytes) in &told {
            prop_assert!(bytes == &other[path], "{} differs", path);
        }
    }

    #[test]
    fn parts_stay_within_wholes_rollups_are_sums_and_stages_never_grow(issues in prop::collection::vec(issue(), 1..60)) {
        let rows: Vec<String> = issues.iter().enumerate().map(|(at, cells)| format!("A-{at},{cells}")).collect();
        let site = Site::new()
            .file("site.toml", "[site]\ntitle = \"南关公示\"\nas_of = 2024-04-30\n")
            .file("data/places.csv", "id,name,level,parent\nstreet,南关街道,subdistrict,\na,甲社区,community,street\nb,乙社区,community,street\n")
            .file("data/issues.csv", format!("id,place,received_at,due_at,handled_at,verified_at,dispatched_at,accepted_at,closed_at,status,contacted,solved,process,result\n{}\n", rows.join("\n")));
        let said = site.run(&["build"]);
        prop_assert_eq!(said.status, 0, "{}", said.err);
        let mut figures = BTreeMap::<(String, String, String), (u64, u64)>::new();
        let text = site.page("data/figures.csv");
        for row in csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes()).records() {
            let row = row.unwrap();
            let number = |at: usize| row[at].parse().unwrap_or(0);
            let (part, whole) = (number(5), number(6));
            prop_assert!(&row[9] != "share" || part <= whole, "{:?}", row);
            figures.insert((row[0].to_owned(), row[2].to_owned(), row[3].to_owned()), (part, whole));
        }
        let stages = ["received", "reached_dispatched", "reached_accepted", "reached_handled", "reached_verified", "reached_closed"];
        // A stage of which no row gives a time is not measured, and has no figure anywhere.
        let measured: Vec<String> = stages.iter().map(|stage| format!("issues.{stage}"))
            .filter(|id| figures.keys().any(|(figure, ..)| figure == id))
            .collect();
        for ((_, subject, period), &(received, _)) in figures.iter().filter(|((figure, ..), _)| figure == "issues.received") {
            let reached: Vec<u64> = measured.iter().map(|id| {
                figures.get(&(id.clone(), subject.clone(), period.clone())).map_or(0, |&(part, _)| part)
            }).collect();
            prop_assert_eq!(reached.first(), Some(&received));
            prop_assert!(reached.is_sorted_by(|before, after| before >= after), "{:?} {} {}", reached, subject, period);
        }
        for ((figure, subject, period), &(part, whole)) in &figures {
            // Times and months in a row do not add up.
            if subject != "street" || figure.starts_with("issues.handling") || figure.ends_with("_streak") {
                continue;
            }
            let below = ["a", "b"].map(|id| {
                figures.get(&(figure.clone(), id.to_owned(), period.clone())).copied().unwrap_or_default()
            });
            prop_assert_eq!((part, whole), (below[0].0 + below[1].0, below[0].1 + below[1].1), "{} {}", figure, period);
            prop_assert_eq!((part, whole), figures[&(figure.clone(), String::new(), period.clone())], "{} {}", figure, period);
        }
    }
}

/// An issue without its id: whatever may stand in a table of some months.
fn issue() -> impl Strategy<Value = String> {
    let later = || prop_oneof![2 => Just(None), 3 => (0_u32..40).prop_map(Some)];
    let answer = || prop_oneof![Just(""), Just("是"), Just("否")];
    let level = || prop_oneof![Just(""), Just("满意"), Just("基本满意"), Just("不满意")];
    let status = prop_oneof![6 => Just(""), 1 => Just("duplicate"), 1 => Just("withdrawn"), 1 => Just("closed")];
    let place = prop_oneof![Just("甲社区"), Just("乙社区")];
    let stages = (later(), later(), later());
    let ratings = (level(), level());
    (place, 0_u32..60, later(), later(), later(), stages, status, answer(), answer(), ratings).prop_map(
        |(place, received, due, handled, verified, stages, status, contacted, solved, (process, result))| {
            // Days are counted from 1 March 2024.
            let day = |day: u32| match day {
                0..=30 => format!("2024-03-{:02}", day + 1),
                31..=60 => format!("2024-04-{:02}", day - 30),
                _ => format!("2024-05-{:02}", (day - 60).min(31)),
            };
            let after = |days: Option<u32>| days.map(|days| day(received + days)).unwrap_or_default();
            let (dispatched, accepted, closed) = stages;
            let cells = [Some(0), due, handled, verified, dispatched, accepted, closed].map(after).join(",");
            format!("{place},{cells},{status},{contacted},{solved},{process},{result}")
        },
    )
}
