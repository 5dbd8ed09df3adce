//! Communities compared, where the site asks for it: in bands that differ by more than chance, or by number. The rule is printed
//! with the result, and the official list stays as it is.

use schemars::JsonSchema;
use serde::Serialize;

use super::communities::Cell;
use super::shell::Link;
use super::{View, figure_text};
use crate::config::{Ranking, RankingMode};
use crate::diag::{Position, Problem, rules};
use crate::measure::Subject;
use crate::measure::bands::{bands, numbers};
use crate::measure::registry::{self, Better, How, Metric, metrics};
use crate::model::{Period, PlaceIx};
use crate::text::near;

/// The comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RankingModel {
    /// The rule with its parameters, in sentences.
    pub rule: String,
    /// What is compared.
    pub metric: String,
    /// The bands, the best first; a single one without a name where they have numbers or nothing tells them apart.
    pub groups: Vec<RankingGroup>,
    /// Communities with too few records, in official order.
    pub few: Vec<RankingRow>,
}

/// Communities of one band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RankingGroup {
    /// Its name.
    pub name: String,
    /// Its communities.
    pub rows: Vec<RankingRow>,
}

/// A community with what it is compared by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RankingRow {
    /// Its number; empty in bands.
    pub number: String,
    /// Its page.
    pub link: Link,
    /// The rate with its parts.
    pub cell: Cell,
    /// The 95 % interval.
    pub interval: String,
    /// Records.
    pub records: String,
    /// Evaluation coverage.
    pub coverage: String,
}

/// A community that may take part.
struct Entrant {
    row: RankingRow,
    interval: (f64, f64),
    takes_part: bool,
}

