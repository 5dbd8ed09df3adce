//! Figure cards: a number with everything a reader needs beside it.

use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use super::expression::Fault;
use super::facts::{Facts, Printed};
use super::{drawn, figure_text, routes};
use crate::config::Formula;
use crate::diag::{Position, Problem, rules};
use crate::measure::registry::{self, How, Unit, metrics};
use crate::measure::{Figure, Subject, Value};
use crate::model::Period;
use crate::text::Lang;
use crate::text::date::Month;

/// A figure ready to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Card {
    /// Registry id, such as `issues.on_time_rate`.
    pub id: String,
    /// Name.
    pub name: String,
    /// The number: `93.7%`, `312`, `3/4`, `—`.
    pub value: String,
    /// The word after it; empty for percentages.
    pub unit: String,
    /// What it is made of: `286/298 件`; empty for counts.
    pub parts: String,
    /// Interval, few cases, provisional; empty when there is nothing to say.
    pub note: String,
    /// How it differs from the same period a year before and from the one just before, a phrase each.
    pub changes: Vec<String>,
    /// Period, in words.
    pub period: String,
    /// Address of its row among the figures of its subject, from the root; empty where there is none.
    pub figure: String,
    /// Address of the definition, from the root; empty for figures that the site declares.
    pub definition: String,
}

/// What a group of figures is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Issues coming in and going out.
    Handling,
    /// What people say of it.
    Ratings,
    /// Volunteers.
    Volunteers,
    /// Projects.
    Projects,
    /// Figures that the site declares.
    Own,
}

impl Topic {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Handling => lang.pick("受理与办理", "Intake and handling"),
            Self::Ratings => lang.pick("群众评价", "What people say"),
            Self::Volunteers => lang.pick("志愿服务", "Volunteers"),
            Self::Projects => lang.pick("项目", "Projects"),
            Self::Own => lang.pick("本站自定指标", "Declared by this site"),
        }
    }
}

/// Figures of one subject of talk, for the table under the cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CardGroup {
    /// What they are about.
    pub name: String,
    /// The figures.
    pub cards: Vec<Card>,
}

