//! Every text that a page or a download may print: those of the tables, of the prose and of the site itself.

use crate::config::{Config, Table, Texts};
use crate::diag::Position;
use crate::model::{Ledger, Trace};

/// A text with the field it stands in and where it came from.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The words.
    pub content: &'a str,
    /// The field, as in `site.toml`.
    pub field: &'static str,
    /// What a clerk calls the field.
    pub label: &'static str,
    at: At<'a>,
}

#[derive(Debug, Clone, Copy)]
enum At<'a> {
    /// A row of a table.
    Row(Trace),
    /// A line of a file; 0 is the whole file.
    Line(&'a str, u32),
}

impl Text<'_> {
    /// Where it stands.
    pub fn position(&self, ledger: &Ledger) -> Position {
        match self.at {
            At::Row(trace) => ledger.position(trace),
            At::Line(file, line) => Position::row(file, line),
        }
    }
}

/// All of them. Ids of issues are left out: they are numbers by nature, and are published as they are.
pub fn of<'a>(ledger: &'a Ledger, config: &'a Config) -> Vec<Text<'a>> {
    let mut texts = Vec::new();
    let mut add = |table: Table, trace: Trace, field, content| {
        texts.push(Text { content, field, label: label(table, field), at: At::Row(trace) });
    };
    for place in &ledger.places {
        add(Table::Places, place.trace, "name", place.name.as_str());
        for alias in &place.aliases {
            add(Table::Places, place.trace, "aliases", alias);
        }
        for contact in &place.contacts {
            for part in [&contact.name, &contact.role, &contact.phone, &contact.hours] {
                add(Table::Places, place.trace, "contact_phone", part.as_str());
            }
        }
    }
    for team in &ledger.teams {
        add(Table::Teams, team.trace, "name", team.name.as_str());
        add(Table::Teams, team.trace, "kind", &team.kind);
        add(Table::Teams, team.trace, "schedule", &team.schedule);
        for duty in &team.duties {
            add(Table::Teams, team.trace, "duties", duty);
        }
        for (role, _) in &team.members {
            add(Table::Teams, team.trace, "members", role);
        }
        for contact in &team.contacts {
            for part in [&contact.name, &contact.role, &contact.phone, &contact.hours] {
                add(Table::Teams, team.trace, "contact_phone", part.as_str());
            }
        }
    }
    issues(ledger, &mut add);
    for activity in &ledger.activities {
        add(Table::Activities, activity.trace, "kind", activity.kind.as_str());
        add(Table::Activities, activity.trace, "theme", &activity.theme);
        add(Table::Activities, activity.trace, "partners", &activity.partners);
    }
    for project in &ledger.projects {
        add(Table::Projects, project.trace, "id", project.id.as_str());
        add(Table::Projects, project.trace, "name", project.name.as_str());
        add(Table::Projects, project.trace, "kind", &project.kind);
        add(Table::Projects, project.trace, "owner", &project.owner);
        add(Table::Projects, project.trace, "stage", &project.stage);
        add(Table::Projects, project.trace, "origin", &project.origin);
        add(Table::Projects, project.trace, "result", &project.result);
        for step in &project.milestones {
            add(Table::Milestones, project.trace, "name", &step.name);
            add(Table::Milestones, project.trace, "note", &step.note);
        }
    }
    for item in &ledger.items {
        add(Table::Items, item.trace, "id", item.id.as_str());
        add(Table::Items, item.trace, "title", item.title.as_str());
        add(Table::Items, item.trace, "claimed_by", &item.claimed_by);
        add(Table::Items, item.trace, "evidence", &item.evidence);
        add(Table::Items, item.trace, "withdrawn", &item.withdrawn);
        add(Table::Items, item.trace, "carried_from", &item.carried_from);
    }
    for fixed in &ledger.fixed_days {
        add(Table::FixedDays, fixed.trace, "name", fixed.name.as_str());
        add(Table::FixedDays, fixed.trace, "venue", &fixed.venue);
        add(Table::FixedDays, fixed.trace, "note", &fixed.note);
    }
    services(ledger, &mut add);
    for place in &ledger.reported_places {
        add(Table::ReportedPlaces, place.trace, "name", place.name.as_str());
        add(Table::ReportedPlaces, place.trace, "level", &place.level);
        add(Table::ReportedPlaces, place.trace, "within", &place.within);
    }
    for reported in &ledger.reported {
        add(Table::Reported, reported.trace, "name", reported.name.as_str());
        add(Table::Reported, reported.trace, "value", &reported.value);
        add(Table::Reported, reported.trace, "unit", &reported.unit);
        add(Table::Reported, reported.trace, "period", &reported.period);
        add(Table::Reported, reported.trace, "category", &reported.category);
        add(Table::Reported, reported.trace, "source", &reported.source);
        add(Table::Reported, reported.trace, "note", &reported.note);
    }
    for withheld in &ledger.withheld {
        add(Table::Reported, withheld.trace, "withheld", withheld.reason.as_str());
    }
    for name in ledger.names.values() {
        add(Table::Names, name.trace, "name", name.name.as_str());
    }
    prose(ledger, &mut texts);
    site(config, &mut texts);
    texts.retain(|text| text.content.bytes().any(|byte| byte.is_ascii_digit() || byte == 0xef));
    texts
}

