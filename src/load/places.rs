//! Places: read from their table, or made from the names in the data.

use super::cell::{Cells, QUOTED};
use super::columns::{Field, Fields};
use super::input::Input;
use super::lists;
use super::names::{NOT_GIVEN, Settled};
use super::report::Report;
use super::seen::Seen;
use super::tree::{Listed, grown};
use crate::config::fields::key;
use crate::config::{Config, From, LevelSpec, Table};
use crate::diag::rules;
use crate::model::{Contact, Place, PlaceIx, Trace};
use crate::text::personal::masked;
use crate::text::slug::{is_id, slug};
use crate::text::width::cut;

struct Columns {
    id: Field,
    name: Field,
    level: Field,
    parent: Field,
    households: Field,
    residents: Field,
    counted_on: Field,
    order: Field,
    aliases: Field,
    contacts: ContactColumns,
    since: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Places, name);
        Self {
            id: take("id"),
            name: take("name"),
            level: take("level"),
            parent: take("parent"),
            households: take("households"),
            residents: take("residents"),
            counted_on: take("counted_on"),
            order: take("order"),
            aliases: take("aliases"),
            since: take("since"),
            contacts: ContactColumns::of(&mut take),
        }
    }
}

/// One contact in columns of its own, or several in one cell.
pub(super) struct ContactColumns {
    several: Field,
    role: Field,
    name: Field,
    phone: Field,
    hours: Field,
    consent: Field,
}

impl ContactColumns {
    pub fn of(take: &mut impl FnMut(&'static str) -> Field) -> Self {
        Self {
            several: take("contacts"),
            role: take("contact_role"),
            name: take("contact_name"),
            phone: take("contact_phone"),
            hours: take("contact_hours"),
            consent: take("consent"),
        }
    }

    /// All contacts of a row; its consent is that of everybody named in it.
    pub fn read(&self, cells: &mut Cells<'_, '_>) -> Vec<Contact> {
        let consent = cells.yes(&self.consent).unwrap_or(false);
        let mut contacts = lists::contacts(&cells.text(&self.several));
        let own = Contact {
            role: cells.string(&self.role),
            name: cells.string(&self.name),
            phone: cells.string(&self.phone),
            hours: cells.string(&self.hours),
            consent: false,
        };
        if !(own.role.is_empty() && own.name.is_empty() && own.phone.is_empty()) {
            contacts.insert(0, own);
        }
        for contact in &mut contacts {
            contact.consent = consent;
        }
        contacts
    }
}

/// Reads the table, in tree order; nothing when places come from the data.
pub(super) fn read(input: Input<'_>, report: &mut Report<'_>) -> Vec<Place> {
    if input.config.places.from == From::Data {
        return Vec::new();
    }
    let mut listed = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::Places, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = id(cells, &columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                listed.extend(place(cells, &columns, id, &input.config.levels));
            }
        });
    });
    let mut problems = Vec::new();
    let places = grown(listed, &input.config.levels, &mut problems);
    for problem in problems {
        report.add(problem);
    }
    places
}

/// The id of a place or team: an address, so only what an address can hold.
pub(super) fn id(cells: &mut Cells<'_, '_>, field: &Field) -> Option<String> {
    let id = cells.given(field)?.into_owned();
    if is_id(&id) && id != NOT_GIVEN {
        return Some(id);
    }
    // What must not be told must not be proposed either: a slug would put numbers together.
    let problem =
        cells.fault(&rules::load::BAD_ID, field).with("value", cut(&id, QUOTED)).with("proposal", slug(&masked(&id)));
    cells.reject(problem);
    None
}

fn place(cells: &mut Cells<'_, '_>, columns: &Columns, id: String, levels: &[LevelSpec]) -> Option<Listed> {
    let name = cells.given(&columns.name)?.into_owned();
    let level = |text: &str| {
        let text = key(text);
        levels.iter().position(|level| key(&level.id) == text || key(&level.name) == text)
    };
    let level = cells.one_of(&columns.level, level, || levels.iter().map(|level| level.id.as_str()).collect())?;
    let place = Place {
        trace: cells.trace(),
        id,
        name,
        level,
        parent: None,
        last: PlaceIx(0),
        households: cells.count(&columns.households),
        residents: cells.count(&columns.residents),
        counted_on: cells.day(&columns.counted_on),
        aliases: lists::names(&cells.text(&columns.aliases)),
        contacts: columns.contacts.read(cells),
        since: cells.day(&columns.since),
    };
    let order = cells.count(&columns.order);
    let at = cells.fault(&rules::load::UNKNOWN_PARENT, &columns.parent);
    Some(Listed { place, parent: cells.string(&columns.parent), order, at })
}

/// The final list: from the table or from the data, with the group of those not given.
pub(super) fn settled(mut places: Vec<Place>, settled: &Settled, config: &Config) -> Vec<Place> {
    let bare = |at: usize, id: &str, name: &str| Place {
        trace: Trace::default(),
        id: id.to_owned(),
        name: name.to_owned(),
        level: config.community_level,
        parent: None,
        last: PlaceIx(u32::try_from(at).unwrap_or(u32::MAX)),
        households: None,
        residents: None,
        counted_on: None,
        aliases: Vec::new(),
        contacts: Vec::new(),
        since: None,
    };
    for (id, name) in &settled.found {
        places.push(bare(places.len(), id, name));
    }
    if let Some((_, name)) = &settled.group {
        let mut group = bare(places.len(), NOT_GIVEN, name);
        // Under a single root the group belongs to it, so that the root sums up all records.
        let mut roots = (0..).map(PlaceIx).zip(&mut places).filter(|(_, place)| place.parent.is_none());
        if let (Some((at, root)), None) = (roots.next(), roots.next())
            && root.level < group.level
        {
            group.parent = Some(at);
            root.last = group.last;
        }
        places.push(group);
    }
    places
}
