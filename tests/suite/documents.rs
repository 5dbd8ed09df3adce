//! Documents keep within their pages whatever the data holds.

use std::fmt::Write as _;

use crate::publishing::sample_pages;
use crate::site::Site;

const PAGE: &str = "<article class=\"page\"";

/// A site with so many communities, all of whose issues are overdue.
fn overdue(communities: usize, issues: usize) -> Site {
    let mut places = "id,name,level,parent\nstreet,南关街道,subdistrict,\n".to_owned();
    for at in 0..communities {
        // Names of thirteen characters.
        writeln!(places, "c{at},东城门外老砖窑巷第{at:03}社区,community,street").unwrap();
    }
    let mut table = "工单编号,社区,受理时间,应办结时间,问题分类,公开摘要\n".to_owned();
    for at in 0..issues {
        let summary = "楼道照明长期不亮，多次反映后仍未更换灯具。".repeat(at % 9);
        writeln!(
            table,
            "A-{at},c{},2024-03-{:02} 9:00,2024-04-01 9:00,公共设施维护,{summary}",
            at % communities,
            at % 28 + 1
        )
        .unwrap();
    }
    let source = "[[source]]\ntable = \"issues\"\nfiles = [\"data/issues.csv\"]\npublic = [\"summary\"]\n";
    Site::new()
        .file("site.toml", format!("[site]\ntitle = \"南关公示\"\nas_of = 2024-04-30\n\n{source}"))
        .file("data/places.csv", places)
        .file("data/issues.csv", table)
}

#[test]
fn four_hundred_overdue_issues_keep_within_six_pages() {
    let site = overdue(1, 400);
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let report = site.page("print/communities/c0-report.html");
    assert!(report.contains("超期事项（400）") && report.contains("另有"), "{report}");
    assert!(report.matches(PAGE).count() <= 6, "{}", report.matches(PAGE).count());
}

#[test]
fn many_communities_keep_within_six_pages_and_make_a_booklet_in_fours() {
    let site = overdue(60, 400);
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let report = site.page("print/places/street-report.html");
    assert!(report.contains("各社区（60）"), "{report}");
    assert!(report.matches(PAGE).count() <= 6, "{}", report.matches(PAGE).count());
    let booklet = site.page("print/booklet.html");
    let pages = booklet.matches(PAGE).count();
    assert!(pages.is_multiple_of(4) && pages > 64, "{pages}");
    // What the contents say is where it stands: the last community begins on the page that they name.
    let (_, contents) = booklet.split_once("东城门外老砖窑巷第059社区</th><td class=\"number\">").unwrap();
    let told: usize = contents.split('<').next().unwrap().parse().unwrap();
    let stands = booklet.split(PAGE).position(|page| page.contains("<h2>东城门外老砖窑巷第059社区</h2>")).unwrap();
    assert_eq!(told, stands);
}

#[test]
fn every_report_of_the_sample_has_two_to_six_pages() {
    let reports = sample_pages().into_iter().filter(|(address, _)| address.ends_with("-report.html"));
    let pages: Vec<(String, usize)> = reports.map(|(address, html)| (address, html.matches(PAGE).count())).collect();
    assert!(pages.len() >= 20, "{pages:?}");
    assert!(pages.iter().all(|(_, pages)| (2..=6).contains(pages)), "{pages:?}");
}
