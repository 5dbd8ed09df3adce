//! Volunteer teams.

use super::ledger::Trace;
use super::place::{Contact, PlaceIx};
use crate::text::date::Day;

/// The number of a team in [`super::Ledger::teams`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TeamIx(pub u32);

/// A volunteer team.
#[derive(Debug, Clone)]
pub struct Team {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Permanent ASCII id: the address of its page.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The place it belongs to.
    pub home: Option<PlaceIx>,
    /// What sort of team it is.
    pub kind: String,
    /// Members by role, never by name.
    pub members: Vec<(String, u32)>,
    /// What it does.
    pub duties: Vec<String>,
    /// When it can be met, in words.
    pub schedule: String,
    /// How to reach it.
    pub contacts: Vec<Contact>,
    /// The day it was founded.
    pub founded: Option<Day>,
}
