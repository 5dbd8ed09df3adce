//! Which pages a site has, and the model of each.

use schemars::JsonSchema;
use serde::Serialize;

use super::chart::Chart;
use super::content::{NotFoundPage, NoticesPage, ProseModel, ProsePage};
use super::sheets::document::Document;
use super::sheets::poster::{Poster, Qr};
use super::sheets::slips::Slips;
use super::sheets::{Sheet, SheetsPage};
use super::sparkline::Sparkline;
use super::{
    Subject, View, communities, community, data, figures, home, issues, methods, project, projects, reported, routes,
    search, sorted, team, teams,
};
use crate::diag::Problem;
use crate::model::{PlaceIx, ReportedPlaceIx, TeamIx};
use crate::text::date::Day;

/// A page that can be made: small, so that all of a site's can be listed before one is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Home.
    Home,
    /// Index of communities.
    Communities,
    /// The communities of the site or of a roll-up sorted by a metric.
    Sorted(Subject, &'static str),
    /// A community or roll-up.
    Place(PlaceIx),
    /// Index of teams.
    Teams,
    /// A team.
    Team(TeamIx),
    /// Index of projects.
    Projects,
    /// A project, by its number in the ledger.
    Project(usize),
    /// Issue statistics.
    Issues,
    /// Index of the places outside the site that reported figures are about.
    Reported,
    /// Such a place.
    ReportedPlace(ReportedPlaceIx),
    /// Index of notices.
    Notices,
    /// A notice, by its number in the library.
    Notice(usize),
    /// A page of the authors' own, by its number in the library.
    Own(usize),
    /// All figures of the site, a place or a team with their parts.
    Figures(Subject),
    /// Methods.
    Methods,
    /// Everything that has a name.
    Search,
    /// Downloads.
    Data,
    /// All sheets to print.
    Sheets,
    /// A sheet to print.
    Sheet(Sheet),
    /// For addresses that do not exist.
    NotFound,
}

/// What a page says.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant carries the model of the page it is named after")]
pub enum Model {
    Home(Box<home::HomePage>),
    Communities(Box<communities::CommunitiesPage>),
    Sorted(Box<sorted::SortedPage>),
    Place(Box<community::PlacePage>),
    Teams(Box<teams::TeamsPage>),
    Team(Box<team::TeamPage>),
    Projects(Box<projects::ProjectsPage>),
    Project(Box<project::ProjectPage>),
    Issues(Box<issues::IssuesPage>),
    Reported(Box<reported::ReportedPage>),
    ReportedPlace(Box<reported::ReportedPlacePage>),
    Notices(Box<NoticesPage>),
    Prose(Box<ProsePage>),
    Figures(Box<figures::FiguresPage>),
    Methods(Box<methods::MethodsPage>),
    Search(Box<search::SearchPage>),
    Data(Box<data::DataPage>),
    Sheets(Box<SheetsPage>),
    Poster(Box<Poster>),
    Document(Box<Document>),
    Slips(Box<Slips>),
    NotFound(Box<NotFoundPage>),
}

/// A page ready to render.
#[derive(Debug)]
pub struct Page {
    /// Its template in the theme.
    pub template: &'static str,
    /// What it says.
    pub model: Model,
    /// What had to be left out of it.
    pub problems: Vec<Problem>,
}

