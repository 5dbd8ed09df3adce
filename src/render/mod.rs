//! Takes: page models, the theme's files, prose.
//! Gives: the bytes of each page.
//! Promises: text is escaped wherever it lands; charts are drawn the same on any machine.
//! Never: counts, sorts or decides what is shown.
//! Start reading at: [`Renderer::page`], then [`chart`] and [`prose`].

mod builtin;
pub mod chart;
pub mod csv;
mod figure;
pub mod json;
pub mod prose;
mod sitemap;
mod theme;

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::diag::Problem;
use crate::source::Sources;
use crate::text::Lang;
use crate::view::{Page, SiteModel, View};

pub use sitemap::{robots, sitemap};
pub use theme::Theme;

/// Turns page models into bytes.
pub struct Renderer {
    theme: Theme,
    lang: Lang,
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Address from the site's root.
    pub address: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Renderer {
    /// Loads the theme of the site: its own files first, the built-in ones where it has none.
    pub fn new(sources: &Sources, theme: &str, site: &SiteModel, lang: Lang) -> Result<Self, Vec<Problem>> {
        Ok(Self { theme: Theme::load(sources, theme, site, lang)?, lang })
    }

    /// Style sheets, icons and other files of the theme.
    pub fn assets(&self) -> Result<Vec<File>, Problem> {
        self.theme.assets()
    }

    /// A page, and what is wrong with its prose and charts. There is no page when its template fails.
    #[must_use]
    pub fn page(&self, page: &Page) -> (Option<File>, Vec<Problem>) {
        let shell = page.shell();
        let mut problems = Vec::new();
        let mut drawings = BTreeMap::new();
        for (at, chart) in page.charts().iter().enumerate() {
            let drawing = chart::svg(chart, self.lang, &format!("c{at}")).unwrap_or_else(|problem| {
                problems.push(problem);
                // The template shows the table alone.
                String::new()
            });
            drawings.insert(chart.id.as_str(), drawing);
        }
        // A chart in prose is drawn once more, with ids of its own.
        let inside = Cell::new(0_usize);
        let in_prose = |id: &str| {
            let chart = page.charts().iter().find(|chart| chart.id == id)?;
            inside.set(inside.get() + 1);
            let drawing = chart::svg(chart, self.lang, &format!("p{}", inside.get())).ok()?;
            Some(figure::figure(chart, &drawing, self.lang))
        };
        let prose = page.prose().map(|prose| {
            let (html, faults) = prose::html(
                &prose.body,
                &prose::Surroundings {
                    file: &prose.file,
                    first_line: prose.first_line,
                    facts: &prose.facts,
                    root: &shell.root,
                    chart: &in_prose,
                    lang: self.lang,
                },
            );
            problems.extend(faults);
            html
        });
        match self.theme.render(page, &drawings, prose.as_deref().unwrap_or_default()) {
            Ok(bytes) => (Some(File { address: shell.address.clone(), bytes }), problems),
            Err(problem) => {
                problems.push(problem);
                (None, problems)
            }
        }
    }

    /// Files that are not pages: published tables, figures for machines, the sitemap.
    #[must_use]
    pub fn data(&self, view: &View<'_>) -> Vec<File> {
        let mut files: Vec<File> = view
            .downloads()
            .iter()
            .map(|table| File { address: table.address(view), bytes: csv::table(view, table) })
            .collect();
        files.push(json::package(view));
        files.push(File { address: crate::view::routes::ROBOTS.to_owned(), bytes: robots(view) });
        files.extend(sitemap(view));
        files
    }
}
