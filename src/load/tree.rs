//! The tree of places: parents before children, so that a subtree is a range.

use std::collections::HashMap;

use super::report::with_nearest;
use crate::config::LevelSpec;
use crate::config::fields::key;
use crate::diag::{Problem, Rule, rules};
use crate::model::{Place, PlaceIx};
use crate::text::near::nearest;

/// A place as its row says, with what is needed to put it in its place.
pub(super) struct Listed {
    pub place: Place,
    /// Id or name of the parent; empty for none.
    pub parent: String,
    /// Where it stands among its siblings.
    pub order: Option<u32>,
    /// A problem at the cell of the parent, to be given its rule: rows are gone when the tree is built.
    pub at: Problem,
}

/// Puts places in tree order: siblings by their order, then as in the file.
pub(super) fn grown(listed: Vec<Listed>, levels: &[LevelSpec], problems: &mut Vec<Problem>) -> Vec<Place> {
    let parents = parents(&listed, problems);
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); listed.len()];
    let mut roots = Vec::new();
    for (at, parent) in parents.iter().enumerate() {
        match parent.and_then(|parent| children.get_mut(parent)) {
            Some(siblings) => siblings.push(at),
            None => roots.push(at),
        }
    }
    let by_order = |siblings: &mut Vec<usize>| {
        siblings.sort_by_key(|&at| listed.get(at).and_then(|one| one.order).unwrap_or(u32::MAX));
    };
    by_order(&mut roots);
    children.iter_mut().for_each(by_order);
    let mut order = Vec::with_capacity(listed.len());
    let mut open: Vec<usize> = roots.into_iter().rev().collect();
    while let Some(at) = open.pop() {
        order.push(at);
        open.extend(children.get(at).into_iter().flatten().rev());
    }
    let mut number: Vec<Option<u32>> = vec![None; listed.len()];
    for (new, &at) in (0..).zip(&order) {
        if let Some(slot) = number.get_mut(at) {
            *slot = Some(new);
        }
    }
    for (one, _) in listed.iter().zip(&number).filter(|(_, number)| number.is_none()) {
        problems.push(tagged(one, &rules::load::PARENT_CIRCLE));
    }
    // In a circle somebody always stands above itself: that is said already.
    let standing: Vec<bool> = number.iter().map(Option::is_some).collect();
    check_levels(&listed, &parents, &standing, levels, problems);

    let numbered = |at: Option<usize>| at.and_then(|at| number.get(at).copied().flatten()).map(PlaceIx);
    let mut by_number: Vec<(Option<PlaceIx>, Option<PlaceIx>, Place)> = listed
        .into_iter()
        .enumerate()
        .map(|(at, one)| (numbered(Some(at)), numbered(parents.get(at).copied().flatten()), one.place))
        .filter(|(at, ..)| at.is_some())
        .collect();
    by_number.sort_by_key(|(at, ..)| *at);
    let mut places: Vec<Place> =
        by_number.into_iter().filter_map(|(at, parent, place)| Some(Place { parent, last: at?, ..place })).collect();
    close_subtrees(&mut places);
    places
}

/// Lets every place know the last of its subtree; children stand behind their parents.
fn close_subtrees(places: &mut [Place]) {
    for at in (0..places.len()).rev() {
        let Some(place) = places.get(at) else { continue };
        let (parent, last) = (place.parent, place.last);
        if let Some(parent) = parent.and_then(|parent| places.get_mut(parent.0 as usize)) {
            parent.last = parent.last.max(last);
        }
    }
}

/// The parent of each place, by id, or by a name that only one place has.
fn parents(listed: &[Listed], problems: &mut Vec<Problem>) -> Vec<Option<usize>> {
    let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
    for (at, one) in listed.iter().enumerate() {
        by_name.entry(key(&one.place.name)).and_modify(|known| *known = None).or_insert(Some(at));
    }
    for (at, one) in listed.iter().enumerate() {
        by_name.insert(key(&one.place.id), Some(at));
    }
    listed
        .iter()
        .map(|one| {
            if one.parent.is_empty() {
                return None;
            }
            let parent = by_name.get(&key(&one.parent)).copied().flatten();
            if parent.is_none() {
                let near =
                    nearest(&one.parent, listed.iter().flat_map(|other| [other.place.name.as_str(), &other.place.id]));
                let problem = tagged(one, &rules::load::UNKNOWN_PARENT).with("parent", &one.parent);
                problems.push(with_nearest(problem, near));
            }
            parent
        })
        .collect()
}

fn check_levels(
    listed: &[Listed],
    parents: &[Option<usize>],
    standing: &[bool],
    levels: &[LevelSpec],
    problems: &mut Vec<Problem>,
) {
    let name = |level: usize| levels.get(level).map_or("", |level| level.name.as_str());
    for ((one, parent), _) in listed.iter().zip(parents).zip(standing).filter(|(_, standing)| **standing) {
        if let Some(parent) = parent.and_then(|parent| listed.get(parent))
            && one.place.level <= parent.place.level
        {
            problems.push(
                tagged(one, &rules::load::LEVEL_NOT_BELOW)
                    .with("level", name(one.place.level))
                    .with("parent", &parent.place.name)
                    .with("parent_level", name(parent.place.level)),
            );
        }
    }
}

fn tagged(one: &Listed, rule: &'static Rule) -> Problem {
    Problem { rule, level: rule.level, ..one.at.clone() }.with("value", &one.place.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Trace;

    fn listed(id: &str, level: usize, parent: &str, order: Option<u32>) -> Listed {
        let place = Place {
            trace: Trace::default(),
            id: id.to_owned(),
            name: format!("{id} name"),
            level,
            parent: None,
            last: PlaceIx(0),
            households: None,
            residents: None,
            counted_on: None,
            aliases: Vec::new(),
            contacts: Vec::new(),
            since: None,
        };
        Listed { place, parent: parent.to_owned(), order, at: Problem::new(&rules::load::UNKNOWN_PARENT) }
    }

    fn levels() -> Vec<LevelSpec> {
        ["a", "b", "c"].map(|id| LevelSpec { id: id.to_owned(), name: id.to_owned(), pages: id == "b" }).into()
    }

    #[test]
    fn a_subtree_is_a_range() {
        let rows = vec![
            listed("b2", 1, "a", Some(2)),
            listed("c1", 2, "b1 name", None),
            listed("a", 0, "", None),
            listed("b1", 1, "a", Some(1)),
            listed("c2", 2, "b1", None),
        ];
        let mut problems = Vec::new();
        let places = grown(rows, &levels(), &mut problems);
        assert!(problems.is_empty());
        let seen: Vec<(&str, u32, Option<u32>)> =
            places.iter().map(|place| (place.id.as_str(), place.last.0, place.parent.map(|parent| parent.0))).collect();
        assert_eq!(
            seen,
            [("a", 4, None), ("b1", 3, Some(0)), ("c1", 2, Some(1)), ("c2", 3, Some(1)), ("b2", 4, Some(0))]
        );
    }

    #[test]
    fn circles_and_wrong_levels_are_found() {
        let mut problems = Vec::new();
        let circle = [listed("x", 1, "y", None), listed("y", 2, "x", None)];
        let others = [listed("z", 0, "nowhere", None), listed("w", 0, "z", None)];
        let rows = circle.into_iter().chain(others).collect();
        assert_eq!(grown(rows, &levels(), &mut problems).len(), 2);
        let mut codes: Vec<&str> = problems.iter().map(|problem| problem.rule.name).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["level-not-below", "parent-circle", "parent-circle", "unknown-parent"]);
    }
}
