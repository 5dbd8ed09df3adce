//! Boston's service requests: deadlines against the city's own verdict, months against an own count.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Built, Set, key};

/// What stands for “no deadline” in the file: a day that has not come yet in its calendar.
const NO_DEADLINE: &str = "2059-12-31 19:00:00";

fn built() -> Option<&'static Built> {
    static BUILT: OnceLock<Option<Built>> = OnceLock::new();
    let file = "311_service_requests_2011.csv";
    Set { name: "boston", archive: "boston311_2011.zip", file, encoding: encoding_rs::UTF_8 }.built(&BUILT)
}

/// The id of the neighbourhood that a name in the file means.
fn place_ids(built: &Built) -> impl Fn(&str) -> String {
    let (aliases, ids) = (built.words("places", "aliases"), built.words("places", "ids"));
    move |name| match name {
        "" => "not-given".to_owned(),
        name => ids[aliases.get(name).map_or(name, String::as_str)].clone(),
    }
}

#[test]
fn every_request_arrives_in_its_neighbourhood() {
    let Some(built) = built() else { return };
    let published = built.table("data/issues.csv");
    let by_id = published.by("id");
    assert_eq!(built.source.rows.len(), 58_251);
    assert_eq!(by_id.len(), 58_251);
    let place_id = place_ids(built);
    let mut not_given = 0;
    for row in &built.source.rows {
        let of = |column| built.source.get(row, column);
        let issue = by_id[of("case_enquiry_id")];
        let place = place_id(of("neighborhood"));
        not_given += usize::from(place == "not-given");
        assert_eq!(published.get(issue, "community"), place);
        assert_eq!(published.get(issue, "received_at"), of("open_dt"));
        assert_eq!(published.get(issue, "closed_at"), of("closed_dt"));
        assert_eq!(published.get(issue, "category"), of("reason"));
        assert_eq!(published.get(issue, "channel"), of("source"));
    }
    // 2,829 cells hold one blank, 41 nothing.
    assert_eq!(not_given, 2_870);
    assert!(built.text("communities/not-given.html").contains("Neighborhood not given"));
    assert_eq!(built.pages_in("communities").count(), 20 + 1);
    assert_eq!(built.page_count(), 2 * 20 + 7 + 1);
    assert_eq!(built.times("L046"), 3);
}

#[test]
fn on_time_is_what_the_city_says() {
    let Some(built) = built() else { return };
    let published = built.table("data/issues.csv");
    let by_id = published.by("id");
    let (mut compared, mut without_deadline) = (0, 0);
    for row in &built.source.rows {
        let of = |column| built.source.get(row, column);
        let issue = by_id[of("case_enquiry_id")];
        if of("target_dt") == NO_DEADLINE {
            without_deadline += 1;
            assert_eq!(published.get(issue, "in_due"), "0");
        } else if !of("target_dt").is_empty() && !of("closed_dt").is_empty() {
            compared += 1;
            let on_time = if of("ontime") == "ONTIME" { "1" } else { "0" };
            assert_eq!(published.get(issue, "in_on_time"), on_time, "{row:?}");
        }
    }
    assert_eq!((compared, without_deadline), (43_803, 18));
}

#[test]
fn figures_of_each_neighbourhood_and_month_are_an_own_count() {
    let Some(built) = built() else { return };
    let place_id = place_ids(built);
    let mut own: BTreeMap<(&str, String, &str), u64> = BTreeMap::new();
    for row in &built.source.rows {
        let of = |column| built.source.get(row, column);
        let (opened, due, closed) = (of("open_dt"), of("target_dt"), of("closed_dt"));
        for place in [place_id(of("neighborhood")), String::new()] {
            let mut count =
                |figure, day: &'static str| *own.entry((figure, place.clone(), &day[..7])).or_default() += 1;
            count("issues.received", opened);
            if !due.is_empty() && due != NO_DEADLINE {
                count("issues.due", due);
                if !closed.is_empty() && closed <= due {
                    count("on time", due);
                }
            }
            if !closed.is_empty() {
                count("issues.handled", closed);
            }
        }
    }
    let figures = built.figures();
    let kind = |place: &str| if place.is_empty() { "site" } else { "place" };
    for figure in ["issues.received", "issues.due", "issues.handled"] {
        let counted: BTreeMap<_, _> = own.iter().filter(|((of, ..), _)| *of == figure).collect();
        for ((_, place, month), count) in &counted {
            let published = &figures[&key(figure, kind(place), place, month)];
            assert_eq!(published.numerator, **count, "{figure} {place} {month}");
        }
        let months = figures.keys().filter(|(of, _, _, period)| of == figure && is_month(period));
        let counts = months.map(|key| figures[key].numerator).filter(|count| *count > 0).count();
        assert_eq!(counts, counted.len(), "{figure} in months in which nothing happened");
    }
    for ((_, place, month), due) in own.iter().filter(|((of, ..), _)| *of == "issues.due") {
        let rate = &figures[&key("issues.on_time_rate", kind(place), place, month)];
        let on_time = own.get(&("on time", place.clone(), *month)).copied().unwrap_or(0);
        assert_eq!((rate.numerator, rate.denominator), (on_time, *due), "{place} {month}");
    }
}

#[test]
fn neighbourhoods_add_up_to_the_site() {
    let Some(built) = built() else { return };
    let figures = built.figures();
    let mut compared = 0;
    for ((figure, kind, _, period), whole) in &figures {
        // Times and months in a row do not add up.
        if kind != "site" || figure.starts_with("issues.handling") || figure.ends_with("_streak") {
            continue;
        }
        let parts = built.words("places", "ids").into_values().chain(["not-given".to_owned()]);
        let parts: Vec<_> = parts.filter_map(|id| figures.get(&key(figure, "place", &id, period))).collect();
        assert_eq!(parts.iter().map(|part| part.numerator).sum::<u64>(), whole.numerator, "{figure} {period}");
        assert_eq!(parts.iter().map(|part| part.denominator).sum::<u64>(), whole.denominator, "{figure} {period}");
        compared += 1;
    }
    assert!(compared > 1_000, "{compared}");
}

fn is_month(period: &str) -> bool {
    period.len() == 7 && period[5..].parse::<u8>().is_ok()
}

#[test]
fn every_figure_can_be_counted_again_from_the_records() {
    let Some(built) = built() else { return };
    crate::recompute::assert_figures_follow(&built.files);
}
