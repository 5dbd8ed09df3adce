//! Hostile text in every text that a site can hold comes out as text, in every kind of file.
//!
//! The fields are those of the program itself, so a field that is new gets the payloads as well. The same site with harmless words
//! says which elements and attributes our own templates write; nothing else may stand in the hostile one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;

use gongshi::config::Table;

use crate::markup::{Markup, read};
use crate::site::{Site, tree};

/// What enemies and accidents put into a cell.
const PAYLOADS: &[&str] = &[
    "=HYPERLINK(\"https://t.example\")",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "＝1＋1",
    "'=1+1",
    "<script data-pwn>alert(1)</script>",
    "\"><img data-pwn src=x onerror=alert(1)>",
    "' onmouseover='alert(1)' data-pwn='",
    "\" autofocus onfocus=\"alert(1)",
    "javascript:alert(1)//",
    "</script><svg data-pwn onload=alert(1)>",
    "</title></style></textarea></option><pwn>",
    "]]><pwn>",
    "--><pwn><!--",
    "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "<svg data-pwn><set attributeName=href to=javascript:alert(1) />",
    "{{ 7*7 }}",
    "{{ issues.received }}",
    "{% include \"base.html\" %}{# x #}",
    "{{ get_env(name=\"PATH\") }}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "[x](javascript:alert(1))",
    "![x](https://t.example/x.gif)",
    "<https://t.example/> **x** `x` ~~x~~",
    "# x [^1] [^1]: x | a | b |",
    "&lt;pwn&gt; &amp;lt;",
    "&#x3c;pwn&#62;",
    "\u{202e}abc\u{2066}\u{200f}",
    "\u{200b}\u{200d}x\u{feff}y",
    "x\u{7}\u{1b}[31m\u{85}y",
    "“”‘’«»\"'`´＂＇",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://t.example",
    "a:b\\n\\,c\\",
    "\u{2028}x\u{2029}y",
    "\\ud800 \\u0000 \\\"",
    "../../etc/passwd",
    "%0d%0a%3Cpwn%3E",
    "甲\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{fdd0}\u{ffff}",
];

/// Three payloads in each text, so that every field gets all of them; those for spreadsheets stand first in theirs.
fn texts() -> Vec<String> {
    let rows = PAYLOADS.len().div_ceil(3);
    (0..rows).map(|row| PAYLOADS.iter().skip(row).step_by(rows).copied().collect::<Vec<_>>().join(" ")).collect()
}

