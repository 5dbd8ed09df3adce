//! `about.en.md` beside `about.md`: what authors wrote, in the second language of the site.

use std::collections::BTreeMap;

use super::front_matter::FrontMatter;
use super::input::Input;
use super::prose::{heading, parts};
use super::report::Report;
use crate::diag::{Position, Problem, rules};
use crate::model::Prose;
use crate::text::Lang;

/// The original that a file translates, and into which language; `None` for a file that is no translation.
pub(super) fn original(path: &str) -> Option<(String, Lang)> {
    let (stem, word) = path.strip_suffix(".md")?.rsplit_once('.')?;
    Some((format!("{stem}.md"), Lang::from_name(word)?))
}

/// Reads the translations, by the path of their originals.
pub(super) fn read(
    input: Input<'_>,
    paths: &[String],
    originals: &[String],
    report: &mut Report<'_>,
) -> BTreeMap<String, Prose> {
    let mut found = BTreeMap::new();
    for path in paths {
        let Some((original, lang)) = original(path) else { continue };
        if !input.config.tongues.contains_key(&lang) {
            let problem = Problem::new(&rules::content::TRANSLATION_LANGUAGE).at(Position::file(path.as_str()));
            report.add(problem.with("value", lang.name()).with("original", &original));
        } else if !originals.contains(&original) {
            let problem = Problem::new(&rules::content::TRANSLATION_ALONE).at(Position::file(path.as_str()));
            report.add(problem.with("original", &original));
        } else if let Some(prose) = one(input, path, lang, report) {
            found.insert(original, prose);
        }
    }
    found
}

fn one(input: Input<'_>, path: &str, lang: Lang, report: &mut Report<'_>) -> Option<Prose> {
    let (front, body, first_line) = parts(input, path, report)?;
    let FrontMatter { title, date, places, projects, summary, order, publicity } = front;
    let given = [
        ("date", date.is_some()),
        ("places", !places.is_empty()),
        ("projects", !projects.is_empty()),
        ("order", order.is_some()),
        ("publicity", publicity.is_some()),
    ];
    for (name, _) in given.into_iter().filter(|&(_, is_given)| is_given) {
        let problem = Problem::new(&rules::content::TRANSLATION_FIELD).at(Position::file(path));
        report.add(problem.with("name", name));
    }
    Some(Prose {
        file: path.into(),
        slug: String::new(),
        lang,
        title: title.or_else(|| heading(&body)).unwrap_or_default(),
        date: None,
        summary: summary.unwrap_or_default(),
        places: Vec::new(),
        projects: Vec::new(),
        publicity: None,
        order: 0,
        body,
        first_line,
        translation: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_is_told_by_its_name() {
        assert_eq!(original("content/about.en.md"), Some(("content/about.md".to_owned(), Lang::En)));
        assert_eq!(original("content/about.md"), None);
        assert_eq!(original("content/v1.2.md"), None);
    }
}
