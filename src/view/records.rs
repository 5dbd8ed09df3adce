//! Records as rows of tables: only what may be published, in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure_text::days;
use super::reported::stated;
use super::shell::Link;
use super::{View, routes};
use crate::measure::membership::Bit;
use crate::measure::{self, Subject};
use crate::model::issue::Event;
use crate::model::{Activity, Column, Contact, Item, Level, PlaceIx, Project, ProjectState, Reported};
use crate::text::date::Day;

/// Whom to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ContactRow {
    /// Post.
    pub role: String,
    /// Name; empty when not published.
    pub name: String,
    /// Work telephone.
    pub phone: String,
    /// When somebody answers.
    pub hours: String,
}

/// An issue in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IssueRow {
    /// 工单编号
    pub id: String,
    /// Subject matter.
    pub category: String,
    /// Where, down to the estate.
    pub place: String,
    /// Received on.
    pub received: String,
    /// Due on; empty when it has no deadline.
    pub due: String,
    /// Finished on; empty while open.
    pub handled: String,
    /// How it went or stands, in words: `按期办结`, `超期 12 天，在办`.
    pub outcome: String,
    /// Days past the deadline; zero when not late.
    pub days_late: i32,
    /// Rating of the process; `未评价` when there is none, empty when the site has no ratings.
    pub process: String,
    /// Rating of the result; `未评价` when there is none, empty when the site has no ratings.
    pub result: String,
    /// The office in charge.
    pub department: String,
    /// A released sentence; empty when there is none.
    pub summary: String,
}

/// An activity in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActivityRow {
    /// Day.
    pub date: String,
    /// What it was: theme, else kind.
    pub theme: String,
    /// Kind.
    pub kind: String,
    /// Team, with its page.
    pub team: Option<Link>,
    /// Place.
    pub place: String,
    /// Who took part besides the team; empty when nobody.
    pub partners: String,
    /// Volunteers; empty when not given.
    pub volunteers: String,
    /// Hours; empty when not given.
    pub hours: String,
    /// Served, with its unit; empty when not given.
    pub served: String,
}

