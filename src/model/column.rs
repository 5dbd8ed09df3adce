//! Columns of records: compact, and empty until a record fills them.

use std::collections::HashMap;

/// A value per record; takes no memory until a record has one.
#[derive(Debug, Clone)]
pub struct Column<T> {
    cells: Vec<Option<T>>,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self { cells: Vec::new() }
    }
}

impl<T: Copy> Column<T> {
    /// The value of a record.
    #[must_use]
    pub fn get(&self, record: usize) -> Option<T> {
        self.cells.get(record).copied().flatten()
    }

    /// Whether no record has a value.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether any record has a value.
    #[must_use]
    pub fn any(&self, value: T) -> bool
    where
        T: PartialEq,
    {
        self.cells.contains(&Some(value))
    }

    /// Puts another value in the place of each.
    pub fn replace(&mut self, by: impl Fn(T) -> T) {
        for cell in &mut self.cells {
            *cell = cell.map(&by);
        }
    }

    /// Gives the next record its value; records come in order.
    pub(super) fn set(&mut self, record: usize, value: Option<T>) {
        if value.is_some() {
            self.cells.resize(record, None);
            self.cells.push(value);
        }
    }

    pub(super) fn reordered(&self, order: &[usize]) -> Self {
        if self.is_empty() {
            return Self::default();
        }
        Self { cells: order.iter().map(|&at| self.get(at)).collect() }
    }
}

/// The number for “not given” in [`Words`].
const NO_WORD: u16 = u16::MAX;

/// A short text that many records share (a category, a channel): a number into the column's own list of words.
#[derive(Debug, Clone, Default)]
pub struct Words {
    list: Vec<String>,
    known: HashMap<String, u16>,
    of: Vec<u16>,
}

impl Words {
    /// The words, in dictionary order once sorted; records refer to them by position.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.list
    }

    /// Position of the word of a record.
    #[must_use]
    pub fn position(&self, record: usize) -> Option<usize> {
        self.of.get(record).copied().filter(|&at| at != NO_WORD).map(usize::from)
    }

    /// The word of a record.
    #[must_use]
    pub fn get(&self, record: usize) -> Option<&str> {
        self.position(record).and_then(|at| self.list.get(at)).map(String::as_str)
    }

    /// Whether one more different word can be held: a column with more than 65,534 words is not a category.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.list.len() < usize::from(NO_WORD)
    }

    /// The words, to be said in another way; how many there are and which record has which stays.
    pub fn words_mut(&mut self) -> &mut [String] {
        &mut self.list
    }

    /// Gives the next record its word; empty is not given.
    pub(super) fn set(&mut self, record: usize, word: &str) {
        if word.is_empty() {
            return;
        }
        let at = match self.known.get(word) {
            Some(&at) => at,
            None if self.has_room() => {
                let at = u16::try_from(self.list.len()).unwrap_or(NO_WORD);
                self.list.push(word.to_owned());
                self.known.insert(word.to_owned(), at);
                at
            }
            None => NO_WORD,
        };
        self.of.resize(record, NO_WORD);
        self.of.push(at);
    }

    pub(super) fn reordered(&self, order: &[usize]) -> Self {
        if self.list.is_empty() {
            return Self::default();
        }
        let mut list = self.list.clone();
        list.sort_unstable();
        let of = order
            .iter()
            .map(|&record| {
                self.get(record)
                    .and_then(|word| list.binary_search_by(|known| known.as_str().cmp(word)).ok())
                    .and_then(|at| u16::try_from(at).ok())
                    .unwrap_or(NO_WORD)
            })
            .collect();
        Self { list, known: HashMap::new(), of }
    }
}

/// A text of its own for each record, all in one block.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    block: String,
    ends: Vec<usize>,
}

impl Texts {
    /// The text of a record; empty when not given.
    #[must_use]
    pub fn get(&self, record: usize) -> &str {
        let start = record.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(record).copied().unwrap_or(start);
        self.block.get(start..end).unwrap_or("")
    }

    /// Puts other texts in the places of some records.
    pub fn replace(&mut self, by: &std::collections::BTreeMap<usize, String>) {
        let mut texts =
            Self { block: String::with_capacity(self.block.len()), ends: Vec::with_capacity(self.ends.len()) };
        for record in 0..self.ends.len() {
            texts.push(by.get(&record).map_or_else(|| self.get(record), String::as_str));
        }
        *self = texts;
    }

    pub(super) fn push(&mut self, text: &str) {
        self.block.push_str(text);
        self.ends.push(self.block.len());
    }

    pub(super) fn reordered(&self, order: &[usize]) -> Self {
        let mut texts = Self { block: String::with_capacity(self.block.len()), ends: Vec::with_capacity(order.len()) };
        for &record in order {
            texts.push(self.get(record));
        }
        texts
    }
}
