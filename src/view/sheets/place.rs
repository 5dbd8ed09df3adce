//! The poster of a community, or of a place above the communities.

use super::Sheet;
use super::paper::Paper;
use super::poster::{BigNumber, Content, Listed, Poster, PosterRow};
use crate::diag::Problem;
use crate::measure::registry::{self, Metric};
use crate::measure::{Bit, Subject};
use crate::model::recurrence::weekday;
use crate::model::{Contact, Period, Place, PlaceIx, ProjectState};
use crate::text::Lang;
use crate::text::date::{Day, Month};
use crate::view::chart::{Chart, Form};
use crate::view::fixed_days::YEAR;
use crate::view::{View, routes};

/// What can be a large figure, the most important first; the first three that the site has are printed.
const NUMBERS: [&str; 6] = [
    "issues.received",
    "issues.on_time_rate",
    "issues.overdue",
    "activities.sessions",
    "activities.participations",
    "activities.hours",
];
const LARGE: usize = 3;
/// Rows that finished works get when there are that many.
const FINISHED: usize = 2;

impl View<'_> {
    /// The poster of a place, and what had to be cut; `None` for a place without a page.
    pub(super) fn place_poster(&self, at: PlaceIx, paper: Paper) -> Option<(Poster, Vec<Problem>)> {
        let place = self.place(at)?;
        let subject = Subject::Place(at);
        let (shell, links) = self.sheet_frame(Sheet::Poster(subject, paper))?;
        let page = routes::place(place, self.config.community_level)?;
        let month = Period::Month(self.month);
        let numbers = self.numbers(&NUMBERS, subject, month);
        let content = Content {
            at: Some(self.cleared.ledger().position(place.trace)),
            publisher: self.config.site.publisher.clone(),
            title: vec![place.name.clone(), self.poster_title(month)],
            chart: self.poster_chart(subject),
            qr: self.qr(&page),
            lists: self.place_lists(at, place),
            calls: self.calls(at, place),
            notice: self.config.site.notice.clone(),
            foot: self.poster_foot(month, &numbers),
            numbers: numbers.into_iter().map(|(_, number)| number).collect(),
            ..Content::default()
        };
        Some(content.fit(paper, self.lang, shell, links))
    }

    fn poster_title(&self, month: Period) -> String {
        let period = self.period_name(month);
        let has_issues = !self.cleared.ledger().issues.is_empty();
        match (self.lang, has_issues) {
            (Lang::Zh, true) => format!("{period}办理情况公示"),
            (Lang::Zh, false) => format!("{period}工作公示"),
            (Lang::En, true) => format!("How issues were handled, {period}"),
            (Lang::En, false) => format!("What was done, {period}"),
        }
    }

    /// The first large figures that the site has, each with the version of its definition.
    pub(super) fn numbers(&self, ids: &[&str], subject: Subject, period: Period) -> Vec<(String, BigNumber)> {
        let cards = self.cards(&self.of_groups(ids), subject, period);
        let number = |card: crate::view::Card| {
            let definition = registry::find(&card.id).map(Metric::definition).unwrap_or_default();
            let percent = card.value.strip_suffix('%').map(str::to_owned);
            let unit = match &percent {
                Some(_) => "%".to_owned(),
                // English names say what is counted.
                None if card.name.to_lowercase().contains(&card.unit) && self.lang == Lang::En => String::new(),
                None => card.unit,
            };
            let value = percent.unwrap_or(card.value);
            (definition, BigNumber { name: card.name, value, unit, parts: card.parts })
        };
        cards.into_iter().take(LARGE).map(number).collect()
    }

    fn poster_chart(&self, subject: Subject) -> Option<Chart> {
        let id = ["issues.received", "activities.sessions"].into_iter().find(|id| self.is_measured(id))?;
        self.chart_on_poster(id, subject)
    }

    /// A metric by month. The sheet names its subject, so the caption does not; English, which takes more room, has months in
    /// three letters, and no unit that the title names.
    pub(super) fn chart_on_poster(&self, id: &str, subject: Subject) -> Option<Chart> {
        let metric = registry::find(id)?;
        let chart = self.monthly(id, metric.text(self.lang).name, &[id], subject, Form::Columns);
        let months = self.months(subject);
        let unit = self.axis_unit(metric);
        let subtitle = match (self.lang, months.as_slice()) {
            (Lang::Zh, _) => format!("{} · 单位：{unit}", self.span_name(&months)),
            (Lang::En, [first, .., last]) => format!("{}–{}", short_month(*first), short_month(*last)),
            (Lang::En, [only]) => short_month(*only),
            (Lang::En, []) => String::new(),
        };
        let is_told = self.lang == Lang::Zh || chart.title.to_lowercase().contains(unit);
        let subtitle = if is_told { subtitle } else { format!("{subtitle}, in {unit}") };
        (!chart.is_empty()).then_some(Chart { subtitle, ..chart })
    }

    /// What is open, the overdue first; then what was finished this month.
    fn place_lists(&self, at: PlaceIx, place: &Place) -> Vec<Listed> {
        let lang = self.lang;
        let mut lists = Vec::new();
        let ledger = self.cleared.ledger();
        if !ledger.issues.is_empty() {
            let (overdue, open) = self.open_issues(at, place);
            let title = match (overdue.len(), open.len()) {
                (0, 0) => lang.pick("没有在办事项".to_owned(), "Nothing is open".to_owned()),
                (0, open) => lang.pick(format!("在办 {open} 件，无超期"), format!("{open} open, none late")),
                (late, open) => lang.pick(
                    format!("在办 {} 件，其中超期 {late} 件", late + open),
                    format!("{} open, {late} overdue", late + open),
                ),
            };
            let rows = overdue.iter().chain(&open).map(|&record| self.open_row(record)).collect();
            lists.push(Listed { title, rows, least: 0 });
        }
        let works = self.finished_works(at, place);
        let title = match works.len() {
            0 => lang.pick("本月没有完工项目和志愿活动记录".to_owned(), "Nothing finished this month".to_owned()),
            count => lang.pick(format!("本月完工和志愿活动 {count} 项"), format!("Done this month: {count}")),
        };
        lists.push(Listed { title, rows: works, least: FINISHED });
        lists
    }

    /// Overdue issues, the oldest deadline first; other open ones, the nearest deadline first.
    pub(super) fn open_issues(&self, at: PlaceIx, place: &Place) -> (Vec<usize>, Vec<usize>) {
        let issues = &self.cleared.ledger().issues;
        let membership = self.cleared.measures().membership();
        let mut open: Vec<usize> =
            issues.of_places(at, place.last).filter(|&record| membership.has(record, Bit::Open)).collect();
        open.sort_by_key(|&record| {
            (
                membership.deadline(record).is_none(),
                membership.deadline(record).map(crate::text::date::Moment::order),
                record,
            )
        });
        open.into_iter().partition(|&record| membership.has(record, Bit::Overdue))
    }

    fn open_row(&self, record: usize) -> PosterRow {
        let row = self.issue_row(record);
        let what = if row.summary.is_empty() { row.category } else { row.summary };
        let text = [row.place, what]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(self.lang.pick(" ", ": "));
        let late = self.cleared.measures().membership().has(record, Bit::Overdue);
        let due = self.cleared.measures().membership().deadline(record).map(|due| self.short_day(due.day()));
        let state = match due {
            Some(due) if !late => self.lang.pick(format!("{due}到期"), format!("due {due}")),
            _ => row.outcome,
        };
        PosterRow { text, state, late }
    }

    /// Projects that were finished in the month, then its activities, the latest first.
    pub(super) fn finished_works(&self, at: PlaceIx, place: &Place) -> Vec<PosterRow> {
        let ledger = self.cleared.ledger();
        let (first, last) =
            (self.config.months.first_day(self.month), self.config.months.last_day(self.month).min(self.as_of));
        let mut done: Vec<_> = ledger
            .projects_of(at, place.last)
            .iter()
            .filter(|project| crate::measure::state(project, self.as_of) == ProjectState::Done)
            .filter_map(|project| Some((project.done.filter(|day| (first..=last).contains(day))?, project)))
            .collect();
        done.sort_by_key(|(day, project)| (std::cmp::Reverse(*day), project.id.as_str()));
        let mut rows: Vec<PosterRow> = done
            .into_iter()
            .map(|(day, project)| PosterRow {
                text: project.name.clone(),
                state: self.lang.pick(format!("{}完工", self.short_day(day)), format!("done {}", self.short_day(day))),
                late: false,
            })
            .collect();
        let here = |activity: &&crate::model::Activity| {
            (first..=last).contains(&activity.date)
                && crate::measure::activities::place_of(ledger, activity).is_some_and(|other| self.holds(at, other))
        };
        rows.extend(ledger.activities.iter().rev().filter(here).map(|activity| self.activity_poster_row(activity)));
        rows
    }

    /// An activity: what, by whom, on which day.
    pub(super) fn activity_poster_row(&self, activity: &crate::model::Activity) -> PosterRow {
        let row = self.activity_row(activity);
        let team = row.team.map(|team| team.text).unwrap_or_default();
        let text = [team, row.theme].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        PosterRow { text: text.join(self.lang.pick("：", ": ")), state: self.short_day(activity.date), late: false }
    }

    /// A day of the year in few letters.
    pub(in crate::view) fn short_day(&self, day: Day) -> String {
        let (month, number) = (day.month(), day.civil().day());
        self.lang.pick(
            format!("{}月{number}日", month.number()),
            format!("{number} {}", month.name_en().get(..3).unwrap_or_default()),
        )
    }

    /// The first contact, and the next fixed day.
    fn calls(&self, at: PlaceIx, place: &Place) -> Vec<PosterRow> {
        let contact = self.first_contact(&place.contacts);
        let days = self.fixed_days_of(at).into_iter();
        let days = days.filter_map(|fixed| Some((self.coming_days(fixed, YEAR).first()?.day, fixed)));
        let day = days.min_by_key(|(day, fixed)| (*day, fixed.name.as_str()));
        let day = day.map(|(day, fixed)| PosterRow {
            text: format!("{} {}", fixed.name, fixed.rule.words(self.lang)),
            state: self.lang.pick(
                format!("{}（{}）", self.short_day(day), weekday(day).name(self.lang)),
                format!("{}, {}", weekday(day).name(self.lang), self.short_day(day)),
            ),
            late: false,
        });
        contact.into_iter().chain(day).collect()
    }

    /// The post to call first, never a person.
    pub(super) fn first_contact(&self, contacts: &[Contact]) -> Option<PosterRow> {
        self.contacts(contacts).into_iter().next().map(|contact| PosterRow {
            text: [contact.role, contact.hours].join(" ").trim().to_owned(),
            state: contact.phone,
            late: false,
        })
    }

    /// Whom to tell when the office itself is at fault; `None` where nobody is named.
    pub(super) fn supervision(&self) -> Option<String> {
        let phone = Some(&self.config.site.contact.supervision).filter(|phone| !phone.is_empty())?;
        Some(self.lang.pick(format!("监督电话 {phone}"), format!("Complaints about us: {phone}")))
    }

    /// As-of date, period and release; definitions; whom to complain to.
    pub(super) fn poster_foot(&self, period: Period, numbers: &[(String, BigNumber)]) -> Vec<String> {
        let lang = self.lang;
        let definitions: Vec<&str> = numbers.iter().map(|(definition, _)| definition.as_str()).collect();
        let (as_of, period) = (self.day(self.as_of), self.period_name(period));
        let mut lines = vec![lang.pick(
            format!("数据截至 {as_of} · 统计期 {period} · 发布号 {}", self.release),
            format!("Data up to {as_of} · period {period} · release {}", self.release),
        )];
        if !definitions.is_empty() {
            let definitions = definitions.join(lang.pick("、", ", "));
            lines.push(lang.pick(format!("口径版本 {definitions}"), format!("Definitions {definitions}")));
        }
        lines.extend(self.supervision());
        lines
    }
}

/// A month in three letters, and its year.
fn short_month(month: Month) -> String {
    format!("{} {}", month.name_en().get(..3).unwrap_or_default(), month.year())
}
