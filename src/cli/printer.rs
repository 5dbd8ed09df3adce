//! What this machine has to print with, and how far printing has come.
#![expect(clippy::disallowed_methods, reason = "the doors are where the environment is read")]

use std::env;
use std::io::{self, IsTerminal, Write as _};
use std::path::PathBuf;
use std::sync::Mutex;

use super::meant::{Named, SiteRun};
use crate::pipeline::Printer;
use crate::press::Places;

/// Variables in which Windows names its folders of programs.
const WINDOWS: [&str; 4] = ["ProgramFiles(x86)", "ProgramFiles", "ProgramW6432", "LOCALAPPDATA"];

/// The machine this runs on.
pub(super) fn of_machine(browser: Named, progress: &(dyn Fn(usize, usize) + Sync)) -> Printer<'_> {
    let path = env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default();
    let programs = if cfg!(windows) {
        WINDOWS.iter().filter_map(env::var_os).map(PathBuf::from).collect()
    } else if cfg!(target_os = "macos") {
        let home = env::var_os("HOME").map(|home| PathBuf::from(home).join("Applications"));
        [PathBuf::from("/Applications")].into_iter().chain(home).collect()
    } else {
        Vec::new()
    };
    Printer { browser, places: Places { path, programs }, temporary: env::temp_dir(), progress }
}

/// One line on the terminal that counts the sheets; nothing where there is no terminal.
pub(super) struct Progress {
    shows: bool,
    /// How many are done; sheets may be told of out of turn.
    most: Mutex<usize>,
}

impl Progress {
    pub fn new(run: &SiteRun) -> Self {
        // The same in all languages: that of the site is not known yet.
        let shows = !run.quiet && io::stderr().is_terminal();
        Self { shows, most: Mutex::new(0) }
    }

    /// So many are printed.
    pub fn tell(&self, done: usize, all: usize) {
        let Ok(mut most) = self.most.lock() else { return };
        if self.shows && done > *most {
            *most = done;
            // A terminal that does not take it loses nothing but the line.
            let _ = write!(io::stderr(), "\rPDF {done}/{all}");
        }
    }

    /// Wipes the line.
    pub fn end(&self) {
        if self.most.lock().is_ok_and(|most| *most > 0) {
            let _ = write!(io::stderr(), "\r{:40}\r", "");
        }
    }
}
