//! A sheet about a volunteer team, for the notice board of a station.

use super::Sheet;
use super::document::{Document, PaperTable, large};
use super::flow::{List, Piece, most_rows};
use super::paper::BOARD;
use super::sections::About;
use crate::measure::Subject;
use crate::model::{Period, Team, TeamIx};
use crate::view::{Link, View, routes, sentences};

/// Pages of the sheet at most; its lists give way.
const PAGES: usize = 2;
/// What a team is counted by.
const FIGURES: [&str; 4] =
    ["activities.sessions", "activities.participations", "activities.hours", "activities.served"];
const LARGE: usize = 3;

impl View<'_> {
    /// The sheet of a team.
    pub(super) fn team_sheet(&self, at: TeamIx) -> Option<Document> {
        let lang = self.lang;
        let team = self.cleared.ledger().team(at)?;
        let foot = self.foot(&BOARD);
        let home = self.place_name(team.home);
        let founded = team.founded.map(|day| {
            let day = self.day(day);
            lang.pick(format!("{day}成立"), format!("founded on {day}"))
        });
        let about = [home.to_owned(), team.kind.clone(), founded.unwrap_or_default()];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        let mut pieces = vec![Piece::Title(1, team.name.clone(), vec![about.join(" · ")])];
        pieces.extend(self.team_duties(team));
        pieces.extend(self.team_contacts(team));
        pieces.extend(self.team_figures(at));
        pieces.extend(self.team_activities(at, team));
        pieces.extend(self.team_projects(at));
        pieces.extend(self.team_members(team));
        let near = team.home.and_then(|home| self.about_place(home, 2));
        let days = near.map(|about| self.fixed_days_section(&about)).unwrap_or_default();
        let all: Vec<Piece> = pieces.iter().cloned().chain(days).collect();
        let mut pages = self.packed_within(PAGES, &all, &BOARD, &foot);
        if pages.len() > PAGES {
            // The fixed days of its community have a sheet of their own.
            pages = self.packed_within(PAGES, &pieces, &BOARD, &foot);
        }
        self.document(Sheet::Team(at), BOARD, foot, pages)
    }

    /// What it does, and when it can be met.
    fn team_duties(&self, team: &Team) -> Vec<Piece> {
        let lang = self.lang;
        let told = [team.duties.join(lang.pick("；", "; ")), team.schedule.clone()];
        let told: Vec<Piece> = told.into_iter().filter(|text| !text.is_empty()).map(Piece::Text).collect();
        let head = Piece::Heading(2, lang.pick("做什么，什么时间", "What it does, and when").to_owned());
        if told.is_empty() { Vec::new() } else { std::iter::once(head).chain(told).collect() }
    }

    fn team_contacts(&self, team: &Team) -> Vec<Piece> {
        let lang = self.lang;
        let contacts = self.contacts(&team.contacts);
        if contacts.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("怎么联系", "How to reach it");
        let mut table = PaperTable::new(
            head,
            &[(lang.pick("岗位", "Post"), 9), (lang.pick("电话", "Telephone"), 7), (lang.pick("时间", "Hours"), 8)],
        );
        table.rows = contacts
            .into_iter()
            .map(|contact| {
                let role = format!("{} {}", contact.role, contact.name);
                vec![role.trim().to_owned(), contact.phone, contact.hours]
            })
            .collect();
        vec![Piece::Heading(2, head.to_owned()), Piece::Table(table)]
    }

    /// The month in large figures, with the year below each.
    fn team_figures(&self, at: TeamIx) -> Vec<Piece> {
        let lang = self.lang;
        let subject = Subject::Team(at);
        let latest = self.activities_of(at).next().map(|activity| activity.date);
        let (month, year) = (Period::Month(self.month), Period::year(self.month));
        let year_name = self.period_name(year);
        let mut numbers = large(self.cards(&self.of_groups(&FIGURES), subject, month));
        let years = self.cards(&self.of_groups(&FIGURES), subject, year);
        for (number, year) in numbers.iter_mut().zip(years) {
            let value = format!("{} {}", year.value, year.unit);
            number.parts = lang.pick(format!("{year_name}：{value}"), format!("{year_name}: {value}"));
        }
        numbers.truncate(LARGE);
        let month_name = self.period_name(month);
        let head = lang.pick(format!("做了多少（{month_name}）"), format!("What it did ({month_name})"));
        let mut pieces = vec![Piece::Heading(2, head)];
        // Of a team that is silent, it is said since when.
        let is_silent = latest.is_none_or(|day| self.config.months.month_of_day(day) < self.month);
        if is_silent || numbers.is_empty() {
            pieces.push(Piece::Text(sentences::plain(&self.team_status(subject, latest))));
        }
        if !numbers.is_empty() {
            pieces.push(Piece::Numbers(numbers));
        }
        pieces
    }

    /// The activities of a team that count, the latest first.
    fn activities_of(&self, at: TeamIx) -> impl Iterator<Item = &crate::model::Activity> {
        let all = self.cleared.ledger().activities.iter().rev();
        all.filter(move |one| one.team == Some(at) && crate::measure::activities::counts(one, self.as_of))
    }

    fn team_activities(&self, at: TeamIx, team: &Team) -> Vec<Piece> {
        let lang = self.lang;
        let all = self.activities_of(at).count();
        if all == 0 {
            return Vec::new();
        }
        let head = lang.pick("最近的活动", "Latest activities");
        let mut table = PaperTable::new(
            head,
            &[(lang.pick("日期", "Day"), 6), (lang.pick("内容", "What"), 12), (lang.pick("志愿者", "Volunteers"), -6)],
        );
        let rows = self.activities_of(at).take(most_rows(2)).map(|activity| self.activity_row(activity));
        table.rows = rows.map(|row| vec![row.date, row.theme, row.volunteers]).collect();
        let rest = self.on_the_web(&Link::new(team.name.clone(), routes::team(team)));
        vec![Piece::Heading(2, head.to_owned()), Piece::List(List { table, all, weight: 2, rest })]
    }

    fn team_projects(&self, at: TeamIx) -> Vec<Piece> {
        let lang = self.lang;
        let helped = |project: &&crate::model::Project| project.team == Some(at);
        let projects: Vec<_> = self.cleared.ledger().projects.iter().filter(helped).collect();
        if projects.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("参与的项目", "Projects it helps with");
        let mut table = PaperTable::new(
            head,
            &[(lang.pick("项目", "Project"), 15), (lang.pick("状态", "State"), 5), (lang.pick("进度", "Progress"), -4)],
        );
        let rows = projects.iter().take(most_rows(1)).map(|project| self.project_row(project));
        table.rows = rows.map(|row| vec![row.project.text, row.state, row.progress]).collect();
        let rest = self.on_the_web(&Link::new(lang.pick("项目", "Projects"), routes::PROJECTS));
        vec![Piece::Heading(2, head.to_owned()), Piece::List(List { table, all: projects.len(), weight: 1, rest })]
    }

    fn team_members(&self, team: &Team) -> Vec<Piece> {
        if team.members.is_empty() {
            return Vec::new();
        }
        let lang = self.lang;
        let members = team.members.iter();
        let told = members.map(|(role, count)| lang.pick(format!("{role} {count} 人"), format!("{role}: {count}")));
        vec![
            Piece::Heading(2, lang.pick("成员", "Members").to_owned()),
            Piece::Text(told.collect::<Vec<_>>().join(lang.pick("，", ", "))),
        ]
    }

    /// The teams at home in a place with how to reach them, for its duty sheet.
    pub(super) fn teams_to_call(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let home = |team: &&Team| team.home.is_some_and(|home| self.holds(about.at, home));
        let teams: Vec<&Team> = self.cleared.ledger().teams.iter().filter(home).collect();
        if teams.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("志愿团队", "Volunteer teams");
        let mut table = PaperTable::new(
            head,
            &[(lang.pick("团队", "Team"), 8), (lang.pick("时间", "When"), 9), (lang.pick("电话", "Telephone"), 7)],
        );
        let phone = |team: &Team| team.contacts.first().map(|contact| contact.phone.clone()).unwrap_or_default();
        let row = |team: &&Team| vec![team.name.clone(), team.schedule.clone(), phone(team)];
        table.rows = teams.iter().take(most_rows(6)).map(row).collect();
        let rest = self.on_the_web(&about.page);
        vec![Piece::Heading(2, head.to_owned()), Piece::List(List { table, all: teams.len(), weight: 6, rest })]
    }
}
