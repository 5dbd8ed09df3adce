//! Every kind of fault, with its permanent code, its name and its words.
//!
//! A code is never given to another fault; a rule that is no longer used leaves a gap.

pub mod config;
pub mod content;
pub mod guard;
pub mod load;
pub mod measure;
pub mod press;
pub mod publish;
pub mod rows;
pub mod sheets;
pub mod source;
pub mod theme;

use crate::text::Lang;

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing; nothing is wrong.
    Note,
    /// Probably wrong; the site is built, and shows what was left out.
    Warning,
    /// Wrong; nothing is written.
    Error,
}

impl Level {
    /// The word for it.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Note => lang.pick("提示", "note"),
            Self::Warning => lang.pick("警告", "warning"),
            Self::Error => lang.pick("错误", "error"),
        }
    }
}

/// A kind of fault.
#[derive(Debug)]
pub struct Rule {
    /// Permanent code, such as `L014`.
    pub code: &'static str,
    /// Permanent name, such as `unknown-column`.
    pub name: &'static str,
    /// How grave it is unless the site sets another level.
    pub level: Level,
    /// Chinese words.
    pub zh: Words,
    /// English words.
    pub en: Words,
}

/// The words of a rule in one language; `{name}` is filled from the problem.
#[derive(Debug)]
pub struct Words {
    /// What is wrong, in one sentence.
    pub says: &'static str,
    /// What to do, in one sentence.
    pub remedy: &'static str,
    /// Why the rule exists, for `gongshi explain`.
    pub why: &'static str,
}

impl Rule {
    /// The words in a language.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &Words {
        lang.pick(&self.zh, &self.en)
    }
}

/// All rules, in the order of the build's steps.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        source::ALL,
        config::ALL,
        load::ALL,
        rows::ALL,
        measure::ALL,
        guard::ALL,
        content::ALL,
        sheets::ALL,
        theme::ALL,
        press::ALL,
        publish::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rule of a code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}

/// Declares rules and the list of them.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $code:literal $slug:literal $level:ident {
        zh: $zs:literal => $zr:literal; $zw:literal
        en: $es:literal => $er:literal; $ew:literal
    })*) => {
        use super::{Level, Rule, Words};
        $($(#[$doc])* pub static $name: Rule = Rule {
            code: $code,
            name: $slug,
            level: Level::$level,
            zh: Words { says: $zs, remedy: $zr, why: $zw },
            en: Words { says: $es, remedy: $er, why: $ew },
        };)*
        /// The rules of this file.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}
use rules;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_words_complete() {
        let mut seen = std::collections::BTreeSet::new();
        for rule in all() {
            assert!(seen.insert(rule.code), "{} twice", rule.code);
            assert!(seen.insert(rule.name), "{} twice", rule.name);
            for lang in [Lang::Zh, Lang::En] {
                let words = rule.words(lang);
                assert!(!words.says.is_empty() && !words.remedy.is_empty() && !words.why.is_empty(), "{}", rule.code);
            }
        }
    }
}
