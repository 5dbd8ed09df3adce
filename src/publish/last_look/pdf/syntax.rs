//! The syntax of PDF: values, in objects as well as in what a page is drawn with.

use std::collections::BTreeMap;

/// Lists and dictionaries within each other beyond this are not read.
const DEEPEST: usize = 64;

/// A value, or the name of an operation.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    /// `/Name`
    Name(Vec<u8>),
    /// `(text)` or `<74657874>`
    Text(Vec<u8>),
    List(Vec<Self>),
    Dict(BTreeMap<Vec<u8>, Self>),
    /// `12 0 R`: an object of that number.
    Ref(u32),
    /// `Tj`, `true`, `endobj`
    Word(Vec<u8>),
}

impl Value {
    /// An entry of a dictionary.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Dict(entries) => entries.get(name.as_bytes()),
            _ => None,
        }
    }

    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A number of things, or of an object.
    pub fn count(&self) -> Option<usize> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a cast of floats stops at the ends"
        )]
        self.number().map(|number| number as usize)
    }

    pub fn list(&self) -> &[Self] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }

    pub fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(own) if own == name.as_bytes())
    }
}

/// Reads values one after the other.
pub struct Reader<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// What was not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next value; `None` at the end, and at a bracket that closes.
    pub fn value(&mut self) -> Option<Value> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Option<Value> {
        self.skip_blanks();
        let rest = self.rest();
        match *rest.first()? {
            b'/' => {
                self.at += 1;
                Some(Value::Name(self.name()))
            }
            b'(' => Some(Value::Text(self.literal())),
            b'<' if rest.get(1) == Some(&b'<') => {
                self.at += 2;
                let mut values = self.until(b'>', depth)?.into_iter();
                self.at += 1;
                let mut entries = BTreeMap::new();
                while let (Some(name), Some(value)) = (values.next(), values.next()) {
                    if let Value::Name(name) = name {
                        entries.insert(name, value);
                    }
                }
                Some(Value::Dict(entries))
            }
            b'<' => Some(Value::Text(self.hexadecimal())),
            b'[' => {
                self.at += 1;
                self.until(b']', depth).map(Value::List)
            }
            b']' | b'>' | b')' => None,
            b'{' | b'}' => {
                self.at += 1;
                Some(Value::Word(rest.get(..1)?.to_vec()))
            }
            _ => {
                let word = self.regular();
                let number = std::str::from_utf8(word).ok().and_then(|word| word.parse::<f64>().ok());
                let is_number = word.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.'));
                Some(number.filter(|_| is_number).map_or_else(|| Value::Word(word.to_vec()), Value::Number))
            }
        }
    }

    /// The values up to a bracket that closes, which is read as well.
    fn until(&mut self, end: u8, depth: usize) -> Option<Vec<Value>> {
        if depth == DEEPEST {
            return None;
        }
        let mut values = Vec::new();
        loop {
            match self.nested(depth + 1) {
                Some(Value::Word(word)) if word == b"R" => {
                    values.pop();
                    let number = values.pop().as_ref().and_then(Value::count);
                    values.push(Value::Ref(u32::try_from(number?).ok()?));
                }
                Some(value) => values.push(value),
                None if self.rest().first() == Some(&end) => {
                    self.at += 1;
                    return Some(values);
                }
                None => return None,
            }
        }
    }

    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.iter().take_while(|byte| is_blank(**byte)).count();
            if self.rest().first() != Some(&b'%') {
                return;
            }
            self.at += self.rest().iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
        }
    }

    /// Characters up to a blank or a sign that has a meaning.
    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let ends = |byte: &u8| is_blank(*byte) || b"()<>[]{}/%".contains(byte);
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    /// A name, in which `#41` stands for a character.
    fn name(&mut self) -> Vec<u8> {
        let written = self.regular();
        let mut name = Vec::with_capacity(written.len());
        let mut rest = written;
        while let Some((&first, tail)) = rest.split_first() {
            let escape = match tail {
                [high, low, after @ ..] if first == b'#' => nibble(*high).zip(nibble(*low)).zip(Some(after)),
                _ => None,
            };
            let (letter, after) = escape.map_or((first, tail), |((high, low), after)| (high << 4 | low, after));
            name.push(letter);
            rest = after;
        }
        name
    }

    /// `(text with \(escapes\) and (brackets) in pairs)`
    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 1;
        while let Some(&byte) = self.rest().first() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    /// What stands for one character behind a backslash.
    fn escaped(&mut self) -> Option<u8> {
        let rest = self.rest();
        let first = *rest.first()?;
        let octal = rest.iter().take(3).take_while(|byte| (b'0'..=b'7').contains(byte));
        let digits = octal.clone().count();
        self.at += digits.max(1);
        match first {
            b'0'..=b'7' => Some(octal.fold(0_u8, |value, digit| value.wrapping_mul(8).wrapping_add(digit - b'0'))),
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'\r' => {
                self.at += usize::from(rest.get(1) == Some(&b'\n'));
                None
            }
            b'\n' => None,
            other => Some(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = self.rest();
        let length = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        self.at += length + 1;
        let digits: Vec<u8> = rest.iter().take(length).filter_map(|byte| nibble(*byte)).collect();
        digits.chunks(2).map(|pair| pair.first().unwrap_or(&0) << 4 | pair.get(1).unwrap_or(&0)).collect()
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn nibble(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Value> {
        let mut reader = Reader::new(text.as_bytes());
        std::iter::from_fn(|| reader.value()).collect()
    }

    fn text(bytes: &[u8]) -> Value {
        Value::Text(bytes.to_vec())
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let read = all("<</A#42 [1 -.5 12 0 R]/C(a\\(\\051\\\n(b))>> <4a4> Tj % a remark\n/D true");
        let dict = Value::Dict(BTreeMap::from([
            (b"AB".to_vec(), Value::List(vec![Value::Number(1.0), Value::Number(-0.5), Value::Ref(12)])),
            (b"C".to_vec(), text(b"a()(b)")),
        ]));
        let words = |word: &str| Value::Word(word.into());
        assert_eq!(read, [dict, text(b"J@"), words("Tj"), Value::Name(b"D".to_vec()), words("true")]);
    }

    #[test]
    fn what_never_ends_is_no_value() {
        for broken in ["[1 2", "<</A 1", ">>"] {
            assert_eq!(all(broken), [], "{broken}");
        }
        assert_eq!(all(&"[".repeat(100_000)), []);
    }

    proptest::proptest! {
        #[test]
        fn ends_on_any_text(text in "[<>()/#\\\\\\[\\]0-9 R.a]{0,40}|.{0,40}") {
            let _ = all(&text);
        }
    }
}
