//! What is read from outside, given anything at all: every entry point by name. `GONGSHI_FUZZ` chooses one; `run` beside this
//! folder builds the program so that the fuzzer sees which code an input reaches.
//!
//! A target fails by a panic, by taking too long or too much memory, and where what it asserts does not hold.

#![no_main]

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::sync::OnceLock;

use gongshi::config;
use gongshi::diag::Problem;
use gongshi::load::front_matter;
use gongshi::publish::Checker;
use gongshi::render::prose::{self, Surroundings};
use gongshi::source::{Encoding, Sheet, SheetOptions, Sources, decode};
use gongshi::text::date::{DateOrder, Moment};
use gongshi::text::scan::{self, DateStyle};
use gongshi::text::{Lang, clean, number, slug};
use gongshi::view::expression::{self, Outcome};
use gongshi::view::facts::Facts;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use zip::write::{SimpleFileOptions, ZipWriter};

const TARGETS: [(&str, fn(&[u8])); 11] = [
    ("decode", decoded),
    ("table", table),
    ("entries", entries),
    ("workbook", workbook),
    ("date", date),
    ("number", numbers),
    ("prose", prose_in_html),
    ("expression", expressions),
    ("config", site_toml),
    ("front_matter", front_matters),
    ("markup", markup),
];

fuzz_target!(|data: &[u8]| {
    static TARGET: OnceLock<fn(&[u8])> = OnceLock::new();
    let target = TARGET.get_or_init(|| {
        // A reader's panic that the program contains is no crash; one that reaches the fuzzer is.
        std::panic::set_hook(Box::new(|panic| eprintln!("{panic}")));
        let wanted = std::env::var("GONGSHI_FUZZ").unwrap_or_default();
        let found = TARGETS.iter().find(|(name, _)| *name == wanted);
        let names = TARGETS.map(|(name, _)| name).join(", ");
        found.unwrap_or_else(|| panic!("GONGSHI_FUZZ names none of {names}")).1
    });
    target(data);
});

/// Bytes become text, or a fault inside them.
fn decoded(data: &[u8]) {
    for declared in [None, Some(Encoding::Utf8), Some(Encoding::Utf16), Some(Encoding::Gb18030)] {
        match decode(data, declared) {
            Err(fault) => assert!(fault.at <= data.len() && !fault.tried.is_empty()),
            Ok(decoded) => {
                let cell = clean::cell(&decoded.text);
                assert_eq!(clean::cell(&cell), cell);
            }
        }
    }
}

/// A text table in any encoding.
fn table(data: &[u8]) {
    sheet("table.csv", data);
    sheet("table.tsv", data);
}

/// A table in TOML.
fn entries(data: &[u8]) {
    sheet("teams.toml", data);
}

/// The parts of a workbook, parted by NUL: the cells, then the texts; and a whole workbook.
fn workbook(data: &[u8]) {
    sheet("whole.xlsx", data);
    let mut parts = data.split(|byte| *byte == 0);
    let (cells, texts) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let frame: [(&str, &[u8]); 5] = [
        ("_rels/.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", cells),
        ("xl/sharedStrings.xml", texts),
    ];
    for (name, bytes) in frame {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(name, stored).expect("a part begins");
        archive.write_all(bytes).expect("memory takes it");
    }
    sheet("parts.xlsx", &archive.finish().expect("the archive ends").into_inner());
}

/// Opens a table, reads every row, and shows every cell as a message would.
fn sheet(name: &str, data: &[u8]) {
    let sources = site(name, data);
    let options = SheetOptions { table: "teams", ..SheetOptions::default() };
    match Sheet::open(&sources, name, &options) {
        Err(problem) => said(&problem),
        Ok(sheet) => {
            let mut before = 0;
            let problems = sheet.rows(&mut |row| {
                assert!(!row.is_blank());
                for column in 0..=row.len().min(64) {
                    let (line, mark) = row.excerpt(column);
                    assert!(line.get(mark).is_some());
                }
                if sheet.header_position(0).row > 0 {
                    assert!(row.number() > before || name.ends_with("xlsx"), "rows come in order");
                    before = row.number();
                }
            });
            problems.groups().flat_map(|group| &group.examples).for_each(said);
            sheet.notes().iter().for_each(said);
        }
    }
}

