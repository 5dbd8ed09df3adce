//! One fault: what, where, and what to do about it.

use std::borrow::Cow;
use std::sync::Arc;

use super::rules::{Level, Rule};
use crate::text::Lang;
use crate::text::personal::masked;

/// A place in a file, as a person finds it again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Path below the site folder, with `/`.
    pub file: Arc<str>,
    /// Row as a spreadsheet counts it (the header is row 1), or line of a text file; 0 when the whole file is meant.
    pub row: u32,
    /// Column, counted from 1; 0 when the whole row is meant.
    pub column: u32,
    /// The header of that column, as it stands in the file; empty when there is none.
    pub header: Arc<str>,
}

impl Position {
    /// The whole of a file.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), row: 0, column: 0, header: "".into() }
    }

    /// A line or row of a file.
    pub fn row(file: impl Into<Arc<str>>, row: u32) -> Self {
        Self { row, ..Self::file(file) }
    }
}

/// The faulty piece of the input, with the part to underline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// One line of text.
    pub line: String,
    /// Bytes of `line` to underline.
    pub mark: std::ops::Range<usize>,
}

/// A fault as a value.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What kind of fault it is: code, name, words.
    pub rule: &'static Rule,
    /// How grave it is here; the rule's own level unless the site set another.
    pub level: Level,
    /// Where it is.
    pub at: Option<Position>,
    /// The input around it.
    pub excerpt: Option<Excerpt>,
    /// What fills the `{…}` of the rule's words.
    pub values: Vec<(&'static str, String)>,
}

impl Problem {
    /// A fault of a kind.
    #[must_use]
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, level: rule.level, at: None, excerpt: None, values: Vec::new() }
    }

    /// Says where it is; what is private in the name of a file is hidden.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        let file = match masked(&position.file) {
            Cow::Owned(hidden) => hidden.into(),
            Cow::Borrowed(_) => Arc::clone(&position.file),
        };
        self.at = Some(Position { file, ..position });
        self
    }

    /// Shows the input; `mark` are the bytes of `line` to underline. Numbers of persons are hidden: messages end up in logs.
    #[must_use]
    pub fn excerpt(mut self, line: impl Into<String>, mark: std::ops::Range<usize>) -> Self {
        let line = masked(&line.into()).into_owned();
        self.excerpt = Some(Excerpt { line, mark });
        self
    }

    /// Fills `{name}` in the rule's words; numbers of persons are hidden.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.values.push((name, masked(&value.to_string()).into_owned()));
        self
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        self.fill(self.rule.words(lang).says)
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn remedy(&self, lang: Lang) -> String {
        self.fill(self.rule.words(lang).remedy)
    }

    fn fill(&self, words: &str) -> String {
        let mut filled = String::with_capacity(words.len() + 32);
        let mut rest = words;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                break;
            };
            if let Some((_, value)) = self.values.iter().find(|(known, _)| *known == name) {
                filled.push_str(value);
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }
}
