//! What happens to an issue after it came in: from dispatch to the return call, in time or late.

use super::calendar::{Day, Moment};
use super::changes::{self, Escalation, Extension};
use super::issues::{Fate, Issue};
use super::random::Random;
use super::stories;
use super::tier::Tier;
use super::verdict::{self, Answer};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// The course of an issue; what did not happen is `None`.
#[derive(Default)]
pub struct Course {
    /// 派单
    pub dispatched: Option<Moment>,
    /// 接单
    pub accepted: Option<Moment>,
    /// 首次联系
    pub contacted: Option<Moment>,
    /// 到场
    pub on_scene: Option<Moment>,
    /// 办结
    pub handled: Option<Moment>,
    /// 回复
    pub replied: Option<Moment>,
    /// 回访
    pub verified: Option<Moment>,
    /// 销单
    pub closed: Option<Moment>,
    /// 应办结, a day that lasts to its end
    pub due: Option<Day>,
    /// 延期
    pub extension: Option<Extension>,
    /// 升级
    pub escalation: Option<Escalation>,
    /// What the caller said at the return call.
    pub answer: Answer,
}

/// Decides the course of an issue.
pub fn of(issue: &Issue, random: &mut Random) -> Course {
    let received = issue.received;
    let mut course = Course { due: issue.tier.due(received), ..Course::default() };
    if let Fate::Rejected(_) | Fate::Withdrawn = issue.fate {
        return course;
    }
    let dispatched = received.plus(if issue.patrol || issue.tier == Tier::Emergency {
        random.between(MINUTE / 2, 4 * MINUTE)
    } else {
        random.mostly_low(2 * MINUTE, 45 * MINUTE)
    });
    course.dispatched = before_end(dispatched);
    if let Fate::Duplicate(_) | Fate::SentBack = issue.fate {
        return course;
    }
    let late = random.chance(missed(issue));
    let handled = match course.due {
        Some(due) => by_the_day(issue, &mut course, dispatched, due.end(), late, random),
        None => at_once(issue, &mut course, dispatched, late, random),
    };
    course.handled = before_end(handled);
    if course.handled.is_some() {
        after_handling(issue, &mut course, handled, late, random);
    }
    course
}

/// Somebody sets out at once, and is there in time or not; gives the moment when it is handled.
fn at_once(issue: &Issue, course: &mut Course, dispatched: Moment, late: bool, random: &mut Random) -> Moment {
    let accepted = dispatched.plus(random.between(MINUTE / 2, 2 * MINUTE));
    let contacted = accepted.plus(random.between(MINUTE / 2, 2 * MINUTE));
    let promised = issue.received.plus(15 * MINUTE);
    let there = if late {
        promised.plus(random.mostly_low(2 * MINUTE, 40 * MINUTE))
    } else {
        promised.plus(-random.mostly_low(MINUTE, 6 * MINUTE))
    };
    course.accepted = before_end(accepted);
    course.contacted = before_end(contacted);
    course.on_scene = before_end(there);
    there.plus(random.mostly_low(20 * MINUTE, issue.tier.pace() * HOUR))
}

/// It is taken up in its turn; gives the moment when it is handled.
fn by_the_day(
    issue: &Issue,
    course: &mut Course,
    dispatched: Moment,
    due: Moment,
    late: bool,
    random: &mut Random,
) -> Moment {
    let urgent = at_any_hour(issue) || issue.tier == Tier::Minor;
    let mut accepted = dispatched.plus(random.mostly_low(3 * MINUTE, if urgent { 40 } else { 150 } * MINUTE));
    let mut contacted = accepted.plus(random.mostly_low(3 * MINUTE, if urgent { 50 } else { 240 } * MINUTE));
    if !at_any_hour(issue) {
        accepted = in_the_morning(accepted, random);
        contacted = in_the_morning(contacted.max(accepted.plus(3 * MINUTE)), random);
    }
    course.extension = changes::extension(issue, due.day(), contacted, late, random);
    let handled = match &course.extension {
        Some(extension) => handled_later(extension, due, random),
        None => handled(issue, contacted, due, late, random),
    };
    course.escalation = changes::escalation(issue, contacted, handled, random);
    course.accepted = before_end(accepted);
    course.contacted = before_end(contacted);
    if issue.category != "社会保障" && issue.kind != "咨询" && random.chance(680) {
        let way = handled.since(contacted);
        course.on_scene = before_end(contacted.plus((way / 3).min(random.between(5 * MINUTE, 150 * MINUTE))));
    }
    handled
}

