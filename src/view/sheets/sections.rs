//! What documents about places tell, section by section.

use super::document::{PaperTable, large};
use super::flow::{List, Piece, most_rows};
use crate::measure::registry::{self, Metric};
use crate::measure::{self, Subject};
use crate::model::{Period, Place, PlaceIx, Project};
use crate::view::community::{CARDS, MORE};
use crate::view::shell::Link;
use crate::view::{Card, IssueRow, View, routes, sentences};

/// The large figures of a document; the first that the site has.
const LARGE: [&str; 7] = [
    "issues.received",
    "issues.on_time_rate",
    "issues.resolution_rate",
    "issues.overdue",
    "activities.sessions",
    "activities.hours",
    "projects.active",
];
const LARGE_MOST: usize = 4;
/// Figures of a team.
const TEAM: [&str; 3] = ["activities.sessions", "activities.participations", "activities.hours"];
/// How far the items of a list have come.
const LISTS: [&str; 6] =
    ["items.published", "items.claimed", "items.done", "items.cleared", "items.open", "items.clearing_rate"];
/// Figures of the communities side by side.
const COMMUNITIES: usize = 6;

/// A place in a document.
pub(super) struct About<'p> {
    pub(super) at: PlaceIx,
    pub(super) place: &'p Place,
    /// Its page.
    pub(super) page: Link,
    /// Level of the headings.
    pub(super) level: u32,
}

impl About<'_> {
    pub(super) fn subject(&self) -> Subject {
        Subject::Place(self.at)
    }

    fn heading(&self, text: &str) -> Piece {
        Piece::Heading(self.level, text.to_owned())
    }
}

