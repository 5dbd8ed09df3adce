//! What one finished file says about itself: its ids, its links, and what is wrong with it alone.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::address::{Target, resolve};
use super::css;
use super::markup::{Piece, Tag, pieces};
use super::policy::is_page;
use crate::diag::rules::publish::{
    FRAGMENT_MISSING, ID_TWICE, INLINE_CODE, LINK_BROKEN, LINK_EXTERNAL, LINK_ROOTED, NOT_UTF8, NUMBER_LEFT,
};
use crate::diag::{Problem, Rule};

/// What was found in one file.
#[derive(Default)]
pub struct Findings {
    /// Faults of this file, in the order of the file.
    pub faults: Vec<Problem>,
    /// Links to other files, as address and id (or nothing).
    pub links: BTreeSet<(String, String)>,
    /// Hashes of the ids, sorted: whoever links here asks for one of them.
    pub ids: Box<[u64]>,
}

/// The hash under which an id is kept.
pub fn id_hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

/// Reads a finished file. Files that are neither markup, style nor table hold no links.
pub fn read(address: &str, bytes: &[u8]) -> Findings {
    let kind = address.rsplit_once('.').map_or("", |(_, extension)| extension);
    if !is_page(address) && !matches!(kind, "svg" | "css" | "csv") {
        return Findings::default();
    }
    let mut page = Page {
        address,
        ids: Vec::new(),
        fragments: BTreeSet::new(),
        nan: false,
        inline: BTreeSet::new(),
        found: Findings::default(),
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        page.fault(&NOT_UTF8, &[]);
        return page.found;
    };
    match kind {
        "css" => css::addresses(text, |link| page.link(link, Use::Load)),
        "csv" => page.table(text),
        _ => page.markup(text),
    }
    page.finish()
}

/// How a link is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// A reader may follow it.
    Follow,
    /// It names something and loads nothing.
    Name,
    /// The browser loads it, or sends to it.
    Load,
}

struct Page<'a> {
    address: &'a str,
    ids: Vec<Cow<'a, str>>,
    /// Ids that the page itself links to.
    fragments: BTreeSet<String>,
    /// Whether `NaN` occurs anywhere in the file: asked once, as the answer is nearly always no.
    nan: bool,
    /// Script and style that stand in the page itself.
    inline: BTreeSet<String>,
    found: Findings,
}

