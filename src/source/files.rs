//! The site folder: finding, reading once, hashing.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use walkdir::{DirEntry, WalkDir};

use super::decode::{Encoding, decode};
use super::fault;
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};
use crate::text::hash;

const GLOBS: glob::MatchOptions =
    glob::MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Path below the site folder, with `/`.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// The site folder. It remembers what was read, not the contents.
#[derive(Debug)]
pub struct Sources {
    root: PathBuf,
    /// The folder with all links followed: what lies outside of it is not read.
    real_root: PathBuf,
    seen: Mutex<BTreeMap<String, Seen>>,
}

#[derive(Debug)]
struct Seen {
    input: Input,
    contents: Weak<[u8]>,
}

impl Sources {
    /// Opens a site folder.
    pub fn open(root: &Path) -> Result<Self, Problem> {
        let missing = || Problem::new(&rules::SITE_FOLDER_MISSING).with("path", root.display());
        let real_root = root.canonicalize().map_err(|_| missing())?;
        if !real_root.is_dir() {
            return Err(missing());
        }
        Ok(Self { root: root.to_owned(), real_root, seen: Mutex::default() })
    }

    /// The folder, as it was named.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether there is such a file.
    #[must_use]
    pub fn exists(&self, path: &str) -> bool {
        self.locate(path).is_ok_and(|(_, file)| file.is_file())
    }

