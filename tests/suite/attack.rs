//! An attack on the published site: from everything that is published, solve for the counts that are hidden.
//!
//! The attacker reads the records, the figures in every form and the tables of the pages, writes down all equations between
//! them, eliminates, and narrows what is left from both ends until nothing moves any more. He even knows, though nobody tells
//! him, where no further categories were folded.

#[path = "attack/system.rs"]
mod system;
#[path = "attack/town.rs"]
mod town;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::recompute::assert_figures_follow;
use crate::site::tree;
use system::{Bounds, System};
use town::Town;

type Files = BTreeMap<String, Vec<u8>>;
/// Community and year.
type Atom = (String, String);
/// Category, kind of subject and subject, period.
type Cell = (String, String, String);

/// What the attacker found out.
struct Loot {
    /// Published counts of folded categories; `None` is hidden.
    counts: BTreeMap<Cell, Option<i64>>,
    /// Folded records.
    folded: BTreeMap<Atom, i64>,
    /// All records.
    received: BTreeMap<Atom, i64>,
    /// Folded records by month.
    monthly: BTreeMap<(String, String), i64>,
    /// Which communities a subject holds; the site is empty.
    holds: BTreeMap<String, Vec<String>>,
}

#[test]
fn hidden_counts_of_two_sensitive_categories_cannot_be_worked_out() {
    let town = Town::two();
    let files = town.publish();
    let loot = Loot::of(&files);
    assert_eq!(loot.names(), ["停车", "救助", "电梯", "纠纷"], "{:?}", loot.counts);
    assert!(loot.counts.values().any(Option::is_none), "nothing is hidden");
    assert!(loot.counts.values().flatten().any(|&count| count >= 5), "nothing is shown");
    assert_withstands(&town, &loot);
    assert_figures_follow(&files);
    assert_no_record_is_named(&files);
}

#[test]
fn hidden_counts_of_a_single_sensitive_category_cannot_be_worked_out() {
    let town = Town::one();
    let files = town.publish();
    let loot = Loot::of(&files);
    assert!(loot.names().contains(&"救助".to_owned()));
    assert_withstands(&town, &loot);
    assert_figures_follow(&files);
    assert_no_record_is_named(&files);
}

/// No other place or year can balance anything.
#[test]
fn hidden_counts_of_a_single_community_cannot_be_worked_out() {
    let town = Town::lonely();
    assert_withstands(&town, &Loot::of(&town.publish()));
}

#[test]
fn random_towns_withstand_as_well() {
    for seed in 1..=6 {
        let town = Town::random(seed);
        let files = town.publish();
        assert_withstands(&town, &Loot::of(&files));
        assert_figures_follow(&files);
    }
}

/// The attack is worth something only if it succeeds where there is no protection.
#[test]
fn without_protection_the_attack_succeeds() {
    // Published as they are, the records tell everything.
    let mut town = Town::two();
    town.sensitive = Some("[]");
    let files = town.publish();
    let records = table(&files, "data/issues.csv");
    let told = records.iter().filter(|row| row["category"] == "救助").count();
    assert_eq!(i64::try_from(told).unwrap(), town.count(|(_, _, category)| category == "救助"));

    // Where small cells alone are hidden, without complementary ones, some come out.
    let town = Town::two();
    let mut loot = Loot::of(&town.publish());
    let cells: Vec<Cell> = loot.counts.keys().cloned().collect();
    let mut secrets = 0;
    for cell in cells {
        let truth = loot.truth(&town, &cell);
        if (1..=4).contains(&truth) {
            secrets += 1;
        } else {
            loot.counts.insert(cell, Some(truth));
        }
    }
    assert!(secrets >= 4, "{secrets} small cells");
    let bounds = loot.attack(&town);
    let recovered = bounds.iter().filter(|(cell, (low, high))| loot.counts[*cell].is_none() && low == high).count();
    assert!(recovered >= 2, "{recovered} of {secrets} small cells recovered");
    for (cell, &(low, high)) in &bounds {
        let truth = loot.truth(&town, cell);
        assert!((low..=high).contains(&truth), "{cell:?}: {truth} is not within {low} and {high}");
    }
}

/// No hidden small count is found, nor narrowed to less than three values.
fn assert_withstands(town: &Town, loot: &Loot) {
    let bounds = loot.attack(town);
    let mut protected = 0;
    for (cell, &(low, high)) in &bounds {
        let truth = loot.truth(town, cell);
        assert!((low..=high).contains(&truth), "{cell:?}: {truth} is not within {low} and {high}");
        let received = loot.sum(&loot.received, cell);
        let is_small = (1..=4).contains(&truth) || (truth == 0 && received < 10);
        if is_small && received > 0 {
            assert_eq!(loot.counts[cell], None, "{cell:?} is {truth} and published");
            // Of one folded record there are two stories, not three.
            let values = loot.sum(&loot.folded, cell).min(2);
            assert!(high - low >= values, "{cell:?} is {truth}, known to lie from {low} to {high}");
            protected += 1;
        }
    }
    assert!(protected >= 3, "{protected} cells to protect in {}", town.name);
    // Months of a place: what a year holds, less what its other months can hold.
    for ((place, month), &here) in &loot.monthly {
        let year = &month[..4];
        let folded = loot.folded[&(place.clone(), year.to_owned())];
        for name in loot.names().into_iter().filter(|name| Town::is_sensitive(name)) {
            let cell = (name, place.clone(), year.to_owned());
            let Some(&(low, high)) = bounds.get(&cell).filter(|_| loot.counts[&cell] != Some(0)) else { continue };
            let (low, high) = ((low - (folded - here)).max(0), high.min(here));
            assert!(low < high, "{cell:?} is {low} in {month}");
        }
    }
}

