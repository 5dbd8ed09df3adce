//! Small whole sites with what must come out: `tests/golden/<name>/site` and `…/expected`.
//!
//! Kept are all data files byte for byte, and of each page the text that people read, so that a change of the theme's
//! markup does not drown a change of what the site says. `tests/README.md` tells how to accept changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::site::{run, tree};
use crate::text::{difference, visible};

#[test]
fn whole_sites_come_out_as_expected() {
    let accepts = std::env::var_os("GONGSHI_ACCEPT").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut sites: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    sites.sort();
    assert!(sites.len() >= 2, "{sites:?}");
    let mut faults = String::new();
    for site in sites {
        let found = built(&site.join("site"));
        let expected = site.join("expected");
        if accepts {
            write(&expected, &found);
        }
        faults += &compare(&site.file_name().unwrap().to_string_lossy(), &tree(&expected), &found);
    }
    assert!(faults.is_empty(), "- expected, + found; GONGSHI_ACCEPT=1 accepts what was found\n\n{faults}");
}

/// What a site publishes, as it is kept.
fn built(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let said = run(&["build", "--site", site.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(said.status, 0, "{}: {}", site.display(), said.err);
    let mut found: BTreeMap<String, Vec<u8>> = tree(&out).into_iter().filter_map(kept).collect();
    found.insert("report.txt".to_owned(), said.err.into_bytes());
    found
}

/// A published file as it is kept; assets are the theme's, and the manifest changes with every byte of every page.
fn kept((address, bytes): (String, Vec<u8>)) -> Option<(String, Vec<u8>)> {
    if address.starts_with("assets/") || address == "manifest.json" {
        return None;
    }
    let Some(page) = address.strip_suffix(".html") else { return Some((address, bytes)) };
    let text = visible(&String::from_utf8(bytes).unwrap()) + "\n";
    Some((format!("{page}.txt"), text.into_bytes()))
}

fn compare(name: &str, expected: &BTreeMap<String, Vec<u8>>, found: &BTreeMap<String, Vec<u8>>) -> String {
    let mut faults = String::new();
    let paths: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    for path in paths {
        let _ = match (expected.get(path), found.get(path)) {
            (Some(old), Some(new)) if old != new => {
                let text = String::from_utf8_lossy;
                writeln!(faults, "── {name}: {path}\n{}", difference(&text(old), &text(new)))
            }
            (Some(_), None) => writeln!(faults, "── {name}: {path} is missing"),
            (None, Some(_)) => writeln!(faults, "── {name}: {path} was not expected"),
            _ => Ok(()),
        };
    }
    faults
}

/// Puts what was found in the place of what was expected.
fn write(folder: &Path, found: &BTreeMap<String, Vec<u8>>) {
    if folder.exists() {
        std::fs::remove_dir_all(folder).unwrap();
    }
    for (path, bytes) in found {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}
