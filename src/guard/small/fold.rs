//! Records of sensitive categories get one word in common with ordinary ones.
//!
//! Ordinary categories join by size, fewest records first, until the folded records are at least as many again and at
//! least ten. Then each community looks at each of its years: where the folded records are fewer than ten, or most of them
//! sensitive, further categories join there, in the same order. A place whose year has fewer than ten issues folds them all,
//! whatever they are about.

use std::collections::BTreeMap;

use super::words::{holds, words};
use super::{FEWEST, balance};
use crate::config::Config;
use crate::diag::{Position, Problem, rules};
use crate::model::{Event, Issues, Kind, Ledger, PlaceIx, WITHHELD};
use crate::text::Lang;

/// What was folded.
#[derive(Debug)]
pub struct Folded {
    /// Names of the categories that are folded everywhere: sensitive ones, then the ordinary ones that join them.
    pub categories: Vec<String>,
    /// How many of them are sensitive.
    pub sensitive: usize,
    /// How many records.
    pub records: usize,
    /// How many released sentences are not published.
    pub summaries: usize,
    /// Fields of which nothing is published for folded records, because they would tell the sensitive ones apart.
    pub fields: Vec<&'static str>,
    /// Of each folded record, the number of its category; as many as there are for one that is folded here and there.
    of: BTreeMap<usize, usize>,
}

impl Folded {
    /// Only [`fold`] makes it, so that nothing is cleared without.
    fn of(categories: Vec<String>, sensitive: usize) -> Self {
        Self { categories, sensitive, records: 0, summaries: 0, fields: Vec::new(), of: BTreeMap::new() }
    }

    /// The number of the category of a folded record in [`Folded::categories`]; their count stands for all others.
    #[must_use]
    pub fn category(&self, record: usize) -> Option<usize> {
        self.of.get(&record).copied()
    }

    /// The first record of a category.
    #[must_use]
    pub fn first(&self, category: usize) -> Option<usize> {
        self.of.iter().find(|(_, known)| **known == category).map(|(&record, _)| record)
    }

    /// What a site is told that has not said which words are sensitive.
    #[must_use]
    pub fn note(&self, config: &Config) -> Option<Problem> {
        let is_silent = self.records == 0 || config.privacy.sensitive.is_some();
        (!is_silent).then(|| {
            let separator = config.site.lang.pick("、", ", ");
            Problem::new(&rules::guard::SENSITIVE_FOLDED)
                .at(Position::file("site.toml"))
                .with("records", self.records)
                .with("names", self.categories.join(separator))
                .with("summaries", self.summaries)
        })
    }
}

/// What a record is about, as far as it is told: its category, else its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Category(usize),
    Kind(Kind),
    Nothing,
}

/// A community in a year of receipt.
type Group = (PlaceIx, Option<i16>);

