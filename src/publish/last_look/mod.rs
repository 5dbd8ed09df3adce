//! The last look: every finished file, right before it is written, is read as its readers read it, and whatever belongs to
//! a person stops the release.
//!
//! The texts that went in were looked at by the guard. What is found here was written by the theme, or by a fault of the
//! program; or it is a picture that says where it was taken.

mod page;
mod pdf;
mod photo;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use super::manifest;
use crate::diag::rules::publish::{PDF_UNREAD, PHOTO_POSITION, PRIVATE_LEFT};
use crate::diag::{Position, Problem, Rule};
use crate::text::personal::{self, Found};

/// Letters and digits in a row that are no word or number of anybody any more, but a checksum.
const CHECKSUM: usize = 32;

/// Looks at finished files, from many threads, and keeps what it found.
pub struct LastLook<'a> {
    /// What may be published.
    allows: &'a (dyn Fn(&Found) -> bool + Sync),
    /// The name of the theme, whose files a clerk can find again.
    theme: &'a str,
    seen: Mutex<Seen>,
}

/// What was found so far. One number on every page is one fault.
#[derive(Default)]
struct Seen {
    /// What was found, as digits: the files it stands in, and how each may show it.
    numbers: BTreeMap<String, BTreeMap<String, String>>,
    photos: BTreeSet<String>,
    unread: BTreeSet<String>,
}

impl<'a> LastLook<'a> {
    /// Nothing looked at yet.
    #[must_use]
    pub fn new(theme: &'a str, allows: &'a (dyn Fn(&Found) -> bool + Sync)) -> Self {
        Self { allows, theme, seen: Mutex::default() }
    }

    /// Looks at the names of files that went in, which the manifest will list.
    pub fn names<'n>(&self, names: impl Iterator<Item = &'n str>) {
        names.for_each(|name| self.at(manifest::NAME, format!("\"{name}\"").as_bytes()));
    }

    /// Looks at a finished file.
    pub fn at(&self, address: &str, bytes: &[u8]) {
        let mut numbers = BTreeMap::new();
        let mut look = |text: &str| {
            // Texts meet on a page that have nothing to do with each other: only what tells by itself counts.
            let found = personal::find(text).into_iter().filter(|found| found.kind.stands_alone());
            for found in found.filter(|found| !is_figure(text, &found.range) && !(self.allows)(found)) {
                let shown = found.shown(text);
                numbers.entry(found.digits).or_insert(shown);
            }
        };
        let (mut is_photo, mut inside) = (false, Vec::new());
        let is_read =
            words::each(address, bytes, &mut look, &mut |address| inside.extend(photo::within(address))).is_some();
        for file in inside {
            is_photo |= photo::tells_its_place(&file);
            words::lines_of(&file, &mut look);
        }
        let is_drawing = address.to_ascii_lowercase().ends_with(".svg");
        is_photo |= (is_drawing || !words::is_text(bytes)) && photo::tells_its_place(bytes);
        if numbers.is_empty() && !is_photo && is_read {
            return;
        }
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        for (digits, shown) in numbers {
            seen.numbers.entry(digits).or_default().insert(address.to_owned(), shown);
        }
        seen.photos.extend(is_photo.then(|| address.to_owned()));
        seen.unread.extend((!is_read).then(|| address.to_owned()));
    }

    /// What must not be written, in an order of its own; asked once more, it tells what was found since.
    pub fn faults(&self) -> Vec<Problem> {
        let seen = std::mem::take(&mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner));
        let numbers = seen.numbers.into_values().filter_map(|files| {
            let (first, shown) = files.first_key_value()?;
            let problem = self.problem(&PRIVATE_LEFT, first).with("found", shown);
            let (all, others) = (files.len(), files.len() - 1);
            let more = |problem: Problem| {
                problem.with("more_zh", format!("等 {all} 个文件")).with("more_en", format!(" and {others} more"))
            };
            Some(if others == 0 { problem } else { more(problem) })
        });
        let photos = seen.photos.into_iter().map(|file| self.problem(&PHOTO_POSITION, &file));
        let unread = seen.unread.into_iter().map(|file| self.problem(&PDF_UNREAD, &file));
        numbers.chain(photos).chain(unread).collect()
    }

    /// A fault of a finished file. What stands below `assets/` is a file of the theme.
    fn problem(&self, rule: &'static Rule, file: &str) -> Problem {
        let problem = Problem::new(rule).with("page", file);
        if !file.starts_with("assets/") {
            return problem;
        }
        problem.at(Position::file(personal::masked(&format!("themes/{}/{file}", self.theme)).as_ref()))
    }
}

/// Whether digits are those behind the point of a fraction, or within a checksum: letters and digits in one, or hexadecimal ones
/// in groups.
fn is_figure(text: &str, found: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let (before, after) = (bytes.get(..found.start).unwrap_or_default(), bytes.get(found.end..).unwrap_or_default());
    let is_fraction = matches!(before, [.., whole, b'.'] if whole.is_ascii_digit());
    let is_checksum = |belongs: fn(&u8) -> bool| {
        let around = || {
            before.iter().rev().take_while(|byte| belongs(byte)).chain(after.iter().take_while(|byte| belongs(byte)))
        };
        around().any(u8::is_ascii_alphabetic) && around().count() + found.len() >= CHECKSUM
    };
    let is_hexadecimal: fn(&u8) -> bool = |byte| byte.is_ascii_hexdigit() || *byte == b'-';
    is_fraction || is_checksum(u8::is_ascii_alphanumeric) || is_checksum(is_hexadecimal)
}

#[cfg(test)]
mod tests;
