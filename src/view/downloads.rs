//! The published tables: columns, rows, and what each column means. The contract that others build on.

use super::{View, routes};
use crate::measure::membership::{Bit, Cohort, deadline};
use crate::measure::registry::METRICS;
use crate::measure::series::periods;
use crate::measure::{Dimension, Figure, Subject, Value, activities};
use crate::model::{Event, PlaceIx, TeamIx};
use crate::text::Lang;
use crate::text::number::{fixed, fraction};

/// Above this many communities and teams each subject has a file of figures of its own.
const MOST_IN_ONE_FILE: usize = 200;

/// A published file of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Download {
    /// All figures, or those of the site and the roll-ups.
    Figures,
    /// The figures of one subject.
    FiguresOf(Subject),
    /// Issues.
    Issues,
    /// Activities.
    Activities,
    /// Projects.
    Projects,
    /// Items of the lists.
    Items,
}

/// A column of a published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type, as Table Schema calls it.
    pub kind: &'static str,
    /// What it holds.
    pub meaning: String,
}

/// A row of cells, in the order of the columns.
pub type Row<'a> = &'a [&'a str];

impl Download {
    /// Address of the file.
    #[must_use]
    pub fn address(&self, view: &View<'_>) -> String {
        match self {
            Self::Figures => routes::FIGURES_CSV.to_owned(),
            Self::FiguresOf(subject) => routes::figures_of(&view.subject_id(*subject)),
            Self::Issues => routes::ISSUES_CSV.to_owned(),
            Self::Activities => routes::ACTIVITIES_CSV.to_owned(),
            Self::Projects => routes::PROJECTS_CSV.to_owned(),
            Self::Items => routes::ITEMS_CSV.to_owned(),
        }
    }

    /// What the file holds.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &'static str {
        match self {
            Self::Figures | Self::FiguresOf(_) => lang.pick("全部指标数值", "All figures"),
            Self::Issues => lang.pick("诉求明细与归属标记", "Issues with their membership columns"),
            Self::Activities => lang.pick("志愿服务活动明细", "Volunteer activities"),
            Self::Projects => lang.pick("项目明细", "Projects"),
            Self::Items => lang.pick("清单明细", "Items of the lists"),
        }
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self, lang: Lang) -> Vec<Column> {
        let plain = |columns: &[(&str, &'static str, &str, &str)]| {
            columns
                .iter()
                .map(|&(name, kind, zh, en)| Column {
                    name: name.to_owned(),
                    kind,
                    meaning: lang.pick(zh, en).to_owned(),
                })
                .collect::<Vec<_>>()
        };
        match self {
            Self::Figures | Self::FiguresOf(_) => plain(FIGURE_COLUMNS),
            Self::Issues => {
                let mut columns = plain(ISSUE_COLUMNS);
                for cohort in Cohort::ALL {
                    let meaning = lang.pick("在该队列中归入的月份", "month in which the record counts in this cohort");
                    columns.push(Column {
                        name: cohort.column().to_owned(),
                        kind: "yearmonth",
                        meaning: meaning.to_owned(),
                    });
                }
                for bit in Bit::ALL {
                    let meaning = bit.meaning(lang).to_owned();
                    columns.push(Column { name: bit.column().to_owned(), kind: "integer", meaning });
                }
                columns
            }
            Self::Activities => plain(ACTIVITY_COLUMNS),
            Self::Projects => plain(PROJECT_COLUMNS),
            Self::Items => plain(ITEM_COLUMNS),
        }
    }

    /// Gives every row to `each`, in a fixed order.
    pub fn rows(&self, view: &View<'_>, each: &mut dyn FnMut(Row<'_>)) {
        match self {
            Self::Figures => {
                for subject in view.subjects_in_main_file() {
                    view.figure_rows(subject, each);
                }
            }
            Self::FiguresOf(subject) => view.figure_rows(*subject, each),
            Self::Issues => view.issue_rows(each),
            Self::Activities => view.activity_rows(each),
            Self::Projects => view.project_rows(each),
            Self::Items => view.item_rows(each),
        }
    }
}

type ColumnText = (&'static str, &'static str, &'static str, &'static str);

