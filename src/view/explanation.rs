//! A figure with the records behind it: what is asked, what it means, and which records make it up.

mod lists;
mod question;

use super::{View, figure_text, recipe};
use crate::measure::Value;
use crate::text::Lang;
use crate::text::number::{fixed, grouped};

pub use question::{Question, Unknown};

/// A figure explained, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Language of the words.
    pub lang: Lang,
    /// Metric, subject and period.
    pub title: String,
    /// The number with its parts and what is to be said about it.
    pub number: String,
    /// `issues.on_time_rate@1`
    pub definition: String,
    /// Formula.
    pub formula: &'static str,
    /// What is in and out.
    pub notes: String,
    /// How to arrive at it with the filter of a spreadsheet.
    pub recipe: String,
    /// The as-of date.
    pub as_of: String,
    /// Numerator, exactly; for a count or sum the number itself.
    pub part: Option<i64>,
    /// Denominator, exactly.
    pub whole: Option<u64>,
    /// The records, by the part they play.
    pub lists: Vec<RecordList>,
}

/// The part that records play in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// In the numerator, or in the count or sum.
    Counted,
    /// In the denominator only.
    OnlyWhole,
    /// In neither.
    Outside,
}

/// Records that play one part, for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordList {
    /// The part.
    pub role: Role,
    /// The part and the reason in words, with how many there are.
    pub title: String,
    /// How many there are.
    pub count: usize,
    /// What they add to the figure, in the unit of the published parts.
    pub amount: u64,
    /// Heads of the columns.
    pub heads: Vec<&'static str>,
    /// The records shown, a row each.
    pub rows: Vec<Vec<String>>,
    /// Which of the rows shown is the record at the rank of a percentile.
    pub marked: Option<usize>,
}

impl View<'_> {
    /// Explains a figure; what is not known comes back with what is near.
    pub fn explain(&self, question: &Question<'_>) -> Result<Explanation, Unknown> {
        let asked = self.understand(question)?;
        let metric = asked.metric;
        let lang = self.lang;
        let measures = self.cleared.measures();
        let figure = measures.figure_within(metric, asked.subject, asked.period, asked.slice.as_ref());
        let figure = figure.ok_or_else(|| self.unknown_figure(question.figure))?;
        let ledger = self.cleared.ledger();
        let evidence = measures.evidence(ledger, metric, asked.subject, figure.period, asked.slice.as_ref());
        let text = metric.text(lang);
        let words = figure_text::words(&figure, lang);
        let mut number = format!("{} {}", words.value, words.unit).trim_end().to_owned();
        if !words.parts.is_empty() {
            number += &lang.pick(format!("（{}）", words.parts), format!(" ({})", words.parts));
        }
        if !words.note.is_empty() {
            number += &lang.pick(format!("，{}", words.note), format!(", {}", words.note));
        }
        let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let (part, whole) = match figure.value {
            Value::Count(count) | Value::Seconds(count) | Value::Cents(count) => (Some(signed(count)), None),
            Value::Rate { part, whole } => (Some(signed(part)), Some(whole)),
            Value::Ratio { part, base, .. } => (Some(part), Some(base)),
            Value::Time { seconds, of } => (Some(signed(seconds)), Some(of)),
            Value::Nothing | Value::Withheld => (None, None),
        };
        let name = match &asked.word {
            Some(word) => format!("{}{{{word}}}", text.name),
            None => text.name.to_owned(),
        };
        Ok(Explanation {
            lang,
            title: format!("{name} · {} · {}", self.subject_name(asked.subject), self.period_name(figure.period)),
            number,
            definition: metric.definition(),
            formula: text.formula,
            notes: self.notes(metric),
            recipe: recipe::recipe(metric, lang),
            as_of: self.as_of.to_string(),
            part,
            whole,
            lists: self.record_lists(metric, &evidence, question.most),
        })
    }
}

/// An amount as the published tables give it.
fn amount_text(metric: &crate::measure::registry::Metric, amount: u64) -> String {
    use crate::measure::activities::Counter;
    use crate::measure::registry::{How, Stock};
    let signed = i64::try_from(amount).unwrap_or(i64::MAX);
    match metric.how {
        How::OldestOpen => figure_text::tenths(amount, 86_400),
        How::Handling(_) | How::Activities(Counter::Seconds) | How::HoursPerVolunteer => {
            figure_text::tenths(amount, 60)
        }
        How::Projects(Stock::Budget | Stock::Execution) => fixed(signed, 2),
        How::Projects(Stock::Progress) => crate::text::number::rate(amount, 10_000).unwrap_or_default(),
        _ => grouped(signed),
    }
}