/// A project in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProjectRow {
    /// Name, with its page.
    pub project: Link,
    /// Place.
    pub place: String,
    /// State in words.
    pub state: String,
    /// Canonical state, for styles.
    pub state_word: &'static str,
    /// Progress, such as `60%`; `未填报` when unknown.
    pub progress: String,
    /// Planned end; empty when not given.
    pub due: String,
    /// Actual end; empty when not reached.
    pub done: String,
    /// Whether a step is overdue.
    pub late: bool,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ItemRow {
    /// Which list.
    pub list: String,
    /// What it is.
    pub title: String,
    /// Place.
    pub place: String,
    /// State in words.
    pub state: String,
    /// Canonical state, for styles.
    pub state_word: &'static str,
    /// Made public on.
    pub published: String,
    /// Struck off, done or claimed on: the day of the state; empty for the first.
    pub since: String,
    /// Who took it on; empty when nobody.
    pub claimed_by: String,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportedRow {
    /// Of whom.
    pub subject: String,
    /// What is counted.
    pub name: String,
    /// The number with its qualifier and unit, as it was stated: `7000余件`.
    pub value: String,
    /// Period in the source's words.
    pub period: String,
    /// Source.
    pub source: String,
    /// Remark; empty when none.
    pub note: String,
}

impl View<'_> {
    /// Contacts as rows.
    #[must_use]
    pub fn contacts(&self, contacts: &[Contact]) -> Vec<ContactRow> {
        contacts
            .iter()
            .map(|contact| ContactRow {
                role: contact.role.clone(),
                name: contact.name.clone(),
                phone: contact.phone.clone(),
                hours: contact.hours.clone(),
            })
            .collect()
    }

    /// An issue as a row.
    #[must_use]
    pub fn issue_row(&self, record: usize) -> IssueRow {
        let issues = &self.cleared.ledger().issues;
        let membership = self.cleared.measures().membership();
        let lang = self.lang;
        let day = |at: Option<crate::text::date::Moment>| at.map(|at| at.day().to_string()).unwrap_or_default();
        let end = self.as_of.end();
        let happened = |event| issues.time(record, event).filter(|at| at.by(end));
        let due = membership.deadline(record);
        let stopped = membership.stopped(record);
        let handled = happened(Event::Handled).or_else(|| happened(Event::Closed));
        let reference = stopped.or(handled).map_or(self.as_of, crate::text::date::Moment::day);
        let never_stopped =
            membership.has(record, Bit::Overdue) || (handled.is_some() && membership.has(record, Bit::Due));
        let late = due.is_some_and(|due| stopped.map_or(never_stopped, |at| !at.by(due)));
        let days_late = due.filter(|_| late).map_or(0, |due| reference.since(due.day()).max(0));
        // Where the tier's clock stops at another step, that step was on time or late, not the finish.
        let step = membership.due(record).map(|due| due.stop).filter(|&stop| stop != Event::Handled);
        let outcome = match (handled, late, due) {
            (Some(_), ..) if step.is_some() => step.map(|step| finished_with(step, late, lang)).unwrap_or_default(),
            (Some(_), false, Some(_)) => lang.pick("按期办结".to_owned(), "finished on time".to_owned()),
            (Some(_), false, None) => lang.pick("已办结".to_owned(), "finished".to_owned()),
            (Some(_), true, _) if days_late == 0 => {
                lang.pick("超期办结（当日）".to_owned(), "finished late the same day".to_owned())
            }
            (Some(_), true, _) => {
                lang.pick(format!("超期 {days_late} 天办结"), format!("finished {} late", days(days_late)))
            }
            (None, true, _) if days_late == 0 => lang.pick("今日到期未办结".to_owned(), "due today, open".to_owned()),
            (None, true, _) => lang.pick(format!("已超期 {days_late} 天"), format!("{} overdue", days(days_late))),
            (None, false, _) => lang.pick("在办".to_owned(), "open".to_owned()),
        };
        // An export without a column for ratings has nothing to say about them.
        let rating = |column: &Column<Level>, bit| match column.get(record).filter(|_| membership.has(record, bit)) {
            _ if column.is_empty() => String::new(),
            Some(level) => level.name(lang).to_owned(),
            None => lang.pick("未评价", "not rated").to_owned(),
        };
        IssueRow {
            id: issues.ids.get(record).to_owned(),
            category: self.category_name(issues.categories.get(record).unwrap_or_default()),
            place: self.public_place(issues.places.get(record).copied()),
            received: day(issues.time(record, Event::Received)),
            due: day(due),
            handled: day(handled),
            outcome,
            days_late,
            process: rating(&issues.process, Bit::ProcessRated),
            result: rating(&issues.result, Bit::ResultRated),
            department: issues.departments.get(record).unwrap_or_default().to_owned(),
            summary: issues.summaries.get(record).to_owned(),
        }
    }

    /// The place of an issue as it may be shown: no finer than one level below the community (小区级地点).
    #[must_use]
    pub fn public_place(&self, place: Option<PlaceIx>) -> String {
        let Some(place) = place else { return String::new() };
        let finest = self.config.community_level + 1;
        let ledger = self.cleared.ledger();
        self.place_name(ledger.no_finer(place, finest)).to_owned()
    }

    /// An activity as a row.
    #[must_use]
    pub fn activity_row(&self, activity: &Activity) -> ActivityRow {
        let ledger = self.cleared.ledger();
        let team = activity.team.and_then(|at| ledger.team(at));
        let number = |count: Option<u32>| count.map(|count| super::figure_text::count_text(u64::from(count)));
        ActivityRow {
            date: activity.date.to_string(),
            theme: if activity.theme.is_empty() { activity.kind.clone() } else { activity.theme.clone() },
            kind: activity.kind.clone(),
            team: team.map(|team| Link::new(team.name.clone(), routes::team(team))),
            place: self.place_name(measure::activities::place_of(ledger, activity)).to_owned(),
            partners: activity.partners.clone(),
            volunteers: number(activity.volunteers).unwrap_or_default(),
            hours: activity
                .seconds
                .and_then(|seconds| u64::try_from(seconds).ok())
                .map(super::figure_text::hours)
                .unwrap_or_default(),
            served: number(activity.served)
                .map(|served| format!("{served} {}", activity.served_unit.name(self.lang)))
                .unwrap_or_default(),
        }
    }

    /// A project as a row.
    #[must_use]
    pub fn project_row(&self, project: &Project) -> ProjectRow {
        let state = measure::state(project, self.as_of);
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        ProjectRow {
            project: Link::new(project.name.clone(), routes::project(project)),
            place: self.place_name(Some(project.place)).to_owned(),
            state: self.state_text(project, state),
            state_word: state.word(),
            progress: self.progress_text(project),
            due: day(project.due),
            done: day(project.done.filter(|&done| done <= self.as_of)),
            late: self.is_late(project),
        }
    }

    /// The state in words; a project that was finished late stays known as late.
    fn state_text(&self, project: &Project, state: ProjectState) -> String {
        let name = state.name(self.lang);
        match (state, project.due, project.done) {
            (ProjectState::Done, Some(due), Some(done)) if done > due => {
                let late = done.since(due);
                self.lang.pick(format!("{name}（晚 {late} 天）"), format!("{name}, {} late", days(late)))
            }
            _ => name.to_owned(),
        }
    }

    /// Whether a step of a project in progress is overdue.
    #[must_use]
    pub fn is_late(&self, project: &Project) -> bool {
        measure::state(project, self.as_of) == ProjectState::Active && !measure::is_on_schedule(project, self.as_of)
    }

    /// Progress in words.
    #[must_use]
    pub fn progress_text(&self, project: &Project) -> String {
        let progress = measure::progress(project, self.as_of);
        crate::text::number::rate(progress.reached, progress.whole)
            .unwrap_or_else(|| self.lang.pick("未填报", "not reported").to_owned())
    }

    /// An item as a row.
    #[must_use]
    pub fn item_row(&self, item: &Item) -> ItemRow {
        use crate::model::ItemState;
        let state = item.state(self.as_of);
        let since = match state {
            ItemState::Cleared => item.cleared_on,
            ItemState::Done => item.done_on.or(item.cleared_on),
            ItemState::Claimed => item.claimed_on,
            ItemState::Published | ItemState::Withdrawn => None,
        };
        ItemRow {
            list: item.list.name(self.lang).to_owned(),
            title: item.title.clone(),
            place: self.place_name(Some(item.place)).to_owned(),
            state: state.name(self.lang).to_owned(),
            state_word: state.word(),
            published: item.published_on.to_string(),
            since: since.map(|day| day.to_string()).unwrap_or_default(),
            claimed_by: item.claimed_by.clone(),
        }
    }

    /// Reported figures of a place or team as rows; the whole site has none of its own.
    #[must_use]
    pub fn reported(&self, subject: Subject) -> Vec<ReportedRow> {
        let ledger = self.cleared.ledger();
        ledger
            .reported
            .iter()
            .filter(|reported| match (subject, reported.subject) {
                (Subject::Place(wanted), crate::model::Subject::Place(place)) => wanted == place,
                (Subject::Team(wanted), crate::model::Subject::Team(team)) => wanted == team,
                _ => false,
            })
            .map(|reported| self.reported_row(reported))
            .collect()
    }

    fn reported_row(&self, reported: &Reported) -> ReportedRow {
        ReportedRow {
            subject: self.reported_subject(reported.subject).2.to_owned(),
            name: reported.name.clone(),
            value: stated(reported, self.lang),
            period: reported.period.clone(),
            source: reported.source.clone(),
            note: reported.note.clone(),
        }
    }

    /// What a reported figure is about: kind of subject, id, name.
    pub(super) fn reported_subject(&self, subject: crate::model::Subject) -> (&'static str, &str, &str) {
        use crate::model::Subject;
        let ledger = self.cleared.ledger();
        let found = match subject {
            Subject::Place(at) => ledger.place(at).map(|place| ("place", &place.id, &place.name)),
            Subject::Team(at) => ledger.team(at).map(|team| ("team", &team.id, &team.name)),
            Subject::ReportedPlace(at) => {
                ledger.reported_place(at).map(|place| ("reported_place", &place.id, &place.name))
            }
        };
        found.map_or(("", "", ""), |(kind, id, name)| (kind, id.as_str(), name.as_str()))
    }
}

/// A finished issue whose deadline was that of another step.
fn finished_with(step: Event, late: bool, lang: crate::text::Lang) -> String {
    let step = step.name(lang);
    if late {
        lang.pick(format!("已办结，未按期{step}"), format!("finished; {step} was late"))
    } else {
        lang.pick(format!("已办结，按期{step}"), format!("finished; {step} was on time"))
    }
}
