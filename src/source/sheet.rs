//! A table as rows of cells, whatever file it came in.

mod entries;
mod header;
mod row;
mod text;
mod unpacked;
mod workbook;

use std::ops::ControlFlow;
use std::sync::Arc;

pub use row::Row;

use self::entries::Entries;
use self::header::Header;
use self::row::Cells;
use self::text::TextTable;
use self::workbook::Workbook;
use super::decode::Encoding;
use super::fault::number;
use super::files::Sources;
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem, Problems};
use crate::text::clean;

/// What a site says about a table file.
#[derive(Debug, Clone, Copy, Default)]
pub struct SheetOptions<'a> {
    /// Encoding of a text table; detected when not given.
    pub encoding: Option<Encoding>,
    /// Separator of a text table; detected when not given.
    pub separator: Option<u8>,
    /// Sheet of a workbook; the first visible one when not given.
    pub sheet: Option<&'a str>,
    /// Name of the array of tables in a TOML file: `teams` finds `[[teams]]` and `[[team]]`.
    pub table: &'a str,
}

/// A table file with its header read; the rows are read when asked for.
#[derive(Debug)]
pub struct Sheet {
    file: Arc<str>,
    header: Header,
    notes: Vec<Problem>,
    body: Body,
}

/// What takes each row: its number, and its cells. It can end the reading.
type Each<'a> = dyn FnMut(u32, Cells<'_>) -> ControlFlow<()> + 'a;

#[derive(Debug)]
enum Body {
    Text(TextTable),
    Workbook(Box<Workbook>),
    Entries(Entries),
}

impl Body {
    /// Reads all rows, blank ones too; gives what ended the reading before the end of the file.
    fn walk(&self, file: &Arc<str>, each: &mut Each<'_>) -> Option<Problem> {
        match self {
            Self::Text(table) => table.walk(file, each),
            Self::Workbook(workbook) => workbook.walk(file, each),
            Self::Entries(entries) => {
                entries.walk(each);
                None
            }
        }
    }

    /// What stands between two cells in an excerpt.
    fn separator(&self) -> char {
        match self {
            Self::Text(table) if table.separator() != b'\t' => char::from(table.separator()),
            _ => '│',
        }
    }
}

impl Sheet {
    /// Opens a table file and reads its header.
    pub fn open(sources: &Sources, path: &str, options: &SheetOptions<'_>) -> Result<Self, Problem> {
        let bytes = sources.bytes(path)?;
        let file: Arc<str> = path.into();
        let mut notes = Vec::new();
        let body = match kind(path, &bytes) {
            Kind::Entries => {
                let (text, _) = sources.decoded(path, options.encoding)?;
                let entries = Entries::read(&file, &text, options.table)?;
                let header = entries.header();
                return Ok(Self { file, header, notes, body: Body::Entries(entries) });
            }
            Kind::Workbook => Body::Workbook(Box::new(Workbook::open(&file, bytes, options.sheet)?)),
            Kind::Text => {
                let table = TextTable::open(&file, bytes, options)?;
                notes.extend(table.encoding_note(&file));
                Body::Text(table)
            }
            Kind::Unknown(kind) => {
                return Err(Problem::new(&rules::KIND_UNKNOWN).with("kind", kind).at(Position::file(file)));
            }
        };
        let header = Header::find(&file, &body, &mut notes)?;
        Ok(Self { file, header, notes, body })
    }

    /// Path below the site folder.
    #[must_use]
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// The headers as they stand in the file, without blanks around them; a column in between may have a blank one.
    #[must_use]
    pub fn header(&self) -> &[Arc<str>] {
        &self.header.names
    }

    /// What is worth saying about the file as a whole.
    #[must_use]
    pub fn notes(&self) -> &[Problem] {
        &self.notes
    }

    /// Where the header of a column stands.
    #[must_use]
    pub fn header_position(&self, column: usize) -> Position {
        self.position(self.header.row, column)
    }

