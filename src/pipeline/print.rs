//! Printing within a walk: which sheets, from where, and what becomes of their PDFs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{Goal, Order, Rendering, Report, Stopped, Walk};
use crate::diag::Problem;
use crate::press::{self, Places, Press, Sheet, Stamp};
use crate::publish::{self, LastLook, Release, Scratch, Staging};
use crate::text::date::Day;
use crate::text::near;
use crate::view::View;
use crate::view::routes;
use crate::view::sheets::SheetFile;

/// Sheets printed at a time; more tabs than this wait for each other.
const MOST_TABS: usize = 4;
/// Names proposed for one that does not exist.
const PROPOSED: usize = 3;
/// The site as it is built for `pdf`, in a folder that is gone afterwards.
const SITE: &str = "site";

/// What the machine has to print with.
pub struct Printer<'a> {
    /// The browser that was named.
    pub browser: Option<PathBuf>,
    /// Where programs stand on this machine.
    pub places: Places,
    /// The folder for temporary files.
    pub temporary: PathBuf,
    /// Is told after each sheet how many are printed, of how many.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// Sheets to print, and with what.
pub(super) struct Paper<'a> {
    printer: &'a Printer<'a>,
    browser: PathBuf,
    sheets: Vec<SheetFile>,
    /// Where the site will stand.
    base_url: Option<String>,
    /// Offset of the site's clock from UTC in minutes.
    utc_offset: i32,
}

/// What `pdf` was asked for.
pub(super) struct Task<'a> {
    printer: &'a Printer<'a>,
    wanted: &'a [String],
    out: &'a Path,
    refused: std::cell::RefCell<Option<Refused>>,
}

/// Why nothing was printed, though the site is sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// No sheet, subject or kind is called so; the nearest names.
    Unknown {
        /// What was asked for.
        asked: String,
        /// Names that are like it.
        near: Vec<String>,
    },
    /// One file was named for several sheets.
    OneFile {
        /// The sheets.
        names: Vec<String>,
    },
}

/// What came of printing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Printed {
    /// Sheets that were printed.
    pub printed: usize,
    /// Sheets whose PDF of the release before was kept.
    pub kept: usize,
    /// Bytes of all PDFs handed over.
    pub bytes: u64,
}

/// The sheets of a site, of all its languages; `None` when the data stops the walk.
#[must_use]
pub fn sheets(order: &Order) -> (Report, Option<Vec<SheetFile>>) {
    let mut walk = Walk::new(order, Goal::Check);
    let found = walk.records().map(|(_, config, cleared)| {
        let mut sheets = View::new(&cleared, &config).sheet_files();
        for (config, cleared) in walk.other_languages(&config, &cleared) {
            sheets.extend(View::new(&cleared, &config).sheet_files());
        }
        sheets
    });
    walk.report.stopped = found.is_err();
    (walk.report, found.ok())
}

/// Runs all steps, publishes nothing, and puts the PDFs of the sheets that are wanted (all, when none is named) into the
/// folder `out`; into the file `out`, when it ends in `.pdf`.
#[must_use]
pub fn pdf(order: &Order, printer: &Printer, wanted: &[String], out: &Path) -> (Report, Option<Refused>) {
    let task = Task { printer, wanted, out, refused: None.into() };
    let mut walk = Walk::new(order, Goal::Print(&task));
    let walked = walk.walk();
    let report = walk.end(&walked);
    (report, task.refused.into_inner())
}

