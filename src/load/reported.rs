//! Reported figures: kept as they were stated, in the order of their file.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::{Found, Names};
use super::report::Report;
use super::synonyms::Word;
use crate::config::Table;
use crate::diag::rules;
use crate::model::{PlaceIx, Qualifier, Reported, Subject, TeamIx};

struct Columns {
    subject: Field,
    name: Field,
    value: Field,
    unit: Field,
    period: Field,
    source: Field,
    qualifier: Field,
    note: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Reported, name);
        Self {
            subject: take("subject"),
            name: take("name"),
            value: take("value"),
            unit: take("unit"),
            period: take("period"),
            source: take("source"),
            qualifier: take("qualifier"),
            note: take("note"),
        }
    }
}

/// Reads all reported figures; places and teams have provisional numbers.
pub(super) fn read(input: Input<'_>, places: &mut Names, teams: &mut Names, report: &mut Report<'_>) -> Vec<Reported> {
    let mut reported = Vec::new();
    input.each_file(Table::Reported, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| reported.extend(figure(cells, &columns, places, teams)));
    });
    reported
}

fn figure(cells: &mut Cells<'_, '_>, columns: &Columns, places: &mut Names, teams: &mut Names) -> Option<Reported> {
    let subject = cells.given(&columns.subject)?;
    // A statement about a name nobody listed must not make a place or team of it.
    let subject = match (places.find_listed(&subject), teams.find_listed(&subject)) {
        (Found::At(at), _) => Subject::Place(PlaceIx(at)),
        (_, Found::At(at)) => Subject::Team(TeamIx(at)),
        _ => {
            let problem = cells.unknown_name(&rules::rows::UNKNOWN_PLACE, &columns.subject, &subject, places);
            cells.reject(problem);
            return None;
        }
    };
    let (value, told) = qualified(&cells.given(&columns.value)?);
    cells.is_number(&columns.value, &value)?;
    Some(Reported {
        trace: cells.trace(),
        subject,
        name: cells.given(&columns.name)?.into_owned(),
        value,
        qualifier: cells.word(&columns.qualifier).unwrap_or(told),
        unit: cells.given(&columns.unit)?.into_owned(),
        period: cells.given(&columns.period)?.into_owned(),
        source: cells.given(&columns.source)?.into_owned(),
        note: cells.string(&columns.note),
    })
}

/// A value without the word that says how exact it is: `20余`, `近3万`, `约1.2万`.
fn qualified(text: &str) -> (String, Qualifier) {
    let text = text.trim();
    for word in ["大约", "约", "近", "超过", "左右", "以上", "余", "多"] {
        let bare = text.strip_prefix(word).or_else(|| text.strip_suffix(word)).map(str::to_owned);
        // 1万余, but 3余万 as well.
        let bare = bare.or_else(|| {
            let (before, after) = text.split_once(word)?;
            matches!(after, "万" | "亿").then(|| format!("{before}{after}"))
        });
        if let Some(bare) = bare {
            return (bare.trim().to_owned(), Qualifier::read(word).unwrap_or(Qualifier::About));
        }
    }
    (text.to_owned(), Qualifier::Exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_exact_a_value_is_stands_in_its_words() {
        assert_eq!(qualified("200余"), ("200".to_owned(), Qualifier::Over));
        assert_eq!(qualified("7.5余万"), ("7.5万".to_owned(), Qualifier::Over));
        assert_eq!(qualified("约 19万"), ("19万".to_owned(), Qualifier::About));
        assert_eq!(qualified("1190"), ("1190".to_owned(), Qualifier::Exact));
    }
}
