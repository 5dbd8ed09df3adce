//! The index of volunteer teams, in official order.

use schemars::JsonSchema;
use serde::Serialize;

use super::card::Card;
use super::chart::Chart;
use super::communities::Cell;
use super::shell::{Link, Shell};
use super::{View, routes};
use crate::measure::{Subject, registry};
use crate::model::{Period, PlaceIx, TeamIx};

/// Teams that a reader can look over; more are grouped by their community.
const FEW: usize = 20;
/// Jumps that a reader can look over; among more, one searches.
pub(super) const MOST_JUMPS: usize = 60;

/// The index of teams.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TeamsPage {
    /// Frame.
    pub shell: Shell,
    /// The month the figures are about.
    pub period: String,
    /// Cards of the whole site.
    pub cards: Vec<Card>,
    /// Charts of the whole site.
    pub charts: Vec<Chart>,
    /// Teams in official order: one group without a name, or one a community where there are many.
    pub groups: Vec<TeamGroup>,
    /// Jumps to the groups; empty where they are few, or too many to choose from.
    pub jumps: Vec<Link>,
}

/// Teams of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TeamGroup {
    /// Its anchor; empty for the only one.
    pub id: String,
    /// Name of the place; empty for the only one.
    pub name: String,
    /// Teams in official order.
    pub teams: Vec<TeamRow>,
}

/// A team in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
        let rows = ledger.teams.iter().enumerate().filter_map(|(at, team)| {
            let at = TeamIx(u32::try_from(at).unwrap_or(u32::MAX));
            let cell = |metric| self.cell(metric, Subject::Team(at), &team.name);
            let home = team.home.and_then(|home| ledger.no_finer(home, self.config.community_level));
            Some((
                home,
                TeamRow {
                    link: Link::new(team.name.clone(), routes::team(team)),
                    kind: team.kind.clone(),
                    home: self.place_name(team.home).to_owned(),
                    sessions: cell(registry::find("activities.sessions")?),
                    participations: cell(registry::find("activities.participations")?),
                    hours: cell(registry::find("activities.hours")?),
                    last: last.get(&at).map(ToString::to_string).unwrap_or_default(),
                },
            ))
        });
        let groups = self.team_groups(rows.collect());
        let jumps = groups.iter().filter(|group| !group.id.is_empty());
        let jumps: Vec<Link> = jumps.map(|group| Link::new(group.name.clone(), routes::teams_of(&group.id))).collect();
        TeamsPage {
            shell: self.shell(routes::TEAMS, title, description, self.home_crumb(), routes::TEAMS),
            period: self.period_name(month),
            cards: self.cards(
                &["activities.active_teams", "activities.sessions", "activities.participations", "activities.hours"],
                Subject::Site,
                month,
            ),
            charts: self.activity_charts(Subject::Site).into_iter().take(4).collect(),
            jumps: if jumps.len() > MOST_JUMPS { Vec::new() } else { jumps },
            groups,
        }
    }

    /// Many teams by their place, in its official order; those without one last.
    fn team_groups(&self, rows: Vec<(Option<PlaceIx>, TeamRow)>) -> Vec<TeamGroup> {
        if rows.len() <= FEW {
            let teams = rows.into_iter().map(|(_, row)| row).collect();
            return vec![TeamGroup { id: String::new(), name: String::new(), teams }];
        }
        let mut by_home = std::collections::BTreeMap::<_, Vec<TeamRow>>::new();
        for (home, row) in rows {
            by_home.entry((home.is_none(), home)).or_default().push(row);
        }
        let group = |((_, home), teams): ((bool, Option<PlaceIx>), _)| match home.and_then(|home| self.place(home)) {
            Some(place) => TeamGroup { id: format!("of-{}", place.id), name: place.name.clone(), teams },
            None => TeamGroup {
                id: "no-home".to_owned(),
                name: self.lang.pick("没有写明驻地", "Home not given").to_owned(),
                teams,
            },
        };
        by_home.into_iter().map(group).collect()
    }
}
