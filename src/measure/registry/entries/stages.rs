//! The stages of the closed loop.

use super::FIRST;
use crate::measure::amount::Amount;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::{Better, How, Metric, Text, Unit};

/// How many issues received in the period came to a stage; `$zh` and `$en` are its name.
macro_rules! reached {
    ($id:literal, $bit:ident, $zh:literal, $en:literal, $note_zh:literal, $note_en:literal) => {
        Metric {
            id: concat!("issues.reached_", $id),
            history: FIRST,
            unit: Unit::Issues,
            better: Better::Neither,
            how: How::Issues(Bit::$bit, Cohort::Received),
            zh: Text {
                name: concat!("走到", $zh),
                formula: concat!("统计期内受理的有效件中，截至数据截止时刻已", $zh, "、或者已走过这一步的件"),
                notes: concat!("按受理时间归期。有这一步的时间，或者有后面任何一步的时间，都算走到，所以后一步不会多于前一步。", $note_zh),
            },
            en: Text {
                name: concat!("Came to ", $en),
                formula: concat!("issues in scope received in the period that came to ", $en, " by the as-of date, or past it"),
                notes: concat!("By receipt. A time for this stage or for any later one will do, so that no stage counts more than the one before.", $note_en),
            },
        }
    };
}

pub(super) static METRICS: &[Metric] = &[
    reached!("dispatched", ReachedDispatched, "派单", "dispatch", "", ""),
    reached!("accepted", ReachedAccepted, "接单", "acceptance", "", ""),
    reached!(
        "contacted",
        ReachedContacted,
        "首次联系",
        "the first contact",
        "站点把首次联系列为一步时才公布。",
        " Published where the site makes the first contact a stage."
    ),
    reached!(
        "on_scene",
        ReachedOnScene,
        "到场",
        "arrival on the scene",
        "不是每件都要到场，站点把到场列为一步时才公布。",
        " Not every issue needs a visit: published where the site makes it a stage."
    ),
    reached!(
        "handled",
        ReachedHandled,
        "办结",
        "the finish",
        "只标“已办结”而没有时间的也算走到办结。",
        " An issue marked closed without a time came to the finish."
    ),
    reached!("replied", ReachedReplied, "回复", "the reply", "", ""),
    reached!("verified", ReachedVerified, "回访", "the return call", "", ""),
    reached!(
        "closed",
        ReachedClosed,
        "销单",
        "closing",
        "只看销单时间；没有销单时间一列的文件，办结不算销单。",
        " By the time of closing alone: in a file without that column, the finish is no closing."
    ),
    Metric {
        id: "issues.returns",
        history: FIRST,
        unit: Unit::Times,
        better: Better::Lower,
        how: How::IssueSum { of: Amount::Returns, whole: Bit::Received, cohort: Cohort::Received },
        zh: Text {
            name: "退回重办次数",
            formula: "统计期内受理的有效件，退回重办次数之和",
            notes: "按受理时间归期。没有填写次数的件不在内，不当作 0 次。",
        },
        en: Text {
            name: "Times handed back",
            formula: "times that issues in scope received in the period were handed back, added up",
            notes: "By receipt. Issues without the number are outside; missing is not zero.",
        },
    },
];
