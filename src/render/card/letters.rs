//! Words as shapes: the only file that names ttf-parser.
//!
//! Each letter is a sum of signed areas, an edge at a time; the running sum of a row is how far each pixel lies inside. Sums, products
//! and roundings are those of IEEE 754 and come in one order, so that every machine draws the same.

use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::canvas::{Canvas, Paint, whole};

/// Straight pieces that stand for a curve.
const PIECES: u8 = 8;

/// A font.
pub struct Letters<'a> {
    face: Face<'a>,
    units: f32,
}

impl<'a> Letters<'a> {
    /// The font in a file; `None` when it holds none.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let face = Face::parse(bytes, 0).ok()?;
        let units = f32::from(face.units_per_em());
        Some(Self { face, units })
    }

    /// Whether it has a letter.
    pub fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }

    /// How wide a line is.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|letter| self.advance(letter)).sum::<f32>() * size / self.units
    }

    fn advance(&self, letter: char) -> f32 {
        let glyph = self.face.glyph_index(letter);
        let advance = glyph.and_then(|glyph| self.face.glyph_hor_advance(glyph)).map(f32::from);
        // A letter that is missing leaves the room of a Chinese one.
        advance.unwrap_or(self.units)
    }

    /// Draws a line of words on its baseline, and gives where it ends.
    pub fn draw(&self, canvas: &mut Canvas, text: &str, (x, y): (f32, f32), size: f32, paint: Paint) -> f32 {
        let scale = size / self.units;
        let mut x = x;
        for letter in text.chars() {
            if let Some(glyph) = self.face.glyph_index(letter) {
                self.letter(canvas, glyph, (x, y), scale, paint);
            }
            x += self.advance(letter) * scale;
        }
        x
    }

    fn letter(&self, canvas: &mut Canvas, glyph: GlyphId, at: (f32, f32), scale: f32, paint: Paint) {
        let mut shape = Shape { at, scale, edges: Vec::new(), first: at, last: at };
        if self.face.outline_glyph(glyph, &mut shape).is_some() {
            fill(canvas, &shape.edges, paint);
        }
    }
}

type Point = (f32, f32);

/// The edges of a letter, in pixels.
struct Shape {
    at: Point,
    scale: f32,
    edges: Vec<(Point, Point)>,
    first: Point,
    last: Point,
}

impl Shape {
    /// A point of the font on the picture, whose y grows downwards.
    fn point(&self, x: f32, y: f32) -> Point {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }

    fn edge_to(&mut self, to: Point) {
        self.edges.push((self.last, to));
        self.last = to;
    }

    /// Straight pieces along a curve, from what it is at a part of its length.
    fn curve(&mut self, along: impl Fn(f32) -> Point) {
        for piece in 1..=PIECES {
            self.edge_to(along(f32::from(piece) / f32::from(PIECES)));
        }
    }
}

impl OutlineBuilder for Shape {
    fn move_to(&mut self, x: f32, y: f32) {
        self.first = self.point(x, y);
        self.last = self.first;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.edge_to(self.point(x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, bend, to) = (self.last, self.point(x1, y1), self.point(x, y));
        self.curve(|part| between(between(from, bend, part), between(bend, to, part), part));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (from, bend, next, to) = (self.last, self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.curve(|part| {
            let middle = between(bend, next, part);
            let (first, last) = (between(from, bend, part), between(next, to, part));
            between(between(first, middle, part), between(middle, last, part), part)
        });
    }

    fn close(&mut self) {
        self.edge_to(self.first);
    }
}

fn between(a: Point, b: Point, t: f32) -> Point {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

/// Fills what the edges enclose, as far as it lies on the picture: a damaged font can have letters of any size.
fn fill(canvas: &mut Canvas, edges: &[(Point, Point)], paint: Paint) {
    let points = || edges.iter().flat_map(|&(from, to)| [from, to]);
    let left = whole(points().map(|point| point.0).fold(f32::MAX, f32::min));
    let top = whole(points().map(|point| point.1).fold(f32::MAX, f32::min));
    let (width, height) = canvas.size();
    let right = (whole(points().map(|point| point.0).fold(0.0, f32::max)) + 2).min(width);
    let bottom = (whole(points().map(|point| point.1).fold(0.0, f32::max)) + 1).min(height);
    if right <= left || bottom <= top {
        return;
    }
    let (width, height) = (right - left, bottom - top);
    let mut areas = Areas { cells: vec![0.0; width * height], width, height };
    let (dx, dy) = (super::pixels(left), super::pixels(top));
    for &(from, to) in edges {
        areas.edge((from.0 - dx, from.1 - dy), (to.0 - dx, to.1 - dy));
    }
    for (row, cells) in areas.cells.chunks(areas.width).enumerate() {
        let mut inside = 0.0;
        for (column, area) in cells.iter().enumerate() {
            inside += area;
            canvas.put(left + column, top + row, f32::abs(inside).min(1.0), paint);
        }
    }
}

/// How much each pixel adds to the running sum of its row.
struct Areas {
    cells: Vec<f32>,
    width: usize,
    height: usize,
}

impl Areas {
    /// Adds an edge: in each row that it crosses, the area to its right.
    fn edge(&mut self, from: Point, to: Point) {
        let (sign, (x0, y0), (x1, y1)) = if from.1 < to.1 { (1.0, from, to) } else { (-1.0, to, from) };
        if y1 <= y0 {
            return;
        }
        let slope = (x1 - x0) / (y1 - y0);
        let mut x = x0;
        for row in whole(y0)..(whole(y1) + 1).min(self.height) {
            let (top, bottom) = (super::pixels(row).max(y0), super::pixels(row + 1).min(y1));
            if bottom <= top {
                continue;
            }
            let next = x + slope * (bottom - top);
            self.row(row, x.min(next), x.max(next), sign * (bottom - top));
            x = next;
        }
    }

    /// Adds a piece of an edge inside a row, `high` pixels tall, that leans from `left` to `right`.
    fn row(&mut self, row: usize, left: f32, right: f32, high: f32) {
        let (first, last) = (whole(left), whole(right));
        let lean = right - left;
        let mut before = 0.0;
        for column in first..(last + 1).min(self.width) {
            let (from, to) = (super::pixels(column).max(left), super::pixels(column + 1).min(right));
            // How much of the piece lies in this pixel, and how far to its right, on average, the inside begins.
            let part = if lean > 0.0 { (to - from).max(0.0) / lean } else { 1.0 };
            let gap = f32::midpoint(from, to) - super::pixels(column);
            let covered = high * part * (1.0 - gap);
            self.add(row, column, covered + before);
            before = high * part - covered;
        }
        self.add(row, last + 1, before);
    }

    fn add(&mut self, row: usize, column: usize, area: f32) {
        if column < self.width
            && let Some(cell) = self.cells.get_mut(row * self.width + column)
        {
            *cell += area;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::card::canvas::INK;

    #[test]
    fn a_letter_larger_than_the_picture_is_cut_at_its_edges() {
        let mut canvas = Canvas::new(40, 30);
        let (near, far) = (10.0, 60_000.0);
        let corners = [(near, near), (far, near), (far, far), (near, far), (near, near)];
        let edges: Vec<(Point, Point)> = corners.windows(2).map(|pair| (pair[0], pair[1])).collect();
        fill(&mut canvas, &edges, INK);
        let inked: usize = canvas.pixels().iter().map(|&pixel| usize::from(pixel == 15)).sum();
        assert_eq!(inked, 30 * 20);
    }
}
