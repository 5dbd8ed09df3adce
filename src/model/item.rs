//! Items of the public lists: needs, resources, projects, wishes, hazards, each cleared (销号) in the open.

use super::ledger::Trace;
use super::place::PlaceIx;
use super::vocabulary::vocabulary;
use crate::text::date::Day;

vocabulary! {
    /// Which list an item stands on.
    List {
        /// 需求清单
        Need = "need" "需求清单" "Needs",
        /// 资源清单
        Resource = "resource" "资源清单" "Resources",
        /// 项目清单
        Project = "project" "项目清单" "Projects",
        /// 微心愿
        Wish = "wish" "微心愿" "Wishes",
        /// 隐患清单
        Hazard = "hazard" "隐患清单" "Hazards",
    }
}

vocabulary! {
    /// How far an item has come.
    ItemState {
        /// 已公布
        Published = "published" "已公布" "Published",
        /// 已认领
        Claimed = "claimed" "已认领" "Claimed",
        /// 已完成
        Done = "done" "已完成" "Done",
        /// 已销号
        Cleared = "cleared" "已销号" "Cleared",
        /// 已撤回
        Withdrawn = "withdrawn" "已撤回" "Withdrawn",
    }
}

/// An item of a list.
#[derive(Debug, Clone)]
pub struct Item {
    /// Where it stands in the input.
    pub trace: Trace,
    /// Id in the table.
    pub id: String,
    /// Which list.
    pub list: List,
    /// Where.
    pub place: PlaceIx,
    /// What it is.
    pub title: String,
    /// The day it was made public.
    pub published_on: Day,
    /// The day somebody took it on.
    pub claimed_on: Option<Day>,
    /// Who took it on; empty when not given.
    pub claimed_by: String,
    /// Whether that person agreed to be named.
    pub consent: bool,
    /// The day it was done.
    pub done_on: Option<Day>,
    /// The day it was struck off.
    pub cleared_on: Option<Day>,
    /// What shows that it is done; empty when not given.
    pub evidence: String,
    /// Why it was withdrawn; empty when it was not.
    pub withdrawn: String,
    /// The earlier list it was carried over from; empty when new.
    pub carried_from: String,
}

impl Item {
    /// How far it has come by a day. Struck off without evidence, it is done and no more.
    #[must_use]
    pub fn state(&self, as_of: Day) -> ItemState {
        let by = |day: Option<Day>| day.is_some_and(|day| day <= as_of);
        if !self.withdrawn.is_empty() {
            ItemState::Withdrawn
        } else if by(self.cleared_on) && !self.evidence.is_empty() {
            ItemState::Cleared
        } else if by(self.cleared_on) || by(self.done_on) {
            ItemState::Done
        } else if by(self.claimed_on) {
            ItemState::Claimed
        } else {
            ItemState::Published
        }
    }
}
