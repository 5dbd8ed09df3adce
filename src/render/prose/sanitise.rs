//! HTML that authors wrote themselves, made harmless. The only file that names ammonia.
//!
//! The lists below say all that may stay. ammonia parses the text as browsers do and takes everything else out, without a
//! word; so the tags are looked at here as well, to tell the author what will be missing and where.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use ammonia::{Builder, UrlRelative};

use super::links::{self, Target};
use super::tags::{Tag, tags};
use crate::render::escape::escape;

/// Elements that stand within a line.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "wbr",
];
/// Elements that make blocks. Headings are Markdown's: they get an id and a level that follows from the page.
const BLOCK: [&str; 23] = [
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Elements that go with all that is in them: it is not meant to be read.
pub const WHOLE: [&str; 16] = [
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "noscript",
    "template",
    "textarea",
    "select",
    "title",
    "svg",
    "math",
    "xmp",
    "noembed",
    "noframes",
    "plaintext",
];
const EVERYWHERE: [&str; 2] = ["lang", "dir"];
/// The largest number in an attribute: browsers reserve room for every cell that `rowspan` asks for.
const LARGEST: u16 = 1_000;

/// What an author wrote and readers do not get.
#[derive(Debug, PartialEq, Eq)]
pub enum Lost {
    /// A tag, as far as it is told.
    Tag(String),
    /// An attribute of a tag, as it stands there.
    Attribute(String),
    /// The address of a link.
    Link(String),
    /// An image; its text stays.
    Image(String),
}

/// Attributes of an element that may stay, besides those that may stand everywhere.
fn attributes(element: &str) -> &'static [&'static str] {
    match element {
        "a" => &["href", "title"],
        "abbr" | "dfn" => &["title"],
        "ol" => &["start", "reversed", "type"],
        "li" => &["value"],
        "td" => &["colspan", "rowspan"],
        "th" => &["colspan", "rowspan", "scope"],
        "time" => &["datetime"],
        "details" => &["open"],
        _ => &[],
    }
}

/// Whether an attribute that may stay has a value that may.
fn is_fit(name: &str, value: &str) -> bool {
    match name {
        "start" | "value" | "colspan" | "rowspan" => value.parse::<u16>().is_ok_and(|number| number <= LARGEST),
        "type" => matches!(value, "1" | "a" | "A" | "i" | "I"),
        "scope" => matches!(value, "col" | "row" | "colgroup" | "rowgroup"),
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "lang" => value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'),
        _ => true,
    }
}

/// A piece of HTML made harmless, whole in itself: what was opened in it is closed in it. With it what got lost, and the byte
/// at which that stood. `root` and `up` are as in [`links::target`].
pub fn block(html: &str, root: &str, up: &str) -> (String, Vec<(usize, Lost)>) {
    let mut lost = Vec::new();
    let mut kept = String::with_capacity(html.len());
    let mut copied = 0;
    for tag in tags(html) {
        if tag.name == "img" && !tag.closes {
            kept.push_str(html.get(copied..tag.at).unwrap_or_default());
            kept.push_str(&escape(tag.value("alt")));
            copied = tag.at + tag.text.len();
        }
        lost.extend(tag.lost(&|name| INLINE.contains(&name) || BLOCK.contains(&name)).map(|lost| (tag.at, lost)));
        lost.extend(tag.refused(root, up).map(|lost| (tag.at, lost)));
    }
    kept.push_str(html.get(copied..).unwrap_or_default());
    let (clean, refused) = cleaned(&kept, root, up);
    lost.extend(refused.into_iter().map(|refused| (0, refused)));
    // What the parser dropped because it stands where it cannot, such as a cell outside a table.
    let told: Vec<&'static str> = INLINE.into_iter().chain(BLOCK).collect();
    let count = |text: &str, name: &str| tags(text).filter(|tag| tag.name == name && !tag.closes).count();
    for name in told {
        if count(&clean, name) < count(html, name) {
            let at = tags(html).find(|tag| tag.name == name).map_or(0, |tag| tag.at);
            lost.push((at, Lost::Tag(format!("<{name}"))));
        }
    }
    (clean, lost)
}

/// Whether clean HTML holds nothing that makes blocks.
pub fn is_line(clean: &str) -> bool {
    !tags(clean).any(|tag| BLOCK.contains(&tag.name.as_str()))
}

