//! Counting the volunteer activities of one subject.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::Value;
use super::series::{Series, contains};
use crate::model::{Activity, Ledger, MonthRule, Period, PlaceIx, ServedUnit, TeamIx};
use crate::text::date::{Day, Month};

/// What is counted of activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Counter {
    /// Sessions.
    Sessions,
    /// Volunteers taking part, each time they do (人次).
    Participations,
    /// Time served, in seconds.
    Seconds,
    /// People served, each time they are (人次).
    ServedVisits,
    /// People served, each once (人).
    ServedPeople,
    /// Households served (户).
    ServedHouseholds,
}

const COUNTERS: usize = 6;

/// Below this many persons their mean time is not told: it would be that of a few who know each other.
///
/// Source: `metrics`, V07.
const FEWEST_FOR_MEAN: u64 = 5;

/// The activities of one subject, counted.
#[derive(Debug, Clone, Default)]
pub struct ActivityTally {
    series: Series<COUNTERS>,
    kinds: BTreeMap<String, Series<COUNTERS>>,
    /// Sessions by day.
    days: BTreeMap<Day, u32>,
    /// Teams by month of their sessions.
    active: BTreeSet<(Month, TeamIx)>,
    /// Volunteers by month, and months in which somebody who took part is not named.
    people: BTreeSet<(Month, u32)>,
    lacking: BTreeSet<Month>,
}

impl ActivityTally {
    fn add(&mut self, activity: &Activity, months: MonthRule) {
        let month = months.month_of_day(activity.date);
        let served = match activity.served_unit {
            ServedUnit::Visits => Counter::ServedVisits,
            ServedUnit::People => Counter::ServedPeople,
            ServedUnit::Households => Counter::ServedHouseholds,
        };
        let counts = [
            (Counter::Sessions, 1),
            (Counter::Participations, u64::from(activity.volunteers.unwrap_or(0))),
            (Counter::Seconds, activity.seconds.and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(0)),
            (served, u64::from(activity.served.unwrap_or(0))),
        ];
        for (counter, amount) in counts {
            self.series.add(month, counter as usize, amount);
            if !activity.kind.is_empty() {
                self.kinds.entry(activity.kind.clone()).or_default().add(month, counter as usize, amount);
            }
        }
        *self.days.entry(activity.date).or_default() += 1;
        if let Some(team) = activity.team {
            self.active.insert((month, team));
        }
        self.people.extend(activity.people.iter().map(|&person| (month, person)));
        if activity.lacks_people {
            self.lacking.insert(month);
        }
    }

    /// A counter over a period.
    #[must_use]
    pub fn count(&self, counter: Counter, period: Period) -> u64 {
        self.series.sum(period, counter as usize)
    }

    /// The same within one kind of activity.
    #[must_use]
    pub fn count_of(&self, kind: &str, counter: Counter, period: Period) -> u64 {
        self.kinds.get(kind).map_or(0, |series| series.sum(period, counter as usize))
    }

    /// Days from one to another on which there were sessions, with their number.
    pub fn days(&self, first: Day, last: Day) -> impl Iterator<Item = (Day, u32)> {
        let last = last.max(first);
        self.days.range(first..=last).map(|(&day, &sessions)| (day, sessions))
    }

    /// Kinds that occur, in order of their words.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.kinds.keys().map(String::as_str)
    }

    /// Teams with at least one session in a period.
    #[must_use]
    pub fn active_teams(&self, period: Period) -> u64 {
        let teams: BTreeSet<TeamIx> =
            self.active.iter().filter(|(month, _)| contains(period, *month)).map(|&(_, team)| team).collect();
        teams.len() as u64
    }

    /// Different persons who took part in a period; `None` when somebody is not named.
    #[must_use]
    pub fn distinct_volunteers(&self, period: Period) -> Option<u64> {
        if self.lacking.iter().any(|&month| contains(period, month)) {
            return None;
        }
        let people = self.people.iter().filter(|(month, _)| contains(period, *month)).map(|&(_, person)| person);
        Some(people.collect::<BTreeSet<u32>>().len() as u64)
    }

    /// Whether anybody is named.
    pub(super) fn knows_people(&self) -> bool {
        !self.people.is_empty()
    }

    /// First and last month in which an activity counts.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        self.series.span()
    }
}

/// The mean time of a volunteer in a period.
pub(super) fn hours_per_volunteer(tally: &ActivityTally, period: Period) -> Value {
    let seconds = i64::try_from(tally.count(Counter::Seconds, period)).unwrap_or(i64::MAX);
    match tally.distinct_volunteers(period) {
        Some(base) if base >= FEWEST_FOR_MEAN => Value::Ratio { part: seconds, base, per: 1 },
        _ => Value::Nothing,
    }
}

/// Activities that count, by the place they belong to and by team.
#[derive(Debug)]
pub(super) struct BySubject {
    months: MonthRule,
    counted: Vec<usize>,
    by_place: BTreeMap<PlaceIx, Vec<usize>>,
    by_team: BTreeMap<TeamIx, Vec<usize>>,
}

/// Sorts the activities by subject: confirmed ones up to the as-of date.
pub(super) fn by_subject(ledger: &Ledger, as_of: Day, months: MonthRule) -> BySubject {
    let mut found = BySubject { months, counted: Vec::new(), by_place: BTreeMap::new(), by_team: BTreeMap::new() };
    for (at, activity) in ledger.activities.iter().enumerate() {
        if !counts(activity, as_of) {
            continue;
        }
        found.counted.push(at);
        if let Some(place) = place_of(ledger, activity) {
            found.by_place.entry(place).or_default().push(at);
        }
        if let Some(team) = activity.team {
            found.by_team.entry(team).or_default().push(at);
        }
    }
    found
}

/// Whether an activity counts: confirmed, and not after the as-of date.
#[must_use]
pub fn counts(activity: &Activity, as_of: Day) -> bool {
    activity.verified && activity.date <= as_of
}

/// Where an activity counts: where it took place, else where its team is at home.
#[must_use]
pub fn place_of(ledger: &Ledger, activity: &Activity) -> Option<PlaceIx> {
    activity.place.or_else(|| ledger.team(activity.team?)?.home)
}

impl BySubject {
    pub(super) fn place(&self, ledger: &Ledger, first: PlaceIx, last: PlaceIx) -> ActivityTally {
        self.tally(ledger, self.by_place.range(first..=last).flat_map(|(_, found)| found))
    }

    pub(super) fn team(&self, ledger: &Ledger, team: TeamIx) -> ActivityTally {
        self.tally(ledger, self.by_team.get(&team).into_iter().flatten())
    }

    pub(super) fn site(&self, ledger: &Ledger) -> ActivityTally {
        self.tally(ledger, self.counted.iter())
    }

    fn tally<'a>(&self, ledger: &Ledger, records: impl Iterator<Item = &'a usize>) -> ActivityTally {
        let mut tally = ActivityTally::default();
        for activity in records.filter_map(|&at| ledger.activities.get(at)) {
            tally.add(activity, self.months);
        }
        tally
    }
}