impl View<'_> {
    /// Every page of the site.
    #[must_use]
    pub fn pages(&self) -> Vec<Key> {
        let ledger = self.cleared.ledger();
        let library = &ledger.library;
        let mut keys = vec![Key::Home, Key::Methods, Key::Search, Key::Data, Key::Figures(Subject::Site)];
        // It speaks every language, so it stands once.
        keys.extend(self.is_main().then_some(Key::NotFound));
        keys.extend(self.subjects().into_iter().map(Key::Figures));
        if !self.communities.is_empty() {
            keys.push(Key::Communities);
            keys.extend(self.sorted_keys());
        }
        keys.extend(self.rollups.iter().chain(&self.communities).map(|&at| Key::Place(at)));
        if !ledger.issues.is_empty() {
            keys.push(Key::Issues);
        }
        if !ledger.teams.is_empty() {
            keys.push(Key::Teams);
            keys.extend((0..ledger.teams.len()).map(|at| Key::Team(TeamIx(u32::try_from(at).unwrap_or(u32::MAX)))));
        }
        if !ledger.projects.is_empty() {
            keys.push(Key::Projects);
            keys.extend((0..ledger.projects.len()).map(Key::Project));
        }
        if !ledger.reported_places.is_empty() {
            keys.push(Key::Reported);
            let places = 0..ledger.reported_places.len();
            keys.extend(places.map(|at| Key::ReportedPlace(ReportedPlaceIx(u32::try_from(at).unwrap_or(u32::MAX)))));
        }
        if !library.notices.is_empty() {
            keys.push(Key::Notices);
            keys.extend((0..library.notices.len()).map(Key::Notice));
        }
        keys.extend((0..library.pages.len()).map(Key::Own));
        let sheets = self.sheets();
        if !sheets.is_empty() {
            keys.push(Key::Sheets);
            keys.extend(sheets.into_iter().map(Key::Sheet));
        }
        keys
    }

    /// How many pages, and how many sheets to print, a site has in all of its languages.
    #[must_use]
    pub fn pages_and_sheets(&self) -> (usize, usize) {
        let keys = self.pages();
        let sheets = keys.iter().filter(|key| matches!(key, Key::Sheet(_))).count();
        let once = keys.iter().filter(|key| **key == Key::NotFound).count();
        let languages = self.folders().len().max(1);
        ((keys.len() - sheets - once) * languages + once, sheets * languages)
    }

    /// The address of a page, without making it; `None` for a key that is not of this site.
    #[must_use]
    pub fn address(&self, key: Key) -> Option<String> {
        let ledger = self.cleared.ledger();
        let library = &ledger.library;
        let fixed = |address: &str| Some(address.to_owned());
        match key {
            Key::Home => fixed(routes::HOME),
            Key::Communities => fixed(routes::COMMUNITIES),
            Key::Sorted(whole, metric) => self.sorted_address(whole, metric),
            Key::Place(at) => routes::place(ledger.place(at)?, self.config.community_level),
            Key::Teams => fixed(routes::TEAMS),
            Key::Team(at) => ledger.team(at).map(routes::team),
            Key::Projects => fixed(routes::PROJECTS),
            Key::Project(at) => ledger.projects.get(at).map(routes::project),
            Key::Issues => fixed(routes::ISSUES),
            Key::Reported => fixed(routes::REPORTED),
            Key::ReportedPlace(at) => ledger.reported_place(at).map(routes::reported_place),
            Key::Notices => fixed(routes::NOTICES),
            Key::Notice(at) => library.notices.get(at).map(routes::notice),
            Key::Own(at) => library.pages.get(at).map(routes::page),
            Key::Figures(subject) => self.figures_page_address(subject),
            Key::Methods => fixed(routes::METHODS),
            Key::Search => fixed(routes::SEARCH),
            Key::Data => fixed(routes::DATA),
            Key::Sheets => fixed(routes::SHEETS),
            Key::Sheet(sheet) => self.sheet_address(sheet),
            Key::NotFound => fixed(routes::NOT_FOUND),
        }
    }

    /// The day on which a page changed last, as far as the data tells: pages of figures speak as of a day, notices have one. Nobody
    /// knows when other prose was changed.
    #[must_use]
    pub fn changed_on(&self, key: Key) -> Option<Day> {
        match key {
            Key::Notice(at) => self.cleared.ledger().library.notices.get(at)?.date,
            Key::Own(_) | Key::Methods | Key::Reported | Key::ReportedPlace(_) | Key::NotFound => None,
            _ => Some(self.as_of),
        }
    }

    /// The model of a page; `None` for a key that is not of this site.
    #[must_use]
    pub fn page(&self, key: Key) -> Option<Page> {
        let ledger = self.cleared.ledger();
        let library = &ledger.library;
        let (template, model) = match key {
            Key::Home => ("home.html", Model::Home(Box::new(self.home()))),
            Key::Communities => ("communities.html", Model::Communities(Box::new(self.communities_page()))),
            Key::Sorted(whole, metric) => ("sorted.html", Model::Sorted(Box::new(self.sorted_page(whole, metric)?))),
            Key::Place(at) => {
                let page = self.place_page(at)?;
                (if page.is_community { "community.html" } else { "place.html" }, Model::Place(Box::new(page)))
            }
            Key::Teams => ("teams.html", Model::Teams(Box::new(self.teams_page()))),
            Key::Team(at) => ("team.html", Model::Team(Box::new(self.team_page(at)?))),
            Key::Projects => ("projects.html", Model::Projects(Box::new(self.projects_page()))),
            Key::Project(at) => ("project.html", Model::Project(Box::new(self.project_page(ledger.projects.get(at)?)))),
            Key::Issues => ("issues.html", Model::Issues(Box::new(self.issues_page()))),
            Key::Reported => ("reported.html", Model::Reported(Box::new(self.reported_page()))),
            Key::ReportedPlace(at) => {
                ("reported_place.html", Model::ReportedPlace(Box::new(self.reported_place_page(at)?)))
            }
            Key::Notices => ("notices.html", Model::Notices(Box::new(self.notices_page()))),
            Key::Notice(at) => ("notice.html", Model::Prose(Box::new(self.notice_page(library.notices.get(at)?)))),
            Key::Own(at) => ("page.html", Model::Prose(Box::new(self.own_page(library.pages.get(at)?)))),
            Key::Figures(subject) => ("figures.html", Model::Figures(Box::new(self.figures_page(subject)?))),
            Key::Methods => ("methods.html", Model::Methods(Box::new(self.methods_page()))),
            Key::Search => ("search.html", Model::Search(Box::new(self.search_page()))),
            Key::Data => ("data.html", Model::Data(Box::new(self.data_page()))),
            Key::Sheets => ("sheets.html", Model::Sheets(Box::new(self.sheets_page()))),
            Key::Sheet(sheet) => return self.sheet_page(sheet),
            Key::NotFound => ("404.html", Model::NotFound(Box::new(self.not_found_page()))),
        };
        Some(Page { template, model, problems: Vec::new() })
    }
}

