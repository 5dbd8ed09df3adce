//! By when an issue must be handled, and who says so: the data, or the promise of its tier.

use crate::config::{Term, Tier};
use crate::measure::clock::{Clock, UnknownDay};
use crate::model::{Event, Issues};
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
pub(super) struct Unreached {
    pub day: Day,
}

impl From<UnknownDay> for Unreached {
    fn from(UnknownDay(day): UnknownDay) -> Self {
        Self { day }
    }
}

/// The deadline that the data gives: the extended one, when it was extended. It is a deadline for the finish, whatever
/// the tier promises.
pub(super) fn given(issues: &Issues, record: usize) -> Option<Due> {
    let given = |event, basis| issues.time(record, event).map(|at| Due { at, basis, stop: Event::Handled });
    given(Event::ExtendedTo, Basis::Extended).or_else(|| given(Event::Due, Basis::Given))
}

/// The tiers of a site, by the position of their id among the words of the issues.
pub(super) struct Promises<'a> {
    issues: &'a Issues,
    tiers: Vec<Option<&'a Tier>>,
}

impl<'a> Promises<'a> {
    pub fn of(issues: &'a Issues, tiers: &'a [Tier]) -> Self {
        let by_word = |word: &String| tiers.iter().find(|tier| tier.id == *word);
        Self { issues, tiers: issues.tiers.words().iter().map(by_word).collect() }
    }

    /// The deadline by the tier of an issue; `None` without a term, or before its clock started.
    pub fn due(
        &self,
        clock: &Clock,
        record: usize,
        happened: impl Fn(Event) -> Option<Moment>,
    ) -> Result<Option<Due>, Unreached> {
        let Some(tier) = self.tier(record) else { return Ok(None) };
        let at = end(clock, happened(tier.start), tier.term)?;
        Ok(at.map(|at| Due { at, basis: Basis::Tier, stop: tier.stop }))
    }

    /// The end of the time that the tier of an issue promises for the first contact.
    pub fn contact(
        &self,
        clock: &Clock,
        record: usize,
        happened: impl Fn(Event) -> Option<Moment>,
    ) -> Result<Option<Moment>, Unreached> {
        let Some(tier) = self.tier(record) else { return Ok(None) };
        end(clock, happened(tier.start), tier.contact)
    }

    fn tier(&self, record: usize) -> Option<&'a Tier> {
        let word = self.issues.tiers.position(record)?;
        self.tiers.get(word).copied().flatten()
    }
}

fn end(clock: &Clock, start: Option<Moment>, term: Option<Term>) -> Result<Option<Moment>, Unreached> {
    let (Some(start), Some(term)) = (start, term) else { return Ok(None) };
    Ok(Some(clock.deadline(start, term)?))
}