impl View<'_> {
    /// A place as documents tell of it; `None` for a place without a page.
    pub(super) fn about_place(&self, at: PlaceIx, level: u32) -> Option<About<'_>> {
        let place = self.place(at)?;
        let page = Link::new(place.name.clone(), routes::place(place, self.config.community_level)?);
        Some(About { at, place, page, level })
    }

    /// Where the rest of a list is found, in words.
    pub(super) fn on_the_web(&self, page: &Link) -> String {
        match self.config.site.base_url.as_deref() {
            Some(base) => {
                let base = base.trim_start_matches("https://").trim_start_matches("http://");
                format!("{base}{}{}", self.folder(), routes::typed(&page.address))
            }
            None => self.lang.pick(format!("网页“{}”", page.text), format!("the page “{}”", page.text)),
        }
    }

    /// A section with a list under its head, or the words for none.
    pub(super) fn listed(
        &self,
        about: &About<'_>,
        (head, none): (&str, &str),
        mut table: PaperTable,
        (all, weight): (usize, usize),
        rows: impl Iterator<Item = Vec<String>>,
    ) -> Vec<Piece> {
        let heading = about.heading(&self.lang.pick(
            if all == 0 { head.to_owned() } else { format!("{head}（{all}）") },
            if all == 0 { head.to_owned() } else { format!("{head} ({all})") },
        ));
        if all == 0 {
            return if none.is_empty() { Vec::new() } else { vec![heading, Piece::Text(none.to_owned())] };
        }
        head.clone_into(&mut table.caption);
        table.rows = rows.take(most_rows(weight)).collect();
        vec![heading, Piece::List(List { table, all, weight, rest: self.on_the_web(&about.page) })]
    }

    /// How things stand, in sentences and in the largest figures.
    pub(super) fn standing_pieces(&self, about: &About<'_>) -> Vec<Piece> {
        let has_issues = !self.cleared.ledger().issues.is_empty();
        let mut pieces = vec![about.heading(self.lang.pick("总体情况", "How things stand"))];
        if has_issues {
            pieces.push(Piece::Text(sentences::plain(&self.status(about.subject()))));
        }
        let mut cards = self.cards(&self.of_groups(&LARGE), about.subject(), Period::Month(self.month));
        cards.truncate(LARGE_MOST);
        if cards.is_empty() && !has_issues {
            pieces.push(Piece::Text(self.lang.pick("本月没有记录。", "Nothing is recorded this month.").to_owned()));
        }
        if !cards.is_empty() {
            pieces.push(Piece::Numbers(large(cards)));
        }
        pieces
    }

    /// Every figure of the month that the page of a place has.
    pub(super) fn month_cards(&self, subject: Subject) -> Vec<Card> {
        let month = Period::Month(self.month);
        let mut cards = self.cards(&self.of_groups(&CARDS), subject, month);
        let own = if self.config.formulas.is_empty() {
            Vec::new()
        } else {
            self.formula_cards(&self.facts(subject, self.month, &[]), self.month)
        };
        let more = self.card_groups(&MORE, subject, month, own).into_iter().flat_map(|group| group.cards);
        // On paper there is no room for kinds of records that the site does not have.
        let is_kept = |card: &Card| registry::find(&card.id).is_none_or(|metric| self.has_group(metric.group()));
        let more = more.filter(is_kept);
        // The figures that matter most are compared with the month before as well.
        cards.extend(more.map(|card| Card { changes: card.changes.into_iter().take(1).collect(), ..card }));
        cards
    }

    /// Figures with what they are made of and how they changed, a row each.
    pub(super) fn figures_section(&self, about: &About<'_>, cards: &[Card]) -> Vec<Piece> {
        if cards.is_empty() {
            return Vec::new();
        }
        let lang = self.lang;
        let head = lang.pick("本月数字", "Figures of the month");
        let mut table = PaperTable::new(
            head,
            &[
                (lang.pick("指标", "Figure"), 5),
                (lang.pick("数值和构成", "Value and what it is made of"), 7),
                (lang.pick("比较", "Compared"), 12),
            ],
        );
        let row = |card: &Card| {
            let value = format!("{} {}", card.value, card.unit);
            let told = [value.trim(), &card.parts, &card.note].into_iter().filter(|text| !text.is_empty());
            let value = told.collect::<Vec<_>>().join(lang.pick("，", ", "));
            vec![card.name.clone(), value, card.changes.join(lang.pick("；", "; "))]
        };
        table.rows = cards.iter().map(row).collect();
        let rest = self.on_the_web(&about.page);
        vec![about.heading(head), Piece::List(List { table, all: cards.len(), weight: 24, rest })]
    }

    /// Overdue issues, the oldest deadline first.
    pub(super) fn overdue_section(&self, about: &About<'_>) -> Vec<Piece> {
        let words = (self.lang.pick("超期事项", "Overdue"), self.lang.pick("没有超期事项。", "Nothing is overdue."));
        self.issues_section(about, words, 8, &self.open_issues(about.at, about.place).0)
    }

    /// Other open issues, the nearest deadline first.
    pub(super) fn open_section(&self, about: &About<'_>) -> Vec<Piece> {
        let words = (self.lang.pick("其他在办事项", "Other open issues"), self.lang.pick("没有。", "None."));
        self.issues_section(about, words, 4, &self.open_issues(about.at, about.place).1)
    }

    fn issues_section(&self, about: &About<'_>, words: (&str, &str), weight: usize, records: &[usize]) -> Vec<Piece> {
        if self.cleared.ledger().issues.is_empty() {
            return Vec::new();
        }
        let lang = self.lang;
        let table = PaperTable::new(
            "",
            &[
                (lang.pick("编号", "Number"), 5),
                (lang.pick("地点", "Place"), 4),
                (lang.pick("事项", "Matter"), 7),
                (lang.pick("应办结", "Due"), 4),
                (lang.pick("情况", "State"), 4),
            ],
        );
        let rows = records.iter().map(|&record| {
            let IssueRow { id, place, category, summary, due, outcome, department, .. } = self.issue_row(record);
            let what = if summary.is_empty() { category } else { summary };
            let office = if department.is_empty() { department } else { format!("\n{department}") };
            vec![id, place, format!("{what}{office}"), due, outcome]
        });
        self.listed(about, words, table, (records.len(), weight), rows)
    }

    /// What was finished in the month: projects and activities.
    pub(super) fn works_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let done = self.finished_works(about.at, about.place);
        let words = (
            lang.pick("本月完工和志愿活动", "Done this month"),
            lang.pick("本月没有完工项目和志愿活动记录。", "Nothing is recorded as done this month."),
        );
        let table = PaperTable::new("", &[(lang.pick("内容", "What"), 18), (lang.pick("日期", "Day"), 6)]);
        let all = done.len();
        self.listed(about, words, table, (all, 4), done.into_iter().map(|row| vec![row.text, row.state]))
    }

    /// Projects with the step that comes next.
    pub(super) fn projects_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let projects = self.projects_in_order(about.at, about.place);
        let table = PaperTable::new(
            "",
            &[
                (lang.pick("项目", "Project"), 7),
                (lang.pick("状态", "State"), 4),
                (lang.pick("计划完成", "Planned end"), 4),
                (lang.pick("下一节点", "Next step"), 6),
                (lang.pick("进度", "Progress"), -3),
            ],
        );
        let row = |project: &Project| {
            let row = self.project_row(project);
            let state = if row.late { lang.pick("节点逾期", "step overdue").to_owned() } else { row.state };
            vec![row.project.text, state, row.due, self.next_step(project), row.progress]
        };
        let words = (lang.pick("项目和节点", "Projects and their steps"), "");
        self.listed(about, words, table, (projects.len(), 6), projects.iter().map(|project| row(project)))
    }

    /// The first step of a project that is not reached, with the day it was planned for.
    fn next_step(&self, project: &Project) -> String {
        let open = |step: &&crate::model::Milestone| step.actual.is_none_or(|day| day > self.as_of);
        let is_over = matches!(
            measure::state(project, self.as_of),
            crate::model::ProjectState::Done | crate::model::ProjectState::Cancelled
        );
        let Some(step) = project.milestones.iter().find(open).filter(|_| !is_over) else { return "—".to_owned() };
        match step.forecast.or(step.baseline) {
            Some(day) => self.lang.pick(format!("{}（{day}）", step.name), format!("{} ({day})", step.name)),
            None => step.name.clone(),
        }
    }

    /// The public lists: how far they have come.
    pub(super) fn lists_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let metrics: Vec<&'static Metric> = LISTS.iter().filter_map(|id| registry::find(id)).collect();
        let lists: Vec<_> = self.cleared.measures().tally(about.subject()).items.lists().collect();
        if lists.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("公开清单和销号", "Public lists and how far they have come");
        let mut columns = vec![(lang.pick("清单", "List"), 6)];
        columns.extend(metrics.iter().map(|metric| (metric.text(lang).name, -3)));
        let mut table = PaperTable::new(head, &columns);
        for list in lists {
            let mut row = vec![list.name(lang).to_owned()];
            row.extend(metrics.iter().map(|metric| {
                self.list_cell(metric, about.subject(), list).map(|cell| cell.value).unwrap_or_default()
            }));
            table.rows.push(row);
        }
        vec![about.heading(head), Piece::Table(table)]
    }

    /// What stands on the public lists of a community.
    pub(super) fn items_section(&self, about: &About<'_>) -> Vec<Piece> {
        if about.place.level != self.config.community_level {
            return Vec::new();
        }
        let lang = self.lang;
        let table = PaperTable::new(
            "",
            &[
                (lang.pick("清单", "List"), 4),
                (lang.pick("事项", "Item"), 11),
                (lang.pick("公布", "Published"), 4),
                (lang.pick("状态", "State"), 5),
            ],
        );
        let lists = self.lists(about.at, about.place);
        let all = lists.iter().map(|list| list.items.len() + list.more).sum();
        // The most urgent of every list before the second of any.
        let longest = lists.iter().map(|list| list.items.len()).max().unwrap_or_default();
        let turn = (0..longest).flat_map(|at| lists.iter().filter_map(move |list| list.items.get(at)));
        let rows = turn.map(|item| {
            let state = format!("{} {}", item.state, item.since);
            vec![item.list.clone(), item.title.clone(), item.published.clone(), state.trim().to_owned()]
        });
        self.listed(about, (lang.pick("清单事项", "On the lists"), ""), table, (all, 4), rows)
    }

    /// The teams at home in a place, with their month.
    pub(super) fn teams_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let ledger = self.cleared.ledger();
        let metrics: Vec<&'static Metric> = TEAM.iter().filter_map(|id| registry::find(id)).collect();
        let mut columns = vec![(lang.pick("团队", "Team"), 8), (lang.pick("联系", "Contact"), 4)];
        columns.extend(metrics.iter().map(|metric| (metric.text(lang).name, -4)));
        let table = PaperTable::new("", &columns);
        let home = |team: &crate::model::Team| team.home.is_some_and(|home| self.holds(about.at, home));
        let teams: Vec<_> = ledger.teams.iter().enumerate().filter(|(_, team)| home(team)).collect();
        let all = teams.len();
        let rows = teams.into_iter().map(|(at, team)| {
            let subject = Subject::Team(crate::model::TeamIx(u32::try_from(at).unwrap_or(u32::MAX)));
            let phone = team.contacts.first().map(|contact| contact.phone.clone()).unwrap_or_default();
            let mut row = vec![team.name.clone(), phone];
            row.extend(metrics.iter().map(|metric| self.cell(metric, subject, "").value));
            row
        });
        self.listed(about, (lang.pick("志愿团队", "Volunteer teams"), ""), table, (all, 6), rows)
    }

    /// Whom to call.
    pub(super) fn contacts_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let contacts = self.contacts(&about.place.contacts);
        let table = PaperTable::new(
            "",
            &[(lang.pick("岗位", "Post"), 9), (lang.pick("电话", "Telephone"), 7), (lang.pick("时间", "Hours"), 8)],
        );
        let all = contacts.len();
        let rows = contacts.into_iter().map(|contact| {
            let role = format!("{} {}", contact.role, contact.name);
            vec![role.trim().to_owned(), contact.phone, contact.hours]
        });
        self.listed(about, (lang.pick("联系人", "Whom to call"), ""), table, (all, 12), rows)
    }

    /// Days on which something is held again and again.
    pub(super) fn fixed_days_section(&self, about: &About<'_>) -> Vec<Piece> {
        let lang = self.lang;
        let days = self.fixed_day_rows(about.at);
        let table = PaperTable::new(
            "",
            &[
                (lang.pick("内容", "What"), 6),
                (lang.pick("时间", "When"), 7),
                (lang.pick("下一次", "Next"), 6),
                (lang.pick("地点", "Where"), 5),
            ],
        );
        let all = days.len();
        let rows = days.into_iter().map(|row| {
            let next = if row.moved.is_empty() { row.next } else { format!("{}\n{}", row.next, row.moved) };
            vec![row.name, row.rule, next, row.venue]
        });
        self.listed(about, (lang.pick("固定日", "Fixed days"), ""), table, (all, 6), rows)
    }

    /// The communities of a place side by side, in official order.
    pub(super) fn communities_section(&self, about: &About<'_>) -> Vec<Piece> {
        if about.place.level >= self.config.community_level {
            return Vec::new();
        }
        let lang = self.lang;
        let inside: Vec<PlaceIx> =
            self.communities.iter().copied().filter(|&other| self.holds(about.at, other)).collect();
        let mut metrics = self.table_metrics();
        // What is due is part of the rate, and what a household is has no room.
        metrics.retain(|metric| !["issues.due", "issues.complaints_per_thousand"].contains(&metric.id));
        metrics.truncate(COMMUNITIES);
        let level = self.level_name(self.config.community_level);
        let mut columns = vec![(level, 24 - 3 * i32::try_from(metrics.len()).unwrap_or_default())];
        columns.extend(metrics.iter().map(|metric| (metric.text(lang).name, -3)));
        let table = PaperTable::new("", &columns);
        let row = |name: &str, subject: Subject| {
            let mut row = vec![name.to_owned()];
            row.extend(metrics.iter().map(|metric| {
                let cell = self.cell(metric, subject, "");
                // The unit of the parts is that of the column.
                let parts = cell.parts.split(' ').next().unwrap_or_default();
                format!("{}\n{parts}", cell.value).trim().to_owned()
            }));
            row
        };
        let whole = row(lang.pick("合计", "Total"), about.subject());
        let rows = inside.iter().filter_map(|&at| Some(row(&self.place(at)?.name, Subject::Place(at))));
        let rows = std::iter::once(whole).chain(rows);
        if inside.is_empty() || metrics.is_empty() {
            return Vec::new();
        }
        let (head, count) = (lang.pick("各社区", "The communities"), inside.len());
        let heading = about.heading(&lang.pick(format!("{head}（{count}）"), format!("{head} ({count})")));
        let mut table = PaperTable { caption: head.to_owned(), ..table };
        table.rows = rows.take(most_rows(24)).collect();
        let rest = self.on_the_web(&about.page);
        let note = lang.pick(
            "按公布顺序排列，不是排名：各社区受理渠道、类别不同，不宜直接比较。合计由记录重新计算，不是各行相加。",
            "In official order, which is no ranking: channels and kinds of issues differ. The first row is counted from the records, not added up.",
        );
        // The first row is that of all.
        let list = List { table, all: count + 1, weight: 24, rest };
        vec![heading, Piece::List(list), Piece::Note(note.to_owned())]
    }

    /// The definitions of figures, each with its version.
    pub(super) fn definitions_section(&self, level: u32, cards: &[Card]) -> Vec<Piece> {
        let lang = self.lang;
        let mut ids: Vec<&str> = cards.iter().map(|card| card.id.as_str()).collect();
        ids.dedup();
        let found: Vec<&'static Metric> = ids.into_iter().filter_map(registry::find).collect();
        if found.is_empty() {
            return Vec::new();
        }
        let head = lang.pick("所用口径", "Definitions used");
        let columns = [
            (lang.pick("指标", "Figure"), 5),
            (lang.pick("编号和版本", "Id and version"), 7),
            (lang.pick("算法", "Formula"), 12),
        ];
        let mut table = PaperTable::new(head, &columns);
        let row = |metric: &&Metric| {
            let text = metric.text(lang);
            vec![text.name.to_owned(), metric.definition(), text.formula.to_owned()]
        };
        table.rows = found.iter().take(most_rows(12)).map(row).collect();
        let rest = self.on_the_web(&Link::new(lang.pick("口径说明", "Methods"), routes::METHODS));
        vec![Piece::Heading(level, head.to_owned()), Piece::List(List { table, all: found.len(), weight: 12, rest })]
    }
}
