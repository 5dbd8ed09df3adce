//! Takes: a [`Chart`]: series, scale, labels, words.
//! Gives: one inline `<svg>` element that a screen reader, a grey printer and a small phone can all use.
//! Promises: same chart, same bytes; no script, no style, no request; no value is printed that the chart did not bring.
//! Never: counts, rounds a value's text, or decides what is shown.
//! Start reading at: [`svg`], then `upright` and `bars` for the layout, `engine` for charts-rs.
//!
//! # What the style sheet can rely on
//!
//! Everything has a plain presentation attribute, so the chart is right without any style sheet; a style sheet overrides
//! them by class. The element is `svg.chart` plus one of `.columns`, `.lines`, `.bars`, `.parts`, `.heat`, `.time`, `.panels`,
//! and `.empty` without data. It has a `viewBox` 360 wide and neither `width` nor `height`: give it `width:100%;height:auto`,
//! a `max-width` (25rem reads well), and at least 320 px on a phone: there 13.5 units are 12 px.
//!
//! | class | on | property | meant for | fall-back |
//! |---|---|---|---|---|
//! | `c1` … `c4` | columns, bars, markers, days | `fill` | `--chart-1` … `--chart-4` | `#0b6e4f` `#c98200` `#2d2a6e` `#b5477c` |
//! | `l1` … `l4` | lines, what leads to their names, outlines, hatching | `stroke` | `--chart-1` … `--chart-4` | the same |
//! | `paper` | inside of outlines and hollow markers | `fill` | `--chart-paper`: the page behind the chart | `#fff` |
//! | `halo` | what keeps a whisker apart from its column | `stroke` | `--chart-paper` | `#fff` |
//! | `ink` | values, names of series and categories | `fill` | `--chart-ink` | `#1f2933` |
//! | `rule` | whiskers, breaks, the as-of date | `stroke` | `--chart-ink` | `#1f2933` |
//! | `muted` | axis labels, notes | `fill` | `--chart-muted` | `#52606d` |
//! | `grid` | grid lines, days without anything | `stroke` | `--chart-grid` | `#e1e5e8` |
//! | `axis` | the zero line, what is compared with, frame of an empty chart | `stroke` | `--chart-axis` | `#7b8794` |
//! | `p` | with `paper` and `l`: figures that may still change | – | hatched, hollow, thin | – |
//!
//! So the whole of a dark mode is `.chart .c1{fill:var(--chart-1)}.chart .l1{stroke:var(--chart-1)}` … and the nine properties.
//! A sparkline is `svg.spark`, 6 wide a month and 20 high, with an `l1`; it stands in a `.trend` (`position:relative`) with a text
//! that is heard and not seen (`.vh`).

mod bars;
mod data;
mod ends;
mod engine;
mod flags;
mod heat;
mod key;
mod panels;
mod read;
pub mod spark;
mod svg;
mod time;
mod upright;

use std::fmt::Write as _;

use super::escape::escape;
use crate::diag::Problem;
use crate::text::Lang;
use crate::view::chart::{Chart, Drawing, Form};
use data::Data;
use svg::{Ink, Picture, Shape, Word, num};

/// Width of every chart, in its own units. In its card a phone shows it at about 324 px, where 13.5 units are 12 px.
const WIDTH: f64 = 360.0;

/// The chart as one `<svg>` element; `prefix` makes its ids unique on the page.
pub fn svg(chart: &Chart, lang: Lang, prefix: &str) -> Result<String, Problem> {
    let (class, picture) = picture(chart, lang)?;
    Ok(element(chart, class, &picture, lang, prefix))
}

/// The chart laid out, with its class.
fn picture(chart: &Chart, lang: Lang) -> Result<(&'static str, Picture), Problem> {
    Ok(match &chart.drawing {
        Drawing::Plot(plot) => {
            let mut data = Data::of(plot, &chart.title)?;
            match plot.form {
                _ if data.is_empty() => ("empty", nothing(lang)),
                Form::Columns => ("columns", upright::draw(&mut data, false, lang)?),
                Form::Lines => ("lines", upright::draw(&mut data, true, lang)?),
                Form::Bars => ("bars", bars::draw(&mut data, false, lang)?),
                Form::Parts => ("parts", bars::draw(&mut data, true, lang)?),
            }
        }
        _ if chart.is_empty() => ("empty", nothing(lang)),
        Drawing::HeatMap(map) => ("heat", heat::draw(map)),
        Drawing::Timeline(line) => ("time", time::draw(line, lang)),
        Drawing::Panels(panels) => ("panels", panels::draw(panels, lang)),
    })
}

/// A frame that says that there is nothing to draw.
fn nothing(lang: Lang) -> Picture {
    const HEIGHT: f64 = 120.0;
    let (right, bottom) = (WIDTH - 0.5, HEIGHT - 0.5);
    let mut picture = Picture::new();
    picture.draw(Ink::Axis, Shape::Area(vec![(0.5, 0.5), (right, 0.5), (right, bottom), (0.5, bottom)]));
    picture.words.push(Word::muted(WIDTH / 2.0, HEIGHT / 2.0 + 5.0, lang.pick("暂无数据", "No data")).centred());
    picture.height = HEIGHT;
    picture
}

/// What sort of drawing it is. What it says is not repeated here: the sentence and the table stand beside it for everybody, and
/// whoever listens would hear them twice.
fn description(class: &str, lang: Lang) -> &'static str {
    match class {
        "columns" => lang.pick(
            "柱状图，内容见图下的说明和数据表",
            "Column chart; the sentence and the table below it tell the same",
        ),
        "lines" => lang
            .pick("折线图，内容见图下的说明和数据表", "Line chart; the sentence and the table below it tell the same"),
        "bars" | "parts" => lang
            .pick("条形图，内容见图下的说明和数据表", "Bar chart; the sentence and the table below it tell the same"),
        "heat" => lang.pick(
            "日历热力图，内容见图下的说明和数据表",
            "Calendar; the sentence and the table below it tell the same",
        ),
        "time" => lang
            .pick("时间线，内容见图下的说明和数据表", "Time line; the sentence and the table below it tell the same"),
        "panels" => lang.pick(
            "同尺度的一组小图，内容见图下的说明和数据表",
            "Small charts on one scale; the sentence and the table below tell the same",
        ),
        _ => lang.pick("暂无数据", "No data"),
    }
}

fn element(chart: &Chart, class: &str, picture: &Picture, lang: Lang, prefix: &str) -> String {
    let id = identifier(prefix);
    let mut out = String::with_capacity(4096);
    // A reader's font may be wider than the one measured: letters may then leave the picture, but are not cut off.
    let _ = write!(
        out,
        "<svg class=\"chart {class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" \
         font-size=\"{size}\" overflow=\"visible\"><title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{desc}</desc>",
        width = num(WIDTH),
        height = num(picture.height),
        size = num(engine::FONT_SIZE),
        title = escape(chart.title.trim()),
        desc = description(class, lang),
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
