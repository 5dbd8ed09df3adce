//! Which files a theme is made of: its own, over those of the built-in theme it starts from.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::excerpt;
use crate::diag::rules::config::UNKNOWN_NAME;
use crate::diag::rules::theme::THEME_UNKNOWN;
use crate::diag::{Position, Problem};
use crate::render::builtin::{self, Builtin};
use crate::source::{Sources, toml_fault};
use crate::text::near;

/// The file that says what a theme is.
const SETTINGS: &str = "theme.toml";

/// What a theme says about itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    /// The built-in theme that has the files this one lacks.
    base: Option<Spanned<String>>,
}

/// The files of a theme, by their path inside it.
#[derive(Debug)]
pub struct Files {
    /// Where the site keeps its own: `themes/<name>`.
    pub folder: String,
    /// The theme it starts from.
    pub base: &'static Builtin,
    /// The site's own files.
    pub own: BTreeMap<String, Vec<u8>>,
}

impl Files {
    /// Finds the files of a theme.
    pub fn find(sources: &Sources, name: &str) -> Result<Self, Problem> {
        let folder = format!("themes/{name}");
        let mut own = BTreeMap::new();
        for path in sources.matching(&format!("{folder}/**/*"))? {
            if let Some(inside) = path.strip_prefix(&folder).and_then(|rest| rest.strip_prefix('/')) {
                own.insert(inside.to_owned(), sources.bytes(&path)?.to_vec());
            }
        }
        let named = builtin::find(name);
        if own.is_empty() && named.is_none() {
            return Err(unknown_theme(name));
        }
        let base = match own.remove(SETTINGS) {
            Some(_) => base(sources, &format!("{folder}/{SETTINGS}"))?,
            None => None,
        };
        let base = base.or(named).or_else(|| builtin::find(builtin::DEFAULT)).ok_or_else(|| unknown_theme(name))?;
        Ok(Self { folder, base, own })
    }

    /// All files, the site's own in the place of those of the base.
    pub fn all(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let mut all: BTreeMap<&str, &[u8]> = self.base.files.iter().copied().collect();
        all.extend(self.own.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
        all.into_iter()
    }
}

/// The base that the settings name.
fn base(sources: &Sources, path: &str) -> Result<Option<&'static Builtin>, Problem> {
    let text = sources.text(path)?;
    let settings: Settings = toml::from_str(&text).map_err(|error| {
        let quoted: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
        match (quoted.as_slice(), error.span()) {
            ([key, known @ ..], Some(span)) if error.message().starts_with("unknown field") => {
                unknown_name(path, &text, span, SETTINGS, key, known)
            }
            _ => toml_fault(path, &text, &error),
        }
    })?;
    let Some(name) = settings.base else { return Ok(None) };
    let known = builtin::THEMES.iter().map(|theme| theme.name).collect::<Vec<_>>();
    let found = builtin::find(name.get_ref());
    found.map(Some).ok_or_else(|| unknown_name(path, &text, name.span(), "base", name.get_ref(), &known))
}

fn unknown_name(
    path: &str,
    text: &str,
    span: std::ops::Range<usize>,
    key: &str,
    value: &str,
    known: &[&str],
) -> Problem {
    let near = near::nearest(value, known.iter().copied());
    excerpt::mark(Problem::new(&UNKNOWN_NAME), path, text, span)
        .with("key", key)
        .with("value", value)
        .with("known", known.join(", "))
        .with("near_zh", near.map_or_else(String::new, |name| format!("；最接近的是 {name}")))
        .with("near_en", near.map_or_else(String::new, |name| format!("; the nearest is {name}")))
}

fn unknown_theme(name: &str) -> Problem {
    let known: Vec<String> = builtin::THEMES.iter().map(|theme| format!("theme = \"{}\"", theme.name)).collect();
    Problem::new(&THEME_UNKNOWN)
        .at(Position::file("site.toml"))
        .with("theme", name)
        .with("known_zh", known.join(" 或 "))
        .with("known_en", known.join(" or "))
}
