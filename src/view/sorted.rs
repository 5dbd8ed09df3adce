//! The communities sorted by one figure, for readers without script. The table in official order is the page; this is another way
//! into it: its number and its name only, no places in a race, and nothing sorted that is too few to compare.

use schemars::JsonSchema;
use serde::Serialize;

use super::communities::SubjectRow;
use super::shell::{Link, Shell};
use super::{View, drawn, routes};
use crate::measure::Subject;
use crate::measure::registry::Metric;
use crate::model::{Period, PlaceIx};

/// By what the communities can be sorted: a handful of the columns of their table, as each is a page more.
const SORTED: [&str; 5] = [
    "issues.received",
    "issues.on_time_rate",
    "issues.resolution_rate",
    "issues.overdue",
    "issues.complaints_per_thousand",
];

/// The communities of the site or of a roll-up, sorted by a metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SortedPage {
    /// Frame.
    pub shell: Shell,
    /// The month the figures are about.
    pub period: String,
    /// By what it is sorted, and how equal ones stand.
    pub order: String,
    /// Head of the first column.
    pub head: String,
    /// The metric, with its definition.
    pub metric: Link,
    /// The communities, the greatest figure first.
    pub rows: Vec<SubjectRow>,
    /// Those without a figure that could be compared, in official order.
    pub unsorted: Vec<SubjectRow>,
    /// The same communities in official order, with all figures.
    pub official: Link,
    /// The same communities sorted by other figures.
    pub others: Vec<Link>,
}

impl View<'_> {
    /// Every sorted page of the site.
    pub(super) fn sorted_keys(&self) -> Vec<super::Key> {
        let wholes = std::iter::once(Subject::Site).chain(self.rollups.iter().map(|&at| Subject::Place(at)));
        let own = wholes.filter(|&whole| self.sorted_whole(whole) == Some(whole));
        let keys =
            |whole| self.sorting_metrics(whole).into_iter().map(move |metric| super::Key::Sorted(whole, metric.id));
        own.flat_map(keys).collect()
    }

    /// Whose sorted pages list the communities of the site or of a roll-up. A roll-up that holds all of them needs none of its
    /// own, and a single community is in order as it is.
    pub(super) fn sorted_whole(&self, whole: Subject) -> Option<Subject> {
        match self.communities_of(whole).len() {
            0 | 1 => None,
            all if all == self.communities.len() => Some(Subject::Site),
            _ => Some(whole),
        }
    }

    /// Address of the communities sorted by a metric; `None` where they are not.
    pub(super) fn sorted_address(&self, whole: Subject, metric: &str) -> Option<String> {
        if !SORTED.contains(&metric) {
            return None;
        }
        match whole {
            Subject::Site => Some(routes::communities_sorted(metric)),
            Subject::Place(at) => self.place(at).map(|place| routes::place_sorted(place, metric)),
            _ => None,
        }
    }

    /// The communities sorted by a metric; `None` where they are not.
    #[must_use]
    pub fn sorted_page(&self, whole: Subject, metric: &str) -> Option<SortedPage> {
        let sorting = self.sorting_metrics(whole);
        let metric = *sorting.iter().find(|known| known.id == metric)?;
        let address = self.sorted_address(whole, metric.id)?;
        let month = Period::Month(self.month);
        let (mut rows, unsorted): (Vec<_>, Vec<_>) = self
            .communities_of(whole)
            .iter()
            .filter_map(|&at| {
                let link = self.place_link(at)?;
                let subject = Subject::Place(at);
                let by = drawn::value(&self.cleared.measures().figure(metric, subject, month));
                Some((
                    by,
                    SubjectRow { cells: vec![self.cell(metric, subject, &link.text)], drawings: Vec::new(), link },
                ))
            })
            .partition(|(by, _)| by.is_some());
        // Stable: equal ones stay in official order.
        rows.sort_by(|(a, _), (b, _)| b.partial_cmp(a).unwrap_or(std::cmp::Ordering::Equal));
        let [rows, unsorted] = [rows, unsorted].map(|rows| rows.into_iter().map(|(_, row)| row).collect());
        let official = match whole {
            Subject::Place(at) => self.place_link(at)?,
            _ => Link::new(self.lang.pick("社区", "Communities"), routes::COMMUNITIES),
        };
        let crumbs = self.home_crumb().into_iter().chain([official.clone()]).collect();
        let others = sorting.iter().filter(|other| other.id != metric.id);
        let others = others
            .filter_map(|other| Some(Link::new(other.text(self.lang).name, self.sorted_address(whole, other.id)?)));
        let (title, order) = self.order_words(whole, metric);
        Some(SortedPage {
            shell: self.side_shell(&address, &title, order.clone(), crumbs, routes::COMMUNITIES, &official.address),
            period: self.period_name(month),
            order,
            head: self.level_name(self.config.community_level).to_owned(),
            metric: Link::new(metric.text(self.lang).name, routes::definition(metric.id)),
            rows,
            unsorted,
            official,
            others: others.collect(),
        })
    }

    /// The title, and the sentence that says by what and how.
    fn order_words(&self, whole: Subject, metric: &Metric) -> (String, String) {
        let lang = self.lang;
        let name = metric.text(lang).name;
        let down = lang.pick(if metric.is_rate() { "从高到低" } else { "从多到少" }, "highest first");
        let title = match whole {
            Subject::Place(at) => {
                let place = self.place_name(Some(at));
                lang.pick(format!("{place}各社区：{name}{down}"), format!("{place}: communities by {name}"))
            }
            _ => lang.pick(format!("各社区：{name}{down}"), format!("Communities by {name}")),
        };
        let order = lang.pick(
            format!("按“{name}”{down}排列，供查找，不是排名；数值相同的按公布顺序。"),
            format!("Sorted by “{name}”, {down}, to find one's way: no ranking. Equal ones are in official order."),
        );
        (title, order)
    }

    /// Those columns of the table by which its communities can be sorted: two of them at least have a figure to compare.
    pub(super) fn sorting_metrics(&self, whole: Subject) -> Vec<&'static Metric> {
        let month = Period::Month(self.month);
        let is_sortable = |metric: &&'static Metric| {
            let figures = self.communities_of(whole).iter().map(|&at| Subject::Place(at));
            let figures = figures.map(|subject| self.cleared.measures().figure(metric, subject, month));
            figures.filter(|figure| drawn::value(figure).is_some()).nth(1).is_some()
        };
        self.table_metrics().into_iter().filter(|metric| SORTED.contains(&metric.id)).filter(is_sortable).collect()
    }

    /// The communities of the site or of a roll-up, in official order.
    fn communities_of(&self, whole: Subject) -> &[PlaceIx] {
        let Some((at, place)) = (match whole {
            Subject::Place(at) => self.place(at).map(|place| (at, place)),
            _ => None,
        }) else {
            return &self.communities;
        };
        let first = self.communities.partition_point(|&community| community < at);
        let behind = self.communities.partition_point(|&community| community <= place.last);
        self.communities.get(first..behind).unwrap_or_default()
    }
}
