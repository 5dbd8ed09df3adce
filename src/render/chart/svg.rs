//! What a chart is made of, and how it is written: few bytes, no styles, everything with a class and a fall-back.

use std::fmt::Write as _;

use super::WIDTH;
use super::engine::{FONT_SIZE, text_width};
use crate::render::escape::escape;

/// What a shape is painted with. Numbers are series, counted from 0; `true` marks figures that may still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// Grid lines.
    Grid,
    /// A column or bar.
    Fill(u8, bool),
    /// A shape of which only the outline counts: a whole with its part inside, a plan.
    Outline(u8),
    /// The strokes across a provisional column.
    Hatch(u8),
    /// A line.
    Line(u8, bool),
    /// The marker of a point on a line.
    Dot(u8, bool),
    /// The thin line from the end of a line to its name.
    Leader(u8),
    /// What keeps a rule apart from the column behind it.
    Halo,
    /// A thin dark line: whiskers, and what leads from a word to its column.
    Rule,
    /// The line from which on something is counted in another way, and that of the as-of date.
    Cut,
    /// A faint dashed line to compare with.
    Behind,
    /// A day on which something took place, by level from 1.
    Heat(u32),
    /// Days on which nothing took place: a row of specks.
    Specks,
    /// Sample of a provisional shape, in the key.
    Sample,
    /// The zero line and frames.
    Axis,
}

/// From one day to the next in a row of [`Ink::Specks`].
pub const PITCH: f64 = 12.0;

/// A shape, in the chart's units.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Left, top, width, height.
    Box(f64, f64, f64, f64),
    /// Open, through the points.
    Line(Vec<(f64, f64)>),
    /// Closed, through the points.
    Area(Vec<(f64, f64)>),
    /// Centre and radius.
    Circle(f64, f64, f64),
}

/// A shape in its paint.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub ink: Ink,
    pub shape: Shape,
}

/// Least distance between two texts in a row.
const BESIDE: f64 = 3.0;

/// A text at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    class: &'static str,
    anchor: &'static str,
    x: f64,
    y: f64,
    text: String,
}

impl Word {
    /// A text to be read, starting at `x`, standing on `y`.
    pub fn ink(x: f64, y: f64, text: impl Into<String>) -> Self {
        Self { class: "ink", anchor: "start", x, y, text: text.into() }
    }

    /// A text in the background.
    pub fn muted(x: f64, y: f64, text: impl Into<String>) -> Self {
        Self { class: "muted", ..Self::ink(x, y, text) }
    }

    /// The same with its middle at `x`.
    pub fn centred(self) -> Self {
        Self { anchor: "middle", ..self }
    }

    /// The same ending at `x`.
    pub fn ending(self) -> Self {
        Self { anchor: "end", ..self }
    }

    /// The ends of the text, left and right.
    pub fn ends(&self) -> (f64, f64) {
        let width = text_width(&self.text);
        let left = match self.anchor {
            "middle" => self.x - width / 2.0,
            "end" => self.x - width,
            _ => self.x,
        };
        (left, left + width)
    }

    /// Upper and lower end of its letters.
    pub fn height(&self) -> (f64, f64) {
        (self.y - FONT_SIZE * 0.86, self.y + FONT_SIZE * 0.14)
    }

    /// Whether two texts touch, or stand so close that they read as one.
    pub fn touches(&self, other: &Self) -> bool {
        self.meets(other, BESIDE)
    }

    /// Whether two texts lie over each other.
    #[cfg(test)]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.meets(other, -0.1)
    }

    fn meets(&self, other: &Self, apart: f64) -> bool {
        let meet = |a: (f64, f64), b: (f64, f64), apart: f64| a.0 - apart < b.1 && b.0 < a.1 + apart;
        meet(self.ends(), other.ends(), apart) && meet(self.height(), other.height(), -0.1)
    }
}

/// A chart, laid out.
pub struct Picture {
    pub height: f64,
    /// In the order in which they are painted.
    pub marks: Vec<Mark>,
    pub words: Vec<Word>,
}

