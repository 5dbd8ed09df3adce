//! Every text that a page or a download may print: those of the tables, of the prose, of the site itself, and names of files.
//!
//! Records are taken apart whole: a field that is new to one does not compile before it is said here what it holds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::look::{Look, Seen};
use crate::config::{Config, Table, Texts};
use crate::model::{
    Activity, Contact, Duty, FixedDay, Issues, Item, Ledger, Library, Milestone, Place, Project, Prose, Publicity,
    Reported, ReportedPlace, ServicePoint, Team, Trace,
};

/// A text with the field it stands in and where it came from.
pub struct Text<'a> {
    /// The words.
    pub content: Content<'a>,
    /// Its table; the prose and the site have none.
    pub table: Option<Table>,
    /// The field, as in `site.toml`.
    pub field: &'static str,
    /// What a clerk calls the field.
    pub label: &'static str,
    /// What it may hold by its nature.
    pub trust: Trust,
    /// Whose names it may hold.
    pub persons: Persons,
    /// Where it stands.
    pub at: At,
}

/// The words of a text.
pub enum Content<'a> {
    /// They may be masked.
    Free(&'a mut String),
    /// They are an address, or figures are counted by them.
    Fixed(Cow<'a, str>),
}

/// What a text may hold by its nature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Nothing.
    None,
    /// Long numbers: it is an id, and is published as it is.
    Id,
    /// A door: it tells where an office is found.
    Address,
}

/// Whose names a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persons {
    /// It is no column for names.
    None,
    /// A person's, unless it names an office.
    Listed {
        /// Whether that person agreed.
        consent: bool,
    },
    /// An office's or a post's, sometimes a person's.
    Likely {
        /// Whether that person agreed.
        consent: bool,
    },
}

/// Where a text stands.
#[derive(Debug, Clone)]
pub enum At {
    /// A row of a table.
    Row(Trace),
    /// A line of a file, on which the text begins; 0 is the whole file.
    Line(Arc<str>, u32),
}

/// The texts of a row.
struct Row<'t, 'a> {
    texts: &'t mut Vec<Text<'a>>,
    table: Table,
    trace: Trace,
}

impl<'a> Row<'_, 'a> {
    fn add(&mut self, field: &'static str, content: Content<'a>, trust: Trust, persons: Persons) {
        let label = self.table.field(field).map_or(field, |spec| spec.label);
        let (table, at) = (Some(self.table), At::Row(self.trace));
        self.texts.push(Text { content, table, field, label, trust, persons, at });
    }

    fn free(&mut self, field: &'static str, words: &'a mut String) {
        self.add(field, Content::Free(words), Trust::None, Persons::None);
    }

    fn fixed(&mut self, field: &'static str, words: &'a str) {
        self.add(field, Content::Fixed(words.into()), Trust::None, Persons::None);
    }

    fn id(&mut self, words: &'a str) {
        self.add("id", Content::Fixed(words.into()), Trust::Id, Persons::None);
    }

    fn address(&mut self, field: &'static str, words: &'a mut String) {
        self.add(field, Content::Free(words), Trust::Address, Persons::None);
    }

    fn named(&mut self, field: &'static str, words: &'a mut String, persons: Persons) {
        self.add(field, Content::Free(words), Trust::None, persons);
    }

    fn post(&mut self, field: &'static str, words: &'a mut String) {
        self.named(field, words, Persons::Likely { consent: false });
    }

    fn contacts(&mut self, contacts: &'a mut [Contact]) {
        for contact in contacts {
            let Contact { role, name, phone, hours, consent } = contact;
            self.post("contact_role", role);
            self.named("contact_name", name, Persons::Listed { consent: *consent });
            self.free("contact_phone", phone);
            self.free("contact_hours", hours);
        }
    }
}

