//! Which matters are sensitive.

use crate::config::Privacy;
use crate::text::Lang;

/// Words of sensitive categories, topics and kinds, where a site names none: those of `domain/metrics`, C.5, and their like.
const WORDS: &[&str] = &[
    "救助",
    "低保",
    "特困",
    "残疾",
    "残障",
    "纠纷",
    "健康",
    "疾病",
    "精神",
    "家暴",
    "家庭暴力",
    "虐待",
    "未成年",
    "矫正",
    "戒毒",
    "domestic violence",
    "abuse",
    "disability",
    "disabled",
    "dispute",
    "health",
    "poverty",
    "minors",
];

/// The words as a page names them: those of the program in its language only.
#[must_use]
pub fn words_in(privacy: &Privacy, lang: Lang) -> Vec<&str> {
    let mut words = words(privacy);
    words.retain(|word| privacy.sensitive.is_some() || word.is_ascii() == (lang == Lang::En));
    words
}

/// The words that make a category sensitive: the site's own, else the program's.
#[must_use]
pub fn words(privacy: &Privacy) -> Vec<&str> {
    match &privacy.sensitive {
        Some(words) => words.iter().map(|word| word.trim()).filter(|word| !word.is_empty()).collect(),
        None => WORDS.to_vec(),
    }
}

/// Whether a name holds one of them; capitals and small letters are the same.
pub fn holds(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().any(|word| name.contains(&word.to_lowercase()))
}
