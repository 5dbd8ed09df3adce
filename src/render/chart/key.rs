//! The key above a picture: a sample of each series with its name, and what the signs mean.

use super::WIDTH;
use super::data::Data;
use super::engine::{FONT_SIZE, fitted, text_width};
use super::svg::{Ink, Mark, Picture, Shape, Word};
use crate::text::Lang;

/// What the samples look like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Samples {
    /// The series are told apart elsewhere, or there is one.
    None,
    Boxes,
    /// A whole and its part.
    Parts,
    Lines,
}

/// Radius of the marker of a point.
pub const DOT: f64 = 3.0;
const ROW: f64 = 20.0;
const SAMPLE: f64 = 11.0;
const LINE: f64 = 20.0;
const GAP: f64 = 5.0;
const BETWEEN: f64 = 16.0;

/// A sample with its name.
pub struct Entry {
    pub sample: Sample,
    pub name: String,
}

/// What stands before a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sample {
    /// A column of a series.
    Box(u8),
    /// The outline of a whole.
    Whole(u8),
    /// A line of a series.
    Line(u8),
    /// The marker of a series; hollow where it is only planned.
    Dot(u8, bool),
    /// The line of what the panels are compared with.
    Behind,
    /// The day of a plan.
    Planned,
    /// The line of the as-of date.
    Cut,
    /// A whisker.
    Interval,
    /// What may still change.
    Provisional,
    /// A day, by level.
    Heat(u32),
    /// Nothing: the name says it.
    Word,
}

/// Adds the key of a plot on top of the picture; returns the height it takes.
pub fn of_plot(picture: &mut Picture, data: &Data, samples: Samples, lang: Lang) -> f64 {
    let mut entries: Vec<Entry> = Vec::new();
    let sample = |n: u8| match samples {
        Samples::None => None,
        Samples::Boxes => Some(Sample::Box(n)),
        Samples::Parts => Some(if n == 0 { Sample::Whole(n) } else { Sample::Box(0) }),
        Samples::Lines => Some(Sample::Line(n)),
    };
    let named =
        (0u8..).zip(&data.rows).filter_map(|(n, row)| Some(Entry { sample: sample(n)?, name: row.name.clone() }));
    entries.extend(named);
    let mut add = |is_so: bool, sample: Sample, name: &str| {
        if is_so {
            entries.push(Entry { sample, name: name.to_owned() });
        }
    };
    let one = data.rows.len() == 1;
    add(one && data.has_intervals(), Sample::Interval, lang.pick("95% 区间", "95% interval"));
    add(data.is_provisional(), Sample::Provisional, lang.pick("暂定，可能变动", "may still change"));
    add(!data.breaks.is_empty(), Sample::Word, lang.pick("[b] 口径中断", "[b] counted in another way"));
    draw(picture, entries)
}

/// Adds samples with their names in rows on top of the picture; returns the height they take.
pub fn draw(picture: &mut Picture, entries: Vec<Entry>) -> f64 {
    let (mut x, mut y) = (0.0, 0.0);
    let none = entries.is_empty();
    for Entry { sample, name } in entries {
        let room = match sample {
            Sample::Line(_) | Sample::Behind => LINE + GAP,
            Sample::Word => 0.0,
            _ => SAMPLE + GAP,
        };
        let name = fitted(&name, WIDTH - room);
        let wide = room + text_width(&name);
        if x > 0.0 && x + wide > WIDTH {
            (x, y) = (0.0, y + ROW);
        }
        draw_sample(picture, sample, x, y + ROW / 2.0);
        picture.words.push(Word::ink(x + room, y + ROW / 2.0 + FONT_SIZE * 0.36, name));
        x += wide + BETWEEN;
    }
    if none { 0.0 } else { y + ROW + 4.0 }
}

fn draw_sample(picture: &mut Picture, sample: Sample, x: f64, middle: f64) {
    let square = (x + 0.5, middle - SAMPLE / 2.0 + 0.5, SAMPLE - 1.0);
    let filled = Shape::Box(square.0, square.1, square.2, square.2);
    let across = Shape::Line(vec![(x, middle), (x + LINE, middle)]);
    let centre = x + SAMPLE / 2.0;
    match sample {
        Sample::Box(n) => picture.draw(Ink::Fill(n, false), filled),
        Sample::Whole(n) => picture.draw(Ink::Outline(n), filled),
        Sample::Heat(level) => picture.draw(Ink::Heat(level), filled),
        Sample::Line(n) => picture.draw(Ink::Line(n, false), across),
        Sample::Behind => picture.draw(Ink::Behind, across),
        Sample::Dot(n, hollow) => picture.marks.push(dot(n, hollow, centre, middle)),
        Sample::Interval => {
            let (top, bottom) = (middle - 6.0, middle + 6.0);
            picture.draw(Ink::Rule, Shape::Line(vec![(centre, top), (centre, bottom)]));
            for end in [top, bottom] {
                picture.line(Ink::Rule, (centre - 3.0, end), (centre + 3.0, end));
            }
        }
        Sample::Provisional => {
            picture.draw(Ink::Sample, filled);
            let (left, top, size) = square;
            let strokes = hatch(left, top, size, size);
            picture.marks.extend(strokes.into_iter().map(|shape| Mark { ink: Ink::Sample, shape }));
        }
        Sample::Planned => {
            let reach = 5.5;
            let corners = vec![
                (centre, middle - reach),
                (centre + reach, middle),
                (centre, middle + reach),
                (centre - reach, middle),
            ];
            picture.draw(Ink::Outline(0), Shape::Area(corners));
        }
        Sample::Cut => picture.line(Ink::Cut, (centre, middle - 7.0), (centre, middle + 7.0)),
        Sample::Word => {}
    }
}

/// Strokes from lower left to upper right across a box.
pub fn hatch(left: f64, top: f64, width: f64, height: f64) -> Vec<Shape> {
    const APART: f64 = 5.0;
    /// Strokes along the width of a long bar; more would only weigh.
    const MOST: f64 = 16.0;
    let apart = APART.max(width / MOST);
    let (right, bottom) = (left + width, top + height);
    let mut strokes = Vec::new();
    // Along a stroke x + y stays the same.
    let mut sum = ((left + top) / apart).floor() * apart + apart;
    while sum < right + bottom {
        let from = if sum - left <= bottom { (left, sum - left) } else { (sum - bottom, bottom) };
        let to = if sum - top <= right { (sum - top, top) } else { (right, sum - right) };
        strokes.push(Shape::Line(vec![from, to]));
        sum += apart;
    }
    strokes
}

/// The marker of a series: circle, square, diamond, triangle.
pub fn dot(series: u8, hollow: bool, x: f64, y: f64) -> Mark {
    let (side, reach) = (DOT * 0.9, DOT * 1.3);
    let shape = match series {
        0 => Shape::Circle(x, y, DOT),
        1 => Shape::Box(x - side, y - side, side * 2.0, side * 2.0),
        2 => Shape::Area(vec![(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]),
        _ => {
            Shape::Area(vec![(x, y - reach), (x + reach * 0.87, y + reach / 2.0), (x - reach * 0.87, y + reach / 2.0)])
        }
    };
    Mark { ink: Ink::Dot(series, hollow), shape }
}
