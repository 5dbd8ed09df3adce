//! Issues set against households, working days and what was left out, and how long rates have been complete.

use super::FIRST;
use crate::measure::bases::Base;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[
    Metric {
        id: "issues.complaints_per_thousand",
        history: FIRST,
        unit: Unit::IssuesPerThousand,
        better: Better::Lower,
        how: How::IssuesPer { bit: Bit::Complaint, cohort: Cohort::Received, base: Base::HouseholdMonths },
        zh: Text {
            name: "千户投诉率",
            formula: "统计期内受理的投诉 ÷（户数 × 月数）× 1000",
            notes: "投诉指诉求类型为“投诉”的有效件；户数取地点表，没有填的为下级之和；不满 200 户的不作比率，只看件数。月数为统计期内有数据的月。",
        },
        en: Text {
            name: "Complaints per 1,000 households",
            formula: "complaints received in the period ÷ (households × months) × 1,000",
            notes: "In-scope issues of the kind complaint; households as in the table of places, else those of the places within; not given below 200 households. Months of the period for which there are records.",
        },
    },
    Metric {
        id: "issues.received_per_working_day",
        history: FIRST,
        unit: Unit::IssuesPerWorkingDay,
        better: Better::Neither,
        how: How::IssuesPer { bit: Bit::Received, cohort: Cohort::Received, base: Base::WorkingDays },
        zh: Text {
            name: "每工作日受理量",
            formula: "统计期内受理的有效件 ÷ 统计期内的工作日",
            notes: "各月工作日多少不一，环比看这个数更公平。工作日按官方日历和本站调整，算到数据截止日；工作日见 months.csv。",
        },
        en: Text {
            name: "Issues received per working day",
            formula: "issues in scope received in the period ÷ working days of the period",
            notes: "Months differ in working days: compare one with the next by this. Days of the official calendar and the site's own, up to the as-of date; see months.csv.",
        },
    },
    Metric {
        id: "issues.received_with_excluded",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::InWithExcluded, Cohort::Received),
        zh: Text {
            name: "受理量（含不计入件）",
            formula: "受理的有效件，加上经决定不计入的件",
            notes: "与受理量的差就是经决定不计入的件数，原因见诉求统计页。",
        },
        en: Text {
            name: "Issues received, with excluded ones",
            formula: "issues received in scope, and those outside by a decision",
            notes: "What it has more than issues received are the excluded ones; the reasons stand on the page of statistics.",
        },
    },
    Metric {
        id: "issues.completion_with_excluded_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::HandledWithExcluded, whole: Bit::DueWithExcluded, cohort: Cohort::Due },
        zh: Text {
            name: "办结率（含不计入件）",
            formula: "应办结件（含经决定不计入的）中已办结的 ÷ 应办结件（含经决定不计入的）",
            notes: "与办结率并列，看不计入改变了多少。",
        },
        en: Text {
            name: "Completion rate, with excluded ones",
            formula: "issues due, excluded ones among them, that were finished ÷ issues due, excluded ones among them",
            notes: "Beside the completion rate: it shows how much leaving some out changes.",
        },
    },
    Metric {
        id: "issues.on_time_with_excluded_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::OnTimeWithExcluded, whole: Bit::DueWithExcluded, cohort: Cohort::Due },
        zh: Text {
            name: "按期办结率（含不计入件）",
            formula: "应办结件（含经决定不计入的）中按期办结的 ÷ 应办结件（含经决定不计入的）",
            notes: "与按期办结率并列，看不计入改变了多少。",
        },
        en: Text {
            name: "On-time rate, with excluded ones",
            formula: "issues due, excluded ones among them, that were finished on time ÷ issues due, excluded ones among them",
            notes: "Beside the on-time rate: it shows how much leaving some out changes.",
        },
    },
    streak(
        "issues.on_time_streak",
        "issues.on_time_rate",
        "按期办结率连续满分月",
        "Months in a row with every issue on time",
    ),
    streak(
        "issues.process_streak",
        "issues.process_satisfaction",
        "过程满意率连续满分月",
        "Months in a row with every process rated fair or better",
    ),
    streak(
        "issues.result_streak",
        "issues.result_satisfaction",
        "结果满意率连续满分月",
        "Months in a row with every result rated fair or better",
    ),
];

const fn streak(id: &'static str, rate: &'static str, zh: &'static str, en: &'static str) -> Metric {
    Metric {
        id,
        history: FIRST,
        unit: Unit::Months,
        better: Better::Higher,
        how: How::Streak(rate),
        zh: Text {
            name: zh,
            formula: "从最近一个过完的月往前，分子等于分母的月数，遇到不等的月为止",
            notes: "按整数比较，不看四舍五入后的百分比。没有应计件的月既不计入、也不中断；件数很少的月照计。以后更正了数据，会重算。",
        },
        en: Text {
            name: en,
            formula: "months, from the last one that is over backwards, whose numerator equals the denominator, until one does not",
            notes: "Whole numbers are compared, never rounded percentages. A month with nothing to count neither extends nor breaks it; a thin one extends it. A correction counts it anew.",
        },
    }
}
