//! What a workbook unpacks to, looked at before it is unpacked: a small file may be made to fill the memory.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use zip::ZipArchive;

use super::workbook::broken;
use crate::diag::rules::source as rules;
use crate::diag::{Position, Problem};

/// The largest workbook that is read, unpacked.
const MOST: u64 = 512 * MEGABYTE;
const MEGABYTE: u64 = 1024 * 1024;
/// How the part with the texts of all cells is called, and so much of its beginning as holds its first tag.
const TEXTS: &str = "sharedstrings.xml";
const BEGINNING: u64 = 64 * 1024;

/// Refuses a workbook that is too large, or that says of itself what cannot be.
///
/// The sizes are those that the file declares: a part that turns out larger is refused by the archive's reader.
pub(super) fn check(file: &Arc<str>, bytes: &Arc<[u8]>) -> Result<(), Problem> {
    let damaged = |reason: zip::result::ZipError| broken(file, &reason.to_string());
    let mut archive = ZipArchive::new(Cursor::new(Arc::clone(bytes))).map_err(damaged)?;
    let size = archive.decompressed_size().unwrap_or(u128::from(u64::MAX));
    if size > u128::from(MOST) {
        return Err(Problem::new(&rules::WORKBOOK_TOO_LARGE)
            .with("size", size / u128::from(MEGABYTE))
            .with("most", MOST / MEGABYTE)
            .at(Position::file(Arc::clone(file))));
    }
    for at in 0..archive.len() {
        // Parts that cannot be read are told by who needs them.
        let Ok(part) = archive.by_index(at) else { continue };
        if !part.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with(TEXTS)) {
            continue;
        }
        let size = part.size();
        let mut beginning = Vec::new();
        let _ = part.take(BEGINNING).read_to_end(&mut beginning);
        // Room is made for as many texts as are announced, before the first is read.
        if announced(&String::from_utf8_lossy(&beginning)).is_none_or(|count| count > size) {
            return Err(broken(file, "damaged file"));
        }
    }
    Ok(())
}

/// The largest number of texts that the beginning of the part may be taken to announce; `None` when its first tag has no end.
fn announced(beginning: &str) -> Option<u64> {
    let (_, first) = beginning.split_once("sst")?;
    first.contains('>').then_some(())?;
    let count = |rest: &str| {
        let digits = rest.trim_start_matches(['=', '"', '\'', ' ', '\t', '\r', '\n']);
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        digits.get(..end).filter(|digits| !digits.is_empty()).map_or(0, |digits| digits.parse().unwrap_or(u64::MAX))
    };
    Some(beginning.split("uniqueCount").skip(1).map(count).max().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::announced;

    #[test]
    fn what_is_announced_is_found_however_it_is_written() {
        assert_eq!(announced("<sst count=\"9\" uniqueCount=\"12\"><si>"), Some(12));
        assert_eq!(announced("<!-- uniqueCount='1' --><x:sst\nuniqueCount = '99999999999999999999'>"), Some(u64::MAX));
        assert_eq!(announced("<sst>"), Some(0));
        assert_eq!(announced("<sst uniqueCount=\"1"), None);
        assert_eq!(announced("<!-- padding"), None);
    }
}
