//! Issues (诉求工单) in compact columns: there can be millions, and most exports fill few columns.

use std::sync::Arc;

use super::column::{Column, Texts, Words};
use super::issue::{Call, Event, Issue, Kind, Level, Origin, Status};
use super::ledger::Trace;
use super::place::PlaceIx;
use super::team::TeamIx;
use crate::text::date::Moment;

/// The word for what is kept back, in the place of a category or a reason.
pub const WITHHELD: &str = "[c]";

/// All issues, sorted by place (tree order), time of receipt and id.
///
/// What is said in words of the site stands here; the rest is the same in every language, and shared between them.
#[derive(Debug, Clone, Default)]
pub struct Issues {
    /// Everything but the words.
    columns: Arc<Columns>,
    /// Subject matter.
    pub categories: Words,
    /// Service tier.
    pub tiers: Words,
    /// The way it came in.
    pub channels: Words,
    /// The office in charge.
    pub departments: Words,
    /// The tier it was taken out of when it was escalated.
    pub escalated_from: Words,
    /// Why its deadline was extended.
    pub extension_reasons: Words,
    /// Common topic.
    pub topics: Words,
    /// Why it is outside the figures.
    pub excluded: Words,
}

/// What is the same about issues in every language.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// Where each stands in the input.
    pub traces: Vec<Trace>,
    /// 工单编号
    pub ids: Texts,
    /// Place of each issue.
    pub places: Vec<PlaceIx>,
    times: [Column<Moment>; Event::ALL.len()],
    closing_is_finish: Column<()>,
    /// What sort.
    pub kinds: Column<Kind>,
    /// Who raised it.
    pub origins: Column<Origin>,
    /// Where it stands.
    pub statuses: Column<Status>,
    /// The team that helped.
    pub teams: Column<TeamIx>,
    /// The caller's word on contact.
    pub contacted: Column<bool>,
    /// The caller's word on the solution.
    pub solved: Column<bool>,
    /// Satisfaction with the process.
    pub process: Column<Level>,
    /// Satisfaction with the result.
    pub result: Column<Level>,
    /// Stars.
    pub stars: Column<u8>,
    /// How the return call went.
    pub calls: Column<Call>,
    /// The rating after a bad one was followed up.
    pub rerated: Column<Level>,
    /// Times handed back.
    pub returns: Column<u16>,
    /// Id of the issue it repeats; empty when none.
    pub duplicates: Texts,
    /// Released sentences.
    pub summaries: Texts,
}

impl std::ops::Deref for Issues {
    type Target = Columns;

    fn deref(&self) -> &Columns {
        &self.columns
    }
}

impl Issues {
    /// Adds an issue; the order does not matter until [`Issues::sorted`].
    pub fn push(&mut self, issue: &Issue<'_>) {
        let at = self.len();
        self.categories.set(at, issue.category);
        self.tiers.set(at, issue.tier);
        self.channels.set(at, issue.channel);
        self.departments.set(at, issue.department);
        self.escalated_from.set(at, issue.escalated_from);
        self.extension_reasons.set(at, issue.extension_reason);
        self.topics.set(at, issue.topic);
        self.excluded.set(at, issue.excluded);
        // Nothing else holds the columns while they are filled, so nothing is copied.
        Arc::make_mut(&mut self.columns).push(at, issue);
    }

    /// The same issues by place, time of receipt and id: a subtree of places is then a range of records, and the order
    /// of the input rows leaves no trace.
    #[must_use]
    pub fn sorted(self) -> Self {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by(|&a, &b| {
            let key =
                |at: usize| (self.places.get(at), self.time(at, Event::Received).map(Moment::order), self.ids.get(at));
            key(a).cmp(&key(b))
        });
        let order = order.as_slice();
        Self {
            columns: Arc::new(Arc::unwrap_or_clone(self.columns).reordered(order)),
            categories: self.categories.reordered(order),
            tiers: self.tiers.reordered(order),
            channels: self.channels.reordered(order),
            departments: self.departments.reordered(order),
            escalated_from: self.escalated_from.reordered(order),
            extension_reasons: self.extension_reasons.reordered(order),
            topics: self.topics.reordered(order),
            excluded: self.excluded.reordered(order),
        }
    }