    /// Reads the rows below the header, one after the other; blank rows are passed over. Gives the faults found in
    /// reading; a row with one is not shown to `each`.
    pub fn rows(&self, each: &mut dyn FnMut(&Row<'_>)) -> Problems {
        let mut problems = Problems::new();
        let mut any = false;
        let end = self.body.walk(&self.file, &mut |number, cells| {
            let row = Row { sheet: self, number, cells };
            if number <= self.header.row || row.is_blank() {
                return ControlFlow::Continue(());
            }
            any = true;
            if let Some(problem) = self.too_many_cells(&row) {
                problems.add(problem);
            } else {
                problems.extend(self.cells_without_header(&row));
                problems.extend(self.rows_in_cell(&row));
                each(&row);
            }
            ControlFlow::Continue(())
        });
        problems.extend(end.map(|problem| self.with_header(problem)));
        if !any && problems.is_empty() {
            problems.add(Problem::new(&rules::NO_ROWS).at(Position::file(Arc::clone(&self.file))));
        }
        problems
    }

    /// Names the column that a problem lies in.
    fn with_header(&self, mut problem: Problem) -> Problem {
        if let Some(at) = &mut problem.at
            && let Some(column) = usize::try_from(at.column).ok().and_then(|column| column.checked_sub(1))
            && let Some(name) = self.header.names.get(column)
        {
            at.header = Arc::clone(name);
        }
        problem
    }

    fn position(&self, row: u32, column: usize) -> Position {
        Position {
            file: Arc::clone(&self.file),
            row,
            column: number(column + 1),
            header: self.header.names.get(column).cloned().unwrap_or_default(),
        }
    }

    /// In a text table, cells beyond the header mean a separator that was not quoted.
    fn too_many_cells(&self, row: &Row<'_>) -> Option<Problem> {
        let Body::Text(_) = self.body else { return None };
        let first = (self.header.width..row.len()).find(|column| !clean::is_blank(row.cell(*column)))?;
        let problem = Problem::new(&rules::TOO_MANY_CELLS).with("extra", row.len() - self.header.width);
        Some(row.point(problem, first))
    }

    fn cells_without_header(&self, row: &Row<'_>) -> Option<Problem> {
        let column = (self.header.names.len()..row.len()).find(|column| !clean::is_blank(row.cell(*column)))?;
        Some(row.point(Problem::new(&rules::CELL_WITHOUT_HEADER), column))
    }

    /// A quote that is closed by one many rows further down leaves whole rows inside a cell.
    fn rows_in_cell(&self, row: &Row<'_>) -> Option<Problem> {
        let Body::Text(table) = &self.body else { return None };
        let (column, lines) = (0..row.len()).find_map(|column| {
            let lines = table.rows_inside(row.cell(column), self.header.width);
            (lines > 1).then_some((column, lines))
        })?;
        Some(row.point(Problem::new(&rules::ROWS_IN_CELL).with("lines", lines), column))
    }
}

enum Kind {
    Text,
    Workbook,
    Entries,
    Unknown(&'static str),
}

/// What kind of table a file is. The contents decide before the name: many an `.xls` is text.
fn kind(path: &str, bytes: &[u8]) -> Kind {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    let is_office = matches!(extension.as_str(), "xls" | "et" | "htm" | "html" | "xml");
    match (extension.as_str(), bytes) {
        ("toml", _) => Kind::Entries,
        (_, [b'%', b'P', b'D', b'F', ..]) => Kind::Unknown("PDF"),
        (_, [0x89, b'P', b'N', b'G', ..]) => Kind::Unknown("PNG"),
        (_, [0xff, 0xd8, 0xff, ..]) => Kind::Unknown("JPEG"),
        (_, [b'R', b'a', b'r', b'!', ..]) => Kind::Unknown("RAR"),
        (_, [b'7', b'z', 0xbc, 0xaf, ..]) => Kind::Unknown("7z"),
        (_, [0x1f, 0x8b, ..]) => Kind::Unknown("gzip"),
        ("xlsx" | "xlsm", _) | (_, [b'P', b'K', 3, 4, ..]) => Kind::Workbook,
        (_, [0xd0, 0xcf, 0x11, 0xe0, ..]) => Kind::Unknown(".xls"),
        _ if is_office && bytes.trim_ascii_start().starts_with(b"<") => Kind::Unknown("HTML / XML"),
        _ => Kind::Text,
    }
}

#[cfg(test)]
mod tests;