/// A valid cell of a field that holds no free text, for row `n` of a table. Every field that is not named here gets payloads.
#[allow(clippy::match_same_arms, reason = "a line says what one kind of field holds")]
fn typed(table: Table, field: &str, n: usize) -> Option<String> {
    let day = |offset: usize| Some(format!("2024-04-{:02}", 1 + n + offset));
    let clock = |offset: usize| day(offset).map(|day| format!("{day} 09:00"));
    let id = |prefix: &str| Some(format!("{prefix}-{n}"));
    let text = |text: &str| Some(text.to_owned());
    match (table, field) {
        (Table::Places, "id") => id("place"),
        (Table::Teams, "id") => id("team"),
        (Table::Projects, "id") | (Table::Milestones, "project") => id("project"),
        (Table::FixedDays, "id") => id("day"),
        (Table::ServicePoints, "id") | (Table::Duty, "point") => id("point"),
        (Table::ReportedPlaces, "id") => id("far"),
        (Table::Places, "level") => text("community"),
        (Table::Places, "parent") => text("street"),
        (Table::Teams, "home") | (Table::Reported, "subject") => id("place"),
        (_, "place") => id("place"),
        (Table::Names, "word") => text(&format!("{}{}", texts()[n], marker(Table::Places, "name", n))),
        (_, "team") => id("team"),
        (
            _,
            "households" | "residents" | "order" | "volunteers" | "served" | "opinions" | "disputes" | "budget"
            | "paid",
        ) => text("120"),
        (Table::Activities, "hours") => text("12.5"),
        (_, "weight" | "returns" | "progress") => text("1"),
        (_, "stars") => text("4"),
        (_, "founded" | "counted_on" | "since" | "first") => text("2023-01-05"),
        (_, "received_at") => clock(0),
        (_, "dispatched_at" | "accepted_at" | "contacted_at" | "on_scene_at" | "escalated_at" | "extended_at") => {
            clock(1)
        }
        (_, "handled_at") => clock(2),
        (_, "replied_at" | "verified_at" | "closed_at") => clock(3),
        (_, "due_at" | "extended_to") => clock(4),
        (Table::Activities, "date") | (_, "published_on" | "start" | "baseline")
            if field != "start" || table == Table::Projects =>
        {
            day(0)
        }
        (Table::Activities | Table::FixedDays, "start") => text("09:00"),
        (Table::Activities | Table::FixedDays, "end") => text("11:00"),
        (_, "claimed_on") => day(1),
        (_, "done_on" | "forecast" | "actual" | "done") => day(2),
        (_, "cleared_on" | "due") => day(3),
        (_, "last") => text("2025-01-05"),
        (Table::Duty, "weekday") => text("周三"),
        (Table::Duty, "date") => text(""),
        (Table::Duty, "hours") => text("8:30-17:30"),
        (_, "rule") => text("每月15日"),
        (_, "moved") => text("顺延"),
        (Table::Issues, "kind") => text("投诉"),
        (Table::Issues, "origin") => text("居民反映"),
        (Table::Issues, "status") => text("已办结"),
        (_, "consent" | "contacted" | "solved" | "verified") => text("是"),
        (_, "process" | "result" | "rerated") if table == Table::Issues => text("满意"),
        (_, "call") => text("已接通"),
        (_, "served_unit") => text("人次"),
        (Table::Projects, "status") => text("实施中"),
        (Table::Items, "list") => text("微心愿"),
        (_, "qualifier") => text("约"),
        (Table::Reported, "value") => text("35"),
        // Numbers of volunteers are counted and never published; they must be as many as took part.
        (_, "volunteer_ids" | "duplicate_of") => text(""),
        _ => None,
    }
}

/// Fields that take a record out of the figures: every other row has them.
const WITHDRAWS: [&str; 3] = ["excluded", "withdrawn", "withheld"];
/// Fields that hold several texts, with a sign between them.
const LISTS: [&str; 5] = ["aliases", "contacts", "duties", "members", "services"];

/// Names a cell, so that it is known wherever it comes out.
fn marker(table: Table, field: &str, n: usize) -> String {
    format!("〔{}.{field}.{n}〕", table.name())
}

fn cell(table: Table, field: &str, n: usize, text: &str) -> String {
    if let Some(typed) = typed(table, field, n) {
        return typed;
    }
    if WITHDRAWS.contains(&field) && n.is_multiple_of(2) {
        return String::new();
    }
    let marker = marker(table, field, n);
    if !LISTS.contains(&field) {
        return format!("{text}{marker}");
    }
    let one = text.replace([';', '；', '|', '、', ',', '，', ':', '：', '\r', '\n'], " ");
    match field {
        "contacts" => format!("{one}{marker}|{one}|{one}|{one}"),
        "members" => format!("{one}{marker}3人"),
        _ => format!("{one}{marker}"),
    }
}

/// A table with a row for each payload in all its fields of text.
fn rows(table: Table, texts: &[String]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let fields = || table.fields().iter().map(|field| field.name);
    writer.write_record(fields()).unwrap();
    if table == Table::Places {
        let street = fields().map(|field| match field {
            "id" => "street",
            "name" => "街道",
            "level" => "subdistrict",
            _ => "",
        });
        writer.write_record(street).unwrap();
    }
    for (n, text) in texts.iter().enumerate() {
        writer.write_record(fields().map(|field| cell(table, field, n, text))).unwrap();
    }
    writer.into_inner().unwrap()
}

