//! The words of finished markup: what stands between the tags, and what attributes say.

use super::super::address::percent_decoded;
use super::super::css;
use super::super::markup::{Piece, Tag, decoded, pieces};

/// Elements that part nothing: what stands in them and beside them is read as one.
const INLINE: [&str; 36] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "output", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup",
    "time", "tspan", "u", "var", "wbr",
];

/// Attributes that draw or lead to a place on the page, and say nothing.
const DRAWN: [&str; 34] = [
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
    "class",
    "clip-path",
    "cx",
    "cy",
    "d",
    "dx",
    "dy",
    "fill",
    "font-family",
    "font-size",
    "for",
    "headers",
    "height",
    "offset",
    "points",
    "r",
    "rx",
    "ry",
    "stroke",
    "stroke-dasharray",
    "stroke-width",
    "text-anchor",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "xmlns",
    "y",
    "y1",
];

/// Gives `look` every text of a page or drawing, and `load` every address that holds a file within itself.
pub fn each(text: &str, look: &mut dyn FnMut(&str), load: &mut dyn FnMut(&str)) {
    let mut line = Line::default();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => line.add(text, look),
            Piece::Tag(tag) if tag.is("br") => line.text.push('\n'),
            Piece::Tag(tag) => {
                line.edge(parts(tag.name, Some(tag)), look);
                attributes(tag, look, load);
            }
            Piece::End(name) => line.edge(parts(name, None), look),
            Piece::Style(text) => style(text, look, load),
            Piece::Hidden(text) => text.lines().for_each(&mut *look),
        }
    }
    line.end(look);
}

/// A style sheet: its lines, for it can write words on a page, and the addresses it loads.
pub fn style(text: &str, look: &mut dyn FnMut(&str), load: &mut dyn FnMut(&str)) {
    text.lines().for_each(look);
    css::addresses(text, load);
}

/// Whether an element parts what stands before it from what follows. Pieces of a drawn text do when they have a place.
fn parts(name: &str, tag: Option<Tag>) -> bool {
    let is_placed =
        tag.is_some_and(|tag| tag.is("tspan") && tag.attributes().any(|(name, _)| matches!(name, "x" | "y" | "dy")));
    is_placed
        || INLINE.binary_search(&name).is_err() && INLINE.binary_search(&name.to_ascii_lowercase().as_str()).is_err()
}

fn attributes(tag: Tag, look: &mut dyn FnMut(&str), load: &mut dyn FnMut(&str)) {
    for (name, value) in tag.attributes() {
        if value.is_empty() || DRAWN.binary_search(&name).is_ok() {
            continue;
        }
        match name {
            "href" | "xlink:href" | "src" | "poster" | "data" | "action" if value.starts_with("data:") => load(&value),
            "href" | "xlink:href" | "src" | "poster" | "data" | "action" | "download" => look(&percent_decoded(&value)),
            "srcset" => value.split_ascii_whitespace().for_each(&mut *load),
            "style" => style(&value, look, load),
            _ => look(&value),
        }
    }
}

/// What a reader sees on one line.
#[derive(Default)]
struct Line {
    text: String,
    /// Whether an element began or ended after the last letter.
    at_edge: bool,
}

impl Line {
    /// Takes a text; blanks and breaks of lines are one blank to a reader. A blank at the edge of an element parts: figures
    /// stand beside dates so.
    fn add(&mut self, text: &str, look: &mut dyn FnMut(&str)) {
        let text = &*decoded(text);
        if self.at_edge && text.starts_with(|c: char| c.is_ascii_whitespace()) {
            self.end(look);
        }
        self.at_edge = false;
        let mut words = text.split_ascii_whitespace().peekable();
        if text.starts_with(|c: char| c.is_ascii_whitespace()) {
            self.blank();
        }
        while let Some(word) = words.next() {
            self.text.push_str(word);
            if words.peek().is_some() {
                self.blank();
            }
        }
        if text.ends_with(|c: char| c.is_ascii_whitespace()) {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Takes the beginning or the end of an element.
    fn edge(&mut self, parts: bool, look: &mut dyn FnMut(&str)) {
        if parts || self.text.ends_with(' ') {
            self.end(look);
        }
        self.at_edge = true;
    }

    fn end(&mut self, look: &mut dyn FnMut(&str)) {
        if !self.text.is_empty() {
            look(&self.text);
            self.text.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let mut texts = Vec::new();
        let mut loads = Vec::new();
        each(text, &mut |text| texts.push(text.to_owned()), &mut |address| loads.push(format!("load {address}")));
        texts.extend(loads);
        texts
    }

    #[test]
    fn lists_are_sorted() {
        assert!(INLINE.is_sorted() && DRAWN.is_sorted());
    }

    #[test]
    fn what_stands_together_is_read_as_one() {
        assert_eq!(texts("<p><b>139</b>1234<i>56</i><wbr>78</p>90"), ["13912345678", "90"]);
        assert_eq!(texts("<td>139</td><td>1234</td>"), ["139", "1234"]);
        assert_eq!(texts("<p>139\n  1234&nbsp;5678<br>9</p>"), ["139 1234\u{a0}5678\n9"]);
        assert_eq!(texts("<b>17</b> <time>2026-10-31</time> <b>5</b>"), ["17", "2026-10-31", "5"]);
        assert_eq!(texts("<text>139<tspan>1234</tspan><tspan x=3>5678</tspan></text>"), ["1391234", "5678"]);
    }

    #[test]
    fn attributes_speak_as_well() {
        let text = "<img alt='a' title=b data-x=c aria-label=d class=no><path d='M1 2'/><meta content=e><a href='tel:1%209'>f</a>\
            <input value=g placeholder=h><!-- i --><script>j</script><style>p{background:url(data:k,l)}</style>\
            <img src='data:image/png;base64,AA' srcset='m 2x'>";
        assert_eq!(
            texts(text),
            [
                "a",
                "b",
                "c",
                "d",
                "e",
                "tel:1 9",
                "f",
                "g",
                "h",
                " i ",
                "j",
                "p{background:url(data:k,l)}",
                "load data:k,l",
                "load data:image/png;base64,AA",
                "load m",
                "load 2x"
            ]
        );
    }
}
