//! Volunteer hours of an animal shelter: stints of single people, added up to sessions of teams.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use super::{Built, Set, is, key};

/// A day, in hundredths of an hour.
const DAY: u64 = 2_400;

fn built() -> Option<&'static Built> {
    static BUILT: OnceLock<Option<Built>> = OnceLock::new();
    let (archive, file) = ("austin_volunteer_hours_2015.zip", "Hours.derived.csv");
    Set { name: "austin", archive, file, encoding: encoding_rs::UTF_8 }.built(&BUILT)
}

/// What the rows come to when counted by hand.
#[derive(Default)]
struct Own {
    /// Team → (stints, hundredths of hours).
    teams: BTreeMap<String, (u64, u64)>,
    repeated: usize,
    implausible: usize,
    zero: usize,
}

impl Own {
    fn count(built: &Built) -> Self {
        let mut own = Self::default();
        let mut seen = HashSet::new();
        for row in &built.source.rows {
            let hours = hundredths(built.source.get(row, "Duration"));
            if !seen.insert(row.iter().map(str::trim).collect::<Vec<_>>()) {
                own.repeated += 1;
            } else if hours > DAY {
                own.implausible += 1;
            } else {
                own.zero += usize::from(hours == 0);
                let team = own.teams.entry(built.source.get(row, "Activity").to_owned()).or_default();
                team.0 += 1;
                team.1 += hours;
            }
        }
        own
    }
}

fn hundredths(text: &str) -> u64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    whole.parse::<u64>().unwrap() * 100 + format!("{part:0<2}").parse::<u64>().unwrap()
}

/// Hundredths of hours in minutes, with one decimal.
fn in_minutes(hundredths: u64) -> String {
    format!("{}.{}", hundredths * 6 / 10, hundredths * 6 % 10)
}

#[test]
fn hours_and_participations_of_every_team_are_an_own_count() {
    let Some(built) = built() else { return };
    let own = Own::count(built);
    let figures = built.figures();
    let names = team_names(built);
    assert_eq!(names.len(), own.teams.len());
    let mut sums = (0, 0);
    for (id, name) in &names {
        let (stints, hours) = own.teams[name.as_str()];
        // A figure to which nothing adds has no row.
        let minutes = figures.get(&key("activities.hours", "team", id, "2015"));
        let minutes: f64 = minutes.map_or(0.0, |figure| figure.value.parse().unwrap());
        let participations = figures[&key("activities.participations", "team", id, "2015")].numerator;
        assert_eq!(participations, stints, "{name}");
        assert_eq!(format!("{minutes:.1}"), in_minutes(hours), "{name}");
        sums = (sums.0 + stints, sums.1 + hours);
    }
    let site = |figure| &figures[&key(figure, "site", "", "2015")];
    assert_eq!(site("activities.participations").numerator, sums.0);
    let minutes: f64 = site("activities.hours").value.parse().unwrap();
    assert_eq!(format!("{minutes:.1}"), in_minutes(sums.1));
    assert_eq!(usize::try_from(sums.0).unwrap() + own.repeated + own.implausible, 39_892);
}

/// Names of teams by id, as the pages of the teams say.
fn team_names(built: &Built) -> BTreeMap<String, String> {
    let pages = built.files.keys().filter_map(|address| address.strip_prefix("teams/")?.strip_suffix(".html"));
    let named = pages.filter(|id| *id != "index").map(|id| {
        let page = built.text(&format!("teams/{id}.html"));
        let title = page.split_once("<h1>").and_then(|(_, rest)| rest.split_once("</h1>")).unwrap().0;
        let plain = title.replace("&amp;", "&").replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"");
        (id.to_owned(), if plain == "Team not given" { String::new() } else { plain })
    });
    named.collect()
}

#[test]
fn rows_nobody_can_believe_are_told_and_left_out() {
    let Some(built) = built() else { return };
    let own = Own::count(built);
    assert_eq!((own.repeated, own.implausible, own.zero), (210, 126, 27));
    assert_eq!((built.times("L039"), built.times("L044"), built.times("L045")), (210, 126, 27));
    let page = built.text("data/index.html");
    for (rows, code) in [(own.repeated, "L039"), (own.implausible, "L044")] {
        let is_said = |row: &str| row.contains(&format!(">{rows}<")) && row.contains(&format!(">{code} "));
        assert!(page.split("</tr>").any(is_said), "{rows} rows for {code}");
    }
    assert!(!page.contains("L045"), "rows without hours count as participations");
}

#[test]
fn nothing_is_compared_with_a_year_nobody_recorded() {
    let Some(built) = built() else { return };
    for page in ["index.html", "teams/index.html", "teams/dog-walking.html"] {
        assert!(!built.text(page).contains("same month last year"), "{page}");
    }
}

#[test]
fn no_volunteer_is_published() {
    let Some(built) = built() else { return };
    let users: HashSet<&str> = built.source.column("User.ID").filter(|id| id.len() >= 6).collect();
    for address in built.files.keys().filter(|address| is(address, "csv") || is(address, "html")) {
        for word in built.text(address).split(|c: char| !c.is_ascii_alphanumeric()) {
            assert!(!users.contains(word), "{address} holds the volunteer {word}");
        }
    }
}

#[test]
fn each_team_and_place_has_its_page() {
    let Some(built) = built() else { return };
    assert_eq!(built.pages_in("teams").count(), 229 + 1);
    assert_eq!(built.pages_in("communities").count(), 4 + 1);
    assert_eq!(built.page_count(), 2 * (229 + 4) + 7 + 1);
}

#[test]
fn every_figure_can_be_counted_again_from_the_records() {
    let Some(built) = built() else { return };
    crate::recompute::assert_figures_follow(&built.files);
}
