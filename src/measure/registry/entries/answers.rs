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
        id: "issues.not_evaluated",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Lower,
        how: How::Issues(Bit::NotEvaluated, Cohort::Due),
        zh: Text {
            name: "未评价件",
            formula: "应回访件中过程、结果都没有评价的件",
            notes: "按应办结时间归期。等于应回访件减去已评价件；未评价不算满意，也不算不满意。",
        },
        en: Text {
            name: "Not evaluated",
            formula: "issues owed a return call and rated neither in process nor in result",
            notes: "By deadline. Issues owed a return call less those rated; silence is neither satisfaction nor dissatisfaction.",
        },
    },
    Metric {
        id: "issues.call_unreached",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Lower,
        how: How::Issues(Bit::CallUnreached, Cohort::Due),
        zh: Text {
            name: "未评价：未接通",
            formula: "未评价件中回访结果为“未接通”的件",
            notes: "未接通、拒评、回访未记评价、未回访四项之和等于未评价件。",
        },
        en: Text {
            name: "Not evaluated: not reached",
            formula: "issues not evaluated whose return call did not reach the caller",
            notes: "Not reached, declined, called without a rating and not called add up to all that are not evaluated.",
        },
    },
    Metric {
        id: "issues.call_declined",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::CallDeclined, Cohort::Due),
        zh: Text {
            name: "未评价：拒评",
            formula: "未评价件中回访结果为“拒评”的件",
            notes: "不愿评价是诉求人的权利，不算满意。",
        },
        en: Text {
            name: "Not evaluated: declined",
            formula: "issues not evaluated whose callers would not rate",
            notes: "Not to rate is the caller's right, and no satisfaction.",
        },
    },
    Metric {
        id: "issues.call_unrated",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Lower,
        how: How::Issues(Bit::CallUnrated, Cohort::Due),
        zh: Text {
            name: "未评价：回访未记评价",
            formula: "未评价件中回访已接通，或有回访时间、有其他答复，而没有记下评价的件",
            notes: "回访到了，评价没有问到，或没有记下来。",
        },
        en: Text {
            name: "Not evaluated: called without a rating",
            formula: "issues not evaluated that were reached, or have a time of the return call or another answer",
            notes: "Somebody called; a rating was not asked for, or not noted.",
        },
    },
    Metric {
        id: "issues.not_called",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Lower,
        how: How::Issues(Bit::NotCalled, Cohort::Due),
        zh: Text {
            name: "未评价：未回访",
            formula: "未评价件中既没有回访结果，也没有回访时间和任何答复的件",
            notes: "数据截止日以后的回访不算。",
        },
        en: Text {
            name: "Not evaluated: not called",
            formula: "issues not evaluated with no outcome or time of a return call and no answer",
            notes: "Calls after the as-of date do not count.",
        },
    },
    Metric {
        id: "issues.satisfaction_floor_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::CallSatisfied, whole: Bit::CallDue, cohort: Cohort::Due },
        zh: Text {
            name: "结果满意下限",
            formula: "办理结果评为基本满意及以上的件 ÷ 应回访件（应办结且已办结）",
            notes: "按应办结时间归期。未评价的一概不算满意：实际满意的比例不会低于它。",
        },
        en: Text {
            name: "Satisfaction, at least",
            formula: "issues whose result was rated fair or better ÷ issues owed a return call",
            notes: "By deadline. All who did not rate are taken as not satisfied: the true share is not below it.",
        },
    },
    Metric {
        id: "issues.satisfaction_ceiling_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::CallNotDissatisfied, whole: Bit::CallDue, cohort: Cohort::Due },
        zh: Text {
            name: "结果满意上限",
            formula: "（应回访件 − 办理结果评为不满意、非常不满意的件）÷ 应回访件",
            notes: "按应办结时间归期。假定未评价的全部满意时才有的数：实际满意的比例不会高于它，不能当作满意率引用。与下限之间的宽度，就是未评价的那一部分。",
        },
        en: Text {
            name: "Satisfaction, at most",
            formula: "(issues owed a return call − those whose result was rated in the last two levels) ÷ issues owed a return call",
            notes: "By deadline. It would take the satisfaction of all who did not rate: the true share is not above it, and it is no satisfaction rate. What lies between it and the lower bound is what was not rated.",
        },
    },
    Metric {
        id: "issues.rectified_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::Rectified, whole: Bit::BadRated, cohort: Cohort::Verified },
        zh: Text {
            name: "差评整改率",
            formula: "差评件中已销单、并且整改后再次作出评价的件 ÷ 过程或结果评为不满意、非常不满意的件",
            notes: "按第一次回访的时间归期。再次评价是好是差都算：整改以有人回头再问为准，不以改成好评为准。经决定不计入的件（如恶意差评）不在内，另列件数。",
        },
        en: Text {
            name: "Bad ratings followed up",
            formula: "badly rated issues that were closed and rated again ÷ issues rated in the last two levels in process or result",
            notes: "By the first return call. The new rating may be good or bad: what counts is that somebody came back and asked. Issues excluded by decision, such as malicious ratings, are outside and counted apart.",
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
