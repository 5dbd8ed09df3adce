//! Public notices.

use super::FIRST;
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[Metric {
    id: "notices.compliance_rate",
    history: FIRST,
    unit: Unit::Share,
    better: Better::Higher,
    how: How::Notices,
    zh: Text {
        name: "公示合规率",
        formula: "写明依据和意见反馈方式、公示到期满之日的公示 ÷ 统计期内期满的公示",
        notes: "按期满之日归期。期限和单位（自然日、工作日）由每则公示按其依据写明，次日为第一天；期满当日撤下算到期满。没有写地点的公示只计入全站。",
    },
    en: Text {
        name: "Compliance of public notices",
        formula: "public notices that say by which rule and where to object and were up until their last day ÷ those whose term ended in the period",
        notes: "By the last day of the term. Each notice states the term and its unit as its basis asks; the next day is the first; taken down on the last day, it was up until then. Notices that name no place count for the site only.",
    },
}];
