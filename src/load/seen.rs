//! Which ids were read already, and where: to find what stands twice.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::cell::Cells;
use super::columns::Field;
use crate::diag::{Rule, rules};

/// The ids of a table: some 40 bytes each, whatever their length, for there can be millions.
#[derive(Default)]
pub(super) struct Seen {
    files: Vec<Arc<str>>,
    /// Hash of the id → its first row. With `check`, 96 bits stand for an id.
    first: HashMap<u64, First, BuildHasherDefault<Hashed>>,
}

struct First {
    check: u32,
    file: u32,
    row: u32,
    /// Hash of what was read of the row.
    content: u32,
}

impl Seen {
    /// Whether this row is the first of its id; otherwise it is rejected.
    pub fn is_first(&mut self, cells: &mut Cells<'_, '_>, field: &Field, id: &str, file: &Arc<str>) -> bool {
        let content = u32::try_from(hash(cells.taken()) >> 32).unwrap_or(0);
        self.is_first_with(cells, field, id, file, content)
    }

    /// Whether exactly this row was not read before; otherwise it is rejected. For rows whose id may repeat.
    pub fn is_new_row(&mut self, cells: &mut Cells<'_, '_>, field: &Field, file: &Arc<str>) -> bool {
        let whole = format!("{:016x}", hash((0..cells.row.len()).map(|at| cells.row.cell(at))));
        self.is_first_with(cells, field, &whole, file, 0)
    }

    fn is_first_with(
        &mut self,
        cells: &mut Cells<'_, '_>,
        field: &Field,
        id: &str,
        file: &Arc<str>,
        content: u32,
    ) -> bool {
        if self.files.last() != Some(file) {
            self.files.push(Arc::clone(file));
        }
        let here = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let row = cells.row.number();
        let check = fnv1a(id);
        let first = self.first.entry(hash([id])).or_insert(First { check, file: here, row, content });
        if (first.file, first.row) == (here, row) || first.check != check {
            return true;
        }
        let (zh, en) = match self.files.get(first.file.saturating_sub(1) as usize).filter(|_| first.file != here) {
            Some(file) => (format!(" {file} 第 {} 行", first.row), format!("row {} of {file}", first.row)),
            None => (format!("第 {} 行", first.row), format!("row {}", first.row)),
        };
        let rule: &'static Rule =
            if first.content == content { &rules::rows::SAME_ROW_TWICE } else { &rules::rows::DUPLICATE_ID };
        let problem = cells.fault(rule, field).with("value", id).with("first_zh", zh).with("first_en", en);
        cells.reject(problem);
        false
    }
}

fn hash<'a>(texts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for text in texts {
        text.hash(&mut hasher);
    }
    hasher.finish()
}

fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The hasher of a key that is a hash already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
