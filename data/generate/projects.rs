//! Projects with their milestones: some told by hand, the others of the usual sorts.

use super::calendar::{Day, LAST};
use super::random::Random;
use super::table::Table;
use super::told;
use super::town::{self, COMMUNITIES};

/// A project.
pub struct Project {
    pub(super) id: String,
    pub(super) place: &'static str,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) owner: &'static str,
    pub(super) team: &'static str,
    pub(super) state: &'static str,
    pub(super) start: Day,
    pub(super) due: Day,
    pub(super) done: Option<Day>,
    /// Approved money in 元.
    pub(super) budget: i64,
    /// Paid share in percent.
    pub(super) paid: i64,
    pub(super) origin: String,
    pub(super) result: &'static str,
    pub(super) milestones: Vec<Milestone>,
}

/// A step of a project.
pub struct Milestone {
    name: &'static str,
    weight: i64,
    baseline: Day,
    forecast: Option<Day>,
    actual: Option<Day>,
    note: &'static str,
}

/// A milestone by name: weight, planned day, day expected or reached, and why.
pub(super) const fn step(
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
    let mut projects = told::all();
    for serial in projects.len() + 1..=60 {
        let project = usual(serial, &projects, &mut random);
        projects.push(project);
    }
    projects
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

/// An estate and what is done there; no other project does the same there.
fn unlike(others: &[Project], estates: &[&'static str], random: &mut Random) -> (&'static str, Sort) {
    loop {
        let (sort, estate) = (random.pick(&SORTS), random.pick(estates));
        if others.iter().all(|other| other.name != format!("{estate}{}", sort.1)) {
            return (estate, sort);
        }
    }
}

fn usual(serial: usize, others: &[Project], random: &mut Random) -> Project {
    let serial_number = i64::try_from(serial).unwrap_or(0);
    let community = usize::try_from(serial_number * 5 % 8)
        .ok()
        .and_then(|at| COMMUNITIES.get(at))
        .unwrap_or_else(|| town::anywhere(random));
    let (estate, sort) = unlike(others, &community.estate_names(), random);
    let (kind, what, owner, low, high, days) = sort;
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
        let stage = reached.clone().next_back().map_or("", |step| step.name);
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
