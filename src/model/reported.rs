//! Reported figures (上报数): statements with a source, never mixed into computed ones.

use super::ledger::Trace;
use super::place::PlaceIx;
use super::team::TeamIx;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How exact a reported figure claims to be; always printed.
    Qualifier {
        /// 没有限定词
        Exact = "exact" "整" "exactly",
        /// 余、以上
        Over = "over" "余" "over",
        /// 约、近
        About = "about" "约" "about",
    }
}

/// What a reported figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A place.
    Place(PlaceIx),
    /// A team.
    Team(TeamIx),
}

/// A figure that somebody stated.
#[derive(Debug, Clone)]
pub struct Reported {
    /// Where it stands in the input.
    pub trace: Trace,
    /// What it is about.
    pub subject: Subject,
    /// What is counted.
    pub name: String,
    /// The number as it was stated.
    pub value: String,
    /// How exact.
    pub qualifier: Qualifier,
    /// Unit.
    pub unit: String,
    /// Period, in the source's words.
    pub period: String,
    /// Where it was stated.
    pub source: String,
    /// A remark; empty when none.
    pub note: String,
}
