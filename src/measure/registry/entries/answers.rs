//! What callers say: contact, solution, satisfaction, rework.

use super::FIRST;
use crate::measure::Amount;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[
    Metric {
        id: "issues.response_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::Contacted, whole: Bit::ContactAnswered, cohort: Cohort::Verified },
        zh: Text {
            name: "响应率",
            formula: "回访时诉求人答“已联系”的件 ÷ 回访时回答了“是否联系”的件",
            notes: "以诉求人的回答为准，按回访时间归期；没有回访时间的按办结时间。没有回答的不在内，另见评价覆盖率。",
        },
        en: Text {
            name: "Response rate",
            formula: "callers who say that somebody got in touch ÷ callers who answered the question",
            notes: "The caller's word, by the day of the return call (else of finish). Silence is outside; see evaluation coverage.",
        },
    },
    Metric {
        id: "issues.resolution_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::Solved, whole: Bit::SolvedAnswered, cohort: Cohort::Verified },
        zh: Text {
            name: "解决率",
            formula: "回访时诉求人答“已解决”的件 ÷ 回访时回答了“是否解决”的件",
            notes: "以诉求人的回答为准，按回访时间归期；没有回访时间的按办结时间。没有回答的不在内。",
        },
        en: Text {
            name: "Resolution rate",
            formula: "callers who say that it is solved ÷ callers who answered the question",
            notes: "The caller's word, by the day of the return call (else of finish). Silence is outside.",
        },
    },
    Metric {
        id: "issues.full_resolution_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::Solved, whole: Bit::Due, cohort: Cohort::Due },
        zh: Text {
            name: "全口径解决率",
            formula: "应办结数中诉求人答“已解决”的件 ÷ 应办结数",
            notes: "按应办结时间归期。没有回访、没有回答的留在分母里：它们是否解决没有人知道。",
        },
        en: Text {
            name: "Resolution of all due",
            formula: "issues due whose callers say that it is solved ÷ issues due",
            notes: "By deadline. Issues without a return call or an answer stay in the denominator: nobody knows whether they are solved.",
        },
    },
    Metric {
        id: "issues.process_satisfaction",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::ProcessSatisfied, whole: Bit::ProcessRated, cohort: Cohort::Verified },
        zh: Text {
            name: "服务过程满意率",
            formula: "服务过程评为非常满意、满意、基本满意的件 ÷ 对服务过程作出评价的件",
            notes: "“基本满意”按 1 计。未评价的不算满意，也不在分母内；须与评价覆盖率同看。",
        },
        en: Text {
            name: "Process satisfaction",
            formula: "process rated fair or better ÷ process rated",
            notes: "“Fair” counts in full. Silence is never satisfaction and not in the denominator; read it with the coverage.",
        },
    },
    Metric {
        id: "issues.result_satisfaction",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::ResultSatisfied, whole: Bit::ResultRated, cohort: Cohort::Verified },
        zh: Text {
            name: "办理结果满意率",
            formula: "办理结果评为非常满意、满意、基本满意的件 ÷ 对办理结果作出评价的件",
            notes: "“基本满意”按 1 计。未评价的不算满意，也不在分母内；须与评价覆盖率同看。",
        },
        en: Text {
            name: "Result satisfaction",
            formula: "result rated fair or better ÷ result rated",
            notes: "“Fair” counts in full. Silence is never satisfaction and not in the denominator; read it with the coverage.",
        },
    },
    Metric {
        id: "issues.evaluation_coverage",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::Evaluated, whole: Bit::CallDue, cohort: Cohort::Due },
        zh: Text {
            name: "评价覆盖率",
            formula: "应回访件中作出过程或结果评价的件 ÷ 应回访件（应办结且已办结）",
            notes: "按应办结时间归期。满意率能说明多少，要看它。",
        },
        en: Text {
            name: "Evaluation coverage",
            formula: "issues rated in process or result ÷ issues owed a return call (due and finished)",
            notes: "By deadline. It says how much the satisfaction rates can tell.",
        },
    },
    Metric {
        id: "issues.rework_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Lower,
        how: How::IssueRate { part: Bit::Returned, whole: Bit::ReturnsKnown, cohort: Cohort::Verified },
        zh: Text {
            name: "重办率",
            formula: "退回重办至少一次的件 ÷ 回访有答复、且记录了重办次数的件",
            notes: "按回访时间归期；时限从第一次受理起算，退回不重新计时。没有记录次数的不在内。",
        },
        en: Text {
            name: "Rework rate",
            formula: "issues handed back at least once ÷ issues with an answered return call whose number of returns is recorded",
            notes: "By return call; deadlines run from the first receipt and do not start anew. Issues without the number are outside.",
        },
    },
    Metric {
        id: "issues.rework_rounds",
        history: FIRST,
        unit: Unit::Times,
        better: Better::Lower,
        how: How::IssueMean { of: Amount::Returns, whole: Bit::ReturnsKnown, cohort: Cohort::Verified },
        zh: Text {
            name: "平均重办次数",
            formula: "退回重办次数之和 ÷ 回访有答复、且记录了重办次数的件",
            notes: "按回访时间归期；没有退回的按 0 次计，没有记录次数的不在内。与重办率同看：是少数件反复退回，还是许多件各退一次。",
        },
        en: Text {
            name: "Mean rounds of rework",
            formula: "times handed back, added up ÷ issues with an answered return call whose number of returns is recorded",
            notes: "By return call; never handed back is 0, not recorded is outside. Beside the rework rate it tells whether few issues go round and round, or many go once.",
        },
    },
    Metric {
        id: "issues.stars_mean",
        history: FIRST,
        unit: Unit::Stars,
        better: Better::Higher,
        how: How::IssueMean { of: Amount::Stars, whole: Bit::Starred, cohort: Cohort::Verified },
        zh: Text {
            name: "平均星级",
            formula: "星级之和 ÷ 诉求人打了星级的件",
            notes: "1 至 5 星，按回访时间归期；没有打星的不在内，不当作任何一级。",
        },
        en: Text {
            name: "Mean stars",
            formula: "stars added up ÷ issues whose callers gave stars",
            notes: "1 to 5 stars, by return call. Issues without stars are outside: silence is no star.",
        },
    },
];
