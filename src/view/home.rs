//! Home: has anybody taken care of it, and how well?

use schemars::JsonSchema;
use serde::Serialize;

use super::card::{Card, CardGroup};
use super::chart::{Chart, Form};
use super::content::{NoticeRow, ProseModel};
use super::fixed_days::ComingRow;
use super::lists::ListTable;
use super::shell::{Link, Shell};
use super::{ActivityRow, IssueRow, ProjectRow, ReportedRow, View, routes};
use crate::measure::{Bit, Dimension, Subject};
use crate::model::{Event, Period};

/// Rows of the short lists.
const SHORT: usize = 6;

/// The home page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HomePage {
    /// Frame.
    pub shell: Shell,
    /// How things stand, in one sentence; empty without issues.
    pub status: Vec<Link>,
    /// How many issues are overdue, as a card: it stands on the first screen.
    pub overdue: Option<Card>,
    /// Find my community: names, with the estates below them.
    pub communities: Vec<CommunityEntry>,
    /// The figures that matter most, as cards.
    pub cards: Vec<Card>,
    /// Figures that the site declares.
    pub more_cards: Vec<CardGroup>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// What the authors wrote.
    pub prose: Option<ProseModel>,
    /// Finished issues that were released for the public, newest first.
    pub finished: Vec<IssueRow>,
    /// Projects due this month or late.
    pub projects: Vec<ProjectRow>,
    /// How far the items of each public list have come; `None` without items.
    pub list_table: Option<ListTable>,
    /// Latest activities.
    pub activities: Vec<ActivityRow>,
    /// Latest notices.
    pub notices: Vec<NoticeRow>,
    /// What comes in the next two weeks.
    pub coming: Vec<ComingRow>,
    /// How much more comes then.
    pub coming_more: usize,
    /// The file of fixed days; none without any.
    pub calendar: Option<String>,
    /// Reported figures of places above the communities.
    pub reported: Vec<ReportedRow>,
    /// Roll-up pages.
    pub rollups: Vec<Link>,
}

/// A community in the finder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CommunityEntry {
    /// Its page.
    pub link: Link,
    /// Names of the places below it, so that a resident finds the own estate.
    pub below: Vec<String>,
}

