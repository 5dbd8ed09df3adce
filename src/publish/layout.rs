//! What a sheet is printed from, before the new site takes the place of the old: the sheet and all it loads.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::manifest::{Manifest, Release};
use super::staging::{Staged, Staging};
use super::survey::Fate;
use super::{disk, page};
use crate::diag::Problem;

/// Endings of files that a page loads rather than leads to.
const LOADED: [&str; 12] = ["css", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "woff", "woff2", "ttf", "otf"];

impl Staging {
    /// Puts finished sheets and all they load into a folder, under their addresses.
    pub fn lay_out(&self, sheets: &[&str], folder: &Path) -> Result<(), Problem> {
        let mut all = BTreeSet::new();
        for sheet in sheets {
            self.collect(sheet, &mut all)?;
        }
        all.iter().try_for_each(|address| match self.path_of(address) {
            Some((path, _)) => disk::link(&path, &folder.join(address), address),
            None => Ok(()),
        })
    }

    /// Keeps the PDF of the release before for a sheet that stands, with all it loads, byte for byte as it stood for the
    /// same day, address and program; says whether.
    pub fn keep(&self, pdf: &str, sheet: &str, release: &Release) -> Result<bool, Problem> {
        let old = self.standing.manifest.as_ref().map(|(manifest, _)| manifest);
        let same = |old: &Manifest| {
            (old.as_of.as_str(), old.program.as_str(), old.address.as_str())
                == (&release.as_of, release.program, &release.address)
        };
        if !old.is_some_and(same) {
            return Ok(false);
        }
        let Some((bytes, sha256)) = self.standing.as_published(pdf)? else { return Ok(false) };
        let mut all = BTreeSet::new();
        self.collect(sheet, &mut all)?;
        if !all.iter().all(|address| matches!(self.path_of(address), Some((_, Fate::Same)))) {
            return Ok(false);
        }
        self.checker.claim(pdf)?;
        self.noted().files.insert(pdf.to_owned(), Staged { bytes, sha256, fate: Fate::Same });
        Ok(true)
    }

    /// The bytes of a file of the new release, wherever they stand now.
    pub fn read(&self, address: &str) -> Result<Vec<u8>, Problem> {
        let path = self.path_of(address).map_or_else(|| self.place.staging.join(address), |(path, _)| path);
        disk::read(&path)?.ok_or_else(|| disk::fault(&path, &std::io::ErrorKind::NotFound.into()))
    }

    /// A file with all it loads, and what that loads.
    fn collect(&self, address: &str, all: &mut BTreeSet<String>) -> Result<(), Problem> {
        let mut waiting = vec![address.to_owned()];
        while let Some(address) = waiting.pop() {
            let Some((path, _)) = self.path_of(&address).filter(|_| !all.contains(&address)) else { continue };
            let bytes = disk::read(&path)?.unwrap_or_default();
            let links = page::read(&address, &bytes).links.into_iter().map(|(target, _)| target);
            waiting.extend(links.filter(|target| is_loaded(target)));
            all.insert(address);
        }
        Ok(())
    }

    /// Where a file of the new release stands now, and how it compares with the old one.
    fn path_of(&self, address: &str) -> Option<(PathBuf, Fate)> {
        let fate = self.noted().files.get(address)?.fate;
        let root = if fate == Fate::Same { &self.place.out } else { &self.place.staging };
        Some((root.join(address), fate))
    }
}

fn is_loaded(address: &str) -> bool {
    address.rsplit_once('.').is_some_and(|(_, ending)| LOADED.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::Published;

    const STYLE: &[u8] = b"@font-face { src: url(f.woff2) }";

    fn release(as_of: &str) -> Release {
        Release { as_of: as_of.into(), program: "gongshi 0.1.0", address: String::new(), inputs: Vec::new() }
    }

    fn staged(root: &Path, style: &[u8], sheet: &str) -> Staging {
        let staging = Staging::open(&root.join("public"), Path::new("no-such-site")).unwrap();
        staging.put("assets/style.css", style).unwrap();
        staging.put("assets/f.woff2", b"font").unwrap();
        staging.put("other.html", b"<p>").unwrap();
        let html = format!("<link rel=stylesheet href='../assets/style.css'><a href='../other.html'>{sheet}</a>");
        staging.put("print/a.html", html.as_bytes()).unwrap();
        staging
    }

    /// Builds, printing when that is needed; gives whether it was.
    fn built(root: &Path, style: &[u8], sheet: &str, as_of: &str) -> (bool, Published) {
        let staging = staged(root, style, sheet);
        let kept = staging.keep("print/a.pdf", "print/a.html", &release(as_of)).unwrap();
        if !kept {
            staging.put("print/a.pdf", format!("{sheet} {as_of}").as_bytes()).unwrap();
        }
        (!kept, staging.finish(&release(as_of)).unwrap())
    }

    #[test]
    fn a_sheet_is_laid_out_with_what_it_loads_and_nothing_else() {
        let root = tempfile::tempdir().unwrap();
        built(root.path(), STYLE, "one", "2026-10-31");
        // The style is unchanged and stands in the old site; the sheet is new and stands in the staging folder.
        let staging = staged(root.path(), STYLE, "two");
        let folder = root.path().join("scratch/页");
        staging.lay_out(&["print/a.html"], &folder).unwrap();
        let files: Vec<String> =
            disk::list(&folder).unwrap().files.keys().map(|path| super::super::survey::address_of(path)).collect();
        assert_eq!(files, ["assets/f.woff2", "assets/style.css", "print/a.html"]);
        assert!(String::from_utf8(disk::read(&folder.join("print/a.html")).unwrap().unwrap()).unwrap().contains("two"));
    }

    #[test]
    fn a_pdf_is_kept_as_long_as_nothing_it_shows_changes() {
        let root = tempfile::tempdir().unwrap();
        let built = |style, sheet, as_of| built(root.path(), style, sheet, as_of);
        assert!(built(STYLE, "one", "2026-10-31").0);
        let (printed, published) = built(STYLE, "one", "2026-10-31");
        assert_eq!((printed, published.unchanged, published.files), (false, 5, 5));
        assert!(built(b"p { color: red }", "one", "2026-10-31").0, "the style changed");
        assert!(built(b"p { color: red }", "two", "2026-10-31").0, "the sheet changed");
        assert!(built(b"p { color: red }", "two", "2026-11-30").0, "the PDF bears another day");
        let pdf = root.path().join("public/print/a.pdf");
        assert!(!built(b"p { color: red }", "two", "2026-11-30").0);
        disk::replace(&pdf, b"changed by someone").unwrap();
        assert!(built(b"p { color: red }", "two", "2026-11-30").0, "what someone changed is printed anew");
        assert_eq!(disk::read(&pdf).unwrap().as_deref(), Some(&b"two 2026-11-30"[..]));
    }
}