impl Picture {
    /// A picture with nothing on it.
    pub fn new() -> Self {
        Self { height: 0.0, marks: Vec::new(), words: Vec::new() }
    }

    /// Draws a shape.
    pub fn draw(&mut self, ink: Ink, shape: Shape) {
        self.marks.push(Mark { ink, shape });
    }

    /// Draws a line.
    pub fn line(&mut self, ink: Ink, from: (f64, f64), to: (f64, f64)) {
        self.draw(ink, Shape::Line(vec![from, to]));
    }

    /// Writes a text that can be done without: only where it lies on the canvas and touches no other.
    pub fn say(&mut self, word: Word) -> bool {
        let (left, right) = word.ends();
        let fits = left >= 0.0 && right <= WIDTH && !self.words.iter().any(|other| other.touches(&word));
        if fits {
            self.words.push(word);
        }
        fits
    }

    /// Writes the shapes, neighbours of one ink as one element, then the texts.
    pub fn write(&self, out: &mut String) {
        for group in self.marks.chunk_by(|a, b| a.ink == b.ink) {
            let Some(first) = group.first() else { continue };
            let _ = write!(out, "<g {}>", paint(first.ink));
            write_shapes(group, out);
            out.push_str("</g>");
        }
        let mut words: Vec<&Word> = self.words.iter().collect();
        words.sort_by_key(|word| (word.class, word.anchor));
        for group in words.chunk_by(|a, b| a.class == b.class && a.anchor == b.anchor) {
            let Some(first) = group.first() else { continue };
            let fill = if first.class == "ink" { "#1f2933" } else { "#52606d" };
            let _ = write!(out, "<g class=\"{}\" fill=\"{fill}\"", first.class);
            if first.anchor != "start" {
                let _ = write!(out, " text-anchor=\"{}\"", first.anchor);
            }
            out.push('>');
            for word in group {
                let _ = write!(out, "<text x=\"{}\" y=\"{}\">{}</text>", num(word.x), num(word.y), escape(&word.text));
            }
            out.push_str("</g>");
        }
    }
}

