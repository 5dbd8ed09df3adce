//! The Content-Security-Policy of a page: whether it is there, early enough, and strict.
//!
//! `file:` is allowed beside `'self'`, because a page that is opened by double-click has no origin of its own, and whether the files
//! beside it are `'self'` is left to the browser: Chromium says yes, others need not. A page from a server can load nothing by
//! `file:`, so this gives nothing away there.

use super::markup::{Piece, Tag, pieces};
use crate::diag::Problem;
use crate::diag::rules::publish::POLICY_MISSING;

/// Directives for what runs or decides how the page looks: their sources may be these only.
const CODE: [&str; 4] = ["script-src", "script-src-elem", "style-src", "style-src-elem"];
/// Directives that do not fall back to `default-src`, and so must be written.
const WRITTEN: [&str; 2] = ["base-uri", "form-action"];
/// Tags that may stand before the policy: nothing is loaded or run by them.
const BEFORE: [&str; 4] = ["html", "head", "meta", "title"];

/// What is wrong with the policy of a page; nothing for files that are no page.
#[must_use]
pub fn without_policy(address: &str, bytes: &[u8]) -> Option<Problem> {
    let page = is_page(address).then(|| std::str::from_utf8(bytes).ok())??;
    let (zh, en) = fault(page)?;
    Some(Problem::new(&POLICY_MISSING).with("page", address).with("what_zh", zh).with("what_en", en))
}

/// Whether browsers take a file for a page.
pub(super) fn is_page(address: &str) -> bool {
    let kind = address.rsplit_once('.').map_or("", |(_, kind)| kind);
    ["html", "htm", "xhtml"].iter().any(|known| kind.eq_ignore_ascii_case(known))
}

fn fault(page: &str) -> Option<(String, String)> {
    let tags = pieces(page).filter_map(|piece| match piece {
        Piece::Tag(tag) => Some(tag),
        _ => None,
    });
    for tag in tags {
        if let Some(policy) = policy(tag) {
            return weakness(&policy).map(|part| (format!("“{part}”太松"), format!("`{part}` is too weak")));
        }
        if !BEFORE.iter().any(|name| tag.is(name)) {
            let before = tag.name;
            return Some((format!("在 <{before}> 之前没有"), format!("there is none before <{before}>")));
        }
    }
    Some(("没有".to_owned(), "there is none".to_owned()))
}

fn policy(tag: Tag<'_>) -> Option<String> {
    let is_policy = |name: &str| name.eq_ignore_ascii_case("content-security-policy");
    if !tag.is("meta") || !tag.attribute("http-equiv").is_some_and(|name| is_policy(&name)) {
        return None;
    }
    Some(tag.attribute("content").unwrap_or_default().into_owned())
}

/// The part of a policy that allows too much, or that is missing.
fn weakness(policy: &str) -> Option<String> {
    let directives: Vec<(String, Vec<&str>)> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_whitespace();
            Some((words.next()?.to_ascii_lowercase(), words.collect()))
        })
        .collect();
    let of = |name: &str| directives.iter().find(|(known, _)| known == name).map(|(_, sources)| sources.as_slice());
    if of("default-src") != Some(&["'none'"]) {
        return Some("default-src".to_owned());
    }
    if let Some(missing) = WRITTEN.into_iter().find(|name| of(name).is_none()) {
        return Some(missing.to_owned());
    }
    directives.iter().find_map(|(name, sources)| {
        let allowed = |source: &&&str| match **source {
            "'self'" | "'none'" | "file:" => true,
            "data:" => !CODE.contains(&name.as_str()),
            _ => false,
        };
        sources.iter().find(|source| !allowed(source)).map(|source| format!("{name} {source}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: &str = "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'";

    fn page(policy: &str) -> String {
        format!(
            "<!doctype html><html><head><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
        )
    }

    fn told(page: &str) -> Option<String> {
        fault(page).map(|(_, en)| en)
    }

    #[test]
    fn a_strict_policy_passes() {
        assert_eq!(told(&page(STRICT)), None);
        assert_eq!(told(&page(&format!("{STRICT}; script-src 'self'; img-src 'self' data: file:"))), None);
        assert!(without_policy("a.svg", b"<svg/>").is_none());
    }

    #[test]
    fn a_weak_or_late_policy_is_told() {
        for (policy, weak) in [
            ("default-src 'self'; base-uri 'none'; form-action 'none'", "default-src"),
            ("default-src 'none'; base-uri 'none'", "form-action"),
            ("default-src 'none'; form-action 'none'", "base-uri"),
            (&format!("{STRICT}; script-src 'self' 'unsafe-inline'"), "script-src 'unsafe-inline'"),
            (&format!("{STRICT}; SCRIPT-SRC 'unsafe-eval'"), "script-src 'unsafe-eval'"),
            (&format!("{STRICT}; img-src *"), "img-src *"),
            (&format!("{STRICT}; script-src data:"), "script-src data:"),
            (&format!("{STRICT}; frame-src https:"), "frame-src https:"),
            (&format!("{STRICT}; font-src https://cdn.cn"), "font-src https://cdn.cn"),
            ("", "default-src"),
        ] {
            assert_eq!(told(&page(policy)), Some(format!("`{weak}` is too weak")), "{policy}");
        }
        let late = page(STRICT).replace("<meta http", "<link rel=stylesheet href=a.css><meta http");
        assert_eq!(told(&late).as_deref(), Some("there is none before <link>"));
        assert_eq!(told("<p>1</p>").as_deref(), Some("there is none before <p>"));
        assert_eq!(told("").as_deref(), Some("there is none"));
    }
}