/// A date that is understood is understood again as it is printed.
fn date(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for order in [None, Some(DateOrder::MonthDayYear), Some(DateOrder::DayMonthYear)] {
        let style = DateStyle { order, utc_offset: 480 };
        if let Ok(moment) = scan::moment(&text, style) {
            let again: Result<Moment, _> = scan::moment(&moment.to_string(), style);
            assert_eq!(again, Ok(moment));
        }
        let _ = (scan::day(&text, style), scan::clock(&text));
    }
}

/// A number is within its bounds, and as many places as are asked for.
fn numbers(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(read) = number::parse(&text) {
        for places in 0..7 {
            if let Some(scaled) = read.scaled(places) {
                let _ = number::fixed(scaled, places);
            }
        }
        if let Some(whole) = read.whole() {
            assert_eq!(number::parse(&number::grouped(whole)).ok().and_then(|again| again.whole()), Some(whole));
        }
    }
    let address = slug::slug(&text);
    assert!(address.is_empty() || slug::is_id(&address), "{address}");
}

/// Markdown becomes HTML that holds nothing that runs, whether or not the author's own HTML is taken over.
fn prose_in_html(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let facts = facts();
    let chart = |id: &str| (id == "issues.received").then(|| "<figure></figure>".to_owned());
    for html in [false, true] {
        let around = Surroundings {
            file: "content/a.md",
            first_line: 1,
            facts: &facts,
            root: "../",
            up: "",
            chart: &chart,
            lang: Lang::Zh,
            html,
        };
        let (html, problems) = prose::html(&text, &around);
        let lower = html.to_ascii_lowercase();
        for payload in ["<script", "<iframe", "<svg", "<img onerror", "href=\"javascript:", "style=\""] {
            assert!(!lower.contains(payload), "{payload} in {html}");
        }
        problems.iter().for_each(said);
    }
}

/// What stands between braces comes to an end, and to little text.
fn expressions(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let facts = facts();
    if let Ok(Outcome::Text(shown)) = expression::evaluate(&text, &facts) {
        assert!(shown.len() < 256, "{shown}");
    }
    let _ = expression::number(&text, &facts);
    let _ = expression::address(&text, &facts);
    let _ = expression::are_mixed(&text);
}

fn site_toml(data: &[u8]) {
    let sources = site("site.toml", data);
    let _ = config::language(&sources);
    if let Err(problems) = config::read(&sources) {
        problems.groups().flat_map(|group| &group.examples).for_each(said);
    }
}

fn front_matters(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut remarks = Vec::new();
    match front_matter::split("content/a.md", &text, &mut remarks) {
        Ok((_, body, line)) => assert!(text.ends_with(body) && line > 0),
        Err(problem) => said(&problem),
    }
    remarks.iter().for_each(said);
}

/// Finished pages, styles and other files, as the last check reads them.
fn markup(data: &[u8]) {
    let checker = Checker::new();
    for address in ["index.html", "a/b.svg", "assets/c.css", "feed.xml", "data/d.csv", "e.json"] {
        checker.put(address, data).iter().for_each(said);
    }
    checker.finish().groups().flat_map(|group| &group.examples).for_each(said);
}

/// A site of one file.
fn site(name: &str, data: &[u8]) -> Sources {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        // In memory where there is such a place: every input is written once.
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder")
    });
    std::fs::write(folder.path().join(name), data).expect("the input is written");
    Sources::open(folder.path()).expect("the folder is there")
}

fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.set("issues", "received", Some(1234.0));
    facts.set("issues", "on_time_rate", Some(0.98765));
    facts.set("issues", "nothing", None);
    facts.set("社区", "按期办结率", Some(0.5));
    facts
}

/// A message can be made of it, in both languages, and its mark lies on its line.
fn said(problem: &Problem) {
    for lang in Lang::ALL {
        let words = problem.says(lang);
        assert!(!words.is_empty());
    }
    if let Some(excerpt) = &problem.excerpt {
        assert!(excerpt.line.get(excerpt.mark.clone()).is_some(), "{excerpt:?}");
    }
}
