//! How many columns a text takes in a terminal, and cutting by it.

/// Columns a character takes: Han characters and full-width forms take two, control characters none.
#[must_use]
pub fn char_width(c: char) -> usize {
    match c as u32 {
        0..=0x1f | 0x7f..=0x9f | 0x200b..=0x200f | 0xfeff => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff
        | 0x2_0000..=0x3_fffd => 2,
        _ => 1,
    }
}

/// Columns a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The text cut to at most `columns` columns; an ellipsis says that something was cut.
#[must_use]
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 1;
    let mut kept = String::new();
    for c in text.chars() {
        used += char_width(c);
        if used > columns {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_characters_take_two_columns() {
        assert_eq!(width("社区A"), 5);
        assert_eq!(width("（x）"), 5);
    }

    #[test]
    fn a_cut_text_says_so_and_fits() {
        assert_eq!(cut("南关社区居民委员会", 9), "南关社区…");
        assert_eq!(cut("南关", 4), "南关");
        assert!(width(&cut("abc南关def", 6)) <= 6);
    }
}