impl View<'_> {
    /// The home page.
    #[must_use]
    pub fn home(&self) -> HomePage {
        let subject = Subject::Site;
        let month = Period::Month(self.month);
        let ledger = self.cleared.ledger();
        let site = &self.config.site;
        let has_issues = !ledger.issues.is_empty();
        let mut cards = Vec::new();
        if has_issues {
            let ids =
                ["issues.received", "issues.on_time_rate", "issues.resolution_rate", "issues.evaluation_coverage"];
            cards.extend(self.cards(&ids, subject, month));
        }
        if !ledger.activities.is_empty() {
            cards.extend(self.cards(&["activities.hours", "activities.active_teams"], subject, month));
        }
        if !ledger.projects.is_empty() {
            cards.extend(self.cards(&["projects.active", "projects.on_schedule_rate"], subject, month));
        }
        let facts = self.facts(subject, self.month, &["本站", "全站"]);
        let own = self.formula_cards(&facts, self.month);
        let mut charts = self.issue_charts(subject);
        charts.truncate(4);
        charts.extend(self.activity_charts(subject).into_iter().take(2));
        let coming = self.coming();
        HomePage {
            shell: self.shell(routes::HOME, &site.title, site.description.clone(), Vec::new(), routes::HOME),
            status: if has_issues { self.status(subject) } else { Vec::new() },
            overdue: if has_issues { self.card("issues.overdue", subject, month) } else { None },
            communities: self.finder(),
            cards,
            more_cards: self.card_groups(&[], subject, month, own),
            charts,
            prose: ledger.library.home.as_ref().map(|prose| ProseModel::of(prose, facts)),
            finished: self.released(),
            projects: self.pressing_projects(),
            list_table: self.list_table(subject),
            activities: self.latest_activities(ledger.activities.iter().rev(), SHORT),
            notices: self.notice_rows(ledger.library.notices.iter().take(SHORT)),
            coming: coming.rows,
            coming_more: coming.more,
            calendar: (!ledger.fixed_days.is_empty()).then(|| self.shared(routes::CALENDAR)),
            reported: self.rollups.iter().flat_map(|&at| self.reported(Subject::Place(at))).collect(),
            rollups: self.rollups.iter().filter_map(|&at| self.place_link(at)).collect(),
        }
    }

    fn finder(&self) -> Vec<CommunityEntry> {
        let ledger = self.cleared.ledger();
        let finest = self.config.community_level + 1;
        self.communities
            .iter()
            .filter_map(|&at| {
                let place = self.place(at)?;
                let below = ledger.places.get(at.0 as usize + 1..=place.last.0 as usize).unwrap_or_default();
                Some(CommunityEntry {
                    link: self.place_link(at)?,
                    below: below.iter().filter(|below| below.level == finest).map(|below| below.name.clone()).collect(),
                })
            })
            .collect()
    }

    /// Finished issues with a released sentence, newest first.
    fn released(&self) -> Vec<IssueRow> {
        let issues = &self.cleared.ledger().issues;
        let membership = self.cleared.measures().membership();
        let mut found: Vec<usize> = (0..issues.len())
            .filter(|&record| !issues.summaries.get(record).is_empty() && membership.has(record, Bit::Handled))
            .collect();
        found.sort_by_key(|&record| {
            std::cmp::Reverse((issues.time(record, Event::Handled).map(crate::text::date::Moment::order), record))
        });
        found.into_iter().take(SHORT).map(|record| self.issue_row(record)).collect()
    }

    /// Projects that are late or due this month.
    fn pressing_projects(&self) -> Vec<ProjectRow> {
        let projects = &self.cleared.ledger().projects;
        let mut found: Vec<_> = projects
            .iter()
            .filter(|project| {
                let due_now = project.due.is_some_and(|due| self.config.months.month_of_day(due) == self.month);
                crate::measure::state(project, self.as_of) == crate::model::ProjectState::Active
                    && (due_now || self.is_late(project))
            })
            .collect();
        found.sort_by_key(|project| (project.due, project.id.as_str()));
        found.into_iter().take(SHORT).map(|project| self.project_row(project)).collect()
    }

    /// The charts of issues of a subject: by month, on time, categories, tiers, satisfaction, time to finish,
    /// channels, kinds.
    #[must_use]
    pub fn issue_charts(&self, subject: Subject) -> Vec<Chart> {
        if self.cleared.ledger().issues.is_empty() {
            return Vec::new();
        }
        let lang = self.lang;
        let by_month = self.monthly(
            "issues.received",
            lang.pick("受理、应办结与办结", "Received, due and handled"),
            &["issues.received", "issues.due", "issues.handled"],
            subject,
            Form::Lines,
        );
        let on_time = self.monthly(
            "issues.on_time_rate",
            lang.pick("按期办结率", "On-time rate"),
            &["issues.on_time_rate"],
            subject,
            Form::Columns,
        );
        let rated = ["issues.process_satisfaction", "issues.result_satisfaction", "issues.evaluation_coverage"];
        let rated: Vec<&str> = rated.into_iter().filter(|id| self.is_measured(id)).collect();
        let satisfaction = self.monthly(
            "issues.result_satisfaction",
            lang.pick("满意率与评价覆盖率", "Satisfaction and coverage"),
            &rated,
            subject,
            Form::Lines,
        );
        let mut charts = vec![by_month, on_time];
        charts.extend(self.by_word("issues.received.category", "issues.received", Dimension::Category, subject));
        charts.extend(self.by_word("issues.on_time_rate.tier", "issues.on_time_rate", Dimension::Tier, subject));
        charts.push(satisfaction);
        charts.extend(self.handling_chart(subject));
        charts.extend(self.by_word("issues.received.channel", "issues.received", Dimension::Channel, subject));
        charts.extend(self.by_word("issues.received.kind", "issues.received", Dimension::Kind, subject));
        charts.retain(|chart| !chart.is_empty());
        charts
    }

    /// The charts of activities of a subject: hours, participations, sessions, kinds, people served.
    #[must_use]
    pub fn activity_charts(&self, subject: Subject) -> Vec<Chart> {
        if self.cleared.ledger().activities.is_empty() {
            return Vec::new();
        }
        let ids = [
            "activities.hours",
            "activities.participations",
            "activities.sessions",
            "activities.served",
            "activities.served_people",
            "activities.served_households",
        ];
        let mut charts: Vec<Chart> = ids
            .iter()
            .filter_map(|id| crate::measure::registry::find(id))
            .map(|metric| self.monthly(metric.id, metric.text(self.lang).name, &[metric.id], subject, Form::Columns))
            .collect();
        charts.extend(self.by_activity_kind("activities.sessions.kind", "activities.sessions", subject));
        charts.retain(|chart| !chart.is_flat());
        charts
    }

    /// The first activities of an order that count.
    pub(super) fn latest_activities<'b>(
        &self,
        activities: impl Iterator<Item = &'b crate::model::Activity>,
        most: usize,
    ) -> Vec<ActivityRow> {
        activities
            .filter(|activity| crate::measure::activities::counts(activity, self.as_of))
            .take(most)
            .map(|activity| self.activity_row(activity))
            .collect()
    }
}
