use proptest::prelude::*;

use super::*;
use crate::view::shell::Link;

pub fn shell() -> Shell {
    Shell {
        address: "print/a-a4.html".into(),
        file: "print/a-a4.html".into(),
        root: "../".into(),
        up: String::new(),
        editions: Vec::new(),
        title: "甲".into(),
        description: String::new(),
        canonical: None,
        unlisted: true,
        picture: None,
        kind: "website",
        feeds: Vec::new(),
        crumbs: Vec::new(),
        section: "",
    }
}

pub fn links() -> SheetLinks {
    SheetLinks { page: Link::new("甲", "a.html"), paper: "A4", others: Vec::new(), pdf: None }
}

fn fitted(content: Content, paper: Paper) -> (Poster, Vec<&'static str>) {
    let (poster, problems) = content.fit(paper, Lang::Zh, shell(), links());
    (poster, problems.into_iter().map(|problem| problem.rule.name).collect())
}

/// The height of everything that stands on a poster, counted as the style sheet sets it.
fn height(poster: &Poster) -> u32 {
    let face = &poster.face;
    let many = |count: usize| u32::try_from(count).unwrap();
    let mut blocks = vec![face.head.line + face.title_line * many(poster.title.len())];
    if !poster.numbers.is_empty() {
        blocks.push(face.label.line + face.number_line + face.small.line);
    }
    if poster.term.is_some() || poster.qr.is_some() || poster.chart.is_some() {
        blocks.push(face.small.line + face.chart_height);
    }
    blocks.extend(poster.lists.iter().map(|list| face.heading.line + face.row.line * many(list.rows.len())));
    let notice = Some(&poster.notice).filter(|notice| !notice.is_empty());
    let notice = notice.map_or(0, |notice| fit::lines(notice, face.foot.size, face.width()));
    blocks.extend([face.row.line * many(poster.calls.len()), face.foot.line * (many(poster.foot.len()) + notice)]);
    blocks.retain(|&height| height > 0);
    blocks.iter().sum::<u32>() + face.gap * (many(blocks.len()) - 1)
}

fn row(text: &str, state: &str) -> PosterRow {
    PosterRow { text: text.into(), state: state.into(), late: false }
}

#[test]
fn four_hundred_rows_take_what_is_left_and_say_how_many_there_are() {
    let rows = (0..400).map(|_| row("云汐府一期 占道停车", "超期 12 天")).collect();
    let list = Listed { title: "在办 400 件，其中超期 400 件".into(), rows, least: 0 };
    let content = Content { title: vec!["云汐社区".into()], lists: vec![list], ..Content::default() };
    let (poster, problems) = fitted(content, Paper::A4);
    let shown = poster.lists[0].rows.len();
    assert_eq!(poster.lists[0].more, format!("另有 {} 项，扫码或上网页看", 400 - shown));
    assert!(shown > 20 && problems.is_empty());
}

#[test]
fn a_long_name_takes_two_lines_and_a_longer_one_is_told() {
    let title = |name: &str| {
        let content = Content { title: vec![name.to_owned()], ..Content::default() };
        let (poster, problems) = fitted(content, Paper::A4);
        (poster.title, problems)
    };
    assert_eq!(title("墨禾苑监控与门禁补点改造"), (vec!["墨禾苑监控与门禁补点改造".to_owned()], vec![]));
    let name = "星槎家园三期地下车库防水与照明改造工程";
    let (lines, problems) = title(name);
    assert_eq!((lines.concat(), lines.len(), problems), (name.to_owned(), 2, vec![]));
    assert_eq!(title(&name.repeat(3)).1, ["sheet-title-cut"]);
}

#[test]
fn a_number_too_wide_for_its_row_stands_on_its_own() {
    let phones = "0000-5550110、0000-5550111、0000-5550112";
    let calls = vec![row("社区服务大厅 周一至周日 8:30–17:30", phones), row("网格值班", "0000-5550113")];
    let (poster, problems) = fitted(Content { calls, ..Content::default() }, Paper::A4);
    let texts: Vec<(&str, &str)> = poster.calls.iter().map(|row| (row.text.as_str(), row.state.as_str())).collect();
    let expected = [("社区服务大厅 周一至周日 8:30–17:30", ""), ("", phones), ("网格值班", "0000-5550113")];
    assert_eq!((texts.as_slice(), problems.len()), (expected.as_slice(), 0));
}

