//! Lying bars: names on the left, the value at the end of each bar.

use super::WIDTH;
use super::data::{Data, float};
use super::engine::{FONT_SIZE, Kind, Plot, Sketch, fitted, shapes, text_width};
use super::key::{self, Samples};
use super::svg::{Ink, Mark, Picture, Shape, Word};
use crate::diag::Problem;
use crate::text::Lang;

/// Height of a row with one bar, and of each bar more.
const ROW: f64 = 30.0;
const MORE: f64 = 17.0;
/// Names take no more of the canvas than this.
const NAMES: f64 = WIDTH * 0.45;
const VALUES: f64 = WIDTH * 0.25;
const AXIS: f64 = 22.0;
/// Between a name and the axis, between a bar and its value.
const GAP: f64 = 6.0;
/// The margins that charts-rs leaves in a row, and between the bars of a row.
const MARGIN: f64 = 5.0;
const BETWEEN: f64 = 3.0;

/// Lays the chart out and draws it.
pub fn draw(data: &Data, lang: Lang) -> Result<Picture, Problem> {
    let mut picture = Picture { height: 0.0, marks: Vec::new(), words: Vec::new() };
    let samples = if data.rows.len() > 1 { Samples::Boxes } else { Samples::None };
    let top = key::draw(&mut picture, data, samples, lang);

    let count = data.labels.len();
    let series = float(data.rows.len());
    let row = ROW + MORE * (series - 1.0);
    let names: Vec<String> = data.labels.iter().map(|label| fitted(label, NAMES)).collect();
    let values: Vec<Vec<String>> =
        data.rows.iter().map(|row| row.texts.iter().map(|text| fitted(text, VALUES)).collect()).collect();
    let left = widest(names.iter()) + GAP;
    let right = widest(values.iter().flatten()) + GAP;
    let plot = Plot { left, top, width: WIDTH - left - right, height: row * float(count) };

    let mut marks = shapes(&Sketch {
        kind: Kind::Bars,
        plot,
        steps: data.scale.steps,
        count,
        zoom: 1.0,
        rows: data.rows.iter().map(|row| row.values.iter().map(|v| v.map(|v| data.share(v))).collect()).collect(),
        provisional: data.provisional.clone(),
        dots: false,
    })?;
    for mark in &mut marks {
        if let Shape::Box(_, _, width, _) = &mut mark.shape {
            // A zero is seen as a line on the axis; a gap is not.
            *width = width.max(1.0);
        }
    }
    picture.marks.append(&mut marks);
    picture.marks.push(Mark { ink: Ink::Axis, shape: Shape::Line(vec![(left, top), (left, top + plot.height)]) });

    let thickness = (row - MARGIN * 2.0 - BETWEEN * (series - 1.0)) / series;
    for (i, name) in names.into_iter().enumerate() {
        picture.words.push(Word::ink(left - GAP, baseline(top + row * (float(i) + 0.5)), name).ending());
    }
    for (n, (texts, row_of)) in values.into_iter().zip(&data.rows).enumerate() {
        for (i, (text, value)) in texts.into_iter().zip(&row_of.values).enumerate() {
            if text.is_empty() {
                continue;
            }
            let end = left + value.map_or(0.0, |value| data.share(value)) * plot.width;
            let middle = top + row * float(i) + MARGIN + (thickness + BETWEEN) * float(n) + thickness / 2.0;
            picture.words.push(Word::ink(end + GAP - 1.0, baseline(middle), text));
        }
    }
    ticks(&mut picture, data, plot);
    picture.height = top + plot.height + AXIS;
    Ok(picture)
}

/// Numbers under the grid lines, as many as fit: all, every second, or the ends.
fn ticks(picture: &mut Picture, data: &Data, plot: Plot) {
    let ticks = data.ticks();
    let step = plot.width / float(data.scale.steps);
    let wide = widest(ticks.iter().map(|(_, text)| text)) + 12.0;
    let stride = [1, 2, data.scale.steps]
        .into_iter()
        .find(|stride| data.scale.steps.is_multiple_of(*stride) && step * float(*stride) >= wide)
        .unwrap_or(data.scale.steps);
    for (share, text) in ticks.into_iter().step_by(stride) {
        let half = text_width(&text) / 2.0;
        let x = (plot.left + plot.width * share).clamp(half, WIDTH - half);
        picture.words.push(Word::muted(x, plot.top + plot.height + 16.0, text).centred());
    }
}

fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> f64 {
    texts.map(|text| text_width(text)).fold(0.0, f64::max)
}

fn baseline(middle: f64) -> f64 {
    middle + FONT_SIZE * 0.36
}
