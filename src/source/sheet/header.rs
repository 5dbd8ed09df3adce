//! Finding the header row and naming the columns.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::Body;
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};
use crate::text::clean;
use crate::text::width::cut;

/// Rows looked at: a header below at most three title lines.
const LOOKED_AT: usize = 4;
/// A row with at least so many cells below a title line is the header.
const CELLS_OF_A_HEADER: usize = 3;

/// The header of a table.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// Number of the row; 0 when the table has none of its own.
    pub row: u32,
    /// Names of the columns, without blank ones at the end.
    pub names: Vec<Arc<str>>,
    /// Cells of the header row, blank ones at the end included.
    pub width: usize,
}

struct Candidate {
    row: u32,
    cells: Vec<String>,
    filled: usize,
}

impl Header {
    /// Finds the header of a table, and notes what is odd about it.
    pub fn find(file: &Arc<str>, body: &Body, notes: &mut Vec<Problem>) -> Result<Self, Problem> {
        let mut rows: Vec<Candidate> = Vec::new();
        let end = body.walk(file, &mut |row, cells| {
            let cells: Vec<String> =
                (0..cells.len()).map(|column| clean::cell(cells.get(column)).into_owned()).collect();
            let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
            if filled > 0 {
                rows.push(Candidate { row, cells, filled });
            }
            if rows.len() < LOOKED_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let titles = titles(&rows);
        let mut rows = rows.into_iter();
        let skipped: Vec<Candidate> = rows.by_ref().take(titles).collect();
        let Some(found) = rows.next() else {
            return Err(end.unwrap_or_else(|| Problem::new(&rules::NO_HEADER).at(Position::file(Arc::clone(file)))));
        };
        for title in &skipped {
            let words: String = title.cells.concat();
            notes.push(
                Problem::new(&rules::TITLE_ROW_SKIPPED)
                    .with("title", cut(&words, 40))
                    .with("row", found.row)
                    .at(Position::row(Arc::clone(file), title.row)),
            );
        }
        let header = Self::named(found);
        header.note_doubles(file, notes);
        Ok(header)
    }

    fn named(found: Candidate) -> Self {
        let width = found.cells.len();
        let mut names: Vec<Arc<str>> = found.cells.into_iter().map(Arc::from).collect();
        while names.last().is_some_and(|name| name.is_empty()) {
            names.pop();
        }
        Self { row: found.row, names, width }
    }

    fn note_doubles(&self, file: &Arc<str>, notes: &mut Vec<Problem>) {
        let mut seen = BTreeSet::new();
        for (index, name) in self.names.iter().enumerate() {
            if !name.is_empty() && !seen.insert(name) {
                let column = super::number(index + 1);
                let at = Position { file: Arc::clone(file), row: self.row, column, header: Arc::clone(name) };
                notes.push(Problem::new(&rules::HEADER_TWICE).with("header", name).at(at));
            }
        }
    }
}

/// How many rows above the header are titles: rows with a single cell, followed by one with several.
fn titles(rows: &[Candidate]) -> usize {
    let single = rows.iter().take_while(|row| row.filled == 1).count();
    match rows.get(single) {
        Some(next) if next.filled >= CELLS_OF_A_HEADER => single,
        _ => 0,
    }
}
