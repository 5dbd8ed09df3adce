//! Problems that point into the Markdown as it was typed.

use std::ops::Range;

use crate::diag::{Position, Problem, Rule};

/// Bytes shown on either side of a fault: in Chinese prose a paragraph is often a single long line.
const AROUND: usize = 120;
/// Bytes of a fault that are shown.
const MARKED: usize = 240;

/// Makes problems that point into the file.
pub struct Report<'a> {
    file: &'a str,
    first_line: u32,
    lines: Vec<&'a str>,
}

impl<'a> Report<'a> {
    /// Points into `source`, which begins at `first_line` of a file.
    pub fn new(source: &'a str, file: &'a str, first_line: u32) -> Self {
        Self { file, first_line, lines: source.lines().collect() }
    }

    /// A problem at a line (counted from 0), underlining some bytes of it.
    pub fn at(&self, rule: &'static Rule, line: usize, mark: Range<usize>) -> Problem {
        let text = self.lines.get(line).copied().unwrap_or_default();
        let column = text.get(..mark.start).map_or(0, |before| before.chars().count() + 1);
        let at = Position {
            column: u32::try_from(column).unwrap_or(0),
            ..Position::row(self.file, self.first_line.saturating_add(u32::try_from(line).unwrap_or(0)))
        };
        let from = text.floor_char_boundary(mark.start.saturating_sub(AROUND));
        let until = text.ceil_char_boundary(mark.end.min(mark.start + MARKED) + AROUND);
        let mark = mark.start - from..mark.end.min(until) - from;
        Problem::new(rule).at(at).excerpt(text.get(from..until).unwrap_or_default(), mark)
    }

    /// A problem at the first place of `needle` in a line, or the lines below it; at the whole line when it is not found.
    pub fn find(&self, rule: &'static Rule, line: usize, needle: &str) -> Problem {
        let found =
            self.lines.iter().enumerate().skip(line).find_map(|(number, text)| Some((number, text.find(needle)?)));
        match found {
            Some((number, start)) if !needle.is_empty() => self.at(rule, number, start..start + needle.len()),
            _ => self.at(rule, line, 0..self.lines.get(line).map_or(0, |text| text.len())),
        }
    }

    /// A problem at the `nth` (counted from 0) place of `needle` in a line; at the whole line when there are fewer.
    pub fn find_nth(&self, rule: &'static Rule, line: usize, needle: &str, nth: usize) -> Problem {
        let text = self.lines.get(line).copied().unwrap_or_default();
        let mark = text.match_indices(needle).nth(nth).map_or(0..text.len(), |(at, _)| at..at + needle.len());
        self.at(rule, line, mark)
    }
}
