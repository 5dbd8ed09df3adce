//! What a chart says: series, scale, ticks, and the table beside it. How it is drawn is `render`'s business.

use serde::Serialize;

/// The shapes we draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Upright columns over time, series side by side.
    Columns,
    /// Upright columns over time, series on top of each other.
    Stacked,
    /// Lines over time.
    Lines,
    /// Lying bars, one a category, in the order given (first on top).
    Bars,
}

/// A row of values under one name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    /// What it is; printed beside the line or in the key.
    pub name: String,
    /// One value a label; `None` where there is nothing to show (drawn as a gap, never as zero).
    pub values: Vec<Option<f64>>,
    /// The values as they are printed, on the chart and in the table.
    pub texts: Vec<String>,
}

/// The value axis: from zero to `max`, with `steps` equal steps.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
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

    /// A scale for counts whose largest value is `largest`: whole, round steps, and room for a label on top.
    #[must_use]
    pub fn counts(largest: f64) -> Self {
        const STEPS: usize = 4;
        let mut step = 1.0;
        loop {
            for factor in [1.0, 2.0, 2.5, 5.0] {
                let candidate: f64 = step * factor;
                let max = candidate * 4.0;
                if candidate.fract() == 0.0 && max >= largest * 1.08 {
                    return Self { max, steps: STEPS, percent: false };
                }
            }
            step *= 10.0;
            if !step.is_finite() {
                return Self { max: f64::from(u32::MAX), steps: STEPS, percent: false };
            }
        }
    }
}

/// A chart with its words and its table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// Id, unique on its page; also the name by which prose can show it, such as `issues.received`.
    pub id: String,
    /// What is counted.
    pub title: String,
    /// Unit, place and period.
    pub subtitle: String,
    /// The chart in a sentence: range, latest value, trend.
    pub sentence: String,
    /// Unit of the values.
    pub unit: String,
    /// Shape.
    pub form: Form,
    /// Value axis.
    pub scale: Scale,
    /// Head of the first column of the table (`月份`, `类别`).
    pub label_head: String,
    /// One label a position, short enough for the axis.
    pub labels: Vec<String>,
    /// The same labels in full, for the table.
    pub full_labels: Vec<String>,
    /// Positions whose figures may still change; marked `[p]` in the table.
    pub provisional: Vec<bool>,
    /// At most four series.
    pub series: Vec<Series>,
    /// Day up to which the data goes, in words.
    pub as_of: String,
    /// Address of the definition, from the page.
    pub definition: String,
    /// The table under the chart, ready to print: a row a label, a cell a series, then further columns.
    pub table: Table,
}

/// A table with its heads.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Table {
    /// Heads of the columns; the first is that of the row heads.
    pub heads: Vec<String>,
    /// Rows: row head, then cells.
    pub rows: Vec<Vec<String>>,
}

impl Chart {
    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| series.values.iter().all(Option::is_none))
    }
}
