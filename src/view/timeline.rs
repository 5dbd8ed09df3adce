//! What was planned against what happened, on an axis of days.

use std::cmp::Reverse;

use super::chart::{Chart, Drawing, Table};
use super::shell::Link;
use super::{View, figure_text, routes};
use crate::measure::{self, Subject};
use crate::model::{Milestone, Project, ProjectState};
use crate::text::Lang;
use crate::text::date::{Day, Month};

/// Ticks of the axis.
const TICKS: i32 = 5;
/// Projects on the chart of the index.
const ROWS: usize = 14;

/// What was planned against what happened. Days are counted from the start of the axis.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// Last day of the axis; positive.
    pub span: i32,
    /// Days with a label.
    pub ticks: Vec<(i32, String)>,
    /// The as-of date, and what it is called.
    pub today: (i32, String),
    /// What is shown, first on top.
    pub rows: Vec<Row>,
    /// Whether any row is a span of time, and whether any is a point.
    pub kinds: (bool, bool),
}

/// A project or a step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// How far it lies from its plan, in words.
    pub note: String,
    /// First and last day as planned; the same for a step.
    pub planned: Option<(i32, i32)>,
    /// First and last day as it was, up to the as-of date.
    pub actual: Option<(i32, i32)>,
    /// The day on which its end is expected, or at least not before.
    pub expected: Option<i32>,
    /// Whether it is a step.
    pub is_step: bool,
}

/// The same in days of the calendar.
struct Dated {
    name: String,
    note: String,
    planned: Option<(Day, Day)>,
    actual: Option<(Day, Day)>,
    expected: Option<Day>,
    is_step: bool,
}

