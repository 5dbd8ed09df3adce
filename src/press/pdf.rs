//! The bytes of a PDF: what differs from run to run is replaced in place, and what it says of itself is read.
//!
//! Chromium writes the time of the clock, its own version, and numbers that it gave to parts of the page in the order
//! in which it saw them. Each is replaced by something of the same length, so that no offset in the file moves.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::PROGRAM;
use crate::text::date::Day;

/// The date that PDFs bear: the beginning of a day on the site's clock.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    /// The as-of date.
    pub day: Day,
    /// Offset of the site's clock from UTC in minutes.
    pub utc_offset: i32,
}

/// Size of a page in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    pub width: f64,
    pub height: f64,
}

/// A finished PDF.
#[derive(Debug)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
    /// The size of its first page.
    pub paper: Paper,
}

/// Finishes what the browser made; `None` when it is not written as Chromium writes them.
pub fn finish(mut bytes: Vec<u8>, stamp: Stamp) -> Option<Pdf> {
    let (objects, info) = objects(&bytes)?;
    let info = bytes.get_mut(info)?;
    let date = stamp.text();
    for name in ["/CreationDate", "/ModDate"] {
        set(info, name, &date)?;
    }
    // Not needed to read it; a browser that signs with fewer letters keeps its own.
    let _ = set(info, "/Creator", PROGRAM);
    renumber(&mut bytes, &objects);
    let pages: Vec<&[u8]> = objects.iter().filter_map(|object| bytes.get(object.clone())).filter(is_page).collect();
    let (count, paper) = (pages.len(), paper(pages.first()?)?);
    Some(Pdf { bytes, pages: count, paper })
}

impl Stamp {
    /// `D:20261031000000+08'00'`
    fn text(self) -> String {
        let date = self.day.civil();
        let sign = if self.utc_offset < 0 { '-' } else { '+' };
        let offset = self.utc_offset.unsigned_abs();
        let (hours, minutes) = (offset / 60, offset % 60);
        format!("D:{:04}{:02}{:02}000000{sign}{hours:02}'{minutes:02}'", date.year(), date.month(), date.day())
    }
}

/// Where the dictionaries of the objects stand, by the table at the end of the file; that of the information last.
fn objects(bytes: &[u8]) -> Option<(Vec<Range<usize>>, Range<usize>)> {
    let end = rfind(bytes, b"startxref")?;
    let table = usize::try_from(number(bytes.get(end + 9..)?)?).ok()?;
    let (table, trailer) = {
        let table = std::str::from_utf8(bytes.get(table..end)?).ok()?;
        table.strip_prefix("xref")?.split_once("trailer")?
    };
    let mut lines = table.split_ascii_whitespace();
    // One part, from object 0 on: nothing was ever added to the file.
    let (first, count) = (lines.next()?, lines.next()?.parse::<usize>().ok()?);
    let entries: Vec<&str> = lines.collect();
    if first != "0" || entries.len() != count.checked_mul(3)? {
        return None;
    }
    let in_use = entries.chunks_exact(3).enumerate().filter_map(|(number, entry)| match entry {
        [offset, _, "n"] => Some((offset.parse::<usize>().ok()?, number)),
        _ => None,
    });
    let starts: BTreeMap<usize, usize> = in_use.collect();
    let ends = starts.keys().copied().skip(1).chain([end]);
    let objects: BTreeMap<usize, Range<usize>> =
        starts.iter().zip(ends).map(|((start, number), end)| (*number, dictionary(bytes, *start..end))).collect();
    let info = usize::try_from(number(trailer.split_once("/Info")?.1.as_bytes())?).ok()?;
    let info = objects.get(&info)?.clone();
    Some((objects.into_values().collect(), info))
}

/// The part of an object before its stream, which is compressed and says nothing to us.
fn dictionary(bytes: &[u8], object: Range<usize>) -> Range<usize> {
    let all = bytes.get(object.clone()).unwrap_or_default();
    let stream = [&b">> stream"[..], b">>\nstream", b">>stream"].iter().filter_map(|mark| find(all, mark)).min();
    stream.map_or(object.clone(), |length| object.start..object.start + length)
}

/// Replaces the text of an entry, and fills with blanks what becomes shorter.
fn set(dictionary: &mut [u8], name: &str, text: &str) -> Option<()> {
    // The title, which may hold anything, stands before the other entries.
    let after = rfind(dictionary, name.as_bytes())? + name.len();
    let open = after + find(dictionary.get(after..)?, b"(")? + 1;
    let mut escaped = false;
    let length = dictionary.get(open..)?.iter().position(|byte| {
        let ends = *byte == b')' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    })?;
    let room = dictionary.get_mut(open..=open + length)?;
    let new = text.bytes().chain([b')']);
    if text.len() > length {
        return None;
    }
    room.iter_mut().zip(new.chain(std::iter::repeat(b' '))).for_each(|(byte, new)| *byte = new);
    Some(())
}

/// Gives the numbered parts of the page numbers of their own, in the order in which they had theirs.
fn renumber(bytes: &mut [u8], objects: &[Range<usize>]) {
    const MARK: &[u8] = b"(node";
    const DIGITS: usize = 8;
    let mut places: BTreeMap<Vec<u8>, Vec<usize>> = BTreeMap::new();
    for object in objects {
        let text = bytes.get(object.clone()).unwrap_or_default();
        let mut at = 0;
        while let Some(found) = text.get(at..).and_then(|rest| find(rest, MARK)) {
            at += found + MARK.len();
            let digits = text.get(at..at + DIGITS).filter(|digits| digits.iter().all(u8::is_ascii_digit));
            if let Some(digits) = digits.filter(|_| text.get(at + DIGITS) == Some(&b')')) {
                places.entry(digits.to_vec()).or_default().push(object.start + at);
            }
        }
    }
    for (rank, places) in places.into_values().enumerate() {
        let new = format!("{rank:0DIGITS$}");
        for at in places {
            if let Some(room) = bytes.get_mut(at..at + DIGITS) {
                room.copy_from_slice(new.as_bytes());
            }
        }
    }
}

