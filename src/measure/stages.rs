//! The stages of the closed loop, and which of them a site measures.

use super::membership::Bit;
use crate::config::Config;
use crate::model::{Event, Ledger};

/// The stages after receipt, in their order, with the statement that an issue came to one or past it.
///
/// Source: `metrics`, I21.
const AFTER_RECEIPT: [(Event, Bit); 8] = [
    (Event::Dispatched, Bit::ReachedDispatched),
    (Event::Accepted, Bit::ReachedAccepted),
    (Event::Contacted, Bit::ReachedContacted),
    (Event::OnScene, Bit::ReachedOnScene),
    (Event::Handled, Bit::ReachedHandled),
    (Event::Replied, Bit::ReachedReplied),
    (Event::Verified, Bit::ReachedVerified),
    (Event::Closed, Bit::ReachedClosed),
];

/// Whether a step is none that every issue passes: not every one needs a first contact or a visit.
#[must_use]
pub fn is_by_the_way(event: Event) -> bool {
    matches!(event, Event::Contacted | Event::OnScene)
}

/// The stages after receipt that a site measures: those of which its data gives times, and what not every issue passes only
/// where the site makes it a stage.
pub(super) fn measured(ledger: &Ledger, config: &Config) -> Vec<(Event, Bit)> {
    let is_declared = |event| config.stages.iter().any(|stage| stage.event == event);
    let is_measured = |event| ledger.issues.has_own(event) && (!is_by_the_way(event) || is_declared(event));
    AFTER_RECEIPT.into_iter().filter(|&(event, _)| is_measured(event)).collect()
}

/// The statements of one issue: every stage measured up to the last one to which it came, measured or not. So no stage counts
/// more than the one before.
pub(super) fn reached(stages: &[(Event, Bit)], came_to: impl Fn(Event) -> bool) -> impl Iterator<Item = Bit> {
    let last = AFTER_RECEIPT.iter().rev().map(|&(event, _)| event).find(|&event| came_to(event));
    stages.iter().filter(move |&&(event, _)| last.is_some_and(|last| event <= last)).map(|&(_, bit)| bit)
}

/// The stage that a statement is about.
pub(super) fn stage_of(bit: Bit) -> Option<Event> {
    AFTER_RECEIPT.iter().find(|&&(_, known)| known == bit).map(|&(event, _)| event)
}

/// The id of the metric that counts how many issues received came to a step; `None` for what is no step.
#[must_use]
pub fn metric_id(event: Event) -> Option<&'static str> {
    Some(match event {
        Event::Received => "issues.received",
        Event::Dispatched => "issues.reached_dispatched",
        Event::Accepted => "issues.reached_accepted",
        Event::Contacted => "issues.reached_contacted",
        Event::OnScene => "issues.reached_on_scene",
        Event::Handled => "issues.reached_handled",
        Event::Replied => "issues.reached_replied",
        Event::Verified => "issues.reached_verified",
        Event::Closed => "issues.reached_closed",
        Event::Due | Event::ExtendedTo | Event::ExtendedAt | Event::EscalatedAt => return None,
    })
}
