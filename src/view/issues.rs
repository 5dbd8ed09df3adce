//! Issue statistics of the whole site.

use schemars::JsonSchema;
use serde::Serialize;

use super::ageing::Ageing;
use super::card::{Card, CardGroup, Topic};
use super::chart::{Chart, Table};
use super::funnel::Funnel;
use super::shell::{Link, Shell};
use super::together::Together;
use super::{View, figure_text, routes};
use crate::measure::{Bit, Cohort, Subject, registry};
use crate::model::{Period, Status};

/// Months of the monthly table.
const MONTHS: i32 = 24;
/// Topics listed.
const TOPICS: usize = 20;

/// The figures on cards.
const CARDS: [&str; 8] = [
    "issues.received",
    "issues.due",
    "issues.on_time_rate",
    "issues.overdue",
    "issues.resolution_rate",
    "issues.result_satisfaction",
    "issues.evaluation_coverage",
    "issues.handling_median",
];
/// The figures in the table below them.
const MORE: [(Topic, &[&str]); 2] = [
    (
        Topic::Handling,
        &[
            "issues.received_per_working_day",
            "issues.complaints_per_thousand",
            "issues.handled",
            "issues.completion_rate",
            "issues.on_time_with_excluded_rate",
            "issues.left_in_time_rate",
            "issues.response_rate",
            "issues.handling_p90",
            "issues.backlog",
            "issues.extension_rate",
            "issues.unfounded_extensions",
            "issues.sent_back_rate",
            "issues.repeat_rate",
            "issues.patrol_rate",
            "issues.topic_conversion_rate",
        ],
    ),
    (
        Topic::Ratings,
        &[
            "issues.full_resolution_rate",
            "issues.process_satisfaction",
            "issues.not_evaluated",
            "issues.not_called",
            "issues.call_unreached",
            "issues.call_declined",
            "issues.call_unrated",
            "issues.satisfaction_floor_rate",
            "issues.satisfaction_ceiling_rate",
            "issues.rectified_rate",
            "issues.rework_rate",
        ],
    ),
];

/// Issue statistics.
#[derive(Debug, Serialize, JsonSchema)]
pub struct IssuesPage {
    /// Frame.
    pub shell: Shell,
    /// How things stand, in one sentence.
    pub status: Vec<Link>,
    /// The month the cards are about.
    pub period: String,
    /// The figures that matter most, as cards.
    pub cards: Vec<Card>,
    /// The other figures of the month, by what they are about.
    pub more_cards: Vec<CardGroup>,
    /// The stages that the issues of the month came to.
    pub funnel: Option<Funnel>,
    /// What stands open, by age.
    pub ageing: Option<Ageing>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// Month by month.
    pub monthly: Table,
    /// The offices in charge, this year; nothing where none is named.
    pub departments: Option<Table>,
    /// Common topics with their issues.
    pub topics: Vec<TopicRow>,
    /// Issues outside the figures, by reason.
    pub excluded: Vec<ExcludedRow>,
    /// Categories that are not published separately.
    pub together: Option<Together>,
}

/// A common topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TopicRow {
    /// Its name.
    pub name: String,
    /// Issues gathered under it.
    pub issues: usize,
    /// First and last month in which one was received.
    pub span: String,
    /// Projects that grew out of it.
    pub projects: Vec<super::ProjectRow>,
}

/// Issues outside the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExcludedRow {
    /// Why.
    pub reason: String,
    /// How many.
    pub issues: usize,
}