/// All of them but the texts that single issues have: see [`issues`].
pub fn of<'a>(ledger: &'a mut Ledger, config: &'a mut Config) -> Vec<Text<'a>> {
    let Ledger {
        files,
        places,
        teams,
        issues,
        activities,
        projects,
        departments: _, // They are those of issues and projects.
        items,
        fixed_days,
        service_points,
        duty,
        reported,
        reported_places,
        withheld,
        library,
        names,
        left_out: _, // Its files are those above, or cannot be read.
    } = ledger;
    let mut texts = Vec::new();
    for file in files.iter() {
        let at = At::Line(Arc::clone(file), 0);
        texts.push(plain(Content::Fixed(file.to_string().into()), "file", "文件名", at));
    }
    subjects(places, teams, &mut texts);
    words_of_issues(issues, &mut texts);
    works(activities, projects, &mut texts);
    lists(items, fixed_days, &mut texts);
    services(service_points, duty, &mut texts);
    figures(reported, reported_places, &mut texts);
    for withheld in withheld {
        Row { texts: &mut texts, table: Table::Reported, trace: withheld.trace }.free("withheld", &mut withheld.reason);
    }
    for name in names.values_mut() {
        Row { texts: &mut texts, table: Table::Names, trace: name.trace }.free("name", &mut name.name);
    }
    written(library, &mut texts);
    site(config, &mut texts);
    texts.retain(|text| match &text.content {
        Content::Free(words) => !words.is_empty(),
        Content::Fixed(words) => !words.is_empty(),
    });
    texts
}

fn plain<'a>(content: Content<'a>, field: &'static str, label: &'static str, at: At) -> Text<'a> {
    Text { content, table: None, field, label, trust: Trust::None, persons: Persons::None, at }
}

fn subjects<'a>(places: &'a mut [Place], teams: &'a mut [Team], texts: &mut Vec<Text<'a>>) {
    for place in places {
        let Place {
            trace,
            id,
            name,
            level: _,
            parent: _,
            last: _,
            households: _,
            residents: _,
            counted_on: _,
            aliases,
            contacts,
            since: _,
        } = place;
        let mut row = Row { texts, table: Table::Places, trace: *trace };
        row.id(id);
        row.free("name", name);
        aliases.iter_mut().for_each(|alias| row.free("aliases", alias));
        row.contacts(contacts);
    }
    for team in teams {
        let Team { trace, id, name, home: _, kind, members, duties, schedule, contacts, founded: _ } = team;
        let mut row = Row { texts, table: Table::Teams, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.free("kind", kind);
        row.free("schedule", schedule);
        duties.iter_mut().for_each(|duty| row.free("duties", duty));
        members.iter_mut().for_each(|(role, _)| row.post("members", role));
        row.contacts(contacts);
    }
}

/// Shared words once each, with the first row they stand in.
fn words_of_issues<'a>(issues: &'a Issues, texts: &mut Vec<Text<'a>>) {
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
                let mut row = Row { texts, table: Table::Issues, trace: trace(record) };
                row.fixed(field, words.get(record).unwrap_or_default());
            }
        }
    }
}

/// Looks at the texts that each issue has of its own: ids, and released sentences, which may be masked.
pub fn issues(issues: &mut Issues, look: &Look<'_>) -> Vec<Seen> {
    let text = |record: usize, field: &'static str, words, trust| Text {
        content: Content::Fixed(Cow::Borrowed(words)),
        table: Some(Table::Issues),
        field,
        label: Table::Issues.field(field).map_or(field, |spec| spec.label),
        trust,
        persons: Persons::None,
        at: At::Row(issues.traces.get(record).copied().unwrap_or_default()),
    };
    let each = |record: usize| {
        let id = look.at(text(record, "id", issues.ids.get(record), Trust::Id));
        let duplicate = look.at(text(record, "duplicate_of", issues.duplicates.get(record), Trust::Id));
        let words = issues.summaries.get(record);
        let summary = if words.is_empty() {
            Seen::default()
        } else {
            look.summary(words, text(record, "summary", "", Trust::None))
        };
        [(record, id), (record, duplicate), (record, summary)]
    };
    let all = (0..issues.len()).into_par_iter().flat_map_iter(each);
    let mut seen: Vec<(usize, Seen)> = all.filter(|(_, seen)| seen.is_telling()).collect();
    let masked = |(record, seen): &mut (usize, Seen)| seen.masked.take().map(|words| (*record, words));
    let masked: BTreeMap<usize, String> = seen.iter_mut().filter_map(masked).collect();
    if !masked.is_empty() {
        issues.columns_mut().summaries.replace(&masked);
    }
    seen.into_iter().map(|(_, seen)| seen).collect()
}

