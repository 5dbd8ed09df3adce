//! The cells of one row, read as what their fields should be; what cannot be read is a problem with its place.
//!
//! A faulty cell of a required field rejects the row; any other counts as blank.

use std::borrow::Cow;
use std::fmt::Display;
use std::ops::RangeInclusive;

use super::columns::{Columns, Field, Slot, Unit};
use super::names::{Found, Names};
use super::reasons;
use super::report::{Report, with_nearest};
use super::synonyms::{Word, yes_or_no};
use crate::diag::{Position, Problem, Rule, rules};
use crate::model::{PlaceIx, TeamIx, Trace};
use crate::source::Row;
use crate::text::date::{Day, Moment};
use crate::text::number::{self, NumberFault};
use crate::text::scan::{self, DateFault};
use crate::text::width::cut;

/// Columns of a terminal that a quoted cell may take.
pub(super) const QUOTED: usize = 40;

pub(super) struct Cells<'r, 'p> {
    pub row: &'r Row<'r>,
    columns: &'r Columns,
    report: &'r mut Report<'p>,
    rejected: Option<&'static Rule>,
}

/// Why a cell cannot be read.
enum Fault {
    Date(DateFault),
    Number(NumberFault),
    /// A part of something that comes whole.
    NotWhole,
    /// The words it knows.
    Word(String),
    Range(&'static str),
    Negative,
}

impl<'r, 'p> Cells<'r, 'p> {
    pub fn new(row: &'r Row<'r>, columns: &'r Columns, report: &'r mut Report<'p>) -> Self {
        Self { row, columns, report, rejected: None }
    }

    /// The row, as its record remembers it.
    pub fn trace(&mut self) -> Trace {
        self.report.trace(&self.columns.file, self.row.number())
    }

    /// The cells that any field takes its text from: two rows that agree in them are the same row to us.
    pub fn taken(&self) -> impl Iterator<Item = &'r str> {
        let row = self.row;
        self.columns.taken.iter().map(move |&at| row.cell(at))
    }

