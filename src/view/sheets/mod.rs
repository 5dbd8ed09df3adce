//! Sheets to print for the notice board: which there are, and what each is called.
//!
//! They are pages with models of their own: what stands on a sheet is counted to fit its paper, so that none is ever cut by a
//! printer. Start reading at [`Sheet`], then [`paper`] for the sizes, [`poster`] for the fitting of one page and [`document`] for
//! what takes several.

mod booklet;
pub mod document;
mod doors;
mod duty;
mod flow;
mod index;
pub mod paper;
mod place;
pub mod poster;
mod project;
mod report;
mod rows;
mod sections;
pub mod slips;
mod team;
mod team_sheet;
mod wishes;

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::{Link, Shell};
use super::{Model, Page, Subject, View, routes};
use crate::diag::Problem;
use crate::model::{PlaceIx, Prose, TeamIx};
use crate::text::Lang;
use document::Document;
use paper::{DOORS, Paper, WISHES};
use poster::Poster;
use slips::Slips;

pub use index::{SheetGroup, SheetRow, SheetsPage};

/// A sheet that can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The poster of a place, a team or a project.
    Poster(Subject, Paper),
    /// The monthly report of a place.
    Report(Subject),
    /// All communities in one document.
    Booklet,
    /// Whom to call in a place.
    Duty(Subject),
    /// What a team does.
    Team(TeamIx),
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
    /// The month of a place, for the council and to file.
    Report,
    /// The month of all communities, for a print shop.
    Booklet,
    /// Contacts for the wall.
    Duty,
    /// A team for the wall.
    Team,
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
            Self::Report => "report",
            Self::Booklet => "booklet",
            Self::Duty => "duty",
            Self::Team => "team",
            Self::Wishes => "wishes",
            Self::Doors => "doors",
        }
    }

    /// What sheets of this kind are called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Poster => lang.pick("公示单", "Posters"),
            Self::Report => lang.pick("月报", "Monthly reports"),
            Self::Booklet => lang.pick("汇编", "Booklet"),
            Self::Duty => lang.pick("联系单", "Whom to call"),
            Self::Team => lang.pick("团队介绍", "Teams"),
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
            Self::Report(_) => Kind::Report,
            Self::Booklet => Kind::Booklet,
            Self::Duty(_) => Kind::Duty,
            Self::Team(_) => Kind::Team,
            Self::Wishes(_) => Kind::Wishes,
            Self::Doors(_) => Kind::Doors,
        }
    }

    /// What it is about.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Poster(subject, _) | Self::Report(subject) | Self::Duty(subject) => subject,
            Self::Booklet => Subject::Site,
            Self::Team(at) => Subject::Team(at),
            Self::Wishes(at) | Self::Doors(at) => Subject::Place(at),
        }
    }

    /// What the paper is called in the dialogue of a printer.
    #[must_use]
    pub fn paper(self) -> &'static str {
        match self {
            Self::Poster(_, Paper::A3) => "A3",
            Self::Poster(_, Paper::A4)
            | Self::Report(_)
            | Self::Booklet
            | Self::Duty(_)
            | Self::Team(_)
            | Self::Wishes(_)
            | Self::Doors(_) => "A4",
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
        let subjects = places.chain(teams).chain(projects).chain([Subject::Site]);
        subjects.flat_map(|subject| self.sheets_of(subject)).collect()
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
        let documents = match subject {
            Subject::Place(_) => vec![Sheet::Report(subject), Sheet::Duty(subject)],
            Subject::Team(at) => vec![Sheet::Team(at)],
            Subject::Site if self.has_booklet() => vec![Sheet::Booklet],
            _ => Vec::new(),
        };
        let posters = papers.map(|paper| Sheet::Poster(subject, paper));
        posters.chain(documents).chain(self.slips_of(subject)).collect()
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
            pages: self.sheet_pages(sheet),
        })
    }

    /// How many sheets of paper it takes; those of a document are known once it is packed.
    fn sheet_pages(&self, sheet: Sheet) -> usize {
        match self.sheet_page(sheet).map(|page| page.model) {
            Some(Model::Document(document)) => document.pages.len(),
            Some(Model::Slips(slips)) => slips.pages.len(),
            _ => 1,
        }
    }

    /// The address of a sheet from the root of its language; `None` when the site does not have it.
    #[must_use]
    pub fn sheet_address(&self, sheet: Sheet) -> Option<String> {
        let ending = match sheet {
            Sheet::Poster(_, paper) => paper.poster().name,
            Sheet::Report(_) => "report",
            Sheet::Booklet => return Some(routes::BOOKLET.to_owned()),
            Sheet::Duty(_) => "duty",
            Sheet::Team(_) => "sheet",
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
            Sheet::Report(_) => self.lang.pick(format!("{name}月报"), format!("{name}, monthly report")),
            Sheet::Booklet => self.lang.pick("全部社区汇编".to_owned(), "Booklet of all communities".to_owned()),
            Sheet::Duty(_) => self.lang.pick(format!("{name}联系单"), format!("{name}, whom to call")),
            Sheet::Team(_) => self.lang.pick(format!("{name}介绍"), format!("{name}, what it does")),
            Sheet::Wishes(_) => self.lang.pick(format!("{name}微心愿墙"), format!("{name}, wishes to claim")),
            Sheet::Doors(_) => self.lang.pick(format!("{name}数字门牌"), format!("{name}, door plates")),
        }
    }

    /// The page of a sheet; `None` for a sheet that is not of this site.
    #[must_use]
    pub fn sheet_page(&self, sheet: Sheet) -> Option<Page> {
        let document = |document: Document| {
            let model = Model::Document(Box::new(document));
            Page { template: "document.html", model, problems: Vec::new() }
        };
        let slips = |(slips, problems): (Slips, Vec<Problem>)| {
            let model = Model::Slips(Box::new(slips));
            Page { template: "slips.html", model, problems }
        };
        let poster = |(poster, problems): (Poster, Vec<Problem>)| {
            let model = Model::Poster(Box::new(poster));
            Page { template: "poster.html", model, problems }
        };
        match sheet {
            Sheet::Poster(Subject::Place(at), paper) => self.place_poster(at, paper).map(poster),
            Sheet::Poster(Subject::Team(at), paper) => self.team_poster(at, paper).map(poster),
            Sheet::Poster(Subject::Project(at), paper) => self.project_poster(at, paper).map(poster),
            Sheet::Report(Subject::Place(at)) => self.place_report(at).map(document),
            Sheet::Duty(Subject::Place(at)) => self.place_duty(at).map(document),
            Sheet::Booklet => self.booklet().map(document),
            Sheet::Team(at) => self.team_sheet(at).map(document),
            Sheet::Wishes(at) => self.wish_slips(at).map(slips),
            Sheet::Doors(at) => self.door_slips(at).map(slips),
            Sheet::Poster(..) | Sheet::Report(_) | Sheet::Duty(_) => None,
        }
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
