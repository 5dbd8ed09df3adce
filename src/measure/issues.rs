//! Counting the issues of one subject.

use std::collections::{BTreeMap, BTreeSet};

use super::age::{self, Ages};
use super::amount::Amount;
use super::handling::{self, Handling};
use super::membership::{Bit, Cohort, Membership};
use super::series::{Series, contains};
use super::stars;
use crate::model::{Issues, Kind, Period};
use crate::text::date::{Day, Month};

/// Ways to break issues down. A word is a position in the column's list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Subject matter.
    Category,
    /// The way it came in.
    Channel,
    /// Service tier.
    Tier,
    /// What sort of request.
    Kind,
    /// How long since receipt, of what stands open.
    Age,
    /// How many stars the caller gave.
    Stars,
    /// How many days it took, of what is finished.
    HandlingDays,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Category, Self::Channel, Self::Tier, Self::Kind, Self::Age, Self::Stars, Self::HandlingDays];

    /// Its name in published figures; of a column of the issues table, that of the column.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Channel => "channel",
            Self::Tier => "tier",
            Self::Kind => "kind",
            Self::Age => "age",
            Self::Stars => "stars",
            Self::HandlingDays => "handling_days",
        }
    }

    /// The word of a record.
    pub(super) fn position(self, issues: &Issues, membership: &Membership, record: usize, as_of: Day) -> Option<usize> {
        match self {
            Self::Category => issues.categories.position(record),
            Self::Channel => issues.channels.position(record),
            Self::Tier => issues.tiers.position(record),
            Self::Kind => issues.kinds.get(record).map(|kind| kind as usize),
            Self::Age => age::open_days(issues, record, as_of).and_then(age::band),
            Self::Stars => {
                issues.stars.get(record).and_then(|given| stars::WORDS.len().checked_sub(usize::from(given)))
            }
            Self::HandlingDays => membership.handling_seconds(record).and_then(handling::bin),
        }
    }

    /// Whether it breaks down one thing alone: the age what stands open, the stars what has stars, the days what is finished.
    pub(super) fn is_special(self) -> bool {
        matches!(self, Self::Age | Self::Stars | Self::HandlingDays)
    }

    /// The dimension of a field.
    #[must_use]
    pub fn from_field(field: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.field() == field)
    }

    /// The words of this dimension, as in published tables.
    #[must_use]
    pub fn words(self, issues: &Issues) -> Vec<&str> {
        let words = match self {
            Self::Category => &issues.categories,
            Self::Channel => &issues.channels,
            Self::Tier => &issues.tiers,
            Self::Kind => return Kind::ALL.iter().map(|kind| kind.word()).collect(),
            Self::Age => return age::BANDS.iter().map(|&(word, _)| word).collect(),
            Self::Stars => return stars::WORDS.to_vec(),
            Self::HandlingDays => return handling::BINS.iter().map(|&(word, _)| word).collect(),
        };
        words.words().iter().map(String::as_str).collect()
    }
}

/// What is counted by month, as a bit of a record in one of its cohorts.
pub(super) const COUNTED: &[(Bit, Cohort)] = &[
    (Bit::Received, Cohort::Received),
    (Bit::Due, Cohort::Due),
    (Bit::Handled, Cohort::Handled),
    (Bit::OnTime, Cohort::Due),
    (Bit::CallDue, Cohort::Due),
    (Bit::Evaluated, Cohort::Due),
    (Bit::ContactAnswered, Cohort::Verified),
    (Bit::Contacted, Cohort::Verified),
    (Bit::SolvedAnswered, Cohort::Verified),
    (Bit::Solved, Cohort::Verified),
    (Bit::ProcessRated, Cohort::Verified),
    (Bit::ProcessSatisfied, Cohort::Verified),
    (Bit::ResultRated, Cohort::Verified),
    (Bit::ResultSatisfied, Cohort::Verified),
    (Bit::Handled, Cohort::Due),
    (Bit::SameDay, Cohort::Received),
    (Bit::SameWeek, Cohort::Received),
    (Bit::Extended, Cohort::Due),
    (Bit::ContactDue, Cohort::ContactDue),
    (Bit::ContactOnTime, Cohort::ContactDue),
    (Bit::Solved, Cohort::Due),
    (Bit::ReturnsKnown, Cohort::Verified),
    (Bit::Returned, Cohort::Verified),
    (Bit::OriginKnown, Cohort::Received),
    (Bit::Patrol, Cohort::Received),
    (Bit::Starred, Cohort::Verified),
    (Bit::NotEvaluated, Cohort::Due),
    (Bit::CallUnreached, Cohort::Due),
    (Bit::CallDeclined, Cohort::Due),
    (Bit::CallUnrated, Cohort::Due),
    (Bit::NotCalled, Cohort::Due),
    (Bit::CallSatisfied, Cohort::Due),
    (Bit::CallNotDissatisfied, Cohort::Due),
    (Bit::BadRated, Cohort::Verified),
    (Bit::Rectified, Cohort::Verified),
    (Bit::Dispatched, Cohort::Dispatched),
    (Bit::SentBack, Cohort::Dispatched),
    (Bit::Categorised, Cohort::Received),
    (Bit::Repeat, Cohort::Received),
    (Bit::AfterCut, Cohort::Received),
    (Bit::ByMeeting, Cohort::Received),
    (Bit::UnfoundedExtension, Cohort::Due),
    (Bit::Escalated, Cohort::Escalated),
    (Bit::LeftInTime, Cohort::Escalated),
    (Bit::ReachedDispatched, Cohort::Received),
    (Bit::ReachedAccepted, Cohort::Received),
    (Bit::ReachedContacted, Cohort::Received),
    (Bit::ReachedOnScene, Cohort::Received),
    (Bit::ReachedHandled, Cohort::Received),
    (Bit::ReachedReplied, Cohort::Received),
    (Bit::ReachedVerified, Cohort::Received),
    (Bit::ReachedClosed, Cohort::Received),
    (Bit::Complaint, Cohort::Received),
    (Bit::InWithExcluded, Cohort::Received),
    (Bit::DueWithExcluded, Cohort::Due),
    (Bit::HandledWithExcluded, Cohort::Due),
    (Bit::OnTimeWithExcluded, Cohort::Due),
    (Bit::Topical, Cohort::Received),
    (Bit::TopicDone, Cohort::Received),
    (Bit::GoodStars, Cohort::Verified),
];