    /// The rule for which this row is not taken.
    pub fn rejected(&self) -> Option<&'static Rule> {
        self.rejected
    }

    /// A fault of a field in this row, with its cell shown.
    pub fn fault(&self, rule: &'static Rule, field: &Field) -> Problem {
        let problem = Problem::new(rule).with("field", field.spec.name).with("label", field.spec.label);
        match field.column() {
            Some(at) => {
                let (line, mark) = self.row.excerpt(at);
                problem.at(self.row.position(at)).excerpt(line, mark)
            }
            None => problem.at(Position::row(self.columns.file.clone(), self.row.number())),
        }
    }

    /// Notes a fault and keeps the row.
    pub fn remark(&mut self, problem: Problem) {
        self.report.add(problem);
    }

    /// Notes a fault for which the row is not taken.
    pub fn reject(&mut self, problem: Problem) {
        self.rejected.get_or_insert(problem.rule);
        self.report.add(problem);
    }

    /// Does not take the row, for a fault that was noted already.
    pub fn leave_out(&mut self, rule: &'static Rule) {
        self.rejected.get_or_insert(rule);
    }

    fn refuse(&mut self, field: &Field, problem: Problem) {
        if field.spec.required { self.reject(problem) } else { self.remark(problem) }
    }

    /// The text of a field; empty when not given.
    pub fn text<'f>(&self, field: &'f Field) -> Cow<'f, str>
    where
        'r: 'f,
    {
        field.text(self.row)
    }

    /// The text of a field, owned.
    pub fn string(&self, field: &Field) -> String {
        self.text(field).into_owned()
    }

    /// The text of a field that must be given; a blank one rejects the row.
    pub fn given<'f>(&mut self, field: &'f Field) -> Option<Cow<'f, str>>
    where
        'r: 'f,
    {
        let text = field.text(self.row);
        if text.is_empty() {
            self.missing(field);
            return None;
        }
        Some(text)
    }

    /// Rejects the row because a field is blank.
    pub fn missing(&mut self, field: &Field) {
        let problem = self.fault(&rules::rows::MISSING_VALUE, field);
        self.reject(problem);
    }

    fn read<T>(&mut self, field: &Field, parse: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        let text = field.text(self.row);
        if text.is_empty() {
            if field.spec.required {
                self.missing(field);
            }
            return None;
        }
        match parse(&text) {
            Ok(value) => Some(value),
            Err(fault) => {
                let problem = self.describe(field, &text, fault);
                self.refuse(field, problem);
                None
            }
        }
    }

    fn describe(&self, field: &Field, text: &str, fault: Fault) -> Problem {
        let (rule, values): (&'static Rule, Vec<(&'static str, String)>) = match fault {
            Fault::Date(DateFault::Ambiguous) => (&rules::rows::AMBIGUOUS_DATE, Vec::new()),
            Fault::Date(fault) => (&rules::rows::BAD_DATE, both(reasons::of_date(fault, text))),
            Fault::Number(fault) => (&rules::rows::BAD_NUMBER, both(reasons::of_number(fault, text))),
            Fault::Word(known) => match field.said_by(self.row) {
                Some(entry) => (&rules::rows::MAPPED_WRONG, vec![("known", known), ("entry", entry)]),
                None => (&rules::rows::UNKNOWN_WORD, vec![("known", known)]),
            },
            Fault::NotWhole => (&rules::rows::BAD_NUMBER, both(("应当是整数", "a whole number is needed"))),
            Fault::Range(range) => {
                let (zh, en) = (format!("在 {range} 之间"), format!("lies between {range}"));
                (&rules::rows::OUT_OF_RANGE, vec![("range_zh", zh), ("range_en", en)])
            }
            Fault::Negative => {
                let (zh, en) = ("是 0 或正数".to_owned(), "is 0 or more".to_owned());
                (&rules::rows::OUT_OF_RANGE, vec![("range_zh", zh), ("range_en", en)])
            }
        };
        let mut problem = self.fault(rule, field).with("value", cut(text, QUOTED));
        problem.values.extend(values);
        problem
    }

    /// A point in time, from one column or from a date and a time of day.
    pub fn moment(&mut self, field: &Field) -> Option<Moment> {
        let style = self.columns.style;
        let Slot::DateTime(date, time) = field.slot else {
            return self.read(field, |text| scan::moment(text, style).map_err(Fault::Date));
        };
        let (date, time) = (field.part(self.row, date), field.part(self.row, time));
        self.read(field, |whole| {
            let day = scan::day(date.as_deref().unwrap_or(whole), style).map_err(Fault::Date)?;
            match time {
                Some(time) => scan::clock(&time).map(|second| Moment::at_second(day, second)).map_err(Fault::Date),
                None => Ok(Moment::on(day)),
            }
        })
    }

    /// A day.
    pub fn day(&mut self, field: &Field) -> Option<Day> {
        self.moment(field).map(Moment::day)
    }

    /// A time of day as its second; a date before it is dropped.
    pub fn clock(&mut self, field: &Field) -> Option<u32> {
        let style = self.columns.style;
        self.read(field, |text| match scan::clock(text) {
            Ok(second) => Ok(second),
            Err(fault) => match scan::moment(text, style) {
                Ok(moment) => moment.second().ok_or(Fault::Date(fault)),
                Err(_) => Err(Fault::Date(fault)),
            },
        })
    }

    /// A whole number that is not negative.
    pub fn count(&mut self, field: &Field) -> Option<u32> {
        self.read(field, |text| {
            let number = number::parse(text).map_err(Fault::Number)?;
            let whole = number.whole().ok_or(Fault::NotWhole)?;
            if whole < 0 {
                return Err(Fault::Negative);
            }
            u32::try_from(whole).map_err(|_| Fault::Number(NumberFault::TooLarge))
        })
    }

    /// A whole number within a range.
    pub fn count_in<T>(&mut self, field: &Field, range: RangeInclusive<T>, shown: &'static str) -> Option<T>
    where
        T: TryFrom<i64> + PartialOrd,
    {
        self.read(field, |text| {
            let number = number::parse(text).map_err(Fault::Number)?;
            let whole = number.whole().and_then(|whole| T::try_from(whole).ok());
            whole.filter(|whole| range.contains(whole)).ok_or(Fault::Range(shown))
        })
    }

    /// Whether a text taken from a cell is a number; otherwise the cell is faulty.
    pub fn is_number(&mut self, field: &Field, text: &str) -> Option<()> {
        match number::parse(text) {
            Ok(_) => Some(()),
            Err(fault) => {
                let problem = self.describe(field, text, Fault::Number(fault));
                self.refuse(field, problem);
                None
            }
        }
    }

    /// An amount in 元, as 分; a header in 万元 is taken at its word.
    pub fn money(&mut self, field: &Field) -> Option<i64> {
        let places = if field.unit == Unit::TenThousand { 6 } else { 2 };
        self.read(field, |text| {
            let number = number::parse(text).map_err(Fault::Number)?;
            let cents = number.scaled(places).ok_or(Fault::Number(NumberFault::TooLarge))?;
            if cents < 0 { Err(Fault::Negative) } else { Ok(cents) }
        })
    }

    /// A length of time in hours, as seconds; a header in minutes is taken at its word.
    pub fn seconds(&mut self, field: &Field) -> Option<i64> {
        /// Ten thousandths of an hour or minute, which is finer than any table is kept.
        const PLACES: u32 = 4;
        let each = if field.unit == Unit::Minutes { 60 } else { 3600 };
        self.read(field, |text| {
            let number = number::parse(text).map_err(Fault::Number)?;
            let scaled = number.scaled(PLACES).filter(|scaled| scaled.unsigned_abs() < 1 << 48);
            let scaled = scaled.ok_or(Fault::Number(NumberFault::TooLarge))?;
            if scaled < 0 { Err(Fault::Negative) } else { Ok((scaled * each + 5_000) / 10_000) }
        })
    }

    /// A percentage 0–100 or a weight, in hundredths; a percent sign may stand behind it.
    pub fn hundredths(&mut self, field: &Field, most: u32, range: &'static str) -> Option<u32> {
        self.read(field, |text| {
            let number = number::parse(text.trim_end_matches(['%', '％'])).map_err(Fault::Number)?;
            let scaled = number.scaled(2).and_then(|scaled| u32::try_from(scaled).ok());
            scaled.filter(|&scaled| scaled <= most).ok_or(Fault::Range(range))
        })
    }

    /// Yes or no.
    pub fn yes(&mut self, field: &Field) -> Option<bool> {
        self.read(field, |text| yes_or_no(text).ok_or_else(|| Fault::Word("是, 否".to_owned())))
    }

    /// A word of a vocabulary.
    pub fn word<T: Word>(&mut self, field: &Field) -> Option<T> {
        self.read(field, |text| T::read(text).ok_or_else(|| Fault::Word(T::known().join(", "))))
    }

    /// One of the words that the site itself declares.
    pub fn one_of<'w, T>(
        &mut self,
        field: &Field,
        find: impl FnOnce(&str) -> Option<T>,
        known: impl FnOnce() -> Vec<&'w str>,
    ) -> Option<T> {
        self.read(field, |text| find(text).ok_or_else(|| Fault::Word(known().join(", "))))
    }

    /// A place that may be left open.
    pub fn place(&mut self, field: &Field, places: &mut Names) -> Option<PlaceIx> {
        let text = field.text(self.row);
        let found = places.find(&text);
        self.found(&rules::rows::UNKNOWN_PLACE, field, &text, &found, places).map(PlaceIx)
    }

    /// The place of a record that must have one.
    pub fn given_place(&mut self, field: &Field, places: &mut Names) -> Option<PlaceIx> {
        let text = field.text(self.row);
        let found = places.find_given(&text);
        if matches!(found, Found::Blank) {
            self.missing(field);
        }
        self.found(&rules::rows::UNKNOWN_PLACE, field, &text, &found, places).map(PlaceIx)
    }

    /// A team that may be left open.
    pub fn team(&mut self, field: &Field, teams: &mut Names) -> Option<TeamIx> {
        let text = field.text(self.row);
        let found = teams.find(&text);
        self.found(&rules::rows::UNKNOWN_TEAM, field, &text, &found, teams).map(TeamIx)
    }

    /// The team that did something: with none, the group of those not given where the site has one.
    pub fn acting_team(&mut self, field: &Field, teams: &mut Names) -> Option<TeamIx> {
        let text = field.text(self.row);
        let found = teams.find_given(&text);
        self.found(&rules::rows::UNKNOWN_TEAM, field, &text, &found, teams).map(TeamIx)
    }

    /// The number of what was found; the row is rejected when the name means nothing, or several.
    fn found(
        &mut self,
        unknown: &'static Rule,
        field: &Field,
        text: &str,
        found: &Found,
        names: &Names,
    ) -> Option<u32> {
        match found {
            Found::At(at) => return Some(*at),
            Found::Blank => {}
            Found::Unknown => {
                let problem = self.unknown_name(unknown, field, text, names);
                self.reject(problem);
            }
            Found::Several => {
                let problem = self.fault(&rules::load::NAME_TWICE, field).with("value", cut(text, QUOTED));
                self.reject(problem);
            }
        }
        None
    }

    /// A name that nothing listed goes by, with the nearest that is.
    pub fn unknown_name(&self, rule: &'static Rule, field: &Field, text: &str, names: &Names) -> Problem {
        with_nearest(self.fault(rule, field).with("value", cut(text, QUOTED)), names.nearest(text))
    }

    /// Notes two days of which the later step lies before the earlier.
    pub fn in_order(&mut self, earlier: (&Field, Option<Day>), later: (&Field, Option<Day>)) {
        if let (Some(first), Some(then)) = (earlier.1, later.1)
            && then < first
        {
            self.out_of_order((earlier.0, &first), (later.0, &then));
        }
    }

    /// Notes a later step that lies before the earlier; the row stays.
    pub fn out_of_order(&mut self, earlier: (&Field, &dyn Display), later: (&Field, &dyn Display)) {
        let problem = self
            .two_steps(&rules::rows::DATES_OUT_OF_ORDER, earlier.0, later.0)
            .with("value", later.1)
            .with("first", earlier.1);
        self.remark(problem);
    }

    /// Notes a later step that is there without the step before it.
    pub fn no_step_skipped(&mut self, earlier: (&Field, bool), later: (&Field, bool)) {
        if later.1 && !earlier.1 && !earlier.0.is_absent() {
            let problem = self.two_steps(&rules::rows::STAGE_SKIPPED, earlier.0, later.0);
            self.remark(problem);
        }
    }

    fn two_steps(&self, rule: &'static Rule, earlier: &Field, later: &Field) -> Problem {
        self.fault(rule, later)
            .with("later", later.spec.name)
            .with("later_zh", later.spec.label)
            .with("earlier", earlier.spec.name)
            .with("earlier_zh", earlier.spec.label)
    }

    /// Notes a day that the figures do not reach yet.
    pub fn not_after(&mut self, as_of: Option<Day>, field: &Field, day: Day) {
        if let Some(as_of) = as_of.filter(|&as_of| day > as_of) {
            let problem = self.fault(&rules::rows::AFTER_AS_OF, field).with("value", day).with("as_of", as_of);
            self.remark(problem);
        }
    }
}

/// A reason in both languages, as the words of a rule take it.
fn both((zh, en): (&str, &str)) -> Vec<(&'static str, String)> {
    vec![("reason_zh", zh.to_owned()), ("reason_en", en.to_owned())]
}
