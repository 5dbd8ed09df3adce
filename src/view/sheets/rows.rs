//! Rows of sheets: how they give way to each other and to what is never cut.

use super::paper::{PosterFace, Type};
use super::poster::{Listed, PosterList, PosterRow};
use crate::text::{Lang, fit};
use crate::view::figure_text;

/// A row whose text gives way to its state.
pub(super) fn fitted_row(row: PosterRow, face: Type, room: u32) -> PosterRow {
    // A mark before the text of late rows, and a blank before the state.
    let mark = if row.late { 1_500 } else { 0 };
    let state = (fit::width(&row.state) + mark + 1_000).saturating_mul(face.size).div_ceil(1_000);
    PosterRow { text: fit::cut(&row.text, face.size, room.saturating_sub(state)), ..row }
}

/// Shares the rows out: every list gets the least it asks for, but all together no more than half; the first ones get what is left.
pub(super) fn shared_out(lists: Vec<Listed>, rows: usize, face: &PosterFace, lang: Lang) -> Vec<PosterList> {
    let mut left = rows;
    let first = lists.first().map_or(0, |list| list.rows.len());
    let asked: usize = lists.iter().map(|list| list.least.min(list.rows.len())).sum();
    let mut later = asked.min((rows / 2).max(rows.saturating_sub(first)));
    let mut shared = Vec::new();
    for list in lists {
        later = later.saturating_sub(list.least.min(list.rows.len()));
        let count = list.rows.len().min(left.saturating_sub(later));
        left -= count;
        let hidden = list.rows.len() - count;
        let more = if hidden == 0 { String::new() } else { more(hidden, lang) };
        // What is not listed is told in small type at the end of the head.
        let taken = fit::width(&more).saturating_mul(face.small.size).div_ceil(1_000) + face.small.size;
        shared.push(PosterList {
            title: fit::cut(&list.title, face.heading.size, face.width().saturating_sub(taken)),
            more,
            rows: list.rows.into_iter().take(count).map(|row| fitted_row(row, face.row, face.width())).collect(),
        });
    }
    shared
}

/// How many rows are not listed, and where they are.
pub(super) fn more(hidden: usize, lang: Lang) -> String {
    let hidden = hidden.to_string();
    let items = figure_text::counted(&hidden, "items");
    lang.pick(format!("另有 {hidden} 项，扫码或上网页看"), format!("{hidden} more {items} on the web page"))
}
