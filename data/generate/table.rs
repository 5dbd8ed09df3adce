//! Tables as an office would have them: separators, quotes, line ends and encodings of all sorts.

use std::fs;
use std::io;
use std::path::Path;

/// A table in the making.
pub struct Table {
    separator: char,
    line_end: &'static str,
    text: String,
}

impl Table {
    /// A table with its header.
    pub fn new(separator: char, line_end: &'static str, header: &[&str]) -> Self {
        let mut table = Self { separator, line_end, text: String::new() };
        table.row(header);
        table
    }

    /// Adds a row; cells that hold a separator, a quote or a line break are quoted.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(self.separator);
            }
            let cell = cell.as_ref();
            if cell.contains([self.separator, '"', '\n']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str(self.line_end);
    }

    /// The bytes in GB18030, as Chinese office programs write them.
    pub fn gb18030(self) -> Vec<u8> {
        encoding_rs::GB18030.encode(&self.text).0.into_owned()
    }

    /// The bytes in UTF-8 with the mark that Excel wants.
    pub fn utf8_with_mark(self) -> Vec<u8> {
        format!("\u{feff}{}", self.text).into_bytes()
    }

    /// The bytes in plain UTF-8.
    pub fn utf8(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// Writes a file below the site folder, with the folders it needs.
#[expect(clippy::disallowed_methods, reason = "the generator is no part of the program: writing is all it does")]
pub fn save(site: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let path = site.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
