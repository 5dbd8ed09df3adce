//! Reported figures of places outside the site: a section of its own, in which nothing is counted, added up or compared.

use schemars::JsonSchema;
use serde::Serialize;

use super::data::LeftOutRow;
use super::shell::{Link, Shell};
use super::{View, routes};
use crate::model::{Qualifier, Reported, ReportedPlace, ReportedPlaceIx, Subject, Withheld};
use crate::text::Lang;

/// The index of the section.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportedPage {
    /// Frame.
    pub shell: Shell,
    /// Figures found, passed on, not passed on, and the places they are about.
    pub sentence: String,
    /// The places in the order of their table.
    pub places: Vec<ReportedPlaceRow>,
    /// How many figures are not passed on, by reason.
    pub withheld: Vec<WithheldRow>,
}

/// A place on the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportedPlaceRow {
    /// Its page.
    pub link: Link,
    /// What kind of place; empty when not given.
    pub level: String,
    /// Where it lies; empty when not given.
    pub within: String,
    /// Figures passed on.
    pub shown: usize,
    /// Figures not passed on.
    pub withheld: usize,
}

/// A reason for which figures are not passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WithheldRow {
    /// The reason.
    pub reason: String,
    /// How many figures.
    pub figures: usize,
}

/// The page of a place outside the site.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportedPlacePage {
    /// Frame.
    pub shell: Shell,
    /// Where it lies; empty when not given.
    pub within: String,
    /// Its figures by category, in the order of their file.
    pub groups: Vec<ReportedGroup>,
    /// Where they were stated, as the figures number them.
    pub sources: Vec<String>,
    /// How many figures are not passed on, by reason.
    pub withheld: Vec<WithheldRow>,
}

/// Figures under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportedGroup {
    /// The heading.
    pub name: String,
    /// The figures.
    pub figures: Vec<StatedRow>,
}

/// A figure with the number of its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatedRow {
    /// What is counted.
    pub name: String,
    /// The number with its qualifier and unit, as it was stated.
    pub value: String,
    /// Period in the source's words.
    pub period: String,
    /// Number of the source in the list of the page, from 1.
    pub source: usize,
    /// Remark; empty when none.
    pub note: String,
}

impl View<'_> {
    /// What the section is called.
    #[must_use]
    pub fn reported_title(&self) -> &'static str {
        self.lang.pick("报道数字", "Figures from reports")
    }

    /// The index of the section.
    #[must_use]
    pub fn reported_page(&self) -> ReportedPage {
        let lang = self.lang;
        let all = &self.cleared.ledger().reported_places;
        let places: Vec<_> = (0..).map(ReportedPlaceIx).zip(all).map(|(at, place)| self.place_row(at, place)).collect();
        let shown: usize = places.iter().map(|place| place.shown).sum();
        let withheld: usize = places.iter().map(|place| place.withheld).sum();
        let (found, places_count) = (shown + withheld, places.len());
        let sentence = lang.pick(
            format!("{places_count} 个地方的报道中共有 {found} 个数字：照录 {shown} 个，不照录 {withheld} 个。"),
            format!("Places: {places_count}. Figures in reports about them: {found}; quoted here: {shown}; not quoted: {withheld}."),
        );
        ReportedPage {
            shell: self.shell(
                routes::REPORTED,
                self.reported_title(),
                sentence.clone(),
                self.home_crumb(),
                routes::REPORTED,
            ),
            sentence,
            places,
            withheld: by_reason(self.withheld_of(&|subject| matches!(subject, Subject::ReportedPlace(_)))),
        }
    }

    /// The page of a place outside the site; `None` for a number that is not of this site.
    #[must_use]
    pub fn reported_place_page(&self, at: ReportedPlaceIx) -> Option<ReportedPlacePage> {
        let place = self.cleared.ledger().reported_place(at)?;
        let mut sources: Vec<String> = Vec::new();
        let mut groups: Vec<ReportedGroup> = Vec::new();
        for reported in self.reported_of(at) {
            let source = sources.iter().position(|known| *known == reported.source).unwrap_or_else(|| {
                sources.push(reported.source.clone());
                sources.len() - 1
            });
            let row = StatedRow {
                name: reported.name.clone(),
                value: stated(reported, self.lang),
                period: reported.period.clone(),
                source: source + 1,
                note: reported.note.clone(),
            };
            let name = match reported.category.as_str() {
                "" => self.lang.pick("其他", "Other"),
                category => category,
            };
            match groups.iter_mut().find(|group| group.name == name) {
                Some(group) => group.figures.push(row),
                None => groups.push(ReportedGroup { name: name.to_owned(), figures: vec![row] }),
            }
        }
        let mut crumbs = self.home_crumb();
        crumbs.push(Link::new(self.reported_title(), routes::REPORTED));
        let description = self.lang.pick(
            format!("公开报道中关于{}的数字，照录并注明来源", place.name),
            format!("Figures that reports state about {}, with their sources", place.name),
        );
        Some(ReportedPlacePage {
            shell: self.shell(&routes::reported_place(place), &place.name, description, crumbs, routes::REPORTED),
            within: place.within.clone(),
            groups,
            sources,
            withheld: by_reason(self.withheld_of(&|subject| subject == Subject::ReportedPlace(at))),
        })
    }

    fn place_row(&self, at: ReportedPlaceIx, place: &ReportedPlace) -> ReportedPlaceRow {
        ReportedPlaceRow {
            link: Link::new(place.name.clone(), routes::reported_place(place)),
            level: place.level.clone(),
            within: place.within.clone(),
            shown: self.reported_of(at).count(),
            withheld: self.withheld_of(&|subject| subject == Subject::ReportedPlace(at)).count(),
        }
    }

    fn reported_of(&self, at: ReportedPlaceIx) -> impl Iterator<Item = &Reported> {
        let reported = self.cleared.ledger().reported.iter();
        reported.filter(move |reported| reported.subject == Subject::ReportedPlace(at))
    }

    fn withheld_of(&self, is_wanted: &dyn Fn(Subject) -> bool) -> impl Iterator<Item = &Withheld> {
        self.cleared.ledger().withheld.iter().filter(|withheld| is_wanted(withheld.subject))
    }

    /// Reported figures that are not passed on, as rows of the data page: by file and reason.
    pub(super) fn withheld_rows(&self) -> Vec<LeftOutRow> {
        let ledger = self.cleared.ledger();
        let mut rows: Vec<LeftOutRow> = Vec::new();
        for withheld in &ledger.withheld {
            let file = ledger.position(withheld.trace).file;
            match rows.iter_mut().find(|row| *row.file == *file && row.reason == withheld.reason) {
                Some(row) => row.rows += 1,
                None => rows.push(LeftOutRow { file: file.to_string(), rows: 1, reason: withheld.reason.clone() }),
            }
        }
        rows
    }
}

