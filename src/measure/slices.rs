//! Figures within a word of a dimension, a kind of activity or a list.

use super::registry::{How, Metric};
use super::{Bit, Cohort, Dimension, Figure, Measures, Subject, Value, activities, issues, items};
use crate::model::{List, Period};

impl Measures {
    /// A figure within one word of a dimension; only counts received, due and on-time rates are broken down, and what stands
    /// open by its age, what has stars by their number, what is finished by the days it took.
    #[must_use]
    pub fn slice(
        &self,
        metric: &'static Metric,
        subject: Subject,
        period: Period,
        word: (Dimension, usize),
    ) -> Option<Figure> {
        let issues = &self.tally(subject).issues;
        let value = match metric.how {
            How::IssueStock(bit) if word.0 == Dimension::Age => Value::Count(issues.count_of_age(word.1, bit)),
            How::Issues(Bit::Starred, _) if word.0 == Dimension::Stars => {
                Value::Count(issues.count_of_stars(word.1, period))
            }
            How::Issues(Bit::Handled, Cohort::Handled) if word.0 == Dimension::HandlingDays => {
                Value::Count(issues.count_of_days(word.1, period))
            }
            _ if word.0.is_special() => return None,
            How::Issues(bit, cohort) if issues::SLICED.contains(&(bit, cohort)) => {
                Value::Count(issues.count_of(word, bit, cohort, period))
            }
            How::IssueRate { part, whole, cohort } if issues::SLICED.contains(&(part, cohort)) => Value::Rate {
                part: issues.count_of(word, part, cohort, period),
                whole: issues.count_of(word, whole, cohort, period),
            },
            _ => return None,
        };
        let period = if metric.is_stock() { Period::At(self.as_of) } else { period };
        Some(self.stamp(metric, subject, period, value))
    }

    /// A figure of activities within one kind.
    #[must_use]
    pub fn kind(&self, metric: &'static Metric, subject: Subject, period: Period, kind: &str) -> Option<Figure> {
        let How::Activities(counter) = metric.how else { return None };
        let count = self.tally(subject).activities.count_of(kind, counter, period);
        let value = if counter == activities::Counter::Seconds { Value::Seconds(count) } else { Value::Count(count) };
        Some(self.stamp(metric, subject, period, value))
    }

    /// A figure of items on one list.
    #[must_use]
    pub fn list(&self, metric: &'static Metric, subject: Subject, period: Period, list: List) -> Option<Figure> {
        let (How::Items(_) | How::ItemRate { .. }) = metric.how else { return None };
        let value = if self.applies(metric) {
            items::value(&self.tally(subject).items, metric.how, Some(list), period)
        } else {
            Value::Nothing
        };
        Some(self.stamp(metric, subject, period, value))
    }
}