#[test]
fn the_term_is_printed_in_full_and_the_name_of_the_notice_where_there_is_room() {
    let days = "2026年10月16日（次日起算）至10月26日，共 7 个工作日";
    let content = |days: &str| Content {
        term: Some(["公示期已满".into(), days.into(), "错时共享停车协议公示".into()]),
        ..Content::default()
    };
    let term = |days: &str| fitted(content(days), Paper::A4).0.term.unwrap();
    assert_eq!(term(days).lines, ["错时共享停车协议公示", "2026年10月16日（次日起算）至", "10月26日，共 7 个工作日"]);
    let long = days.repeat(2);
    assert_eq!((term(&long).lines.concat().replace(' ', ""), term(&long).lines.len()), (long.replace(' ', ""), 4));
}

prop_compose! {
    fn any_row()(text in "[一-龥a-z0-9 ]{0,60}", state in "[0-9月日超期天]{1,12}", late: bool) -> PosterRow {
        PosterRow { text, state, late }
    }
}

prop_compose! {
    fn any_call()(text in "[一-龥a-z ]{0,30}", state in "[0-9-]{0,45}") -> PosterRow {
        row(&text, &state)
    }
}

prop_compose! {
    fn any_list()(title in "[一-龥]{0,30}", rows in prop::collection::vec(any_row(), 0..60), least in 0_usize..5) -> Listed {
        Listed { title, rows, least }
    }
}

prop_compose! {
    fn any_number()(name in "[一-龥]{1,8}", value in "[0-9.]{1,12}", unit in "[一-龥%]{0,3}", parts in "[0-9/ 件]{0,20}") -> BigNumber {
        BigNumber { name, value, unit, parts }
    }
}

prop_compose! {
    fn any_content()(
        title in prop::collection::vec("[一-龥a-z ]{1,60}", 1..3),
        numbers in prop::collection::vec(any_number(), 0..5),
        term in prop::option::of("[一-龥0-9 ]{1,60}"),
        has_code: bool,
        lists in prop::collection::vec(any_list(), 0..4),
        calls in prop::collection::vec(any_call(), 0..4),
        notice in "[一-龥]{0,200}",
        foot in prop::collection::vec("[一-龥a-z0-9 ]{1,120}", 0..4),
    ) -> Content {
        Content {
            title,
            numbers,
            term: term.map(|days| ["公示中".to_owned(), days, "公示".to_owned()]),
            qr: has_code.then(|| Qr::new("qr", "https://a.example/communities/a.html".into())),
            lists,
            calls,
            notice,
            foot,
            ..Content::default()
        }
    }
}

proptest! {
    #[test]
    fn nothing_is_more_than_the_paper_and_no_state_or_number_is_cut(content in any_content(), is_large: bool) {
        let paper = if is_large { Paper::A3 } else { Paper::A4 };
        let states: Vec<String> =
            content.lists.iter().flat_map(|list| &list.rows).map(|row| row.state.clone()).collect();
        let phones: String = content.calls.iter().map(|call| call.state.as_str()).collect();
        let (poster, _) = fitted(content, paper);
        let face = &poster.face;
        prop_assert!(height(&poster) <= face.height(), "{} of {}", height(&poster), face.height());
        let printed: String = poster.calls.iter().map(|call| call.state.as_str()).collect();
        prop_assert_eq!(printed, phones);
        for row in poster.lists.iter().flat_map(|list| &list.rows) {
            prop_assert!(states.contains(&row.state));
        }
        for row in poster.lists.iter().flat_map(|list| &list.rows).chain(&poster.calls) {
            let late = if row.late { "▲ " } else { "" };
            let line = format!("{late}{}{}", row.text, row.state);
            prop_assert!(fit::fits(&line, face.row.size, face.width()), "{}", line);
        }
        for line in &poster.title {
            prop_assert!(fit::fits(line, poster.title_size, face.width()));
        }
        for line in &poster.foot {
            prop_assert!(fit::fits(line, face.foot.size, face.width()));
        }
    }
}
