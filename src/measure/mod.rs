//! Takes: the [`Ledger`], the site's tiers and calendar, and the as-of date.
//! Gives: [`Measures`]: every figure of every subject and period, and which records make it up.
//! Promises: one pass over the records; roll-ups are sums over records, never means of percentages; no deadline is guessed.
//! Never: rounds, words or hides a figure.
//! Start reading at: [`registry`] (what is measured), then [`membership`] (which records count).

pub mod activities;
mod as_of;
pub mod clock;
pub mod evidence;
mod figure;
mod handling;
mod issues;
pub mod items;
pub mod membership;
pub mod notices;
mod projects;
pub mod registry;
pub mod series;
pub mod streak;
mod wilson;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use activities::ActivityTally;
pub use as_of::latest_day;
pub use figure::{Figure, Subject, Value};
pub use issues::{Dimension, IssueTally};
pub use items::ItemTally;
pub use membership::{Basis, Bit, Cohort, Due, Membership};
pub use notices::NoticeTally;
pub use projects::{Progress, ProjectTally, has_steps, is_on_schedule, is_reached, progress, state};
pub use series::Series;
pub use wilson::wilson;

use crate::config::Config;
use crate::diag::Problems;
use crate::model::{Event, Ledger, List, Milestone, Period, PlaceIx, Project, TeamIx};
use crate::text::date::{Day, Month};
use clock::{Calendar, Clock};
use registry::{How, Metric, Stock};

/// All figures of a site at one as-of date.
///
/// Figures are made when asked for, from counters by month: a site of 15,000 subjects has millions of them, and most
/// are never printed.
#[derive(Debug)]
pub struct Measures {
    as_of: Day,
    calendar: Calendar,
    membership: Membership,
    contact_is_promised: bool,
    extensions_are_known: bool,
    solutions_are_known: bool,
    items_known: items::Known,
    /// The last day of the term of each notice, by its number.
    last_days: Vec<Option<Day>>,
    site: Tally,
    places: Vec<Tally>,
    teams: Vec<Tally>,
    registered: Registered,
}

/// What is counted for one subject.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Issues that belong to it.
    pub issues: IssueTally,
    /// Activities that belong to it.
    pub activities: ActivityTally,
    /// Projects that belong to it.
    pub projects: ProjectTally,
    /// Items of the lists that belong to it; teams have none.
    pub items: ItemTally,
    /// Public notices that concern it; teams have none.
    pub notices: NoticeTally,
}

/// Teams on the register, the whole of “active teams”.
#[derive(Debug, Clone, Default)]
struct Registered {
    site: u64,
    places: Vec<u64>,
}

/// Measures everything as of the end of a day; stops at a deadline that the calendar does not reach.
pub fn measure(ledger: &Ledger, config: &Config, as_of: Day) -> Result<Measures, Problems> {
    let stop = |problem| {
        let mut problems = Problems::new();
        problems.add(problem);
        problems
    };
    let membership = Membership::of(ledger, config, as_of).map_err(stop)?;
    let last_days = notices::last_days(ledger, &Clock::of(&config.calendar)).map_err(stop)?;
    let notices = |subject| NoticeTally::of(ledger, subject, &last_days, as_of);
    let calendar = Calendar::with(&config.calendar.days);
    let activities = activities::by_subject(ledger, as_of);
    let places: Vec<Tally> = (0..ledger.places.len())
        .into_par_iter()
        .map(|at| {
            let first = PlaceIx(u32::try_from(at).unwrap_or(u32::MAX));
            let last = ledger.place(first).map_or(first, |place| place.last);
            let range = ledger.issues.of_places(first, last);
            Tally {
                issues: IssueTally::of(&ledger.issues, &membership, range),
                activities: activities.place(ledger, first, last),
                projects: ProjectTally::of(ledger.projects_of(first, last), &calendar, as_of),
                items: ItemTally::of(ledger.items_of(first, last), as_of),
                notices: notices(Subject::Place(first)),
            }
        })
        .collect();
    let helped = by_team(ledger.issues.len(), |record| ledger.issues.teams.get(record));
    let supported = by_team(ledger.projects.len(), |at| ledger.projects.get(at).and_then(|project| project.team));
    let teams: Vec<Tally> = (0..ledger.teams.len())
        .into_par_iter()
        .map(|at| {
            let team = TeamIx(u32::try_from(at).unwrap_or(u32::MAX));
            let of = |records: &BTreeMap<TeamIx, Vec<usize>>| records.get(&team).cloned().unwrap_or_default();
            Tally {
                issues: IssueTally::of(&ledger.issues, &membership, of(&helped).into_iter()),
                activities: activities.team(ledger, team),
                projects: ProjectTally::of(
                    of(&supported).iter().filter_map(|&at| ledger.projects.get(at)),
                    &calendar,
                    as_of,
                ),
                ..Tally::default()
            }
        })
        .collect();
    let site = Tally {
        issues: IssueTally::of(&ledger.issues, &membership, 0..ledger.issues.len()),
        activities: activities.site(ledger),
        projects: ProjectTally::of(&ledger.projects, &calendar, as_of),
        items: ItemTally::of(&ledger.items, as_of),
        notices: notices(Subject::Site),
    };
    Ok(Measures {
        as_of,
        calendar,
        membership,
        contact_is_promised: config.tiers.iter().any(|tier| tier.contact.is_some()),
        extensions_are_known: ledger.issues.has(Event::ExtendedTo),
        solutions_are_known: !ledger.issues.solved.is_empty(),
        items_known: items::Known::of(&ledger.items),
        last_days,
        site,
        places,
        teams,
        registered: Registered::of(ledger),
    })
}

