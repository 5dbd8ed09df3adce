//! `manifest.json`: what was published, from what, and the chain of releases.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::address;
use crate::text::hash;

/// Name of the manifest in the published folder.
pub const NAME: &str = "manifest.json";

const SCHEMA: &str = "gongshi-manifest/3";

/// What is being published, fixed for the build.
#[derive(Debug, Clone)]
pub struct Release {
    /// The as-of date, such as `2026-10-31`.
    pub as_of: String,
    /// Name and version of the program, such as `gongshi 0.1.0`.
    pub program: &'static str,
    /// The address under which it is published; empty when it is not known.
    pub address: String,
    /// The files the release was made from, in any order.
    pub inputs: Vec<ReleaseInput>,
}

impl Release {
    /// Eight characters that stand for the release on paper: the same input gives the same ones. They are known before the first
    /// page is made, and the manifest tells from what they were made.
    #[must_use]
    pub fn code(&self) -> String {
        let mut inputs: Vec<&ReleaseInput> = self.inputs.iter().collect();
        inputs.sort();
        code(self.program, &self.as_of, &self.address, inputs)
    }
}

/// The first digits of the SHA-256 of a text that anyone can write down from the manifest.
fn code<'a>(program: &str, as_of: &str, address: &str, inputs: impl IntoIterator<Item = &'a ReleaseInput>) -> String {
    const DIGITS: usize = 8;
    let mut text = format!("{SCHEMA}\nprogram {program}\nas_of {as_of}\naddress {address}\n");
    write_inputs(&mut text, inputs);
    hash::of(text.as_bytes()).chars().take(DIGITS).collect()
}

fn write_inputs<'a>(text: &mut String, inputs: impl IntoIterator<Item = &'a ReleaseInput>) {
    for input in inputs {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "input {} {}", input.sha256, input.path);
    }
}

/// A file the release was made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReleaseInput {
    /// Size in bytes.
    pub bytes: u64,
    /// Path below the site folder, with `/`.
    pub path: String,
    /// SHA-256, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// The manifest. Fields stand in the order of their names, as they do in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub address: String,
    pub as_of: String,
    pub code: String,
    pub files: Vec<File>,
    pub history: Vec<Past>,
    pub inputs: Vec<ReleaseInput>,
    pub previous: Option<String>,
    pub program: String,
    pub release: String,
    pub schema: String,
}

/// A published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub bytes: u64,
    pub path: String,
    pub sha256: String,
}

/// An earlier release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    pub as_of: String,
    pub code: String,
    pub release: String,
}

impl Manifest {
    /// The manifest of a release that follows `old`; `old` itself when nothing differs.
    pub fn next(release: &Release, mut files: Vec<File>, old: Option<&Self>) -> Self {
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let mut inputs = release.inputs.clone();
        inputs.sort();
        let (as_of, program) = (release.as_of.clone(), release.program.to_owned());
        let (address, code) = (release.address.clone(), release.code());
        if let Some(old) = old
            && (&old.code, &old.files) == (&code, &files)
        {
            return old.clone();
        }
        let mut history = old.map_or_else(Vec::new, |old| old.history.clone());
        history.extend(old.map(|old| Past {
            as_of: old.as_of.clone(),
            code: old.code.clone(),
            release: old.release.clone(),
        }));
        let previous = old.map(|old| old.release.clone());
        let (schema, release) = (SCHEMA.to_owned(), String::new());
        let manifest = Self { address, as_of, code, files, history, inputs, previous, program, release, schema };
        Self { release: manifest.release_hash(), ..manifest }
    }

    /// Reads a manifest; `None` unless it is one of ours, whole, and says of itself what it holds.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        let inside = manifest.files.iter().all(|file| address::is_fit(&file.path) && file.path != NAME);
        let once = manifest.files.is_sorted_by(|one, next| one.path < next.path);
        let chained = manifest.history.last().map(|past| &past.release) == manifest.previous.as_ref();
        let code = code(&manifest.program, &manifest.as_of, &manifest.address, &manifest.inputs);
        let hashed = (&manifest.code, &manifest.release) == (&code, &manifest.release_hash());
        let whole = inside && once && chained && manifest.schema == SCHEMA && hashed;
        whole.then_some(manifest)
    }

    /// The text of the file.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut json = serde_json::to_vec_pretty(self)?;
        json.push(b'\n');
        Ok(json)
    }

    /// Published files by address.
    pub fn index(&self) -> BTreeMap<&str, &File> {
        self.files.iter().map(|file| (file.path.as_str(), file)).collect()
    }

    /// SHA-256 over a text that anyone can write down from the manifest.
    fn release_hash(&self) -> String {
        let previous = self.previous.as_deref().unwrap_or("none");
        let Self { program, as_of, address, .. } = self;
        let mut text = format!("{SCHEMA}\nprogram {program}\nas_of {as_of}\naddress {address}\nprevious {previous}\n");
        for past in &self.history {
            let _ = writeln!(text, "past {} {} {}", past.release, past.code, past.as_of);
        }
        write_inputs(&mut text, &self.inputs);
        for file in &self.files {
            let _ = writeln!(text, "file {} {} {}", file.sha256, file.bytes, file.path);
        }
        hash::of(text.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { bytes: text.len() as u64, path: path.into(), sha256: hash::of(text.as_bytes()) }
    }

    fn release(as_of: &str) -> Release {
        Release { as_of: as_of.into(), program: "gongshi 0.1.0", address: String::new(), inputs: Vec::new() }
    }

    #[test]
    fn releases_form_a_chain_and_the_same_release_is_no_new_one() {
        let first = Manifest::next(&release("2026-09-30"), vec![file("b", "1"), file("a", "2")], None);
        assert_eq!((first.previous.as_ref(), first.history.len()), (None, 0));
        assert_eq!(Manifest::next(&release("2026-09-30"), vec![file("a", "2"), file("b", "1")], Some(&first)), first);
        let second = Manifest::next(&release("2026-10-31"), first.files.clone(), Some(&first));
        assert_eq!(second.previous.as_ref(), Some(&first.release));
        assert_eq!(
            second.history,
            [Past { as_of: "2026-09-30".into(), code: first.code.clone(), release: first.release.clone() }]
        );
        assert_ne!(second.release, first.release);
        assert_eq!(Manifest::parse(&second.to_json().unwrap()), Some(second));
    }

    #[test]
    fn an_altered_manifest_is_not_believed() {
        let good = Manifest::next(&release("2026-09-30"), vec![file("a", "1")], None);
        let altered = Manifest { as_of: "2026-09-29".into(), ..good.clone() };
        let mut outside = Manifest { files: vec![file("../a", "1")], ..good.clone() };
        outside.release = outside.release_hash();
        let other_code = Manifest { code: "00000000".into(), ..good.clone() };
        let mut twice = Manifest { files: vec![file("a", "1"), file("a", "2")], ..good.clone() };
        twice.release = twice.release_hash();
        let second = Manifest::next(&release("2026-10-31"), good.files.clone(), Some(&good));
        let third = Manifest::next(&release("2026-11-30"), good.files.clone(), Some(&second));
        let mut rewritten = third.clone();
        rewritten.history[0].as_of = "2026-09-29".into();
        let forgotten = Manifest { history: third.history[1..].to_vec(), ..third };
        for bad in [altered, outside, other_code, twice, rewritten, forgotten] {
            assert_eq!(Manifest::parse(&bad.to_json().unwrap()), None);
        }
        assert_eq!(Manifest::parse(b"{}"), None);
        assert_eq!(Manifest::parse(b""), None);
    }
}
