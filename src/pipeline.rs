//! Stands in for the pipeline on this branch only.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::diag::Problems;
use crate::publish::Published;
use crate::text::Lang;
use crate::text::date::Day;

/// What to build.
#[derive(Clone)]
pub struct Order<'a> {
    /// The site folder.
    pub site: PathBuf,
    /// The as-of date; `None`: the latest date in the data.
    pub as_of: Option<Day>,
    /// Where the site will stand.
    pub base_url: Option<String>,
    /// Whether warnings stop the build.
    pub strict: bool,
    /// The language of messages; `None`: that of the site.
    pub lang: Option<Lang>,
    /// Time since the program started.
    pub clock: &'a (dyn Fn() -> Duration + Sync),
}

/// How much a site holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// Issues.
    pub issues: usize,
    /// Activities.
    pub activities: usize,
    /// Projects.
    pub projects: usize,
    /// Communities.
    pub communities: usize,
    /// Teams.
    pub teams: usize,
    /// Pages.
    pub pages: usize,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The language of the site.
    pub lang: Lang,
    /// All faults.
    pub problems: Problems,
    /// Whether the input stopped the build.
    pub stopped: bool,
    /// How much the site holds.
    pub counts: Counts,
    /// The as-of date.
    pub as_of: Option<Day>,
    /// Steps and the time they took.
    pub timings: Vec<(&'static str, Duration)>,
    /// What publishing did.
    pub published: Option<Published>,
    /// Whether the machine failed.
    pub machine_failed: bool,
}

/// Runs all steps and drops the result.
#[must_use]
pub fn check(_order: &Order) -> Report {
    Report::default()
}

/// Runs all steps and publishes.
#[must_use]
pub fn build(order: &Order, _out: &Path) -> Report {
    check(order)
}
