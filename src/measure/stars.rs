//! Stars: their mean, drawn towards that of the whole site where there are few.

use super::Value;

/// Which stars an issue can get, best first, as they stand in published tables.
pub(super) const WORDS: [&str; 5] = ["5", "4", "3", "2", "1"];
/// From how many stars on a rating is good.
pub(super) const GOOD: u8 = 4;
/// With how many ratings of the site's mean each subject starts.
const PRIOR: u64 = 10;

/// Stars of some issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Given {
    /// Stars added up.
    pub sum: u64,
    /// Issues with stars.
    pub issues: u64,
}

/// The mean of a subject's stars as if ten issues with the mean of the whole site came before them: `(C·m + s) ÷ (C + n)` with
/// `m = S ÷ N`, in whole numbers. Nothing where the subject has no stars.
///
/// Source: `metrics`, S02.
pub(super) fn shrunk(site: Given, own: Given) -> Value {
    if own.issues == 0 || site.issues == 0 {
        return Value::Nothing;
    }
    let part = PRIOR.saturating_mul(site.sum).saturating_add(own.sum.saturating_mul(site.issues));
    let base = PRIOR.saturating_add(own.issues).saturating_mul(site.issues);
    Value::Ratio { part: i64::try_from(part).unwrap_or(i64::MAX), base, per: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_values() {
        // The site's mean is 4.6.
        let site = Given { sum: 46, issues: 10 };
        let hundredths = |sum, issues| match shrunk(site, Given { sum, issues }) {
            Value::Ratio { part, base, per: 1 } => (u64::try_from(part).unwrap() * 100 + base / 2) / base,
            other => panic!("{other:?}"),
        };
        // 5.0 of 3, 4.8 of 60, 4.5 of 200.
        assert_eq!([hundredths(15, 3), hundredths(288, 60), hundredths(900, 200)], [469, 477, 450]);
    }

    #[test]
    fn without_stars_there_is_no_mean() {
        let none = Given { sum: 0, issues: 0 };
        assert_eq!(shrunk(Given { sum: 46, issues: 10 }, none), Value::Nothing);
        assert_eq!(shrunk(none, none), Value::Nothing);
    }
}
