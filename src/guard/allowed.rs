//! What may stand on pages although a rule finds it: work numbers and addresses, by the columns that declare them.
//!
//! A landline is a work number where a contact has it and names a post, or nobody at all: then it is the office's own. A mobile
//! number is one only in `public_numbers`: that it stands in a column for contacts says who wrote it down, not that its owner
//! agreed. The e-mail of `[site.contact]` is public by standing there.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::{Config, Texts};
use crate::model::{Contact, Ledger};
use crate::text::personal::{self, Kind};

/// What may stand on pages, normalised, by kind.
#[derive(Debug, Default)]
pub struct Allowed(BTreeMap<Kind, BTreeSet<String>>);

impl Allowed {
    /// What the columns and `site.toml` declare.
    pub fn of(ledger: &Ledger, config: &Config) -> Self {
        let mut allowed = Self::default();
        for number in &config.privacy.public_numbers {
            let number = personal::number(number);
            allowed.landline(&number);
            allowed.add(Kind::Mobile, number);
        }
        let contacts = ledger.places.iter().flat_map(|place| &place.contacts);
        for contact in contacts.chain(ledger.teams.iter().flat_map(|team| &team.contacts)) {
            if is_work(contact) {
                allowed.contact(&contact.phone);
            }
        }
        ledger.service_points.iter().for_each(|point| allowed.contact(&point.phone));
        ledger.duty.iter().for_each(|duty| allowed.contact(&duty.phone));
        for publicity in ledger.library.all().filter_map(|prose| prose.publicity.as_ref()) {
            allowed.contact(&publicity.contact);
            allowed.kind_in(Kind::Email, &publicity.contact);
        }
        for (key, text) in config.site.texts().chain(config.tongues.values().flat_map(Texts::texts)) {
            match key {
                "phone" | "supervision" => allowed.contact(text),
                "email" => allowed.kind_in(Kind::Email, text),
                "address" => allowed.kind_in(Kind::Door, text),
                _ => {}
            }
        }
        ledger.service_points.iter().for_each(|point| allowed.kind_in(Kind::Door, &point.address));
        ledger.fixed_days.iter().for_each(|day| allowed.kind_in(Kind::Door, &day.venue));
        allowed
    }

    /// Whether it may stand.
    pub fn has(&self, kind: Kind, digits: &str) -> bool {
        self.0.get(&kind).is_some_and(|known| known.contains(digits))
    }

    /// Adds what was let through.
    pub fn extend(&mut self, passed: impl IntoIterator<Item = (Kind, String)>) {
        passed.into_iter().for_each(|(kind, digits)| self.add(kind, digits));
    }

    fn add(&mut self, kind: Kind, digits: String) {
        self.0.entry(kind).or_default().insert(digits);
    }

    /// The landlines of a column for telephones.
    fn contact(&mut self, cell: &str) {
        // The word makes numbers without an area code known as well.
        for piece in cell.split(['、', '，', ',', ';', '；', '/', '\n', '|']) {
            self.kind_in(Kind::Landline, &format!("电话：{piece}"));
            self.landline(&personal::number(piece));
        }
    }

    /// A landline, and the same without its area code.
    fn landline(&mut self, digits: &str) {
        let area = if digits.starts_with("010") || digits.starts_with("02") { 3 } else { 4 };
        let local = digits.get(area..).filter(|local| digits.starts_with('0') && matches!(local.len(), 7 | 8));
        for digits in [Some(digits), local].into_iter().flatten().filter(|digits| !digits.is_empty()) {
            self.add(Kind::Landline, digits.to_owned());
        }
    }

    /// Everything of a kind in a text.
    fn kind_in(&mut self, kind: Kind, text: &str) {
        for found in personal::find(text).into_iter().filter(|found| found.kind == kind) {
            if kind == Kind::Landline {
                self.landline(&found.digits);
            } else {
                self.add(kind, found.digits);
            }
        }
    }
}

/// Whether the number of a contact is that of a post or of an office.
fn is_work(contact: &Contact) -> bool {
    !contact.role.trim().is_empty() || contact.name.trim().is_empty()
}
