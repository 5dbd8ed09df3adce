//! Takes: page models, the theme's files, prose.
//! Gives: the bytes of each page.
//! Promises: text is escaped wherever it lands; charts are drawn the same on any machine.
//! Never: counts, sorts or decides what is shown.
//! Start reading at: [`Renderer::make`], then [`chart`] and [`prose`].

mod atom;
mod builtin;
mod card;
pub mod chart;
mod contract;
pub mod csv;
mod escape;
mod foreign;
mod ics;
pub mod json;
pub mod prose;
mod qr;
mod sitemap;
mod theme;

use std::cell::RefCell;
use std::collections::BTreeMap;

use card::Cards;

use self::escape::printable;
use crate::diag::Problem;
use crate::diag::rules::sheets::ADDRESS_TOO_LONG;
use crate::source::Sources;
use crate::text::Lang;
use crate::view::chart::{Chart, ChartInProse};
use crate::view::downloads::Download;
use crate::view::{Key, Page, PlaceIx, SiteModel, Subject, View};

pub use theme::Theme;

/// Turns page models into bytes.
pub struct Renderer {
    theme: Theme,
    lang: Lang,
    cards: Option<Cards>,
    html: bool,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Address from the site's root.
    pub address: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A piece of work: one file, or a few that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// A page.
    Page(Key),
    /// The figures of one subject for machines.
    Subject(Subject),
    /// A published table.
    Table(Download),
    /// News and fixed days of the site, or of a community.
    Follow(Option<PlaceIx>),
    /// The picture that stands for the page of a subject.
    Card(Subject),
    /// Style sheets, icons and other files of the theme.
    Assets,
    /// What programs look for: description of the data, `robots.txt`, the sitemap.
    Machines,
}

impl Renderer {
    /// Loads the theme of the site: its own files first, the built-in ones where it has none.
    pub fn new(sources: &Sources, theme: &str, site: &SiteModel, lang: Lang) -> Result<Self, Vec<Problem>> {
        Ok(Self { theme: Theme::load(sources, theme, site, lang)?, lang, cards: None, html: false })
    }

    /// Lets authors write harmless HTML in their prose.
    #[must_use]
    pub fn with_html(self, html: bool) -> Self {
        Self { html, ..self }
    }

    /// Makes ready to draw the pictures that stand for pages.
    pub fn with_cards(mut self, sources: &Sources, view: &View<'_>) -> Result<Self, Problem> {
        self.cards = Some(Cards::load(sources, &view.config.site)?);
        Ok(self)
    }

    /// Which letters the font of the pictures lacks, once all of them are made.
    #[must_use]
    pub fn missing_letters(&self) -> Option<Problem> {
        self.cards.as_ref()?.missing()
    }

    /// Templates and words of the site's theme that are not wrong but do nothing. Templates are those of every language, and are told
    /// with the main one.
    pub fn idle(&self, is_main: bool) -> impl Iterator<Item = &Problem> {
        let templates = if is_main { self.theme.idle_templates() } else { &[] };
        templates.iter().chain(self.theme.idle_words())
    }

