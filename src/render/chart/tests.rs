use proptest::prelude::*;

use super::*;
use crate::view::chart::{Scale, Series, Table};

fn chart(form: Form, scale: Scale, labels: &[&str], series: &[(&str, &[Option<f64>])]) -> Chart {
    Chart {
        id: "issues.received".into(),
        title: "受理量".into(),
        subtitle: "件，新华社区".into(),
        sentence: "最近一月 128 件。".into(),
        unit: "件".into(),
        form,
        scale,
        label_head: "月份".into(),
        labels: labels.iter().map(ToString::to_string).collect(),
        full_labels: Vec::new(),
        provisional: Vec::new(),
        series: series
            .iter()
            .map(|(name, values)| Series {
                name: (*name).into(),
                texts: values.iter().map(|value| value.map_or("—".into(), |value| value.to_string())).collect(),
                values: values.to_vec(),
            })
            .collect(),
        as_of: String::new(),
        definition: String::new(),
        data: String::new(),
        table: Table::default(),
    }
}

fn months(form: Form) -> Chart {
    let labels: Vec<String> = (1..=13).map(|month| format!("2026-{month:02}")).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let rows: Vec<Vec<Option<f64>>> =
        (0..3).map(|n| (0..13).map(|i| Some(f64::from(100 + i * 7 % 31 - n * 9))).collect()).collect();
    let mut chart =
        chart(form, Scale::counts(400.0), &labels, &[("受理", &rows[0]), ("应结", &rows[1]), ("办结", &rows[2])]);
    chart.provisional = (0..13).map(|i| i > 10).collect();
    chart
}

fn drawn(chart: &Chart) -> String {
    svg(chart, Lang::Zh, "p").unwrap()
}

/// The texts with their places, as `(x, y, text)`.
fn texts(svg: &str) -> Vec<(f64, f64, String)> {
    svg.split("<text x=\"")
        .skip(1)
        .map(|piece| {
            let (x, rest) = piece.split_once("\" y=\"").unwrap();
            let (y, rest) = rest.split_once("\">").unwrap();
            (x.parse().unwrap(), y.parse().unwrap(), rest.split_once('<').unwrap().0.to_owned())
        })
        .collect()
}

fn place(svg: &str, wanted: &str) -> (f64, f64) {
    texts(svg).into_iter().find(|(.., text)| text == wanted).map(|(x, y, _)| (x, y)).unwrap()
}

const FORMS: [Form; 3] = [Form::Columns, Form::Lines, Form::Bars];

#[test]
fn a_chart_has_a_name_and_a_description_and_asks_for_nothing() {
    for form in FORMS {
        let svg = drawn(&months(form));
        assert!(svg.starts_with("<svg class=\"chart "));
        assert!(svg.contains("role=\"img\" aria-labelledby=\"p-t p-d\""));
        assert!(
            svg.contains("<title id=\"p-t\">受理量，件，新华社区</title><desc id=\"p-d\">最近一月 128 件。</desc>")
        );
        for never in ["<style", "style=", "<script", "http", "url(", " width=", " height=", "data-", "#01"] {
            assert!(!svg.contains(never), "{never} in {svg}");
        }
    }
}

#[test]
fn thirteen_months_of_three_series_stay_small() {
    for form in FORMS {
        let svg = drawn(&months(form));
        assert!(svg.len() <= 6 * 1024, "{form:?}: {} bytes", svg.len());
    }
}

#[test]
fn values_are_printed_as_the_chart_words_them() {
    let rates = [Some(99.96), Some(100.0), None];
    for form in [Form::Columns, Form::Bars] {
        let svg = drawn(&chart(form, Scale::PERCENT, &["甲", "乙", "丙"], &[("率", &rates)]));
        let words: Vec<String> = texts(&svg).into_iter().map(|(.., text)| text).collect();
        assert!(words.iter().any(|word| word == "99.96") && words.iter().any(|word| word == "—"), "{words:?}");
        assert!(words.iter().any(|word| word == "100%") && !words.iter().any(|word| word == "120%"), "{words:?}");
    }
}

#[test]
fn the_first_bar_is_on_top_and_values_stand_at_their_ends() {
    let svg = drawn(&chart(Form::Bars, Scale::counts(10.0), &["甲", "乙"], &[("件数", &[Some(10.0), Some(2.0)])]));
    assert!(place(&svg, "甲").1 < place(&svg, "乙").1);
    assert!(place(&svg, "10").0 > place(&svg, "2").0);
    assert!((place(&svg, "甲").1 - place(&svg, "10").1).abs() < 0.5);
}

#[test]
fn a_gap_is_not_a_zero() {
    let labels = ["1月", "2月", "3月"];
    let paths = |values: &[Option<f64>]| {
        let svg = drawn(&chart(Form::Columns, Scale::counts(9.0), &labels, &[("受理", values)]));
        let (_, rest) = svg.split_once("class=\"c1\"").unwrap();
        rest.split_once("</g>").unwrap().0.matches('M').count()
    };
    assert_eq!(paths(&[Some(9.0), Some(0.0), Some(3.0)]), 3);
    assert_eq!(paths(&[Some(9.0), None, Some(3.0)]), 2);

    let line = drawn(&chart(Form::Lines, Scale::counts(9.0), &labels, &[("受理", &[Some(9.0), None, Some(3.0)])]));
    assert_eq!(line.matches("h0").count(), 2, "points between gaps are dots: {line}");
}

