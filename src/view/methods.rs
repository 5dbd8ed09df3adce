//! What every metric means, made from the register.

use schemars::JsonSchema;
use serde::Serialize;

use super::check::Check;
use super::figures::GROUPS;
use super::promises::Promises;
use super::shell::Shell;
use super::{Card, View, figure_text, recipe, routes};
use crate::config::{Action, Scope};
use crate::guard::subject;
use crate::measure::registry::{Better, Metric, metrics};
use crate::measure::{Bit, Subject};
use crate::model::Period;

/// The methods page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MethodsPage {
    /// Frame.
    pub shell: Shell,
    /// How to check a number, with one of this site's own; `None` without issues.
    pub check: Option<Check>,
    /// Metrics by group.
    pub groups: Vec<MetricGroup>,
    /// What the tiers promise; absent when they promise nothing.
    pub promises: Option<Promises>,
    /// Figures that the site declares by formula.
    pub formulas: Vec<Card>,
    /// The membership columns of the issue table and what they say.
    pub columns: Vec<ColumnRow>,
    /// What the rules about personal data would have stopped and the site lets through or masks; empty where there is nothing.
    pub exceptions: Vec<ExceptionRow>,
}

/// An exception to a rule about personal data.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ExceptionRow {
    /// Code of the rule, such as `G009`.
    pub code: &'static str,
    /// What the rule is about.
    pub subject: &'static str,
    /// Where it holds: a field of a table, or a file.
    pub place: String,
    /// How many spots it holds for, in words.
    pub count: String,
    /// Whether they are masked or published, in words.
    pub action: &'static str,
    /// The reason that the site gives.
    pub reason: String,
}

/// Metrics about one kind of record.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MetricGroup {
    /// The part before the dot of its metrics' ids; also the anchor on the page.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// Its metrics.
    pub metrics: Vec<MetricRow>,
}

/// A metric.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MetricRow {
    /// Permanent id; also the anchor on the page.
    pub id: &'static str,
    /// `issues.on_time_rate@1`
    pub definition: String,
    /// Name.
    pub name: &'static str,
    /// Formula.
    pub formula: &'static str,
    /// What is in and out.
    pub notes: String,
    /// How to arrive at it with the filter of a spreadsheet.
    pub recipe: String,
    /// Its versions, newest first: version, day and what changed.
    pub history: Vec<String>,
    /// Unit in words.
    pub unit: String,
    /// Which way is better; empty when neither.
    pub better: String,
    /// The figure of the whole site, as an example.
    pub example: String,
}

/// A column of the record table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ColumnRow {
    /// Its name.
    pub name: &'static str,
    /// What a 1 says.
    pub meaning: &'static str,
}

impl View<'_> {
    /// The methods page.
    #[must_use]
    pub fn methods_page(&self) -> MethodsPage {
        let lang = self.lang;
        let facts = self.facts(Subject::Site, self.month, &["本站"]);
        MethodsPage {
            shell: self.shell(
                routes::METHODS,
                lang.pick("口径说明", "Methods"),
                lang.pick("每个指标怎么算、算进什么、不算什么", "What each figure counts, and what it does not")
                    .to_owned(),
                self.home_crumb(),
                routes::METHODS,
            ),
            check: self.check(),
            groups: GROUPS
                .into_iter()
                .map(|(group, zh, en)| MetricGroup {
                    id: group,
                    name: lang.pick(zh, en).to_owned(),
                    metrics: metrics()
                        .filter(|metric| metric.group() == group && self.cleared.measures().applies(metric))
                        .map(|metric| self.metric_row(metric))
                        .collect(),
                })
                .collect(),
            promises: self.promises(),
            formulas: self.formula_code(self.formula_cards(&facts, self.month)),
            columns: Bit::ALL.iter().map(|bit| ColumnRow { name: bit.column(), meaning: bit.meaning(lang) }).collect(),
            exceptions: self.exceptions(),
        }
    }

    /// The exceptions in use, in the order of `site.toml`.
    fn exceptions(&self) -> Vec<ExceptionRow> {
        let lang = self.lang;
        let used = self.config.privacy.exceptions.iter().zip(self.cleared.uses()).filter(|&(_, &uses)| uses > 0);
        used.map(|(exception, &uses)| ExceptionRow {
            code: exception.rule.code,
            subject: subject(exception.rule, lang),
            place: match &exception.scope {
                Scope::Field(_, field) => {
                    lang.pick(format!("{}（{}）", field.label, exception.scope), exception.scope.to_string())
                }
                Scope::File(path) => path.clone(),
            },
            count: lang.pick(format!("{uses} 处"), uses.to_string()),
            action: match exception.action {
                Action::Mask => lang.pick("遮盖", "masked"),
                Action::Publish => lang.pick("照登", "published"),
            },
            reason: exception.reason.clone(),
        })
        .collect()
    }

    fn metric_row(&self, metric: &'static Metric) -> MetricRow {
        let lang = self.lang;
        let text = metric.text(lang);
        let figure = self.cleared.measures().figure(metric, Subject::Site, Period::Month(self.month));
        let worded = figure_text::words(&figure, lang);
        let number = format!("{} {}", worded.value, worded.unit);
        let parts = if worded.parts.is_empty() {
            String::new()
        } else {
            lang.pick(format!("（{}）", worded.parts), format!(" ({})", worded.parts))
        };
        let period = self.period_name(figure.period);
        MetricRow {
            id: metric.id,
            definition: metric.definition(),
            name: text.name,
            formula: text.formula,
            notes: self.notes(metric),
            recipe: recipe::recipe(metric, lang),
            history: metric
                .history
                .iter()
                .rev()
                .map(|change| {
                    let (version, date) = (change.version, change.date);
                    lang.pick(
                        format!("第 {version} 版（{date}）：{}", change.zh),
                        format!("version {version} ({date}): {}", change.en),
                    )
                })
                .collect(),
            unit: match metric.unit.word(lang) {
                "" => lang.pick("比率", "share").to_owned(),
                word => word.to_owned(),
            },
            better: match metric.better {
                Better::Higher => lang.pick("越高越好", "higher is better").to_owned(),
                Better::Lower => lang.pick("越低越好", "lower is better").to_owned(),
                Better::Neither => String::new(),
            },
            example: lang
                .pick(format!("{period}：{}{parts}", number.trim()), format!("{period}: {}{parts}", number.trim())),
        }
    }
}
