//! The booklet of the month: all communities in one document, for a print shop.

use super::Sheet;
use super::document::{Block, Document, Foot, PaperTable};
use super::flow::Piece;
use super::paper::DESK;
use super::sections::About;
use crate::measure::Subject;
use crate::model::Period;
use crate::view::chart::Chart;
use crate::view::{Link, View, routes};

/// More communities than this are no booklet.
pub(super) const MOST: usize = 80;
/// Pages of a community.
const PAGES: usize = 2;
/// Pages of the table of teams.
const TEAM_PAGES: usize = 4;
/// What is stapled through the fold has pages in fours.
const FOLDED: usize = 4;

/// A part of the booklet, with its title among the contents.
struct Part {
    title: String,
    pages: Vec<Vec<Block>>,
}

impl View<'_> {
    /// Whether the site has a booklet.
    pub(super) fn has_booklet(&self) -> bool {
        (2..=MOST).contains(&self.communities.len())
    }

    /// The booklet.
    pub(super) fn booklet(&self) -> Option<Document> {
        let lang = self.lang;
        let foot = self.foot(&DESK);
        let mut parts = vec![self.how_to_read(&foot)];
        let mut cards = Vec::new();
        for &at in &self.rollups {
            let Some(about) = self.about_place(at, 3) else { continue };
            let own = self.month_cards(about.subject());
            // Places above one another with the same communities would say the same twice.
            if at != self.rollups.last().copied().unwrap_or(at) && self.holds_all_of_next(&about) {
                continue;
            }
            let mut pieces = vec![Piece::Title(2, about.place.name.clone(), Vec::new())];
            pieces.extend(self.standing_pieces(&about));
            pieces.extend(self.communities_section(&about));
            pieces.extend(self.figures_section(&about, &own));
            let title = about.place.name.clone();
            parts.push(Part { title, pages: self.packed_within(PAGES * 2, &pieces, &DESK, &foot) });
            cards = own;
        }
        for &at in &self.communities {
            parts.extend(self.about_place(at, 3).map(|about| self.community_part(&about, &foot)));
        }
        parts.extend(self.teams_part(&foot));
        if cards.is_empty() {
            cards = self.month_cards(Subject::Site);
        }
        let title = lang.pick("所用口径", "Definitions used");
        let mut pieces = vec![Piece::Title(2, title.to_owned(), Vec::new())];
        pieces.extend(self.definitions_section(3, &cards).into_iter().skip(1));
        parts.push(Part { title: title.to_owned(), pages: self.packed_within(PAGES, &pieces, &DESK, &foot) });
        self.document(Sheet::Booklet, DESK, self.foot(&DESK), self.bound(parts, &foot))
    }

    /// Whether the next place below holds the same communities.
    fn holds_all_of_next(&self, about: &About<'_>) -> bool {
        let next = self.rollups.iter().copied().find(|&next| next != about.at && self.holds(about.at, next));
        next.is_some_and(|next| {
            let mut inside = self.communities.iter().filter(|&&at| self.holds(about.at, at));
            inside.all(|&at| self.holds(next, at))
        })
    }

    fn cover(&self) -> Piece {
        let period = self.period_name(Period::Month(self.month));
        let as_of = self.day(self.as_of);
        let lines = [
            self.lang.pick(format!("{period}办理情况汇编"), format!("How things stand, {period}")),
            self.config.site.publisher.clone(),
            self.lang.pick(
                format!("数据截至 {as_of} · 发布号 {}", self.release),
                format!("Data up to {as_of} · release {}", self.release),
            ),
        ];
        Piece::Cover(self.config.site.title.clone(), lines.into_iter().filter(|line| !line.is_empty()).collect())
    }

    /// What a reader has to know before the first number.
    fn how_to_read(&self, foot: &Foot) -> Part {
        let lang = self.lang;
        let title = lang.pick("怎样读这些数字", "How to read the figures");
        let told = [
            lang.pick(
                "每个比率都印出构成：“286/298 件”是说 298 件里有 286 件。不满 10 件的不作百分比，只印件数；不满 30 件的同时印 95% 区间，区间越宽，偶然性越大。",
                "Every rate stands with what it is made of: “286/298 issues” are 286 out of 298. Of fewer than 10 there is no percentage, only the numbers; of fewer than 30 the 95% interval is printed as well: the wider it is, the more is chance.",
            ),
            lang.pick(
                "没有评价不算满意，没有数据不算零：“—”表示没有可计的件，[x] 表示有数但不公布，[z] 表示不适用，[p] 表示统计期还没有结束。",
                "Silence is not satisfaction, and no data is not zero: “—” is nothing to count, [x] is a figure that is not published, [z] one that does not apply, [p] a period that is not over.",
            ),
            lang.pick(
                "社区按公布顺序排列，不是排名。各社区的户数、受理渠道和诉求类别不同，不宜直接比较；同一社区可以与自己的上月、上年同月比较。",
                "Communities stand in official order, which is no ranking: their size, channels and kinds of issues differ. A community is compared with its own months before.",
            ),
            lang.pick(
                "超期事项和不满意的评价与好消息一样列出。清单放不下时说明还有多少项、在哪里看全。",
                "What is overdue and what people are dissatisfied with is printed like good news. A list that has no room says how many more there are, and where.",
            ),
        ];
        let mut pieces = vec![Piece::Title(2, title.to_owned(), Vec::new())];
        pieces.extend(told.map(|text| Piece::Text(text.to_owned())));
        Part { title: title.to_owned(), pages: self.packed(pieces, &DESK, foot) }
    }

    fn community_part(&self, about: &About<'_>, foot: &Foot) -> Part {
        let name = &about.place.name;
        let page = self.on_the_web(&about.page);
        let mut pieces = vec![Piece::Title(2, name.clone(), vec![page])];
        pieces.extend(self.standing_pieces(about));
        let chart = self.booklet_chart(about.subject());
        pieces
            .extend(chart.map(|chart| {
                Piece::Chart(Box::new(Chart { id: format!("{}-{}", about.place.id, chart.id), ..chart }))
            }));
        pieces.extend(self.overdue_section(about));
        pieces.extend(self.works_section(about));
        pieces.extend(self.projects_section(about));
        pieces.extend(self.lists_section(about));
        pieces.extend(self.fixed_days_section(about));
        pieces.extend(self.contacts_section(about));
        Part { title: name.clone(), pages: self.packed_within(PAGES, &pieces, &DESK, foot) }
    }

    fn booklet_chart(&self, subject: Subject) -> Option<Chart> {
        use crate::measure::registry;
        let id = ["issues.received", "activities.sessions"].into_iter().find(|id| self.is_measured(id))?;
        let title = registry::find(id)?.text(self.lang).name;
        let chart = self.monthly(id, title, &[id], subject, crate::view::chart::Form::Columns);
        (!chart.is_empty()).then_some(chart)
    }

    /// All teams with their month.
    fn teams_part(&self, foot: &Foot) -> Option<Part> {
        let lang = self.lang;
        let page = self.teams_page();
        let title = lang.pick("志愿团队", "Volunteer teams");
        let mut table = PaperTable::new(
            title,
            &[
                (lang.pick("团队", "Team"), 9),
                (lang.pick("所在", "Home"), 5),
                (lang.pick("场次", "Activities"), -3),
                (lang.pick("人次", "Participations"), -3),
                (lang.pick("小时", "Hours"), -4),
            ],
        );
        let teams = page.groups.into_iter().flat_map(|group| group.teams);
        table.rows = teams
            .map(|row| vec![row.link.text, row.home, row.sessions.value, row.participations.value, row.hours.value])
            .collect();
        if table.rows.is_empty() {
            return None;
        }
        let rest = self.on_the_web(&Link::new(title, routes::TEAMS));
        let all = table.rows.len();
        let list = super::flow::List { table, all, weight: 8, rest };
        let pieces = vec![Piece::Title(2, title.to_owned(), vec![page.period]), Piece::List(list)];
        Some(Part { title: title.to_owned(), pages: self.packed_within(TEAM_PAGES, &pieces, &DESK, foot) })
    }

    fn imprint(&self) -> Vec<Piece> {
        let lang = self.lang;
        let site = &self.config.site;
        let contact = &site.contact;
        let mut pieces = vec![Piece::Heading(3, lang.pick("印制说明", "Imprint").to_owned())];
        let lines = [
            (lang.pick("发布", "Published by"), site.publisher.clone()),
            (lang.pick("地址", "Address"), contact.address.clone()),
            (lang.pick("电话", "Telephone"), contact.phone.clone()),
            (lang.pick("监督电话", "Complaints about us"), contact.supervision.clone()),
            (lang.pick("网址", "Website"), site.base_url.clone().unwrap_or_default()),
            (lang.pick("许可", "Licence"), site.licence.clone()),
            (lang.pick("发布号", "Release"), self.release.clone()),
        ];
        let told: Vec<String> = lines
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| lang.pick(format!("{name}：{value}"), format!("{name}: {value}")))
            .collect();
        pieces.push(Piece::Text(told.join(lang.pick("；", "; "))));
        pieces.push(Piece::Text(
            lang.pick(
                "A4 双面印制，骑马订，页数多时胶装。页数凑足 4 的倍数，末尾的空白页供记事。",
                "A4, both sides, stapled through the fold, or glued where it is thick. The number of pages is a multiple of four: those left over at the end are for notes.",
            )
            .to_owned(),
        ));
        pieces
    }

    /// Cover, contents with the imprint, and parts, with pages for notes up to the next four.
    fn bound(&self, parts: Vec<Part>, foot: &Foot) -> Vec<Vec<Block>> {
        let lang = self.lang;
        let mut table = PaperTable::new(
            lang.pick("目录", "Contents"),
            &[(lang.pick("内容", "What"), 20), (lang.pick("页", "Page"), -4)],
        );
        // The numbers are one to four digits: as many lines as none.
        table.rows = parts.iter().map(|part| vec![part.title.clone(), "0000".to_owned()]).collect();
        let head = Piece::Title(2, table.caption.clone(), Vec::new());
        let mut pieces = vec![head, Piece::Table(table)];
        pieces.extend(self.imprint());
        let mut contents = self.packed(pieces, &DESK, foot);
        let mut page = 1 + contents.len();
        let mut starts = parts.iter().map(|part| {
            let start = page + 1;
            page += part.pages.len();
            start
        });
        let tables = contents.iter_mut().flatten().filter_map(|block| block.table.as_mut());
        for row in tables.flat_map(|table| &mut table.rows) {
            if let Some((cell, start)) = row.last_mut().zip(starts.next()) {
                *cell = start.to_string();
            }
        }
        let mut pages = self.packed(vec![self.cover()], &DESK, foot);
        pages.append(&mut contents);
        pages.extend(parts.into_iter().flat_map(|part| part.pages));
        while !pages.len().is_multiple_of(FOLDED) {
            let notes = vec![Piece::Heading(2, lang.pick("记事", "Notes").to_owned()), Piece::Rules];
            pages.extend(self.packed(notes, &DESK, foot));
        }
        pages
    }
}
