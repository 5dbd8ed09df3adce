//! Places outside the site, which only reported figures are about: a flat list, so that nothing can be added up in it.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::places;
use super::report::Report;
use super::seen::Seen;
use crate::config::Table;
use crate::model::ReportedPlace;

struct Columns {
    id: Field,
    name: Field,
    level: Field,
    within: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::ReportedPlaces, name);
        Self { id: take("id"), name: take("name"), level: take("level"), within: take("within") }
    }
}

/// Reads the table, in the order of its file.
pub(super) fn read(input: Input<'_>, report: &mut Report<'_>) -> Vec<ReportedPlace> {
    let mut listed = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::ReportedPlaces, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = places::id(cells, &columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                listed.extend(place(cells, &columns, id));
            }
        });
    });
    listed
}

fn place(cells: &mut Cells<'_, '_>, columns: &Columns, id: String) -> Option<ReportedPlace> {
    Some(ReportedPlace {
        trace: cells.trace(),
        id,
        name: cells.given(&columns.name)?.into_owned(),
        level: cells.string(&columns.level),
        within: cells.string(&columns.within),
    })
}
