//! The monthly report of a place: for the council meeting, and to file.

use super::Sheet;
use super::document::{Document, PaperTable};
use super::flow::{List, Piece};
use super::paper::DESK;
use super::sections::About;
use crate::model::{Period, PlaceIx};
use crate::view::chart::Chart;
use crate::view::{Subject, View, routes};

/// Pages of a report at most; its lists give way.
const PAGES: usize = 6;
/// Charts of a report, as far as the place has them.
const CHARTS: [&str; 3] = ["issues.received", "issues.on_time_rate", "issues.received.category"];
/// Notices of a report.
const NOTICES: usize = 8;

impl View<'_> {
    /// The monthly report of a place; `None` for a place without a page.
    pub(super) fn place_report(&self, at: PlaceIx) -> Option<Document> {
        let about = self.about_place(at, 2)?;
        let foot = self.foot(&DESK);
        let pages = self.packed_within(PAGES, &self.report(&about), &DESK, &foot);
        self.document(Sheet::Report(Subject::Place(at)), DESK, foot, pages)
    }

    fn report(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let subject = about.subject();
        let period = self.period_name(Period::Month(self.month));
        let title = lang.pick(
            format!("{} {period}月报", about.place.name),
            format!("{}: monthly report, {period}", about.place.name),
        );
        let as_of = self.day(self.as_of);
        let dated = lang.pick(
            format!("数据截至 {as_of}，发布号 {}", self.release),
            format!("Data up to {as_of}, release {}", self.release),
        );
        let publisher = self.config.site.publisher.clone();
        let lines = [publisher, dated].into_iter().filter(|line| !line.is_empty()).collect();
        let cards = self.month_cards(subject);
        let mut pieces = vec![Piece::Title(1, title, lines)];
        pieces.extend(self.standing_pieces(about));
        pieces.extend(self.streaks(subject).into_iter().map(Piece::Text));
        pieces.extend(self.communities_section(about));
        pieces.extend(self.figures_section(about, &cards));
        let charts = self.report_charts(subject);
        if !charts.is_empty() {
            pieces.push(Piece::Heading(2, lang.pick("变化和构成", "Over time and by kind").to_owned()));
            pieces.extend(charts.into_iter().map(|chart| Piece::Chart(Box::new(chart))));
        }
        pieces.extend(self.overdue_section(about));
        pieces.extend(self.open_section(about));
        pieces.extend(self.works_section(about));
        pieces.extend(self.projects_section(about));
        pieces.extend(self.lists_section(about));
        pieces.extend(self.items_section(about));
        pieces.extend(self.topics_section(about));
        pieces.extend(self.teams_section(about));
        pieces.extend(self.notices_section(about));
        pieces.extend(self.fixed_days_section(about));
        pieces.extend(self.contacts_section(about));
        pieces.extend(self.definitions_section(2, &cards));
        pieces.extend(self.closing());
        pieces
    }

    fn report_charts(&self, subject: Subject) -> Vec<Chart> {
        let mut charts = self.issue_charts(subject);
        charts.retain(|chart| CHARTS.contains(&chart.id.as_str()));
        if charts.is_empty() {
            charts = self.activity_charts(subject);
            charts.truncate(2);
        }
        charts.retain(|chart| !chart.is_empty() && !chart.is_flat());
        charts
    }

    /// Common topics; they are gathered over the whole site, so only the report of all of it tells of them.
    fn topics_section(&self, about: &About<'_>) -> Vec<Piece> {
        let is_whole = self.communities.iter().all(|&other| self.holds(about.at, other));
        let topics = self.topics();
        if !is_whole || topics.is_empty() || about.place.level >= self.config.community_level {
            return Vec::new();
        }
        let lang = self.lang;
        let head = lang.pick("共性问题和专题", "Common topics");
        let mut table = PaperTable::new(
            head,
            &[
                (lang.pick("专题", "Topic"), 7),
                (lang.pick("受理月份", "Months"), 6),
                (lang.pick("项目", "Projects"), 8),
                (lang.pick("件数", "Issues"), -3),
            ],
        );
        let all = topics.len();
        let rows = topics.into_iter().map(|topic| {
            let projects: Vec<String> = topic.projects.into_iter().map(|project| project.project.text).collect();
            vec![topic.name, topic.span, projects.join(lang.pick("、", ", ")), topic.issues.to_string()]
        });
        table.rows = rows.collect();
        let rest = self.on_the_web(&crate::view::Link::new(lang.pick("诉求办理", "Issues"), routes::ISSUES));
        vec![Piece::Heading(2, head.to_owned()), Piece::List(List { table, all, weight: 4, rest })]
    }

    fn notices_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let concerns = |places: &[PlaceIx]| places.is_empty() || places.iter().any(|&at| self.holds(about.at, at));
        let all: Vec<_> = self.cleared.ledger().library.notices.iter().filter(|one| concerns(&one.places)).collect();
        let notices = self.notice_rows(all.iter().copied().take(NOTICES));
        if notices.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("公告", "Notices");
        let mut table = PaperTable::new(head, &[(lang.pick("日期", "Day"), 5), (lang.pick("标题", "Title"), 19)]);
        table.rows = notices.into_iter().map(|notice| vec![notice.date, notice.link.text]).collect();
        let rest = self.on_the_web(&crate::view::Link::new(head, routes::NOTICES));
        vec![Piece::Heading(2, head.to_owned()), Piece::List(List { table, all: all.len(), weight: 2, rest })]
    }

    /// How to check a number, whom to complain to, and who confirmed the report.
    fn closing(&self) -> Vec<Piece> {
        let lang = self.lang;
        let methods = self.on_the_web(&crate::view::Link::new(lang.pick("口径说明", "Methods"), routes::CHECK));
        let contact = &self.config.site.contact;
        let mut told = lang.pick(
            format!("每个数字都能从公布的记录重新算出来，步骤见{methods}。发布号 {} 对应网站上这一次公布的全部数据。", self.release),
            format!(
                "Every figure can be computed again from the published records: the steps are at {methods}. The release {} stands for all data that the site published with it.",
                self.release
            ),
        );
        for (zh, en, value) in [
            ("对数字有疑问请打", "Questions about a figure", &contact.phone),
            ("监督电话", "Complaints about us", &contact.supervision),
        ] {
            if !value.is_empty() {
                told += &lang.pick(format!("{zh} {value}。"), format!(" {en}: {value}."));
            }
        }
        vec![
            Piece::Heading(2, lang.pick("核对和监督", "To check and to complain").to_owned()),
            Piece::Text(told),
            Piece::Heading(2, lang.pick("确认", "Confirmed").to_owned()),
            Piece::Signs(
                [
                    lang.pick("议事会确认", "For the council"),
                    lang.pick("填报单位", "For the publisher"),
                    lang.pick("日期", "Day"),
                ]
                .map(str::to_owned)
                .to_vec(),
            ),
        ]
    }
}
