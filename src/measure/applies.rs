//! What a site can measure at all.

use super::amount::Amount;
use super::membership::Bit;
use super::registry::{How, Metric};
use super::stages;
use crate::config::Config;
use crate::model::{Event, Ledger};

/// Whether a site measures it: what nobody promised is not held against anybody, and where something was never entered,
/// nobody knows that there was none.
pub(super) fn applies(metric: &Metric, ledger: &Ledger, config: &Config) -> bool {
    let issues = &ledger.issues;
    match metric.how {
        How::IssueRate { part: Bit::ContactOnTime, .. } => config.tiers.iter().any(|tier| tier.contact.is_some()),
        How::IssueRate { part: Bit::Extended, .. } => issues.has(Event::ExtendedTo),
        How::IssueRate { part: Bit::Solved, whole: Bit::Due, .. } => !issues.solved.is_empty(),
        How::Issues(Bit::Starred, _) | How::IssueRate { whole: Bit::Starred, .. } | How::ShrunkStars => {
            Amount::Stars.is_known(issues)
        }
        How::Issues(bit, _) => stages::stage_of(bit)
            .is_none_or(|event| stages::measured(ledger, config).iter().any(|&(known, _)| known == event)),
        How::IssueSum { of, .. } | How::IssueMean { of, .. } => of.is_known(issues),
        _ => true,
    }
}
