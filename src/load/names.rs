//! What a cell means that names a place or a team: an id, a name or an alias, blanks and letter case aside.
//!
//! Where the list comes from the data, every new name becomes one; they get their final numbers when all tables are read,
//! in the order of their names, so that the order of rows leaves no trace.

use std::collections::{BTreeSet, HashMap};

use super::report::{Report, with_nearest};
use crate::config::fields::key;
use crate::config::{Blank, Config, From, Subjects};
use crate::diag::{Position, Problem, rules};
use crate::model::{Ledger, Place, PlaceIx, Subject, Team, TeamIx, Trace};
use crate::text::near::nearest;
use crate::text::order::by_name;
use crate::text::slug::{slug, unique};

/// The id of the group of records whose place or team is not given.
pub(super) const NOT_GIVEN: &str = "not-given";

/// The number of that group until all tables are read.
const GROUP: u32 = u32::MAX;

pub(super) struct Names {
    table: &'static str,
    from: From,
    /// Key of an id, name or alias → number; `None` when it means several.
    known: HashMap<String, Option<u32>>,
    /// Spellings met in cells → number, so that a cell is looked up as it stands.
    met: HashMap<String, u32>,
    /// Key of an alias → key of the name it stands for, where the list comes from the data.
    aliases: HashMap<String, String>,
    /// What they are called, by number.
    shown: Vec<String>,
    group: Option<String>,
    group_used: bool,
}

/// What a cell means.
pub(super) enum Found {
    /// A place or team.
    At(u32),
    /// Nothing stands in the cell.
    Blank,
    /// Nothing goes by this name.
    Unknown,
    /// More than one goes by it.
    Several,
}

/// The final order of a list.
pub(super) struct Settled {
    /// Final number of each provisional one.
    new: Vec<u32>,
    /// Ids and names taken from the data, in their final order.
    pub found: Vec<(String, String)>,
    /// Number and name of the group of those not given, when a record is in it.
    pub group: Option<(u32, String)>,
}

impl Names {
    pub fn of_places(config: &Config, places: &[Place], report: &mut Report<'_>) -> Self {
        let listed = places.iter().map(|place| Listed { id: &place.id, name: &place.name, aliases: &place.aliases });
        Self::new("places", &config.places, listed, report)
    }

    pub fn of_teams(config: &Config, teams: &[super::teams::ListedTeam], report: &mut Report<'_>) -> Self {
        let listed =
            teams.iter().map(|team| Listed { id: &team.team.id, name: &team.team.name, aliases: &team.aliases });
        Self::new("teams", &config.teams, listed, report)
    }

