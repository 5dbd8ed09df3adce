//! The index of communities, and the table of communities on roll-up pages: in official order, never by score.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure_text;
use super::ranking::RankingModel;
use super::shell::{Link, Shell};
use super::sparkline::Sparkline;
use super::{View, routes};
use crate::measure::Subject;
use crate::measure::registry::{self, Metric};
use crate::model::{Period, PlaceIx};

/// Figures in the table, one column each.
const COLUMNS: [&str; 9] = [
    "issues.received",
    "issues.overdue",
    "issues.on_time_rate",
    "issues.due",
    "issues.resolution_rate",
    "issues.evaluation_coverage",
    "issues.complaints_per_thousand",
    "activities.sessions",
    "projects.on_schedule_rate",
];

/// The index of communities.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CommunitiesPage {
    /// Frame.
    pub shell: Shell,
    /// The month the figures are about.
    pub period: String,
    /// The table.
    pub table: SubjectTable,
    /// The drawings of their last months.
    #[serde(skip)]
    pub sparklines: Vec<Sparkline>,
    /// The communities compared, where the site asks for it.
    pub ranking: Option<RankingModel>,
    /// Roll-up pages.
    pub rollups: Vec<Link>,
}

/// Subjects with their figures, a row each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SubjectTable {
    /// Head of the first column.
    pub head: String,
    /// The other columns.
    pub columns: Vec<Column>,
    /// Heads of the columns of drawings after them.
    pub trends: Vec<String>,
    /// Rows in official order.
    pub rows: Vec<SubjectRow>,
    /// The whole, from records, when there is one.
    pub total: Option<SubjectRow>,
}

/// A column of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// The metric, with its definition.
    pub metric: Link,
    /// The page that lists the same subjects sorted by it; empty where there is none.
    pub sorted: String,
}

/// A subject with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SubjectRow {
    /// Its page.
    pub link: Link,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Ids of its drawings, one a column of drawings.
    pub drawings: Vec<String>,
}

/// A figure in a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// The number.
    pub value: String,
    /// What it is made of; empty for counts.
    pub parts: String,
    /// Subject, metric and number: what the link says to those who hear it alone.
    pub label: String,
    /// Address of its row among the figures of its subject, from the root; empty where there is none.
    pub figure: String,
}

impl Cell {
    /// A number of a subject or metric; without its name the cell leads nowhere by itself.
    pub(super) fn new(name: &str, value: String, parts: String, figure: String) -> Self {
        let label = if name.is_empty() { String::new() } else { format!("{name} {value}") };
        Self { value, parts, label, figure }
    }
}

impl View<'_> {
    /// The index of communities.
    #[must_use]
    pub fn communities_page(&self) -> CommunitiesPage {
        let title = self.lang.pick("社区", "Communities");
        let count = self.communities.len().to_string();
        let description = self.lang.pick(
            format!("{count} 个社区的办理情况，按公布顺序排列"),
            format!("{count} {} in official order", figure_text::counted(&count, "communities")),
        );
        let trends = self.trends(&["issues.received", "issues.on_time_rate"], &self.communities);
        let mut table = self.community_table(&self.communities, None);
        table.trends = trends.heads;
        for (row, drawings) in table.rows.iter_mut().zip(trends.rows) {
            row.drawings = drawings;
        }
        CommunitiesPage {
            shell: self.shell(routes::COMMUNITIES, title, description, self.home_crumb(), routes::COMMUNITIES),
            period: self.period_name(Period::Month(self.month)),
            table,
            sparklines: trends.lines,
            ranking: self.ranking(),
            rollups: self.rollups.iter().filter_map(|&at| self.place_link(at)).collect(),
        }
    }

    /// Communities with their figures of the month, and the total of the place that holds them.
    pub(super) fn community_table(&self, communities: &[PlaceIx], whole: Option<(Link, Subject)>) -> SubjectTable {
        let metrics = self.table_metrics();
        let sorted = self.sorted_whole(whole.as_ref().map_or(Subject::Site, |(_, subject)| *subject));
        let sorting = sorted.map_or_else(Vec::new, |whole| self.sorting_metrics(whole));
        let is_sorting = |metric: &Metric| sorting.iter().any(|known| known.id == metric.id);
        let row = |link: Link, subject: Subject| SubjectRow {
            cells: metrics.iter().map(|metric| self.cell(metric, subject, &link.text)).collect(),
            drawings: Vec::new(),
            link,
        };
        SubjectTable {
            head: self.level_name(self.config.community_level).to_owned(),
            columns: metrics
                .iter()
                .map(|metric| Column {
                    metric: Link::new(metric.text(self.lang).name, routes::definition(metric.id)),
                    sorted: sorted
                        .filter(|_| is_sorting(metric))
                        .and_then(|whole| self.sorted_address(whole, metric.id))
                        .unwrap_or_default(),
                })
                .collect(),
            trends: Vec::new(),
            rows: communities.iter().filter_map(|&at| Some(row(self.place_link(at)?, Subject::Place(at)))).collect(),
            total: whole.map(|(link, subject)| row(link, subject)),
        }
    }

    /// What the table holds on this site.
    pub(super) fn table_metrics(&self) -> Vec<&'static Metric> {
        let found = COLUMNS.iter().filter_map(|id| registry::find(id));
        found.filter(|metric| self.has_group(metric.group()) && self.is_measured(metric.id)).collect()
    }

    /// What a level is called.
    pub(super) fn level_name(&self, level: usize) -> &str {
        self.config.levels.get(level).map_or("", |level| level.name.as_str())
    }

    /// A figure of the month as a cell of a table of subjects.
    pub(super) fn cell(&self, metric: &'static Metric, subject: Subject, name: &str) -> Cell {
        let figure = self.cleared.measures().figure(metric, subject, Period::Month(self.month));
        let text = figure_text::words(&figure, self.lang);
        let name = format!("{name} {}", metric.text(self.lang).name);
        Cell::new(&name, text.value, text.parts, self.figure_address(metric, subject))
    }

    /// Whether the site has records of a group of metrics.
    pub(super) fn has_group(&self, group: &str) -> bool {
        let ledger = self.cleared.ledger();
        match group {
            "issues" => !ledger.issues.is_empty(),
            "activities" => !ledger.activities.is_empty(),
            "items" => !ledger.items.is_empty(),
            "notices" => ledger.library.notices.iter().any(|notice| notice.publicity.is_some()),
            _ => !ledger.projects.is_empty(),
        }
    }

    /// The way from home.
    pub(super) fn home_crumb(&self) -> Vec<Link> {
        vec![Link::new(self.lang.pick("首页", "Home"), routes::HOME)]
    }
}
