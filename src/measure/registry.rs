//! The register of metrics: what is measured, and what it means.
//!
//! The methods page, the heads of tables and the published files are made from these entries. Changing what an entry
//! counts changes its version.

use super::activities::Counter;
use super::amount::Amount;
use super::bases::Base;
use super::items::Step;
use super::membership::{Bit, Cohort};
use crate::model::ProjectState;
use crate::text::Lang;

mod entries;

pub use entries::metrics;

/// One metric.
#[derive(Debug)]
pub struct Metric {
    /// Permanent id: `issues.on_time_rate`.
    pub id: &'static str,
    /// How its definition came to be, oldest first; the last one is in force.
    pub history: &'static [Change],
    /// Unit of the value.
    pub unit: Unit,
    /// Which way is better.
    pub better: Better,
    /// How it counts.
    pub how: How,
    /// Chinese words.
    pub zh: Text,
    /// English words.
    pub en: Text,
}

/// A version of a definition: a new one whenever the same records would give another number.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// Counts up from 1.
    pub version: u16,
    /// The day from which it is in force.
    pub date: &'static str,
    /// What changed, in Chinese.
    pub zh: &'static str,
    /// What changed, in English.
    pub en: &'static str,
}

/// The words of a metric in one language.
#[derive(Debug)]
pub struct Text {
    /// Name.
    pub name: &'static str,
    /// Formula in words.
    pub formula: &'static str,
    /// What is in, what is out, and why.
    pub notes: &'static str,
}

/// What a value counts. Values of different units never add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// 件
    Issues,
    /// A fraction 0–1.
    Share,
    /// Minutes.
    Minutes,
    /// 场
    Sessions,
    /// 人次
    Visits,
    /// 人
    People,
    /// 户
    Households,
    /// 支
    Teams,
    /// 个
    Projects,
    /// 元
    Yuan,
    /// 星, 1–5.
    Stars,
    /// 次: how often something was handed back.
    Times,
    /// 项: items of a list.
    Items,
    /// 个: common topics.
    Topics,
    /// 则: public notices.
    Notices,
    /// 个节点: steps of projects.
    Steps,
    /// 天
    Days,
    /// 个月
    Months,
    /// 个工作日
    WorkingDays,
    /// 件/千户·月
    IssuesPerThousand,
    /// 件/工作日
    IssuesPerWorkingDay,
}

impl Unit {
    /// The code in published tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Issues => "issue",
            Self::Share => "share",
            Self::Minutes => "minute",
            Self::Sessions => "session",
            Self::Visits => "visit",
            Self::People => "person",
            Self::Households => "household",
            Self::Teams => "team",
            Self::Projects => "project",
            Self::Yuan => "yuan",
            Self::Stars => "star",
            Self::Times => "time",
            Self::Items => "item",
            Self::Topics => "topic",
            Self::Notices => "notice",
            Self::Steps => "step",
            Self::Days => "day",
            Self::Months => "month",
            Self::WorkingDays => "working_day",
            Self::IssuesPerThousand => "issue/1000_households/month",
            Self::IssuesPerWorkingDay => "issue/working_day",
        }
    }

    /// The word after a number; empty where the number carries its own.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Self::Issues => lang.pick("件", "issues"),
            Self::Share => "",
            Self::Minutes => lang.pick("分钟", "minutes"),
            Self::Sessions => lang.pick("场", "activities"),
            Self::Visits => lang.pick("人次", "visits"),
            Self::People => lang.pick("人", "people"),
            Self::Households => lang.pick("户", "households"),
            Self::Teams => lang.pick("支", "teams"),
            Self::Projects => lang.pick("个", "projects"),
            Self::Yuan => lang.pick("元", "yuan"),
            Self::Stars => lang.pick("星", "stars"),
            Self::Times => lang.pick("次", "times"),
            Self::Items => lang.pick("项", "items"),
            Self::Topics => lang.pick("个", "topics"),
            Self::Notices => lang.pick("则", "notices"),
            Self::Steps => lang.pick("个节点", "steps"),
            Self::Days => lang.pick("天", "days"),
            Self::Months => lang.pick("个月", "months"),
            Self::WorkingDays => lang.pick("个工作日", "working days"),
            Self::IssuesPerThousand => lang.pick("件/千户·月", "issues per 1,000 households a month"),
            Self::IssuesPerWorkingDay => lang.pick("件/工作日", "issues per working day"),
        }
    }

    /// Decimals of a ratio in this unit on pages.
    #[must_use]
    pub fn decimals(self) -> u32 {
        if self == Self::Stars { 2 } else { 1 }
    }
}

/// Which way is better, where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither: it is a volume, not a merit.
    Neither,
}

