//! The issues behind a figure.

use std::collections::BTreeMap;

use super::{Evidence, Outside, Record};
use crate::measure::amount::Amount;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::How;
use crate::measure::{Measures, age, series, stages};
use crate::model::{Event, Ledger, Period, Status};
use crate::text::date::{Moment, Month};

pub(super) fn evidence(
    ledger: &Ledger,
    measures: &Measures,
    how: How,
    period: Period,
    records: impl Iterator<Item = usize>,
) -> Evidence {
    let look = Look { ledger, measures, end: measures.as_of().end() };
    let membership = measures.membership();
    // The stars of the subject itself; those of the whole site are the same by another subject.
    let how = match how {
        How::ShrunkStars => How::IssueMean { of: Amount::Stars, whole: Bit::Starred, cohort: Cohort::Verified },
        how => how,
    };
    let mut found = Evidence::default();
    for at in records {
        let record = Record::Issue(at);
        match how {
            How::IssueStock(bit) if membership.has(at, bit) => found.count(record, 1),
            How::IssueStock(bit) => found.outside.push((look.why_not_in_stock(at, bit), record)),
            How::OldestOpen if membership.has(at, Bit::Open) => {
                let days = age::open_days(&ledger.issues, at, measures.as_of()).unwrap_or(0);
                found.count(record, u64::from(days) * 86_400);
            }
            How::OldestOpen => found.outside.push((look.why_not_in_stock(at, Bit::Open), record)),
            How::IssueRate { part, whole, cohort } if look.counts(at, whole, cohort, period) => {
                if membership.has(at, part) {
                    found.count(record, 1);
                } else {
                    found.count_in_whole(record, 1);
                }
            }
            How::IssuesPer { bit, cohort, .. } if look.counts(at, bit, cohort, period) => found.count(record, 1),
            How::Issues(bit, cohort) if look.counts(at, bit, cohort, period) => found.count(record, 1),
            How::IssueMean { of, whole, cohort } if look.counts(at, whole, cohort, period) => {
                found.count(record, of.of(&ledger.issues, at).unwrap_or(0));
            }
            How::IssueSum { of, whole, cohort } if look.counts(at, whole, cohort, period) => {
                match of.of(&ledger.issues, at) {
                    Some(amount) => found.count(record, amount),
                    None => found.outside.push((Outside::NoAmount, record)),
                }
            }
            How::Handling(_) if look.counts(at, Bit::Handled, Cohort::Handled, period) => {
                match membership.handling_seconds(at) {
                    Some(seconds) => found.count(record, u64::from(seconds)),
                    None => found.outside.push((Outside::FinishedBeforeReceipt, record)),
                }
            }
            How::Issues(whole, cohort)
            | How::IssuesPer { bit: whole, cohort, .. }
            | How::IssueRate { whole, cohort, .. }
            | How::IssueSum { whole, cohort, .. }
            | How::IssueMean { whole, cohort, .. }
                if look.concerns(at, cohort, period) =>
            {
                found.outside.push((look.why_not(at, whole, cohort), record));
            }
            How::Handling(_) if look.concerns(at, Cohort::Handled, period) => {
                found.outside.push((look.why_not(at, Bit::Handled, Cohort::Handled), record));
            }
            _ => {}
        }
    }
    if let How::Handling(percent) = how {
        found.counted.sort_by_key(|counted| counted.amount);
        found.rank = (percent * found.counted.len()).div_ceil(100).checked_sub(1);
    }
    if how == How::OldestOpen {
        found.counted.sort_by_key(|counted| counted.amount);
        found.rank = found.counted.len().checked_sub(1);
    }
    found
}

/// Topics of the issues received in a period, with the number of these issues.
pub(super) fn topics(ledger: &Ledger, measures: &Measures, period: Period, records: Vec<usize>) -> Evidence {
    let look = Look { ledger, measures, end: measures.as_of().end() };
    let mut topics = BTreeMap::<usize, (bool, u64)>::new();
    for at in records {
        if let Some(topic) = ledger.issues.topics.position(at)
            && look.counts(at, Bit::Topical, Cohort::Received, period)
        {
            let (is_done, issues) = topics.entry(topic).or_default();
            *is_done = measures.membership().has(at, Bit::TopicDone);
            *issues += 1;
        }
    }
    let mut found = Evidence::default();
    for (topic, (is_done, issues)) in topics {
        if is_done {
            found.count(Record::Topic(topic), issues);
        } else {
            found.count_in_whole(Record::Topic(topic), issues);
        }
    }
    found
}

/// What is needed to judge a record.
struct Look<'a> {
    ledger: &'a Ledger,
    measures: &'a Measures,
    end: Moment,
}

