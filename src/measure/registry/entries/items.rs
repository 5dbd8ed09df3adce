//! The public lists: what was asked for, who took it on, what came of it.

use super::FIRST;
use crate::measure::items::Step;
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[
    count(
        "items.published",
        Step::Published,
        Text {
            name: "公布项数",
            formula: "统计期内公布的清单事项",
            notes: "按公布日归期。撤回的、结转的都在内。用花括号看一张清单：{list=wish} 微心愿、need 需求、resource 资源、project 项目、hazard 隐患；项目清单从公布（收集）、认领（孵化）到完成（运行）是同一批事项。",
        },
        Text {
            name: "Items published",
            formula: "items of the lists made public in the period",
            notes: "By the day of being made public; withdrawn ones and those carried over included. One list stands in braces: {list=wish}, need, resource, project, hazard; on the list of projects, collected, incubated and running are one cohort: published, claimed, done.",
        },
    ),
    count(
        "items.claimed",
        Step::Claimed,
        Text {
            name: "已认领项数",
            formula: "统计期内公布的事项中，截至数据截止日已认领的",
            notes: "按公布日归期。已完成、已销号的都算已认领；撤回的不算。",
        },
        Text {
            name: "Items claimed",
            formula: "items made public in the period that were claimed by the as-of date",
            notes: "By the day of being made public. What is done or cleared was claimed; what was withdrawn does not count.",
        },
    ),
    count(
        "items.done",
        Step::Done,
        Text {
            name: "已完成项数",
            formula: "统计期内公布的事项中，截至数据截止日已完成的",
            notes: "按公布日归期。已销号的都算已完成；没有佐证的销号只算完成；撤回的不算。",
        },
        Text {
            name: "Items done",
            formula: "items made public in the period that were done by the as-of date",
            notes: "By the day of being made public. What is cleared is done; struck off without evidence, it is done and no more; what was withdrawn does not count.",
        },
    ),
    count(
        "items.cleared",
        Step::Cleared,
        Text {
            name: "已销号项数",
            formula: "统计期内公布的事项中，截至数据截止日已销号的",
            notes: "按公布日归期。销号要有日期，也要有佐证。",
        },
        Text {
            name: "Items cleared",
            formula: "items made public in the period that were cleared by the as-of date",
            notes: "By the day of being made public. Clearing needs a day and evidence.",
        },
    ),
    count(
        "items.open",
        Step::Open,
        Text {
            name: "未销号项数",
            formula: "统计期内公布的事项中，截至数据截止日没有销号、也没有撤回的",
            notes: "按公布日归期。公布项数 = 已销号 + 未销号 + 撤回。",
        },
        Text {
            name: "Items open",
            formula: "items made public in the period that were neither cleared nor withdrawn by the as-of date",
            notes: "By the day of being made public. Published = cleared + open + withdrawn.",
        },
    ),
    count(
        "items.withdrawn",
        Step::Withdrawn,
        Text {
            name: "撤回项数",
            formula: "统计期内公布的事项中，说明原因撤回的",
            notes: "按公布日归期。撤回的事项仍计入公布项数，不计入认领、完成和销号。",
        },
        Text {
            name: "Items withdrawn",
            formula: "items made public in the period that were withdrawn with a reason",
            notes: "By the day of being made public. They stay among those published, and count as neither claimed, done nor cleared.",
        },
    ),
    count(
        "items.carried",
        Step::Carried,
        Text {
            name: "结转项数",
            formula: "统计期内公布的事项中，由以前的清单结转的",
            notes: "按公布日归期。结转的事项留在原清单的分母里，在新清单里仍是未销号。",
        },
        Text {
            name: "Items carried over",
            formula: "items made public in the period that were carried over from an earlier list",
            notes: "By the day of being made public. They stay in the denominator of the old list and are open on the new one.",
        },
    ),
    rate(
        "items.claim_rate",
        (Step::Claimed, Step::Published),
        Text {
            name: "认领率",
            formula: "已认领的事项 ÷ 统计期内公布的事项",
            notes: "按公布日归期。撤回的留在分母里，不算认领。",
        },
        Text {
            name: "Claim rate",
            formula: "items claimed ÷ items made public in the period",
            notes: "By the day of being made public. Withdrawn ones stay below and do not count as claimed.",
        },
    ),
    rate(
        "items.completion_rate",
        (Step::Done, Step::Published),
        Text {
            name: "清单完成率",
            formula: "已完成的事项 ÷ 统计期内公布的事项",
            notes: "按公布日归期。分母是全部公布的，不只是有人认领的。微心愿完成率就是本指标的 {list=wish}。",
        },
        Text {
            name: "Completion rate of lists",
            formula: "items done ÷ items made public in the period",
            notes: "By the day of being made public. Below stands all that was published, not only what somebody claimed. The fulfilment of wishes is this figure with {list=wish}.",
        },
    ),
    rate(
        "items.completion_of_claimed_rate",
        (Step::Done, Step::Claimed),
        Text {
            name: "认领后完成率",
            formula: "已完成的事项 ÷ 统计期内公布的事项中已认领的",
            notes: "按公布日归期。与清单完成率并列：没有人认领的不在本指标内。",
        },
        Text {
            name: "Completion rate of claimed items",
            formula: "items done ÷ items made public in the period that were claimed",
            notes: "By the day of being made public. To be read beside the completion rate of lists: what nobody claimed is not in it.",
        },
    ),
    rate(
        "items.clearing_rate",
        (Step::Cleared, Step::Standing),
        Text {
            name: "销号率",
            formula: "已销号的事项 ÷（统计期内公布的事项 − 说明原因撤回的）",
            notes: "按公布日归期。销号要有日期和佐证；结转到以后清单的仍留在原清单的分母里。",
        },
        Text {
            name: "Clearing rate",
            formula: "items cleared ÷ (items made public in the period − withdrawn with a reason)",
            notes: "By the day of being made public. Clearing needs a day and evidence; what was carried over to a later list stays below in the old one.",
        },
    ),
];

const fn count(id: &'static str, step: Step, zh: Text, en: Text) -> Metric {
    Metric { id, history: FIRST, unit: Unit::Items, better: Better::Neither, how: How::Items(step), zh, en }
}

const fn rate(id: &'static str, (part, whole): (Step, Step), zh: Text, en: Text) -> Metric {
    let how = How::ItemRate { part, whole };
    Metric { id, history: FIRST, unit: Unit::Share, better: Better::Higher, how, zh, en }
}
