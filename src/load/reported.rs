//! Reported figures: kept as they were stated, in the order of their file.

use std::collections::HashMap;

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::{Found, Names};
use super::report::{Report, with_nearest};
use super::synonyms::Word;
use crate::config::Table;
use crate::config::fields::key;
use crate::diag::rules;
use crate::model::{PlaceIx, Qualifier, Reported, ReportedPlace, ReportedPlaceIx, Subject, TeamIx, Withheld};
use crate::text::near::nearest;

struct Columns {
    subject: Field,
    name: Field,
    value: Field,
    unit: Field,
    period: Field,
    source: Field,
    qualifier: Field,
    category: Field,
    note: Field,
    withheld: Field,
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
            category: take("category"),
            note: take("note"),
            withheld: take("withheld"),
        }
    }
}

/// What a reported figure can be about.
struct Known<'a> {
    places: &'a Names,
    teams: &'a Names,
    /// Key of an id or name → number; `None` when it means several.
    elsewhere: HashMap<String, Option<u32>>,
    reported_places: &'a [ReportedPlace],
}

impl Known<'_> {
    /// The name that a text which names nothing was most likely meant to be.
    fn nearest(&self, text: &str) -> Option<&str> {
        let elsewhere = self.reported_places.iter().map(|place| place.name.as_str());
        nearest(text, [self.places.nearest(text), self.teams.nearest(text)].into_iter().flatten().chain(elsewhere))
    }
}

/// Reads all reported figures, and those not passed on; places and teams have provisional numbers.
pub(super) fn read(
    input: Input<'_>,
    places: &Names,
    teams: &Names,
    reported_places: &[ReportedPlace],
    report: &mut Report<'_>,
) -> (Vec<Reported>, Vec<Withheld>) {
    let known = Known { places, teams, elsewhere: by_name(reported_places), reported_places };
    let mut reported = Vec::new();
    let mut withheld = Vec::new();
    input.each_file(Table::Reported, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            let Some(subject) = subject(cells, &columns, &known) else { return };
            let reason = cells.string(&columns.withheld);
            if reason.is_empty() {
                reported.extend(figure(cells, &columns, subject));
            } else {
                // Its other cells may be blank: what is not passed on need not be kept.
                withheld.push(Withheld { trace: cells.trace(), subject, reason });
            }
        });
    });
    (reported, withheld)
}

fn by_name(places: &[ReportedPlace]) -> HashMap<String, Option<u32>> {
    let mut known = HashMap::new();
    for (at, place) in (0..).zip(places) {
        known.entry(key(&place.name)).and_modify(|several| *several = None).or_insert(Some(at));
    }
    // An id always means its own.
    known.extend((0..).zip(places).map(|(at, place)| (key(&place.id), Some(at))));
    known
}

/// What a row is about. A name nobody listed makes no place or team; one that means two things means neither.
fn subject(cells: &mut Cells<'_, '_>, columns: &Columns, known: &Known<'_>) -> Option<Subject> {
    let name = cells.given(&columns.subject)?;
    let place = match known.places.find_listed(&name) {
        Found::At(at) => Some(Subject::Place(PlaceIx(at))),
        _ => None,
    };
    let team = match known.teams.find_listed(&name) {
        Found::At(at) => Some(Subject::Team(TeamIx(at))),
        _ => None,
    };
    let elsewhere = known.elsewhere.get(&key(&name));
    match (place.or(team), elsewhere) {
        (Some(own), None) => Some(own),
        (None, Some(&Some(at))) => Some(Subject::ReportedPlace(ReportedPlaceIx(at))),
        (None, None) => {
            let near = known.nearest(&name);
            let problem = cells.fault(&rules::rows::UNKNOWN_SUBJECT, &columns.subject).with("value", &name);
            let problem = with_nearest(problem, near);
            cells.reject(problem);
            None
        }
        (_, Some(_)) => {
            let problem = cells.fault(&rules::load::NAME_TWICE, &columns.subject).with("value", &name);
            cells.reject(problem);
            None
        }
    }
}

fn figure(cells: &mut Cells<'_, '_>, columns: &Columns, subject: Subject) -> Option<Reported> {
    let (value, mut hedge) = qualified(&cells.given(&columns.value)?);
    cells.is_number(&columns.value, &value)?;
    let mut qualifier = Qualifier::read(hedge).unwrap_or(Qualifier::Exact);
    let told = cells.text(&columns.qualifier);
    if let Some(said) = cells.word::<Qualifier>(&columns.qualifier) {
        qualifier = said;
        // The word of a kind is printed as each language does; any other is the source's own.
        hedge = if Qualifier::from_word(&told).is_some() { "" } else { &told };
    }
    Some(Reported {
        trace: cells.trace(),
        subject,
        name: cells.given(&columns.name)?.into_owned(),
        value,
        qualifier,
        hedge: hedge.to_owned(),
        unit: cells.given(&columns.unit)?.into_owned(),
        period: cells.given(&columns.period)?.into_owned(),
        source: cells.given(&columns.source)?.into_owned(),
        category: cells.string(&columns.category),
        note: cells.string(&columns.note),
    })
}

/// A value without the word that says how exact it is, and that word: `20余`, `近3万`, `约1.2万`.
fn qualified(text: &str) -> (String, &'static str) {
    let text = text.trim();
    for word in ["大约", "约", "近", "不到", "超过", "超", "左右", "以上", "以内", "余", "多"] {
        let bare = text.strip_prefix(word).or_else(|| text.strip_suffix(word)).map(str::to_owned);
        // 1万余, but 3余万 as well.
        let bare = bare.or_else(|| {
            let (before, after) = text.split_once(word)?;
            matches!(after, "万" | "亿").then(|| format!("{before}{after}"))
        });
        if let Some(bare) = bare {
            return (bare.trim().to_owned(), word);
        }
    }
    (text.to_owned(), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_exact_a_value_is_stands_in_its_words() {
        assert_eq!(qualified("200余"), ("200".to_owned(), "余"));
        assert_eq!(qualified("7.5余万"), ("7.5万".to_owned(), "余"));
        assert_eq!(qualified("约 19万"), ("19万".to_owned(), "约"));
        assert_eq!(qualified("超500"), ("500".to_owned(), "超"));
        assert_eq!(qualified("1190"), ("1190".to_owned(), ""));
    }

    #[test]
    fn every_word_that_hedges_has_a_kind() {
        for word in ["大约", "约", "近", "不到", "超过", "超", "左右", "以上", "以内", "余", "多"] {
            assert!(Qualifier::read(word).is_some_and(|kind| kind != Qualifier::Exact), "{word}");
        }
    }
}