/// A tag within a line.
pub enum Inline {
    /// It opens an element; the clean tag.
    Opens(&'static str, String),
    /// It closes one.
    Closes(&'static str),
    /// It stands for itself, or for nothing.
    Alone(String),
}

/// A tag within a line made harmless, and what got lost.
pub fn inline(html: &str, root: &str, up: &str) -> (Inline, Vec<Lost>) {
    let nothing = || Inline::Alone(String::new());
    let Some(tag) = tags(html).next() else { return (nothing(), Vec::new()) };
    if tag.name == "img" && !tag.closes {
        return (Inline::Alone(escape(tag.value("alt"))), tag.lost(&|_| true).collect());
    }
    let mut lost: Vec<Lost> = tag.lost(&|name| INLINE.contains(&name)).collect();
    let Some(name) = INLINE.into_iter().find(|name| *name == tag.name) else { return (nothing(), lost) };
    if tag.closes {
        return (Inline::Closes(name), lost);
    }
    let (clean, refused) = cleaned(tag.text, root, up);
    lost.extend(refused);
    lost.extend(tag.refused(root, up));
    let opening = match clean.strip_suffix(&format!("</{name}>")) {
        Some(opening) => Inline::Opens(name, opening.to_owned()),
        None => Inline::Alone(clean),
    };
    (opening, lost)
}

/// What ammonia leaves, and the values that it was told to take out.
fn cleaned(html: &str, root: &str, up: &str) -> (String, Vec<Lost>) {
    let refused = Arc::new(Mutex::new(Vec::new()));
    let (notes, root, up) = (Arc::clone(&refused), root.to_owned(), up.to_owned());
    let elements = || INLINE.into_iter().chain(BLOCK);
    let own: HashMap<&str, HashSet<&str>> =
        elements().map(|element| (element, attributes(element).iter().copied().collect())).collect();
    let html: String =
        html.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect();
    let clean = Builder::empty()
        .tags(elements().collect())
        .clean_content_tags(WHOLE.into())
        .generic_attributes(EVERYWHERE.into())
        .tag_attributes(own)
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener"))
        .strip_comments(true)
        .attribute_filter(move |_, name, value| {
            let note = |lost| notes.lock().unwrap_or_else(PoisonError::into_inner).push(lost);
            match name {
                "href" => match links::target(value, &root, &up) {
                    Target::Inside(href) | Target::Outside(href) => Some(Cow::Owned(href)),
                    Target::Refused => None,
                },
                _ if is_fit(name, value) => Some(Cow::Owned(value.replace(['<', '>'], " "))),
                _ => {
                    note(Lost::Attribute(name.to_owned()));
                    None
                }
            }
        })
        .clean(&html)
        .to_string();
    let refused = std::mem::take(&mut *refused.lock().unwrap_or_else(PoisonError::into_inner));
    (clean, refused)
}

impl<'a> Tag<'a> {
    /// What of it does not stay.
    fn lost<'t>(&'t self, stays: &dyn Fn(&str) -> bool) -> impl Iterator<Item = Lost> + use<'t, 'a> {
        let whole = match self.name.as_str() {
            "img" if self.closes => None,
            "img" => Some(Lost::Image(self.value("src").to_owned())),
            name if !stays(name) && !self.closes => Some(Lost::Tag(format!("<{name}"))),
            _ => None,
        };
        let looked_at = whole.is_none() && !self.closes;
        let allowed = attributes(&self.name);
        let names = self.attributes().filter(move |_| looked_at).map(|(name, _)| name);
        let strange = names.filter(|name| !allowed.contains(&name.to_ascii_lowercase().as_str()));
        let strange = strange.filter(|name| !EVERYWHERE.contains(&name.to_ascii_lowercase().as_str()));
        whole.into_iter().chain(strange.map(|name| Lost::Attribute(name.to_owned())))
    }

    /// The address of a link that leads where no reader is sent. ammonia knows what browsers make of it, so it is asked.
    fn refused(&self, root: &str, up: &str) -> Option<Lost> {
        let href = self.value("href");
        let leads = || cleaned(self.text, root, up).0.contains(" href=");
        (self.name == "a" && !href.is_empty() && !leads()).then(|| Lost::Link(href.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page(html: &str) -> String {
        block(html, "../", "").0
    }

    fn lost(html: &str) -> Vec<Lost> {
        block(html, "../", "").1.into_iter().map(|(_, lost)| lost).collect()
    }

    #[test]
    fn plain_forms_stay() {
        for html in [
            "<details open=\"\"><summary>更多</summary><p>说明</p></details>",
            "<table><thead><tr><th scope=\"col\">甲</th></tr></thead><tbody><tr><td colspan=\"2\">一</td></tr></tbody></table>",
            "<dl><dt>甲</dt><dd>一</dd></dl>",
            "<p lang=\"en\">H<sub>2</sub>O<br>x</p>",
            "<ruby>公示<rt>gōngshì</rt></ruby>",
        ] {
            assert_eq!((page(html).as_str(), lost(html)), (html, Vec::new()));
        }
        assert_eq!(page("<a href=\"/methods.html\">a</a>"), "<a href=\"../methods.html\" rel=\"noopener\">a</a>");
    }

    #[test]
    fn what_may_harm_goes_and_is_told() {
        for (html, left, told) in [
            ("<p onclick=\"x()\">a</p>", "<p>a</p>", Lost::Attribute("onclick".into())),
            ("<p STYLE='x'>a</p>", "<p>a</p>", Lost::Attribute("STYLE".into())),
            ("<p class=card id=main>a</p>", "<p>a</p>", Lost::Attribute("class".into())),
            ("<script>alert(1)</script>", "", Lost::Tag("<script".into())),
            ("<svg><a xlink:href='javascript:x'>a</a></svg>", "", Lost::Tag("<svg".into())),
            ("<form action=x>a</form>", "a", Lost::Tag("<form".into())),
            ("<h2>a</h2>", "a", Lost::Tag("<h2".into())),
            ("<img src=x.png alt='一<b>'>", "一&lt;b&gt;", Lost::Image("x.png".into())),
            ("<td>a</td>", "a", Lost::Tag("<td".into())),
            ("<td rowspan=65000>a", "a", Lost::Tag("<td".into())),
        ] {
            assert_eq!(page(html), left, "{html}");
            assert!(lost(html).contains(&told), "{html}: {:?}", lost(html));
        }
        for address in
            ["javascript:x", "java&#115;cript:x", " JaVa\nscript:x", "data:text/html,x", "//evil.cn", "vbscript:x"]
        {
            let html = format!("<a href=\"{address}\">a</a>");
            assert_eq!(page(&html), "<a rel=\"noopener\">a</a>", "{html}");
            assert!(matches!(lost(&html).as_slice(), [Lost::Link(_)]), "{html}: {:?}", lost(&html));
        }
    }

    #[test]
    fn every_piece_is_whole_in_itself() {
        assert_eq!(page("<div><b>a"), "<div><b>a</b></div>");
        assert_eq!(page("a</div></main></body>b"), "ab");
        assert_eq!(page("<!-- a --><p>b<!-- c"), "<p>b</p>");
        assert!(matches!(inline("<B title=x>", "", "").0, Inline::Opens("b", tag) if tag == "<b>"));
        assert!(matches!(inline("</sup>", "", "").0, Inline::Closes("sup")));
        assert!(matches!(inline("<br/>", "", "").0, Inline::Alone(tag) if tag == "<br>"));
        assert!(matches!(inline("<div>", "", "").0, Inline::Alone(tag) if tag.is_empty()));
    }

    proptest! {
        #[test]
        fn nothing_harmful_comes_out_of_any_html(
            pieces in proptest::collection::vec(
                proptest::sample::select(vec![
                    "<", ">", "</", "/>", "\"", "'", "=", " ", "\n", "<!--", "-->", "<![CDATA[", "]]>", "<svg>", "</svg>", "<math>",
                    "<mtext>", "<style>", "</style>", "<script>", "</script", "<p", "<b ", "onerror=x", "href=javascript:x", "style=x",
                    "<img src=x ", "<a ", "<table>", "<td>", "<template>", "<noscript>", "<textarea>", "字", "&lt;", "&#60;script>", "\0",
                ]),
                0..24,
            )
        ) {
            let html = pieces.concat();
            let (once, _) = block(&html, "../", "");
            for tag in tags(&once) {
                prop_assert!(INLINE.contains(&tag.name.as_str()) || BLOCK.contains(&tag.name.as_str()), "{}: {}", html, once);
                for (name, value) in tag.attributes() {
                    let known = attributes(&tag.name).contains(&name) || EVERYWHERE.contains(&name) || name == "rel";
                    prop_assert!(known && !value.starts_with("javascript"), "{}: {}", html, once);
                }
            }
            // Parsed again it stays what it is: no mutation brings anything back.
            prop_assert_eq!(&block(&once, "", "").0.replace(" rel=\"noopener\"", ""), &once.replace(" rel=\"noopener\"", ""));
        }
    }
}
