//! Text on a page in another language than the page's own, marked for those who hear pages read to them.
//!
//! Names and sentences of the data are in the site's own words, wherever they land. On an English page they are known by
//! their letters, so the finished page is gone through once, and no template has to think of it.

use std::borrow::Cow;

use crate::text::Lang;

/// Prose that was not written in the language of its page.
pub fn prose(html: &str, note: &str, lang: Lang) -> String {
    format!("<p class=\"untranslated\">{note}</p>\n<div lang=\"{}\">\n{html}</div>", lang.tag())
}

/// A part of the page within prose that was not written in its language.
pub fn own(html: &str, lang: Lang) -> String {
    format!("<div lang=\"{}\">{html}</div>", lang.tag())
}

/// The page, with Chinese text marked as such where the page is English. A Chinese page may use Latin letters as it likes.
pub fn marked(page: Vec<u8>, lang: Lang) -> Vec<u8> {
    if lang != Lang::En || page.is_ascii() {
        return page;
    }
    match String::from_utf8(page) {
        Ok(text) => match mark(&text) {
            Cow::Owned(marked) => marked.into_bytes(),
            Cow::Borrowed(_) => text.into_bytes(),
        },
        Err(error) => error.into_bytes(),
    }
}

/// Elements whose text is no place for others: a title is plain text, and drawings have elements of their own.
const LEFT_ALONE: [&str; 6] = ["title", "script", "style", "option", "textarea", "svg"];

fn mark(page: &str) -> Cow<'_, str> {
    let mut out = String::new();
    // How far the page has been copied.
    let mut copied = 0;
    // The element that is left alone, and how many of its name are open.
    let mut inside: Option<(&str, usize)> = None;
    let mut at = 0;
    while let Some(rest) = page.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with('<') {
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            let tag = rest.get(..end).unwrap_or_default();
            inside = after(tag, inside);
            at += end;
            continue;
        }
        let end = rest.find('<').unwrap_or(rest.len());
        let text = rest.get(..end).unwrap_or_default();
        if let (None, Some((first, last))) = (inside, han(text)) {
            out.push_str(page.get(copied..at + first).unwrap_or_default());
            out.push_str("<span lang=\"zh-CN\">");
            out.push_str(text.get(first..last).unwrap_or_default());
            out.push_str("</span>");
            copied = at + last;
        }
        at += end;
    }
    if copied == 0 {
        return Cow::Borrowed(page);
    }
    out.push_str(page.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// What is left alone behind a tag.
fn after<'a>(tag: &'a str, inside: Option<(&'a str, usize)>) -> Option<(&'a str, usize)> {
    let (closes, body) = tag.strip_prefix("</").map_or((false, tag.get(1..).unwrap_or_default()), |body| (true, body));
    let name = body.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    match inside {
        Some((element, open)) if element == name => match (closes, open) {
            (false, _) => Some((element, open + 1)),
            (true, 1) => None,
            (true, _) => Some((element, open - 1)),
        },
        Some(_) => inside,
        // What says its language itself is left as it is; the page itself is no such part.
        None if closes || name == "html" => None,
        None => (LEFT_ALONE.contains(&name) || body.contains(" lang=")).then_some((name, 1)),
    }
}

/// From the first to behind the last Chinese character of a text, with the punctuation that belongs to it.
fn han(text: &str) -> Option<(usize, usize)> {
    if text.is_ascii() {
        return None;
    }
    let mut letters = text.char_indices().filter(|&(_, c)| is_han(c));
    let (mut first, c) = letters.next()?;
    let (last, c) = letters.next_back().unwrap_or((first, c));
    let mut end = last + c.len_utf8();
    let wide = |c: &char| matches!(*c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”');
    // Digits at the head belong to it as well: 11月3日.
    let before = text.get(..first).unwrap_or_default().chars().rev().take_while(|c| wide(c) || c.is_ascii_digit());
    first -= before.map(char::len_utf8).sum::<usize>();
    let behind = text.get(end..).unwrap_or_default().chars().take_while(wide);
    end += behind.map(char::len_utf8).sum::<usize>();
    Some((first, end))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(page: &str) -> String {
        String::from_utf8(marked(page.as_bytes().to_vec(), Lang::En)).unwrap()
    }

    #[test]
    fn chinese_text_is_marked() {
        assert_eq!(said("<td>砚池社区</td>"), "<td><span lang=\"zh-CN\">砚池社区</span></td>");
        assert_eq!(
            said("<p>In 砚池（南）社区。 3 issues</p>"),
            "<p>In <span lang=\"zh-CN\">砚池（南）社区。</span> 3 issues</p>"
        );
        assert_eq!(said("<p>On 11月3日</p>"), "<p>On <span lang=\"zh-CN\">11月3日</span></p>");
    }

    #[test]
    fn what_says_its_language_is_left_as_it_is() {
        for page in [
            "<html lang=\"en\"><title>社区</title><p>“x”</p>",
            "<a href=\"x\" lang=\"zh-CN\">中文</a>",
            "<div lang=\"zh-CN\"><div>甲</div>乙</div>",
            "<svg><text>甲</text></svg>",
            "<p title=\"甲\">a</p>",
        ] {
            assert_eq!(said(page), page);
        }
        assert!(
            said("<div lang=\"zh-CN\"><div>甲</div></div><b>乙</b>").ends_with("<b><span lang=\"zh-CN\">乙</span></b>")
        );
    }

    #[test]
    fn a_chinese_page_stays_as_it_is() {
        assert_eq!(marked("<p>甲</p>".into(), Lang::Zh), "<p>甲</p>".as_bytes());
    }
}
