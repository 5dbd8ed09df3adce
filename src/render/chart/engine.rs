//! The only file that knows charts-rs: it measures our texts and computes the shapes of the plot.
//!
//! What charts-rs cannot do stays outside: labels with a text of their own (it prints the value, rounded to one decimal, so
//! 99.96 becomes 100), names cut at a width, a class instead of a colour, names at the ends of lines. So it draws the plot
//! without axes and words, each kind of shape in a colour that only says what it is; we read the shapes back and paint them.

use std::sync::OnceLock;

use charts_rs::{
    BarChart, Box as Edges, ChartBase, Color, HorizontalBarChart, LineChart, Series, Symbol, YAxisConfig, add_fonts,
    measure_text_width_family,
};

use super::data::float;
use super::read;
use super::svg::{Ink, Mark};
use crate::diag::Problem;
use crate::diag::rules::theme::CHART_ENGINE;
use crate::text::width::width;

/// The font stack of the charts, and the name of the stub font that stands for it.
pub const FAMILY: &str = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";
/// Size of every text, in the chart's units.
pub const FONT_SIZE: f64 = 13.5;
/// Size at which is measured: charts-rs rounds each letter to a whole unit, so letters must be large.
const MEASURED: f32 = 1000.0;
/// Boxes instead of letters, with the widths of Noto Sans CJK SC.
const METRICS: &[u8] = include_bytes!("metrics.ttf");

/// Width of a text in the chart's units.
pub fn text_width(text: &str) -> f64 {
    static REGISTERED: OnceLock<bool> = OnceLock::new();
    let measured = if *REGISTERED.get_or_init(|| add_fonts(&[METRICS]).is_ok()) {
        measure_text_width_family(FAMILY, MEASURED, text)
            .ok()
            .map(|edges| f64::from(edges.width() / MEASURED) * FONT_SIZE)
    } else {
        None
    };
    // A terminal column is about half an em.
    measured.filter(|width| width.is_finite()).unwrap_or_else(|| float(width(text)) * FONT_SIZE / 2.0)
}

/// The text cut to a width, with an ellipsis where something is missing.
pub fn fitted(text: &str, most: f64) -> String {
    /// Longer than any canvas.
    const LONGEST: usize = 80;
    let mut kept: Vec<char> = text.chars().take(LONGEST).collect();
    if kept.len() == text.chars().count() && text_width(text) <= most {
        return text.to_owned();
    }
    while !kept.is_empty() {
        kept.pop();
        let candidate = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if text_width(&candidate) <= most {
            return candidate;
        }
    }
    "…".to_owned()
}

/// How the plot is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Columns,
    Lines,
    Bars,
}

/// A rectangle on the canvas.
#[derive(Debug, Clone, Copy)]
pub struct Plot {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A plot to be drawn.
pub struct Sketch {
    pub kind: Kind,
    pub plot: Plot,
    /// Grid steps of the value axis.
    pub steps: usize,
    /// Number of positions; positive.
    pub count: usize,
    /// How much larger than the canvas charts-rs works; its gaps between bars are fixed, so this decides how wide they come out.
    pub zoom: f64,
    /// A row of shares of the value axis (0–1) for each series.
    pub rows: Vec<Vec<Option<f64>>>,
    pub provisional: Vec<bool>,
}

/// The shapes of a plot: grid, then series.
pub fn shapes(sketch: &Sketch) -> Result<Vec<Mark>, Problem> {
    let labels = vec![String::new(); sketch.count];
    let drawn = match sketch.kind {
        Kind::Lines => {
            let (lines, colours) = lines(sketch).into_iter().unzip();
            let mut chart = LineChart::new(lines, labels);
            prepare(&mut chart.base, sketch);
            chart.base.series.colors = colours;
            chart.y_axis_configs = value_axis(sketch);
            chart.svg()
        }
        Kind::Bars => {
            let mut chart = HorizontalBarChart::new(bars(sketch), labels);
            prepare(&mut chart.base, sketch);
            chart.y_axis_configs = value_axis(sketch);
            chart.svg()
        }
        Kind::Columns => {
            let mut chart = BarChart::new(bars(sketch), labels);
            prepare(&mut chart.base, sketch);
            chart.y_axis_configs = value_axis(sketch);
            chart.svg()
        }
    };
    let drawn = drawn.map_err(|error| Problem::new(&CHART_ENGINE).with("reason", error))?;
    Ok(read::shapes(&drawn, sketch.zoom))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "coordinates and shares are small; a rounded one is good enough to draw"
)]
fn single(value: f64) -> f32 {
    value as f32
}

