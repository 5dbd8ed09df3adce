//! Activities: a row is a session of a team, or one person's stint.

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::Names;
use super::participation::{Occasion, Stints};
use super::report::Report;
use super::seen::Seen;
use super::volunteers::Volunteers;
use crate::config::{Config, Table};
use crate::diag::{Problem, rules};
use crate::model::{Activity, PlaceIx, ServedUnit, TeamIx};
use crate::text::date::Day;
use crate::text::number::fixed;

const DAY_SECONDS: i64 = 24 * 3600;

struct Columns {
    id: Field,
    date: Field,
    team: Field,
    place: Field,
    kind: Field,
    theme: Field,
    start: Field,
    end: Field,
    volunteers: Field,
    volunteer_ids: Field,
    hours: Field,
    served: Field,
    served_unit: Field,
    opinions: Field,
    disputes: Field,
    partners: Field,
    verified: Field,
}

impl Columns {
    fn of(mut fields: Fields) -> Self {
        let mut take = |name| fields.take(Table::Activities, name);
        Self {
            id: take("id"),
            date: take("date"),
            team: take("team"),
            place: take("place"),
            kind: take("kind"),
            theme: take("theme"),
            start: take("start"),
            end: take("end"),
            volunteers: take("volunteers"),
            volunteer_ids: take("volunteer_ids"),
            hours: take("hours"),
            served: take("served"),
            served_unit: take("served_unit"),
            opinions: take("opinions"),
            disputes: take("disputes"),
            partners: take("partners"),
            verified: take("verified"),
        }
    }
}

/// Reads the sessions, and the stints that are yet to be added up to sessions.
pub(super) fn read(
    input: Input<'_>,
    places: &mut Names,
    teams: &mut Names,
    volunteers: &mut Volunteers,
    report: &mut Report<'_>,
) -> (Vec<Activity>, Stints) {
    let mut activities = Vec::new();
    let mut stints = Stints::default();
    let mut seen = Seen::default();
    input.each_file(Table::Activities, report, |file, fields, report| {
        let columns = Columns::of(fields);
        let is_stint = file.spec.row_is_participation;
        file.rows(report, |cells| {
            if is_stint {
                // Only a row that names a person or an entry can stand twice by mistake; without, equal rows are two people.
                if columns.id.is_absent() || seen.is_new_row(cells, &columns.id, file.path()) {
                    stint(cells, &columns, (places, teams, volunteers), input.config, &mut stints);
                }
            } else if let Some(id) = cells.given(&columns.id)
                && seen.is_first(cells, &columns.id, &id, file.path())
            {
                activities.extend(session(cells, &columns, &id, (places, teams, volunteers), input.config));
            }
        });
    });
    (activities, stints)
}

fn session(
    cells: &mut Cells<'_, '_>,
    columns: &Columns,
    id: &str,
    (places, teams, people): (&mut Names, &mut Names, &mut Volunteers),
    config: &Config,
) -> Option<Activity> {
    let (date, team, place) = who_when_where(cells, columns, places, teams, config)?;
    let volunteers = cells.count(&columns.volunteers);
    let seconds = seconds(cells, columns, volunteers.unwrap_or(1));
    fits_in_a_day(cells, columns, seconds, volunteers.unwrap_or(1).max(1))?;
    if seconds == Some(0) && volunteers != Some(0) {
        let problem = cells.fault(&rules::rows::ZERO_HOURS, &columns.hours);
        cells.remark(problem);
    }
    let people = people.numbers(&cells.text(&columns.volunteer_ids));
    let named = u32::try_from(people.len()).unwrap_or(u32::MAX);
    if let Some(volunteers) = volunteers.filter(|&volunteers| named > 0 && volunteers != named) {
        not_as_many(cells, columns, named, volunteers);
    }
    Some(Activity {
        trace: cells.trace(),
        id: id.to_owned(),
        date,
        team,
        place,
        kind: cells.string(&columns.kind),
        theme: cells.string(&columns.theme),
        volunteers,
        // Where neither a number nor an id is given, somebody took part all the same.
        lacks_people: volunteers.map_or(named == 0, |volunteers| volunteers > named),
        people,
        seconds,
        served: cells.count(&columns.served),
        served_unit: cells.word(&columns.served_unit).unwrap_or(ServedUnit::Visits),
        opinions: cells.count(&columns.opinions),
        disputes: cells.count(&columns.disputes),
        partners: cells.string(&columns.partners),
        verified: cells.yes(&columns.verified).unwrap_or(true),
    })
}

