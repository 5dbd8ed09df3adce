//! Stars given by callers.

use super::FIRST;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[
    Metric {
        id: "issues.starred",
        history: FIRST,
        unit: Unit::Issues,
        better: Better::Neither,
        how: How::Issues(Bit::Starred, Cohort::Verified),
        zh: Text {
            name: "打星件数",
            formula: "诉求人打了星级的件",
            notes: "按回访时间归期；没有回访时间的按办结时间。另按星级分列：5 星到 1 星各有多少件。平均星级说明多少，要看它。",
        },
        en: Text {
            name: "Issues with stars",
            formula: "issues whose callers gave stars",
            notes: "By the day of the return call (else of finish). Also given for each number of stars. It says how much the mean can tell.",
        },
    },
    Metric {
        id: "issues.good_stars_rate",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::IssueRate { part: Bit::GoodStars, whole: Bit::Starred, cohort: Cohort::Verified },
        zh: Text {
            name: "好评率",
            formula: "打 4 星、5 星的件 ÷ 打了星级的件",
            notes: "按回访时间归期。数据下载里的区间下限（low 列）就是好评下界：件数少的，下界低。",
        },
        en: Text {
            name: "Share of good stars",
            formula: "issues with 4 or 5 stars ÷ issues with stars",
            notes: "By return call. The lower end of its interval (column low of the downloads) is low where there are few.",
        },
    },
    Metric {
        id: "issues.stars_shrunk",
        history: FIRST,
        unit: Unit::Stars,
        better: Better::Higher,
        how: How::ShrunkStars,
        zh: Text {
            name: "收缩平均星级",
            formula: "（10×全站同期平均星级 + 星级之和）÷（10 + 打星件数）",
            notes: "按回访时间归期。好比先给每个对象 10 件全站平均水平的评价，再加上它自己的：件数少的靠近全站平均，一两件的高低不至于说明太多。",
        },
        en: Text {
            name: "Mean stars, shrunk",
            formula: "(10 × mean stars of the whole site in the period + sum of stars) ÷ (10 + issues with stars)",
            notes: "By return call. As if each subject started with ten ratings of the site's mean: with few of its own it stays near that mean.",
        },
    },
];
