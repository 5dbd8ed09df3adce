//! Fixed days: council days, reception days and the like.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::Names;
use super::places;
use super::recurrence;
use super::report::Report;
use super::seen::Seen;
use crate::config::Table;
use crate::diag::rules;
use crate::model::{FixedDay, Moved};

struct Columns {
    id: Field,
    place: Field,
    name: Field,
    rule: Field,
    start: Field,
    end: Field,
    venue: Field,
    note: Field,
    moved: Field,
    first: Field,
    last: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::FixedDays, name);
        Self {
            id: take("id"),
            place: take("place"),
            name: take("name"),
            rule: take("rule"),
            start: take("start"),
            end: take("end"),
            venue: take("venue"),
            note: take("note"),
            moved: take("moved"),
            first: take("first"),
            last: take("last"),
        }
    }
}

/// Reads all fixed days; places have provisional numbers.
pub(super) fn read(input: Input<'_>, places: &mut Names, report: &mut Report<'_>) -> Vec<FixedDay> {
    let mut read = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::FixedDays, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = places::id(cells, &columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                read.extend(fixed_day(cells, &columns, id, places));
            }
        });
    });
    read
}

fn fixed_day(cells: &mut Cells<'_, '_>, columns: &Columns, id: String, places: &mut Names) -> Option<FixedDay> {
    let place = cells.given_place(&columns.place, places);
    let name = cells.given(&columns.name).map(std::borrow::Cow::into_owned);
    let typed = cells.given(&columns.rule)?;
    let rule = recurrence::read(&typed);
    if rule.is_none() {
        let problem = cells.fault(&rules::rows::UNKNOWN_RECURRENCE, &columns.rule).with("value", typed);
        cells.reject(problem);
    }
    let (start, mut end) = (cells.clock(&columns.start), cells.clock(&columns.end));
    if let (Some(from), Some(to)) = (start, end)
        && to < from
    {
        let clock = |second: u32| format!("{}:{:02}", second / 3600, second / 60 % 60);
        cells.out_of_order((&columns.start, &clock(from)), (&columns.end, &clock(to)));
        end = None;
    }
    let (first, last) = (cells.day(&columns.first), cells.day(&columns.last));
    cells.in_order((&columns.first, first), (&columns.last, last));
    Some(FixedDay {
        trace: cells.trace(),
        id,
        place: place?,
        name: name?,
        rule: rule?,
        start,
        end: end.filter(|_| start.is_some()),
        venue: cells.string(&columns.venue),
        note: cells.string(&columns.note),
        moved: cells.word(&columns.moved).unwrap_or(Moved::Keep),
        first,
        last,
    })
}
