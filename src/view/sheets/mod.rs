//! Sheets to print for the notice board: which there are, and what each is called.
//!
//! They are pages with models of their own: what stands on a sheet is counted to fit its paper, so that none is ever cut by a
//! printer. Start reading at [`Sheet`], then [`paper`] for the sizes and [`poster`] for the fitting.

mod doors;
mod index;
pub mod paper;
mod place;
pub mod poster;
mod project;
mod rows;
pub mod slips;
mod team;
mod wishes;

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::{Link, Shell};
use super::{Model, Page, Subject, View, routes};
use crate::model::{PlaceIx, Prose};
use crate::text::Lang;
use paper::{DOORS, Paper, WISHES};

pub use index::{SheetGroup, SheetRow, SheetsPage};

/// A sheet that can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The poster of a place, a team or a project.
    Poster(Subject, Paper),
    /// The wishes of a community, as cards.
    Wishes(PlaceIx),
    /// The plates for the doors of a community, as cards.
    Doors(PlaceIx),
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// One page for the notice board.
    Poster,
    /// Wishes to claim, for a wall.
    Wishes,
    /// Codes for doors.
    Doors,
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
            Self::Wishes => "wishes",
            Self::Doors => "doors",
        }
    }

    /// What sheets of this kind are called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Poster => lang.pick("公示单", "Posters"),
            Self::Wishes => lang.pick("微心愿墙", "Wishes to claim"),
            Self::Doors => lang.pick("数字门牌", "Door plates"),
        }
    }
}

impl Sheet {
    /// What it is for.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Poster(..) => Kind::Poster,
            Self::Wishes(_) => Kind::Wishes,
            Self::Doors(_) => Kind::Doors,
        }
    }

    /// What it is about.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Poster(subject, _) => subject,
            Self::Wishes(at) | Self::Doors(at) => Subject::Place(at),
        }
    }

    /// What the paper is called in the dialogue of a printer.
    #[must_use]
    pub fn paper(self) -> &'static str {
        match self {
            Self::Poster(_, Paper::A3) => "A3",
            Self::Poster(_, Paper::A4) | Self::Wishes(_) | Self::Doors(_) => "A4",
        }
    }
}

impl View<'_> {
    /// Every sheet of the site, those about one subject together.
    #[must_use]
    pub fn sheets(&self) -> Vec<Sheet> {
        let ledger = self.cleared.ledger();
        let places = self.rollups.iter().chain(&self.communities).map(|&at| Subject::Place(at));
        let teams = (0..ledger.teams.len()).map(Subject::team);
        let mut projects: Vec<_> = ledger.library.notices.iter().flat_map(|notice| &notice.projects).collect();
        projects.sort_unstable();
        projects.dedup();
        let projects = projects.into_iter().map(|&at| Subject::Project(at));
        places.chain(teams).chain(projects).flat_map(|subject| self.sheets_of(subject)).collect()
    }

    /// The sheets about a subject.
    #[must_use]
    pub fn sheets_of(&self, subject: Subject) -> Vec<Sheet> {
        let has_poster = match subject {
            Subject::Place(_) | Subject::Team(_) => true,
            Subject::Project(at) => self.public_notice(at).is_some(),
            Subject::Site | Subject::Department(_) => false,
        };
        let papers = Paper::ALL.into_iter().filter(|_| has_poster);
        papers.map(|paper| Sheet::Poster(subject, paper)).chain(self.slips_of(subject)).collect()
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
            pages: self.slip_page(sheet).map_or(1, |(slips, _)| slips.pages.len()),
        })
    }

    /// The address of a sheet from the root of its language; `None` when the site does not have it.
    #[must_use]
    pub fn sheet_address(&self, sheet: Sheet) -> Option<String> {
        let ending = match sheet {
            Sheet::Poster(_, paper) => paper.poster().name,
            Sheet::Wishes(_) => WISHES.name,
            Sheet::Doors(_) => DOORS.name,
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
            Sheet::Wishes(_) => self.lang.pick(format!("{name}微心愿墙"), format!("{name}, wishes to claim")),
            Sheet::Doors(_) => self.lang.pick(format!("{name}数字门牌"), format!("{name}, door plates")),
        }
    }

    /// The page of a sheet; `None` for a sheet that is not of this site.
    #[must_use]
    pub fn sheet_page(&self, sheet: Sheet) -> Option<Page> {
        let (poster, problems) = match sheet {
            Sheet::Poster(Subject::Place(at), paper) => self.place_poster(at, paper)?,
            Sheet::Poster(Subject::Team(at), paper) => self.team_poster(at, paper)?,
            Sheet::Poster(Subject::Project(at), paper) => self.project_poster(at, paper)?,
            Sheet::Wishes(_) | Sheet::Doors(_) => {
                let (slips, problems) = self.slip_page(sheet)?;
                return Some(Page { template: "slips.html", model: Model::Slips(Box::new(slips)), problems });
            }
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
            pdf: None,
        };
        Some((shell, links))
    }

    fn sheet_link(&self, sheet: Sheet) -> Option<Link> {
        Some(Link::new(self.sheet_title(sheet), self.sheet_address(sheet)?))
    }

    /// The sheets about a subject, for its page, which need not say what they are about.
    #[must_use]
    pub fn sheet_links(&self, subject: Subject) -> Vec<Link> {
        let link = |sheet: Sheet| Some(Link::new(self.sheet_name(sheet), self.sheet_address(sheet)?));
        self.sheets_of(subject).into_iter().filter_map(link).collect()
    }

    /// The posters of the projects that a notice is about.
    #[must_use]
    pub fn sheets_of_notice(&self, notice: &Prose) -> Vec<Link> {
        let projects = notice.projects.iter().filter(|_| notice.publicity.is_some());
        let sheets = projects.flat_map(|&at| self.sheets_of(Subject::Project(at)));
        sheets.filter_map(|sheet| self.sheet_link(sheet)).collect()
    }

    /// What a sheet is, without what it is about.
    fn sheet_name(&self, sheet: Sheet) -> String {
        match sheet {
            Sheet::Poster(..) => {
                format!("{} {}", self.lang.pick("公示单", "poster"), sheet.paper())
            }
            _ => sheet.kind().name(self.lang).to_owned(),
        }
    }

    /// The code that leads a phone to a page; `None` where the site's address is not known.
    fn qr(&self, page: &str) -> Option<poster::Qr> {
        let base = self.config.site.base_url.as_deref()?;
        Some(poster::Qr::new("qr", format!("{base}{}{}", self.folder(), routes::typed(page))))
    }

    /// The code that leads a phone to a part of a page; in words it is the page.
    fn qr_inside(&self, page: &str, part: &str, id: &str) -> Option<poster::Qr> {
        let whole = self.qr(page)?;
        let base = self.config.site.base_url.as_deref()?;
        Some(poster::Qr { id: id.to_owned(), address: format!("{base}{}{part}", self.folder()), text: whole.text })
    }
}
