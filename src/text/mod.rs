//! Takes: strings as people type and read them.
//! Gives: numbers, dates, widths and addresses, parsed and printed.
//! Promises: pure; the same answer on any machine, in any locale.
//! Never: reads a clock, a locale or a file.
//! Start reading at: [`date`], then [`number`].

pub mod base64;
pub mod clean;
pub mod date;
pub mod fit;
pub mod hash;
pub mod near;
pub mod number;
pub mod order;
pub mod personal;
pub mod pinyin;
pub mod scan;
pub mod slug;
pub mod width;
pub mod zlib;

/// A language the program speaks, on pages and in messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// What its speakers call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.pick("中文", "English")
    }

    /// Picks the words of this language.
    #[must_use]
    pub fn pick<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The tag for the `lang` attribute of a page.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// The short name used on the command line and in file names.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// Reads `zh` or `en`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}
