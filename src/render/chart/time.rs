//! What was planned against what happened: outlines are plans, solid shapes are what was, hollow marks what is expected.
//!
//! charts-rs has a gantt chart: one bar a task with its own colour, the name on the left in half of the canvas, time as numbers.
//! It knows no second bar to compare with, no points, no dates and no line for today. So it is laid out here, with the name above
//! its row, so that thirteen characters leave the whole width to the days.

use super::WIDTH;
use super::data::{float, one_line};
use super::engine::{FONT_SIZE, fitted, text_width};
use super::key::{self, Entry, Sample};
use super::svg::{Ink, Picture, Shape, Word};
use crate::text::Lang;
use crate::view::timeline::{Row, Timeline};

const NAME: f64 = 19.0;
const TRACK: f64 = 22.0;
const AXIS: f64 = 22.0;
/// Height of a planned bar and of what lies inside it.
const PLANNED: f64 = 11.0;
const ACTUAL: f64 = 5.0;
/// Blank at both ends, for the marks of points.
const EDGE: f64 = 7.0;
const GAP: f64 = 10.0;
/// Rows and ticks that can be told apart.
const MOST: usize = 60;

/// Lays the time line out and draws it.
pub fn draw(line: &Timeline, lang: Lang) -> Picture {
    let mut picture = Picture::new();
    let rows: Vec<&Row> = line.rows.iter().take(MOST).collect();
    let top = key::draw(&mut picture, entries(line, lang)) + 2.0;
    let floor = top + float(rows.len()) * (NAME + TRACK);
    let x = |day: i32| EDGE + (WIDTH - EDGE * 2.0) * (f64::from(day) / f64::from(line.span.max(1))).clamp(0.0, 1.0);
    for (day, name) in line.ticks.iter().take(MOST) {
        picture.line(Ink::Grid, (x(*day), top), (x(*day), floor + 4.0));
        let text = fitted(&one_line(name), 90.0);
        let half = text_width(&text) / 2.0;
        picture.say(Word::muted(x(*day).clamp(half, WIDTH - half), floor + 18.0, text).centred());
    }
    picture.line(Ink::Cut, (x(line.today.0), top), (x(line.today.0), floor + 4.0));
    for (at, row) in rows.iter().enumerate() {
        let upper = top + float(at) * (NAME + TRACK);
        let note = fitted(&one_line(&row.note), WIDTH * 0.4);
        let room = WIDTH - if row.note.is_empty() { 0.0 } else { text_width(&note) + GAP };
        let name = fitted(&one_line(&row.name), room);
        let baseline = upper + NAME - 5.0;
        // The line of the as-of date does not run through words.
        for (from, to) in [(0.0, text_width(&name)), (WIDTH - text_width(&note), WIDTH)] {
            if (from - 2.0..to + 2.0).contains(&x(line.today.0)) {
                let middle = upper + NAME / 2.0;
                let (above, below) = (middle - FONT_SIZE * 0.6, middle + FONT_SIZE * 0.6);
                picture.line(Ink::Halo, (x(line.today.0), above), (x(line.today.0), below));
            }
        }
        picture.words.push(Word::ink(0.0, baseline, name));
        if !row.note.is_empty() {
            picture.words.push(Word::ink(WIDTH, baseline, note).ending());
        }
        let middle = upper + NAME + 7.0;
        if row.is_step { step(&mut picture, row, middle, x) } else { span(&mut picture, row, middle, x) }
    }
    picture.marks.sort_by_key(|mark| layer(mark.ink));
    picture.height = floor + AXIS;
    picture
}

/// A planned bar with what was done inside it; what sticks out is late.
fn span(picture: &mut Picture, row: &Row, middle: f64, x: impl Fn(i32) -> f64) {
    if let Some((start, end)) = row.planned {
        let width = (x(end) - x(start)).max(2.0);
        picture.draw(Ink::Outline(0), Shape::Box(x(start), middle - PLANNED / 2.0, width, PLANNED));
    }
    if let Some((start, end)) = row.actual {
        let width = (x(end) - x(start)).max(2.0);
        picture.draw(Ink::Fill(0, false), Shape::Box(x(start), middle - ACTUAL / 2.0, width, ACTUAL));
        if let Some(expected) = row.expected.filter(|&expected| expected > end) {
            picture.line(Ink::Line(0, true), (x(end), middle), (x(expected), middle));
        }
    }
    if let Some(expected) = row.expected {
        picture.marks.push(key::dot(0, true, x(expected), middle));
    }
}

/// The planned day as an empty diamond, the day it became as a dot, and a line from one to the other.
fn step(picture: &mut Picture, row: &Row, middle: f64, x: impl Fn(i32) -> f64) {
    let became = row.actual.map(|(_, end)| (end, false)).or(row.expected.map(|day| (day, true)));
    if let (Some((planned, _)), Some((day, open))) = (row.planned, became) {
        picture.line(Ink::Line(0, open), (x(planned), middle), (x(day), middle));
    }
    if let Some((planned, _)) = row.planned {
        let (x, reach) = (x(planned), 5.5);
        let corners = vec![(x, middle - reach), (x + reach, middle), (x, middle + reach), (x - reach, middle)];
        picture.draw(Ink::Outline(0), Shape::Area(corners));
    }
    if let Some((day, open)) = became {
        picture.marks.push(key::dot(0, open, x(day), middle));
    }
}

/// What lies above what; shapes of one ink are then written together.
fn layer(ink: Ink) -> u8 {
    match ink {
        Ink::Grid => 0,
        Ink::Cut => 1,
        Ink::Halo => 2,
        Ink::Outline(_) => 3,
        Ink::Fill(..) => 4,
        Ink::Line(_, open) => 5 + u8::from(open),
        Ink::Dot(_, open) => 7 + u8::from(open),
        _ => 9,
    }
}

fn entries(line: &Timeline, lang: Lang) -> Vec<Entry> {
    let entry = |sample, name: &str| Entry { sample, name: one_line(name) };
    let (spans, steps) = line.kinds;
    let mut entries = Vec::new();
    if spans {
        entries.push(entry(Sample::Whole(0), lang.pick("计划工期", "planned")));
        entries.push(entry(Sample::Box(0), lang.pick("已用工期", "so far")));
    }
    if steps {
        entries.push(entry(Sample::Planned, lang.pick("节点计划", "step planned")));
        entries.push(entry(Sample::Dot(0, false), lang.pick("达到", "reached")));
    }
    entries.push(entry(Sample::Dot(0, true), lang.pick("预计", "expected")));
    entries.push(entry(Sample::Cut, &line.today.1));
    entries
}
