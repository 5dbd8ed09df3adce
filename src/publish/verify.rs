//! `gongshi verify DIR`: does a published folder hold what its manifest says?

use std::path::Path;

use rayon::prelude::*;

use super::disk::{self, Kind};
use super::manifest::{self, Manifest};
use super::survey::address_of;
use crate::diag::Problem;
use crate::diag::rules::publish::MANIFEST_BROKEN;

/// A published folder compared with its manifest. Addresses are sorted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The eight characters that stand for the release on paper.
    pub code: String,
    /// The as-of date of the release.
    pub as_of: String,
    /// Files in the manifest.
    pub files: usize,
    /// Files of the manifest that are not there.
    pub missing: Vec<String>,
    /// Files that are there with other bytes.
    pub changed: Vec<String>,
    /// Files that are there and not in the manifest.
    pub extra: Vec<String>,
}

impl Verified {
    /// Whether every file of the manifest stands as it was published. Extra files do no harm to that.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty()
    }
}

/// Compares every file of a published folder with the manifest, and the manifest with itself.
pub fn verify(dir: &Path) -> Result<Verified, Problem> {
    let path = dir.join(manifest::NAME);
    // Only a plain file is read: a pipe in its place would have no end.
    let bytes = if disk::kind(&path)? == Some(Kind::File) { disk::read(&path)? } else { None };
    let manifest = bytes.and_then(|bytes| Manifest::parse(&bytes));
    let manifest = manifest.ok_or_else(|| Problem::new(&MANIFEST_BROKEN).with("path", path.display()))?;
    let listing = disk::list(dir)?;
    let (mut missing, mut changed) = (Vec::new(), Vec::new());
    let stands = |file: &manifest::File| match listing.files.get(Path::new(&file.path)) {
        None => Ok(None),
        Some(Kind::File) => disk::has(&dir.join(&file.path), file.bytes, &file.sha256).map(Some),
        Some(_) => Ok(Some(false)),
    };
    let found: Vec<Option<bool>> = manifest.files.par_iter().map(stands).collect::<Result<_, Problem>>()?;
    for (file, stands) in manifest.files.iter().zip(found) {
        match stands {
            Some(true) => {}
            Some(false) => changed.push(file.path.clone()),
            None => missing.push(file.path.clone()),
        }
    }
    let index = manifest.index();
    let known = |address: &String| address == manifest::NAME || index.contains_key(address.as_str());
    let extra = listing.files.keys().map(|path| address_of(path)).filter(|address| !known(address)).collect();
    let files = manifest.files.len();
    Ok(Verified { files, missing, changed, extra, code: manifest.code, as_of: manifest.as_of })
}
