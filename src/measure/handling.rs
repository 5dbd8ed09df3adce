//! Time from receipt to finish: percentiles over periods.

use super::series;
use crate::model::Period;
use crate::text::date::Month;

/// Bins of whole days from receipt to finish, a day being 24 hours: the word in published tables, and the most days that
/// belong to it. What is half over does not count, as in the ages of what stands open.
pub const BINS: [(&str, u32); 8] =
    [("0", 0), ("1", 1), ("2", 2), ("3", 3), ("4-5", 5), ("6-10", 10), ("11-15", 15), ("16-", u32::MAX)];

/// The bin of a handling time in seconds.
#[must_use]
pub fn bin(seconds: u32) -> Option<usize> {
    const DAY: u32 = 86_400;
    BINS.iter().position(|&(_, most)| seconds / DAY <= most)
}

/// All handling times of a subject, sorted by month of finish.
#[derive(Debug, Clone, Default)]
pub struct Handling {
    times: Vec<(Month, u32)>,
}

impl Handling {
    pub(super) fn of(mut times: Vec<(Month, u32)>) -> Self {
        times.sort_unstable();
        times.shrink_to_fit();
        Self { times }
    }

    /// The percentile of a period in seconds, and how many records it rests on.
    ///
    /// Nearest rank: the value of the ⌈percent · n / 100⌉-th record, so that it is always the time of a real one.
    #[must_use]
    pub fn percentile(&self, period: Period, percent: usize) -> Option<(u32, u64)> {
        let from = self.times.partition_point(|&(month, _)| before(period, month));
        let to = self.times.partition_point(|&(month, _)| before(period, month) || series::contains(period, month));
        let mut seconds: Vec<u32> = self.times.get(from..to)?.iter().map(|&(_, seconds)| seconds).collect();
        let rank = (percent * seconds.len()).div_ceil(100).checked_sub(1)?;
        let count = seconds.len() as u64;
        (rank < seconds.len()).then(|| (*seconds.select_nth_unstable(rank).1, count))
    }
}

fn before(period: Period, month: Month) -> bool {
    match period {
        Period::Month(first) | Period::Quarter(first) | Period::Half(first) | Period::Year(first) => month < first,
        Period::All | Period::At(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_lies_in_one_bin() {
        const DAY: u32 = 86_400;
        let of = |seconds| bin(seconds).and_then(|at| BINS.get(at)).map(|&(word, _)| word);
        let times = [0, DAY - 1, DAY, 4 * DAY - 1, 4 * DAY, 6 * DAY - 1, 10 * DAY, 15 * DAY, 16 * DAY, u32::MAX];
        let words = ["0", "0", "1", "3", "4-5", "4-5", "6-10", "11-15", "16-", "16-"];
        assert_eq!(times.map(of), words.map(Some));
    }

    #[test]
    fn percentiles_are_values_of_real_records() {
        let month = Month::new(2026, 10).unwrap();
        let handling = Handling::of((1..=10).map(|value| (month, value * 60)).collect());
        assert_eq!(handling.percentile(Period::Month(month), 50), Some((300, 10)));
        assert_eq!(handling.percentile(Period::Month(month), 90), Some((540, 10)));
        assert_eq!(handling.percentile(Period::Month(month.plus(1)), 50), None);
        assert_eq!(handling.percentile(Period::All, 100), Some((600, 10)));
    }
}
