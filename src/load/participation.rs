//! Adding up stints of single people to sessions: rows of the same team, day, place, kind and theme are one session.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Settled;
use crate::model::{Activity, PlaceIx, ServedUnit, Team, TeamIx, Trace};
use crate::text::date::Day;

/// What makes stints one session. The order gives sessions of one team and day their numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occasion {
    pub team: Option<TeamIx>,
    pub date: Day,
    pub place: Option<PlaceIx>,
    pub kind: String,
    pub theme: String,
    pub served_unit: ServedUnit,
    pub verified: bool,
}

#[derive(Debug, Clone, Default)]
struct Sum {
    /// The first of its rows.
    trace: Trace,
    rows: u32,
    people: BTreeSet<u32>,
    /// Whether a row names nobody.
    lacks_people: bool,
    seconds: Option<i64>,
    /// Served, opinions, disputes.
    counts: [Option<u32>; 3],
}

/// All stints, added up.
#[derive(Default)]
pub(super) struct Stints(BTreeMap<Occasion, Sum>);

impl Stints {
    pub fn add(
        &mut self,
        occasion: Occasion,
        trace: Trace,
        seconds: Option<i64>,
        counts: [Option<u32>; 3],
        people: BTreeSet<u32>,
    ) {
        let sum = self.0.entry(occasion).or_insert_with(|| Sum { trace, ..Sum::default() });
        sum.rows = sum.rows.saturating_add(1);
        sum.lacks_people |= people.is_empty();
        sum.people.extend(people);
        if let Some(more) = seconds {
            sum.seconds = Some(sum.seconds.unwrap_or(0).saturating_add(more));
        }
        for (all, more) in sum.counts.iter_mut().zip(counts) {
            if let Some(more) = more {
                *all = Some(all.unwrap_or(0).saturating_add(more));
            }
        }
    }

    /// The same with the final numbers of places and teams.
    pub fn renumbered(self, places: &Settled, teams: &Settled) -> Self {
        let new = |occasion: Occasion| Occasion {
            team: occasion.team.map(|team| TeamIx(teams.number(team.0))),
            place: occasion.place.map(|place| PlaceIx(places.number(place.0))),
            ..occasion
        };
        Self(self.0.into_iter().map(|(occasion, sum)| (new(occasion), sum)).collect())
    }

    /// The sessions, each with an id of its team, its day and its number on that day.
    pub fn activities(self, teams: &[Team]) -> Vec<Activity> {
        let mut last: Option<(Option<TeamIx>, Day)> = None;
        let mut number = 0;
        self.0
            .into_iter()
            .map(|(occasion, sum)| {
                let here = (occasion.team, occasion.date);
                number = if last == Some(here) { number + 1 } else { 1 };
                last = Some(here);
                let team =
                    occasion.team.and_then(|team| teams.get(team.0 as usize)).map_or("activity", |team| &team.id);
                let [served, opinions, disputes] = sum.counts;
                Activity {
                    trace: sum.trace,
                    id: format!("{team}-{}-{number}", occasion.date),
                    date: occasion.date,
                    team: occasion.team,
                    place: occasion.place,
                    kind: occasion.kind,
                    theme: occasion.theme,
                    volunteers: Some(sum.rows),
                    people: sum.people,
                    lacks_people: sum.lacks_people,
                    seconds: sum.seconds,
                    served,
                    served_unit: occasion.served_unit,
                    opinions,
                    disputes,
                    partners: String::new(),
                    verified: occasion.verified,
                }
            })
            .collect()
    }
}
