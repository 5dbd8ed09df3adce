//! Whether templates name only what is there.
//!
//! The engine finds a wrong name when it prints it, but says nothing about `{% if page.typo %}` or `{{ typo or "" }}`: a
//! section would be missing for ever and nobody would know. So the names of all templates are followed here before a page
//! is made, from what the page's model has (see [`crate::view::contract`]) through loops, blocks, includes and components.
//! Start reading at: [`check`], then [`walk`].

mod expression;
mod scope;
mod syntax;
mod tags;
mod tokens;
mod types;
mod values;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Problem;
use crate::diag::rules::theme::{ARGUMENT_MISSING, NAME_UNKNOWN, WORD_MISSING};
use crate::text::near;
use crate::view::contract::{Contract, Kind};
use types::{Lacking, Types, WORDS};
use walk::{Fault, Finding, Walker};

/// How many known names a message proposes when none is near enough to have been meant.
const PROPOSED: usize = 3;

/// What came of it.
#[derive(Debug, Default)]
pub struct Checked {
    /// Names that are not there: the template, the bytes of it to underline, and the fault without its place.
    pub faults: Vec<(String, std::ops::Range<usize>, Problem)>,
    /// Templates that no page uses.
    pub unreached: BTreeSet<String>,
    /// Words that no template names.
    pub unspoken: BTreeSet<String>,
    /// Fields that could not be checked.
    #[cfg(test)]
    pub blind: Vec<String>,
}

/// Follows the names in all templates of a theme. Style sheets are templates under `assets/` that are given less.
pub fn check(sources: &BTreeMap<String, String>, words: &BTreeMap<String, String>) -> Checked {
    let contract = Contract::new();
    let types = Types::new(&contract, words.keys().map(String::as_str));
    let templates: BTreeMap<&str, _> =
        sources.iter().filter_map(|(name, text)| Some((name.as_str(), tags::template(text)?))).collect();
    let mut walker = Walker::new(&types, &templates);

    let everywhere = BTreeMap::from([
        ("site".to_owned(), Kind::Record(contract.site.clone())),
        ("words".to_owned(), Kind::Record(WORDS.into())),
    ]);
    let mut on_pages = everywhere.clone();
    on_pages.insert("svg".to_owned(), Kind::Map(Box::new(Kind::Text)));
    on_pages.insert("prose_html".to_owned(), Kind::Text);
    for (page, model) in &contract.pages {
        let mut given = on_pages.clone();
        given.extend(types.fields(model).map(|(name, kind)| (name.to_owned(), kind.clone())));
        walker.page(page, given);
    }
    for asset in templates.keys().filter(|name| name.starts_with("assets/")) {
        walker.page(asset, everywhere.clone());
    }
    // Every page has a shell.
    on_pages.insert("shell".to_owned(), Kind::Record("Shell".into()));
    walker.uncalled(&on_pages);

    let defines_components = |name: &str| templates.get(name).is_some_and(|found| !found.components.is_empty());
    let unreached = sources.keys().filter(|name| !walker.reached.contains(name.as_str()) && !defines_components(name));
    Checked {
        #[cfg(test)]
        blind: walker.blind.clone(),
        unreached: unreached.cloned().collect(),
        unspoken: words.keys().filter(|word| !walker.words.contains(*word)).cloned().collect(),
        faults: walker
            .findings
            .iter()
            .map(|((template, at), finding)| ((*template).to_owned(), *at..at + finding.name.len(), problem(finding)))
            .collect(),
    }
}

fn problem(finding: &Finding) -> Problem {
    let (zh, en) = match &finding.fault {
        Fault::Field(Lacking::Record(record)) if &**record == WORDS => {
            return proposing(Problem::new(&WORD_MISSING).with("name", &finding.name), finding);
        }
        Fault::Missing(argument) => {
            return Problem::new(&ARGUMENT_MISSING).with("component", &finding.name).with("name", argument);
        }
        Fault::Page => ("本页的内容".to_owned(), "what the page is given".to_owned()),
        Fault::Body(component) => {
            (format!("组件 {component} 声明的参数"), format!("the declared arguments of the component `{component}`"))
        }
        Fault::Argument(component) => {
            (format!("组件 {component} 的参数"), format!("the arguments of the component `{component}`"))
        }
        Fault::Field(Lacking::Record(record)) => {
            (format!("它前面的值（{record}）"), format!("the fields of the value before it (`{record}`)"))
        }
        Fault::Field(Lacking::Plain) => (
            "它前面的值（文字或数）".to_owned(),
            "the fields of the value before it (a text or number has none)".to_owned(),
        ),
        Fault::Field(Lacking::List) => {
            ("它前面的值（列表）".to_owned(), "the fields of the value before it (a list has none)".to_owned())
        }
    };
    let problem = Problem::new(&NAME_UNKNOWN).with("name", &finding.name).with("page", &finding.page);
    proposing(problem.with("where_zh", zh).with("where_en", en), finding)
}

/// Adds the names that may have been meant.
fn proposing(problem: Problem, finding: &Finding) -> Problem {
    let known = || finding.known.iter().map(String::as_str);
    let meant = near::nearest(&finding.name, known()).map(|name| vec![name]);
    let near = meant.unwrap_or_else(|| near::closest(&finding.name, known(), PROPOSED));
    if near.is_empty() {
        return problem;
    }
    let zh = format!("，例如 {}", near.join("、"));
    problem.with("near_zh", zh).with("near_en", format!(", such as {}", near.join(", ")))
}

#[cfg(test)]
mod tests;
