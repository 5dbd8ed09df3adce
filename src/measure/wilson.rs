//! The interval of a rate.

/// The Wilson 95 % interval of `part` of `whole`, as fractions 0–1; `None` when there is nothing to divide by.
///
/// Source: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”, 1927; z = 1.96.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
pub fn wilson(part: u64, whole: u64) -> Option<(f64, f64)> {
    const Z: f64 = 1.96;
    if whole == 0 {
        return None;
    }
    let n = whole as f64;
    let p = part as f64 / n;
    let z2 = Z * Z;
    let centre = p + z2 / (2.0 * n);
    let spread = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // The bounds touch 0 and 1 exactly only at the ends; floating point must not step over them.
    let low = if part == 0 { 0.0 } else { ((centre - spread) / scale).max(0.0) };
    let high = if part == whole { 1.0 } else { ((centre + spread) / scale).min(1.0) };
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reference_values() {
        let percent = |part, whole| {
            let (low, high) = wilson(part, whole).unwrap();
            format!("{:.1}–{:.1}", low * 100.0, high * 100.0)
        };
        assert_eq!(percent(5, 5), "56.6–100.0");
        assert_eq!(percent(9, 10), "59.6–98.2");
        assert_eq!(percent(22, 22), "85.1–100.0");
        assert_eq!(percent(30, 30), "88.6–100.0");
        assert_eq!(percent(196, 200), "95.0–99.2");
        assert_eq!(percent(6490, 6530), "99.2–99.5");
        assert_eq!(wilson(0, 0), None);
    }
}
