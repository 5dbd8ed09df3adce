//! Volunteers by number: ids are personal and go no further than this file.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Activity;
use crate::text::hash;

/// Everybody met so far, by the hash of the id, with a provisional number.
#[derive(Default)]
pub(super) struct Volunteers(BTreeMap<String, u32>);

impl Volunteers {
    /// Provisional numbers of the ids in a cell, each once.
    pub fn numbers(&mut self, cell: &str) -> BTreeSet<u32> {
        let parts = cell.split(|c: char| c.is_whitespace() || "、，,;；".contains(c));
        parts.filter(|id| !id.is_empty()).map(|id| self.number(id)).collect()
    }

    fn number(&mut self, id: &str) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(hash::of(id.as_bytes())).or_insert(next)
    }

    /// Gives everybody the final number, from 1 in the order of the hashes: neither ids nor the order of rows leave a trace.
    pub fn settle(self, activities: &mut [Activity]) {
        let mut new: Vec<u32> = vec![0; self.0.len()];
        for (number, provisional) in (1..).zip(self.0.into_values()) {
            if let Some(place) = new.get_mut(provisional as usize) {
                *place = number;
            }
        }
        for activity in activities {
            let settled = activity.people.iter().filter_map(|&at| new.get(at as usize).copied());
            activity.people = settled.collect();
        }
    }
}
