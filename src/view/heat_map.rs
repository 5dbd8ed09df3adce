//! The days of the last twelve months on which something took place: weeks across, days of the week down.

use super::chart::{Chart, Drawing, Table};
use super::shell::Link;
use super::{View, figure_text, routes};
use crate::measure::{Subject, registry};
use crate::model::Period;
use crate::text::Lang;
use crate::text::date::{Day, Month};

/// Months in one block: half a year, so that a day is large enough to be seen on a phone.
const BLOCK: usize = 6;
/// Steps of darkness; more could not be told apart on grey paper.
pub const LEVELS: u32 = 3;

/// Days in weeks, the darker the more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeatMap {
    /// Half-years, the earlier first.
    pub blocks: Vec<Block>,
    /// What the days of a week are called, Monday first.
    pub weekdays: Vec<String>,
    /// What each level means, the lightest first.
    pub levels: Vec<String>,
}

/// Some months in weeks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    /// Its first and last day, each as week of the block and day of the week, both from 0.
    pub ends: [(usize, usize); 2],
    /// Days with something on them: week, day of the week, level from 1.
    pub days: Vec<(usize, usize, u32)>,
    /// The months: week and day of the week on which each begins, its name, its number.
    pub months: Vec<MonthOf>,
}

/// A month of a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthOf {
    /// Week and day of the week of its first day.
    pub first: (usize, usize),
    /// What it is called.
    pub name: String,
    /// How much took place.
    pub number: String,
}

impl View<'_> {
    /// When the activities of a subject took place, day by day over the last twelve months; `None` without any.
    #[must_use]
    pub fn activity_calendar(&self, subject: Subject) -> Option<Chart> {
        let metric = registry::find("activities.sessions")?;
        let lang = self.lang;
        let rule = self.config.months;
        let months = self.last_year();
        let (first, last) = (months.first()?, months.last()?);
        let (from, to) = (rule.first_day(*first), rule.last_day(*last).min(self.as_of));
        let measures = self.cleared.measures();
        let sessions: Vec<(Day, u32)> = measures.tally(subject).activities.days(from, to).collect();
        let most = sessions.iter().map(|&(_, count)| count).max().filter(|&most| most > 0)?;
        let step = most.div_ceil(LEVELS).max(1);
        let in_month = |month: Month| figure_text::words(&measures.figure(metric, subject, Period::Month(month)), lang);
        let block = |months: &[Month]| {
            let (first, last) = (months.first()?, months.last()?);
            let (from, to) = (rule.first_day(*first), rule.last_day(*last).min(to));
            let monday = from.plus(-from.days_after_monday());
            let place = |day: Day| {
                let days = usize::try_from(day.since(monday)).unwrap_or_default();
                (days / 7, days % 7)
            };
            let days = sessions.iter().filter(|(day, _)| (from..=to).contains(day));
            Some(Block {
                ends: [place(from), place(to)],
                days: days.map(|&(day, count)| (place(day).0, place(day).1, count.div_ceil(step))).collect(),
                months: months
                    .iter()
                    .filter(|&&month| rule.first_day(month) <= to)
                    .map(|&month| MonthOf {
                        first: place(rule.first_day(month)),
                        name: super::drawn::short_month(month, lang),
                        number: lang.pick(format!("{} 场", in_month(month).value), in_month(month).value),
                    })
                    .collect(),
            })
        };
        let busiest = sessions.iter().filter(|&&(_, count)| count == most).map(|&(day, _)| self.day(day));
        let busiest: Vec<String> = busiest.collect();
        let unit = metric.unit.word(lang);
        let rows = months.iter().map(|&month| {
            let last = rule.last_day(month);
            let days = sessions.iter().filter(|(day, _)| (rule.first_day(month)..=last).contains(day)).count();
            vec![Period::Month(month).name(lang), in_month(month).value, days.to_string()]
        });
        let name = metric.text(lang).name;
        Some(Chart {
            id: "activities.calendar".into(),
            title: lang.pick("活动日历", "Activity calendar").into(),
            subtitle: self.subtitle(subject, &self.span_name(&months), unit),
            sentence: busiest_day(lang, sessions.len(), &busiest, most),
            drawing: Drawing::HeatMap(HeatMap {
                blocks: months.chunks(BLOCK).filter_map(block).collect(),
                weekdays: weekdays(lang).into_iter().map(str::to_owned).collect(),
                levels: levels(lang, step, most),
            }),
            as_of: self.day(self.as_of),
            definition: routes::definition(metric.id),
            data: self.figures_address(subject),
            table: Table {
                heads: vec![
                    Link::new(lang.pick("月份", "Month"), ""),
                    Link::new(name, self.figure_address(metric, subject)),
                    Link::new(lang.pick("有活动的天数", "Days with activities"), ""),
                ],
                rows: rows.collect(),
            },
        })
    }
}

