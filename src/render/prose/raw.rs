//! Raw HTML in prose: shown as text, or, where the site allows it, taken over as far as it is harmless.
//!
//! A block of HTML is made harmless whole. Within a line each tag comes by itself, between Markdown of all kinds, so it is kept
//! here what is open: whatever an author forgets to close ends with the Markdown around it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::links::without_comments;
use super::sanitise::{self, Inline, Lost};
use super::{Ranged, Writer};
use crate::diag::Problem;
use crate::diag::rules::content;
use crate::render::escape::escape;

/// Something that is open in the text.
pub enum Open {
    /// An element of Markdown.
    Markdown,
    /// An element that the author wrote.
    Html(&'static str),
}

impl<'a> Writer<'a> {
    /// Raw HTML within a line; comments were not meant to be read and stay away.
    pub(super) fn inline_html(&mut self, html: &str, at: usize) {
        if !self.around.html {
            return self.write_text(&without_comments(html));
        }
        let filled = self.prepared.filled(html, escape);
        let (tag, mut lost) = sanitise::inline(&filled, self.around.root, self.around.up);
        match tag {
            // A link in a link is two to nobody.
            Inline::Opens("a", _) if self.in_link() => lost.push(Lost::Tag("<a".to_owned())),
            Inline::Opens(name, tag) => {
                self.html(tag);
                self.open.push(Open::Html(name));
            }
            Inline::Closes(name) => {
                let here = self.open.iter().rev().map_while(|open| match open {
                    Open::Html(open) => Some(*open),
                    Open::Markdown => None,
                });
                if let Some(depth) = here.into_iter().position(|open| open == name) {
                    self.close_html(self.open.len().saturating_sub(depth + 1));
                }
            }
            Inline::Alone(text) => self.html(text),
        }
        let line = self.line(at);
        for lost in lost {
            self.tell(line, &lost);
        }
    }

    /// A block of raw HTML; answers how many of the events behind it are dealt with as well.
    pub(super) fn html_block(&mut self, range: &Range<usize>, after: &[Ranged<'a>]) -> usize {
        let inner = after.iter().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::HtmlBlock)));
        let count = inner.clone().count();
        let raw: String = inner
            .filter_map(|(event, _)| match event {
                Event::Html(html) | Event::Text(html) => Some(html.as_ref()),
                _ => None,
            })
            .collect();
        if self.around.html {
            self.clean_block(&raw, range.start);
        } else {
            let shown = without_comments(&raw);
            if !shown.trim().is_empty() {
                self.out.push(Event::Start(Tag::Paragraph));
                self.write_text(shown.trim());
                self.out.push(Event::End(TagEnd::Paragraph));
            }
        }
        count + 1
    }

    fn clean_block(&mut self, raw: &str, at: usize) {
        for lifted in self.prepared.charts_in(raw) {
            let problem = self.report.at(&content::CHART_INSIDE_TEXT, lifted.line, lifted.mark.clone());
            self.problems.push(problem.with("name", &lifted.name));
        }
        let filled = self.prepared.filled(raw, escape);
        let (clean, lost) = sanitise::block(&filled, self.around.root, self.around.up);
        let first = self.line(at);
        for (at, lost) in lost {
            let line = filled.get(..at).map_or(0, |before| before.matches('\n').count());
            self.tell(first + line, &lost);
        }
        // A wide table scrolls in a frame of its own, as those of Markdown do.
        if clean.contains("<table") {
            let frame = self.table_frame();
            self.html(format!("{frame}{clean}</div>\n"));
        } else if sanitise::is_line(&clean) {
            // Words alone make a paragraph.
            let words = clean.trim();
            self.html(if words.is_empty() { String::new() } else { format!("<p>{words}</p>\n") });
        } else {
            self.html(clean);
        }
    }

    fn tell(&mut self, line: usize, lost: &Lost) {
        let (rule, key, what) = match lost {
            Lost::Tag(what) | Lost::Attribute(what) => (&content::HTML_REMOVED, "what", what),
            Lost::Link(what) => (&content::LINK_SCHEME, "link", what),
            Lost::Image(what) => (&content::IMAGE_UNSUPPORTED, "link", what),
        };
        let shown = what.trim_start_matches('<');
        let problem = self.report.find(rule, line, what).with(key, shown);
        let same =
            |told: &&Problem| told.rule.code == rule.code && told.at == problem.at && told.excerpt == problem.excerpt;
        if !self.problems.iter().any(|told| same(&told)) {
            self.problems.push(problem);
        }
    }

    /// Whether the text stands in a link.
    pub(super) fn in_link(&self) -> bool {
        !self.links.is_empty() || self.open.iter().any(|open| matches!(open, Open::Html("a")))
    }

    /// Closes what the author opened since the last element of Markdown.
    pub(super) fn close_own(&mut self) {
        let own = self.open.iter().rev().take_while(|open| matches!(open, Open::Html(_))).count();
        self.close_html(self.open.len().saturating_sub(own));
    }

    /// Closes elements until so many are left open.
    fn close_html(&mut self, left: usize) {
        while self.open.len() > left {
            if let Some(Open::Html(name)) = self.open.pop() {
                self.html(format!("</{name}>"));
            }
        }
    }
}
