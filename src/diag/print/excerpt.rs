//! One line of input with the faulty piece underlined, by columns of a terminal.

use super::super::problem::Excerpt;
use super::clean_char;
use crate::text::width::{char_width, cut, width};

/// Columns an excerpt takes at most, so that it stays on one line of a usual terminal.
const COLUMNS: usize = 96;
/// Columns kept before the underlined piece when the line must be cut at its start.
const LEAD: usize = 32;

/// An excerpt ready to print: the underline starts `indent` columns in and is `carets` long.
pub(super) struct Underlined {
    pub line: String,
    pub indent: usize,
    pub carets: usize,
}

/// Lays an excerpt out. A mark outside the line underlines its end.
pub(super) fn underline(excerpt: &Excerpt) -> Underlined {
    let (before, marked, after) = parts(excerpt);
    let before =
        if width(&before) + width(&marked).min(COLUMNS - LEAD) > COLUMNS { cut_start(&before, LEAD) } else { before };
    let indent = width(&before);
    let line = cut(&format!("{before}{marked}{after}"), COLUMNS);
    let carets = width(&marked).min(width(&line).saturating_sub(indent)).max(1);
    Underlined { line, indent, carets }
}

/// The underlined piece alone.
pub(super) fn value(excerpt: &Excerpt) -> String {
    parts(excerpt).1
}

/// What stands before, in and after the mark, made fit for a terminal.
fn parts(excerpt: &Excerpt) -> (String, String, String) {
    let (mut before, mut marked, mut after) = (String::new(), String::new(), String::new());
    for (at, c) in excerpt.line.char_indices() {
        let part = if at < excerpt.mark.start {
            &mut before
        } else if at < excerpt.mark.end {
            &mut marked
        } else {
            &mut after
        };
        part.extend(clean_char(c));
    }
    (before, marked, after)
}

/// The end of a text in at most `columns` columns, an ellipsis before it.
fn cut_start(text: &str, columns: usize) -> String {
    let mut used = 1;
    let kept: Vec<char> = text
        .chars()
        .rev()
        .take_while(|&c| {
            used += char_width(c);
            used <= columns
        })
        .collect();
    std::iter::once('…').chain(kept.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid(line: &str, mark: std::ops::Range<usize>) -> (String, usize, usize) {
        let Underlined { line, indent, carets } = underline(&Excerpt { line: line.to_owned(), mark });
        (line, indent, carets)
    }

    #[test]
    fn han_characters_are_underlined_by_two_columns() {
        assert_eq!(laid("南关,昨天,1", 7..13), ("南关,昨天,1".to_owned(), 5, 4));
    }

    #[test]
    fn an_empty_cell_gets_one_caret() {
        assert_eq!(laid("a,,b", 2..2), ("a,,b".to_owned(), 2, 1));
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        let start = "内容".repeat(60);
        let (line, indent, carets) = laid(&format!("{start},x,{start}"), start.len() + 1..start.len() + 2);
        assert!(line.starts_with('…') && line.ends_with('…') && line.contains(",x,"));
        assert!(width(&line) <= COLUMNS);
        assert_eq!(carets, 1);
        let prefix: String = line.chars().take_while(|&c| c != 'x').collect();
        assert_eq!(width(&prefix), indent);
    }

    proptest! {
        #[test]
        fn whatever_the_mark_the_underline_lies_on_the_line(line in any::<String>(), a in 0usize..300, b in 0usize..300) {
            let (line, indent, carets) = laid(&line, a..b);
            prop_assert!(width(&line) <= COLUMNS);
            prop_assert!(indent <= COLUMNS && carets <= COLUMNS);
            prop_assert!(line.chars().all(|c| !c.is_control()));
        }
    }
}