/// Class and fall-back of an ink. The colours go by lightness (L* 41, 60, 21, 47), each at least 3:1 on white.
fn paint(ink: Ink) -> String {
    let colour = |series: u8| match series {
        0 => "#0b6e4f",
        1 => "#c98200",
        2 => "#2d2a6e",
        _ => "#b5477c",
    };
    // What tells lines apart without colour.
    let dashes = |series: u8| match series {
        0 => "",
        1 => " stroke-dasharray=\"7 3\"",
        2 => " stroke-dasharray=\"2 2.5\"",
        _ => " stroke-dasharray=\"9 3 2 3\"",
    };
    let stroke = |class: &str, colour: &str, width: &str| {
        format!("class=\"{class}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"")
    };
    match ink {
        Ink::Grid => "class=\"grid\" fill=\"none\" stroke=\"#e1e5e8\"".to_owned(),
        Ink::Axis => "class=\"axis\" fill=\"none\" stroke=\"#7b8794\"".to_owned(),
        Ink::Sample => "class=\"axis p\" fill=\"none\" stroke=\"#7b8794\"".to_owned(),
        Ink::Specks => {
            let gap = PITCH - 2.0;
            format!("{} stroke-dasharray=\"2 {}\"", stroke("axis", "#7b8794", "1"), num(gap))
        }
        Ink::Halo => stroke("halo", "#fff", "4"),
        Ink::Rule => stroke("rule", "#1f2933", "1.2"),
        Ink::Cut => format!("{} stroke-dasharray=\"3 2\"", stroke("rule", "#1f2933", "1")),
        Ink::Behind => format!("{} stroke-dasharray=\"2 2\"", stroke("axis", "#7b8794", "1.2")),
        Ink::Fill(n, false) | Ink::Dot(n, false) => format!("class=\"c{}\" fill=\"{}\"", n + 1, colour(n)),
        Ink::Fill(n, true) => format!("class=\"paper l{} p\" fill=\"#fff\" stroke=\"{}\"", n + 1, colour(n)),
        Ink::Outline(n) => {
            format!("class=\"paper l{}\" fill=\"#fff\" stroke=\"{}\" stroke-width=\"1.2\"", n + 1, colour(n))
        }
        Ink::Hatch(n) => stroke(&format!("l{}", n + 1), colour(n), "1.2"),
        // The last level is the ink itself; on paper of any colour the others are as much lighter.
        Ink::Heat(level) => format!(
            "class=\"c1 l1\" fill=\"{0}\" stroke=\"{0}\"{1}",
            colour(0),
            match level {
                1 => " fill-opacity=\".12\"",
                2 => " fill-opacity=\".5\"",
                _ => "",
            }
        ),
        Ink::Line(n, provisional) => format!(
            "class=\"l{}{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{}",
            n + 1,
            if provisional { " p" } else { "" },
            colour(n),
            if provisional { "1" } else { "2.2" },
            dashes(n),
        ),
        Ink::Leader(n) => format!("class=\"l{}\" fill=\"none\" stroke=\"{}\"", n + 1, colour(n)),
        Ink::Dot(n, true) => {
            format!("class=\"paper l{} p\" fill=\"#fff\" stroke=\"{}\" stroke-width=\"1.5\"", n + 1, colour(n))
        }
    }
}

fn write_shapes(marks: &[Mark], out: &mut String) {
    let mut pen = Pen::default();
    for mark in marks {
        match &mark.shape {
            Shape::Circle(x, y, r) => {
                let _ = write!(out, "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>", num(*x), num(*y), num(*r));
            }
            Shape::Box(x, y, width, height) => {
                pen.go(&[(*x, *y), (x + width, *y), (x + width, y + height), (*x, y + height)]);
                pen.close();
            }
            Shape::Line(points) => pen.go(points),
            Shape::Area(points) => {
                pen.go(points);
                pen.close();
            }
        }
    }
    if !pen.path.is_empty() {
        let _ = write!(out, "<path d=\"{}\"/>", pen.path);
    }
}

/// Writes the data of a path in as few letters as it takes: whole tenths of a unit, each step from where the last one ended.
#[derive(Default)]
struct Pen {
    path: String,
    /// Where it is, and where the present line began, in tenths; nowhere at first.
    at: Option<(i64, i64)>,
    start: Option<(i64, i64)>,
}

impl Pen {
    fn go(&mut self, points: &[(f64, f64)]) {
        for (i, &(x, y)) in points.iter().enumerate() {
            let to = (tenths(x), tenths(y));
            match self.at {
                None => self.step("M", to),
                Some((x, y)) if i == 0 => self.step("m", (to.0 - x, to.1 - y)),
                Some((x, y)) => match (to.0 - x, to.1 - y) {
                    (dx, 0) => self.length('h', dx),
                    (0, dy) => self.length('v', dy),
                    by => self.step("l", by),
                },
            }
            self.at = Some(to);
            if i == 0 {
                self.start = Some(to);
            }
        }
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.start;
    }

    fn step(&mut self, how: &str, (x, y): (i64, i64)) {
        let (x, y) = (decimal(x), decimal(y));
        let between = if y.starts_with('-') { "" } else { " " };
        let _ = write!(self.path, "{how}{x}{between}{y}");
    }

    fn length(&mut self, how: char, by: i64) {
        let _ = write!(self.path, "{how}{}", decimal(by));
    }
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates lie within some thousand units")]
fn tenths(value: f64) -> i64 {
    if value.is_finite() { (value * 10.0).round() as i64 } else { 0 }
}

fn decimal(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (0, tenth) => format!("{sign}.{tenth}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

/// A coordinate with at most one decimal: a tenth of a unit is less than a pixel of any screen.
pub fn num(value: f64) -> String {
    decimal(tenths(value))
}
