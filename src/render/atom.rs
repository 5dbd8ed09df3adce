//! Feeds (RFC 4287).

use super::File;
use super::escape::escape;
use crate::text::date::Moment;
use crate::view::feeds::{Entry, Feed};

/// The file of a feed.
#[must_use]
pub fn feed(feed: &Feed) -> File {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    line(&mut xml, format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", escape(feed.lang)));
    element(&mut xml, "id", &feed.id);
    element(&mut xml, "title", &feed.title);
    if !feed.subtitle.is_empty() {
        element(&mut xml, "subtitle", &feed.subtitle);
    }
    element(&mut xml, "updated", &instant(feed.updated, feed.utc_offset));
    line(&mut xml, format_args!("<author><name>{}</name></author>", escape(&feed.author)));
    if !feed.rights.is_empty() {
        element(&mut xml, "rights", &feed.rights);
    }
    let own = feed.base_url.as_ref().map_or_else(
        || feed.address.rsplit('/').next().unwrap_or_default().to_owned(),
        |base| format!("{base}{}", feed.address),
    );
    line(&mut xml, format_args!("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>", escape(&own)));
    line(
        &mut xml,
        format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&link(feed, &feed.page))),
    );
    for entry in &feed.entries {
        self::entry(&mut xml, feed, entry);
    }
    xml.push_str("</feed>\n");
    File { address: feed.address.clone(), bytes: xml.into_bytes() }
}

fn entry(xml: &mut String, feed: &Feed, entry: &Entry) {
    xml.push_str("<entry>\n");
    element(xml, "id", &entry.id);
    element(xml, "title", &entry.title);
    element(xml, "updated", &instant(entry.updated, feed.utc_offset));
    line(xml, format_args!("<category term=\"{}\"/>", escape(entry.category)));
    line(
        xml,
        format_args!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(&link(feed, &entry.page))),
    );
    if !entry.summary.is_empty() {
        element(xml, "summary", &entry.summary);
    }
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, content: &str) {
    line(xml, format_args!("<{name}>{}</{name}>", escape(content)));
}

fn line(xml: &mut String, content: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = std::fmt::Write::write_fmt(xml, content);
    xml.push('\n');
}

/// A link to a page: full where the site's address is known, else from the folder of the feed.
fn link(feed: &Feed, page: &str) -> String {
    format!("{}{page}", feed.base_url.as_deref().unwrap_or(&feed.root))
}

/// `2026-10-31T23:59:59+08:00`
fn instant(at: Moment, utc_offset: i32) -> String {
    let second = at.second().unwrap_or(0);
    let (sign, minutes) = (if utc_offset < 0 { '-' } else { '+' }, utc_offset.unsigned_abs());
    format!(
        "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        at.day(),
        second / 3600,
        second / 60 % 60,
        second % 60,
        minutes / 60,
        minutes % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::Day;

    #[test]
    fn instants_say_their_distance_from_utc() {
        let at = Moment::at_second(Day::new(2026, 10, 31).unwrap(), 86_399);
        assert_eq!(instant(at, 480), "2026-10-31T23:59:59+08:00");
        assert_eq!(instant(at, -330), "2026-10-31T23:59:59-05:30");
        assert_eq!(instant(at, 0), "2026-10-31T23:59:59+00:00");
    }
}
