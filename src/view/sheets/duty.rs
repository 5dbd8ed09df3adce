//! Whom to call and where to go: a sheet to hang up in every station, in large type.

use super::Sheet;
use super::document::Document;
use super::flow::Piece;
use super::paper::BOARD;
use crate::model::PlaceIx;
use crate::view::{Subject, View};

/// Pages of the sheet at most; its lists give way.
const PAGES: usize = 2;

impl View<'_> {
    /// The duty sheet of a place; `None` for a place without a page.
    pub(super) fn place_duty(&self, at: PlaceIx) -> Option<Document> {
        let lang = self.lang;
        let about = self.about_place(at, 2)?;
        let foot = self.foot(&BOARD);
        let name = &about.place.name;
        let title = lang.pick(format!("{name} 找谁办"), format!("{name}: whom to call"));
        let mut pieces = vec![Piece::Title(1, title, vec![self.config.site.publisher.clone()])];
        let sections = [self.contacts_section(&about), self.fixed_days_section(&about), self.teams_to_call(&about)];
        let told = sections.concat();
        if told.is_empty() {
            let none = lang.pick("还没有登记联系方式和固定日。", "No contacts and no fixed days are recorded yet.");
            pieces.push(Piece::Text(none.to_owned()));
        }
        pieces.extend(told);
        let contact = &self.config.site.contact;
        let lines = [
            (lang.pick("服务电话", "Service telephone"), &contact.phone),
            (lang.pick("时间", "Hours"), &contact.hours),
            (lang.pick("地址", "Address"), &contact.address),
        ];
        let lines: Vec<String> = lines
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| lang.pick(format!("{name}：{value}"), format!("{name}: {value}")))
            .collect();
        if !lines.is_empty() {
            pieces.push(Piece::Heading(2, self.config.site.publisher.clone()));
            pieces.extend(lines.into_iter().map(Piece::Text));
        }
        let pages = self.packed_within(PAGES, pieces, &BOARD, &foot);
        self.document(Sheet::Duty(Subject::Place(at)), BOARD, foot, pages)
    }
}