impl View<'_> {
    /// What is wrong with the metric by which communities are to be compared.
    #[must_use]
    pub fn ranking_faults(&self) -> Option<Problem> {
        let ranking = &self.config.ranking;
        if ranking.mode == RankingMode::Off {
            return None;
        }
        let reason = match registry::find(&ranking.metric) {
            None => {
                let near = near::closest(&ranking.metric, fit_metrics().map(|metric| metric.id), 3);
                let near = near.join(self.lang.pick("、", ", "));
                self.lang.pick(
                    format!("没有这个指标，相近的有：{near}"),
                    format!("there is no such figure; near it: {near}"),
                )
            }
            Some(metric) if !is_fit(metric) => self
                .lang
                .pick("它不是按件计算、分得出好坏的比率", "it is no rate over issues of which more or less is better")
                .to_owned(),
            Some(metric) if !self.cleared.measures().applies(metric) => {
                self.lang.pick("本站的数据里没有这一项", "the data of this site does not hold it").to_owned()
            }
            Some(_) => return None,
        };
        let problem = Problem::new(&rules::content::RANKING_METRIC).at(Position::row("site.toml", ranking.line));
        Some(problem.with("id", &ranking.metric).with("reason", reason))
    }

    /// The communities compared; `None` where the site does not ask for it.
    #[must_use]
    pub fn ranking(&self) -> Option<RankingModel> {
        let ranking = &self.config.ranking;
        let metric = registry::find(&ranking.metric).filter(|_| ranking.mode != RankingMode::Off)?;
        let period = ranking.period.around(self.month);
        let entrants = self.communities.iter().filter_map(|&at| self.entrant(ranking, metric, period, at));
        let (ranked, few): (Vec<Entrant>, Vec<Entrant>) = entrants.partition(|entrant| entrant.takes_part);
        let groups = match ranking.mode {
            RankingMode::Ordered => numbered(metric, ranked),
            _ => self.banded(metric, ranked),
        };
        Some(RankingModel {
            rule: self.rule(ranking, metric, period),
            metric: metric.text(self.lang).name.to_owned(),
            groups,
            few: few.into_iter().map(|entrant| entrant.row).collect(),
        })
    }

    fn entrant(&self, ranking: &Ranking, metric: &'static Metric, period: Period, at: PlaceIx) -> Option<Entrant> {
        let subject = Subject::Place(at);
        let measures = self.cleared.measures();
        let link = self.place_link(at)?;
        let figure = measures.figure(metric, subject, period);
        let coverage = measures.figure(registry::find("issues.evaluation_coverage")?, subject, period);
        let records = figure.whole().unwrap_or(0);
        let interval = figure.interval();
        let text = figure_text::words(&figure, self.lang);
        let name = format!("{} {}", link.text, metric.text(self.lang).name);
        Some(Entrant {
            takes_part: records >= ranking.min_records
                && coverage.fraction().unwrap_or(0.0) >= ranking.min_coverage
                && interval.is_some(),
            interval: interval.unwrap_or((0.0, 1.0)),
            row: RankingRow {
                number: String::new(),
                cell: Cell::new(&name, text.value, text.parts, self.figure_address(metric, subject)),
                interval: interval.map_or_else(|| "—".to_owned(), |(low, high)| percents(low, high)),
                records: figure_text::count_text(records),
                coverage: figure_text::words(&coverage, self.lang).value,
                link,
            },
        })
    }

    /// Bands, the best first. What cannot be told apart is one band, and is not called anything.
    fn banded(&self, metric: &Metric, ranked: Vec<Entrant>) -> Vec<RankingGroup> {
        if ranked.is_empty() {
            return Vec::new();
        }
        let intervals: Vec<(f64, f64)> = ranked.iter().map(|entrant| entrant.interval).collect();
        let mut found = bands(&intervals);
        if metric.better == Better::Higher {
            found.reverse();
        }
        let last = found.len() - 1;
        let place = |at: usize| found.iter().position(|band| band.contains(&at)).unwrap_or(last);
        let mut groups: Vec<RankingGroup> = if last == 0 {
            vec![self.band(("差别都在误差之内，不分档", "No difference beyond chance: not told apart"))]
        } else {
            [("前列", "Ahead"), ("居中", "In the middle"), ("待提升", "To be improved")]
                .map(|name| self.band(name))
                .into()
        };
        for (at, entrant) in ranked.into_iter().enumerate() {
            let band = match place(at) {
                0 => 0,
                band if band == last => 2,
                _ => 1,
            };
            if let Some(group) = groups.get_mut(band) {
                group.rows.push(entrant.row);
            }
        }
        groups.retain(|group| !group.rows.is_empty());
        groups
    }

    fn band(&self, (zh, en): (&str, &str)) -> RankingGroup {
        RankingGroup { name: self.lang.pick(zh, en).to_owned(), rows: Vec::new() }
    }

    /// The rule in sentences.
    fn rule(&self, ranking: &Ranking, metric: &Metric, period: Period) -> String {
        let (name, period_name) = (metric.text(self.lang).name, period.name(self.lang));
        let records = ranking.min_records;
        let coverage = format!("{:.1}", ranking.min_coverage * 100.0);
        let coverage = coverage.strip_suffix(".0").unwrap_or(&coverage);
        let is_open = self.cleared.measures().is_provisional(period);
        let (open_zh, open_en) = if is_open {
            ("统计期未结束，暂定。", " The period is not over: provisional.")
        } else {
            ("", "")
        };
        let is_higher = metric.better == Better::Higher;
        let (zh, en) = match (ranking.mode, is_higher) {
            (RankingMode::Ordered, true) => (
                "按 95% 区间（威尔逊法）的下限由高到低编号，下限相同的同号",
                "Numbered by the lower end of the 95% interval (Wilson), highest first; equal ones share a number",
            ),
            (RankingMode::Ordered, false) => (
                "按 95% 区间（威尔逊法）的上限由低到高编号，上限相同的同号",
                "Numbered by the upper end of the 95% interval (Wilson), lowest first; equal ones share a number",
            ),
            _ => (
                "95% 区间（威尔逊法）有重叠的同档，经由别的社区相连的也同档；档内按公布顺序",
                "Communities whose 95% intervals (Wilson) overlap, if only by way of others, share a band; in official order within it",
            ),
        };
        self.lang.pick(
            format!("比较{period_name}的{name}：{zh}。满 {records} 件、评价覆盖率不低于 {coverage}% 的社区才参加。规则由本站设定；上面的名单始终按公布顺序。{open_zh}"),
            format!("{name}, {period_name}. {en}. Only communities with {records} records or more and an evaluation coverage of at least {coverage}% take part. The site set this rule; the list above stays in official order.{open_en}"),
        )
    }
}

/// Numbers, the best first; equal ones in official order.
fn numbered(metric: &Metric, ranked: Vec<Entrant>) -> Vec<RankingGroup> {
    let is_higher = metric.better == Better::Higher;
    let cautious = |entrant: &Entrant| if is_higher { entrant.interval.0 } else { -entrant.interval.1 };
    let numbers = numbers(&ranked.iter().map(cautious).collect::<Vec<_>>());
    let mut rows: Vec<(usize, RankingRow)> =
        numbers.into_iter().zip(ranked).map(|(number, entrant)| (number, entrant.row)).collect();
    rows.sort_by_key(|&(number, _)| number);
    let rows: Vec<RankingRow> =
        rows.into_iter().map(|(number, row)| RankingRow { number: number.to_string(), ..row }).collect();
    if rows.is_empty() { Vec::new() } else { vec![RankingGroup { name: String::new(), rows }] }
}

/// Whether communities can be compared by it: a rate over issues with a better and a worse.
fn is_fit(metric: &Metric) -> bool {
    matches!(metric.how, How::IssueRate { .. }) && metric.better != Better::Neither
}

fn fit_metrics() -> impl Iterator<Item = &'static Metric> {
    metrics().filter(|metric| is_fit(metric))
}

fn percents(low: f64, high: f64) -> String {
    format!("{:.1}%–{:.1}%", low * 100.0, high * 100.0)
}
