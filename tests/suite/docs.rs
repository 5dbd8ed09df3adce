//! What the reference and the README say is true: nothing they must name is missing, and their examples work.

use std::path::Path;

use gongshi::config::Table;
use gongshi::diag::rules;
use gongshi::model::{Call, ItemState, Kind, Level, List, Moved, Origin, ProjectState, Qualifier, ServedUnit, Status};
use gongshi::text::Lang;

use crate::site::Site;

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The first fenced block of a Markdown text that holds `words`, without its indentation.
fn block(markdown: &str, words: &str) -> String {
    let fences = markdown.split("```").skip(1).step_by(2);
    let found =
        fences.into_iter().find(|block| block.contains(words)).unwrap_or_else(|| panic!("no block with {words}"));
    let lines: Vec<&str> = found.lines().skip(1).collect();
    let blanks = |line: &&str| line.len() - line.trim_start().len();
    let margin = blanks(lines.first().unwrap());
    lines
        .iter()
        .map(|line| line.get(margin..).unwrap_or("").to_owned() + "\n")
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// The names of the public fields of a struct: they are the keys of a section of `site.toml`.
fn keys(source: &str, name: &str) -> Vec<String> {
    let body = source.split(&format!("struct {name} {{")).nth(1).unwrap().split("\n}").next().unwrap();
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub "));
    fields.map(|field| field.split(':').next().unwrap().to_owned()).collect()
}

#[test]
fn the_reference_names_every_table_field_and_header() {
    let reference = text("docs/site.md");
    for table in Table::ALL {
        let title = format!("\n### {} ", table.name());
        let section = reference.split(&title).nth(1).unwrap_or_else(|| panic!("no section {}", table.name()));
        let section = section.split("\n#").next().unwrap();
        for field in table.fields() {
            let row = section
                .lines()
                .find(|line| line.starts_with(&format!("| `{}`", field.name)))
                .unwrap_or_else(|| panic!("{} lacks {}", table.name(), field.name));
            assert_eq!(row.contains("**必填**"), field.required, "{} {}", table.name(), field.name);
            let headers = row.split('|').nth(2).unwrap();
            let listed: Vec<&str> = headers.trim().split('、').collect();
            assert_eq!(listed, field.known_headers().skip(1).collect::<Vec<_>>(), "{} {}", table.name(), field.name);
        }
    }
}

#[test]
fn the_reference_names_every_word_of_the_vocabularies() {
    let reference = text("docs/site.md");
    let named = |word: &str, zh: &str, en: &str| {
        let row = format!("| `{word}` | {zh} | {en} |");
        assert!(reference.contains(&row) || reference.contains(&format!("`{word}` {zh}")), "{row}");
    };
    macro_rules! all {
        ($($vocabulary:ident),*) => {
            $(for value in $vocabulary::ALL { named(value.word(), value.name(Lang::Zh), value.name(Lang::En)); })*
        };
    }
    all!(Kind, Origin, Status, Call, Level, ServedUnit, ProjectState, List, ItemState, Moved, Qualifier);
}

#[test]
fn the_reference_names_every_key_of_the_site_file() {
    let reference = text("docs/site.md");
    let (raw, site) = (text("src/config/raw.rs"), text("src/config/site.rs"));
    let sections = [
        "RawConfig",
        "RawSite",
        "RawTier",
        "RawStage",
        "RawCalendar",
        "RawBreak",
        "RawIssues",
        "RawPeriod",
        "RawRanking",
        "RawDays",
        "RawSubjects",
        "RawSource",
        "RawPrivacy",
        "RawException",
    ]
    .map(|name| keys(&raw, name));
    let inside = ["Contact", "LevelSpec", "ContentSpec", "Formula"].map(|name| keys(&site, name));
    for key in sections.iter().chain(&inside).flatten() {
        let spellings = [
            "`KEY`",
            "`KEY =",
            "[KEY]",
            "[[KEY]]",
            "source.KEY]",
            "source.KEY.",
            "calendar.KEY]",
            "site.KEY]",
            "places.KEY]",
            "privacy.KEY]",
        ];
        // A word of the language cannot name a field; the key is `break`.
        let key = if key == "breaks" { "break" } else { key };
        let found = spellings.iter().any(|spelling| reference.contains(&spelling.replace("KEY", key)));
        assert!(found, "{key}");
    }
}

#[test]
fn every_rule_that_is_mentioned_exists() {
    for path in ["docs/site.md", "docs/theme.md", "README.md", "CHANGELOG.md"] {
        let text = text(path);
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            let digits = word.get(1..).unwrap_or("");
            let is_code = word.len() == 4
                && word.starts_with(|c: char| c.is_ascii_uppercase())
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            assert!(!is_code || rules::find(word).is_some(), "{path}: {word}");
        }
    }
}

#[test]
fn every_rule_of_rows_stands_in_the_reference_with_its_level() {
    let reference = text("docs/site.md");
    for rule in rules::rows::ALL {
        let row = reference.lines().find(|line| line.starts_with("| L") && line.contains(rule.code));
        let row = row.unwrap_or_else(|| panic!("{} is not in the table of rules", rule.code));
        assert_eq!(row.split('|').nth(2).unwrap().trim(), rule.level.name(Lang::En), "{}", rule.code);
    }
}

/// A small export with the headers of the README, as a hotline system writes it.
fn export(day: &str) -> Vec<u8> {
    let rows = [
        "工单编号,社区,受理日期,受理时间,应办结时间,办结时间,状态",
        "RX-01,石桥社区,2026/9/1,8:05,2026-09-05 18:00,2026-09-03 10:30,办结",
        &format!("RX-02,柳湾社区,{day},16:08,2026-10-05 18:00,,在办"),
    ];
    encoding_rs::GB18030.encode(&rows.join("\r\n")).0.into_owned()
}

#[test]
fn the_example_of_the_readme_checks_clean() {
    let settings = block(&text("README.md"), "[source.columns]");
    let said = Site::new()
        .file("site.toml", settings)
        .file("data/export.csv", export("2026/9/30"))
        .run(&["check", "--strict"]);
    assert_eq!(said.status, 0, "{}", said.err);
}

#[test]
fn the_message_shown_in_the_readme_is_what_the_program_says() {
    let readme = text("README.md");
    let shown = block(&readme, "错误[");
    let settings = block(&readme, "[source.columns]");
    let said = Site::new().file("site.toml", settings).file("data/export.csv", export("2026/9/31")).run(&["check"]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains(&shown), "{}\nand not\n{shown}", said.err);
}

#[test]
fn every_membership_column_stands_in_the_reference() {
    let reference = text("docs/site.md");
    let bits = gongshi::measure::Bit::ALL.iter().map(|bit| bit.column());
    let months = gongshi::measure::Cohort::ALL.iter().map(|cohort| cohort.column());
    let steps = gongshi::measure::items::Step::ALL.map(gongshi::measure::items::Step::column);
    for column in bits.chain(months).chain(steps) {
        assert!(reference.contains(&format!("`{column}`")), "{column}");
    }
}
