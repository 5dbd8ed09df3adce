//! What the words of the data are called in the second language of the site: one list for places, teams, categories and all.

use std::collections::BTreeMap;

use super::columns::Fields;
use super::input::Input;
use super::report::Report;
use super::seen::Seen;
use crate::config::Table;
use crate::diag::{Position, Problem, rules};
use crate::model::Name;

/// Reads the table, by word.
pub(super) fn read(input: Input<'_>, report: &mut Report<'_>) -> BTreeMap<String, Name> {
    let mut names = BTreeMap::new();
    let mut seen = Seen::default();
    input.each_file(Table::Names, report, |file, mut fields: Fields, report| {
        if input.config.tongues.is_empty() {
            report.add(Problem::new(&rules::load::NAMES_IDLE).at(Position::file(file.path().as_ref())));
        }
        let (word, name) = (fields.take(Table::Names, "word"), fields.take(Table::Names, "name"));
        file.rows(report, |cells| {
            let Some(said) = cells.given(&word).map(std::borrow::Cow::into_owned) else { return };
            let Some(called) = cells.given(&name).map(std::borrow::Cow::into_owned) else { return };
            if seen.is_first(cells, &word, &said, file.path()) {
                names.insert(said, Name { trace: cells.trace(), name: called });
            }
        });
    });
    names
}
