//! Volunteer activities.

use std::collections::BTreeSet;

use super::ledger::Trace;
use super::place::PlaceIx;
use super::team::TeamIx;
use super::vocabulary::vocabulary;
use crate::text::date::Day;

vocabulary! {
    /// What a “people served” count counts; counts of different units never add.
    ServedUnit {
        /// 人次
        Visits = "visits" "人次" "visits",
        /// 人
        People = "people" "人" "people",
        /// 户
        Households = "households" "户" "households",
    }
}

/// One session of a team.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Id in the export.
    pub id: String,
    /// The day.
    pub date: Day,
    /// Who did it.
    pub team: Option<TeamIx>,
    /// Where.
    pub place: Option<PlaceIx>,
    /// What sort, in the site's own words; empty when not given.
    pub kind: String,
    /// What it was, in a few words; empty when not given.
    pub theme: String,
    /// How many volunteers took part (人次).
    pub volunteers: Option<u32>,
    /// Who they were, by numbers that stand for nothing but “the same person”; empty where nobody was named.
    pub people: BTreeSet<u32>,
    /// Whether somebody who took part is not among them.
    pub lacks_people: bool,
    /// Time served by all of them together, in seconds.
    pub seconds: Option<i64>,
    /// How many were served.
    pub served: Option<u32>,
    /// What `served` counts.
    pub served_unit: ServedUnit,
    /// Opinions collected.
    pub opinions: Option<u32>,
    /// Disputes settled.
    pub disputes: Option<u32>,
    /// Who took part besides the team; empty when nobody.
    pub partners: String,
    /// Whether somebody confirmed it; not stated counts as confirmed.
    pub verified: bool,
}
