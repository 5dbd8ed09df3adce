//! Days that come round: every Wednesday, the 15th of each month, the first Saturday, the 5th of the first month of a quarter.

use super::weekday::Weekday;
use crate::text::Lang;
use crate::text::date::{Day, Month};

/// When something is held again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recurrence {
    /// On these days of every week.
    Weekly(Vec<Weekday>),
    /// On days of some months.
    Monthly(Months, On),
}

/// The months in which it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Months {
    /// All.
    Every,
    /// The first (1), second or third month of each quarter.
    OfQuarter(i8),
    /// One month of the year, 1–12.
    OfYear(i8),
}

/// The days of a month on which it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum On {
    /// These days; a month that lacks one has none.
    Days(Vec<i8>),
    /// The first (1) to fourth such day of the week, or the last (`None`).
    Nth(Option<i8>, Weekday),
    /// The last day.
    Last,
}

impl Recurrence {
    /// The days from `from` to `to`, in order, each found when it is asked for.
    pub fn days(&self, from: Day, to: Day) -> impl Iterator<Item = Day> + '_ {
        let held = |day: &Day| match self {
            Self::Weekly(weekdays) => weekdays.contains(&weekday(*day)),
            Self::Monthly(months, on) => months.hold(day.month()) && on.holds(*day),
        };
        (0..=to.since(from)).map(move |step| from.plus(step)).filter(held)
    }

    /// Whether every day it names is one that some year has: there is no 30 February.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        match self {
            Self::Monthly(Months::OfYear(month), On::Days(days)) => {
                // A year with a 29 February.
                let longest = Month::new(2000, *month).map_or(0, |month| month.last_day().civil().day());
                days.iter().all(|&day| day <= longest)
            }
            Self::Weekly(_) | Self::Monthly(..) => true,
        }
    }

    /// The rule in words: `每月15日`, `every Wednesday`.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Weekly(weekdays), Lang::Zh) => {
                let names: Vec<&str> = weekdays.iter().map(|day| day.name(lang)).collect();
                format!("每{}", names.join("、").replace("、周", "、"))
            }
            (Self::Weekly(weekdays), Lang::En) => {
                let names: Vec<&str> = weekdays.iter().map(|day| day.name(lang)).collect();
                format!("every {}", names.join(", "))
            }
            (Self::Monthly(months, on), Lang::Zh) => {
                let months = match months {
                    Months::Every => "每月".to_owned(),
                    Months::OfQuarter(1) => "每季度首月".to_owned(),
                    Months::OfQuarter(2) => "每季度第二个月".to_owned(),
                    Months::OfQuarter(_) => "每季度末月".to_owned(),
                    Months::OfYear(month) => format!("每年{month}月"),
                };
                let on = match on {
                    On::Days(days) => days.iter().map(|day| format!("{day}日")).collect::<Vec<_>>().join("、"),
                    On::Nth(None, weekday) => format!("最后一个{}", weekday.name(lang)),
                    On::Nth(Some(n), weekday) => format!("第{}个{}", ordinal_zh(*n), weekday.name(lang)),
                    On::Last => "最后一天".to_owned(),
                };
                months + &on
            }
            (Self::Monthly(months, on), Lang::En) => {
                let on = match on {
                    On::Days(days) => {
                        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
                        format!("day {}", days.join(", "))
                    }
                    On::Nth(None, weekday) => format!("the last {}", weekday.name(lang)),
                    On::Nth(Some(n), weekday) => format!("the {} {}", ordinal_en(*n), weekday.name(lang)),
                    On::Last => "the last day".to_owned(),
                };
                match months {
                    Months::Every => format!("{on} of every month"),
                    Months::OfQuarter(3) => format!("{on} of the last month of every quarter"),
                    Months::OfQuarter(n) => format!("{on} of the {} month of every quarter", ordinal_en(*n)),
                    Months::OfYear(month) => {
                        let name = Month::new(2000, *month).map_or("", Month::name_en);
                        format!("{on} of {name} every year")
                    }
                }
            }
        }
    }
}

