use super::super::paper::{DOORS, WISHES};
use super::super::poster::tests::{links, shell};
use super::*;

fn slip(title: &str) -> Slip {
    Slip {
        kicker: "微心愿 W-1".into(),
        title: vec![title.into()],
        title_size: 0,
        text: String::new(),
        phone: String::new(),
        stub: "认领回条 W-1".into(),
        blanks: vec!["认领人"],
        call: String::new(),
        qr: None,
    }
}

fn fitted(face: SlipFace, titles: &[&str], taken: usize) -> (Slips, usize) {
    let row = |at: usize| PosterRow { text: format!("W-{at}"), state: "已实现".into(), late: false };
    let content = SlipContent {
        face,
        publisher: "南关街道".into(),
        title: "南关社区微心愿".into(),
        lead: String::new(),
        qr: None,
        cards: titles.iter().map(|title| (Position::file("data/items.csv"), slip(title))).collect(),
        rest: Some(("已实现".into(), (0..taken).map(row).collect())),
        notice: String::new(),
        foot: "数据截至".into(),
    };
    let (slips, problems) = content.fit(Lang::Zh, shell(), links());
    (slips, problems.len())
}

/// Cards and rows of each page.
fn shape(slips: &Slips) -> Vec<(usize, usize)> {
    let rows = |page: &SlipPage| page.rest.as_ref().map_or(0, |rest| rest.rows.len());
    slips.pages.iter().map(|page| (page.cards.len(), rows(page))).collect()
}

#[test]
fn what_was_claimed_stands_below_the_last_cards_or_on_a_page_of_its_own() {
    let shapes = |cards: usize, taken: usize| shape(&fitted(WISHES, &vec!["书包"; cards], taken).0);
    assert_eq!(shapes(4, 5), [(4, 5)]);
    assert_eq!(shapes(6, 5), [(6, 0), (0, 5)]);
    assert_eq!(shapes(7, 20), [(6, 0), (1, 20)]);
    assert_eq!(shapes(0, 3), [(0, 3)]);
    assert_eq!(shapes(5, 0), [(5, 0)]);
    assert_eq!(shape(&fitted(DOORS, &["机修楼院"; 9], 0).0), [(8, 0), (1, 0)]);
}

#[test]
fn of_many_that_were_claimed_one_page_is_listed() {
    let (slips, _) = fitted(WISHES, &["书包"], 500);
    assert_eq!(shape(&slips), [(1, 0), (0, 33)]);
    assert_eq!(slips.pages[1].rest.as_ref().unwrap().more, "另有 467 项，扫码或上网页看");
}

#[test]
fn a_title_takes_two_lines_and_a_longer_one_is_told() {
    let card = |title: &str| {
        let (slips, problems) = fitted(WISHES, &[title], 0);
        let card = slips.pages[0].cards[0].clone();
        (card.title, card.title_size, problems)
    };
    assert_eq!(card("一副老花镜"), (vec!["一副老花镜".to_owned()], 26, 0));
    let (lines, size, problems) = card("请人帮忙把楼道里的旧家具搬到楼下");
    assert_eq!((lines.concat().chars().count(), lines.len(), size, problems), (16, 2, 26, 0));
    assert_eq!(card(&"修一修旧自行车".repeat(5)).2, 1);
}