fn works<'a>(activities: &'a mut [Activity], projects: &'a mut [Project], texts: &mut Vec<Text<'a>>) {
    for activity in activities {
        let Activity {
            trace,
            id,
            date: _,
            team: _,
            place: _,
            kind,
            theme,
            volunteers: _,
            people: _,
            lacks_people: _,
            seconds: _,
            served: _,
            served_unit: _,
            opinions: _,
            disputes: _,
            partners,
            verified: _,
        } = activity;
        let mut row = Row { texts, table: Table::Activities, trace: *trace };
        row.id(id);
        row.fixed("kind", kind);
        row.free("theme", theme);
        row.post("partners", partners);
    }
    for project in projects {
        let Project {
            trace,
            id,
            slug: _, // It is made from the id.
            place: _,
            name,
            kind,
            owner,
            team: _,
            state: _,
            stage,
            start: _,
            due: _,
            done: _,
            budget: _,
            paid: _,
            progress: _,
            origin,
            result,
            milestones,
        } = project;
        let mut row = Row { texts, table: Table::Projects, trace: *trace };
        row.fixed("id", id);
        row.free("name", name);
        row.free("kind", kind);
        row.add("owner", Content::Fixed(owner.as_str().into()), Trust::None, Persons::Likely { consent: false });
        row.free("stage", stage);
        row.free("origin", origin);
        row.free("result", result);
        row.table = Table::Milestones;
        for step in milestones {
            let Milestone { name, weight: _, baseline: _, forecast: _, actual: _, note } = step;
            row.free("name", name);
            row.free("note", note);
        }
    }
}

fn lists<'a>(items: &'a mut [Item], fixed_days: &'a mut [FixedDay], texts: &mut Vec<Text<'a>>) {
    for item in items {
        let Item {
            trace,
            id,
            list: _,
            place: _,
            title,
            published_on: _,
            claimed_on: _,
            claimed_by,
            consent,
            done_on: _,
            cleared_on: _,
            evidence,
            withdrawn,
            carried_from,
        } = item;
        let mut row = Row { texts, table: Table::Items, trace: *trace };
        row.fixed("id", id);
        row.free("title", title);
        row.named("claimed_by", claimed_by, Persons::Likely { consent: *consent });
        row.free("evidence", evidence);
        row.free("withdrawn", withdrawn);
        row.free("carried_from", carried_from);
    }
    for fixed in fixed_days {
        let FixedDay { trace, id, place: _, name, rule: _, start: _, end: _, venue, note, moved: _, first: _, last: _ } =
            fixed;
        let mut row = Row { texts, table: Table::FixedDays, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.address("venue", venue);
        row.free("note", note);
    }
}

fn services<'a>(points: &'a mut [ServicePoint], duty: &'a mut [Duty], texts: &mut Vec<Text<'a>>) {
    for point in points {
        let ServicePoint {
            trace,
            id,
            place: _,
            name,
            kind,
            address,
            hours,
            services,
            phone,
            contact,
            since: _,
            note,
            reach,
        } = point;
        let mut row = Row { texts, table: Table::ServicePoints, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.free("kind", kind);
        row.address("address", address);
        row.free("hours", hours);
        services.iter_mut().for_each(|service| row.free("services", service));
        row.free("phone", phone);
        row.post("contact", contact);
        row.free("note", note);
        row.free("reach", reach);
    }
    for duty in duty {
        let Duty { trace, place: _, days: _, hours: _, role, phone, point: _, note } = duty;
        let mut row = Row { texts, table: Table::Duty, trace: *trace };
        row.post("role", role);
        row.free("phone", phone);
        row.free("note", note);
    }
}

fn figures<'a>(reported: &'a mut [Reported], places: &'a mut [ReportedPlace], texts: &mut Vec<Text<'a>>) {
    for place in places {
        let ReportedPlace { trace, id, name, level, within } = place;
        let mut row = Row { texts, table: Table::ReportedPlaces, trace: *trace };
        row.id(id);
        row.free("name", name);
        row.free("level", level);
        row.free("within", within);
    }
    for reported in reported {
        let Reported { trace, subject: _, name, value, qualifier: _, hedge, unit, period, source, category, note } =
            reported;
        let mut row = Row { texts, table: Table::Reported, trace: *trace };
        row.free("name", name);
        row.free("value", value);
        row.free("qualifier", hedge);
        row.free("unit", unit);
        row.free("period", period);
        row.free("category", category);
        row.free("source", source);
        row.free("note", note);
    }
}

