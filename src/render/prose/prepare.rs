//! What happens to prose before it is parsed: expressions are lifted out, and Chinese emphasis gets help.
//!
//! Emphasis: CommonMark decides by the neighbours of `**` whether it opens or closes, and takes Chinese punctuation for
//! the edge of a word. So `**“泉小哥”**服务` is not bold. An invisible noncharacter between the stars and the punctuation makes them
//! look like they stand within a word, where they may open and close; it is taken out again with the values put in.

use std::ops::Range;

use super::Surroundings;
use super::report::Report;
use crate::diag::Problem;
use crate::diag::rules::content;
use crate::view::expression::{self, Fault, Outcome};

// Noncharacters: no text has them, and private-use characters are taken by old GBK data.
const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';
const JOINER: char = '\u{fdd2}';
/// What a source loses before ours are put in; it takes as many bytes.
const OURS: [char; 3] = [OPEN, CLOSE, JOINER];
const REPLACEMENT: &str = "\u{fffd}";

/// Prose ready to be parsed.
pub struct Prepared {
    /// The text for the parser; it has the lines of the source.
    pub text: String,
    /// What was lifted out, in the order of the numbers left in its place.
    lifted: Vec<Lifted>,
    /// What is wrong with the expressions.
    pub problems: Vec<Problem>,
}

/// An expression that was lifted out.
pub struct Lifted {
    /// Text to put back, or the HTML of a chart.
    value: Value,
    /// The chart's id; empty for text.
    pub name: String,
    /// Line, counted from 0.
    pub line: usize,
    /// Bytes of that line.
    pub mark: Range<usize>,
}

enum Value {
    Text(String),
    /// A number, and where its parts stand: an address from the root of the site.
    Figure(String, String),
    Chart(String),
}

impl Prepared {
    /// The text with values put back and helpers taken out; charts leave nothing.
    pub fn plain(&self, text: &str) -> String {
        self.filled(text, str::to_owned)
    }

    /// The same, each value written as `write` does.
    pub fn filled(&self, text: &str, write: fn(&str) -> String) -> String {
        let mut out = String::with_capacity(text.len());
        for piece in self.pieces(text) {
            match piece {
                Piece::Text(text) => out.extend(text.chars().filter(|c| !OURS.contains(c))),
                Piece::Lifted(Lifted { value: Value::Text(value) | Value::Figure(value, _), .. }) => {
                    out.push_str(&write(value));
                }
                Piece::Lifted(_) => {}
            }
        }
        out
    }

    /// The text in pieces, as [`Prepared::plain`] gives it, each with the address behind it if it is a figure.
    pub fn linked<'a>(&'a self, text: &'a str) -> Vec<(String, Option<&'a str>)> {
        let mut parts: Vec<(String, Option<&str>)> = Vec::new();
        for piece in self.pieces(text) {
            let (text, address) = match piece {
                Piece::Text(text) => (text.chars().filter(|c| !OURS.contains(c)).collect(), None),
                Piece::Lifted(Lifted { value: Value::Text(value), .. }) => (value.clone(), None),
                Piece::Lifted(Lifted { value: Value::Figure(value, address), .. }) => {
                    (value.clone(), Some(address.as_str()))
                }
                Piece::Lifted(_) => continue,
            };
            match parts.last_mut() {
                Some((before, None)) if address.is_none() => *before += &text,
                _ => parts.push((text, address)),
            }
        }
        parts
    }

    /// The charts named in a text.
    pub fn charts_in<'a>(&'a self, text: &'a str) -> Vec<&'a Lifted> {
        self.pieces(text)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Lifted(lifted) if matches!(lifted.value, Value::Chart(_)) => Some(lifted),
                _ => None,
            })
            .collect()
    }

    /// The HTML of the chart that is all of a text.
    pub fn only_chart<'a>(&'a self, text: &'a str) -> Option<&'a str> {
        match self.pieces(text.trim()).as_slice() {
            [Piece::Lifted(Lifted { value: Value::Chart(html), .. })] => Some(html),
            _ => None,
        }
    }

    fn pieces<'a>(&'a self, text: &'a str) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(OPEN) {
            if !before.is_empty() {
                pieces.push(Piece::Text(before));
            }
            let (number, tail) = after.split_once(CLOSE).unwrap_or((after, ""));
            if let Some(lifted) = number.parse::<usize>().ok().and_then(|number| self.lifted.get(number)) {
                pieces.push(Piece::Lifted(lifted));
            }
            rest = tail;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest));
        }
        pieces
    }
}

