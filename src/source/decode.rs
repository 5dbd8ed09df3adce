//! From bytes to text: byte order mark, then strict UTF-8, then GB18030.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, GB18030, UTF_16BE, UTF_16LE};

/// Characters beyond ASCII that read well as UTF-8 are no accident from this weight on: the text is UTF-8, if perhaps a damaged one.
/// Four Han characters weigh so much.
const CLEARLY_UTF8: usize = 16;

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

impl Encoding {
    /// The name as people know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Gb18030 => "GB18030",
        }
    }

    /// Reads a name, in any case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Some(Self::Utf8),
            "utf-16" | "utf16" => Some(Self::Utf16),
            "gb18030" | "gbk" | "gb2312" => Some(Self::Gb18030),
            _ => None,
        }
    }
}

/// A file as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte order mark; borrowed when the file is UTF-8.
    pub text: Cow<'a, str>,
    /// How it was encoded.
    pub encoding: Encoding,
    /// Whether it began with a byte order mark.
    pub bom: bool,
}

/// Why a file is not text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeFault {
    /// Offset of the first byte that cannot be read, under the encoding that got furthest.
    pub at: usize,
    /// The encodings that were tried.
    pub tried: Vec<Encoding>,
}

/// Decodes without guessing: every byte has a meaning, or the file is refused.
///
/// A byte order mark decides before `declared`, because a program wrote it.
pub fn decode(bytes: &[u8], declared: Option<Encoding>) -> Result<Decoded<'_>, DecodeFault> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, true).map_err(|at| fault(at + 3, Encoding::Utf8)),
        [0xff, 0xfe, rest @ ..] => utf16(rest, UTF_16LE, true).map_err(|at| fault(at + 2, Encoding::Utf16)),
        [0xfe, 0xff, rest @ ..] => utf16(rest, UTF_16BE, true).map_err(|at| fault(at + 2, Encoding::Utf16)),
        _ => match declared {
            Some(Encoding::Utf8) => utf8(bytes, false).map_err(|at| fault(at, Encoding::Utf8)),
            Some(Encoding::Utf16) => utf16(bytes, endian(bytes), false).map_err(|at| fault(at, Encoding::Utf16)),
            Some(Encoding::Gb18030) => gb18030(bytes).map_err(|at| fault(at, Encoding::Gb18030)),
            None => detect(bytes),
        },
    }
}

fn fault(at: usize, tried: Encoding) -> DecodeFault {
    DecodeFault { at, tried: vec![tried] }
}

fn detect(bytes: &[u8]) -> Result<Decoded<'_>, DecodeFault> {
    let valid = match utf8(bytes, false) {
        Ok(decoded) => return Ok(decoded),
        Err(valid) => valid,
    };
    let good = bytes.get(..valid).unwrap_or_default();
    if is_clearly_utf8(good) {
        return Err(fault(valid, Encoding::Utf8));
    }
    let tried = vec![Encoding::Utf8, Encoding::Gb18030];
    match gb18030(bytes) {
        Ok(decoded) => match utf8_line(bytes, valid) {
            Some(at) => Err(DecodeFault { at, tried }),
            None => Ok(decoded),
        },
        Err(at) => Err(DecodeFault { at: at.max(valid), tried }),
    }
}

/// Whether valid UTF-8 can hardly be anything else. Chinese takes three bytes a character there; two bytes that fit are common in
/// other encodings.
fn is_clearly_utf8(good: &[u8]) -> bool {
    let weight = |byte: &u8| match byte {
        0xe0.. => 4,
        0xc0.. => 1,
        _ => 0,
    };
    let sums = good.iter().map(weight).scan(0, |sum, weight| {
        *sum += weight;
        Some(*sum)
    });
    sums.into_iter().any(|sum: usize| sum >= CLEARLY_UTF8)
}

/// The start of a line in UTF-8, where two files of different encodings were pasted together.
fn utf8_line(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    for line in bytes.get(from..).unwrap_or_default().split_inclusive(|byte| *byte == b'\n') {
        if !line.is_ascii() && std::str::from_utf8(line).is_ok() && is_clearly_utf8(line) {
            return Some(at + line.iter().position(|byte| !byte.is_ascii()).unwrap_or_default());
        }
        at += line.len();
    }
    None
}

/// Without a mark, the half of the first character that is zero gives the order away; little endian is the custom.
pub(super) fn endian(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    if let [0, low, ..] = bytes
        && *low != 0
    {
        UTF_16BE
    } else {
        UTF_16LE
    }
}

fn utf8(bytes: &[u8], bom: bool) -> Result<Decoded<'_>, usize> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, bom }),
        Err(error) => Err(error.valid_up_to()),
    }
}

