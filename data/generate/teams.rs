//! What the volunteer teams do, and the log they keep. Who they are stands in `data/teams.toml`.

use super::calendar::{Day, FIRST, LAST};
use super::issues::Issue;
use super::random::Random;
use super::roster;
use super::stories;
use super::table::Table;
use super::tier::Tier;
use super::town;

/// A sort of session that a team holds.
#[derive(Clone, Copy, Default)]
struct Session {
    kind: &'static str,
    theme: &'static str,
    /// Start in minutes of the day, and length in minutes.
    clock: (i64, i64),
    /// Fewest and most volunteers.
    volunteers: (i64, i64),
    /// Fewest and most served, and the unit; none when the top is 0.
    served: (i64, i64, &'static str),
}

struct Team {
    name: &'static str,
    /// Community ids where it works, its home first; all when empty.
    places: &'static [&'static str],
    /// Sessions a month, in tenths.
    monthly: i64,
    /// Last day it was seen.
    until: Day,
    /// Whether it helps with issues.
    helps: bool,
    sessions: &'static [Session],
}

const fn session(
    kind: &'static str,
    theme: &'static str,
    clock: (i64, i64),
    volunteers: (i64, i64),
    served: (i64, i64, &'static str),
) -> Session {
    Session { kind, theme, clock, volunteers, served }
}

/// It keeps to school days.
const SCHOOL: &str = "星槎四点半课堂";
/// It keeps to weekends.
const WEEKEND: &str = "云汐周末义诊义剪队";
/// It sets out at once.
const QUARTER_HOUR: &str = "青禾一刻钟应急队";

const TEAMS: [Team; 12] = [
    Team {
        name: "榴园银龄互助队",
        places: &["liuyuan"],
        monthly: 62,
        until: LAST,
        helps: true,
        sessions: &[
            session("爱心帮扶", "高龄住户代买代办", (540, 120), (4, 9), (8, 22, "户")),
            session("环境保护", "楼道杂物清理", (510, 120), (8, 20), (2, 6, "户")),
            session("便民服务", "老物件维修角", (540, 150), (3, 7), (12, 40, "人次")),
            session("议事协商", "加装电梯意见征询", (1140, 90), (4, 8), (10, 36, "户")),
        ],
    },
    Team {
        name: "砚池七点半敲门队",
        places: &["yanchi"],
        monthly: 84,
        until: LAST,
        helps: true,
        sessions: &[
            session("爱心帮扶", "晨间敲门问候", (450, 45), (4, 8), (18, 32, "户")),
            session("便民服务", "代取药品与送餐", (660, 60), (2, 5), (5, 14, "人次")),
        ],
    },
    Team {
        name: "云汐业主议事志愿队",
        places: &["yunxi"],
        monthly: 55,
        until: LAST,
        helps: true,
        sessions: &[
            session("议事协商", "业主议事会", (1140, 120), (5, 12), (14, 60, "人次")),
            session("文明创建", "晚高峰停车引导", (1050, 120), (4, 10), (0, 0, "")),
            session("便民服务", "物业收支查账开放日", (570, 150), (3, 8), (10, 45, "户")),
        ],
    },
    Team {
        name: "麦垄巡河护绿队",
        places: &["mailong"],
        monthly: 50,
        until: LAST,
        helps: true,
        sessions: &[
            session("环境保护", "河道巡护捡拾", (480, 150), (8, 24), (0, 0, "")),
            session("环境保护", "村口绿地认养", (900, 120), (6, 16), (0, 0, "")),
            session("文明创建", "移风易俗宣讲", (1140, 90), (4, 8), (30, 90, "人次")),
        ],
    },
    Team {
        name: "灯巷商户自律劝导队",
        places: &["dengxiang"],
        monthly: 70,
        until: LAST,
        helps: true,
        sessions: &[
            session("文明创建", "夜市噪声劝导", (1230, 120), (4, 10), (15, 40, "户")),
            session("文明创建", "门前三包互查", (840, 90), (5, 12), (20, 48, "户")),
            session("环境保护", "油污清洗日", (420, 120), (8, 18), (6, 20, "户")),
        ],
    },
    Team {
        name: "棠影防汛应急队",
        places: &["tangying", "mailong"],
        monthly: 44,
        until: LAST,
        helps: true,
        sessions: &[
            session("应急处置", "雨水口清掏", (480, 180), (8, 22), (0, 0, "")),
            session("应急处置", "沙袋与水泵演练", (540, 120), (10, 24), (0, 0, "")),
            session("应急处置", "低洼院落巡查", (1170, 120), (4, 10), (10, 30, "户")),
        ],
    },
    Team {
        name: "纺苑老师傅维修队",
        places: &["fangyuan", "liuyuan"],
        monthly: 74,
        until: LAST,
        helps: true,
        sessions: &[
            session("便民服务", "小家电与水电维修", (540, 180), (4, 9), (10, 38, "人次")),
            session("便民服务", "上门换灯换龙头", (840, 150), (2, 6), (4, 15, "户")),
            session("文化教育", "修理小课堂", (900, 90), (2, 4), (8, 24, "人")),
        ],
    },
    Team {
        name: SCHOOL,
        places: &["xingcha"],
        monthly: 112,
        until: LAST,
        helps: false,
        sessions: &[
            session("文化教育", "放学后看护与作业", (990, 90), (4, 9), (16, 34, "人次")),
            session("文化教育", "科学小实验", (570, 120), (3, 7), (12, 28, "人次")),
        ],
    },
    Team {
        name: "青禾红袖巡防队",
        places: &[],
        monthly: 72,
        until: LAST,
        helps: true,
        sessions: &[
            session("平安巡防", "夜间平安巡防", (1170, 120), (6, 16), (0, 0, "")),
            session("平安巡防", "消防通道排查", (540, 120), (6, 14), (12, 60, "户")),
            session("法治宣传", "反诈与用电安全宣传", (570, 120), (4, 10), (40, 160, "人次")),
        ],
    },
    Team {
        name: QUARTER_HOUR,
        places: &[],
        monthly: 52,
        until: LAST,
        helps: true,
        sessions: &[
            session("应急处置", "一刻钟到场抢修", (1020, 75), (3, 8), (1, 12, "户")),
            session("应急处置", "应急值守", (510, 210), (3, 6), (0, 0, "")),
        ],
    },
    Team {
        name: WEEKEND,
        places: &["yunxi", "xingcha", "mailong"],
        monthly: 34,
        until: LAST,
        helps: false,
        sessions: &[
            session("便民服务", "义剪", (540, 180), (4, 9), (20, 55, "人次")),
            session("便民服务", "血压血糖测量", (540, 150), (4, 8), (30, 80, "人次")),
        ],
    },
    Team {
        name: "麦垄晚霞文艺队",
        places: &["mailong"],
        monthly: 48,
        until: Day::new(2026, 3, 22),
        helps: false,
        sessions: &[
            session("文化教育", "广场文艺演出", (1140, 120), (12, 28), (60, 220, "人次")),
            session("文化教育", "秧歌与腰鼓排练", (900, 120), (14, 30), (0, 0, "")),
        ],
    },
];

const PARTNERS: [&str; 6] =
    ["物业服务中心", "社区卫生服务站", "沿街商户联盟", "县应急志愿联盟", "共建学校", "辖区银行网点"];

/// The team that helped with an issue, if one did.
pub fn helping(issue: &Issue, random: &mut Random) -> &'static str {
    let day = issue.received.day();
    if issue.tier == Tier::Emergency && issue.course.on_scene.is_some() && random.chance(840) {
        return QUARTER_HOUR;
    }
    let chance = if stories::freezes(day) || stories::rains(day) { 380 } else { 105 };
    if issue.course.handled.is_none() || !random.chance(chance) {
        return "";
    }
    let ready = || TEAMS.iter().filter(|team| team.helps && day <= team.until);
    let near = ready().find(|team| team.places.first() == Some(&issue.community.id));
    if let Some(team) = near.filter(|_| random.chance(620)) {
        return team.name;
    }
    let everywhere: Vec<&str> = ready().filter(|team| team.places.is_empty()).map(|team| team.name).collect();
    random.pick(&everywhere)
}

