//! School construction in New York: code words among dates and sums, late phases, budgets to the cent.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Built, Set, key};

fn built() -> Option<&'static Built> {
    static BUILT: OnceLock<Option<Built>> = OnceLock::new();
    let file = "Capital_Project_Schedules_and_Budgets.csv";
    Set { name: "new_york", archive: "nyc_school_capital_projects.zip", file, encoding: encoding_rs::UTF_8 }
        .built(&BUILT)
}

/// A date as `YYYY-MM-DD`; empty for a blank or a code word.
fn day(text: &str) -> String {
    match text.split('/').collect::<Vec<_>>()[..] {
        [month, day, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => String::new(),
    }
}

/// A sum in cents; `None` for a blank or a code word.
fn cents(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    Some(whole.parse::<u64>().ok()? * 100 + format!("{part:0<2}").parse::<u64>().ok()?)
}

#[test]
fn every_phase_arrives_with_its_dates_and_sums() {
    let Some(built) = built() else { return };
    let published = built.table("data/projects.csv");
    let by_id = published.by("id");
    assert_eq!((built.source.rows.len(), by_id.len()), (13_153, 13_153));
    for row in &built.source.rows {
        // Some headers of the file end in a blank, some do not.
        let of = |column| built.source.get(row, column);
        let parts = ["DSF Number(s)", "Project Building Identifier", "Project Phase Name", "Project Budget Amount"];
        let project = by_id[parts.map(of).join(" ").as_str()];
        let says = |column| published.get(project, column);
        assert_eq!(says("place"), format!("district-{}", of("Project Geographic District ")));
        assert_eq!(says("start"), day(of("Project Phase Actual Start Date")));
        assert_eq!(says("due"), day(of("Project Phase Planned End Date")));
        assert_eq!(says("done"), day(of("Project Phase Actual End Date")));
        assert_eq!(cents(says("budget")), cents(of("Project Budget Amount")));
        assert_eq!(cents(says("paid")), cents(of("Total Phase Actual Spending Amount")));
        let state = match of("Project Status Name") {
            "PNS" => "planned",
            "Complete" => "done",
            _ => "active",
        };
        assert_eq!(says("state"), state);
    }
    assert_eq!(built.times("L046"), 3);
    assert_eq!(built.page_count(), 13_153 + 2 * 32 + 7 + 1);
}

#[test]
fn late_and_overspent_phases_can_be_counted() {
    let Some(built) = built() else { return };
    let published = built.table("data/projects.csv");
    let count = |is: &dyn Fn(&csv::StringRecord) -> bool| published.rows.iter().filter(|row| is(row)).count();
    let late = count(&|row| {
        let (due, done) = (published.get(row, "due"), published.get(row, "done"));
        !due.is_empty() && !done.is_empty() && done > due
    });
    let over = count(&|row| match (cents(published.get(row, "budget")), cents(published.get(row, "paid"))) {
        (Some(budget), Some(paid)) => paid > budget,
        _ => false,
    });
    let of = |column| built.source.column(column);
    let planned_and_actual = of("Project Phase Planned End Date").zip(of("Project Phase Actual End Date"));
    let own_late = planned_and_actual.map(|(due, done)| (day(due), day(done)));
    let own_late = own_late.filter(|(due, done)| !due.is_empty() && !done.is_empty() && done > due).count();
    let sums = of("Project Budget Amount").zip(of("Total Phase Actual Spending Amount"));
    let own_over = sums.filter(|(budget, paid)| cents(budget).zip(cents(paid)).is_some_and(|(b, p)| p > b)).count();
    assert_eq!((late, over), (own_late, own_over));
    assert_eq!((late, over), (1_639, 2_079));
    // Finished is not the same as finished in time: the page of each says so.
    let pages =
        built.files.keys().filter(|address| address.starts_with("projects/") && *address != "projects/index.html");
    let says = |address: &&String| [" days late", " day late"].iter().any(|late| built.text(address).contains(late));
    assert_eq!(pages.filter(says).count(), late);
}

#[test]
fn budgets_add_up_to_the_cent() {
    let Some(built) = built() else { return };
    let mut own: HashMap<String, (u64, u64)> = HashMap::new();
    for row in &built.source.rows {
        let of = |column| built.source.get(row, column);
        let (budget, paid) = (cents(of("Project Budget Amount")), cents(of("Total Phase Actual Spending Amount")));
        let Some((budget, paid)) = budget.zip(paid) else { continue };
        let district = format!("district-{}", of("Project Geographic District "));
        for subject in [district, String::new()] {
            let sum = own.entry(subject).or_default();
            *sum = (sum.0 + budget, sum.1 + paid);
        }
    }
    let figures = built.figures();
    for (subject, (budget, paid)) in own {
        let kind = if subject.is_empty() { "site" } else { "place" };
        let find = |figure: &str| {
            let is_it = |(of, in_kind, id, _): &&(String, String, String, String)| {
                of == figure && in_kind == kind && *id == subject
            };
            &figures[figures.keys().find(is_it).unwrap()]
        };
        assert_eq!(cents(&find("projects.budget").value), Some(budget), "{subject}");
        let execution = find("projects.budget_execution");
        assert_eq!((execution.numerator, execution.denominator), (paid, budget), "{subject}");
    }
    let of_all = &figures[&key("projects.all", "site", "", "@2025-06-30")];
    assert_eq!(of_all.numerator, 13_153);
}
