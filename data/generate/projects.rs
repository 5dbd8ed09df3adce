//! Projects with their milestones: six told by hand, the others of the usual sorts.

use super::calendar::{Day, LAST};
use super::random::Random;
use super::table::Table;
use super::town::{self, COMMUNITIES};

/// A project.
pub struct Project {
    id: String,
    place: &'static str,
    name: String,
    kind: &'static str,
    owner: &'static str,
    team: &'static str,
    state: &'static str,
    start: Day,
    due: Day,
    done: Option<Day>,
    /// Approved money in 元.
    budget: i64,
    /// Paid share in percent.
    paid: i64,
    origin: String,
    result: &'static str,
    milestones: Vec<Milestone>,
}

struct Milestone {
    name: &'static str,
    weight: i64,
    baseline: Day,
    forecast: Option<Day>,
    actual: Option<Day>,
    note: &'static str,
}

/// A milestone by name: weight, planned day, day expected or reached, and why.
const fn step(
    name: &'static str,
    weight: i64,
    baseline: Day,
    forecast: Option<Day>,
    actual: Option<Day>,
    note: &'static str,
) -> Milestone {
    Milestone { name, weight, baseline, forecast, actual, note }
}

/// All projects, those told by hand first.
pub fn all() -> Vec<Project> {
    let mut random = Random::of("projects");
    let mut projects = told();
    for serial in projects.len() + 1..=60 {
        projects.push(usual(serial, &mut random));
    }
    projects
}

fn told() -> Vec<Project> {
    let day = Day::new;
    vec![
        Project {
            id: "xm-01".to_owned(),
            place: "星槎社区",
            name: "非机动车充电棚扩建".to_owned(),
            kind: "便民设施",
            owner: "物业办",
            team: "青禾一刻钟应急队",
            state: "已完成",
            start: day(2025, 9, 8),
            due: day(2026, 3, 31),
            done: Some(day(2026, 3, 20)),
            budget: 486_000,
            paid: 97,
            origin: "非机动车充电".to_owned(),
            result: "新建充电棚 6 处、充电位 212 个，拆除飞线 140 余处。",
            milestones: vec![
                step(
                    "选址与意见征询",
                    15,
                    day(2025, 10, 15),
                    None,
                    Some(day(2025, 10, 13)),
                    "三个小区共张贴公示 18 处",
                ),
                step("方案公示", 10, day(2025, 11, 10), None, Some(day(2025, 11, 12)), ""),
                step("施工", 45, day(2026, 2, 10), None, Some(day(2026, 2, 27)), "1月寒潮停工 9 天"),
                step("验收", 15, day(2026, 3, 15), None, Some(day(2026, 3, 13)), ""),
                step("移交使用", 15, day(2026, 3, 31), None, Some(day(2026, 3, 20)), ""),
            ],
        },
        Project {
            id: "xm-02".to_owned(),
            place: "榴园社区",
            name: "院落公共晾晒点".to_owned(),
            kind: "便民设施",
            owner: "城管办",
            team: "榴园银龄互助队",
            state: "已完成",
            start: day(2025, 7, 1),
            due: day(2025, 11, 30),
            done: Some(day(2025, 11, 28)),
            budget: 93_500,
            paid: 100,
            origin: "公共晾晒".to_owned(),
            result: "普查 41 个院落，设晾晒点 37 处。",
            milestones: vec![
                step("院落普查", 20, day(2025, 8, 10), None, Some(day(2025, 8, 6)), ""),
                step("点位公示", 20, day(2025, 9, 5), None, Some(day(2025, 9, 5)), ""),
                step("安装", 45, day(2025, 11, 10), None, Some(day(2025, 11, 14)), "两处点位改到院墙内侧"),
                step("居民评议", 15, day(2025, 11, 30), None, Some(day(2025, 11, 28)), ""),
            ],
        },
        Project {
            id: "xm-03".to_owned(),
            place: "棠影社区",
            name: "瓦坡片区雨污分流改造".to_owned(),
            kind: "基础设施",
            owner: "城管办",
            team: "棠影防汛应急队",
            state: "实施中",
            start: day(2025, 10, 20),
            due: day(2026, 8, 31),
            done: None,
            budget: 2_860_000,
            paid: 41,
            origin: "雨污积水".to_owned(),
            result: "",
            milestones: vec![
                step("管网勘查", 15, day(2025, 12, 20), None, Some(day(2025, 12, 18)), ""),
                step("设计与公示", 15, day(2026, 3, 10), None, Some(day(2026, 4, 2)), "桥头院出水口方案修改一次"),
                step(
                    "主管施工",
                    35,
                    day(2026, 6, 20),
                    Some(day(2026, 11, 30)),
                    None,
                    "7月、8月大雨停工，地下障碍物需迁改",
                ),
                step("支管接入", 20, day(2026, 8, 10), Some(day(2027, 1, 31)), None, ""),
                step("验收移交", 15, day(2026, 8, 31), Some(day(2027, 3, 31)), None, ""),
            ],
        },
        Project {
            id: "xm-04".to_owned(),
            place: "灯巷社区",
            name: "餐饮油烟集中治理".to_owned(),
            kind: "环境整治",
            owner: "市场监管所",
            team: "灯巷商户自律劝导队",
            state: "已完成",
            start: day(2025, 10, 9),
            due: day(2026, 4, 30),
            done: Some(day(2026, 5, 22)),
            budget: 318_000,
            paid: 100,
            origin: "餐饮油烟".to_owned(),
            result: "46 家餐饮店装设净化设备，复测合格 44 家，2 家限期整改。",
            milestones: vec![
                step("逐店登记", 20, day(2025, 11, 15), None, Some(day(2025, 11, 14)), ""),
                step("设备加装", 50, day(2026, 3, 20), None, Some(day(2026, 4, 17)), "设备到货晚于合同约定"),
                step("复测", 20, day(2026, 4, 20), None, Some(day(2026, 5, 15)), ""),
                step("商户评议", 10, day(2026, 4, 30), None, Some(day(2026, 5, 22)), ""),
            ],
        },
        Project {
            id: "xm-05".to_owned(),
            place: "云汐社区",
            name: "错时共享停车".to_owned(),
            kind: "停车治理",
            owner: "城管办",
            team: "云汐业主议事志愿队",
            state: "实施中",
            start: day(2026, 8, 3),
            due: day(2027, 1, 31),
            done: None,
            budget: 152_000,
            paid: 28,
            origin: "夜间占道停车".to_owned(),
            result: "",
            milestones: vec![
                step("车位摸底", 25, day(2026, 9, 5), None, Some(day(2026, 9, 4)), ""),
                step("协议签订", 25, day(2026, 10, 20), None, Some(day(2026, 10, 16)), ""),
                step("道闸改造", 30, day(2026, 12, 20), Some(day(2026, 12, 18)), None, ""),
                step("试运行", 20, day(2027, 1, 31), Some(day(2027, 1, 31)), None, ""),
            ],
        },
        Project {
            id: "xm-06".to_owned(),
            place: "纺苑社区",
            name: "接诉派单流程再造".to_owned(),
            kind: "服务提升",
            owner: "社区党委",
            team: "纺苑老师傅维修队",
            state: "已完成",
            start: day(2025, 1, 6),
            due: day(2025, 12, 31),
            done: Some(day(2025, 12, 26)),
            budget: 60_000,
            paid: 92,
            origin: String::new(),
            result: "网格员接单改为轮值，两家物业共用一张派单表。",
            milestones: vec![
                step("流程梳理", 30, day(2025, 3, 31), None, Some(day(2025, 3, 28)), ""),
                step("轮值试行", 40, day(2025, 7, 31), None, Some(day(2025, 7, 31)), ""),
                step("居民评议", 30, day(2025, 12, 31), None, Some(day(2025, 12, 26)), ""),
            ],
        },
    ]
}

