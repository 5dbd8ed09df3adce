//! Takes: the [`Ledger`], the site's tiers and calendar, and the as-of date.
//! Gives: [`Measures`]: every figure of every subject and period, and which records make it up.
//! Promises: one pass over the records; roll-ups are sums over records, never means of percentages; no deadline is guessed.
//! Never: rounds, words or hides a figure.
//! Start reading at: [`registry`] (what is measured), then [`membership`] (which records count).

pub mod activities;
pub mod age;
mod amount;
mod applies;
mod as_of;
pub mod bands;
pub mod bases;
pub mod change;
pub mod clock;
pub mod evidence;
mod figure;
pub mod handling;
mod issues;
pub mod items;
mod linked;
pub mod membership;
pub mod notices;
mod projects;
pub mod registry;
pub mod series;
mod slices;
pub mod stages;
mod stars;
pub mod streak;
mod wilson;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use activities::ActivityTally;
pub use amount::Amount;
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
use crate::model::{Ledger, Milestone, MonthRule, Period, PlaceIx, Project};
use crate::text::date::{Day, Month};
use applies::Known;
use bases::{Base, Bases};
use clock::{Calendar, Clock};
use linked::Linked;
use registry::{How, Metric, metrics};

/// All figures of a site at one as-of date.
///
/// Figures are made when asked for, from counters by month: a site of 15,000 subjects has millions of them, and most
/// are never printed.
#[derive(Debug)]
pub struct Measures {
    as_of: Day,
    months: MonthRule,
    calendar: Calendar,
    membership: Membership,
    /// Ids of the metrics that this site cannot know.
    unknown: BTreeSet<&'static str>,
    /// The last day of the term of each notice, by its number.
    last_days: Vec<Option<Day>>,
    site: Tally,
    places: Vec<Tally>,
    teams: Vec<Tally>,
    departments: Vec<Tally>,
    projects: Vec<Tally>,
    linked: Linked,
    registered: Registered,
    bases: Bases,
    /// Figures counted in another way from a month on.
    breaks: Vec<(String, Month)>,
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
    let notices = |subject| NoticeTally::of(ledger, subject, &last_days, as_of, config.months);
    let calendar = Calendar::with(&config.calendar.days);
    let activities = activities::by_subject(ledger, as_of, config.months);
    let places: Vec<Tally> = (0..ledger.places.len())
        .into_par_iter()
        .map(|at| {
            let first = PlaceIx(u32::try_from(at).unwrap_or(u32::MAX));
            let last = ledger.place(first).map_or(first, |place| place.last);
            let range = ledger.issues.of_places(first, last);
            Tally {
                issues: IssueTally::of(&ledger.issues, &membership, as_of, range),
                activities: activities.place(ledger, first, last),
                projects: ProjectTally::of(ledger.projects_of(first, last), &calendar, as_of),
                items: ItemTally::of(ledger.items_of(first, last), as_of, config.months),
                notices: notices(Subject::Place(first)),
            }
        })
        .collect();
    let linked = Linked::of(ledger);
    let others = |subjects: Vec<Subject>| -> Vec<Tally> {
        let tally = |&subject: &Subject| Tally {
            issues: IssueTally::of(&ledger.issues, &membership, as_of, linked.issues(ledger, subject).into_iter()),
            activities: match subject {
                Subject::Team(team) => activities.team(ledger, team),
                _ => ActivityTally::default(),
            },
            projects: ProjectTally::of(
                linked.projects(ledger, subject).iter().filter_map(|&at| ledger.projects.get(at)),
                &calendar,
                as_of,
            ),
            ..Tally::default()
        };
        subjects.par_iter().map(tally).collect()
    };
    let teams = others((0..ledger.teams.len()).map(Subject::team).collect());
    let departments = others((0..ledger.departments.len()).map(Subject::department).collect());
    let projects = others((0..ledger.projects.len()).map(Subject::project).collect());
    let site = Tally {
        issues: IssueTally::of(&ledger.issues, &membership, as_of, 0..ledger.issues.len()),
        activities: activities.site(ledger),
        projects: ProjectTally::of(&ledger.projects, &calendar, as_of),
        items: ItemTally::of(&ledger.items, as_of, config.months),
        notices: notices(Subject::Site),
    };
    let span = span(&site, config.months.month_of(as_of.end()));
    let bases = Bases::of(ledger, &calendar, (config.months, as_of), span);
    let known = Known { ledger, config, site: &site, has_terms: last_days.iter().any(Option::is_some) };
    Ok(Measures {
        as_of,
        months: config.months,
        calendar,
        membership,
        unknown: metrics().filter(|metric| !known.applies(metric)).map(|metric| metric.id).collect(),
        last_days,
        site,
        places,
        teams,
        departments,
        projects,
        linked,
        registered: Registered::of(ledger),
        bases,
        breaks: config.breaks.iter().map(|at| (at.figure.clone(), config.months.month_of_day(at.date))).collect(),
    })
}

impl Measures {
    /// The as-of date.
    #[must_use]
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Which days a month holds.
    #[must_use]
    pub fn months(&self) -> MonthRule {
        self.months
    }

    /// The month of the as-of date.
    #[must_use]
    pub fn last_month(&self) -> Month {
        self.months.month_of(self.as_of.end())
    }

    /// Which days are worked.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether a period is not over on the as-of date: its figures can still change.
    #[must_use]
    pub fn is_provisional(&self, period: Period) -> bool {
        series::is_provisional(period, self.as_of, self.months)
    }

