//! Takes: [`crate::guard::Cleared`], and nothing else about records.
//! Gives: one typed model per page: what it says, in which order, under which address.
//! Promises: everything a template prints is counted, sorted and worded here.
//! Never: HTML, SVG or a decision about looks.
//! Start reading at: [`routes`], then [`View::pages`] and the page you are after.

pub mod ageing;
pub mod calendars;
mod captions;
mod card;
mod change;
pub mod chart;
mod charts;
pub mod check;
pub mod communities;
pub mod community;
pub mod content;
pub mod contract;
pub mod data;
mod distribution;
pub mod downloads;
mod drawn;
pub mod explanation;
pub mod expression;
pub mod facts;
pub mod feeds;
mod figure_text;
pub mod figures;
pub mod fixed_days;
mod funnel;
pub mod heat_map;
pub mod home;
mod identity;
pub mod issues;
pub mod lists;
pub mod methods;
pub mod multiples;
mod notices;
mod period;
mod plan;
pub mod project;
pub mod projects;
pub mod promises;
mod publicity;
mod ranking;
mod recipe;
mod records;
pub mod reported;
pub mod routes;
pub mod search;
mod sentences;
pub mod services;
mod settings;
pub mod sheets;
mod shell;
pub mod social;
pub mod sorted;
pub mod sparkline;
mod stars;
mod streaks;
pub mod subject_file;
pub mod team;
pub mod teams;
pub mod timeline;
pub mod together;

use crate::config::Config;
use crate::guard::Cleared;
use crate::measure::activities::Counter;
use crate::measure::{Bit, Cohort};
use crate::model::{Period, Place};
use crate::text::Lang;
use crate::text::date::{Day, Month};

pub use crate::measure::Subject;
pub use crate::model::PlaceIx;
pub use card::{Card, CardGroup};
pub use plan::{Key, Model, Page};
pub use records::{ActivityRow, ContactRow, IssueRow, ItemRow, ProjectRow, ReportedRow};
pub use shell::{Edition, Link, Shell, SiteModel};

/// Everything pages are made from, and what many of them need.
#[derive(Debug)]
pub struct View<'a> {
    /// Records and figures.
    pub cleared: &'a Cleared,
    /// What the site says about itself.
    pub config: &'a Config,
    /// Language of the pages.
    pub lang: Lang,
    /// The as-of date.
    pub as_of: Day,
    /// The month that pages are about: the last one with a receipt or an activity.
    pub month: Month,
    /// Communities in official order.
    pub communities: Vec<PlaceIx>,
    /// Places above the communities, outermost first.
    pub rollups: Vec<PlaceIx>,
    /// Eight characters that stand for the release, on paper.
    pub release: String,
    /// Which notices concern which places.
    notices: notices::NoticeIndex,
}

impl<'a> View<'a> {
    /// Sets out to make pages.
    #[must_use]
    pub fn new(cleared: &'a Cleared, config: &'a Config) -> Self {
        let as_of = cleared.measures().as_of();
        let at_level = |wanted: &dyn Fn(usize) -> bool| {
            let places = cleared.ledger().places.iter().enumerate();
            let found = places.filter(|(_, place)| wanted(place.level));
            found.map(|(at, _)| PlaceIx(u32::try_from(at).unwrap_or(u32::MAX))).collect::<Vec<_>>()
        };
        Self {
            cleared,
            config,
            lang: config.site.lang,
            as_of,
            month: latest_month(cleared),
            communities: at_level(&|level| level == config.community_level),
            rollups: at_level(&|level| level < config.community_level),
            release: String::new(),
            notices: notices::NoticeIndex::of(&cleared.ledger().library),
        }
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        crate::model::Period::At(day).name(self.lang)
    }

    /// A word of the data in the language of the pages, for words that figures carry along.
    fn named<'w>(&'w self, word: &'w str) -> &'w str {
        let name = self.cleared.ledger().names.get(word).filter(|_| !self.is_main());
        name.map_or(word, |name| name.name.as_str())
    }

    fn place(&self, at: PlaceIx) -> Option<&'a Place> {
        self.cleared.ledger().place(at)
    }

    /// Whether a place is another or holds it.
    fn holds(&self, outer: PlaceIx, inner: PlaceIx) -> bool {
        self.place(outer).is_some_and(|place| (outer..=place.last).contains(&inner))
    }

    /// Name of a place; empty when there is none.
    fn place_name(&self, at: Option<PlaceIx>) -> &'a str {
        at.and_then(|at| self.place(at)).map_or("", |place| place.name.as_str())
    }

    /// A link to the page of the nearest place that has one.
    fn place_link(&self, at: PlaceIx) -> Option<Link> {
        let mut at = Some(at);
        while let Some(here) = at {
            let place = self.place(here)?;
            if let Some(address) = routes::place(place, self.config.community_level) {
                return Some(Link::new(place.name.clone(), address));
            }
            at = place.parent;
        }
        None
    }
}

/// The last month up to the as-of date in which an issue was received or an activity took place. An export of September whose
/// last issue was finished in October is still about September.
fn latest_month(cleared: &Cleared) -> Month {
    let tally = cleared.measures().tally(Subject::Site);
    let is_alive = |month: &Month| {
        let month = Period::Month(*month);
        tally.issues.count(Bit::Received, Cohort::Received, month) > 0
            || tally.activities.count(Counter::Sessions, month) > 0
    };
    let last = cleared.measures().last_month();
    let first = cleared.measures().span(Subject::Site).map_or(last, |(first, _)| first);
    (0..=last.since(first)).map(|back| last.plus(-back)).find(is_alive).unwrap_or(last)
}
