//! Service points: where residents find somebody, a rest, a meal or help with papers.

use super::ledger::Trace;
use super::place::PlaceIx;
use crate::text::date::Day;

/// The number of a service point in [`super::Ledger::service_points`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ServicePointIx(pub u32);

/// A place with a door: a party-mass service station, a rest stop for couriers, a canteen, a shelter.
#[derive(Debug, Clone)]
pub struct ServicePoint {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Permanent id: the rota names points by it.
    pub id: String,
    /// Where it is.
    pub place: PlaceIx,
    /// What it is called.
    pub name: String,
    /// What sort of point it is, in the site's own word.
    pub kind: String,
    /// How to find it.
    pub address: String,
    /// When it is open, in words.
    pub hours: String,
    /// What one can have done there.
    pub services: Vec<String>,
    /// Work telephone.
    pub phone: String,
    /// The post that answers for it, never a person's name.
    pub contact: String,
    /// The day it opened.
    pub since: Option<Day>,
    /// What else to know.
    pub note: String,
    /// Whom it is near enough for, such as `步行15分钟`.
    pub reach: String,
}
