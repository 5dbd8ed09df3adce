//! One text under the eyes of the rules: what is found, what passes and why, what is masked.

use std::ops::Range;
use std::sync::Arc;

use super::allowed::Allowed;
use super::rules;
use super::texts::{At, Content, Persons, Text, Trust};
use crate::config::{Action, Exception, Scope, Table};
use crate::diag::{Position, Problem, Rule};
use crate::text::personal::{self, Found, Kind};

/// What stands in the place of masked words.
const MASK: &str = "＊＊＊";

/// The rules, what is allowed, and what exceptions are made.
pub struct Look<'a> {
    pub allowed: &'a Allowed,
    pub exceptions: &'a [Exception],
    pub files: &'a [Arc<str>],
}

/// What came of a text.
#[derive(Default)]
pub struct Seen {
    pub problems: Vec<Problem>,
    /// Numbers of the exceptions that were used, once for each use.
    pub uses: Vec<usize>,
    /// What was let through.
    pub passed: Vec<(Kind, String)>,
    /// The text as it may be published, where something in it was masked.
    pub masked: Option<String>,
}

impl Seen {
    /// Whether anything came of it.
    pub fn is_telling(&self) -> bool {
        !(self.problems.is_empty() && self.uses.is_empty() && self.passed.is_empty())
    }
}

/// Something that a rule is about.
struct Hit {
    rule: &'static Rule,
    kind: Option<Kind>,
    digits: String,
    range: Range<usize>,
    shown: String,
}

impl Look<'_> {
    /// Looks at a text, and changes it where something in it is masked.
    pub fn at(&self, text: Text<'_>) -> Seen {
        let Text { content, trust, persons, table, field, label, at } = text;
        let is_fixed = matches!(content, Content::Fixed(_));
        let words = match &content {
            Content::Free(words) => words.as_str(),
            Content::Fixed(words) => words,
        };
        let mut seen = Seen::default();
        let mut masks = Vec::new();
        for hit in hits(words, persons) {
            if hit.kind.is_some_and(|kind| self.allowed.has(kind, &hit.digits)) {
                continue;
            }
            if let Some(kind) = hit.kind.filter(|&kind| trust.passes(kind)) {
                seen.passed.push((kind, hit.digits));
                continue;
            }
            let holds = |exception: &&Exception| {
                std::ptr::eq(exception.rule, hit.rule)
                    && !(is_fixed && exception.action == Action::Mask)
                    && is_in(&exception.scope, table, field, &at)
                    && exception.text.as_ref().is_none_or(|text| is_about(text, words, &hit))
            };
            match self.exceptions.iter().enumerate().find(|(_, exception)| holds(exception)) {
                None => {
                    let problem =
                        Problem::new(hit.rule).with("found", hit.shown).with("what", field).with("label", label);
                    seen.problems.push(problem.at(self.position(&at, words, hit.range.start)));
                }
                Some((number, exception)) => {
                    seen.uses.push(number);
                    match exception.action {
                        Action::Mask => masks.push(hit.range),
                        Action::Publish => seen.passed.extend(hit.kind.map(|kind| (kind, hit.digits))),
                    }
                }
            }
        }
        if !masks.is_empty() {
            let masked = masked(words, &mut masks);
            match content {
                Content::Free(words) => *words = masked,
                Content::Fixed(_) => seen.masked = Some(masked),
            }
        }
        seen
    }

    /// The same of a text that its owner changes.
    pub fn summary(&self, words: &str, text: Text<'_>) -> Seen {
        let mut own = words.to_owned();
        let mut seen = self.at(Text { content: Content::Free(&mut own), ..text });
        seen.masked = (own != words).then_some(own);
        seen
    }

    /// Where something in a text stands.
    fn position(&self, at: &At, words: &str, offset: usize) -> Position {
        match at {
            At::Row(trace) => {
                let file = self.files.get(usize::from(trace.file)).cloned().unwrap_or_else(|| "".into());
                Position::row(file, trace.row)
            }
            At::Line(file, 0) => Position::row(Arc::clone(file), 0),
            At::Line(file, line) => {
                let breaks = words.get(..offset).unwrap_or_default().matches('\n').count();
                Position::row(Arc::clone(file), line + u32::try_from(breaks).unwrap_or(0))
            }
        }
    }
}

impl Trust {
    /// Whether a text of this sort may hold a kind of thing.
    fn passes(self, kind: Kind) -> bool {
        match self {
            Self::None => false,
            Self::Id => !matches!(kind, Kind::Mobile | Kind::Identity | Kind::Email),
            Self::Address => kind == Kind::Door,
        }
    }
}

/// Whether a text stands where an exception holds.
fn is_in(scope: &Scope, table: Option<Table>, field: &str, at: &At) -> bool {
    match scope {
        Scope::Field(known, spec) => {
            let is_part = spec.name == "contacts" && field.starts_with("contact_");
            table == Some(*known) && (spec.name == field || is_part)
        }
        Scope::File(path) => matches!(at, At::Line(file, _) if **file == **path),
    }
}

/// All that a text holds.
fn hits(words: &str, persons: Persons) -> Vec<Hit> {
    let hit = |found: Found| Hit {
        rule: rules::rule(found.kind),
        kind: Some(found.kind),
        shown: found.shown(words),
        digits: found.digits,
        range: found.range,
    };
    let mut hits: Vec<Hit> = personal::find(words).into_iter().map(hit).collect();
    hits.extend(rules::names(words, persons).into_iter().map(|range| Hit {
        rule: &crate::diag::rules::guard::NAME_WITHOUT_CONSENT,
        kind: None,
        digits: String::new(),
        shown: personal::hidden(words.get(range.clone()).unwrap_or_default()),
        range,
    }));
    hits
}

/// Whether an exception that is limited to some words is about a hit.
fn is_about(text: &str, words: &str, hit: &Hit) -> bool {
    let is_same = words.get(hit.range.clone()).is_some_and(|found| found.trim() == text);
    is_same || hit.kind.is_some() && personal::find(text).iter().any(|found| found.digits == hit.digits)
}

/// The words with some parts replaced; line ends stay, so that lines keep their numbers.
fn masked(words: &str, masks: &mut [Range<usize>]) -> String {
    masks.sort_by_key(|range| range.start);
    let mut masked = String::with_capacity(words.len());
    let mut done = 0;
    for range in masks {
        let start = range.start.max(done);
        if range.end <= start {
            continue;
        }
        masked.push_str(words.get(done..start).unwrap_or_default());
        masked.push_str(MASK);
        let breaks = words.get(start..range.end).unwrap_or_default().matches('\n');
        breaks.for_each(|line_end| masked.push_str(line_end));
        done = range.end;
    }
    masked.push_str(words.get(done..).unwrap_or_default());
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_meet_and_lines_stay() {
        assert_eq!(masked("甲139\n1234乙丙", &mut [3..11, 14..17]), "甲＊＊＊\n乙＊＊＊");
        assert_eq!(masked("abcdef", &mut [3..5, 1..4]), "a＊＊＊＊＊＊f");
        assert_eq!(masked("abcdef", &mut [1..5, 2..3]), "a＊＊＊f");
    }
}
