//! The fixed words of pages. They live once, with the default theme; the base and the site's own theme change single ones.

use std::collections::BTreeMap;

use super::files::Files;
use crate::diag::rules::theme::WORDS_BROKEN;
use crate::diag::{Position, Problem};
use crate::render::builtin;
use crate::text::Lang;

/// Words by name.
pub type Words = BTreeMap<String, String>;

/// The words of a theme in a language.
pub fn read(files: &Files, lang: Lang) -> Result<Words, Problem> {
    let mut words = builtin(files, lang)?;
    words.extend(own(files, lang)?);
    Ok(words)
}

/// The words that come with the program.
pub fn builtin(files: &Files, lang: Lang) -> Result<Words, Problem> {
    let path = path(lang);
    let mut words = Words::new();
    for theme in builtin::find(builtin::DEFAULT).into_iter().chain([files.base]) {
        if let Some((_, bytes)) = theme.files.iter().find(|(own, _)| *own == path) {
            words.extend(parsed(bytes, &format!("themes/{}/{path}", theme.name))?);
        }
    }
    Ok(words)
}

/// The words that the site's own theme changes or adds.
pub fn own(files: &Files, lang: Lang) -> Result<Words, Problem> {
    let path = path(lang);
    files.own.get(&path).map_or(Ok(Words::new()), |bytes| parsed(bytes, &format!("{}/{path}", files.folder)))
}

/// The file of the words of a language, inside a theme.
pub fn path(lang: Lang) -> String {
    format!("words/{}.toml", lang.name())
}

fn parsed(bytes: &[u8], path: &str) -> Result<Words, Problem> {
    let fault = |message: &str| Problem::new(&WORDS_BROKEN).at(Position::file(path)).with("message", message);
    let text = std::str::from_utf8(bytes).map_err(|_| fault("UTF-8"))?;
    toml::from_str(text).map_err(|error| fault(error.message()))
}
