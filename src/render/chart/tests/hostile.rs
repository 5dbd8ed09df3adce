//! Charts of anything at all: drawn or refused, with no text over another and none beyond the canvas.

use proptest::prelude::*;

use super::*;
use crate::view::heat_map::{Block, HeatMap, MonthOf};
use crate::view::multiples::{Panel, Panels};
use crate::view::timeline::{Row, Timeline};

fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        4 => (0.0..500.0).prop_map(Some),
        1 => Just(None),
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(-5.0), Just(1e300), Just(5e-324), Just(0.0)].prop_map(Some),
    ]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[一-龥]{0,16}", "\\PC{0,20}", Just(String::new()), Just("\u{1}\n\"<&>'".to_owned())]
}

fn words(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), 0..most)
}

fn interval() -> impl Strategy<Value = Option<(f64, f64)>> {
    prop_oneof![Just(None), (0.0..100.0, 0.0..100.0).prop_map(Some), Just(Some((f64::NAN, 1.0)))]
}

prop_compose! {
    fn any_series()(
        name in word(),
        values in prop::collection::vec(value(), 0..30),
        texts in words(40),
        notes in prop_oneof![Just(Vec::new()), words(30)],
        intervals in prop_oneof![Just(Vec::new()), prop::collection::vec(interval(), 0..20)],
    ) -> Series {
        Series { name, values, texts, intervals, notes }
    }
}

prop_compose! {
    fn any_plot()(
        form in prop::sample::select(FORMS.to_vec()),
        max in prop_oneof![Just(f64::NAN), Just(0.0), Just(-1.0), 0.0..1e6, Just(f64::INFINITY)],
        steps in 0_usize..20,
        percent: bool,
        labels in words(30),
        groups in prop::collection::vec((0_usize..30, word()), 0..4),
        flags in prop::collection::vec((0_usize..30, word()), 0..3),
        provisional in prop::collection::vec(any::<bool>(), 0..30),
        breaks in prop::collection::vec(0_usize..30, 0..3),
        series in prop::collection::vec(any_series(), 0..6),
    ) -> Drawing {
        Drawing::Plot(Plot { form, scale: Scale { max, steps, percent }, labels, groups, flags, provisional, breaks, series, gathered: false })
    }
}

prop_compose! {
    fn any_block()(
        ends in [(0_usize..30, 0_usize..9), (0_usize..30, 0_usize..9)],
        days in prop::collection::vec((0_usize..40, 0_usize..9, 0_u32..9), 0..200),
        months in prop::collection::vec((0_usize..40, 0_usize..9, word(), word()), 0..8),
    ) -> Block {
        let months = months.into_iter().map(|(week, day, name, number)| MonthOf { first: (week, day), name, number });
        Block { ends, days, months: months.collect() }
    }
}

fn any_span() -> impl Strategy<Value = Option<(i32, i32)>> {
    prop::option::of((-10..900_i32, -10..900_i32))
}

prop_compose! {
    fn any_row()(
        name in word(),
        note in word(),
        planned in any_span(),
        actual in any_span(),
        expected in prop::option::of(-10..900_i32),
        is_step: bool,
    ) -> Row {
        Row { name, note, planned, actual, expected, is_step }
    }
}

prop_compose! {
    fn any_panel()(name in word(), values in prop::collection::vec(value(), 0..20), last in word()) -> Panel {
        Panel { name, values, last }
    }
}

fn any_drawing() -> impl Strategy<Value = Drawing> {
    let heat = (prop::collection::vec(any_block(), 0..3), words(9), words(5))
        .prop_map(|(blocks, weekdays, levels)| Drawing::HeatMap(HeatMap { blocks, weekdays, levels }));
    let ticks = prop::collection::vec((-10..900_i32, word()), 0..8);
    let time =
        (0..900_i32, ticks, (-10..900_i32, word()), prop::collection::vec(any_row(), 0..9), any::<(bool, bool)>())
            .prop_map(|(span, ticks, today, rows, kinds)| {
                Drawing::Timeline(Timeline { span, ticks, today, rows, kinds })
            });
    let panels = (prop::collection::vec(any_panel(), 0..25), any_panel(), 0_usize..3, [word(), word()])
        .prop_map(|(rows, whole, provisional, ends)| Drawing::Panels(Panels { rows, whole, provisional, ends }));
    prop_oneof![4 => any_plot(), 1 => heat, 1 => time, 1 => panels]
}

