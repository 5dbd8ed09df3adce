//! Projects as they stand.

use super::FIRST;
use crate::measure::registry::{Better, How, Metric, Stock, Text, Unit};
use crate::model::ProjectState;

pub(super) static METRICS: &[Metric] = &[
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
    Metric {
        id: "projects.steps_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::Projects(Stock::Steps),
        zh: Text {
            name: "任务清单完成率",
            formula: "已达到的节点 ÷ 实施中和已完成项目的全部节点",
            notes: "每个节点算一个，不看权重。领办项目的五项任务（方案、制度、调研、现场、成果）作为五个节点填报。",
        },
        en: Text {
            name: "Steps reached",
            formula: "steps reached ÷ all steps of projects in progress or completed",
            notes: "Each step counts as one, whatever its weight. The five tasks of a project led by a team (plan, rule, survey, on site, result) are entered as five steps.",
        },
    },
    Metric {
        id: "projects.slippage",
        history: FIRST,
        unit: Unit::WorkingDays,
        better: Better::Lower,
        how: How::Projects(Stock::Slippage),
        zh: Text {
            name: "节点平均偏差",
            formula: "各节点从原定日期到实际日期（没有的用预计日期）的工作日数之和 ÷ 节点数",
            notes: "正数为晚，负数为提前。只计两个日期都有的节点，不含取消的项目。要用到的日子上不上班还不知道的（超出放假安排的年份），偏差未知，不计入。",
        },
        en: Text {
            name: "Mean slippage of steps",
            formula: "working days from the day first planned to the actual (else expected) day of each step, added up ÷ steps",
            notes: "Positive is late, negative early. Only steps with both days, without those of cancelled projects. Where nobody knows yet whether a day in between is worked, the slippage is unknown and does not count.",
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
