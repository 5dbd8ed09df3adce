//! The text of `site.toml` and the faults found in it.

use std::ops::Range;

use toml::{Spanned, Value};

use crate::diag::{Position, Problem, Problems, Rule, rules::config};
use crate::source::toml_fault;
use crate::text::date::Day;
use crate::text::near::nearest;

/// The name of the file.
pub(super) const SITE_FILE: &str = "site.toml";

/// `site.toml` as text, and what is wrong with it.
pub(super) struct Page<'a> {
    text: &'a str,
    pub problems: Problems,
}

impl<'a> Page<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, problems: Problems::new() }
    }

    /// The line an offset lies on, counted from 1.
    pub fn line(&self, offset: usize) -> u32 {
        let before = self.text.get(..offset).unwrap_or(self.text);
        u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX)
    }

    /// A fault at a span of the text, with its line shown and the span marked.
    pub fn fault(&self, rule: &'static Rule, span: Range<usize>) -> Problem {
        let before = self.text.get(..span.start).unwrap_or("");
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let from = (span.start - start).min(line.len());
        let to = (span.end - start).clamp(from, line.len());
        let column = line.get(..from).map_or(0, |head| head.chars().count());
        let position = Position {
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
            ..Position::row(SITE_FILE, self.line(span.start))
        };
        Problem::new(rule).at(position).excerpt(line, from..to)
    }

    /// A value that cannot be used, and what to write instead.
    pub fn bad(&mut self, key: &str, value: &str, span: Range<usize>, expected: (&str, &str)) {
        let problem = self
            .fault(&config::BAD_SETTING, span)
            .with("key", key)
            .with("value", value)
            .with("expected_zh", expected.0)
            .with("expected_en", expected.1);
        self.problems.add(problem);
    }

    /// A name outside the known ones.
    pub fn unknown(&mut self, key: &str, value: &str, span: Range<usize>, known: &[&str]) {
        let near = nearest(value, known.iter().copied());
        let problem = self
            .fault(&config::UNKNOWN_NAME, span)
            .with("key", key)
            .with("value", value)
            .with("known", known.join(", "))
            .with("near_zh", near.map_or_else(String::new, |name| format!("；最接近的是 {name}")))
            .with("near_en", near.map_or_else(String::new, |name| format!("; the nearest is {name}")));
        self.problems.add(problem);
    }

    /// The file does not parse, or its parts are not those of a site.
    pub fn misfit(&mut self, error: &toml::de::Error) {
        let quoted: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
        let span = error.span().unwrap_or_default();
        match (error.message(), quoted.as_slice()) {
            (message, [value, known @ ..]) if message.starts_with("unknown field") => {
                self.unknown(SITE_FILE, value, span, known);
            }
            (message, [value, known @ ..]) if message.starts_with("unknown variant") => {
                self.unknown(SITE_FILE, value, span, known);
            }
            (message, ["site"]) if message.starts_with("missing field") => {
                self.problems.add(Problem::new(&config::NO_SITE_SECTION).at(Position::row(SITE_FILE, 1)));
            }
            (message, [key, ..]) if message.starts_with("missing field") => {
                self.missing(key, span);
            }
            (message, _) if message.starts_with("invalid type") => {
                let problem = self.fault(&config::WRONG_KIND, span).with("detail", message);
                self.problems.add(problem);
            }
            _ => self.problems.add(toml_fault(SITE_FILE, self.text, error)),
        }
    }

    /// A day, with or without quotes.
    pub fn day(&mut self, key: &str, day: &Spanned<Value>) -> Option<Day> {
        let text = match day.get_ref() {
            Value::Datetime(datetime) => datetime.to_string(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let read = text.parse().ok().filter(|_| text.len() == "2026-10-31".len()).and_then(Day::from_civil);
        if read.is_none() {
            let expected =
                ("1990 到 2100 年之间的日期，例如 2026-10-31", "a day from 1990 to 2100, such as 2026-10-31");
            self.bad(key, &text, day.span(), expected);
        }
        read
    }

    /// Something that must be said beside what stands at the span.
    pub fn missing(&mut self, key: &str, span: Range<usize>) {
        let problem = self.fault(&config::MISSING_SETTING, span).with("key", key);
        self.problems.add(problem);
    }

    /// Something that stands twice.
    pub fn twice(&mut self, key: &str, value: &str, span: Range<usize>) {
        let problem = self.fault(&config::TWICE, span).with("key", key).with("value", value);
        self.problems.add(problem);
    }
}
