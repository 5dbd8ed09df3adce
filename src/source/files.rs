//! The site folder: finding, reading once, hashing.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _};
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

/// The largest table, workbook or font that is read.
const MOST: u64 = 512 * MEGABYTE;
/// The largest text that people type: reading it takes many times its size.
const MOST_TYPED: u64 = 16 * MEGABYTE;
/// The endings of such texts.
const TYPED: [&str; 3] = [".toml", ".md", ".html"];
const MEGABYTE: u64 = 1024 * 1024;

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

/// A link to a folder that is not followed.
#[derive(PartialEq, Eq)]
enum Link {
    /// Out of the site.
    Out,
    /// To a folder that holds the link: everything would be found twice, and twice again.
    Round,
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

    /// Whether anything of this name is there, be it a file or not: whoever put it there believes that it is read.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        normalise(path).is_some_and(|path| self.root.join(path).symlink_metadata().is_ok())
    }

    /// The files that a path or a pattern with `*`, `**` and `?` names, sorted. A plain path names itself, whether or
    /// not there is such a file; hidden files and the lock files of office programs are never matched. What a pattern names
    /// and cannot be read is a fault, here or when it is opened: it is never passed over.
    pub fn matching(&self, pattern: &str) -> Result<Vec<String>, Problem> {
        let Some(pattern) = normalise(pattern) else {
            return Ok(if is_pattern(pattern) { Vec::new() } else { vec![pattern.to_owned()] });
        };
        if !is_pattern(&pattern) {
            return Ok(vec![pattern]);
        }
        let Ok(globs) = glob::Pattern::new(&pattern.replace('[', "[[]")) else { return Ok(Vec::new()) };
        let folder: Vec<&str> = pattern.split('/').take_while(|part| !is_pattern(part)).collect();
        let folder = self.root.join(folder.join("/"));
        let mut found = Vec::new();
        let walk = WalkDir::new(&folder).min_depth(1).follow_links(true).into_iter();
        let mut ways_out = Vec::new();
        for entry in walk.filter_entry(|entry| {
            if entry.depth() == 0 {
                return true;
            }
            let link = if is_hidden(entry) { None } else { self.link(entry) };
            if link == Some(Link::Out) {
                ways_out.push(self.relative(entry.path()));
            }
            !is_hidden(entry) && link.is_none()
        }) {
            let file = match &entry {
                Ok(entry) if entry.file_type().is_dir() => continue,
                Ok(entry) => entry.path(),
                Err(error) if error.loop_ancestor().is_some() => continue,
                Err(error) => match (error.io_error().map(std::io::Error::kind), error.path()) {
                    // A pattern may name a folder that is not there; a link that leads nowhere is told when it is opened.
                    (Some(ErrorKind::NotFound | ErrorKind::NotADirectory), Some(path)) if path != folder => path,
                    (Some(ErrorKind::NotFound | ErrorKind::NotADirectory), _) => continue,
                    _ => return Err(self.closed(error)),
                },
            };
            let path = self.relative(file);
            if globs.matches_with(&path, GLOBS) {
                let is_readable = file.to_str().is_some() || self.root.to_str().is_none();
                found.push(if is_readable { path } else { return Err(misnamed(&path)) });
            }
        }
        // What lies behind is not walked through, and nobody knows whether the pattern names some of it.
        let is_deep =
            |path: &String| pattern.contains("**") || pattern.matches('/').count() > path.matches('/').count();
        if let Some(path) = ways_out.into_iter().find(is_deep) {
            return Err(Problem::new(&rules::PATH_OUTSIDE_SITE).with("path", path));
        }
        found.sort();
        Ok(found)
    }

    /// Where a link to a folder leads that cannot be followed.
    fn link(&self, entry: &DirEntry) -> Option<Link> {
        if !(entry.path_is_symlink() && entry.file_type().is_dir()) {
            return None;
        }
        let (real, here) = (entry.path().canonicalize().ok()?, entry.path().parent()?.canonicalize().ok()?);
        if !real.starts_with(&self.real_root) {
            return Some(Link::Out);
        }
        here.starts_with(&real).then_some(Link::Round)
    }

    /// A folder that may not be looked into.
    fn closed(&self, error: &walkdir::Error) -> Problem {
        let path = error.path().map_or_else(String::new, |path| self.relative(path));
        let reason = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
        Problem::new(&rules::FILE_UNREADABLE)
            .with("reason", reason)
            .with("path", &path)
            .at(Position::file(path.as_str()))
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
            Ok(decoded) => match fault::not_text(path, &decoded.text) {
                Some(problem) => Err(problem),
                None => Ok((decoded.text.into_owned(), decoded.encoding)),
            },
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

    /// The path below the folder, with `/`; letters that nobody can read are replaced.
    fn relative(&self, file: &Path) -> String {
        let inside = file.strip_prefix(&self.root).unwrap_or(file);
        inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    }
}

