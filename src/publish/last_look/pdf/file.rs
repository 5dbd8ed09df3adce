//! The objects of a PDF.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::syntax::{Reader, Value};
use crate::text::zlib;

/// The largest part that is unpacked, in bytes.
const LARGEST: usize = 64 << 20;

/// All objects by number, the last of each number.
pub struct File<'a> {
    pub objects: BTreeMap<u32, Object<'a>>,
}

/// An object, with its stream as it is written.
pub struct Object<'a> {
    pub value: Value,
    stream: Option<Cow<'a, [u8]>>,
}

impl<'a> File<'a> {
    /// Finds the objects, wherever they stand; `None` when the file is locked, or a part of it cannot be unpacked.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut objects = BTreeMap::new();
        let mut at = 0;
        let mut locked = false;
        while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"obj")) {
            let head = bytes.get(at..at + found).unwrap_or_default();
            at += found + b"obj".len();
            let Some(number) = number_before(head) else { continue };
            let mut reader = Reader { bytes, at };
            let Some(value) = reader.value() else { continue };
            at = reader.at;
            let stream = stream(&value, bytes, &mut at).map(Cow::Borrowed);
            locked |= value.get("Encrypt").is_some();
            objects.insert(number, Object { value, stream });
        }
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"trailer")) {
            at += found + b"trailer".len();
            locked |= Reader { bytes, at }.value().is_some_and(|trailer| trailer.get("Encrypt").is_some());
        }
        let mut file = Self { objects };
        file.unfold()?;
        (!locked).then_some(file)
    }

    /// Takes out the objects that are packed together in streams.
    fn unfold(&mut self) -> Option<()> {
        let mut inside = BTreeMap::new();
        for object in self.objects.values() {
            if !object.value.get("Type").is_some_and(|kind| kind.is_name("ObjStm")) {
                continue;
            }
            let bytes = object.unpacked()?;
            let first = object.value.get("First")?.count()?;
            let mut index = Reader::new(bytes.get(..first)?);
            while let (Some(number), Some(offset)) = (index.value(), index.value()) {
                let mut reader = Reader { bytes: &bytes, at: first.checked_add(offset.count()?)? };
                if let (Ok(number), Some(value)) = (u32::try_from(number.count()?), reader.value()) {
                    inside.insert(number, Object { value, stream: None });
                }
            }
        }
        for (number, object) in inside {
            self.objects.entry(number).or_insert(object);
        }
        Some(())
    }

    /// The value itself, or the object that it names.
    pub fn resolved<'v>(&'v self, value: &'v Value) -> &'v Value {
        match value {
            Value::Ref(number) => self.objects.get(number).map_or(value, |object| &object.value),
            value => value,
        }
    }

    /// The unpacked stream of the object that a value names.
    pub fn stream(&self, value: &Value) -> Option<Cow<'_, [u8]>> {
        match value {
            Value::Ref(number) => self.objects.get(number)?.unpacked(),
            _ => None,
        }
    }
}

impl Object<'_> {
    /// Whether it has a stream.
    pub fn has_stream(&self) -> bool {
        self.stream.is_some()
    }

    /// Its stream, unpacked; `None` when it has none, or is packed in a way not known here.
    pub fn unpacked(&self) -> Option<Cow<'_, [u8]>> {
        let bytes = self.stream.as_deref()?;
        let filters = match self.value.get("Filter") {
            None => return Some(Cow::Borrowed(bytes)),
            Some(Value::List(filters)) => filters.as_slice(),
            Some(filter) => std::slice::from_ref(filter),
        };
        match filters {
            [] => Some(Cow::Borrowed(bytes)),
            [filter] if filter.is_name("FlateDecode") => zlib::unpacked(bytes, LARGEST).map(Cow::Owned),
            _ => None,
        }
    }
}

/// The stream behind a dictionary; `at` moves behind it.
fn stream<'a>(value: &Value, bytes: &'a [u8], at: &mut usize) -> Option<&'a [u8]> {
    let rest = bytes.get(*at..)?;
    let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let after = rest.get(blanks..)?.strip_prefix(b"stream")?;
    let data = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    let ends = |length: &usize| {
        let tail = data.get(*length..).unwrap_or_default();
        tail.trim_ascii_start().starts_with(b"endstream")
    };
    let said = value.get("Length").and_then(Value::count).filter(ends);
    let length = said.or_else(|| find(data, b"endstream")).unwrap_or(data.len());
    *at = bytes.len() - data.len() + length;
    data.get(..length)
}

/// The number of an object whose `obj` comes next: `12 0 `.
fn number_before(head: &[u8]) -> Option<u32> {
    let tail = head.get(head.len().saturating_sub(24)..)?;
    let mut words = tail.rsplit(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let _generation: u32 = parsed(words.next()?)?;
    let word = words.next()?;
    // What is stuck to the number belongs to the object before.
    let digits = word.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    parsed(word.get(word.len() - digits..)?)
}

fn parsed(word: &[u8]) -> Option<u32> {
    std::str::from_utf8(word).ok()?.parse().ok()
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    let (&first, _) = word.split_first()?;
    let mut at = 0;
    loop {
        at += text.get(at..)?.iter().position(|byte| *byte == first)?;
        if text.get(at..)?.starts_with(word) {
            return Some(at);
        }
        at += 1;
    }
}