const FIGURE_COLUMNS: &[ColumnText] = &[
    (
        "figure",
        "string",
        "指标编号；细分项写在花括号里，如 {category=环境卫生}",
        "metric id; a breakdown stands in braces, such as {category=…}",
    ),
    ("subject_kind", "string", "对象种类：site 全站、place 地点、team 团队", "site, place or team"),
    ("subject", "string", "对象编号；全站为空", "id of the subject; empty for the site"),
    (
        "period",
        "string",
        "统计期：2026-10、2026-Q3、2026-H1、2026、all，存量为 @日期",
        "2026-10, 2026-Q3, 2026-H1, 2026, all, or @date for a stock",
    ),
    ("value", "number", "数值：比率为 0–1，时长为分钟，金额为元", "rates are fractions 0–1, times minutes, money yuan"),
    ("numerator", "integer", "分子；计数为其本身", "numerator; of a count, itself"),
    ("denominator", "integer", "分母；计数为空", "denominator; empty for counts"),
    ("low", "number", "比率的 95% 威尔逊区间下限", "lower end of the 95 % Wilson interval of a rate"),
    ("high", "number", "比率的 95% 威尔逊区间上限", "upper end of the 95 % Wilson interval of a rate"),
    ("unit", "string", "单位", "unit"),
    ("mark", "string", "标记：[p] 统计期未结束，暂定", "[p]: period not over, provisional"),
    ("definition", "string", "口径编号与版本", "definition and its version"),
    ("as_of", "date", "数据截止日", "as-of date"),
];

const ISSUE_COLUMNS: &[ColumnText] = &[
    ("id", "string", "工单编号", "id"),
    ("place", "string", "地点编号（不细于小区）", "id of the place, no finer than one level below the community"),
    ("place_name", "string", "地点名称", "name of the place"),
    ("community", "string", "所属社区编号", "id of the community"),
    ("kind", "string", "性质", "kind"),
    ("category", "string", "类别", "category"),
    ("tier", "string", "时限分级", "tier"),
    ("channel", "string", "渠道", "channel"),
    ("origin", "string", "来源：resident 居民反映、patrol 巡查发现", "resident or patrol"),
    ("department", "string", "承办单位", "office in charge"),
    ("team", "string", "参与团队编号", "id of the team that helped"),
    ("received_at", "string", "受理时间", "received"),
    ("due_at", "string", "应办结时间（经延期的为延期后）", "deadline (as extended)"),
    ("handled_at", "string", "办结时间", "finished"),
    ("verified_at", "string", "回访时间", "return call"),
    ("closed_at", "string", "销单时间", "closed"),
    ("status", "string", "状态", "status"),
    ("contacted", "string", "诉求人答：是否联系", "the caller's word on contact"),
    ("solved", "string", "诉求人答：是否解决", "the caller's word on the solution"),
    ("process", "string", "服务过程评价", "rating of the process"),
    ("result", "string", "办理结果评价", "rating of the result"),
    ("returns", "integer", "退回重办次数", "times handed back"),
    ("topic", "string", "归入的课题", "common topic"),
    ("duplicate_of", "string", "并入的主件编号", "issue it repeats"),
    ("excluded", "string", "不计入的原因", "why it is outside the figures"),
    ("handling_minutes", "number", "从受理到办结的分钟数", "minutes from receipt to finish"),
];

const ACTIVITY_COLUMNS: &[ColumnText] = &[
    ("id", "string", "活动编号", "id"),
    ("date", "date", "日期", "day"),
    ("team", "string", "团队编号", "id of the team"),
    ("place", "string", "计入的地点编号", "id of the place it counts in"),
    ("kind", "string", "类型", "kind"),
    ("theme", "string", "主题", "theme"),
    ("partners", "string", "共建单位", "partners"),
    ("volunteers", "integer", "参加志愿者（人次）", "volunteers taking part"),
    ("minutes", "number", "服务时长（分钟）", "time served in minutes"),
    ("served", "integer", "服务对象数", "served"),
    (
        "served_unit",
        "string",
        "服务对象数的单位：visits 人次、people 人、households 户",
        "visits, people or households",
    ),
    ("month", "yearmonth", "归入的月份", "month in which it counts"),
    ("in_counted", "integer", "计入指标：已核实且不晚于数据截止日", "counts: confirmed, and not after the as-of date"),
];