impl Walk<'_> {
    /// All sheets of a site, in all its languages, and the browser to print them: its lack is told before the long work.
    pub(super) fn paper<'p>(
        &mut self,
        printer: &'p Printer<'p>,
        renderings: &[Rendering<'_>],
    ) -> Result<Paper<'p>, Stopped> {
        let found = press::find(printer.browser.as_deref(), &printer.places);
        let browser = found.map_err(|problem| self.stop(problem))?;
        let site = renderings.first().map(|rendering| &rendering.view.config.site);
        let base_url = site.and_then(|site| site.base_url.clone());
        let utc_offset = site.map_or(0, |site| site.utc_offset);
        Ok(Paper { printer, browser, sheets: all(renderings), base_url, utc_offset })
    }

    /// Builds the site where nobody sees it, and hands over the PDFs when all of them are sound.
    pub(super) fn hand_over(
        &mut self,
        task: &Task,
        release: &Release,
        renderings: &[Rendering<'_>],
        look: &LastLook,
    ) -> Result<(), Stopped> {
        let sheets = task.choose(all(renderings)).map_err(|refused| {
            *task.refused.borrow_mut() = Some(refused);
            Stopped
        })?;
        let paper = Paper { sheets, ..self.paper(task.printer, renderings)? };
        let files: Vec<(String, PathBuf)> =
            paper.sheets.iter().map(|sheet| (sheet.pdf.clone(), task.file(sheet))).collect();
        let scratch = Scratch::open(&task.printer.temporary).map_err(|problem| self.stop(problem))?;
        let site = scratch.path(SITE);
        self.publish(&site, release, renderings, look, Some(&paper))?;
        // A file that is open in a reader does not keep the others from their places.
        let handed = files.into_iter().map(|(address, file)| publish::hand_over(&site.join(address), &file));
        let (handed, faults): (Vec<_>, Vec<_>) = handed.partition(Result::is_ok);
        let bytes = handed.into_iter().flatten().sum();
        let faults: Vec<_> = faults.into_iter().filter_map(Result::err).collect();
        if !faults.is_empty() {
            return Err(self.stop_each(faults));
        }
        self.report.published = None;
        self.report.printed = self.report.printed.map(|printed| Printed { bytes, ..printed });
        self.step("deliver");
        Ok(())
    }

    /// Puts the PDF of each sheet beside it into the staging folder; one whose sheet did not change is kept. Both are looked
    /// at: who wrote into the folder since is not known.
    pub(super) fn print(
        &mut self,
        paper: &Paper,
        staging: &Staging,
        release: &Release,
        look: &LastLook,
    ) -> Result<(), Stopped> {
        let (mut waiting, mut standing) = (Vec::new(), Vec::new());
        for sheet in &paper.sheets {
            let kept = staging.keep(&sheet.pdf, &sheet.address, release).map_err(|problem| self.stop(problem))?;
            if kept {
                standing.push(&sheet.pdf);
            } else {
                waiting.push((Sheet { address: sheet.address.clone(), pages: sheet.pages }, sheet.pdf.clone()));
            }
        }
        let looked = standing.par_iter().try_for_each(|pdf| staging.read(pdf).map(|bytes| look.at(pdf, &bytes)));
        looked.map_err(|problem| self.stop(problem))?;
        let (printed, kept) = (waiting.len(), paper.sheets.len() - waiting.len());
        self.report.printed = Some(Printed { printed, kept, bytes: 0 });
        if !waiting.is_empty() {
            let stamp = Stamp { day: self.report.as_of.unwrap_or_else(Day::first), utc_offset: paper.utc_offset };
            let printed = in_scratch(paper, staging, &waiting, stamp, look);
            let faults = printed.map_err(|problem| self.stop(problem))?;
            self.report.problems.extend(faults);
        }
        self.report.problems.extend(look.faults());
        Ok(())
    }
}

fn all(renderings: &[Rendering<'_>]) -> Vec<SheetFile> {
    renderings.iter().flat_map(|rendering| rendering.view.sheet_files()).collect()
}

/// Prints sheets laid out in a folder of their own, which is gone afterwards; gives what is wrong with them on paper.
fn in_scratch(
    paper: &Paper,
    staging: &Staging,
    waiting: &[(Sheet, String)],
    stamp: Stamp,
    look: &LastLook,
) -> Result<Vec<Problem>, Problem> {
    let scratch = Scratch::open(&paper.printer.temporary)?;
    let (folder, profile) = (scratch.path("sheets"), scratch.path("profile"));
    let sheets: Vec<Sheet> = waiting.iter().map(|(sheet, _)| sheet.clone()).collect();
    let addresses: Vec<&str> = sheets.iter().map(|sheet| sheet.address.as_str()).collect();
    staging.lay_out(&addresses, &folder)?;
    let tabs = rayon::current_num_threads().min(MOST_TABS);
    let base_url = paper.base_url.as_deref();
    let press = Press { browser: &paper.browser, folder: &folder, profile: &profile, base_url, stamp, tabs };
    let done = AtomicUsize::new(0);
    press::print(&press, &sheets, &|at, bytes| {
        if let Some((_, pdf)) = waiting.get(at) {
            look.at(pdf, &bytes);
            staging.put(pdf, &bytes)?;
        }
        (paper.printer.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, waiting.len());
        Ok(())
    })
}

impl Task<'_> {
    /// Whether `out` is the one file to write.
    fn is_file(&self) -> bool {
        self.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    }

    /// Where the PDF of a sheet goes.
    fn file(&self, sheet: &SheetFile) -> PathBuf {
        if self.is_file() { self.out.to_owned() } else { self.out.join(format!("{}.pdf", sheet.name)) }
    }

    fn choose(&self, all: Vec<SheetFile>) -> Result<Vec<SheetFile>, Refused> {
        let chosen = chosen(all, self.wanted)?;
        if self.is_file() && chosen.len() != 1 {
            return Err(Refused::OneFile { names: chosen.into_iter().map(|sheet| sheet.name).collect() });
        }
        Ok(chosen)
    }
}

