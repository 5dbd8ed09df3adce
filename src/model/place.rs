//! Places: a tree from the county down to the grid.

use super::ledger::Trace;
use crate::text::date::Day;

/// The number of a place in [`super::Ledger::places`]; places stand in tree order, parents before children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIx(pub u32);

/// Whom a resident can call: a role and a work number, never a private one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The post, such as “网格员” or “12345 专席”.
    pub role: String,
    /// A person's name, where it may be published.
    pub name: String,
    /// Work telephone.
    pub phone: String,
    /// When somebody answers.
    pub hours: String,
    /// Whether the person agreed to be named.
    pub consent: bool,
}

/// A county, sub-district, community, estate or grid.
#[derive(Debug, Clone)]
pub struct Place {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Permanent ASCII id: the address of its page.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Number of its level in the site's list of levels, outermost first.
    pub level: usize,
    /// The place it belongs to.
    pub parent: Option<PlaceIx>,
    /// Last place of its subtree (itself when it has no children): the subtree is a range, because of the tree order.
    pub last: PlaceIx,
    /// Households.
    pub households: Option<u32>,
    /// Residents.
    pub residents: Option<u32>,
    /// The day households and residents were counted.
    pub counted_on: Option<Day>,
    /// Other names it goes by in the tables.
    pub aliases: Vec<String>,
    /// Whom to call.
    pub contacts: Vec<Contact>,
    /// The day it joined; records before it are not its own.
    pub since: Option<Day>,
}
