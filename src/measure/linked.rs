//! Records by what they are linked to other than their place: a team, an office in charge, the project they led to.

use std::collections::BTreeMap;

use super::Subject;
use crate::model::{DepartmentIx, Ledger, PlaceIx, ProjectIx, TeamIx};

/// Issues and projects of subjects that are no place.
#[derive(Debug, Clone, Default)]
pub(super) struct Linked {
    issues: BTreeMap<Subject, Vec<usize>>,
    projects: BTreeMap<Subject, Vec<usize>>,
}

impl Linked {
    pub fn of(ledger: &Ledger) -> Self {
        let mut found = Self::default();
        let issues = &ledger.issues;
        let departments: Vec<_> = issues.departments.words().iter().map(|name| ledger.department(name)).collect();
        let mut by_topic = BTreeMap::<usize, Vec<usize>>::new();
        for record in 0..issues.len() {
            let department = issues.departments.position(record).and_then(|at| departments.get(at).copied().flatten());
            found.issue(department.map(Subject::Department), record);
            found.issue(issues.teams.get(record).map(Subject::Team), record);
            if let Some(topic) = issues.topics.position(record) {
                by_topic.entry(topic).or_default().push(record);
            }
        }
        let topics: BTreeMap<&str, &Vec<usize>> = by_topic
            .iter()
            .filter_map(|(&at, records)| Some((issues.topics.words().get(at)?.as_str(), records)))
            .collect();
        let by_id = Ids::of(ledger, &topics);
        for (at, project) in ledger.projects.iter().enumerate() {
            found.project(project.team.map(Subject::Team), at);
            found.project(ledger.department(&project.owner).map(Subject::Department), at);
            let itself = Subject::Project(ProjectIx(u32::try_from(at).unwrap_or(u32::MAX)));
            found.project(Some(itself), at);
            let origin = match topics.get(project.origin.as_str()) {
                Some(records) => (*records).clone(),
                None => by_id.listed(&project.origin),
            };
            found.issues.insert(itself, origin);
        }
        found
    }

    fn issue(&mut self, subject: Option<Subject>, record: usize) {
        if let Some(subject) = subject {
            self.issues.entry(subject).or_default().push(record);
        }
    }

    fn project(&mut self, subject: Option<Subject>, at: usize) {
        if let Some(subject) = subject {
            self.projects.entry(subject).or_default().push(at);
        }
    }

    /// The issues of a subject, in the order of the ledger.
    pub fn issues(&self, ledger: &Ledger, subject: Subject) -> Vec<usize> {
        match subject {
            Subject::Site => (0..ledger.issues.len()).collect(),
            Subject::Place(first) => ledger.issues.of_places(first, last_within(ledger, first)).collect(),
            _ => self.issues.get(&subject).cloned().unwrap_or_default(),
        }
    }

    /// The projects of a subject, in the order of the ledger.
    pub fn projects(&self, ledger: &Ledger, subject: Subject) -> Vec<usize> {
        let all = ledger.projects.iter().enumerate();
        match subject {
            Subject::Site => all.map(|(at, _)| at).collect(),
            Subject::Place(first) => {
                let last = last_within(ledger, first);
                all.filter(|(_, project)| (first..=last).contains(&project.place)).map(|(at, _)| at).collect()
            }
            _ => self.projects.get(&subject).cloned().unwrap_or_default(),
        }
    }
}

/// The last place within a place.
pub(super) fn last_within(ledger: &Ledger, first: PlaceIx) -> PlaceIx {
    ledger.place(first).map_or(first, |place| place.last)
}

/// Issues by their id, for projects that name the issues they grew out of.
struct Ids<'a>(BTreeMap<&'a str, usize>);

impl<'a> Ids<'a> {
    /// Nothing is looked up where every origin is a topic.
    fn of(ledger: &'a Ledger, topics: &BTreeMap<&str, &Vec<usize>>) -> Self {
        let is_list = |origin: &str| !origin.is_empty() && !topics.contains_key(origin);
        if !ledger.projects.iter().any(|project| is_list(&project.origin)) {
            return Self(BTreeMap::new());
        }
        Self((0..ledger.issues.len()).map(|record| (ledger.issues.ids.get(record), record)).collect())
    }

    fn listed(&self, origin: &str) -> Vec<usize> {
        let is_between = |c: char| c.is_whitespace() || "、，,;；".contains(c);
        let mut found: Vec<usize> = origin.split(is_between).filter_map(|id| self.0.get(id).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Subject {
    /// A team by its number.
    #[must_use]
    pub fn team(at: usize) -> Self {
        Self::Team(TeamIx(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// An office by its number.
    #[must_use]
    pub fn department(at: usize) -> Self {
        Self::Department(DepartmentIx(u32::try_from(at).unwrap_or(u32::MAX)))
    }

    /// A project by its number.
    #[must_use]
    pub fn project(at: usize) -> Self {
        Self::Project(ProjectIx(u32::try_from(at).unwrap_or(u32::MAX)))
    }
}