    /// Whether the category of a record is not published.
    #[must_use]
    pub fn is_withheld(&self, record: usize) -> bool {
        self.categories.get(record) == Some(WITHHELD)
    }

    /// The columns without words, to be put right while the ledger is made.
    pub fn columns_mut(&mut self) -> &mut Columns {
        Arc::make_mut(&mut self.columns)
    }

    /// The columns of words.
    pub fn words_mut(&mut self) -> [&mut Words; 8] {
        [
            &mut self.categories,
            &mut self.tiers,
            &mut self.channels,
            &mut self.departments,
            &mut self.escalated_from,
            &mut self.extension_reasons,
            &mut self.topics,
            &mut self.excluded,
        ]
    }
}

impl Columns {
    fn push(&mut self, at: usize, issue: &Issue<'_>) {
        self.traces.push(issue.trace);
        self.places.push(issue.place);
        self.ids.push(issue.id);
        for (column, time) in self.times.iter_mut().zip(issue.times) {
            column.set(at, time);
        }
        self.closing_is_finish.set(at, issue.closing_is_finish.then_some(()));
        self.kinds.set(at, issue.kind);
        self.origins.set(at, issue.origin);
        self.statuses.set(at, issue.status);
        self.teams.set(at, issue.team);
        self.contacted.set(at, issue.contacted);
        self.solved.set(at, issue.solved);
        self.process.set(at, issue.process);
        self.result.set(at, issue.result);
        self.stars.set(at, issue.stars);
        self.calls.set(at, issue.call);
        self.rerated.set(at, issue.rerated);
        self.returns.set(at, issue.returns);
        self.duplicates.push(issue.duplicate_of);
        self.summaries.push(issue.summary);
    }

    fn reordered(self, order: &[usize]) -> Self {
        Self {
            traces: order.iter().filter_map(|&at| self.traces.get(at).copied()).collect(),
            places: order.iter().filter_map(|&at| self.places.get(at).copied()).collect(),
            ids: self.ids.reordered(order),
            times: self.times.map(|column| column.reordered(order)),
            closing_is_finish: self.closing_is_finish.reordered(order),
            kinds: self.kinds.reordered(order),
            origins: self.origins.reordered(order),
            statuses: self.statuses.reordered(order),
            teams: self.teams.reordered(order),
            contacted: self.contacted.reordered(order),
            solved: self.solved.reordered(order),
            process: self.process.reordered(order),
            result: self.result.reordered(order),
            stars: self.stars.reordered(order),
            calls: self.calls.reordered(order),
            rerated: self.rerated.reordered(order),
            returns: self.returns.reordered(order),
            duplicates: self.duplicates.reordered(order),
            summaries: self.summaries.reordered(order),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// When something happened to an issue.
    #[must_use]
    pub fn time(&self, record: usize, event: Event) -> Option<Moment> {
        self.times.get(event as usize).and_then(|column| column.get(record))
    }

    /// When something happened to an issue, by a column of its own: a finish that stands for the closing is none.
    #[must_use]
    pub fn own_time(&self, record: usize, event: Event) -> Option<Moment> {
        let stands_in = event == Event::Closed && self.closing_is_finish.get(record).is_some();
        self.time(record, event).filter(|_| !stands_in)
    }

    /// Whether any issue has a time of its own for the event.
    #[must_use]
    pub fn has_own(&self, event: Event) -> bool {
        self.has(event) && (0..self.len()).any(|record| self.own_time(record, event).is_some())
    }

    /// Whether any issue has a time for the event.
    #[must_use]
    pub fn has(&self, event: Event) -> bool {
        self.times.get(event as usize).is_some_and(|column| !column.is_empty())
    }

    /// The issues of a range of places, as a range of records; only meaningful when sorted.
    #[must_use]
    pub fn of_places(&self, first: PlaceIx, last: PlaceIx) -> std::ops::Range<usize> {
        let start = self.places.partition_point(|&place| place < first);
        let end = self.places.partition_point(|&place| place <= last);
        start..end
    }
}
