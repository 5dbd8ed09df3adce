//! Columns, stacks and lines over time.

use super::WIDTH;
use super::data::{Data, Row, float};
use super::engine::{DOT, FONT_SIZE, Kind, Plot, Sketch, fitted, shapes, text_width};
use super::key::{self, Samples};
use super::svg::{Ink, Mark, Picture, Shape, Word};
use crate::diag::Problem;
use crate::text::Lang;
use crate::view::chart::Form;

/// Height of the plot, and of the labels under it.
const HEIGHT: f64 = 204.0;
const AXIS: f64 = 24.0;
/// Above the plot: a value on top of a full column, or half the text of the highest tick.
const HEAD: f64 = 20.0;
const HALF: f64 = 8.0;
/// Above this, lines have no markers, and single columns no values.
const MOST_DOTS: usize = 31;
const MOST_VALUES: usize = 13;
/// Names at the ends of lines take no more of the canvas than this.
const ENDS: f64 = WIDTH * 0.28;
/// A label of the axis is cut beyond this.
const LABEL: f64 = WIDTH * 0.35;
const LEADING: f64 = 16.0;
/// Least distance between two labels of the axis.
const APART: f64 = 5.0;
/// Blank on either side of a group of columns, as a part of its band; charts-rs leaves 5 units there.
const SIDE_ONE: f64 = 0.14;
const SIDE_MANY: f64 = 0.1;
const ENGINE_SIDE: f64 = 5.0;

/// Lays the chart out and draws it.
pub fn draw(data: &Data, form: Form, lang: Lang) -> Result<Picture, Problem> {
    let mut picture = Picture { height: 0.0, marks: Vec::new(), words: Vec::new() };
    let lines = form == Form::Lines;
    let ends = if lines { line_ends(data) } else { None };
    let samples = match (data.rows.len() > 1, lines, &ends) {
        (true, false, _) => Samples::Boxes,
        (true, true, None) => Samples::Lines,
        _ => Samples::None,
    };
    let valued = form == Form::Columns && data.rows.len() == 1;
    let top = key::draw(&mut picture, data, samples, lang) + if valued { HEAD } else { HALF };

    let count = data.labels.len().max(1);
    let left = data.ticks().iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max) + 8.0;
    let mut plot = Plot { left, top, width: WIDTH - left, height: HEIGHT };
    if let Some(ends) = &ends {
        // The last point stands half a band before the end of the plot.
        let room = ends.iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max) + LEAD;
        let whole = float(count);
        plot.width = ((WIDTH - left - room) * whole / (whole - 0.5)).min(plot.width);
    }
    let band = plot.width / float(count);

    let side = if form == Form::Columns && data.rows.len() > 1 { SIDE_MANY } else { SIDE_ONE };
    let kind = match form {
        Form::Lines => Kind::Lines,
        Form::Columns | Form::Bars => Kind::Columns,
    };
    let zoom = if lines { 2.0 } else { (ENGINE_SIDE / (side * band)).max(1.0) };
    let mut marks = shapes(&Sketch {
        kind,
        plot,
        steps: data.scale.steps,
        count,
        zoom,
        rows: data.rows.iter().map(|row| row.values.iter().map(|v| v.map(|v| data.share(v))).collect()).collect(),
        provisional: data.provisional.clone(),
        dots: count <= MOST_DOTS,
    })?;
    if !lines {
        let abreast = float(data.rows.len());
        let group = band - ENGINE_SIDE * 2.0 / zoom;
        let narrow = ((band * (1.0 - side * 2.0)).min(40.0 + 24.0 * abreast) / group).min(1.0);
        for mark in &mut marks {
            trim(mark, plot, band, narrow);
        }
    }
    let columns: Vec<Shape> =
        marks.iter().filter(|mark| matches!(mark.ink, Ink::Fill(..))).map(|mark| mark.shape.clone()).collect();
    picture.marks.append(&mut marks);
    picture.marks.push(Mark {
        ink: Ink::Axis,
        shape: Shape::Line(vec![
            (plot.left, plot.top + plot.height),
            (WIDTH.min(plot.left + plot.width), plot.top + plot.height),
        ]),
    });

    if let Some(ends) = ends {
        write_ends(&mut picture, data, plot, ends);
    }
    if let (true, [row]) = (valued, data.rows.as_slice()) {
        write_values(&mut picture, data, row, plot, &columns);
    }
    for (share, text) in data.ticks() {
        let y = plot.top + plot.height * (1.0 - share);
        picture.words.push(Word::muted(plot.left - 8.0, y + FONT_SIZE * 0.36, text).ending());
    }
    write_labels(&mut picture, data, plot);
    picture.height = plot.top + plot.height + AXIS;
    Ok(picture)
}

/// Columns no wider than reads well, and a line where a value is zero.
fn trim(mark: &mut Mark, plot: Plot, band: f64, narrow: f64) {
    let (Ink::Fill(..), Shape::Box(x, y, width, height)) = (mark.ink, &mut mark.shape) else { return };
    let middle = plot.left + (((*x + *width / 2.0 - plot.left) / band).floor() + 0.5) * band;
    *x = middle + (*x - middle) * narrow;
    *width *= narrow;
    if *height < 1.0 {
        *y -= 1.0 - *height;
        *height = 1.0;
    }
}

/// Between the last point and its name: room for a thin line that leads from one to the other.
const LEAD: f64 = 22.0;

