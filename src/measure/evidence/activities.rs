//! The activities and teams behind a figure.

use std::collections::{BTreeMap, BTreeSet};

use super::{Evidence, Outside, Record, holds};
use crate::measure::activities::{Counter, place_of};
use crate::measure::{Measures, Subject, series};
use crate::model::{Activity, Ledger, Period, ServedUnit, TeamIx};
use crate::text::date::Day;

/// The activities of a subject and a period, each with its number in the ledger.
fn of_subject<'a>(
    ledger: &'a Ledger,
    measures: &Measures,
    subject: Subject,
    period: Period,
) -> impl Iterator<Item = (usize, &'a Activity)> {
    let months = measures.months();
    ledger.activities.iter().enumerate().filter(move |(_, activity)| {
        let within = match subject {
            Subject::Team(team) => activity.team == Some(team),
            _ => holds(ledger, subject, place_of(ledger, activity)),
        };
        within && series::contains(period, months.month_of_day(activity.date))
    })
}

pub(super) fn evidence(
    ledger: &Ledger,
    measures: &Measures,
    counter: Counter,
    period: Period,
    (subject, kind): (Subject, Option<&str>),
) -> Evidence {
    let mut found = Evidence::default();
    for (at, activity) in of_subject(ledger, measures, subject, period) {
        if kind.is_some_and(|kind| activity.kind != kind) {
            continue;
        }
        let record = Record::Activity(at);
        match why_not(activity, measures.as_of()).map_or_else(|| amount(activity, counter), Err) {
            Ok(amount) => found.count(record, amount),
            Err(why) => found.outside.push((why, record)),
        }
    }
    found
}

/// Teams with an activity in the period, of all on the register.
pub(super) fn teams(ledger: &Ledger, measures: &Measures, period: Period, subject: Subject) -> Evidence {
    let mut active = BTreeMap::<TeamIx, u64>::new();
    for (_, activity) in of_subject(ledger, measures, subject, period)
        .filter(|(_, activity)| why_not(activity, measures.as_of()).is_none())
    {
        if let Some(team) = activity.team {
            *active.entry(team).or_default() += 1;
        }
    }
    let mut found = Evidence::default();
    for (at, team) in ledger.teams.iter().enumerate() {
        let ix = TeamIx(u32::try_from(at).unwrap_or(u32::MAX));
        let registered = subject == Subject::Team(ix) || holds(ledger, subject, team.home);
        match active.get(&ix) {
            Some(&sessions) => found.count(Record::Team(ix), sessions),
            None if registered => found.count_in_whole(Record::Team(ix), 1),
            None => {}
        }
    }
    found
}

/// The different volunteers of a period; `with_time` puts them under the time that activities add. Activities that do not name
/// all of theirs stand outside: with one of them there is no figure.
pub(super) fn volunteers(
    ledger: &Ledger,
    measures: &Measures,
    period: Period,
    subject: Subject,
    with_time: bool,
) -> Evidence {
    let as_of = measures.as_of();
    let mut found = Evidence::default();
    let mut people = BTreeSet::new();
    for (at, activity) in of_subject(ledger, measures, subject, period) {
        let record = Record::Activity(at);
        people.extend(activity.people.iter().copied().filter(|_| why_not(activity, as_of).is_none()));
        match (why_not(activity, as_of), amount(activity, Counter::Seconds)) {
            (Some(why), _) => found.outside.push((why, record)),
            (None, _) if activity.lacks_people => found.outside.push((Outside::NotNamed, record)),
            (None, Ok(seconds)) if with_time => found.count(record, seconds),
            (None, _) => {}
        }
    }
    for person in people {
        let record = Record::Volunteer(person);
        if with_time {
            found.count_in_whole(record, 1);
        } else {
            found.count(record, 1);
        }
    }
    found
}

fn why_not(activity: &Activity, as_of: Day) -> Option<Outside> {
    if !activity.verified {
        return Some(Outside::Unconfirmed);
    }
    (activity.date > as_of).then_some(Outside::AfterAsOf)
}

/// What an activity adds to a counter.
fn amount(activity: &Activity, counter: Counter) -> Result<u64, Outside> {
    let served = |unit: ServedUnit| match activity.served {
        None => Err(Outside::NoAmount),
        Some(_) if activity.served_unit != unit => Err(Outside::OtherUnit),
        Some(count) => Ok(u64::from(count)),
    };
    match counter {
        Counter::Sessions => Ok(1),
        Counter::Participations => activity.volunteers.map(u64::from).ok_or(Outside::NoAmount),
        Counter::Seconds => activity.seconds.and_then(|seconds| u64::try_from(seconds).ok()).ok_or(Outside::NoAmount),
        Counter::ServedVisits => served(ServedUnit::Visits),
        Counter::ServedPeople => served(ServedUnit::People),
        Counter::ServedHouseholds => served(ServedUnit::Households),
    }
}