/// Folds the records; a ledger without sensitive ones stays as it is.
#[must_use]
pub fn fold(mut ledger: Ledger, config: &Config) -> (Ledger, Folded) {
    let words = words(&config.privacy);
    let issues = &ledger.issues;
    let records = issues.len();
    let is_word = |name: &String| holds(name, &words);
    let categories: Vec<bool> = issues.categories.words().iter().map(is_word).collect();
    let topics: Vec<bool> = issues.topics.words().iter().map(is_word).collect();
    let holds_kind = |kind: Kind| [Lang::Zh, Lang::En].iter().any(|&lang| holds(kind.name(lang), &words));
    let at = |flags: &[bool], position: Option<usize>| position.and_then(|at| flags.get(at)).copied().unwrap_or(false);
    let sensitive: Vec<bool> = (0..records)
        .map(|record| {
            at(&categories, issues.categories.position(record))
                || at(&topics, issues.topics.position(record))
                || issues.kinds.get(record).is_some_and(holds_kind)
        })
        .collect();
    let is_sensitive = |record: usize| sensitive.get(record) == Some(&true);
    if !sensitive.contains(&true) {
        return (ledger, Folded::of(Vec::new(), 0));
    }

    // How many ordinary records there are of each matter, fewest first.
    let mut counts = BTreeMap::<Matter, usize>::new();
    for record in (0..records).filter(|&record| !is_sensitive(record)) {
        *counts.entry(matter(issues, record)).or_default() += 1;
    }
    let mut order: Vec<(usize, Matter)> = counts.into_iter().map(|(matter, count)| (count, matter)).collect();
    order.sort_unstable();
    let all = sensitive.iter().filter(|is_so| **is_so).count();
    let everywhere = joining(order.iter().map(|(count, _)| *count), all.max(FEWEST), 0);
    let rank: BTreeMap<Matter, usize> = order.iter().enumerate().map(|(at, &(_, matter))| (matter, at)).collect();

    let mut groups = BTreeMap::<Group, (usize, Vec<usize>)>::new();
    for record in 0..records {
        let (found, ordinary) =
            groups.entry(group(&ledger, config, record)).or_insert_with(|| (0, vec![0; order.len()]));
        if is_sensitive(record) {
            *found += 1;
        } else if let Some(count) = rank.get(&matter(issues, record)).and_then(|&at| ordinary.get_mut(at)) {
            *count += 1;
        }
    }
    let joining: BTreeMap<Group, usize> = groups
        .into_iter()
        .map(|(group, (found, ordinary))| {
            let needed = found.max(FEWEST.saturating_sub(found));
            (group, joining(ordinary.into_iter(), needed, everywhere))
        })
        .collect();

    let mut names: Vec<&str> = Vec::new();
    let mut number = BTreeMap::<usize, usize>::new();
    let sensitive_ones = categories.iter().enumerate().filter(|(_, is_so)| **is_so).map(|(at, _)| at);
    let others = order.iter().take(everywhere).filter_map(|(_, matter)| match matter {
        Matter::Category(at) => Some(*at),
        Matter::Kind(_) | Matter::Nothing => None,
    });
    for at in sensitive_ones.chain(others) {
        if let Some(name) = issues.categories.words().get(at) {
            number.insert(at, names.len());
            names.push(name);
        }
    }
    let mut folded = Folded::of(
        names.iter().map(|name| (*name).to_owned()).collect(),
        categories.iter().filter(|is_so| **is_so).count(),
    );
    for record in 0..records {
        let joins = rank.get(&matter(issues, record)) < joining.get(&group(&ledger, config, record));
        if is_sensitive(record) || joins {
            let category = issues.categories.position(record).and_then(|at| number.get(&at));
            folded.of.insert(record, category.copied().unwrap_or(names.len()));
            folded.summaries += usize::from(!issues.summaries.get(record).is_empty());
        }
    }
    folded.records = folded.of.len();
    let is_folded = |record: usize| folded.of.contains_key(&record);
    folded.fields = balance::withhold(&mut ledger.issues, &is_folded, &is_sensitive);
    let issues = &mut ledger.issues;
    issues.categories = issues
        .categories
        .rewritten(records, |record| if is_folded(record) { Some(WITHHELD) } else { issues.categories.get(record) });
    let columns = issues.columns_mut();
    columns.summaries = columns.summaries.without(is_folded);
    (ledger, folded)
}

/// How many of the ordinary matters join: `from` of them at least, and as many as hold the records that are needed.
fn joining(ordinary: impl Iterator<Item = usize>, needed: usize, from: usize) -> usize {
    let (mut joining, mut joined) = (0, 0);
    for count in ordinary {
        if joining >= from && joined >= needed {
            break;
        }
        joined += count;
        joining += 1;
    }
    joining
}

fn matter(issues: &Issues, record: usize) -> Matter {
    match (issues.categories.position(record), issues.kinds.get(record)) {
        (Some(at), _) => Matter::Category(at),
        (None, Some(kind)) => Matter::Kind(kind),
        (None, None) => Matter::Nothing,
    }
}

/// The community of a record, or what is above it, and its year.
fn group(ledger: &Ledger, config: &Config, record: usize) -> Group {
    let place = ledger.issues.places.get(record).copied().unwrap_or(PlaceIx(0));
    let place = ledger.at_level(place, config.community_level).unwrap_or(place);
    let received = ledger.issues.time(record, Event::Received);
    (place, received.map(|at| config.months.month_of(at).year()))
}
