//! No input makes it panic, and a site that is built holds what its input holds: random tables of nasty cells through the
//! whole path.

use std::time::Duration;

use gongshi::pipeline::{self, Order};
use proptest::prelude::*;

use crate::site::Site;

/// Cells as hands, machines and enemies make them.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(vec![
            "", " ", "\u{3000}", "—", "无", "南关", "北关", "南关社区", "2024-03-05", "2024/3/5 9:05", "2024年3月5日", "45356.6",
            "99999999999999999999", "-1", "1.5万", "是", "否", "满意", "非常不满意", "已办结", "重复件", "1e309", "NaN", "=1+1",
            "{{ issues.received }}", "{% raw %}", "<script>alert(1)</script>", "../../etc/passwd", "CON", "\u{202e}", "a\u{1}b",
            "2024-02-30", "24:00:00", "0000-00-00", "2100-12-31 23:59:59", "1990-01-01", "周一至周五", "8:30-17:30", "17:30-次日8:30", "\"", "a\nb", "😀",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => any::<String>().prop_map(|text| text.chars().take(20).collect()),
    ]
}

fn table(header: &'static str) -> impl Strategy<Value = String> {
    let columns = header.split(',').count();
    proptest::collection::vec(proptest::collection::vec(cell(), columns), 0..12).prop_map(move |rows| {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let rows = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(","));
        std::iter::once(header.to_owned()).chain(rows).collect::<Vec<_>>().join("\n")
    })
}

const SITE: &str = r#"[site]
title = "试"
[places]
from = "data"
not_given = "未填地点"
[teams]
from = "data"
not_given = "未填团队"
[rules]
L030 = "warning"
L031 = "warning"
L033 = "warning"
L034 = "warning"
L035 = "warning"
L038 = "warning"
L056 = "warning"
L057 = "warning"
L058 = "warning"
[[source]]
table = "service_points"
files = ["data/service_points.csv"]
[source.columns]
id = { row_number = "p-" }
"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tables_of_nasty_cells(
        issues in table("id,place,received_at,category,tier,due_at,handled_at,status,solved,process,result,topic,duplicate_of"),
        activities in table("id,date,team,place,kind,theme,volunteers,hours,served"),
        projects in table("id,place,name,status,start,due,done,budget,paid,progress,origin"),
        points in table("place,name,kind,address,hours,services,phone,since"),
        duty in table("place,role,weekday,date,hours,phone,point,note"),
        items in table("id,list,place,title,published_on,claimed_on,done_on,cleared_on,evidence"),
    ) {
        let site = Site::new()
            .file("site.toml", SITE)
            .file("data/issues.csv", issues)
            .file("data/activities.csv", activities)
            .file("data/projects.csv", projects)
            .file("data/service_points.csv", points)
            .file("data/duty.csv", duty)
            .file("data/items.csv", items);
        let clock = || Duration::ZERO;
        let order =
            Order { site: site.path().to_owned(), as_of: None, base_url: None, strict: false, lang: None, clock: &clock };
        let report = pipeline::check(&order);
        prop_assert!(!report.machine_failed);
        // What finished pages hold wrong is our fault, never the clerk's: nothing of it may come from data.
        let ours = report.problems.groups().flat_map(|group| &group.examples).filter(|problem| {
            problem.rule.code.starts_with('P') || problem.rule.code.starts_with('T')
        });
        prop_assert_eq!(ours.map(|problem| format!("{} {:?}", problem.rule.name, problem.values)).collect::<Vec<_>>(), Vec::<String>::new());
    }
}
