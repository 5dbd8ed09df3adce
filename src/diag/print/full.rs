//! Problems for a person: what, where, the piece of input, what to do.

use std::io::{self, Write};

use super::super::collect::{Group, Problems};
use super::super::problem::{Position, Problem};
use super::super::rules::Level;
use super::clean;
use super::excerpt::{underline, value};
use crate::text::Lang;

pub(super) fn print(problems: &Problems, lang: Lang, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut groups: Vec<&Group> = problems.groups().collect();
    // The gravest last: that is where the eye is when the terminal stops scrolling.
    groups.sort_by_key(|group| group.level());
    let page = Page { lang, colour };
    for group in groups {
        page.group(group, out)?;
        writeln!(out)?;
    }
    match sum(problems, lang) {
        Some(sum) => writeln!(out, "{sum}"),
        None => Ok(()),
    }
}

/// How much is wrong: `3 个错误，12 个警告`.
fn sum(problems: &Problems, lang: Lang) -> Option<String> {
    let parts: Vec<String> = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .map(|level| (level, problems.count(level)))
        .filter(|&(_, count)| count > 0)
        .map(|(level, count)| match lang {
            Lang::Zh => format!("{count} {}{}", if level == Level::Note { "条" } else { "个" }, level.name(lang)),
            Lang::En => format!("{count} {}{}", level.name(lang), if count == 1 { "" } else { "s" }),
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(lang.pick("，", ", ")))
}

#[derive(Clone, Copy)]
struct Page {
    lang: Lang,
    colour: bool,
}

impl Page {
    fn group(self, group: &Group, out: &mut dyn Write) -> io::Result<()> {
        let Some((first, others)) = group.examples.split_first() else { return Ok(()) };
        // The numbers of rows stand left of the bar; all bars of a group stand below each other.
        let row = first.at.as_ref().map_or(0, |at| at.row);
        let edge = " ".repeat(if row == 0 { 1 } else { row.to_string().len() });
        self.head(first, out)?;
        if let Some(at) = &first.at {
            writeln!(out, "{edge}{} {}", self.blue("-->"), place(at, self.lang))?;
        }
        if let Some(excerpt) = &first.excerpt {
            let shown = underline(excerpt);
            let (bar, number) = (self.blue("|"), if row == 0 { edge.clone() } else { row.to_string() });
            writeln!(out, "{edge} {bar}")?;
            writeln!(out, "{} {bar} {}", self.blue(&number), shown.line)?;
            let carets = self.paint(tint(first.level), &"^".repeat(shown.carets));
            writeln!(out, "{edge} {bar} {}{carets}", " ".repeat(shown.indent))?;
        }
        let mut note = |text: String| writeln!(out, "{edge} {} {text}", self.blue("="));
        for other in others {
            note(self.other(first, other))?;
        }
        let more = group.count.saturating_sub(group.examples.len());
        if more > 0 {
            note(match self.lang {
                Lang::Zh => format!("另有 {more} 处相同"),
                Lang::En => format!("and {more} more of the same"),
            })?;
        }
        note(format!("{}{}", self.lang.pick("办法：", "help: "), clean(&first.remedy(self.lang))))
    }

    fn head(self, problem: &Problem, out: &mut dyn Write) -> io::Result<()> {
        let (rule, lang) = (problem.rule, self.lang);
        writeln!(
            out,
            "{}[{} {}]{} {}",
            self.paint(tint(problem.level), problem.level.name(lang)),
            rule.code,
            rule.name,
            lang.pick("", ":"),
            self.paint(BOLD, &clean(&problem.says(lang))),
        )
    }

    /// A further example in one line: its row, and what stands there.
    fn other(self, first: &Problem, other: &Problem) -> String {
        let (says, lang) = (other.says(self.lang), self.lang);
        let what = match &other.excerpt {
            Some(excerpt) => value(excerpt),
            None if says == first.says(lang) => String::new(),
            None => clean(&says),
        };
        let at = match &other.at {
            Some(at) if at.row > 0 => row(at, lang),
            Some(at) => clean(&at.file),
            None => String::new(),
        };
        // The same fault may have another reason there.
        let key = self.lang.pick("reason_zh", "reason_en");
        let reason =
            |problem: &Problem| problem.values.iter().find(|(name, _)| *name == key).map(|(_, why)| why.clone());
        let what = match reason(other).filter(|_| reason(other) != reason(first)) {
            Some(why) => what + &self.lang.pick(format!("（{why}）"), format!(" ({why})")),
            None => what,
        };
        let between = if at.is_empty() || what.is_empty() { "" } else { lang.pick("：", ": ") };
        format!("{at}{between}{what}")
    }

    fn blue(self, text: &str) -> String {
        self.paint(BLUE, text)
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

const BOLD: &str = "1";
const BLUE: &str = "1;34";

fn tint(level: Level) -> &'static str {
    match level {
        Level::Error => "1;31",
        Level::Warning => "1;33",
        Level::Note => BLUE,
    }
}

/// `data/issues.csv 第 12 行 “受理时间” 列`
fn place(at: &Position, lang: Lang) -> String {
    let mut parts = vec![clean(&at.file)];
    if at.row > 0 {
        parts.push(row(at, lang));
    }
    let header = clean(&at.header);
    match (at.column, header.is_empty()) {
        (0, true) => {}
        (column, true) => parts.push(lang.pick(format!("第 {column} 列"), format!("column {column}"))),
        // A table of site.toml names itself.
        (_, false) if header.starts_with('[') => parts.push(header),
        (_, false) => parts.push(lang.pick(format!("“{header}” 列"), format!("column \"{header}\""))),
    }
    match (lang, parts.as_slice()) {
        (Lang::En, [file, rest @ ..]) if !rest.is_empty() => format!("{file} {}", rest.join(", ")),
        _ => parts.join(" "),
    }
}

/// A table has rows, a text has lines; Chinese has one word for both.
fn row(at: &Position, lang: Lang) -> String {
    let is_text = [".toml", ".md", ".html", ".css"].iter().any(|end| at.file.ends_with(end));
    lang.pick(format!("第 {} 行", at.row), format!("{} {}", if is_text { "line" } else { "row" }, at.row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_says_as_much_as_is_known() {
        let at = |row, column, header: &str| Position { file: "a.csv".into(), row, column, header: header.into() };
        let both = |at: &Position| (place(at, Lang::Zh), place(at, Lang::En));
        let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
        assert_eq!(both(&at(0, 0, "")), pair("a.csv", "a.csv"));
        assert_eq!(both(&at(3, 0, "")), pair("a.csv 第 3 行", "a.csv row 3"));
        assert_eq!(both(&at(3, 2, "")), pair("a.csv 第 3 行 第 2 列", "a.csv row 3, column 2"));
        assert_eq!(both(&at(0, 2, "社区")), pair("a.csv “社区” 列", "a.csv column \"社区\""));
        assert_eq!(place(&Position::row("site.toml", 7), Lang::En), "site.toml line 7");
    }
}
