//! Which ids were read already, and where: to find what stands twice.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::cell::Cells;
use super::columns::Field;
use crate::diag::{Rule, rules};

/// The ids of a table. Takes about 50 bytes an id, whatever its length: there can be millions.
#[derive(Default)]
pub(super) struct Seen {
    files: Vec<Arc<str>>,
    first: HashMap<u128, First>,
}

struct First {
    file: u32,
    row: u32,
    content: u64,
}

impl Seen {
    /// Whether this row is the first of its id; otherwise it is rejected.
    pub fn is_first(&mut self, cells: &mut Cells<'_, '_>, field: &Field, id: &str, file: &Arc<str>) -> bool {
        if self.files.last() != Some(file) {
            self.files.push(Arc::clone(file));
        }
        let here = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let content = content(cells);
        let row = cells.row.number();
        let first = self.first.entry(fingerprint(id)).or_insert(First { file: here, row, content });
        if (first.file, first.row) == (here, row) {
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

    /// Whether exactly this row was not read before; otherwise it is rejected. For rows whose id may repeat.
    pub fn is_new_row(&mut self, cells: &mut Cells<'_, '_>, field: &Field, file: &Arc<str>) -> bool {
        let whole = format!("{:016x}", content(cells));
        self.is_first(cells, field, &whole, file)
    }
}

fn fingerprint(id: &str) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        salt.hash(&mut hasher);
        id.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}

fn content(cells: &Cells<'_, '_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for at in 0..cells.row.len() {
        cells.row.cell(at).hash(&mut hasher);
    }
    hasher.finish()
}
