//! Streaks in sentences: how long, on how many records, and what would break them.

use super::View;
use super::figure_text::count_text;
use crate::measure::streak::{FEW, Streak};
use crate::measure::{Subject, registry};
use crate::model::Period;
use crate::text::Lang;

/// Rates whose streaks are told, with what breaks them.
const TOLD: [(&str, &str, &str); 3] = [
    ("issues.on_time_rate", "有一件超期即中断", "one issue is late"),
    ("issues.process_satisfaction", "有一件对过程不满意即中断", "one caller is dissatisfied with the process"),
    ("issues.result_satisfaction", "有一件对结果不满意即中断", "one caller is dissatisfied with the result"),
];
/// Shorter runs are chance.
const SHORTEST: u32 = 3;

impl View<'_> {
    /// The streaks of a subject, a sentence each.
    #[must_use]
    pub fn streaks(&self, subject: Subject) -> Vec<String> {
        TOLD.iter()
            .filter_map(|&(id, zh, en)| {
                let metric = registry::find(id)?;
                let streak = self.cleared.measures().streak(metric, subject)?;
                let name = metric.text(self.lang).name;
                (streak.months >= SHORTEST).then(|| self.streak(name, &streak, self.lang.pick(zh, en)))
            })
            .collect()
    }

    fn streak(&self, name: &str, streak: &Streak, breaks: &str) -> String {
        let month = |month| Period::Month(month).name(self.lang);
        let Streak { months, thin, .. } = streak;
        let (first, last) = (month(streak.first), month(streak.last));
        let (records, fewest) = (count_text(streak.records), count_text(streak.fewest));
        let empty: Vec<String> = streak.empty.iter().map(|&at| month(at)).collect();
        match self.lang {
            Lang::Zh => {
                let thin = if *thin == 0 { String::new() } else { format!("，其中 {thin} 个月不足 {FEW} 件") };
                let empty = if empty.is_empty() {
                    String::new()
                } else {
                    format!("没有应计件的月份不计也不中断：{}。", empty.join("、"))
                };
                format!(
                    "{name}连续 {months} 个月 100%：{first}至{last}，共 {records} 件，最少的一个月 {fewest} 件{thin}。{empty}{breaks}。"
                )
            }
            Lang::En => {
                let thin =
                    if *thin == 0 { String::new() } else { format!("; {thin} of the months have fewer than {FEW}") };
                let empty = if empty.is_empty() {
                    String::new()
                } else {
                    format!(" Months with nothing to count neither extend nor break it: {}.", empty.join(", "))
                };
                format!(
                    "{name}: 100% for {months} months in a row, {first} to {last}, on {records} issues, {fewest} in the smallest month{thin}.{empty} It ends when {breaks}."
                )
            }
        }
    }
}