/// Kind, what is done, office, smallest and largest budget in thousands, days it takes.
type Sort = (&'static str, &'static str, &'static str, i64, i64, i64);
const SORTS: [Sort; 14] = [
    ("基础设施", "楼道照明更新", "物业办", 18, 90, 70),
    ("基础设施", "供水立管更换", "物业办", 160, 720, 150),
    ("基础设施", "屋面防水维修", "物业办", 120, 560, 120),
    ("基础设施", "路面与人行道修补", "城管办", 60, 380, 90),
    ("便民设施", "适老坡道与扶手", "社事办", 25, 140, 80),
    ("便民设施", "垃圾分类亭改造", "城管办", 40, 160, 75),
    ("便民设施", "口袋公园", "城管办", 180, 640, 160),
    ("便民设施", "快递柜与雨棚", "物业办", 20, 70, 60),
    ("停车治理", "车位重划与导引", "城管办", 15, 85, 60),
    ("安全整治", "消防通道划线与设施补充", "平安办", 20, 110, 65),
    ("安全整治", "老旧电梯大修", "市场监管所", 140, 480, 130),
    ("安全整治", "监控与门禁补点", "平安办", 60, 260, 100),
    ("环境整治", "绿化补植", "城管办", 20, 120, 80),
    ("服务提升", "社区食堂改造", "社事办", 120, 420, 140),
];

fn usual(serial: usize, random: &mut Random) -> Project {
    let (kind, what, owner, low, high, days) = random.pick(&SORTS);
    let serial_number = i64::try_from(serial).unwrap_or(0);
    let community = usize::try_from(serial_number * 5 % 8)
        .ok()
        .and_then(|at| COMMUNITIES.get(at))
        .unwrap_or_else(|| town::anywhere(random));
    let estate = random.pick(&community.estate_names());
    let start = Day::new(2024, 11, 4).plus((serial_number - 7) * 14 + random.between(0, 25));
    let due = start.plus(days + random.between(0, 40));
    let slip = random.weighted(&[(30, -8), (38, 0), (18, 9), (10, 21), (4, 40)]);
    let finished = due.plus(slip);
    let state = match random.below(100) {
        0..2 => "取消",
        2..6 => "暂停",
        _ if start > LAST => "计划中",
        _ if finished <= LAST => "已完成",
        _ => "实施中",
    };
    let done = (state == "已完成").then_some(finished);
    let paid = match state {
        "已完成" => random.between(88, 100),
        "实施中" => random.between(15, 60),
        "暂停" => random.between(10, 40),
        _ => 0,
    };
    let names: &[(&str, i64, i64)] = &[
        ("立项公示", 10, 10),
        ("施工进场", 15, 30),
        ("主体完工", 45, 75),
        ("居民验收", 20, 90),
        ("移交管护", 10, 100),
    ];
    let mut milestones = Vec::new();
    for &(name, weight, share) in names {
        let baseline = start.plus(due.since(start) * share / 100);
        let real = baseline.plus(if state == "已完成" { slip * share / 100 } else { random.between(-3, 0) });
        let reached = match state {
            "已完成" => true,
            "实施中" => real <= LAST,
            "暂停" => share <= 30 && real <= LAST,
            _ => false,
        };
        let forecast = (!reached && state == "实施中").then_some(baseline);
        let note = if reached && slip > 15 && share == 75 { "材料到货推迟" } else { "" };
        milestones.push(step(name, weight, baseline, forecast, reached.then_some(real), note));
    }
    Project {
        id: format!("xm-{serial:02}"),
        place: if random.chance(700) { community.name } else { estate },
        name: format!("{estate}{what}"),
        kind,
        owner,
        team: "",
        state,
        start,
        due,
        done,
        budget: random.between(low, high) * 1000 + 500 * random.between(0, 1),
        paid,
        origin: String::new(),
        result: if done.is_some() {
            random.pick(&["按公示内容完成，资料已归档。", "完工并移交物业管护。", ""])
        } else {
            ""
        },
        milestones,
    }
}

/// `projects.csv`
pub fn projects_csv(projects: &[Project]) -> Vec<u8> {
    let header = [
        "项目编号",
        "所在社区",
        "项目名称",
        "项目类型",
        "责任单位",
        "参与团队",
        "状态",
        "阶段",
        "开工日期",
        "计划完成",
        "实际完成",
        "预算（元）",
        "已支付（元）",
        "进度",
        "来源",
        "成效",
    ];
    let mut table = Table::new(',', "\r\n", &header);
    for (at, project) in projects.iter().enumerate() {
        let reached = project.milestones.iter().filter(|step| step.actual.is_some());
        let stage = reached.clone().last().map_or("", |step| step.name);
        let progress: i64 = reached.map(|step| step.weight).sum();
        table.row(&[
            project.id.clone(),
            project.place.to_owned(),
            project.name.clone(),
            project.kind.to_owned(),
            project.owner.to_owned(),
            project.team.to_owned(),
            project.state.to_owned(),
            stage.to_owned(),
            project.start.slashes(),
            project.due.slashes(),
            project.done.map(Day::slashes).unwrap_or_default(),
            money(project.budget, at),
            if project.paid == 0 { "—".to_owned() } else { money(project.budget / 100 * project.paid, at + 1) },
            progress.to_string(),
            project.origin.clone(),
            project.result.to_owned(),
        ]);
    }
    table.utf8_with_mark()
}

/// Money as three different clerks write it.
fn money(yuan: i64, clerk: usize) -> String {
    match clerk % 3 {
        0 if yuan % 1000 == 0 && yuan >= 100_000 => {
            let text = format!("{}.{}", yuan / 10_000, yuan % 10_000 / 1000);
            format!("{}万", text.trim_end_matches(".0"))
        }
        1 => yuan.to_string(),
        _ if yuan >= 1_000_000 => {
            format!("{},{:03},{:03}", yuan / 1_000_000, yuan / 1000 % 1000, yuan % 1000)
        }
        _ if yuan >= 1000 => format!("{},{:03}", yuan / 1000, yuan % 1000),
        _ => yuan.to_string(),
    }
}

/// `milestones.csv`
pub fn milestones_csv(projects: &[Project]) -> Vec<u8> {
    let mut table = Table::new(',', "\r\n", &["项目编号", "节点", "权重", "计划日期", "预计日期", "实际日期", "说明"]);
    for project in projects {
        for step in &project.milestones {
            table.row(&[
                project.id.clone(),
                step.name.to_owned(),
                step.weight.to_string(),
                step.baseline.iso(),
                step.forecast.map(Day::iso).unwrap_or_default(),
                step.actual.map(Day::iso).unwrap_or_default(),
                step.note.to_owned(),
            ]);
        }
    }
    table.gb18030()
}
