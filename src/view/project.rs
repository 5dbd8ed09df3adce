//! The page of a project.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::Chart;
use super::community::Fact;
use super::content::ProseModel;
use super::shell::{Link, Shell};
use super::{View, figure_text, routes};
use crate::measure::Subject;
use crate::model::{Milestone, Project, ProjectIx};
use crate::text::Lang;
use crate::text::date::Day;

/// A project page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProjectPage {
    /// Frame.
    pub shell: Shell,
    /// State in words.
    pub state: String,
    /// Canonical state, for styles.
    pub state_word: &'static str,
    /// Whether a step is overdue.
    pub late: bool,
    /// Progress in words.
    pub progress: String,
    /// Progress in whole percent, for a bar; `None` when unknown.
    pub percent: Option<u64>,
    /// Place, kind, owner, dates, money.
    pub about: Vec<Fact>,
    /// The place, with its page.
    pub place: Option<Link>,
    /// The team that helps.
    pub team: Option<Link>,
    /// The issues or the topic it grew out of; empty when not given.
    pub origin: String,
    /// Issues of that topic.
    pub origin_issues: usize,
    /// What came of it; empty when not given.
    pub result: String,
    /// Its steps.
    pub milestones: Vec<MilestoneRow>,
    /// The same as a time line; `None` where no day is known.
    pub timeline: Option<Chart>,
    /// Notices about it, the latest first.
    pub notices: Vec<Link>,
    /// Its sheets to print.
    pub sheets: Vec<Link>,
    /// What the authors wrote.
    pub prose: Option<ProseModel>,
}

/// A step of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MilestoneRow {
    /// What is to be reached.
    pub name: String,
    /// Its share in the progress, such as `25%`.
    pub weight: String,
    /// First planned for.
    pub baseline: String,
    /// Expected now.
    pub forecast: String,
    /// Reached on.
    pub actual: String,
    /// How it stands: `已完成`, `晚 12 天完成`, `逾期 30 天`, `未到期`.
    pub state: String,
    /// Working days after the first plan, in words: `晚 3 个工作日`; empty when not known.
    pub slippage: String,
    /// A remark; empty when none.
    pub note: String,
    /// Whether it is overdue.
    pub late: bool,
}

impl View<'_> {
    /// The page of a project.
    #[must_use]
    pub fn project_page(&self, project: &Project) -> ProjectPage {
        let ledger = self.cleared.ledger();
        let lang = self.lang;
        let row = self.project_row(project);
        let progress = crate::measure::progress(project, self.as_of);
        let at = ledger.projects.iter().position(|other| other.slug == project.slug);
        let number = at.and_then(|at| u32::try_from(at).ok()).map(ProjectIx);
        let origin_issues = at.map_or(0, |at| self.cleared.measures().issues_of(ledger, Subject::project(at)).len());
        let mut crumbs = self.home_crumb();
        crumbs.push(Link::new(lang.pick("项目", "Projects"), routes::PROJECTS));
        let weights: u64 = project.milestones.iter().map(|step| u64::from(step.weight)).sum();
        let description = lang
            .pick(format!("{}，进度 {}", row.state, row.progress), format!("{}, progress {}", row.state, row.progress));
        ProjectPage {
            shell: self.shell(&routes::project(project), &project.name, description, crumbs, routes::PROJECTS),
            state: row.state,
            state_word: row.state_word,
            late: row.late,
            percent: progress.ten_thousandths().map(|share| share / 100),
            progress: row.progress,
            about: self.project_facts(project),
            place: self.place_link(project.place),
            team: project
                .team
                .and_then(|at| ledger.team(at))
                .map(|team| Link::new(team.name.clone(), routes::team(team))),
            origin: project.origin.clone(),
            origin_issues,
            result: project.result.clone(),
            milestones: project.milestones.iter().map(|step| self.milestone_row(project, step, weights)).collect(),
            timeline: self.project_timeline(project),
            notices: number.map(|at| self.notices_of_project(at)).unwrap_or_default(),
            sheets: number.map(|at| self.sheet_links(Subject::Project(at))).unwrap_or_default(),
            prose: ledger.library.projects.get(&project.slug).map(|prose| {
                let facts = self.facts(Subject::Place(project.place), self.month, &["社区"]);
                ProseModel::of(prose, facts)
            }),
        }
    }

    fn project_facts(&self, project: &Project) -> Vec<Fact> {
        let lang = self.lang;
        let cents = |cents: Option<i64>| {
            let (value, unit) = figure_text::money(u64::try_from(cents?).ok()?, lang);
            Some(format!("{value} {unit}"))
        };
        let word = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let day = |day: Option<Day>| day.map(|day| self.day(day));
        let facts = [
            (lang.pick("类型", "Kind"), word(&project.kind)),
            (lang.pick("责任单位", "Owner"), word(&project.owner)),
            (lang.pick("目前环节", "Stage"), word(&project.stage)),
            (lang.pick("开工", "Start"), day(project.start)),
            (lang.pick("计划完成", "Planned end"), day(project.due)),
            (lang.pick("实际完成", "Completed"), day(project.done.filter(|&done| done <= self.as_of))),
            (lang.pick("批准预算", "Approved budget"), cents(project.budget)),
            (lang.pick("已支付", "Paid"), cents(project.paid)),
            (lang.pick("登记编号", "Register number"), word(&project.id)),
        ];
        facts
            .into_iter()
            .filter_map(|(name, value)| Some(Fact { name: name.to_owned(), value: value?, on: String::new() }))
            .collect()
    }

    pub(super) fn milestone_row(&self, project: &Project, step: &Milestone, weights: u64) -> MilestoneRow {
        let lang = self.lang;
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let actual = step.actual.filter(|&day| day <= self.as_of);
        let late_by = step.baseline.map_or(0, |planned| actual.unwrap_or(self.as_of).since(planned));
        let state = match (actual, late_by) {
            (Some(_), days) if days > 0 => {
                lang.pick(format!("晚 {days} 天完成"), format!("reached {} late", figure_text::days(days)))
            }
            (Some(_), _) => lang.pick("已完成".to_owned(), "reached".to_owned()),
            (None, days) if days > 0 => {
                lang.pick(format!("逾期 {days} 天"), format!("{} overdue", figure_text::days(days)))
            }
            (None, _) => lang.pick("未到期".to_owned(), "not due".to_owned()),
        };
        MilestoneRow {
            name: step.name.clone(),
            weight: crate::text::number::rate(u64::from(step.weight), weights).unwrap_or_default(),
            baseline: day(step.baseline),
            forecast: day(step.forecast),
            actual: day(actual),
            state,
            slippage: self.cleared.measures().slippage(project, step).map_or_else(String::new, |days| slip(days, lang)),
            note: step.note.clone(),
            late: actual.is_none() && late_by > 0,
        }
    }
}

/// Working days after a plan, in words.
fn slip(days: i32, lang: Lang) -> String {
    let count = days.unsigned_abs().to_string();
    let unit = figure_text::counted(&count, lang.pick("个工作日", "working days"));
    match days {
        0 => lang.pick("如期".to_owned(), "as planned".to_owned()),
        1.. => lang.pick(format!("晚 {count} {unit}"), format!("{count} {unit} late")),
        _ => lang.pick(format!("提前 {count} {unit}"), format!("{count} {unit} early")),
    }
}
