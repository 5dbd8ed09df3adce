//! One row of a table, while it is being read.

use std::ops::Range;

use csv::ByteRecord;

use super::Sheet;
use super::entries::Entry;
use crate::diag::{Position, Problem};
use crate::text::clean;
use crate::text::width::{char_width, cut, width};

/// Columns of an excerpt in a terminal, and of the cells in it.
const EXCERPT: usize = 100;
const MARKED: usize = 60;
const NEIGHBOUR: usize = 24;

/// The cells of a row, wherever they are kept.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cells<'a> {
    Record(&'a ByteRecord),
    Values(&'a [String]),
    Entry(&'a Entry),
}

impl<'a> Cells<'a> {
    pub fn len(self) -> usize {
        match self {
            Self::Record(record) => record.len(),
            Self::Values(values) => values.len(),
            Self::Entry(entry) => entry.cells.len(),
        }
    }

    pub fn get(self, column: usize) -> &'a str {
        match self {
            // The file was decoded as a whole and is split at ASCII characters only, so each cell is text.
            Self::Record(record) => record.get(column).and_then(|cell| str::from_utf8(cell).ok()).unwrap_or_default(),
            Self::Values(values) => values.get(column).map_or("", String::as_str),
            Self::Entry(entry) => entry.cells.get(column).map_or("", |cell| cell.text.as_str()),
        }
    }
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) number: u32,
    pub(super) cells: Cells<'a>,
}

impl Row<'_> {
    /// The row as a spreadsheet counts it, with the header and blank rows; in a TOML file the line of the entry.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How many cells it has; rows may be shorter than the header.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "`is_blank` is the question that has a meaning here")]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of a cell as it stands in the file; empty when the row has no such cell.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column)
    }

    /// Whether no cell holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        (0..self.len()).all(|column| clean::is_blank(self.cell(column)))
    }

    /// Where a cell is.
    #[must_use]
    pub fn position(&self, column: usize) -> Position {
        let row = match self.cells {
            Cells::Entry(entry) => entry.cells.get(column).map_or(self.number, |cell| cell.line),
            _ => self.number,
        };
        self.sheet.position(row, column)
    }

    /// The row on one line, cut around a cell, and the bytes of that cell in it.
    #[must_use]
    pub fn excerpt(&self, column: usize) -> (String, Range<usize>) {
        let marked = one_line(self.cell(column), MARKED);
        if let Cells::Entry(_) = self.cells {
            let key = self.sheet.header().get(column).map_or("", AsRef::as_ref);
            let start = key.len() + " = ".len();
            return (format!("{key} = {marked}"), start..start + marked.len());
        }
        let cells = self.len().max(column + 1);
        let mut used = width(&marked);
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let (mut before, mut behind) = (column, column + 1);
        let fits = |cell: &str, used: &mut usize| {
            *used += width(cell) + 1;
            *used <= EXCERPT
        };
        while behind < cells {
            let cell = one_line(self.cell(behind), NEIGHBOUR);
            // Half of the room is for what stands to the left.
            if behind > column + 2 && used > EXCERPT * 3 / 4 || !fits(&cell, &mut used) {
                break;
            }
            right.push(cell);
            behind += 1;
        }
        while let Some(next) = before.checked_sub(1) {
            let cell = one_line(self.cell(next), NEIGHBOUR);
            if !fits(&cell, &mut used) {
                break;
            }
            left.push(cell);
            before = next;
        }
        let separator = self.sheet.body.separator();
        let mut line = String::from(if before > 0 { "…" } else { "" });
        for cell in left.iter().rev() {
            line.push_str(cell);
            line.push(separator);
        }
        let start = line.len();
        line.push_str(&marked);
        let mark = start..line.len();
        for cell in &right {
            line.push(separator);
            line.push_str(cell);
        }
        if behind < cells {
            line.push('…');
        }
        (line, mark)
    }

    /// Points a problem at a cell.
    pub(super) fn point(&self, problem: Problem, column: usize) -> Problem {
        let (line, mark) = self.excerpt(column);
        problem.at(self.position(column)).excerpt(line, mark)
    }
}

/// The beginning of a cell on one line, at most so many columns wide.
fn one_line(cell: &str, columns: usize) -> String {
    let mut shown = String::new();
    let mut used = 0;
    for c in cell.chars() {
        match c {
            '\r' => continue,
            '\n' => shown.push('⏎'),
            c if c.is_control() => shown.push(' '),
            c => shown.push(c),
        }
        used += char_width(c).max(1);
        if used > columns {
            break;
        }
    }
    cut(&shown, columns)
}
