//! Teams: read from their table, or made from the names in the data.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::lists;
use super::names::{NOT_GIVEN, Names, Settled, bare_team};
use super::places::{ContactColumns, id};
use super::report::Report;
use super::seen::Seen;
use crate::config::{From, Table};
use crate::diag::rules;
use crate::model::{PlaceIx, Team};

/// A team with what is only needed while loading.
pub(super) struct ListedTeam {
    pub team: Team,
    pub aliases: Vec<String>,
    order: Option<u32>,
}

struct Columns {
    id: Field,
    name: Field,
    home: Field,
    kind: Field,
    members: Field,
    duties: Field,
    schedule: Field,
    contacts: ContactColumns,
    founded: Field,
    order: Field,
    aliases: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Teams, name);
        Self {
            id: take("id"),
            name: take("name"),
            home: take("home"),
            kind: take("kind"),
            members: take("members"),
            duties: take("duties"),
            schedule: take("schedule"),
            founded: take("founded"),
            order: take("order"),
            aliases: take("aliases"),
            contacts: ContactColumns::of(&mut take),
        }
    }
}

/// Reads the table in official order; nothing when teams come from the data.
pub(super) fn read(input: Input<'_>, places: &mut Names, report: &mut Report<'_>) -> Vec<ListedTeam> {
    if input.config.teams.from == From::Data {
        return Vec::new();
    }
    let mut teams = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::Teams, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = id(cells, &columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                teams.extend(team(cells, &columns, id, places));
            }
        });
    });
    teams.sort_by_key(|team| team.order.unwrap_or(u32::MAX));
    teams
}

fn team(cells: &mut Cells<'_, '_>, columns: &Columns, id: String, places: &mut Names) -> Option<ListedTeam> {
    let name = cells.given(&columns.name)?.into_owned();
    let home = cells.place(&columns.home, places);
    let members = cells.text(&columns.members);
    let members = lists::members(&members).unwrap_or_else(|| {
        let problem = cells
            .fault(&rules::rows::BAD_NUMBER, &columns.members)
            .with("value", &members)
            .with("reason_zh", "每种成员后面要写人数，例如：队长1人；队员12人")
            .with("reason_en", "each role needs its number, such as `leader 1; member 12`");
        cells.remark(problem);
        Vec::new()
    });
    let team = Team {
        trace: cells.trace(),
        id,
        name,
        home,
        kind: cells.string(&columns.kind),
        members,
        duties: lists::several(&cells.text(&columns.duties)).map(str::to_owned).collect(),
        schedule: cells.string(&columns.schedule),
        contacts: columns.contacts.read(cells),
        founded: cells.day(&columns.founded),
    };
    let aliases = lists::names(&cells.text(&columns.aliases));
    let order = cells.count(&columns.order);
    Some(ListedTeam { team, aliases, order })
}

/// The final list: from the table or from the data, with the group of those not given.
pub(super) fn settled(listed: Vec<ListedTeam>, settled: &Settled, places: &Settled) -> Vec<Team> {
    let mut teams: Vec<Team> = listed.into_iter().map(|listed| listed.team).collect();
    for team in &mut teams {
        team.home = team.home.map(|home| PlaceIx(places.number(home.0)));
    }
    teams.extend(settled.found.iter().map(bare_team));
    teams.extend(settled.group.iter().map(|(_, name)| bare_team(&(NOT_GIVEN.to_owned(), name.clone()))));
    teams
}
