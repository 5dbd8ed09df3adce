//! Days of the week.

use super::vocabulary::vocabulary;

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
