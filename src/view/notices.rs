//! Which notices concern a place, and which of them its page shows.

use std::cmp::Reverse;

use super::View;
use super::content::NoticeRow;
use crate::model::{Library, PlaceIx, Prose};

/// Notices that a page shows, besides those that nobody may miss.
const LATEST: usize = 3;

/// The notices by the places they name, so that no page has to look through all of them. Numbers are those of the library.
#[derive(Debug, Default)]
pub(super) struct NoticeIndex {
    /// Those that name no place: they concern all.
    general: Vec<usize>,
    /// Places with a notice that names them, sorted.
    named: Vec<(PlaceIx, usize)>,
}

impl NoticeIndex {
    pub(super) fn of(library: &Library) -> Self {
        let mut index = Self::default();
        for (at, notice) in library.notices.iter().enumerate() {
            if notice.places.is_empty() {
                index.general.push(at);
            }
            index.named.extend(notice.places.iter().map(|&place| (place, at)));
        }
        index.named.sort_unstable();
        index
    }

    /// Those that concern any of a range of places, newest first.
    fn about(&self, first: PlaceIx, last: PlaceIx) -> Vec<usize> {
        let start = self.named.partition_point(|(place, _)| *place < first);
        let end = self.named.partition_point(|(place, _)| *place <= last);
        let named = self.named.get(start..end).unwrap_or_default().iter().map(|(_, at)| *at);
        let mut found: Vec<usize> = self.general.iter().copied().chain(named).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl View<'_> {
    /// The notices that concern a place or those inside it, with their numbers, newest first.
    pub(super) fn notices_about(&self, at: PlaceIx) -> Vec<(usize, &Prose)> {
        let last = self.place(at).map_or(at, |place| place.last);
        let notices = &self.cleared.ledger().library.notices;
        self.notices.about(at, last).into_iter().filter_map(|number| Some((number, notices.get(number)?))).collect()
    }

    /// The notices on the page of a place. Nobody may miss a public one while it can be objected to, nor what is announced for a day
    /// ahead: all of these come first, then the latest others.
    pub(super) fn notices_of(&self, at: PlaceIx) -> Vec<NoticeRow> {
        let open =
            |&(number, _): &(usize, &Prose)| self.cleared.measures().last_day(number).filter(|&last| last > self.as_of);
        let is_ahead = |&(_, notice): &(usize, &Prose)| notice.date.is_some_and(|day| day > self.as_of);
        let (mut first, others): (Vec<_>, Vec<_>) =
            self.notices_about(at).into_iter().partition(|notice| open(notice).is_some() || is_ahead(notice));
        // Those that can be objected to on top, the least time left before more.
        first.sort_by_key(|notice| (Reverse(open(notice).is_some()), open(notice)));
        let shown = first.into_iter().chain(others.into_iter().take(LATEST));
        self.notice_rows(shown.map(|(_, notice)| notice))
    }
}
