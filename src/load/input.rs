//! The files of a table, opened one after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cell::Cells;
use super::columns::{Columns, Fields};
use super::report::Report;
use super::stray;
use crate::config::{Config, SourceSpec, Table};
use crate::diag::{Position, Problem, rules};
use crate::source::{Sheet, SheetOptions, Sources};

/// Endings tried when `site.toml` names no source for a table: `data/issues.csv` is then found by itself.
pub(super) const ENDINGS: [&str; 4] = ["csv", "tsv", "toml", "xlsx"];

/// What is loaded from.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub sources: &'a Sources,
    pub config: &'a Config,
}

/// One file of a table with its columns bound.
pub(super) struct File<'a> {
    pub spec: &'a SourceSpec,
    sheet: Sheet,
    columns: Columns,
}

impl Input<'_> {
    /// Opens each file of a table in turn and hands it over; faults of the file itself are noted here.
    pub fn each_file(
        self,
        table: Table,
        report: &mut Report<'_>,
        mut read: impl FnMut(File<'_>, Fields, &mut Report<'_>),
    ) {
        let default = self.default_source(table);
        let mut seen = BTreeSet::new();
        for spec in self.config.sources.iter().filter(|spec| spec.table == table).chain(&default) {
            for path in self.files(spec, report) {
                // The same file under two patterns of one source would count twice.
                if !seen.insert((spec.line, path.clone())) {
                    continue;
                }
                let options = SheetOptions {
                    encoding: spec.encoding,
                    separator: spec.separator,
                    sheet: spec.sheet.as_deref(),
                    table: table.name(),
                };
                match Sheet::open(self.sources, &path, &options) {
                    Ok(sheet) => {
                        for note in sheet.notes() {
                            report.add(note.clone());
                        }
                        if let Some((columns, fields)) = Columns::bind(&sheet, spec, self.config, report) {
                            read(File { spec, sheet, columns }, fields, report);
                        }
                    }
                    Err(problem) => report.add(problem),
                }
            }
        }
    }

    fn files(self, spec: &SourceSpec, report: &mut Report<'_>) -> Vec<String> {
        let mut files = Vec::new();
        for pattern in &spec.files {
            let matching = match self.sources.matching(pattern) {
                Ok(matching) => matching,
                Err(problem) => {
                    report.add(problem);
                    continue;
                }
            };
            if matching.is_empty() {
                let position = Position::row("site.toml", spec.line);
                report.add(Problem::new(&rules::load::NO_FILES).at(position).with("pattern", pattern));
            }
            files.extend(matching);
        }
        files
    }

    fn default_source(self, table: Table) -> Option<SourceSpec> {
        if self.config.sources.iter().any(|spec| spec.table == table) {
            return None;
        }
        let files: Vec<String> = ENDINGS
            .iter()
            .map(|ending| format!("data/{}.{ending}", table.name()))
            .filter(|path| self.sources.has(path))
            .collect();
        (!files.is_empty()).then(|| SourceSpec {
            table,
            files,
            line: 0,
            encoding: None,
            separator: None,
            sheet: None,
            columns: BTreeMap::new(),
            values: BTreeMap::new(),
            defaults: BTreeMap::new(),
            missing: Vec::new(),
            date_order: None,
            public: Vec::new(),
            row_is_participation: false,
        })
    }
}

impl File<'_> {
    /// Path below the site folder.
    pub fn path(&self) -> &Arc<str> {
        &self.columns.file
    }

    /// Hands over each row that is not blank, and counts those that were rejected.
    pub fn rows(&self, report: &mut Report<'_>, mut take: impl FnMut(&mut Cells<'_, '_>)) {
        let problems = self.sheet.rows(&mut |row| {
            if row.is_blank() {
                return;
            }
            let mut cells = Cells::new(row, &self.columns, report);
            match stray::fault(row, &self.columns) {
                Some(problem) => cells.reject(problem),
                None => take(&mut cells),
            }
            if let Some(rule) = cells.rejected() {
                report.leave_out(self.columns.table, &self.columns.file, rule);
            }
        });
        report.merge(problems);
    }
}
