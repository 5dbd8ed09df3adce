use proptest::prelude::*;

use super::*;

fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.set("issues", "received", Some(1284.0));
    facts.set("issues", "closed", Some(1200.0));
    facts.set("issues", "on_time_rate", Some(0.985));
    facts.set("issues", "none", Some(0.0));
    facts.set("issues", "stars", None);
    facts.set("社区", "按期办结率", Some(0.9999));
    facts.set("", "handled", Some(3.0));
    facts.set("issues", "few_rate", Some(1.0));
    facts.set_printed("issues.few_rate".to_owned(), Printed::Few("7/7".to_owned()));
    facts.set("activities", "hours", Some(1047.25));
    facts.set_printed("activities.hours".to_owned(), Printed::Rounded("1,047.3".to_owned()));
    facts
}

fn text(source: &str) -> String {
    match evaluate(source, &facts()) {
        Ok(Outcome::Text(text)) => text,
        other => format!("{other:?}"),
    }
}

#[test]
fn figures_print_plainly() {
    assert_eq!(text("issues.received"), "1284");
    assert_eq!(text(" issues.received / 7 "), "183.43");
    assert_eq!(text("0 - issues.received"), "-1284");
    assert_eq!(text("-issues.received"), "-1284");
    assert_eq!(text("1 / 3 - 1 / 3"), "0");
    assert_eq!(text("handled * 2"), "6");
    assert_eq!(text("issues.received - issues.closed * 2"), "-1116");
    assert_eq!(text("(issues.received － issues.closed) × 2"), "168");
}

#[test]
fn a_figure_alone_prints_as_on_its_card() {
    assert_eq!(text("activities.hours"), "1047.3");
    assert_eq!(text("number( activities.hours )"), "1,047.3");
    assert_eq!(text("round(activities.hours, 2)"), "1047.25");
    assert_eq!(text("activities.hours / 2"), "523.62");
}

#[test]
fn a_rate_of_few_records_is_its_parts_and_nothing_is_computed_from_it() {
    for source in
        ["percent(issues.few_rate)", "issues.few_rate", "round(issues.few_rate, 1)", "percent（ issues.few_rate ）"]
    {
        assert_eq!(text(source), "7/7", "{source}");
    }
    for source in [
        "round(issues.few_rate * 100)",
        "percent(issues.on_time_rate - issues.few_rate)",
        "max(issues.few_rate, issues.none)",
    ] {
        assert_eq!(text(source), "—", "{source}");
    }
}

#[test]
fn formulas_are_said_in_words() {
    let name = |id: &str| match id {
        "issues.received" => Some("受理量"),
        "issues.none" => Some("无"),
        _ => None,
    };
    assert_eq!(in_words("issues.received / (issues.none - 2.5) * max(1, x)", name), "受理量 ÷ (无 − 2.5) × max(1, x)");
}

#[test]
fn functions_format() {
    assert_eq!(text("percent(issues.on_time_rate)"), "98.5%");
    assert_eq!(text("percent(社区.按期办结率)"), "99.9%");
    assert_eq!(text("percent（社区.按期办结率）"), "99.9%");
    assert_eq!(text("number(issues.received * 1000)"), "1,284,000");
    assert_eq!(text("number(-999.5)"), "-999.5");
    assert_eq!(text("number(0 - 123456)"), "-123,456");
    assert_eq!(text("round(2.5)"), "2");
    assert_eq!(text("round(3.5)"), "4");
    assert_eq!(text("round(1.2345, 1)"), "1.2");
    assert_eq!(text("min(issues.received, 5, 7)"), "5");
    assert_eq!(text("max(1, 5)"), "5");
}

#[test]
fn percentages_are_honest_at_both_ends() {
    for (rate, printed) in [
        ("1", "100%"),
        ("0", "0%"),
        ("0.99999", "99.9%"),
        ("0.00001", "0.1%"),
        ("0.0625", "6.2%"),
        ("0.3335", "33.4%"),
        ("0.3345", "33.4%"),
        ("0.85", "85.0%"),
        ("1.2", "120.0%"),
        ("1.0001", "100.1%"),
    ] {
        assert_eq!(text(&format!("percent({rate})")), printed, "{rate}");
    }
}

#[test]
fn what_has_no_value_stays_without() {
    for source in [
        "issues.stars",
        "issues.stars + 1",
        "0 * issues.stars",
        "percent(issues.stars)",
        "number(issues.stars)",
        "round(issues.stars)",
        "min(issues.stars, 1)",
        "max(1, issues.stars)",
        "issues.received / issues.none",
        "1 / (1 / issues.none)",
        "0 / 0",
        "percent(issues.closed / issues.none)",
    ] {
        assert_eq!(text(source), "—", "{source}");
    }
    assert_eq!(number("issues.closed / issues.none", &facts()), Ok(None));
    assert_eq!(number("issues.stars", &facts()), Ok(None));
    assert_eq!(number("issues.closed / issues.received", &facts()), Ok(Some(1200.0 / 1284.0)));
}

