//! The as-of date when nobody gives one.

use crate::model::{Event, Ledger};
use crate::text::date::Day;

/// The latest day on which something is recorded to have happened. Plans and deadlines do not count.
#[must_use]
pub fn latest_day(ledger: &Ledger) -> Option<Day> {
    let issues = (0..ledger.issues.len()).flat_map(|record| {
        Event::ALL
            .into_iter()
            .filter(|event| !matches!(event, Event::Due | Event::ExtendedTo))
            .filter_map(move |event| ledger.issues.time(record, event).map(crate::text::date::Moment::day))
    });
    let activities = ledger.activities.iter().map(|activity| activity.date);
    let projects = ledger.projects.iter().flat_map(|project| {
        let steps = project.milestones.iter().filter_map(|step| step.actual);
        project.done.into_iter().chain(steps)
    });
    let items = ledger.items.iter().flat_map(|item| {
        [Some(item.published_on), item.claimed_on, item.done_on, item.cleared_on].into_iter().flatten()
    });
    issues.chain(activities).chain(projects).chain(items).max()
}
