use proptest::prelude::*;

use super::super::paper::{BOARD, DESK};
use super::*;

const ROOM: u32 = 700;

fn text(of: usize) -> String {
    "诉求办理 ".repeat(of).trim_end().to_owned()
}

fn table(rows: usize, cell: usize) -> PaperTable {
    let mut table = PaperTable::new("清单", &[("编号", 6), ("事项", 18)]);
    table.rows = (0..rows).map(|row| vec![format!("r{row}"), text(cell)]).collect();
    table
}

/// What can stand in a document, never more than two headings in a row; nothing so long that it is cut.
fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let head = prop_oneof![
        (1_u32..3, 1_usize..8).prop_map(|(level, of)| Piece::Title(level, text(of), vec![text(of)])),
        (1_usize..12).prop_map(|of| Piece::Heading(2, text(of))),
    ];
    let body = prop_oneof![
        (1_usize..400).prop_map(|of| Piece::Text(text(of))),
        (1_usize..40).prop_map(|of| Piece::Note(text(of))),
        (1_usize..60, 1_usize..18).prop_map(|(rows, cell)| Piece::Table(table(rows, cell))),
        (1_usize..4).prop_map(|of| Piece::Signs(vec![text(1); of])),
        Just(Piece::Rules),
    ];
    let section = (prop::collection::vec(head, 0..3), body);
    prop::collection::vec(section, 1..16)
        .prop_map(|sections| sections.into_iter().flat_map(|(heads, body)| heads.into_iter().chain([body])).collect())
}

/// What is said, in order, without blanks.
fn said(pages: &[Vec<Block>]) -> String {
    let mut said = String::new();
    for block in pages.iter().flatten() {
        said += &block.text;
        said.extend(block.lines.iter().map(String::as_str));
        for row in block.table.iter().flat_map(|table| &table.rows) {
            said.extend(row.iter().map(String::as_str));
        }
    }
    said.replace(' ', "")
}

fn told(pieces: &[Piece]) -> String {
    let mut told = String::new();
    for piece in pieces {
        match piece {
            Piece::Title(_, text, lines) | Piece::Cover(text, lines) => {
                told += text;
                told += &lines.concat();
            }
            Piece::Heading(_, text) | Piece::Text(text) | Piece::Note(text) => told += text,
            Piece::Signs(lines) => told += &lines.concat(),
            Piece::Table(table) => told += &table.rows.concat().concat(),
            _ => {}
        }
    }
    told.replace(' ', "")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn pages_hold_what_is_told_and_no_more_than_they_can(pieces in pieces(), board in any::<bool>()) {
        let face = if board { BOARD } else { DESK };
        let mut flow = Flow::new(&face, ROOM, Lang::Zh);
        flow.set_all(pieces.clone(), (32, 32));
        prop_assert!(flow.highest <= ROOM, "{} of {ROOM}", flow.highest);
        for page in &flow.pages {
            prop_assert!(!page.is_empty());
            let last = page.last().unwrap().kind;
            prop_assert!(last != "heading" && last != "title", "{last} is the last of a page");
        }
        prop_assert_eq!(said(&flow.pages), told(&pieces));
    }
}

#[test]
fn a_table_goes_on_with_its_head_on_the_next_page() {
    let pages = packed(vec![Piece::Table(table(60, 1))], &DESK, ROOM, Lang::Zh);
    let tables: Vec<_> = pages.iter().flatten().filter_map(|block| block.table.as_ref()).collect();
    let told: Vec<_> = tables.iter().map(|table| (table.caption.as_str(), table.continued)).collect();
    assert_eq!(told, [("清单", false), ("清单（续）", true)]);
    assert_eq!(tables.iter().map(|table| table.rows.len()).sum::<usize>(), 60);
    assert!(tables.iter().all(|table| table.columns.len() == 2));
}

#[test]
fn a_heading_goes_on_with_its_table() {
    // The first page has room for the heading and not for the table below it.
    let full = Piece::Table(table(32, 1));
    let pages = packed(vec![full, Piece::Heading(2, "其次".into()), Piece::Table(table(3, 9))], &DESK, ROOM, Lang::Zh);
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn lists_give_way_and_say_so() {
    let list = |rows| Piece::List(List { table: table(rows, 30), all: 400, weight: 4, rest: "网页".into() });
    let pages = packed_within(1, &[list(32), list(32)], &DESK, ROOM, Lang::Zh);
    assert_eq!(pages.len(), 1);
    let notes: Vec<_> = pages.iter().flatten().filter(|block| block.kind == "note").collect();
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].text, "另有 396 项，见网页。");
    // What is no more than it may be is told whole.
    let few = Piece::List(List { table: table(3, 1), all: 3, weight: 4, rest: "网页".into() });
    assert!(packed(vec![few], &DESK, ROOM, Lang::Zh).iter().flatten().all(|block| block.kind == "table"));
}

#[test]
fn large_figures_take_the_largest_type_in_which_all_fit() {
    let number =
        |value: &str| BigNumber {
            name: "受理量".into(), value: value.into(), unit: "件".into(), parts: String::new()
        };
    let rows = |values: &[&str]| {
        let pieces = vec![Piece::Numbers(values.iter().map(|value| number(value)).collect())];
        let blocks = packed(pieces, &DESK, ROOM, Lang::Zh).into_iter().flatten();
        blocks.map(|block| (block.numbers.len(), block.number_size)).collect::<Vec<_>>()
    };
    assert_eq!(rows(&["29", "93.7%"]), [(2, 30)]);
    let [(4, size)] = rows(&["1,234,567", "93.7%", "1", "2"])[..] else { panic!("one row") };
    assert!(size < 30);
    // What never fits in one row takes two.
    assert_eq!(rows(&["1,234,567,890"; 4]).iter().map(|row| row.0).collect::<Vec<_>>(), [2, 2]);
}
