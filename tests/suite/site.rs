//! A site made for a test: a folder that is gone afterwards, and the real program run on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A site folder.
pub struct Site {
    folder: tempfile::TempDir,
}

/// What the program said.
pub struct Said {
    /// Exit status.
    pub status: i32,
    /// Results.
    pub out: String,
    /// Problems.
    pub err: String,
}

impl Site {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// Writes a file.
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Where `build` puts the site unless told otherwise.
    pub fn public(&self) -> PathBuf {
        self.path().join("public")
    }

    /// A published file.
    pub fn page(&self, address: &str) -> String {
        let path = self.public().join(address);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Runs the program on this site.
    pub fn run(&self, arguments: &[&str]) -> Said {
        let site = self.path().to_str().unwrap();
        let (command, rest) = arguments.split_first().unwrap();
        run(&[&[*command, "--site", site], rest].concat())
    }
}

/// Runs the program.
pub fn run(arguments: &[&str]) -> Said {
    said(&Command::new(env!("CARGO_BIN_EXE_gongshi")).args(arguments).env("NO_COLOR", "1").output().unwrap())
}

/// What a program said that has ended.
pub fn said(output: &Output) -> Said {
    Said {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout.clone()).unwrap(),
        err: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// Every file below a folder with its bytes, by path.
pub fn tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for entry in std::fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}
