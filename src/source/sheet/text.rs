//! Tables as text: CSV, TSV, and what else is separated by one character.

use std::borrow::Cow;
use std::io;
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use super::row::Cells;
use super::{Each, SheetOptions};
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};
use crate::source::decode::{Encoding, decode};
use crate::source::fault::{not_decodable, not_text, number, window};

/// Separators that are recognised, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows in which a separator is looked for: a title line may have none.
const LOOKED_AT: usize = 5;
/// A cell is suspected of holding rows only in tables at least so wide.
const WIDE: usize = 4;
/// The longest cell, in bytes; one of a spreadsheet holds a tenth of this.
const MOST_IN_CELL: usize = 1024 * 1024;
/// The widest table, which is the widest sheet of a spreadsheet.
const MOST_COLUMNS: usize = 16_384;
/// Bytes of a row after which it is looked at before its end: nobody knows whether it has one.
const MOST_IN_ROW: usize = 16 * 1024 * 1024;

/// A decoded text table. UTF-8 is kept as it was read, without a copy.
#[derive(Debug)]
pub(super) struct TextTable {
    contents: Contents,
    /// Where the table begins, behind a byte order mark and a `sep=` line.
    start: usize,
    separator: u8,
    encoding: Encoding,
    declared: bool,
}

#[derive(Debug)]
enum Contents {
    Read(Arc<[u8]>),
    Decoded(String),
}

impl Contents {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Read(bytes) => bytes,
            Self::Decoded(text) => text.as_bytes(),
        }
    }
}

impl TextTable {
    /// Decodes a file and finds its separator.
    pub fn open(file: &Arc<str>, bytes: Arc<[u8]>, options: &SheetOptions<'_>) -> Result<Self, Problem> {
        let decoded = decode(&bytes, options.encoding).map_err(|fault| not_decodable(file, &bytes, &fault))?;
        if let Some(problem) = not_text(file, &decoded.text) {
            return Err(problem);
        }
        let encoding = decoded.encoding;
        let (decoded, mut start) = match decoded.text {
            Cow::Borrowed(text) => (None, bytes.len() - text.len()),
            Cow::Owned(text) => (Some(text), 0),
        };
        let contents = decoded.map_or(Contents::Read(bytes), Contents::Decoded);
        let table = contents.bytes().get(start..).unwrap_or_default();
        if table.is_empty() {
            return Err(Problem::new(&rules::EMPTY_FILE).at(Position::file(Arc::clone(file))));
        }
        let named = separator_line(table);
        if let Some((_, length)) = named {
            start += length;
        }
        let table = contents.bytes().get(start..).unwrap_or_default();
        let is_tsv = file.to_ascii_lowercase().ends_with(".tsv");
        let separator = options
            .separator
            .filter(|separator| separator.is_ascii() && !matches!(separator, b'"' | b'\r' | b'\n'))
            .or(named.map(|(separator, _)| separator))
            .or(is_tsv.then_some(b'\t'))
            .unwrap_or_else(|| find_separator(table));
        Ok(Self { contents, start, separator, encoding, declared: options.encoding.is_some() })
    }

    /// Says so when a file turned out not to be UTF-8.
    pub fn encoding_note(&self, file: &Arc<str>) -> Option<Problem> {
        (self.encoding != Encoding::Utf8 && !self.declared).then(|| {
            Problem::new(&rules::ENCODING_NOTED)
                .with("encoding", self.encoding.name())
                .at(Position::file(Arc::clone(file)))
        })
    }

    /// The character between two cells.
    pub fn separator(&self) -> u8 {
        self.separator
    }

    /// Reads the rows; gives what ended the reading: a quote that was still open at the end of the file, or a row beyond all bounds.
    pub fn walk(&self, file: &Arc<str>, each: &mut Each<'_>) -> Option<Problem> {
        let table = self.contents.bytes().get(self.start..).unwrap_or_default();
        let mut reader = self.reader(Rationed { rest: table, left: MOST_IN_ROW });
        let mut record = ByteRecord::new();
        let mut row: u32 = 0;
        let mut start = 0;
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => reader.get_mut().left = MOST_IN_ROW,
                Ok(false) => return None,
                // Reading from memory fails in one way only.
                Err(_) => {
                    let (blank_lines, begin) = skip_line_ends(table, start);
                    let row = row.saturating_add(blank_lines).saturating_add(1);
                    return Some(self.endless(file, row, table.get(begin..).unwrap_or_default()));
                }
            }
            let end = usize::try_from(reader.position().byte()).unwrap_or(table.len());
            let (blank_lines, begin) = skip_line_ends(table, start);
            row = row.saturating_add(blank_lines).saturating_add(1);
            if end >= table.len() {
                let raw = table.get(begin..).unwrap_or_default();
                if let Some(at) = open_quote(raw, self.separator) {
                    return Some(unclosed(file, row, raw, at));
                }
            }
            if let Some(problem) = beyond_bounds(file, row, &record) {
                return Some(problem);
            }
            if each(row, Cells::Record(&record)).is_break() {
                return None;
            }
            start = end;
        }
    }

    fn reader<R: io::Read>(&self, table: R) -> csv::Reader<R> {
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.separator).from_reader(table)
    }

    /// What is wrong with a row that was given up, by its beginning; `rest` reaches to the end of the table.
    fn endless(&self, file: &Arc<str>, row: u32, rest: &[u8]) -> Problem {
        if let Some(at) = open_quote(rest, self.separator).filter(|at| *at < MOST_IN_ROW) {
            return unclosed(file, row, rest, at);
        }
        let mut record = ByteRecord::new();
        // What was read before the end of the beginning is all that is needed.
        let _ = self.reader(rest.get(..MOST_IN_ROW).unwrap_or(rest)).read_byte_record(&mut record);
        beyond_bounds(file, row, &record).unwrap_or_else(|| {
            let (column, size) = largest(&record);
            too_long(file, row, column, size)
        })
    }

    /// How many lines of a cell look like whole rows of a table with so many columns.
    pub fn rows_inside(&self, cell: &str, columns: usize) -> usize {
        if columns < WIDE || !cell.as_bytes().contains(&b'\n') {
            return 0;
        }
        let separator = char::from(self.separator);
        cell.lines().filter(|line| line.matches(separator).count() == columns - 1).count()
    }
}

