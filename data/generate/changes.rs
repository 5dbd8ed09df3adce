//! What changes on the way: an issue that turns out to be harder moves up a level, a deadline that cannot be kept is extended.

use super::calendar::{Day, Moment};
use super::issues::Issue;
use super::random::Random;
use super::tier::Tier;

const HOUR: i64 = 3600;

/// A deadline put off.
pub struct Extension {
    /// 延期至
    pub to: Day,
    /// 延期批准时间
    pub granted: Moment,
    /// 延期原因; empty when nobody wrote it down.
    pub reason: &'static str,
}

/// A move to a higher level.
pub struct Escalation {
    /// 升级前级别
    pub from: Tier,
    /// 升级时间
    pub at: Moment,
}

/// Whether more time is granted, mostly to those who need it. In 2025 the office was still learning how: now and then it
/// granted an extension after the deadline, or gave no reason.
pub fn extension(issue: &Issue, due: Day, contacted: Moment, late: bool, random: &mut Random) -> Option<Extension> {
    let usual = match issue.tier {
        Tier::Emergency | Tier::Minor => return None,
        Tier::Major => 24,
        Tier::Hard => 90,
        Tier::Workdays => 150,
    };
    if !random.chance(if late { usual + 200 } else { usual }) {
        return None;
    }
    let is_learning = due < Day::new(2026, 1, 1);
    let too_late = is_learning && random.chance(100);
    let silent = is_learning && random.chance(90);
    let day = if too_late { due.plus_workdays(random.between(1, 2)) } else { due.plus(-random.between(0, 2)) };
    let granted = Moment::at(day, random.between(9 * HOUR, 17 * HOUR));
    let granted = if too_late { granted } else { granted.max(contacted.plus(HOUR / 2)).min(due.end()) };
    (granted <= Moment::end()).then(|| Extension {
        to: due.plus_workdays(random.between(4, 10)),
        granted,
        reason: if silent { "" } else { reason(issue.category, random) },
    })
}

fn reason(category: &str, random: &mut Random) -> &'static str {
    match category {
        "违建" => random.pick(&["需履行执法程序", "等待测绘结论", "当事人已承诺自行拆除，约定期限"]),
        "电梯安全" | "供暖供水" => random.pick(&["配件到货推迟", "需产权单位配合停水停梯", "维修资金正在表决"]),
        "物业服务" | "邻里纠纷" | "社会保障" => {
            random.pick(&["当事人外出，约定日期面谈", "等待有关单位出具材料", "需召开协调会"])
        }
        "噪声扰民" | "停车管理" => random.pick(&["需多个单位现场会商", "等待监测结论", "与场地产权单位协商中"]),
        _ => random.pick(&["需多个单位现场会商", "材料采购需要时间", "天气原因不能施工", "等待产权单位答复"]),
    }
}

/// Whether it was first taken for something easier, and when it moved up: before its first deadline, mostly.
pub fn escalation(issue: &Issue, contacted: Moment, handled: Moment, random: &mut Random) -> Option<Escalation> {
    let from = issue.tier.below()?;
    if !random.chance(32) {
        return None;
    }
    let left = from.due(issue.received)?.end();
    let last = handled.min(Moment::end());
    let (first, last) =
        if random.chance(170) { (left.plus(HOUR), last) } else { (contacted.plus(HOUR), left.min(last)) };
    let moments = (0..12).map(|_| first.plus(random.below(last.since(first))));
    let mut in_office = moments.filter(|at| at.day().is_workday() && (9..17).contains(&(at.second() / HOUR)));
    in_office.next().filter(|&at| first < at && at < last).map(|at| Escalation { from, at })
}