/// Everything off but the plot, which then lies exactly where we say.
fn prepare(base: &mut ChartBase, sketch: &Sketch) {
    let Plot { left, top, width, height } = sketch.plot;
    base.width = single((left + width) * sketch.zoom);
    base.height = single((top + height) * sketch.zoom);
    base.margin = Edges { left: single(left * sketch.zoom), top: single(top * sketch.zoom), ..Edges::default() };
    base.background_color = Color::transparent();
    base.y_axis_hidden = true;
    base.x_axis.hidden = true;
    base.legend.show = Some(false);
    base.grid.stroke_color = code(Ink::Grid);
    base.series.smooth = false;
    base.series.fill = false;
}

fn value_axis(sketch: &Sketch) -> Vec<YAxisConfig> {
    vec![YAxisConfig { min: Some(0.0), max: Some(1.0), split_number: sketch.steps, ..YAxisConfig::default() }]
}

fn numbered(rows: &[Vec<Option<f64>>]) -> impl Iterator<Item = (u8, &Vec<Option<f64>>)> {
    (0u8..).zip(rows)
}

fn bars(sketch: &Sketch) -> Vec<Series> {
    // charts-rs lists lying bars from the bottom up, and the series within one from the top down.
    let turned = |row: Vec<Option<Color>>| -> Vec<Option<Color>> {
        if sketch.kind == Kind::Bars { row.into_iter().rev().collect() } else { row }
    };
    numbered(&sketch.rows)
        .map(|(n, row)| {
            let mut data: Vec<Option<f32>> = row.iter().map(|share| share.map(single)).collect();
            if sketch.kind == Kind::Bars {
                data.reverse();
            }
            let mut series = Series::new_nullable(String::new(), data);
            series.colors = Some(turned(
                sketch.provisional.iter().map(|&provisional| Some(code(Ink::Fill(n, provisional)))).collect(),
            ));
            series
        })
        .collect()
}

/// Two lines a series: the thin one to and between provisional points first, then the settled one over it.
fn lines(sketch: &Sketch) -> Vec<(Series, Color)> {
    let may_change = |i: usize| sketch.provisional.get(i).copied().unwrap_or(false);
    let touches = |i: usize| may_change(i) || may_change(i + 1) || i.checked_sub(1).is_some_and(may_change);
    let mut lines = Vec::new();
    for (n, row) in numbered(&sketch.rows) {
        for provisional in [true, false] {
            let data: Vec<Option<f32>> = row
                .iter()
                .enumerate()
                .map(|(i, share)| share.filter(|_| if provisional { touches(i) } else { !may_change(i) }).map(single))
                .collect();
            if data.iter().all(Option::is_none) {
                continue;
            }
            let mut line = Series::new_nullable(String::new(), data);
            line.symbol = Some(Symbol::None);
            lines.push((line, code(Ink::Line(n, provisional))));
        }
    }
    lines
}

/// The colour that says what a shape is: the kind in green, the series in blue.
fn code(ink: Ink) -> Color {
    let (g, b) = match ink {
        Ink::Grid => (0, 0),
        Ink::Fill(n, provisional) => (1 + u8::from(provisional), n),
        Ink::Line(n, provisional) => (3 + u8::from(provisional), n),
        _ => (255, 0),
    };
    Color { r: 1, g, b, a: 255 }
}

/// The ink behind a colour such as `#010203`.
pub(super) fn decode(colour: &str) -> Option<Ink> {
    let digits = colour.strip_prefix("#01")?;
    let kind = u8::from_str_radix(digits.get(..2)?, 16).ok()?;
    let n = u8::from_str_radix(digits.get(2..)?, 16).ok()?;
    Some(match kind {
        0 => Ink::Grid,
        1 | 2 => Ink::Fill(n, kind == 2),
        3 | 4 => Ink::Line(n, kind == 4),
        _ => return None,
    })
}
