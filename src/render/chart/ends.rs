//! The names at the ends of lines, with the last values: no key to look up, and never one over another.

use super::WIDTH;
use super::data::{Data, float};
use super::engine::{FONT_SIZE, Plot, text_width};
use super::key;
use super::svg::{Ink, Picture, Word};

/// Names take no more of the canvas than this.
const ENDS: f64 = WIDTH * 0.3;
const LEADING: f64 = 15.0;
/// Between the last point and its name: room for a thin line that leads from one to the other.
const LEAD: f64 = 20.0;

/// What stands at the end of a line: name and last value in a row or two.
pub struct End {
    series: u8,
    lines: Vec<String>,
}

/// What stands at the end of each line. `None` where it would not fit and a key is needed.
pub fn of(data: &Data) -> Option<Vec<End>> {
    let alone = data.rows.len() == 1;
    let mut ends = Vec::new();
    for (series, row) in (0u8..).zip(&data.rows) {
        let Some(last) = row.values.iter().rposition(Option::is_some) else { continue };
        let value = row.texts.get(last).cloned().unwrap_or_default();
        let whole = if alone { value.clone() } else { format!("{} {value}", row.name).trim().to_owned() };
        let lines = if text_width(&whole) <= ENDS { vec![whole] } else { vec![row.name.clone(), value] };
        if lines.iter().any(|line| text_width(line) > ENDS) {
            return if alone { Some(Vec::new()) } else { None };
        }
        ends.push(End { series, lines });
    }
    Some(ends)
}

/// How much room they take to the right of the last point.
pub fn room(ends: &[End]) -> f64 {
    ends.iter().flat_map(|end| &end.lines).map(|line| text_width(line)).fold(0.0, f64::max) + LEAD
}

/// Writes the names beside the last points, moved apart where lines end close together.
pub fn write(picture: &mut Picture, data: &Data, plot: Plot, ends: Vec<End>) {
    let band = plot.width / float(data.labels.len().max(1));
    let x = plot.left + plot.width - band / 2.0;
    // Where the middle of the words stands, and where the point is.
    let mut places: Vec<(f64, f64, End)> = ends
        .into_iter()
        .filter_map(|end| {
            let last = data.rows.get(usize::from(end.series))?.values.iter().rev().find_map(|value| *value)?;
            let y = plot.top + plot.height * (1.0 - data.share(last));
            Some((y, y, end))
        })
        .collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.series.cmp(&b.2.series)));
    // Two rows of one name stand closer together than two names.
    let gap = if places.iter().any(|(.., end)| end.lines.len() > 1) { 3.0 } else { 0.0 };
    let half = |end: &End| LEADING * float(end.lines.len()) / 2.0 + gap;
    let mut lowest = plot.top - 8.0;
    for (y, _, end) in &mut places {
        *y = y.max(lowest + half(end));
        lowest = *y + half(end);
    }
    let mut highest = plot.top + plot.height + 5.0;
    for (y, _, end) in places.iter_mut().rev() {
        *y = y.min(highest - half(end));
        highest = *y - half(end);
    }
    let alone = data.rows.len() == 1;
    for (y, point, end) in places {
        if !alone {
            picture.line(Ink::Leader(end.series), (x + key::DOT + 2.0, point), (x + LEAD - 3.0, y));
        }
        let upper = y - half(&end) + gap;
        for (line, text) in end.lines.into_iter().enumerate() {
            let baseline = upper + LEADING * (float(line) + 0.5) + FONT_SIZE * 0.36;
            picture.words.push(Word::ink(x + if alone { 8.0 } else { LEAD }, baseline, text));
        }
    }
}
