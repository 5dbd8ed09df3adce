//! The register of service points.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::lists;
use super::names::Names;
use super::places;
use super::report::Report;
use super::seen::Seen;
use crate::config::Table;
use crate::model::{ServicePoint, ServicePointIx};
use crate::text::order::by_name;

struct Columns {
    id: Field,
    place: Field,
    name: Field,
    kind: Field,
    address: Field,
    hours: Field,
    services: Field,
    phone: Field,
    contact: Field,
    since: Field,
    note: Field,
    reach: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::ServicePoints, name);
        Self {
            id: take("id"),
            place: take("place"),
            name: take("name"),
            kind: take("kind"),
            address: take("address"),
            hours: take("hours"),
            services: take("services"),
            phone: take("phone"),
            contact: take("contact"),
            since: take("since"),
            note: take("note"),
            reach: take("reach"),
        }
    }
}

/// Reads the register; places have provisional numbers.
pub(super) fn read(input: Input<'_>, places: &mut Names, report: &mut Report<'_>) -> Vec<ServicePoint> {
    let mut read = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::ServicePoints, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = places::id(cells, &columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                read.extend(service_point(cells, &columns, id, places));
            }
        });
    });
    read
}

fn service_point(cells: &mut Cells<'_, '_>, columns: &Columns, id: String, places: &mut Names) -> Option<ServicePoint> {
    let place = cells.given_place(&columns.place, places);
    let name = cells.given(&columns.name).map(std::borrow::Cow::into_owned);
    Some(ServicePoint {
        trace: cells.trace(),
        id,
        place: place?,
        name: name?,
        kind: cells.string(&columns.kind),
        address: cells.string(&columns.address),
        hours: cells.string(&columns.hours),
        services: lists::names(&cells.text(&columns.services)),
        phone: cells.string(&columns.phone),
        contact: cells.string(&columns.contact),
        since: cells.day(&columns.since),
        note: cells.string(&columns.note),
        reach: cells.string(&columns.reach),
    })
}

/// The points in their final order, once places have their final numbers, and the new number of each.
pub(super) fn settled(points: Vec<ServicePoint>) -> (Vec<ServicePoint>, Vec<ServicePointIx>) {
    let mut points: Vec<(usize, ServicePoint)> = points.into_iter().enumerate().collect();
    points.sort_by(|(_, a), (_, b)| a.place.cmp(&b.place).then_with(|| by_name(&a.id, &b.id)));
    let mut new = vec![ServicePointIx(0); points.len()];
    for (to, (from, _)) in (0..).zip(&points) {
        if let Some(slot) = new.get_mut(*from) {
            *slot = ServicePointIx(to);
        }
    }
    (points.into_iter().map(|(_, point)| point).collect(), new)
}
