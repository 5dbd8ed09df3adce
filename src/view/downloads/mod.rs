//! The published tables: columns, rows, and what each column means. The contract that others build on.

mod columns;
mod rows;
mod services;

use super::{View, routes};
use crate::measure::items::Step;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::{How, Metric, Stock, Unit, metrics};
use crate::measure::series::periods;
use crate::measure::{Dimension, Figure, Subject, Value};
use crate::model::{Period, PlaceIx};
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
    /// Places.
    Places,
    /// Months.
    Months,
    /// Teams.
    Teams,
    /// Issues.
    Issues,
    /// Activities.
    Activities,
    /// Projects.
    Projects,
    /// Steps of projects.
    Milestones,
    /// Items of the lists.
    Items,
    /// Service points.
    ServicePoints,
    /// The rota.
    Duty,
    /// Public notices.
    Notices,
    /// Reported figures.
    Reported,
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
            Self::Figures | Self::FiguresOf(Subject::Site | Subject::Department(_) | Subject::Project(_)) => {
                routes::FIGURES_CSV.to_owned()
            }
            Self::FiguresOf(Subject::Place(at)) => view.place(*at).map(routes::place_figures_csv).unwrap_or_default(),
            Self::FiguresOf(Subject::Team(at)) => {
                view.cleared.ledger().team(*at).map(routes::team_figures_csv).unwrap_or_default()
            }
            Self::Places => routes::PLACES_CSV.to_owned(),
            Self::Months => routes::MONTHS_CSV.to_owned(),
            Self::Teams => routes::TEAMS_CSV.to_owned(),
            Self::Issues => routes::ISSUES_CSV.to_owned(),
            Self::Activities => routes::ACTIVITIES_CSV.to_owned(),
            Self::Projects => routes::PROJECTS_CSV.to_owned(),
            Self::Milestones => routes::MILESTONES_CSV.to_owned(),
            Self::Items => routes::ITEMS_CSV.to_owned(),
            Self::ServicePoints => routes::SERVICE_POINTS_CSV.to_owned(),
            Self::Duty => routes::DUTY_CSV.to_owned(),
            Self::Notices => routes::NOTICES_CSV.to_owned(),
            Self::Reported => routes::REPORTED_CSV.to_owned(),
        }
    }

    /// What the file holds.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &'static str {
        match self {
            Self::Figures | Self::FiguresOf(_) => lang.pick("全部指标数值", "All figures"),
            Self::Places => lang.pick("地点及其上级", "Places and what they belong to"),
            Self::Months => lang.pick("统计月及其工作日", "Months and their working days"),
            Self::Teams => lang.pick("团队名册", "Register of teams"),
            Self::Issues => lang.pick("诉求明细与归属标记", "Issues with their membership columns"),
            Self::Activities => lang.pick("志愿服务活动明细", "Volunteer activities"),
            Self::Projects => lang.pick("项目明细", "Projects"),
            Self::Milestones => lang.pick("项目节点明细", "Steps of projects"),
            Self::Items => lang.pick("清单明细", "Items of the lists"),
            Self::ServicePoints => lang.pick("服务点名册", "Register of service points"),
            Self::Duty => lang.pick("值班表（只有岗位）", "Rota (posts only)"),
            Self::Notices => lang.pick("公示明细", "Public notices"),
            Self::Reported => {
                lang.pick("上报数和报道数字（照录，未经核算）", "Reported figures (quoted, not computed)")
            }
        }
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self, lang: Lang) -> Vec<Column> {
        let plain = |columns: &[columns::Text]| {
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
            Self::Figures | Self::FiguresOf(_) => plain(columns::FIGURE),
            Self::Issues => {
                let mut columns = plain(columns::ISSUE);
                for cohort in Cohort::ALL {
                    let meaning = cohort.meaning(lang);
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
            Self::Places => plain(columns::PLACE),
            Self::Months => plain(columns::MONTH),
            Self::Teams => plain(columns::TEAM),
            Self::Activities => plain(columns::ACTIVITY),
            Self::Projects => plain(columns::PROJECT),
            Self::Milestones => plain(columns::MILESTONE),
            Self::Items => {
                let mut columns = plain(columns::ITEM);
                columns.extend(Step::ALL.map(|step| Column {
                    name: step.column().to_owned(),
                    kind: "integer",
                    meaning: step.meaning(lang).to_owned(),
                }));
                columns
            }
            Self::ServicePoints => plain(columns::SERVICE_POINT),
            Self::Duty => plain(columns::DUTY),
            Self::Notices => plain(columns::NOTICE),
            Self::Reported => plain(columns::REPORTED),
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
            Self::Places => view.place_rows(each),
            Self::Months => view.month_rows(each),
            Self::Teams => view.team_rows(each),
            Self::Issues => view.issue_rows(each),
            Self::Activities => view.activity_rows(each),
            Self::Projects => view.project_rows(each),
            Self::Milestones => view.milestone_rows(each),
            Self::Items => view.item_rows(each),
            Self::ServicePoints => view.service_point_rows(each),
            Self::Duty => view.duty_rows(each),
            Self::Notices => view.public_notice_rows(each),
            Self::Reported => view.reported_rows(each),
        }
    }
}

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
            (ledger.projects.iter().any(|project| !project.milestones.is_empty()), Download::Milestones),
            (!ledger.items.is_empty(), Download::Items),
            (!ledger.service_points.is_empty(), Download::ServicePoints),
            (!ledger.duty.is_empty(), Download::Duty),
            (self.has_group("notices"), Download::Notices),
            (!ledger.reported.is_empty(), Download::Reported),
            (!ledger.places.is_empty(), Download::Places),
            (self.cleared.measures().span(Subject::Site).is_some(), Download::Months),
            (!ledger.teams.is_empty(), Download::Teams),
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

    /// Address of the file that holds the figures of a subject.
    #[must_use]
    pub fn figures_address(&self, subject: Subject) -> String {
        let own_file = match subject {
            Subject::Site | Subject::Department(_) | Subject::Project(_) => false,
            Subject::Place(at) => self.communities.contains(&at),
            Subject::Team(_) => true,
        };
        let file = if own_file && self.is_split() { Download::FiguresOf(subject) } else { Download::Figures };
        self.shared(&file.address(self))
    }

    fn is_split(&self) -> bool {
        self.communities.len() + self.cleared.ledger().teams.len() > MOST_IN_ONE_FILE
    }

    fn team_subjects(&self) -> impl Iterator<Item = Subject> {
        (0..self.cleared.ledger().teams.len()).map(Subject::team)
    }

    fn subjects_in_main_file(&self) -> Vec<Subject> {
        let mut subjects = vec![Subject::Site];
        if self.is_split() {
            subjects.extend(self.rollups.iter().map(|&at| Subject::Place(at)));
        } else {
            // Issues are published with a place no finer than this: the figures of finer ones could not be recomputed.
            let finest = self.config.community_level + 1;
            let places = self.cleared.ledger().places.iter().enumerate().filter(|(_, place)| place.level <= finest);
            subjects.extend(places.map(|(at, _)| Subject::Place(PlaceIx(u32::try_from(at).unwrap_or(u32::MAX)))));
            subjects.extend(self.team_subjects());
        }
        let ledger = self.cleared.ledger();
        subjects.extend((0..ledger.departments.len()).map(Subject::department));
        subjects.extend((0..ledger.projects.len()).map(Subject::project));
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
            Subject::Department(_) => self.subject_name(subject),
            Subject::Project(at) => ledger.project(at).map(|project| project.id.clone()).unwrap_or_default(),
        }
    }

    /// Every figure of a subject in which a record counts.
    ///
    /// Breakdowns are given for subjects that have a page, by month, year and in all: an estate of forty issues a year split by
    /// category and quarter would be a file of ones.
    pub fn figures(&self, subject: Subject, each: &mut dyn FnMut(&str, &Figure)) {
        let measures = self.cleared.measures();
        let periods = measures.span(subject).map_or_else(Vec::new, |(first, last)| periods(first, last));
        // A project is not counted among itself.
        let is_of_many =
            |metric: &&Metric| matches!(metric.how, How::Projects(Stock::All | Stock::In(_) | Stock::OnSchedule));
        let one = matches!(subject, Subject::Project(_));
        for metric in metrics().filter(|metric| !(one && is_of_many(metric))) {
            let mut give = |name: &str, figure: Figure| {
                if figure.counts() {
                    each(name, &figure);
                }
            };
            if metric.is_stock() {
                give(metric.id, measures.figure(metric, subject, Period::All));
                self.breakdowns(metric, subject, &[Period::All], &mut give);
            } else {
                for &period in &periods {
                    give(metric.id, measures.figure(metric, subject, period));
                }
                self.breakdowns(metric, subject, &periods, &mut give);
            }
            self.folded_figures(metric, subject, each);
        }
    }

    fn breakdowns(
        &self,
        metric: &'static Metric,
        subject: Subject,
        periods: &[Period],
        give: &mut dyn FnMut(&str, Figure),
    ) {
        let measures = self.cleared.measures();
        let tally = measures.tally(subject);
        let has_page = match subject {
            Subject::Site | Subject::Team(_) => true,
            Subject::Department(_) | Subject::Project(_) => false,
            Subject::Place(at) => self.place(at).is_some_and(|place| place.level <= self.config.community_level),
        };
        let shown = periods.iter().filter(|period| matches!(period, Period::Month(_) | Period::Year(_) | Period::All));
        let shown: Vec<Period> = shown.copied().filter(|_| has_page).collect();
        // What a team helps with is a handful of issues: too few to break down, but a mean of stars is never given alone.
        let is_given = |dimension: &Dimension| match subject {
            Subject::Site | Subject::Place(_) => true,
            _ => *dimension == Dimension::Stars,
        };
        for dimension in Dimension::ALL.into_iter().filter(is_given) {
            let words = dimension.words(&self.cleared.ledger().issues);
            for at in tally.issues.words(dimension) {
                let word = words.get(at).copied().unwrap_or_default();
                let name = format!("{}{{{}={word}}}", metric.id, dimension.field());
                let figures =
                    shown.iter().filter_map(|&period| measures.slice(metric, subject, period, (dimension, at)));
                figures.for_each(|figure| give(&name, figure));
            }
        }
        for kind in tally.activities.kinds() {
            let name = format!("{}{{kind={kind}}}", metric.id);
            let figures = shown.iter().filter_map(|&period| measures.kind(metric, subject, period, kind));
            figures.for_each(|figure| give(&name, figure));
        }
        for list in tally.items.lists() {
            let name = format!("{}{{list={}}}", metric.id, list.word());
            let figures = shown.iter().filter_map(|&period| measures.list(metric, subject, period, list));
            figures.for_each(|figure| give(&name, figure));
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
        Value::Ratio { part, base, per } => {
            (ratio(figure.metric.unit, part, base, per), part.to_string(), base.to_string())
        }
        Value::Time { seconds, of } if figure.metric.unit == Unit::Days => {
            ((seconds / 86_400).to_string(), String::new(), of.to_string())
        }
        Value::Time { seconds, of } => (minutes(seconds), String::new(), of.to_string()),
        Value::Nothing | Value::Withheld => Default::default(),
    }
}

/// `part · per ÷ base`; times are summed up in seconds and published in minutes.
fn ratio(unit: Unit, part: i64, base: u64, per: u32) -> String {
    let base = if unit == Unit::Minutes { base.saturating_mul(60) } else { base };
    let size = fraction(part.unsigned_abs().saturating_mul(u64::from(per)), base).unwrap_or_default();
    if part < 0 { format!("-{size}") } else { size }
}

/// Seconds in minutes, exactly: whole, or as a decimal with what is needed.
fn minutes(seconds: u64) -> String {
    if seconds.is_multiple_of(60) {
        return (seconds / 60).to_string();
    }
    fraction(seconds, 60).unwrap_or_default()
}
