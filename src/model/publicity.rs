//! Public notice for a term that a law or rule sets (公示).

use super::vocabulary::vocabulary;
use crate::text::date::Day;

vocabulary! {
    /// The days in which the term of a public notice is counted.
    PublicityUnit {
        /// 自然日
        NaturalDay = "natural_day" "个自然日" "natural days",
        /// 工作日
        WorkingDay = "working_day" "个工作日" "working days",
    }
}

/// How long a notice must be up, why, and where to object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publicity {
    /// Line of its file on which it is declared.
    pub line: u32,
    /// The day it was put up; the day after is the first of the term.
    pub from: Day,
    /// How many days it must be up: as the basis says, never a number of the program's.
    pub days: u16,
    /// Which days are counted.
    pub unit: PublicityUnit,
    /// The legal basis; empty when not given.
    pub basis: String,
    /// Where to object; empty when not given.
    pub contact: String,
    /// The day it was taken down; `None` while it is up.
    pub until: Option<Day>,
}
