//! Which rates differ by more than chance.

/// Groups intervals: those that overlap, or are joined by others that do, share a group. Groups come from the lowest to the
/// highest, each with the positions of its intervals in their order. Intervals that touch overlap.
///
/// Source: `metrics`, S05.
#[must_use]
pub fn bands(intervals: &[(f64, f64)]) -> Vec<Vec<usize>> {
    let mut order: Vec<(usize, (f64, f64))> = intervals.iter().copied().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.0.total_cmp(&b.0));
    let mut bands: Vec<Vec<usize>> = Vec::new();
    let mut reach = f64::NEG_INFINITY;
    for (at, (low, high)) in order {
        match bands.last_mut() {
            Some(band) if low <= reach => band.push(at),
            _ => bands.push(vec![at]),
        }
        reach = reach.max(high);
    }
    for band in &mut bands {
        band.sort_unstable();
    }
    bands
}

/// Numbers for values, the largest first; equal values share a number, and the next counts them: 1, 2, 2, 4.
#[must_use]
pub fn numbers(values: &[f64]) -> Vec<usize> {
    values.iter().map(|value| 1 + values.iter().filter(|other| other.total_cmp(value).is_gt()).count()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_overlaps_by_way_of_another_is_one_band() {
        // 1 and 3 do not meet, 2 meets both; 4 lies above; 5 touches 4.
        let intervals = [(0.1, 0.3), (0.25, 0.5), (0.4, 0.6), (0.7, 0.8), (0.8, 0.9)];
        assert_eq!(bands(&intervals), [vec![0, 1, 2], vec![3, 4]]);
    }

    #[test]
    fn a_wide_interval_holds_narrow_ones_together() {
        assert_eq!(bands(&[(0.5, 0.6), (0.0, 1.0), (0.1, 0.2)]), [vec![0, 1, 2]]);
        assert!(bands(&[]).is_empty());
    }

    #[test]
    fn equal_values_share_a_number() {
        assert_eq!(numbers(&[0.5, 0.9, 0.5, 0.1]), [2, 1, 2, 4]);
    }
}