/// Whether an object is a page; `/Pages` is the tree they hang on.
fn is_page(object: &&[u8]) -> bool {
    const TYPE: &[u8] = b"/Type /Page";
    find(object, TYPE).is_some_and(|at| object.get(at + TYPE.len()).is_none_or(|next| !next.is_ascii_alphabetic()))
}

/// The size of a page: `/MediaBox [0 0 595 842]`.
fn paper(page: &[u8]) -> Option<Paper> {
    let sides = page.get(find(page, b"/MediaBox")?..)?;
    let sides = sides.get(find(sides, b"[")? + 1..find(sides, b"]")?)?;
    let sides: Vec<f64> = std::str::from_utf8(sides).ok()?.split_ascii_whitespace().flat_map(str::parse).collect();
    match sides.as_slice() {
        [left, bottom, right, top] => Some(Paper { width: right - left, height: top - bottom }),
        _ => None,
    }
}

/// The number with which a text begins.
fn number(text: &[u8]) -> Option<u64> {
    let digits: Vec<u8> = text.trim_ascii_start().iter().copied().take_while(u8::is_ascii_digit).collect();
    std::str::from_utf8(&digits).ok()?.parse().ok()
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

fn rfind(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).rposition(|window| window == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small file as Chromium writes it: information, tree, two pages, and a part with numbers and a stream.
    fn file(title: &str, time: &str, first_node: u32) -> Vec<u8> {
        let (one, two) = (first_node, first_node + 7);
        let objects = [
            format!(
                "<</Title ({title})\n/Creator (Mozilla/5.0 \\(X11\\) Chrome/156)\n/Producer (Skia/PDF m156)\n\
                 /CreationDate (D:{time}+00'00')\n/ModDate (D:{time}+00'00')>>"
            ),
            "<</Type /Pages\n/Count 2\n/Kids [3 0 R 4 0 R]>>".to_owned(),
            "<</Type /Page\n/MediaBox [0 0 594.96 841.92]\n/Parent 2 0 R>>".to_owned(),
            "<</Type /Page /MediaBox [0 0 841.92 1191] /Parent 2 0 R>>".to_owned(),
            format!("<</Names [(node{one:08}) 1 (node{two:08}) 2] /ID (node{two:08})>>"),
            "<</Length 22>> stream\n/Type /Page (node00000099)\nendstream".to_owned(),
        ];
        let mut bytes = b"%PDF-1.4\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for (at, object) in objects.iter().enumerate() {
            table.extend([format!("{:010} 00000 n \n", bytes.len())]);
            bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
        }
        let start = bytes.len();
        let size = objects.len() + 1;
        bytes.extend(
            format!("{table}trailer\n<</Size {size}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes(),
        );
        bytes
    }

    fn finished(bytes: Vec<u8>) -> String {
        let stamp = Stamp { day: Day::new(2026, 10, 31).unwrap(), utc_offset: 480 };
        String::from_utf8(finish(bytes, stamp).unwrap().bytes).unwrap()
    }

    #[test]
    fn the_clock_and_the_browser_leave_no_trace() {
        let raw = file("a \\) /ModDate (x", "20261121165900", 12);
        let length = raw.len();
        let text = finished(raw);
        assert_eq!(text.len(), length, "no offset moves");
        assert!(
            text.contains("/CreationDate (D:20261031000000+08'00')\n/ModDate (D:20261031000000+08'00')>>"),
            "{text}"
        );
        assert!(text.contains(&format!("/Creator ({PROGRAM})        ")) && !text.contains("Mozilla"), "{text}");
        assert!(text.contains("/Title (a \\) /ModDate (x)\n"), "{text}");
        assert!(text.contains("[(node00000000) 1 (node00000001) 2] /ID (node00000001)"), "{text}");
        assert!(text.contains("(node00000099)"), "streams stay as they are: {text}");
    }

    #[test]
    fn two_runs_give_the_same_bytes() {
        assert_eq!(finished(file("t", "20261121165900", 12)), finished(file("t", "20270101000001", 4711)));
    }

    #[test]
    fn pages_are_counted_and_the_first_is_measured() {
        let stamp = Stamp { day: Day::first(), utc_offset: -330 };
        let pdf = finish(file("t", "20261121165900", 1), stamp).unwrap();
        assert_eq!((pdf.pages, pdf.paper), (2, Paper { width: 594.96, height: 841.92 }));
        assert!(String::from_utf8(pdf.bytes).unwrap().contains("D:19900101000000-05'30'"));
    }

    #[test]
    fn what_is_written_otherwise_is_refused() {
        let good = file("t", "20261121165900", 1);
        let text = String::from_utf8(good).unwrap();
        let broken = [
            String::new(),
            "%PDF-1.4".to_owned(),
            text.replace("xref\n0 7", "xref\n0 9"),
            text.replace("/Info 1 0 R", "/Info 9 0 R"),
            text.replace("/CreationDate", "/Creationdate"),
            text.replace("/Type /Page", "/Type /Rage"),
            text.replace("startxref\n", "startxref\n9999999"),
        ];
        for text in broken {
            assert!(finish(text.clone().into_bytes(), Stamp { day: Day::first(), utc_offset: 0 }).is_none(), "{text}");
        }
    }
}
