//! The names within reach at a place of a template, and what each of them is.

use std::collections::{BTreeMap, BTreeSet};

use super::types;
use crate::view::contract::Kind;

/// Names by level: what the template was given, what it sets, then a level for each loop.
#[derive(Debug, Clone)]
pub struct Scope<'s> {
    levels: Vec<BTreeMap<String, Kind>>,
    /// Where the component was called whose body this is.
    caller: Option<&'s Scope<'s>>,
}

impl<'s> Scope<'s> {
    /// What a template or component is given.
    pub fn new(given: BTreeMap<String, Kind>, caller: Option<&'s Scope<'s>>) -> Self {
        Self { levels: vec![given, BTreeMap::new()], caller }
    }

    /// What a name stands for.
    pub fn get(&self, name: &str) -> Option<&Kind> {
        self.levels.iter().rev().find_map(|level| level.get(name))
    }

    /// What an argument that is taken from the surroundings stands for: the caller's, or its caller's.
    pub fn implicit(&self, name: &str) -> Option<&Kind> {
        self.get(name).or_else(|| self.caller?.implicit(name))
    }

    /// Gives a name to a value, in the innermost level, or for the whole template.
    pub fn set(&mut self, name: &str, kind: Kind, global: bool) {
        let level = if global { self.levels.get_mut(1) } else { self.levels.last_mut() };
        if let Some(level) = level {
            level.insert(name.to_owned(), kind);
        }
    }

    /// Begins a loop.
    pub fn open(&mut self) {
        self.levels.push(BTreeMap::new());
    }

    /// Ends a loop; its names are gone.
    pub fn close(&mut self) {
        self.levels.pop();
    }

    /// What names stand for after one of these ways was taken: the same as on every way, or either. A name that only some of them set
    /// is what those make of it.
    pub fn join(&mut self, ways: &[Self]) {
        for (depth, level) in self.levels.iter_mut().enumerate() {
            let names: BTreeSet<&String> =
                ways.iter().filter_map(|way| way.levels.get(depth)).flat_map(BTreeMap::keys).collect();
            for name in names {
                let kinds = ways.iter().filter_map(|way| {
                    // What a way does not set here is what it was further out.
                    way.levels.iter().take(depth + 1).rev().find_map(|level| level.get(name)).cloned()
                });
                if let Some(kind) = kinds.reduce(types::either) {
                    level.insert(name.clone(), kind);
                }
            }
        }
    }

    /// All names within reach.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.levels.iter().flat_map(BTreeMap::keys).map(String::as_str)
    }
}
