//! Whom to call and where to go: a sheet to hang up in every station, in large type.

use super::Sheet;
use super::document::{Document, PaperTable};
use super::flow::Piece;
use super::paper::BOARD;
use super::sections::About;
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
        let mut pieces = vec![Piece::Title(1, title, self.office_to_call())];
        let sections = [
            self.contacts_section(&about),
            self.duty_section(&about),
            self.points_section(&about),
            self.fixed_days_section(&about),
            self.teams_to_call(&about),
        ];
        let told = sections.concat();
        if told.is_empty() {
            let none = lang.pick("还没有登记联系方式和固定日。", "No contacts and no fixed days are recorded yet.");
            pieces.push(Piece::Text(none.to_owned()));
        }
        pieces.extend(told);
        let pages = self.packed_within(PAGES, &pieces, &BOARD, &foot);
        self.document(Sheet::Duty(Subject::Place(at)), BOARD, foot, pages)
    }

    /// The publisher with its telephone, hours and address, in lines.
    fn office_to_call(&self) -> Vec<String> {
        let (site, lang) = (&self.config.site, self.lang);
        let phone = match site.contact.phone.as_str() {
            "" => String::new(),
            phone => lang.pick(format!("服务电话 {phone}"), format!("telephone {phone}")),
        };
        let hours = [phone, site.contact.hours.clone()];
        let hours = hours.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(lang.pick("，", ", "));
        let lines = [site.publisher.clone(), hours, site.contact.address.clone()];
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// The rota: which post is on duty when.
    fn duty_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let mut turns = self.duty(about.at);
        // Those of the places above come last, and give way first.
        turns.sort_by_key(|turn| turn.above);
        let columns = [
            (lang.pick("日子", "Days"), 6),
            (lang.pick("时间", "Hours"), 5),
            (lang.pick("值班岗位", "Post"), 6),
            (lang.pick("电话", "Telephone"), 7),
        ];
        let all = turns.len();
        let rows = turns.into_iter().map(|row| {
            let at = [row.place, row.point].into_iter().filter(|text| !text.is_empty());
            let post = std::iter::once(row.role).chain(at).collect::<Vec<_>>().join("\n");
            vec![row.days, row.hours, post, row.phone]
        });
        let table = PaperTable::new("", &columns);
        self.listed(about, (lang.pick("值班", "On duty"), ""), table, (all, 12), rows)
    }

    /// Where one finds somebody.
    fn points_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let points = self.service_points(about.at);
        let columns = [
            (lang.pick("服务点", "Service point"), 7),
            (lang.pick("地点", "Where"), 5),
            (lang.pick("时间", "Hours"), 5),
            (lang.pick("电话", "Telephone"), 7),
        ];
        let all = points.len();
        let rows = points.into_iter().map(|row| {
            let hours = [row.hours, row.opens].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
            vec![row.name, row.location, hours.join("\n"), row.phone]
        });
        let table = PaperTable::new("", &columns);
        self.listed(about, (lang.pick("服务点", "Service points"), ""), table, (all, 6), rows)
    }
}
