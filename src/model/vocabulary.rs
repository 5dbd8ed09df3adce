//! Vocabularies: cell values with a canonical word and names in both languages.

/// Declares a vocabulary of cell values: the canonical word, its Chinese and English names.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal $zh:literal $en:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// All values, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The canonical word, as in published tables.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// What people call it.
            #[must_use]
            pub fn name(self, lang: $crate::text::Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($zh, $en)),* }
            }

            /// Reads the canonical word or either name.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word | $zh => Some(Self::$variant),)*
                    _ => Self::ALL.iter().copied().find(|value| {
                        value.word().eq_ignore_ascii_case(word)
                            || value.name($crate::text::Lang::En).eq_ignore_ascii_case(word)
                    }),
                }
            }
        }
    };
}
pub(super) use vocabulary;
