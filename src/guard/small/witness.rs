//! Proof that a hidden count stays hidden: other towns that publish the very same site.
//!
//! Folded records change their categories: one of the first becomes one of the second here, and the other way round in
//! another community or year, so that every published sum sees as many come as go. Such an exchange is
//! a [`Move`]. When it can be made twice in one direction, or once in each, at least three values of the hidden count agree
//! with all that is published, and no equations, however clever, can find the true one. Where a move is seen by published
//! counts, these are hidden as well: they are the complementary cells.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::{Cells, Sum};
use crate::model::{Period, PlaceIx};

/// Values of a hidden count besides the true one that must be possible.
const OTHER_VALUES: u64 = 2;
/// How many places and years of the hidden count, and others, are tried.
const TRIED: (usize, usize) = (6, 24);
/// How many categories are tried in exchange.
const PARTNERS: usize = 4;

/// The published counts, as category and number of the sum.
pub type Shown = BTreeSet<(usize, usize)>;

/// Counts to hide.
type Hidden = Vec<(usize, usize)>;
/// Whether too few values are possible, and how much is hidden for it.
type Cost = (bool, u64);

/// Records of one category come where the sign is positive and go where it is negative; those of another go and come.
struct Move {
    /// Atoms with their signs.
    steps: Vec<(usize, i64)>,
    /// Sums that see it.
    seen_by: Vec<usize>,
}

/// All atoms by place and year.
pub struct Witnesses<'a> {
    cells: &'a Cells,
    by_key: BTreeMap<(PlaceIx, Period), usize>,
    /// Categories, that of all others included.
    categories: usize,
}

impl<'a> Witnesses<'a> {
    /// Of these cells.
    pub fn of(cells: &'a Cells, categories: usize) -> Self {
        let by_key = cells.atoms.iter().enumerate().map(|(at, atom)| ((atom.place, atom.year), at)).collect();
        Self { cells, by_key, categories }
    }

    /// The published counts that must be hidden for a hidden one to stay so: as few and as small ones as possible.
    pub fn complement(&self, category: usize, (number, sum): (usize, &Sum), shown: &Shown) -> Hidden {
        let mut best: Option<(Cost, Hidden)> = None;
        // The last ones are ordinary categories, and the others, of which nothing is ever published.
        let partners = (0..self.categories).rev().filter(|&other| other != category).take(PARTNERS);
        for partner in partners {
            for step in self.moves(number, sum) {
                let values = self.room(category, partner, &step.steps);
                if values == 0 {
                    continue;
                }
                let seen = step.seen_by.iter().flat_map(|&sum| [(category, sum), (partner, sum)]);
                let hidden: Hidden = seen.filter(|cell| shown.contains(cell)).collect();
                let cost = hidden.iter().map(|&cell| self.size(cell)).sum();
                let key = (values < OTHER_VALUES, cost);
                if key == (false, 0) {
                    return Vec::new();
                }
                if best.as_ref().is_none_or(|(least, _)| key < *least) {
                    best = Some((key, hidden));
                }
            }
        }
        // Without any other town nothing may be said about it at all.
        let touching = |&&(at, other): &&(usize, usize)| {
            let other = self.cells.sums.get(other);
            at == category && other.is_some_and(|other| other.atoms.iter().any(|atom| sum.atoms.contains(atom)))
        };
        best.map_or_else(|| shown.iter().filter(touching).copied().collect(), |(_, hidden)| hidden)
    }

    /// Moves that change a count: within an atom, between two, or round four.
    fn moves(&self, number: usize, sum: &Sum) -> impl Iterator<Item = Move> {
        let inside: BTreeSet<usize> = sum.atoms.iter().copied().collect();
        let atoms = &self.cells.atoms;
        let mut found = Vec::new();
        for &at in sum.atoms.iter().take(TRIED.0) {
            let Some(atom) = atoms.get(at) else { continue };
            found.push(vec![(at, 1)]);
            // Other years of the place, then the places around it.
            let near = |&other: &usize| {
                let place = atoms.get(other).map_or(0, |other| other.place.0.abs_diff(atom.place.0));
                (place, other)
            };
            let mut others: Vec<usize> = (0..atoms.len()).filter(|other| !inside.contains(other)).collect();
            others.sort_by_key(near);
            for &other in others.iter().take(TRIED.1) {
                found.push(vec![(at, 1), (other, -1)]);
                let corners = atoms.get(other).filter(|other| other.place != atom.place && other.year != atom.year);
                let corner = |place, year| self.by_key.get(&(place, year)).copied();
                let corners =
                    corners.and_then(|other| Some((corner(atom.place, other.year)?, corner(other.place, atom.year)?)));
                if let Some((one, another)) = corners {
                    found.push(vec![(at, 1), (other, 1), (one, -1), (another, -1)]);
                }
            }
        }
        found.into_iter().filter_map(move |steps| {
            let seen_by = self.seen_by(&steps);
            seen_by.contains(&number).then_some(Move { steps, seen_by })
        })
    }

    /// The sums that a move changes.
    fn seen_by(&self, steps: &[(usize, i64)]) -> Vec<usize> {
        let mut changes = BTreeMap::<usize, i64>::new();
        for &(atom, sign) in steps {
            for &sum in self.cells.atoms.get(atom).map(|atom| atom.sums.as_slice()).unwrap_or_default() {
                *changes.entry(sum).or_default() += sign;
            }
        }
        changes.into_iter().filter(|(_, change)| *change != 0).map(|(sum, _)| sum).collect()
    }

    /// How often a move can be made, in both directions together.
    fn room(&self, category: usize, partner: usize, steps: &[(usize, i64)]) -> u64 {
        // Where further categories have joined can be seen: where none has, no record can be of one.
        let has_none = |&(atom, _): &(usize, i64)| self.cells.count(atom, partner) == 0;
        if partner + 1 == self.categories && steps.iter().any(has_none) {
            return 0;
        }
        let least = |up: i64| {
            let going =
                steps.iter().map(|&(atom, sign)| self.cells.count(atom, if sign == up { partner } else { category }));
            going.min().unwrap_or(0)
        };
        least(1) + least(-1)
    }

    fn size(&self, (category, sum): (usize, usize)) -> u64 {
        let sum = self.cells.sums.get(sum);
        1 + sum.map_or(0, |sum| self.cells.size(sum, category))
    }
}