/// How a metric counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Issues with a bit, by a cohort.
    Issues(Bit, Cohort),
    /// Issues with `part` among issues with `whole`, in one cohort.
    IssueRate {
        /// The numerator.
        part: Bit,
        /// The denominator.
        whole: Bit,
        /// The cohort of both.
        cohort: Cohort,
    },
    /// The sum of an amount over issues with a bit, by a cohort.
    IssueSum {
        /// What is added up.
        of: Amount,
        /// The issues over which.
        whole: Bit,
        /// Their cohort.
        cohort: Cohort,
    },
    /// The mean of an amount over issues with a bit, by a cohort.
    IssueMean {
        /// What is added up.
        of: Amount,
        /// The issues over which.
        whole: Bit,
        /// The cohort of both.
        cohort: Cohort,
    },
    /// Issues with a bit, by a cohort, for each so many of what they are set against.
    IssuesPer {
        /// The issues.
        bit: Bit,
        /// Their cohort.
        cohort: Cohort,
        /// What they are divided by.
        base: Base,
    },
    /// How many full months in a row the rate of an id was complete, up to the last month that is over.
    Streak(&'static str),
    /// Topics with a finished project, of the topics of the issues received.
    TopicConversion,
    /// Mean stars by return call, drawn towards the mean of the whole site.
    ShrunkStars,
    /// A percentile of the time from receipt to finish, by finish.
    Handling(usize),
    /// Issues as they stand at the as-of date.
    IssueStock(Bit),
    /// Whole days since receipt of the oldest open issue.
    OldestOpen,
    /// Activities, their volunteers, time and people served.
    Activities(Counter),
    /// Teams with at least one session, of all on the register.
    ActiveTeams,
    /// Different persons who volunteered.
    Volunteers,
    /// Time served, per volunteer.
    HoursPerVolunteer,
    /// Projects as they stand at the as-of date.
    Projects(Stock),
    /// Items of the lists that came that far, by the day they were made public.
    Items(Step),
    /// Items that reached `part` among those that reached `whole`, by the day they were made public.
    ItemRate {
        /// The numerator.
        part: Step,
        /// The denominator.
        whole: Step,
    },
    /// Compliant public notices, of those whose term ended.
    Notices,
}

/// What is counted of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stock {
    /// All.
    All,
    /// Those in a state.
    In(ProjectState),
    /// Active ones without an overdue step, of all active ones.
    OnSchedule,
    /// Mean progress of the active ones.
    Progress,
    /// Approved budget.
    Budget,
    /// Paid, of the approved budget.
    Execution,
    /// Steps reached, of all steps of projects in progress or completed.
    Steps,
    /// Mean slippage of steps, in working days.
    Slippage,
}

impl Metric {
    /// The words in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &Text {
        lang.pick(&self.zh, &self.en)
    }

    /// `issues.on_time_rate@1`
    #[must_use]
    pub fn definition(&self) -> String {
        format!("{}@{}", self.id, self.history.last().map_or(0, |change| change.version))
    }

    /// Whether it describes the as-of date instead of a period.
    #[must_use]
    pub fn is_stock(&self) -> bool {
        matches!(self.how, How::IssueStock(_) | How::OldestOpen | How::Streak(_) | How::Projects(_))
    }

    /// Whether it is a fraction.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        self.unit == Unit::Share
    }

    /// Whether the parts of a rate are numbers of records; those of progress and budget execution are weights and money.
    #[must_use]
    pub fn counts_records(&self) -> bool {
        !matches!(self.how, How::Projects(Stock::Progress | Stock::Execution))
    }

    /// The part of the id before the dot: `issues`, `activities`, `projects`.
    #[must_use]
    pub fn group(&self) -> &'static str {
        self.id.split_once('.').map_or(self.id, |(group, _)| group)
    }
}

/// The metric of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Metric> {
    metrics().find(|metric| metric.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_words_complete() {
        let mut seen = std::collections::BTreeSet::new();
        for metric in metrics() {
            assert!(seen.insert(metric.id), "{} twice", metric.id);
            let versions: Vec<u16> = metric.history.iter().map(|change| change.version).collect();
            let counted: Vec<u16> = (1..).take(versions.len()).collect();
            assert!(!versions.is_empty() && versions == counted, "{}", metric.id);
            assert!(metric.history.is_sorted_by_key(|change| change.date), "{}", metric.id);
            for lang in [Lang::Zh, Lang::En] {
                let text = metric.text(lang);
                assert!(!text.name.is_empty() && !text.formula.is_empty() && !text.notes.is_empty(), "{}", metric.id);
            }
            assert_eq!(
                metric.is_rate(),
                matches!(
                    metric.how,
                    How::IssueRate { .. }
                        | How::ItemRate { .. }
                        | How::TopicConversion
                        | How::Notices
                        | How::ActiveTeams
                        | How::Projects(Stock::OnSchedule | Stock::Progress | Stock::Execution | Stock::Steps)
                )
            );
        }
    }

    #[test]
    fn what_issue_metrics_count_is_counted() {
        let counted = |bit, cohort| super::super::issues::COUNTED.contains(&(bit, cohort));
        for metric in metrics() {
            match metric.how {
                How::Issues(bit, cohort) => assert!(counted(bit, cohort), "{}", metric.id),
                How::IssueRate { part, whole, cohort } => {
                    assert!(counted(part, cohort) && counted(whole, cohort), "{}", metric.id);
                }
                How::IssueSum { of, whole, cohort } => {
                    assert!(super::super::issues::ADDED.contains(&(of, whole, cohort)), "{}", metric.id);
                }
                How::IssueMean { of, whole, cohort } => {
                    let is_added = super::super::issues::ADDED.contains(&(of, whole, cohort));
                    assert!(is_added && counted(whole, cohort), "{}", metric.id);
                }
                _ => {}
            }
        }
    }
}
