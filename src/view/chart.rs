//! What a chart says: series, scale, ticks, and the table beside it. How it is drawn is `render`'s business.

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::Link;

/// The shapes we draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Upright columns over time, series side by side.
    Columns,
    /// Lines over time.
    Lines,
    /// Lying bars, one a category, in the order given (first on top).
    Bars,
}

/// A row of values under one name.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What it is; printed beside the line or in the key.
    pub name: String,
    /// One value a label; `None` where there is nothing to show (drawn as a gap, never as zero).
    pub values: Vec<Option<f64>>,
    /// The values as they are printed, on the chart and in the table.
    pub texts: Vec<String>,
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

    /// A scale for counts whose largest value is `largest`: the closest one with three to five whole, round steps that
    /// leaves room for a label on top.
    #[must_use]
    pub fn counts(largest: f64) -> Self {
        const ROUND: [f64; 8] = [1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5];
        const HIGHEST: f64 = 1e15;
        let wanted = (largest * 1.08).clamp(1.0, HIGHEST);
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
    /// Unit of the values.
    pub unit: String,
    /// Shape.
    #[serde(skip)]
    pub form: Form,
    /// Value axis.
    #[serde(skip)]
    pub scale: Scale,
    /// Head of the first column of the table (`月份`, `类别`).
    pub label_head: String,
    /// One label a position, short enough for the axis.
    #[serde(skip)]
    pub labels: Vec<String>,
    /// The same labels in full, for the table.
    #[serde(skip)]
    pub full_labels: Vec<String>,
    /// Positions whose figures may still change; marked `[p]` in the table.
    #[serde(skip)]
    pub provisional: Vec<bool>,
    /// At most four series.
    #[serde(skip)]
    pub series: Vec<Series>,
    /// Day up to which the data goes, in words.
    pub as_of: String,
    /// Address of the definition, from the root.
    pub definition: String,
    /// Address of the table of figures that holds its numbers, from the root.
    pub data: String,
    /// The table under the chart, ready to print: a row a label, a cell a series, then further columns.
    pub table: Table,
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
        self.series.iter().all(|series| series.values.iter().all(Option::is_none))
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
        assert_eq!(of(380.0), (450.0, 3));
        assert_eq!(of(1_284.0), (1_500.0, 5));
        assert!(of(1e300).0.is_finite());
    }
}