#[test]
fn charts_are_named() {
    for source in [
        "chart(\"issues.received\")",
        "chart('issues.received')",
        "chart(“issues.received”)",
        " chart ( 'issues.received' ) ",
    ] {
        assert_eq!(evaluate(source, &facts()), Ok(Outcome::Chart("issues.received".into())), "{source}");
    }
    assert_eq!(number("chart('issues.received')", &facts()), Err(Fault::NotAllowed("chart".into())));
}

#[test]
fn unknown_names_come_with_the_nearest() {
    let Err(Fault::UnknownFigure { name, nearest }) = evaluate("issues.recieved", &facts()) else { panic!() };
    assert_eq!((name.as_str(), nearest[0].as_str()), ("issues.recieved", "issues.received"));
    let Err(Fault::UnknownFigure { nearest, .. }) = evaluate("社区.按时办结率", &facts()) else { panic!() };
    assert_eq!(nearest[0], "社区.按期办结率");
    for source in ["issues", "issues.received.x", "nothing.here", "true", "if", "None"] {
        assert!(matches!(evaluate(source, &facts()), Err(Fault::UnknownFigure { .. })), "{source}");
    }
}

#[test]
fn nothing_else_is_in_reach() {
    for source in [
        "'a' * 100000000",
        "\"a\" ~ \"b\"",
        "[1] * 1000",
        "[[1]*1000]*1000",
        "{'a': 1}",
        "range(1000000)",
        "dict()",
        "debug()",
        "issues.received|abs",
        "2 % 2",
        "issues.received['x']",
        "1, 2",
        "(1, 2) * 1000000",
        "issues.received.real(1)",
        "1 < 2",
        "handled = 1",
        "{% for x in y %}",
        "chart(\"<script>\")",
        "percent('1')",
    ] {
        assert!(
            matches!(evaluate(source, &facts()), Err(Fault::NotAllowed(_))),
            "{source}: {:?}",
            evaluate(source, &facts())
        );
    }
}

#[test]
fn what_is_no_formula_is_refused() {
    for source in [
        "",
        " ",
        "1 +",
        "(1",
        "1)",
        "()",
        "1 2",
        "issues.received issues.closed",
        "2 ** 100",
        "4 // 3",
        "1e9",
        "0x10",
        "1.",
        "min()",
        "percent()",
        "percent(1, 2)",
        "round(1, 99)",
        "round(1, 0.5)",
        "percent(1) + 1",
        "chart('a') * 1000000000",
        "percent(percent(1))",
        "chart(1)",
        "chart('a",
    ] {
        assert!(
            matches!(evaluate(source, &facts()), Err(Fault::Syntax(_))),
            "{source}: {:?}",
            evaluate(source, &facts())
        );
    }
}

#[test]
fn limits_hold() {
    assert_eq!(evaluate(&"1".repeat(201), &facts()), Err(Fault::TooLong));
    assert_eq!(evaluate(&"9".repeat(190), &facts()), Err(Fault::TooLarge));
    assert_eq!(evaluate("99999999 * 99999999", &facts()), Err(Fault::TooLarge));
    assert!(evaluate(&"(".repeat(200), &facts()).is_err());
    assert_eq!(text(&format!("{}1", "-".repeat(20))), "1");
    let _ends_either_way = evaluate(&format!("{}1", "-".repeat(199)), &facts());
}

proptest! {
    #[test]
    fn any_source_ends_and_prints_no_nonsense(source in ".{0,60}") {
        check(&source);
    }

    #[test]
    fn any_row_of_tokens_ends_and_prints_no_nonsense(
        tokens in proptest::collection::vec(
            proptest::sample::select(vec![
                "issues.received", "issues.stars", "issues.none", "percent", "round", "number", "min", "max", "chart",
                "(", ")", "(", ")", ",", "+", "-", "*", "/", "1", "0", "2.5", "\"a\"", " ", "9999999999",
            ]),
            0..20,
        )
    ) {
        check(&tokens.concat());
    }
}

fn check(source: &str) {
    if let Ok(Outcome::Text(text)) = evaluate(source, &facts()) {
        assert!(text.len() <= 64 && !text.contains("NaN") && !text.contains("inf"), "{source}: {text}");
    }
    if let Ok(Some(value)) = number(source, &facts()) {
        assert!(value.is_finite());
    }
}
