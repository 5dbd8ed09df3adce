//! Numbers in a text: digits that a reader takes together, however they are spaced.

use super::plain::Plain;
use super::{Found, Kind, bank_card, identity, landline, mobile};

/// Digits that stand side by side.
#[derive(Debug, Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
    /// Whether an `X` closes it, as of an identity number.
    crossed: bool,
    /// What stands before it: nothing that joins it to the group before, blanks, or marks.
    join: Join,
    /// Whether a point of a decimal stands before it.
    is_fraction: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    None,
    Blank,
    Line,
    Mark,
}

/// Some groups as one number.
pub(super) struct Number<'a> {
    /// Its digits; an identity number may end with `X`.
    pub digits: &'a str,
    /// How many digits each group has.
    pub lengths: &'a [usize],
    /// Whether the way it is spaced is that of an order number, a date or a list of figures, unless the kind knows better.
    pub is_oddly_spaced: bool,
    /// Whether an ASCII letter stands before or behind it.
    pub touches_letter: bool,
    word: Option<Word>,
}

/// What the words before a number tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Phone,
    Paper,
}

impl Number<'_> {
    /// Whether the words before it tell of a telephone.
    pub fn follows_phone(&self) -> bool {
        self.word == Some(Word::Phone)
    }

    /// Whether the words before it tell of identity papers.
    pub fn follows_paper(&self) -> bool {
        self.word == Some(Word::Paper)
    }
}

/// The most digits of any number that is looked for, with a country code.
const MOST: usize = 20;

/// Every telephone, identity and card number.
pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    let groups = groups(plain);
    let mut first = 0;
    while first < groups.len() {
        first = match longest(plain, &groups, first, found) {
            Some(behind) => behind,
            None => first + 1,
        };
    }
}

/// The longest number that begins with a group; gives the group behind it.
fn longest(plain: &Plain, groups: &[Group], first: usize, found: &mut Vec<Found>) -> Option<usize> {
    let mut last = first;
    let mut digits = 0;
    let mut spans = Vec::new();
    while let Some(group) = groups.get(last) {
        digits += group.end - group.start + usize::from(group.crossed);
        if digits > MOST || (last > first && group.join == Join::None) {
            break;
        }
        last += 1;
        spans.push(last);
        if group.crossed {
            break;
        }
    }
    spans.into_iter().rev().find_map(|behind| {
        let part = groups.get(first..behind)?;
        let (kind, digits) = kind(plain, part)?;
        let (start, end) = (part.first()?.start, part.last()?);
        let end = end.end + usize::from(digits.ends_with('X'));
        found.push(Found { kind, digits, range: plain.bytes(start..end) });
        Some(behind)
    })
}

fn kind(plain: &Plain, part: &[Group]) -> Option<(Kind, String)> {
    let (start, end) = (part.first()?, part.last()?);
    let mut digits: String = part.iter().map(|group| plain.text(group.start..group.end)).collect();
    if digits.len() < 7 {
        return None;
    }
    if end.crossed && digits.len() == 17 {
        digits.push('X');
    }
    let lengths: Vec<usize> = part.iter().map(|group| group.end - group.start).collect();
    let before = plain.before(start.start);
    let behind = plain.at(end.end);
    let touches = before.is_ascii_alphabetic() || (behind.is_ascii_alphabetic() && !end.crossed);
    // A token of letters and other digits is a serial number or a checksum.
    if touches && other_digits(plain, start.start, end.end) || start.is_fraction && part.len() == 1 {
        return None;
    }
    let number = Number {
        digits: &digits,
        lengths: &lengths,
        is_oddly_spaced: is_oddly_spaced(plain, part),
        touches_letter: touches,
        word: word_before(plain, start.start),
    };
    if let Some(digits) = identity::is(&number) {
        Some((Kind::Identity, digits))
    } else if let Some(digits) = mobile::is(&number) {
        Some((Kind::Mobile, digits))
    } else if let Some(digits) = landline::is(&number, plain.at(end.end)) {
        Some((Kind::Landline, digits))
    } else {
        bank_card::is(&number).map(|digits| (Kind::BankCard, digits))
    }
}

fn word_before(plain: &Plain, start: usize) -> Option<Word> {
    if identity::follows_word(plain, start) {
        return Some(Word::Paper);
    }
    landline::follows_word(plain, start).then_some(Word::Phone)
}

/// Whether the word of letters and digits that holds the number has digits besides it.
fn other_digits(plain: &Plain, start: usize, end: usize) -> bool {
    let behind = plain.while_at(end, |c| c.is_ascii_alphabetic());
    let mut before = start;
    while plain.before(before).is_ascii_alphabetic() {
        before -= 1;
    }
    plain.at(behind).is_ascii_digit() && behind > end || plain.before(before).is_ascii_digit() && before < start
}

/// Years among the parts, or two parts joined by a mark: dates, order numbers, ranges.
fn is_oddly_spaced(plain: &Plain, part: &[Group]) -> bool {
    let joins = || part.iter().skip(1).map(|group| group.join);
    let is_year = |group: &Group| {
        let text = plain.text(group.start..group.end);
        let year = text.get(..4).and_then(|year| year.parse::<u16>().ok());
        matches!(text.len(), 4 | 8) && year.is_some_and(|year| (1950..2050).contains(&year))
    };
    let has_mark = joins().any(|join| join == Join::Mark);
    let is_over_lines = joins().any(|join| join == Join::Line);
    part.len() > 1 && (part.iter().any(is_year) || has_mark && part.len() < 4)
        || is_over_lines && part.iter().any(is_year)
}

fn groups(plain: &Plain) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        if !plain.at(at).is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = plain.while_at(at, |c| c.is_ascii_digit());
        let crossed = matches!(plain.at(end), 'x' | 'X') && !plain.at(end + 1).is_ascii_alphanumeric();
        let (join, is_fraction) = groups.last().map_or((Join::None, false), |before| join(plain, before, at));
        groups.push(Group { start: at, end, crossed, join, is_fraction });
        at = end;
    }
    groups
}

/// How a group is joined to the one before: by three signs at most.
fn join(plain: &Plain, before: &Group, start: usize) -> (Join, bool) {
    let between = before.end..start;
    if before.crossed || between.len() > 3 {
        return (Join::None, false);
    }
    let mut join = Join::Blank;
    for at in between.clone() {
        join = match (plain.at(at), join) {
            ('\n', Join::Line) => return (Join::None, false),
            ('\n', _) | ('>', Join::Line) => Join::Line,
            ('-' | '.' | '·' | '~', Join::Blank) => Join::Mark,
            (' ' | '(' | ')' | '-' | '.' | '·', join) => join,
            _ => return (Join::None, false),
        };
    }
    // `0.13912345678` and `1234.13912345678` are decimals, `1.13912345678` may be the first of a list.
    let whole = before.end - before.start;
    let is_decimal = between.len() == 1
        && plain.at(before.end) == '.'
        && (whole > 2 || plain.at(before.start) == '0')
        && plain.before(before.start) != '.';
    (join, is_decimal)
}
