//! How a stranger checks a number: five steps, with a number of this very site.

use schemars::JsonSchema;
use serde::Serialize;

use super::shell::Link;
use super::{View, figure_text, routes};
use crate::measure::registry::{Metric, find};
use crate::measure::{Subject, Value};
use crate::model::{Period, Place, PlaceIx};
use crate::text::date::Month;
use crate::text::number::rate;

/// Fewest issues due for an example that convinces.
const FEWEST: u64 = 10;
/// Months searched for one.
const MONTHS: i32 = 13;

/// The five steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Check {
    /// What is checked.
    pub intro: String,
    /// What to do, one after the other.
    pub steps: Vec<CheckStep>,
    /// Figures of other kinds, places and periods.
    pub after: Vec<String>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CheckStep {
    /// What to do.
    pub text: String,
    /// The file or page it is done with.
    pub link: Option<Link>,
}

/// A figure to check: on-time rate of a community in a month.
struct Example<'a> {
    place: &'a Place,
    month: Month,
    part: u64,
    whole: u64,
    figure: String,
}

impl View<'_> {
    /// The five steps; `None` without an example.
    pub(super) fn check(&self) -> Option<Check> {
        let metric = find("issues.on_time_rate")?;
        let example = self.example(metric)?;
        let lang = self.lang;
        let Example { place, month, part, whole, figure } = example;
        let (name, id, words) = (&place.name, &place.id, self.period_name(Period::Month(month)));
        let share = rate(part, whole).unwrap_or_default();
        let [part, whole] = [part, whole].map(figure_text::count_text);
        let step = |text: String, link: Option<Link>| CheckStep { text, link };
        let issues = Link::new("issues.csv", self.shared(routes::ISSUES_CSV));
        let figures = Link::new("figures.csv", self.figures_address(self.place_subject(place)?));
        let row = Link::new(metric.text(lang).name, figure);
        let steps = lang.pick(
            vec![
                step("下载诉求明细，用 WPS 表格或 Excel 打开，在第一行上打开“筛选”：".into(), Some(issues.clone())),
                step(format!("在 issues.csv 里筛选 community={id}（{name}）。"), None),
                step(format!("再筛选 due_month={month}、in_due=1，得 {whole} 行：这是分母。"), None),
                step(format!("再筛选 in_on_time=1，得 {part} 行：这是分子。"), None),
                step(format!("{part}/{whole}={share}。与 {name} 的数字页对照，三个数都应相同："), Some(row.clone())),
            ],
            vec![
                step(
                    "Download the issues, open them in a spreadsheet and switch on the filter of the first row:".into(),
                    Some(issues),
                ),
                step(format!("In issues.csv, choose community={id} ({name})."), None),
                step(
                    format!("Choose due_month={month} and in_due=1 as well: {whole} rows are left, the denominator."),
                    None,
                ),
                step(format!("Choose in_on_time=1 as well: {part} rows are left, the numerator."), None),
                step(
                    format!("{part}/{whole}={share}. Compare with the figures of {name}; all three must agree:"),
                    Some(row),
                ),
            ],
        );
        let steps_after = lang.pick(
            vec![
                format!("全部数字在 {} 里，一行一个，分子、分母分列。", figures.text),
                "其他指标：换成该指标“怎样核对”一行所写的文件和列。".to_owned(),
                "其他地点：issues.csv 的 community 列是社区；社区以上，筛选它所辖的全部社区；社区以下的小区，筛选 place 列。活动和项目的 place 列可能更细，上级关系在 places.csv。团队筛选 team 列。".to_owned(),
                "季度、半年、全年：把月份列选成其中的各个月。".to_owned(),
            ],
            vec![
                format!("All figures are in {}, a row each, with numerator and denominator.", figures.text),
                "Other figures: take the file and columns that stand with the figure under “How to check”.".to_owned(),
                "Other places: the column community of issues.csv holds communities; above them, choose all communities that belong there; below, use the column place. Activities and projects may name finer places; places.csv tells what belongs where. Teams: the column team.".to_owned(),
                "Quarters, half-years, years: choose all of their months.".to_owned(),
            ],
        );
        Some(Check {
            intro: lang.pick(
                format!("以 {name} {words}的“{}”为例，用筛选功能就能重算：", metric.zh.name),
                format!(
                    "The {} of {name} in {words}, counted again with the filter of a spreadsheet:",
                    metric.en.name.to_lowercase()
                ),
            ),
            steps,
            after: steps_after,
        })
    }

    /// A community with ten issues due in a month: the latest such month, the first such community, one that was late with
    /// something before one that was not.
    fn example(&self, metric: &'static Metric) -> Option<Example<'_>> {
        let measures = self.cleared.measures();
        (0..MONTHS).map(|step| self.month.plus(-step)).find_map(|month| {
            let found = self.communities.iter().filter_map(|&at| {
                let subject = Subject::Place(at);
                let Value::Rate { part, whole } = measures.figure(metric, subject, Period::Month(month)).value else {
                    return None;
                };
                let place = self.place(at).filter(|_| whole >= FEWEST)?;
                Some(Example { place, month, part, whole, figure: self.figure_address(metric, subject) })
            });
            found.min_by_key(|example| example.part == example.whole)
        })
    }

    fn place_subject(&self, place: &Place) -> Option<Subject> {
        let at = self.cleared.ledger().places.iter().position(|other| other.id == place.id)?;
        u32::try_from(at).ok().map(|at| Subject::Place(PlaceIx(at)))
    }
}