    /// The files that a path or a pattern with `*`, `**` and `?` names, sorted. A plain path names itself, whether or
    /// not there is such a file; hidden files and the lock files of office programs are never matched.
    #[must_use]
    pub fn matching(&self, pattern: &str) -> Vec<String> {
        let Some(pattern) = normalise(pattern) else {
            return if is_pattern(pattern) { Vec::new() } else { vec![pattern.to_owned()] };
        };
        if !is_pattern(&pattern) {
            return vec![pattern];
        }
        let Ok(globs) = glob::Pattern::new(&pattern.replace('[', "[[]")) else { return Vec::new() };
        let folder: Vec<&str> = pattern.split('/').take_while(|part| !is_pattern(part)).collect();
        let mut found: Vec<String> = WalkDir::new(self.root.join(folder.join("/")))
            .min_depth(1)
            .follow_links(true)
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| self.relative(entry.path()))
            .filter(|path| globs.matches_with(path, GLOBS) && self.locate(path).is_ok())
            .collect();
        found.sort();
        found
    }

    /// The bytes of a file. They live as long as the caller holds them.
    pub fn bytes(&self, path: &str) -> Result<Arc<[u8]>, Problem> {
        let (path, file) = self.locate(path)?;
        if let Some(contents) = self.seen().get(&path).and_then(|seen| seen.contents.upgrade()) {
            return Ok(contents);
        }
        let contents = read(&path, &file)?;
        let input = Input {
            bytes: u64::try_from(contents.len()).unwrap_or(u64::MAX),
            sha256: hash::of(&contents),
            path: path.clone(),
        };
        let mut seen = self.seen();
        match seen.get_mut(&path) {
            Some(before) if before.input != input => {
                Err(Problem::new(&rules::FILE_CHANGED).with("path", &path).at(Position::file(path)))
            }
            Some(before) => {
                before.contents = Arc::downgrade(&contents);
                Ok(contents)
            }
            None => {
                seen.insert(path, Seen { input, contents: Arc::downgrade(&contents) });
                Ok(contents)
            }
        }
    }

    /// A file as text, without byte order mark.
    pub fn text(&self, path: &str) -> Result<String, Problem> {
        self.decoded(path, None).map(|(text, _)| text)
    }

    /// A file as text, and how it was encoded.
    pub(super) fn decoded(&self, path: &str, declared: Option<Encoding>) -> Result<(String, Encoding), Problem> {
        let bytes = self.bytes(path)?;
        match decode(&bytes, declared) {
            Ok(decoded) => Ok((decoded.text.into_owned(), decoded.encoding)),
            Err(fault) => Err(fault::not_decodable(path, &bytes, &fault)),
        }
    }

    /// Every file that was read so far, by path.
    #[must_use]
    pub fn inputs(&self) -> Vec<Input> {
        self.seen().values().map(|seen| seen.input.clone()).collect()
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Seen>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The path as it is remembered, and the file it names; refuses what lies outside the folder.
    fn locate(&self, path: &str) -> Result<(String, PathBuf), Problem> {
        let outside = || Problem::new(&rules::PATH_OUTSIDE_SITE).with("path", path);
        let path = normalise(path).ok_or_else(outside)?;
        let file = self.root.join(&path);
        match file.canonicalize() {
            Ok(real) if !real.starts_with(&self.real_root) => Err(outside()),
            Ok(_) => Ok((path, file)),
            Err(error) => Err(unreadable(&path, &error)),
        }
    }

    fn relative(&self, file: &Path) -> Option<String> {
        let parts: Option<Vec<&str>> = file.strip_prefix(&self.root).ok()?.iter().map(|part| part.to_str()).collect();
        Some(parts?.join("/"))
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where files of a site are read")]
fn read(path: &str, file: &Path) -> Result<Arc<[u8]>, Problem> {
    if !file.is_file() {
        return Err(unreadable(path, &ErrorKind::IsADirectory.into()));
    }
    std::fs::read(file).map(Arc::from).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &str, error: &std::io::Error) -> Problem {
    let problem = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Problem::new(&rules::FILE_MISSING),
        _ => Problem::new(&rules::FILE_UNREADABLE).with("reason", error),
    };
    problem.with("path", path).at(Position::file(path))
}

/// The path with `/`, without `.` and `..`; `None` when it is absolute or leaves the folder.
fn normalise(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    if path.starts_with('/') || path.contains('\0') || path.as_bytes().get(1) == Some(&b':') {
        return None;
    }
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

fn is_pattern(path: &str) -> bool {
    path.contains(['*', '?'])
}

/// Hidden files, and what office programs leave beside an open file.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name.starts_with("~$")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "tests make their own files")]

    use super::*;

    fn site(files: &[(&str, &[u8])]) -> (tempfile::TempDir, Sources) {
        let folder = tempfile::tempdir().unwrap();
        for (path, contents) in files {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, contents).unwrap();
        }
        let sources = Sources::open(folder.path()).unwrap();
        (folder, sources)
    }

    #[test]
    fn patterns_match_in_order_and_pass_over_hidden_files() {
        let (_folder, sources) = site(&[
            ("data/b.csv", b""),
            ("data/a.csv", b""),
            ("data/2024/c.csv", b""),
            ("data/~$a.csv", b""),
            ("data/.~lock.a.csv", b""),
            ("data/.old/d.csv", b""),
            ("data/notes[1].csv", b""),
            ("site.toml", b""),
        ]);
        assert_eq!(sources.matching("data/?.csv"), ["data/a.csv", "data/b.csv"]);
        assert_eq!(
            sources.matching("data/**/*.csv"),
            ["data/2024/c.csv", "data/a.csv", "data/b.csv", "data/notes[1].csv"]
        );
        assert_eq!(sources.matching("./data\\*/c.csv"), ["data/2024/c.csv"]);
        assert_eq!(sources.matching("*.toml"), ["site.toml"]);
        assert_eq!(sources.matching("data/notes[1]*"), ["data/notes[1].csv"]);
        assert_eq!(sources.matching("data/none.csv"), ["data/none.csv"]);
        for pattern in ["none/*.csv", "../*", "/tmp/*", "data/a**", "C:/*"] {
            assert!(sources.matching(pattern).is_empty(), "{pattern}");
        }
        assert!(sources.exists("data/a.csv") && !sources.exists("data") && !sources.exists("data/x.csv"));
    }

    #[test]
    fn what_cannot_be_read_is_a_problem_with_its_reason() {
        let (_folder, sources) = site(&[("data/a.csv", b"x")]);
        for (path, rule) in [
            ("data/x.csv", "file-missing"),
            ("data/a.csv/b", "file-missing"),
            ("data", "file-unreadable"),
            ("../a.csv", "path-outside-site"),
            ("data/../../a.csv", "path-outside-site"),
            ("/etc/hostname", "path-outside-site"),
            ("C:\\a.csv", "path-outside-site"),
        ] {
            assert_eq!(sources.bytes(path).unwrap_err().rule.name, rule, "{path}");
        }
        assert!(sources.inputs().is_empty());
        let nowhere = Sources::open(&sources.root().join("data/a.csv")).unwrap_err();
        assert_eq!(nowhere.rule.name, "site-folder-missing");
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_are_refused() {
        let (_elsewhere, other) = site(&[("secret.csv", b"x")]);
        let (folder, sources) = site(&[("data/a.csv", b"x")]);
        std::os::unix::fs::symlink(other.root().join("secret.csv"), folder.path().join("data/out.csv")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("data/a.csv"), folder.path().join("data/in.csv")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("data/loop")).unwrap();
        assert_eq!(sources.matching("data/*.csv"), ["data/a.csv", "data/in.csv"]);
        assert_eq!(sources.bytes("data/out.csv").unwrap_err().rule.name, "path-outside-site");
        assert!(!sources.exists("data/out.csv"));
    }

    #[test]
    fn files_are_hashed_and_remembered_without_their_contents() {
        let (folder, sources) = site(&[("a.csv", b"abc"), ("b.csv", b"")]);
        let first = sources.bytes("./a.csv").unwrap();
        assert!(Arc::ptr_eq(&first, &sources.bytes("a.csv").unwrap()));
        assert_eq!(Arc::strong_count(&first), 1);
        drop(first);
        sources.bytes("b.csv").unwrap();
        let inputs = sources.inputs();
        assert_eq!(inputs.iter().map(|input| input.path.as_str()).collect::<Vec<_>>(), ["a.csv", "b.csv"]);
        assert_eq!(inputs[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(inputs[0].bytes, 3);
        std::fs::write(folder.path().join("a.csv"), b"abd").unwrap();
        assert_eq!(sources.bytes("a.csv").unwrap_err().rule.name, "file-changed");
    }

    #[test]
    fn texts_lose_their_byte_order_mark() {
        let (_folder, sources) = site(&[("a.toml", "\u{feff}标题".as_bytes()), ("b.toml", b"a\xff")]);
        assert_eq!(sources.text("a.toml").unwrap(), "标题");
        assert_eq!(sources.text("b.toml").unwrap_err().rule.name, "not-decodable");
    }
}
