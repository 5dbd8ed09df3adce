//! A folder for the length of a run, which nobody else may look into and which is gone afterwards.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::disk;
use crate::diag::Problem;
use crate::diag::rules::publish::DISK_DENIED;

/// Names that are tried.
const TRIES: u32 = 1000;
/// How often the folder is removed before it is left: a program that has just ended may still hold a file of it.
const REMOVALS: u32 = 25;
/// Between two removals.
const NAP: Duration = Duration::from_millis(40);

/// The folder. Dropping it removes it.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes a folder of its own within another.
    pub fn open(within: &Path) -> Result<Self, Problem> {
        disk::make_folder(within)?;
        // The browser takes full paths only.
        let within = std::path::absolute(within).map_err(|error| disk::fault(within, &error))?;
        for number in 0..TRIES {
            let folder = within.join(format!("gongshi-{}-{number}", std::process::id()));
            if disk::make_private_folder(&folder)? {
                return Ok(Self(folder));
            }
        }
        Err(Problem::new(&DISK_DENIED).with("path", within.display()))
    }

    /// A path inside.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        for _ in 0..REMOVALS {
            if disk::remove_tree(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(NAP);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_folder_of_its_own_and_none_stays() {
        let root = tempfile::tempdir().unwrap();
        let within = root.path().join("temporary");
        let (one, other) = (Scratch::open(&within).unwrap(), Scratch::open(&within).unwrap());
        assert_ne!(one.path("a"), other.path("a"));
        disk::write_new(&one.path("a/b"), b"").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            assert_eq!(one.path("").metadata().unwrap().mode() & 0o777, 0o700);
        }
        drop((one, other));
        assert!(disk::is_empty(&within).unwrap());
    }
}
