//! Markdown to HTML. The only file that names pulldown-cmark.
//!
//! Prose goes through four hands: `prepare` lifts out expressions and helps Chinese emphasis, pulldown-cmark parses,
//! `Writer` turns what needs our own form into HTML (links, headings, tables, notes, charts), and pulldown-cmark writes the rest.
//! HTML of the author's own passes through `sanitise` first, and nothing else does: our form is not judged by the author's rules.
//! Values come back as text after parsing, so whatever they hold is escaped.

pub mod addresses;
mod links;
mod prepare;
mod raw;
mod report;
mod sanitise;
mod tags;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use self::links::Target;
use self::prepare::{Lifted, Prepared, prepare};
use self::raw::Open;
use self::report::Report;
use super::escape::escape;
use crate::diag::Problem;
use crate::diag::rules::content;
use crate::text::Lang;
use crate::text::width::char_width;
use crate::view::facts::Facts;

/// What prose needs to know of the page it lands on.
pub struct Surroundings<'a> {
    /// The file it is from, for messages.
    pub file: &'a str,
    /// The line of that file it begins at, counted from 1.
    pub first_line: u32,
    /// The figures it may name.
    pub facts: &'a Facts,
    /// From the page to the root of its language: empty, or `../` once or more.
    pub root: &'a str,
    /// From the root of its language on to what exists once: empty, or `../`.
    pub up: &'a str,
    /// The finished HTML of a chart of this page, by id.
    pub chart: &'a dyn Fn(&str) -> Option<String>,
    /// The language of the page.
    pub lang: Lang,
    /// Whether harmless HTML of the author's own is taken over; else it is shown as text.
    pub html: bool,
}

/// Turns Markdown into HTML. What is faulty shows as plain text and is reported.
#[must_use]
pub fn html(source: &str, around: &Surroundings<'_>) -> (String, Vec<Problem>) {
    let report = Report::new(source, around.file, around.first_line);
    let mut prepared = prepare(source, &code(source), around, &report);
    let text = std::mem::take(&mut prepared.text);
    let events: Vec<_> = Parser::new_ext(&text, options()).into_offset_iter().collect();
    let mut writer = Writer::new(&text, &prepared, around, &report);
    let mut rest = events.as_slice();
    while let Some(((event, range), after)) = rest.split_first() {
        let taken = writer.take(event, range, after);
        rest = after.get(taken..).unwrap_or_default();
    }
    let mut problems = std::mem::take(&mut writer.problems);
    let mut page = String::with_capacity(source.len() * 2);
    pulldown_cmark::html::push_html(&mut page, writer.out.into_iter());
    problems.extend(prepared.problems);
    problems.sort_by_key(|problem| problem.at.as_ref().map(|at| (at.row, at.column)));
    (page, problems)
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

/// The bytes that are code, where nothing is evaluated or helped.
fn code(source: &str) -> Vec<Range<usize>> {
    Parser::new_ext(source, options())
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(_))))
        .map(|(_, range)| range)
        .collect()
}

/// Rewrites events, one after the other.
struct Writer<'a> {
    text: &'a str,
    prepared: &'a Prepared,
    around: &'a Surroundings<'a>,
    report: &'a Report<'a>,
    out: Vec<Event<'a>>,
    problems: Vec<Problem>,
    /// The last character of running text, to decide about the line break behind it.
    last: Option<char>,
    /// What closes the open links.
    links: Vec<&'static str>,
    /// What is open, where authors may write HTML.
    open: Vec<Open>,
    /// Levels of the headings we are below, as typed.
    headings: Vec<HeadingLevel>,
    ids: BTreeSet<String>,
    tables: usize,
    columns: Vec<Alignment>,
    /// The column we are in, and whether it is in the head.
    cell: (usize, bool),
    /// Numbers of notes in the order of their first mention, with how often they were mentioned.
    notes: BTreeMap<String, (usize, usize)>,
}

type Ranged<'a> = (Event<'a>, Range<usize>);

impl<'a> Writer<'a> {
    fn new(text: &'a str, prepared: &'a Prepared, around: &'a Surroundings<'a>, report: &'a Report<'a>) -> Self {
        Self {
            text,
            prepared,
            around,
            report,
            out: Vec::new(),
            problems: Vec::new(),
            last: None,
            links: Vec::new(),
            open: Vec::new(),
            headings: Vec::new(),
            ids: BTreeSet::new(),
            tables: 0,
            columns: Vec::new(),
            cell: (0, false),
            notes: BTreeMap::new(),
        }
    }

    fn html(&mut self, html: impl Into<String>) {
        self.out.push(Event::Html(html.into().into()));
    }