impl<'a> Page<'a> {
    fn fault(&mut self, rule: &'static Rule, values: &[(&'static str, &str)]) {
        let problem = Problem::new(rule).with("page", self.address);
        self.found.faults.push(values.iter().fold(problem, |problem, (name, value)| problem.with(name, value)));
    }

    fn markup(&mut self, text: &'a str) {
        self.nan = text.contains("NaN");
        for piece in pieces(text) {
            match piece {
                Piece::Tag(tag) => self.tag(tag),
                Piece::Text(text) => {
                    if let Some(word) = leftover_in_text(text, self.nan) {
                        self.fault(&NUMBER_LEFT, &[("word", word)]);
                    }
                }
                Piece::Style(style) => {
                    self.style("<style>");
                    css::addresses(style, |link| self.link(link, Use::Load));
                }
                Piece::End(_) | Piece::Hidden(_) => {}
            }
        }
    }

    /// A style in a page. In a drawing of its own it is the drawing's affair: no policy of a page reaches it.
    fn style(&mut self, what: &str) {
        if is_page(self.address) {
            self.inline.insert(what.to_owned());
        }
    }

    fn tag(&mut self, tag: Tag<'a>) {
        if tag.is("script") && tag.attribute("src").is_none() {
            self.inline.insert("<script>".to_owned());
        }
        for (name, value) in tag.attributes() {
            // Our templates write names in lower case; others are compared so as well.
            match lower_case(name).as_ref() {
                "id" => self.ids.push(value),
                "href" | "xlink:href" => self.link(&value, use_of(tag)),
                "src" | "action" | "formaction" | "poster" => self.link(&value, Use::Load),
                "data" if tag.is("object") => self.link(&value, Use::Load),
                "srcset" => {
                    for link in value.split(',').filter_map(|choice| choice.split_whitespace().next()) {
                        self.link(link, Use::Load);
                    }
                }
                "style" => {
                    self.style("style=");
                    css::addresses(&value, |link| self.link(link, Use::Load));
                }
                "srcdoc" => drop(self.inline.insert("srcdoc=".to_owned())),
                handler if handler.starts_with("on") => drop(self.inline.insert(format!("{handler}="))),
                "content" if tag.is("meta") => self.refresh(tag, &value),
                "value" if !(tag.is("meter") || tag.is("progress") || tag.is("data")) => {}
                "d" | "points" | "transform" | "viewbox" | "x" | "y" | "x1" | "y1" | "x2" | "y2" | "cx" | "cy"
                | "r" | "rx" | "ry" | "width" | "height" | "value" => self.number(&value),
                _ if value.starts_with("url(") => css::addresses(&value, |link| self.link(link, Use::Load)),
                _ => {}
            }
        }
    }

    /// `<meta http-equiv="refresh" content="0; url=there.html">` is a link, too.
    fn refresh(&mut self, tag: Tag<'a>, content: &str) {
        if tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("refresh"))
            && let Some((_, link)) = content.split_once("url=")
        {
            self.link(link, Use::Follow);
        }
    }

    /// An attribute that holds nothing but numbers and commands.
    fn number(&mut self, value: &str) {
        if !value.bytes().any(|b| matches!(b, b'N' | b'n')) {
            return;
        }
        for word in ["NaN", "inf"] {
            if value.contains(word) {
                self.fault(&NUMBER_LEFT, &[("word", word)]);
            }
        }
    }

    /// A cell that is nothing but the word stands where a number belongs.
    fn table(&mut self, text: &str) {
        if !["NaN", "inf", "Infinity"].iter().any(|word| text.contains(word)) {
            return;
        }
        let words: BTreeSet<&str> = text.split([',', '\n', '\r']).filter_map(not_a_number).collect();
        for word in words {
            self.fault(&NUMBER_LEFT, &[("word", word)]);
        }
    }

    fn link(&mut self, link: &str, used: Use) {
        match resolve(self.address, link) {
            Target::Here(fragment) => {
                // Browsers take both to mean the top of the page.
                if !matches!(fragment.as_str(), "" | "top") {
                    self.fragments.insert(fragment);
                }
            }
            Target::File { path, fragment } => {
                self.found.links.insert((path, fragment));
            }
            Target::Above => self.fault(&LINK_BROKEN, &[("target", link)]),
            Target::Rooted => self.fault(&LINK_ROOTED, &[("target", link)]),
            Target::Host => self.fault(&LINK_EXTERNAL, &[("target", link)]),
            Target::Scheme(scheme) => {
                let allowed = match used {
                    Use::Follow => matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel"),
                    Use::Name => matches!(scheme.as_str(), "http" | "https"),
                    Use::Load => scheme == "data",
                };
                if !allowed {
                    self.fault(&LINK_EXTERNAL, &[("target", link)]);
                }
            }
        }
    }

    fn finish(mut self) -> Findings {
        self.ids.sort_unstable();
        let ids = std::mem::take(&mut self.ids);
        let twice: BTreeSet<&str> =
            ids.iter().zip(ids.iter().skip(1)).filter(|(one, next)| one == next).map(|(id, _)| id.as_ref()).collect();
        for id in twice {
            self.fault(&ID_TWICE, &[("id", id)]);
        }
        for what in std::mem::take(&mut self.inline) {
            self.fault(&INLINE_CODE, &[("what", &what)]);
        }
        let missing = std::mem::take(&mut self.fragments);
        for fragment in missing.iter().filter(|fragment| ids.binary_search_by(|id| id.as_ref().cmp(fragment)).is_err())
        {
            self.fault(&FRAGMENT_MISSING, &[("target", &format!("#{fragment}"))]);
        }
        let mut hashes: Vec<u64> = ids.iter().map(|id| id_hash(id)).collect();
        hashes.sort_unstable();
        hashes.dedup();
        self.found.ids = hashes.into_boxed_slice();
        self.found
    }
}

/// What an `href` of an element is for.
fn use_of(tag: Tag<'_>) -> Use {
    if tag.is("a") || tag.is("area") {
        return Use::Follow;
    }
    let harmless = ["canonical", "license", "alternate", "author", "help", "next", "prev"];
    let named = |rel: Cow<'_, str>| rel.split_whitespace().all(|word| harmless.contains(&word));
    if tag.is("link") && tag.attribute("rel").is_some_and(named) { Use::Name } else { Use::Load }
}

/// What a program prints for a number that is none, found in running text.
///
/// Residents and clerks write the text, so the rule is narrow: `NaN` as a word of its own, which no language has, and
/// `Infinity` or `inf` only when it is all that an element says, as in a cell or a label. `{{` and the like are not
/// looked for: a text may speak of them.
fn leftover_in_text(text: &str, nan: bool) -> Option<&'static str> {
    not_a_number(text).or_else(|| {
        if !nan {
            return None;
        }
        let joins = |c: char| c.is_ascii_alphanumeric() || c == '_';
        text.match_indices("NaN").find_map(|(at, word)| {
            let (before, rest) = text.split_at_checked(at)?;
            let after = rest.strip_prefix(word)?;
            (!before.ends_with(joins) && !after.starts_with(joins)).then_some("NaN")
        })
    })
}

/// Whether a cell or label is nothing but such a word, perhaps with quotes, a sign or a per cent sign.
fn not_a_number(cell: &str) -> Option<&'static str> {
    let word = cell.trim().trim_matches('"').trim_start_matches(['-', '+']).trim_end_matches('%');
    ["NaN", "Infinity", "inf"].into_iter().find(|known| *known == word)
}

