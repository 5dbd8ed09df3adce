//! Days of the week.

use super::vocabulary::vocabulary;
use crate::text::Lang;

vocabulary! {
    /// A day of the week; weeks begin on Monday (ISO 8601).
    Weekday {
        /// 周一
        Monday = "monday" "周一" "Monday",
        /// 周二
        Tuesday = "tuesday" "周二" "Tuesday",
        /// 周三
        Wednesday = "wednesday" "周三" "Wednesday",
        /// 周四
        Thursday = "thursday" "周四" "Thursday",
        /// 周五
        Friday = "friday" "周五" "Friday",
        /// 周六
        Saturday = "saturday" "周六" "Saturday",
        /// 周日
        Sunday = "sunday" "周日" "Sunday",
    }
}

impl Weekday {
    /// Days of the week in words, given in order: `周一至周五`, `周一、三、五`, `每天`; `Monday to Friday`, `Monday, Wednesday`.
    #[must_use]
    pub fn words(days: &[Self], lang: Lang) -> String {
        if days.len() == Self::ALL.len() {
            return lang.pick("每天", "every day").to_owned();
        }
        let follows = |pair: &[Self]| matches!(pair, [day, next] if *next as u8 == *day as u8 + 1);
        if let ([first, _, .., last], true) = (days, days.windows(2).all(follows)) {
            return format!("{}{}{}", first.name(lang), lang.pick("至", " to "), last.name(lang));
        }
        let names: Vec<&str> = days.iter().map(|day| day.name(lang)).collect();
        lang.pick(names.join("、").replace("、周", "、"), names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_follow_each_other_are_said_as_a_run() {
        use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let said = |days: &[Weekday]| [Weekday::words(days, Lang::Zh), Weekday::words(days, Lang::En)];
        assert_eq!(said(&[Monday]), ["周一", "Monday"]);
        assert_eq!(said(&[Saturday, Sunday]), ["周六、日", "Saturday, Sunday"]);
        assert_eq!(said(&[Monday, Wednesday, Friday]), ["周一、三、五", "Monday, Wednesday, Friday"]);
        assert_eq!(said(&[Monday, Tuesday, Wednesday, Thursday, Friday]), ["周一至周五", "Monday to Friday"]);
        assert_eq!(said(Weekday::ALL), ["每天", "every day"]);
    }
}
