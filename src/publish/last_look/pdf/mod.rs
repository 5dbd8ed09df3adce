//! The words of a PDF: what its pages show, and what it says of itself.
//!
//! Letters are put together as they stand on the paper: what is drawn piece by piece beside each other is one line.

mod file;
mod font;
mod line;
mod syntax;

use std::collections::BTreeMap;

use file::File;
use font::{Font, utf16};
use line::{Line, Matrix, times};
use syntax::{Reader, Value};

/// Gives `look` every line and every other text of a PDF; `None` when there is something in it that cannot be read.
pub fn each(bytes: &[u8], look: &mut dyn FnMut(&str)) -> Option<()> {
    let file = File::read(bytes)?;
    let mut fonts = BTreeMap::new();
    let mut pages = 0;
    for object in file.objects.values() {
        says(&object.value, look);
        if object.value.get("Type").is_some_and(|kind| kind.is_name("Metadata")) {
            String::from_utf8_lossy(&object.unpacked()?).lines().for_each(&mut *look);
        }
        let contents = if object.value.get("Type").is_some_and(|kind| kind.is_name("Page")) {
            pages += 1;
            contents(&file, &object.value)?
        } else if object.has_stream() && object.value.get("Resources").is_some() {
            // A piece that pages show, perhaps more than once.
            object.unpacked()?.into_owned()
        } else {
            continue;
        };
        let mut drawing = Drawing::new(&file, &mut fonts, resources(&file, &object.value));
        drawing.draw(&contents, look)?;
    }
    (pages > 0).then_some(())
}

/// The texts within a value: titles, addresses of links, words in place of pictures.
fn says(value: &Value, look: &mut dyn FnMut(&str)) {
    match value {
        Value::Text(bytes) => look(&text(bytes)),
        Value::List(values) => values.iter().for_each(|value| says(value, look)),
        Value::Dict(entries) => entries.values().for_each(|value| says(value, look)),
        _ => {}
    }
}

/// A text outside of pages: UTF-16 or UTF-8 behind their marks, else one letter a byte.
fn text(bytes: &[u8]) -> String {
    if let Some(units) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(units);
    }
    match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// What a page is drawn with.
fn contents(file: &File, page: &Value) -> Option<Vec<u8>> {
    let Some(named) = page.get("Contents") else { return Some(Vec::new()) };
    if let Some(bytes) = file.stream(named) {
        return Some(bytes.into_owned());
    }
    let mut all = Vec::new();
    for part in file.resolved(named).list() {
        all.extend_from_slice(&file.stream(part)?);
        all.push(b'\n');
    }
    Some(all)
}

/// The resources of a page, which may stand with one of those above it.
fn resources<'f>(file: &'f File, page: &'f Value) -> Option<&'f Value> {
    const HIGHEST: usize = 32;
    let above = |page: &&'f Value| page.get("Parent").map(|parent| file.resolved(parent));
    let mut line = std::iter::successors(Some(page), above).take(HIGHEST);
    line.find_map(|page| page.get("Resources")).map(|resources| file.resolved(resources))
}

/// A page being drawn.
struct Drawing<'f> {
    file: &'f File<'f>,
    /// Fonts by the number of their object, read once for all pages.
    fonts: &'f mut BTreeMap<u32, Font>,
    resources: Option<&'f Value>,
    state: State,
    saved: Vec<State>,
    /// Where the next letter stands, and where the line began.
    text: Matrix,
    start: Matrix,
    line: Line,
    /// Marked parts that are open; of those with a text of their own, that text until it was given.
    marked: Vec<Option<String>>,
}

#[derive(Clone, Copy)]
struct State {
    page: Matrix,
    font: Option<u32>,
    size: f64,
    leading: f64,
    /// Room after each letter, and after each blank besides.
    spacing: [f64; 2],
}

const UPRIGHT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

impl<'f> Drawing<'f> {
    fn new(file: &'f File<'f>, fonts: &'f mut BTreeMap<u32, Font>, resources: Option<&'f Value>) -> Self {
        let state = State { page: UPRIGHT, font: None, size: 1.0, leading: 0.0, spacing: [0.0; 2] };
        let (text, start, line) = (UPRIGHT, UPRIGHT, Line::default());
        Self { file, fonts, resources, state, saved: Vec::new(), text, start, line, marked: Vec::new() }
    }