    fn new<'a>(
        table: &'static str,
        subjects: &Subjects,
        listed: impl Iterator<Item = Listed<'a>>,
        report: &mut Report<'_>,
    ) -> Self {
        let mut names = Self {
            table,
            from: subjects.from,
            known: HashMap::new(),
            met: HashMap::new(),
            aliases: HashMap::new(),
            shown: Vec::new(),
            group: match &subjects.blank {
                Blank::Error => None,
                Blank::Group(name) => Some(name.clone()),
            },
            group_used: false,
        };
        let listed: Vec<Listed<'_>> = listed.collect();
        for (at, one) in (0..).zip(&listed) {
            names.shown.push(one.name.to_owned());
            names.known.insert(key(one.id), Some(at));
        }
        // An id always means its own; a name that two share means neither.
        let ids: BTreeSet<String> = listed.iter().map(|one| key(one.id)).collect();
        for (at, one) in (0..).zip(&listed) {
            for name in std::iter::once(one.name).chain(one.aliases.iter().map(String::as_str)) {
                let name_key = key(name);
                let is_alias = name != one.name;
                match names.known.get(&name_key) {
                    Some(other) if is_alias && *other != Some(at) => {
                        report.add(Problem::new(&rules::load::NAME_TWICE).with("value", name));
                    }
                    _ if ids.contains(&name_key) => {}
                    Some(Some(other)) if *other == at => {}
                    Some(_) => {
                        names.known.insert(name_key, None);
                    }
                    None => {
                        names.known.insert(name_key, Some(at));
                    }
                }
            }
        }
        names.add_aliases(subjects, report);
        names
    }

    fn add_aliases(&mut self, subjects: &Subjects, report: &mut Report<'_>) {
        for (alias, target) in &subjects.aliases {
            if self.from == From::Data {
                let name = subjects.ids.iter().find(|(_, id)| *id == target).map_or(target, |(name, _)| name);
                self.aliases.insert(key(alias), name.clone());
                continue;
            }
            if let Some(&Some(at)) = self.known.get(&key(target)) {
                self.known.insert(key(alias), Some(at));
            } else {
                let problem = Problem::new(&rules::load::ALIAS_TARGET)
                    .at(Position::file("site.toml"))
                    .with("table", self.table)
                    .with("value", alias)
                    .with("target", target);
                report.add(with_nearest(problem, self.nearest(target)));
            }
        }
    }

    /// What a cell means that may be blank.
    pub fn find(&mut self, text: &str) -> Found {
        if text.is_empty() {
            return Found::Blank;
        }
        if let Some(&at) = self.met.get(text) {
            return Found::At(at);
        }
        match self.look_up(text) {
            Some(at) => {
                self.met.insert(text.to_owned(), at);
                Found::At(at)
            }
            None if self.known.contains_key(&key(text)) => Found::Several,
            None => self.group().map_or(Found::Unknown, Found::At),
        }
    }

    /// What a cell means that should not be blank: a blank one belongs to the group of those not given, if there is one.
    pub fn find_given(&mut self, text: &str) -> Found {
        if text.is_empty() {
            return self.group().map_or(Found::Blank, Found::At);
        }
        self.find(text)
    }

    /// What a cell means, without making anything of a name that was not met before.
    pub fn find_listed(&self, text: &str) -> Found {
        let name_key = key(text);
        let name_key = self.aliases.get(&name_key).map_or(name_key, |target| key(target));
        self.known.get(&name_key).copied().flatten().map_or(Found::Unknown, Found::At)
    }

    fn group(&mut self) -> Option<u32> {
        self.group_used |= self.group.is_some();
        self.group.as_ref().map(|_| GROUP)
    }

    fn look_up(&mut self, text: &str) -> Option<u32> {
        let mut name = text;
        let mut name_key = key(text);
        let target = self.aliases.get(&name_key).cloned();
        if let Some(target) = &target {
            name = target;
            name_key = key(target);
        }
        if let Some(&known) = self.known.get(&name_key) {
            if let Some(shown) = known.and_then(|at| self.shown.get_mut(at as usize))
                && self.from == From::Data
                && target.is_none()
                && spelling(name) < spelling(shown)
            {
                // Of several spellings the plainest is shown, whichever row comes first.
                name.clone_into(shown);
            }
            return known;
        }
        if self.from == From::Table {
            return None;
        }
        let at = u32::try_from(self.shown.len()).ok().filter(|&at| at != GROUP)?;
        self.shown.push(name.to_owned());
        self.known.insert(name_key, Some(at));
        Some(at)
    }

    /// The listed name nearest to a text.
    pub fn nearest(&self, text: &str) -> Option<&str> {
        nearest(text, self.shown.iter().map(String::as_str))
    }

    /// Gives everything its final number, once all tables are read.
    pub fn settle(self, subjects: &Subjects, report: &mut Report<'_>) -> Settled {
        let mut order: Vec<usize> = (0..self.shown.len()).collect();
        let mut found = Vec::new();
        if self.from == From::Data {
            let name = |at: usize| self.shown.get(at).map_or("", String::as_str);
            order.sort_by(|&a, &b| by_name(name(a), name(b)));
            let settled: HashMap<String, &String> = subjects.ids.iter().map(|(name, id)| (key(name), id)).collect();
            let mut taken: BTreeSet<String> = subjects.ids.values().cloned().collect();
            taken.insert(NOT_GIVEN.to_owned());
            for name in order.iter().filter_map(|&at| self.shown.get(at)) {
                let id = settled.get(&key(name)).map_or_else(
                    || {
                        let id = unique(slug(name), &mut taken);
                        report.add(
                            Problem::new(&rules::load::IDS_PROPOSED)
                                .at(Position {
                                    header: format!("[{}.ids]", self.table).into(),
                                    ..Position::file("site.toml")
                                })
                                .with("table", self.table)
                                .with("value", name)
                                .with("id", &id),
                        );
                        id
                    },
                    |id| (*id).clone(),
                );
                found.push((id, name.clone()));
            }
        }
        let mut new = vec![0; order.len()];
        for (to, from) in (0..).zip(order) {
            if let Some(slot) = new.get_mut(from) {
                *slot = to;
            }
        }
        let last = u32::try_from(new.len()).unwrap_or(GROUP);
        Settled { new, found, group: self.group.filter(|_| self.group_used).map(|name| (last, name)) }
    }
}

