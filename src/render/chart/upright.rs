//! Columns and lines over time, and columns of classes.

use super::WIDTH;
use super::bars::strokes;
use super::data::{Data, Row, float};
use super::ends;
use super::engine::{FONT_SIZE, Kind, Plot, Sketch, fitted, shapes, text_width};
use super::flags::{self, Flag};
use super::key::{self, Samples};
use super::svg::{Ink, Mark, Picture, Shape, Word};
use crate::diag::Problem;
use crate::text::Lang;

/// Height of the plot, of the labels under it, and of the years under those.
const HEIGHT: f64 = 176.0;
/// Height of a plot whose columns carry their values.
const LOW: f64 = 140.0;
const AXIS: f64 = 25.0;
const GROUPS: f64 = 17.0;
/// Above the plot: a value on top of a full column, or half the text of the highest tick; the mark of a break.
const HEAD: f64 = 20.0;
const HALF: f64 = 8.0;
const BREAK: f64 = 15.0;
/// Above this, single columns have no values.
const MOST_VALUES: usize = 13;
/// A label of the axis is cut beyond this.
const LABEL: f64 = WIDTH * 0.35;
/// Least distance between two labels of the axis.
const APART: f64 = 5.0;
/// Blank on either side of a group of columns, as a part of its band; charts-rs leaves 5 units there.
const SIDE_ONE: f64 = 0.14;
const SIDE_MANY: f64 = 0.1;
const ENGINE_SIDE: f64 = 5.0;

/// Lays the chart out and draws it.
pub fn draw(data: &mut Data, lines: bool, lang: Lang) -> Result<Picture, Problem> {
    let labelled = !lines && !data.scale.percent && all_fit(data, WIDTH / float(data.labels.len().max(1)));
    if labelled {
        data.stretch();
    }
    let data = &*data;
    let mut picture = Picture::new();
    let line_ends = if lines { ends::of(data) } else { None };
    let samples = match (data.rows.len() > 1, lines, &line_ends) {
        (true, false, _) => Samples::Boxes,
        (true, true, None) => Samples::Lines,
        _ => Samples::None,
    };
    let valued = !lines && data.rows.len() == 1;
    let under_key = key::of_plot(&mut picture, data, samples, lang);
    let broken = if data.breaks.is_empty() { 0.0 } else { BREAK };
    let flagged = if valued { flags::height(data.flags.len()) } else { 0.0 };
    let top = under_key + broken + flagged + if valued { HEAD } else { HALF };

    let count = data.labels.len().max(1);
    let left = if labelled { 0.0 } else { axis_width(data) };
    let mut plot = Plot { left, top, width: WIDTH - left, height: if labelled { LOW } else { HEIGHT } };
    if let Some(ends) = &line_ends {
        // The last point stands half a band before the end of the plot.
        let whole = float(count);
        plot.width = ((WIDTH - left - ends::room(ends)) * whole / (whole - 0.5)).min(plot.width);
    }
    let band = plot.width / float(count);

    let side = if !lines && data.rows.len() > 1 { SIDE_MANY } else { SIDE_ONE };
    let kind = if lines { Kind::Lines } else { Kind::Columns };
    let zoom = if lines { 2.0 } else { (ENGINE_SIDE / (side * band)).max(1.0) };
    let mut marks = shapes(&Sketch {
        kind,
        plot,
        steps: data.scale.steps,
        count,
        zoom,
        rows: data.rows.iter().map(|row| row.values.iter().map(|v| v.map(|v| data.share(v))).collect()).collect(),
        provisional: data.provisional.clone(),
    })?;
    if !lines {
        let abreast = float(data.rows.len());
        let group = band - ENGINE_SIDE * 2.0 / zoom;
        let narrow = ((band * (1.0 - side * 2.0)).min(36.0 + 22.0 * abreast) / group).min(1.0);
        for mark in &mut marks {
            trim(mark, plot, band, narrow);
        }
    }
    if labelled {
        marks.retain(|mark| mark.ink != Ink::Grid);
    }
    let mut solid: Vec<Shape> =
        marks.iter().filter(|mark| matches!(mark.ink, Ink::Fill(..))).map(|mark| mark.shape.clone()).collect();
    let strokes: Vec<Mark> = marks.iter().flat_map(strokes).collect();
    picture.marks.append(&mut marks);
    picture.marks.extend(strokes);
    let floor = plot.top + plot.height;
    picture.line(Ink::Axis, (plot.left, floor), (WIDTH.min(plot.left + plot.width), floor));
    let ticks = if labelled { Vec::new() } else { data.ticks() };
    for (share, text) in ticks {
        let y = plot.top + plot.height * (1.0 - share);
        picture.words.push(Word::muted(plot.left - 8.0, y + FONT_SIZE * 0.36, text).ending());
    }

    if lines {
        points(&mut picture, data, plot, band);
    }
    if let [row] = data.rows.as_slice() {
        solid.extend(whiskers(&mut picture, data, row, plot, band));
    }
    if let Some(ends) = line_ends {
        ends::write(&mut picture, data, plot, ends);
    }
    if let (true, [row]) = (valued, data.rows.as_slice()) {
        let tops = write_values(&mut picture, data, row, plot, &solid);
        let flag = |(at, text): &(usize, String)| Flag {
            text: text.clone(),
            x: plot.left + band * (float(*at) + 0.5),
            to: tops.get(*at).copied().unwrap_or(floor) - 3.0,
        };
        flags::write(&mut picture, under_key + broken, data.flags.iter().map(flag).collect());
    }
    for &at in &data.breaks {
        let x = plot.left + band * float(at);
        picture.line(Ink::Cut, (x, under_key + broken), (x, floor));
        picture.say(Word::ink(x.min(WIDTH - text_width("[b]")), under_key + 12.0, "[b]"));
    }
    write_labels(&mut picture, data, plot);
    picture.height = floor + AXIS;
    if !data.groups.is_empty() {
        write_groups(&mut picture, data, plot, band);
        picture.height += GROUPS;
    }
    Ok(picture)
}

