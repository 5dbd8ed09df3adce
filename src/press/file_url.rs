//! The address of a file on this machine, as a browser takes it.

use std::fmt::Write as _;
use std::path::Path;

/// `file:///C:/%E5%85%AC%E7%A4%BA/a%20b.html` of an absolute path.
pub fn of(path: &Path) -> String {
    from_bytes(path.as_os_str().as_encoded_bytes(), cfg!(windows))
}

fn from_bytes(path: &[u8], windows: bool) -> String {
    // The long spelling of Windows paths means nothing to a browser.
    let share =
        path.strip_prefix(br"\\?\UNC\").or_else(|| path.strip_prefix(br"\\").filter(|rest| !rest.starts_with(b"?")));
    let (start, path) = match share {
        Some(share) if windows => ("file://", share),
        _ if windows => ("file:///", path.strip_prefix(br"\\?\").unwrap_or(path)),
        _ => ("file://", path),
    };
    path.iter().fold(start.to_owned(), |mut url, byte| {
        match byte {
            b'\\' if windows => url.push('/'),
            // A colon stands behind the letter of a drive.
            b':' if windows => url.push(':'),
            b'/' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => url.push(char::from(*byte)),
            // Writing to a string cannot fail.
            byte => drop(write!(url, "%{byte:02X}")),
        }
        url
    })
}

#[cfg(test)]
mod tests {
    use super::from_bytes;

    #[test]
    fn blanks_chinese_and_signs_are_encoded() {
        assert_eq!(
            from_bytes("/tmp/公示 a/100%#1?.html".as_bytes(), false),
            "file:///tmp/%E5%85%AC%E7%A4%BA%20a/100%25%231%3F.html"
        );
    }

    #[test]
    fn drives_long_paths_and_shares_of_windows() {
        let url = |path: &str| from_bytes(path.as_bytes(), true);
        assert_eq!(url(r"C:\Users\张 三\a.html"), "file:///C:/Users/%E5%BC%A0%20%E4%B8%89/a.html");
        assert_eq!(url(r"\\?\C:\a.html"), "file:///C:/a.html");
        assert_eq!(url(r"\\server\share\a.html"), "file://server/share/a.html");
        assert_eq!(url(r"\\?\UNC\server\share\a.html"), "file://server/share/a.html");
    }
}
