//! The table `[publicity]` of a notice: how long it must be up, by which rule, and where to object.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::front_matter::Source;
use crate::diag::Problem;
use crate::diag::rules::content;
use crate::model::{Publicity, PublicityUnit};
use crate::text::date::Day;

/// The longest term that can be meant; more is a slip of the keys.
const LONGEST: u16 = 10_000;

/// The table as typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    from: Option<Spanned<Datetime>>,
    days: Option<Spanned<i64>>,
    unit: Option<Spanned<String>>,
    basis: Option<String>,
    contact: Option<String>,
    until: Option<Spanned<Datetime>>,
}

/// Judges the table; without `from`, the notice was put up on its date. `None` when a fault that stops the build is among the
/// remarks.
pub(super) fn read(
    source: &Source<'_>,
    typed: Spanned<Typed>,
    date: Option<Day>,
    remarks: &mut Vec<Problem>,
) -> Result<Option<Publicity>, Problem> {
    let here = typed.span();
    let typed = typed.into_inner();
    let day = |typed: Option<&Spanned<Datetime>>| typed.map(|typed| source.day(typed)).transpose();
    let (from, until) = (day(typed.from.as_ref())?.or(date), day(typed.until.as_ref())?);
    let missing = |name: &str| source.problem(&content::PUBLICITY_INCOMPLETE, Some(here.clone())).with("name", name);
    let wrong = |name: &str, value: &str, span, (zh, en): (&str, &str)| {
        let problem = source.problem(&content::PUBLICITY_VALUE, Some(span)).with("name", name).with("value", value);
        problem.with("expected_zh", zh).with("expected_en", en)
    };

    let days = match &typed.days {
        None => Err(missing("days")),
        Some(days) => {
            let read = u16::try_from(*days.get_ref()).ok().filter(|days| (1..=LONGEST).contains(days));
            let expected = ("1 到 10000 之间的整数", "a whole number from 1 to 10000");
            read.ok_or_else(|| wrong("days", &days.get_ref().to_string(), days.span(), expected))
        }
    };
    let unit = match &typed.unit {
        None => Err(missing("unit")),
        Some(unit) => {
            let expected =
                ("\"natural_day\"（自然日）或 \"working_day\"（工作日）", "\"natural_day\" or \"working_day\"");
            PublicityUnit::ALL
                .iter()
                .copied()
                .find(|known| known.word() == unit.get_ref())
                .ok_or_else(|| wrong("unit", unit.get_ref(), unit.span(), expected))
        }
    };
    if let (Some(from), Some(until), Some(typed)) = (from, until, &typed.until)
        && until < from
    {
        let expected = ("不早于 from 的日期", "a day not before `from`");
        remarks.push(wrong("until", &until.to_string(), typed.span(), expected));
    }
    let basis = typed.basis.unwrap_or_default().trim().to_owned();
    let contact = typed.contact.unwrap_or_default().trim().to_owned();
    let required =
        [("basis", &basis, ("依据", "the legal basis")), ("contact", &contact, ("意见反馈方式", "where to object"))];
    for (name, _, (zh, en)) in required.into_iter().filter(|(_, text, _)| text.is_empty()) {
        let problem = source.problem(&content::PUBLICITY_CONTENT, Some(here.clone()));
        remarks.push(problem.with("name", name).with("what_zh", zh).with("what_en", en));
    }
    let line = missing("").at.map_or(0, |at| at.row);
    let from = from.ok_or_else(|| missing("from"));
    Ok(match (from, days, unit) {
        (Ok(from), Ok(days), Ok(unit)) => Some(Publicity { line, from, days, unit, basis, contact, until }),
        (from, days, unit) => {
            remarks.extend(from.err().into_iter().chain(days.err()).chain(unit.err()));
            None
        }
    })
}