/// The log of activities: UTF-8, separated by semicolons as some office programs do.
pub fn activities() -> Vec<u8> {
    let header = [
        "活动编号",
        "日期",
        "团队",
        "地点",
        "类型",
        "主题",
        "开始",
        "结束",
        "志愿者人数",
        "志愿者编号",
        "服务时长",
        "服务数",
        "服务单位",
        "收集意见",
        "化解纠纷",
        "共建单位",
        "是否核实",
    ];
    let mut table = Table::new(';', "\n", &header);
    let mut random = Random::of("activities");
    let mut rosters = Random::of("rosters");
    let mut serial = 0;
    for day in FIRST.until(LAST) {
        for team in TEAMS.iter().filter(|team| day <= team.until) {
            if random.times(rate(team, day)) > 0 {
                serial += 1;
                table.row(&row(serial, day, team, &mut random, &mut rosters));
            }
        }
    }
    table.utf8()
}

/// Chances in a million that a team meets on a day.
fn rate(team: &Team, day: Day) -> i64 {
    let (_, month, date) = day.civil();
    let school = team.name == SCHOOL;
    let season = match month {
        _ if school && (matches!(month, 2 | 7 | 8) || day.is_holiday()) => 18,
        _ if school && day.weekday() < 5 => 125,
        3 if date <= 15 => 190,
        10 if (15..=31).contains(&date) => 125,
        1 | 2 if day.is_holiday() => 40,
        _ => 100,
    };
    let weather = match team.name {
        "棠影防汛应急队" if stories::rains(day) => 900,
        "棠影防汛应急队" if (6..=8).contains(&month) => 190,
        "青禾一刻钟应急队" | "榴园银龄互助队" | "纺苑老师傅维修队" if stories::freezes(day) => {
            300
        }
        // Before it fell silent, it met less and less.
        "麦垄晚霞文艺队" if day >= Day::new(2025, 12, 1) => 35,
        _ => 100,
    };
    let weekend = match (team.name == WEEKEND, day.weekday() >= 5) {
        (true, true) => 350,
        (true, false) => 0,
        (false, true) => 135,
        (false, false) => 86,
    };
    // Chances in a million: tenths a month, and three percentages.
    team.monthly * season * weather * weekend / 304
}

