//! Where a build works, and how its folder takes the place of the old one.
//!
//! Beside the output folder `public` stand, while a build runs, `.public.gongshi-lock` and `.public.gongshi-staging`.
//! Where the system exchanges two folders in one step, that is the swap. Elsewhere the old folder becomes
//! `.public.gongshi-old` for the moment between two renames; if the program is killed then, the next start puts it back.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::disk::{self, Kind, Lock};
use super::manifest;
use crate::diag::Problem;
use crate::diag::rules::publish::{OUT_HOLDS_SITE, OUT_IN_INPUT, OUT_NOT_FOLDER, OUT_NOT_OURS};

/// Folders of a site from which everything of a kind is read: what is published there would be read by the next build.
const INPUTS: [&str; 3] = ["data", "content", "themes"];

/// The folders of a build. Dropping it leaves nothing but the output folder.
#[derive(Debug)]
pub struct Place {
    /// The output folder, which may not be there yet.
    pub out: PathBuf,
    /// The folder that becomes the output folder; after the swap, the old one.
    pub staging: PathBuf,
    old: PathBuf,
    /// Folders above the output folder that this build made, innermost first.
    made: Vec<PathBuf>,
    lock: Option<Lock>,
}

impl Place {
    /// Locks the output folder, repairs what a killed build left, and makes the staging folder.
    pub fn open(out: &Path, site: &Path) -> Result<Self, Problem> {
        let unfit = || Problem::new(&OUT_NOT_FOLDER).with("out", out.display());
        // A link to a folder is followed first: the folder is swapped, the link stays.
        let there = disk::kind(out)?;
        let out = match there {
            // One that leads nowhere is no folder either.
            Some(Kind::Other) => disk::true_path(out).map_err(|_| unfit())?,
            Some(_) => disk::true_path(out)?,
            None => out.to_path_buf(),
        };
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else { return Err(unfit()) };
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        let made = disk::make_folder(parent)?;
        let parent = disk::true_path(parent)?;
        let beside = |what: &str| {
            let mut hidden = OsStr::new(".").to_owned();
            hidden.push(name);
            hidden.push(what);
            parent.join(hidden)
        };
        let mut place = Self {
            out: parent.join(name),
            staging: beside(".gongshi-staging"),
            old: beside(".gongshi-old"),
            made,
            lock: None,
        };
        if disk::kind(site)?.is_some() && disk::true_path(site)?.starts_with(&place.out) {
            return Err(Problem::new(&OUT_HOLDS_SITE).with("out", place.out.display()));
        }
        for input in INPUTS {
            let input = site.join(input);
            if disk::kind(&input)?.is_some() && disk::true_path(&input).is_ok_and(|input| place.out.starts_with(input))
            {
                return Err(Problem::new(&OUT_IN_INPUT).with("out", place.out.display()));
            }
        }
        place.lock = Some(Lock::take(beside(".gongshi-lock"), &place.out)?);
        place.recover()?;
        if disk::kind(&place.out)?.is_some_and(|kind| kind != Kind::Folder) {
            return Err(unfit());
        }
        if !disk::is_empty(&place.out)? && disk::kind(&place.out.join(manifest::NAME))? != Some(Kind::File) {
            return Err(Problem::new(&OUT_NOT_OURS).with("out", place.out.display()));
        }
        disk::remove_tree(&place.staging)?;
        disk::make_folder(&place.staging)?;
        Ok(place)
    }

    /// Ends a swap by two renames that was killed half-way.
    fn recover(&self) -> Result<(), Problem> {
        if disk::kind(&self.old)?.is_none() {
            return Ok(());
        }
        if disk::is_empty(&self.out)? {
            disk::remove_empty(&self.out)?;
            disk::rename(&self.old, &self.out)
        } else if disk::kind(&self.out.join(manifest::NAME))?.is_some() {
            disk::remove_tree(&self.old)
        } else {
            // Someone else's files stand in the way; opening will refuse, and the old site is kept.
            Ok(())
        }
    }

    /// Puts the staging folder in the place of the output folder. The old one stands at `staging` then.
    pub fn swap(&mut self) -> Result<(), Problem> {
        if disk::kind(&self.out)?.is_none() {
            disk::rename(&self.staging, &self.out)?;
        } else {
            disk::same_permissions(&self.out, &self.staging)?;
            if !disk::exchange(&self.staging, &self.out)? {
                self.swap_by_renames()?;
            }
        }
        self.made.clear();
        Ok(())
    }

