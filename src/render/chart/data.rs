//! The chart's figures made fit to draw: one value a position, all finite, on a scale that holds them.

use crate::diag::Problem;
use crate::diag::rules::theme::{CHART_SERIES, CHART_TOO_LONG};
use crate::view::chart::{Plot, Scale};

/// Most positions that can be told apart in a chart.
pub const MAX_POSITIONS: usize = 400;
/// Most series, one a colour.
pub const MAX_SERIES: usize = 4;
/// Beyond this a number is no figure of a community, and not exact as a float either.
const ABSURD: f64 = 1e15;

/// What is drawn.
pub struct Data {
    /// One label a position.
    pub labels: Vec<String>,
    /// At least one, at most four.
    pub rows: Vec<Row>,
    /// Positions that may still change.
    pub provisional: Vec<bool>,
    /// What begins at a position.
    pub groups: Vec<(usize, String)>,
    /// Positions from which on it is counted in another way.
    pub breaks: Vec<usize>,
    /// Words that point at a position.
    pub flags: Vec<(usize, String)>,
    /// Upper end and steps, both positive.
    pub scale: Scale,
}

/// A series: as many values and texts as there are positions.
pub struct Row {
    pub name: String,
    pub values: Vec<Option<f64>>,
    pub texts: Vec<String>,
    /// What follows a text; as many.
    pub notes: Vec<String>,
    /// Low and high end of a value that rests on few records.
    pub intervals: Vec<Option<(f64, f64)>>,
}

impl Data {
    /// Refuses what cannot be told apart on paper.
    pub fn of(chart: &Plot, title: &str) -> Result<Self, Problem> {
        let longest = chart.series.iter().map(|series| series.values.len()).max().unwrap_or_default();
        let count = chart.labels.len().max(longest);
        if count > MAX_POSITIONS {
            return Err(Problem::new(&CHART_TOO_LONG)
                .with("chart", title)
                .with("count", count)
                .with("most", MAX_POSITIONS));
        }
        if chart.series.len() > MAX_SERIES {
            return Err(Problem::new(&CHART_SERIES)
                .with("chart", title)
                .with("count", chart.series.len())
                .with("most", MAX_SERIES));
        }
        let rows: Vec<Row> = chart
            .series
            .iter()
            .map(|series| Row {
                name: one_line(&series.name),
                values: (0..count).map(|i| series.values.get(i).copied().flatten().filter(drawable)).collect(),
                texts: (0..count).map(|i| text_at(&series.texts, i)).collect(),
                notes: (0..count).map(|i| text_at(&series.notes, i)).collect(),
                intervals: (0..count).map(|i| series.intervals.get(i).copied().flatten().filter(sound)).collect(),
            })
            .collect();
        Ok(Self {
            labels: (0..count).map(|i| text_at(&chart.labels, i)).collect(),
            groups: placed(&chart.groups, count),
            breaks: chart.breaks.iter().copied().filter(|&at| at < count).collect(),
            flags: placed(&chart.flags, count),
            provisional: (0..count).map(|i| chart.provisional.get(i).copied().unwrap_or(false)).collect(),
            scale: fitting(chart.scale, largest(&rows)),
            rows,
        })
    }

    /// Whether there is no value at all.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(|row| row.values.iter().all(Option::is_none))
    }

    /// Whether any figure that is drawn may still change.
    pub fn is_provisional(&self) -> bool {
        self.rows.iter().any(|row| {
            row.values.iter().zip(&self.provisional).any(|(value, provisional)| value.is_some() && *provisional)
        })
    }

    /// Whether any value has an interval.
    pub fn has_intervals(&self) -> bool {
        self.rows.iter().any(|row| row.intervals.iter().any(Option::is_some))
    }

    /// The largest value as the end of the scale: for what is labelled with its values and needs no axis.
    pub fn stretch(&mut self) {
        let largest = largest(&self.rows);
        if !self.scale.percent && largest > 0.0 {
            self.scale = Scale { max: largest, steps: 1, percent: false };
        }
    }

    /// Where a value lies between zero and the end of the scale, 0–1.
    pub fn share(&self, value: f64) -> f64 {
        (value / self.scale.max).clamp(0.0, 1.0)
    }

    /// The ticks: share of the scale and what is printed there.
    pub fn ticks(&self) -> Vec<(f64, String)> {
        let steps = float(self.scale.steps);
        (0..=self.scale.steps)
            .map(|i| {
                let share = float(i) / steps;
                let number = thousands(self.scale.max * share);
                (share, if self.scale.percent { format!("{number}%") } else { number })
            })
            .collect()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape `Option::filter` asks for")]
fn drawable(value: &f64) -> bool {
    value.is_finite() && value.abs() < ABSURD
}

fn sound((low, high): &(f64, f64)) -> bool {
    drawable(low) && drawable(high) && low <= high
}

fn text_at(texts: &[String], at: usize) -> String {
    texts.get(at).map(|text| one_line(text)).unwrap_or_default()
}

fn placed(words: &[(usize, String)], count: usize) -> Vec<(usize, String)> {
    words.iter().filter(|(at, _)| *at < count).map(|(at, text)| (*at, one_line(text))).collect()
}

pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

/// The largest value.
fn largest(rows: &[Row]) -> f64 {
    rows.iter().flat_map(|row| row.values.iter().flatten()).copied().fold(0.0, f64::max)
}

/// The chart's scale where it is one and holds the values; a bar that is cut off would be a lie.
fn fitting(scale: Scale, largest: f64) -> Scale {
    if scale.percent {
        return Scale::PERCENT;
    }
    let sound = drawable(&scale.max) && scale.max > 0.0 && (1..=10).contains(&scale.steps);
    if sound && largest <= scale.max { scale } else { Scale::counts(largest) }
}

/// A tick with thousands separators, and decimals only where the step needs them.
fn thousands(value: f64) -> String {
    let digits = format!("{value:.2}");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") }
}

/// A count as a coordinate; counts here are small.
pub fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
