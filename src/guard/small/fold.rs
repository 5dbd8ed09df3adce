//! Records of sensitive categories get one word in common with ordinary ones, those that join them.

use std::collections::BTreeMap;

use super::balance;
use super::joining::Joining;
use super::words::{holds, words};
use crate::config::Config;
use crate::diag::{Position, Problem, rules};
use crate::model::{Issues, Kind, Ledger, WITHHELD};
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

/// Which records are sensitive, and the categories that make them so.
pub(super) struct Sensitive {
    /// By the number of the category.
    categories: Vec<bool>,
    records: Vec<bool>,
}

impl Sensitive {
    fn of(issues: &Issues, words: &[&str]) -> Self {
        let held = |names: &[String]| names.iter().map(|name| holds(name, words)).collect::<Vec<bool>>();
        let (categories, topics) = (held(issues.categories.words()), held(issues.topics.words()));
        let holds_kind = |kind: Kind| [Lang::Zh, Lang::En].iter().any(|&lang| holds(kind.name(lang), words));
        let at = |flags: &[bool], number: Option<usize>| number.and_then(|at| flags.get(at)).copied().unwrap_or(false);
        let is_sensitive = |record: usize| {
            at(&categories, issues.categories.position(record))
                || at(&topics, issues.topics.position(record))
                || issues.kinds.get(record).is_some_and(holds_kind)
        };
        let records = (0..issues.len()).map(is_sensitive).collect();
        Self { categories, records }
    }

    /// Whether a record is.
    pub fn is(&self, record: usize) -> bool {
        self.records.get(record) == Some(&true)
    }

    /// How many are.
    pub fn count(&self) -> usize {
        self.records.iter().filter(|is_so| **is_so).count()
    }

    /// Numbers of the categories that are.
    fn categories(&self) -> impl Iterator<Item = usize> {
        self.categories.iter().enumerate().filter(|(_, is_so)| **is_so).map(|(number, _)| number)
    }
}

/// Folds the records; a ledger without sensitive ones stays as it is.
#[must_use]
pub fn fold(mut ledger: Ledger, config: &Config) -> (Ledger, Folded) {
    let sensitive = Sensitive::of(&ledger.issues, &words(&config.privacy));
    if sensitive.count() == 0 {
        return (ledger, Folded::of(Vec::new(), 0));
    }
    let folded = gathered(&ledger, config, &sensitive);
    let is_folded = |record: usize| folded.of.contains_key(&record);
    let fields = balance::withhold(&mut ledger.issues, &is_folded, &|record| sensitive.is(record));
    let issues = &mut ledger.issues;
    let records = issues.len();
    issues.categories = issues
        .categories
        .rewritten(records, |record| if is_folded(record) { Some(WITHHELD) } else { issues.categories.get(record) });
    let columns = issues.columns_mut();
    columns.summaries = columns.summaries.without(is_folded);
    (ledger, Folded { fields, ..folded })
}

/// What is folded: the sensitive records and those that join them.
fn gathered(ledger: &Ledger, config: &Config, sensitive: &Sensitive) -> Folded {
    let issues = &ledger.issues;
    let joining = Joining::of(ledger, config, sensitive);
    let mut names: Vec<String> = Vec::new();
    let mut number = BTreeMap::<usize, usize>::new();
    for at in sensitive.categories().chain(joining.categories()) {
        if let Some(name) = issues.categories.words().get(at) {
            number.insert(at, names.len());
            names.push(name.clone());
        }
    }
    let mut folded = Folded::of(names, sensitive.categories().count());
    for record in (0..issues.len()).filter(|&record| sensitive.is(record) || joining.has(ledger, config, record)) {
        let category = issues.categories.position(record).and_then(|at| number.get(&at));
        folded.of.insert(record, category.copied().unwrap_or(folded.categories.len()));
        folded.summaries += usize::from(!issues.summaries.get(record).is_empty());
    }
    folded.records = folded.of.len();
    folded
}
