//! What is counted of folded records, and how the counts hang together.

use std::collections::BTreeMap;

use super::Folded;
use crate::config::Config;
use crate::measure::{Bit, Cohort, Measures, Subject};
use crate::model::{Ledger, Period, PlaceIx};

/// The folded records of one community and year: every count that may be published is a sum of these.
#[derive(Debug)]
pub struct Atom {
    /// The community, or the place above it that the records belong to.
    pub place: PlaceIx,
    /// The year.
    pub year: Period,
    /// Records by category; the last number is that of all other folded records.
    pub counts: Vec<u64>,
    /// The sums it belongs to.
    pub sums: Vec<usize>,
}

/// A place or the site, in a year or in all.
#[derive(Debug)]
pub struct Sum {
    /// Of whom.
    pub subject: Subject,
    /// When.
    pub period: Period,
    /// What it is the sum of.
    pub atoms: Vec<usize>,
    /// Issues received, folded or not.
    pub received: u64,
}

/// All of them.
#[derive(Debug)]
pub struct Cells {
    /// By place and year.
    pub atoms: Vec<Atom>,
    /// Coarse ones first.
    pub sums: Vec<Sum>,
}

impl Cells {
    /// Counts what was received.
    pub fn of(ledger: &Ledger, folded: &Folded, measures: &Measures, config: &Config) -> Self {
        let membership = measures.membership();
        let categories = folded.categories.len() + 1;
        let mut found = BTreeMap::<(PlaceIx, Period), (Vec<u64>, u64)>::new();
        for record in (0..ledger.issues.len()).filter(|&record| membership.has(record, Bit::Received)) {
            let place = ledger.issues.places.get(record).copied();
            let month = membership.month(record, Cohort::Received);
            let Some((place, month)) = place.zip(month) else { continue };
            let place = ledger.at_level(place, config.community_level).unwrap_or(place);
            let (counts, received) =
                found.entry((place, Period::year(month))).or_insert_with(|| (vec![0; categories], 0));
            *received += 1;
            if let Some(count) = folded.category(record).and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        let mut sums = BTreeMap::<(Subject, Period), (Vec<usize>, u64)>::new();
        for (at, (&(place, year), &(_, received))) in found.iter().enumerate() {
            let mut subjects = vec![Subject::Site];
            let mut here = Some(place);
            while let Some(at) = here {
                subjects.push(Subject::Place(at));
                here = ledger.place(at).and_then(|place| place.parent);
            }
            for subject in subjects {
                for period in [Period::All, year] {
                    let (atoms, all) = sums.entry((subject, period)).or_default();
                    atoms.push(at);
                    *all += received;
                }
            }
        }
        let atoms = found.into_iter();
        let mut cells = Self {
            atoms: atoms.map(|((place, year), (counts, _))| Atom { place, year, counts, sums: Vec::new() }).collect(),
            sums: sums
                .into_iter()
                .map(|((subject, period), (atoms, received))| Sum { subject, period, atoms, received })
                .collect(),
        };
        for (at, sum) in cells.sums.iter().enumerate() {
            for &atom in &sum.atoms {
                if let Some(atom) = cells.atoms.get_mut(atom) {
                    atom.sums.push(at);
                }
            }
        }
        cells
    }

    /// Records of a category in an atom.
    pub fn count(&self, atom: usize, category: usize) -> u64 {
        self.atoms.get(atom).and_then(|atom| atom.counts.get(category)).copied().unwrap_or(0)
    }

    /// Records of a category in a sum.
    pub fn size(&self, sum: &Sum, category: usize) -> u64 {
        sum.atoms.iter().map(|&atom| self.count(atom, category)).sum()
    }

    /// Records of the first categories in a sum.
    pub fn of_first(&self, sum: &Sum, categories: usize) -> u64 {
        (0..categories).map(|category| self.size(sum, category)).sum()
    }
}
