//! Files that are handed to the user, outside any published folder.

use std::path::Path;

use super::disk::{self, Compared};
use crate::diag::Problem;

/// How a file came to where it was wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delivered {
    /// It is new there, or replaced another.
    Written,
    /// The same bytes stood there.
    Unchanged,
}

/// Writes a file where the user wants it, whole or not at all; folders above it are made.
fn deliver(path: &Path, bytes: &[u8]) -> Result<Delivered, Problem> {
    if disk::compare(path, bytes).is_ok_and(|compared| compared == Compared::Same) {
        return Ok(Delivered::Unchanged);
    }
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        disk::make_folder(parent)?;
    }
    disk::replace(path, bytes)?;
    Ok(Delivered::Written)
}

/// Puts a copy of a file where the user wants it; gives its size.
pub fn hand_over(from: &Path, to: &Path) -> Result<u64, Problem> {
    let bytes = disk::read(from)?.ok_or_else(|| disk::fault(from, &std::io::ErrorKind::NotFound.into()))?;
    deliver(to, &bytes)?;
    Ok(bytes.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_arrives_whole_and_others_stay() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("pdf/社区");
        let file = folder.join("a.pdf");
        assert_eq!(deliver(&file, b"one").unwrap(), Delivered::Written);
        disk::write_new(&folder.join("note.txt"), b"mine").unwrap();
        assert_eq!(deliver(&file, b"one").unwrap(), Delivered::Unchanged);
        // What a killed run left is no obstacle.
        disk::write_new(&folder.join(".a.pdf.gongshi-part"), b"half").unwrap();
        assert_eq!(deliver(&file, b"two").unwrap(), Delivered::Written);
        assert_eq!(disk::read(&file).unwrap().as_deref(), Some(&b"two"[..]));
        assert_eq!(disk::list(&folder).unwrap().files.len(), 2);
    }

    #[test]
    fn a_folder_in_the_way_is_a_fault_of_the_machine() {
        let root = tempfile::tempdir().unwrap();
        disk::make_folder(&root.path().join("a.pdf")).unwrap();
        let problem = deliver(&root.path().join("a.pdf"), b"one").unwrap_err();
        assert!(disk::is_machine_fault(&problem), "{}", problem.rule.code);
        assert_eq!(disk::list(root.path()).unwrap().files.len(), 0);
    }
}
