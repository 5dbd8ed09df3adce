//! How many issues of each folded category were received, where that tells nothing about single persons.

use std::collections::BTreeMap;

use super::cells::{Cells, Sum};
use super::witness::{Shown, Witnesses};
use super::{FEWEST, FEWEST_IN_CELL, Folded};
use crate::config::Config;
use crate::measure::{Measures, Subject};
use crate::model::{Ledger, Period};

/// Above this many communities there are counts of the site and of roll-ups only.
const MOST_COMMUNITIES: usize = 200;

/// A count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// It is published.
    Shown(u64),
    /// It is not.
    Hidden,
}

/// The folded categories with their counts.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    names: Vec<String>,
    cells: BTreeMap<Subject, Vec<(Period, Vec<Cell>)>>,
}

impl Counts {
    /// Decides which counts are published.
    #[must_use]
    pub fn of(ledger: &Ledger, folded: &Folded, measures: &Measures, config: &Config) -> Self {
        if folded.categories.is_empty() {
            return Self::default();
        }
        let cells = Cells::of(ledger, folded, measures, config);
        let is_community = |subject| match subject {
            Subject::Place(at) => ledger.place(at).is_some_and(|place| place.level >= config.community_level),
            _ => false,
        };
        let communities = ledger.places.iter().filter(|place| place.level == config.community_level).count();
        let is_told = |sum: &Sum| communities <= MOST_COMMUNITIES || !is_community(sum.subject);
        // Of a year that is not over, every release would tell what the last month added.
        let is_over = |sum: &Sum| {
            let years = sum.atoms.iter().filter_map(|&at| cells.atoms.get(at));
            years.map(|atom| atom.year).all(|year| !measures.is_provisional(year))
        };
        let shown = shown(&cells, folded, &|sum| is_told(sum) && is_over(sum));
        let mut counts = Self { names: folded.categories.clone(), cells: BTreeMap::new() };
        for (number, sum) in cells.sums.iter().enumerate().filter(|(_, sum)| is_told(sum)) {
            let row = (0..folded.categories.len()).map(|category| {
                if shown.contains(&(category, number)) { Cell::Shown(cells.size(sum, category)) } else { Cell::Hidden }
            });
            counts.cells.entry(sum.subject).or_default().push((sum.period, row.collect()));
        }
        counts
    }

    /// Names of the categories, sensitive ones first.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The counts of a subject: its years, then all of them together; for each a cell a category.
    #[must_use]
    pub fn of_subject(&self, subject: Subject) -> &[(Period, Vec<Cell>)] {
        self.cells.get(&subject).map(Vec::as_slice).unwrap_or_default()
    }

    /// The same with other names.
    pub(in crate::guard) fn in_language(&self, say: &dyn Fn(&mut String)) -> Self {
        let mut counts = self.clone();
        counts.names.iter_mut().for_each(say);
        counts
    }
}

/// The counts that may be published: those that are large enough, without the ones by which a small one could be found.
fn shown(cells: &Cells, folded: &Folded, is_published: &dyn Fn(&Sum) -> bool) -> Shown {
    let categories = folded.categories.len();
    let mut shown = Shown::new();
    let mut small = Vec::new();
    for (number, sum) in cells.sums.iter().enumerate() {
        let all = cells.of_first(sum, categories + 1);
        // Where most of the folded records are sensitive, to count them is to name them.
        let is_mixed = 2 * cells.of_first(sum, folded.sensitive) <= all;
        for category in 0..categories {
            let count = cells.size(sum, category);
            let is_safe = match count {
                0 => sum.received >= FEWEST as u64,
                count => count >= FEWEST_IN_CELL && (is_mixed || category >= folded.sensitive),
            };
            if !is_safe {
                small.push((category, number));
            } else if is_published(sum) {
                shown.insert((category, number));
            }
        }
    }
    let witnesses = Witnesses::of(cells, categories + 1);
    for (category, number) in small {
        if let Some(sum) = cells.sums.get(number) {
            for cell in witnesses.complement(category, (number, sum), &shown) {
                shown.remove(&cell);
            }
        }
    }
    shown
}