#[test]
fn columns_reach_their_value() {
    let svg = drawn(&chart(Form::Columns, Scale::counts(90.0), &["1月"], &[("受理", &[Some(50.0)])]));
    let (_, column) = svg.split_once("class=\"c1\"").unwrap();
    let height: f64 = column.split_once('v').unwrap().1.split_once('h').unwrap().0.parse().unwrap();
    let ends = (place(&svg, "0").1 - place(&svg, "100").1, place(&svg, "50").1);
    assert!((height / ends.0 - 0.5).abs() < 0.01, "{height} of {ends:?}");
}

#[test]
fn a_scale_that_does_not_hold_the_values_is_replaced() {
    let mut short =
        chart(Form::Bars, Scale { max: 4.0, steps: 4, percent: false }, &["甲"], &[("件数", &[Some(4321.0)])]);
    assert!(drawn(&short).contains(">5,000</text>") || drawn(&short).contains(">8,000</text>"));
    short.scale = Scale { max: f64::NAN, steps: 0, percent: false };
    assert!(!drawn(&short).contains("NaN"));
}

#[test]
fn figures_that_may_change_look_different_and_say_why() {
    let mut provisional = months(Form::Columns);
    assert!(drawn(&provisional).contains("class=\"c1 l1 p\"") && drawn(&provisional).contains("暂定"));
    provisional.provisional.clear();
    assert!(!drawn(&provisional).contains("暂定"));
}

#[test]
fn nothing_to_draw_is_said() {
    for form in FORMS {
        for labels in [&[] as &[&str], &["1月"]] {
            let empty = chart(form, Scale::counts(0.0), labels, &[("受理", &[None])]);
            assert!(drawn(&empty).contains("暂无数据"));
            assert!(svg(&empty, Lang::En, "p").unwrap().contains("No data"));
        }
    }
}

#[test]
fn too_much_is_refused_with_a_remedy() {
    let many = vec![Some(1.0); 10_000];
    let problem = svg(&chart(Form::Columns, Scale::counts(1.0), &[], &[("受理", &many)]), Lang::Zh, "p").unwrap_err();
    assert_eq!(problem.rule.code, "T030");
    assert!(problem.says(Lang::Zh).contains("10000"));
    let five = vec![("受理", &[Some(1.0)] as &[Option<f64>]); 5];
    assert_eq!(
        svg(&chart(Form::Lines, Scale::counts(1.0), &["1月"], &five), Lang::Zh, "p").unwrap_err().rule.code,
        "T031"
    );
}

#[test]
fn words_are_escaped_and_ids_stay_apart() {
    let hostile = "\"><script>alert(1)</script>&";
    let mut chart = chart(Form::Bars, Scale::counts(1.0), &[hostile], &[(hostile, &[Some(1.0)])]);
    chart.title = hostile.into();
    chart.sentence = hostile.into();
    let svg = svg(&chart, Lang::Zh, "a \"b").unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;"));
    assert_ne!(identifier("甲"), identifier("乙"));
    assert!(identifier("a \"b").chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)));
}

#[test]
fn names_of_thirteen_characters_fit_beside_their_bars() {
    let name = "违章搭建与占道经营管理问题";
    let svg = drawn(&chart(Form::Bars, Scale::counts(1.0), &[name, "其他"], &[("件数", &[Some(1.0), Some(1.0)])]));
    assert!(svg.contains(&format!(">{name}</text>")));
    let long = name.repeat(3);
    let svg = drawn(&chart(Form::Bars, Scale::counts(1.0), &[&long], &[("件数", &[Some(1.0)])]));
    assert!(svg.contains(">违章搭建与占道经营管理问…</text>"), "{svg}");
}

#[test]
fn letters_measure_as_in_the_font_they_stand_for() {
    assert!((engine::text_width("受理量") - engine::FONT_SIZE * 3.0).abs() < 1.0);
    assert!((engine::text_width("1,284") - 33.0).abs() < 2.0, "{}", engine::text_width("1,284"));
}

#[test]
fn same_chart_same_bytes_on_any_thread() {
    let expected = FORMS.map(|form| drawn(&months(form)));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(FORMS.map(|form| drawn(&months(form))), expected));
        }
    });
}

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

prop_compose! {
    fn any_chart()(
        form in prop::sample::select(FORMS.to_vec()),
        max in prop_oneof![Just(f64::NAN), Just(0.0), Just(-1.0), 0.0..1e6, Just(f64::INFINITY)],
        steps in 0_usize..20,
        percent: bool,
        labels in prop::collection::vec(word(), 0..30),
        provisional in prop::collection::vec(any::<bool>(), 0..30),
        series in prop::collection::vec((word(), prop::collection::vec(value(), 0..30), prop::collection::vec(word(), 0..40)), 0..6),
        title in word(),
    ) -> Chart {
        let mut chart = chart(form, Scale { max, steps, percent }, &[], &[]);
        chart.labels = labels;
        chart.provisional = provisional;
        chart.series = series.into_iter().map(|(name, values, texts)| Series { name, values, texts }).collect();
        chart.title = title;
        chart
    }
}

proptest! {
    #[test]
    fn any_chart_is_drawn_or_refused(chart in any_chart(), prefix in word()) {
        if let Ok(svg) = svg(&chart, Lang::En, &prefix) {
            prop_assert!(svg.ends_with("</svg>"));
            prop_assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
            for path in svg.split(" d=\"").skip(1) {
                let path = path.split_once('"').unwrap().0;
                prop_assert!(path.chars().all(|c| c.is_ascii_digit() || "MLhvz .-".contains(c)), "{}", path);
                prop_assert!(!path.contains("--"), "a negative length: {}", path);
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
