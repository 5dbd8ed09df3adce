//! From bytes to text: byte order mark, then strict UTF-8, then GB18030.

/// Encodings of text files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without BOM.
    Utf8,
    /// UTF-16, little or big endian by its BOM.
    Utf16,
    /// GB18030, which includes GBK and GB2312.
    Gb18030,
}