    /// Whether this site measures it.
    #[must_use]
    pub fn applies(&self, metric: &Metric) -> bool {
        !self.unknown.contains(metric.id)
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
            Subject::Department(department) => self.departments.get(department.0 as usize),
            Subject::Project(project) => self.projects.get(project.0 as usize),
        };
        found.unwrap_or(&self.site)
    }

    /// The issues of a subject, in the order of the ledger; those of a project are the ones it grew out of.
    #[must_use]
    pub fn issues_of(&self, ledger: &Ledger, subject: Subject) -> Vec<usize> {
        self.linked.issues(ledger, subject)
    }

    /// First and last month in which anything of a subject counts, the last held at the as-of date.
    #[must_use]
    pub fn span(&self, subject: Subject) -> Option<(Month, Month)> {
        span(self.tally(subject), self.last_month())
    }

    /// The first and last month of a period for which the site has records, up to the as-of date.
    fn recorded(&self, period: Period) -> Option<(Month, Month)> {
        let (first, last) = self.span(Subject::Site)?;
        let (from, to) = series::months(period).unwrap_or((first, last));
        Some((from.max(first), to.min(last))).filter(|(from, to)| from <= to)
    }

    /// What a count of a period is divided by: household-months, or working days; `None` where it is not known.
    fn base(&self, base: Base, subject: Subject, period: Period) -> Option<u64> {
        let (first, last) = self.recorded(period)?;
        match base {
            Base::HouseholdMonths => {
                let households = self.bases.households(subject).filter(|&count| count >= bases::FEWEST_HOUSEHOLDS)?;
                Some(households * u64::try_from(last.since(first) + 1).ok()?)
            }
            Base::WorkingDays => self.bases.working_days(first, last).filter(|&days| days > 0),
        }
    }

    /// Households of a place as figures count them: its own, else those of the places it holds.
    #[must_use]
    pub fn households(&self, place: PlaceIx) -> Option<u64> {
        self.bases.households(Subject::Place(place))
    }

    /// Working days of a month up to the as-of date; `None` outside the calendar and the site's records.
    #[must_use]
    pub fn working_days(&self, month: Month) -> Option<u64> {
        self.recorded(Period::Month(month)).and_then(|(first, last)| self.bases.working_days(first, last))
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
            How::TopicConversion => {
                let (part, whole) = tally.issues.topics(period);
                Value::Rate { part, whole }
            }
            How::IssueMean { of, whole, cohort } => {
                let part = tally.issues.amount(of, whole, cohort, period);
                let base = tally.issues.count(whole, cohort, period);
                Value::Ratio { part: i64::try_from(part).unwrap_or(i64::MAX), base, per: 1 }
            }
            How::IssueSum { of, whole, cohort } => Value::Count(tally.issues.amount(of, whole, cohort, period)),
            How::ShrunkStars => {
                let given = |subject| self.stars_given(subject, period);
                stars::shrunk(given(Subject::Site), given(subject))
            }
            How::Handling(percent) => match tally.issues.handling().percentile(period, percent) {
                Some((seconds, of)) => Value::Time { seconds: u64::from(seconds), of },
                None => Value::Nothing,
            },
            How::OldestOpen => match tally.issues.oldest_days() {
                Some(days) => Value::Time { seconds: u64::from(days) * 86_400, of: tally.issues.open() },
                None => Value::Nothing,
            },
            How::IssuesPer { bit, cohort, base } => match self.base(base, subject, period) {
                Some(divisor) => Value::Ratio {
                    part: i64::try_from(tally.issues.count(bit, cohort, period)).unwrap_or(i64::MAX),
                    base: divisor,
                    per: base.per(),
                },
                None => Value::Nothing,
            },
            How::Streak(rate) => match registry::find(rate).and_then(|rate| self.streak(rate, subject)) {
                Some(streak) => Value::Count(u64::from(streak.months)),
                None => Value::Count(0),
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

    fn stamp(&self, metric: &'static Metric, subject: Subject, period: Period, value: Value) -> Figure {
        let provisional = self.is_provisional(period);
        let broken = !metric.is_stock() && self.breaks_of(metric).any(|month| series::contains(period, month));
        Figure { metric, subject, period, as_of: self.as_of, provisional, broken, value }
    }

    fn stars_given(&self, subject: Subject, period: Period) -> stars::Given {
        let issues = &self.tally(subject).issues;
        stars::Given {
            sum: issues.amount(Amount::Stars, Bit::Starred, Cohort::Verified, period),
            issues: issues.count(Bit::Starred, Cohort::Verified, period),
        }
    }

    /// The months in which the way of counting a metric changed.
    fn breaks_of(&self, metric: &Metric) -> impl Iterator<Item = Month> {
        self.breaks.iter().filter(|(figure, _)| figure == metric.id).map(|&(_, month)| month)
    }

    fn registered(&self, subject: Subject) -> u64 {
        match subject {
            Subject::Site => self.registered.site,
            Subject::Place(place) => self.registered.places.get(place.0 as usize).copied().unwrap_or(0),
            Subject::Team(_) => 1,
            Subject::Department(_) | Subject::Project(_) => 0,
        }
    }
}

/// First and last month in which anything counts, the last held at that of the as-of date.
fn span(tally: &Tally, latest: Month) -> Option<(Month, Month)> {
    let spans = [tally.issues.span(), tally.activities.span(), tally.items.span(), tally.notices.span()];
    let first = spans.iter().flatten().map(|&(first, _)| first).min()?;
    let last = spans.iter().flatten().map(|&(_, last)| last).max()?;
    Some((first, last.min(latest)))
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
