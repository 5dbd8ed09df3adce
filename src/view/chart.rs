//! What a chart says: series, scale, ticks, and the table beside it. How it is drawn is `render`'s business.

use schemars::JsonSchema;
use serde::Serialize;

use super::heat_map::HeatMap;
use super::multiples::Panels;
use super::shell::{Link, Shell};
use super::timeline::Timeline;

/// What is drawn: one of the kinds of charts.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// Values on an axis.
    Plot(Plot),
    /// Days in weeks, the darker the more.
    HeatMap(HeatMap),
    /// What was planned against what happened.
    Timeline(Timeline),
    /// The same small chart for each of several subjects.
    Panels(Panels),
}

/// Values on an axis: series, each with a value at every position.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plot {
    /// Shape.
    pub form: Form,
    /// Value axis.
    pub scale: Scale,
    /// One label a position, short enough for the axis.
    pub labels: Vec<String>,
    /// What begins at a position: years above their months.
    pub groups: Vec<(usize, String)>,
    /// Positions whose figures may still change.
    pub provisional: Vec<bool>,
    /// Positions from which on it is counted in another way; marked `[b]`.
    pub breaks: Vec<usize>,
    /// At most four series.
    pub series: Vec<Series>,
    /// Whether the last position gathers all that are not named.
    pub gathered: bool,
    /// Words that point at a position: where the median lies.
    pub flags: Vec<(usize, String)>,
}

/// The shapes of plots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// Upright columns over time, series side by side.
    #[default]
    Columns,
    /// Lines over time.
    Lines,
    /// Lying bars, one a category, in the order given (first on top).
    Bars,
    /// Lying bars of which the second series is a part of the first, drawn inside it.
    Parts,
}

/// A row of values under one name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// What it is; printed beside the line or in the key.
    pub name: String,
    /// One value a label; `None` where there is nothing to show (drawn as a gap, never as zero).
    pub values: Vec<Option<f64>>,
    /// The values as they are printed, on the chart and in the table.
    pub texts: Vec<String>,
    /// The interval of a value that rests on few records, drawn as a whisker; missing where there is none.
    pub intervals: Vec<Option<(f64, f64)>>,
    /// More words after the values of bars, such as shares; none, or one a value.
    pub notes: Vec<String>,
}

/// The value axis: from zero to `max`, with `steps` equal steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// Upper end; a round number.
    pub max: f64,
    /// Number of steps between zero and `max`; `max / steps` is a whole number for counts.
    pub steps: usize,
    /// Whether the values are percentages, 0–100.
    pub percent: bool,
}

impl Scale {
    /// 0 to 100 %.
    pub const PERCENT: Self = Self { max: 100.0, steps: 4, percent: true };

    /// A scale for counts whose largest value is `largest`: the closest one with three to five steps of 1, 2, 2.5 or 5 and
    /// noughts, whole ones, that leaves room for a label on top.
    #[must_use]
    pub fn counts(largest: f64) -> Self {
        const ROUND: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
        const HIGHEST: f64 = 1e15;
        let wanted = (largest * 1.06).clamp(1.0, HIGHEST);
        let mut size = 1.0;
        while size * 50.0 < wanted {
            size *= 10.0;
        }
        let candidates = [size, size * 10.0].into_iter().flat_map(|size| ROUND.map(|round| size * round));
        let scales = candidates.filter(|step| step.fract() == 0.0).flat_map(|step| {
            [(4_u8, 4), (5, 5), (3, 3)].map(|(factor, steps)| Self {
                max: step * f64::from(factor),
                steps,
                percent: false,
            })
        });
        scales.filter(|scale| scale.max >= wanted).min_by(|a, b| a.max.total_cmp(&b.max)).unwrap_or(Self {
            max: HIGHEST,
            steps: 4,
            percent: false,
        })
    }
}

impl Default for Scale {
    fn default() -> Self {
        Self::counts(0.0)
    }
}

/// A chart with its words and its table. Templates get the words, the table and the finished drawing; what only the drawing
/// needs stays here.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Chart {
    /// Id, unique on its page; also the name by which prose can show it, such as `issues.received`.
    pub id: String,
    /// What is counted.
    pub title: String,
    /// Unit, place and period.
    pub subtitle: String,
    /// The chart in a sentence: range, latest value, trend.
    pub sentence: String,
    /// What is drawn.
    #[serde(skip)]
    pub drawing: Drawing,
    /// Day up to which the data goes, in words.
    pub as_of: String,
    /// Address of the definition, from the root.
    pub definition: String,
    /// Address of the table of figures that holds its numbers, from the root.
    pub data: String,
    /// The table under the chart, ready to print: a row a label, a cell a series, then further columns.
    pub table: Table,
}

/// The template of a chart in prose; every other template is a page's, and named in the plan.
pub const IN_PROSE: &str = "chart.html";

/// A chart where the prose of a page calls it. `svg` holds the drawing.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ChartInProse<'a> {
    /// Frame of the page.
    pub shell: &'a Shell,
    /// The chart.
    pub chart: &'a Chart,
}

/// A table with its heads.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
pub struct Table {
    /// Heads of the columns, the first that of the row heads. A head with an address leads to the figures of its column
    /// with their parts.
    pub heads: Vec<Link>,
    /// Rows: row head, then cells.
    pub rows: Vec<Vec<String>>,
}

impl Chart {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.drawing {
            Drawing::Plot(plot) => plot.values().next().is_none(),
            Drawing::HeatMap(map) => map.blocks.is_empty(),
            Drawing::Timeline(line) => line.rows.is_empty(),
            Drawing::Panels(panels) => panels.rows.iter().flat_map(|row| &row.values).flatten().next().is_none(),
        }
    }

    /// Whether it draws nothing but zeros: a plot of what never happened.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        matches!(&self.drawing, Drawing::Plot(plot) if plot.values().all(|value| value <= 0.0))
    }
}

impl Plot {
    fn values(&self) -> impl Iterator<Item = f64> {
        self.series.iter().flat_map(|series| &series.values).flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Scale;

    #[test]
    fn counts_have_whole_round_steps_close_above_the_largest() {
        let of = |largest| {
            let scale = Scale::counts(largest);
            (scale.max, scale.steps)
        };
        assert_eq!(of(0.0), (3.0, 3));
        assert_eq!(of(3.0), (4.0, 4));
        assert_eq!(of(306.0), (400.0, 4));
        assert_eq!(of(380.0), (500.0, 5));
        assert_eq!(of(590.0), (750.0, 3));
        assert_eq!(of(1_284.0), (1_500.0, 3));
        assert!(of(1e300).0.is_finite());
    }
}
