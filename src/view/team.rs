//! The page of a volunteer team.

use schemars::JsonSchema;
use serde::Serialize;

use super::card::Card;
use super::chart::Chart;
use super::community::Fact;
use super::content::ProseModel;
use super::shell::{Link, Shell};
use super::stars::Stars;
use super::{ActivityRow, ContactRow, ProjectRow, ReportedRow, View, routes};
use crate::measure::Subject;
use crate::model::{Period, TeamIx};

/// Latest activities listed.
const LATEST: usize = 20;

/// A team page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamPage {
    /// Frame.
    pub shell: Shell,
    /// What sort of team; empty when not given.
    pub kind: String,
    /// Where it is at home.
    pub home: Option<Link>,
    /// What it did this month, or since when it has been silent.
    pub status: Vec<Link>,
    /// Whether nothing was recorded this month.
    pub silent: bool,
    /// Founded, and the like.
    pub about: Vec<Fact>,
    /// Members by role.
    pub members: Vec<Fact>,
    /// What it does.
    pub duties: Vec<String>,
    /// When it can be met; empty when not given.
    pub schedule: String,
    /// How to reach it.
    pub contacts: Vec<ContactRow>,
    /// What the authors wrote.
    pub prose: Option<ProseModel>,
    /// The month the cards are about.
    pub period: String,
    /// The cards of the month.
    pub cards: Vec<Card>,
    /// The cards of everything so far.
    pub totals: Vec<Card>,
    /// The stars so far of the issues it helped with.
    pub stars: Option<Stars>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// Latest activities.
    pub activities: Vec<ActivityRow>,
    /// Activities not listed.
    pub activities_more: usize,
    /// Projects it supports.
    pub projects: Vec<ProjectRow>,
    /// Reported figures.
    pub reported: Vec<ReportedRow>,
    /// Its sheets to print.
    pub sheets: Vec<Link>,
    /// Files with its figures.
    pub downloads: Vec<Link>,
}

impl View<'_> {
    /// The page of a team.
    #[must_use]
    pub fn team_page(&self, at: TeamIx) -> Option<TeamPage> {
        let ledger = self.cleared.ledger();
        let team = ledger.team(at)?;
        let subject = Subject::Team(at);
        let month = Period::Month(self.month);
        let own: Vec<_> = ledger
            .activities
            .iter()
            .rev()
            .filter(|activity| activity.team == Some(at) && crate::measure::activities::counts(activity, self.as_of))
            .collect();
        let status = self.team_status(subject, own.first().map(|activity| activity.date));
        let mut crumbs = self.home_crumb();
        crumbs.push(Link::new(self.lang.pick("志愿团队", "Teams"), routes::TEAMS));
        let counted = ["activities.sessions", "activities.participations", "activities.hours"];
        let served = ["activities.served", "activities.served_people", "activities.served_households"];
        let shown = |period: Period| {
            let mut cards = self.cards(&counted, subject, period);
            cards.extend(self.cards(&served, subject, period).into_iter().filter(|card| card.value != "0"));
            cards
        };
        let facts = self.facts(subject, self.month, &["团队"]);
        let mut charts: Vec<Chart> = self.activity_calendar(subject).into_iter().collect();
        charts.extend(self.activity_charts(subject));
        charts.extend(self.issue_charts(subject).into_iter().take(1));
        Some(TeamPage {
            shell: self.shell(&routes::team(team), &team.name, super::sentences::plain(&status), crumbs, routes::TEAMS),
            kind: team.kind.clone(),
            home: team.home.and_then(|home| self.place_link(home)),
            status,
            silent: own.first().is_none_or(|latest| self.config.months.month_of_day(latest.date) < self.month),
            about: team
                .founded
                .map(|day| Fact {
                    name: self.lang.pick("成立", "Founded").to_owned(),
                    value: self.day(day),
                    on: String::new(),
                })
                .into_iter()
                .collect(),
            members: team
                .members
                .iter()
                .map(|(role, count)| Fact {
                    name: role.clone(),
                    value: self.lang.pick(format!("{count} 人"), count.to_string()),
                    on: String::new(),
                })
                .collect(),
            duties: team.duties.clone(),
            schedule: team.schedule.clone(),
            contacts: self.contacts(&team.contacts),
            prose: ledger.library.teams.get(&at).map(|prose| ProseModel::of(prose, facts)),
            period: self.period_name(month),
            cards: shown(month),
            totals: shown(Period::All),
            stars: self.stars(subject),
            charts,
            activities_more: own.len().saturating_sub(LATEST),
            activities: own.into_iter().take(LATEST).map(|activity| self.activity_row(activity)).collect(),
            projects: ledger
                .projects
                .iter()
                .filter(|project| project.team == Some(at))
                .map(|project| self.project_row(project))
                .collect(),
            reported: self.reported(subject),
            sheets: self.sheet_links(subject),
            downloads: vec![
                Link::new(
                    self.lang.pick("本页数字（JSON）", "Figures of this page (JSON)"),
                    self.shared(&routes::team_json(team)),
                ),
                Link::new(self.lang.pick("全部数据", "All data"), routes::DATA),
            ],
        })
    }
}
