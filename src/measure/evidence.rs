//! The records behind a figure: which count, which are only in the whole, which are outside, and why.

mod activities;
mod issues;
mod items;
mod notices;
mod projects;
mod streaks;

use super::registry::{How, Metric};
use super::{Dimension, Figure, Measures, Subject};
use crate::model::{Ledger, List, Period, PlaceIx, TeamIx};
use crate::text::date::Month;

/// A part of the records by which a figure is broken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slice {
    /// Issues of one word of a dimension, by its position.
    Word(Dimension, usize),
    /// Activities of one kind.
    Kind(String),
    /// Items on one list.
    List(List),
}

/// A record that may count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// An issue, by its number in the ledger.
    Issue(usize),
    /// An activity, by its number in the ledger.
    Activity(usize),
    /// A project, by its number in the ledger.
    Project(usize),
    /// A step of a project: the number of the project in the ledger, and of the step in the project.
    Step(usize, usize),
    /// A team.
    Team(TeamIx),
    /// An item of a list, by its number in the ledger.
    Item(usize),
    /// A month, with its part and whole of the rate of a streak.
    Month {
        /// The month.
        month: Month,
        /// Numerator.
        part: u64,
        /// Denominator.
        whole: u64,
    },
    /// A common topic, by its position among those of the issues.
    Topic(usize),
    /// A volunteer, by the number that stands for the person.
    Volunteer(u32),
    /// A notice, by its number in the library.
    Notice(usize),
}

/// A record that counts, and with how much: 1, or in the unit of the metric's [`super::Value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The record.
    pub record: Record,
    /// How much it adds.
    pub amount: u64,
}

/// Why a record that one might look for in a figure is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outside {
    /// A decision says so; the record carries its words.
    Excluded,
    /// A month without anything to count: it neither extends nor breaks a streak.
    Empty,
    /// A month that was not complete: it ended or would end a streak.
    NotComplete,
    /// Merged into another issue.
    Duplicate,
    /// Taken back by the caller.
    Withdrawn,
    /// Refused under a rule.
    Rejected,
    /// Not for this office; it went back to where it came from.
    SentBack,
    /// It had not happened yet on the as-of date.
    AfterAsOf,
    /// No deadline.
    NoDeadline,
    /// The deadline had not been reached on the as-of date.
    NotYetDue,
    /// Not finished by the as-of date.
    NotHandled,
    /// Not come to the stage by the as-of date.
    NotReached,
    /// Finished by the as-of date.
    Handled,
    /// Closed by the as-of date.
    Closed,
    /// Marked closed without a time: it belongs to no period.
    NoTimeOfFinish,
    /// Finished before it was received: a slip in the data.
    FinishedBeforeReceipt,
    /// The caller was not reached or did not answer this question.
    NotAnswered,
    /// The caller gave a rating.
    Evaluated,
    /// Nobody noted when it was dispatched.
    NotDispatched,
    /// It was not escalated.
    NotEscalated,
    /// The tier it was escalated from has no term.
    NoTerm,
    /// It is not what is counted here.
    NotSuch,
    /// Nobody confirmed the activity.
    Unconfirmed,
    /// The number that is added up was not filled in.
    NoAmount,
    /// It counts something else: persons instead of visits, say.
    OtherUnit,
    /// The project is in another state.
    OtherState,
    /// Nobody knows how far the project has come.
    NoProgress,
    /// Budget or payments are not filled in.
    NoBudget,
    /// The planned or the actual day of the step is missing, or a day between them is outside the calendar.
    NoSlippage,
    /// The term of the public notice had not ended on the as-of date.
    NotEnded,
    /// Somebody who took part in the activity is not named.
    NotNamed,
    /// The item was struck off without anything to show for it.
    NoEvidence,
    /// Of another month.
    OtherPeriod(Month),
}

