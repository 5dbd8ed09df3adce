//! Every touch of the disk, so that the rest of the step is plain logic. Links are never followed out of the folder.
#![expect(clippy::disallowed_methods, reason = "the one file that writes the disk")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::diag::Problem;
use crate::diag::rules::publish::{DISK_DENIED, DISK_FAULT, DISK_FULL, FILE_IN_USE, FOREIGN_IN_WAY, TWO_BUILDS};
use crate::text::hash::Hasher;

/// Bytes read at a time.
const CHUNK: usize = 16 * 1024;
/// What Windows says of a file that another program has open.
const SHARING_VIOLATION: i32 = 32;

/// A disk fault as a problem.
pub fn fault(path: &Path, error: &io::Error) -> Problem {
    let rule = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => &DISK_FULL,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => &DISK_DENIED,
        _ => return Problem::new(&DISK_FAULT).with("path", path.display()).with("why", error),
    };
    Problem::new(rule).with("path", path.display())
}

/// Whether the machine failed rather than the input: disk full, no permission, another build at work.
#[must_use]
pub fn is_machine_fault(problem: &Problem) -> bool {
    [&DISK_FULL, &DISK_DENIED, &DISK_FAULT, &TWO_BUILDS, &FILE_IN_USE].iter().any(|rule| rule.code == problem.rule.code)
}

/// `None` for what is not there.
fn if_there<T>(path: &Path, result: io::Result<T>) -> Result<Option<T>, Problem> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(fault(path, &error)),
    }
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    File,
    Folder,
    /// A symbolic link, a pipe and the like.
    Other,
}

impl From<fs::FileType> for Kind {
    fn from(kind: fs::FileType) -> Self {
        if kind.is_file() {
            Self::File
        } else if kind.is_dir() {
            Self::Folder
        } else {
            Self::Other
        }
    }
}

/// What stands at a path, if anything does; a link is not followed.
pub fn kind(path: &Path) -> Result<Option<Kind>, Problem> {
    Ok(if_there(path, fs::symlink_metadata(path))?.map(|metadata| metadata.file_type().into()))
}

/// The one true path of what is there.
pub fn true_path(path: &Path) -> Result<PathBuf, Problem> {
    path.canonicalize().map_err(|error| fault(path, &error))
}

/// The bytes of a file, if there is one.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, Problem> {
    if_there(path, fs::read(path))
}

/// How a file on disk compares with bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    Same,
    Different,
    Missing,
}

/// Compares a file with bytes; sizes first.
pub fn compare(path: &Path, bytes: &[u8]) -> Result<Compared, Problem> {
    let Some(mut file) = if_there(path, File::open(path))? else { return Ok(Compared::Missing) };
    let same = || -> io::Result<bool> {
        if file.metadata()?.len() != bytes.len() as u64 {
            return Ok(false);
        }
        let mut buffer = [0; CHUNK];
        for expected in bytes.chunks(CHUNK) {
            let (actual, _) = buffer.split_at_mut(expected.len());
            file.read_exact(actual)?;
            if actual != expected {
                return Ok(false);
            }
        }
        Ok(true)
    };
    match { same }() {
        Ok(true) => Ok(Compared::Same),
        Ok(false) => Ok(Compared::Different),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(Compared::Different),
        Err(error) => Err(fault(path, &error)),
    }
}

/// Whether a file has this size and hash; it is read only when the size is right.
pub fn has(path: &Path, size: u64, sha256: &str) -> Result<bool, Problem> {
    let Some(mut file) = if_there(path, File::open(path))? else { return Ok(false) };
    let hashed = || -> io::Result<Option<String>> {
        if file.metadata()?.len() != size {
            return Ok(None);
        }
        let mut hasher = Hasher::default();
        let mut buffer = [0; CHUNK];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(Some(hasher.finish())),
                length => hasher.update(buffer.get(..length).unwrap_or_default()),
            }
        }
    };
    let actual = { hashed }().map_err(|error| fault(path, &error))?;
    Ok(actual.as_deref() == Some(sha256))
}

/// Makes a file that is not there yet, and the folders above it.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<File, Problem> {
    let create = || OpenOptions::new().write(true).create_new(true).open(path);
    let write = |mut file: File| file.write_all(bytes).map(|()| file);
    // The folder is nearly always there: trying is cheaper than asking.
    let file = create().or_else(|error| if make_parent(path, &error)? { create() } else { Err(error) });
    file.and_then(write).map_err(|error| fault(path, &error))
}

/// Makes a file and waits until the disk holds it.
pub fn write_new_synced(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    write_new(path, bytes)?.sync_all().map_err(|error| fault(path, &error))
}

/// Puts a file in the place of another, or where none is, in one step; half a file is never seen there.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut beside = std::ffi::OsString::from(".");
    beside.push(path.file_name().unwrap_or_default());
    beside.push(".gongshi-part");
    let beside = path.with_file_name(beside);
    // One that a killed run left.
    if_there(&beside, fs::remove_file(&beside))?;
    write_new(&beside, bytes)?;
    fs::rename(&beside, path).map_err(|error| {
        let _ = fs::remove_file(&beside);
        // Windows does not let go of a file that someone looks at, and has two words for it.
        let is_shared = cfg!(windows) && error.raw_os_error() == Some(SHARING_VIOLATION);
        if path.is_file() && (is_shared || error.kind() == ErrorKind::PermissionDenied) {
            Problem::new(&FILE_IN_USE).with("path", path.display())
        } else {
            fault(path, &error)
        }
    })
}

