//! The same small chart for each of several subjects, all on one scale from 0 to 100 %.
//!
//! charts-rs draws one chart a canvas, and its own frame and axes around each; twenty of them would be twenty elements with
//! twenty axes. Here the panels share one canvas, and what is the same for all is said once.

use super::WIDTH;
use super::data::{float, one_line};
use super::engine::{FONT_SIZE, fitted, text_width};
use super::key::{self, Entry, Sample};
use super::svg::{Ink, Picture, Shape, Word};
use crate::text::Lang;
use crate::view::multiples::{Panel, Panels};

const GAP: f64 = 8.0;
const NAME: f64 = 21.0;
const PLOT: f64 = 54.0;
const BETWEEN: f64 = 10.0;
/// Room for the last value beside its point.
const VALUE: f64 = 44.0;
const FOOT: f64 = 34.0;
/// Up to so many panels the whole is drawn behind each.
const COMPARED: usize = 12;
const MOST: usize = 60;

/// Lays the panels out and draws them.
pub fn draw(panels: &Panels, lang: Lang) -> Picture {
    let mut picture = Picture::new();
    let rows: Vec<&Panel> = panels.rows.iter().take(MOST).collect();
    let compared = rows.len() <= COMPARED && panels.whole.values.iter().any(Option::is_some);
    let mut top = 0.0;
    if compared {
        let whole = fitted(&one_line(&panels.whole.name), WIDTH / 2.0);
        let entries = vec![
            Entry { sample: Sample::Line(0), name: lang.pick("本社区", "this community").into() },
            Entry { sample: Sample::Behind, name: whole },
        ];
        top = key::draw(&mut picture, entries);
    }
    let width = (WIDTH - GAP) / 2.0;
    let place = |at: usize| {
        let (column, row) = (float(at % 2), float(at / 2));
        (column * (width + GAP), top + row * (NAME + PLOT + BETWEEN))
    };
    let plotted = width - VALUE;
    for (at, _) in rows.iter().enumerate() {
        let (left, upper) = place(at);
        for share in [0.0, 0.5] {
            let y = upper + NAME + PLOT * share;
            picture.line(Ink::Grid, (left, y), (left + plotted, y));
        }
    }
    for (at, _) in rows.iter().enumerate() {
        let (left, upper) = place(at);
        picture.line(Ink::Axis, (left, upper + NAME + PLOT), (left + plotted, upper + NAME + PLOT));
    }
    let point = |(left, upper): (f64, f64), i: usize, count: usize, value: f64| {
        let share = (value / 100.0).clamp(0.0, 1.0);
        (left + plotted * (float(i) + 0.5) / float(count.max(1)), upper + NAME + PLOT * (1.0 - share))
    };
    if compared {
        for (at, _) in rows.iter().enumerate() {
            for run in runs(&panels.whole.values, |i, count, value| point(place(at), i, count, value)) {
                picture.draw(Ink::Behind, Shape::Line(run));
            }
        }
    }
    for (at, row) in rows.iter().enumerate() {
        for run in runs(&row.values, |i, count, value| point(place(at), i, count, value)) {
            match run.as_slice() {
                [(x, y)] => picture.marks.push(key::dot(0, false, *x, *y)),
                _ => picture.draw(Ink::Line(0, false), Shape::Line(run)),
            }
        }
    }
    for (at, row) in rows.iter().enumerate() {
        let (left, upper) = place(at);
        picture.words.push(Word::ink(left, upper + NAME - 7.0, fitted(&one_line(&row.name), width)));
        let last = row.values.iter().enumerate().rev().find_map(|(i, value)| Some((i, (*value)?)));
        if let Some((i, value)) = last.filter(|(_, value)| value.is_finite()) {
            let count = row.values.len();
            let (x, y) = point((left, upper), i, count, value);
            picture.marks.push(key::dot(0, count - i <= panels.provisional, x, y));
            // Below its name, above the next one.
            let y = (y + FONT_SIZE * 0.36).clamp(upper + NAME + 9.0, upper + NAME + PLOT + 2.0);
            let value = fitted(&one_line(&row.last), VALUE - 2.0);
            picture.words.push(Word::ink(left + width, y, value).ending());
        }
    }
    let floor = place(rows.len().saturating_sub(1)).1 + NAME + PLOT;
    foot(&mut picture, panels, floor, lang);
    picture.height = floor + FOOT + BETWEEN;
    picture
}

/// What all panels share.
fn foot(picture: &mut Picture, panels: &Panels, floor: f64, lang: Lang) {
    let [from, to] = panels.ends.each_ref().map(|end| one_line(end));
    let axes = [
        lang.pick(format!("横轴 {from}至{to}"), format!("From {from} to {to}")),
        lang.pick("各格横线自下而上为 0、50%、100%", "Lines at 0, 50 % and 100 %, the same in all").to_owned(),
    ];
    for (line, text) in axes.into_iter().enumerate() {
        let text = if text_width(&text) > WIDTH { fitted(&text, WIDTH) } else { text };
        picture.say(Word::muted(0.0, floor + 20.0 + float(line) * 17.0, text));
    }
}

/// The points between gaps.
fn runs(values: &[Option<f64>], point: impl Fn(usize, usize, f64) -> (f64, f64)) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for (i, value) in values.iter().enumerate() {
        match (value.filter(|value| value.is_finite()), runs.last_mut()) {
            (Some(value), Some(run)) => run.push(point(i, values.len(), value)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