impl Look<'_> {
    fn counts(&self, record: usize, bit: Bit, cohort: Cohort, period: Period) -> bool {
        let membership = self.measures.membership();
        let month = membership.month(record, cohort);
        membership.has(record, bit) && month.is_some_and(|month| series::contains(period, month))
    }

    /// Whether somebody might look for a record in a period: its own date lies in it, or its receipt.
    fn concerns(&self, record: usize, cohort: Cohort, period: Period) -> bool {
        let issues = &self.ledger.issues;
        let finished = || issues.time(record, Event::Handled).or_else(|| issues.time(record, Event::Closed));
        let own = match cohort {
            Cohort::Received | Cohort::ContactDue => None,
            Cohort::Due => self.measures.membership().deadline(record),
            Cohort::Escalated => issues.time(record, Event::EscalatedAt),
            Cohort::Dispatched => issues.time(record, Event::Dispatched),
            Cohort::Handled => finished(),
            Cohort::Verified => issues.time(record, Event::Verified).or_else(finished),
        };
        let dates = [own, issues.time(record, Event::Received)];
        dates.into_iter().flatten().any(|at| series::contains(period, self.measures.months().month_of(at)))
    }

    /// Why a record is in no figure at all; `None` for one that is in scope.
    fn why_out_of_scope(&self, record: usize) -> Option<Outside> {
        let issues = &self.ledger.issues;
        if self.measures.membership().has(record, Bit::Received) {
            return None;
        }
        if !issues.time(record, Event::Received).is_some_and(|at| at.by(self.end)) {
            return Some(Outside::AfterAsOf);
        }
        Some(match issues.statuses.get(record) {
            _ if issues.excluded.get(record).is_some() => Outside::Excluded,
            Some(Status::Withdrawn) => Outside::Withdrawn,
            Some(Status::Rejected) => Outside::Rejected,
            Some(Status::SentBack) => Outside::SentBack,
            _ => Outside::Duplicate,
        })
    }

    fn why_not(&self, record: usize, whole: Bit, cohort: Cohort) -> Outside {
        if let Some(why) = self.why_out_of_scope(record) {
            return why;
        }
        let membership = self.measures.membership();
        let month: Option<Month> = membership.month(record, cohort).filter(|_| membership.has(record, whole));
        match (month, cohort) {
            (Some(month), _) => Outside::OtherPeriod(month),
            (None, Cohort::Due) => self.why_not_due(record).unwrap_or_else(|| self.why_not_of_due(record)),
            (None, Cohort::Dispatched) => self.why_no_event(record, Event::Dispatched, Outside::NotDispatched),
            (None, Cohort::Escalated) => self.why_no_event(record, Event::EscalatedAt, Outside::NotEscalated),
            (None, _) if stages::stage_of(whole).is_some() => Outside::NotReached,
            (None, Cohort::ContactDue) => Outside::NoDeadline,
            (None, Cohort::Verified) => match self.ledger.issues.time(record, Event::Verified) {
                Some(at) if !at.by(self.end) => Outside::AfterAsOf,
                _ if membership.has(record, Bit::Handled) => Outside::NotAnswered,
                _ => Outside::NotHandled,
            },
            (None, Cohort::Received) => Outside::NotSuch,
            (None, _) if membership.has(record, Bit::Handled) => Outside::NoTimeOfFinish,
            (None, _) => Outside::NotHandled,
        }
    }

    /// Why something does not count as having happened.
    fn why_no_event(&self, record: usize, event: Event, never: Outside) -> Outside {
        match self.ledger.issues.time(record, event) {
            None => never,
            Some(at) if at.by(self.end) => Outside::NoTerm,
            Some(_) => Outside::AfterAsOf,
        }
    }

    /// Why an issue that is due is not among those of them that are counted.
    fn why_not_of_due(&self, record: usize) -> Outside {
        let is = |bit| self.measures.membership().has(record, bit);
        if !is(Bit::Handled) {
            Outside::NotHandled
        } else if is(Bit::Evaluated) {
            Outside::Evaluated
        } else {
            Outside::NotSuch
        }
    }

    fn why_not_in_stock(&self, record: usize, bit: Bit) -> Outside {
        let unfinished = || match self.why_not_due(record) {
            Some(why) if bit == Bit::Overdue && !self.measures.membership().has(record, Bit::Handled) => why,
            _ if bit == Bit::Overdue => Outside::Handled,
            _ => Outside::Closed,
        };
        self.why_out_of_scope(record).unwrap_or_else(unfinished)
    }

    /// Why an issue is not due; `None` for one that is.
    fn why_not_due(&self, record: usize) -> Option<Outside> {
        match self.measures.membership().deadline(record) {
            None => Some(Outside::NoDeadline),
            Some(due) if !due.by(self.end) => Some(Outside::NotYetDue),
            Some(_) => None,
        }
    }
}
