//! The page of a community, and that of a place above the communities.

use schemars::JsonSchema;
use serde::Serialize;

use super::ageing::Ageing;
use super::card::{Card, CardGroup, Topic};
use super::chart::Chart;
use super::communities::SubjectTable;
use super::content::{NoticeRow, ProseModel};
use super::fixed_days::FixedDayRow;
use super::funnel::Funnel;
use super::lists::{ListModel, ListTable};
use super::services::{DutyRow, ServicePointRow};
use super::shell::{Link, Shell};
use super::stars::Stars;
use super::together::Together;
use super::{ActivityRow, ContactRow, IssueRow, ProjectRow, ReportedRow, View, routes};
use crate::measure::{Bit, Subject};
use crate::model::{Event, Period, Place, PlaceIx, Project};

/// Overdue issues listed in full; more are counted and found in the download.
const OVERDUE: usize = 50;
/// Rows of the other lists.
const ROWS: usize = 5;
/// Charts of issues on community pages; the others can be called from their prose, and stand on the page of statistics.
const ISSUE_CHARTS: [&str; 4] =
    ["issues.received", "issues.on_time_rate", "issues.received.category", "issues.on_time_rate.tier"];

/// The figures on cards.
pub(super) const CARDS: [&str; 6] = [
    "issues.received",
    "issues.on_time_rate",
    "issues.resolution_rate",
    "issues.result_satisfaction",
    "issues.overdue",
    "activities.hours",
];
/// The figures in the table below them.
pub(super) const MORE: [(Topic, &[&str]); 4] = [
    (
        Topic::Handling,
        &[
            "issues.due",
            "issues.completion_rate",
            "issues.response_rate",
            "issues.handling_median",
            "issues.handling_p90",
            "issues.backlog",
            "issues.complaints_per_thousand",
        ],
    ),
    (Topic::Ratings, &["issues.process_satisfaction", "issues.evaluation_coverage", "issues.stars_mean"]),
    (Topic::Volunteers, &["activities.sessions", "activities.participations", "activities.served"]),
    (Topic::Projects, &["projects.active", "projects.on_schedule_rate"]),
];

/// A community or roll-up page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlacePage {
    /// Frame.
    pub shell: Shell,
    /// Name of its level.
    pub level: String,
    /// Whether it is a community: has records of its own, no communities below.
    pub is_community: bool,
    /// How things stand, in one sentence; empty without issues.
    pub status: Vec<Link>,
    /// Households, residents and the like, with the day they were counted.
    pub about: Vec<Fact>,
    /// Places directly below it, by level: name of the level, names of the places.
    pub below: Vec<Below>,
    /// Whom to call.
    pub contacts: Vec<ContactRow>,
    /// What the authors wrote.
    pub prose: Option<ProseModel>,
    /// The month the cards are about.
    pub period: String,
    /// The figures that matter most, as cards.
    pub cards: Vec<Card>,
    /// The other figures of the month, by what they are about.
    pub more_cards: Vec<CardGroup>,
    /// Streaks of complete months, a sentence each.
    pub streaks: Vec<String>,
    /// The stages that the issues of the month came to.
    pub funnel: Option<Funnel>,
    /// The stars so far; only on roll-ups, a community has too few in a month.
    pub stars: Option<Stars>,
    /// What stands open, by age.
    pub ageing: Option<Ageing>,
    /// Categories that are not published separately.
    pub together: Option<Together>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// Charts that its prose can call.
    #[serde(skip)]
    pub callable: Vec<Chart>,
    /// Communities below it, with their figures; only on roll-ups.
    pub communities: Option<SubjectTable>,
    /// Overdue issues, oldest deadline first.
    pub overdue: Vec<IssueRow>,
    /// Overdue issues not listed.
    pub overdue_more: usize,
    /// Latest finished issues.
    pub handled: Vec<IssueRow>,
    /// How far the items of each list have come; `None` without items.
    pub list_table: Option<ListTable>,
    /// The lists with their items; only on community pages.
    pub lists: Vec<ListModel>,
    /// Projects.
    pub projects: Vec<ProjectRow>,
    /// Projects not listed.
    pub projects_more: usize,
    /// Teams at home here.
    pub teams: Vec<Link>,
    /// Latest activities.
    pub activities: Vec<ActivityRow>,
    /// Notices that concern it: public ones that can still be objected to, those for a day ahead, and the latest others.
    pub notices: Vec<NoticeRow>,
    /// Days on which something is held again and again.
    pub fixed_days: Vec<FixedDayRow>,
    /// The file of these days; none on roll-ups.
    pub calendar: Option<String>,
    /// Service points in it.
    pub service_points: Vec<ServicePointRow>,
    /// Service points not listed.
    pub service_points_more: usize,
    /// Its own rota for the week after the as-of date.
    pub duty: Vec<DutyRow>,
    /// Reported figures.
    pub reported: Vec<ReportedRow>,
    /// Its sheets to print.
    pub sheets: Vec<Link>,
    /// Files with its figures.
    pub downloads: Vec<Link>,
}

