//! Binding the columns of a file to the fields of a table, once per file.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::report::Report;
use crate::config::fields::{FieldSpec, key};
use crate::config::{ColumnSpec, Config, SourceSpec, Table};
use crate::diag::{Position, Problem, rules};
use crate::source::{Row, Sheet};
use crate::text::clean;
use crate::text::near::nearest;
use crate::text::scan::DateStyle;

/// Cells that say “nothing” in any table: dashes of people, and what programs write for it.
const NOTHING: [&str; 8] = ["—", "——", "--", "NaN", "nan", "NULL", "null", "#N/A"];

/// What all rows of a file share.
pub(super) struct Columns {
    pub table: Table,
    pub file: Arc<str>,
    pub style: DateStyle,
    /// The columns that any field takes its text from.
    pub taken: Vec<usize>,
    /// Those without which there is no record.
    pub required: Vec<usize>,
    /// The one that holds the id.
    pub id: Option<usize>,
    /// Words that mean “nothing” in this file.
    missing: Arc<[String]>,
}

/// The bound fields of a file, by name.
pub(super) struct Fields(BTreeMap<&'static str, Field>);

/// A field and where its text comes from in this file.
pub(super) struct Field {
    pub spec: &'static FieldSpec,
    pub slot: Slot,
    /// The unit its header names.
    pub unit: Unit,
    values: HashMap<String, String>,
    default: String,
    missing: Arc<[String]>,
}

/// Where the text of a field comes from.
pub(super) enum Slot {
    /// The file has no column for it.
    Absent,
    Column(usize),
    DateTime(usize, usize),
    Join(Vec<usize>, String),
    RowNumber(String),
}

impl Slot {
    /// The columns it is made of.
    fn columns(&self) -> impl Iterator<Item = usize> {
        let (one, other, several) = match self {
            Self::Absent | Self::RowNumber(_) => (None, None, [].as_slice()),
            Self::Column(at) => (Some(*at), None, [].as_slice()),
            Self::DateTime(date, time) => (Some(*date), Some(*time), [].as_slice()),
            Self::Join(columns, _) => (None, None, columns.as_slice()),
        };
        one.into_iter().chain(other).chain(several.iter().copied())
    }
}

/// A unit that a header may carry: `预算（万元）`, `服务时长（分钟）`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Plain,
    TenThousand,
    Minutes,
}

impl Fields {
    /// The field of a name; each is asked for once.
    pub fn take(&mut self, table: Table, name: &'static str) -> Field {
        self.0.remove(name).unwrap_or_else(|| Field::absent(table.field(name).unwrap_or(&NO_FIELD)))
    }
}

/// What a name outside the table would be bound to: a field that is never there.
static NO_FIELD: FieldSpec = FieldSpec { name: "", label: "", required: false, headers: &[] };

impl Field {
    fn absent(spec: &'static FieldSpec) -> Self {
        Self {
            spec,
            slot: Slot::Absent,
            unit: Unit::Plain,
            values: HashMap::new(),
            default: String::new(),
            missing: Arc::new([]),
        }
    }

    /// Whether nothing can ever come from it.
    pub fn is_absent(&self) -> bool {
        matches!(self.slot, Slot::Absent) && self.default.is_empty()
    }

    /// The column a person should look at.
    pub fn column(&self) -> Option<usize> {
        self.slot.columns().next()
    }

    /// What the row says, cleaned and translated; empty when it says nothing. A clean cell is not copied.
    pub fn text<'a>(&'a self, row: &'a Row<'_>) -> Cow<'a, str> {
        let text = match &self.slot {
            Slot::Absent => Cow::Borrowed(""),
            Slot::Column(at) => clean::cell(row.cell(*at)),
            Slot::DateTime(date, time) => Cow::Owned(join(row, &[*date, *time], " ")),
            Slot::Join(columns, with) => Cow::Owned(join(row, columns, with)),
            Slot::RowNumber(prefix) => Cow::Owned(format!("{prefix}{}", row.number())),
        };
        self.meaning(text)
    }

    /// The text of one of its columns, when that says anything.
    pub fn part<'a>(&'a self, row: &'a Row<'_>, column: usize) -> Option<Cow<'a, str>> {
        let text = clean::cell(row.cell(column));
        (!text.is_empty() && !self.is_nothing(&text)).then_some(text)
    }

    fn meaning<'a>(&'a self, text: Cow<'a, str>) -> Cow<'a, str> {
        if let Some(meaning) = self.values.get(text.as_ref()) {
            return Cow::Borrowed(meaning);
        }
        if text.is_empty() || self.is_nothing(&text) { Cow::Borrowed(&self.default) } else { text }
    }

    /// The entry of `site.toml` that put these words into its mouth; `None` when the cell itself says them.
    pub fn said_by(&self, row: &Row<'_>) -> Option<String> {
        let cell = self.column().map(|at| clean::cell(row.cell(at))).unwrap_or_default();
        let name = self.spec.name;
        match self.values.get(cell.as_ref()) {
            Some(meaning) => Some(format!("[source.values.{name}] \"{cell}\" = \"{meaning}\"")),
            None if cell.is_empty() || self.is_nothing(&cell) => {
                Some(format!("[source.defaults] {name} = \"{}\"", self.default))
            }
            None => None,
        }
    }

    fn is_nothing(&self, text: &str) -> bool {
        NOTHING.contains(&text) || self.missing.iter().any(|word| word == text)
    }
}

