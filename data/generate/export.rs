//! The two exports of the hotline system: another program wrote each year, and it shows.

use super::calendar::{Day, Moment, SECOND_YEAR};
use super::issues::{Fate, Issue};
use super::random::Random;
use super::table::Table;
use super::teams;
use super::verdict::Call;

const SHARED: [&str; 32] = [
    "办理级别",
    "受理渠道",
    "问题来源",
    "协助团队",
    "承办部门",
    "派单时间",
    "接单时间",
    "首次联系时间",
    "到场时间",
    "办结时间",
    "回复时间",
    "回访时间",
    "销单时间",
    "延期至",
    "延期批准时间",
    "延期原因",
    "升级前级别",
    "升级时间",
    "状态",
    "回访结果",
    "是否联系",
    "是否解决",
    "过程评价",
    "结果评价",
    "星级",
    "整改后评价",
    "重办次数",
    "专题",
    "主件编号",
    "不计入原因",
    "公开摘要",
    "",
];

/// How a program writes what both know.
struct Habits {
    time: fn(Moment) -> String,
    day: fn(Day) -> String,
    call: fn(Call) -> &'static str,
    none: &'static str,
    hotline: &'static str,
    resident: &'static str,
}

const OLD: Habits = Habits {
    time: Moment::slashes,
    day: Day::slashes,
    call: |call| match call {
        Call::Answered => "接通",
        Call::Unreached => "无人接听",
        Call::Declined => "拒绝评价",
    },
    none: "无",
    hotline: "市民热线",
    resident: "群众反映",
};
const NEW: Habits = Habits {
    time: Moment::iso,
    day: Day::iso,
    call: |call| match call {
        Call::Answered => "已接通",
        Call::Unreached => "未接通",
        Call::Declined => "拒评",
    },
    none: "—",
    hotline: "12345",
    resident: "居民反映",
};

/// The first year: GB18030, date and time in two columns, oldest first, minutes only.
pub fn first_year(issues: &[Issue]) -> Vec<u8> {
    let head = ["序号", "工单编号", "所属社区", "受理日期", "受理时间", "诉求类型", "问题分类"];
    let mut table = Table::new(',', "\r\n", &header(&head, "办理时限"));
    let mut random = Random::of("first year");
    let rows = issues.iter().filter(|issue| issue.received.day() < SECOND_YEAR);
    for (at, issue) in rows.enumerate() {
        let mut row = vec![
            (at + 1).to_string(),
            issue.id.clone(),
            issue.place.clone(),
            issue.received.day().slashes(),
            issue.received.clock(),
            issue.kind.to_owned(),
            issue.category.to_owned(),
        ];
        row.extend(shared(issue, issues, &OLD, &mut random));
        table.row(&row);
    }
    table.gb18030()
}

/// The second year: UTF-8 with a mark, newest first, to the second.
pub fn second_year(issues: &[Issue]) -> Vec<u8> {
    let head = ["工单编号", "点位", "受理时间", "诉求类型", "问题类别"];
    let mut table = Table::new(',', "\n", &header(&head, "应办结时间"));
    let mut random = Random::of("second year");
    for issue in issues.iter().rev().filter(|issue| issue.received.day() >= SECOND_YEAR) {
        let mut row = vec![
            issue.id.clone(),
            issue.place.clone(),
            issue.received.iso(),
            issue.kind.to_owned(),
            issue.category.to_owned(),
        ];
        row.extend(shared(issue, issues, &NEW, &mut random));
        table.row(&row);
    }
    table.utf8_with_mark()
}

fn header(head: &[&'static str], due: &'static str) -> Vec<&'static str> {
    let shared = SHARED.map(|name| if name.is_empty() { due } else { name });
    head.iter().copied().chain(shared).collect()
}

