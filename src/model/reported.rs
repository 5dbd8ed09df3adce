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

/// The number of a place in [`super::Ledger::reported_places`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportedPlaceIx(pub u32);

/// A place outside the site's tree, of which only reported figures are known: nothing is ever counted or added up for it.
#[derive(Debug, Clone)]
pub struct ReportedPlace {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Permanent ASCII id: the address of its page.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What kind of place, in the words of its table; empty when not given.
    pub level: String,
    /// Where it lies, in the words of its table; empty when not given.
    pub within: String,
}

/// What a reported figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A place of the site.
    Place(PlaceIx),
    /// A team.
    Team(TeamIx),
    /// A place outside the site.
    ReportedPlace(ReportedPlaceIx),
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
    /// The source's own word for that, such as 以上 or 不到; empty when only its kind is known.
    pub hedge: String,
    /// Unit.
    pub unit: String,
    /// Period, in the source's words.
    pub period: String,
    /// Where it was stated.
    pub source: String,
    /// The heading it stands under; empty when none.
    pub category: String,
    /// A remark; empty when none.
    pub note: String,
}

/// A figure that somebody stated and that is not passed on; of it only this is kept.
#[derive(Debug, Clone)]
pub struct Withheld {
    /// Where it stands in the input.
    pub trace: Trace,
    /// What it is about.
    pub subject: Subject,
    /// Why it is not passed on.
    pub reason: String,
}
