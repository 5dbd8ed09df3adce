//! Addresses of files in the published folder, and what a link on a page leads to.

use std::borrow::Cow;

/// Names that Windows keeps for devices, whatever the extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether a file can have this address everywhere: on a server, on Windows, on a USB stick.
pub fn is_fit(address: &str) -> bool {
    !address.is_empty() && address.split('/').all(is_fit_segment)
}

fn is_fit_segment(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default();
    !segment.is_empty()
        && !segment.ends_with(['.', ' '])
        && !segment.contains(|c: char| c.is_control() || r#"\:*?"<>|#%"#.contains(c))
        && !DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device))
}

/// The folders above an address, innermost first.
pub fn folders(address: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(address.rsplit_once('/').map(|(folder, _)| folder), |folder| {
        folder.rsplit_once('/').map(|(above, _)| above)
    })
}

/// What a link leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// The page itself; the fragment may be empty.
    Here(String),
    /// Another file of the site.
    File {
        /// Its address, though there may be no such file.
        path: String,
        /// The id on it, or nothing.
        fragment: String,
    },
    /// A path above the site's folder.
    Above,
    /// A path from the root of the server.
    Rooted,
    /// Another host, without saying how (`//host/...`).
    Host,
    /// A full address; the scheme in lower case.
    Scheme(String),
}

/// Resolves a link (entities already decoded) on the page of an address.
pub fn resolve(page: &str, link: &str) -> Target {
    let link = link.trim_matches(|c: char| c.is_ascii_whitespace());
    if link.starts_with("//") {
        return Target::Host;
    }
    if link.starts_with(['/', '\\']) {
        return Target::Rooted;
    }
    if let Some(scheme) = scheme(link) {
        return Target::Scheme(scheme.to_ascii_lowercase());
    }
    let (place, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = place.split('?').next().unwrap_or_default();
    let fragment = percent_decoded(fragment).into_owned();
    if path.is_empty() {
        return Target::Here(fragment);
    }
    let mut segments: Vec<Cow<'_, str>> = Vec::new();
    if let Some((folder, _)) = page.rsplit_once('/') {
        segments.extend(folder.split('/').map(Cow::Borrowed));
    }
    for segment in path.split('/').map(percent_decoded) {
        match segment.as_ref() {
            "." => {}
            ".." => {
                if segments.pop().is_none() {
                    return Target::Above;
                }
            }
            // An empty name keeps its slash, and so matches no file.
            _ => segments.push(segment),
        }
    }
    let resolved = segments.join("/");
    if resolved == page { Target::Here(fragment) } else { Target::File { path: resolved, fragment } }
}

fn scheme(link: &str) -> Option<&str> {
    let (scheme, _) = link.split_once(':')?;
    let letters = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    (letters && scheme.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(scheme)
}

/// Undoes `%E7%A4%BE`; what is no proper escape stays as it is.
pub fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let escape = (first == b'%').then(|| tail.split_at_checked(2)).flatten();
        let value = escape.and_then(|(digits, _)| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(value.unwrap_or(first));
        rest = match (escape, value) {
            (Some((_, after)), Some(_)) => after,
            _ => tail,
        };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, fragment: &str) -> Target {
        Target::File { path: path.into(), fragment: fragment.into() }
    }

    #[test]
    fn links_are_resolved_as_a_browser_does() {
        assert_eq!(resolve("a/b.html", "c.html"), file("a/c.html", ""));
        assert_eq!(resolve("a/b.html", "../index.html?q=1#top"), file("index.html", "top"));
        assert_eq!(resolve("a/b/c.html", "../../x/y.html"), file("x/y.html", ""));
        assert_eq!(resolve("index.html", "./a/../b.html"), file("b.html", ""));
        assert_eq!(resolve("index.html", "%E7%A4%BE.html#%E5%8C%BA"), file("社.html", "区"));
        assert_eq!(resolve("index.html", "a/"), file("a/", ""));
        assert_eq!(resolve("a/b.html", "b.html#x"), Target::Here("x".into()));
        assert_eq!(resolve("a/b.html", "#x"), Target::Here("x".into()));
        assert_eq!(resolve("a/b.html", "../../x"), Target::Above);
        assert_eq!(resolve("index.html", "../x"), Target::Above);
        assert_eq!(resolve("index.html", "/x"), Target::Rooted);
        assert_eq!(resolve("index.html", "//host/x"), Target::Host);
        assert_eq!(resolve("index.html", "HTTPS://host/x"), Target::Scheme("https".into()));
        assert_eq!(resolve("index.html", "a/b:c"), file("a/b:c", ""));
        assert_eq!(resolve("index.html", "100%"), file("100%", ""));
    }

    #[test]
    fn addresses_fit_every_system_or_are_refused() {
        for good in ["index.html", "communities/xin-hua.html", "社区/一.html", "data/figures.csv"] {
            assert!(is_fit(good), "{good}");
        }
        for bad in ["", "/a", "a//b", "a/", "../a", "a/./b", "a\\b", "a\nb", "c:/a", "a?b", "a#b", "a%20b", "con.html"]
        {
            assert!(!is_fit(bad), "{bad}");
        }
    }
}
