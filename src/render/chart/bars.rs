//! Lying bars: names on the left, or above their bars where they are long; the value at the end of each bar.

use super::WIDTH;
use super::data::{Data, float};
use super::engine::{FONT_SIZE, Kind, Plot, Sketch, fitted, shapes, text_width};
use super::key::{self, Samples, hatch};
use super::svg::{Ink, Mark, Picture, Shape, Word};
use crate::diag::Problem;
use crate::text::Lang;

/// Height of a row with one bar, and of each bar more.
const ROW: f64 = 28.0;
const MORE: f64 = 18.0;
/// Height of a name above its bar.
const ABOVE: f64 = 17.0;
/// Names stand beside their bars up to this width.
const BESIDE: f64 = WIDTH * 0.36;
/// Values and what follows them take no more of the canvas than this.
const VALUES: f64 = WIDTH * 0.25;
const NOTES: f64 = WIDTH * 0.22;
const AXIS: f64 = 22.0;
/// Between a name and the axis, between a bar and its value.
const GAP: f64 = 6.0;
/// The margins that charts-rs leaves in a row, and between the bars of a row.
const MARGIN: f64 = 5.0;
const BETWEEN: f64 = 3.0;

/// Lays the chart out and draws it: the series of a row below each other, or the second as a part inside the first.
pub fn draw(data: &mut Data, parts: bool, lang: Lang) -> Result<Picture, Problem> {
    // What is labelled with its value needs no scale; a rate is read against the whole.
    data.stretch();
    let data = &*data;
    let mut picture = Picture::new();
    let samples = match data.rows.len() {
        0 | 1 => Samples::None,
        _ if parts => Samples::Parts,
        _ => Samples::Boxes,
    };
    let top = key::of_plot(&mut picture, data, samples, lang) + 2.0;

    let count = data.labels.len();
    let abreast = if parts { 1.0 } else { float(data.rows.len()) };
    let is_long = data.labels.iter().any(|label| text_width(label) > BESIDE);
    let above = if is_long { ABOVE } else { 0.0 };
    let row = above + ROW + MORE * (abreast - 1.0);
    let names: Vec<String> =
        data.labels.iter().map(|label| fitted(label, if is_long { WIDTH } else { BESIDE })).collect();
    let values: Vec<Vec<(String, String)>> = data
        .rows
        .iter()
        .take(if parts { 1 } else { data.rows.len() })
        .map(|row| {
            let texts = row.texts.iter().zip(&row.notes);
            texts.map(|(text, note)| (fitted_or_empty(text, VALUES), fitted_or_empty(note, NOTES))).collect()
        })
        .collect();
    let left = if is_long { 1.0 } else { names.iter().map(|name| text_width(name)).fold(0.0, f64::max) + GAP };
    let right = values.iter().flatten().map(ending).fold(0.0, f64::max) + GAP;
    let plot = Plot { left, top, width: WIDTH - left - right, height: row * float(count) };

    let drawn = |rows: Vec<Vec<Option<f64>>>| {
        let provisional = data.provisional.clone();
        shapes(&Sketch { kind: Kind::Bars, plot, steps: data.scale.steps, count, zoom: 1.0, rows, provisional })
    };
    let shares = |row: &super::data::Row| row.values.iter().map(|v| v.map(|v| data.share(v))).collect::<Vec<_>>();
    let mut marks = if parts {
        let mut marks = Vec::new();
        for (n, row) in data.rows.iter().enumerate() {
            let bars = drawn(vec![shares(row)])?;
            let ink = if n == 0 { Ink::Outline(0) } else { Ink::Fill(0, false) };
            let bars = bars.into_iter().filter(|mark| matches!(mark.ink, Ink::Fill(..)));
            marks.extend(bars.map(|mark| Mark { ink, ..mark }));
        }
        marks
    } else {
        drawn(data.rows.iter().map(shares).collect())?
    };
    if !data.scale.percent {
        marks.retain(|mark| mark.ink != Ink::Grid);
    }
    let thickness = (row - above - MARGIN * 2.0 - BETWEEN * (abreast - 1.0)) / abreast;
    for mark in &mut marks {
        settle(mark, plot, row, above, thickness);
    }
    let strokes: Vec<Mark> = marks.iter().flat_map(strokes).collect();
    picture.marks.append(&mut marks);
    picture.marks.extend(strokes);
    picture.line(Ink::Axis, (left, top), (left, top + plot.height));

    for (i, name) in names.into_iter().enumerate() {
        let upper = top + row * float(i);
        picture.words.push(if is_long {
            Word::ink(0.0, upper + above - 2.0, name)
        } else {
            Word::ink(left - GAP, baseline(upper + row / 2.0), name).ending()
        });
    }
    for (n, (texts, row_of)) in values.into_iter().zip(&data.rows).enumerate() {
        for (i, (text, note)) in texts.into_iter().enumerate() {
            let middle = top + row * float(i) + above + MARGIN + (thickness + BETWEEN) * float(n) + thickness / 2.0;
            let interval = row_of.intervals.get(i).copied().flatten().filter(|_| data.rows.len() == 1);
            let at = |value: f64| left + data.share(value) * plot.width;
            let mut end = row_of.values.get(i).copied().flatten().map_or(left, at);
            if let Some((low, high)) = interval {
                whisker(&mut picture, at(low), at(high), middle);
                end = end.max(at(high));
            }
            let start = end + GAP - 1.0;
            if !note.is_empty() {
                picture.words.push(Word::muted(start + text_width(&text) + GAP, baseline(middle), note));
            }
            if !text.is_empty() {
                picture.words.push(Word::ink(start, baseline(middle), text));
            }
        }
    }
    picture.height = top + plot.height + 4.0;
    if data.scale.percent {
        ticks(&mut picture, data, plot);
        picture.height = top + plot.height + AXIS;
    }
    Ok(picture)
}

