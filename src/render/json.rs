//! Figures and descriptions for machines.

use serde::Serialize;

use super::File;
use crate::measure::Subject;
use crate::view::downloads::published;
use crate::view::{View, routes};

/// All figures of one subject.
#[derive(Serialize)]
struct SubjectFile<'a> {
    subject_kind: &'a str,
    subject: String,
    name: String,
    as_of: String,
    figures: Vec<FigureEntry>,
}

/// The same fields as a row of `data/figures.csv`.
#[derive(Serialize)]
struct FigureEntry {
    figure: String,
    period: String,
    value: Option<serde_json::Number>,
    numerator: Option<u64>,
    denominator: Option<u64>,
    #[serde(skip_serializing_if = "str::is_empty")]
    mark: &'static str,
    definition: String,
}

/// `datapackage.json`
#[must_use]
pub fn package(view: &View<'_>) -> File {
    File { address: routes::DATA_PACKAGE.to_owned(), bytes: pretty(&view.data_package()) }
}

/// The figures of one community, roll-up or team.
#[must_use]
pub fn subject(view: &View<'_>, subject: Subject) -> Option<File> {
    let ledger = view.cleared.ledger();
    let (kind, address) = match subject {
        Subject::Site => return None,
        Subject::Place(at) => ("place", routes::place_json(ledger.place(at)?, view.config.community_level)),
        Subject::Team(at) => ("team", routes::team_json(ledger.team(at)?)),
    };
    let mut figures = Vec::new();
    view.figures(subject, &mut |name, figure| {
        let (value, part, whole) = published(figure);
        figures.push(FigureEntry {
            figure: name.to_owned(),
            period: figure.period.to_string(),
            value: value.parse().ok(),
            numerator: part.parse().ok(),
            denominator: whole.parse().ok(),
            mark: if figure.provisional { "[p]" } else { "" },
            definition: figure.metric.definition(),
        });
    });
    let file = SubjectFile {
        subject_kind: kind,
        subject: view.subject_id(subject),
        name: view.subject_name(subject),
        as_of: view.as_of.to_string(),
        figures,
    };
    let mut bytes = serde_json::to_vec(&file).unwrap_or_default();
    bytes.push(b'\n');
    Some(File { address, bytes })
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    // These are plain structs of strings and numbers: writing them into memory cannot fail.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