fn label(table: Table, field: &'static str) -> &'static str {
    table.field(field).map_or(field, |spec| spec.label)
}

/// What authors wrote, line by line.
fn prose<'a>(ledger: &'a Ledger, texts: &mut Vec<Text<'a>>) {
    for prose in ledger.library.all() {
        let at = |line| At::Line(&prose.file, line);
        texts.push(Text { content: &prose.title, field: "title", label: "标题", at: at(0) });
        texts.push(Text { content: &prose.summary, field: "summary", label: "摘要", at: at(0) });
        if let Some(publicity) = &prose.publicity {
            let at = At::Line(&prose.file, publicity.line);
            texts.push(Text { content: &publicity.basis, field: "basis", label: "依据", at });
            texts.push(Text { content: &publicity.contact, field: "contact", label: "意见反馈方式", at });
        }
        let lines = (prose.first_line..).zip(prose.body.lines());
        texts.extend(lines.map(|(line, content)| Text { content, field: "text", label: "正文", at: at(line) }));
    }
}

/// What the site says about itself on every page.
fn site<'a>(config: &'a Config, texts: &mut Vec<Text<'a>>) {
    let at = At::Line("site.toml", 0);
    let own = config.site.texts().chain(config.tongues.values().flat_map(Texts::texts));
    texts.extend(own.map(|(field, content)| Text { content, field, label: field, at }));
}

/// Service points and the rota.
fn services<'a>(ledger: &'a Ledger, add: &mut impl FnMut(Table, Trace, &'static str, &'a str)) {
    for point in &ledger.service_points {
        add(Table::ServicePoints, point.trace, "id", point.id.as_str());
        add(Table::ServicePoints, point.trace, "name", &point.name);
        add(Table::ServicePoints, point.trace, "kind", &point.kind);
        add(Table::ServicePoints, point.trace, "address", &point.address);
        add(Table::ServicePoints, point.trace, "hours", &point.hours);
        for service in &point.services {
            add(Table::ServicePoints, point.trace, "services", service);
        }
        add(Table::ServicePoints, point.trace, "phone", &point.phone);
        add(Table::ServicePoints, point.trace, "contact", &point.contact);
        add(Table::ServicePoints, point.trace, "note", &point.note);
        add(Table::ServicePoints, point.trace, "reach", &point.reach);
    }
    for duty in &ledger.duty {
        add(Table::Duty, duty.trace, "role", duty.role.as_str());
        add(Table::Duty, duty.trace, "phone", &duty.phone);
        add(Table::Duty, duty.trace, "note", &duty.note);
    }
}

/// Shared words once each, with the first row they stand in; released sentences all.
fn issues<'a>(ledger: &'a Ledger, add: &mut impl FnMut(Table, Trace, &'static str, &'a str)) {
    let issues = &ledger.issues;
    let trace = |record: usize| issues.traces.get(record).copied().unwrap_or_default();
    let columns = [
        ("category", &issues.categories),
        ("tier", &issues.tiers),
        ("channel", &issues.channels),
        ("department", &issues.departments),
        ("topic", &issues.topics),
        ("excluded", &issues.excluded),
        ("extension_reason", &issues.extension_reasons),
        ("escalated_from", &issues.escalated_from),
    ];
    for (field, words) in columns {
        let mut seen = vec![false; words.words().len()];
        for record in 0..issues.len() {
            let Some(at) = words.position(record) else { continue };
            if let Some(seen) = seen.get_mut(at).filter(|seen| !**seen) {
                *seen = true;
                add(Table::Issues, trace(record), field, words.get(record).unwrap_or_default());
            }
        }
    }
    for record in 0..issues.len() {
        let summary = issues.summaries.get(record);
        if !summary.is_empty() {
            add(Table::Issues, trace(record), "summary", summary);
        }
    }
}
