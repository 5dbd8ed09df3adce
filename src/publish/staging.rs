//! From finished files to the published folder: stage, verify, swap; the manifest last.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::check::Checker;
use super::disk::{self, Kind};
use super::manifest::{self, File, Manifest, Release};
use super::survey::{Fate, Standing, Survey, address_of};
use super::swap::Place;
use crate::diag::rules::publish::FOREIGN_IN_WAY;
use crate::diag::{Level, Problem, Problems};
use crate::text::hash;

/// A release in the making. Files may be put from many threads; dropped unfinished, it leaves nothing behind.
pub struct Staging {
    pub(super) place: Place,
    pub(super) standing: Standing,
    pub(super) checker: Checker,
    noted: Mutex<Noted>,
}

/// What was put so far.
#[derive(Default)]
pub(super) struct Noted {
    pub files: BTreeMap<String, Staged>,
    /// Faults and notes with the address they belong to, in the order they came.
    problems: Vec<(String, Problem)>,
}

/// A file of the new release.
pub(super) struct Staged {
    pub bytes: u64,
    pub sha256: String,
    pub fate: Fate,
}

/// What came of publishing.
#[derive(Debug, Clone)]
pub struct Published {
    /// Files of the release, without the manifest.
    pub files: usize,
    /// Files that are new or differ from the release before.
    pub written: usize,
    /// Files that stand as they stood, bytes and times.
    pub unchanged: usize,
    /// Files of the release before that are no more.
    pub removed: usize,
    /// Files that others put there or changed; they were kept.
    pub foreign: Vec<String>,
    /// SHA-256 of the release.
    pub release: String,
    /// The eight characters that stand for it on paper.
    pub code: String,
    /// What to tell: files kept for others, changes of others that were replaced.
    pub notes: Problems,
}

impl Staging {
    /// Prepares to publish into `out`, which is missing, empty, or was published before; never holds the site folder.
    pub fn open(out: &Path, site: &Path) -> Result<Self, Problem> {
        let place = Place::open(out, site)?;
        let standing = Standing::read(&place.out)?;
        Ok(Self { place, standing, checker: Checker::new(), noted: Mutex::default() })
    }

    /// Takes a finished file. Faults of its contents are told by [`finish`](Self::finish), all together; an error here
    /// is one of the address or the disk, and nothing can be published any more.
    pub fn put(&self, address: &str, bytes: &[u8]) -> Result<(), Problem> {
        let result = self.stage(address, bytes);
        if let Err(problem) = &result {
            self.noted().problems.push((address.to_owned(), problem.clone()));
        }
        result
    }

    fn stage(&self, address: &str, bytes: &[u8]) -> Result<(), Problem> {
        self.checker.claim(address)?;
        let faults = self.checker.read(address, bytes);
        let (fate, note) = self.standing.fate(address, bytes)?;
        if fate == Fate::Write {
            disk::write_new(&self.place.staging.join(address), bytes)?;
        }
        let staged = Staged { bytes: bytes.len() as u64, sha256: hash::of(bytes), fate };
        let mut noted = self.noted();
        noted.problems.extend(faults.into_iter().chain(note).map(|problem| (address.to_owned(), problem)));
        noted.files.insert(address.to_owned(), staged);
        Ok(())
    }

    pub(super) fn noted(&self) -> MutexGuard<'_, Noted> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Checks what lies between the files, and publishes. On any error the folder stands as it stood.
    pub fn finish(self, release: &Release) -> Result<Published, Problems> {
        let Self { place, standing, checker, noted } = self;
        let Noted { files, mut problems } = noted.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Threads come in any order; the report does not.
        problems.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut notes = all(problems.into_iter().map(|(_, problem)| problem));
        let survey = standing.survey(|address| files.contains_key(address)).map_err(|problem| all([problem]))?;
        for path in &survey.carried {
            checker.also(&address_of(path));
        }
        notes.merge(checker.finish());
        if notes.stop(false) {
            return Err(notes);
        }
        notes.merge(all(survey.notes.iter().cloned()));
        let change = Change { place, standing, files, survey };
        change.publish(release, notes).map_err(|problem| all([problem]))
    }
}

