//! How long open issues have been waiting.

use crate::model::{Event, Issues};
use crate::text::date::Day;

/// Bands of age: the word in published tables, and the most whole days that belong to it.
///
/// Source: `metrics`, I20.
pub const BANDS: [(&str, i32); 6] =
    [("0-3", 3), ("4-7", 7), ("8-15", 15), ("16-30", 30), ("31-90", 90), ("91-", i32::MAX)];

/// Whole days from the receipt of an issue to the end of a day; what is half over does not count. `None` when it was
/// received later.
#[must_use]
pub fn open_days(issues: &Issues, record: usize, as_of: Day) -> Option<u32> {
    let received = issues.time(record, Event::Received)?;
    u32::try_from(as_of.since(received.day())).ok()
}

/// The band of an age.
pub(super) fn band(days: u32) -> Option<usize> {
    BANDS.iter().position(|&(_, most)| i64::from(days) <= i64::from(most))
}

/// Open issues of one subject by age.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ages {
    /// Open issues a band.
    pub open: [u64; BANDS.len()],
    /// Those of them that are overdue.
    pub overdue: [u64; BANDS.len()],
    /// Whole days of the oldest.
    pub oldest: Option<u32>,
}

impl Ages {
    /// Adds an open issue.
    pub fn add(&mut self, days: u32, is_overdue: bool) {
        self.oldest = self.oldest.max(Some(days));
        let Some(band) = band(days) else { return };
        for (counts, counted) in [(&mut self.open, true), (&mut self.overdue, is_overdue)] {
            if let Some(count) = counts.get_mut(band) {
                *count += u64::from(counted);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_lies_in_one_band() {
        let of = |days| band(days).and_then(|at| BANDS.get(at)).map(|&(word, _)| word);
        let ends = [0, 3, 4, 7, 8, 15, 16, 30, 31, 90, 91, u32::MAX >> 1];
        let bands = ["0-3", "0-3", "4-7", "4-7", "8-15", "8-15", "16-30", "16-30", "31-90", "31-90", "91-", "91-"];
        assert_eq!(ends.map(of), bands.map(Some));
    }

    #[test]
    fn the_oldest_is_kept() {
        let mut ages = Ages::default();
        ages.add(12, false);
        ages.add(91, true);
        ages.add(0, false);
        assert_eq!((ages.oldest, ages.open, ages.overdue), (Some(91), [1, 0, 1, 0, 0, 1], [0, 0, 0, 0, 0, 1]));
    }
}
