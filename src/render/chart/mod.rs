//! Takes: a [`Chart`]: series, scale, labels, words.
//! Gives: one inline `<svg>` element that a screen reader, a grey printer and a small phone can all use.
//! Promises: same chart, same bytes; no script, no style, no request; no value is printed that the chart did not bring.
//! Never: counts, rounds a value's text, or decides what is shown.
//! Start reading at: [`svg`], then `upright` and `bars` for the layout, `engine` for charts-rs.
//!
//! # What the style sheet can rely on
//!
//! Everything has a plain presentation attribute, so the chart is right without any style sheet; a style sheet overrides
//! them by class. The element is `svg.chart` plus one of `.columns`, `.lines`, `.bars`, and `.empty` without data.
//! It has a `viewBox` 400 wide and neither `width` nor `height`: give it `width:100%;height:auto` and a `max-width` (40rem reads well).
//!
//! | class | on | property | meant for | fall-back |
//! |---|---|---|---|---|
//! | `c1` … `c4` | columns, bars, markers | `fill` | `--chart-1` … `--chart-4` | `#0b6e4f` `#c98200` `#2d2a6e` `#b5477c` |
//! | `l1` … `l4` | lines, what leads to their names, outlines of provisional shapes | `stroke` | `--chart-1` … `--chart-4` | the same |
//! | `paper` | inside of provisional markers | `fill` | `--chart-paper`: the page behind the chart | `#fff` |
//! | `ink` | values, names of series and categories | `fill` | `--chart-ink` | `#1f2933` |
//! | `muted` | axis labels, notes | `fill` | `--chart-muted` | `#52606d` |
//! | `grid` | grid lines | `stroke` | `--chart-grid` | `#e1e5e8` |
//! | `axis` | the zero line, frame of an empty chart | `stroke` | `--chart-axis` | `#7b8794` |
//! | `p` | with `c` and `l`: figures that may still change | – | paler inside, dashed outline | – |
//!
//! So the whole of a dark mode is `.chart .c1{fill:var(--chart-1)}.chart .l1{stroke:var(--chart-1)}` … and the nine properties.

mod bars;
mod data;
mod engine;
mod key;
mod read;
mod svg;
mod upright;

use std::fmt::Write as _;

use crate::diag::Problem;
use crate::text::Lang;
use crate::view::chart::{Chart, Form};
use data::Data;
use svg::{Ink, Mark, Picture, Shape, Word, escape, num};

/// Width of every chart, in its own units. A phone shows it at about 358 px, where 13.5 units are 12 px.
const WIDTH: f64 = 400.0;

/// The chart as one `<svg>` element; `prefix` makes its ids unique on the page.
pub fn svg(chart: &Chart, lang: Lang, prefix: &str) -> Result<String, Problem> {
    let data = Data::of(chart)?;
    let picture = if data.is_empty() {
        nothing(lang)
    } else if chart.form == Form::Bars {
        bars::draw(&data, lang)?
    } else {
        upright::draw(&data, chart.form, lang)?
    };
    Ok(element(chart, &data, &picture, lang, prefix))
}

/// A frame that says that there is nothing to draw.
fn nothing(lang: Lang) -> Picture {
    const HEIGHT: f64 = 120.0;
    Picture {
        height: HEIGHT,
        marks: vec![Mark {
            ink: Ink::Axis,
            shape: Shape::Line(vec![(0.5, 0.5), (399.5, 0.5), (399.5, 119.5), (0.5, 119.5), (0.5, 0.5)]),
        }],
        words: vec![Word::muted(WIDTH / 2.0, HEIGHT / 2.0 + 5.0, lang.pick("暂无数据", "No data")).centred()],
    }
}

fn element(chart: &Chart, data: &Data, picture: &Picture, lang: Lang, prefix: &str) -> String {
    let id = identifier(prefix);
    let form = match chart.form {
        Form::Columns => "columns",
        Form::Lines => "lines",
        Form::Bars => "bars",
    };
    let title = [chart.title.trim(), chart.subtitle.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(lang.pick("，", ", "));
    let mut out = String::with_capacity(4096);
    // A reader's font may be wider than the one measured: letters may then leave the picture, but are not cut off.
    let _ = write!(
        out,
        "<svg class=\"chart {form}{empty}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" \
         font-family=\"{family}\" font-size=\"{size}\" overflow=\"visible\"><title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{desc}</desc>",
        empty = if data.is_empty() { " empty" } else { "" },
        width = num(WIDTH),
        height = num(picture.height),
        family = engine::FAMILY,
        size = num(engine::FONT_SIZE),
        title = escape(&title),
        desc = escape(&chart.sentence),
    );
    picture.write(&mut out);
    out.push_str("</svg>");
    out
}

/// The prefix as an id without blanks; distinct prefixes stay distinct.
fn identifier(prefix: &str) -> String {
    let mut id = String::with_capacity(prefix.len() + 1);
    for c in prefix.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            id.push(c);
        } else {
            let _ = write!(id, "_{:x}_", u32::from(c));
        }
    }
    if id.is_empty() { "chart".to_owned() } else { id }
}

#[cfg(test)]
mod tests;
