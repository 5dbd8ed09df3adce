//! The page of all figures of a subject: a row a metric, its latest months as columns, and what each number is made of.

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::{Link, Shell};
use super::{View, figure_text, routes};
use crate::measure::registry::{How, Metric, Stock, find, metrics};
use crate::measure::{Figure, Subject};
use crate::model::Period;

/// All figures of the site, a place or a team.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FiguresPage {
    /// Frame.
    pub shell: Shell,
    /// Heads of the columns: months, newest first, then everything.
    pub periods: Vec<String>,
    /// Metrics of periods.
    pub groups: Vec<FigureGroup>,
    /// Metrics of the as-of date.
    pub stocks: Vec<FigureRow>,
    /// The day of the stocks, in words.
    pub day: String,
    /// The page that the figures are about, and the whole series as files.
    pub links: Vec<Link>,
}

/// Metrics about one kind of record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureGroup {
    /// Its name.
    pub name: &'static str,
    /// Its metrics.
    pub rows: Vec<FigureRow>,
}

/// A metric with its figures.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureRow {
    /// Registry id; also the anchor of the row.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// `issues.on_time_rate@1`
    pub version: String,
    /// Address of the definition, from the root.
    pub definition: String,
    /// A number a column.
    pub cells: Vec<FigureCell>,
}

/// A number with its parts.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureCell {
    /// The number with its unit.
    pub value: String,
    /// What it is made of; empty for counts.
    pub parts: String,
    /// Marks: may still change, counted in two ways; empty without any.
    pub mark: &'static str,
}

/// Kinds of records, in the order of the methods page.
pub(super) const GROUPS: [(&str, &str, &str); 5] = [
    ("issues", "诉求办理", "Issues"),
    ("activities", "志愿服务", "Volunteering"),
    ("projects", "项目", "Projects"),
    ("items", "公开清单", "Lists"),
    ("notices", "公示", "Public notices"),
];

