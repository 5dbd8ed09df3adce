//! The sample's section of reported figures: every figure of the documents shown or left out, nothing of their wording,
//! nobody's name, and no way from it into the figures that are computed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::publishing::{sample_pages, sample_tree};
use crate::site::tree;
use crate::text::visible;

/// Han characters in a row that make a sentence of the documents and no longer a name of a thing.
const SENTENCE: usize = 14;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What lies beside the repository; it must be there in CI.
fn beside(path: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "in CI there must be {}", path.display());
    eprintln!("skipped: there is no {}", path.display());
    None
}

/// Rows of a table as header → cell.
fn rows(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().clone();
    let row =
        |record: csv::StringRecord| header.iter().zip(&record).map(|(h, c)| (h.to_owned(), c.to_owned())).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

#[test]
fn every_figure_is_shown_or_left_out_with_a_reason() {
    let files = sample_tree();
    let quoted: Vec<_> =
        rows(&files["data/reported.csv"]).into_iter().filter(|row| row["subject_kind"] == "reported_place").collect();
    let kept = rows(&std::fs::read(root().join("data/reported/figures.csv")).unwrap());
    let left_out = kept.iter().filter(|row| !row["不照录原因"].is_empty());
    let left_out: Vec<&str> = left_out.map(|row| row["不照录原因"].as_str()).collect();
    assert_eq!((kept.len(), quoted.len(), left_out.len()), (198, 187, 11));
    for row in &quoted {
        for cell in ["subject_name", "name", "stated", "unit", "period", "category", "source"] {
            assert!(!row[cell].is_empty(), "{cell} of {row:?}");
        }
    }

    let index = visible(std::str::from_utf8(&files["reported/index.html"]).unwrap());
    assert!(index.contains("18 个地方的报道中共有 198 个数字：照录 187 个，不照录 11 个。"), "{index}");
    for reason in left_out.iter().collect::<BTreeSet<_>>() {
        let count = left_out.iter().filter(|other| other == &reason).count();
        let told = index.lines().any(|line| line.contains(*reason) && line.contains(&count.to_string()));
        assert!(told, "{reason} {count}: {index}");
    }
    // Each figure stands on the page of its place, as it was stated.
    for row in &quoted {
        let page = visible(std::str::from_utf8(&files[&format!("reported/{}.html", row["subject"])]).unwrap());
        let told = page.lines().any(|line| line.contains(&row["name"]) && line.contains(&row["stated"]));
        assert!(told, "{row:?}: {page}");
    }
}

#[test]
fn the_figures_are_those_of_the_documents() {
    let Some(path) = beside("domain/seed_figures.csv") else { return };
    let plain = |text: &str| text.replace('（', "(").replace('）', ")").replace('：', ":").replace('，', ",");
    let wanted = rows(&std::fs::read(path).unwrap());
    let found = rows(&sample_tree()["data/reported.csv"]);
    let found: BTreeMap<_, _> =
        found.iter().map(|row| ((row["subject_name"].clone(), plain(&row["name"])), row)).collect();
    let mut missing = 0;
    for row in &wanted {
        let Some(quoted) = found.get(&(row["place"].clone(), plain(&row["indicator"]))) else {
            missing += 1;
            continue;
        };
        assert_eq!(quoted["value"].trim_end_matches('万'), row["value"], "{row:?}");
        assert_eq!(quoted["qualifier"], row["qualifier"], "{row:?}");
        assert!(quoted["unit"].ends_with(row["unit"].trim_start_matches('万')), "{row:?}");
    }
    assert_eq!((wanted.len(), missing), (198, 11));
}

#[test]
fn no_reported_figure_is_among_the_computed_ones() {
    let files = sample_tree();
    let subjects: BTreeSet<String> = rows(&files["data/reported.csv"])
        .into_iter()
        .filter(|row| row["subject_kind"] == "reported_place")
        .map(|row| row["subject"].clone())
        .collect();
    assert!(!subjects.is_empty());
    for row in rows(&files["data/figures.csv"]) {
        assert!(["site", "place", "team", "department", "project"].contains(&row["subject_kind"].as_str()), "{row:?}");
        assert!(!subjects.contains(&row["subject"]), "{row:?}");
        assert!(!row["figure"].contains("reported"), "{row:?}");
    }
    // The places have no page, no figures and no entry outside their section.
    for subject in &subjects {
        let addresses: Vec<_> = files.keys().filter(|address| address.contains(&format!("/{subject}."))).collect();
        assert_eq!(addresses, [&format!("en/reported/{subject}.html"), &format!("reported/{subject}.html")]);
    }
    for (address, html) in sample_pages() {
        let text = visible(&html);
        if address.starts_with("en/reported/") {
            assert!(text.contains("They were not computed here"), "{address} does not say what it is");
        } else if address.starts_with("reported/") {
            assert!(text.contains("不是本站计算的"), "{address} does not say what it is");
        } else {
            assert!(!text.contains("泗水县") && !text.contains("千泉街道"), "{address} names a real place");
        }
    }
}

#[test]
fn nothing_of_the_documents_is_repeated_but_figures() {
    let Some(folder) = beside("seeds") else { return };
    let mut documents: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    documents.sort();
    let mut sentences = BTreeSet::new();
    let mut names = BTreeSet::new();
    for document in &documents {
        let text = std::fs::read_to_string(document).unwrap();
        names.extend(reporters(&text));
        // Lines of a newspaper's column break within a sentence.
        let whole: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
        sentences.extend(runs(&whole));
        names.extend(speakers(&whole));
    }
    assert!(sentences.len() > 1000 && names.len() >= 34, "{} {}", sentences.len(), names.len());

    let mut texts = sample_tree();
    for part in ["data", "content", "themes", "tests/cases", "tests/golden"] {
        texts.extend(tree(&root().join(part)).into_iter().map(|(path, bytes)| (format!("{part}/{path}"), bytes)));
    }
    texts.insert("site.toml".to_owned(), std::fs::read(root().join("site.toml")).unwrap());
    for (path, bytes) in &texts {
        let text = std::str::from_utf8(bytes)
            .map_or_else(|_| encoding_rs::GB18030.decode(bytes).0.into_owned(), str::to_owned);
        for name in &names {
            assert!(!text.contains(name.as_str()), "{path} names a person of the documents");
        }
        let characters: Vec<char> = text.chars().collect();
        for run in runs(&characters) {
            assert!(!sentences.contains(&run), "{path} repeats a sentence: {run}");
        }
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Every run of Han characters long enough to be a sentence.
fn runs(text: &[char]) -> impl Iterator<Item = String> {
    text.windows(SENTENCE).filter(|run| run.iter().copied().all(is_han)).map(|run| run.iter().collect())
}

/// Names in the lines that say who wrote: what stands between blanks beside 记者 or 通讯员.
fn reporters(text: &str) -> BTreeSet<String> {
    let is_name = |word: &&str| (2..=3).contains(&word.chars().count()) && word.chars().all(is_han);
    let mut names = BTreeSet::new();
    for line in text.lines() {
        for (at, word) in line.match_indices("记者").chain(line.match_indices("通讯员")) {
            let (before, after) = (&line[..at], &line[at + word.len()..]);
            let after =
                after.split_once('）').map_or(after, |(inside, _)| inside).split_whitespace().take_while(is_name);
            let before = before.split_whitespace().next_back().filter(is_name).filter(|_| before.ends_with(' '));
            names.extend(after.chain(before).filter(|word| *word != "报道").map(str::to_owned));
        }
    }
    names
}

/// Names of people who are quoted: two or three characters between a post and a word for speaking.
fn speakers(text: &[char]) -> BTreeSet<String> {
    const POSTS: [&str; 11] = ["书记", "主任", "居民", "委员", "局长", "教师", "志愿者们", "”", "的", "像", "——"];
    const SPEAKING: [&str; 8] = ["说", "坦言", "感慨", "竖起", "颇有", "创作", "一样", "’"];
    let mut names = BTreeSet::new();
    for at in 0..text.len() {
        let before: String = text[at.saturating_sub(4)..at].iter().collect();
        for length in [2, 3] {
            let Some(name) = text.get(at..at + length) else { continue };
            let after: String = text[at + length..].iter().take(2).collect();
            if POSTS.iter().any(|post| before.ends_with(post))
                && SPEAKING.iter().any(|word| after.starts_with(word))
                && name.iter().copied().all(is_han)
            {
                names.insert(name.iter().collect());
            }
        }
    }
    names
}
