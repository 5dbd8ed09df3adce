//! Issues as they come in, fall due and are finished.

use super::FIRST;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[
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
        id: "issues.after_cut",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::AfterCut, Cohort::Received),
        zh: Text {
            name: "截点后受理",
            formula: "每日截点起受理的有效件",
            notes: "按受理时间归期。它们的“当日”是次日，与当日办结率同看。只有日期、没有钟点的不在内。",
        },
        en: Text {
            name: "Received after the cut-off",
            formula: "issues received at or after the daily cut-off",
            notes: "By receipt. Their “same day” is the next one; read it with the same-day rate. Receipts without a clock are outside.",
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
        id: "issues.meeting_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::ByMeeting, whole: Bit::Received, cohort: Cohort::Received },
        zh: Text {
            name: "会前销单率",
            formula: "下一周的专题会议当日以前销单的有效件 ÷ 受理的有效件",
            notes: "按受理时间归期：一周（周一至周日）受理的件，到下一周开会那天为止。会议还没有开的，未销单的件暂按未结计。定了每周会议的站点用它代替周结率。",
        },
        en: Text {
            name: "Closed by the weekly meeting",
            formula: "issues closed by the day of the weekly meeting in the week after receipt ÷ issues received",
            notes: "By receipt: what comes in from Monday to Sunday has until the meeting of the week after. Before that meeting an open issue counts as not closed. Where a weekly meeting is set, this stands in the place of the weekly close rate.",
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
        id: "issues.sent_back_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Neither,
        how: How::IssueRate { part: Bit::SentBack, whole: Bit::Dispatched, cohort: Cohort::Dispatched },
        zh: Text {
            name: "回退率",
            formula: "因不属于本单位而退单的件 ÷ 派给本单位的件",
            notes: "按派单时间归期。分母是已派单的有效件加上退单的件；重复、撤回、不予受理和经决定不计入的件不在内。退单的件不进入其他任何指标。它说明派单准不准，不说明办得勤不勤。",
        },
        en: Text {
            name: "Sent-back rate",
            formula: "issues sent back as not for this office ÷ issues dispatched to it",
            notes: "By dispatch. Below stand issues in scope with a time of dispatch, and those sent back; duplicates, withdrawn, refused and excluded ones are outside. Issues sent back count in nothing else. It tells of wrong addresses, not of idle hands.",
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
        id: "issues.repeat_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Lower,
        how: How::IssueRate { part: Bit::Repeat, whole: Bit::Categorised, cohort: Cohort::Received },
        zh: Text {
            name: "重复诉求率",
            formula: "此前若干天内同一地点、同一类别已有受理的件 ÷ 受理的有效件中填了类别的件",
            notes: "按受理时间归期；同一天的按编号先后。没有类别的不在内。只看地点和事项，不看是谁反映的。",
        },
        en: Text {
            name: "Repeat rate",
            formula: "issues with an earlier one of the same place and category within so many days ÷ issues received with a category",
            notes: "By receipt; on one day, by number. Issues without a category are outside. It looks at places and matters, never at who called.",
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
];