/// Cells with something in them, put together.
fn join(row: &Row<'_>, columns: &[usize], with: &str) -> String {
    let mut joined = String::new();
    for &at in columns {
        let text = clean::cell(row.cell(at));
        if !text.is_empty() {
            if !joined.is_empty() {
                joined.push_str(with);
            }
            joined.push_str(&text);
        }
    }
    joined
}

impl Columns {
    /// Whether the site lists a word among those that mean “nothing”.
    pub fn says_nothing(&self, text: &str) -> bool {
        self.missing.iter().any(|word| word == text)
    }

    /// Binds each field of the table; `None` when a record cannot be read from this file at all.
    pub fn bind(sheet: &Sheet, spec: &SourceSpec, config: &Config, report: &mut Report<'_>) -> Option<(Self, Fields)> {
        let style = DateStyle { order: spec.date_order, utc_offset: config.site.utc_offset };
        let mut header = Header::of(sheet);
        let mut slots: BTreeMap<&'static str, Slot> = BTreeMap::new();
        let missing: Arc<[String]> = spec.missing.iter().map(|word| clean::cell(word).into_owned()).collect();
        let mut columns = Self {
            table: spec.table,
            file: Arc::clone(sheet.file()),
            style,
            taken: Vec::new(),
            required: Vec::new(),
            id: None,
            missing: Arc::clone(&missing),
        };
        // Headers that site.toml names are spoken for before any is found by its own name.
        for field in spec.table.fields() {
            if let Some(column) = spec.columns.get(field.name) {
                slots.insert(field.name, header.named(field, column, report));
            }
        }
        for field in spec.table.fields().iter().filter(|field| !spec.columns.contains_key(field.name)) {
            slots.insert(field.name, header.known(field));
        }
        let mut fields = BTreeMap::new();
        let mut lacking = Vec::new();
        let mut found = false;
        for field in spec.table.fields() {
            let slot = slots.remove(field.name).unwrap_or(Slot::Absent);
            let default = spec.defaults.get(field.name).cloned().unwrap_or_default();
            // Stints are added up by team and day; the sum gets an id of its own.
            let required = field.required && !(spec.row_is_participation && field.name == "id");
            if required && matches!(slot, Slot::Absent) && default.is_empty() {
                lacking.push(field);
            }
            if required {
                found |= slot.columns().next().is_some();
                columns.required.extend(slot.columns());
            }
            if field.name == "id" {
                columns.id = slot.columns().next();
            }
            let values = spec.values.get(field.name).map_or_else(HashMap::new, |words| {
                words.iter().map(|(word, meaning)| (clean::cell(word).into_owned(), meaning.clone())).collect()
            });
            let unit = header.unit(&slot);
            columns.taken.extend(slot.columns());
            fields
                .insert(field.name, Field { spec: field, slot, unit, values, default, missing: Arc::clone(&missing) });
        }
        // A row without a single header that it should have is most likely none.
        let mapped = lacking.iter().any(|field| spec.columns.contains_key(field.name));
        match lacking.as_slice() {
            [] => return Some((columns, Fields(fields))),
            [_, _, ..] if !found && !mapped => report.add(header.unrecognised(&lacking)),
            _ => lacking.iter().for_each(|field| report.add(header.required(field))),
        }
        None
    }
}

/// The header row of a file, with what is already bound.
struct Header<'a> {
    sheet: &'a Sheet,
    at: HashMap<String, usize>,
    spoken_for: BTreeSet<usize>,
}

