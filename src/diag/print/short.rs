//! Problems for an editor or a CI run: `file:row:column: level[code]: sentence`.

use std::io::{self, Write};

use super::super::collect::Problems;
use super::super::problem::Position;
use super::clean;
use crate::text::Lang;

pub(super) fn print(problems: &Problems, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for group in problems.groups() {
        for (index, problem) in group.examples.iter().enumerate() {
            let at = problem.at.as_ref().map_or_else(|| "gongshi".to_owned(), place);
            let level = problem.level.name(Lang::En);
            write!(out, "{at}: {level}[{}]: {}", problem.rule.code, clean(&problem.says(lang)))?;
            if index == 0 && group.count > group.examples.len() {
                write!(out, " (×{})", group.count)?;
            }
            writeln!(out)?;
        }
    }
    Ok(())
}

fn place(at: &Position) -> String {
    let file = clean(&at.file);
    match (at.row, at.column) {
        (0, _) => file,
        (row, 0) => format!("{file}:{row}"),
        (row, column) => format!("{file}:{row}:{column}"),
    }
}
