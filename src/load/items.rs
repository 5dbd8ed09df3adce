//! Items of the public lists.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::Names;
use super::report::Report;
use super::seen::Seen;
use crate::config::{Config, Table};
use crate::diag::rules;
use crate::model::{Item, List};

struct Columns {
    id: Field,
    list: Field,
    place: Field,
    title: Field,
    published_on: Field,
    claimed_on: Field,
    claimed_by: Field,
    consent: Field,
    done_on: Field,
    cleared_on: Field,
    evidence: Field,
    withdrawn: Field,
    carried_from: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Items, name);
        Self {
            id: take("id"),
            list: take("list"),
            place: take("place"),
            title: take("title"),
            published_on: take("published_on"),
            claimed_on: take("claimed_on"),
            claimed_by: take("claimed_by"),
            consent: take("consent"),
            done_on: take("done_on"),
            cleared_on: take("cleared_on"),
            evidence: take("evidence"),
            withdrawn: take("withdrawn"),
            carried_from: take("carried_from"),
        }
    }
}

/// Reads all items; places have provisional numbers.
pub(super) fn read(input: Input<'_>, places: &mut Names, report: &mut Report<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::Items, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if let Some(id) = cells.given(&columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                items.extend(item(cells, &columns, &id, places, input.config));
            }
        });
    });
    items
}

fn item(cells: &mut Cells<'_, '_>, columns: &Columns, id: &str, places: &mut Names, config: &Config) -> Option<Item> {
    let place = cells.given_place(&columns.place, places);
    let list: Option<List> = cells.word(&columns.list);
    let title = cells.given(&columns.title).map(std::borrow::Cow::into_owned);
    let published_on = cells.day(&columns.published_on);
    let (place, list, title, published_on) = (place?, list?, title?, published_on?);
    cells.not_after(config.site.as_of, &columns.published_on, published_on);

    let claimed_on = cells.day(&columns.claimed_on);
    let done_on = cells.day(&columns.done_on);
    let cleared_on = cells.day(&columns.cleared_on);
    let published = (&columns.published_on, Some(published_on));
    for later in [(&columns.claimed_on, claimed_on), (&columns.done_on, done_on), (&columns.cleared_on, cleared_on)] {
        cells.in_order(published, later);
    }
    cells.in_order((&columns.claimed_on, claimed_on), (&columns.done_on, done_on));
    cells.in_order((&columns.done_on, done_on), (&columns.cleared_on, cleared_on));
    cells.no_step_skipped((&columns.done_on, done_on.is_some()), (&columns.cleared_on, cleared_on.is_some()));
    let evidence = cells.string(&columns.evidence);
    if cleared_on.is_some() && evidence.is_empty() {
        let problem = cells.fault(&rules::rows::CLEARED_WITHOUT_EVIDENCE, &columns.cleared_on);
        cells.remark(problem);
    }
    Some(Item {
        trace: cells.trace(),
        id: id.to_owned(),
        list,
        place,
        title,
        published_on,
        claimed_on,
        claimed_by: cells.string(&columns.claimed_by),
        consent: cells.yes(&columns.consent).unwrap_or(false),
        done_on,
        cleared_on,
        evidence,
        withdrawn: cells.string(&columns.withdrawn),
        carried_from: cells.string(&columns.carried_from),
    })
}
