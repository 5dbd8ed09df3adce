//! Sheets to print for the notice board: which there are, and what each is called.
//!
//! They are pages with models of their own: what stands on a sheet is counted to fit its paper, so that none is ever cut by a
//! printer. Start reading at [`Sheet`], then [`paper`] for the sizes and [`poster`] for the fitting.

mod index;
pub mod paper;
mod place;
pub mod poster;

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::{Link, Shell};
use super::{Model, Page, Subject, View, routes};
use crate::text::Lang;
use paper::Paper;

pub use index::{SheetGroup, SheetRow, SheetsPage};

/// A sheet that can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The poster of a place, a team or a project.
    Poster(Subject, Paper),
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One page for the notice board.
    Poster,
}

/// A sheet as a file that can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFile {
    /// What it is called on the command line: `communities/yanchi-a4`.
    pub name: String,
    /// Address of the page from the site's root.
    pub address: String,
    /// Address of its PDF from the site's root.
    pub pdf: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub kind: Kind,
    /// Id of the place, team or project that it is about; empty when it is about all.
    pub subject: String,
    /// How many sheets of paper it takes.
    pub pages: usize,
}

/// Ways from a sheet on the screen; never printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SheetLinks {
    /// The page that it stands for.
    pub page: Link,
    /// What the paper is called in the dialogue of a printer: `A4`.
    pub paper: &'static str,
    /// Other sheets about the same.
    pub others: Vec<Link>,
    /// The same as PDF; `None` where it was not made.
    pub pdf: Option<Link>,
}

impl Kind {
    /// The word for it on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Poster => "poster",
        }
    }

    /// What sheets of this kind are called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Poster => lang.pick("公示单", "Posters"),
        }
    }
}

impl Sheet {
    /// What it is for.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Poster(..) => Kind::Poster,
        }
    }

    /// What it is about.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Poster(subject, _) => subject,
        }
    }

    /// What the paper is called in the dialogue of a printer.
    #[must_use]
    pub fn paper(self) -> &'static str {
        match self {
            Self::Poster(_, Paper::A3) => "A3",
            Self::Poster(_, Paper::A4) => "A4",
        }
    }
}

impl View<'_> {
    /// Every sheet of the site, those about one subject together.
    #[must_use]
    pub fn sheets(&self) -> Vec<Sheet> {
        let places = self.rollups.iter().chain(&self.communities).map(|&at| Subject::Place(at));
        places.flat_map(|subject| self.sheets_of(subject)).collect()
    }

    /// The sheets about a subject.
    #[must_use]
    pub fn sheets_of(&self, subject: Subject) -> Vec<Sheet> {
        match subject {
            Subject::Place(_) => Paper::ALL.map(|paper| Sheet::Poster(subject, paper)).to_vec(),
            _ => Vec::new(),
        }
    }

    /// The sheets as files: names, titles and how much paper they take.
    #[must_use]
    pub fn sheet_files(&self) -> Vec<SheetFile> {
        self.sheets().into_iter().filter_map(|sheet| self.sheet_file(sheet)).collect()
    }

    fn sheet_file(&self, sheet: Sheet) -> Option<SheetFile> {
        let address = self.sheet_address(sheet)?;
        let name = address.strip_prefix(routes::PRINT).and_then(|rest| rest.strip_suffix(".html"))?;
        let file = format!("{}{address}", self.folder());
        Some(SheetFile {
            name: format!("{}{name}", self.folder()),
            pdf: routes::pdf(&file),
            address: file,
            title: self.sheet_title(sheet),
            kind: sheet.kind(),
            subject: self.subject_id(sheet.subject()),
            pages: 1,
        })
    }

    /// The address of a sheet from the root of its language; `None` when the site does not have it.
    #[must_use]
    pub fn sheet_address(&self, sheet: Sheet) -> Option<String> {
        let ending = match sheet {
            Sheet::Poster(_, paper) => paper.poster().name,
        };
        self.subject_page(sheet.subject()).map(|page| routes::sheet(&page.address, ending))
    }

    /// What a sheet is called.
    fn sheet_title(&self, sheet: Sheet) -> String {
        let name = self.subject_name(sheet.subject());
        match sheet {
            Sheet::Poster(_, paper) => {
                let paper = paper.poster().name.to_uppercase();
                self.lang.pick(format!("{name}公示单 {paper}"), format!("{name}, {paper} poster"))
            }
        }
    }

    /// The page of a sheet; `None` for a sheet that is not of this site.
    #[must_use]
    pub fn sheet_page(&self, sheet: Sheet) -> Option<Page> {
        let (poster, problems) = match sheet {
            Sheet::Poster(Subject::Place(at), paper) => self.place_poster(at, paper)?,
            Sheet::Poster(..) => return None,
        };
        Some(Page { template: "poster.html", model: Model::Poster(Box::new(poster)), problems })
    }

    /// The frame of a sheet, and the ways from it on a screen.
    fn sheet_frame(&self, sheet: Sheet) -> Option<(Shell, SheetLinks)> {
        let address = self.sheet_address(sheet)?;
        let title = self.sheet_title(sheet);
        let page = self.subject_page(sheet.subject())?;
        let shell = self.side_shell(&address, &title, String::new(), Vec::new(), routes::SHEETS, &page.address);
        let others = self.sheets_of(sheet.subject()).into_iter().filter(|other| *other != sheet);
        let links = SheetLinks {
            page,
            paper: sheet.paper(),
            others: others.filter_map(|other| self.sheet_link(other)).collect(),
            pdf: self.sheet_pdf(sheet),
        };
        Some((shell, links))
    }

    /// The sheet as PDF, where PDFs are published.
    fn sheet_pdf(&self, sheet: Sheet) -> Option<Link> {
        let address = self.sheet_address(sheet).filter(|_| self.config.pdf)?;
        Some(Link::new("PDF", routes::pdf(&address)))
    }

    fn sheet_link(&self, sheet: Sheet) -> Option<Link> {
        Some(Link::new(self.sheet_title(sheet), self.sheet_address(sheet)?))
    }

    /// The sheets about a subject, for its page.
    #[must_use]
    pub fn sheet_links(&self, subject: Subject) -> Vec<Link> {
        self.sheets_of(subject).into_iter().filter_map(|sheet| self.sheet_link(sheet)).collect()
    }

    /// The code that leads a phone to a page; `None` where the site's address is not known.
    fn qr(&self, page: &str) -> Option<poster::Qr> {
        let base = self.config.site.base_url.as_deref()?;
        Some(poster::Qr::new("qr", format!("{base}{}{}", self.folder(), routes::typed(page))))
    }
}