/// The cells below [`SHARED`].
fn shared(issue: &Issue, issues: &[Issue], habits: &Habits, random: &mut Random) -> Vec<String> {
    let course = &issue.course;
    let time = |at: Option<Moment>| at.map(habits.time).unwrap_or_default();
    let called = course.verified.is_some();
    // A question that was asked and not answered is a dash; one that was never asked is blank.
    let asked =
        |answer: Option<String>| answer.unwrap_or_else(|| if called { habits.none.to_owned() } else { String::new() });
    let yes = |answer: Option<bool>| asked(answer.map(|yes| if yes { "是" } else { "否" }.to_owned()));
    let level = |answer: Option<i64>| asked(answer.map(|level| level_name(level).to_owned()));
    let excuse = |reason: &str| if reason.is_empty() { habits.none } else { reason }.to_owned();
    let (extension, escalation) = (course.extension.as_ref(), course.escalation.as_ref());
    let (parent, reason) = match issue.fate {
        Fate::Duplicate(parent) => (issues.get(parent).map(|parent| parent.id.clone()).unwrap_or_default(), ""),
        Fate::Rejected(reason) | Fate::LeftOut(reason) => (String::new(), reason),
        Fate::Usual | Fate::Withdrawn | Fate::SentBack => (String::new(), ""),
    };
    let day = |at: Option<Day>| at.map(habits.day).unwrap_or_default();
    vec![
        issue.tier.name().to_owned(),
        if issue.channel == "12345" { habits.hotline } else { issue.channel }.to_owned(),
        if issue.patrol { "巡查发现" } else { habits.resident }.to_owned(),
        teams::helping(issue, random).to_owned(),
        issue.department.to_owned(),
        time(course.dispatched),
        time(course.accepted),
        time(course.contacted),
        time(course.on_scene),
        time(course.handled),
        time(course.replied),
        time(course.verified),
        time(course.closed),
        day(extension.map(|extension| extension.to)),
        time(extension.map(|extension| extension.granted)),
        extension.map(|extension| excuse(extension.reason)).unwrap_or_default(),
        escalation.map(|escalation| escalation.from.name().to_owned()).unwrap_or_default(),
        time(escalation.map(|escalation| escalation.at)),
        status_name(issue).to_owned(),
        course.answer.call.map(|call| (habits.call)(call).to_owned()).unwrap_or_default(),
        yes(course.answer.contacted),
        yes(course.answer.solved),
        level(course.answer.process),
        level(course.answer.result),
        course.answer.stars.map(|stars| stars.to_string()).unwrap_or_default(),
        course.answer.rerated.map(|level| level_name(level).to_owned()).unwrap_or_default(),
        if called { course.answer.returns.to_string() } else { String::new() },
        issue.topic.to_owned(),
        parent,
        reason.to_owned(),
        summary(issue, random),
        day(course.due),
    ]
}

fn level_name(level: i64) -> &'static str {
    match level {
        0 => "非常满意",
        1 => "满意",
        2 => "基本满意",
        3 => "不满意",
        _ => "非常不满意",
    }
}

fn status_name(issue: &Issue) -> &'static str {
    match issue.fate {
        Fate::Duplicate(_) => "重复件",
        Fate::Withdrawn => "已撤回",
        Fate::Rejected(_) => "不予受理",
        Fate::SentBack => "已退单",
        Fate::Usual | Fate::LeftOut(_) if issue.course.handled.is_some() => "已办结",
        Fate::Usual | Fate::LeftOut(_) => "在办",
    }
}

/// A sentence released for the public, in a few rows; some run over two lines.
fn summary(issue: &Issue, random: &mut Random) -> String {
    if issue.fate != Fate::Usual || issue.course.handled.is_none() || !random.chance(35) {
        return String::new();
    }
    let sentences: &[&str] = match (issue.topic, issue.category) {
        ("非机动车充电", _) => {
            &["增设充电位，划定停放区。", "充电棚扩建方案已征求居民意见，\n结果在公示栏公布。"]
        }
        ("公共晾晒", _) => &["院内增设晾晒杆两组。", "选定晾晒点位，已贴图公示。"],
        ("雨污积水", _) => &["疏通雨水口三处，积水当日退去。", "抽排后恢复通行；\n管网改造列入项目清单。"],
        ("餐饮油烟", _) => &["沿街餐饮店加装净化设备，复测合格。"],
        (_, "环境卫生") => &["清运积存垃圾，增加一次夜间清扫。", "楼道杂物已清理，张贴提示。"],
        (_, "设施维修") => &["更换路灯三盏。", "修复楼道照明，\n检查同单元其余线路。", "坑洼路面已修补。"],
        (_, "停车管理") => &["重新施划车位线，清理占位物。", "消防通道增设隔离桩。"],
        (_, "噪声扰民") => &["与商户约定晚间十点后停止外放音响。", "施工方调整作业时间。"],
        (_, "供暖供水") => &["更换破损管段，当日恢复供水。", "入户测温并排气，\n室温恢复正常。"],
        (_, "电梯安全") => &["维保单位更换门机部件，复检后恢复运行。"],
        (_, "物业服务") => &["物业公示收支明细，接受查询。", "补充保洁人手，\n公示保洁时间表。"],
        (_, "违建") => &["自行拆除违规搭建，恢复原状。"],
        (_, "邻里纠纷") => &["经调解达成一致。"],
        _ => &["已当场解答办理流程。", "协助备齐材料并代办。"],
    };
    random.pick(sentences).to_owned()
}
