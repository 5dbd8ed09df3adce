//! Addresses from names: lower-case ASCII that works in a URL and as a file name on any system.

use std::collections::BTreeSet;

use super::pinyin::syllable;

/// Longest address id in bytes.
const LONGEST: usize = 80;

/// Proposes an address id for a name; Han characters are spelled in pinyin, which a person may have to correct.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars() {
        match half_width(c) {
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            c => {
                separate(&mut slug);
                if let Some(syllable) = syllable(c) {
                    slug.extend(syllable.chars().map(|c| if c == 'ü' { 'v' } else { c }).filter(char::is_ascii));
                    separate(&mut slug);
                }
            }
        }
    }
    shorten(&mut slug, LONGEST);
    if slug.is_empty() {
        slug = format!("x{:08x}", fnv1a(name));
    }
    if is_reserved(&slug) {
        slug.push_str("-1");
    }
    slug
}

/// Whether a text can stand in an address: `[a-z0-9][a-z0-9-_.]*`, and a safe file name everywhere.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.'))
        && !text.ends_with('.')
        && !text.contains("..")
        && !is_reserved(text)
}

/// The slug, or the slug with the first free number behind it; what it gives is taken.
pub fn unique(slug: String, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(slug.clone()) {
        return slug;
    }
    let mut number: u64 = 2;
    loop {
        let suffix = format!("-{number}");
        let mut numbered = slug.clone();
        shorten(&mut numbered, LONGEST - suffix.len());
        numbered.push_str(&suffix);
        if taken.insert(numbered.clone()) {
            return numbered;
        }
        number += 1;
    }
}

fn separate(slug: &mut String) {
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// Cuts an ASCII slug between its words where possible.
fn shorten(slug: &mut String, longest: usize) {
    if slug.len() > longest {
        let inside_word = slug.as_bytes().get(longest) != Some(&b'-');
        slug.truncate(longest);
        if inside_word && let Some(end) = slug.rfind('-') {
            slug.truncate(end);
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
}

pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// Names that Windows keeps for devices, with any extension, and the name of every folder's own page.
fn is_reserved(id: &str) -> bool {
    if id == "index" {
        return true;
    }
    let stem = id.split('.').next().unwrap_or(id);
    match stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")) {
        Some(number) => number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()),
        None => matches!(stem, "con" | "nul" | "aux" | "prn"),
    }
}

fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_become_addresses() {
        for (name, expected) in [
            ("南关社区", "nan-guan-she-qu"),
            ("A2区", "a2-qu"),
            ("Ａ２区（东）", "a2-qu-dong"),
            ("Allston / Brighton", "allston-brighton"),
            ("绿地", "lv-di"),
            ("CON", "con-1"),
            ("com1", "com1-1"),
            ("Index", "index-1"),
            ("-- a --", "a"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert_eq!(slug("★"), slug("★"));
        assert_ne!(slug("★"), slug("☆"));
        assert!(slug("").starts_with('x'));
    }

    #[test]
    fn long_names_are_cut_between_words() {
        let long = slug(&"社区".repeat(40));
        assert!(long.len() <= 80 && long.ends_with("-qu") | long.ends_with("-she"), "{long}");
        assert_eq!(slug(&"a".repeat(100)).len(), 80);
    }

    #[test]
    fn ids_are_safe_file_names() {
        for good in ["a", "2024-03", "a.b_c", "team-1", "console"] {
            assert!(is_id(good), "{good}");
        }
        for bad in
            ["", "A", "-a", ".a", "a.", "a..b", "a/b", "index", "con", "nul.txt", "lpt9", "南关", &"a".repeat(81)]
        {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn a_taken_slug_gets_a_number() {
        let mut taken = BTreeSet::new();
        assert_eq!(unique("a".into(), &mut taken), "a");
        assert_eq!(unique("a".into(), &mut taken), "a-2");
        assert_eq!(unique("a".into(), &mut taken), "a-3");
        let long = "b".repeat(80);
        unique(long.clone(), &mut taken);
        assert!(is_id(&unique(long, &mut taken)));
    }

    proptest! {
        #[test]
        fn every_slug_is_an_id(name: String) {
            prop_assert!(is_id(&slug(&name)), "{}", slug(&name));
        }

        #[test]
        fn of_han_names_too(name in "[\\u{4e00}-\\u{9fff}A-Z0-9 ]{0,40}") {
            prop_assert!(is_id(&slug(&name)), "{}", slug(&name));
        }
    }
}