fn misnamed(path: &str) -> Problem {
    Problem::new(&rules::FILE_NAME_ODD).with("path", path).at(Position::file(path))
}

#[expect(clippy::disallowed_methods, reason = "the one place where files of a site are read")]
fn read(path: &str, file: &Path) -> Result<Arc<[u8]>, Problem> {
    let is_typed = TYPED.iter().any(|ending| path.to_ascii_lowercase().ends_with(ending));
    let most = if is_typed { MOST_TYPED } else { MOST };
    let contents = || {
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            // A pipe or a device would give bytes for ever, or none.
            return Err(if metadata.is_dir() { ErrorKind::IsADirectory } else { ErrorKind::Unsupported }.into());
        }
        if metadata.len() > most {
            return Ok(Err(metadata.len()));
        }
        let mut contents = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
        std::fs::File::open(file)?.take(most + 1).read_to_end(&mut contents)?;
        let size = u64::try_from(contents.len()).unwrap_or(u64::MAX);
        Ok(if size > most { Err(size) } else { Ok(contents) })
    };
    let contents: Result<Vec<u8>, u64> = { contents }().map_err(|error| unreadable(path, &error))?;
    contents.map(Arc::from).map_err(|size| {
        Problem::new(&rules::FILE_TOO_LARGE)
            .with("size", size.div_ceil(MEGABYTE))
            .with("most", most / MEGABYTE)
            .at(Position::file(path))
    })
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
        let matching = |pattern: &str| sources.matching(pattern).unwrap();
        assert_eq!(matching("data/?.csv"), ["data/a.csv", "data/b.csv"]);
        assert_eq!(matching("data/**/*.csv"), ["data/2024/c.csv", "data/a.csv", "data/b.csv", "data/notes[1].csv"]);
        assert_eq!(matching("./data\\*/c.csv"), ["data/2024/c.csv"]);
        assert_eq!(matching("*.toml"), ["site.toml"]);
        assert_eq!(matching("data/notes[1]*"), ["data/notes[1].csv"]);
        assert_eq!(matching("data/none.csv"), ["data/none.csv"]);
        for pattern in ["none/*.csv", "../*", "/tmp/*", "data/a**", "C:/*", "data/a.csv/*"] {
            assert!(matching(pattern).is_empty(), "{pattern}");
        }
        assert!(sources.has("data/a.csv") && sources.has("data") && !sources.has("data/x.csv") && !sources.has("../a"));
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
        std::os::unix::fs::symlink("nowhere", folder.path().join("data/lost.csv")).unwrap();
        // What somebody put there is named, and told when it is opened.
        assert_eq!(
            sources.matching("data/**/*.csv").unwrap(),
            ["data/a.csv", "data/in.csv", "data/lost.csv", "data/out.csv"]
        );
        assert_eq!(sources.bytes("data/out.csv").unwrap_err().rule.name, "path-outside-site");
        assert_eq!(sources.bytes("data/lost.csv").unwrap_err().rule.name, "file-missing");
        assert!(sources.has("data/out.csv"));
        std::os::unix::fs::symlink(other.root(), folder.path().join("data/away")).unwrap();
        assert_eq!(sources.matching("data/**/*.csv").unwrap_err().rule.name, "path-outside-site");
        assert_eq!(sources.matching("data/*.csv").unwrap().len(), 4);
    }

    #[cfg(unix)]
    #[test]
    fn names_that_nobody_can_read_are_told() {
        use std::os::unix::ffi::OsStrExt as _;
        let (folder, sources) = site(&[("data/a.csv", b"x")]);
        let name = std::ffi::OsStr::from_bytes(b"data/\xd6\xd0.csv");
        std::fs::write(folder.path().join(name), b"x").unwrap();
        assert_eq!(sources.matching("data/*.csv").unwrap_err().rule.name, "file-name-odd");
        assert_eq!(sources.matching("data/*.xlsx").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_file_that_is_too_large_is_told_before_it_is_read() {
        let (folder, sources) = site(&[("a.toml", b""), ("a.csv", b"")]);
        for (name, size) in [("a.toml", MOST_TYPED), ("a.csv", MOST)] {
            let file = std::fs::OpenOptions::new().write(true).open(folder.path().join(name)).unwrap();
            file.set_len(size + 1).unwrap();
            let problem = sources.bytes(name).unwrap_err();
            assert_eq!((problem.rule.name, problem.at.unwrap().file.as_ref()), ("file-too-large", name));
        }
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
