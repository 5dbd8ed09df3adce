//! The lines between `+++` at the top of a content file: title, date and the like.

use std::ops::Range;

use serde::Deserialize;

use super::publicity;
use crate::diag::rules::content;
use crate::diag::{Position, Problem, Rule};
use crate::model::Publicity;
use crate::text::date::Day;

/// The line that opens and closes front matter.
const FENCE: &str = "+++";

/// The line that does so for other programs.
const DASHES: &str = "---";

/// What a content file says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Title, plain text.
    pub title: Option<String>,
    /// Day it was written or takes effect.
    pub date: Option<Day>,
    /// Ids of the places it concerns; none means all.
    pub places: Vec<String>,
    /// Ids of the projects that a notice is about, with their positions.
    pub projects: Vec<(String, Position)>,
    /// A sentence for lists, plain text.
    pub summary: Option<String>,
    /// Position among its like, the smallest first.
    pub order: Option<i64>,
    /// The term for which a notice must be up.
    pub publicity: Option<Publicity>,
}

/// Front matter as typed.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Typed {
    title: Option<String>,
    date: Option<toml::Spanned<toml::value::Datetime>>,
    places: Vec<String>,
    projects: Vec<toml::Spanned<String>>,
    summary: Option<String>,
    order: Option<i64>,
    publicity: Option<toml::Spanned<publicity::Typed>>,
}

/// Splits a content file into front matter, body and the line the body begins at (counted from 1). A file without front
/// matter is all body. What is wrong with a publicity alone, and what other programs would read, goes to `remarks`.
pub fn split<'a>(
    file: &str,
    text: &'a str,
    remarks: &mut Vec<Problem>,
) -> Result<(FrontMatter, &'a str, u32), Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.split_inclusive('\n');
    let opening = match lines.next() {
        Some(line) if line.trim_end() == FENCE => line,
        first => {
            if first.is_some_and(|line| line.trim_end() == DASHES) && is_yaml(lines) {
                let problem = Problem::new(&content::FRONT_MATTER_DASHES).at(Position::row(file, 1));
                remarks.push(problem.excerpt(DASHES, 0..DASHES.len()));
            }
            return Ok((FrontMatter::default(), text, 1));
        }
    };
    let mut end = opening.len();
    for (number, line) in (2..).zip(lines) {
        if line.trim_end() == FENCE {
            let source = Source { file, text: text.get(opening.len()..end).unwrap_or_default() };
            let body = text.get(end + line.len()..).unwrap_or_default();
            return Ok((source.read(remarks)?, body, number + 1));
        }
        end += line.len();
    }
    Err(Problem::new(&content::FRONT_MATTER_UNCLOSED).at(Position::row(file, 1)).excerpt(FENCE, 0..FENCE.len()))
}

/// Whether lines begin with front matter of other programs: `name: value` on each, up to a line that closes it.
fn is_yaml<'a>(lines: impl Iterator<Item = &'a str>) -> bool {
    let mut closed = false;
    let mut named = lines.take_while(|line| {
        closed = line.trim_end() == DASHES;
        !closed
    });
    let named = named.all(|line| line.contains(':') || line.trim().is_empty() || line.starts_with([' ', '-', '#']));
    named && closed
}

/// The lines between the fences; they begin at line 2.
pub(super) struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