fn row(serial: i64, day: Day, team: &Team, random: &mut Random, rosters: &mut Random) -> Vec<String> {
    let session = session_of(team, day, random);
    let place = random.pick(team.places);
    let community = town::community(place).unwrap_or_else(|| town::anywhere(random));
    let place = if random.chance(150) { random.pick(&community.estate_names()) } else { community.name };
    let start = session.clock.0 + 5 * random.between(-1, 2);
    let length = session.clock.1 + 15 * random.between(-1, 2);
    let volunteers = random.between(session.volunteers.0, session.volunteers.1);
    // Some leave early: counted in quarters of an hour.
    let left_early = random.below(volunteers / 3 + 1);
    let minutes = (volunteers * length - left_early * 15).max(15);
    let (low, high, unit) = session.served;
    let served = if high == 0 { String::new() } else { random.between(low, high).to_string() };
    // Who notes the volunteers by their ids has noted the rest as well.
    let bare = random.chance(18) && !roster::is_kept(team.name);
    let number = |value: String| if bare { String::new() } else { value };
    let some = |often: i64, most: i64, random: &mut Random| {
        if random.chance(often) { random.mostly_low(1, most).to_string() } else { String::new() }
    };
    vec![
        format!("HD{serial:04}"),
        day.words(),
        team.name.to_owned(),
        place.to_owned(),
        session.kind.to_owned(),
        theme(session.theme, day, random),
        number(clock(start)),
        number(clock(start + length)),
        number(volunteers.to_string()),
        roster::ids(team.name, day, volunteers, rosters),
        number(hours(minutes)),
        number(served.clone()),
        if served.is_empty() || bare { String::new() } else { unit.to_owned() },
        number(some(if session.kind == "议事协商" { 800 } else { 160 }, 9, random)),
        number(some(if session.kind == "议事协商" { 220 } else { 30 }, 2, random)),
        if random.chance(180) { random.pick(&PARTNERS).to_owned() } else { "无".to_owned() },
        if random.chance(if day >= LAST.plus(-6) { 550 } else { 978 }) { "是" } else { "否" }.to_owned(),
    ]
}

fn session_of(team: &Team, day: Day, random: &mut Random) -> Session {
    const ICE: Session = session("应急处置", "除冰与水管包扎", (450, 150), (6, 20), (10, 40, "户"));
    const PUMP: Session = session("应急处置", "低洼点抽排与转移", (360, 240), (8, 26), (6, 40, "户"));
    let rescue = matches!(team.name, "棠影防汛应急队" | "青禾一刻钟应急队" | "纺苑老师傅维修队" | "榴园银龄互助队");
    match day {
        _ if rescue && stories::freezes(day) => ICE,
        _ if rescue && stories::rains(day) => PUMP,
        // After school on weekdays, experiments on other days.
        _ if team.name == SCHOOL => team.sessions.get(usize::from(day.weekday() >= 5)).copied().unwrap_or_default(),
        _ => random.pick(team.sessions),
    }
}

fn theme(theme: &str, day: Day, random: &mut Random) -> String {
    match day.civil() {
        (_, 3, 1..=12) if random.chance(350) => format!("学雷锋月：{theme}"),
        (_, 10, 15..=31) if random.chance(200) => format!("敬老月：{theme}"),
        _ if random.chance(8) => format!("{theme}\n（与议事会合并举行）"),
        _ => theme.to_owned(),
    }
}

fn clock(minute: i64) -> String {
    format!("{}:{:02}", minute / 60, minute % 60)
}

/// Hours with the decimals they need: `12`, `12.5`, `12.25`.
fn hours(minutes: i64) -> String {
    let text = format!("{}.{:02}", minutes / 60, minutes % 60 * 100 / 60);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