impl Measures {
    /// The as-of date.
    #[must_use]
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Whether this site measures it: what nobody promised is not held against anybody, and where no extension was ever
    /// entered, nobody knows that there was none.
    #[must_use]
    pub fn applies(&self, metric: &Metric) -> bool {
        match metric.how {
            How::IssueRate { part: Bit::ContactOnTime, .. } => self.contact_is_promised,
            How::IssueRate { part: Bit::Extended, .. } => self.extensions_are_known,
            How::IssueRate { part: Bit::Solved, whole: Bit::Due, .. } => self.solutions_are_known,
            How::Projects(Stock::Steps) => self.site.projects.knows_steps(),
            How::Projects(Stock::Slippage) => self.site.projects.knows_slippage(),
            How::Volunteers | How::HoursPerVolunteer => self.site.activities.knows_people(),
            How::Notices => self.last_days.iter().any(Option::is_some),
            How::Items(step) | How::ItemRate { part: step, .. } => self.items_known.tells(step),
            _ => true,
        }
    }

    /// Which records count in what.
    #[must_use]
    pub fn membership(&self) -> &Membership {
        &self.membership
    }

    /// Working days by which a step of a project was reached, or is expected, after the day first planned; negative before it.
    /// `None` where that is not known, and for cancelled projects.
    #[must_use]
    pub fn slippage(&self, project: &Project, step: &Milestone) -> Option<i32> {
        projects::slippage(project, step, &self.calendar, self.as_of)
    }

    /// The last day on which a notice must be up, by its number among the notices; `None` without a term.
    #[must_use]
    pub fn last_day(&self, notice: usize) -> Option<Day> {
        self.last_days.get(notice).copied().flatten()
    }

    /// The counters of a subject.
    #[must_use]
    pub fn tally(&self, subject: Subject) -> &Tally {
        let found = match subject {
            Subject::Site => None,
            Subject::Place(place) => self.places.get(place.0 as usize),
            Subject::Team(team) => self.teams.get(team.0 as usize),
        };
        found.unwrap_or(&self.site)
    }

    /// First and last month in which anything of a subject counts, the last held at the as-of date.
    #[must_use]
    pub fn span(&self, subject: Subject) -> Option<(Month, Month)> {
        let tally = self.tally(subject);
        let spans = [tally.issues.span(), tally.activities.span(), tally.items.span(), tally.notices.span()];
        let first = spans.iter().flatten().map(|&(first, _)| first).min()?;
        let last = spans.iter().flatten().map(|&(_, last)| last).max()?;
        Some((first, last.min(self.as_of.month())))
    }