fn stint(
    cells: &mut Cells<'_, '_>,
    columns: &Columns,
    (places, teams, people): (&mut Names, &mut Names, &mut Volunteers),
    config: &Config,
    stints: &mut Stints,
) {
    let Some((date, team, place)) = who_when_where(cells, columns, places, teams, config) else { return };
    let seconds = seconds(cells, columns, 1);
    if fits_in_a_day(cells, columns, seconds, 1).is_none() {
        return;
    }
    if seconds == Some(0) {
        let problem = cells.fault(&rules::rows::ZERO_HOURS, &columns.hours);
        cells.remark(problem);
    }
    let occasion = Occasion {
        team,
        date,
        place,
        kind: cells.string(&columns.kind),
        theme: cells.string(&columns.theme),
        served_unit: cells.word(&columns.served_unit).unwrap_or(ServedUnit::Visits),
        verified: cells.yes(&columns.verified).unwrap_or(true),
    };
    let served = cells.count(&columns.served);
    let opinions = cells.count(&columns.opinions);
    let disputes = cells.count(&columns.disputes);
    let people = people.numbers(&cells.text(&columns.volunteer_ids));
    if people.len() > 1 {
        not_as_many(cells, columns, u32::try_from(people.len()).unwrap_or(u32::MAX), 1);
    }
    stints.add(occasion, cells.trace(), seconds, [served, opinions, disputes], people);
}

/// Notes that more or fewer volunteers are named than took part. The row is not shown: ids are personal, and messages end up in
/// logs.
fn not_as_many(cells: &mut Cells<'_, '_>, columns: &Columns, named: u32, volunteers: u32) {
    let problem = cells.fault(&rules::rows::VOLUNTEERS_DIFFER, &columns.volunteer_ids);
    let problem = problem.with("named", named).with("volunteers", volunteers);
    cells.remark(Problem { excerpt: None, ..problem });
}

fn who_when_where(
    cells: &mut Cells<'_, '_>,
    columns: &Columns,
    places: &mut Names,
    teams: &mut Names,
    config: &Config,
) -> Option<(Day, Option<TeamIx>, Option<PlaceIx>)> {
    let date = cells.day(&columns.date);
    let team = cells.acting_team(&columns.team, teams);
    let place = cells.place(&columns.place, places);
    let date = date.filter(|_| cells.rejected().is_none())?;
    cells.not_after(config.site.as_of, &columns.date, date);
    Some((date, team, place))
}

/// Time served by all together: as given, else from start to end for each of them.
fn seconds(cells: &mut Cells<'_, '_>, columns: &Columns, volunteers: u32) -> Option<i64> {
    let given = cells.seconds(&columns.hours);
    let (start, end) = (cells.clock(&columns.start), cells.clock(&columns.end));
    if given.is_some() {
        return given;
    }
    let (start, end) = (start?, end?);
    if end < start {
        cells.out_of_order((&columns.start, &clock(start)), (&columns.end, &clock(end)));
        return None;
    }
    Some(i64::from(end - start) * i64::from(volunteers))
}

fn clock(second: u32) -> String {
    format!("{:02}:{:02}", second / 3600, second / 60 % 60)
}

/// Rejects the row when each of them would have served more than a day has.
fn fits_in_a_day(cells: &mut Cells<'_, '_>, columns: &Columns, seconds: Option<i64>, volunteers: u32) -> Option<()> {
    let each = seconds.unwrap_or(0) / i64::from(volunteers);
    if seconds.unwrap_or(0) <= DAY_SECONDS * i64::from(volunteers) {
        return Some(());
    }
    let problem = cells.fault(&rules::rows::TOO_MANY_HOURS, &columns.hours).with("value", fixed(each / 36, 2));
    cells.reject(problem);
    None
}