/// Whether every column of a single series can carry its value: then there is no need for an axis.
fn all_fit(data: &Data, band: f64) -> bool {
    match data.rows.as_slice() {
        [row] => row.texts.len() <= MOST_VALUES && row.texts.iter().all(|text| text_width(text) + 3.0 <= band),
        _ => false,
    }
}

fn axis_width(data: &Data) -> f64 {
    data.ticks().iter().map(|(_, text)| text_width(text)).fold(0.0, f64::max) + 8.0
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

/// Markers at the last point of each line, and at points between two gaps, which no line would show.
fn points(picture: &mut Picture, data: &Data, plot: Plot, band: f64) {
    for (n, row) in (0u8..).zip(&data.rows) {
        let known = |i: usize| row.values.get(i).copied().flatten();
        let last = row.values.iter().rposition(Option::is_some);
        for (i, value) in row.values.iter().enumerate() {
            let alone = known(i + 1).is_none() && i.checked_sub(1).and_then(known).is_none();
            let Some(value) = value.filter(|_| alone || last == Some(i)) else { continue };
            let hollow = data.provisional.get(i).copied().unwrap_or(false);
            let (x, y) = (plot.left + band * (float(i) + 0.5), plot.top + plot.height * (1.0 - data.share(value)));
            picture.marks.push(key::dot(n, hollow, x, y));
        }
    }
}

/// The intervals of values that rest on few records; returns the room they take above their columns.
fn whiskers(picture: &mut Picture, data: &Data, row: &Row, plot: Plot, band: f64) -> Vec<Shape> {
    let cap = (band * 0.16).min(4.0);
    let y = |value: f64| plot.top + plot.height * (1.0 - data.share(value));
    let found: Vec<(f64, f64, f64)> = row
        .intervals
        .iter()
        .enumerate()
        .filter_map(|(i, interval)| Some((plot.left + band * (float(i) + 0.5), (*interval)?)))
        .map(|(x, (low, high))| (x, y(low), y(high)))
        .collect();
    for &(x, low, high) in &found {
        picture.line(Ink::Halo, (x, low), (x, high));
    }
    for &(x, low, high) in &found {
        picture.line(Ink::Rule, (x, low), (x, high));
        picture.line(Ink::Rule, (x - cap, low), (x + cap, low));
        picture.line(Ink::Rule, (x - cap, high), (x + cap, high));
    }
    found.into_iter().map(|(x, low, high)| Shape::Box(x - cap, high, cap * 2.0, low - high)).collect()
}

/// Values on top of the columns: all of them where they fit, else the last, the largest and the smallest as far as there is
/// room. Returns the upper end of what stands at each position.
fn write_values(picture: &mut Picture, data: &Data, row: &Row, plot: Plot, solid: &[Shape]) -> Vec<f64> {
    let band = plot.width / float(row.values.len().max(1));
    let upper = |i: usize| {
        let high = row.intervals.get(i).copied().flatten().map(|(_, high)| high);
        let value = row.values.get(i).copied().flatten();
        plot.top + plot.height * (1.0 - high.or(value).map_or(0.0, |value| data.share(value)))
    };
    let mut tops: Vec<f64> = (0..row.values.len()).map(upper).collect();
    if row.values.len() > MOST_VALUES {
        return tops;
    }
    let place = |i: usize| -> Option<(usize, f64, f64, f64, &str)> {
        let text = row.texts.get(i).filter(|text| !text.is_empty())?;
        let half = text_width(text) / 2.0;
        let x = (plot.left + band * (float(i) + 0.5)).min(WIDTH - half);
        Some((i, x, upper(i) - 5.0, half, text))
    };
    let all: Vec<_> = (0..row.values.len()).filter_map(place).collect();
    let chosen = if all_fit(data, band) {
        all
    } else {
        let known = || row.values.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?)));
        let ends = [
            known().next_back(),
            known().max_by(|a, b| a.1.total_cmp(&b.1)),
            known().min_by(|a, b| a.1.total_cmp(&b.1)),
        ];
        ends.into_iter().flatten().filter_map(|(i, _)| place(i)).collect()
    };
    for (i, x, y, half, text) in chosen {
        let free = solid.iter().all(|shape| match shape {
            Shape::Box(left, above, width, _) => left + width <= x - half || *left >= x + half || *above >= y,
            _ => true,
        });
        if free
            && picture.say(Word::ink(x, y, text).centred())
            && let Some(top) = tops.get_mut(i)
        {
            *top = y - FONT_SIZE;
        }
    }
    tops
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
    let y = plot.top + plot.height + 19.0;
    let shown = labels.into_iter().step_by(stride).filter(|(.., text)| !text.is_empty());
    picture.words.extend(shown.map(|(x, _, text)| Word::muted(x, y, text).centred()));
}

/// What begins at a position, under its label; where two would touch, the later one stands.
fn write_groups(picture: &mut Picture, data: &Data, plot: Plot, band: f64) {
    let y = plot.top + plot.height + AXIS + 10.0;
    for (at, text) in data.groups.iter().rev() {
        let x = plot.left + band * float(*at);
        if picture.say(Word::muted(x + if *at > 0 { 4.0 } else { 0.0 }, y, fitted(text, LABEL))) && *at > 0 {
            picture.line(Ink::Axis, (x, y - 11.0), (x, y + 2.0));
        }
    }
}