/// What is added up by month, over the records with a bit in one of its cohorts that carry it.
pub(super) const ADDED: &[(Amount, Bit, Cohort)] = &[
    (Amount::Returns, Bit::ReturnsKnown, Cohort::Verified),
    (Amount::Stars, Bit::Starred, Cohort::Verified),
    (Amount::Returns, Bit::Received, Cohort::Received),
];

/// What is counted of each word of a dimension.
pub(super) const SLICED: &[(Bit, Cohort)] =
    &[(Bit::Received, Cohort::Received), (Bit::Due, Cohort::Due), (Bit::OnTime, Cohort::Due)];

/// The issues of one subject, counted.
#[derive(Debug, Clone, Default)]
pub struct IssueTally {
    series: Series<{ COUNTED.len() }>,
    added: Series<{ ADDED.len() }>,
    slices: BTreeMap<(Dimension, usize), Series<{ SLICED.len() }>>,
    handling: Handling,
    /// Topics by month of receipt of their issues, and whether a project of the topic is finished.
    topics: BTreeSet<(Month, usize, bool)>,
    out_of_scope: Series<1>,
    open: u64,
    overdue: u64,
    ages: Ages,
    stars: Series<{ stars::WORDS.len() }>,
    handled_within: Series<{ handling::BINS.len() }>,
}

impl IssueTally {
    /// Counts some records.
    #[must_use]
    pub(super) fn of(
        issues: &Issues,
        membership: &Membership,
        as_of: Day,
        records: impl Iterator<Item = usize>,
    ) -> Self {
        let mut tally = Self::default();
        let mut durations = Vec::new();
        for record in records {
            for (counter, &(bit, cohort)) in COUNTED.iter().enumerate() {
                if let Some(month) = membership.month(record, cohort).filter(|_| membership.has(record, bit)) {
                    tally.series.add(month, counter, 1);
                }
            }
            if !membership.has(record, Bit::Received) {
                if let Some(month) = membership.month(record, Cohort::Received) {
                    tally.out_of_scope.add(month, 0, 1);
                }
                continue;
            }
            for (counter, &(amount, bit, cohort)) in ADDED.iter().enumerate() {
                let month = membership.month(record, cohort).filter(|_| membership.has(record, bit));
                if let Some((month, amount)) = month.zip(amount.of(issues, record)) {
                    tally.added.add(month, counter, amount);
                }
            }
            for dimension in Dimension::ALL.into_iter().filter(|dimension| !dimension.is_special()) {
                let Some(word) = dimension.position(issues, membership, record, as_of) else { continue };
                let slice = tally.slices.entry((dimension, word)).or_default();
                for (counter, &(bit, cohort)) in SLICED.iter().enumerate() {
                    if let Some(month) = membership.month(record, cohort).filter(|_| membership.has(record, bit)) {
                        slice.add(month, counter, 1);
                    }
                }
            }
            let month = membership.month(record, Cohort::Received);
            if let Some((month, topic)) = month.zip(issues.topics.position(record)) {
                tally.topics.insert((month, topic, membership.has(record, Bit::TopicDone)));
            }
            let rated = membership.month(record, Cohort::Verified).filter(|_| membership.has(record, Bit::Starred));
            if let Some((month, word)) = rated.zip(Dimension::Stars.position(issues, membership, record, as_of)) {
                tally.stars.add(month, word, 1);
            }
            let finished = membership.month(record, Cohort::Handled);
            if let (Some(month), Some(seconds)) = (finished, membership.handling_seconds(record)) {
                durations.push((month, seconds));
                if let Some(bin) = handling::bin(seconds) {
                    tally.handled_within.add(month, bin, 1);
                }
            }
            tally.open += u64::from(membership.has(record, Bit::Open));
            tally.overdue += u64::from(membership.has(record, Bit::Overdue));
            if let Some(days) = age::open_days(issues, record, as_of).filter(|_| membership.has(record, Bit::Open)) {
                tally.ages.add(days, membership.has(record, Bit::Overdue));
            }
        }
        tally.handling = Handling::of(durations);
        tally
    }