    fn draw(&mut self, contents: &[u8], look: &mut dyn FnMut(&str)) -> Option<()> {
        let mut reader = Reader::new(contents);
        let mut operands = Vec::new();
        while !reader.rest().is_empty() {
            match reader.value() {
                Some(Value::Word(word)) => {
                    self.operation(&word, &operands, look)?;
                    operands.clear();
                    if word == b"ID" {
                        skip_image(&mut reader);
                    }
                }
                Some(value) => operands.push(value),
                // A bracket that nothing opened.
                None => reader.at += 1,
            }
        }
        self.line.end(look);
        Some(())
    }

    fn operation(&mut self, name: &[u8], operands: &[Value], look: &mut dyn FnMut(&str)) -> Option<()> {
        let number = |at: usize| operands.get(at).and_then(Value::number).unwrap_or(0.0);
        let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
        match name {
            b"q" => self.saved.push(self.state),
            b"Q" => self.state = self.saved.pop().unwrap_or(self.state),
            b"cm" => self.state.page = times(matrix(), self.state.page),
            b"BT" => self.set(UPRIGHT),
            b"Tm" => self.set(matrix()),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"TL" => self.state.leading = number(0),
            b"Tc" => self.state.spacing[0] = number(0),
            b"Tw" => self.state.spacing[1] = number(0),
            b"Tf" => {
                self.state.size = number(1);
                self.state.font = operands.first().and_then(|name| self.font(name));
            }
            b"Tj" => self.show(operands, look)?,
            b"TJ" => self.show(operands.first().map_or(&[], Value::list), look)?,
            b"'" | b"\"" => {
                if let [word, letter, _] = operands {
                    self.state.spacing = [letter, word].map(|room| room.number().unwrap_or(0.0));
                }
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(operands.len().saturating_sub(1)..).unwrap_or_default(), look)?;
            }
            b"BMC" => self.marked.push(None),
            b"BDC" => {
                let instead = operands.get(1).and_then(|marks| marks.get("ActualText"));
                self.marked.push(match instead {
                    Some(Value::Text(bytes)) => Some(text(bytes)),
                    _ => None,
                });
            }
            b"EMC" => drop(self.marked.pop()),
            _ => {}
        }
        Some(())
    }

    fn set(&mut self, matrix: Matrix) {
        (self.text, self.start) = (matrix, matrix);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.set(times([1.0, 0.0, 0.0, 1.0, x, y], self.start));
    }

    /// The number under which a font of the page is kept.
    fn font(&mut self, name: &Value) -> Option<u32> {
        let Value::Name(name) = name else { return None };
        let named = self.file.resolved(self.resources?.get("Font")?).get(std::str::from_utf8(name).ok()?)?;
        // A font that stands on the page itself has no number; there are none of those in files of today.
        let Value::Ref(number) = named else { return None };
        let file = self.file;
        self.fonts.entry(*number).or_insert_with(|| Font::of(file, file.resolved(named)));
        Some(*number)
    }

    /// Shows texts and moves by the numbers between them; `None` when a font does not say what its codes mean.
    fn show(&mut self, parts: &[Value], look: &mut dyn FnMut(&str)) -> Option<()> {
        let fonts = &*self.fonts;
        let font = self.state.font.and_then(|font| fonts.get(&font))?;
        for part in parts {
            match part {
                Value::Number(back) => {
                    self.text = times([1.0, 0.0, 0.0, 1.0, -back / 1000.0 * self.state.size, 0.0], self.text);
                }
                Value::Text(codes) if font.is_readable() => {
                    for (letter, width) in font.letters(codes) {
                        let is_blank = letter == " ";
                        let width = width * self.state.size
                            + self.state.spacing[0]
                            + if is_blank { self.state.spacing[1] } else { 0.0 };
                        let here = times(self.text, self.state.page);
                        self.text = times([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text);
                        let there = times(self.text, self.state.page);
                        // A text that stands for a part is said in its place, once.
                        let instead = self.marked.iter_mut().rev().flatten().next();
                        let said = instead.map_or(letter, std::mem::take);
                        self.line.add(&said, here, there, self.state.size, look);
                    }
                }
                Value::Text(_) => return None,
                _ => {}
            }
        }
        Some(())
    }
}

