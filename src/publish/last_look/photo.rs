//! Pictures that say where they were taken.
//!
//! Cameras write it in two ways, whatever the picture's format: as a table in the manner of TIFF (EXIF), or in words
//! (XMP). Both are looked for wherever they stand in the file, so that JPEG, TIFF, PNG, WebP, HEIC and AVIF need no
//! reader each, nor does the format of next year.

use super::super::address::percent_decoded;
use crate::text::{base64, zlib};

/// Words with which XMP names a place; the apps of cameras differ in their capitals.
const WORDS: [&[u8]; 2] = [b"gpslatitude", b"gpslongitude"];
/// The entry of a TIFF table that leads to the table of the position.
const POSITION: u16 = 0x8825;
/// Entries of that table: latitude and longitude, and those of the place that was looked at.
const PLACES: [u16; 4] = [2, 4, 20, 22];
/// Tables that follow each other beyond this are not read.
const MOST_TABLES: usize = 16;
/// The largest text of a PNG that is unpacked, in bytes.
const LARGEST: usize = 16 << 20;

/// Whether a file is a picture, or holds one, that says where it was taken.
pub fn tells_its_place(bytes: &[u8]) -> bool {
    in_words(bytes) || headers(bytes).any(has_position) || png_texts(bytes).any(|text| in_profile(&text))
}

/// The bytes of a picture that stands within an address: `data:image/jpeg;base64,…`
pub fn within(address: &str) -> Option<Vec<u8>> {
    let (kind, data) = address.trim_start().strip_prefix("data:")?.split_once(',')?;
    let data = percent_decoded(data);
    if kind.trim_end().ends_with(";base64") {
        base64::decode(data.trim_end())
    } else {
        Some(data.into_owned().into_bytes())
    }
}

fn in_words(bytes: &[u8]) -> bool {
    // Names of XMP stand before a sign or a colon; a page that speaks of them is no picture.
    let starts = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'G' | b'g')).map(|(at, _)| at);
    starts.into_iter().any(|at| {
        let has = |word: &&&[u8]| bytes.get(at..at + word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
        let Some(word) = WORDS.iter().find(has) else { return false };
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(at + word.len()..).unwrap_or_default().trim_ascii_start();
        before == Some(&b':') && matches!(after.first(), Some(b'=' | b'>'))
    })
}

/// Everything that begins as a TIFF file does, up to the end.
fn headers(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'I' | b'M')).map(|(at, _)| at);
    starts.filter_map(|at| bytes.get(at..)).filter(|rest| rest.starts_with(b"II*\0") || rest.starts_with(b"MM\0*"))
}

/// Whether the tables of a TIFF file lead to one of the position that holds a place.
fn has_position(tiff: &[u8]) -> bool {
    let tiff = Tiff { bytes: tiff, little: tiff.starts_with(b"II") };
    let mut next = tiff.number(4);
    for _ in 0..MOST_TABLES {
        let Some(table) = next.filter(|offset| *offset != 0) else { return false };
        let Some(entries) = tiff.entries(table) else { return false };
        let position = entries.iter().find(|(tag, _)| *tag == POSITION).and_then(|(_, offset)| tiff.entries(*offset));
        if position.is_some_and(|entries| entries.iter().any(|(tag, _)| PLACES.contains(tag))) {
            return true;
        }
        next = tiff.number(table.saturating_add(2 + 12 * entries.len()));
    }
    false
}

struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl Tiff<'_> {
    fn number(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let number = if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(number).ok()
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    /// Tags and values of a table; `None` when it is none.
    fn entries(&self, table: usize) -> Option<Vec<(u16, usize)>> {
        let count = usize::from(self.short(table)?);
        (0..count).map(|at| table + 2 + 12 * at).map(|at| Some((self.short(at)?, self.number(at + 8)?))).collect()
    }
}

/// The packed texts of a PNG, in which older programs keep what a camera wrote.
fn png_texts(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n").unwrap_or_default();
    let chunks = std::iter::from_fn(move || {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let (kind, content) = (rest.get(4..8)?, rest.get(8..length.checked_add(8)?)?);
        rest = rest.get(length + 12..).unwrap_or_default();
        Some((kind, content))
    });
    chunks.filter_map(|(kind, content)| {
        let name = content.iter().position(|byte| *byte == 0)?;
        let after = content.get(name + 1..)?;
        match kind {
            b"tEXt" => Some(after.to_vec()),
            b"zTXt" => zlib::unpacked(after.get(1..)?, LARGEST),
            // Behind the sign of packing stand a language and the name in it.
            b"iTXt" if after.first() == Some(&1) => {
                let texts = after.get(2..)?;
                let text = texts.splitn(3, |byte| *byte == 0).nth(2)?;
                zlib::unpacked(text, LARGEST)
            }
            _ => None,
        }
    })
}

