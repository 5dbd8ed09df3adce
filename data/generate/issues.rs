//! Two years of issues: who raises what, where and when.

use super::calendar::{Day, FIRST, LAST, Moment};
use super::course::{self, Course};
use super::random::Random;
use super::stories::{self, TOPICS};
use super::tier::Tier;
use super::town::{CATEGORIES, COMMUNITIES, Community};

/// How many issues of the planned ones come in, in percent.
const VOLUME: i64 = 90;
/// A month in days, in tenths.
const MONTH: i64 = 304;

/// What became of it besides being handled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It went its way.
    Usual,
    /// It repeats an earlier one, of this number in the list.
    Duplicate(usize),
    /// The caller took it back.
    Withdrawn,
    /// It was not accepted, with the reason.
    Rejected(&'static str),
    /// It is not for this office, and went back to where it came from.
    SentBack,
    /// It was handled, and a decision left it out of the figures.
    LeftOut(&'static str),
}

/// An issue.
pub struct Issue {
    /// 工单编号
    pub id: String,
    /// The community.
    pub community: &'static Community,
    /// The place as the clerk wrote it.
    pub place: String,
    /// One of [`CATEGORIES`].
    pub category: &'static str,
    /// The common trouble it belongs to; empty when none.
    pub topic: &'static str,
    /// What sort.
    pub kind: &'static str,
    /// Level.
    pub tier: Tier,
    /// The way it came in.
    pub channel: &'static str,
    /// Whether a patrol found it.
    pub patrol: bool,
    /// Office in charge.
    pub department: &'static str,
    /// What became of it.
    pub fate: Fate,
    /// When it came in.
    pub received: Moment,
    /// What happened then.
    pub course: Course,
}

/// All issues in the order they came in.
pub fn all() -> Vec<Issue> {
    let mut random = Random::of("issues");
    let mut issues: Vec<Issue> = FIRST.until(LAST).flat_map(|day| of_day(day, &mut random)).collect();
    issues.sort_by_key(|issue| issue.received);
    number(&mut issues);
    repeat(&mut issues, &mut random);
    for issue in &mut issues {
        issue.course = course::of(issue, &mut random);
    }
    course::leave_some_open(&mut issues);
    issues
}

fn of_day(day: Day, random: &mut Random) -> Vec<Issue> {
    let mut issues = Vec::new();
    for community in &COMMUNITIES {
        for (category, monthly) in CATEGORIES.into_iter().zip(community.monthly) {
            // Chances in a million: tenths a month, and three percentages.
            let ppm = monthly * 1000 / MONTH * VOLUME * stories::season(category, day) / 100
                * stories::day_of_week(category, day)
                / 10;
            for _ in 0..random.times(ppm) {
                issues.push(one(day, community, category, "", random));
            }
        }
        for topic in &TOPICS {
            for &(place, monthly) in topic.places {
                if place != community.id {
                    continue;
                }
                let ppm = monthly * 1000 / MONTH * topic.strength(day) * stories::day_of_week(topic.category, day) / 10;
                for _ in 0..random.times(ppm) {
                    issues.push(one(day, community, topic.category, topic.name, random));
                }
            }
        }
    }
    issues
}

fn one(
    day: Day,
    community: &'static Community,
    category: &'static str,
    topic: &'static str,
    random: &mut Random,
) -> Issue {
    let patrol = random.chance(patrol_share(category, day));
    let channel = if patrol {
        "网格巡查"
    } else {
        random.weighted(&[(48, "12345"), (22, "微信群"), (18, "小程序"), (12, "来访")])
    };
    let kind = kind_of(category, topic, patrol, random);
    let tier = match kind {
        "咨询" => Tier::Minor,
        _ if matches!(channel, "12345" | "微信群") && random.chance(stories::emergencies(category, topic, day)) => {
            Tier::Emergency
        }
        _ => tier_of(category, topic, random),
    };
    let fate = match random.below(1000) {
        0..14 if !patrol => Fate::Withdrawn,
        14..26 if !patrol => Fate::Rejected(reason_of(category, random)),
        26..36 if !patrol => Fate::SentBack,
        36..96 if !patrol => stories::decision(community, category, day).map_or(Fate::Usual, Fate::LeftOut),
        _ => Fate::Usual,
    };
    Issue {
        id: String::new(),
        community,
        place: place_of(community, topic, random),
        category,
        topic,
        kind,
        tier,
        channel,
        patrol,
        department: department_of(category, topic, random),
        fate,
        received: Moment::at(day, time_of_day(category, channel, random)),
        course: Course::default(),
    }
}

/// How many issues of a category a patrol finds first, in thousandths: more every month.
fn patrol_share(category: &str, day: Day) -> i64 {
    let month = day.month_of_sample();
    match category {
        "环境卫生" | "设施维修" => 70 + month * 15,
        "电梯安全" | "违建" => 90 + month * 13,
        "停车管理" => 40 + month * 6,
        _ => 0,
    }
}

fn kind_of(category: &str, topic: &str, patrol: bool, random: &mut Random) -> &'static str {
    if patrol {
        return random.weighted(&[(70, "隐患"), (30, "投诉")]);
    }
    if topic == "公共晾晒" || topic == "非机动车充电" {
        return random.weighted(&[(50, "建议"), (35, "投诉"), (15, "求助")]);
    }
    match category {
        "社会保障" => random.weighted(&[(60, "咨询"), (22, "求助"), (18, "代办")]),
        "邻里纠纷" => random.weighted(&[(75, "纠纷"), (25, "求助")]),
        "设施维修" | "供暖供水" => random.weighted(&[(55, "求助"), (33, "投诉"), (12, "咨询")]),
        "电梯安全" => random.weighted(&[(50, "投诉"), (30, "隐患"), (20, "求助")]),
        _ => random.weighted(&[(76, "投诉"), (10, "咨询"), (9, "建议"), (5, "求助")]),
    }
}

