//! What the codes of a font mean, and how wide its letters are.

use std::collections::BTreeMap;

use super::file::File;
use super::syntax::{Reader, Value};

/// A font, as far as reading needs it.
#[derive(Debug, Default)]
pub struct Font {
    /// Bytes of a code.
    length: usize,
    /// Letters by code; `None` when the file does not say them, and codes are letters themselves where they can be.
    letters: Option<BTreeMap<u32, String>>,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    /// What a width is multiplied by to be one of a font of size 1.
    scale: f64,
}

impl Font {
    /// The font of a dictionary.
    pub fn of(file: &File, font: &Value) -> Self {
        let composite = font.get("Subtype").is_some_and(|kind| kind.is_name("Type0"));
        let map = font.get("ToUnicode").and_then(|map| file.stream(map));
        let map = map.as_deref().map(Map::read);
        let mut this = Self {
            length: map.as_ref().map_or(0, |map| map.length),
            letters: map.map(|map| map.letters),
            default_width: if composite { 1000.0 } else { 500.0 },
            scale: 0.001,
            ..Self::default()
        };
        if this.length == 0 {
            this.length = if composite { 2 } else { 1 };
        }
        if composite {
            let within =
                font.get("DescendantFonts").map(|fonts| file.resolved(fonts)).and_then(|fonts| fonts.list().first());
            if let Some(within) = within.map(|font| file.resolved(font)) {
                this.default_width = within.get("DW").and_then(Value::number).unwrap_or(1000.0);
                this.composite_widths(within.get("W").map_or(&[], |widths| file.resolved(widths).list()), file);
            }
        } else {
            let first = font.get("FirstChar").and_then(Value::count).and_then(|first| u32::try_from(first).ok());
            let widths = font.get("Widths").map_or(&[][..], |widths| file.resolved(widths).list());
            this.widths = (first.unwrap_or(0)..).zip(widths.iter().filter_map(Value::number)).collect();
        }
        // A font whose letters are drawings says itself how large they are.
        let matrix = font.get("FontMatrix").and_then(|matrix| matrix.list().first()?.number());
        this.scale = matrix.map_or(this.scale, f64::abs);
        this
    }

    /// `[first [width width] first last width]`
    fn composite_widths(&mut self, written: &[Value], file: &File) {
        let code = |value: Option<&Value>| value.and_then(Value::count).and_then(|code| u32::try_from(code).ok());
        let mut rest = written;
        while let Some(first) = code(rest.first()) {
            let each = rest.get(1).map_or(&[][..], |widths| file.resolved(widths).list());
            if each.is_empty() {
                let (Some(last), Some(width)) = (code(rest.get(1)), rest.get(2).and_then(Value::number)) else {
                    return;
                };
                self.widths.extend((first..=last.min(first.saturating_add(0xffff))).map(|code| (code, width)));
                rest = rest.get(3..).unwrap_or_default();
            } else {
                self.widths.extend((first..).zip(each.iter().filter_map(Value::number)));
                rest = rest.get(2..).unwrap_or_default();
            }
        }
    }

    /// Whether what is written in this font can be told.
    pub fn is_readable(&self) -> bool {
        self.letters.is_some() || self.length == 1
    }

    /// The letters of a text, each with its width for a font of size 1.
    pub fn letters<'a>(&'a self, text: &'a [u8]) -> impl Iterator<Item = (String, f64)> + 'a {
        text.chunks(self.length).map(|bytes| {
            let code = number(bytes);
            let width = self.widths.get(&code).copied().unwrap_or(self.default_width);
            let letter = match &self.letters {
                Some(letters) => letters.get(&code).cloned().unwrap_or_default(),
                None => bytes.iter().map(|byte| char::from(*byte)).collect(),
            };
            (letter, width * self.scale)
        })
    }
}

/// A map from codes to letters.
#[derive(Default)]
struct Map {
    length: usize,
    letters: BTreeMap<u32, String>,
}

impl Map {
    /// Reads `<01> <0041>` between `beginbfchar` and its end, `<01> <05> <0041>` between `beginbfrange` and its end.
    fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut reader = Reader::new(bytes);
        let mut waiting = Vec::new();
        while !reader.rest().is_empty() {
            let Some(value) = reader.value() else {
                reader.at += 1;
                continue;
            };
            match value {
                Value::Word(word) => {
                    match word.as_slice() {
                        b"endcodespacerange" => map.length = waiting.first().map_or(0, |code| bytes_of(code).len()),
                        b"endbfchar" => map.pairs(&waiting),
                        b"endbfrange" => map.ranges(&waiting),
                        _ => {}
                    }
                    waiting.clear();
                }
                value => waiting.push(value),
            }
        }
        map
    }

    fn pairs(&mut self, values: &[Value]) {
        for pair in values.chunks_exact(2) {
            if let [code, letters] = pair {
                self.letters.insert(number(bytes_of(code)), utf16(bytes_of(letters)));
            }
        }
    }

    fn ranges(&mut self, values: &[Value]) {
        for range in values.chunks_exact(3) {
            let [first, last, letters] = range else { continue };
            let (first, last) = (number(bytes_of(first)), number(bytes_of(last)));
            let codes = first..=last.min(first.saturating_add(0xffff));
            if let Value::List(each) = letters {
                self.letters.extend(codes.zip(each.iter().map(|letters| utf16(bytes_of(letters)))));
                continue;
            }
            // The last letter counts on.
            let letters = utf16(bytes_of(letters));
            let Some(counted) = letters.chars().next_back() else { continue };
            let before = letters.strip_suffix(counted).unwrap_or_default();
            let letter = |code: u32| char::from_u32(u32::from(counted) + (code - first));
            self.letters.extend(codes.filter_map(|code| Some((code, format!("{before}{}", letter(code)?)))));
        }
    }
}

fn bytes_of(value: &Value) -> &[u8] {
    match value {
        Value::Text(bytes) => bytes,
        _ => &[],
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Text in UTF-16, the more significant byte first.
pub fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|pair| pair.iter().fold(0_u16, |unit, byte| unit << 8 | u16::from(*byte)));
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_says_single_letters_and_rows_of_them() {
        let map = Map::read(
            b"/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n\
              2 beginbfchar\n<0003> <5357>\n<0004> <D83DDE00>\nendbfchar\n\
              2 beginbfrange\n<0010> <0012> <0031>\n<0020> <0021> [<0041> <00420043>]\nendbfrange\nendcmap",
        );
        let letters: Vec<_> = map.letters.iter().map(|(code, letters)| (*code, letters.as_str())).collect();
        assert_eq!(map.length, 2);
        assert_eq!(letters, [(3, "南"), (4, "😀"), (0x10, "1"), (0x11, "2"), (0x12, "3"), (0x20, "A"), (0x21, "BC")]);
    }
}
