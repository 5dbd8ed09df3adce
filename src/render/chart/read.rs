//! Reads the shapes back out of the SVG that charts-rs wrote: paint is inherited from groups, everything else is geometry.

use super::engine::decode;
use super::svg::{Ink, Mark, Shape};

/// Paint of an element or a group.
#[derive(Clone, Copy, Default)]
struct Paint {
    fill: Option<Ink>,
    stroke: Option<Ink>,
}

/// The shapes in a known ink, in the order of painting, brought back from the zoom.
pub fn shapes(svg: &str, zoom: f64) -> Vec<Mark> {
    let mut groups = vec![Paint::default()];
    let mut marks = Vec::new();
    for tag in svg.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag) {
        if tag.starts_with('/') {
            if tag == "/g" {
                groups.pop();
            }
            continue;
        }
        let inherited = groups.last().copied().unwrap_or_default();
        let paint = Paint {
            fill: attribute(tag, "fill").map_or(inherited.fill, decode),
            stroke: attribute(tag, "stroke").map_or(inherited.stroke, decode),
        };
        if tag == "g" || tag.starts_with("g ") {
            groups.push(paint);
        } else if let (Some(ink), Some(shape)) = (paint.fill.or(paint.stroke), shape(tag, zoom)) {
            marks.push(Mark { ink, shape });
        }
    }
    marks
}

fn shape(tag: &str, zoom: f64) -> Option<Shape> {
    let name = tag.split([' ', '/']).next()?;
    let length = |attribute_name| Some(attribute(tag, attribute_name)?.parse::<f64>().ok()? / zoom);
    let points = |attribute_name| {
        let numbers: Vec<f64> = attribute(tag, attribute_name)?
            .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter_map(|number| number.parse::<f64>().ok())
            .map(|number| number / zoom)
            .collect();
        Some(numbers.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?))).collect::<Vec<_>>())
    };
    Some(match name {
        "rect" => Shape::Box(length("x")?, length("y")?, length("width")?, length("height")?),
        "circle" => Shape::Circle(length("cx")?, length("cy")?, length("r")?),
        "line" => Shape::Line(vec![(length("x1")?, length("y1")?), (length("x2")?, length("y2")?)]),
        "polygon" => Shape::Area(points("points")?),
        "polyline" => Shape::Line(points("points")?),
        "path" if attribute(tag, "d")?.trim_end().ends_with(['Z', 'z']) => Shape::Area(points("d")?),
        "path" => Shape::Line(points("d")?),
        _ => return None,
    })
}

/// The value of an attribute; values are quoted and hold no quotes.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, tail) = after.split_once('"')?;
        if before.rsplit(' ').next() == Some(name) {
            return Some(value);
        }
        rest = tail;
    }
    None
}
