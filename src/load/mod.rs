//! Takes: the tables of a site and [`Config`], which says how their columns map.
//! Gives: the [`Ledger`]: every row as a checked record.
//! Promises: a row becomes a record, a problem, or a counted row left out; none vanishes. The order of rows leaves no trace.
//! Never: computes a figure, or takes free text that the source does not declare public.
//! Start reading at: [`load`], then `issues`.

mod activities;
mod cell;
mod columns;
mod duty;
mod fixed_days;
pub mod front_matter;
mod hours;
mod input;
mod issues;
mod items;
mod lists;
mod names;
mod participation;
mod places;
mod projects;
mod prose;
mod publicity;
mod reasons;
mod recurrence;
mod report;
mod reported;
mod reported_places;
mod second_names;
mod seen;
mod service_points;
mod stray;
mod synonyms;
mod teams;
mod translation;
mod tree;
mod volunteers;
mod weekdays;

use std::collections::BTreeSet;

use crate::config::Config;
use crate::diag::{Position, Problem, Problems, rules};
use crate::model::Ledger;
use crate::source::Sources;
use crate::text::near::nearest;

use input::Input;
use names::Names;
use report::Report;
use volunteers::Volunteers;

/// Reads all tables. When `problems` then says stop, the ledger is not whole and must not be used.
#[must_use]
pub fn load(sources: &Sources, config: &Config, problems: &mut Problems) -> Ledger {
    let input = Input { sources, config };
    let mut report = Report::new(config, problems);
    let mut ledger = Ledger::default();

    let listed = places::read(input, &mut report);
    let mut places = Names::of_places(config, &listed, &mut report);
    let listed_teams = teams::read(input, &mut places, &mut report);
    let mut teams = Names::of_teams(config, &listed_teams, &mut report);

    ledger.issues = issues::read(input, &mut places, &mut teams, &mut report);
    let mut volunteers = Volunteers::default();
    let (activities, stints) = activities::read(input, &mut places, &mut teams, &mut volunteers, &mut report);
    ledger.activities = activities;
    ledger.projects = projects::read(input, &mut places, &mut teams, &mut report);
    ledger.items = items::read(input, &mut places, &mut report);
    ledger.fixed_days = fixed_days::read(input, &mut places, &mut report);
    ledger.service_points = service_points::read(input, &mut places, &mut report);
    ledger.duty = duty::read(input, &mut places, &ledger.service_points, &mut report);
    ledger.reported_places = reported_places::read(input, &mut report);
    (ledger.reported, ledger.withheld) = reported::read(input, &places, &teams, &ledger.reported_places, &mut report);

    let settled = places.settle(&config.places, &mut report);
    ledger.places = places::settled(listed, &settled, config);
    names::renumber_places(&mut ledger, &settled);
    let settled_teams = teams.settle(&config.teams, &mut report);
    ledger.teams = teams::settled(listed_teams, &settled_teams, &settled);
    names::renumber_teams(&mut ledger, &settled_teams);

    let stints = stints.renumbered(&settled, &settled_teams);
    ledger.activities.extend(stints.activities(&ledger.teams));
    volunteers.settle(&mut ledger.activities);
    ledger.issues = std::mem::take(&mut ledger.issues).sorted();
    ledger.activities.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    ledger.projects.sort_by(|a, b| (a.place, &a.id).cmp(&(b.place, &b.id)));
    ledger
        .items
        .sort_by(|a, b| (a.place, a.list, a.published_on, &a.id).cmp(&(b.place, b.list, b.published_on, &b.id)));
    ledger.fixed_days.sort_by(|a, b| (a.place, &a.id).cmp(&(b.place, &b.id)));
    let (service_points, new) = service_points::settled(std::mem::take(&mut ledger.service_points));
    ledger.service_points = service_points;
    for duty in &mut ledger.duty {
        duty.point = duty.point.and_then(|point| new.get(point.0 as usize).copied());
    }
    ledger.duty.sort_by(|a, b| a.order().cmp(&b.order()));
    ledger.departments = departments(&ledger);
    ledger.library = prose::read(input, &ledger, &mut report);
    ledger.names = second_names::read(input, &mut report);
    stage_places(config, &ledger, &mut report);
    lost_duplicates(&ledger, &mut report);
    unused_files(input, &mut report);
    let is_empty = ledger.issues.is_empty() && ledger.activities.is_empty() && ledger.projects.is_empty();
    // Where a fault keeps the records out, that fault is what is wrong.
    if is_empty
        && !report.stops()
        && ledger.items.is_empty()
        && ledger.reported.is_empty()
        && config.site.as_of.is_none()
    {
        report.add(Problem::new(&rules::load::NO_RECORDS).at(Position::file("site.toml")));
    }
    (ledger.files, ledger.left_out) = report.finish();
    ledger
}

/// The offices that issues and projects name.
fn departments(ledger: &Ledger) -> Vec<String> {
    let owners = ledger.projects.iter().map(|project| &project.owner).filter(|owner| !owner.is_empty());
    let named: BTreeSet<&String> = ledger.issues.departments.words().iter().chain(owners).collect();
    named.into_iter().cloned().collect()
}

/// Stages are for places that exist.
fn stage_places(config: &Config, ledger: &Ledger, report: &mut Report<'_>) {
    let ids = || ledger.places.iter().map(|place| place.id.as_str());
    for stage in &config.stages {
        for id in stage.places.iter().filter(|id| ids().all(|known| known != id.as_str())) {
            let problem = Problem::new(&rules::load::STAGE_PLACE).at(Position::row("site.toml", stage.line));
            let problem = problem.with("value", &stage.name).with("id", id);
            report.add(report::with_nearest(problem, nearest(id, ids())));
        }
    }
}

/// What is merged into another issue counts with that one, so it must be there.
fn lost_duplicates(ledger: &Ledger, report: &mut Report<'_>) {
    let issues = &ledger.issues;
    let merged = || (0..issues.len()).filter(|&at| !issues.duplicates.get(at).is_empty());
    if merged().next().is_none() {
        return;
    }
    let ids: BTreeSet<&str> = (0..issues.len()).map(|at| issues.ids.get(at)).collect();
    for at in merged() {
        let (id, main) = (issues.ids.get(at), issues.duplicates.get(at));
        if main == id || !ids.contains(main) {
            let trace = issues.traces.get(at).copied();
            let problem = Problem::new(&rules::rows::DUPLICATE_OF_NOTHING).with("value", main).with("id", id);
            report.add(match trace {
                Some(trace) => problem.at(report.position(trace)),
                None => problem,
            });
        }
    }
}

/// Tables that lie in `data/` and were not read: somebody believes that they are published.
fn unused_files(input: Input<'_>, report: &mut Report<'_>) {
    let read: BTreeSet<String> = input.sources.inputs().into_iter().map(|file| file.path).collect();
    for ending in input::ENDINGS {
        let files = input.sources.matching(&format!("data/**/*.{ending}")).unwrap_or_else(|problem| {
            // A source with the same pattern has told it.
            if !report.has(problem.rule) {
                report.add(problem);
            }
            Vec::new()
        });
        for path in files {
            if !read.contains(&path) {
                report
                    .add(Problem::new(&rules::load::FILE_UNUSED).at(Position::file(path.as_str())).with("path", &path));
            }
        }
    }
}

#[cfg(test)]
mod tests;
