//! Projects and their milestones.

use super::ledger::Trace;
use super::place::PlaceIx;
use super::team::TeamIx;
use super::vocabulary::vocabulary;
use crate::text::date::Day;

/// The number of a project in [`super::Ledger::projects`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectIx(pub u32);

vocabulary! {
    /// Where a project stands.
    ProjectState {
        /// 计划中
        Planned = "planned" "计划中" "Planned",
        /// 实施中
        Active = "active" "实施中" "In progress",
        /// 已完成
        Done = "done" "已完成" "Completed",
        /// 暂停
        Paused = "paused" "暂停" "On hold",
        /// 取消
        Cancelled = "cancelled" "取消" "Cancelled",
    }
}

/// A step of a project with its planned and actual day.
#[derive(Debug, Clone)]
pub struct Milestone {
    /// What is to be reached.
    pub name: String,
    /// Its share in the project's progress, in hundredths.
    pub weight: u32,
    /// The day first planned.
    pub baseline: Option<Day>,
    /// The day expected now.
    pub forecast: Option<Day>,
    /// The day it was reached.
    pub actual: Option<Day>,
    /// A remark; empty when none.
    pub note: String,
}

/// A project.
#[derive(Debug, Clone)]
pub struct Project {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Id in the export.
    pub id: String,
    /// Address of its page, made from the id.
    pub slug: String,
    /// Where.
    pub place: PlaceIx,
    /// What it is called.
    pub name: String,
    /// What sort, in the site's own words; empty when not given.
    pub kind: String,
    /// The office in charge; empty when not given.
    pub owner: String,
    /// The team that helps.
    pub team: Option<TeamIx>,
    /// Where it stands.
    pub state: ProjectState,
    /// The stage it has reached, in the site's own words; empty when not given.
    pub stage: String,
    /// First day.
    pub start: Option<Day>,
    /// Planned last day.
    pub due: Option<Day>,
    /// Actual last day.
    pub done: Option<Day>,
    /// Approved budget in 分.
    pub budget: Option<i64>,
    /// Paid so far in 分.
    pub paid: Option<i64>,
    /// Progress entered by hand, in hundredths of a percent (0–10,000).
    pub progress: Option<u32>,
    /// The issues or the topic it grew out of; empty when not given.
    pub origin: String,
    /// What came of it; empty when not given.
    pub result: String,
    /// Its steps, in the order of their planned days.
    pub milestones: Vec<Milestone>,
}