/// The plainer of two spellings comes first: fewer blanks, then shorter, then by dictionary order.
fn spelling(name: &str) -> (usize, usize, &str) {
    (name.chars().filter(|c| c.is_whitespace()).count(), name.len(), name)
}

struct Listed<'a> {
    id: &'a str,
    name: &'a str,
    aliases: &'a [String],
}

impl Settled {
    /// The final number of a provisional one.
    pub fn number(&self, at: u32) -> u32 {
        match &self.group {
            Some((group, _)) if at == GROUP => *group,
            _ => self.new.get(at as usize).copied().unwrap_or(at),
        }
    }
}

/// Gives the places of all records their final numbers.
pub(super) fn renumber_places(ledger: &mut Ledger, settled: &Settled) {
    let new = |at: PlaceIx| PlaceIx(settled.number(at.0));
    ledger.issues.columns_mut().places.iter_mut().for_each(|place| *place = new(*place));
    ledger.activities.iter_mut().for_each(|activity| activity.place = activity.place.map(new));
    ledger.projects.iter_mut().for_each(|project| project.place = new(project.place));
    ledger.items.iter_mut().for_each(|item| item.place = new(item.place));
    ledger.fixed_days.iter_mut().for_each(|fixed| fixed.place = new(fixed.place));
    ledger.service_points.iter_mut().for_each(|point| point.place = new(point.place));
    ledger.duty.iter_mut().for_each(|duty| duty.place = new(duty.place));
    for subject in subjects(ledger) {
        if let Subject::Place(at) = subject {
            *at = new(*at);
        }
    }
}

/// Gives the teams of all records their final numbers.
pub(super) fn renumber_teams(ledger: &mut Ledger, settled: &Settled) {
    let new = |at: TeamIx| TeamIx(settled.number(at.0));
    ledger.issues.columns_mut().teams.replace(new);
    ledger.activities.iter_mut().for_each(|activity| activity.team = activity.team.map(new));
    ledger.projects.iter_mut().for_each(|project| project.team = project.team.map(new));
    for subject in subjects(ledger) {
        if let Subject::Team(at) = subject {
            *at = new(*at);
        }
    }
}

/// What reported figures are about, those not passed on included.
fn subjects(ledger: &mut Ledger) -> impl Iterator<Item = &mut Subject> {
    let shown = ledger.reported.iter_mut().map(|reported| &mut reported.subject);
    shown.chain(ledger.withheld.iter_mut().map(|withheld| &mut withheld.subject))
}

/// Teams found in the data, which nothing else is known of.
pub(super) fn bare_team((id, name): &(String, String)) -> Team {
    Team {
        trace: Trace::default(),
        id: id.clone(),
        name: name.clone(),
        home: None,
        kind: String::new(),
        members: Vec::new(),
        duties: Vec::new(),
        schedule: String::new(),
        contacts: Vec::new(),
        founded: None,
    }
}
