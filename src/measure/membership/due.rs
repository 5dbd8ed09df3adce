//! By when an issue must be handled, and who says so: the data, or the promise of its tier.

use crate::config::{Term, Tier};
use crate::measure::clock::{Clock, UnknownDay};
use crate::model::{Event, Issues, Words};
use crate::text::date::{Day, Moment};

/// A deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last moment.
    pub at: Moment,
    /// Who says so.
    pub basis: Basis,
    /// The event that must have happened by then.
    pub stop: Event,
}

/// Where a deadline comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The data gives it.
    Given,
    /// The data gives a later one instead.
    Extended,
    /// It was worked out from the term of the tier.
    Tier,
}

impl Basis {
    /// The word in published tables.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Extended => "extended",
            Self::Tier => "tier",
        }
    }
}

/// A deadline that needs a day of which nobody knows whether it is worked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unreached<'a> {
    pub day: Day,
    /// The tier whose promise needs it.
    pub tier: &'a str,
}

/// The deadline that stands, and whether there was an extension that does not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline {
    pub due: Option<Due>,
    pub has_unfounded_extension: bool,
}

/// What an extension is worth.
enum Extension {
    /// It moves the deadline.
    Holds,
    /// It came too late, or nobody says why.
    Unfounded,
    /// It was not granted yet on the as-of date.
    Later,
}

/// The deadlines of issues: what the data gives, and what the tiers of the site promise.
pub(super) struct Promises<'a> {
    issues: &'a Issues,
    /// By the position of their id among the tiers of the issues.
    tiers: Vec<Option<&'a Tier>>,
    /// By the position of their id among the tiers that issues were escalated from.
    left: Vec<Option<&'a Tier>>,
    /// The end of the as-of date.
    end: Moment,
}

impl<'a> Promises<'a> {
    pub fn of(issues: &'a Issues, tiers: &'a [Tier], end: Moment) -> Self {
        let of = |words: &Words| {
            let words = words.words().iter();
            words.map(|word| tiers.iter().find(|tier| tier.id == *word)).collect()
        };
        Self { issues, tiers: of(&issues.tiers), left: of(&issues.escalated_from), end }
    }

    /// The deadline of an issue: extended, else given, else by its tier; `None` without a term, or before its clock started.
    pub fn deadline(
        &self,
        clock: &Clock,
        record: usize,
        happened: impl Fn(Event) -> Option<Moment>,
    ) -> Result<Deadline, Unreached<'a>> {
        let given = self.given(record, Event::Due, Basis::Given);
        // The promise is asked only where something follows from it.
        let is_extended = self.issues.time(record, Event::ExtendedTo).is_some();
        let first = if given.is_some() || (is_extended && !self.are_extensions_checked()) {
            given
        } else {
            self.promised(clock, record, happened)?
        };
        Ok(self.extended(record, first))
    }

    /// The deadline by the data alone, for issues on which nothing depends.
    pub fn stated(&self, record: usize) -> Option<Due> {
        self.extended(record, self.given(record, Event::Due, Basis::Given)).due
    }

    /// The end of the time that the tier of an issue promises for the first contact.
    pub fn contact(
        &self,
        clock: &Clock,
        record: usize,
        happened: impl Fn(Event) -> Option<Moment>,
    ) -> Result<Option<Moment>, Unreached<'a>> {
        let Some(tier) = find(&self.tiers, self.issues.tiers.position(record)) else { return Ok(None) };
        end(clock, tier, happened(tier.start), tier.contact)
    }

    /// By when an issue that was escalated should have left its former tier or been settled in it.
    pub fn leave(
        &self,
        clock: &Clock,
        record: usize,
        happened: impl Fn(Event) -> Option<Moment>,
    ) -> Result<Option<Moment>, Unreached<'a>> {
        let Some(tier) = find(&self.left, self.issues.escalated_from.position(record)) else { return Ok(None) };
        end(clock, tier, happened(tier.start), tier.term)
    }

    fn promised(
        &self,
        clock: &Clock,
        record: usize,
        happened: impl Fn(Event) -> Option<Moment>,
    ) -> Result<Option<Due>, Unreached<'a>> {
        let Some(tier) = find(&self.tiers, self.issues.tiers.position(record)) else { return Ok(None) };
        let at = end(clock, tier, happened(tier.start), tier.term)?;
        Ok(at.map(|at| Due { at, basis: Basis::Tier, stop: tier.stop }))
    }

    /// A deadline in the data is one for the finish, whatever the tier promises.
    fn given(&self, record: usize, event: Event, basis: Basis) -> Option<Due> {
        self.issues.time(record, event).map(|at| Due { at, basis, stop: Event::Handled })
    }

    /// The first deadline, or the extended one where the extension holds.
    fn extended(&self, record: usize, first: Option<Due>) -> Deadline {
        let stands = |due, has_unfounded_extension| Deadline { due, has_unfounded_extension };
        let Some(extended) = self.given(record, Event::ExtendedTo, Basis::Extended) else {
            return stands(first, false);
        };
        match self.extension(record, first.map(|due| due.at)) {
            Extension::Holds => stands(Some(extended), false),
            Extension::Unfounded => stands(first, true),
            Extension::Later => stands(first, false),
        }
    }

    /// An extension holds when it was granted not after the first deadline, and with a reason. What the data has no column
    /// for nobody can check: it is taken as met.
    fn extension(&self, record: usize, first: Option<Moment>) -> Extension {
        let issues = self.issues;
        if issues.has(Event::ExtendedAt) {
            match issues.time(record, Event::ExtendedAt) {
                Some(granted) if !granted.by(self.end) => return Extension::Later,
                Some(granted) if first.is_none_or(|first| granted.by(first)) => {}
                _ => return Extension::Unfounded,
            }
        }
        let has_reason = issues.extension_reasons.words().is_empty() || issues.extension_reasons.get(record).is_some();
        if has_reason { Extension::Holds } else { Extension::Unfounded }
    }

    fn are_extensions_checked(&self) -> bool {
        self.issues.has(Event::ExtendedAt) || !self.issues.extension_reasons.words().is_empty()
    }
}

fn find<'a>(tiers: &[Option<&'a Tier>], word: Option<usize>) -> Option<&'a Tier> {
    tiers.get(word?).copied().flatten()
}

fn end<'a>(
    clock: &Clock,
    tier: &'a Tier,
    start: Option<Moment>,
    term: Option<Term>,
) -> Result<Option<Moment>, Unreached<'a>> {
    let (Some(start), Some(term)) = (start, term) else { return Ok(None) };
    clock.deadline(start, term).map(Some).map_err(|UnknownDay(day)| Unreached { day, tier: &tier.id })
}