impl View<'_> {
    /// Issue statistics.
    #[must_use]
    pub fn issues_page(&self) -> IssuesPage {
        let subject = Subject::Site;
        let month = Period::Month(self.month);
        let title = self.lang.pick("诉求办理统计", "Issue statistics");
        let status = self.status(subject);
        IssuesPage {
            shell: self.shell(
                routes::ISSUES,
                title,
                super::sentences::plain(&status),
                self.home_crumb(),
                routes::ISSUES,
            ),
            status,
            period: self.period_name(month),
            cards: self.cards(&CARDS, subject, month),
            more_cards: self.card_groups(&MORE, subject, month, Vec::new()),
            funnel: self.funnel(subject, month),
            ageing: self.ageing(subject),
            charts: self.issue_charts(subject),
            monthly: self.monthly_table(subject),
            departments: self.departments_table(),
            topics: self.topics(),
            excluded: self.excluded(),
            together: self.together(subject),
        }
    }

    /// The offices in charge in the year of the pages' month, by name: what came to them and how it went.
    fn departments_table(&self) -> Option<Table> {
        const COLUMNS: [&str; 6] = [
            "issues.received",
            "issues.due",
            "issues.on_time_rate",
            "issues.handling_median",
            "issues.backlog",
            "issues.overdue",
        ];
        let measures = self.cleared.measures();
        let year = Period::year(self.month);
        let metrics: Vec<_> = COLUMNS.iter().filter_map(|id| registry::find(id)).collect();
        let mut heads = vec![Link::new(self.lang.pick("承办单位", "Office"), "")];
        heads
            .extend(metrics.iter().map(|metric| Link::new(metric.text(self.lang).name, routes::definition(metric.id))));
        let named = &self.cleared.ledger().departments;
        let mut rows: Vec<Vec<String>> = named
            .iter()
            .enumerate()
            .filter(|&(at, _)| measures.tally(Subject::department(at)).issues.span().is_some())
            .map(|(at, name)| {
                let cell =
                    |metric| figure_text::with_unit(&measures.figure(metric, Subject::department(at), year), self.lang);
                std::iter::once(name.clone()).chain(metrics.iter().map(|&metric| cell(metric))).collect()
            })
            .collect();
        // By the name that is printed: in another language that is another order.
        rows.sort_by(|a, b| a.first().cmp(&b.first()));
        (!rows.is_empty()).then_some(Table { heads, rows })
    }

    /// Month by month, newest first.
    fn monthly_table(&self, subject: Subject) -> Table {
        const COLUMNS: [&str; 8] = [
            "issues.received",
            "issues.due",
            "issues.handled",
            "issues.completion_rate",
            "issues.on_time_rate",
            "issues.resolution_rate",
            "issues.evaluation_coverage",
            "issues.handling_median",
        ];
        let metrics: Vec<_> =
            COLUMNS.iter().filter(|id| self.is_measured(id)).filter_map(|id| registry::find(id)).collect();
        let measures = self.cleared.measures();
        let first = measures.span(subject).map_or(self.month, |(first, _)| first);
        let months = self.month.since(first).clamp(0, MONTHS - 1);
        let mut heads = vec![Link::new(self.lang.pick("月份", "Month"), "")];
        heads.extend(
            metrics.iter().map(|metric| Link::new(metric.text(self.lang).name, self.figure_address(metric, subject))),
        );
        let rows = (0..=months)
            .map(|step| {
                let period = Period::Month(self.month.plus(-step));
                let mut row = vec![period.name(self.lang)];
                row.extend(metrics.iter().map(|metric| {
                    let text = figure_text::words(&measures.figure(metric, subject, period), self.lang);
                    format!("{} {}", text.value, if metric.is_rate() { "" } else { &text.unit }).trim().to_owned()
                }));
                row
            })
            .collect();
        Table { heads, rows }
    }

    pub(super) fn topics(&self) -> Vec<TopicRow> {
        let ledger = self.cleared.ledger();
        let membership = self.cleared.measures().membership();
        let names = ledger.issues.topics.words();
        let mut months = vec![Vec::new(); names.len()];
        for record in 0..ledger.issues.len() {
            let topic = ledger.issues.topics.position(record);
            let month = membership.month(record, Cohort::Received).filter(|_| membership.has(record, Bit::Received));
            if let (Some(found), Some(month)) = (topic.and_then(|at| months.get_mut(at)), month) {
                found.push(month);
            }
        }
        let mut rows: Vec<TopicRow> = names
            .iter()
            .zip(months)
            .filter_map(|(name, months)| {
                let first = Period::Month(*months.iter().min()?).name(self.lang);
                let last = Period::Month(*months.iter().max()?).name(self.lang);
                let projects = ledger.projects.iter().filter(|project| project.origin == *name);
                Some(TopicRow {
                    name: name.clone(),
                    issues: months.len(),
                    span: if first == last { first } else { format!("{first} — {last}") },
                    projects: projects.map(|project| self.project_row(project)).collect(),
                })
            })
            .collect();
        rows.sort_by(|a, b| b.issues.cmp(&a.issues).then_with(|| a.name.cmp(&b.name)));
        rows.truncate(TOPICS);
        rows
    }

    /// Issues outside the figures, with the reason: none is dropped silently.
    fn excluded(&self) -> Vec<ExcludedRow> {
        let issues = &self.cleared.ledger().issues;
        let membership = self.cleared.measures().membership();
        let mut counts = std::collections::BTreeMap::<String, usize>::new();
        for record in 0..issues.len() {
            let known = membership.month(record, Cohort::Received).is_some();
            if !known || membership.has(record, Bit::Received) {
                continue;
            }
            let reason = match (issues.statuses.get(record), issues.excluded.get(record)) {
                (_, Some(reason)) => self.reason_name(reason),
                (
                    Some(status @ (Status::Duplicate | Status::Withdrawn | Status::Rejected | Status::SentBack)),
                    None,
                ) => status.name(self.lang).to_owned(),
                _ => Status::Duplicate.name(self.lang).to_owned(),
            };
            *counts.entry(reason).or_default() += 1;
        }
        counts.into_iter().map(|(reason, issues)| ExcludedRow { reason, issues }).collect()
    }
}