/// What stands at the end of each line: series, name and last value. `None` where it would not fit and a key is needed.
fn line_ends(data: &Data) -> Option<Vec<(u8, String)>> {
    let alone = data.rows.len() == 1;
    let mut ends = Vec::new();
    for (n, row) in (0u8..).zip(&data.rows) {
        let Some(last) = row.values.iter().rposition(Option::is_some) else { continue };
        let value = row.texts.get(last).map(String::as_str).unwrap_or_default();
        let whole = if alone { value.to_owned() } else { format!("{} {value}", row.name).trim().to_owned() };
        let text = if text_width(&whole) <= ENDS { whole } else { row.name.clone() };
        if text_width(&text) > ENDS {
            return if alone { Some(Vec::new()) } else { None };
        }
        ends.push((n, text));
    }
    Some(ends)
}

/// Writes the names beside the last points, moved apart where lines end close together.
fn write_ends(picture: &mut Picture, data: &Data, plot: Plot, ends: Vec<(u8, String)>) {
    let band = plot.width / float(data.labels.len().max(1));
    let x = plot.left + plot.width - band / 2.0;
    // Where the label stands, where the point is.
    let mut places: Vec<(f64, f64, u8, String)> = ends
        .into_iter()
        .filter_map(|(n, text)| {
            let last = data.rows.get(usize::from(n))?.values.iter().rev().find_map(|value| *value)?;
            let y = plot.top + plot.height * (1.0 - data.share(last));
            Some((y, y, n, text))
        })
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let mut lowest = f64::NEG_INFINITY;
    for (y, ..) in &mut places {
        *y = y.max(lowest + LEADING);
        lowest = *y;
    }
    let mut highest = plot.top + plot.height + LEADING - FONT_SIZE / 2.0;
    for (y, ..) in places.iter_mut().rev() {
        *y = y.min(highest - LEADING);
        highest = *y;
    }
    let alone = data.rows.len() == 1;
    for (y, point, n, text) in places {
        if !alone {
            let leader = vec![(x + DOT + 3.0, point), (x + LEAD - 3.0, y)];
            picture.marks.push(Mark { ink: Ink::Leader(n), shape: Shape::Line(leader) });
        }
        picture.words.push(Word::ink(x + if alone { 8.0 } else { LEAD }, y + FONT_SIZE * 0.36, text));
    }
}

/// Values on top of the columns: all of them where they fit, else the last, the largest and the smallest as far as there is room.
fn write_values(picture: &mut Picture, data: &Data, row: &Row, plot: Plot, columns: &[Shape]) {
    if row.values.len() > MOST_VALUES {
        return;
    }
    let band = plot.width / float(row.values.len().max(1));
    let place = |i: usize| -> Option<(f64, f64, f64, &str)> {
        let text = row.texts.get(i).filter(|text| !text.is_empty())?;
        let share = row.values.get(i).copied().flatten().map_or(0.0, |value| data.share(value));
        let half = text_width(text) / 2.0;
        let x = (plot.left + band * (float(i) + 0.5)).min(WIDTH - half);
        Some((x, plot.top + plot.height * (1.0 - share) - 5.0, half, text))
    };
    let all: Vec<_> = (0..row.values.len()).filter_map(place).collect();
    if all.iter().all(|(_, _, half, _)| half * 2.0 + 3.0 <= band) {
        picture.words.extend(all.into_iter().map(|(x, y, _, text)| Word::ink(x, y, text).centred()));
        return;
    }
    let known = || row.values.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?)));
    let chosen =
        [known().next_back(), known().max_by(|a, b| a.1.total_cmp(&b.1)), known().min_by(|a, b| a.1.total_cmp(&b.1))];
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    for (x, y, half, text) in chosen.into_iter().flatten().filter_map(|(i, _)| place(i)) {
        let free_of_words =
            taken.iter().all(|(tx, ty, th)| (tx - x).abs() > th + half + 4.0 || (ty - y).abs() > LEADING);
        let free_of_columns = columns.iter().all(|column| match column {
            Shape::Box(cx, cy, width, _) => cx + width <= x - half || *cx >= x + half || *cy >= y,
            _ => true,
        });
        if free_of_words && free_of_columns {
            taken.push((x, y, half));
            picture.words.push(Word::ink(x, y, text).centred());
        }
    }
}

/// Labels under the positions; where they do not all fit, every second, third …, counted from the last.
fn write_labels(picture: &mut Picture, data: &Data, plot: Plot) {
    let band = plot.width / float(data.labels.len().max(1));
    let mut labels: Vec<(f64, f64, String)> = data
        .labels
        .iter()
        .enumerate()
        .map(|(i, label)| {
            let text = fitted(label, LABEL);
            let half = text_width(&text) / 2.0;
            ((plot.left + band * (float(i) + 0.5)).clamp(half, WIDTH - half), half, text)
        })
        .collect();
    labels.reverse();
    let apart = |stride: usize| {
        let mut end = f64::INFINITY;
        labels.iter().step_by(stride).filter(|(.., text)| !text.is_empty()).all(|(x, half, _)| {
            let fits = x + half + APART <= end;
            end = x - half;
            fits
        })
    };
    let stride = (1..labels.len()).find(|stride| apart(*stride)).unwrap_or(labels.len().max(1));
    let y = plot.top + plot.height + DOT + 15.0;
    let shown = labels.into_iter().step_by(stride).filter(|(.., text)| !text.is_empty());
    picture.words.extend(shown.map(|(x, _, text)| Word::muted(x, y, text).centred()));
}
