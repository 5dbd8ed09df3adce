//! Real data that nobody here wrote: four sites built by the program and counted again by another route.
//!
//! The data stands in `../shared/real` or where `GONGSHI_REAL` says, never in this repository. Where it is missing these
//! tests say so and pass; in CI they fail.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use csv::StringRecord;

use crate::site::{Site, tree};

#[path = "real/austin.rs"]
mod austin;
#[path = "real/boston.rs"]
mod boston;
#[path = "real/messages.rs"]
mod messages;
#[path = "real/new_york.rs"]
mod new_york;

/// A data set: its mapping in `tests/real/<name>/site.toml`, and its archive.
struct Set {
    name: &'static str,
    archive: &'static str,
    file: &'static str,
    encoding: &'static encoding_rs::Encoding,
}

/// A site that was built and read back; its folder is gone by now.
struct Built {
    /// The table as it was published by others.
    source: Table,
    /// Its `site.toml`.
    config: toml::Table,
    /// Every file of the site.
    files: BTreeMap<String, Vec<u8>>,
    /// What the build said of the data.
    problems: String,
}

/// A table whose cells are found by header.
struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<StringRecord>,
}

/// A figure of `data/figures.csv` or `data/figures/<id>.csv`.
#[derive(Clone, Debug, PartialEq)]
struct Figure {
    value: String,
    numerator: u64,
    denominator: u64,
}

/// Figures by id, kind of subject, subject and period.
type Figures = HashMap<(String, String, String, String), Figure>;

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("GONGSHI_REAL")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none_or(|ci| ci != "true"),
        "the real data is not in {}; in CI it must be: set GONGSHI_REAL to its folder",
        folder.display()
    );
    eprintln!("skipped: the real data is not in {}", folder.display());
    None
}

impl Set {
    /// Builds the site once for all tests; `None` where the data is not at hand.
    fn built(&self, once: &'static OnceLock<Option<Built>>) -> Option<&'static Built> {
        once.get_or_init(|| folder().map(|folder| self.build(&folder))).as_ref()
    }

    fn build(&self, folder: &Path) -> Built {
        let archive = std::fs::File::open(folder.join(self.archive)).unwrap();
        let mut data = Vec::new();
        zip::ZipArchive::new(archive).unwrap().by_name(self.file).unwrap().read_to_end(&mut data).unwrap();
        let mapping = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real").join(self.name).join("site.toml");
        let mapping = std::fs::read_to_string(mapping).unwrap();
        let site = Site::new().file("site.toml", &mapping).file(&format!("data/{}", self.file), &data);

        let built = site.run(&["build", "--format", "short"]);
        assert_eq!(built.status, 0, "{}", built.err);
        let checked = site.run(&["check", "--format", "short"]);
        assert_eq!(checked.status, 0, "{}", checked.err);
        assert_eq!(problems(&checked.err), problems(&built.err), "check and build must say the same");

        let (text, _, broken) = self.encoding.decode(&data);
        assert!(!broken);
        let files = tree(&site.public());
        for (address, bytes) in pages(&files) {
            assert!(!std::str::from_utf8(bytes).unwrap().contains("NaN"), "{address} says NaN");
        }
        Built {
            source: Table::of(&text),
            config: mapping.parse().unwrap(),
            files,
            problems: problems(&built.err).join("\n"),
        }
    }
}

/// The lines about the data, without those about the run.
fn problems(said: &str) -> Vec<&str> {
    let levels = [": error[", ": warning[", ": note["];
    let levels_zh = [": 错误[", ": 警告[", ": 提示["];
    said.lines().filter(|line| levels.iter().chain(&levels_zh).any(|level| line.contains(level))).collect()
}

fn pages(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &[u8])> {
    files.iter().filter(|(address, _)| is(address, "html")).map(|(address, bytes)| (address.as_str(), &bytes[..]))
}

/// Whether an address ends like this.
fn is(address: &str, ending: &str) -> bool {
    Path::new(address).extension().is_some_and(|given| given == ending)
}

impl Table {
    fn of(text: &str) -> Self {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().unwrap().clone();
        Self {
            columns: header.iter().enumerate().map(|(at, name)| (name.to_owned(), at)).collect(),
            rows: reader.records().map(Result::unwrap).collect(),
        }
    }

    /// A cell without outer blanks.
    fn get<'a>(&self, row: &'a StringRecord, column: &str) -> &'a str {
        let at = self.columns.get(column).unwrap_or_else(|| panic!("no column `{column}`"));
        row[*at].trim()
    }

    /// A column, row by row.
    fn column(&self, name: &str) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| self.get(row, name))
    }

    /// The rows by one of their columns, which must be unique.
    fn by(&self, column: &str) -> HashMap<&str, &StringRecord> {
        let by: HashMap<_, _> = self.rows.iter().map(|row| (self.get(row, column), row)).collect();
        assert_eq!(by.len(), self.rows.len(), "`{column}` is not unique");
        by
    }
}

impl Built {
    fn text(&self, address: &str) -> &str {
        let bytes = self.files.get(address).unwrap_or_else(|| panic!("no file {address}"));
        std::str::from_utf8(bytes).unwrap()
    }

    fn table(&self, address: &str) -> Table {
        Table::of(self.text(address))
    }

    /// Pages, without those that list the same places in another order.
    fn page_count(&self) -> usize {
        let is_page = |address: &str| !address.contains("/by/") && !address.starts_with("print/");
        pages(&self.files).filter(|(address, _)| is_page(address)).count()
    }

    /// Pages directly in a folder.
    fn pages_in(&self, folder: &str) -> impl Iterator<Item = &str> {
        let inside = move |address: &&str| address.rsplit_once('/').is_some_and(|(path, _)| path == folder);
        pages(&self.files).map(|(address, _)| address).filter(inside)
    }

    /// All figures, whether they stand in one file or in many.
    fn figures(&self) -> Figures {
        let mut figures = Figures::new();
        for address in self.files.keys() {
            if address != "data/figures.csv" && !(address.starts_with("data/figures/") && is(address, "csv")) {
                continue;
            }
            let table = self.table(address);
            for row in &table.rows {
                let number = |column| table.get(row, column).parse().unwrap_or(0);
                let key =
                    ["figure", "subject_kind", "subject", "period"].map(|column| table.get(row, column).to_owned());
                let figure = Figure {
                    value: table.get(row, "value").to_owned(),
                    numerator: number("numerator"),
                    denominator: number("denominator"),
                };
                assert_eq!(figures.insert(key.into(), figure), None, "twice in {address}");
            }
        }
        figures
    }

    /// A word list of `site.toml`, such as `[places.ids]`.
    fn words(&self, section: &str, list: &str) -> BTreeMap<String, String> {
        let list = self.config.get(section).and_then(|section| section.get(list)).and_then(toml::Value::as_table);
        let words = list.into_iter().flatten();
        words.map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned())).collect()
    }

    /// How often the build named a rule: the count of its group.
    fn times(&self, code: &str) -> usize {
        let mut lines = self.problems.lines().filter(|line| line.contains(&format!("[{code}]")));
        let counted = |line: &str| line.rsplit_once("(×")?.1.trim_end_matches(')').parse().ok();
        lines.clone().find_map(counted).unwrap_or_else(|| lines.by_ref().count())
    }
}

fn key(figure: &str, kind: &str, subject: &str, period: &str) -> (String, String, String, String) {
    (figure.to_owned(), kind.to_owned(), subject.to_owned(), period.to_owned())
}
