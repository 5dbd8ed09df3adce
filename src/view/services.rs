//! Service points and the rota on pages and sheets: where residents find somebody, and which post is on duty when.

use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use super::shell::Link;
use crate::model::{Duty, DutyDays, PlaceIx, ServicePoint, Span};
use crate::text::date::Day;

/// Service points listed on a page; more are counted and found in the download.
const POINTS: usize = 12;
/// Days that the rota of a page looks ahead.
const WEEK: i32 = 7;

/// A service point in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ServicePointRow {
    /// What it is called.
    pub name: String,
    /// What sort of point it is; empty when not said.
    pub kind: String,
    /// Where it is: the place, unless the list is about that one or the address names it, and the address.
    pub location: String,
    /// When it is open; empty when not said.
    pub hours: String,
    /// The day from which on it is open, in words, while that lies ahead; empty otherwise.
    pub opens: String,
    /// What one can have done there.
    pub services: Vec<String>,
    /// Work telephone; empty when not given.
    pub phone: String,
    /// The post that answers for it; empty when not said.
    pub contact: String,
    /// Whom it is near enough for; empty when not said.
    pub reach: String,
    /// What else to know; empty when there is nothing.
    pub note: String,
}

/// A turn of duty: a post, never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DutyRow {
    /// The days: `周一至周五`, `2026年11月3日（周二）`.
    pub days: String,
    /// The day as `2026-11-03`; empty for what comes every week.
    pub date: String,
    /// The hours: `8:30–17:30`; empty when not said.
    pub hours: String,
    /// The post.
    pub role: String,
    /// Work telephone; empty when not given.
    pub phone: String,
    /// Name of the service point where the post is found; empty when not said.
    pub point: String,
    /// Whose duty it is; empty for the place that the list is about.
    pub place: String,
    /// Whether it is that of a place above, such as the hall of the sub-district.
    pub above: bool,
    /// What else to know; empty when there is nothing.
    pub note: String,
}

impl View<'_> {
    /// The service points in a place and in places inside it: by place, outermost first, then by id.
    #[must_use]
    pub fn service_points(&self, at: PlaceIx) -> Vec<ServicePointRow> {
        self.points_in(at).iter().map(|point| self.service_point_row(point, at)).collect()
    }

    /// The rota for a place: its own, that of places inside it which have no page, and that of all places above it, marked as
    /// such. What comes every week goes first, by day and hour, then single days; those before the as-of date are left out.
    #[must_use]
    pub fn duty(&self, at: PlaceIx) -> Vec<DutyRow> {
        let ledger = self.cleared.ledger();
        let Some(place) = self.place(at) else { return Vec::new() };
        // Communities have a rota of their own: on the sheet of the sub-district they would hide that of the hall.
        let last = if place.level < self.config.community_level { at } else { place.last };
        let mut turns: Vec<(&Duty, bool)> = ledger.duty_of(at, last).iter().map(|duty| (duty, false)).collect();
        let mut parent = place.parent;
        while let Some((above, place)) = parent.and_then(|at| Some((at, self.place(at)?))) {
            turns.extend(ledger.duty_of(above, above).iter().map(|duty| (duty, true)));
            parent = place.parent;
        }
        turns.retain(|(duty, _)| !matches!(duty.days, DutyDays::On(day) if day < self.as_of));
        turns.sort_by(|(a, a_above), (b, b_above)| (a.time(), a_above, a.place).cmp(&(b.time(), b_above, b.place)));
        let mut rows: Vec<DutyRow> = turns.into_iter().map(|(duty, above)| self.duty_row(duty, at, above)).collect();
        // Two persons of one post on one turn are one row to residents.
        rows.dedup();
        rows
    }

    /// The service points that a page lists, and how many more there are.
    pub(super) fn listed_points(&self, at: PlaceIx) -> (Vec<ServicePointRow>, usize) {
        let points = self.points_in(at);
        let rows = points.iter().take(POINTS).map(|point| self.service_point_row(point, at)).collect();
        (rows, points.len().saturating_sub(POINTS))
    }

    /// The rota that a page shows: that of the place itself, for the week after the as-of date, without the telephones that
    /// stand on the page anyway.
    pub(super) fn duty_of_the_week(&self, at: PlaceIx, points: &[ServicePointRow]) -> Vec<DutyRow> {
        let end = self.as_of.plus(WEEK).to_string();
        let contacts = self.place(at).into_iter().flat_map(|place| &place.contacts).map(|contact| &contact.phone);
        let told: Vec<&String> = contacts.chain(points.iter().map(|point| &point.phone)).collect();
        let mut rows = self.duty(at);
        rows.retain(|row| !row.above && row.date <= end);
        rows.iter_mut().filter(|row| told.contains(&&row.phone)).for_each(|row| row.phone.clear());
        rows
    }

    /// The service points with the page that tells of each.
    pub(super) fn points_with_pages(&self) -> impl Iterator<Item = (&ServicePoint, Link)> {
        let points = self.cleared.ledger().service_points.iter();
        points.filter_map(|point| Some((point, self.place_link(point.place)?)))
    }

    fn points_in(&self, at: PlaceIx) -> &[ServicePoint] {
        let last = self.place(at).map_or(at, |place| place.last);
        self.cleared.ledger().service_points_of(at, last)
    }

    fn service_point_row(&self, point: &ServicePoint, at: PlaceIx) -> ServicePointRow {
        let ahead = point.since.filter(|since| *since > self.as_of);
        ServicePointRow {
            name: point.name.clone(),
            kind: point.kind.clone(),
            location: self.location(point, at),
            hours: point.hours.clone(),
            opens: ahead.map(|day| self.opens(day)).unwrap_or_default(),
            services: point.services.clone(),
            phone: point.phone.clone(),
            contact: point.contact.clone(),
            reach: point.reach.clone(),
            note: point.note.clone(),
        }
    }

    fn location(&self, point: &ServicePoint, at: PlaceIx) -> String {
        let place = self.other_place(point.place, at);
        match (place.as_str(), point.address.as_str()) {
            (place, "") => place.to_owned(),
            (place, address) if place.is_empty() || address.contains(place) => address.to_owned(),
            (place, address) => self.lang.pick(format!("{place} {address}"), format!("{place}, {address}")),
        }
    }

    fn opens(&self, day: Day) -> String {
        let day = self.day(day);
        self.lang.pick(format!("{day}启用"), format!("opens on {day}"))
    }

    fn duty_row(&self, duty: &Duty, at: PlaceIx, above: bool) -> DutyRow {
        let (days, date) = match &duty.days {
            DutyDays::Weekly(days) => (crate::model::Weekday::words(days, self.lang), String::new()),
            DutyDays::On(day) => (self.day_and_weekday(*day), day.to_string()),
        };
        let hours: Vec<String> = duty.hours.iter().map(|span: &Span| span.words(self.lang)).collect();
        let point = duty.point.and_then(|at| self.cleared.ledger().service_point(at));
        DutyRow {
            days,
            date,
            hours: hours.join(self.lang.pick("、", ", ")),
            role: duty.role.clone(),
            phone: duty.phone.clone(),
            point: point.map(|point| point.name.clone()).unwrap_or_default(),
            place: self.other_place(duty.place, at),
            above,
            note: duty.note.clone(),
        }
    }

    /// The name of a place that a list about another has to tell.
    fn other_place(&self, place: PlaceIx, list: PlaceIx) -> String {
        if place == list { String::new() } else { self.place_name(Some(place)).to_owned() }
    }
}