impl View<'_> {
    /// A project with its steps; `None` without steps, and where too few days are known to compare anything.
    pub(super) fn project_timeline(&self, project: &Project) -> Option<Chart> {
        let lang = self.lang;
        if project.milestones.is_empty() {
            return None;
        }
        let mut rows = vec![Dated { name: lang.pick("整个项目", "Whole project").into(), ..self.dated(project) }];
        rows.extend(project.milestones.iter().map(|step| self.dated_step(project, step)));
        rows.retain(Dated::says_something);
        let late = rows.iter().filter(|row| row.is_step).filter_map(|row| Some((row.days_late()?, row)));
        let worst = late.max_by_key(|&(days, _)| days).filter(|&(days, _)| days > 0);
        let whole = self.lateness(project).map_or_else(String::new, |late| {
            lang.pick(format!("整个项目{late}。"), format!("The whole project: {late}. "))
        });
        let sentence = match worst {
            Some((_, step)) => lang.pick(
                format!("离计划最远的节点是“{}”，{}。", step.name, step.note),
                format!("The step furthest from its plan is “{}”, {}.", step.name, step.note),
            ),
            None => lang.pick("已知的节点都不晚于计划。", "No step is known to be later than planned.").into(),
        };
        let subtitle = format!("{} · {}", project.name, self.day(self.as_of));
        let title = lang.pick("计划与实际", "Planned and actual");
        self.timeline("projects.steps", title, subtitle, whole + &sentence, &rows)
    }

    /// Projects that are late or under way, the latest first.
    pub(super) fn projects_timeline(&self) -> Option<Chart> {
        let lang = self.lang;
        let active = |project: &&Project| measure::state(project, self.as_of) == ProjectState::Active;
        let mut found: Vec<&Project> = self.cleared.ledger().projects.iter().filter(active).collect();
        // Nobody knows whether what has no due day is late.
        found.sort_by_key(|project| {
            (Reverse(self.days_late(project)), project.due.is_none(), project.due, project.id.as_str())
        });
        let (all, late) = (found.len(), found.iter().filter(|project| self.is_late(project)).count());
        let shown: Vec<Dated> = found.iter().map(|project| self.dated(project)).filter(Dated::says_something).collect();
        let drawn = shown.len().min(ROWS);
        let shown = shown.get(..drawn)?;
        let mut sentence = match (lang, late) {
            (Lang::Zh, 0) => format!("实施中的项目 {all} 个，都没有逾期。"),
            (Lang::Zh, _) => format!("实施中的项目 {all} 个，其中逾期 {late} 个，排在前面。"),
            (Lang::En, _) => {
                let unit = figure_text::counted(&all.to_string(), "projects").to_owned();
                let late = if late == 0 { "none is late".to_owned() } else { format!("late and first: {late}") };
                format!("{all} {unit} under way; {late}.")
            }
        };
        if drawn < all {
            sentence += &lang.pick(format!("图中 {drawn} 个。"), format!(" {drawn} of them are drawn."));
        }
        let subtitle = format!("{} · {}", self.subject_name(Subject::Site), self.day(self.as_of));
        let title = lang.pick("实施中的项目：计划与实际", "Projects under way: planned and actual");
        self.timeline("projects.timeline", title, subtitle, sentence, shown)
    }

    fn timeline(&self, id: &str, title: &str, subtitle: String, sentence: String, rows: &[Dated]) -> Option<Chart> {
        let lang = self.lang;
        let days = || rows.iter().flat_map(Dated::days);
        // A single day is no axis.
        let (first, last) = (days().min()?, days().max()?.max(self.as_of));
        let first = first.min(self.as_of);
        let from = first.month().first_day();
        let span = last.since(from).max(1);
        let at = |day: Day| day.since(from);
        let text = |day: Option<Day>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
        let table = rows.iter().map(|row| {
            let ended = row.actual.filter(|_| row.expected.is_none()).map(|(_, end)| end);
            let mut cells = vec![row.name.clone()];
            cells.push(text(row.planned.map(|(_, end)| end)));
            cells.push(text(ended));
            cells.push(text(row.expected.filter(|&day| day > self.as_of)));
            cells.push(row.note.clone());
            cells
        });
        let heads = [
            lang.pick("项目或节点", "Project or step"),
            lang.pick("计划", "Planned"),
            lang.pick("实际", "Actual"),
            lang.pick("预计", "Expected"),
            lang.pick("偏差", "Difference"),
        ];
        let chart = Chart {
            id: id.into(),
            title: title.into(),
            subtitle,
            sentence,
            as_of: self.day(self.as_of),
            definition: routes::definition("projects.on_schedule_rate"),
            data: self.shared(routes::PROJECTS_CSV),
            table: Table { heads: heads.map(|head| Link::new(head, "")).into(), rows: table.collect() },
            drawing: Drawing::Timeline(Timeline {
                span,
                ticks: ticks(from, last, lang).into_iter().map(|(day, name)| (at(day), name)).collect(),
                today: (at(self.as_of), lang.pick("数据截至", "As of").into()),
                kinds: (rows.iter().any(|row| !row.is_step), rows.iter().any(|row| row.is_step)),
                rows: rows
                    .iter()
                    .map(|row| Row {
                        name: row.name.clone(),
                        note: row.note.clone(),
                        planned: row.planned.map(|(start, end)| (at(start), at(end))),
                        actual: row.actual.map(|(start, end)| (at(start), at(end))),
                        expected: row.expected.map(at),
                        is_step: row.is_step,
                    })
                    .collect(),
            }),
        };
        Some(chart)
    }

    /// A project from its first day to its last one.
    fn dated(&self, project: &Project) -> Dated {
        let lang = self.lang;
        let state = measure::state(project, self.as_of);
        let started = project.start.filter(|&day| day <= self.as_of);
        let done = project.done.filter(|&day| day <= self.as_of);
        let is_active = state == ProjectState::Active;
        let forecast = project.milestones.iter().filter(|step| !measure::is_reached(step, self.as_of));
        let forecast = forecast.filter_map(|step| step.forecast).max();
        let expected = is_active.then(|| forecast.map_or(self.as_of, |day| day.max(self.as_of)));
        let end = done.or_else(|| is_active.then_some(self.as_of));
        let note = match (project.due, done) {
            (Some(due), Some(done)) => compared(done.since(due), lang),
            (Some(due), None) if is_active && due < self.as_of => overdue(self.as_of.since(due), lang),
            (Some(due), None) if is_active => {
                let left = due.since(self.as_of);
                lang.pick(format!("还有 {left} 天"), format!("{} left", figure_text::days(left)))
            }
            _ => state.name(lang).to_owned(),
        };
        Dated {
            name: project.name.clone(),
            note,
            planned: project.due.map(|due| (project.start.unwrap_or(due).min(due), due)),
            actual: started.zip(end).filter(|(start, end)| start <= end),
            expected,
            is_step: false,
        }
    }

    /// That a project as a whole ended, or is still open, after its day; `None` where it did not.
    fn lateness(&self, project: &Project) -> Option<String> {
        let due = project.due?;
        match project.done.filter(|&day| day <= self.as_of) {
            Some(done) => (done > due).then(|| compared(done.since(due), self.lang)),
            None => (self.is_late(project) && due < self.as_of).then(|| overdue(self.as_of.since(due), self.lang)),
        }
    }

    /// Days by which a project in progress, or one of its steps, is overdue; 0 for one that is not late.
    fn days_late(&self, project: &Project) -> i32 {
        if !self.is_late(project) {
            return 0;
        }
        let open = project.milestones.iter().filter(|step| !measure::is_reached(step, self.as_of));
        let days = open.filter_map(|step| step.baseline).chain(project.due);
        days.map(|day| self.as_of.since(day)).max().unwrap_or(0)
    }

    /// A step: the day first planned, and the day on which it was reached or is expected.
    fn dated_step(&self, project: &Project, step: &Milestone) -> Dated {
        let lang = self.lang;
        let reached = step.actual.filter(|&day| day <= self.as_of);
        let gone = matches!(measure::state(project, self.as_of), ProjectState::Cancelled | ProjectState::Done);
        let is_late = step.baseline.is_some_and(|planned| planned < self.as_of);
        let expected = match step.forecast.filter(|&day| day >= self.as_of) {
            _ if reached.is_some() || gone => None,
            Some(day) => Some(day),
            None => is_late.then_some(self.as_of),
        };
        let note = match (step.baseline, reached, expected) {
            (Some(planned), Some(day), _) => compared(day.since(planned), lang),
            (Some(planned), None, Some(day)) if day > self.as_of => match day.since(planned) {
                days @ 1.. => {
                    lang.pick(format!("预计晚 {days} 天"), format!("{} late expected", figure_text::days(days)))
                }
                _ => lang.pick("未到期", "not due").to_owned(),
            },
            (Some(planned), None, Some(_)) => overdue(self.as_of.since(planned), lang),
            (_, None, _) if !gone => lang.pick("未到期", "not due").to_owned(),
            _ => String::new(),
        };
        Dated {
            name: step.name.clone(),
            note,
            planned: step.baseline.map(|day| (day, day)),
            actual: reached.map(|day| (day, day)),
            expected,
            is_step: true,
        }
    }
}

