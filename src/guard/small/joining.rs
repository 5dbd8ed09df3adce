//! Which ordinary records join the sensitive ones, so that a folded record may be of either.
//!
//! Ordinary categories join by size, fewest records first, until the folded records are at least as many again and at
//! least ten. Then each community looks at each of its years: where the folded records are fewer than ten, or most of them
//! sensitive, further categories join there, in the same order. A place whose year has fewer than ten issues folds them all,
//! whatever they are about.

use std::collections::BTreeMap;

use super::FEWEST;
use super::fold::Sensitive;
use crate::config::Config;
use crate::model::{Event, Issues, Kind, Ledger, PlaceIx};

/// What a record is about, as far as it is told: its category, else its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Category(usize),
    Kind(Kind),
    Nothing,
}

/// A community in a year of receipt.
type Group = (PlaceIx, Option<i16>);

/// The ordinary matters in the order in which they join, and how many of them do.
pub struct Joining {
    /// Fewest records first.
    order: Vec<Matter>,
    rank: BTreeMap<Matter, usize>,
    everywhere: usize,
    /// At least as many as everywhere.
    here: BTreeMap<Group, usize>,
}

impl Joining {
    /// Who joins these sensitive records.
    pub fn of(ledger: &Ledger, config: &Config, sensitive: &Sensitive) -> Self {
        let issues = &ledger.issues;
        let mut counts = BTreeMap::<Matter, usize>::new();
        for record in (0..issues.len()).filter(|&record| !sensitive.is(record)) {
            *counts.entry(matter(issues, record)).or_default() += 1;
        }
        let mut order: Vec<(usize, Matter)> = counts.into_iter().map(|(matter, count)| (count, matter)).collect();
        order.sort_unstable();
        let everywhere = joining(order.iter().map(|(count, _)| *count), sensitive.count().max(FEWEST), 0);
        let order: Vec<Matter> = order.into_iter().map(|(_, matter)| matter).collect();
        let rank: BTreeMap<Matter, usize> = order.iter().enumerate().map(|(at, &matter)| (matter, at)).collect();

        // Sensitive records of each group, and ordinary ones by rank.
        let mut groups = BTreeMap::<Group, (usize, Vec<usize>)>::new();
        for record in 0..issues.len() {
            let (found, ordinary) =
                groups.entry(group(ledger, config, record)).or_insert_with(|| (0, vec![0; order.len()]));
            if sensitive.is(record) {
                *found += 1;
            } else if let Some(count) = rank.get(&matter(issues, record)).and_then(|&at| ordinary.get_mut(at)) {
                *count += 1;
            }
        }
        let here = groups.into_iter().map(|(group, (found, ordinary))| {
            let needed = found.max(FEWEST.saturating_sub(found));
            (group, joining(ordinary.into_iter(), needed, everywhere))
        });
        Self { here: here.collect(), order, rank, everywhere }
    }

    /// Whether an ordinary record joins.
    pub fn has(&self, ledger: &Ledger, config: &Config, record: usize) -> bool {
        self.rank.get(&matter(&ledger.issues, record)) < self.here.get(&group(ledger, config, record))
    }

    /// Numbers of the categories that join everywhere.
    pub fn categories(&self) -> impl Iterator<Item = usize> {
        self.order.iter().take(self.everywhere).filter_map(|matter| match matter {
            Matter::Category(at) => Some(*at),
            Matter::Kind(_) | Matter::Nothing => None,
        })
    }
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
