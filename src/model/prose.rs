//! Prose that the site's authors wrote in Markdown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::place::PlaceIx;
use super::project::ProjectIx;
use super::publicity::Publicity;
use super::team::TeamIx;
use crate::text::Lang;
use crate::text::date::Day;

/// One Markdown file.
#[derive(Debug, Clone)]
pub struct Prose {
    /// Its path, for messages.
    pub file: Arc<str>,
    /// Its name without folder and ending: the address of pages and notices.
    pub slug: String,
    /// The language it is written in.
    pub lang: Lang,
    /// Title.
    pub title: String,
    /// Day of publication; notices have one.
    pub date: Option<Day>,
    /// One sentence for lists.
    pub summary: String,
    /// Places it concerns; all when empty.
    pub places: Vec<PlaceIx>,
    /// Projects that a notice is about.
    pub projects: Vec<ProjectIx>,
    /// The term for which a notice must be up, where one is declared.
    pub publicity: Option<Publicity>,
    /// Order among pages.
    pub order: i64,
    /// The Markdown after the front matter.
    pub body: String,
    /// Line of the file on which the body starts.
    pub first_line: u32,
    /// The same in the other language: `about.en.md` beside `about.md`.
    pub translation: Option<Box<Prose>>,
}

impl Prose {
    /// In a language, where it was written in it; else as it is. A translation says only what is said in words: when, where
    /// and in which order is the original's to say.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Self {
        let Some(translation) = self.translation.as_deref().filter(|translation| translation.lang == lang) else {
            return self.clone();
        };
        let Self { file, title, summary, body, first_line, .. } = translation.clone();
        let title = if title.is_empty() { self.title.clone() } else { title };
        Self { file, lang, title, summary, body, first_line, translation: None, ..self.clone() }
    }
}

/// All prose of a site.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// `content/home.md`
    pub home: Option<Prose>,
    /// `content/*.md`: pages of their own, in order.
    pub pages: Vec<Prose>,
    /// `content/notices/*.md`, newest first.
    pub notices: Vec<Prose>,
    /// `content/communities/<id>.md`, also of other places.
    pub places: BTreeMap<PlaceIx, Prose>,
    /// `content/teams/<id>.md`
    pub teams: BTreeMap<TeamIx, Prose>,
    /// `content/projects/<id>.md`, by the address of the project.
    pub projects: BTreeMap<String, Prose>,
}

impl Library {
    /// Every file, in a fixed order, translations behind their originals.
    pub fn all(&self) -> impl Iterator<Item = &Prose> {
        self.originals().flat_map(|prose| std::iter::once(prose).chain(prose.translation.as_deref()))
    }

    /// All of it in a language, as far as it was written in it.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Self {
        let each = |proses: &[Prose]| proses.iter().map(|prose| prose.in_language(lang)).collect();
        Self {
            home: self.home.as_ref().map(|prose| prose.in_language(lang)),
            pages: each(&self.pages),
            notices: each(&self.notices),
            places: self.places.iter().map(|(&at, prose)| (at, prose.in_language(lang))).collect(),
            teams: self.teams.iter().map(|(&at, prose)| (at, prose.in_language(lang))).collect(),
            projects: self.projects.iter().map(|(id, prose)| (id.clone(), prose.in_language(lang))).collect(),
        }
    }

    /// Every file that is no translation, to be changed; in the order of [`Library::all`].
    pub fn originals_mut(&mut self) -> impl Iterator<Item = &mut Prose> {
        self.home
            .iter_mut()
            .chain(&mut self.pages)
            .chain(&mut self.notices)
            .chain(self.places.values_mut())
            .chain(self.teams.values_mut())
            .chain(self.projects.values_mut())
    }

    fn originals(&self) -> impl Iterator<Item = &Prose> {
        self.home
            .iter()
            .chain(&self.pages)
            .chain(&self.notices)
            .chain(self.places.values())
            .chain(self.teams.values())
            .chain(self.projects.values())
    }
}