impl Dated {
    fn says_something(&self) -> bool {
        self.planned.is_some() || self.actual.is_some()
    }

    /// Days from its plan to its end, reached or expected.
    fn days_late(&self) -> Option<i32> {
        let (_, planned) = self.planned?;
        Some(self.actual.map(|(_, end)| end).or(self.expected)?.since(planned))
    }

    fn days(&self) -> impl Iterator<Item = Day> {
        let ends = [self.planned, self.actual].into_iter().flatten().flat_map(|(start, end)| [start, end]);
        ends.chain(self.expected)
    }
}

/// Days of the calendar after a plan, in words.
fn compared(days: i32, lang: Lang) -> String {
    match days {
        0 => lang.pick("如期", "as planned").to_owned(),
        1.. => lang.pick(format!("晚 {days} 天"), format!("{} late", figure_text::days(days))),
        _ => lang.pick(format!("提前 {} 天", -days), format!("{} early", figure_text::days(-days))),
    }
}

fn overdue(days: i32, lang: Lang) -> String {
    match days {
        1.. => lang.pick(format!("已逾期 {days} 天"), format!("{} overdue", figure_text::days(days))),
        _ => lang.pick("未到期", "not due").to_owned(),
    }
}

/// First days of months with their names, a round number of months apart.
fn ticks(from: Day, to: Day, lang: Lang) -> Vec<(Day, String)> {
    const STEPS: [i32; 10] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];
    let months = to.month().since(from.month());
    let step = STEPS.into_iter().find(|step| months / step < TICKS).unwrap_or(600);
    let is_round = |month: &Month| (i32::from(month.year()) * 12 + i32::from(month.number()) - 1) % step == 0;
    (0..=months)
        .map(|later| from.month().plus(later))
        .filter(is_round)
        .map(|month| {
            let name = match (step >= 12, lang) {
                (true, Lang::Zh) => format!("{}年", month.year()),
                (true, Lang::En) => month.year().to_string(),
                (false, Lang::Zh) => format!("{}年{}月", month.year() % 100, month.number()),
                (false, Lang::En) => format!("{} {}", super::drawn::short_month(month, lang), month.year()),
            };
            (month.first_day(), name)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let day = |year, month| Day::new(year, month, 1).unwrap();
        let names = |from, to| ticks(from, to, Lang::Zh).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(names(day(2025, 11), day(2026, 2)), ["25年11月", "25年12月", "26年1月", "26年2月"]);
        assert_eq!(names(day(2025, 2), day(2026, 8)), ["25年7月", "26年1月", "26年7月"]);
        assert_eq!(names(day(2000, 2), day(2090, 8)), ["2020年", "2040年", "2060年", "2080年"]);
    }
}
