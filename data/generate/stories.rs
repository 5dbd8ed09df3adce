//! What happened in the two years: seasons, weather, and troubles that many reported until they were put right.

use super::calendar::Day;
use super::town::Community;

/// Heavy rain, first and last day.
const RAIN: [(Day, Day); 5] = [
    (Day::new(2025, 7, 19), Day::new(2025, 7, 22)),
    (Day::new(2025, 8, 9), Day::new(2025, 8, 11)),
    (Day::new(2026, 7, 11), Day::new(2026, 7, 14)),
    (Day::new(2026, 8, 2), Day::new(2026, 8, 5)),
    (Day::new(2026, 8, 20), Day::new(2026, 8, 21)),
];
/// The cold wave that burst the pipes.
const COLD_WAVE: (Day, Day) = (Day::new(2026, 1, 6), Day::new(2026, 1, 21));

/// Whether it rained hard.
pub fn rains(day: Day) -> bool {
    RAIN.iter().any(|&(from, to)| from <= day && day <= to)
}

/// Whether the cold wave lasted.
pub fn freezes(day: Day) -> bool {
    COLD_WAVE.0 <= day && day <= COLD_WAVE.1
}

/// How many issues of a category come in on a day, in percent of a usual day.
pub fn season(category: &str, day: Day) -> i64 {
    let by_month: [i64; 12] = match category {
        "环境卫生" => [80, 90, 95, 100, 105, 120, 130, 130, 115, 100, 85, 80],
        "设施维修" => [95, 85, 90, 95, 95, 105, 125, 130, 105, 95, 90, 90],
        "停车管理" => [120, 125, 95, 95, 95, 95, 90, 90, 100, 100, 100, 105],
        "噪声扰民" => [60, 65, 80, 95, 115, 150, 165, 160, 120, 95, 70, 60],
        "供暖供水" => [185, 165, 120, 45, 35, 40, 50, 50, 40, 75, 215, 190],
        "违建" => [70, 60, 110, 125, 120, 110, 95, 95, 110, 115, 105, 80],
        "社会保障" => [110, 90, 110, 100, 95, 95, 90, 90, 105, 100, 100, 130],
        _ => [100; 12],
    };
    let month = usize::try_from(day.month() - 1).unwrap_or(0);
    let usual = by_month.get(month).copied().unwrap_or(100);
    match category {
        "供暖供水" if freezes(day) => usual * 4,
        "设施维修" if freezes(day) => usual * 2,
        "设施维修" if rains(day) => usual * 2,
        _ => usual,
    }
}

/// How many issues come in on such a day of the week, in percent.
pub fn day_of_week(category: &str, day: Day) -> i64 {
    let home_all_day = matches!(category, "噪声扰民" | "停车管理" | "邻里纠纷");
    match (day.is_workday(), home_all_day) {
        (true, _) if day.weekday() == 0 => 120,
        (true, _) => 105,
        (false, true) => 115,
        (false, false) if day.is_holiday() => 55,
        (false, false) => 75,
    }
}

/// How many of those who call cannot wait, in thousandths: stuck in a lift, a burst pipe, water at the door.
pub fn emergencies(category: &str, topic: &str, day: Day) -> i64 {
    match category {
        "电梯安全" => 260,
        "供暖供水" if freezes(day) => 240,
        "供暖供水" => 130,
        "设施维修" if rains(day) && matches!(topic, "" | "雨污积水") => 300,
        _ => 0,
    }
}

/// How often a deadline is missed, in percent of what is usual in the town.
pub fn lateness(community: &Community, day: Day) -> i64 {
    let month = day.month_of_sample();
    let usual = match community.id {
        // It began badly and learned.
        "fangyuan" => 560 - month.min(20) * 24,
        "dengxiang" if month < 8 => community.late + 30,
        _ => community.late,
    };
    match day {
        day if freezes(day) => usual * 7,
        day if rains(day) => usual * 2,
        _ => usual,
    }
}

/// The hearings at which 灯巷社区 had some demands of the last weeks declared unreasonable, and how the export cites them.
const HEARINGS: [(Day, &str); 3] = [
    (Day::new(2025, 6, 20), "不合理诉求（2025年6月诉求认定会决定）"),
    (Day::new(2025, 12, 19), "不合理诉求（2025年12月诉求认定会决定）"),
    (Day::new(2026, 6, 12), "不合理诉求（2026年6月诉求认定会决定）"),
];

/// The decision that could leave an issue out of the figures.
pub fn decision(community: &Community, category: &str, day: Day) -> Option<&'static str> {
    let concerned = community.id == "dengxiang" && matches!(category, "噪声扰民" | "停车管理" | "违建");
    let heard = |&&(hearing, _): &&(Day, &str)| concerned && day < hearing && hearing.since(day) < 75;
    HEARINGS.iter().find(heard).map(|&(_, reason)| reason)
}

/// A trouble that many reported, gathered under one name.
pub struct Topic {
    /// Its name, as in the `topic` column.
    pub name: &'static str,
    /// The category of its issues.
    pub category: &'static str,
    /// Where, and how many issues a month in tenths at its height.
    pub places: &'static [(&'static str, i64)],
}

/// The troubles.
pub const TOPICS: [Topic; 5] = [
    Topic {
        name: "非机动车充电", category: "设施维修", places: &[("xingcha", 125), ("liuyuan", 16), ("yunxi", 14)]
    },
    Topic { name: "公共晾晒", category: "设施维修", places: &[("liuyuan", 80)] },
    Topic { name: "雨污积水", category: "设施维修", places: &[("tangying", 36), ("mailong", 9)] },
    Topic { name: "餐饮油烟", category: "环境卫生", places: &[("dengxiang", 72)] },
    Topic { name: "夜间占道停车", category: "停车管理", places: &[("yunxi", 40)] },
];

impl Topic {
    /// How many issues come in on a day, in percent of its height.
    pub fn strength(&self, day: Day) -> i64 {
        match self.name {
            "非机动车充电" => phases(
                day,
                &[(2025, 2, 1, 20), (2025, 4, 1, 60), (2025, 7, 1, 100), (2026, 3, 21, 22), (2026, 5, 1, 5)],
            ),
            "公共晾晒" => phases(day, &[(2025, 3, 1, 45), (2025, 5, 1, 100), (2025, 11, 29, 8), (2026, 2, 1, 0)]),
            "雨污积水" if rains(day) => 2200,
            "雨污积水" if (6..=9).contains(&day.month()) => 90,
            "雨污积水" => 12,
            "餐饮油烟" => phases(day, &[(2025, 4, 1, 60), (2025, 6, 1, 100), (2025, 12, 1, 70), (2026, 6, 1, 18)]),
            _ => phases(day, &[(2026, 3, 1, 40), (2026, 6, 1, 80), (2026, 8, 1, 100)]),
        }
    }
}

/// The strength of the last phase that has begun; none before the first.
fn phases(day: Day, phases: &[(i64, i64, i64, i64)]) -> i64 {
    let begun = |&&(year, month, date, _): &&(i64, i64, i64, i64)| Day::new(year, month, date) <= day;
    phases.iter().take_while(begun).last().map_or(0, |&(.., strength)| strength)
}