    /// A figure. Stocks describe the as-of date, whatever the period.
    #[must_use]
    pub fn figure(&self, metric: &'static Metric, subject: Subject, period: Period) -> Figure {
        let tally = self.tally(subject);
        let period = if metric.is_stock() { Period::At(self.as_of) } else { period };
        let value = match metric.how {
            _ if !self.applies(metric) => Value::Nothing,
            How::Issues(bit, cohort) => Value::Count(tally.issues.count(bit, cohort, period)),
            How::IssueRate { part, whole, cohort } => Value::Rate {
                part: tally.issues.count(part, cohort, period),
                whole: tally.issues.count(whole, cohort, period),
            },
            How::Handling(percent) => match tally.issues.handling().percentile(period, percent) {
                Some((seconds, of)) => Value::Time { seconds: u64::from(seconds), of },
                None => Value::Nothing,
            },
            How::IssueStock(Bit::Overdue) => Value::Count(tally.issues.overdue()),
            How::IssueStock(_) => Value::Count(tally.issues.open()),
            How::Activities(activities::Counter::Seconds) => {
                Value::Seconds(tally.activities.count(activities::Counter::Seconds, period))
            }
            How::Activities(counter) => Value::Count(tally.activities.count(counter, period)),
            How::Volunteers => tally.activities.distinct_volunteers(period).map_or(Value::Nothing, Value::Count),
            How::HoursPerVolunteer => activities::hours_per_volunteer(&tally.activities, period),
            How::ActiveTeams => {
                Value::Rate { part: tally.activities.active_teams(period), whole: self.registered(subject) }
            }
            How::Projects(stock) => projects::value(&tally.projects, stock),
            How::Items(_) | How::ItemRate { .. } => items::value(&tally.items, metric.how, None, period),
            How::Notices => Value::Rate { part: tally.notices.compliant(period), whole: tally.notices.ended(period) },
        };
        self.stamp(metric, subject, period, value)
    }

    /// A figure within one word of a dimension; only counts received, due and on-time rates are broken down.
    #[must_use]
    pub fn slice(
        &self,
        metric: &'static Metric,
        subject: Subject,
        period: Period,
        word: (Dimension, usize),
    ) -> Option<Figure> {
        let issues = &self.tally(subject).issues;
        let value = match metric.how {
            How::Issues(bit, cohort) if issues::SLICED.contains(&(bit, cohort)) => {
                Value::Count(issues.count_of(word, bit, cohort, period))
            }
            How::IssueRate { part, whole, cohort } if issues::SLICED.contains(&(part, cohort)) => Value::Rate {
                part: issues.count_of(word, part, cohort, period),
                whole: issues.count_of(word, whole, cohort, period),
            },
            _ => return None,
        };
        Some(self.stamp(metric, subject, period, value))
    }

    /// A figure of activities within one kind.
    #[must_use]
    pub fn kind(&self, metric: &'static Metric, subject: Subject, period: Period, kind: &str) -> Option<Figure> {
        let How::Activities(counter) = metric.how else { return None };
        let count = self.tally(subject).activities.count_of(kind, counter, period);
        let value = if counter == activities::Counter::Seconds { Value::Seconds(count) } else { Value::Count(count) };
        Some(self.stamp(metric, subject, period, value))
    }

    /// A figure of items on one list.
    #[must_use]
    pub fn list(&self, metric: &'static Metric, subject: Subject, period: Period, list: List) -> Option<Figure> {
        let (How::Items(_) | How::ItemRate { .. }) = metric.how else { return None };
        let value = if self.applies(metric) {
            items::value(&self.tally(subject).items, metric.how, Some(list), period)
        } else {
            Value::Nothing
        };
        Some(self.stamp(metric, subject, period, value))
    }

    fn stamp(&self, metric: &'static Metric, subject: Subject, period: Period, value: Value) -> Figure {
        let provisional = series::is_provisional(period, self.as_of);
        Figure { metric, subject, period, as_of: self.as_of, provisional, value }
    }

    fn registered(&self, subject: Subject) -> u64 {
        match subject {
            Subject::Site => self.registered.site,
            Subject::Place(place) => self.registered.places.get(place.0 as usize).copied().unwrap_or(0),
            Subject::Team(_) => 1,
        }
    }
}

/// Records by team, for records that name one.
fn by_team(records: usize, team: impl Fn(usize) -> Option<TeamIx>) -> BTreeMap<TeamIx, Vec<usize>> {
    let mut found = BTreeMap::<TeamIx, Vec<usize>>::new();
    for record in 0..records {
        if let Some(team) = team(record) {
            found.entry(team).or_default().push(record);
        }
    }
    found
}

impl Registered {
    fn of(ledger: &Ledger) -> Self {
        let within = |first: PlaceIx, last: PlaceIx| {
            ledger.teams.iter().filter(|team| team.home.is_some_and(|home| (first..=last).contains(&home))).count()
                as u64
        };
        let places = ledger
            .places
            .iter()
            .enumerate()
            .map(|(at, place)| within(PlaceIx(u32::try_from(at).unwrap_or(u32::MAX)), place.last))
            .collect();
        Self { site: ledger.teams.len() as u64, places }
    }
}