/// The sheets that are wanted, in their own order: by name, by the id of what they are about, or by kind.
fn chosen(all: Vec<SheetFile>, wanted: &[String]) -> Result<Vec<SheetFile>, Refused> {
    let wanted: Vec<String> = wanted.iter().map(|word| plain(word)).collect();
    for asked in &wanted {
        if !all.iter().any(|sheet| is_meant(sheet, asked)) {
            let names = all.iter().flat_map(|sheet| [sheet.name.as_str(), sheet.subject.as_str(), sheet.kind.word()]);
            let names: BTreeSet<&str> = names.filter(|name| !name.is_empty()).collect();
            let near = near::closest(asked, names, PROPOSED).into_iter().map(str::to_owned).collect();
            return Err(Refused::Unknown { asked: asked.clone(), near });
        }
    }
    let is_wanted = |sheet: &SheetFile| wanted.is_empty() || wanted.iter().any(|asked| is_meant(sheet, asked));
    Ok(all.into_iter().filter(is_wanted).collect())
}

fn is_meant(sheet: &SheetFile, asked: &str) -> bool {
    !asked.is_empty() && [sheet.name.as_str(), sheet.subject.as_str(), sheet.kind.word()].contains(&asked)
}

/// A name, which may be written as the address of the sheet or of its PDF: `print\communities\nanguan-a4.pdf`.
fn plain(word: &str) -> String {
    let word = word.replace('\\', "/");
    let word = word.trim_start_matches("./").replacen(routes::PRINT, "", 1);
    let name = word.strip_suffix(".pdf").or_else(|| word.strip_suffix(".html"));
    name.unwrap_or(&word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sheets::Kind;

    fn some() -> Vec<SheetFile> {
        let sheet = |name: &str, subject: &str| SheetFile {
            address: format!("print/{name}.html"),
            pdf: format!("print/{name}.pdf"),
            name: name.to_owned(),
            title: name.to_owned(),
            pages: 1,
            subject: subject.to_owned(),
            kind: Kind::Poster,
        };
        vec![
            sheet("communities/yanchi-a4", "yanchi"),
            sheet("communities/yanchi-a3", "yanchi"),
            sheet("communities/nanguan-a4", "nanguan"),
            sheet("booklet", ""),
            sheet("en/communities/yanchi-a4", "yanchi"),
        ]
    }

    fn names(wanted: &[&str]) -> Result<Vec<String>, Refused> {
        let wanted: Vec<String> = wanted.iter().map(|&word| word.to_owned()).collect();
        chosen(some(), &wanted).map(|sheets| sheets.into_iter().map(|sheet| sheet.name).collect())
    }

    #[test]
    fn sheets_are_chosen_by_name_subject_and_kind() {
        assert_eq!(names(&[]).unwrap().len(), 5);
        assert_eq!(names(&["communities/yanchi-a4"]).unwrap(), ["communities/yanchi-a4"]);
        for spelled in
            ["print/communities/yanchi-a4.html", "communities\\yanchi-a4.pdf", "./print/communities/yanchi-a4.pdf"]
        {
            assert_eq!(names(&[spelled]).unwrap(), ["communities/yanchi-a4"], "{spelled}");
        }
        let yanchi = ["communities/yanchi-a4", "communities/yanchi-a3", "en/communities/yanchi-a4"];
        assert_eq!(names(&["yanchi"]).unwrap(), yanchi);
        assert_eq!(names(&["poster"]).unwrap().len(), 5);
        assert_eq!(names(&["booklet", "nanguan", "booklet"]).unwrap(), ["communities/nanguan-a4", "booklet"]);
    }

    #[test]
    fn an_unknown_one_is_refused_with_what_is_near() {
        let refused = names(&["yanchi", "comunities/yanchi-a4"]).unwrap_err();
        let Refused::Unknown { asked, near } = refused else { panic!("{refused:?}") };
        assert_eq!(
            (asked.as_str(), near[0].as_str(), near.len()),
            ("comunities/yanchi-a4", "communities/yanchi-a4", 3)
        );
    }
}
