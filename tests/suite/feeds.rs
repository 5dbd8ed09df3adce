//! Every feed and calendar of the sample is what its format asks for.

use std::collections::BTreeSet;
use std::path::Path;

use quick_xml::events::Event;

use crate::publishing::sample_tree;
use crate::site::{Site, tree};

/// A document as far as these tests look at it.
#[derive(Default)]
struct Document {
    /// Elements as paths with their text, in order.
    elements: Vec<(String, String)>,
    /// Where a link stands, its `rel` and its `href`.
    links: Vec<[String; 3]>,
}

fn read(xml: &str) -> Document {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut path: Vec<String> = Vec::new();
    let Document { mut elements, mut links } = Document::default();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                path.push(tag.name().as_ref().to_owned());
                elements.push((path.join("/"), String::new()));
            }
            Event::Empty(tag) if tag.name().as_ref() == "link" => {
                let text = |name: &str| tag.try_get_attribute(name).unwrap().unwrap().value.into_owned();
                links.push([path.join("/"), text("rel"), text("href")]);
            }
            Event::Text(text) if path.len() > 1 => {
                elements.last_mut().unwrap().1.push_str(text.trim());
            }
            Event::End(_) => {
                path.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty(), "not closed: {path:?}");
    Document { elements, links }
}

/// Whether a file is of a kind.
fn is(address: &str, kind: &str) -> bool {
    Path::new(address).extension().is_some_and(|extension| extension == kind)
}

/// What RFC 4287 asks of a feed.
fn assert_is_feed(address: &str, xml: &str) {
    let Document { elements, links } = read(xml);
    let count = |path: &str| elements.iter().filter(|(found, _)| found == path).count();
    for path in ["feed", "feed/id", "feed/title", "feed/updated", "feed/author/name"] {
        assert_eq!(count(path), 1, "{address}: {path}");
    }
    let entries = count("feed/entry");
    assert!((1..=30).contains(&entries), "{address}: {entries} entries");
    for path in ["feed/entry/id", "feed/entry/title", "feed/entry/updated"] {
        assert_eq!(count(path), entries, "{address}: {path}");
    }
    for (path, text) in &elements {
        if path.ends_with("/id") {
            assert!(text.contains(':'), "{address}: {text} is no absolute id");
        }
        if path.ends_with("/updated") {
            assert!(text.len() == 25 && text.as_bytes()[10] == b'T', "{address}: {text}");
        }
        if ["id", "title", "updated", "name"].iter().any(|name| path.ends_with(name)) {
            assert!(!text.trim().is_empty(), "{address}: {path} is empty");
        }
    }
    let ids: BTreeSet<&String> =
        elements.iter().filter(|(path, _)| path == "feed/entry/id").map(|(_, text)| text).collect();
    assert_eq!(ids.len(), entries, "{address}: an id stands twice");
    let updated: Vec<&String> =
        elements.iter().filter(|(path, _)| path.ends_with("/updated")).map(|(_, text)| text).collect();
    assert!(updated.windows(2).all(|pair| pair[0] >= pair[1]), "{address}: not the latest first");
    let rel = |of: &str, rel: &str| links.iter().filter(|link| link[0] == of && link[1] == rel).count();
    assert_eq!((rel("feed", "self"), rel("feed", "alternate"), rel("feed/entry", "alternate")), (1, 1, entries));
}

#[test]
fn every_feed_of_the_sample_is_one() {
    let tree = sample_tree();
    let feeds: Vec<_> = tree.iter().filter(|(address, _)| is(address, "xml") && *address != "sitemap.xml").collect();
    assert_eq!(feeds.len(), 9);
    for (address, bytes) in feeds {
        let xml = std::str::from_utf8(bytes).unwrap();
        assert_is_feed(address, xml);
        for [_, _, link] in read(xml).links {
            // The sample has an address, so that its links are whole.
            let target = link.strip_prefix("https://qinghe.example/");
            assert!(target.is_some_and(|target| tree.contains_key(target)), "{address} links to {link}");
        }
    }
}

#[test]
fn every_calendar_of_the_sample_is_one() {
    let tree = sample_tree();
    let calendars: Vec<_> = tree.iter().filter(|(address, _)| is(address, "ics")).collect();
    assert_eq!(calendars.len(), 9);
    for (address, bytes) in calendars {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "{address}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{address}: a line is too long");
        let whole = text.replace("\r\n ", "");
        let lines: Vec<&str> = whole.lines().collect();
        let events = lines.iter().filter(|line| **line == "BEGIN:VEVENT").count();
        assert!(events > 0, "{address}");
        for name in ["UID:", "DTSTAMP:", "DTSTART", "SUMMARY:", "END:VEVENT"] {
            let found = lines.iter().filter(|line| line.starts_with(name)).count();
            // The zone has a start, too.
            assert_eq!(found - usize::from(name == "DTSTART"), events, "{address}: {name}");
        }
        let uids: BTreeSet<&&str> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
        assert_eq!(uids.len(), events, "{address}: a UID stands twice");
    }
}

#[test]
fn the_sample_has_a_picture_with_all_letters_for_each_subject() {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("public");
    let (site, to) = (crate::publishing::sample(), folder.to_str().unwrap());
    let said = crate::site::run(&["build", "--site", site, "--out", to, "--base-url", "https://qinghe.example"]);
    assert_eq!((said.status, said.err.contains("T041")), (0, false), "{}", said.err);
    let tree = tree(&folder);
    let pictures: Vec<_> = tree.iter().filter(|(address, _)| address.starts_with("cards/")).collect();
    assert_eq!(pictures.len(), 1 + 8 + 12);
    for (address, bytes) in pictures {
        assert!(bytes.starts_with(b"\x89PNG") && bytes.len() < 32_000, "{address}: {} bytes", bytes.len());
    }
    assert_is_feed("feed.xml", std::str::from_utf8(&tree["feed.xml"]).unwrap());
}

#[test]
fn letters_that_the_font_lacks_are_told() {
    let font = std::fs::read(Path::new(crate::publishing::sample()).join("fonts/card.otf")).unwrap();
    let settings = "[site]\ntitle = \"龘靐公示\"\nbase_url = \"https://a.example\"\ncard_font = \"fonts/card.otf\"\nas_of = 2026-10-31\n";
    let said = Site::new()
        .file("site.toml", settings)
        .file("fonts/card.otf", font)
        .file("data/issues.csv", "工单编号,社区,受理时间\nA-1,南关社区,2026-10-01\n")
        .file("data/places.csv", "id,name,level\na,南关社区,community\n")
        .run(&["build", "--format", "short"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("T041") && said.err.contains("靐龘"), "{}", said.err);
}
