//! The index of volunteer teams, in official order.

use serde::Serialize;

use super::card::Card;
use super::chart::Chart;
use super::communities::Cell;
use super::shell::{Link, Shell};
use super::{View, routes};
use crate::measure::{Subject, registry};
use crate::model::{Period, TeamIx};

/// The index of teams.
#[derive(Debug, Serialize)]
pub struct TeamsPage {
    /// Frame.
    pub shell: Shell,
    /// The month the figures are about.
    pub period: String,
    /// Cards of the whole site.
    pub cards: Vec<Card>,
    /// Charts of the whole site.
    pub charts: Vec<Chart>,
    /// Teams in official order.
    pub teams: Vec<TeamRow>,
}

/// A team in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeamRow {
    /// Its page.
    pub link: Link,
    /// What sort of team.
    pub kind: String,
    /// Where it is at home.
    pub home: String,
    /// Activities this month.
    pub sessions: Cell,
    /// Participations this month.
    pub participations: Cell,
    /// Hours this month.
    pub hours: Cell,
    /// Day of the latest activity; empty when there is none.
    pub last: String,
}

impl View<'_> {
    /// The index of teams.
    #[must_use]
    pub fn teams_page(&self) -> TeamsPage {
        let ledger = self.cleared.ledger();
        let month = Period::Month(self.month);
        let title = self.lang.pick("志愿团队", "Volunteer teams");
        let count = ledger.teams.len().to_string();
        let description = self.lang.pick(
            format!("{count} 支志愿团队的活动情况"),
            format!("{count} {}", super::figure_text::counted(&count, "volunteer teams")),
        );
        let mut last = std::collections::BTreeMap::new();
        for activity in &ledger.activities {
            if let Some(team) = activity.team.filter(|_| crate::measure::activities::counts(activity, self.as_of)) {
                last.insert(team, activity.date);
            }
        }
        let teams = ledger
            .teams
            .iter()
            .enumerate()
            .filter_map(|(at, team)| {
                let at = TeamIx(u32::try_from(at).unwrap_or(u32::MAX));
                let cell = |metric| self.cell(metric, Subject::Team(at), &team.name);
                Some(TeamRow {
                    link: Link::new(team.name.clone(), routes::team(team)),
                    kind: team.kind.clone(),
                    home: self.place_name(team.home).to_owned(),
                    sessions: cell(registry::find("activities.sessions")?),
                    participations: cell(registry::find("activities.participations")?),
                    hours: cell(registry::find("activities.hours")?),
                    last: last.get(&at).map(ToString::to_string).unwrap_or_default(),
                })
            })
            .collect();
        TeamsPage {
            shell: self.shell(routes::TEAMS, title, description, self.home_crumb(), routes::TEAMS),
            period: self.period_name(month),
            cards: self.cards(
                &["activities.active_teams", "activities.sessions", "activities.participations", "activities.hours"],
                Subject::Site,
                month,
            ),
            charts: self.activity_charts(Subject::Site).into_iter().take(4).collect(),
            teams,
        }
    }
}