/// A bar in the lower part of its row, where its name stands above it; a zero is seen as a line on the axis, a gap is not.
fn settle(mark: &mut Mark, plot: Plot, row: f64, above: f64, thickness: f64) {
    let Shape::Box(_, y, width, height) = &mut mark.shape else { return };
    if !matches!(mark.ink, Ink::Fill(..) | Ink::Outline(_)) {
        return;
    }
    *width = width.max(1.0);
    if above > 0.0 {
        let upper = plot.top + ((*y + *height / 2.0 - plot.top) / row).floor() * row;
        let was = (*y - upper - MARGIN) / (*height + BETWEEN);
        *y = upper + above + MARGIN + was.max(0.0).round() * (thickness + BETWEEN);
        *height = thickness;
    }
}

/// The strokes across a bar that may still change.
pub fn strokes(mark: &Mark) -> Vec<Mark> {
    match (mark.ink, &mark.shape) {
        (Ink::Fill(n, true), &Shape::Box(x, y, width, height)) => {
            hatch(x, y, width, height).into_iter().map(|shape| Mark { ink: Ink::Hatch(n), shape }).collect()
        }
        _ => Vec::new(),
    }
}

fn whisker(picture: &mut Picture, low: f64, high: f64, y: f64) {
    picture.line(Ink::Halo, (low, y), (high, y));
    picture.line(Ink::Rule, (low, y), (high, y));
    for end in [low, high] {
        picture.line(Ink::Rule, (end, y - 3.0), (end, y + 3.0));
    }
}

/// Numbers under the grid lines, as many as fit: all, every second, or the ends.
fn ticks(picture: &mut Picture, data: &Data, plot: Plot) {
    let ticks = data.ticks();
    let step = plot.width / float(data.scale.steps);
    let wide = ticks.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max) + 12.0;
    let stride = [1, 2, data.scale.steps]
        .into_iter()
        .find(|stride| data.scale.steps.is_multiple_of(*stride) && step * float(*stride) >= wide)
        .unwrap_or(data.scale.steps);
    for (share, text) in ticks.into_iter().step_by(stride) {
        let half = text_width(&text) / 2.0;
        let x = (plot.left + plot.width * share).clamp(half, WIDTH - half);
        picture.say(Word::muted(x, plot.top + plot.height + 16.0, text).centred());
    }
}

/// Width of a value with what follows it.
fn ending((text, note): &(String, String)) -> f64 {
    text_width(text) + if note.is_empty() { 0.0 } else { GAP + text_width(note) }
}

fn fitted_or_empty(text: &str, most: f64) -> String {
    if text.is_empty() { String::new() } else { fitted(text, most) }
}

fn baseline(middle: f64) -> f64 {
    middle + FONT_SIZE * 0.36
}
