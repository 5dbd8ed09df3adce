//! The key above a plot: a sample of each series with its name, and what a dashed shape means.

use super::WIDTH;
use super::data::Data;
use super::engine::{DOT, FONT_SIZE, fitted, text_width};
use super::svg::{Ink, Mark, Picture, Shape, Word};
use crate::text::Lang;

/// What the samples look like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Samples {
    /// The series are told apart elsewhere, or there is one.
    None,
    Boxes,
    Lines,
}

const ROW: f64 = 20.0;
const SAMPLE: f64 = 11.0;
const LINE: f64 = 20.0;
const GAP: f64 = 5.0;
const BETWEEN: f64 = 16.0;

/// Adds the key on top of the picture; returns the height it takes.
pub fn draw(picture: &mut Picture, data: &Data, samples: Samples, lang: Lang) -> f64 {
    let mut entries: Vec<(Option<u8>, String)> = Vec::new();
    if samples != Samples::None {
        entries.extend((0u8..).zip(&data.rows).map(|(n, row)| (Some(n), row.name.clone())));
    }
    if data.is_provisional() {
        entries.push((None, lang.pick("暂定，可能变动", "may still change").to_owned()));
    }
    let (mut x, mut y) = (0.0, 0.0);
    let none = entries.is_empty();
    for (series, name) in entries {
        let sample = if samples == Samples::Lines && series.is_some() { LINE } else { SAMPLE };
        let name = fitted(&name, WIDTH - sample - GAP);
        let wide = sample + GAP + text_width(&name);
        if x > 0.0 && x + wide > WIDTH {
            (x, y) = (0.0, y + ROW);
        }
        let middle = y + ROW / 2.0;
        let square = Shape::Box(x + 0.5, middle - SAMPLE / 2.0 + 0.5, SAMPLE - 1.0, SAMPLE - 1.0);
        match series {
            Some(n) if samples == Samples::Lines => {
                picture.marks.push(Mark {
                    ink: Ink::Line(n, false),
                    shape: Shape::Line(vec![(x + 1.0, middle), (x + LINE - 1.0, middle)]),
                });
                picture.marks.push(dot(n, x + LINE / 2.0, middle));
            }
            Some(n) => picture.marks.push(Mark { ink: Ink::Fill(n, false), shape: square }),
            None => picture.marks.push(Mark { ink: Ink::Sample, shape: square }),
        }
        picture.words.push(Word::ink(x + sample + GAP, middle + FONT_SIZE * 0.36, name));
        x += wide + BETWEEN;
    }
    if none { 0.0 } else { y + ROW + 4.0 }
}

/// The marker of a series: circle, square, diamond, triangle.
pub fn dot(series: u8, x: f64, y: f64) -> Mark {
    let (side, reach) = (DOT * 0.9, DOT * 1.3);
    let shape = match series {
        0 => Shape::Circle(x, y, DOT),
        1 => Shape::Box(x - side, y - side, side * 2.0, side * 2.0),
        2 => Shape::Area(vec![(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]),
        _ => {
            Shape::Area(vec![(x, y - reach), (x + reach * 0.87, y + reach / 2.0), (x - reach * 0.87, y + reach / 2.0)])
        }
    };
    Mark { ink: Ink::Dot(series, false), shape }
}