    /// Handles an event; answers how many of those behind it are dealt with as well.
    fn take(&mut self, event: &Event<'a>, range: &Range<usize>, after: &[Ranged<'a>]) -> usize {
        match event {
            Event::Text(text) => {
                self.lint_stars(text, range, after.first());
                self.lint_heading(text, range.start);
                self.write_text(text);
            }
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(html, range.start),
            Event::Code(code) => {
                self.last = code.chars().next_back();
                self.out.push(Event::Code(self.prepared.plain(code).into()));
            }
            Event::SoftBreak => {
                let next = after.iter().find_map(|(event, _)| match event {
                    Event::Text(text) | Event::Code(text) => Some(self.prepared.plain(text).chars().next()),
                    Event::Start(_) | Event::End(_) => None,
                    _ => Some(None),
                });
                if !(self.last.is_some_and(is_chinese) && next.flatten().is_some_and(is_chinese)) {
                    self.out.push(Event::SoftBreak);
                }
            }
            Event::FootnoteReference(name) => self.note_mark(name),
            Event::TaskListMarker(done) => {
                let (class, mark, label) = match done {
                    true => ("task done", '☑', self.around.lang.pick("已完成", "done")),
                    false => ("task", '☐', self.around.lang.pick("未完成", "to do")),
                };
                self.html(format!("<span class=\"{class}\" role=\"img\" aria-label=\"{label}\">{mark}</span> "));
            }
            Event::Start(tag) => {
                if !matches!(
                    tag,
                    Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
                ) {
                    self.close_own();
                }
                let taken = self.start(tag, range, after);
                if taken == 0 {
                    self.open.push(Open::Markdown);
                }
                return taken;
            }
            Event::End(tag) => {
                self.close_own();
                self.open.pop();
                self.close(*tag);
            }
            other => self.out.push(other.clone()),
        }
        0
    }

    fn start(&mut self, tag: &Tag<'a>, range: &Range<usize>, after: &[Ranged<'a>]) -> usize {
        let at = range.start;
        match tag {
            Tag::Paragraph => return self.paragraph(after),
            Tag::HtmlBlock => return self.html_block(range, after),
            Tag::Heading { level, .. } => self.heading(*level, after),
            Tag::Link { link_type, dest_url, title, .. } => self.link(*link_type, dest_url, title, at),
            Tag::Image { dest_url, .. } => {
                let target = self.prepared.plain(dest_url);
                let problem = self.report.find(&content::IMAGE_UNSUPPORTED, self.line(at), &target);
                self.problems.push(problem.with("link", target));
            }
            Tag::Table(columns) => {
                self.columns.clone_from(columns);
                let frame = self.table_frame();
                self.html(format!("{frame}<table>\n"));
            }
            Tag::TableHead => {
                self.cell = (0, true);
                self.html("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = (0, false);
                self.html("<tr>");
            }
            Tag::TableCell => {
                let class = match self.columns.get(self.cell.0) {
                    Some(Alignment::Left) => " class=\"al-left\"",
                    Some(Alignment::Center) => " class=\"al-center\"",
                    Some(Alignment::Right) => " class=\"al-right\"",
                    Some(Alignment::None) | None => "",
                };
                self.html(if self.cell.1 { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") });
            }
            Tag::FootnoteDefinition(name) => {
                let number = self.note(name).0;
                self.html(format!("<div class=\"footnote\" id=\"fn-{number}\" role=\"note\"><sup>{number}</sup>\n"));
            }
            other => self.out.push(Event::Start(other.clone())),
        }
        0
    }

    fn close(&mut self, tag: TagEnd) {
        if !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image) {
            self.last = None;
        }
        match tag {
            TagEnd::Link => {
                let end = self.links.pop().unwrap_or_default();
                self.html(end);
            }
            TagEnd::Image => {}
            TagEnd::Heading(_) => self.html(format!("</h{}>\n", self.headings.len() + 1)),
            TagEnd::Table => self.html("</tbody></table></div>\n"),
            TagEnd::TableHead => self.html("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.html("</tr>\n"),
            TagEnd::TableCell => {
                self.html(if self.cell.1 { "</th>" } else { "</td>" });
                self.cell.0 += 1;
            }
            TagEnd::FootnoteDefinition => self.html("</div>\n"),
            other => self.out.push(Event::End(other)),
        }
    }

    /// A paragraph of nothing but charts becomes those charts.
    fn paragraph(&mut self, after: &[Ranged<'a>]) -> usize {
        let inner = after.iter().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)));
        let charts: Option<Vec<&str>> = inner
            .clone()
            .filter(|(event, _)| !matches!(event, Event::SoftBreak | Event::HardBreak))
            .map(|(event, _)| match event {
                Event::Text(text) => self.prepared.only_chart(text),
                _ => None,
            })
            .collect();
        match charts {
            Some(charts) if !charts.is_empty() => {
                for chart in charts {
                    self.html(format!("{chart}\n"));
                }
                inner.count() + 1
            }
            _ => {
                self.out.push(Event::Start(Tag::Paragraph));
                0
            }
        }
    }

    /// The page has the one `h1`; headings of prose begin below it, and none skips a level.
    fn heading(&mut self, level: HeadingLevel, after: &[Ranged<'a>]) {
        self.headings.retain(|above| *above < level);
        if self.headings.len() < 5 {
            self.headings.push(level);
        }
        let inner = after.iter().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Heading(_))));
        let words: String = inner
            .filter_map(|(event, _)| match event {
                Event::Text(text) | Event::Code(text) => Some(self.prepared.plain(text)),
                _ => None,
            })
            .collect();
        let id = links::unique_id(&words, &mut self.ids);
        self.html(format!("<h{} id=\"{id}\">", self.headings.len() + 1));
    }

    fn link(&mut self, kind: LinkType, target: &str, title: &str, at: usize) {
        let target = self.prepared.plain(target);
        let target = if kind == LinkType::Email { format!("mailto:{target}") } else { target };
        if self.in_link() {
            // An author's own link is open around it.
            self.links.push("");
            return;
        }
        let (href, rel) = match links::target(&target, self.around.root, self.around.up) {
            Target::Inside(href) => (href, ""),
            Target::Outside(href) => (href, " rel=\"noopener\""),
            Target::Refused => {
                let problem = self.report.find(&content::LINK_SCHEME, self.line(at), &target);
                self.problems.push(problem.with("link", target));
                self.links.push("");
                return;
            }
        };
        let title = match self.prepared.plain(title) {
            title if title.is_empty() => title,
            title => format!(" title=\"{}\"", escape(&title)),
        };
        self.html(format!("<a href=\"{}\"{title}{rel}>", escape(&href)));
        self.links.push("</a>");
    }

    /// What opens the frame in which a wide table scrolls.
    fn table_frame(&mut self) -> String {
        self.tables += 1;
        let label = format!("{} {}", self.around.lang.pick("表格", "Table"), self.tables);
        format!("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">")
    }

    /// The number of a note, and how often it was mentioned.
    fn note(&mut self, name: &str) -> &mut (usize, usize) {
        let next = self.notes.len() + 1;
        self.notes.entry(name.to_owned()).or_insert((next, 0))
    }

    fn note_mark(&mut self, name: &str) {
        let note = self.note(name);
        note.1 += 1;
        let (number, mention) = *note;
        self.html(format!(
            "<sup class=\"footnote-mark\" id=\"fnref-{number}-{mention}\"><a href=\"#fn-{number}\">{number}</a></sup>"
        ));
    }

    /// Puts values back into text and writes it.
    fn write_text(&mut self, text: &str) {
        for lifted in self.prepared.charts_in(text) {
            let Lifted { name, line, mark, .. } = lifted;
            self.problems.push(self.report.at(&content::CHART_INSIDE_TEXT, *line, mark.clone()).with("name", name));
        }
        let mut parts = self.prepared.linked(text);
        if self.in_link() {
            for (_, address) in &mut parts {
                *address = None;
            }
        }
        for (part, address) in parts {
            self.last = part.chars().next_back().or(self.last);
            let href = address.map(|address| format!("<a href=\"{}{}\">", self.around.root, escape(address)));
            let is_link = href.is_some();
            if let Some(href) = href {
                self.html(href);
            }
            self.out.push(Event::Text(part.into()));
            if is_link {
                self.html("</a>");
            }
        }
    }

    /// Looks for stars that are still there. The parser gives each left-over star as a text of its own; escaped ones have a
    /// backslash between them.
    fn lint_stars(&mut self, text: &str, range: &Range<usize>, next: Option<&Ranged<'a>>) {
        let goes_on = |(event, after): &Ranged<'a>| {
            matches!(event, Event::Text(more) if more.starts_with('*')) && after.start == range.end
        };
        let left_over = text.contains("**") || (text.ends_with('*') && next.is_some_and(goes_on));
        if !left_over {
            return;
        }
        let line = self.line(range.start);
        let before = self.text.get(..range.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        let nth = before.matches("**").count();
        self.problems.push(self.report.find_nth(&content::LEFTOVER_EMPHASIS, line, "**", nth));
    }

    /// Looks for headings that are none, for want of a blank or because of a full-width sign.
    fn lint_heading(&mut self, text: &str, at: usize) {
        let begins_line = self
            .text
            .get(..at)
            .is_some_and(|before| before.trim_end_matches([' ', '\t']).ends_with('\n') || before.is_empty());
        let marks = text.chars().take_while(|c| matches!(c, '#' | '＃')).count();
        let next = text.chars().nth(marks);
        let heading = next.is_some_and(|c| c.is_alphabetic() || (c.is_whitespace() && text.starts_with('＃')));
        if begins_line && (1..=6).contains(&marks) && heading {
            let line = self.prepared.plain(text);
            self.problems
                .push(self.report.find(&content::HEADING_WITHOUT_SPACE, self.line(at), &line).with("text", line));
        }
    }

    /// The line of a byte of the prepared text, counted from 0: preparing neither adds nor removes lines.
    fn line(&self, at: usize) -> usize {
        self.text.get(..at).map_or(0, |before| before.matches('\n').count())
    }
}

/// Characters between which a line break is no blank.
fn is_chinese(c: char) -> bool {
    !('\u{ac00}'..='\u{d7a3}').contains(&c)
        && (char_width(c) == 2 || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·'))
}