fn all(problems: impl IntoIterator<Item = Problem>) -> Problems {
    problems.into_iter().fold(Problems::new(), |mut all, problem| {
        all.add(problem);
        all
    })
}

/// A release that was found whole, and what it does to the folder.
struct Change {
    place: Place,
    standing: Standing,
    files: BTreeMap<String, Staged>,
    survey: Survey,
}

impl Change {
    fn publish(mut self, release: &Release, notes: Problems) -> Result<Published, Problem> {
        let file = |(path, staged): (&String, &Staged)| File {
            bytes: staged.bytes,
            path: path.clone(),
            sha256: staged.sha256.clone(),
        };
        let old = self.standing.manifest.as_ref().map(|(manifest, _)| manifest);
        let manifest = Manifest::next(release, self.files.iter().map(file).collect(), old);
        let written = self.files.values().filter(|staged| staged.fate == Fate::Write).count();
        let published = Published {
            files: self.files.len(),
            written,
            unchanged: self.files.len() - written,
            removed: self.survey.removed,
            foreign: self.survey.carried.iter().map(|path| address_of(path)).collect(),
            release: manifest.release.clone(),
            code: manifest.code.clone(),
            notes,
        };
        let same_release = old.is_some_and(|old| *old == manifest);
        if same_release && written == 0 && self.survey.removed == 0 {
            return Ok(published);
        }
        self.carry_over()?;
        self.write_manifest(&manifest, same_release)?;
        self.place.swap()?;
        // The new site stands: what fails from here on is told, and is no failure of the build.
        let mut published = published;
        if let Err(problem) = self.keep_late_comers() {
            published.notes.add(Problem { level: Level::Warning, ..problem });
        }
        Ok(published)
    }

    /// Links what stays as it is: our unchanged files, and everything of others.
    fn carry_over(&self) -> Result<(), Problem> {
        let (out, staging) = (&self.place.out, &self.place.staging);
        for folder in &self.survey.folders {
            let to = staging.join(folder);
            if disk::kind(&to)?.is_some_and(|kind| kind != Kind::Folder) {
                return Err(Problem::new(&FOREIGN_IN_WAY).with("path", address_of(folder)));
            }
            disk::make_folder(&to)?;
            disk::same_permissions(&out.join(folder), &to)?;
        }
        let link = |path: &Path| disk::link(&out.join(path), &staging.join(path), &address_of(path));
        let unchanged: Vec<&String> =
            self.files.iter().filter(|(_, staged)| staged.fate == Fate::Same).map(|(path, _)| path).collect();
        unchanged.into_par_iter().try_for_each(|path| link(Path::new(path)))?;
        self.survey.carried.iter().try_for_each(|path| link(path))
    }

    fn write_manifest(&self, manifest: &Manifest, same_release: bool) -> Result<(), Problem> {
        let path = self.place.staging.join(manifest::NAME);
        if same_release {
            return disk::link(&self.place.out.join(manifest::NAME), &path, manifest::NAME);
        }
        let json = manifest.to_json().map_err(|error| disk::fault(&path, &error.into()))?;
        disk::write_new_synced(&path, &json)
    }

    /// Saves what someone put into the old folder while it was being replaced.
    fn keep_late_comers(&self) -> Result<(), Problem> {
        let old = &self.place.staging;
        for path in disk::list(old)?.files.into_keys().filter(|path| !self.survey.seen.contains(path)) {
            let to = self.place.out.join(&path);
            if disk::kind(&to)?.is_none() {
                if let Some(folder) = to.parent() {
                    disk::make_folder(folder)?;
                }
                // It is moved, which takes no space.
                disk::rename(&old.join(&path), &to)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "staging_tests.rs"]
mod tests;