impl Months {
    fn hold(self, month: Month) -> bool {
        match self {
            Self::Every => true,
            Self::OfQuarter(n) => (month.number() - 1) % 3 + 1 == n,
            Self::OfYear(n) => month.number() == n,
        }
    }
}

impl On {
    fn holds(&self, day: Day) -> bool {
        let number = day.civil().day();
        let left = day.month().last_day().since(day);
        match self {
            Self::Days(days) => days.contains(&number),
            Self::Nth(Some(n), wanted) => weekday(day) == *wanted && (number - 1) / 7 + 1 == *n,
            Self::Nth(None, wanted) => weekday(day) == *wanted && left < 7,
            Self::Last => left == 0,
        }
    }
}

/// The day of the week of a day.
#[must_use]
pub fn weekday(day: Day) -> Weekday {
    let at = usize::try_from(day.days_after_monday()).unwrap_or(0);
    Weekday::ALL.get(at).copied().unwrap_or(Weekday::Monday)
}

fn ordinal_zh(n: i8) -> &'static str {
    match n {
        1 => "一",
        2 => "二",
        3 => "三",
        _ => "四",
    }
}

fn ordinal_en(n: i8) -> &'static str {
    match n {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "fourth",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> Day {
        Day::from_civil(text.parse().unwrap()).unwrap()
    }

    fn days(rule: &Recurrence, from: &str, to: &str) -> Vec<String> {
        rule.days(on(from), on(to)).map(|day| day.to_string()).collect()
    }

    #[test]
    fn days_come_round() {
        let wednesdays = Recurrence::Weekly(vec![Weekday::Wednesday]);
        assert_eq!(days(&wednesdays, "2026-11-01", "2026-11-15"), ["2026-11-04", "2026-11-11"]);
        let people = Recurrence::Monthly(Months::Every, On::Days(vec![5, 25]));
        assert_eq!(days(&people, "2026-11-05", "2026-12-05"), ["2026-11-05", "2026-11-25", "2026-12-05"]);
        let saturday = Recurrence::Monthly(Months::Every, On::Nth(Some(1), Weekday::Saturday));
        assert_eq!(days(&saturday, "2026-10-01", "2026-12-31"), ["2026-10-03", "2026-11-07", "2026-12-05"]);
        let friday = Recurrence::Monthly(Months::Every, On::Nth(None, Weekday::Friday));
        assert_eq!(days(&friday, "2026-10-01", "2026-11-30"), ["2026-10-30", "2026-11-27"]);
        let quarter = Recurrence::Monthly(Months::OfQuarter(1), On::Days(vec![5]));
        assert_eq!(days(&quarter, "2026-10-01", "2027-04-30"), ["2026-10-05", "2027-01-05", "2027-04-05"]);
        let end = Recurrence::Monthly(Months::OfYear(2), On::Last);
        assert_eq!(days(&end, "2027-01-01", "2028-12-31"), ["2027-02-28", "2028-02-29"]);
    }

    #[test]
    fn a_month_without_the_day_has_none() {
        let rule = Recurrence::Monthly(Months::Every, On::Days(vec![31]));
        assert_eq!(days(&rule, "2026-10-01", "2026-12-31"), ["2026-10-31", "2026-12-31"]);
    }

    #[test]
    fn rules_are_said_in_both_languages() {
        let said = |rule: Recurrence| [rule.words(Lang::Zh), rule.words(Lang::En)];
        let weekly = Recurrence::Weekly(vec![Weekday::Monday, Weekday::Thursday]);
        assert_eq!(said(weekly), ["每周一、四", "every Monday, Thursday"]);
        let nth = Recurrence::Monthly(Months::OfQuarter(3), On::Nth(None, Weekday::Friday));
        assert_eq!(said(nth), ["每季度末月最后一个周五", "the last Friday of the last month of every quarter"]);
        let yearly = Recurrence::Monthly(Months::OfYear(3), On::Days(vec![5]));
        assert_eq!(said(yearly), ["每年3月5日", "day 5 of March every year"]);
    }
}