enum Piece<'a> {
    Text(&'a str),
    Lifted(&'a Lifted),
}

/// Prepares prose; `code` are the bytes to leave alone, in order.
pub fn prepare(source: &str, code: &[Range<usize>], around: &Surroundings<'_>, report: &Report<'_>) -> Prepared {
    let clean = source.replace(OURS, REPLACEMENT);
    let mut prepared =
        Prepared { text: String::with_capacity(clean.len() + 64), lifted: Vec::new(), problems: Vec::new() };
    let mut code = code.iter().peekable();
    let (mut at, mut line, mut line_start) = (0, 0, 0);
    while let Some(rest) = clean.get(at..).filter(|rest| !rest.is_empty()) {
        while code.next_if(|range| range.end <= at).is_some() {}
        let verbatim = code.peek().filter(|range| range.start <= at).and_then(|range| clean.get(at..range.end));
        let taken = if let Some(verbatim) = verbatim {
            prepared.text.push_str(verbatim);
            verbatim
        } else if let Some(expression) = rest.starts_with("{{").then(|| expression_of(rest)) {
            let mark = at - line_start..at - line_start + expression.len();
            prepared.lift(expression, line, mark, around, report);
            expression
        } else {
            let run = delimiter_run(rest);
            prepared.push_run(run, rest.get(run.len()..).and_then(|after| after.chars().next()));
            run
        };
        at += taken.len();
        if let Some(newline) = taken.rfind('\n') {
            line += taken.matches('\n').count();
            line_start = at - (taken.len() - newline - 1);
        }
    }
    prepared
}

/// `{{ … }}` with its braces, or the rest of the line when they are not closed on it.
fn expression_of(rest: &str) -> &str {
    let line = rest.lines().next().unwrap_or_default();
    let end = line.find("}}").map_or(line.len(), |end| end + 2);
    line.get(..end).unwrap_or_default()
}

/// A run of `*` or `~`, an escaped character, or a single character.
fn delimiter_run(rest: &str) -> &str {
    let mut chars = rest.chars();
    let length = match chars.next() {
        Some(mark @ ('*' | '~')) => rest.len() - rest.trim_start_matches(mark).len(),
        Some('\\') => 1 + chars.next().map_or(0, char::len_utf8),
        first => first.map_or(0, char::len_utf8),
    };
    rest.get(..length).unwrap_or_default()
}

impl Prepared {
    /// Copies a run of delimiters, with a joiner where punctuation would keep it from opening or closing.
    fn push_run(&mut self, run: &str, next: Option<char>) {
        let before = self.text.chars().next_back();
        let (Some(before), Some(next), true) = (before, next, run.starts_with('*') || run.starts_with("~~")) else {
            self.text.push_str(run);
            return;
        };
        let blank = before.is_whitespace() || next.is_whitespace();
        let closes = !blank && is_punctuation(before) && !is_punctuation(next) && !opens_bracket(before);
        let opens = !blank && is_punctuation(next) && !is_punctuation(before) && !closes_bracket(next);
        if closes {
            self.text.push(JOINER);
        }
        self.text.push_str(run);
        if opens {
            self.text.push(JOINER);
        }
    }

    /// Evaluates an expression and leaves its number in the text.
    fn lift(
        &mut self,
        expression: &str,
        line: usize,
        mark: Range<usize>,
        around: &Surroundings<'_>,
        report: &Report<'_>,
    ) {
        let source = expression.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
        let Some(source) = source.map(str::trim) else {
            let problem = report.at(&content::UNCLOSED_EXPRESSION, line, mark.start..mark.start + 2);
            self.problems.push(problem.with("open", "{{").with("close", "}}"));
            self.text.push_str(expression);
            return;
        };
        let mut name = String::new();
        let value = match expression::evaluate(source, around.facts) {
            Ok(Outcome::Text(text)) => match expression::address(source, around.facts) {
                Some(address) => Value::Figure(text, address.to_owned()),
                None => Value::Text(text),
            },
            Ok(Outcome::Chart(id)) => {
                let chart = (around.chart)(&id);
                if chart.is_none() {
                    let problem = report.at(&content::UNKNOWN_CHART, line, narrow(expression, &id, &mark));
                    self.problems.push(problem.with("name", &id));
                }
                name = id;
                chart.map_or_else(|| Value::Text(String::new()), Value::Chart)
            }
            Err(fault) => {
                self.problems.push(explain(fault, expression, source, line, &mark, report));
                Value::Text(expression.to_owned())
            }
        };
        self.text.extend([OPEN.to_string(), self.lifted.len().to_string(), CLOSE.to_string()]);
        self.lifted.push(Lifted { value, name, line, mark });
    }
}

fn explain(
    fault: Fault,
    expression: &str,
    source: &str,
    line: usize,
    mark: &Range<usize>,
    report: &Report<'_>,
) -> Problem {
    let whole = |rule| report.at(rule, line, mark.clone()).with("source", source);
    let word = |rule, name: String| report.at(rule, line, narrow(expression, &name, mark)).with("name", name);
    match fault {
        Fault::TooLong => whole(&content::EXPRESSION_TOO_LONG),
        Fault::Syntax(detail) => whole(&content::EXPRESSION_SYNTAX)
            .with("detail", detail)
            .with("example", "{{ percent(issues.on_time_rate) }}"),
        Fault::UnknownFigure { name, nearest } => {
            let nearest = if nearest.is_empty() { "—".to_owned() } else { nearest.join(", ") };
            word(&content::UNKNOWN_FIGURE, name).with("nearest", nearest)
        }
        Fault::NotAllowed(name) => word(&content::EXPRESSION_NOT_ALLOWED, name),
        Fault::TooLarge => whole(&content::EXPRESSION_TOO_LARGE),
        Fault::GaveUp => whole(&content::EXPRESSION_GAVE_UP),
    }
}

/// The bytes of a word within an expression, or all of it.
fn narrow(expression: &str, word: &str, mark: &Range<usize>) -> Range<usize> {
    match expression.get(2..).and_then(|inner| inner.find(word)) {
        Some(offset) => mark.start + 2 + offset..mark.start + 2 + offset + word.len(),
        None => mark.clone(),
    }
}

/// Punctuation and symbols that end a word for CommonMark; some more do no harm.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(
            c as u32,
            0xa1..=0xbf | 0xd7 | 0xf7 | 0x2010..=0x206f | 0x20a0..=0x2bff | 0x3001..=0x3003 | 0x3008..=0x3020 | 0x3030 | 0x30fb
                | 0xfe10..=0xfe6f | 0xff01..=0xff0f | 0xff1a..=0xff20 | 0xff3b..=0xff40 | 0xff5b..=0xff65 | 0xffe0..=0xffee
        )
}

/// Punctuation that only ever begins something: stars behind it open.
fn opens_bracket(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '(' | '[' | '{')
}

/// Punctuation that only ever ends something: stars before it close.
fn closes_bracket(c: char) -> bool {
    matches!(
        c,
        '”' | '’'
            | '）'
            | '》'
            | '〉'
            | '」'
            | '』'
            | '】'
            | '〕'
            | '〗'
            | ')'
            | ']'
            | '}'
            | '，'
            | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
    )
}
