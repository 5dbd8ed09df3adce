//! All figures of one subject for machines: the same fields as the rows of `data/figures.csv`.

use serde::Serialize;

use super::downloads::published;
use super::{View, routes};
use crate::measure::Subject;

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
    /// What the cells of a row are.
    pub columns: [&'static str; 5],
    /// The figures.
    pub figures: Vec<FigureSeries>,
}

/// One figure over its periods.
#[derive(Debug, Serialize)]
pub struct FigureSeries {
    /// Registry id, with its breakdown in braces.
    pub figure: String,
    /// Definition and version.
    pub definition: String,
    /// A row a period.
    pub rows: Vec<FigureRow>,
}

/// Period, value in the unit of the definition, numerator, denominator, mark (`[p]` or empty).
pub type FigureRow = (String, Option<serde_json::Number>, Option<i64>, Option<u64>, &'static str);

impl View<'_> {
    /// The subjects that have a page, and so a file of their own.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let places = self.rollups.iter().chain(&self.communities).map(|&at| Subject::Place(at));
        let teams = 0..self.cleared.ledger().teams.len();
        places.chain(teams.map(Subject::team)).collect()
    }

    /// All figures of a subject; `None` for the whole site, whose figures stand in the table.
    #[must_use]
    pub fn subject_file(&self, subject: Subject) -> Option<SubjectFile> {
        let ledger = self.cleared.ledger();
        let (subject_kind, address) = match subject {
            Subject::Site | Subject::Department(_) | Subject::Project(_) => return None,
            Subject::Place(at) => ("place", routes::place_json(ledger.place(at)?, self.config.community_level)),
            Subject::Team(at) => ("team", routes::team_json(ledger.team(at)?)),
        };
        let mut figures: Vec<FigureSeries> = Vec::new();
        self.figures(subject, &mut |name, figure| {
            let (value, part, whole) = published(figure);
            let mark = figure.marks();
            let row = (figure.period.to_string(), value.parse().ok(), part.parse().ok(), whole.parse().ok(), mark);
            // All periods of a figure come one after the other.
            match figures.last_mut().filter(|last| last.figure == name) {
                Some(last) => last.rows.push(row),
                None => figures.push(FigureSeries {
                    figure: name.to_owned(),
                    definition: figure.metric.definition(),
                    rows: vec![row],
                }),
            }
        });
        Some(SubjectFile {
            address,
            subject_kind,
            subject: self.subject_id(subject),
            name: self.subject_name(subject),
            as_of: self.as_of.to_string(),
            columns: ["period", "value", "numerator", "denominator", "mark"],
            figures,
        })
    }
}