impl View<'_> {
    /// The card of a metric; `None` when the register has no such metric.
    #[must_use]
    pub fn card(&self, id: &str, subject: Subject, period: Period) -> Option<Card> {
        let metric = registry::find(id)?;
        let measures = self.cleared.measures();
        let figure = measures.figure(metric, subject, period);
        let text = figure_text::words(&figure, self.lang);
        Some(Card {
            id: metric.id.to_owned(),
            name: metric.text(self.lang).name.to_owned(),
            value: text.value,
            unit: text.unit,
            parts: text.parts,
            note: text.note,
            changes: self.changes(metric, subject, period),
            period: self.period_name(figure.period),
            figure: self.figure_address(metric, subject),
            definition: routes::definition(metric.id),
        })
    }

    /// Cards of several metrics, without those that no record of the site can ever count in: an export without ratings has no
    /// satisfaction to be silent about.
    #[must_use]
    pub fn cards(&self, ids: &[&str], subject: Subject, period: Period) -> Vec<Card> {
        ids.iter().filter(|id| self.is_measured(id)).filter_map(|id| self.card(id, subject, period)).collect()
    }

    /// The figures of a subject beyond those on cards: handling, ratings, volunteers, projects, and what the site declares.
    /// Groups without a figure are left out.
    #[must_use]
    pub fn card_groups(
        &self,
        groups: &[(Topic, &[&str])],
        subject: Subject,
        period: Period,
        own: Vec<Card>,
    ) -> Vec<CardGroup> {
        let counted = groups.iter().map(|(topic, ids)| (*topic, self.cards(ids, subject, period)));
        counted
            .chain([(Topic::Own, own)])
            .filter(|(_, cards)| !cards.is_empty())
            .map(|(topic, cards)| CardGroup { name: topic.name(self.lang).to_owned(), cards })
            .collect()
    }

    /// Whether any record of the site counts in a metric; counts may be zero.
    #[must_use]
    pub fn is_measured(&self, id: &str) -> bool {
        let measures = self.cleared.measures();
        registry::find(id).is_some_and(|metric| {
            let figure = measures.figure(metric, Subject::Site, Period::All);
            let may_be_zero = matches!(
                metric.how,
                How::Issues(..)
                    | How::IssueSum { .. }
                    | How::IssueStock(_)
                    | How::Activities(_)
                    | How::Projects(_)
                    | How::Items(_)
            );
            figure.counts() || (may_be_zero && measures.applies(metric))
        })
    }

    /// What is wrong with the formulas that the site declares; pages are made only when nothing is.
    #[must_use]
    pub fn formula_faults(&self) -> Vec<Problem> {
        let facts = self.facts(Subject::Site, self.month, &[]);
        let broken = |formula: &Formula| {
            let fault = super::expression::number(&formula.formula, &facts).err()?;
            let reason = match fault {
                Fault::TooLong => self.lang.pick("算式太长", "too long").to_owned(),
                Fault::Syntax(detail) => {
                    self.lang.pick("看不懂，请检查括号是否成对、有没有漏写运算符".to_owned(), detail)
                }
                Fault::UnknownFigure { name, nearest } => {
                    let near = nearest.join(self.lang.pick("、", ", "));
                    self.lang.pick(
                        format!("没有“{name}”这个指标，相近的有：{near}"),
                        format!("no figure `{name}`; near it: {near}"),
                    )
                }
                Fault::NotAllowed(word) => {
                    self.lang.pick(format!("不能用“{word}”"), format!("`{word}` is not allowed"))
                }
                Fault::TooLarge => self.lang.pick("结果太大", "the result is too large").to_owned(),
                Fault::GaveUp => self.lang.pick("算不完", "too many steps").to_owned(),
            };
            let problem = Problem::new(&rules::content::FORMULA_BROKEN).at(Position::row("site.toml", formula.line));
            Some(problem.with("id", &formula.id).with("reason", reason))
        };
        let mixed = |formula: &Formula| {
            super::expression::are_mixed(&formula.formula).then(|| {
                let at = Position::row("site.toml", formula.line);
                Problem::new(&rules::content::FORMULA_MIXES).at(at).with("id", &formula.id)
            })
        };
        self.config.formulas.iter().filter_map(|formula| broken(formula).or_else(|| mixed(formula))).collect()
    }

    /// Figures that the site declares by formula, for a subject in a month.
    #[must_use]
    pub fn formula_cards(&self, facts: &Facts, month: Month) -> Vec<Card> {
        self.config
            .formulas
            .iter()
            .map(|formula| {
                let value = super::expression::number(&formula.formula, facts).ok().flatten();
                Card {
                    id: formula.id.clone(),
                    name: formula.name.clone(),
                    value: value.map_or_else(|| "—".to_owned(), |value| format!("{value:.1}")),
                    unit: formula.unit.clone(),
                    parts: self.formula_words(&formula.formula, facts),
                    note: self.lang.pick("本站自定指标", "declared by this site").to_owned(),
                    changes: Vec::new(),
                    period: self.period_name(Period::Month(month)),
                    figure: String::new(),
                    definition: String::new(),
                }
            })
            .collect()
    }

    /// The same cards with the formulas as the site declares them, for readers who check them.
    pub(super) fn formula_code(&self, cards: Vec<Card>) -> Vec<Card> {
        let cards = cards.into_iter().zip(&self.config.formulas);
        cards.map(|(card, formula)| Card { parts: formula.formula.clone(), ..card }).collect()
    }

    /// A formula with the names of its figures in the place of their ids.
    fn formula_words(&self, formula: &str, facts: &Facts) -> String {
        super::expression::in_words(formula, |figure| {
            let metric = registry::find(figure).map(|metric| metric.text(self.lang).name);
            // `全站.受理量`: the name follows the subject.
            metric.or_else(|| figure.split_once('.').filter(|_| facts.get(figure).is_some()).map(|(_, name)| name))
        })
    }

    /// The figures of a subject in a month by name, for prose and formulas. `groups` are the names authors may use for the
    /// subject in their own language, such as `社区`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of records stay far below 2^52")]
    pub fn facts(&self, subject: Subject, month: Month, groups: &[&str]) -> Facts {
        let mut facts = Facts::default();
        for metric in metrics() {
            let figure = self.cleared.measures().figure(metric, subject, Period::Month(month));
            let value = match figure.value {
                Value::Count(count) => Some(count as f64),
                Value::Seconds(seconds) => Some(seconds as f64 / 3_600.0),
                Value::Cents(cents) => Some(cents as f64 / 100.0),
                Value::Time { seconds, .. } => Some(seconds as f64 / 86_400.0),
                Value::Ratio { part, base, .. } if base > 0 && metric.unit == Unit::Minutes => {
                    Some(part as f64 / base as f64 / 3_600.0)
                }
                Value::Ratio { part, base, per } if base > 0 => Some(part as f64 * f64::from(per) / base as f64),
                Value::Rate { .. } => figure.fraction(),
                Value::Ratio { .. } | Value::Nothing => None,
            };
            let (group, name) = metric.id.split_once('.').unwrap_or(("", metric.id));
            let printed = printed(&figure);
            facts.set(group, name, value);
            for group in groups {
                facts.set(group, metric.zh.name, value);
                if let Some(printed) = &printed {
                    facts.set_printed(format!("{group}.{}", metric.zh.name), printed.clone());
                }
            }
            if let Some(printed) = printed {
                facts.set_printed(metric.id.to_owned(), printed);
            }
            let address = self.figure_address(metric, subject);
            if !address.is_empty() {
                for group in groups {
                    facts.set_address(format!("{group}.{}", metric.zh.name), address.clone());
                }
                facts.set_address(metric.id.to_owned(), address);
            }
        }
        facts
    }
}

/// How a figure is printed in prose, so that it is the same as on its card; `None` where its value says it.
fn printed(figure: &Figure) -> Option<Printed> {
    match figure.value {
        Value::Rate { part, whole } if whole > 0 && part <= whole && drawn::value(figure).is_none() => {
            Some(Printed::Few(format!("{part}/{whole}")))
        }
        Value::Time { of, .. } if figure_text::has_no_percentile(figure.metric, of) => {
            Some(Printed::Few(figure_text::NO_VALUE.to_owned()))
        }
        Value::Seconds(seconds) => Some(Printed::Rounded(figure_text::hours(seconds))),
        Value::Time { seconds, .. } => Some(Printed::Rounded(figure_text::tenths(seconds, 86_400))),
        Value::Ratio { base: 1.., .. } => {
            let text = figure_text::words(figure, Lang::En).value;
            (!text.starts_with('[')).then_some(Printed::Rounded(text))
        }
        _ => None,
    }
}