    /// A page, and what is wrong with its prose and charts. There is no page when its template fails.
    fn page(&self, page: &Page) -> (Option<File>, Vec<Problem>) {
        let shell = page.shell();
        let mut problems = Vec::new();
        // A chart that stands in the prose is not repeated below it.
        let inside = RefCell::new(Vec::new());
        let broken = RefCell::new(Vec::new());
        let in_prose = |id: &str| {
            let chart = page.chart(id)?;
            let drawing = chart::svg(chart, self.lang, &format!("p{}", inside.borrow().len())).ok()?;
            inside.borrow_mut().push(chart.id.as_str());
            let figure = self.theme.chart(&ChartInProse { shell, chart }, &drawing);
            let figure = figure.map_err(|problem| broken.borrow_mut().push(problem)).ok()?;
            let is_foreign = page.prose().is_some_and(|prose| prose.untranslated(self.lang).is_some());
            Some(if is_foreign { foreign::own(&figure, self.lang) } else { figure })
        };
        let prose = page.prose().map(|prose| {
            let (html, faults) = prose::html(
                &prose.body,
                &prose::Surroundings {
                    file: &prose.file,
                    first_line: prose.first_line,
                    facts: &prose.facts,
                    root: &shell.root,
                    up: &shell.up,
                    chart: &in_prose,
                    lang: self.lang,
                    html: self.html,
                },
            );
            let html = prose::addresses::printed(&html, shell.canonical.as_deref());
            let Some(note) = prose.untranslated(self.lang) else {
                problems.extend(faults);
                return html;
            };
            // What is wrong with it is told where it was written for.
            foreign::prose(&html, note, prose.lang)
        });
        problems.extend(broken.into_inner());
        let inside = inside.into_inner();
        let stands_below = |chart: &&Chart| !inside.contains(&chart.id.as_str());
        let below: Vec<&Chart> = page.charts().iter().filter(stands_below).collect();
        let mut drawings: BTreeMap<&str, String> =
            page.sparklines().iter().map(|line| (line.id.as_str(), chart::spark::svg(line))).collect();
        for (at, chart) in page.drawings().into_iter().filter(stands_below).enumerate() {
            let drawing = chart::svg(chart, self.lang, &format!("c{at}")).unwrap_or_else(|problem| {
                problems.push(problem);
                // The template shows the table alone.
                String::new()
            });
            drawings.insert(chart.id.as_str(), drawing);
        }
        problems.extend(page.problems.iter().cloned());
        for (code, side) in page.qr_codes() {
            match qr::svg(&code.address, side) {
                Some(drawing) => drawings.extend([(code.id.as_str(), drawing)]),
                None => problems.push(
                    Problem::new(&ADDRESS_TOO_LONG)
                        .with("sheet", &shell.address)
                        .with("bytes", code.address.len())
                        .with("side", side),
                ),
            }
        }
        match self.theme.render(page, &below, &drawings, prose.as_deref().unwrap_or_default()) {
            Ok(bytes) => (
                Some(File { address: shell.file.clone(), bytes: foreign::marked(printable(bytes), self.lang) }),
                problems,
            ),
            Err(problem) => {
                problems.push(problem);
                (None, problems)
            }
        }
    }

    /// Everything there is to make for a site, the long work first. The second language has pages and nothing else.
    #[must_use]
    pub fn work(&self, view: &View<'_>) -> Vec<Work> {
        if !view.is_main() {
            return view.pages().into_iter().map(Work::Page).collect();
        }
        let mut work: Vec<Work> = view.downloads().into_iter().map(Work::Table).collect();
        work.extend(view.split_figures().into_iter().map(Work::Table));
        work.extend(view.pages().into_iter().map(Work::Page));
        work.extend(view.subjects().into_iter().map(Work::Subject));
        work.extend(view.social_cards().into_iter().map(Work::Card));
        work.extend(view.feeds().into_iter().map(Work::Follow));
        work.extend([Work::Assets, Work::Machines]);
        work
    }

    /// Makes the files of one piece of work, and says what is wrong with them. What cannot be made is not there.
    #[must_use]
    pub fn make(&self, view: &View<'_>, work: &Work) -> (Vec<File>, Vec<Problem>) {
        match work {
            Work::Page(key) => {
                let Some(page) = view.page(*key) else { return (Vec::new(), Vec::new()) };
                let (file, problems) = self.page(&page);
                (file.into_iter().collect(), problems)
            }
            Work::Subject(subject) => {
                let file = view.subject_file(*subject);
                (file.iter().map(json::subject).collect(), Vec::new())
            }
            Work::Table(table) => {
                (vec![File { address: table.address(view), bytes: csv::table(view, table) }], Vec::new())
            }
            Work::Follow(of) => {
                let (feed, calendar) = (view.feed(*of), view.calendar_file(*of));
                (feed.iter().map(atom::feed).chain(calendar.iter().map(ics::calendar)).collect(), Vec::new())
            }
            Work::Card(subject) => {
                let drawn = self.cards.as_ref().zip(view.social_card(*subject)).map(|(cards, card)| cards.draw(&card));
                (drawn.into_iter().collect(), Vec::new())
            }
            Work::Assets => match self.theme.assets() {
                Ok(files) => (files, Vec::new()),
                Err(problem) => (Vec::new(), vec![problem]),
            },
            Work::Machines => {
                let mut files = vec![json::package(view), sitemap::robots(view)];
                files.extend(sitemap::sitemap(view));
                (files, Vec::new())
            }
        }
    }
}
