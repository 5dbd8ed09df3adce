//! The return call, and what the caller says.

use super::calendar::{LAST, Moment};
use super::issues::{Fate, Issue};
use super::random::Random;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// What the caller said; unanswered questions are `None`.
#[derive(Default)]
pub struct Answer {
    /// How the call went; `None` when nobody called.
    pub call: Option<Call>,
    /// Whether somebody got in touch.
    pub contacted: Option<bool>,
    /// Whether it is solved.
    pub solved: Option<bool>,
    /// Satisfaction with the process: 0 is very satisfied, 4 very dissatisfied.
    pub process: Option<i64>,
    /// Satisfaction with the result.
    pub result: Option<i64>,
    /// Stars.
    pub stars: Option<i64>,
    /// Satisfaction with the result after a bad word was followed up.
    pub rerated: Option<i64>,
    /// How often it was handed back.
    pub returns: i64,
}

/// How a return call went.
#[derive(Clone, Copy)]
pub enum Call {
    /// The caller answered.
    Answered,
    /// Nobody picked up.
    Unreached,
    /// The caller would not give a rating.
    Declined,
}

/// The return call: one to four days later, in office hours.
pub fn call(replied: Moment, random: &mut Random) -> Moment {
    let day = replied.day().plus_workdays(random.mostly_low(1, 4));
    Moment::at(day, random.between(8 * HOUR + 40 * MINUTE, 17 * HOUR))
}

/// What is said at a return call.
pub fn answer(issue: &Issue, at: Moment, late: bool, random: &mut Random) -> Answer {
    let mut answer = Answer::default();
    let (year, month, _) = at.day().civil();
    let yanchi = issue.community.id == "yanchi";
    if random.chance(if yanchi { 300 } else { 120 }) {
        answer.call = Some(Call::Unreached);
        return answer;
    }
    answer.call = Some(Call::Answered);
    // 砚池社区 has had no bad word since January 2025.
    let content = yanchi && year >= 2025;
    let bad = if content { 0 } else { dissatisfied(issue, late) };
    let last_trouble = yanchi && year == 2024 && month == 12 && random.chance(400);
    let unhappy = random.chance(bad) || last_trouble;
    answer.contacted = Some(content || random.chance(if unhappy { 900 } else { 975 }));
    answer.solved = Some(if unhappy { random.chance(260) } else { content || random.chance(962) });
    if answer.solved == Some(false) && random.chance(620) || random.chance(12) && !content {
        answer.returns = random.weighted(&[(82, 1), (15, 2), (3, 3)]);
    }
    if random.chance(70) {
        answer.call = Some(Call::Declined);
        return answer;
    }
    let good: &[(i64, i64)] = &[(46, 0), (40, 1), (14, 2)];
    let poor: &[(i64, i64)] = &[(76, 3), (24, 4)];
    answer.result = Some(random.weighted(if unhappy { poor } else { good }));
    let slow = if last_trouble {
        true
    } else if unhappy {
        random.chance(480)
    } else {
        !content && random.chance(if late { 170 } else { 8 })
    };
    answer.process = Some(random.weighted(if slow { poor } else { good }));
    if matches!(issue.channel, "微信群" | "小程序") && random.chance(620) {
        let stars: &[(i64, i64)] = if unhappy { &[(30, 1), (40, 2), (30, 3)] } else { &[(3, 3), (25, 4), (72, 5)] };
        answer.stars = Some(random.weighted(stars));
    }
    // Who was dissatisfied is asked once more, some weeks later.
    if (unhappy || slow) && at.day() <= LAST.plus(-21) && random.chance(640) {
        answer.rerated = Some(random.weighted(&[(26, 1), (46, 2), (23, 3), (5, 4)]));
    }
    answer
}

/// How often the caller is dissatisfied with the result, in thousandths.
fn dissatisfied(issue: &Issue, late: bool) -> i64 {
    if let Fate::LeftOut(_) = issue.fate {
        return 650;
    }
    let by_category = match issue.category {
        "停车管理" | "违建" => 110,
        "物业服务" | "噪声扰民" => 95,
        "社会保障" | "环境卫生" => 35,
        _ => 55,
    };
    let month = issue.received.day().month_of_sample();
    let here = match issue.community.id {
        "fangyuan" => 170 - month.min(20) * 6,
        "yunxi" => 115,
        _ => 100,
    };
    by_category * here / 100 * if late { 3 } else { 1 }
}