/// The records behind a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// In the numerator, or in the count or sum. Times of a percentile stand here, shortest first.
    pub counted: Vec<Counted>,
    /// In the denominator only, with how much they add to it.
    pub only_whole: Vec<Counted>,
    /// Records that one might look for here and that do not count, by reason.
    pub outside: Vec<(Outside, Record)>,
    /// Of a percentile: the position in `counted` of the record whose time it is.
    pub rank: Option<usize>,
}

impl Measures {
    /// A figure, whole or within a slice; `None` for a metric that is not broken down that way.
    #[must_use]
    pub fn figure_within(
        &self,
        metric: &'static Metric,
        subject: Subject,
        period: Period,
        slice: Option<&Slice>,
    ) -> Option<Figure> {
        match slice {
            None => Some(self.figure(metric, subject, period)),
            Some(&Slice::Word(dimension, at)) => self.slice(metric, subject, period, (dimension, at)),
            Some(Slice::Kind(kind)) => self.kind(metric, subject, period, kind),
            Some(&Slice::List(list)) => self.list(metric, subject, period, list),
        }
    }

    /// The records behind the figure of the same arguments.
    ///
    /// Looked at are the records of the subject that have to do with the period: those whose own date for this metric lies
    /// in it, and issues that were received in it.
    #[must_use]
    pub fn evidence(
        &self,
        ledger: &Ledger,
        metric: &Metric,
        subject: Subject,
        period: Period,
        slice: Option<&Slice>,
    ) -> Evidence {
        match metric.how {
            How::Issues(..)
            | How::IssueRate { .. }
            | How::IssuesPer { .. }
            | How::IssueSum { .. }
            | How::ShrunkStars
            | How::IssueMean { .. }
            | How::Handling(_)
            | How::IssueStock(_)
            | How::OldestOpen => {
                let within = |record: usize| match slice {
                    Some(&Slice::Word(dimension, at)) => {
                        dimension.position(&ledger.issues, &self.membership, record, self.as_of) == Some(at)
                    }
                    _ => true,
                };
                let records = self.issues_of(ledger, subject).into_iter().filter(|&record| within(record));
                issues::evidence(ledger, self, metric.how, period, records)
            }
            How::Streak(rate) => streaks::evidence(self, rate, subject),
            How::TopicConversion => issues::topics(ledger, self, period, self.issues_of(ledger, subject)),
            How::Activities(counter) => {
                let kind = match slice {
                    Some(Slice::Kind(kind)) => Some(kind.as_str()),
                    _ => None,
                };
                activities::evidence(ledger, self, counter, period, (subject, kind))
            }
            How::ActiveTeams => activities::teams(ledger, self, period, subject),
            How::Items(step) => items::evidence(ledger, self, (step, None), period, (subject, slice)),
            How::Volunteers => activities::volunteers(ledger, self, period, subject, false),
            How::HoursPerVolunteer => activities::volunteers(ledger, self, period, subject, true),
            How::Notices => notices::evidence(ledger, self, period, subject),
            How::ItemRate { part, whole } => {
                items::evidence(ledger, self, (part, Some(whole)), period, (subject, slice))
            }
            How::Projects(stock) => projects::evidence(ledger, self, stock, self.linked.projects(ledger, subject)),
        }
    }
}

/// Whether a place lies within a subject; what is no place holds none.
fn holds(ledger: &Ledger, subject: Subject, place: Option<PlaceIx>) -> bool {
    match subject {
        Subject::Site => true,
        Subject::Place(first) => {
            let last = ledger.place(first).map_or(first, |place| place.last);
            place.is_some_and(|place| (first..=last).contains(&place))
        }
        Subject::Team(_) | Subject::Department(_) | Subject::Project(_) => false,
    }
}

impl Evidence {
    fn count(&mut self, record: Record, amount: u64) {
        self.counted.push(Counted { record, amount });
    }

    fn count_in_whole(&mut self, record: Record, amount: u64) {
        self.only_whole.push(Counted { record, amount });
    }
}