/// On how many days something was on, and on which most: the first of several, and how many they are.
fn busiest_day(lang: Lang, days: usize, busiest: &[String], most: u32) -> String {
    let in_words = |days: usize| figure_text::days(i32::try_from(days).unwrap_or(i32::MAX));
    let (days_en, most) = (in_words(days), most.to_string());
    let unit = figure_text::counted(&most, "activities");
    let first = busiest.first().map_or("", String::as_str);
    match busiest.len() {
        all if all == days && all > 1 => lang.pick(
            format!("有活动的日子 {days} 天，每天 {most} 场。"),
            format!("Activities on {days_en}, {most} {unit} on each."),
        ),
        1 => lang.pick(
            format!("有活动的日子 {days} 天；一天最多 {most} 场（{first}）。"),
            format!("Activities on {days_en}; at most {most} {unit} on one ({first})."),
        ),
        all => lang.pick(
            format!("有活动的日子 {days} 天；一天最多 {most} 场（{first}等 {all} 天）。"),
            format!("Activities on {days_en}; at most {most} {unit} on one ({first} and {} more).", in_words(all - 1)),
        ),
    }
}

fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Zh => ["一", "二", "三", "四", "五", "六", "日"],
        Lang::En => ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
    }
}

/// What each level means: `1 场`, `3–4 场`, `5 场`.
fn levels(lang: Lang, step: u32, most: u32) -> Vec<String> {
    (0..most.div_ceil(step))
        .map(|level| {
            let (from, to) = (level * step + 1, ((level + 1) * step).min(most));
            let range = if from == to { from.to_string() } else { format!("{from}–{to}") };
            lang.pick(format!("{range} 场"), range)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_busiest_day_is_told_with_all_that_are_as_busy() {
        let said = |lang, days, busiest: &[&str], most| {
            let busiest: Vec<String> = busiest.iter().map(|&day| day.to_owned()).collect();
            busiest_day(lang, days, &busiest, most)
        };
        assert_eq!(said(Lang::Zh, 9, &["3月3日"], 2), "有活动的日子 9 天；一天最多 2 场（3月3日）。");
        assert_eq!(said(Lang::Zh, 9, &["3月3日", "3月5日"], 2), "有活动的日子 9 天；一天最多 2 场（3月3日等 2 天）。");
        assert_eq!(said(Lang::Zh, 2, &["3月3日", "3月5日"], 1), "有活动的日子 2 天，每天 1 场。");
        assert_eq!(
            said(Lang::En, 9, &["3 March", "5 March"], 2),
            "Activities on 9 days; at most 2 activities on one (3 March and 1 day more)."
        );
    }

    #[test]
    fn levels_hold_every_number() {
        assert_eq!(levels(Lang::Zh, 1, 1), ["1 场"]);
        assert_eq!(levels(Lang::Zh, 1, 3), ["1 场", "2 场", "3 场"]);
        assert_eq!(levels(Lang::En, 2, 5), ["1–2", "3–4", "5"]);
    }
}