/// What authors wrote.
fn written<'a>(library: &'a mut Library, texts: &mut Vec<Text<'a>>) {
    library.originals_mut().for_each(|prose| prose_texts(prose, texts));
}

fn prose_texts<'a>(prose: &'a mut Prose, texts: &mut Vec<Text<'a>>) {
    let Prose {
        file,
        slug,
        lang: _,
        title,
        date: _,
        summary,
        places: _,
        projects: _,
        publicity,
        order: _,
        body,
        first_line,
        translation,
    } = prose;
    let at = |line| At::Line(Arc::clone(file), line);
    texts.push(plain(Content::Fixed(slug.as_str().into()), "file", "文件名", at(0)));
    texts.push(plain(Content::Free(title), "title", "标题", at(0)));
    texts.push(plain(Content::Free(summary), "summary", "摘要", at(0)));
    if let Some(Publicity { line, from: _, days: _, unit: _, basis, contact, until: _ }) = publicity {
        texts.push(plain(Content::Free(basis), "basis", "依据", at(*line)));
        texts.push(plain(Content::Free(contact), "contact", "意见反馈方式", at(*line)));
    }
    texts.push(plain(Content::Free(body), "text", "正文", at(*first_line)));
    if let Some(translation) = translation {
        prose_texts(translation, texts);
    }
}

/// What the site says about itself, and what it calls things.
fn site<'a>(config: &'a mut Config, texts: &mut Vec<Text<'a>>) {
    let file: Arc<str> = "site.toml".into();
    let mut add = |key: &'static str, content, trust, line| {
        texts.push(Text { trust, ..plain(content, key, key, At::Line(Arc::clone(&file), line)) });
    };
    let url = config.site.base_url.clone().unwrap_or_default();
    add("base_url", Content::Fixed(url.into()), Trust::None, 0);
    for (key, words) in config.site.texts_mut().chain(config.tongues.values_mut().flat_map(Texts::texts_mut)) {
        let trust = if key == "address" { Trust::Address } else { Trust::None };
        add(key, Content::Free(words), trust, 0);
    }
    for level in &mut config.levels {
        add("level.id", Content::Fixed(level.id.as_str().into()), Trust::None, 0);
        add("level.name", Content::Free(&mut level.name), Trust::None, 0);
    }
    for tier in &mut config.tiers {
        add("tier.id", Content::Fixed(tier.id.as_str().into()), Trust::None, 0);
        add("tier.name", Content::Free(&mut tier.name), Trust::None, 0);
    }
    for stage in &mut config.stages {
        add("stage.name", Content::Free(&mut stage.name), Trust::None, stage.line);
    }
    for figure in &mut config.formulas {
        add("figure.id", Content::Fixed(figure.id.as_str().into()), Trust::None, 0);
        add("figure.name", Content::Free(&mut figure.name), Trust::None, 0);
        add("figure.formula", Content::Fixed(figure.formula.as_str().into()), Trust::None, 0);
        add("figure.unit", Content::Free(&mut figure.unit), Trust::None, 0);
    }
    for at in &mut config.breaks {
        add("break.reason", Content::Free(&mut at.reason), Trust::None, at.line);
    }
    for days in &mut config.calendar.days {
        add("calendar.day.reason", Content::Free(&mut days.reason), Trust::None, 0);
    }
    for exception in &mut config.privacy.exceptions {
        add("privacy.exception.reason", Content::Free(&mut exception.reason), Trust::None, exception.line);
    }
}
