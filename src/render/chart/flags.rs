//! Words above columns that point at one of them: where the median lies, and where nine in ten.

use super::WIDTH;
use super::engine::{FONT_SIZE, text_width};
use super::svg::{Ink, Picture, Word};

/// Height of a row of words.
pub const ROW: f64 = 18.0;
/// Between a line and its word.
const GAP: f64 = 4.0;

/// A word, the column it points at, and how far down its line goes.
pub struct Flag {
    pub text: String,
    pub x: f64,
    pub to: f64,
}

/// Height that so many words take above the plot.
pub fn height(count: usize) -> f64 {
    super::data::float(count) * ROW
}

/// Writes one word a row from `top` down, each beside its own line, so that no line runs through a word.
pub fn write(picture: &mut Picture, top: f64, flags: Vec<Flag>) {
    let mut flags = flags;
    flags.retain(|flag| text_width(&flag.text) <= WIDTH);
    let turned = crosses(&flags);
    if turned {
        flags.reverse();
    }
    for (row, flag) in flags.into_iter().enumerate() {
        let upper = top + super::data::float(row) * ROW;
        let baseline = upper + ROW / 2.0 + FONT_SIZE * 0.36;
        let (start, _) = span(&flag, turned);
        if flag.to > upper + ROW {
            picture.line(Ink::Rule, (flag.x, upper + 3.0), (flag.x, flag.to));
        }
        picture.say(Word::ink(start, baseline, flag.text));
    }
}

/// Where a word lies: to the right of its line where there is room, else to the left, else anywhere on the canvas.
fn span(flag: &Flag, leftwards: bool) -> (f64, f64) {
    let width = text_width(&flag.text);
    let (left, right) = (flag.x - GAP - width, flag.x + GAP);
    let start = match (right + width <= WIDTH, left >= 0.0) {
        (true, false) => right,
        (true, true) if !leftwards => right,
        (_, true) => left,
        (false, false) => (WIDTH - width).min(right),
    };
    (start, start + width)
}

/// Whether the line of an upper word would run through a lower one.
fn crosses(flags: &[Flag]) -> bool {
    let mut below = flags.iter();
    while let Some(upper) = below.next() {
        let through = |flag: &Flag| {
            let (left, right) = span(flag, false);
            (left - 2.0..right + 2.0).contains(&upper.x) && (flag.x - upper.x).abs() > 1.0
        };
        if below.clone().any(through) {
            return true;
        }
    }
    false
}
