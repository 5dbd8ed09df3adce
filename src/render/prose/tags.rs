//! The tags of HTML as an author typed it: enough to say what will be missing, and where. What browsers make of it is for ammonia.

use super::sanitise::WHOLE;

/// A tag as it was typed.
pub struct Tag<'a> {
    /// The byte it begins at.
    pub at: usize,
    /// All of it.
    pub text: &'a str,
    /// Its name in lower case.
    pub name: String,
    /// Whether it closes an element.
    pub closes: bool,
}

impl<'a> Tag<'a> {
    /// The value of an attribute as typed; empty when there is none.
    pub fn value(&self, name: &str) -> &'a str {
        self.attributes().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    /// Names and values as typed; what browsers make of odd spellings is ammonia's to know.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let body = self.text.trim_start_matches(['<', '/']).trim_end_matches('>');
        let mut rest = body.get(self.name.len()..).unwrap_or_default();
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\''));
            if rest.is_empty() {
                return None;
            }
            // An equals sign in the first place belongs to the name.
            let end = rest.char_indices().skip(1).find(|(_, c)| c.is_whitespace() || matches!(c, '=' | '/'));
            let (name, after) = rest.split_at_checked(end.map_or(rest.len(), |(at, _)| at))?;
            rest = after;
            let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
                return Some((name, ""));
            };
            let (value, after) = match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value.get(1..)?.split_once(quote).unwrap_or((value.get(1..)?, "")),
                _ => value.split_at_checked(value.find(char::is_whitespace).unwrap_or(value.len()))?,
            };
            rest = after;
            Some((name, value))
        })
    }
}

/// The tags of a text in their order. Comments are none, nor is what stands in elements that go whole.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += html.get(at..)?.find('<')?;
            let rest = html.get(at..)?;
            if let Some(comment) = rest.strip_prefix("<!--") {
                at += comment.find("-->").map_or(rest.len(), |end| end + "<!---->".len());
                continue;
            }
            let inside = rest.get(1..)?;
            let body = inside.strip_prefix('/').unwrap_or(inside);
            if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
                at += 1;
                continue;
            }
            let name: String = body.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '/' | '>')).collect();
            let name = name.to_ascii_lowercase();
            let text = rest.get(..length(rest))?;
            let tag = Tag { at, text, name, closes: inside.starts_with('/') };
            at += text.len();
            if WHOLE.contains(&tag.name.as_str()) && !tag.closes {
                let behind = html.get(at..).unwrap_or_default().to_ascii_lowercase();
                at += behind.find(&format!("</{}", tag.name)).unwrap_or(behind.len());
            }
            return Some(tag);
        }
    })
}

/// Bytes of a tag; a `>` between quotes does not end it.
fn length(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    tag.len()
}
