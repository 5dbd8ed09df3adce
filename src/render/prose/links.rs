//! Addresses, ids and escaping in prose.

use std::collections::BTreeSet;
use std::path::Path;

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// Within the site, or to the reader's telephone or mail program.
    Inside(String),
    /// To another site.
    Outside(String),
    /// Nowhere we send readers.
    Refused,
}

/// Judges the address of a link; an address from the root of the site is rewritten to one from the page. Pages exist in every
/// language and everything else once, `up` from the root of the language: authors write the same link in both.
pub fn target(address: &str, root: &str, up: &str) -> Target {
    // Browsers pass over control characters in addresses, so `java\tscript:` must not look like a relative one.
    let address: String = address.chars().filter(|c| !c.is_control()).collect();
    let address = address.trim();
    if let Some(rest) = address.strip_prefix('/') {
        return match rest {
            // `//host` and, to browsers, `/\host` lead to another site by the scheme of the page, which may be a file.
            _ if rest.starts_with(['/', '\\']) => Target::Refused,
            _ if rest.is_empty() || rest.ends_with('/') => Target::Inside(format!("{root}{rest}index.html")),
            _ => Target::Inside(format!("{root}{}{rest}", once(rest, up))),
        };
    }
    if address.starts_with('\\') {
        return Target::Refused;
    }
    let scheme = address.split(['/', '?', '#']).next().and_then(|first| first.split_once(':'));
    match scheme.map(|(scheme, _)| scheme.to_ascii_lowercase()).as_deref() {
        None => Target::Inside(format!("{}{address}", once(address, up))),
        Some("mailto" | "tel") => Target::Inside(address.to_owned()),
        Some("http" | "https") => Target::Outside(address.to_owned()),
        Some(_) => Target::Refused,
    }
}

/// The way further up to a file that is no page.
fn once<'a>(address: &str, up: &'a str) -> &'a str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let is_page = Path::new(path).extension().is_some_and(|ending| ending == "html");
    if path.is_empty() || path.ends_with('/') || is_page { "" } else { up }
}

/// An id from the words of a heading, unlike those already `taken`. Chinese stays as it is.
pub fn unique_id(words: &str, taken: &mut BTreeSet<String>) -> String {
    let spaced: String = words.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let joined = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let base = if joined.is_empty() { "section".to_owned() } else { joined };
    let mut id = base.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}

/// Raw HTML without its comments; one that is not closed runs to the end.
pub fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_judged() {
        for inside in ["a.html", "../b.html#c", "#办结", "?q=a:b", "mailto:a@b.cn", "tel:12345", "TEL:1"] {
            assert_eq!(target(inside, "../", ""), Target::Inside(inside.into()));
        }
        for outside in ["https://a.cn", "http://a.cn", "HTTPS://a.cn"] {
            assert_eq!(target(outside, "../", ""), Target::Outside(outside.into()));
        }
        for refused in [
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            " \u{1}javascript:1",
            "data:text/html,x",
            "//evil.cn",
            "/\\evil.cn",
            "\\\\server\\share",
            "C:\\a.html",
            "file:///etc",
            "vbscript:x",
        ] {
            assert_eq!(target(refused, "../", ""), Target::Refused, "{refused}");
        }
    }

    #[test]
    fn the_root_is_seen_from_the_page() {
        assert_eq!(target("/methods.html#a", "../", ""), Target::Inside("../methods.html#a".into()));
        assert_eq!(target("/", "../../", ""), Target::Inside("../../index.html".into()));
        assert_eq!(target("/teams/", "", ""), Target::Inside("teams/index.html".into()));
    }

    #[test]
    fn files_stand_once_and_pages_in_every_language() {
        for (written, read) in [
            ("/data/issues.csv", "../../data/issues.csv"),
            ("/methods.html#a", "../methods.html#a"),
            ("../data/issues.csv", "../../data/issues.csv"),
            ("../teams/a.html", "../teams/a.html"),
            ("#a", "#a"),
        ] {
            assert_eq!(target(written, "../", "../"), Target::Inside(read.into()));
        }
    }

    #[test]
    fn ids_are_unique() {
        let mut taken = BTreeSet::new();
        let ids: Vec<_> =
            ["办结 情况", "办结（情况）", "《》", "A B"].iter().map(|words| unique_id(words, &mut taken)).collect();
        assert_eq!(ids, ["办结-情况", "办结-情况-2", "section", "a-b"]);
    }

    #[test]
    fn comments_are_not_published() {
        assert_eq!(without_comments("a<!-- b -->c<!-- d"), "ac");
    }
}
