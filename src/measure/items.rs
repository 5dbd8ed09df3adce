//! Counting the items of the public lists of one subject, by the month in which they were made public.

use std::collections::BTreeMap;

use super::figure::Value;
use super::registry::How;
use super::series::Series;
use crate::model::{Item, ItemState, List, MonthRule, Period};
use crate::text::Lang;
use crate::text::date::{Day, Month};

/// What is counted of items. A later step implies the earlier ones, so that none ever exceeds the one before.
///
/// Source: `metrics`, P05, V08, V09.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Step {
    /// Made public.
    Published,
    /// Taken on by somebody, or further.
    Claimed,
    /// Done, or further.
    Done,
    /// Struck off with a day and evidence.
    Cleared,
    /// Neither struck off nor withdrawn.
    Open,
    /// Withdrawn with a reason; whatever it had reached before no longer counts.
    Withdrawn,
    /// Carried over from an earlier list.
    Carried,
    /// Made public and not withdrawn: the whole of what is to be struck off.
    Standing,
}

impl Step {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Published,
        Self::Claimed,
        Self::Done,
        Self::Cleared,
        Self::Open,
        Self::Withdrawn,
        Self::Carried,
        Self::Standing,
    ];

    /// Its column in `data/items.csv`.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Published => "in_published",
            Self::Claimed => "in_claimed",
            Self::Done => "in_done",
            Self::Cleared => "in_cleared",
            Self::Open => "in_open",
            Self::Withdrawn => "in_withdrawn",
            Self::Carried => "in_carried",
            Self::Standing => "in_standing",
        }
    }

    /// What a 1 says.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Published => lang.pick("数据截止日之前公布", "made public by the as-of date"),
            Self::Claimed => lang.pick("已认领（含已完成、已销号）", "claimed, done or cleared"),
            Self::Done => lang.pick("已完成（含已销号）", "done or cleared"),
            Self::Cleared => lang.pick("已销号：有日期、有佐证", "cleared, with a day and evidence"),
            Self::Open => lang.pick("未销号，也没有撤回", "neither cleared nor withdrawn"),
            Self::Withdrawn => lang.pick("说明原因撤回", "withdrawn with a reason"),
            Self::Carried => lang.pick("由以前的清单结转", "carried over from an earlier list"),
            Self::Standing => lang.pick("已公布而没有撤回：应销号", "made public and not withdrawn: to be cleared"),
        }
    }

    /// Whether an item counts.
    #[must_use]
    pub fn holds(self, item: &Item, as_of: Day) -> bool {
        use ItemState::{Claimed, Cleared, Done, Withdrawn};
        let state = item.state(as_of);
        item.published_on <= as_of
            && match self {
                Self::Published => true,
                Self::Claimed => matches!(state, Claimed | Done | Cleared),
                Self::Done => matches!(state, Done | Cleared),
                Self::Cleared => state == Cleared,
                Self::Open => !matches!(state, Cleared | Withdrawn),
                Self::Withdrawn => state == Withdrawn,
                Self::Carried => !item.carried_from.is_empty(),
                Self::Standing => state != Withdrawn,
            }
    }
}

type Steps = Series<{ Step::ALL.len() }>;

/// The items of one subject, counted.
#[derive(Debug, Clone, Default)]
pub struct ItemTally {
    series: Steps,
    lists: BTreeMap<List, Steps>,
}

impl ItemTally {
    pub(super) fn of<'a>(items: impl IntoIterator<Item = &'a Item>, as_of: Day, months: MonthRule) -> Self {
        let mut tally = Self::default();
        for item in items {
            let month = months.month_of_day(item.published_on);
            for step in Step::ALL.into_iter().filter(|step| step.holds(item, as_of)) {
                tally.series.add(month, step as usize, 1);
                tally.lists.entry(item.list).or_default().add(month, step as usize, 1);
            }
        }
        tally
    }

    /// Items made public in a period that came that far, on all lists or on one.
    #[must_use]
    pub fn count(&self, step: Step, list: Option<List>, period: Period) -> u64 {
        let series = match list {
            None => Some(&self.series),
            Some(list) => self.lists.get(&list),
        };
        series.map_or(0, |series| series.sum(period, step as usize))
    }

    /// Lists with an item, in their order.
    pub fn lists(&self) -> impl Iterator<Item = List> {
        self.lists.keys().copied()
    }

    /// First and last month in which an item was made public.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        self.series.span()
    }
}

/// A figure of items, on all lists or on one.
pub(super) fn value(tally: &ItemTally, how: How, list: Option<List>, period: Period) -> Value {
    let count = |step| tally.count(step, list, period);
    match how {
        How::Items(step) => Value::Count(count(step)),
        How::ItemRate { part, whole } => Value::Rate { part: count(part), whole: count(whole) },
        _ => Value::Nothing,
    }
}

/// The steps of which any item of the site has a day. Where none has, nobody keeps that column: that nothing was cleared would be
/// a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    claimed: bool,
    done: bool,
    cleared: bool,
}

impl Known {
    pub fn of(items: &[Item]) -> Self {
        let any = |day: fn(&Item) -> Option<Day>| items.iter().any(|item| day(item).is_some());
        let cleared = any(|item| item.cleared_on);
        let done = cleared || any(|item| item.done_on);
        Self { claimed: done || any(|item| item.claimed_on), done, cleared }
    }

    /// Whether it is known of items how many came that far.
    pub fn tells(self, step: Step) -> bool {
        match step {
            Step::Claimed => self.claimed,
            Step::Done => self.done,
            Step::Cleared | Step::Open => self.cleared,
            Step::Published | Step::Withdrawn | Step::Carried | Step::Standing => true,
        }
    }
}
