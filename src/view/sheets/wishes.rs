//! The wall of wishes (微心愿): cards with a slip to tear off, and what was claimed and done.

use std::cmp::Reverse;

use super::Sheet;
use super::paper::WISHES;
use super::poster::PosterRow;
use super::slips::{Slip, SlipContent, Slips};
use crate::diag::Problem;
use crate::model::{Item, ItemState, List, PlaceIx};
use crate::view::{View, routes};

impl View<'_> {
    /// Whether a community has wishes to hang up.
    pub(super) fn has_wishes(&self, at: PlaceIx) -> bool {
        self.wishes(at).next().is_some()
    }

    /// The wishes of a community that were made public and not withdrawn.
    fn wishes(&self, at: PlaceIx) -> impl Iterator<Item = &Item> {
        let items = self.place(at).map(|place| self.cleared.ledger().items_of(at, place.last)).unwrap_or_default();
        items.iter().filter(|item| {
            item.list == List::Wish && item.published_on <= self.as_of && item.state(self.as_of) != ItemState::Withdrawn
        })
    }

    /// The wishes of a community as cards, and what had to be cut; `None` when there are none.
    pub(super) fn wish_slips(&self, at: PlaceIx) -> Option<(Slips, Vec<Problem>)> {
        let place = self.place(at)?;
        let (shell, links) = self.sheet_frame(Sheet::Wishes(at))?;
        let lang = self.lang;
        let (mut waiting, mut taken): (Vec<&Item>, Vec<&Item>) =
            self.wishes(at).partition(|item| item.state(self.as_of) == ItemState::Published);
        if waiting.is_empty() && taken.is_empty() {
            return None;
        }
        waiting.sort_by_key(|item| (item.published_on, item.id.as_str()));
        // What somebody still works at first, then what was done last.
        taken.sort_by_key(|item| {
            let (is_done, on) = self.wish_day(item);
            (is_done, Reverse(on), item.id.as_str())
        });
        let done = taken.iter().filter(|item| self.wish_day(item).0).count();
        let claimed = taken.len() - done;
        let contact = self.first_contact(&place.contacts);
        let office =
            contact.map_or_else(|| place.name.clone(), |contact| format!("{} {}", contact.text, contact.state));
        let lead = if waiting.is_empty() {
            lang.pick("目前没有待认领的心愿。", "No wish waits to be claimed.").to_owned()
        } else {
            lang.pick(
                format!("愿意帮忙的，撕下回条填好，交到社区：{office}。回条只用于联系，不上网公布。"),
                format!(
                    "To fulfil a wish, tear off its slip, fill it in and hand it to the community: {office}. \
                     Slips are used to reach you and never published."
                ),
            )
        };
        let ledger = self.cleared.ledger();
        let cards = waiting.into_iter().map(|item| (ledger.position(item.trace), self.wish_slip(item))).collect();
        let counts = [
            (claimed, lang.pick(format!("已认领 {claimed} 个"), format!("Claimed: {claimed}"))),
            (done, lang.pick(format!("已实现 {done} 个"), format!("Fulfilled: {done}"))),
        ];
        let counts = counts.into_iter().filter(|&(count, _)| count > 0).map(|(_, text)| text);
        let rest_title = counts.collect::<Vec<_>>().join(lang.pick("，", ", "));
        let rest = taken.into_iter().map(|item| self.taken_row(item)).collect();
        let page = routes::place(place, self.config.community_level)?;
        let content = SlipContent {
            face: WISHES,
            publisher: self.config.site.publisher.clone(),
            title: lang.pick(format!("{}微心愿", place.name), format!("Wishes in {}", place.name)),
            lead,
            qr: self.qr_inside(&page, &routes::lists_of(&page), "qr"),
            cards,
            rest: Some((rest_title, rest)),
            notice: self.config.site.notice.clone(),
            foot: self.slip_foot(),
        };
        Some(content.fit(lang, shell, links))
    }

    fn wish_slip(&self, item: &Item) -> Slip {
        let lang = self.lang;
        let (id, place) = (&item.id, self.place_name(Some(item.place)));
        let day = self.brief_day(item.published_on);
        Slip {
            kicker: [lang.pick(format!("微心愿 {id}"), format!("Wish {id}")), place.to_owned()].join(" · "),
            title: vec![item.title.clone()],
            title_size: 0,
            text: lang.pick(format!("{day}公布"), format!("published {day}")),
            phone: String::new(),
            stub: lang.pick(format!("认领回条 {id} {}", item.title), format!("Slip {id} {}", item.title)),
            blanks: vec![
                lang.pick("认领人", "Claimed by"),
                lang.pick("联系电话", "Telephone"),
                lang.pick("日期", "Date"),
            ],
            call: String::new(),
            qr: None,
        }
    }

    /// Whether a wish was done, and the day of that, else the day it was claimed.
    fn wish_day(&self, item: &Item) -> (bool, Option<crate::text::date::Day>) {
        match item.state(self.as_of) {
            ItemState::Done | ItemState::Cleared => (true, item.done_on.or(item.cleared_on)),
            _ => (false, item.claimed_on),
        }
    }

    fn taken_row(&self, item: &Item) -> PosterRow {
        let lang = self.lang;
        let (is_done, on) = self.wish_day(item);
        let on = on.map(|day| self.brief_day(day)).unwrap_or_default();
        let by = &item.claimed_by;
        let state = if is_done {
            lang.pick(format!("{on}已实现"), format!("fulfilled on {on}"))
        } else {
            lang.pick(format!("{on}已认领"), format!("claimed on {on}"))
        };
        let text = [item.id.as_str(), &item.title, by].into_iter().filter(|part| !part.is_empty());
        PosterRow { text: text.collect::<Vec<_>>().join("　"), state, late: false }
    }
}
