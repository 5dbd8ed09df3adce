//! Periods in words. A month that is none of the calendar says which days it holds.

use super::View;
use crate::model::{MonthRule, Period};
use crate::text::Lang;
use crate::text::date::Day;

impl View<'_> {
    /// What people call a period: `2026年10月`, or `2026年10月（9月26日—10月25日）` where months begin on the 26th.
    pub(super) fn period_name(&self, period: Period) -> String {
        let rule = self.config.months;
        let name = period.name(self.lang);
        let Period::Month(month) = period else { return name };
        if rule == MonthRule::CALENDAR {
            return name;
        }
        let day = |day: Day| {
            let date = day.civil();
            let (zh, en) =
                (format!("{}月{}日", date.month(), date.day()), format!("{} {}", date.day(), day.month().name_en()));
            self.lang.pick(zh, en)
        };
        let (first, last) = (day(rule.first_day(month)), day(rule.last_day(month)));
        self.lang.pick(format!("{name}（{first}—{last}）"), format!("{name} ({first} to {last})"))
    }
}

/// Which days a month holds, in a sentence; empty for months of the calendar.
pub(super) fn rule(rule: MonthRule, lang: Lang) -> String {
    if rule == MonthRule::CALENDAR {
        return String::new();
    }
    let days = if rule.first_day > 1 {
        let (first, last) = (rule.first_day, rule.first_day - 1);
        lang.pick(
            format!("统计月自上月{first}日起、至当月{last}日止"),
            format!("a month runs from day {first} of the one before to day {last}"),
        )
    } else {
        lang.pick("统计月为自然月", "months are those of the calendar").to_owned()
    };
    let cut = rule.cut.map(|second| {
        let clock = format!("{:02}:{:02}", second / 3_600, second / 60 % 60);
        lang.pick(format!("，每日 {clock} 起算次日"), format!("; a day ends at {clock}"))
    });
    format!("{days}{}", cut.unwrap_or_default())
}
