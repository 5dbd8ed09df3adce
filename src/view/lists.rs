//! The public lists: how far the items of each have come, and the items themselves.

use schemars::JsonSchema;
use serde::Serialize;

use super::communities::Cell;
use super::shell::Link;
use super::{ItemRow, View, figure_text};
use crate::measure::Subject;
use crate::measure::registry::{self, Metric};
use crate::model::{ItemState, List, Period, Place, PlaceIx};

/// Items of a list on a page.
const ITEMS: usize = 3;
/// The columns of the table. The first is the sum of cleared, open and withdrawn.
const COLUMNS: [&str; 8] = [
    "items.published",
    "items.claimed",
    "items.done",
    "items.cleared",
    "items.open",
    "items.carried",
    "items.withdrawn",
    "items.clearing_rate",
];

/// The lists of a subject, a row each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ListTable {
    /// The columns behind the name of the list: what is counted, with its figures.
    pub columns: Vec<Link>,
    /// The lists.
    pub rows: Vec<ListRow>,
}

/// A list with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ListRow {
    /// Its name.
    pub name: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// The items of one of the public lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ListModel {
    /// Its name.
    pub name: String,
    /// Items that are not finished, oldest first, then the latest finished ones.
    pub items: Vec<ItemRow>,
    /// Items not listed.
    pub more: usize,
}

impl View<'_> {
    /// The lists of a subject with all that was ever made public on them; `None` without items.
    pub(super) fn list_table(&self, subject: Subject) -> Option<ListTable> {
        let measures = self.cleared.measures();
        let metrics: Vec<_> =
            COLUMNS.iter().filter_map(|id| registry::find(id)).filter(|metric| measures.applies(metric)).collect();
        let lists = measures.tally(subject).items.lists();
        let rows: Vec<ListRow> = lists
            .map(|list| ListRow {
                name: list.name(self.lang).to_owned(),
                cells: metrics.iter().filter_map(|metric| self.list_cell(metric, subject, list)).collect(),
            })
            .collect();
        let head =
            |metric: &'static Metric| Link::new(metric.text(self.lang).name, self.figure_address(metric, subject));
        let columns = metrics.iter().copied().map(head).collect();
        (!rows.is_empty()).then_some(ListTable { columns, rows })
    }

    fn list_cell(&self, metric: &'static Metric, subject: Subject, list: List) -> Option<Cell> {
        let figure = self.cleared.measures().list(metric, subject, Period::All, list)?;
        let text = figure_text::words(&figure, self.lang);
        Some(Cell {
            label: String::new(),
            value: text.value,
            parts: text.parts,
            // The head of the column leads to the figures; as many links again would say nothing more.
            figure: String::new(),
        })
    }

    /// The items of a place, list by list.
    pub(super) fn lists(&self, at: PlaceIx, place: &Place) -> Vec<ListModel> {
        let items = self.cleared.ledger().items_of(at, place.last);
        let of_list = |list: List| {
            let mut found: Vec<_> =
                items.iter().filter(|item| item.list == list && item.published_on <= self.as_of).collect();
            found.sort_by_key(|item| {
                let state = item.state(self.as_of);
                let finished = matches!(state, ItemState::Done | ItemState::Cleared | ItemState::Withdrawn);
                let newest_first = std::cmp::Reverse(if finished { item.cleared_on.max(item.done_on) } else { None });
                (finished, newest_first, item.published_on, item.id.as_str())
            });
            ListModel {
                name: list.name(self.lang).to_owned(),
                more: found.len().saturating_sub(ITEMS),
                items: found.into_iter().take(ITEMS).map(|item| self.item_row(item)).collect(),
            }
        };
        List::ALL.iter().map(|&list| of_list(list)).filter(|list| !list.items.is_empty()).collect()
    }
}
