//! What authors wrote: Markdown files under `content/`, each tied to what it is about.

use std::collections::BTreeMap;

use super::front_matter::{self, FrontMatter};
use super::input::Input;
use super::report::{Report, with_nearest};
use super::translation;
use crate::diag::{Position, Problem, rules};
use crate::model::{Ledger, Library, PlaceIx, ProjectIx, Prose, TeamIx};
use crate::text::near::nearest;
use crate::text::slug::is_id;

/// Addresses at the root that belong to pages of the program.
const TAKEN: [&str; 5] = ["index", "methods", "search", "404", "feed"];

/// Reads all prose. Files whose subject does not exist are noted and left out.
pub(super) fn read(input: Input<'_>, ledger: &Ledger, report: &mut Report<'_>) -> Library {
    let places: BTreeMap<&str, PlaceIx> =
        ledger.places.iter().map(|place| place.id.as_str()).zip((0..).map(PlaceIx)).collect();
    let teams: BTreeMap<&str, TeamIx> =
        ledger.teams.iter().map(|team| team.id.as_str()).zip((0..).map(TeamIx)).collect();
    let projects: BTreeMap<&str, &str> =
        ledger.projects.iter().map(|project| (project.slug.as_str(), project.name.as_str())).collect();
    let numbers: BTreeMap<&str, ProjectIx> =
        ledger.projects.iter().map(|project| project.id.as_str()).zip((0..).map(ProjectIx)).collect();
    let mut library = Library::default();
    let files = input.sources.matching("content/**/*.md").unwrap_or_else(|problem| {
        report.add(problem);
        Vec::new()
    });
    let (translations, originals): (Vec<String>, Vec<String>) =
        files.into_iter().partition(|path| translation::original(path).is_some());
    let mut translations = translation::read(input, &translations, &originals, report);
    for path in originals {
        let Some(prose) = one(input, &path, &places, &numbers, report) else { continue };
        let prose = Prose { translation: translations.remove(&path).map(Box::new), ..prose };
        let folder =
            path.strip_prefix("content/").and_then(|rest| rest.rsplit_once('/')).map_or("", |(folder, _)| folder);
        let slug = prose.slug.clone();
        if let Some(publicity) = prose.publicity.as_ref().filter(|_| folder != "notices") {
            let problem =
                Problem::new(&rules::content::FRONT_MATTER_FIELD).at(Position::row(path.as_str(), publicity.line));
            report.add(problem.with("name", "publicity").with("known", "title, date, places, summary, order"));
        }
        match folder {
            "" if slug == "home" => library.home = Some(prose),
            "" => {
                if is_free(&path, &slug, report) {
                    library.pages.push(prose);
                }
            }
            "notices" => {
                if is_free(&path, &slug, report) {
                    library.notices.push(prose);
                }
            }
            "communities" | "places" => {
                if let Some(&at) = known(&places, &path, &slug, report) {
                    library.places.insert(at, prose);
                }
            }
            "teams" => {
                if let Some(&at) = known(&teams, &path, &slug, report) {
                    library.teams.insert(at, prose);
                }
            }
            "projects" => {
                if known(&projects, &path, &slug, report).is_some() {
                    library.projects.insert(slug, prose);
                }
            }
            _ => report.add(
                Problem::new(&rules::content::FOLDER_UNKNOWN).at(Position::file(path.as_str())).with("folder", folder),
            ),
        }
    }
    library.pages.sort_by(|a, b| (a.order, &a.slug).cmp(&(b.order, &b.slug)));
    library.notices.sort_by(|a, b| (b.date, &a.slug).cmp(&(a.date, &b.slug)));
    library
}

fn one(
    input: Input<'_>,
    path: &str,
    places: &BTreeMap<&str, PlaceIx>,
    projects: &BTreeMap<&str, ProjectIx>,
    report: &mut Report<'_>,
) -> Option<Prose> {
    let (front, body, first_line) = parts(input, path, report)?;
    let FrontMatter { title, date, places: about, projects: works, summary, order, publicity } = front;
    let slug = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md").to_owned();
    let mut concerned = Vec::new();
    for id in about {
        match places.get(id.as_str()) {
            Some(&at) => concerned.push(at),
            None => report.add(unknown(path, &id, nearest(&id, places.keys().copied()))),
        }
    }
    let is_notice = path.starts_with("content/notices/");
    let mut its_projects = Vec::new();
    for (id, at) in works {
        match projects.get(id.as_str()) {
            _ if !is_notice => report.add(
                Problem::new(&rules::content::FRONT_MATTER_FIELD)
                    .at(at)
                    .with("name", "projects")
                    .with("known", "title, date, places, summary, order"),
            ),
            Some(&project) if its_projects.contains(&project) => {}
            Some(&project) => its_projects.push(project),
            None => report.add(unknown(path, &id, nearest(&id, projects.keys().copied())).at(at)),
        }
    }
    Some(Prose {
        file: path.into(),
        title: title.or_else(|| heading(&body)).unwrap_or_else(|| slug.clone()),
        slug,
        lang: input.config.site.lang,
        date,
        summary: summary.unwrap_or_default(),
        places: concerned,
        projects: its_projects,
        publicity,
        order: order.unwrap_or(0),
        body,
        first_line,
        translation: None,
    })
}

/// Front matter, body and the line the body begins at.
pub(super) fn parts(input: Input<'_>, path: &str, report: &mut Report<'_>) -> Option<(FrontMatter, String, u32)> {
    let mut remarks = Vec::new();
    let read = input.sources.text(path).and_then(|text| {
        front_matter::split(path, &text, &mut remarks).map(|(front, body, line)| (front, body.to_owned(), line))
    });
    for problem in remarks {
        report.add(problem);
    }
    read.map_err(|problem| report.add(problem)).ok()
}

/// A first heading is the title of a file that gives none.
pub(super) fn heading(body: &str) -> Option<String> {
    body.lines().find_map(|line| line.strip_prefix("# ")).map(|heading| heading.trim().to_owned())
}

fn known<'m, T>(all: &'m BTreeMap<&str, T>, path: &str, slug: &str, report: &mut Report<'_>) -> Option<&'m T> {
    let found = all.get(slug);
    if found.is_none() {
        report.add(unknown(path, slug, nearest(slug, all.keys().copied())));
    }
    found
}

fn unknown(path: &str, id: &str, near: Option<&str>) -> Problem {
    with_nearest(Problem::new(&rules::content::SUBJECT_UNKNOWN).at(Position::file(path)).with("id", id), near)
}

/// Whether the name of a file can be the address of its page.
fn is_free(path: &str, slug: &str, report: &mut Report<'_>) -> bool {
    let free = is_id(slug) && !TAKEN.contains(&slug);
    if !free {
        report.add(Problem::new(&rules::content::FILE_NAME).at(Position::file(path)).with("name", slug));
    }
    free
}
