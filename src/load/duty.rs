//! The rota. Columns with names of persons are not among its fields, and so are never read.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::hours;
use super::input::Input;
use super::names::Names;
use super::report::{Report, with_nearest};
use super::seen::Seen;
use super::weekdays;
use crate::config::Table;
use crate::config::fields::key;
use crate::diag::rules::rows;
use crate::model::{Duty, DutyDays, PlaceIx, ServicePoint, ServicePointIx, Span};
use crate::text::date::Day;
use crate::text::near::nearest;

/// Days after the as-of date from which on a date is taken for a slip of the year.
const YEAR: i32 = 366;

struct Columns {
    place: Field,
    role: Field,
    weekday: Field,
    date: Field,
    hours: Field,
    phone: Field,
    point: Field,
    note: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Duty, name);
        Self {
            place: take("place"),
            role: take("role"),
            weekday: take("weekday"),
            date: take("date"),
            hours: take("hours"),
            phone: take("phone"),
            point: take("point"),
            note: take("note"),
        }
    }
}

/// Reads the rota; places and service points have provisional numbers.
pub(super) fn read(
    input: Input<'_>,
    places: &mut Names,
    points: &[ServicePoint],
    report: &mut Report<'_>,
) -> Vec<Duty> {
    let mut read = Vec::new();
    let mut seen = Seen::default();
    input.each_file(Table::Duty, report, |file, fields, report| {
        let columns = Columns::of(fields);
        file.rows(report, |cells| {
            if seen.is_new_row(cells, &columns.place, file.path()) {
                read.extend(turn(cells, &columns, places, points, input.config.site.as_of));
            }
        });
    });
    read
}

fn turn(
    cells: &mut Cells<'_, '_>,
    columns: &Columns,
    places: &mut Names,
    points: &[ServicePoint],
    as_of: Option<Day>,
) -> Option<Duty> {
    let place = cells.given_place(&columns.place, places);
    let role = cells.given(&columns.role).map(std::borrow::Cow::into_owned);
    let days = days(cells, columns, as_of);
    let hours = spans(cells, &columns.hours);
    let point = place.and_then(|place| point(cells, &columns.point, place, points));
    Some(Duty {
        trace: cells.trace(),
        place: place?,
        days: days?,
        hours: hours?,
        role: role?,
        phone: cells.string(&columns.phone),
        point,
        note: cells.string(&columns.note),
    })
}

/// The days, from one of the two columns that can tell them.
fn days(cells: &mut Cells<'_, '_>, columns: &Columns, as_of: Option<Day>) -> Option<DutyDays> {
    match (cells.text(&columns.weekday).is_empty(), cells.text(&columns.date).is_empty()) {
        (false, true) => weekly(cells, &columns.weekday),
        (true, false) => single(cells, &columns.date, as_of),
        _ => {
            let field = if columns.weekday.is_absent() { &columns.date } else { &columns.weekday };
            cells.reject(cells.fault(&rows::UNCLEAR_DUTY_DAY, field));
            None
        }
    }
}

/// A turn that comes every week.
fn weekly(cells: &mut Cells<'_, '_>, field: &Field) -> Option<DutyDays> {
    let examples = || vec!["周三", "周一至周五", "周一、三、五", "每天"];
    let days = cells.one_of(field, weekdays::read, examples);
    if days.is_none() {
        cells.leave_out(&rows::UNKNOWN_WORD);
    }
    days.map(DutyDays::Weekly)
}

/// A turn on one day.
fn single(cells: &mut Cells<'_, '_>, field: &Field, as_of: Option<Day>) -> Option<DutyDays> {
    let Some(day) = cells.day(field) else {
        cells.leave_out(&rows::BAD_DATE);
        return None;
    };
    if let Some(as_of) = as_of.filter(|as_of| day.since(*as_of) > YEAR) {
        let problem = cells.fault(&rows::DUTY_FAR_OFF, field).with("value", day).with("as_of", as_of);
        cells.remark(problem);
    }
    Some(DutyDays::On(day))
}

/// The hours; none when the cell is blank.
fn spans(cells: &mut Cells<'_, '_>, field: &Field) -> Option<Vec<Span>> {
    let text = cells.text(field);
    if text.is_empty() {
        return Some(Vec::new());
    }
    let spans = hours::read(&text);
    if spans.is_none() {
        cells.reject(cells.fault(&rows::BAD_HOURS, field).with("value", text));
    }
    spans
}

/// The service point of an id or a name; of several with one name, that of the same place.
fn point(cells: &mut Cells<'_, '_>, field: &Field, place: PlaceIx, points: &[ServicePoint]) -> Option<ServicePointIx> {
    let text = cells.text(field);
    if text.is_empty() {
        return None;
    }
    let wanted = key(&text);
    let numbered = || (0..).map(ServicePointIx).zip(points);
    let only = |found: Vec<ServicePointIx>| if let [one] = found.as_slice() { Some(*one) } else { None };
    let of = |is: &dyn Fn(&ServicePoint) -> bool| {
        only(numbered().filter(|(_, point)| is(point)).map(|(at, _)| at).collect())
    };
    let found = of(&|point| key(&point.id) == wanted)
        .or_else(|| of(&|point| key(&point.name) == wanted))
        .or_else(|| of(&|point| key(&point.name) == wanted && point.place == place));
    if found.is_none() {
        let near = nearest(&text, points.iter().map(|point| point.name.as_str()));
        let problem = with_nearest(cells.fault(&rows::UNKNOWN_POINT, field).with("value", &text), near);
        cells.remark(problem);
    }
    found
}
