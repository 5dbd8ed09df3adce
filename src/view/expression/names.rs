//! Names in formulas: what readers see in their place, and what may have been meant by a wrong one.

use super::{half_width, is_of_name, leading};
use crate::view::facts::Facts;

/// How many names are offered for an unknown one.
const SUGGESTIONS: usize = 3;

/// A formula as readers see it: figures by what `name` calls them, signs of arithmetic as they are written by hand.
pub fn in_words<'s>(source: &'s str, name: impl Fn(&'s str) -> Option<&'s str>) -> String {
    let mut words = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let token = leading(rest, is_of_name);
        match half_width(c) {
            _ if !token.is_empty() => words.push_str(name(token).unwrap_or(token)),
            '/' => words.push('÷'),
            '*' => words.push('×'),
            '-' => words.push('−'),
            sign => words.push(sign),
        }
        rest = rest.get(token.len().max(c.len_utf8())..).unwrap_or_default();
    }
    words
}

/// The known names most like a name.
pub(super) fn nearest(name: &str, facts: &Facts) -> Vec<String> {
    let wanted: Vec<char> = name.chars().collect();
    let mut known: Vec<(usize, String)> = facts
        .groups()
        .flat_map(|(group, figures)| {
            figures
                .keys()
                .map(move |figure| if group.is_empty() { figure.clone() } else { format!("{group}.{figure}") })
        })
        .map(|known| (distance(&wanted, &known), known))
        .collect();
    known.sort();
    known.into_iter().take(SUGGESTIONS).map(|(_, name)| name).collect()
}

/// How many characters must be added, dropped or changed to turn one name into the other.
fn distance(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (line, wanted) in to.chars().enumerate() {
        let mut left = line + 1;
        let mut diagonal = line;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, c) in row.iter_mut().skip(1).zip(from) {
            let best = (diagonal + usize::from(*c != wanted)).min(left + 1).min(*cell + 1);
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or(0)
}
