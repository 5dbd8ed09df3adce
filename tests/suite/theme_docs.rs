//! `docs/theme.md` says what templates are given: its field tables are those of the types, its lists those of the program.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gongshi::view::contract::{Contract, Field, Kind, Record};

use crate::site::Site;
use crate::text::difference;

/// Above it the document is written by hand, below it is what the types say.
const MARK: &str = "<!-- 以下由程序的类型生成";

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/theme.md")
}

/// The hand-written part up to the end of the mark's line.
fn by_hand(document: &str) -> &str {
    let mark = document.find(MARK).expect("the mark is there");
    let end = document[mark..].find('\n').map_or(document.len(), |end| mark + end + 1);
    &document[..end]
}

#[test]
fn the_fields_in_the_document_are_those_of_the_types() {
    let document = std::fs::read_to_string(path()).unwrap();
    let expected = format!("{}\n{}", by_hand(&document), generated(&Contract::new()));
    if std::env::var_os("GONGSHI_ACCEPT").is_some() {
        std::fs::write(path(), &expected).unwrap();
    } else {
        let told = "GONGSHI_ACCEPT=1 rewrites the tables of docs/theme.md";
        assert!(document == expected, "{told}\n{}", difference(&document, &expected));
    }
}

#[test]
fn the_filters_tests_and_functions_in_the_document_exist_and_all_templates_are_named() {
    let document = std::fs::read_to_string(path()).unwrap();
    let named = |word: &str| {
        let line = document.lines().find(|line| line.starts_with(word)).unwrap();
        line.split('`').skip(1).step_by(2).collect::<Vec<_>>()
    };
    let (filters, tests) = (named("过滤器 `"), named("测试 `"));
    assert!(filters.len() > 30 && tests.len() > 15);
    let policy = "default-src 'none'; base-uri 'none'; form-action 'none'";
    let mut page = format!(
        "<!doctype html><html lang=\"zh\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <title>x</title></head><body><h1>x</h1>{{% if 1 > 2 %}}"
    );
    for name in filters {
        write!(page, "{{{{ \"\" | {name} }}}}").unwrap();
    }
    for name in tests {
        write!(page, "{{{{ 1 is {name} }}}}").unwrap();
    }
    page += "{{ range(end=1) }}{% endif %}</body></html>";
    let site = Site::new().file("site.toml", "[site]\ntitle = \"x\"\nas_of = 2026-10-31\n");
    let said = site.file("themes/default/templates/404.html", page).run(&["check"]);
    assert_eq!(said.status, 0, "{}", said.err);
}

/// The tables: pages first, each with the fields of its own, then the types that they share.
fn generated(contract: &Contract) -> String {
    let mut text = String::from("## 各页的字段\n\n| 模板 | 得到 |\n|---|---|\n");
    for (template, model) in &contract.pages {
        writeln!(text, "| `{template}` | {} |", link(model)).unwrap();
    }
    let mut told = BTreeSet::new();
    for (_, model) in &contract.pages {
        if told.insert(Arc::clone(model)) {
            section(&mut text, contract, model);
        }
    }
    text += "\n## 共用的类型\n";
    for name in contract.records.keys().filter(|name| !told.contains(*name)) {
        section(&mut text, contract, name);
    }
    text
}

fn section(text: &mut String, contract: &Contract, name: &Arc<str>) {
    let Record { about, fields } = &contract.records[name];
    write!(text, "\n### {name}\n\n{about}\n").unwrap();
    if !fields.is_empty() {
        *text += "\n| field | type | |\n|---|---|---|\n";
    }
    for Field { name, about, kind, optional } in fields {
        let absent = if *optional { ", *or none*" } else { "" };
        let about = about.replace('|', "\\|");
        writeln!(text, "| `{name}` | {}{absent} | {about} |", told(kind)).unwrap();
    }
}

fn told(kind: &Kind) -> String {
    match kind {
        Kind::Any => "anything".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Flag => "yes or no".to_owned(),
        Kind::List(inner) => format!("list of {}", told(inner)),
        Kind::Map(inner) => format!("{} by key", told(inner)),
        Kind::Record(name) => link(name),
    }
}

fn link(name: &str) -> String {
    format!("[`{name}`](#{})", name.to_lowercase())
}