/// The names of the texts of a struct of settings.
fn settings(file: &str, name: &str) -> Vec<String> {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let body = source.split(&format!("struct {name} {{")).nth(1).unwrap().split("\n}").next().unwrap();
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub "));
    fields.filter_map(|field| field.strip_suffix(": String,").map(str::to_owned)).collect()
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// `site.toml` with a text in all its texts.
fn site_file(text: &str, html: bool) -> String {
    let text = |key: &str| quoted(&format!("{text}〔{key}〕"));
    let mut toml = format!(
        "[site]\ntitle = {}\nlanguages = [\"zh\", \"en\"]\nas_of = 2024-04-30\nbase_url = \"https://a.example\"\n",
        text("title")
    );
    for key in settings("src/config/raw.rs", "RawSite") {
        let _ = writeln!(toml, "{key} = {}", text(&key));
    }
    for (section, names) in [("site.contact", "contact"), ("site.en.contact", "en")] {
        let _ = writeln!(toml, "[{section}]");
        for key in settings("src/config/site.rs", "Contact") {
            let _ = writeln!(toml, "{key} = {}", text(&format!("{names}.{key}")));
        }
    }
    let _ = write!(
        toml,
        "[site.en]\ntitle = {}\n[content]\nhtml = {html}\n[[break]]\nfigure = \"issues.received\"\ndate = 2024-03-01\nreason = {}\n\
         [[calendar.day]]\nfrom = 2024-04-11\neffect = \"off\"\nreason = {}\n[[figure]]\nid = \"site.own\"\nname = {}\nunit = {}\n\
         formula = \"issues.received / issues.handled\"\n[[stage]]\nname = {}\nevent = \"received_at\"\n[[source]]\ntable = \"issues\"\n\
         files = [\"data/issues.csv\"]\npublic = [\"summary\"]\n",
        text("en.title"),
        text("break"),
        text("day"),
        text("figure"),
        text("unit"),
        text("stage"),
    );
    for table in Table::ALL.into_iter().filter(|table| *table != Table::Issues) {
        let _ = write!(toml, "[[source]]\ntable = \"{0}\"\nfiles = [\"data/{0}.csv\"]\n", table.name());
    }
    toml
}

/// A Markdown file; what stands between braces is escaped there, since authors may compute.
fn article(title: &str, body: &str) -> String {
    let text = |key: &str| quoted(&format!("{title}〔{key}〕"));
    let body = body.replace("{{", "\\{{").replace('\u{fdd0}', "");
    let (from, days) = ("2024-04-02", 7);
    format!(
        "+++\ntitle = {}\nsummary = {}\ndate = 2024-04-02\n[publicity]\nbasis = {}\ncontact = {}\nfrom = {from}\ndays = {days}\nunit = \"natural_day\"\n+++\n{body}\n",
        text("notice.title"),
        text("notice.summary"),
        text("basis"),
        text("publicity.contact"),
    )
}

fn site(texts: &[String]) -> Site {
    let mut site = Site::new()
        .file("site.toml", site_file(&texts[1], false))
        .file("content/notices/a.md", article(&texts[2], &texts[3]));
    for table in Table::ALL {
        site = site.file(&format!("data/{}.csv", table.name()), rows(table, texts));
    }
    site
}

/// A site of prose alone, with all payloads in its Markdown and in all its settings.
fn prose(html: bool) -> Site {
    let all = PAYLOADS.join(" ");
    let escaped = |text: &str| text.replace("{{", "\\{{");
    let settings = site_file(&all, html);
    let (settings, _) = settings.split_once("[[source]]").unwrap();
    let list = format!("- {}\n", PAYLOADS.iter().map(|text| escaped(text)).collect::<Vec<_>>().join("\n- "));
    Site::new()
        .file("site.toml", settings)
        .file("data/places.csv", "id,name,level\nplace-1,南关,community\n")
        .file("content/home.md", escaped(&PAYLOADS.join("\n\n")))
        .file("content/about.md", list)
        .file("content/notices/a.md", article(&all, &all))
}

type Tree = BTreeMap<String, Vec<u8>>;

fn published(site: &Site) -> Tree {
    let said = site.run(&["build", "--quiet", "--format", "short"]);
    let errors: Vec<&str> = said.err.lines().filter(|line| line.contains("error[")).take(8).collect();
    assert_eq!(said.status, 0, "{errors:#?}");
    tree(&site.public())
}

/// The site with payloads.
pub fn hostile() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| published(&site(&texts())))
}

