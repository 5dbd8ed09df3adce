//! Reading finished HTML and SVG: one pass over the bytes, no tree.
//!
//! This reads what our own templates write, and is forgiving: it never fails, whatever the text.

use std::borrow::Cow;

/// A piece of markup.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A start tag, with its attributes still as text.
    Tag(Tag<'a>),
    /// Text between tags, entities not decoded.
    Text(&'a str),
    /// What stands in a `<style>`.
    Style(&'a str),
    /// The name of an end tag.
    End(&'a str),
    /// What a browser does not show: comments, scripts, and text that is marked as none.
    Hidden(&'a str),
}

/// A start tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name as it was written.
    pub name: &'a str,
    attributes: &'a str,
}

/// Walks over markup.
pub struct Pieces<'a> {
    rest: &'a str,
    /// The end tag of an element whose text is no markup, once its start tag was seen.
    raw: Option<&'static str>,
}

/// The pieces of a text in their order.
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces { rest: text, raw: None }
}

impl<'a> Pieces<'a> {
    /// Takes everything before `end` and drops `end` itself; all of it when `end` never comes.
    fn take_until(&mut self, end: &str) -> &'a str {
        let (taken, rest) = self.rest.split_once(end).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Takes everything up to the next `>`. A byte is looked for, as end tags are many and a text is slower to find.
    fn take_tag_end(&mut self) -> &'a str {
        let (taken, rest) = self.rest.split_once('>').unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn take_hidden(&mut self, start: &str, end: &str) -> Piece<'a> {
        self.take(start.len());
        Piece::Hidden(self.take_until(end))
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    fn take_tag(&mut self) -> Tag<'a> {
        self.take(1);
        let length = tag_length(self.rest.as_bytes());
        let body = self.take(length);
        self.take(1);
        let name_length = body.bytes().position(|b| b.is_ascii_whitespace() || b == b'/').unwrap_or(body.len());
        let (name, attributes) = body.split_at_checked(name_length).unwrap_or((body, ""));
        if !attributes.ends_with('/') {
            self.raw = match name {
                "script" => Some("</script"),
                "style" => Some("</style"),
                _ => None,
            };
        }
        Tag { name, attributes }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if let Some(end) = self.raw.take() {
                let text = self.take_until(end);
                self.take_tag_end();
                return Some(if end == "</style" { Piece::Style(text) } else { Piece::Hidden(text) });
            }
            let bytes = self.rest.as_bytes();
            match (bytes.first()?, bytes.get(1)) {
                (b'<', Some(next)) if next.is_ascii_alphabetic() => return Some(Piece::Tag(self.take_tag())),
                (b'<', Some(b'!')) if self.rest.starts_with("<!--") => return Some(self.take_hidden("<!--", "-->")),
                (b'<', Some(b'!')) if self.rest.starts_with("<![CDATA[") => {
                    return Some(self.take_hidden("<![CDATA[", "]]>"));
                }
                (b'<', Some(b'/')) => {
                    self.take(2);
                    return Some(Piece::End(self.take_tag_end().trim_ascii_end()));
                }
                (b'<', Some(b'!' | b'?')) => drop(self.take_tag_end()),
                (first, _) => {
                    // A lone `<` is text as well.
                    let skip = usize::from(*first == b'<');
                    let tail = bytes.get(skip..).unwrap_or_default();
                    let length = tail.iter().position(|b| *b == b'<').map_or(bytes.len(), |at| at + skip);
                    return Some(Piece::Text(self.take(length)));
                }
            }
        }
    }
}

/// Bytes up to the `>` of a tag; one between quotes does not count.
fn tag_length(bytes: &[u8]) -> usize {
    let mut quote = None;
    let end = bytes.iter().position(|&byte| {
        if let Some(open) = quote {
            if byte == open {
                quote = None;
            }
            return false;
        }
        if matches!(byte, b'"' | b'\'') {
            quote = Some(byte);
        }
        byte == b'>'
    });
    end.unwrap_or(bytes.len())
}

impl<'a> Tag<'a> {
    /// Whether it is this element.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Names and values, entities decoded; an attribute without a value is empty.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, Cow<'a, str>)> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.bytes().position(|b| b.is_ascii_whitespace() || b == b'=').unwrap_or(rest.len());
            let (name, after) = rest.split_at_checked(end)?;
            let Some(value) = after.trim_start().strip_prefix('=') else {
                rest = after;
                return Some((name, Cow::Borrowed("")));
            };
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, after) = match quote {
                Some(quote) => value.get(1..)?.split_once(quote).unwrap_or((value, "")),
                None => value.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((value, "")),
            };
            rest = after;
            Some((name, decoded(value)))
        })
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Undoes the entities that template engines and authors write.
pub fn decoded(value: &str) -> Cow<'_, str> {
    if !value.contains('&') {
        return Cow::Borrowed(value);
    }
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let entity = after.split_once(';').and_then(|(name, tail)| Some((entity(name)?, tail)));
        let (character, tail) = entity.unwrap_or(('&', after));
        text.push(character);
        rest = tail;
    }
    text.push_str(rest);
    Cow::Owned(text)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "ensp" | "emsp" | "thinsp" => Some(' '),
        "shy" => Some('\u{ad}'),
        "ndash" => Some('–'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn walks_over_tags_texts_and_styles() {
        let text = "<!doctype html><!-- <a> --><p class=x>1 < 2</p><style>a{}</style><script>'<b id=no>'</script><br/>";
        let seen: Vec<String> = pieces(text)
            .map(|piece| match piece {
                Piece::Tag(tag) => format!("<{}>", tag.name),
                Piece::Text(text) => text.to_owned(),
                Piece::Style(style) => format!("[{style}]"),
                Piece::End(name) => format!("</{name}>"),
                Piece::Hidden(text) => format!("({text})"),
            })
            .collect();
        assert_eq!(
            seen,
            ["( <a> )", "<p>", "1 ", "< 2", "</p>", "<style>", "[a{}]", "<script>", "('<b id=no>')", "<br>"]
        );
    }

    #[test]
    fn reads_attributes_in_every_spelling() {
        let text = "<a href=\"x?a=1&amp;b=2\" title='a > b' hidden data-n=5 id=&#x2f;&#47; >";
        let Some(Piece::Tag(tag)) = pieces(text).next() else { panic!("no tag") };
        let seen: Vec<(&str, String)> = tag.attributes().map(|(name, value)| (name, value.into_owned())).collect();
        let expected = [("href", "x?a=1&b=2"), ("title", "a > b"), ("hidden", ""), ("data-n", "5"), ("id", "//")]
            .map(|(n, v)| (n, v.to_owned()));
        assert_eq!(seen, expected);
    }

    proptest::proptest! {
        #[test]
        fn ends_on_any_text(text in "[<>!/a='\"& -]{0,40}|.{0,40}") {
            for piece in pieces(&text) {
                if let Piece::Tag(tag) = piece {
                    let _ = tag.attributes().count();
                }
            }
        }
    }
}
