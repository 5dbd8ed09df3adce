//! Tables in the workbooks of Excel and WPS.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::row::Cells;
use super::{Each, unpacked};
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};
use crate::text::clean;
use crate::text::date::{Day, Moment};

/// One sheet of an open workbook. Its cells are read from the compressed file each time.
pub(super) struct Workbook {
    book: Mutex<Xlsx<Cursor<Arc<[u8]>>>>,
    sheet: String,
}

impl std::fmt::Debug for Workbook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook").field("sheet", &self.sheet).finish_non_exhaustive()
    }
}

impl Workbook {
    /// Opens a workbook at a sheet; at the first visible one when none is named.
    pub fn open(file: &Arc<str>, bytes: Arc<[u8]>, wanted: Option<&str>) -> Result<Self, Problem> {
        unpacked::check(file, &bytes)?;
        let book = contained(|| Xlsx::new(Cursor::new(bytes))).map_err(|reason| broken(file, &reason))?;
        let sheets: Vec<_> = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).collect();
        let found = match wanted {
            Some(wanted) => sheets.iter().find(|sheet| sheet.name == wanted || clean::trim(&sheet.name) == wanted),
            None => sheets.iter().find(|sheet| sheet.visible == SheetVisible::Visible).or(sheets.first()),
        };
        let Some(sheet) = found.map(|sheet| sheet.name.clone()) else {
            let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            return Err(Problem::new(&rules::SHEET_MISSING)
                .with("sheet", wanted.unwrap_or_default())
                .with("sheets", names.join("、"))
                .at(Position::file(Arc::clone(file))));
        };
        Ok(Self { book: Mutex::new(book), sheet })
    }

    /// Reads the rows that the sheet has cells for; gives what ended the reading.
    pub fn walk(&self, file: &Arc<str>, each: &mut Each<'_>) -> Option<Problem> {
        let mut book = self.book.lock().unwrap_or_else(PoisonError::into_inner);
        self.read(&mut book, each).err().map(|reason| broken(file, &reason))
    }

    fn read(&self, book: &mut Xlsx<Cursor<Arc<[u8]>>>, each: &mut Each<'_>) -> Result<(), String> {
        let mut cells = contained(|| book.worksheet_cells_reader(&self.sheet))?;
        let mut row = 0;
        let mut values: Vec<String> = Vec::new();
        while let Some(cell) = contained(|| cells.next_cell())? {
            let (cell_row, column) = cell.get_position();
            let number = cell_row.saturating_add(1);
            if number != row {
                if row > 0 && each(row, Cells::Values(&values)) == ControlFlow::Break(()) {
                    return Ok(());
                }
                row = number;
                values.clear();
            }
            let text = text(cell.get_value());
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            // Cells that are only formatted must not make the row longer.
            if !text.is_empty() && column < usize::from(u16::MAX) {
                if values.len() <= column {
                    values.resize(column + 1, String::new());
                }
                if let Some(value) = values.get_mut(column) {
                    *value = text;
                }
            }
        }
        if row > 0 {
            let _ = each(row, Cells::Values(&values));
        }
        Ok(())
    }
}

pub(super) fn broken(file: &Arc<str>, reason: &str) -> Problem {
    Problem::new(&rules::WORKBOOK_BROKEN).with("reason", reason).at(Position::file(Arc::clone(file)))
}

/// Runs a step of the workbook reader, which panics on some damaged files instead of giving an error. A reader that
/// panicked is not asked again.
fn contained<T>(step: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(step)) {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(_) => Err("damaged file".to_owned()),
    }
}

/// The text that stands in a cell, as a person would type it.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => float(*n),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(at) => date_time(at),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A spreadsheet shows fifteen digits; the noise behind them (`0.30000000000000004`) is not what people see.
fn float(n: f64) -> String {
    let shown: f64 = format!("{n:.14e}").parse().unwrap_or(n);
    if shown == 0.0 { "0".to_owned() } else { shown.to_string() }
}

/// `2024-03-05 14:22:31`, `2024-03-05`, or `14:22:31` for a time or a duration of less than a day.
fn date_time(at: &ExcelDateTime) -> String {
    let days = at.as_f64();
    if at.is_duration() || (0.0..1.0).contains(&days) {
        return duration(days);
    }
    let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
    let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(day));
    let civil = if let (Ok(year), Ok(month), Ok(day)) = parts { Day::new(year, month, day) } else { None };
    let Some(day) = civil else {
        return format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}");
    };
    let second = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second) + u32::from(milli >= 500);
    match (second, days.fract() == 0.0) {
        (0, true) => Moment::on(day),
        (86_400, _) => Moment::at_second(day.plus(1), 0),
        (second, _) => Moment::at_second(day, second),
    }
    .to_string()
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and a duration that long is no duration")]
fn duration(days: f64) -> String {
    let seconds = (days * 86_400.0).round() as i64;
    let (sign, seconds) = (if seconds < 0 { "-" } else { "" }, seconds.unsigned_abs());
    format!("{sign}{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