const PROJECT_COLUMNS: &[ColumnText] = &[
    ("id", "string", "项目编号", "id"),
    ("place", "string", "地点编号", "id of the place"),
    ("name", "string", "名称", "name"),
    ("kind", "string", "类型", "kind"),
    ("owner", "string", "责任单位", "owner"),
    ("team", "string", "参与团队编号", "id of the team"),
    ("state", "string", "状态", "state"),
    ("stage", "string", "目前环节", "stage"),
    ("start", "date", "开工日", "first day"),
    ("due", "date", "计划完成日", "planned last day"),
    ("done", "date", "实际完成日", "actual last day"),
    ("budget", "number", "批准预算（元）", "approved budget, yuan"),
    ("paid", "number", "已支付（元）", "paid, yuan"),
    ("progress", "number", "进度 0–1", "progress, 0–1"),
    ("origin", "string", "由来：课题或工单", "topic or issues it grew out of"),
    ("result", "string", "结果", "result"),
    ("in_active", "integer", "实施中", "in progress"),
    ("in_on_schedule", "integer", "实施中且没有逾期节点", "in progress without an overdue step"),
    ("in_budgeted", "integer", "计入预算执行率", "counts in budget execution"),
];

const ITEM_COLUMNS: &[ColumnText] = &[
    ("id", "string", "编号", "id"),
    ("list", "string", "清单", "list"),
    ("place", "string", "地点编号", "id of the place"),
    ("title", "string", "内容", "what it is"),
    ("state", "string", "状态", "state"),
    ("published_on", "date", "公布日", "made public on"),
    ("claimed_on", "date", "认领日", "claimed on"),
    ("claimed_by", "string", "认领方", "claimed by"),
    ("done_on", "date", "完成日", "done on"),
    ("cleared_on", "date", "销号日", "cleared on"),
    ("evidence", "string", "佐证", "evidence"),
    ("withdrawn", "string", "撤回原因", "why withdrawn"),
    ("carried_from", "string", "结转自", "carried over from"),
];

