//! Addresses of e-mail.
//!
//! Finds a name, an `@` and a domain, also in full width and with a blank beside the `@`: `someone@mail.example`.
//! Leaves alone an `@` without a domain of letters behind it: `issues.due@1`, `@2026-10-31`.

use super::plain::Plain;
use super::{Found, Kind};

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    for at in (0..plain.len()).filter(|&at| plain.at(at) == '@') {
        if let Some((start, end)) = address(plain, at) {
            found.push(Found { kind: Kind::Email, digits: plain.text(start..end), range: plain.bytes(start..end) });
        }
    }
}

fn address(plain: &Plain, at: usize) -> Option<(usize, usize)> {
    let behind_name = if plain.before(at) == ' ' { at - 1 } else { at };
    let mut start = behind_name;
    while is_name(plain.before(start)) {
        start -= 1;
    }
    while start < behind_name && !plain.at(start).is_ascii_alphanumeric() {
        start += 1;
    }
    let from = if plain.at(at + 1) == ' ' { at + 2 } else { at + 1 };
    let mut end = plain.while_at(from, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    while end > from && matches!(plain.before(end), '.' | '-') {
        end -= 1;
    }
    let domain = plain.text(from..end);
    let (host, top) = domain.rsplit_once('.')?;
    let is_domain = !host.is_empty() && top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    (start < behind_name && is_domain).then_some((start, end))
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-' | '%')
}
