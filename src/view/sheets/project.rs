//! The poster of a project under public notice (公示).

use std::cmp::Reverse;

use super::Sheet;
use super::paper::Paper;
use super::poster::{BigNumber, Content, Listed, Poster, PosterRow};
use crate::diag::Problem;
use crate::measure::{self, Subject};
use crate::model::{Milestone, Project, ProjectIx};
use crate::text::date::Day;
use crate::text::number::rate;
use crate::view::publicity::Standing;
use crate::view::{View, figure_text, routes};

impl View<'_> {
    /// The poster of a project, and what had to be cut; `None` for a project that no public notice is about.
    pub(super) fn project_poster(&self, at: ProjectIx, paper: Paper) -> Option<(Poster, Vec<Problem>)> {
        let project = self.cleared.ledger().project(at)?;
        let notice = self.public_notice(at)?;
        let (publicity, last) = notice.publicity.as_ref().zip(self.last_day(notice))?;
        let (shell, links) = self.sheet_frame(Sheet::Poster(Subject::Project(at), paper))?;
        let lang = self.lang;
        let given = |text: &str| {
            if text.is_empty() { lang.pick("没有写明", "not given").to_owned() } else { text.to_owned() }
        };
        let standing = self.standing(publicity, last);
        let (contact, basis) = (given(&publicity.contact), given(&publicity.basis));
        let call = |text: String, state: &str| PosterRow { text, state: state.to_owned(), late: false };
        let mut calls = vec![
            call(lang.pick(format!("依据：{basis}"), format!("Basis: {basis}")), ""),
            call(lang.pick(format!("有意见请找：{contact}"), format!("Objections: {contact}")), ""),
        ];
        if !project.owner.is_empty() {
            calls.push(call(lang.pick("责任单位", "Responsible").to_owned(), &project.owner));
        }
        let place = self.place_name(Some(project.place));
        let foot = lang.pick(
            format!("数据截至 {} · 发布号 {}", self.day(self.as_of), self.release),
            format!("Data up to {} · release {}", self.day(self.as_of), self.release),
        );
        let content = Content {
            at: Some(self.cleared.ledger().position(project.trace)),
            publisher: [self.config.site.publisher.as_str(), place].join(" · "),
            title: vec![project.name.clone()],
            numbers: self.project_numbers(project),
            term: Some([self.standing_name(standing), self.term(publicity, last), notice.title.clone()]),
            qr: self.qr(&routes::project(project)),
            lists: vec![self.project_steps(project)],
            calls,
            notice: self.config.site.notice.clone(),
            foot: std::iter::once(foot).chain(self.supervision()).collect(),
            ..Content::default()
        };
        Some(content.fit(paper, lang, shell, links))
    }

    fn standing_name(&self, standing: Standing) -> String {
        let name = match standing {
            Standing::Coming => self.lang.pick("即将公示", "Open soon"),
            Standing::Open => self.lang.pick("公示中", "Open to objections"),
            Standing::Ended => self.lang.pick("公示期已满", "Term has ended"),
            Standing::TakenDown => self.lang.pick("已提前撤下", "Taken down early"),
        };
        name.to_owned()
    }

    /// Budget, payments and progress; money that nobody reported is not printed as zero.
    fn project_numbers(&self, project: &Project) -> Vec<BigNumber> {
        let lang = self.lang;
        let cents = |cents: Option<i64>| cents.and_then(|cents| u64::try_from(cents).ok());
        let (budget, paid) = (cents(project.budget), cents(project.paid));
        let money = |name: &str, amount: Option<u64>, parts: String| {
            let (value, unit) = figure_text::money(amount?, lang);
            Some(BigNumber { name: name.to_owned(), value, unit, parts })
        };
        let share = budget.zip(paid).and_then(|(budget, paid)| rate(paid, budget));
        let share = share.map(|share| lang.pick(format!("占预算 {share}"), format!("{share} of the budget")));
        let progress = self.progress_text(project);
        let (value, unit) = match progress.strip_suffix('%') {
            Some(value) => (value.to_owned(), "%".to_owned()),
            None => (progress, String::new()),
        };
        let progress = BigNumber {
            name: lang.pick("进度", "Progress").to_owned(),
            value,
            unit,
            parts: self.project_row(project).state,
        };
        let numbers = [
            money(lang.pick("批准预算", "Budget"), budget, String::new()),
            money(lang.pick("已支付", "Paid"), paid, share.unwrap_or_default()),
            Some(progress),
        ];
        numbers.into_iter().flatten().collect()
    }

    /// The steps: what is not reached first, by its day; then what was, the latest first. Without steps, the days of the project.
    fn project_steps(&self, project: &Project) -> Listed {
        let lang = self.lang;
        if project.milestones.is_empty() {
            let row = |name: &str, day: Option<Day>| {
                let state = self.near_day(day?);
                Some(PosterRow { text: name.to_owned(), state, late: false })
            };
            let rows = [
                row(lang.pick("开工", "Start"), project.start),
                row(lang.pick("计划完成", "Planned end"), project.due),
                row(lang.pick("实际完成", "Completed"), project.done.filter(|&done| done <= self.as_of)),
            ];
            let title = lang.pick("工期", "Dates").to_owned();
            return Listed { title, rows: rows.into_iter().flatten().collect(), least: 0 };
        }
        let is_reached = |step: &&Milestone| measure::is_reached(step, self.as_of);
        let (mut reached, mut open): (Vec<_>, Vec<_>) = project.milestones.iter().partition(is_reached);
        open.sort_by_key(|step| (step.baseline.is_none(), step.baseline));
        reached.sort_by_key(|step| Reverse(step.actual));
        let (done, all) = (reached.len(), project.milestones.len());
        let title = lang.pick(format!("进展：{all} 步完成 {done} 步"), format!("Steps: {done} of {all} reached"));
        let rows = open.into_iter().chain(reached).map(|step| self.step_row(project, step)).collect();
        Listed { title, rows, least: 0 }
    }

    fn step_row(&self, project: &Project, step: &Milestone) -> PosterRow {
        let lang = self.lang;
        let row = self.milestone_row(project, step, 0);
        let state = match (step.actual.filter(|&day| day <= self.as_of), step.forecast.or(step.baseline)) {
            (Some(day), _) => {
                let day = self.near_day(day);
                lang.pick(format!("{day}完成"), format!("reached {day}"))
            }
            (None, Some(day)) if !row.late => {
                let day = self.near_day(day);
                lang.pick(format!("计划{day}"), format!("planned {day}"))
            }
            _ => row.state,
        };
        PosterRow { text: row.name, state, late: row.late }
    }
}
