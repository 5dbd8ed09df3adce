//! Days in weeks: each a square, the darker the more took place, with the months named and counted.
//!
//! charts-rs has a calendar and a heat map of its own. Both write a rectangle with a colour of its own for every day, empty ones
//! too, which makes 50 KB of a year; neither knows outlines, which grey paper and low contrast need, nor half-years, without
//! which a day on a phone is five pixels wide. So the squares are laid out here: one path a level, a dashed line for empty days.

use super::data::{float, one_line};
use super::engine::{FONT_SIZE, fitted, text_width};
use super::key::{self, Entry, Sample};
use super::svg::{Ink, PITCH, Picture, Shape, Word};
use crate::view::heat_map::{Block, HeatMap, LEVELS};

/// Side of a square.
const SIDE: f64 = 9.0;
/// Names of months above a block, their numbers below it.
const NAMES: f64 = 18.0;
const NUMBERS: f64 = 20.0;
const BETWEEN: f64 = 8.0;
const WEEKDAYS: f64 = 40.0;
/// More weeks would leave the canvas: more than half a year in any way of counting months.
const MOST_WEEKS: usize = 27;

/// Lays the map out and draws it.
pub fn draw(map: &HeatMap) -> Picture {
    let mut picture = Picture::new();
    let entries = (1u32..).take_while(|&level| level <= LEVELS).zip(&map.levels);
    let entries =
        entries.map(|(level, name)| Entry { sample: Sample::Heat(level_of(level, map)), name: one_line(name) });
    let mut top = key::draw(&mut picture, entries.collect());
    let names: Vec<String> = map.weekdays.iter().map(|name| fitted(&one_line(name), WEEKDAYS)).collect();
    let left = names.iter().map(|name| text_width(name)).fold(0.0, f64::max).ceil() + 7.0;
    for block in &map.blocks {
        draw_block(&mut picture, map, block, (left, top + NAMES));
        // Every second day: more would touch each other.
        for (day, name) in names.iter().enumerate().take(7).step_by(2) {
            let y = top + NAMES + PITCH * (float(day) + 0.5) + FONT_SIZE * 0.36;
            picture.words.push(Word::muted(0.0, y, name.as_str()));
        }
        top += NAMES + PITCH * 7.0 + NUMBERS + BETWEEN;
    }
    picture.height = (top - BETWEEN).max(20.0);
    picture
}

/// With one level the squares are dark, with two light and dark.
fn level_of(level: u32, map: &HeatMap) -> u32 {
    let known = u32::try_from(map.levels.len()).unwrap_or(LEVELS).clamp(1, LEVELS);
    if level >= known { LEVELS } else { level.min(LEVELS) }
}

fn draw_block(picture: &mut Picture, map: &HeatMap, block: &Block, (left, top): (f64, f64)) {
    let centre = |week: usize, day: usize| (left + PITCH * (float(week) + 0.5), top + PITCH * (float(day) + 0.5));
    let [first, last] = block.ends.map(|(week, day)| (week.min(MOST_WEEKS), day.min(6)));
    for day in 0..7 {
        let from = first.0 + usize::from(day < first.1);
        let to = (last.0 + 1).saturating_sub(usize::from(day > last.1));
        if from < to {
            let ((x, y), (end, _)) = (centre(from, day), centre(to - 1, day));
            picture.line(Ink::Specks, (x - 1.0, y), (end + 1.0, y));
        }
    }
    for month in &block.months {
        let (week, day) = (month.first.0.min(MOST_WEEKS), month.first.1.min(6));
        if (week, day) != first {
            boundary(picture, left + PITCH * float(week), top, day);
        }
        let x = left + PITCH * float(week + usize::from(day > 0));
        let x = if (week, day) == first { left } else { x };
        picture.say(Word::muted(x, top - 5.0, fitted(&one_line(&month.name), 60.0)));
        picture.say(Word::ink(x, top + PITCH * 7.0 + 14.0, fitted(&one_line(&month.number), 60.0)));
    }
    let mut days: Vec<_> = block.days.iter().filter(|(week, day, _)| *week <= MOST_WEEKS && *day < 7).collect();
    days.sort_by_key(|(week, day, level)| (*level, *week, *day));
    for &&(week, day, level) in &days {
        let (x, y) = centre(week, day);
        picture.draw(
            Ink::Heat(level_of(level, map)),
            Shape::Box((x - SIDE / 2.0).floor(), (y - SIDE / 2.0).floor(), SIDE, SIDE),
        );
    }
}

/// The line before the first day of a month: down one week, up the next.
fn boundary(picture: &mut Picture, x: f64, top: f64, day: usize) {
    let (step, bottom) = (top + PITCH * float(day), top + PITCH * 7.0);
    let line = if day == 0 {
        vec![(x, top), (x, bottom)]
    } else {
        vec![(x + PITCH, top), (x + PITCH, step), (x, step), (x, bottom)]
    };
    picture.draw(Ink::Axis, Shape::Line(line));
}
