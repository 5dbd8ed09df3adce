//! Plates for doors (数字门牌): a code that leads a phone to the place on the page of its community.

use super::Sheet;
use super::paper::DOORS;
use super::slips::{Slip, SlipContent, Slips};
use crate::diag::Problem;
use crate::model::{Place, PlaceIx};
use crate::view::{View, routes};

impl View<'_> {
    /// The levels whose places get a plate: what residents know their home by. The grids of the administration are none of that,
    /// unless there is nothing else.
    pub(in crate::view) fn door_levels(&self, inside: &[Place]) -> Vec<usize> {
        let mut levels: Vec<usize> = inside.iter().map(|place| place.level).collect();
        levels.sort_unstable();
        levels.dedup();
        let is_grid = |level: &usize| {
            self.config.levels.get(*level).is_some_and(|level| level.id == "grid" || level.name.contains("网格"))
        };
        let homes: Vec<usize> = levels.iter().copied().filter(|level| !is_grid(level)).collect();
        if homes.is_empty() { levels } else { homes }
    }

    /// The places below a community.
    fn inside(&self, at: PlaceIx) -> &[Place] {
        let last = self.place(at).map_or(at, |place| place.last);
        self.cleared.ledger().places.get(at.0 as usize + 1..=last.0 as usize).unwrap_or_default()
    }

    /// Whether a community has doors to put a code on; without the address of the site there is no code.
    pub(super) fn has_doors(&self, at: PlaceIx) -> bool {
        self.config.site.base_url.is_some() && !self.inside(at).is_empty()
    }

    /// The plates of a community, and what had to be cut; `None` when there is nothing to put them on.
    pub(super) fn door_slips(&self, at: PlaceIx) -> Option<(Slips, Vec<Problem>)> {
        let place = self.place(at)?;
        let (shell, links) = self.sheet_frame(Sheet::Doors(at))?;
        let lang = self.lang;
        let inside = self.inside(at);
        let levels = self.door_levels(inside);
        let page = routes::place(place, self.config.community_level)?;
        let contact = self.contacts(&place.contacts).into_iter().find(|contact| !contact.phone.is_empty());
        let phone = contact.map(|contact| contact.phone).unwrap_or_default();
        let text = if phone.is_empty() { "" } else { lang.pick("社区电话", "Community office") };
        let card = |below: &Place| {
            let slip = Slip {
                kicker: place.name.clone(),
                title: vec![below.name.clone()],
                title_size: 0,
                text: text.to_owned(),
                phone: phone.clone(),
                stub: String::new(),
                blanks: Vec::new(),
                call: lang.pick("扫码：报问题、查进度、看公示", "Scan: report and follow up").to_owned(),
                qr: self.qr_inside(&page, &routes::place_inside(&page, below), &routes::anchor(below)),
            };
            (self.cleared.ledger().position(below.trace), slip)
        };
        let cards: Vec<_> = inside.iter().filter(|below| levels.contains(&below.level)).map(card).collect();
        if cards.is_empty() || self.config.site.base_url.is_none() {
            return None;
        }
        let content = SlipContent {
            face: DOORS,
            publisher: self.config.site.publisher.clone(),
            title: lang.pick(format!("{}数字门牌", place.name), format!("Door plates of {}", place.name)),
            lead: lang
                .pick(
                    "沿虚线裁开，贴在单元门口；有几个单元门，就印几份。",
                    "Cut along the dashes and put up at the doors; print as many as there are doors.",
                )
                .to_owned(),
            qr: None,
            cards,
            rest: None,
            notice: self.config.site.notice.clone(),
            foot: self.slip_foot(),
        };
        Some(content.fit(lang, shell, links))
    }
}
