//! Whose files stand in the published folder: ours, changed by someone, or someone else's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::disk::{self, Compared, Kind, Listing};
use super::manifest::{self, Manifest};
use crate::diag::Problem;
use crate::diag::rules::publish::{CHANGED_KEPT, CHANGED_REPLACED, FOREIGN_IN_WAY, FOREIGN_KEPT, MANIFEST_BROKEN};

/// The published folder as a build finds it.
pub struct Standing {
    root: PathBuf,
    /// The manifest, and its bytes as they stand.
    pub manifest: Option<(Manifest, Vec<u8>)>,
    /// The files of the manifest by address: size and hash.
    ours: BTreeMap<String, (u64, String)>,
    listing: Listing,
}

/// How a file to be published relates to what stands at its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The same bytes stand there.
    Same,
    /// It is new, or differs.
    Write,
}

/// What stands in the published folder and is not replaced.
#[derive(Debug, Default)]
pub struct Survey {
    /// Files to carry over.
    pub carried: Vec<PathBuf>,
    /// Folders that hold none of our files.
    pub folders: Vec<PathBuf>,
    /// How many of our files are no longer made.
    pub removed: usize,
    /// What to tell about the files carried over.
    pub notes: Vec<Problem>,
    /// Everything that was seen.
    pub seen: BTreeSet<PathBuf>,
}

impl Standing {
    /// Looks at the published folder, which may be missing or empty.
    pub fn read(root: &Path) -> Result<Self, Problem> {
        let path = root.join(manifest::NAME);
        let manifest = match disk::read(&path)? {
            None => None,
            Some(bytes) => match Manifest::parse(&bytes) {
                Some(manifest) => Some((manifest, bytes)),
                None => return Err(Problem::new(&MANIFEST_BROKEN).with("path", path.display())),
            },
        };
        let files = manifest.iter().flat_map(|(manifest, _)| &manifest.files);
        let ours = files.map(|file| (file.path.clone(), (file.bytes, file.sha256.clone()))).collect();
        Ok(Self { root: root.to_path_buf(), manifest, ours, listing: disk::list(root)? })
    }

    /// Compares a file to be published with what stands there; a note when someone had changed that.
    pub fn fate(&self, address: &str, bytes: &[u8]) -> Result<(Fate, Option<Problem>), Problem> {
        let kind = self.listing.files.get(Path::new(address));
        let compared = match kind {
            None => return Ok((Fate::Write, None)),
            // Only plain files were published: a link leads who knows where.
            Some(Kind::File) => disk::compare(&self.root.join(address), bytes)?,
            Some(_) => Compared::Different,
        };
        match compared {
            Compared::Same => Ok((Fate::Same, None)),
            Compared::Missing => Ok((Fate::Write, None)),
            Compared::Different if !self.ours.contains_key(address) => {
                Err(Problem::new(&FOREIGN_IN_WAY).with("path", address))
            }
            Compared::Different => {
                let changed = !self.is_ours(address, kind.copied())?;
                Ok((Fate::Write, changed.then(|| Problem::new(&CHANGED_REPLACED).with("path", address))))
            }
        }
    }

    /// Sorts out what stands there now, given what is to be published.
    pub fn survey(&self, published: impl Fn(&str) -> bool) -> Result<Survey, Problem> {
        let listing = disk::list(&self.root)?;
        let mut survey = Survey::default();
        for (path, kind) in &listing.files {
            let address = address_of(path);
            if address == manifest::NAME || published(&address) {
                continue;
            }
            if self.is_ours(&address, Some(*kind))? {
                survey.removed += 1;
                continue;
            }
            let rule = if self.ours.contains_key(&address) { &CHANGED_KEPT } else { &FOREIGN_KEPT };
            survey.notes.push(Problem::new(rule).with("path", address));
            survey.carried.push(path.clone());
        }
        let our_folders: BTreeSet<&Path> =
            self.ours.keys().flat_map(|ours| Path::new(ours).ancestors().skip(1)).collect();
        survey.folders = listing.folders.into_iter().filter(|folder| !our_folders.contains(folder.as_path())).collect();
        survey.seen = listing.files.into_keys().collect();
        Ok(survey)
    }

    /// Size and hash of a file of the release before, if it stands as it was published.
    pub fn as_published(&self, address: &str) -> Result<Option<(u64, String)>, Problem> {
        let kind = self.listing.files.get(Path::new(address));
        let stands = self.is_ours(address, kind.copied())?;
        Ok(self.ours.get(address).filter(|_| stands).cloned())
    }

    /// Whether a file stands as the manifest says.
    fn is_ours(&self, address: &str, kind: Option<Kind>) -> Result<bool, Problem> {
        match self.ours.get(address) {
            Some((bytes, sha256)) if kind == Some(Kind::File) => disk::has(&self.root.join(address), *bytes, sha256),
            _ => Ok(false),
        }
    }
}

/// A path below the published folder as an address.
pub fn address_of(path: &Path) -> String {
    let segments: Vec<_> = path.iter().map(|segment| segment.to_string_lossy()).collect();
    segments.join("/")
}