fn utf16<'a>(bytes: &'a [u8], order: &'static encoding_rs::Encoding, bom: bool) -> Result<Decoded<'a>, usize> {
    let text = strictly(bytes, order)?;
    Ok(Decoded { text, encoding: Encoding::Utf16, bom })
}

fn gb18030(bytes: &[u8]) -> Result<Decoded<'_>, usize> {
    let text = strictly(bytes, GB18030)?;
    Ok(Decoded { text, encoding: Encoding::Gb18030, bom: false })
}

fn strictly<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding) -> Result<Cow<'a, str>, usize> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or_else(|| first_malformed(bytes, encoding))
}

/// Offset of the first sequence that the encoding does not know.
fn first_malformed(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> usize {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut sink = [0_u8; 4096];
    let mut read = 0;
    loop {
        let rest = bytes.get(read..).unwrap_or_default();
        let (result, more, _) = decoder.decode_to_utf8_without_replacement(rest, &mut sink, true);
        read += more;
        match result {
            DecoderResult::OutputFull => {}
            DecoderResult::InputEmpty => return read,
            DecoderResult::Malformed(length, after) => {
                return read.saturating_sub(usize::from(length) + usize::from(after));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: &str = "社区,受理时间\n南关社区,2024-03-05\n";

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let gb = GB18030.encode(WORDS).0.into_owned();
        let marked = |text: &str| format!("\u{feff}{text}");
        for (bytes, encoding, bom) in [
            (WORDS.as_bytes().to_vec(), Encoding::Utf8, false),
            (marked(WORDS).into_bytes(), Encoding::Utf8, true),
            (gb, Encoding::Gb18030, false),
            (utf16_bytes(&marked(WORDS), u16::to_le_bytes), Encoding::Utf16, true),
            (utf16_bytes(&marked(WORDS), u16::to_be_bytes), Encoding::Utf16, true),
        ] {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_ref(), decoded.encoding, decoded.bom), (WORDS, encoding, bom));
        }
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes = utf16_bytes("id,名称", order);
            assert_eq!(decode(&bytes, Some(Encoding::Utf16)).unwrap().text, "id,名称");
        }
    }

    #[test]
    fn utf8_is_not_copied() {
        assert!(matches!(decode(WORDS.as_bytes(), None).unwrap().text, Cow::Borrowed(_)));
    }

    #[test]
    fn rare_names_survive_gb18030() {
        let bytes = GB18030.encode("𠮷㐂鿏").0.into_owned();
        assert_eq!(decode(&bytes, None).unwrap().text, "𠮷㐂鿏");
    }

    #[test]
    fn a_bad_byte_is_found() {
        let mut bytes = GB18030.encode(WORDS).0.into_owned();
        let at = bytes.len();
        bytes.extend([0xff, b'\n']);
        assert_eq!(decode(&bytes, None), Err(DecodeFault { at, tried: vec![Encoding::Utf8, Encoding::Gb18030] }));
        assert_eq!(decode(b"a\xff", Some(Encoding::Utf8)), Err(fault(1, Encoding::Utf8)));
        assert_eq!(decode(b"\xef\xbb\xbfa\xff", None), Err(fault(4, Encoding::Utf8)));
    }

    #[test]
    fn damaged_utf8_is_not_taken_for_gb18030() {
        let mut bytes = WORDS.repeat(3).into_bytes();
        let at = bytes.len();
        bytes.extend(b"\x80");
        assert_eq!(decode(&bytes, None), Err(fault(at, Encoding::Utf8)));
    }

    #[test]
    fn a_file_of_two_encodings_is_refused_where_the_second_begins() {
        let (utf8, gb) = (WORDS.as_bytes(), GB18030.encode(WORDS).0);
        assert_eq!(decode(&[utf8, &gb].concat(), None), Err(fault(utf8.len(), Encoding::Utf8)));
        let both = vec![Encoding::Utf8, Encoding::Gb18030];
        assert_eq!(decode(&[&gb, utf8].concat(), None), Err(DecodeFault { at: gb.len(), tried: both }));
    }

    #[test]
    fn names_are_read_in_any_case() {
        for (name, encoding) in [("GBK", Encoding::Gb18030), ("Utf-8", Encoding::Utf8), ("UTF16", Encoding::Utf16)] {
            assert_eq!(Encoding::from_name(name), Some(encoding));
            assert_eq!(Encoding::from_name(encoding.name()), Some(encoding));
        }
        assert_eq!(Encoding::from_name("latin1"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_text_or_a_fault_inside_them(bytes: Vec<u8>) {
            for declared in [None, Some(Encoding::Utf8), Some(Encoding::Utf16), Some(Encoding::Gb18030)] {
                if let Err(fault) = decode(&bytes, declared) {
                    prop_assert!(fault.at <= bytes.len());
                }
            }
        }
    }
}