impl View<'_> {
    /// The files of rows that this site publishes.
    #[must_use]
    pub fn downloads(&self) -> Vec<Download> {
        let ledger = self.cleared.ledger();
        let mut files = vec![Download::Figures];
        let tables = [
            (!ledger.issues.is_empty(), Download::Issues),
            (!ledger.activities.is_empty(), Download::Activities),
            (!ledger.projects.is_empty(), Download::Projects),
            (!ledger.items.is_empty(), Download::Items),
        ];
        files.extend(tables.into_iter().filter(|(there, _)| *there).map(|(_, file)| file));
        files
    }

    /// Files of figures of one subject each, when there are too many subjects for one file.
    #[must_use]
    pub fn split_figures(&self) -> Vec<Download> {
        if !self.is_split() {
            return Vec::new();
        }
        let communities = self.communities.iter().map(|&at| Subject::Place(at));
        communities.chain(self.team_subjects()).map(Download::FiguresOf).collect()
    }

    fn is_split(&self) -> bool {
        self.communities.len() + self.cleared.ledger().teams.len() > MOST_IN_ONE_FILE
    }

    fn team_subjects(&self) -> impl Iterator<Item = Subject> {
        (0..self.cleared.ledger().teams.len()).map(|at| Subject::Team(TeamIx(u32::try_from(at).unwrap_or(u32::MAX))))
    }

    fn subjects_in_main_file(&self) -> Vec<Subject> {
        let mut subjects = vec![Subject::Site];
        if self.is_split() {
            subjects.extend(self.rollups.iter().map(|&at| Subject::Place(at)));
        } else {
            let places = 0..self.cleared.ledger().places.len();
            subjects.extend(places.map(|at| Subject::Place(PlaceIx(u32::try_from(at).unwrap_or(u32::MAX)))));
            subjects.extend(self.team_subjects());
        }
        subjects
    }

    /// The id of a subject in published files; empty for the site.
    #[must_use]
    pub fn subject_id(&self, subject: Subject) -> String {
        let ledger = self.cleared.ledger();
        match subject {
            Subject::Site => String::new(),
            Subject::Place(at) => ledger.place(at).map(|place| place.id.clone()).unwrap_or_default(),
            Subject::Team(at) => ledger.team(at).map(|team| team.id.clone()).unwrap_or_default(),
        }
    }

    /// Every figure of a subject in which a record counts, with its breakdowns.
    pub fn figures(&self, subject: Subject, each: &mut dyn FnMut(&str, &Figure)) {
        let measures = self.cleared.measures();
        let periods = measures.span(subject).map_or_else(Vec::new, |(first, last)| periods(first, last));
        let issues = &self.cleared.ledger().issues;
        let mut give = |name: &str, figure: Figure| {
            if figure.counts() {
                each(name, &figure);
            }
        };
        for metric in METRICS {
            if metric.is_stock() {
                give(metric.id, measures.figure(metric, subject, crate::model::Period::All));
                continue;
            }
            for &period in &periods {
                give(metric.id, measures.figure(metric, subject, period));
            }
            for dimension in Dimension::ALL {
                let words = dimension.words(issues);
                for at in measures.tally(subject).issues.words(dimension) {
                    let name = format!(
                        "{}{{{}={}}}",
                        metric.id,
                        dimension.field(),
                        words.get(at).copied().unwrap_or_default()
                    );
                    for &period in &periods {
                        let Some(figure) = measures.slice(metric, subject, period, (dimension, at)) else { break };
                        give(&name, figure);
                    }
                }
            }
            for kind in measures.tally(subject).activities.kinds() {
                let name = format!("{}{{kind={kind}}}", metric.id);
                for &period in &periods {
                    let Some(figure) = measures.kind(metric, subject, period, kind) else { break };
                    give(&name, figure);
                }
            }
        }
    }

    fn figure_rows(&self, subject: Subject, each: &mut dyn FnMut(Row<'_>)) {
        let kind = match subject {
            Subject::Site => "site",
            Subject::Place(_) => "place",
            Subject::Team(_) => "team",
        };
        let id = self.subject_id(subject);
        let as_of = self.as_of.to_string();
        self.figures(subject, &mut |name, figure| {
            let (value, part, whole) = published(figure);
            let (low, high) =
                figure.interval().map(|(low, high)| (low.to_string(), high.to_string())).unwrap_or_default();
            each(&[
                name,
                kind,
                &id,
                &figure.period.to_string(),
                &value,
                &part,
                &whole,
                &low,
                &high,
                figure.metric.unit.code(),
                if figure.provisional { "[p]" } else { "" },
                &figure.metric.definition(),
                &as_of,
            ]);
        });
    }

    fn place_id(&self, at: Option<PlaceIx>) -> &str {
        at.and_then(|at| self.cleared.ledger().place(at)).map_or("", |place| place.id.as_str())
    }

    fn team_id(&self, at: Option<TeamIx>) -> &str {
        at.and_then(|at| self.cleared.ledger().team(at)).map_or("", |team| team.id.as_str())
    }

    fn issue_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let ledger = self.cleared.ledger();
        let issues = &ledger.issues;
        let membership = self.cleared.measures().membership();
        for record in 0..issues.len() {
            let place = issues.places.get(record).copied();
            let shown = place.map(|at| ledger.at_level(at, self.config.community_level + 1).unwrap_or(at));
            let community = place.and_then(|at| ledger.at_level(at, self.config.community_level));
            let time = |event| issues.time(record, event).map(|at| at.to_string()).unwrap_or_default();
            let due = deadline(issues, record).map(|at| at.to_string()).unwrap_or_default();
            let times = [time(Event::Received), due, time(Event::Handled), time(Event::Verified), time(Event::Closed)];
            let returns = issues.returns.get(record).map(|count| count.to_string()).unwrap_or_default();
            let minutes =
                membership.handling_seconds(record).map(|seconds| minutes(u64::from(seconds))).unwrap_or_default();
            let months = Cohort::ALL
                .map(|cohort| membership.month(record, cohort).map(|month| month.to_string()).unwrap_or_default());
            let answer = |given: Option<bool>| given.map_or("", |yes| if yes { "1" } else { "0" });
            let [received, due, handled, verified, closed] = &times;
            let mut row: Vec<&str> = vec![
                issues.ids.get(record),
                self.place_id(shown),
                self.place_name(shown),
                self.place_id(community),
                issues.kinds.get(record).map_or("", crate::model::Kind::word),
                issues.categories.get(record).unwrap_or_default(),
                issues.tiers.get(record).unwrap_or_default(),
                issues.channels.get(record).unwrap_or_default(),
                issues.origins.get(record).map_or("", crate::model::Origin::word),
                issues.departments.get(record).unwrap_or_default(),
                self.team_id(issues.teams.get(record)),
                received,
                due,
                handled,
                verified,
                closed,
                issues.statuses.get(record).map_or("", crate::model::Status::word),
                answer(issues.contacted.get(record)),
                answer(issues.solved.get(record)),
                issues.process.get(record).map_or("", crate::model::Level::word),
                issues.result.get(record).map_or("", crate::model::Level::word),
                &returns,
                issues.topics.get(record).unwrap_or_default(),
                issues.duplicates.get(record),
                issues.excluded.get(record).unwrap_or_default(),
                &minutes,
            ];
            row.extend(months.iter().map(String::as_str));
            row.extend(Bit::ALL.map(|bit| if membership.has(record, bit) { "1" } else { "0" }));
            each(&row);
        }
    }

    fn activity_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let ledger = self.cleared.ledger();
        for activity in &ledger.activities {
            let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
            let time =
                activity.seconds.and_then(|seconds| u64::try_from(seconds).ok()).map(minutes).unwrap_or_default();
            each(&[
                &activity.id,
                &activity.date.to_string(),
                self.team_id(activity.team),
                self.place_id(activities::place_of(ledger, activity)),
                &activity.kind,
                &activity.theme,
                &activity.partners,
                &number(activity.volunteers),
                &time,
                &number(activity.served),
                if activity.served.is_some() { activity.served_unit.word() } else { "" },
                &activity.date.month().to_string(),
                flag(activities::counts(activity, self.as_of)),
            ]);
        }
    }

    fn project_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        use crate::measure::{is_on_schedule, progress, state};
        use crate::model::ProjectState;
        for project in &self.cleared.ledger().projects {
            let state = state(project, self.as_of);
            let day = |day: Option<crate::text::date::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let cents = |cents: Option<i64>| cents.map(|cents| fixed(cents, 2)).unwrap_or_default();
            let progress = progress(project, self.as_of);
            let active = state == ProjectState::Active;
            let budgeted = project.budget.is_some() && project.paid.is_some() && state != ProjectState::Cancelled;
            each(&[
                &project.id,
                self.place_id(Some(project.place)),
                &project.name,
                &project.kind,
                &project.owner,
                self.team_id(project.team),
                state.word(),
                &project.stage,
                &day(project.start),
                &day(project.due),
                &day(project.done),
                &cents(project.budget),
                &cents(project.paid),
                &fraction(progress.reached, progress.whole).unwrap_or_default(),
                &project.origin,
                &project.result,
                flag(active),
                flag(active && is_on_schedule(project, self.as_of)),
                flag(budgeted),
            ]);
        }
    }

    fn item_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        for item in &self.cleared.ledger().items {
            let day = |day: Option<crate::text::date::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            each(&[
                &item.id,
                item.list.word(),
                self.place_id(Some(item.place)),
                &item.title,
                item.state(self.as_of).word(),
                &item.published_on.to_string(),
                &day(item.claimed_on),
                &item.claimed_by,
                &day(item.done_on),
                &day(item.cleared_on),
                &item.evidence,
                &item.withdrawn,
                &item.carried_from,
            ]);
        }
    }
}

/// Value, numerator and denominator as published.
#[must_use]
pub fn published(figure: &Figure) -> (String, String, String) {
    match figure.value {
        Value::Count(count) => (count.to_string(), count.to_string(), String::new()),
        Value::Seconds(seconds) => (minutes(seconds), String::new(), String::new()),
        Value::Cents(cents) => {
            let yuan = fixed(i64::try_from(cents).unwrap_or(i64::MAX), 2);
            (yuan, String::new(), String::new())
        }
        // A part above its whole is no share: both are given, the value is left out.
        Value::Rate { part, whole } if part > whole => (String::new(), part.to_string(), whole.to_string()),
        Value::Rate { part, whole } => (fraction(part, whole).unwrap_or_default(), part.to_string(), whole.to_string()),
        Value::Time { seconds, of } => (minutes(seconds), String::new(), of.to_string()),
        Value::Nothing => Default::default(),
    }
}

/// Seconds in minutes, exactly: whole, or as a decimal with what is needed.
fn minutes(seconds: u64) -> String {
    if seconds.is_multiple_of(60) {
        return (seconds / 60).to_string();
    }
    fraction(seconds, 60).unwrap_or_default()
}

fn flag(truth: bool) -> &'static str {
    if truth { "1" } else { "0" }
}
