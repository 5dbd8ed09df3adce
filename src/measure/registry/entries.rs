//! The entries of the register, in the order of the methods page.

mod activities;
mod answers;
mod context;
mod flow;
mod items;
mod notices;
mod projects;
mod stages;
mod stars;

use super::{Change, Metric};

/// Of a definition that was never changed.
const FIRST: &[Change] = &[Change { version: 1, date: "2026-11-21", zh: "首次公布", en: "first published" }];

/// Every metric.
pub fn metrics() -> impl Iterator<Item = &'static Metric> + Clone {
    [
        flow::METRICS,
        stages::METRICS,
        context::METRICS,
        answers::METRICS,
        stars::METRICS,
        activities::METRICS,
        projects::METRICS,
        items::METRICS,
        notices::METRICS,
    ]
    .into_iter()
    .flatten()
}