proptest! {
    #[test]
    fn any_chart_is_drawn_or_refused(drawing in any_drawing(), title in word(), prefix in word()) {
        if let Ok(svg) = svg(&Chart { title, ..of(drawing) }, Lang::En, &prefix) {
            prop_assert!(svg.ends_with("</svg>") && !svg.contains("NaN") && !svg.contains("inf"));
            prop_assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
            for path in svg.split(" d=\"").skip(1) {
                let path = path.split_once('"').unwrap().0;
                prop_assert!(path.chars().all(|c| c.is_ascii_digit() || "Mmlhvz .-".contains(c)), "{}", path);
                prop_assert!(!path.contains("--"), "a negative length: {}", path);
            }
        }
    }

    #[test]
    fn no_two_texts_touch_and_none_leaves_the_canvas(drawing in any_drawing(), english: bool) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let Ok((_, picture)) = picture(&of(drawing), lang) else { return Ok(()) };
        for (i, word) in picture.words.iter().enumerate() {
            let ((left, right), (top, bottom)) = (word.ends(), word.height());
            prop_assert!(left >= -0.1 && right <= WIDTH + 0.1, "{:?} {} {}", word, left, right);
            prop_assert!(top >= -0.1 && bottom <= picture.height + 0.1, "{:?} of {}", word, picture.height);
            for other in picture.words.iter().skip(i + 1) {
                prop_assert!(!word.overlaps(other), "{:?} and {:?}", word, other);
            }
        }
    }

    #[test]
    fn names_of_thirteen_characters_and_full_values_fit(
        form in prop::sample::select(FORMS.to_vec()),
        rows in 1_usize..5,
        count in 1_usize..14,
        percent: bool,
        shares in prop::collection::vec(0_u32..=100, 70),
    ) {
        let labels = vec!["违章搭建与占道经营管理问题".to_owned(); count];
        let series = (0..rows).map(|n| {
            let values: Vec<f64> = (0..count).map(|i| f64::from(shares[n * count + i]) * if percent { 1.0 } else { 9_999.0 }).collect();
            Series {
                name: "办理结果满意率满意率率率率".into(),
                texts: values.iter().map(|value| if percent { "100%".into() } else { format!("{value:.0}") }).collect(),
                notes: vec!["100%".into(); count],
                values: values.into_iter().map(Some).collect(),
                ..Series::default()
            }
        });
        let scale = if percent { Scale::PERCENT } else { Scale::counts(999_900.0) };
        let plot = Plot { form, scale, series: series.collect(), labels, ..Plot::default() };
        let (_, picture) = picture(&of(Drawing::Plot(plot)), Lang::Zh).unwrap();
        for (i, word) in picture.words.iter().enumerate() {
            let (left, right) = word.ends();
            prop_assert!(left >= -0.1 && right <= WIDTH + 0.1, "{:?}", word);
            for other in picture.words.iter().skip(i + 1) {
                prop_assert!(!word.overlaps(other), "{:?} and {:?}", word, other);
            }
        }
    }

    #[test]
    fn labels_of_the_axis_never_touch(labels in prop::collection::vec("[0-9a-z月年]{1,9}", 1..60)) {
        let names: Vec<&str> = labels.iter().map(String::as_str).collect();
        let values = vec![Some(1.0); names.len()];
        let svg = drawn(&chart(Form::Columns, Scale::counts(3.0), &names, &[("a", &values), ("b", &values)]));
        let lowest = texts(&svg).into_iter().map(|(_, y, _)| y).fold(0.0, f64::max);
        let mut end = f64::NEG_INFINITY;
        let mut row: Vec<_> = texts(&svg).into_iter().filter(|(_, y, _)| (y - lowest).abs() < 0.1).collect();
        row.sort_by(|a, b| a.0.total_cmp(&b.0));
        prop_assert!(!row.is_empty());
        for (x, _, text) in row {
            let half = engine::text_width(&text) / 2.0;
            prop_assert!(x - half >= end && x + half <= WIDTH + 0.1);
            end = x + half;
        }
    }
}
