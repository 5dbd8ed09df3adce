//! A text in pieces of bounded size, so that a cell of any length takes little memory. Paragraphs are looked at whole.

use std::ops::Range;

/// Bytes of a piece, and of the overlap of two.
const PIECE: usize = 8192;
const OVERLAP: usize = 512;

/// A piece of a text.
pub(super) struct Window {
    pub range: Range<usize>,
    /// Whether its ends were cut within a paragraph.
    cut_before: bool,
    cut_behind: bool,
}

impl Window {
    /// Whether a find is not spoilt by a cut.
    pub fn holds(&self, found: &Range<usize>) -> bool {
        (!self.cut_before || found.start > self.range.start + 8) && (!self.cut_behind || found.end + 8 < self.range.end)
    }
}

/// The pieces of a text, in order.
pub(super) fn of(text: &str) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = paragraph(text, start);
        let mut from = start;
        loop {
            let to = if end - from > PIECE { floor(text, from + PIECE) } else { end };
            windows.push(Window { range: from..to, cut_before: from > start, cut_behind: to < end });
            if to == end {
                break;
            }
            from = floor(text, to - OVERLAP);
        }
        start = end;
    }
    windows
}

/// Where the paragraph that begins at `start` ends: behind its empty line.
fn paragraph(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(length) = text.get(at..).and_then(|rest| rest.find('\n')) {
        at += length + 1;
        let line = text.get(at..).unwrap_or_default().lines().next().unwrap_or_default();
        if line.trim().is_empty() {
            return at;
        }
    }
    text.len()
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