/// A name in lower case; made anew only where it must be.
fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn codes(address: &str, text: &str) -> Vec<String> {
        let says = |problem: &Problem| format!("{} {}", problem.rule.code, problem.says(Lang::En));
        read(address, text.as_bytes()).faults.iter().map(says).collect()
    }

    #[test]
    fn allowed_links_pass() {
        let text = "<link rel='canonical' href='https://x.cn/'><link rel=icon href='data:image/png;base64,AA'>\
            <a href='https://x.cn'>x</a><a href='mailto:a@b.cn'>m</a><a href='tel:12345'>t</a><a href='#top'>^</a>\
            <a href='#社'>1</a><a href='#%E7%A4%BE'>2</a><b id='社'></b><svg><rect fill='url(#g)'/><g id=g></g></svg>\
            <a href='other.html?x#y'>o</a>";
        assert_eq!(codes("index.html", text), Vec::<String>::new());
        let links: Vec<_> = read("a/b.html", b"<a href='../c.html#y'>1</a><img src=d.png>").links.into_iter().collect();
        assert_eq!(links, [("a/d.png".to_owned(), String::new()), ("c.html".to_owned(), "y".to_owned())]);
    }

    #[test]
    fn forbidden_links_are_told_exactly() {
        let text = "<a href='/x'>1</a><script src='https://cdn.cn/a.js'></script><link rel=stylesheet href=//cdn.cn/a.css>\
            <a href='javascript:alert(1)'>2</a><p style='background:url(http://t.cn/p.gif)'>3</p>\
            <style>@import 'https://f.cn/f.css';</style><a href='../up.html'>4</a><a href='#no'>5</a>\
            <img srcset='a.png 1x, https://x.cn/b.png 2x'><form action='https://x.cn/'>";
        assert_eq!(
            codes("p.html", text),
            [
                "P013 the link `/x` on `p.html` starts at the root of a server",
                "P014 the page `p.html` loads `https://cdn.cn/a.js` from elsewhere, or links in a way that is not allowed",
                "P014 the page `p.html` loads `//cdn.cn/a.css` from elsewhere, or links in a way that is not allowed",
                "P014 the page `p.html` loads `javascript:alert(1)` from elsewhere, or links in a way that is not allowed",
                "P014 the page `p.html` loads `http://t.cn/p.gif` from elsewhere, or links in a way that is not allowed",
                "P014 the page `p.html` loads `https://f.cn/f.css` from elsewhere, or links in a way that is not allowed",
                "P011 the page `p.html` links to `../up.html`, which does not exist",
                "P014 the page `p.html` loads `https://x.cn/b.png` from elsewhere, or links in a way that is not allowed",
                "P014 the page `p.html` loads `https://x.cn/` from elsewhere, or links in a way that is not allowed",
                "P031 script or style stands in the page `p.html` itself: <style>",
                "P031 script or style stands in the page `p.html` itself: style=",
                "P012 the page `p.html` links to `#no`, but that page has no such id",
            ]
        );
        assert_eq!(codes("a.css", "a{src:url(https://x.cn/f.woff2)}").len(), 1);
        assert_eq!(codes("a.svg", "<svg><image href='https://x.cn/i.png'/></svg>").len(), 1);
    }

    #[test]
    fn script_and_style_within_a_page_are_told_once_each() {
        let text = "<style>a{}</style><p style='color:red' onclick=x>1</p><p STYLE=x>2</p><svg onload=x><script>1</script></svg>\
            <script src=a.js></script><iframe srcdoc='<b>'></iframe>";
        let told = |address| -> Vec<String> {
            let faults = read(address, text.as_bytes()).faults.into_iter();
            let own = faults.filter(|problem| problem.rule.code == "P031");
            own.map(|problem| problem.says(Lang::En).rsplit(' ').next().unwrap().to_owned()).collect()
        };
        assert_eq!(told("p.html"), ["<script>", "<style>", "onclick=", "onload=", "srcdoc=", "style="]);
        assert_eq!(told("p.svg"), ["<script>", "onclick=", "onload=", "srcdoc="]);
        assert_eq!(codes("p.html", "<p data-on=x>one=two</p><script src=a.js></script>"), Vec::<String>::new());
    }

    #[test]
    fn an_id_stands_once() {
        assert_eq!(
            codes("p.html", "<b id=a></b><b id=a></b><b id=a></b><b id=b></b>"),
            ["P015 the id `a` occurs more than once on `p.html`"]
        );
    }

    #[test]
    fn numbers_that_are_none_are_found_and_words_are_left_alone() {
        for bad in
            ["<td>NaN</td>", "<td>-inf%</td>", "<p>共 NaN 件</p>", "<path d='M0 0LNaN 3'/>", "<td> Infinity </td>"]
        {
            assert_eq!(codes("p.html", bad).len(), 1, "{bad}");
        }
        for good in
            ["<p>Infinity Garden</p>", "<p>NaNjing {{ x }}</p>", "<script src=a.js>NaN</script>", "<input value=inf>"]
        {
            assert_eq!(codes("p.html", good).len(), 0, "{good}");
        }
        assert_eq!(codes("a.csv", "a,b\n1,NaN\n2,\"NaN\"\n").len(), 1);
        assert_eq!(codes("a.csv", "a,b\n1,info NaN here\n").len(), 0);
    }

    #[test]
    fn text_must_be_utf8() {
        assert_eq!(read("p.html", b"\xd6\xd0").faults[0].rule.code, "P017");
    }
}