/// Whether somebody comes at night.
fn at_any_hour(issue: &Issue) -> bool {
    matches!(issue.category, "噪声扰民" | "供暖供水" | "电梯安全")
}

/// What would fall into the night waits for the morning.
fn in_the_morning(at: Moment, random: &mut Random) -> Moment {
    let day = match at.second() / HOUR {
        0..8 => at.day(),
        21.. => at.day().plus(1),
        _ => return at,
    };
    Moment::at(day, 8 * HOUR + random.between(5 * MINUTE, 55 * MINUTE))
}

fn before_end(at: Moment) -> Option<Moment> {
    (at <= Moment::end()).then_some(at)
}

/// How often the deadline is missed, in thousandths.
fn missed(issue: &Issue) -> i64 {
    let usual = match issue.tier {
        Tier::Emergency => 55,
        Tier::Minor => 15,
        Tier::Major => 35,
        Tier::Hard => 88,
        Tier::Workdays => 165,
    };
    (usual * stories::lateness(issue.community, issue.received.day()) / 100).min(650)
}

/// When it is handled that was given more time: it was needed, and mostly enough.
fn handled_later(extension: &Extension, due: Moment, random: &mut Random) -> Moment {
    let first = due.max(extension.granted).day().plus_workdays(1);
    let last = if random.chance(90) { extension.to.plus_workdays(4) } else { extension.to };
    let days: Vec<Day> = first.until(last).filter(|day| day.is_workday()).collect();
    Moment::at(random.pick(&days), random.between(8 * HOUR, 18 * HOUR))
}

/// When it is handled: mostly early, at hours when people work.
fn handled(issue: &Issue, contacted: Moment, due: Moment, late: bool, random: &mut Random) -> Moment {
    let room = due.since(contacted).min(issue.tier.pace() * HOUR) - 20 * MINUTE;
    let mut handled = contacted.plus(15 * MINUTE);
    for _ in 0..16 {
        handled = if late {
            let most = if issue.tier == Tier::Minor { 40 } else { 170 };
            due.plus(random.mostly_low(30 * MINUTE, most * HOUR))
        } else if random.chance(if issue.tier == Tier::Minor { 80 } else { 460 }) {
            contacted.plus(random.between(room * 7 / 10, room))
        } else {
            contacted.plus(random.mostly_low(15 * MINUTE, room * 8 / 10))
        };
        let hour = handled.second() / HOUR;
        let working = (8..19).contains(&hour) && (handled.day().is_workday() || random.chance(350));
        if working || (at_any_hour(issue) && random.chance(500)) {
            break;
        }
    }
    handled
}

fn after_handling(issue: &Issue, course: &mut Course, handled: Moment, late: bool, random: &mut Random) {
    let replied = in_the_morning(handled.plus(random.mostly_low(5 * MINUTE, 9 * HOUR)), random).max(handled);
    let quiet = issue.community.id == "yanchi";
    let called = if quiet { 800 } else { 925 };
    let verified = (!issue.patrol && random.chance(called)).then(|| verdict::call(replied, random));
    course.replied = before_end(replied);
    course.verified = verified.and_then(before_end);
    if verified.is_none() || course.verified.is_some() {
        let last = verified.unwrap_or(replied);
        let closed = in_the_morning(last.plus(random.mostly_low(10 * MINUTE, 26 * HOUR)), random);
        course.closed = before_end(closed.max(last));
    }
    if let Some(at) = course.verified {
        course.answer = verdict::answer(issue, at, late, random);
    }
}

/// Some difficult issues of the last weeks are still waiting, past their day.
pub fn leave_some_open(issues: &mut [Issue]) {
    let (from, to) = (Day::new(2026, 8, 1), Day::new(2026, 10, 30));
    let waiting = issues.iter_mut().filter(|issue| {
        let due = issue.course.due.is_some_and(|due| from <= due && due <= to);
        let place = matches!(issue.community.id, "liuyuan" | "dengxiang" | "tangying" | "mailong" | "yunxi");
        due && place && issue.fate == Fate::Usual && matches!(issue.tier, Tier::Hard | Tier::Workdays)
    });
    for issue in waiting.step_by(9) {
        let Course { dispatched, accepted, contacted, on_scene, due, .. } = issue.course;
        issue.course = Course { dispatched, accepted, contacted, on_scene, due, ..Course::default() };
    }
}
