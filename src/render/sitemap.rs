//! What search engines look for.

use super::File;
use super::escape::escape;
use crate::view::{Key, View, routes};

/// `sitemap.xml`, when the site's address is known.
#[must_use]
pub fn sitemap(view: &View<'_>) -> Option<File> {
    let base = view.config.site.base_url.as_deref()?;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let keys = view.pages().into_iter();
    let keys = keys.filter(|key| !matches!(key, Key::NotFound | Key::Search | Key::Sorted(..) | Key::Sheet(_)));
    let pages: Vec<_> = keys.filter_map(|key| Some((view.address(key)?, view.changed_on(key)))).collect();
    let folders = view.folders();
    let in_each = |(page, changed): &(String, _)| {
        folders.iter().map(|folder| (format!("{folder}{page}"), *changed)).collect::<Vec<_>>()
    };
    let mut pages: Vec<_> = pages.iter().flat_map(in_each).collect();
    pages.sort_unstable();
    for (address, changed) in pages {
        xml.push_str("<url><loc>");
        xml.push_str(&escape(&format!("{base}{address}")));
        xml.push_str("</loc>");
        if let Some(day) = changed {
            xml.push_str("<lastmod>");
            xml.push_str(&day.to_string());
            xml.push_str("</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    Some(File { address: routes::SITEMAP.to_owned(), bytes: xml.into_bytes() })
}

/// `robots.txt`: everything may be read.
#[must_use]
pub fn robots(view: &View<'_>) -> File {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &view.config.site.base_url {
        text.push_str("Sitemap: ");
        text.push_str(base);
        text.push_str(routes::SITEMAP);
        text.push('\n');
    }
    File { address: routes::ROBOTS.to_owned(), bytes: text.into_bytes() }
}
