//! `[[tier]]`: what a site promises, and how long it gives itself.

use toml::Spanned;

use super::page::Page;
use super::raw::RawTier;
use crate::diag::rules::config as rules;
use crate::model::Event;

/// The longest limit that can be meant; more is a slip of the keys.
const LONGEST: u16 = 10_000;

/// `[[tier]]`: a service tier.
#[derive(Debug, Clone)]
pub struct Tier {
    /// What the cells of the `tier` column say.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The event that starts the clock.
    pub start: Event,
    /// The event that stops it.
    pub stop: Event,
    /// The time from start to stop; without it only deadlines in the data count.
    pub term: Option<Term>,
    /// The time from start to the first contact, where one is promised.
    pub contact: Option<Term>,
}

/// How much time is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How many of the unit; 1 for the same day or week.
    pub limit: u16,
    /// By which clock.
    pub unit: TermUnit,
}

/// The clock a term runs on. A “day” alone is never guessed to be a natural or a working one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermUnit {
    /// 分钟
    Minute,
    /// 小时
    Hour,
    /// 自然日
    NaturalDay,
    /// 工作日
    WorkingDay,
    /// 当日
    SameDay,
    /// 当周
    SameWeek,
}

impl TermUnit {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Minute, Self::Hour, Self::NaturalDay, Self::WorkingDay, Self::SameDay, Self::SameWeek];

    /// The word in `site.toml`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::NaturalDay => "natural_day",
            Self::WorkingDay => "working_day",
            Self::SameDay => "same_day",
            Self::SameWeek => "same_week",
        }
    }

    /// Whether a number belongs to it.
    fn is_counted(self) -> bool {
        !matches!(self, Self::SameDay | Self::SameWeek)
    }
}

/// Checks a tier.
pub(super) fn tier(page: &mut Page<'_>, raw: Spanned<RawTier>) -> Tier {
    let raw = raw.into_inner();
    let has_term = raw.unit.is_some() || raw.contact_unit.is_some() || raw.limit.is_some();
    if let Some(event) = raw.start.as_ref().or(raw.stop.as_ref()).filter(|_| !has_term) {
        // A clock that starts or stops without a limit would do nothing.
        page.missing("limit", event.span());
    }
    Tier {
        id: raw.id,
        name: raw.name,
        start: event(page, "tier.start", raw.start).unwrap_or(Event::Received),
        stop: event(page, "tier.stop", raw.stop).unwrap_or(Event::Handled),
        term: term(page, ["limit", "unit"], raw.limit, raw.unit),
        contact: term(page, ["contact_limit", "contact_unit"], raw.contact_limit, raw.contact_unit),
    }
}

pub(super) fn event(page: &mut Page<'_>, key: &str, name: Option<Spanned<String>>) -> Option<Event> {
    let name = name?;
    let mut events = Event::ALL
        .into_iter()
        .filter(|event| !matches!(event, Event::Due | Event::ExtendedTo | Event::ExtendedAt | Event::EscalatedAt));
    let found = events.clone().find(|event| event.field() == name.get_ref());
    if found.is_none() {
        let known: Vec<&str> = events.by_ref().map(Event::field).collect();
        page.unknown(key, name.get_ref(), name.span(), &known);
    }
    found
}

fn term(
    page: &mut Page<'_>,
    [limit_key, unit_key]: [&str; 2],
    limit: Option<Spanned<i64>>,
    unit: Option<Spanned<String>>,
) -> Option<Term> {
    let Some(unit) = unit else {
        if let Some(limit) = limit {
            let problem = page.fault(&rules::LIMIT_WITHOUT_UNIT, limit.span());
            page.problems.add(problem.with("key", limit_key).with("unit", unit_key).with("value", limit.get_ref()));
        }
        return None;
    };
    let Some(known) = TermUnit::ALL.into_iter().find(|known| known.word() == unit.get_ref()) else {
        page.unknown(&format!("tier.{unit_key}"), unit.get_ref(), unit.span(), &TermUnit::ALL.map(TermUnit::word));
        return None;
    };
    let key = format!("tier.{limit_key}");
    match limit {
        Some(limit) if !known.is_counted() => {
            let problem = page.fault(&rules::LIMIT_NOT_NEEDED, limit.span());
            let problem = problem.with("key", limit_key).with("value", limit.get_ref()).with("unit", known.word());
            page.problems.add(problem);
            None
        }
        Some(limit) => {
            let read = u16::try_from(*limit.get_ref()).ok().filter(|limit| (1..=LONGEST).contains(limit));
            if read.is_none() {
                let expected = ("1 到 10000 之间的整数", "a whole number from 1 to 10000");
                page.bad(&key, &limit.get_ref().to_string(), limit.span(), expected);
            }
            read.map(|limit| Term { limit, unit: known })
        }
        None if known.is_counted() => {
            page.missing(limit_key, unit.span());
            None
        }
        None => Some(Term { limit: 1, unit: known }),
    }
}
