//! Where the links of prose lead to, for readers of the printed page: a number behind each link, and the addresses below.

use std::fmt::Write as _;

/// What begins a link in the HTML that prose is turned into.
const LINK: &str = "<a href=\"";
const END: &str = "</a>";

/// Prose with the addresses of its links, which style sheets show on paper alone; each stands there once. `page` is the full
/// address of the page, against which addresses within the site are told; without it they are left out.
#[must_use]
pub fn printed(html: &str, page: Option<&str>) -> String {
    let mut addresses: Vec<String> = Vec::new();
    let mut out = String::with_capacity(html.len() + 256);
    let mut rest = html;
    while let Some((before, link)) = rest.split_once(LINK) {
        let (href, _) = link.split_once('"').unwrap_or((link, ""));
        let Some((inside, after)) = link.split_once(END) else { break };
        for part in [before, LINK, inside, END] {
            out.push_str(part);
        }
        rest = after;
        // Numbers lead to their parts; their addresses would outweigh them.
        let words = inside.split_once('>').is_some_and(|(_, words)| words.chars().any(char::is_alphabetic));
        let Some(address) = full(href, page).filter(|_| words) else { continue };
        let number = addresses.iter().position(|other| *other == address).unwrap_or(addresses.len());
        if number == addresses.len() {
            addresses.push(address);
        }
        // Writing into a string cannot fail.
        let _ = write!(out, "<sup class=\"printed\" aria-hidden=\"true\">[{}]</sup>", number + 1);
    }
    out.push_str(rest);
    if !addresses.is_empty() {
        out.push_str("<ol class=\"printed\" aria-hidden=\"true\">");
        for address in addresses {
            let _ = write!(out, "<li>{address}</li>");
        }
        out.push_str("</ol>");
    }
    out
}

/// A full address; `None` for what needs none on paper, such as a place on the same page or a telephone number.
fn full(href: &str, page: Option<&str>) -> Option<String> {
    if href.starts_with("http://") || href.starts_with("https://") {
        return Some(href.to_owned());
    }
    let scheme = href.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if scheme || href.starts_with('#') {
        return None;
    }
    let (mut folder, mut href) = (page?.rsplit_once('/')?.0, href);
    while let Some(rest) = href.strip_prefix("../") {
        (folder, href) = (folder.rsplit_once('/')?.0, rest);
    }
    Some(format!("{folder}/{href}"))
}

#[cfg(test)]
mod tests {
    use super::printed;

    #[test]
    fn every_address_stands_once_below() {
        let page = Some("https://a.example/notices/x.html");
        let html = "<p><a href=\"../projects/p.html\">P</a>, <a href=\"https://b.example/?a=1&amp;b=2\">B</a>, \
                    <a href=\"../projects/p.html\">P</a>, <a href=\"#s\">S</a>, <a href=\"tel:110\">110</a>, <a href=\"x.html\">8</a></p>";
        let told = printed(html, page);
        assert_eq!(told.matches("[1]").count(), 2);
        assert_eq!(told.matches("<sup").count(), 3);
        assert!(
            told.ends_with("<li>https://a.example/projects/p.html</li><li>https://b.example/?a=1&amp;b=2</li></ol>")
        );
        assert!(!printed(html, None).contains("a.example"));
        assert_eq!(printed("<p>x</p>", page), "<p>x</p>");
    }
}
