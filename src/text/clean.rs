//! The text of a cell without what nobody meant to type.

use std::borrow::Cow;

/// The cell without blanks at its ends, on one line, and without characters that show nothing or turn the line around.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Cow::Borrowed(text);
    }
    let text = trim(text);
    if !text.chars().any(is_dropped) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' if kept.ends_with(' ') => {}
            '\n' | '\r' | '\t' => kept.push(' '),
            c if is_dropped(c) => {}
            c => kept.push(c),
        }
    }
    Cow::Owned(kept)
}

/// The text without blanks at its ends, including the full-width blank, the no-break space and the byte order mark.
#[must_use]
pub fn trim(text: &str) -> &str {
    if let [first, .., last] = text.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return text;
    }
    text.trim_matches(|c| is_blank_char(c) || is_dropped(c))
}

/// Whether nothing is in the cell.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| is_blank_char(c) || is_dropped(c))
}

fn is_blank_char(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\u{feff}')
}

/// Control characters, noncharacters, characters without width, and the controls that override the direction of writing.
fn is_dropped(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
        || c as u32 & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn blanks_go_from_the_ends_only() {
        assert_eq!(cell("\u{feff}\u{3000} 南 关\u{a0}\t\r\n"), "南 关");
        assert_eq!(cell("a b"), "a b");
        assert!(matches!(cell("  南关 "), Cow::Borrowed("南关")));
        assert!(is_blank(" \u{3000}\t\n\u{0}"));
        assert!(!is_blank("\u{3000}0"));
    }

    #[test]
    fn a_cell_becomes_one_line_without_hidden_characters() {
        assert_eq!(cell("第一行\r\n\t第二行"), "第一行 第二行");
        assert_eq!(cell("a\u{0}b\u{7f}\u{85}c"), "abc");
        assert_eq!(cell("a\u{202e}b\u{2066}c\u{ffff}\u{fdd0}"), "abc");
        assert_eq!(cell("a\u{200b}b\u{feff}c\u{200f}"), "abc");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text: String) {
            let once = cell(&text).into_owned();
            prop_assert_eq!(cell(&once), once.as_str());
            prop_assert_eq!(is_blank(&text), once.is_empty());
        }
    }
}