/// The same site with harmless words.
fn harmless() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| published(&site(&vec!["平常".to_owned(); texts().len()])))
}

fn kind(address: &str) -> &str {
    address.rsplit_once('.').map_or("", |(_, kind)| kind)
}

/// The files of a kind, as text.
fn files<'t>(tree: &'t Tree, wanted: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let of_kind = tree.iter().filter(move |(address, _)| kind(address) == wanted);
    of_kind.map(|(address, bytes)| (address.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// Without white space and what is invisible: line breaks are the page's own.
fn bare(text: &str) -> String {
    let invisible = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}'..='\u{ffff}')
    };
    text.chars().filter(|c| !invisible(*c)).collect()
}

/// Every cell of text with what must come out of it, by marker.
fn cells() -> Vec<(String, String)> {
    let mut cells = Vec::new();
    for table in Table::ALL {
        for field in table.fields().iter().filter(|field| !LISTS.contains(&field.name)) {
            for (n, text) in texts().iter().enumerate() {
                if typed(table, field.name, n).is_none() {
                    cells.push((marker(table, field.name, n), bare(&cell(table, field.name, n, text))));
                }
            }
        }
    }
    cells
}

fn shapes(tree: &Tree) -> BTreeSet<(String, String)> {
    files(tree, "html").flat_map(|(_, page)| read(page).shapes()).collect()
}

#[test]
fn no_page_holds_an_element_or_attribute_that_templates_do_not_write() {
    let known = shapes(harmless());
    for (address, page) in files(hostile(), "html") {
        let markup = read(page);
        for (element, attribute) in markup.shapes() {
            let ours = known.contains(&(element.clone(), attribute.clone()));
            // Markdown of a payload, which authors may write: lists, code, emphasis, notes, tables, headings.
            let markdown = ["code", "del", "em", "h2", "h3", "hr", "li", "ol", "p", "pre", "strong", "sup", "ul"]
                .contains(&element.as_str());
            assert!(
                ours || (markdown && ["", "id", "class"].contains(&attribute.as_str())),
                "{address}: <{element} {attribute}>"
            );
        }
        assert_is_harmless(address, &markup);
    }
}

/// Nothing runs, and nothing is loaded or linked but what may be.
fn assert_is_harmless(address: &str, markup: &Markup) {
    for tag in &markup.tags {
        for (name, value) in &tag.attributes {
            assert!(
                !name.starts_with("on") && name != "style" && name != "data-pwn" && name != "srcdoc",
                "{address}: <{} {name}>",
                tag.name
            );
            if ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset"]
                .contains(&name.as_str())
            {
                let scheme = value
                    .split(['/', '?', '#'])
                    .next()
                    .and_then(|first| first.split_once(':'))
                    .map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
                let allowed =
                    scheme.as_deref().is_none_or(|scheme| ["https", "http", "mailto", "tel"].contains(&scheme));
                assert!(allowed, "{address}: {value}");
                let follows = tag.name == "a"
                    || (tag.name == "link"
                        && !tag.value("rel").contains("stylesheet")
                        && !tag.value("rel").contains("icon"));
                assert!(follows || scheme.is_none(), "{address}: <{} {name}={value}>", tag.name);
            }
        }
        assert!(tag.name != "script" || !tag.value("src").is_empty(), "{address}: a script in the page");
        assert!(
            !["style", "pwn", "iframe", "object", "embed", "base", "template", "img"].contains(&tag.name.as_str()),
            "{address}: <{}>",
            tag.name
        );
    }
    assert!(
        !markup.words.contains(|c: char| c.is_control() && c != '\n' && c != '\t'),
        "{address}: control characters"
    );
    for code in &markup.code {
        assert!(code.trim().is_empty(), "{address}: script in the page: {code}");
    }
}

