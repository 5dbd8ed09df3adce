use super::*;
use crate::view::social::CardFact;

fn card() -> SocialCard {
    SocialCard {
        address: "cards/site.png".to_owned(),
        site: "a".to_owned(),
        title: "b".to_owned(),
        period: "c".to_owned(),
        facts: vec![CardFact { name: "d".to_owned(), value: "1".to_owned(), unit: String::new() }],
        bars_name: "e".to_owned(),
        bars: vec![0, 5, 10],
        foot: String::new(),
    }
}

#[test]
fn a_colour_is_taken_apart() {
    assert_eq!(rgb("#0b6e4f"), [0x0b, 0x6e, 0x4f]);
}

#[test]
fn without_a_font_the_picture_is_bars_and_colour() {
    let cards = Cards { accent: [0, 0, 255], font: None, path: String::new(), missing: Mutex::default() };
    let file = cards.draw(&card());
    assert!(file.bytes.starts_with(b"\x89PNG"));
    assert!(file.bytes.len() < 5_000, "{} bytes", file.bytes.len());
    assert_eq!(file.bytes, cards.draw(&card()).bytes);
}

#[test]
fn bars_are_as_high_as_their_counts() {
    let mut canvas = Canvas::new(300, 100);
    bars(&mut canvas, &[0, 5, 10], (0.0, 0.0), (300.0, 90.0));
    let column = |x: usize| (0..90).filter(|y| canvas.pixels()[y * 300 + x] != 0).count();
    assert_eq!([column(10), column(110), column(210)], [0, 45, 90]);
}

#[test]
fn letters_cover_what_their_outline_encloses() {
    // In the font that measures charts every Chinese character is a box of one em with a margin.
    let font: &[u8] = include_bytes!("../chart/metrics.ttf");
    let letters = Letters::of(font).unwrap();
    let mut canvas = Canvas::new(200, 200);
    let end = letters.draw(&mut canvas, "中", (10.0, 150.0), 100.0, INK);
    assert!((end - 110.0).abs() < 0.01, "{end}");
    let inked: usize = canvas.pixels().iter().map(|&pixel| usize::from(pixel == 15)).sum();
    // 94 pixels wide and 100 high, but for a row or column that is cut.
    assert!((92 * 98..=95 * 101).contains(&inked), "{inked}");
    assert_eq!(canvas.pixels()[100 * 200 + 60], 15);
    assert_eq!(canvas.pixels()[100 * 200 + 150], 0);
}

#[test]
fn letters_that_the_font_lacks_are_told_once_for_all_pictures() {
    let font: &[u8] = include_bytes!("../chart/metrics.ttf");
    let cards = Cards {
        accent: [0, 0, 255],
        font: Some(font.into()),
        path: "fonts/a.ttf".to_owned(),
        missing: Mutex::default(),
    };
    let _ = cards.draw(&card());
    assert!(cards.missing().is_none());
    for title in ["\u{10ffff} b", "\u{10ffff}\u{10fffe}"] {
        let _ = cards.draw(&SocialCard { title: title.to_owned(), ..card() });
    }
    let told = cards.missing().unwrap();
    assert!(told.values.iter().any(|(name, value)| *name == "count" && value == "2"), "{:?}", told.values);
}
