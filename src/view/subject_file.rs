//! All figures of one subject for machines: the same fields as the rows of `data/figures.csv`.

use serde::Serialize;

use super::downloads::published;
use super::{View, routes};
use crate::measure::Subject;
use crate::model::TeamIx;

/// The figures of a community, roll-up or team.
#[derive(Debug, Serialize)]
pub struct SubjectFile {
    /// Address of the file.
    #[serde(skip)]
    pub address: String,
    /// `place` or `team`.
    pub subject_kind: &'static str,
    /// Id.
    pub subject: String,
    /// Name.
    pub name: String,
    /// As-of date.
    pub as_of: String,
    /// The figures.
    pub figures: Vec<FigureEntry>,
}

/// A figure; the value is a number in the unit of its definition.
#[derive(Debug, Serialize)]
pub struct FigureEntry {
    /// Registry id, with its breakdown in braces.
    pub figure: String,
    /// Period.
    pub period: String,
    /// Value.
    pub value: Option<serde_json::Number>,
    /// Numerator.
    pub numerator: Option<u64>,
    /// Denominator.
    pub denominator: Option<u64>,
    /// `[p]` or empty.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub mark: &'static str,
    /// Definition and version.
    pub definition: String,
}

impl View<'_> {
    /// The subjects that have a page, and so a file of their own.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let places = self.rollups.iter().chain(&self.communities).map(|&at| Subject::Place(at));
        let teams = 0..self.cleared.ledger().teams.len();
        places.chain(teams.map(|at| Subject::Team(TeamIx(u32::try_from(at).unwrap_or(u32::MAX))))).collect()
    }

    /// All figures of a subject; `None` for the whole site, whose figures stand in the table.
    #[must_use]
    pub fn subject_file(&self, subject: Subject) -> Option<SubjectFile> {
        let ledger = self.cleared.ledger();
        let (subject_kind, address) = match subject {
            Subject::Site => return None,
            Subject::Place(at) => ("place", routes::place_json(ledger.place(at)?, self.config.community_level)),
            Subject::Team(at) => ("team", routes::team_json(ledger.team(at)?)),
        };
        let mut figures = Vec::new();
        self.figures(subject, &mut |name, figure| {
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
        Some(SubjectFile {
            address,
            subject_kind,
            subject: self.subject_id(subject),
            name: self.subject_name(subject),
            as_of: self.as_of.to_string(),
            figures,
        })
    }
}
