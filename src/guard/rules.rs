//! The rules: which belongs to what is found, and where the names of persons need consent.

use std::ops::Range;

use super::texts::Persons;
use crate::diag::Rule;
use crate::diag::rules::guard;
use crate::text::Lang;
use crate::text::personal::{self, Kind};

/// The rule about a kind.
pub fn rule(kind: Kind) -> &'static Rule {
    match kind {
        Kind::Mobile => &guard::MOBILE_NUMBER,
        Kind::Identity => &guard::IDENTITY_NUMBER,
        Kind::Landline => &guard::LANDLINE_NUMBER,
        Kind::BankCard => &guard::BANK_CARD,
        Kind::Passport => &guard::PASSPORT,
        Kind::Plate => &guard::LICENCE_PLATE,
        Kind::Email => &guard::EMAIL_ADDRESS,
        Kind::Messenger => &guard::MESSENGER_ID,
        Kind::Door => &guard::DOOR_NUMBER,
        Kind::NamedPerson => &guard::NAMED_PERSON,
        Kind::Minor => &guard::NAMED_MINOR,
        Kind::Coordinates => &guard::COORDINATES,
    }
}

/// What a rule is about, in words for readers.
#[must_use]
pub fn subject(about: &Rule, lang: Lang) -> &'static str {
    let kind = Kind::ALL.into_iter().find(|&kind| std::ptr::eq(rule(kind), about));
    kind.map_or(lang.pick("人名", "names of persons"), |kind| kind.name(lang))
}

/// The names of persons in a cell that have no consent.
pub fn names(cell: &str, persons: Persons) -> Vec<Range<usize>> {
    let is_named = |piece: &str| match persons {
        Persons::Listed { consent: false } => !personal::is_office(piece),
        Persons::Likely { consent: false } => personal::is_name(piece),
        _ => false,
    };
    if matches!(persons, Persons::None | Persons::Listed { consent: true } | Persons::Likely { consent: true }) {
        return Vec::new();
    }
    pieces(cell).filter(|range| cell.get(range.clone()).is_some_and(is_named)).collect()
}

/// The things in a cell, without blanks around them.
fn pieces(cell: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    cell.split(['、', '，', ',', ';', '；', '/', '（', '）', '(', ')', '|', '\n', '：', ':']).filter_map(move |piece| {
        let start = at + piece.len() - piece.trim_start().len();
        at = cell
            .get(at + piece.len()..)
            .and_then(|rest| rest.chars().next())
            .map_or(cell.len(), |c| at + piece.len() + c.len_utf8());
        let range = start..start + piece.trim().len();
        (!range.is_empty()).then_some(range)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_need_consent_and_offices_do_not() {
        let named = |cell: &str, persons| -> Vec<String> {
            names(cell, persons).into_iter().map(|range| cell[range].to_owned()).collect()
        };
        let likely = Persons::Likely { consent: false };
        assert_eq!(named("赵小测、青禾药店、 钱某 ", likely), ["赵小测", "钱某"]);
        assert_eq!(named("网格员（赵小测）", likely), ["赵小测"]);
        assert!(named("赵小测", Persons::Likely { consent: true }).is_empty());
        assert!(named("赵小测", Persons::None).is_empty());
        assert_eq!(named("Jane Roe", Persons::Listed { consent: false }), ["Jane Roe"]);
        assert!(named("Duty desk、值班室", Persons::Listed { consent: false }).is_empty());
    }
}