/// Reasons in the order they come, with how many figures each.
fn by_reason<'a>(all: impl Iterator<Item = &'a Withheld>) -> Vec<WithheldRow> {
    let mut rows: Vec<WithheldRow> = Vec::new();
    for withheld in all {
        match rows.iter_mut().find(|row| row.reason == withheld.reason) {
            Some(row) => row.figures += 1,
            None => rows.push(WithheldRow { reason: withheld.reason.clone(), figures: 1 }),
        }
    }
    rows
}

/// A reported figure as it was stated: `7000余件`, `近70个`, `90%以上`, `over 200 books`. Never rounded, never grouped.
#[must_use]
pub(super) fn stated(reported: &Reported, lang: Lang) -> String {
    let Reported { unit, hedge, qualifier, .. } = reported;
    // A minus sign, not a hyphen: it is one, and no spreadsheet takes the text for a formula.
    let value = reported.value.replacen('-', "−", 1);
    // 万 is a numeral of Chinese; in English its zeros are written out.
    let value = written_out(&value).filter(|_| lang == Lang::En).unwrap_or(value);
    let is_word = |c: char| c.is_ascii_alphabetic() || (lang == Lang::En && c.is_alphabetic());
    let blank = if unit.starts_with(is_word) { " " } else { "" };
    let word = match (lang, qualifier) {
        (_, Qualifier::Exact) => "",
        (Lang::En, Qualifier::Over) => "over ",
        (Lang::En, Qualifier::About) => "about ",
        (Lang::Zh, _) if !hedge.is_empty() => hedge.as_str(),
        (Lang::Zh, Qualifier::Over) if unit == "%" => "以上",
        (Lang::Zh, Qualifier::Over) => "余",
        (Lang::Zh, Qualifier::About) => "约",
    };
    match word {
        "余" | "多" => format!("{value}{word}{unit}"),
        "以上" | "以内" | "左右" => format!("{value}{blank}{unit}{word}"),
        _ => format!("{word}{value}{blank}{unit}"),
    }
}

/// A number in 万 or 亿 with all its digits: `1.2万` is `12000`. `None` for any other.
fn written_out(value: &str) -> Option<String> {
    let (number, zeros) =
        value.strip_suffix('万').map(|number| (number, 4)).or_else(|| Some((value.strip_suffix('亿')?, 8)))?;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = !whole.is_empty() && digits(whole) && digits(fraction) && fraction.len() <= zeros;
    let all = format!("{whole}{fraction:0<zeros$}");
    let all = all.trim_start_matches('0');
    is_number.then(|| if all.is_empty() { "0" } else { all }.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PlaceIx, Trace};

    fn said(value: &str, qualifier: Qualifier, hedge: &str, unit: &str, lang: Lang) -> String {
        let reported = Reported {
            trace: Trace::default(),
            subject: crate::model::Subject::Place(PlaceIx(0)),
            name: String::new(),
            value: value.to_owned(),
            qualifier,
            hedge: hedge.to_owned(),
            unit: unit.to_owned(),
            period: String::new(),
            source: String::new(),
            category: String::new(),
            note: String::new(),
        };
        stated(&reported, lang)
    }

    #[test]
    fn a_reported_figure_is_printed_as_it_was_stated() {
        assert_eq!(said("7000", Qualifier::Over, "", "件", Lang::Zh), "7000余件");
        assert_eq!(said("7.5万", Qualifier::Over, "余", "户", Lang::Zh), "7.5万余户");
        assert_eq!(said("90", Qualifier::Over, "", "%", Lang::Zh), "90%以上");
        assert_eq!(said("70", Qualifier::About, "近", "个", Lang::Zh), "近70个");
        assert_eq!(said("10", Qualifier::About, "以内", "分钟", Lang::Zh), "10分钟以内");
        assert_eq!(said("-13", Qualifier::Exact, "", "%", Lang::Zh), "−13%");
        assert_eq!(said("200", Qualifier::Over, "余", "books", Lang::En), "over 200 books");
        assert_eq!(said("1.2万", Qualifier::About, "", "户次", Lang::En), "about 12000 户次");
        assert_eq!(said("0万", Qualifier::Exact, "", "元", Lang::En), "0 元");
        assert_eq!(said("0.5亿", Qualifier::Exact, "", "元", Lang::En), "50000000 元");
        assert_eq!(said("两万", Qualifier::Exact, "", "元", Lang::En), "两万 元");
    }
}