impl<'a> Header<'a> {
    fn of(sheet: &'a Sheet) -> Self {
        let mut header = Self { sheet, at: HashMap::new(), spoken_for: BTreeSet::new() };
        for (at, name) in sheet.header().iter().enumerate() {
            let name = key(name);
            if !name.is_empty() {
                header.at.entry(name).or_insert(at);
            }
        }
        header
    }

    /// The slot that `site.toml` asks for.
    fn named(&mut self, field: &'static FieldSpec, column: &ColumnSpec, report: &mut Report<'_>) -> Slot {
        match column {
            ColumnSpec::Header(headers) => {
                let found = headers.iter().find_map(|header| self.find(header));
                // An empty list says that the field is not to be taken from this file.
                if let (None, Some(first)) = (found, headers.first()) {
                    report.add(self.unknown(field, first));
                }
                found.map_or(Slot::Absent, Slot::Column)
            }
            ColumnSpec::DateTime { date, time } => {
                let slots = self.find_all(field, &[date.clone(), time.clone()], report);
                match slots.as_slice() {
                    [date, time] => Slot::DateTime(*date, *time),
                    _ => Slot::Absent,
                }
            }
            ColumnSpec::Join { headers, with } => {
                let slots = self.find_all(field, headers, report);
                if slots.len() == headers.len() { Slot::Join(slots, with.clone()) } else { Slot::Absent }
            }
            ColumnSpec::RowNumber { prefix } => Slot::RowNumber(prefix.clone()),
        }
    }

    /// The column of a field that `site.toml` does not mention.
    fn known(&self, field: &'static FieldSpec) -> Slot {
        field
            .known_headers()
            .filter_map(|header| self.at.get(&key(header)).copied())
            .find(|at| !self.spoken_for.contains(at))
            .map_or(Slot::Absent, Slot::Column)
    }

    fn find(&mut self, header: &str) -> Option<usize> {
        let at = *self.at.get(&key(header))?;
        self.spoken_for.insert(at);
        Some(at)
    }

    fn find_all(&mut self, field: &'static FieldSpec, headers: &[String], report: &mut Report<'_>) -> Vec<usize> {
        let mut found = Vec::with_capacity(headers.len());
        for header in headers {
            match self.find(header) {
                Some(at) => found.push(at),
                None => report.add(self.unknown(field, header)),
            }
        }
        found
    }

    fn unknown(&self, field: &FieldSpec, header: &str) -> Problem {
        let near = nearest(header, self.sheet.header().iter().map(AsRef::as_ref));
        Problem::new(&rules::rows::UNKNOWN_COLUMN)
            .at(self.position())
            .with("field", field.name)
            .with("column", header)
            .with(
                "near_zh",
                near.map_or_else(
                    || format!("，这个文件的列有：{}", self.names()),
                    |near| format!("，最接近的是“{near}”"),
                ),
            )
            .with(
                "near_en",
                near.map_or_else(
                    || format!("; the file has: {}", self.names()),
                    |near| format!("; the nearest is `{near}`"),
                ),
            )
    }

    fn required(&self, field: &FieldSpec) -> Problem {
        Problem::new(&rules::load::NO_REQUIRED_COLUMN)
            .at(self.position())
            .with("field", field.name)
            .with("label", field.label)
            .with("headers", self.names())
    }

    fn unrecognised(&self, lacking: &[&FieldSpec]) -> Problem {
        let example = lacking.iter().map(|field| format!("{} = \"…\"", field.name)).collect::<Vec<_>>().join("，");
        let labels: Vec<&str> = lacking.iter().map(|field| field.label).collect();
        Problem::new(&rules::load::HEADER_UNKNOWN)
            .at(self.position())
            .with("headers", self.names())
            .with("labels", labels.join("、"))
            .with("fields", lacking.iter().map(|field| field.name).collect::<Vec<_>>().join(", "))
            .with("example", example)
    }

    fn names(&self) -> String {
        self.sheet
            .header()
            .iter()
            .map(|name| clean::cell(name))
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The header row as a whole.
    fn position(&self) -> Position {
        let first = self.sheet.header_position(0);
        Position { column: 0, header: "".into(), ..first }
    }

    fn unit(&self, slot: &Slot) -> Unit {
        let Slot::Column(at) = slot else { return Unit::Plain };
        match self.sheet.header().get(*at) {
            Some(name) if name.contains("万元") => Unit::TenThousand,
            Some(name) if name.contains("分钟") || name.to_ascii_lowercase().contains("minute") => Unit::Minutes,
            _ => Unit::Plain,
        }
    }
}