impl Loot {
    fn of(files: &Files) -> Self {
        let records = table(files, "data/issues.csv");
        let mut loot = Self {
            counts: BTreeMap::new(),
            folded: BTreeMap::new(),
            received: BTreeMap::new(),
            monthly: BTreeMap::new(),
            holds: BTreeMap::new(),
        };
        let mut open = BTreeSet::new();
        for row in records.iter().filter(|row| row["in_received"] == "1") {
            let atom = (row["community"].clone(), row["received_month"][..4].to_owned());
            *loot.received.entry(atom.clone()).or_default() += 1;
            let is_folded = row["category"] == "[c]";
            *loot.folded.entry(atom).or_default() += i64::from(is_folded);
            if is_folded {
                *loot.monthly.entry((row["community"].clone(), row["received_month"].clone())).or_default() += 1;
            } else {
                open.insert(row["category"].clone());
            }
        }
        for row in table(files, "data/places.csv") {
            let within = if row["level"] == "community" { vec![row["id"].clone()] } else { Vec::new() };
            loot.holds.insert(row["id"].clone(), within);
        }
        let communities: Vec<String> = loot.holds.values().flatten().cloned().collect();
        for within in loot.holds.values_mut().filter(|within| within.is_empty()) {
            within.clone_from(&communities);
        }
        loot.holds.insert(String::new(), communities);
        loot.read_table(files, &open);
        loot.read_json(files, &open);
        loot.read_pages(files);
        loot
    }

    /// Notes a published count; what is published twice must be the same.
    fn note(&mut self, name: &str, subject: &str, period: &str, value: Option<i64>) {
        let cell = (name.to_owned(), subject.to_owned(), period.to_owned());
        let known = self.counts.insert(cell.clone(), value);
        assert!(known.is_none_or(|known| known == value), "{cell:?}: {known:?} and {value:?}");
    }

    fn read_table(&mut self, files: &Files, open: &BTreeSet<String>) {
        for row in table(files, "data/figures.csv") {
            let Some(name) = category(&row["figure"]).filter(|name| !open.contains(*name) && *name != "[c]") else {
                continue;
            };
            assert_eq!(row["value"].is_empty(), row["mark"].starts_with("[c]"), "{row:?}");
            assert_eq!(row["value"], row["numerator"]);
            assert!(row["figure"].starts_with("issues.received{"), "{row:?}");
            let name = name.to_owned();
            self.note(&name, &row["subject"], &row["period"], row["value"].parse().ok());
        }
    }

    fn read_json(&mut self, files: &Files, open: &BTreeSet<String>) {
        let mut found = 0;
        for (_, bytes) in files.iter().filter(|(name, _)| name.starts_with("data/") && is_a(name, &["json"])) {
            let file: Value = serde_json::from_slice(bytes).unwrap();
            let Some(subject) = file["subject"].as_str() else { continue };
            for series in file["figures"].as_array().unwrap() {
                let name = category(series["figure"].as_str().unwrap());
                let Some(name) = name.filter(|name| !open.contains(*name) && *name != "[c]") else { continue };
                for row in series["rows"].as_array().unwrap() {
                    self.note(name, subject, row[0].as_str().unwrap(), row[1].as_i64());
                    found += 1;
                }
            }
        }
        assert!(found > 0, "no file of a subject has counts");
    }

    /// The tables on pages: rows of categories, columns of years.
    fn read_pages(&mut self, files: &Files) {
        let subjects: Vec<String> = self.holds.keys().cloned().collect();
        let mut found = 0;
        for subject in subjects {
            let pages = match subject.as_str() {
                "" => vec!["issues/index.html".to_owned()],
                id => vec![format!("communities/{id}.html"), format!("places/{id}.html")],
            };
            for page in pages.iter().filter_map(|page| files.get(page)) {
                let page = std::str::from_utf8(page).unwrap();
                let Some(section) = together(page) else { continue };
                let heads: Vec<String> = cells(section.split("<tbody>").next().unwrap(), "th");
                for row in section.split("<tbody>").nth(1).unwrap().split("</tr>") {
                    let name = cells(row, "th").pop().filter(|name| name != "合在一起公布的全部");
                    let Some(name) = name else { continue };
                    for (head, value) in heads.iter().skip(1).zip(cells(row, "td")) {
                        let period = if head == "累计" { "all" } else { head.trim_end_matches('年') };
                        self.note(&name, &subject, period, value.replace(',', "").parse().ok());
                        found += 1;
                    }
                }
            }
        }
        assert!(found > 0, "no page has counts");
    }