fn tier_of(category: &str, topic: &str, random: &mut Random) -> Tier {
    use Tier::{Hard, Major, Minor, Workdays};
    if !topic.is_empty() {
        return random.weighted(&[(25, Minor), (40, Major), (25, Hard), (10, Workdays)]);
    }
    match category {
        "环境卫生" | "噪声扰民" => random.weighted(&[(68, Minor), (24, Major), (7, Hard), (1, Workdays)]),
        "违建" => random.weighted(&[(8, Minor), (32, Major), (36, Hard), (24, Workdays)]),
        "物业服务" | "邻里纠纷" => random.weighted(&[(30, Minor), (42, Major), (20, Hard), (8, Workdays)]),
        _ => random.weighted(&[(48, Minor), (34, Major), (14, Hard), (4, Workdays)]),
    }
}

fn reason_of(category: &str, random: &mut Random) -> &'static str {
    match category {
        "违建" | "邻里纠纷" => random.pick(&["已进入诉讼程序", "已进入行政复议程序", "属信访事项"]),
        "社会保障" => "已进入仲裁程序",
        _ => random.pick(&["已进入诉讼程序", "诉求内容不明且无法核实"]),
    }
}

fn department_of(category: &str, topic: &str, random: &mut Random) -> &'static str {
    match category {
        _ if topic == "餐饮油烟" => "市场监管所",
        "环境卫生" | "停车管理" | "违建" => "城管办",
        "噪声扰民" => random.weighted(&[(70, "城管办"), (30, "平安办")]),
        "设施维修" => random.weighted(&[(65, "物业办"), (35, "城管办")]),
        "电梯安全" => random.weighted(&[(75, "市场监管所"), (25, "物业办")]),
        "邻里纠纷" => "平安办",
        "社会保障" => "社事办",
        _ => "物业办",
    }
}

/// The place as clerks write it: mostly the community, sometimes an estate or a grid, now and then another spelling.
fn place_of(community: &Community, topic: &str, random: &mut Random) -> String {
    let weights: Vec<(i64, usize)> =
        community.estates.iter().enumerate().map(|(at, estate)| (estate.households, at)).collect();
    let estate = community.estates.get(random.weighted(&weights));
    match (random.below(100), estate) {
        (0..20, Some(estate)) => estate.name.to_owned(),
        (20..25, Some(estate)) if topic.is_empty() => {
            let grids = i64::try_from(estate.grids).unwrap_or(1);
            estate.grid(usize::try_from(random.below(grids)).unwrap_or(0))
        }
        (25..33, _) => random.pick(&community.aliases).to_owned(),
        (33..35, _) => community.id.to_owned(),
        (35, _) => format!("{}\u{3000}", community.name),
        _ => community.name.to_owned(),
    }
}

fn time_of_day(category: &str, channel: &str, random: &mut Random) -> i64 {
    let hours: &[(i64, i64)] = match (category, channel) {
        (_, "来访") => &[(10, 8), (25, 9), (22, 10), (10, 11), (14, 14), (12, 15), (7, 16)],
        (_, "网格巡查") => &[(8, 7), (22, 8), (24, 9), (16, 10), (6, 11), (10, 14), (14, 15), (10, 16), (4, 19)],
        ("噪声扰民", _) => {
            &[(4, 1), (5, 6), (6, 9), (6, 13), (5, 15), (10, 19), (18, 20), (22, 21), (20, 22), (8, 23)]
        }
        ("停车管理", _) => &[(16, 7), (12, 8), (6, 10), (6, 14), (10, 17), (20, 18), (18, 19), (10, 20), (6, 21)],
        ("供暖供水", _) => &[(10, 6), (18, 7), (14, 8), (10, 9), (8, 12), (6, 15), (12, 18), (14, 20), (8, 22)],
        _ => &[
            (5, 7),
            (14, 8),
            (20, 9),
            (18, 10),
            (9, 11),
            (5, 12),
            (7, 13),
            (12, 14),
            (11, 15),
            (9, 16),
            (6, 17),
            (5, 19),
            (4, 20),
        ],
    };
    // Office hours begin and end at half past.
    let first = if channel == "来访" { 1800 } else { 0 };
    random.weighted(hours) * 3600 + random.between(first, 3599)
}

fn number(issues: &mut [Issue]) {
    let (mut month, mut serial) = (-1, 0);
    for issue in issues {
        let day = issue.received.day();
        serial = if day.month_of_sample() == month { serial + 1 } else { 1 };
        month = day.month_of_sample();
        let (year, number, _) = day.civil();
        issue.id = format!("QH{:02}{number:02}-{serial:04}", year % 100);
    }
}

/// Finds the issues that repeat one of the days before.
fn repeat(issues: &mut [Issue], random: &mut Random) {
    for at in 0..issues.len() {
        let Some((before, [issue, ..])) = issues.split_at_mut_checked(at) else { continue };
        let often = if issue.topic.is_empty() { 75 } else { 110 };
        if issue.fate != Fate::Usual || issue.patrol || !random.chance(often) {
            continue;
        }
        let parent = before.iter().enumerate().rev().take(90).find(|(_, earlier)| {
            earlier.fate == Fate::Usual
                && earlier.community.id == issue.community.id
                && earlier.category == issue.category
                && earlier.topic == issue.topic
                && issue.received.since(earlier.received) > 1800
        });
        if let Some((parent, earlier)) = parent {
            issue.fate = Fate::Duplicate(parent);
            issue.kind = earlier.kind;
        }
    }
}
