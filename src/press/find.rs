//! Finding a browser of the Chromium family: the one that was named, else the first of those that people have.

use std::path::{Path, PathBuf};

use crate::diag::Problem;
use crate::diag::rules::press::{BROWSER_MISSING, NO_BROWSER};

/// Names of the program on the search path, those first that are least in a person's way.
const NAMES: [&str; 10] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
    "brave-browser",
    "vivaldi",
];

/// Where the program stands below a folder of programs: Windows, then macOS.
const INSTALLED: [&str; 7] = [
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "BraveSoftware/Brave-Browser/Application/brave.exe",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
];

/// Folders of this machine in which programs stand.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The search path.
    pub path: Vec<PathBuf>,
    /// Folders of installed programs, such as `C:\Program Files` and `/Applications`.
    pub programs: Vec<PathBuf>,
}

/// The browser to print with. One that was named must be there; nothing else is taken in its stead.
pub fn find(named: Option<&Path>, places: &Places) -> Result<PathBuf, Problem> {
    let Some(named) = named else {
        let on_path = NAMES.iter().find_map(|name| places.on_path(name));
        return on_path.or_else(|| places.installed()).ok_or_else(|| Problem::new(&NO_BROWSER));
    };
    if named.is_file() {
        return Ok(named.to_owned());
    }
    let is_bare = named.components().count() == 1;
    let found = named.to_str().filter(|_| is_bare).and_then(|name| places.on_path(name));
    found.ok_or_else(|| Problem::new(&BROWSER_MISSING).with("path", named.display()))
}

impl Places {
    fn on_path(&self, name: &str) -> Option<PathBuf> {
        let spellings = [name.to_owned(), format!("{name}.exe")];
        let files = self.path.iter().flat_map(|folder| spellings.iter().map(|name| folder.join(name)));
        files.into_iter().find(|file| file.is_file())
    }

    fn installed(&self) -> Option<PathBuf> {
        INSTALLED
            .iter()
            .flat_map(|file| self.programs.iter().map(move |folder| folder.join(file)))
            .find(|file| file.is_file())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A machine on which these programs stand.
    #[expect(clippy::disallowed_methods, reason = "tests make their own files")]
    fn machine(programs: &[&str]) -> (tempfile::TempDir, Places) {
        let root = tempfile::tempdir().unwrap();
        for program in programs {
            let path = root.path().join(program);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let places = Places {
            path: vec![root.path().join("nowhere"), root.path().join("bin")],
            programs: vec![root.path().join("Program Files (x86)"), root.path().join("Program Files")],
        };
        (root, places)
    }

    fn found(programs: &[&str], named: Option<&str>) -> Result<String, &'static str> {
        let (root, places) = machine(programs);
        let found = find(named.map(Path::new), &places);
        found
            .map(|path| path.strip_prefix(root.path()).unwrap().to_str().unwrap().to_owned())
            .map_err(|problem| problem.rule.code)
    }

    #[test]
    fn the_search_path_comes_first() {
        let edge = "Program Files (x86)/Microsoft/Edge/Application/msedge.exe";
        assert_eq!(found(&["bin/google-chrome", "bin/chromium", edge], None).as_deref(), Ok("bin/chromium"));
        assert_eq!(found(&["bin/firefox", edge], None).as_deref(), Ok(edge));
        assert_eq!(found(&["bin/msedge.exe"], None).as_deref(), Ok("bin/msedge.exe"));
    }

    #[test]
    fn a_machine_without_one_is_told_so() {
        assert_eq!(found(&["bin/firefox"], None), Err("B001"));
    }

    #[test]
    fn the_named_one_or_none() {
        let all = ["bin/chromium", "bin/msedge"];
        assert_eq!(found(&all, Some("msedge")).as_deref(), Ok("bin/msedge"));
        assert_eq!(found(&all, Some("chrome")), Err("B002"));
        assert_eq!(found(&all, Some("no/such/chromium")), Err("B002"));
        let (root, places) = machine(&["my browser/程序"]);
        let named = root.path().join("my browser/程序");
        assert_eq!(find(Some(&named), &places).unwrap(), named);
        assert_eq!(find(Some(root.path()), &places).unwrap_err().rule.code, "B002", "a folder is no program");
    }
}