    /// The folded categories.
    fn names(&self) -> Vec<String> {
        let names: BTreeSet<&String> = self.counts.keys().map(|(name, ..)| name).collect();
        names.into_iter().cloned().collect()
    }

    /// The atoms that a cell is the sum of.
    fn atoms(&self, (_, subject, period): &Cell) -> Vec<Atom> {
        let within = &self.holds[subject];
        let is_in = |(place, year): &&Atom| within.contains(place) && (period == "all" || period == year);
        self.received.keys().filter(is_in).cloned().collect()
    }

    fn sum(&self, of: &BTreeMap<Atom, i64>, cell: &Cell) -> i64 {
        self.atoms(cell).iter().map(|atom| of.get(atom).copied().unwrap_or(0)).sum()
    }

    fn truth(&self, town: &Town, cell: &Cell) -> i64 {
        let atoms = self.atoms(cell);
        let folded = |(place, year, category): (&str, &str, &str)| {
            category == cell.0 && atoms.contains(&(place.to_owned(), year.to_owned()))
        };
        town.count(folded)
    }

    /// Everything that is known, solved: the bounds of every cell.
    fn attack(&self, town: &Town) -> BTreeMap<Cell, Bounds> {
        let names = self.names();
        let mut system = System::default();
        let mut unknown = BTreeMap::new();
        for (atom, &folded) in &self.folded {
            let mut parts = Vec::new();
            for name in &names {
                let at = system.unknown((0, folded));
                unknown.insert((name.clone(), atom.clone()), at);
                parts.push(at);
            }
            let is_one = |(place, year, category): (&str, &str, &str)| {
                (place, year) == (atom.0.as_str(), atom.1.as_str()) && names.iter().any(|name| name == category)
            };
            let others = folded - town.count(is_one);
            if others > 0 {
                parts.push(system.unknown((1, folded)));
            }
            system.equal(&parts, folded);
        }
        let mut found = BTreeMap::new();
        for (cell, value) in &self.counts {
            let atoms = self.atoms(cell);
            let parts: Vec<usize> = atoms.iter().map(|atom| unknown[&(cell.0.clone(), atom.clone())]).collect();
            if let Some(value) = value {
                system.equal(&parts, *value);
            } else {
                let all = system.unknown((0, self.sum(&self.folded, cell)));
                system.same(&parts, all);
                found.insert(cell.clone(), all);
            }
        }
        let bounds = system.solve();
        let shown =
            self.counts.iter().filter_map(|(cell, value)| Some((cell.clone(), value.map(|value| (value, value))?)));
        shown.chain(found.into_iter().map(|(cell, at)| (cell, bounds[at]))).collect()
    }
}

/// The words of a sensitive record are in no file, but for the counts of its category.
fn assert_no_record_is_named(files: &Files) {
    for (name, bytes) in files.iter().filter(|(name, _)| !is_a(name, &["png", "woff2"])) {
        let text = String::from_utf8_lossy(bytes);
        let left = match name.rsplit('.').next() {
            Some("csv") => text.lines().filter(|line| !line.starts_with("issues.received{category=")).collect(),
            Some("json") => text.replace("issues.received{category=救助}", ""),
            _ => match together(&text) {
                Some(section) => text.replace(section, ""),
                None => text.into_owned(),
            },
        };
        for word in ["救助", "民政站", "发放", "dispute"] {
            assert!(!left.contains(word), "{word} in {name}");
        }
    }
}

/// The section of categories that are not published separately.
fn together(page: &str) -> Option<&str> {
    let start = page.find("<section id=\"together\">")?;
    let length = page[start..].find("</section>")?;
    Some(&page[start..start + length])
}

/// The texts of all elements of a name that have no elements within.
fn cells(html: &str, element: &str) -> Vec<String> {
    let open = format!("<{element}");
    let inner = html.split(&open).skip(1).filter_map(|rest| rest.split_once('>'));
    inner.filter_map(|(_, rest)| Some(rest.split_once("</")?.0.trim().to_owned())).collect()
}

fn is_a(name: &str, extensions: &[&str]) -> bool {
    name.rsplit('.').next().is_some_and(|extension| extensions.contains(&extension))
}

fn category(figure: &str) -> Option<&str> {
    figure.split_once("{category=")?.1.strip_suffix('}')
}

fn table(files: &Files, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::str::from_utf8(&files[name]).unwrap().trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    reader.records().map(|row| heads.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()).collect()
}

/// What a town publishes.
fn published(site: &crate::site::Site) -> Files {
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.err);
    tree(&site.public())
}
