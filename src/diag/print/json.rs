//! Problems for a program: one JSON object a group, one group a line.

use std::io::{self, Write};

use serde::Serialize;

use super::super::collect::{Group, Problems};
use super::super::problem::{Excerpt, Problem};
use super::{clean, excerpt};
use crate::text::Lang;

#[derive(Serialize)]
struct GroupOut {
    code: &'static str,
    name: &'static str,
    level: &'static str,
    file: Option<String>,
    row: Option<u32>,
    column: Option<u32>,
    header: Option<String>,
    message: String,
    remedy: String,
    excerpt: Option<ExcerptOut>,
    count: usize,
    examples: Vec<ExampleOut>,
}

#[derive(Serialize)]
struct ExampleOut {
    row: Option<u32>,
    column: Option<u32>,
    excerpt: Option<ExcerptOut>,
}

/// The line, and the piece of it that is wrong.
#[derive(Serialize)]
struct ExcerptOut {
    line: String,
    value: String,
}

pub(super) fn print(problems: &Problems, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for object in problems.groups().filter_map(|group| group_out(group, lang)) {
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out)?;
    }
    Ok(())
}

fn group_out(group: &Group, lang: Lang) -> Option<GroupOut> {
    let first = group.examples.first()?;
    let ExampleOut { row, column, excerpt } = example_out(first);
    let at = first.at.as_ref();
    Some(GroupOut {
        code: first.rule.code,
        name: first.rule.name,
        level: first.level.name(Lang::En),
        file: at.map(|at| clean(&at.file)),
        row,
        column,
        header: at.map(|at| clean(&at.header)).filter(|header| !header.is_empty()),
        message: clean(&first.says(lang)),
        remedy: clean(&first.remedy(lang)),
        excerpt,
        count: group.count,
        examples: group.examples.iter().map(example_out).collect(),
    })
}

fn example_out(problem: &Problem) -> ExampleOut {
    let at = problem.at.as_ref();
    ExampleOut {
        row: at.map(|at| at.row).filter(|&row| row > 0),
        column: at.map(|at| at.column).filter(|&column| column > 0),
        excerpt: problem.excerpt.as_ref().map(excerpt_out),
    }
}

fn excerpt_out(excerpt: &Excerpt) -> ExcerptOut {
    ExcerptOut { line: clean(&excerpt.line), value: excerpt::value(excerpt) }
}