/// Whether a text says the place, or is such a table in hexadecimal digits.
fn in_profile(text: &[u8]) -> bool {
    let digits: Vec<u8> = text
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .filter_map(|digit| digit.try_into().ok())
        .collect();
    // What stands before the digits may shift them by one.
    let shifted = |from: usize| -> Vec<u8> {
        digits
            .get(from..)
            .unwrap_or_default()
            .chunks_exact(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
            .collect()
    };
    in_words(text) || [0, 1].into_iter().any(|from| headers(&shifted(from)).any(has_position))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables as a camera writes them: one with the maker's name and the way to the position, and that of the position.
    fn exif(little: bool, position: &[u16]) -> Vec<u8> {
        let short = |value: u16| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let number = |value: u32| if little { value.to_le_bytes() } else { value.to_be_bytes() };
        let entry = |tag: u16, value: u32| [&short(tag)[..], &short(4), &number(1), &number(value)].concat();
        let mut bytes = if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        bytes.extend([&number(8)[..], &short(2), &entry(0x010f, 7), &entry(POSITION, 38), &number(0)].concat());
        bytes.extend(short(u16::try_from(position.len()).unwrap()));
        bytes.extend(position.iter().flat_map(|tag| entry(*tag, 0)));
        bytes.extend(number(0));
        bytes
    }

    fn chunk(kind: &[u8], content: &[u8]) -> Vec<u8> {
        [&u32::try_from(content.len()).unwrap().to_be_bytes()[..], kind, content, b"\0crc"].concat()
    }

    fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &[0; 13])[..], &chunks.concat(), &chunk(b"IEND", &[])].concat()
    }

    #[test]
    fn every_format_that_cameras_write() {
        let place = exif(false, &[0, 1, 2, 3, 4]);
        let table = [b"Exif\0\0", &place[..]].concat();
        let digit = |value: u8| char::from_digit(value.into(), 16).unwrap();
        let hexadecimal: String = table.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect();
        let profile = format!("\nexif\n      {}\n{hexadecimal}\n", hexadecimal.len() / 2);
        let xmp = b"<x:xmpmeta><rdf:Description exif:GPSLatitude=\"30,39.5N\"/></x:xmpmeta>";
        for (name, bytes) in [
            ("jpeg", [b"\xff\xd8\xff\xe1\0\x90Exif\0\0", &place[..], b"\xff\xda picture \xff\xd9"].concat()),
            ("jpeg, xmp", [b"\xff\xd8\xff\xe1\0\x90http://ns.adobe.com/xap/1.0/\0", &xmp[..], b"\xff\xd9"].concat()),
            ("drone", b"\xff\xd8 <drone-dji:GpsLongitude>104.06</drone-dji:GpsLongitude>".to_vec()),
            ("tiff", exif(true, &[2, 4])),
            ("png", png(&[chunk(b"eXIf", &place)])),
            (
                "png, older",
                png(&[chunk(b"zTXt", &[b"Raw profile type exif\0\0", &zlib::packed(profile.as_bytes())[..]].concat())]),
            ),
            ("png, older still", png(&[chunk(b"tEXt", &[b"Raw profile type APP1\0", profile.as_bytes()].concat())])),
            ("png, xmp", png(&[chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", &xmp[..]].concat())])),
            (
                "png, xmp packed",
                png(&[chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\x01\0\0\0", &zlib::packed(xmp)[..]].concat())]),
            ),
            ("webp", [b"RIFF\0\0\0\0WEBPVP8X\0EXIF\0\0\0\0", &place[..]].concat()),
            ("heic", [b"\0\0\0\x18ftypheic\0\0\0\0meta\0\0\0\x06Exif\0\0", &place[..]].concat()),
            ("avif", [b"\0\0\0\x18ftypavif\0\0\0\0mdat\0\0\0\0", &exif(true, &[4])[..]].concat()),
            ("svg", xmp.to_vec()),
        ] {
            assert!(tells_its_place(&bytes), "{name}");
        }
    }

    #[test]
    fn pictures_without_a_place_pass() {
        for (name, bytes) in [
            ("nothing", png(&[])),
            ("the version of the table alone", exif(true, &[0])),
            ("no such table", b"II*\0\x08\0\0\0\0\0\0\0\0\0".to_vec()),
            ("cut off", exif(true, &[2, 4])[..40].to_vec()),
            ("tables in a ring", b"II*\0\x08\0\0\0\0\0\x08\0\0\0".to_vec()),
            ("speaks of it", b"the entry GPSLatitude, see exif:GPSLatitude".to_vec()),
            ("signs of nothing", b"II*\0MM\0*II*\0\xff\xff\xff\xff".to_vec()),
        ] {
            assert!(!tells_its_place(&bytes), "{name}");
        }
    }

    #[test]
    fn a_picture_may_stand_within_an_address() {
        assert_eq!(within("data:image/png;base64,Zm9v").unwrap(), b"foo");
        assert_eq!(within("data:image/svg+xml,%3Csvg%3E").unwrap(), b"<svg>");
        assert_eq!(within("assets/a.png"), None);
    }

    proptest::proptest! {
        #[test]
        fn ends_on_any_bytes(bytes in proptest::collection::vec(0_u8..=255, 0..60), little: bool) {
            let start: &[u8] = if little { b"II*\0" } else { b"MM\0*" };
            let _ = tells_its_place(&[start, &bytes].concat());
            let _ = tells_its_place(&png(&[chunk(b"zTXt", &bytes), chunk(b"iTXt", &bytes)]));
        }
    }
}