    fn swap_by_renames(&self) -> Result<(), Problem> {
        disk::rename(&self.out, &self.old)?;
        if let Err(problem) = disk::rename(&self.staging, &self.out) {
            disk::rename(&self.old, &self.out)?;
            return Err(problem);
        }
        disk::rename(&self.old, &self.staging)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // Nobody is left to tell; what cannot be removed now, the next build removes.
        if self.lock.is_some() {
            let _ = disk::remove_tree(&self.staging);
        }
        self.lock = None;
        for folder in &self.made {
            let _ = disk::remove_empty(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(path: &Path, text: &str) {
        disk::write_new(&path.join(manifest::NAME), text.as_bytes()).unwrap();
    }

    fn text(path: &Path) -> Option<String> {
        disk::read(&path.join(manifest::NAME)).unwrap().map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn both_ways_of_swapping_end_alike() {
        for renames in [false, true] {
            let root = tempfile::tempdir().unwrap();
            let out = root.path().join("public");
            folder(&out, "old");
            let mut place = Place::open(&out, Path::new("no-such-site")).unwrap();
            folder(&place.staging, "new");
            if renames {
                place.swap_by_renames().unwrap();
            } else {
                place.swap().unwrap();
            }
            assert_eq!((text(&out).as_deref(), text(&place.staging).as_deref()), (Some("new"), Some("old")));
            drop(place);
            let left = disk::list(root.path()).unwrap();
            assert_eq!(left.files.len(), 1);
            assert_eq!(left.folders.len(), 1);
        }
    }

    #[test]
    fn a_swap_killed_between_two_renames_is_undone() {
        for empty_folder_made_since in [false, true] {
            let root = tempfile::tempdir().unwrap();
            let out = root.path().join("public");
            folder(&root.path().join(".public.gongshi-old"), "old");
            folder(&root.path().join(".public.gongshi-staging"), "new");
            if empty_folder_made_since {
                disk::make_folder(&out).unwrap();
            }
            drop(Place::open(&out, Path::new("no-such-site")).unwrap());
            assert_eq!(text(&out).as_deref(), Some("old"));
            assert_eq!(disk::list(root.path()).unwrap().files.len(), 1);
        }
    }

    #[test]
    fn a_swap_killed_after_two_renames_is_cleared_up() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("public");
        folder(&root.path().join(".public.gongshi-old"), "old");
        folder(&out, "new");
        drop(Place::open(&out, Path::new("no-such-site")).unwrap());
        assert_eq!(text(&out).as_deref(), Some("new"));
        assert_eq!(disk::list(root.path()).unwrap().files.len(), 1);
    }

    #[test]
    fn one_build_at_a_time() {
        let root = tempfile::tempdir().unwrap();
        let out = root.path().join("public");
        let first = Place::open(&out, root.path()).unwrap();
        assert_eq!(Place::open(&out, root.path()).unwrap_err().rule.code, "P005");
        assert!(first.staging.exists(), "a refused build takes nothing from the one at work");
        drop(first);
        drop(Place::open(&out, root.path()).unwrap());
    }

    #[test]
    fn folders_of_others_are_refused() {
        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        disk::make_folder(&site).unwrap();
        let code = |out: &Path| Place::open(out, &site).unwrap_err().rule.code;
        assert_eq!(code(&site), "P001");
        assert_eq!(code(root.path()), "P001");
        disk::write_new(&site.join("data/a.csv"), b"").unwrap();
        disk::write_new(&site.join("other/a.csv"), b"").unwrap();
        assert_eq!(code(&site.join("data")), "P023");
        assert_eq!(code(&site.join("data/public")), "P023");
        assert_eq!(code(&site.join("other")), "P002");
        assert_eq!(code(&site.join("other/a.csv")), "P003");
        assert_eq!(code(Path::new("/")), "P003");
        assert_eq!(disk::list(root.path()).unwrap().files.len(), 2);
        drop(Place::open(&site.join("deep/er/public"), &site).unwrap());
        assert!(!site.join("deep").exists());
    }
}
