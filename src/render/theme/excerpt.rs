//! Showing a place in a file of the theme.

use std::ops::Range;

use crate::diag::{Position, Problem};

/// Gives a problem its place: the bytes `span` of the text of a file, with their line shown.
pub fn mark(problem: Problem, path: &str, text: &str, span: Range<usize>) -> Problem {
    let before = text.get(..span.start).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let from = span.start.saturating_sub(start).min(line.len());
    let to = span.end.saturating_sub(start).clamp(from, line.len());
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let row = count(before.matches('\n').count() + 1);
    let column = count(line.get(..from).map_or(0, |head| head.chars().count()) + 1);
    problem.at(Position { column, ..Position::row(path, row) }).excerpt(line, from..to)
}