/// A table that is given to the reader in rations, one for each row: else a row without end would take all memory.
struct Rationed<'a> {
    rest: &'a [u8],
    left: usize,
}

impl io::Read for Rationed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.rest.is_empty() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let length = buffer.len().min(self.left);
        let read = io::Read::read(&mut self.rest, buffer.get_mut(..length).unwrap_or_default())?;
        self.left -= read;
        Ok(read)
    }
}

/// Too many columns, or a cell that is too long.
fn beyond_bounds(file: &Arc<str>, row: u32, record: &ByteRecord) -> Option<Problem> {
    if record.len() > MOST_COLUMNS {
        let problem = Problem::new(&rules::TOO_MANY_COLUMNS).with("columns", record.len()).with("most", MOST_COLUMNS);
        return Some(problem.at(Position::row(Arc::clone(file), row)));
    }
    if record.as_slice().len() <= MOST_IN_CELL {
        return None;
    }
    let (column, size) = largest(record);
    (size > MOST_IN_CELL).then(|| too_long(file, row, column, size))
}

/// The longest cell and its size.
fn largest(record: &ByteRecord) -> (usize, usize) {
    record.iter().map(<[u8]>::len).enumerate().max_by_key(|(_, size)| *size).unwrap_or_default()
}

fn too_long(file: &Arc<str>, row: u32, column: usize, size: usize) -> Problem {
    Problem::new(&rules::CELL_TOO_LONG)
        .with("size", size / 1024)
        .with("most", MOST_IN_CELL / 1024)
        .at(Position { column: number(column + 1), ..Position::row(Arc::clone(file), row) })
}

/// `sep=;` on the first line: the separator, and the length of the line.
fn separator_line(table: &[u8]) -> Option<(u8, usize)> {
    let (name, rest) = table.split_first_chunk::<4>()?;
    let (separator, rest) = rest.split_first()?;
    let end = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    let known = name.eq_ignore_ascii_case(b"sep=") && separator.is_ascii() && *separator != b'"';
    known.then_some((*separator, 5 + end))
}

/// The separator that is most frequent, outside quotes, in the first row that has any.
fn find_separator(table: &[u8]) -> u8 {
    let mut counts = [0_usize; SEPARATORS.len()];
    let (mut quoted, mut rows) = (false, 0);
    for byte in table {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                rows += 1;
                if rows >= LOOKED_AT || counts.iter().any(|count| *count > 0) {
                    break;
                }
            }
            byte if !quoted => {
                for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
                    *count += usize::from(*byte == separator);
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().max().copied().unwrap_or_default();
    counts.iter().zip(SEPARATORS).find(|(count, _)| **count == most).map_or(b',', |(_, separator)| separator)
}

/// The line ends that the reader passes over before a row: how many blank lines they make, and where the row begins.
fn skip_line_ends(table: &[u8], start: usize) -> (u32, usize) {
    let mut at = start;
    let next = |at: usize| table.get(at).copied();
    if next(at) == Some(b'\n') && at.checked_sub(1).and_then(next) == Some(b'\r') {
        at += 1;
    }
    let mut lines = 0;
    loop {
        match (next(at), next(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return (lines, at),
        }
        lines += 1;
    }
}

/// Where the quote stands that is still open at the end of the last row.
fn open_quote(raw: &[u8], separator: u8) -> Option<usize> {
    enum At {
        CellStart,
        Plain,
        Quoted(usize),
        QuoteInQuoted(usize),
    }
    let mut state = At::CellStart;
    for (index, byte) in raw.iter().enumerate() {
        state = match (state, *byte) {
            (At::Quoted(open), b'"') => At::QuoteInQuoted(open),
            (At::Quoted(open), _) | (At::QuoteInQuoted(open), b'"') => At::Quoted(open),
            (_, byte) if byte == separator => At::CellStart,
            (At::CellStart, b'"') => At::Quoted(index),
            _ => At::Plain,
        };
    }
    match state {
        At::Quoted(open) => Some(open),
        _ => None,
    }
}

fn unclosed(file: &Arc<str>, row: u32, raw: &[u8], at: usize) -> Problem {
    let text = String::from_utf8_lossy(raw);
    let lines = String::from_utf8_lossy(raw.get(at..).unwrap_or_default()).lines().count();
    let line = text.lines().next().unwrap_or_default();
    let problem = Problem::new(&rules::OPEN_QUOTE).with("lines", lines).at(Position::row(Arc::clone(file), row));
    if at >= line.len() {
        return problem;
    }
    let (line, mark) = window(line, at..at + 1);
    problem.excerpt(line, mark)
}