impl Page {
    /// The frame of the page.
    #[must_use]
    pub fn shell(&self) -> &super::Shell {
        match &self.model {
            Model::Home(page) => &page.shell,
            Model::Communities(page) => &page.shell,
            Model::Sorted(page) => &page.shell,
            Model::Place(page) => &page.shell,
            Model::Teams(page) => &page.shell,
            Model::Team(page) => &page.shell,
            Model::Projects(page) => &page.shell,
            Model::Project(page) => &page.shell,
            Model::Issues(page) => &page.shell,
            Model::Reported(page) => &page.shell,
            Model::ReportedPlace(page) => &page.shell,
            Model::Notices(page) => &page.shell,
            Model::Prose(page) => &page.shell,
            Model::Figures(page) => &page.shell,
            Model::Methods(page) => &page.shell,
            Model::Search(page) => &page.shell,
            Model::Data(page) => &page.shell,
            Model::Sheets(page) => &page.shell,
            Model::Poster(page) => &page.shell,
            Model::Document(page) => &page.shell,
            Model::Slips(page) => &page.shell,
            Model::NotFound(page) => &page.shell,
        }
    }

    /// Everything that is drawn on the page: its charts, and those that stand in a section of their own.
    #[must_use]
    pub fn drawings(&self) -> Vec<&Chart> {
        let mut all: Vec<&Chart> = self.charts().iter().collect();
        match &self.model {
            Model::Place(page) => {
                all.extend(page.funnel.iter().map(|funnel| &funnel.chart));
                all.extend(page.ageing.iter().map(|ageing| &ageing.chart));
                all.extend(page.stars.iter().map(|stars| &stars.chart));
            }
            Model::Issues(page) => {
                all.extend(page.funnel.iter().map(|funnel| &funnel.chart));
                all.extend(page.ageing.iter().map(|ageing| &ageing.chart));
            }
            Model::Team(page) => all.extend(page.stars.iter().map(|stars| &stars.chart)),
            Model::Project(page) => all.extend(&page.timeline),
            Model::Poster(page) => all.extend(&page.chart),
            Model::Document(page) => all.extend(page.charts()),
            _ => {}
        }
        all
    }

    /// A chart that the prose of the page can show: one of its own, or one that would stand on it if there were room.
    #[must_use]
    pub fn chart(&self, id: &str) -> Option<&Chart> {
        let callable = match &self.model {
            Model::Place(page) => page.callable.as_slice(),
            _ => &[],
        };
        self.drawings().into_iter().chain(callable).find(|chart| chart.id == id)
    }

    /// The small drawings beside numbers.
    #[must_use]
    pub fn sparklines(&self) -> &[Sparkline] {
        match &self.model {
            Model::Communities(page) => &page.sparklines,
            _ => &[],
        }
    }

    /// The codes that lead a phone to a page, with the side of the square that each is printed in, in millimetres.
    #[must_use]
    pub fn qr_codes(&self) -> Vec<(&Qr, u32)> {
        match &self.model {
            Model::Poster(page) => page.qr.iter().map(|qr| (qr, page.face.qr)).collect(),
            Model::Slips(page) => {
                let cards = page.pages.iter().flat_map(|page| &page.cards);
                page.qr.iter().chain(cards.filter_map(|card| card.qr.as_ref())).map(|qr| (qr, page.face.qr)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The charts of the page, one below the other.
    #[must_use]
    pub fn charts(&self) -> &[Chart] {
        match &self.model {
            Model::Home(page) => &page.charts,
            Model::Place(page) => &page.charts,
            Model::Teams(page) => &page.charts,
            Model::Team(page) => &page.charts,
            Model::Projects(page) => &page.charts,
            Model::Issues(page) => &page.charts,
            _ => &[],
        }
    }

    /// The prose of the page.
    #[must_use]
    pub fn prose(&self) -> Option<&ProseModel> {
        match &self.model {
            Model::Home(page) => page.prose.as_ref(),
            Model::Place(page) => page.prose.as_ref(),
            Model::Team(page) => page.prose.as_ref(),
            Model::Project(page) => page.prose.as_ref(),
            Model::Prose(page) => page.prose.as_ref(),
            _ => None,
        }
    }
}
