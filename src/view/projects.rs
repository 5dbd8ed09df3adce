//! The index of projects.

use schemars::JsonSchema;
use serde::Serialize;

use super::card::Card;
use super::chart::Chart;
use super::figure_text::{count_text, counted};
use super::shell::{Link, Shell};
use super::teams::MOST_JUMPS;
use super::{ProjectRow, View, routes};
use crate::measure::{Subject, Value, registry};
use crate::model::{Period, PlaceIx, ProjectState};

/// Projects listed on the index; more are found on the pages of their communities and in the download.
const ROWS: usize = 300;
/// Projects that a reader can look over; of more, those of one community are looked for.
const FEW: usize = 12;

/// The index of projects.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProjectsPage {
    /// Frame.
    pub shell: Shell,
    /// The cards.
    pub cards: Vec<Card>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// Projects by state: late ones first.
    pub groups: Vec<ProjectGroup>,
    /// Projects not listed.
    pub more: usize,
    /// Where many projects are, and how many: the lists on the pages of the communities.
    pub places: Vec<Link>,
}

/// Projects in one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProjectGroup {
    /// Its anchor: the canonical state, or `late`.
    pub id: &'static str,
    /// The state.
    pub name: String,
    /// How many there are in all, with thousands separators.
    pub count: String,
    /// The projects.
    pub projects: Vec<ProjectRow>,
}

impl View<'_> {
    /// The index of projects.
    #[must_use]
    pub fn projects_page(&self) -> ProjectsPage {
        let ledger = self.cleared.ledger();
        let lang = self.lang;
        let count = ledger.projects.len();
        let all = count_text(count as u64);
        let of = counted(&all, "projects");
        let description = lang.pick(format!("{all} 个项目的进展"), format!("Progress of {all} {of}"));
        let mut left = ROWS;
        let mut groups = Vec::new();
        let mut add = |id: &'static str, name: &str, found: Vec<&crate::model::Project>| {
            let shown = found.len().min(left);
            left -= shown;
            if !found.is_empty() {
                groups.push(ProjectGroup {
                    id,
                    name: name.to_owned(),
                    count: count_text(found.len() as u64),
                    projects: found.into_iter().take(shown).map(|project| self.project_row(project)).collect(),
                });
            }
        };
        let of = |wanted: &dyn Fn(&crate::model::Project) -> bool| {
            let mut found: Vec<_> = ledger.projects.iter().filter(|project| wanted(project)).collect();
            found.sort_by_key(|project| {
                (std::cmp::Reverse(project.done), project.due, project.place, project.id.as_str())
            });
            found
        };
        add("late", lang.pick("逾期", "Late"), of(&|project| self.is_late(project)));
        for &state in ProjectState::ALL {
            let in_state = of(&|project| crate::measure::state(project, self.as_of) == state && !self.is_late(project));
            let name = match state {
                ProjectState::Active => lang.pick("按期推进", "On schedule"),
                _ => state.name(lang),
            };
            add(state.word(), name, in_state);
        }
        ProjectsPage {
            shell: self.shell(
                routes::PROJECTS,
                lang.pick("项目", "Projects"),
                description,
                self.home_crumb(),
                routes::PROJECTS,
            ),
            cards: self.cards(
                &[
                    "projects.all",
                    "projects.active",
                    "projects.done",
                    "projects.on_schedule_rate",
                    "projects.progress",
                    "projects.steps_rate",
                    "projects.slippage",
                    "projects.budget",
                    "projects.budget_execution",
                ],
                Subject::Site,
                Period::Month(self.month),
            ),
            charts: self.projects_timeline().into_iter().chain(self.project_charts()).collect(),
            places: if count > FEW { self.projects_by_place() } else { Vec::new() },
            more: count.saturating_sub(groups.iter().map(|group| group.projects.len()).sum()),
            groups,
        }
    }

    /// The communities with projects, in official order; nothing where they are too many to choose from.
    fn projects_by_place(&self) -> Vec<Link> {
        let ledger = self.cleared.ledger();
        let jump = |&at: &PlaceIx| {
            let count = ledger.projects_of(at, self.place(at)?.last).len();
            let page = self.place_link(at).filter(|_| count > 0)?;
            Some(Link::new(format!("{} {}", page.text, count_text(count as u64)), routes::projects_of(&page.address)))
        };
        let jumps: Vec<Link> = self.communities.iter().filter_map(jump).collect();
        if jumps.len() > MOST_JUMPS { Vec::new() } else { jumps }
    }

    /// Projects by state, by kind and by community.
    fn project_charts(&self) -> Vec<Chart> {
        let ledger = self.cleared.ledger();
        let Some(metric) = registry::find("projects.all") else { return Vec::new() };
        let lang = self.lang;
        let counted = |name: &dyn Fn(&crate::model::Project) -> String| {
            let mut counts = std::collections::BTreeMap::<String, u64>::new();
            for project in &ledger.projects {
                *counts.entry(name(project)).or_default() += 1;
            }
            counts.remove("");
            let mut found: Vec<_> = counts.into_iter().map(|(name, count)| (name, Value::Count(count))).collect();
            found.sort_by_key(|(_, value)| std::cmp::Reverse(value.count()));
            found
        };
        let state = |project: &crate::model::Project| crate::measure::state(project, self.as_of).name(lang).to_owned();
        let kind = |project: &crate::model::Project| project.kind.clone();
        let place = |project: &crate::model::Project| {
            let at = ledger.at_level(project.place, self.config.community_level);
            self.place_name(at).to_owned()
        };
        let mut charts = vec![
            self.bars("projects.state", metric, lang.pick("状态", "State"), Subject::Site, counted(&state)),
            self.bars("projects.kind", metric, lang.pick("类型", "Kind"), Subject::Site, counted(&kind)),
            self.bars("projects.place", metric, lang.pick("社区", "Community"), Subject::Site, counted(&place)),
        ];
        charts.retain(|chart| !chart.is_empty());
        for chart in &mut charts {
            chart.subtitle = format!("{} · {}", self.subject_name(Subject::Site), self.day(self.as_of));
        }
        charts
    }
}