impl View<'_> {
    /// Address of the page of all figures of a subject; `None` for a subject without a page.
    #[must_use]
    pub fn figures_page_address(&self, subject: Subject) -> Option<String> {
        let ledger = self.cleared.ledger();
        match subject {
            Subject::Site => Some(routes::SITE_FIGURES.to_owned()),
            Subject::Place(at) => {
                let place = ledger.place(at)?;
                (place.level <= self.config.community_level).then(|| routes::place_figures(place))
            }
            Subject::Team(at) => ledger.team(at).map(routes::team_figures),
            Subject::Department(_) | Subject::Project(_) => None,
        }
    }

    /// Address of the row of a metric on the page of all figures of a subject; empty when it has none.
    #[must_use]
    pub fn figure_address(&self, metric: &'static Metric, subject: Subject) -> String {
        self.figures_page_address(subject)
            .filter(|_| self.has_figure(metric, subject))
            .map(|page| format!("{page}#{}", metric.id))
            .unwrap_or_default()
    }

    /// Whether a subject has a value of a metric. Nothing overdue is a value where there are issues, and no project on hold
    /// where there are projects; a rate of nothing is none.
    fn has_figure(&self, metric: &'static Metric, subject: Subject) -> bool {
        let counts = |metric| self.cleared.measures().figure(metric, subject, Period::All).counts();
        match metric.how {
            How::IssueStock(_) => find("issues.received").is_some_and(counts),
            How::Projects(Stock::All | Stock::In(_)) => find("projects.all").is_some_and(counts),
            How::Items(_) => self.cleared.measures().applies(metric) && find("items.published").is_some_and(counts),
            // Where ids came late there is no figure of all periods, but one of the latest months.
            How::Volunteers | How::HoursPerVolunteer => {
                let count = |period| self.cleared.measures().figure(metric, subject, period).counts();
                counts(metric) || self.months(subject).into_iter().any(|month| count(Period::Month(month)))
            }
            _ => counts(metric),
        }
    }

    /// The page of all figures of a subject; `None` for a subject without a page.
    #[must_use]
    pub fn figures_page(&self, subject: Subject) -> Option<FiguresPage> {
        let lang = self.lang;
        let address = self.figures_page_address(subject)?;
        let name = match subject {
            Subject::Site => lang.pick("全站", "Whole site").to_owned(),
            _ => self.subject_name(subject),
        };
        let own = self.subject_page(subject)?;
        let mut crumbs = self.home_crumb();
        crumbs.extend((subject != Subject::Site).then(|| own.clone()));
        let mut periods: Vec<Period> = self.months(subject).into_iter().rev().map(Period::Month).collect();
        periods.push(Period::All);
        let rows = |wanted: &dyn Fn(&Metric) -> bool, periods: &[Period]| {
            metrics()
                .filter(|metric| wanted(metric) && self.has_figure(metric, subject))
                .map(|metric| self.figure_row(metric, subject, periods))
                .collect::<Vec<_>>()
        };
        let groups = GROUPS.iter().map(|&(group, zh, en)| FigureGroup {
            name: lang.pick(zh, en),
            rows: rows(&|metric| !metric.is_stock() && metric.group() == group, &periods),
        });
        Some(FiguresPage {
            shell: self.shell(
                &address,
                &lang.pick(format!("{name}：全部数字"), format!("{name}: all figures")),
                lang.pick(
                    format!("{name}各项指标最近 13 个月的数值，以及由哪些件数得出"),
                    format!("All figures of {name} over the last 13 months, with their parts"),
                ),
                crumbs,
                section(subject),
            ),
            groups: groups.filter(|group| !group.rows.is_empty()).collect(),
            stocks: rows(&Metric::is_stock, &[Period::All]),
            periods: periods
                .into_iter()
                .map(|period| match period {
                    Period::All => lang.pick("累计", "All").to_owned(),
                    period => period.name(lang),
                })
                .collect(),
            day: self.day(self.as_of),
            links: self.figure_links(own, subject),
        })
    }

    fn figure_row(&self, metric: &'static Metric, subject: Subject, periods: &[Period]) -> FigureRow {
        let figures = periods.iter().map(|&period| self.cleared.measures().figure(metric, subject, period));
        FigureRow {
            id: metric.id,
            name: metric.text(self.lang).name,
            version: metric.definition(),
            definition: routes::definition(metric.id),
            cells: figures.map(|figure| self.figure_cell(&figure)).collect(),
        }
    }

    fn figure_cell(&self, figure: &Figure) -> FigureCell {
        let text = figure_text::words(figure, self.lang);
        FigureCell {
            value: format!("{} {}", text.value, text.unit).trim_end().to_owned(),
            parts: text.parts,
            mark: if text.value == "—" { "" } else { figure.marks() },
        }
    }

    /// The page of a subject itself.
    pub(super) fn subject_page(&self, subject: Subject) -> Option<Link> {
        let ledger = self.cleared.ledger();
        match subject {
            Subject::Site => Some(Link::new(self.lang.pick("首页", "Home"), routes::HOME)),
            Subject::Place(at) => self.place_link(at),
            Subject::Team(at) => ledger.team(at).map(|team| Link::new(team.name.clone(), routes::team(team))),
            Subject::Project(at) => {
                ledger.project(at).map(|project| Link::new(project.name.clone(), routes::project(project)))
            }
            Subject::Department(_) => None,
        }
    }

    /// Where the figures belong, their whole series, and how to check them.
    fn figure_links(&self, own: Link, subject: Subject) -> Vec<Link> {
        let lang = self.lang;
        let ledger = self.cleared.ledger();
        let json = match subject {
            Subject::Site | Subject::Department(_) | Subject::Project(_) => None,
            Subject::Place(at) => {
                ledger.place(at).map(|place| self.shared(&routes::place_json(place, self.config.community_level)))
            }
            Subject::Team(at) => ledger.team(at).map(|team| self.shared(&routes::team_json(team))),
        };
        let mut links =
            vec![own, Link::new(lang.pick("完整数列（CSV）", "Whole series (CSV)"), self.figures_address(subject))];
        links.extend(json.map(|json| Link::new(lang.pick("完整数列（JSON）", "Whole series (JSON)"), json)));
        links.push(Link::new(lang.pick("怎样核对一个数字", "How to check a number"), routes::CHECK));
        links
    }
}

/// The entry of the main menu under which a subject stands.
fn section(subject: Subject) -> &'static str {
    match subject {
        Subject::Site => routes::HOME,
        Subject::Place(_) => routes::COMMUNITIES,
        Subject::Team(_) => routes::TEAMS,
        Subject::Department(_) => routes::ISSUES,
        Subject::Project(_) => routes::PROJECTS,
    }
}