    /// Records with a bit, by month of a cohort. Only pairs that are counted give a number.
    #[must_use]
    pub fn count(&self, bit: Bit, cohort: Cohort, period: Period) -> u64 {
        COUNTED
            .iter()
            .position(|&counted| counted == (bit, cohort))
            .map_or(0, |counter| self.series.sum(period, counter))
    }

    /// An amount added up over the records with a bit, by month of a cohort. Only what is added gives a number.
    #[must_use]
    pub fn amount(&self, amount: Amount, bit: Bit, cohort: Cohort, period: Period) -> u64 {
        ADDED
            .iter()
            .position(|&added| added == (amount, bit, cohort))
            .map_or(0, |counter| self.added.sum(period, counter))
    }

    /// The same within one word of a dimension.
    #[must_use]
    pub fn count_of(&self, (dimension, word): (Dimension, usize), bit: Bit, cohort: Cohort, period: Period) -> u64 {
        let counter = SLICED.iter().position(|&counted| counted == (bit, cohort));
        let slice = self.slices.get(&(dimension, word));
        slice.zip(counter).map_or(0, |(slice, counter)| slice.sum(period, counter))
    }

    /// Words of a dimension that may occur, by position.
    pub fn words(&self, dimension: Dimension) -> impl Iterator<Item = usize> {
        let fixed = match dimension {
            Dimension::Age => age::BANDS.len(),
            Dimension::Stars => stars::WORDS.len(),
            Dimension::HandlingDays => handling::BINS.len(),
            _ => 0,
        };
        self.slices.keys().filter(move |(known, _)| *known == dimension).map(|&(_, word)| word).chain(0..fixed)
    }

    /// Topics of the issues received in a period: those with a finished project, and all.
    #[must_use]
    pub fn topics(&self, period: Period) -> (u64, u64) {
        let within = self.topics.iter().filter(|(month, ..)| contains(period, *month));
        let topics: BTreeSet<(usize, bool)> = within.map(|&(_, topic, is_done)| (topic, is_done)).collect();
        (topics.iter().filter(|(_, is_done)| *is_done).count() as u64, topics.len() as u64)
    }

    /// Time from receipt to finish.
    #[must_use]
    pub fn handling(&self) -> &Handling {
        &self.handling
    }

    /// Issues received in a period that are outside the figures: merged, withdrawn, refused, excluded.
    #[must_use]
    pub fn out_of_scope(&self, period: Period) -> u64 {
        self.out_of_scope.sum(period, 0)
    }

    /// Issues not closed at the as-of date.
    #[must_use]
    pub fn open(&self) -> u64 {
        self.open
    }

    /// Issues not handled and past their deadline at the as-of date.
    #[must_use]
    pub fn overdue(&self) -> u64 {
        self.overdue
    }

    /// Issues that stand open or overdue within a band of age, by its position.
    #[must_use]
    pub fn count_of_age(&self, band: usize, bit: Bit) -> u64 {
        let counts = if bit == Bit::Overdue { &self.ages.overdue } else { &self.ages.open };
        counts.get(band).copied().unwrap_or(0)
    }

    /// Issues with so many stars, by position of the word.
    #[must_use]
    pub fn count_of_stars(&self, word: usize, period: Period) -> u64 {
        self.stars.sum(period, word)
    }

    /// Issues finished within so many days of their receipt, by position of the bin.
    #[must_use]
    pub fn count_of_days(&self, bin: usize, period: Period) -> u64 {
        self.handled_within.sum(period, bin)
    }

    /// Whole days since the receipt of the oldest open issue.
    #[must_use]
    pub fn oldest_days(&self) -> Option<u32> {
        self.ages.oldest
    }

    /// First and last month in which an issue counts.
    #[must_use]
    pub fn span(&self) -> Option<(Month, Month)> {
        self.series.span()
    }
}