impl Source<'_> {
    fn read(&self, remarks: &mut Vec<Problem>) -> Result<FrontMatter, Problem> {
        let typed: Typed = toml::from_str(self.text).map_err(|error| self.explain(&error))?;
        let date = match typed.date {
            None => None,
            Some(date) => Some(self.day(&date)?),
        };
        let publicity = match typed.publicity {
            None => None,
            Some(publicity) => publicity::read(self, publicity, date, remarks)?,
        };
        let mentioned = |id: toml::Spanned<String>| {
            let at = self.position(id.span());
            (id.into_inner(), at)
        };
        Ok(FrontMatter {
            title: typed.title,
            date,
            places: typed.places,
            projects: typed.projects.into_iter().map(mentioned).collect(),
            summary: typed.summary,
            order: typed.order,
            publicity,
        })
    }

    /// A date without a clock, in the years we know.
    pub fn day(&self, typed: &toml::Spanned<toml::value::Datetime>) -> Result<Day, Problem> {
        let day = typed.get_ref().date.and_then(|date| {
            Day::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?)
        });
        day.ok_or_else(|| self.problem(&content::FRONT_MATTER_VALUE, Some(typed.span())))
    }

    /// Tells broken TOML, an unknown entry and a wrong value apart.
    fn explain(&self, error: &toml::de::Error) -> Problem {
        if let Err(broken) = self.text.parse::<toml::Table>() {
            return self.problem(&content::FRONT_MATTER_SYNTAX, broken.span()).with("detail", broken.message());
        }
        if error.message().starts_with("unknown field") {
            let name = error.span().and_then(|span| self.text.get(span)).unwrap_or_default();
            // The message ends with the entries of the table at fault, each between back-ticks.
            let expected = error.message().split_once("expected").map_or("", |(_, expected)| expected);
            let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
            let known = known.join(", ");
            return self.problem(&content::FRONT_MATTER_FIELD, error.span()).with("name", name).with("known", known);
        }
        self.problem(&content::FRONT_MATTER_VALUE, error.span())
    }

    /// A problem at some bytes of the text.
    pub fn problem(&self, rule: &'static Rule, span: Option<Range<usize>>) -> Problem {
        let span = span.unwrap_or(0..0);
        let before = self.text.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let mark = (span.start - start).min(line.len())..span.end.saturating_sub(start).min(line.len());
        Problem::new(rule).at(self.position(span)).excerpt(line, mark)
    }

    /// Where some bytes of the text stand in the file.
    fn position(&self, span: Range<usize>) -> Position {
        let before = self.text.get(..span.start).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        let row = before.matches('\n').count() + 2;
        Position {
            column: u32::try_from(column).unwrap_or(0),
            ..Position::row(self.file, u32::try_from(row).unwrap_or(0))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fault(text: &str) -> (&'static str, u32, u32, String) {
        let problem = split("content/a.md", text, &mut Vec::new()).unwrap_err();
        let at = problem.at.unwrap();
        let excerpt = problem.excerpt.unwrap();
        (problem.rule.name, at.row, at.column, excerpt.line[excerpt.mark].to_owned())
    }

    #[test]
    fn a_file_without_front_matter_is_all_body() {
        assert_eq!(split("a.md", "# 标题\n", &mut Vec::new()).unwrap(), (FrontMatter::default(), "# 标题\n", 1));
        assert_eq!(split("a.md", "", &mut Vec::new()).unwrap(), (FrontMatter::default(), "", 1));
    }

    #[test]
    fn entries_are_read_and_the_body_keeps_its_line() {
        let text = "\u{feff}+++\r\ntitle = \"十月通报\"\r\ndate = 2026-10-31\r\nplaces = [\"nanguan\"]\r\norder = 3\r\n+++\r\n正文\r\n";
        let (front, body, line) = split("a.md", text, &mut Vec::new()).unwrap();
        assert_eq!(front.title.as_deref(), Some("十月通报"));
        assert_eq!(front.date, Day::new(2026, 10, 31));
        assert_eq!(front.places, ["nanguan"]);
        assert_eq!((front.summary, front.order), (None, Some(3)));
        assert_eq!((body, line), ("正文\r\n", 7));
    }

    #[test]
    fn faults_say_where() {
        assert_eq!(fault("+++\ntitle = \"a\"\n"), ("front-matter-unclosed", 1, 0, "+++".into()));
        assert_eq!(fault("+++\ntitle = \"a\"\n  titel = \"b\"\n+++\n"), ("front-matter-field", 3, 3, "titel".into()));
        assert_eq!(fault("+++\ndate = \"2026-10-31\"\n+++\n"), ("front-matter-value", 2, 8, "\"2026-10-31\"".into()));
        assert_eq!(fault("+++\ndate = 1889-10-31\n+++\n"), ("front-matter-value", 2, 8, "1889-10-31".into()));
        assert_eq!(fault("+++\ntitle = 十月\n+++\n").0, "front-matter-syntax");
        assert_eq!(fault("+++\n标题 = \"十月\"\n+++\n").0, "front-matter-syntax");
    }

    proptest! {
        #[test]
        fn any_text_is_split_or_refused(text in "(\\+\\+\\+\n)?(.{0,30}\n){0,3}(\\+\\+\\+)?(.|\n){0,20}") {
            if let Ok((_, body, line)) = split("a.md", &text, &mut Vec::new()) {
                prop_assert!(text.ends_with(body));
                let before = text.len() - body.len();
                let ended = text[..before].matches('\n').count();
                prop_assert!(line as usize == ended + 1 || body.is_empty());
            }
        }
    }
}
