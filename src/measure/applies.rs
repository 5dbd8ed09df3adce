//! What a site can measure at all.

use super::Tally;
use super::amount::Amount;
use super::bases::Base;
use super::items;
use super::membership::Bit;
use super::registry::{self, How, Metric, Stock};
use super::stages;
use crate::config::{Config, TermUnit};
use crate::model::{Event, Ledger, Status};

/// What a site knows.
pub(super) struct Known<'a> {
    pub ledger: &'a Ledger,
    pub config: &'a Config,
    /// Everything counted.
    pub site: &'a Tally,
    /// Whether any notice has a term.
    pub has_terms: bool,
}

impl Known<'_> {
    /// Whether a site measures it: what nobody promised is not held against anybody, and where something was never entered,
    /// nobody knows that there was none.
    pub fn applies(&self, metric: &Metric) -> bool {
        let Self { ledger, config, site, has_terms } = *self;
        let issues = &ledger.issues;
        let are_rated = !(issues.process.is_empty() && issues.result.is_empty());
        match metric.how {
            How::IssueRate { part: Bit::ContactOnTime, .. } => config.tiers.iter().any(|tier| tier.contact.is_some()),
            How::IssueRate { part: Bit::Extended, .. } => issues.has(Event::ExtendedTo),
            How::IssueRate { part: Bit::Solved, whole: Bit::Due, .. } => !issues.solved.is_empty(),
            How::Issues(Bit::NotEvaluated, _) => are_rated,
            How::Issues(Bit::CallUnreached | Bit::CallDeclined | Bit::CallUnrated | Bit::NotCalled, _) => {
                are_rated && !issues.calls.is_empty()
            }
            How::IssueRate { part: Bit::CallSatisfied | Bit::CallNotDissatisfied, .. } => !issues.result.is_empty(),
            How::IssueRate { part: Bit::Rectified, .. } => !issues.rerated.is_empty(),
            How::IssueRate { part: Bit::SentBack, .. } => {
                issues.has(Event::Dispatched) && issues.statuses.any(Status::SentBack)
            }
            How::IssuesPer { base: Base::HouseholdMonths, .. } => {
                !issues.kinds.is_empty() && ledger.places.iter().any(|place| place.households.is_some())
            }
            // Where nothing is promised in working days, nobody here goes by them.
            How::IssuesPer { base: Base::WorkingDays, .. } => {
                config.tiers.iter().filter_map(|tier| tier.term).any(|term| term.unit == TermUnit::WorkingDay)
            }
            How::Streak(rate) => registry::find(rate).is_some_and(|rate| self.applies(rate)),
            How::Issues(Bit::InWithExcluded, _) | How::IssueRate { whole: Bit::DueWithExcluded, .. } => {
                !issues.excluded.words().is_empty()
            }
            How::Projects(Stock::Steps) => site.projects.knows_steps(),
            How::Projects(Stock::Slippage) => site.projects.knows_slippage(),
            How::Volunteers | How::HoursPerVolunteer => site.activities.knows_people(),
            How::Notices => has_terms,
            How::Items(step) | How::ItemRate { part: step, .. } => items::Known::of(&ledger.items).tells(step),
            How::IssueRate { part: Bit::Repeat, .. } => !issues.categories.words().is_empty(),
            How::Issues(Bit::AfterCut, _) => config.calendar.day_cut.is_some(),
            // Of the two ways to close a week, a site has one.
            How::IssueRate { part: Bit::ByMeeting, .. } => config.calendar.weekly_meeting.is_some(),
            How::IssueRate { part: Bit::SameWeek, .. } => config.calendar.weekly_meeting.is_none(),
            How::Issues(Bit::UnfoundedExtension, _) => {
                let are_checked = issues.has(Event::ExtendedAt) || !issues.extension_reasons.words().is_empty();
                issues.has(Event::ExtendedTo) && are_checked
            }
            How::IssueRate { part: Bit::LeftInTime, .. } => {
                issues.has(Event::EscalatedAt) && !issues.escalated_from.words().is_empty()
            }
            How::Issues(Bit::Topical, _) | How::TopicConversion => !issues.topics.words().is_empty(),
            How::Issues(Bit::Starred, _) | How::IssueRate { whole: Bit::Starred, .. } | How::ShrunkStars => {
                Amount::Stars.is_known(issues)
            }
            How::Issues(bit, _) => stages::stage_of(bit)
                .is_none_or(|event| stages::measured(ledger, config).iter().any(|&(known, _)| known == event)),
            How::IssueSum { of, .. } | How::IssueMean { of, .. } => of.is_known(issues),
            _ => true,
        }
    }
}
