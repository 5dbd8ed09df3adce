//! Thirteen months in the height of a line of text: thin columns, nothing else.
//!
//! A chart of charts-rs has a frame, a grid and a kilobyte of groups even with everything switched off; this is one path.

use std::fmt::Write as _;

use super::data::float;
use super::svg::num;
use crate::render::escape::escape;
use crate::view::sparkline::Sparkline;

const STEP: f64 = 6.0;
const HEIGHT: f64 = 20.0;
const MOST: usize = 60;

/// The columns as one small `<svg>`, and what it shows as a text that is heard and not seen.
#[must_use]
pub fn svg(line: &Sparkline) -> String {
    let count = line.values.len().clamp(1, MOST);
    let mut path = String::new();
    for (i, value) in line.values.iter().take(MOST).enumerate() {
        let Some(value) = value.filter(|value| value.is_finite()) else { continue };
        let height = (value.clamp(0.0, 1.0) * HEIGHT).max(1.0);
        let _ = write!(path, "M{} {}v-{}", num(STEP * (float(i) + 0.5)), num(HEIGHT), num(height));
    }
    let width = num(STEP * float(count));
    format!(
        "<span class=\"trend\"><svg class=\"spark\" viewBox=\"0 0 {width} {h}\" width=\"{width}\" height=\"{h}\" aria-hidden=\"true\">\
         <path class=\"l1\" d=\"{path}\" fill=\"none\" stroke=\"#0b6e4f\" stroke-width=\"4\"/></svg><span class=\"vh\">{}</span></span>",
        escape(&line.label),
        h = num(HEIGHT),
    )
}