/// Makes the folder above when that is what was missing; says whether to try again.
fn make_parent(path: &Path, error: &io::Error) -> io::Result<bool> {
    match path.parent() {
        Some(parent) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(parent).map(|()| true),
        _ => Ok(false),
    }
}

/// Gives a file a second name: by a hard link, which costs no space, or else by a copy of the same time.
///
/// Something else standing at `to` is a [`FOREIGN_IN_WAY`] named `address`.
pub fn link(from: &Path, to: &Path, address: &str) -> Result<(), Problem> {
    let link = || fs::hard_link(from, to);
    let linked = link().or_else(|error| if make_parent(to, &error)? { link() } else { Err(error) });
    match linked.or_else(|error| if in_way(&error) { Err(error) } else { copy(from, to) }) {
        Err(error) if in_way(&error) => Err(Problem::new(&FOREIGN_IN_WAY).with("path", address)),
        result => result.map_err(|error| fault(to, &error)),
    }
}

fn in_way(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(from)?.file_type();
    #[cfg(unix)]
    if kind.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    if !kind.is_file() {
        // A pipe has no end, and a link is never followed.
        return Err(ErrorKind::PermissionDenied.into());
    }
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    OpenOptions::new().write(true).open(to)?.set_modified(modified)
}

/// Makes a folder and those above it; gives the ones that were missing, innermost first.
pub fn make_folder(path: &Path) -> Result<Vec<PathBuf>, Problem> {
    let missing = path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
    let missing = missing.map(Path::to_path_buf).collect();
    fs::create_dir_all(path).map_err(|error| fault(path, &error))?;
    Ok(missing)
}

/// Makes a folder that nobody else may look into; `false` when something of that name is there already.
pub fn make_private_folder(path: &Path) -> Result<bool, Problem> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(fault(path, &error)),
    }
}

/// Lets a folder be read and written by the same people as another.
pub fn same_permissions(from: &Path, to: &Path) -> Result<(), Problem> {
    let copied = fs::metadata(from).and_then(|metadata| fs::set_permissions(to, metadata.permissions()));
    copied.map_err(|error| fault(to, &error))
}

/// Removes a folder and all in it, if it is there; folders that may not be written are opened for it.
pub fn remove_tree(path: &Path) -> Result<(), Problem> {
    let removed = fs::remove_dir_all(path);
    #[cfg(unix)]
    let removed = removed.or_else(|error| match error.kind() {
        ErrorKind::PermissionDenied => open_folders(path).and_then(|()| fs::remove_dir_all(path)),
        _ => Err(error),
    });
    if_there(path, removed).map(drop)
}

/// Lets the owner write into a folder and those below it: the old site may have been protected, and goes all the same.
#[cfg(unix)]
fn open_folders(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open_folders(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes a folder if it is empty.
pub fn remove_empty(path: &Path) -> Result<(), Problem> {
    if_there(path, fs::remove_dir(path)).map(drop)
}

/// Renames a file or folder.
pub fn rename(from: &Path, to: &Path) -> Result<(), Problem> {
    fs::rename(from, to).map_err(|error| fault(to, &error))
}

/// Exchanges two folders in one step; `false` where the system cannot.
#[cfg(target_os = "linux")]
pub fn exchange(one: &Path, other: &Path) -> Result<bool, Problem> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(fault(other, &error.into())),
    }
}

/// Exchanges two folders in one step; `false` where the system cannot.
#[cfg(not(target_os = "linux"))]
pub fn exchange(_: &Path, _: &Path) -> Result<bool, Problem> {
    Ok(false)
}

/// What is in a folder, as paths below it.
#[derive(Debug, Default)]
pub struct Listing {
    /// Everything but folders.
    pub files: BTreeMap<PathBuf, Kind>,
    /// The folders.
    pub folders: BTreeSet<PathBuf>,
}

/// Lists a folder and all below it; nothing when it is not there.
pub fn list(root: &Path) -> Result<Listing, Problem> {
    let mut listing = Listing::default();
    let mut waiting = vec![PathBuf::new()];
    while let Some(folder) = waiting.pop() {
        for (name, kind) in entries(&root.join(&folder))? {
            let path = folder.join(name);
            if kind == Kind::Folder {
                waiting.push(path.clone());
                listing.folders.insert(path);
            } else {
                listing.files.insert(path, kind);
            }
        }
    }
    Ok(listing)
}

/// Whether nothing is in a folder, or there is none.
pub fn is_empty(path: &Path) -> Result<bool, Problem> {
    let Some(mut entries) = if_there(path, fs::read_dir(path))? else { return Ok(true) };
    Ok(entries.next().is_none())
}

fn entries(path: &Path) -> Result<Vec<(std::ffi::OsString, Kind)>, Problem> {
    let Some(entries) = if_there(path, fs::read_dir(path))? else { return Ok(Vec::new()) };
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok((entry.file_name(), entry.file_type()?.into()))
    };
    entries.map(entry).collect::<io::Result<_>>().map_err(|error| fault(path, &error))
}

/// The right to build into a folder. The system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock; [`TWO_BUILDS`] when someone has it.
    pub fn take(path: PathBuf, out: &Path) -> Result<Self, Problem> {
        loop {
            let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            let file = opened.map_err(|error| fault(&path, &error))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Problem::new(&TWO_BUILDS).with("out", out.display())),
                // Some network shares have no locks; there, two builds at once cannot be told.
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(fault(&path, &error)),
            }
            // The holder before us may have removed the file after we opened it: then this lock is of no use.
            if is_at(&file, &path) {
                return Ok(Self { path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A lock file that stays does no harm: the lock itself is gone with the process.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata().map(id), fs::metadata(path).map(id)), (Ok(ours), Ok(there)) if ours == there)
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}
