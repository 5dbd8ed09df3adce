//! Tables written by hand in TOML: each `[[team]]` is a row, its keys are the columns.

use std::ops::ControlFlow;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Each;
use super::header::Header;
use super::row::Cells;
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};
use crate::source::fault::{line_at, line_ends, number, toml_fault};

/// The records of a TOML file.
#[derive(Debug)]
pub(super) struct Entries {
    keys: Vec<Arc<str>>,
    entries: Vec<Entry>,
}

/// One record.
#[derive(Debug)]
pub(super) struct Entry {
    line: u32,
    /// By column; a key that the record lacks has an empty cell.
    pub cells: Vec<EntryCell>,
}

/// One value of a record.
#[derive(Debug, Clone, Default)]
pub(super) struct EntryCell {
    pub text: String,
    /// Line of its key, or of the record when the key is missing.
    pub line: u32,
}

impl Entries {
    /// Reads the records of one kind.
    pub fn read(file: &Arc<str>, text: &str, table: &str) -> Result<Self, Problem> {
        let document = DeTable::parse(text).map_err(|error| toml_fault(file, text, &error))?;
        let singular = singular(table);
        let Some((_, found)) = document.get_ref().iter().find(|(key, _)| {
            let key = key.get_ref().as_ref();
            key == table || key == singular
        }) else {
            return Err(missing(file, document.get_ref(), table));
        };
        let mut read = Self { keys: Vec::new(), entries: Vec::new() };
        let alone = std::slice::from_ref(found);
        let mut lines = Lines { text, at: 0, line: 1 };
        for value in found.get_ref().as_array().map_or(alone, |array| array) {
            let DeValue::Table(entry) = value.get_ref() else {
                let (row, line, _) = line_at(text, value.span().start);
                let problem = Problem::new(&rules::TOML_ENTRY_ODD).with("table", table);
                return Err(problem.at(Position::row(Arc::clone(file), row)).excerpt(line, 0..line.len()));
            };
            read.add(value.span().start, entry, &mut lines);
        }
        Ok(read)
    }

    /// The keys as columns; there is no header row.
    pub fn header(&self) -> Header {
        Header { row: 0, names: self.keys.clone(), width: self.keys.len() }
    }

    /// Gives the records in the order of the file.
    pub fn walk(&self, each: &mut Each<'_>) {
        for entry in &self.entries {
            if each(entry.line, Cells::Entry(entry)) == ControlFlow::Break(()) {
                return;
            }
        }
    }

    fn add(&mut self, start: usize, table: &DeTable<'_>, lines: &mut Lines<'_>) {
        let line = lines.of(start);
        let mut cells = Vec::with_capacity(self.keys.len());
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            let column = self.keys.iter().position(|known| known.as_ref() == name).unwrap_or_else(|| {
                self.keys.push(name.into());
                self.keys.len() - 1
            });
            if cells.len() <= column {
                cells.resize(column + 1, EntryCell { line, ..EntryCell::default() });
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = EntryCell { text: plain(value.get_ref(), 0), line: lines.of(key.span().start) };
            }
        }
        self.entries.push(Entry { line, cells });
    }
}

/// Line numbers of offsets that mostly grow, without counting from the start each time.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn of(&mut self, offset: usize) -> u32 {
        if offset < self.at {
            (self.at, self.line) = (0, 1);
        }
        let passed = self.text.as_bytes().get(self.at..offset).unwrap_or_default();
        self.line = self.line.saturating_add(number(line_ends(passed)));
        self.at += passed.len();
        self.line
    }
}

/// The map sorts its keys; the file has them in the order that people meant.
fn in_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t Spanned<toml::de::DeString<'i>>, &'t Spanned<DeValue<'i>>)> {
    let mut pairs: Vec<_> = table.iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    pairs
}

/// A value as the text of a cell: lists are joined with `;`, records inside them with `|`, and below that with `,`.
fn plain(value: &DeValue<'_>, depth: usize) -> String {
    let joined = |parts: Vec<String>, with: &str| parts.join(if depth > 1 { "," } else { with });
    match value {
        DeValue::String(text) => text.clone().into_owned(),
        DeValue::Integer(number) => integer(number.as_str(), number.radix()),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(value) => value.to_string(),
        DeValue::Datetime(at) => at.to_string(),
        DeValue::Array(values) => joined(values.iter().map(|value| plain(value.get_ref(), depth + 1)).collect(), ";"),
        DeValue::Table(table) => {
            joined(in_order(table).into_iter().map(|(_, value)| plain(value.get_ref(), depth + 1)).collect(), "|")
        }
    }
}

/// Whole numbers of other bases in decimal digits.
fn integer(digits: &str, radix: u32) -> String {
    if radix == 10 {
        return digits.to_owned();
    }
    i128::from_str_radix(digits, radix).map_or_else(|_| digits.to_owned(), |number| number.to_string())
}

fn missing(file: &Arc<str>, document: &DeTable<'_>, table: &str) -> Problem {
    let present: Vec<String> = in_order(document)
        .into_iter()
        .filter(|(_, value)| value.get_ref().is_array() || value.get_ref().is_table())
        .map(|(key, _)| format!("[[{}]]", key.get_ref()))
        .collect();
    Problem::new(&rules::TOML_TABLE_MISSING)
        .with("table", singular(table))
        .with("tables", if present.is_empty() { "—".to_owned() } else { present.join(" ") })
        .at(Position::file(Arc::clone(file)))
}

/// `teams` → `team`, `activities` → `activity`.
fn singular(table: &str) -> String {
    match table.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => table.strip_suffix('s').unwrap_or(table).to_owned(),
    }
}