/// Passes over a picture that stands between the operations.
fn skip_image(reader: &mut Reader) {
    let rest = reader.rest();
    let end = rest.windows(4).position(|window| matches!(window, [before, b'E', b'I', after] if before.is_ascii_whitespace() && after.is_ascii_whitespace()));
    reader.at += end.map_or(rest.len(), |end| end + 3);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::zlib;

    /// A file of one page that is drawn with this.
    fn file(contents: &[u8], filter: &str) -> Vec<u8> {
        let map = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <30> <39> <0030> endbfrange";
        let widths = vec!["500"; 16].join(" ");
        let mut bytes = b"%PDF-1.4\n".to_vec();
        for (number, head, stream) in [
            (1, "<</Title <FEFF53575173> /Count 1>>".to_owned(), None),
            (2, "<</Type /Page /Parent 6 0 R /Contents [4 0 R]>>".to_owned(), None),
            (
                3,
                format!(
                    "<</Type /Font /Subtype /Type3 /FirstChar 48 /Widths [{widths}] /FontMatrix [.001 0 0 -.001 0 0] /ToUnicode 5 0 R>>"
                ),
                None,
            ),
            (4, format!("<</Length {} {filter}>>", contents.len()), Some(contents)),
            (5, format!("<</Length {}>>", map.len()), Some(&map[..])),
            (6, "<</Type /Pages /Resources <</Font <</F3 3 0 R>>>>>>".to_owned(), None),
        ] {
            bytes.extend(format!("{number} 0 obj\n{head}").bytes());
            if let Some(stream) = stream {
                bytes.extend([b" stream\n", stream, b"\nendstream"].concat());
            }
            bytes.extend(b"\nendobj\n");
        }
        bytes
    }

    fn lines(bytes: &[u8]) -> Option<Vec<String>> {
        let mut lines = Vec::new();
        each(bytes, &mut |line| lines.push(line.to_owned()))?;
        Some(lines)
    }

    #[test]
    fn pieces_beside_each_other_are_one_line() {
        let drawn = b"BT /F3 10 Tf 1 0 0 -1 50 60 Tm (1391) Tj 20 0 Td (2) Tj <33> Tj ET\n\
            q 2 0 0 2 0 0 cm BT /F3 5 Tf 1 0 0 -1 40 30 Tm [(4) -100 (5) 0 (678)] TJ ET Q\n\
            BT /F3 10 Tf 1 0 0 -1 120 60 Tm (12) Tj 17 0 Td (34) Tj 40 0 Td (56) Tj 0 12 Td (78) Tj ET";
        let expected = ["南关", "13912345678", "12 34", "56", "78"];
        assert_eq!(lines(&file(drawn, "")).unwrap(), expected);
        assert_eq!(lines(&file(&zlib::packed(drawn), "/Filter /FlateDecode")).unwrap(), expected);
    }

    #[test]
    fn a_text_that_stands_for_letters_is_said_in_their_place() {
        let drawn = b"BT /F3 10 Tf (1) Tj /Span <</ActualText <FEFF5357>>> BDC 5 0 Td (99) Tj EMC 10 0 Td (2) Tj ET";
        assert_eq!(lines(&file(drawn, "")).unwrap()[1..], ["1南2"]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let good = file(b"BT /F3 10 Tf (1) Tj ET", "");
        let text = String::from_utf8(good.clone()).unwrap();
        assert!(lines(&good).is_some());
        for broken in [
            String::new(),
            "%PDF-1.4".to_owned(),
            text.replace("/Type /Page ", "/Type /Rage "),
            text.replace(">> stream\nBT", "/Filter /FlateDecode>> stream\nBT"),
            text.replace(">> stream\nBT", "/Filter /LZWDecode>> stream\nBT"),
            text.replace("/Subtype /Type3", "/Subtype /Type0").replace("/ToUnicode", "/ToNobody"),
            format!("{text}trailer\n<</Encrypt 9 0 R>>"),
        ] {
            assert_eq!(lines(broken.as_bytes()), None, "{broken}");
        }
    }

    #[test]
    fn objects_that_are_packed_together_are_found() {
        let inside = "1 0 2 32 <</Title (in a packed object)>> <</Type /Page>>";
        let packed = zlib::packed(inside.as_bytes());
        let mut bytes =
            format!("7 0 obj\n<</Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length {}>>stream\r\n", packed.len())
                .into_bytes();
        bytes.extend(packed);
        bytes.extend(b"\r\nendstream endobj");
        assert_eq!(lines(&bytes).unwrap(), ["in a packed object"]);
    }
}
