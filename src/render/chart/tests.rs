mod hostile;

use super::*;
use crate::view::chart::{Plot, Scale, Series, Table};

fn of(drawing: Drawing) -> Chart {
    Chart {
        id: "issues.received".into(),
        title: "受理量".into(),
        subtitle: "件，新华社区".into(),
        sentence: "最近一月 128 件。".into(),
        drawing,
        as_of: String::new(),
        definition: String::new(),
        data: String::new(),
        table: Table::default(),
    }
}

fn plot(form: Form, scale: Scale, labels: &[&str], series: &[(&str, &[Option<f64>])]) -> Plot {
    Plot {
        form,
        scale,
        labels: labels.iter().map(ToString::to_string).collect(),
        series: series
            .iter()
            .map(|(name, values)| Series {
                name: (*name).into(),
                texts: values.iter().map(|value| value.map_or("—".into(), |value| value.to_string())).collect(),
                values: values.to_vec(),
                ..Series::default()
            })
            .collect(),
        ..Plot::default()
    }
}

fn chart(form: Form, scale: Scale, labels: &[&str], series: &[(&str, &[Option<f64>])]) -> Chart {
    of(Drawing::Plot(plot(form, scale, labels, series)))
}

fn months(form: Form) -> Plot {
    let labels: Vec<String> = (1..=13).map(|month| format!("2026-{month:02}")).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let rows: Vec<Vec<Option<f64>>> =
        (0..3).map(|n| (0..13).map(|i| Some(f64::from(100 + i * 7 % 31 - n * 9))).collect()).collect();
    let scale = Scale::counts(400.0);
    Plot {
        provisional: (0..13).map(|i| i > 10).collect(),
        ..plot(form, scale, &labels, &[("受理", &rows[0]), ("应结", &rows[1]), ("办结", &rows[2])])
    }
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

const FORMS: [Form; 4] = [Form::Columns, Form::Lines, Form::Bars, Form::Parts];

#[test]
fn a_chart_has_a_name_and_a_description_and_asks_for_nothing() {
    for form in FORMS {
        let svg = drawn(&of(Drawing::Plot(months(form))));
        assert!(svg.starts_with("<svg class=\"chart "));
        assert!(svg.contains("role=\"img\" aria-labelledby=\"p-t p-d\""));
        assert!(svg.contains("图，内容见图下的说明和数据表</desc>"));
        assert!(svg.contains("<title id=\"p-t\">受理量</title><desc id=\"p-d\">"));
        for never in ["<style", "style=", "<script", "http", "url(", " width=", " height=", "data-", "#01"] {
            assert!(!svg.contains(never), "{never} in {svg}");
        }
    }
}

#[test]
fn thirteen_months_of_three_series_stay_small() {
    for form in FORMS {
        let svg = drawn(&of(Drawing::Plot(months(form))));
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
        rest.split_once("</g>").unwrap().0.matches('z').count()
    };
    assert_eq!(paths(&[Some(9.0), Some(0.0), Some(3.0)]), 3);
    assert_eq!(paths(&[Some(9.0), None, Some(3.0)]), 2);

    let line = drawn(&chart(Form::Lines, Scale::counts(9.0), &labels, &[("受理", &[Some(9.0), None, Some(3.0)])]));
    assert_eq!(line.matches("<circle").count(), 2, "points between gaps are dots: {line}");
}

#[test]
fn columns_reach_their_value() {
    let svg = drawn(&chart(Form::Columns, Scale::PERCENT, &["1月"], &[("率", &[Some(50.0)])]));
    let (_, column) = svg.split_once("class=\"c1\"").unwrap();
    let height: f64 = column.split_once('v').unwrap().1.split_once('h').unwrap().0.parse().unwrap();
    let axis = place(&svg, "0%").1 - place(&svg, "100%").1;
    assert!((height / axis - 0.5).abs() < 0.01, "{height} of {axis}");
}

#[test]
fn columns_that_carry_their_values_need_no_axis() {
    let two = [Some(50.0), Some(25.0)];
    let svg = drawn(&chart(Form::Columns, Scale::counts(50.0), &["1月", "2月"], &[("受理", &two)]));
    assert_eq!(texts(&svg).len(), 4, "two labels and two values: {svg}");
    let heights: Vec<f64> = svg
        .split_once("class=\"c1\"")
        .unwrap()
        .1
        .split('v')
        .skip(1)
        .filter_map(|piece| piece.split_once('h')?.0.parse().ok())
        .collect();
    assert!((heights[0] / heights[1] - 2.0).abs() < 0.02, "{heights:?}");
}

#[test]
fn a_scale_that_does_not_hold_the_values_is_replaced() {
    let values: Vec<Option<f64>> = (0..20).map(|i| Some(4_000.0 + f64::from(i))).collect();
    let mut short = plot(Form::Columns, Scale { max: 4.0, steps: 4, percent: false }, &[], &[("件数", &values)]);
    assert!(drawn(&of(Drawing::Plot(short.clone()))).contains(">5,000</text>"));
    short.scale = Scale { max: f64::NAN, steps: 0, percent: false };
    assert!(!drawn(&of(Drawing::Plot(short))).contains("NaN"));
}

#[test]
fn figures_that_may_change_look_different_and_say_why() {
    let mut provisional = months(Form::Columns);
    let svg = drawn(&of(Drawing::Plot(provisional.clone())));
    assert!(svg.contains("class=\"paper l1 p\"") && svg.contains("暂定"), "{svg}");
    provisional.provisional.clear();
    assert!(!drawn(&of(Drawing::Plot(provisional))).contains("暂定"));
}

#[test]
fn lines_are_told_apart_without_colour() {
    let svg = drawn(&of(Drawing::Plot(months(Form::Lines))));
    let dashes = |class: &str| {
        let group = svg.split("<g ").find(|group| group.starts_with(class) && group.contains("stroke-width=\"2.2\""));
        group.and_then(|group| Some(group.split_once("dasharray=\"")?.1.split_once('"')?.0.to_owned()))
    };
    let found = [1, 2, 3].map(|n| dashes(&format!("class=\"l{n}\"")));
    assert!(found[0].is_none() && found[1].is_some() && found[2].is_some() && found[1] != found[2], "{found:?}");
}

#[test]
fn intervals_are_whiskers_around_their_value() {
    let mut rate = plot(Form::Bars, Scale::PERCENT, &["甲", "乙"], &[("率", &[Some(80.0), Some(90.0)])]);
    rate.series[0].intervals = vec![Some((60.0, 92.0)), None];
    let svg = drawn(&of(Drawing::Plot(rate)));
    assert!(svg.contains("95% 区间") && svg.contains("class=\"halo\""), "{svg}");
    let apart = place(&svg, "80").0 - place(&svg, "90").0;
    assert!(apart > 0.0, "the value stands behind its whisker, not in it: {apart}");
}

#[test]
fn a_break_is_a_line_with_its_mark() {
    for form in [Form::Columns, Form::Lines] {
        let svg = drawn(&of(Drawing::Plot(Plot { breaks: vec![4, 99], ..months(form) })));
        assert!(svg.contains("class=\"rule\"") && svg.contains(">[b]</text>") && svg.contains("口径中断"), "{svg}");
    }
}

#[test]
fn names_at_the_ends_of_lines_carry_their_values() {
    let same = [Some(93.9), Some(93.9)];
    let rows: &[(&str, &[Option<f64>])] =
        &[("服务过程满意率", &same), ("办理结果满意率", &same), ("评价覆盖率", &same)];
    let svg = drawn(&chart(Form::Lines, Scale::PERCENT, &["9月", "10月"], rows));
    assert_eq!(svg.matches(">93.9</text>").count() + svg.matches(" 93.9</text>").count(), 3, "{svg}");
}

#[test]
fn a_part_lies_in_its_whole_and_is_named() {
    let mut ages =
        plot(Form::Parts, Scale::counts(9.0), &["0–3 天"], &[("在办", &[Some(8.0)]), ("其中超期", &[Some(2.0)])]);
    ages.series[0].notes = vec!["超期 2".into()];
    let svg = drawn(&of(Drawing::Plot(ages)));
    let widths: Vec<f64> = svg.split('h').filter_map(|piece| piece.split_once('v')?.0.parse().ok()).collect();
    assert!(widths.iter().any(|whole| widths.iter().any(|part| (whole / part - 4.0).abs() < 0.05)), "{widths:?}");
    assert!(svg.contains(">超期 2</text>"));
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
    assert!(svg.contains(&format!(">{name}违章搭建与占道经营管理")) && svg.contains("…</text>"), "{svg}");
}

#[test]
fn letters_measure_as_in_the_font_they_stand_for() {
    assert!((engine::text_width("受理量") - engine::FONT_SIZE * 3.0).abs() < 1.0);
    assert!((engine::text_width("1,284") - 33.0).abs() < 2.0, "{}", engine::text_width("1,284"));
}

#[test]
fn same_chart_same_bytes_on_any_thread() {
    let expected = FORMS.map(|form| drawn(&of(Drawing::Plot(months(form)))));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(FORMS.map(|form| drawn(&of(Drawing::Plot(months(form))))), expected));
        }
    });
}

#[test]
fn a_sparkline_is_small_and_said_in_words() {
    let line = crate::view::sparkline::Sparkline {
        id: "issues.received-3".into(),
        label: "最低 <4>，最高 9".into(),
        values: vec![Some(0.0), None, Some(f64::NAN), Some(0.5), Some(1.0)],
    };
    let svg = spark::svg(&line);
    assert!(svg.len() < 400 && svg.contains("aria-hidden") && svg.contains(">最低 &lt;4&gt;，最高 9</span>"), "{svg}");
    assert_eq!(svg.matches("v-").count(), 3, "{svg}");
}