/// The cells named in a text, each with where its name ends.
fn named(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.match_indices('〔').filter_map(|(at, _)| {
        let end = at + text[at..].find('〕')? + '〕'.len_utf8();
        Some((&text[at..end], end))
    })
}

#[test]
fn what_harms_is_found() {
    for page in [
        "<img src=x onerror=alert(1)>",
        "<b onclick=x>a</b>",
        "<p style=x>a</p>",
        "<a href='javascript:x'>a</a>",
        "<a href=' JaVaScRiPt:x'>a</a>",
        "<script>x</script>",
        "<link rel=stylesheet href=https://t.example/a.css>",
        "<iframe srcdoc=x></iframe>",
        "<pwn>",
        "<svg><set data-pwn></svg>",
        "a\u{7}",
    ] {
        let found = std::panic::catch_unwind(|| assert_is_harmless("a.html", &read(page)));
        assert!(found.is_err(), "{page}");
    }
    assert_is_harmless("a.html", &read("<p>&lt;script&gt; <a href=\"b.html\">b</a></p><script src=a.js></script>"));
}

#[test]
fn every_payload_that_is_published_stands_as_text() {
    // Sheets to print have so many lines and cut what is longer.
    let on_screen = |address: &str| !address.contains("print/");
    let expected: BTreeMap<String, String> = cells().into_iter().collect();
    let (mut wanted, mut whole) = (BTreeSet::new(), BTreeSet::new());
    for (address, page) in files(harmless(), "html") {
        let words = bare(&read(page).words);
        wanted.extend(named(&words).filter(|_| on_screen(address)).map(|(name, _)| name.to_owned()));
    }
    for (_, page) in files(hostile(), "html") {
        let words = bare(&read(page).words);
        for (name, end) in named(&words) {
            if expected.get(name).is_some_and(|text| words[..end].ends_with(text)) {
                whole.insert(name.to_owned());
            }
        }
    }
    let missing: Vec<_> = wanted.iter().filter(|name| expected.contains_key(*name) && !whole.contains(*name)).collect();
    assert!(missing.is_empty(), "{} of them, such as {:#?}", missing.len(), &missing[..missing.len().min(8)]);
    let fields: BTreeSet<&str> =
        whole.iter().filter_map(|name| name.rsplit_once('.').map(|(field, _)| field)).collect();
    assert!(fields.len() >= 30, "only {fields:?} come out on pages");
}

#[test]
fn tables_are_tables_and_every_cell_comes_back() {
    let expected: BTreeMap<String, String> = cells().into_iter().collect();
    let mut found = BTreeSet::new();
    for (address, text) in files(hostile(), "csv") {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let columns = reader.headers().unwrap().len();
        for row in reader.records() {
            let row = row.unwrap();
            assert_eq!(row.len(), columns, "{address}");
            for cell in &row {
                let number = cell.parse::<f64>().is_ok();
                let day = cell.len() == 11 && cell.starts_with("@20");
                assert!(
                    number || day || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']),
                    "{address}: {cell}"
                );
                let quotes = cell.len() - cell.trim_start_matches('\'').len();
                let guarded = quotes > 0
                    && cell[quotes..].starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
                let original = if guarded { &cell[1..] } else { cell };
                if let Some((_, name)) = original.rsplit_once('〔') {
                    let name = format!("〔{name}");
                    if let Some(text) = expected.get(&name) {
                        // A reported figure stands with its unit in one cell.
                        assert!(bare(original).ends_with(text.as_str()), "{address}: {original}");
                        found.insert(name);
                    }
                }
            }
        }
    }
    assert!(found.len() >= 8 * texts().len(), "only {} cells come out in tables", found.len());
}

