//! Whether a formula keeps units apart: 件 and 人次 never add.
//!
//! The formula is computed with every figure of one unit made a thousand and a million times as large. Where units are only
//! multiplied and divided the result grows by a power of a thousand, and by the same power of a million; where things of
//! two units are added or compared it cannot.

use super::{Rounding, compute};
use crate::measure::registry::{Metric, Unit, metrics};
use crate::view::facts::Facts;

/// How far powers may be apart, for what floating point does.
const TOLERANCE: f64 = 1e-6;

/// Whether a formula adds, subtracts or compares things of different units; `false` for one that cannot be computed.
#[must_use]
pub fn are_mixed(source: &str) -> bool {
    let mut units: Vec<Unit> = metrics().map(|metric| metric.unit).filter(|unit| *unit != Unit::Share).collect();
    units.dedup();
    let mut seen: Vec<Unit> = Vec::new();
    units.retain(|unit| {
        !seen.contains(unit) && {
            seen.push(*unit);
            true
        }
    });
    let grown = |unit: Option<Unit>, times: f64| {
        compute(source, &facts(unit, times), Rounding::None).and_then(|found| found.number()).ok().flatten()
    };
    let Some(plain) = grown(None, 1.0).filter(|value| *value != 0.0) else { return false };
    units.into_iter().any(|unit| {
        let (Some(more), Some(most)) = (grown(Some(unit), 1e3), grown(Some(unit), 1e6)) else { return false };
        let power = (more / plain).log(1e3);
        !power.is_finite() || ((most / plain) / 1e6_f64.powf(power) - 1.0).abs() > TOLERANCE
    })
}

/// Made-up figures, no two alike, those of one unit grown.
fn facts(grown: Option<Unit>, times: f64) -> Facts {
    let mut facts = Facts::default();
    for (at, metric) in metrics().enumerate() {
        let value = value(metric, at) * if grown == Some(metric.unit) { times } else { 1.0 };
        if let Some((group, name)) = metric.id.split_once('.') {
            facts.set(group, name, Some(value));
            facts.set("本站", metric.zh.name, Some(value));
        }
    }
    facts
}

#[expect(clippy::cast_precision_loss, reason = "the register is short")]
fn value(metric: &Metric, at: usize) -> f64 {
    let odd = 1.0 + (at as f64) / 7.0;
    if metric.is_rate() { odd / 100.0 } else { odd * 100.0 }
}

#[cfg(test)]
mod tests {
    use super::are_mixed;

    #[test]
    fn units_multiply_and_divide_and_never_add() {
        for fine in [
            "activities.hours / activities.participations",
            "issues.handled + issues.received",
            "0.1 * issues.response_rate + 0.4 * issues.result_satisfaction + 0.5 * issues.resolution_rate",
            "1 - issues.on_time_rate",
            "round(activities.served / activities.sessions, 1)",
            "max(issues.received, issues.handled) / issues.due",
        ] {
            assert!(!are_mixed(fine), "{fine}");
        }
        for mixed in [
            "issues.received + activities.sessions",
            "activities.served + activities.served_people",
            "activities.served_people - activities.served_households",
            "issues.received + 5",
            "min(issues.received, activities.hours)",
            "(issues.received + activities.sessions) / activities.hours",
        ] {
            assert!(are_mixed(mixed), "{mixed}");
        }
    }
}
