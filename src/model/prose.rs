//! Prose that the site's authors wrote in Markdown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::place::PlaceIx;
use super::publicity::Publicity;
use super::team::TeamIx;
use crate::text::date::Day;

/// One Markdown file.
#[derive(Debug, Clone)]
pub struct Prose {
    /// Its path, for messages.
    pub file: Arc<str>,
    /// Its name without folder and ending: the address of pages and notices.
    pub slug: String,
    /// Title.
    pub title: String,
    /// Day of publication; notices have one.
    pub date: Option<Day>,
    /// One sentence for lists.
    pub summary: String,
    /// Places it concerns; all when empty.
    pub places: Vec<PlaceIx>,
    /// The term for which a notice must be up, where one is declared.
    pub publicity: Option<Publicity>,
    /// Order among pages.
    pub order: i64,
    /// The Markdown after the front matter.
    pub body: String,
    /// Line of the file on which the body starts.
    pub first_line: u32,
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
    /// Every file, in a fixed order.
    pub fn all(&self) -> impl Iterator<Item = &Prose> {
        self.home
            .iter()
            .chain(&self.pages)
            .chain(&self.notices)
            .chain(self.places.values())
            .chain(self.teams.values())
            .chain(self.projects.values())
    }
}
