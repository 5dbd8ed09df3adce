//! The ledger: all records of a site, checked and sorted.

use super::activity::Activity;
use super::issue::Issues;
use super::item::Item;
use super::place::{Place, PlaceIx};
use super::project::Project;
use super::reported::Reported;
use super::team::{Team, TeamIx};

/// Rows that were read and not taken, with the reason: shown on the data page, never dropped silently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The table.
    pub table: &'static str,
    /// The file.
    pub file: String,
    /// Code of the rule that left them out.
    pub code: &'static str,
    /// How many rows.
    pub rows: usize,
}

/// Everything the site knows.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Places in tree order: a parent stands before its children, a subtree is a range.
    pub places: Vec<Place>,
    /// Teams in official order.
    pub teams: Vec<Team>,
    /// Issues, sorted by place, time of receipt and id.
    pub issues: Issues,
    /// Activities, sorted by date and id.
    pub activities: Vec<Activity>,
    /// Projects, sorted by place and id.
    pub projects: Vec<Project>,
    /// List items, sorted by place, list, day and id.
    pub items: Vec<Item>,
    /// Reported figures in the order of their file.
    pub reported: Vec<Reported>,
    /// Rows left out, by table, file and code.
    pub left_out: Vec<LeftOut>,
}

impl Ledger {
    /// A place.
    #[must_use]
    pub fn place(&self, at: PlaceIx) -> Option<&Place> {
        self.places.get(at.0 as usize)
    }

    /// A team.
    #[must_use]
    pub fn team(&self, at: TeamIx) -> Option<&Team> {
        self.teams.get(at.0 as usize)
    }

    /// The nearest place at or above `place` that stands on a level.
    #[must_use]
    pub fn at_level(&self, place: PlaceIx, level: usize) -> Option<PlaceIx> {
        let mut at = Some(place);
        while let Some(here) = at {
            let place = self.place(here)?;
            if place.level == level {
                return Some(here);
            }
            at = place.parent;
        }
        None
    }
}
