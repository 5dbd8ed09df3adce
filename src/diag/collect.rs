//! Collecting faults: the same fault in the same column is one group with a count and three examples.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::problem::Problem;
use super::rules::Level;

/// Examples kept of a group; more would only scroll away what matters.
const EXAMPLES: usize = 3;

/// The same fault in the same column of the same file.
#[derive(Debug, Clone)]
pub struct Group {
    /// How often it occurs.
    pub count: usize,
    /// The first few, in the order of their rows.
    pub examples: Vec<Problem>,
}

/// File, column, header, code.
type Key = (Arc<str>, u32, Arc<str>, &'static str);

/// All faults of a build so far. Memory is bounded by kinds of fault, files and columns, not by rows.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    groups: BTreeMap<Key, Group>,
}

impl Problems {
    /// Nothing wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a fault.
    pub fn add(&mut self, problem: Problem) {
        let (file, column, header) = problem
            .at
            .as_ref()
            .map_or_else(|| ("".into(), 0, "".into()), |at| (Arc::clone(&at.file), at.column, Arc::clone(&at.header)));
        let group = self
            .groups
            .entry((file, column, header, problem.rule.code))
            .or_insert_with(|| Group { count: 0, examples: Vec::new() });
        group.count += 1;
        insert_example(&mut group.examples, problem);
    }

    /// Takes over what another step, file or thread found.
    pub fn merge(&mut self, other: Self) {
        for (key, theirs) in other.groups {
            let ours = self.groups.entry(key).or_insert_with(|| Group { count: 0, examples: Vec::new() });
            ours.count += theirs.count;
            for problem in theirs.examples {
                insert_example(&mut ours.examples, problem);
            }
        }
    }

    /// Gives the faults of a rule another weight, as the site asked.
    pub fn set_level(&mut self, code: &str, level: Level) {
        for ((_, _, _, known), group) in &mut self.groups {
            if *known == code {
                for problem in &mut group.examples {
                    problem.level = level;
                }
            }
        }
    }

    /// Groups in the order of files, columns and codes.
    pub fn groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.values()
    }

    /// How many faults of a level there are.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.groups().filter(|group| group.level() == Some(level)).map(|group| group.count).sum()
    }

    /// Whether nothing was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether the build must stop here.
    #[must_use]
    pub fn stop(&self, strict: bool) -> bool {
        self.groups().any(|group| match group.level() {
            Some(Level::Error) => true,
            Some(Level::Warning) => strict,
            _ => false,
        })
    }
}

impl Group {
    /// How grave the group is.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.examples.first().map(|problem| problem.level)
    }
}

impl Extend<Problem> for Problems {
    fn extend<T: IntoIterator<Item = Problem>>(&mut self, problems: T) {
        problems.into_iter().for_each(|problem| self.add(problem));
    }
}

/// Keeps the examples with the smallest rows, whatever order threads report in.
fn insert_example(examples: &mut Vec<Problem>, problem: Problem) {
    let row = |problem: &Problem| problem.at.as_ref().map_or(0, |at| at.row);
    let place = examples.partition_point(|kept| row(kept) <= row(&problem));
    if place < EXAMPLES {
        examples.insert(place, problem);
        examples.truncate(EXAMPLES);
    }
}
