//! The entries of the register, in the order of the methods page.

use super::{Better, Change, How, Metric, Stock, Text, Unit};
use crate::measure::activities::Counter;
use crate::measure::membership::{Bit, Cohort};
use crate::model::ProjectState;

/// Of a definition that was never changed.
const FIRST: &[Change] = &[Change { version: 1, date: "2026-11-21", zh: "首次公布", en: "first published" }];

/// Every metric.
pub static METRICS: &[Metric] = &[
    Metric {
        id: "issues.received",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::Received, Cohort::Received),
        zh: Text {
            name: "受理量",
            formula: "统计期内受理的有效件",
            notes: "不含撤回件、并入主件的重复件、依规不予受理件和经决定不计入的件；这些件另列件数。",
        },
        en: Text {
            name: "Issues received",
            formula: "issues in scope received in the period",
            notes: "Withdrawn, merged, refused and excluded issues are outside; their number is shown beside.",
        },
    },
    Metric {
        id: "issues.due",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::Due, Cohort::Due),
        zh: Text {
            name: "应办结数",
            formula: "应办结时间落在统计期内、且不晚于数据截止时刻的有效件",
            notes: "经批准延期的按延期后的时间；数据里没有应办结时间的，按办理级别的时限推算；未到期的在办件不在内；没有办理时限的件不在内。",
        },
        en: Text {
            name: "Issues due",
            formula: "issues in scope whose deadline lies in the period and has been reached",
            notes: "An extended deadline replaces the first one; where the data gives none, it follows from the tier. Open issues before their deadline and issues without one are outside.",
        },
    },
    Metric {
        id: "issues.handled",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::Handled, Cohort::Handled),
        zh: Text {
            name: "办结量",
            formula: "统计期内办结的有效件",
            notes: "按办结时间归期，与受理时间无关；只标“已办结”而没有时间的件无法归期。",
        },
        en: Text {
            name: "Issues handled",
            formula: "issues in scope finished in the period",
            notes: "By the day of finish, whenever received. An issue marked closed without a time belongs to no period.",
        },
    },
    Metric {
        id: "issues.completion_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::Handled, whole: Bit::Due, cohort: Cohort::Due },
        zh: Text {
            name: "办结率",
            formula: "应办结数中截至数据截止时刻已办结的件 ÷ 应办结数",
            notes: "按应办结时间归期。办结是承办单位的结论，不等于诉求人认为已解决。",
        },
        en: Text {
            name: "Completion rate",
            formula: "issues due that were finished by the as-of date ÷ issues due",
            notes: "By deadline. Finished is the office's word; solved is the caller's.",
        },
    },
    Metric {
        id: "issues.on_time_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::OnTime, whole: Bit::Due, cohort: Cohort::Due },
        zh: Text {
            name: "按期办结率",
            formula: "应办结数中办结时间不晚于应办结时间的件 ÷ 应办结数",
            notes: "办理级别另定终点（如到场）的，看那一步的时间。超期未办结的计入分母、不计入分子；未到期的在办件不计入分母。只有日期、没有钟点的，当日不算超期。",
        },
        en: Text {
            name: "On-time rate",
            formula: "issues due that were finished by their deadline ÷ issues due",
            notes: "Where its tier names another step, such as arrival on the scene, that step counts instead. Open and past the deadline counts as late; open and not yet due is outside. A date without a clock is on time all day.",
        },
    },
    Metric {
        id: "issues.same_day_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::SameDay, whole: Bit::Received, cohort: Cohort::Received },
        zh: Text {
            name: "当日办结率",
            formula: "受理当日办结的有效件 ÷ 受理的有效件",
            notes: "按受理时间归期；当日指受理的自然日，站点定了每日截点的，截点起受理的算次日。",
        },
        en: Text {
            name: "Same-day rate",
            formula: "issues finished on the day of receipt ÷ issues received",
            notes: "By receipt. The day is the calendar day; where the site sets a daily cut-off, receipts from then on belong to the next day.",
        },
    },
    Metric {
        id: "issues.weekly_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::SameWeek, whole: Bit::Received, cohort: Cohort::Received },
        zh: Text {
            name: "周结率",
            formula: "受理当周（周一至周日）销单的有效件 ÷ 受理的有效件",
            notes: "按受理时间归期。数据截止日所在的一周还没有过完，其中未销单的件暂按未结计。",
        },
        en: Text {
            name: "Weekly close rate",
            formula: "issues closed by the Sunday of the week of receipt ÷ issues received",
            notes: "By receipt. In the week of the as-of date, which may not be over, an open issue counts as not closed.",
        },
    },
    Metric {
        id: "issues.extension_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Lower,
        how: How::IssueRate { part: Bit::Extended, whole: Bit::Due, cohort: Cohort::Due },
        zh: Text {
            name: "延期率",
            formula: "应办结数中经过延期的件 ÷ 应办结数",
            notes: "按延期后的应办结时间归期。延期何时批准、为何批准，数据里没有的，无从核对。",
        },
        en: Text {
            name: "Extension rate",
            formula: "issues due whose deadline was extended ÷ issues due",
            notes: "By the extended deadline. When and why it was granted cannot be checked where the data does not say.",
        },
    },
    Metric {
        id: "issues.timely_contact_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::ContactOnTime, whole: Bit::ContactDue, cohort: Cohort::ContactDue },
        zh: Text {
            name: "及时响应率",
            formula: "在承诺的时限内首次联系诉求人的件 ÷ 首次联系时限已到的件",
            notes: "按首次联系的时限归期；只计办理级别承诺了联系时限的件。没有填写首次联系时间的，按没有联系计。",
        },
        en: Text {
            name: "Timely contact rate",
            formula: "issues with a first contact within the time promised ÷ issues for which that time is over",
            notes: "By the end of that time, for tiers that promise one. Without a time of contact, there was none.",
        },
    },
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
        id: "issues.patrol_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Neither,
        how: How::IssueRate { part: Bit::Patrol, whole: Bit::OriginKnown, cohort: Cohort::Received },
        zh: Text {
            name: "未诉先办比",
            formula: "巡查发现的件 ÷ 记录了由谁发现的件",
            notes: "按受理时间归期。高低都不说明好坏，只说明问题从哪里来。",
        },
        en: Text {
            name: "Found by patrol",
            formula: "issues found by a patrol ÷ issues whose origin is recorded",
            notes: "By receipt. Neither high nor low is good: it says where problems come from.",
        },
    },
    Metric {
        id: "issues.handling_median",
        history: FIRST,
        unit: Unit::Minutes,
        better: Better::Lower,
        how: How::Handling(50),
        zh: Text {
            name: "办理时长中位数",
            formula: "统计期内办结件从受理到办结用时，由短到长第 ⌈n÷2⌉ 件的用时",
            notes: "按自然时间；只有日期的按整天。未办结的件不在内，须与在办量、超期在办同看。",
        },
        en: Text {
            name: "Median handling time",
            formula: "time from receipt to finish of the ⌈n÷2⌉-th issue finished in the period, shortest first",
            notes: "Calendar time; whole days where only dates are known. Open issues are missing: read it with backlog and overdue.",
        },
    },
    Metric {
        id: "issues.handling_p90",
        history: FIRST,
        unit: Unit::Minutes,
        better: Better::Lower,
        how: How::Handling(90),
        zh: Text {
            name: "办理时长第90百分位",
            formula: "统计期内办结件从受理到办结用时，由短到长第 ⌈0.9n⌉ 件的用时",
            notes: "十件里最慢的那一件有多慢。少于 10 件时页面不显示。",
        },
        en: Text {
            name: "90th percentile of handling time",
            formula: "time from receipt to finish of the ⌈0.9n⌉-th issue finished in the period, shortest first",
            notes: "How slow the slowest one in ten is. Not shown on pages below 10 issues.",
        },
    },
    Metric {
        id: "issues.backlog",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Lower,
        how: How::IssueStock(Bit::Open),
        zh: Text {
            name: "在办量",
            formula: "截至数据截止时刻已受理、尚未销单的有效件",
            notes: "含超期件；已办结、等待回访销单的也在内。",
        },
        en: Text {
            name: "Backlog",
            formula: "issues in scope received and not closed at the as-of date",
            notes: "Includes overdue ones, and finished ones that wait for their return call.",
        },
    },
    Metric {
        id: "issues.overdue",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Lower,
        how: How::IssueStock(Bit::Overdue),
        zh: Text {
            name: "超期在办",
            formula: "截至数据截止时刻已过应办结时间、尚未办结的有效件",
            notes: "与超期在办清单逐件相同。",
        },
        en: Text {
            name: "Overdue",
            formula: "issues in scope past their deadline and not finished at the as-of date",
            notes: "Exactly the rows of the overdue list.",
        },
    },
    Metric {
        id: "activities.sessions",
        history: FIRST,
        unit: Unit::Sessions,
        better: Better::Neither,
        how: How::Activities(Counter::Sessions),
        zh: Text {
            name: "活动场次",
            formula: "统计期内的志愿服务活动",
            notes: "注明“未核实”的不计。没有地点的活动计入团队所在地。",
        },
        en: Text {
            name: "Activities",
            formula: "volunteer activities in the period",
            notes: "Those marked unconfirmed do not count. Without a place, an activity counts where its team is at home.",
        },
    },
    Metric {
        id: "activities.participations",
        history: FIRST,
        unit: Unit::Visits,
        better: Better::Neither,
        how: How::Activities(Counter::Participations),
        zh: Text {
            name: "参与人次",
            formula: "各场活动参加志愿者人数之和",
            notes: "同一人参加两场计两次；不是人数。没有填写人数的活动不计入人次。",
        },
        en: Text {
            name: "Participations",
            formula: "volunteers of all activities, added up",
            notes: "Who takes part twice counts twice; this is not a number of persons. Activities without a number add nothing.",
        },
    },
    Metric {
        id: "activities.hours",
        history: FIRST,
        unit: Unit::Minutes,
        better: Better::Neither,
        how: How::Activities(Counter::Seconds),
        zh: Text {
            name: "志愿服务时长",
            formula: "各场活动的服务时长（人·小时）之和",
            notes: "只计实际服务时间。没有填写时长的，按起止时间乘以人数；都没有的不计。数据文件以分钟为单位，页面以小时为单位。",
        },
        en: Text {
            name: "Volunteer hours",
            formula: "person-hours of all activities, added up",
            notes: "Time served only. Without hours, start to end times volunteers; without those, nothing. Minutes in the data, hours on pages.",
        },
    },
    Metric {
        id: "activities.served",
        history: FIRST,
        unit: Unit::Visits,
        better: Better::Neither,
        how: How::Activities(Counter::ServedVisits),
        zh: Text {
            name: "服务人次",
            formula: "以“人次”填报的服务对象数之和",
            notes: "以“人”“户”填报的另计，三者不相加。",
        },
        en: Text {
            name: "People served (visits)",
            formula: "people served that were reported as visits, added up",
            notes: "Those reported as persons or households are counted apart; the three never add.",
        },
    },
    Metric {
        id: "activities.served_people",
        history: FIRST,
        unit: Unit::People,
        better: Better::Neither,
        how: How::Activities(Counter::ServedPeople),
        zh: Text {
            name: "服务人数",
            formula: "以“人”填报的服务对象数之和",
            notes: "各场之间可能有重复的人。与人次、户不相加。",
        },
        en: Text {
            name: "People served (persons)",
            formula: "people served that were reported as persons, added up",
            notes: "The same person may appear in two activities. Never added to visits or households.",
        },
    },
    Metric {
        id: "activities.served_households",
        history: FIRST,
        unit: Unit::Households,
        better: Better::Neither,
        how: How::Activities(Counter::ServedHouseholds),
        zh: Text {
            name: "服务户数",
            formula: "以“户”填报的服务对象数之和",
            notes: "各场之间可能有重复的户。与人次、人不相加。",
        },
        en: Text {
            name: "Households served",
            formula: "people served that were reported as households, added up",
            notes: "The same household may appear in two activities. Never added to visits or persons.",
        },
    },
    Metric {
        id: "activities.active_teams",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::ActiveTeams,
        zh: Text {
            name: "活跃团队",
            formula: "统计期内至少开展一场活动的团队 ÷ 在册团队",
            notes: "按活动地点归属：外来团队在本地开展活动也算活跃，因此分子可能大于本地在册数，此时不作比例。",
        },
        en: Text {
            name: "Active teams",
            formula: "teams with at least one activity in the period ÷ teams on the register",
            notes: "By place of the activity: a visiting team counts as active there, so the first number can exceed the second; then no share is given.",
        },
    },
    Metric {
        id: "projects.all",
        history: FIRST,
        unit: Unit::Projects,
        better: Better::Neither,
        how: How::Projects(Stock::All),
        zh: Text {
            name: "项目总数", formula: "截至数据截止日登记的全部项目", notes: "含取消和暂停的项目。"
        },
        en: Text {
            name: "Projects",
            formula: "all projects on the register at the as-of date",
            notes: "Includes cancelled ones and those on hold.",
        },
    },
    project_state("projects.planned", ProjectState::Planned, "计划中项目", "Projects planned"),
    project_state("projects.active", ProjectState::Active, "实施中项目", "Projects in progress"),
    project_state("projects.done", ProjectState::Done, "已完成项目", "Projects completed"),
    project_state("projects.paused", ProjectState::Paused, "暂停项目", "Projects on hold"),
    project_state("projects.cancelled", ProjectState::Cancelled, "取消项目", "Projects cancelled"),
    Metric {
        id: "projects.on_schedule_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::Projects(Stock::OnSchedule),
        zh: Text {
            name: "按期推进率",
            formula: "没有逾期节点的实施中项目 ÷ 实施中项目",
            notes: "节点以首次计划日为准；计划日已过而未完成即为逾期。",
        },
        en: Text {
            name: "On-schedule rate",
            formula: "projects in progress without an overdue step ÷ projects in progress",
            notes: "A step is overdue when the day first planned has passed and it is not reached.",
        },
    },
    Metric {
        id: "projects.progress",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::Projects(Stock::Progress),
        zh: Text {
            name: "平均进度",
            formula: "实施中项目进度的平均值；项目进度 = 已完成节点权重 ÷ 全部节点权重",
            notes: "没有节点的项目用填报进度；两者都没有的不计入。分子、分母为进度之和与项目数，均乘以一万。",
        },
        en: Text {
            name: "Mean progress",
            formula: "mean progress of projects in progress; a project's is the weight of steps reached ÷ weight of all steps",
            notes: "Without steps, the progress entered by hand; without either, the project is outside. Parts are the sum of progress and the number of projects, times ten thousand.",
        },
    },
    Metric {
        id: "projects.budget",
        history: FIRST,
        unit: Unit::Yuan,
        better: Better::Neither,
        how: How::Projects(Stock::Budget),
        zh: Text {
            name: "批准预算", formula: "同时填报预算和支付的项目的批准预算之和", notes: "不含取消的项目。"
        },
        en: Text {
            name: "Approved budget",
            formula: "approved budgets of projects that state both budget and payments, added up",
            notes: "Without cancelled projects.",
        },
    },
    Metric {
        id: "projects.budget_execution",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Neither,
        how: How::Projects(Stock::Execution),
        zh: Text {
            name: "预算执行率",
            formula: "已支付 ÷ 批准预算",
            notes: "只计同时填报预算和支付的项目，不含取消的。分子、分母以分为单位。",
        },
        en: Text {
            name: "Budget execution",
            formula: "paid ÷ approved budget",
            notes: "Only projects that state both, without cancelled ones. Parts are in hundredths of a yuan.",
        },
    },
];

const fn project_state(id: &'static str, state: ProjectState, zh: &'static str, en: &'static str) -> Metric {
    Metric {
        id,
        history: FIRST,
        unit: Unit::Projects,
        better: Better::Neither,
        how: How::Projects(Stock::In(state)),
        zh: Text {
            name: zh, formula: "截至数据截止日处于该状态的项目", notes: "状态取自项目登记表。"
        },
        en: Text {
            name: en,
            formula: "projects in this state at the as-of date",
            notes: "As the register of projects says.",
        },
    }
}
