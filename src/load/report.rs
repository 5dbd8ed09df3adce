//! The faults found while loading, at the levels the site gave them, and the rows left out for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, Table};
use crate::diag::{Position, Problem, Problems, Rule};
use crate::model::{LeftOut, Trace};

pub(super) struct Report<'a> {
    /// Files that records came from; the first stands for records that no row gives, such as places found in the data.
    files: Vec<Arc<str>>,
    config: &'a Config,
    problems: &'a mut Problems,
    left_out: BTreeMap<(Table, Arc<str>, &'static str), usize>,
}

impl<'a> Report<'a> {
    pub fn new(config: &'a Config, problems: &'a mut Problems) -> Self {
        Self { files: vec!["site.toml".into()], config, problems, left_out: BTreeMap::new() }
    }

    /// The row of a file, as records remember it.
    pub fn trace(&mut self, file: &Arc<str>, row: u32) -> Trace {
        let known = self.files.iter().rposition(|known| Arc::ptr_eq(known, file));
        let at = known.unwrap_or_else(|| {
            self.files.push(Arc::clone(file));
            self.files.len() - 1
        });
        Trace { file: u16::try_from(at).unwrap_or(0), row }
    }

    /// The row that a record came from.
    pub fn position(&self, trace: Trace) -> Position {
        let file = self.files.get(usize::from(trace.file)).cloned();
        Position::row(file.unwrap_or_else(|| "site.toml".into()), trace.row)
    }

    /// Notes a fault at the level the site gave its rule.
    pub fn add(&mut self, mut problem: Problem) {
        if let Some(&level) = self.config.rules.get(problem.rule.code) {
            problem.level = level;
        }
        self.problems.add(problem);
    }

    /// Notes all faults found in reading a file.
    pub fn merge(&mut self, mut problems: Problems) {
        for (code, level) in &self.config.rules {
            problems.set_level(code, *level);
        }
        self.problems.merge(problems);
    }

    /// Whether a fault of this kind was noted.
    pub fn has(&self, rule: &Rule) -> bool {
        self.problems.groups().flat_map(|group| &group.examples).any(|problem| problem.rule.code == rule.code)
    }

    /// Whether what was found so far stops the build.
    pub fn stops(&self) -> bool {
        self.problems.stop(false)
    }

    /// Counts a row that is not taken, under the rule that says so.
    pub fn leave_out(&mut self, table: Table, file: &Arc<str>, rule: &'static Rule) {
        *self.left_out.entry((table, Arc::clone(file), rule.code)).or_default() += 1;
    }

    /// The files that records came from, and all rows left out, by table, file and code.
    pub fn finish(self) -> (Vec<Arc<str>>, Vec<LeftOut>) {
        let left_out = self
            .left_out
            .into_iter()
            .map(|((table, file, code), rows)| LeftOut { table: table.name(), file: file.to_string(), code, rows })
            .collect();
        (self.files, left_out)
    }
}

/// Adds the nearest name to a problem, in words of both languages, where one is near enough to have been meant.
pub(super) fn with_nearest(problem: Problem, near: Option<&str>) -> Problem {
    problem
        .with("near_zh", near.map_or_else(String::new, |near| format!("（最接近的是“{near}”）")))
        .with("near_en", near.map_or_else(String::new, |near| format!(" (the nearest is `{near}`)")))
}