/// A fact with its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// What.
    pub name: String,
    /// How much.
    pub value: String,
    /// As of when; empty when not said.
    pub on: String,
}

/// Places of one level below another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Below {
    /// The level.
    pub level: String,
    /// The places.
    pub places: Vec<Inside>,
}

/// A place below the one that a page is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Inside {
    /// Its name.
    pub name: String,
    /// What its place on the page is called, to which the code at its door leads; empty for places without a door plate.
    pub anchor: String,
}

impl View<'_> {
    /// The page of a community or roll-up; `None` for a place that has no page.
    #[must_use]
    pub fn place_page(&self, at: PlaceIx) -> Option<PlacePage> {
        let place = self.place(at)?;
        let address = routes::place(place, self.config.community_level)?;
        let ledger = self.cleared.ledger();
        let subject = Subject::Place(at);
        let is_community = place.level == self.config.community_level;
        let month = Period::Month(self.month);
        let status = if ledger.issues.is_empty() { Vec::new() } else { self.status(subject) };
        let facts = self.facts(subject, self.month, &[if is_community { "社区" } else { "本地" }]);
        let overdue = self.overdue_of(at, place);
        let projects = self.projects_of(at, place);
        let mut crumbs = self.home_crumb();
        crumbs.extend(self.above(place));
        let inside = |other: PlaceIx| (at..=place.last).contains(&other);
        let communities: Vec<PlaceIx> = self.communities.iter().copied().filter(|&other| inside(other)).collect();
        let mut charts = self.issue_charts(subject);
        let mut callable = Vec::new();
        if is_community {
            (charts, callable) =
                charts.into_iter().partition(|chart: &Chart| ISSUE_CHARTS.contains(&chart.id.as_str()));
        } else {
            charts.extend(self.multiples("issues.on_time_rate", &communities, subject));
        }
        // Activities by month are on the pages of the teams; a community without issues shows its own.
        let shown = usize::from(!is_community || charts.is_empty());
        let mut activities = self.activity_charts(subject);
        callable.extend(activities.split_off(activities.len().min(shown)));
        callable.extend(self.activity_calendar(subject));
        charts.extend(activities);
        let (service_points, service_points_more) = self.listed_points(at);
        let own = self.formula_cards(&facts, self.month);
        Some(PlacePage {
            shell: self.shell(&address, &place.name, super::sentences::plain(&status), crumbs, routes::COMMUNITIES),
            level: self.config.levels.get(place.level).map(|level| level.name.clone()).unwrap_or_default(),
            is_community,
            status,
            about: self.about(place),
            below: self.below(at, place),
            contacts: self.contacts(&place.contacts),
            prose: ledger.library.places.get(&at).map(|prose| ProseModel::of(prose, facts)),
            period: self.period_name(month),
            cards: self.cards(&self.of_groups(&CARDS), subject, month),
            more_cards: self.card_groups(&MORE, subject, month, own),
            streaks: self.streaks(subject),
            funnel: self.funnel(subject, month),
            stars: if is_community { None } else { self.stars(subject) },
            ageing: self.ageing(subject),
            together: self.together(subject),
            charts,
            callable,
            communities: (!is_community).then(|| {
                self.community_table(&communities, Some((Link::new(place.name.clone(), address.clone()), subject)))
            }),
            overdue_more: overdue.len().saturating_sub(OVERDUE),
            overdue: overdue.into_iter().take(OVERDUE).map(|record| self.issue_row(record)).collect(),
            handled: if is_community { self.latest_handled(at, place) } else { Vec::new() },
            list_table: self.list_table(subject),
            lists: if is_community { self.lists(at, place) } else { Vec::new() },
            projects_more: projects.len().saturating_sub(ROWS),
            projects: projects.into_iter().take(ROWS).collect(),
            teams: ledger
                .teams
                .iter()
                .filter(|team| team.home.is_some_and(inside))
                .map(|team| Link::new(team.name.clone(), routes::team(team)))
                .collect(),
            activities: self.latest_activities(
                ledger
                    .activities
                    .iter()
                    .rev()
                    .filter(|activity| crate::measure::activities::place_of(ledger, activity).is_some_and(inside)),
                ROWS,
            ),
            notices: self.notices_of(at),
            fixed_days: if is_community { self.fixed_day_rows(at) } else { Vec::new() },
            calendar: self.place_calendar(at),
            duty: self.duty_of_the_week(at, &service_points),
            service_points,
            service_points_more,
            reported: self.reported(subject),
            sheets: self.sheet_links(subject),
            downloads: vec![
                Link::new(
                    self.lang.pick("本页数字（JSON）", "Figures of this page (JSON)"),
                    self.shared(&routes::place_json(place, self.config.community_level)),
                ),
                Link::new(self.lang.pick("全部数据", "All data"), routes::DATA),
            ],
        })
    }

    /// Those of some metrics whose kind of record the site has.
    pub(super) fn of_groups<'m>(&self, ids: &[&'m str]) -> Vec<&'m str> {
        ids.iter().copied().filter(|id| self.has_group(id.split('.').next().unwrap_or_default())).collect()
    }

    /// Places above, outermost first, as links.
    fn above(&self, place: &Place) -> Vec<Link> {
        let mut links = Vec::new();
        let mut at = place.parent;
        while let Some(above) = at.and_then(|at| self.place(at)) {
            links.extend(
                routes::place(above, self.config.community_level).map(|address| Link::new(above.name.clone(), address)),
            );
            at = above.parent;
        }
        links.reverse();
        links
    }

    fn about(&self, place: &Place) -> Vec<Fact> {
        let on = place.counted_on.map(|day| self.day(day)).unwrap_or_default();
        let counts = [
            (self.lang.pick("户数", "Households"), place.households, self.lang.pick("户", "")),
            (self.lang.pick("常住人口", "Residents"), place.residents, self.lang.pick("人", "")),
        ];
        counts
            .into_iter()
            .filter_map(|(name, count, unit)| {
                let value = super::figure_text::count_text(u64::from(count?));
                Some(Fact { name: name.to_owned(), value: format!("{value} {unit}").trim().to_owned(), on: on.clone() })
            })
            .collect()
    }

    fn below(&self, at: PlaceIx, place: &Place) -> Vec<Below> {
        let ledger = self.cleared.ledger();
        let inside = ledger.places.get(at.0 as usize + 1..=place.last.0 as usize).unwrap_or_default();
        let doors = self.door_levels(inside);
        self.config
            .levels
            .iter()
            .enumerate()
            .skip(self.config.community_level.max(place.level) + 1)
            .filter(|_| place.level == self.config.community_level)
            .map(|(level, spec)| Below {
                level: spec.name.clone(),
                places: inside
                    .iter()
                    .filter(|below| below.level == level)
                    .map(|below| Inside {
                        name: below.name.clone(),
                        anchor: if doors.contains(&level) { routes::anchor(below) } else { String::new() },
                    })
                    .collect(),
            })
            .filter(|below| !below.places.is_empty())
            .collect()
    }

    /// Overdue issues of a place, oldest deadline first: exactly those that the figure counts.
    fn overdue_of(&self, at: PlaceIx, place: &Place) -> Vec<usize> {
        let issues = &self.cleared.ledger().issues;
        let membership = self.cleared.measures().membership();
        let mut found: Vec<usize> =
            issues.of_places(at, place.last).filter(|&record| membership.has(record, Bit::Overdue)).collect();
        found.sort_by_key(|&record| (membership.deadline(record).map(crate::text::date::Moment::order), record));
        found
    }

    /// The issues finished last.
    fn latest_handled(&self, at: PlaceIx, place: &Place) -> Vec<IssueRow> {
        let issues = &self.cleared.ledger().issues;
        let membership = self.cleared.measures().membership();
        let when = |record: usize| {
            let at = issues.time(record, Event::Handled).or_else(|| issues.time(record, Event::Closed));
            at.map(crate::text::date::Moment::order)
        };
        let mut found: Vec<usize> =
            issues.of_places(at, place.last).filter(|&record| membership.has(record, Bit::Handled)).collect();
        found.sort_by_key(|&record| std::cmp::Reverse((when(record), record)));
        found.into_iter().take(ROWS).map(|record| self.issue_row(record)).collect()
    }

    fn projects_of(&self, at: PlaceIx, place: &Place) -> Vec<ProjectRow> {
        self.projects_in_order(at, place).into_iter().map(|project| self.project_row(project)).collect()
    }

    /// Projects of a place: late ones first, then those in progress, planned, done.
    pub(super) fn projects_in_order(&self, at: PlaceIx, place: &Place) -> Vec<&Project> {
        let mut found: Vec<_> = self.cleared.ledger().projects_of(at, place.last).iter().collect();
        found.sort_by_key(|project| {
            let state = crate::measure::state(project, self.as_of);
            let rank = match state {
                _ if self.is_late(project) => 0,
                crate::model::ProjectState::Active => 1,
                crate::model::ProjectState::Planned => 2,
                crate::model::ProjectState::Paused => 3,
                crate::model::ProjectState::Done => 4,
                crate::model::ProjectState::Cancelled => 5,
            };
            (rank, std::cmp::Reverse(project.done), project.due, project.id.as_str())
        });
        found
    }
}
