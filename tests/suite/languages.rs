//! Two languages: the same words in each, and nothing of one left on the pages of the other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::site::{Site, tree};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

#[test]
fn every_word_of_the_interface_is_there_in_both_languages() {
    let words = |lang: &str| -> BTreeMap<String, String> {
        let path = root().join(format!("themes/default/words/{lang}.toml"));
        toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let (zh, en) = (words("zh"), words("en"));
    assert_eq!(zh.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (key, word) in en {
        assert!(!word.contains(is_han), "{key}");
    }
}

/// Every text of a table or of `site.toml` that could be printed.
fn texts(path: &str, bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| encoding_rs::GB18030.decode(bytes).0.into_owned());
    let text = text.trim_start_matches('\u{feff}');
    if Path::new(path).extension().is_some_and(|ending| ending == "toml") {
        // `"党员:14"` is a role with a number.
        let quoted = text.split('"').skip(1).step_by(2);
        return quoted.flat_map(|quoted| [quoted, quoted.split(':').next().unwrap()]).map(str::to_owned).collect();
    }
    let first = text.lines().next().unwrap_or_default();
    let separator = [b'\t', b';', b','].into_iter().find(|&byte| first.as_bytes().contains(&byte)).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap).collect::<Vec<_>>();
    // `歇脚、充电` are two services.
    let cells = rows.iter().flat_map(|row| row.iter());
    cells.flat_map(|cell| std::iter::once(cell).chain(cell.split('、'))).map(str::to_owned).collect()
}

/// The sample with a name for every word of its data: whatever Chinese is left on its English pages is our own.
#[test]
fn nothing_of_the_program_stays_chinese_on_english_pages() {
    let mut site = Site::new();
    let mut words = BTreeSet::new();
    for (path, bytes) in tree(&root().join("data")) {
        let is_table = [".csv", ".tsv", ".toml"].iter().any(|ending| path.ends_with(ending));
        if is_table && path != "names.csv" {
            words.extend(texts(&path, &bytes));
            site = site.file(&format!("data/{path}"), bytes);
        }
    }
    let settings = std::fs::read_to_string(root().join("site.toml")).unwrap();
    site = site.file("fonts/card.otf", std::fs::read(root().join("fonts/card.otf")).unwrap());
    words.extend(texts("site.toml", settings.as_bytes()));
    // Sentences that were released one by one are said in the language of whoever released them.
    site = site.file("site.toml", settings.replace("public = [\"summary\"]\n", ""));
    let mut names = csv::Writer::from_writer(Vec::new());
    names.write_record(["word", "name"]).unwrap();
    let chinese = words.iter().map(|word| word.trim()).filter(|word| word.contains(is_han)).collect::<BTreeSet<_>>();
    for (at, word) in chinese.iter().enumerate() {
        names.write_record([word, &*format!("Word {at}")]).unwrap();
    }
    site = site.file("data/names.csv", names.into_inner().unwrap());
    let said = site.run(&["build", "--format", "short", "--base-url", "https://qinghe.example"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let mut left = BTreeSet::new();
    for (path, bytes) in tree(&site.public().join("en")) {
        let page = String::from_utf8(bytes).unwrap();
        // The way to the other language, and the numbers of official notices, which have no English.
        let page = page.replace(">中文</a>", "");
        for line in page.lines().filter(|line| line.contains(is_han) && !line.contains("国办发明电")) {
            let start = line.find(is_han).unwrap();
            let around: String = line[start..].chars().take(60).collect();
            left.insert(format!("{path}: {around}"));
        }
    }
    let told: Vec<&String> = left.iter().take(40).collect();
    assert!(left.is_empty(), "{} places\n{told:#?}", left.len());
}

#[test]
fn chinese_pages_do_not_depend_on_the_second_language() {
    let page = |languages: &str| {
        let settings = format!("[site]\ntitle = \"南关\"\n{languages}\nas_of = 2024-04-30\n");
        let site = Site::new().file("site.toml", settings).file("content/about.md", "# 关于\n\n正文\n");
        assert_eq!(site.run(&["build"]).status, 0);
        let text = site.page("about.html");
        let main = text.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        main.to_owned()
    };
    assert_eq!(page("lang = \"zh\""), page("languages = [\"zh\", \"en\"]"));
}