#[test]
fn feeds_and_drawings_are_well_formed_and_hold_no_element_of_a_payload() {
    let names = |tree: &Tree| -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for (address, xml) in files(tree, "xml").chain(files(tree, "svg")) {
            let mut reader = quick_xml::Reader::from_str(xml);
            reader.config_mut().check_end_names = true;
            loop {
                use quick_xml::events::Event;
                match reader.read_event().unwrap_or_else(|error| panic!("{address}: {error}")) {
                    Event::Start(tag) | Event::Empty(tag) => {
                        for attribute in tag.attributes() {
                            names.insert(format!("{} {}", tag.name().as_ref(), attribute.unwrap().key.as_ref()));
                        }
                        names.insert(tag.name().as_ref().to_owned());
                    }
                    Event::DocType(_) | Event::CData(_) => panic!("{address}: a document type or raw text"),
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
        names
    };
    assert_eq!(names(hostile()), names(harmless()));
}

#[test]
fn what_machines_read_is_what_was_written() {
    let expected: BTreeMap<String, String> = cells().into_iter().collect();
    let mut strings = String::new();
    for (address, text) in files(hostile(), "json") {
        let value: serde_json::Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{address}: {error}"));
        gather(&value, &mut strings);
    }
    let strings = bare(&strings);
    for (name, end) in named(&strings) {
        assert!(expected.get(name).is_none_or(|text| strings[..end].ends_with(text)), "{name}");
    }
    assert!(strings.contains("〔places.name.0〕"));
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "X-WR-CALNAME",
        "TZID",
        "DTSTART",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "UID",
        "DTSTAMP",
        "DTEND",
        "RRULE",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "URL",
    ];
    let mut events = 0;
    for (address, text) in files(hostile(), "ics") {
        let parts =
            |text: &str| text.lines().filter(|line| line.starts_with("BEGIN:")).map(str::to_owned).collect::<Vec<_>>();
        let plain = std::str::from_utf8(&harmless()[address]).unwrap();
        assert_eq!(parts(text), parts(plain), "{address}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{address}");
        for line in text.replace("\r\n ", "").lines() {
            let name = line.split([':', ';']).next().unwrap();
            assert!(known.contains(&name), "{address}: {line}");
            assert!(!line.contains(|c: char| c.is_control()), "{address}: {line}");
        }
        events += parts(text).iter().filter(|part| part.as_str() == "BEGIN:VEVENT").count();
    }
    assert!(events > texts().len());
}

fn gather(value: &serde_json::Value, into: &mut String) {
    match value {
        serde_json::Value::String(text) => into.extend([text, "\n"]),
        serde_json::Value::Array(values) => values.iter().for_each(|value| gather(value, into)),
        serde_json::Value::Object(entries) => entries.iter().for_each(|(key, value)| {
            into.extend([key, "\n"]);
            gather(value, into);
        }),
        _ => {}
    }
}

#[test]
fn the_same_files_are_made_whatever_the_texts_say() {
    assert_eq!(hostile().keys().collect::<Vec<_>>(), harmless().keys().collect::<Vec<_>>());
    for (address, bytes) in hostile() {
        if ["css", "js", "txt", "woff2"].contains(&kind(address)) {
            assert!(bytes == &harmless()[address], "{address} depends on the data");
        }
    }
}

#[test]
fn prose_and_settings_let_no_payload_through_whether_html_is_allowed_or_not() {
    for html in [false, true] {
        for (address, page) in files(&published(&prose(html)), "html") {
            assert_is_harmless(address, &read(page));
        }
    }
}
