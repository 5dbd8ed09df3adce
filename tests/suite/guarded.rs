//! Every column that can hold a text is looked at before it is published: a telephone number that is planted in one stops the
//! build, and one that cannot hold a text refuses it or does not publish it.

use std::collections::BTreeMap;

use gongshi::config::Table;
use gongshi::config::fields::FieldSpec;

use crate::site::Site;

/// The secret; nobody's number.
const SECRET: &str = "13900000017";

/// Columns that are read as something else than a text, or name another record, or are not published: the planted number is
/// a fault of its own there, or reaches no page.
const NO_TEXT: &[&str] = &[
    "places.level",
    "places.parent",
    "places.households",
    "places.residents",
    "places.counted_on",
    "places.order",
    "places.since",
    "places.consent",
    "teams.home",
    "teams.founded",
    "teams.order",
    "teams.consent",
    "teams.aliases",
    "issues.place",
    "issues.received_at",
    "issues.kind",
    "issues.origin",
    "issues.team",
    "issues.dispatched_at",
    "issues.accepted_at",
    "issues.contacted_at",
    "issues.on_scene_at",
    "issues.handled_at",
    "issues.replied_at",
    "issues.verified_at",
    "issues.closed_at",
    "issues.due_at",
    "issues.extended_to",
    "issues.extended_at",
    "issues.escalated_at",
    "issues.status",
    "issues.contacted",
    "issues.solved",
    "issues.process",
    "issues.result",
    "issues.stars",
    "issues.call",
    "issues.rerated",
    "issues.returns",
    "activities.date",
    "activities.team",
    "activities.place",
    "activities.start",
    "activities.end",
    "activities.volunteers",
    "activities.volunteer_ids",
    "activities.hours",
    "activities.served",
    "activities.served_unit",
    "activities.opinions",
    "activities.disputes",
    "activities.verified",
    "projects.place",
    "projects.team",
    "projects.status",
    "projects.start",
    "projects.due",
    "projects.done",
    "projects.budget",
    "projects.paid",
    "projects.progress",
    "milestones.project",
    "milestones.weight",
    "milestones.baseline",
    "milestones.forecast",
    "milestones.actual",
    "items.list",
    "items.place",
    "items.published_on",
    "items.claimed_on",
    "items.done_on",
    "items.cleared_on",
    "items.consent",
    "fixed_days.place",
    "fixed_days.rule",
    "fixed_days.start",
    "fixed_days.end",
    "fixed_days.moved",
    "fixed_days.first",
    "fixed_days.last",
    "service_points.place",
    "service_points.since",
    "duty.place",
    "duty.weekday",
    "duty.date",
    "duty.hours",
    "duty.point",
    "reported.subject",
    "reported.qualifier",
    "names.word",
];

/// What a column holds where nothing is planted; empty where it may be.
fn ordinary(table: Table, field: &FieldSpec) -> &'static str {
    match (table, field.name) {
        (Table::Places, "id") => "beiguan",
        (Table::Places, "name") => "北关社区",
        (Table::Places | Table::Teams, "contact_role") => "值班室",
        (Table::Places, "level") => "community",
        (Table::Teams, "id") => "t1",
        (Table::Teams, "name") => "南关义工队",
        (Table::Reported, "value") => "12",
        (Table::FixedDays | Table::ServicePoints | Table::ReportedPlaces, "id") => "d1",
        (Table::Reported, "subject") | (_, "place") => "nanguan",
        (_, "received_at" | "published_on" | "date") => {
            if table == Table::Duty {
                ""
            } else {
                "2024-03-05"
            }
        }
        (_, "weekday") => "每天",
        (_, "list") => "微心愿",
        (_, "rule") => "每月15日",
        (Table::Milestones, "project") => "P-1",
        (_, _) if field.required => "P-1",
        _ => "",
    }
}

/// A site with one row of the table, the secret in one column.
fn planted(table: Table, planted: &FieldSpec) -> Site {
    let fields = table.fields();
    let header: Vec<&str> = fields.iter().map(|field| field.name).collect();
    let cells = |secret: &str| -> String {
        let cell = |field: &FieldSpec| {
            if field.name == planted.name { secret.to_owned() } else { ordinary(table, field).to_owned() }
        };
        fields.iter().map(cell).collect::<Vec<_>>().join(",")
    };
    let languages = if table == Table::Names { "languages = [\"zh\", \"en\"]\n" } else { "" };
    let secret = match (table, planted.name) {
        (Table::Teams, "members") => format!("队长{SECRET}:3"),
        (_, "contacts") => format!("网格员||{SECRET}|全天"),
        _ => SECRET.to_owned(),
    };
    let settings = format!(
        "[site]\ntitle = \"t\"\n{languages}as_of = 2024-04-30\n[[source]]\ntable = \"{name}\"\nfiles = [\"data/{name}.csv\"]\npublic = [{}]\n",
        if table == Table::Issues { "\"summary\"" } else { "" },
        name = table.name(),
    );
    let site = Site::new()
        .file("site.toml", settings)
        .file("data/places.csv", "id,name,level\nnanguan,南关社区,community\n")
        .file("data/projects.csv", "id,place,name\nP-1,nanguan,充电棚\n");
    let mut rows = format!("{}\n{}\n", header.join(","), cells(&secret));
    if table == Table::Places {
        // The project needs its place, whatever is wrong with the other.
        rows.push_str("nanguan,南关社区,community");
        rows.push_str(&",".repeat(fields.len() - 3));
    }
    site.file(&format!("data/{}.csv", table.name()), rows)
}

#[test]
fn a_number_in_any_column_stops_the_build_or_reaches_no_page() {
    let mut told = Vec::new();
    for table in Table::ALL {
        for field in table.fields() {
            let name = format!("{}.{}", table.name(), field.name);
            let site = planted(table, field);
            let said = site.run(&["build", "--format", "short", "--lang", "zh"]);
            let is_found = said.err.contains("error[G001]") && said.err.contains("139******17");
            let published = if site.public().exists() { crate::site::tree(&site.public()) } else { BTreeMap::new() };
            let leaks = published
                .iter()
                .filter(|(path, bytes)| path.contains(SECRET) || String::from_utf8_lossy(bytes).contains(SECRET))
                .map(|(path, _)| path.clone())
                .collect::<Vec<_>>();
            // An amount of that size is an amount.
            let is_amount = ["projects.budget", "projects.paid"].contains(&name.as_str());
            if !leaks.is_empty() && !is_amount {
                told.push(format!("{name} is published in {leaks:?}"));
            } else if is_found == NO_TEXT.contains(&name.as_str()) {
                told.push(format!(
                    "{name} is {}: {}",
                    if is_found { "found" } else { "not found" },
                    said.err.lines().next().unwrap_or("")
                ));
            }
            if said.err.contains(SECRET) || said.out.contains(SECRET) {
                told.push(format!("a message about {name} shows the number"));
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}
