//! Every text that a page or a download may print: those of the tables, of the prose, of the site itself, and names of files.
//!
//! Records are taken apart whole: a field that is new to one does not compile before it is said here what it holds.

mod records;
mod written;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::look::{Look, Seen};
use super::small::Folded;
use crate::config::{Config, Table};
use crate::model::{Contact, Issues, Ledger, Trace};

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
    records::subjects(places, teams, &mut texts);
    words_of_issues(issues, &mut texts);
    records::works(activities, projects, &mut texts);
    records::lists(items, fixed_days, &mut texts);
    records::services(service_points, duty, &mut texts);
    records::figures(reported, reported_places, &mut texts);
    for withheld in withheld {
        Row { texts: &mut texts, table: Table::Reported, trace: withheld.trace }.free("withheld", &mut withheld.reason);
    }
    for name in names.values_mut() {
        Row { texts: &mut texts, table: Table::Names, trace: name.trace }.free("name", &mut name.name);
    }
    written::written(library, &mut texts);
    written::site(config, &mut texts);
    texts.retain(|text| match &text.content {
        Content::Free(words) => !words.is_empty(),
        Content::Fixed(words) => !words.is_empty(),
    });
    texts
}

fn plain<'a>(content: Content<'a>, field: &'static str, label: &'static str, at: At) -> Text<'a> {
    Text { content, table: None, field, label, trust: Trust::None, persons: Persons::None, at }
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

/// Names of categories that records no longer bear: counts are told under them.
pub fn folded<'a>(issues: &Issues, folded: &'a Folded) -> Vec<Text<'a>> {
    let named = folded.categories.iter().enumerate();
    let text = |(number, name): (usize, &'a String)| Text {
        content: Content::Fixed(Cow::Borrowed(name)),
        table: Some(Table::Issues),
        field: "category",
        label: Table::Issues.field("category").map_or("category", |spec| spec.label),
        trust: Trust::None,
        persons: Persons::None,
        at: At::Row(folded.first(number).and_then(|record| issues.traces.get(record)).copied().unwrap_or_default()),
    };
    named.map(text).collect()
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
