//! Takes: a folder in which finished sheets stand, the list of them, and a browser of the Chromium family.
//! Gives: the bytes of each PDF, and what is wrong with a sheet on paper: too many pages, words cut off.
//! Promises: the same sheet gives the same bytes on the same machine; the browser is gone afterwards, however it went.
//! Never: lets the browser run a script of a page, load anything from elsewhere, or keep anything.
//! Start reading at: [`print()`], then `tab`.

mod browser;
mod client;
mod file_url;
mod find;
mod pdf;
mod tab;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use browser::Browser;
use tab::Tab;

use crate::diag::Problem;
use crate::diag::rules::press::{
    BROWSER_FAILED, BROWSER_MISSING, BROWSER_SILENT, NO_BROWSER, PDF_UNKNOWN, SHEET_UNPRINTED,
};

pub use find::{Places, find};
pub use pdf::Stamp;

/// A sheet to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its address in the folder.
    pub address: String,
    /// How many pages of paper it must give.
    pub pages: usize,
}

/// What is needed to print, besides the sheets.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// The program of the browser.
    pub browser: &'a Path,
    /// The folder in which the sheets stand, with all they load.
    pub folder: &'a Path,
    /// A folder that is not there yet, for what the browser writes of its own; whoever names it removes it.
    pub profile: &'a Path,
    /// Where the site will stand: links lead there. Without it, links to other pages of the site are plain words.
    pub base_url: Option<&'a str>,
    /// The date that the PDFs bear.
    pub stamp: Stamp,
    /// Sheets printed at a time.
    pub tabs: usize,
}

/// Takes a finished PDF: the number of the sheet in the list, and the bytes. Called from many threads.
pub type Take<'a> = &'a (dyn Fn(usize, Vec<u8>) -> Result<(), Problem> + Sync);

/// Prints sheets in one session of the browser. Gives what is wrong with them on paper, in their order; an error is one
/// of the machine, or of `take`, and then not all are printed.
pub fn print(press: &Press, sheets: &[Sheet], take: Take) -> Result<Vec<Problem>, Problem> {
    if sheets.is_empty() {
        return Ok(Vec::new());
    }
    let browser = Browser::start(press.browser, press.profile)?;
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let work = || -> Result<(), Problem> {
        let mut tab = Tab::open(&browser)?;
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(sheet) = sheets.get(at) else { return Ok(()) };
            let printed = tab.print(press, sheet).and_then(|printed| {
                take(at, printed.bytes)?;
                Ok(printed.faults)
            });
            match printed {
                Ok(faults) => found.lock().unwrap_or_else(PoisonError::into_inner).push((at, faults)),
                Err(problem) => {
                    // The others stop at their next sheet.
                    next.store(sheets.len(), Ordering::Relaxed);
                    return Err(problem);
                }
            }
        }
    };
    let tabs = press.tabs.clamp(1, sheets.len());
    let done: Vec<Result<(), Problem>> = std::thread::scope(|scope| {
        let tabs: Vec<_> = (0..tabs).map(|_| scope.spawn(work)).collect();
        let ended = tabs.into_iter().map(std::thread::ScopedJoinHandle::join);
        ended.map(|tab| tab.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    done.into_iter().collect::<Result<(), Problem>>()?;
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().flat_map(|(_, faults)| faults).collect())
}

/// Whether the machine failed rather than the input: no browser, or one that does not do its work.
#[must_use]
pub fn is_machine_fault(problem: &Problem) -> bool {
    let rules = [&NO_BROWSER, &BROWSER_MISSING, &BROWSER_FAILED, &BROWSER_SILENT, &SHEET_UNPRINTED, &PDF_UNKNOWN];
    rules.iter().any(|rule| rule.code == problem.rule.code)
}
