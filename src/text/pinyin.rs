//! Han characters spelled in pinyin: to propose addresses, and to be found by the first letters of a name.
//!
//! A character with two readings gets one of them, which may be the wrong one in a name: what is spelled here is never shown.

use pinyin::ToPinyin;

use super::slug::half_width;

/// The syllable of a Han character, without its tone.
#[must_use]
pub fn syllable(c: char) -> Option<&'static str> {
    c.to_pinyin().map(pinyin::Pinyin::plain)
}

/// One ASCII character for each of a text, so that both can be laid side by side: the first letter of a Han character, letters
/// and digits themselves, a blank for everything else. `None` for a text without a Han character.
#[must_use]
pub fn initials(text: &str) -> Option<String> {
    let mut has_han = false;
    let letter = |c: char| match half_width(c) {
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        c => {
            let first = syllable(c).and_then(|syllable| syllable.chars().next()).filter(char::is_ascii);
            has_han |= first.is_some();
            first.unwrap_or(' ')
        }
    };
    let letters = text.chars().map(letter).collect();
    has_han.then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_a_character() {
        assert_eq!(initials("云溪社区（Ａ2）、X").as_deref(), Some("yxsq a2  x"));
        assert_eq!(initials("Maple Street"), None);
    }
}
