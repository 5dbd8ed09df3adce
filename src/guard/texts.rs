//! Every text of the ledger that a page or a download may print.

use crate::model::{Ledger, Trace};

/// A text with the field it stands in and where it came from.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The words.
    pub content: &'a str,
    /// The field, as in `site.toml`.
    pub field: &'static str,
    /// The row.
    pub trace: Trace,
}

/// All of them. Ids of issues are left out: they are numbers by nature, and are published as they are.
pub fn of(ledger: &Ledger) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    let mut add = |trace: Trace, field: &'static str, content| texts.push(Text { content, field, trace });
    for place in &ledger.places {
        add(place.trace, "name", place.name.as_str());
        for contact in &place.contacts {
            add(place.trace, "contacts", &contact.name);
            add(place.trace, "contacts", &contact.role);
            add(place.trace, "contacts", &contact.hours);
        }
    }
    for team in &ledger.teams {
        add(team.trace, "name", team.name.as_str());
        add(team.trace, "kind", &team.kind);
        add(team.trace, "schedule", &team.schedule);
        for duty in &team.duties {
            add(team.trace, "duties", duty);
        }
        for (role, _) in &team.members {
            add(team.trace, "members", role);
        }
        for contact in &team.contacts {
            add(team.trace, "contacts", &contact.name);
            add(team.trace, "contacts", &contact.role);
            add(team.trace, "contacts", &contact.hours);
        }
    }
    issues(ledger, &mut add);
    for activity in &ledger.activities {
        add(activity.trace, "kind", activity.kind.as_str());
        add(activity.trace, "theme", &activity.theme);
        add(activity.trace, "partners", &activity.partners);
    }
    for project in &ledger.projects {
        add(project.trace, "name", project.name.as_str());
        add(project.trace, "kind", &project.kind);
        add(project.trace, "owner", &project.owner);
        add(project.trace, "stage", &project.stage);
        add(project.trace, "result", &project.result);
        for step in &project.milestones {
            add(project.trace, "name", &step.name);
            add(project.trace, "note", &step.note);
        }
    }
    for item in &ledger.items {
        add(item.trace, "title", item.title.as_str());
        add(item.trace, "claimed_by", &item.claimed_by);
        add(item.trace, "evidence", &item.evidence);
        add(item.trace, "withdrawn", &item.withdrawn);
    }
    for reported in &ledger.reported {
        add(reported.trace, "name", reported.name.as_str());
        add(reported.trace, "source", &reported.source);
        add(reported.trace, "note", &reported.note);
    }
    texts.retain(|text| text.content.bytes().any(|byte| byte.is_ascii_digit() || byte == 0xef));
    texts
}

/// Shared words once each, with the first row they stand in; released sentences all.
fn issues<'a>(ledger: &'a Ledger, add: &mut impl FnMut(Trace, &'static str, &'a str)) {
    let issues = &ledger.issues;
    let trace = |record: usize| issues.traces.get(record).copied().unwrap_or_default();
    let columns = [
        ("category", &issues.categories),
        ("tier", &issues.tiers),
        ("channel", &issues.channels),
        ("department", &issues.departments),
        ("topic", &issues.topics),
        ("excluded", &issues.excluded),
    ];
    for (field, words) in columns {
        let mut seen = vec![false; words.words().len()];
        for record in 0..issues.len() {
            let Some(at) = words.position(record) else { continue };
            if let Some(seen) = seen.get_mut(at).filter(|seen| !**seen) {
                *seen = true;
                add(trace(record), field, words.get(record).unwrap_or_default());
            }
        }
    }
    for record in 0..issues.len() {
        let summary = issues.summaries.get(record);
        if !summary.is_empty() {
            add(trace(record), "summary", summary);
        }
    }
}
