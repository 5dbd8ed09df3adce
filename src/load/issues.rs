//! Issues: the big table. Cells are borrowed, columns are bound once per file.

use std::borrow::Cow;

use super::cell::Cells;
use super::columns::{Field, Fields};
use super::input::Input;
use super::names::Names;
use super::report::Report;
use super::seen::Seen;
use crate::config::{Config, SourceSpec, Table, Tier};
use crate::diag::rules;
use crate::model::{Event, Issue, Issues, Status};
use crate::text::date::Moment;

struct Columns {
    id: Field,
    place: Field,
    /// By [`Event`], in the order of [`Event::ALL`].
    times: [Field; Event::ALL.len()],
    kind: Field,
    origin: Field,
    status: Field,
    category: Field,
    tier: Field,
    channel: Field,
    department: Field,
    team: Field,
    contacted: Field,
    solved: Field,
    process: Field,
    result: Field,
    stars: Field,
    call: Field,
    rerated: Field,
    escalated_from: Field,
    extension_reason: Field,
    returns: Field,
    topic: Field,
    duplicate_of: Field,
    excluded: Field,
    summary: Field,
    summary_is_public: bool,
}

impl Columns {
    fn of(mut fields: Fields, spec: &SourceSpec) -> Self {
        let mut take = |name| fields.take(Table::Issues, name);
        Self {
            id: take("id"),
            place: take("place"),
            times: Event::ALL.map(|event| take(event.field())),
            kind: take("kind"),
            origin: take("origin"),
            status: take("status"),
            category: take("category"),
            tier: take("tier"),
            channel: take("channel"),
            department: take("department"),
            team: take("team"),
            contacted: take("contacted"),
            solved: take("solved"),
            process: take("process"),
            result: take("result"),
            stars: take("stars"),
            call: take("call"),
            rerated: take("rerated"),
            escalated_from: take("escalated_from"),
            extension_reason: take("extension_reason"),
            returns: take("returns"),
            topic: take("topic"),
            duplicate_of: take("duplicate_of"),
            excluded: take("excluded"),
            summary: take("summary"),
            summary_is_public: spec.public.iter().any(|field| field == "summary"),
        }
    }

    fn time(&self, event: Event) -> Option<&Field> {
        self.times.get(event as usize)
    }

    fn has(&self, event: Event) -> bool {
        self.time(event).is_some_and(|field| !field.is_absent())
    }
}

/// Reads all issues, unsorted, with provisional numbers of places and teams.
pub(super) fn read(input: Input<'_>, places: &mut Names, teams: &mut Names, report: &mut Report<'_>) -> Issues {
    let mut issues = Issues::default();
    let mut seen = Seen::default();
    input.each_file(Table::Issues, report, |file, fields, report| {
        let columns = Columns::of(fields, file.spec);
        file.rows(report, |cells| {
            let Some(id) = cells.given(&columns.id) else { return };
            if seen.is_first(cells, &columns.id, &id, file.path()) {
                take(cells, &columns, &id, (places, teams), input.config, &mut issues);
            }
        });
    });
    issues
}

fn take(
    cells: &mut Cells<'_, '_>,
    columns: &Columns,
    id: &str,
    (places, teams): (&mut Names, &mut Names),
    config: &Config,
    issues: &mut Issues,
) {
    let place = cells.given_place(&columns.place, places);
    let Some(times) = times(cells, columns) else { return };
    let team = cells.team(&columns.team, teams);
    let (Some(place), None) = (place, cells.rejected()) else { return };
    let status = cells.word::<Status>(&columns.status);
    let time = |event: Event| times.get(event as usize).copied().flatten();
    // A time that was given and refused has had its message.
    let not_given = |event| columns.time(event).is_none_or(|field| cells.text(field).is_empty());
    if status == Some(Status::Closed) && not_given(Event::Handled) && not_given(Event::Closed) {
        let problem = cells.fault(&rules::rows::STATUS_WITHOUT_TIME, &columns.status);
        cells.remark(problem);
    }
    if let (Some(received), Some(field)) = (time(Event::Received), columns.time(Event::Received)) {
        cells.not_after(config.site.as_of, field, received.day());
    }
    if let (Some(handled), Some(verified)) = (columns.time(Event::Handled), columns.time(Event::Verified)) {
        let settled = time(Event::Handled).or(time(Event::Closed)).is_some();
        cells.no_step_skipped((handled, settled), (verified, time(Event::Verified).is_some()));
    }
    let summary = if columns.summary_is_public { cells.text(&columns.summary) } else { "".into() };
    issues.push(&Issue {
        trace: cells.trace(),
        id,
        place,
        times,
        closing_is_finish: !columns.has(Event::Closed),
        kind: cells.word(&columns.kind),
        origin: cells.word(&columns.origin),
        status,
        category: &cells.text(&columns.category),
        tier: &tier(cells, &columns.tier, &config.tiers),
        channel: &cells.text(&columns.channel),
        department: &cells.text(&columns.department),
        team,
        contacted: cells.yes(&columns.contacted),
        solved: cells.yes(&columns.solved),
        process: cells.word(&columns.process),
        result: cells.word(&columns.result),
        stars: cells.count_in(&columns.stars, 1..=5, "1–5"),
        call: cells.word(&columns.call),
        rerated: cells.word(&columns.rerated),
        escalated_from: &tier(cells, &columns.escalated_from, &config.tiers),
        extension_reason: &cells.text(&columns.extension_reason),
        returns: cells.count_in(&columns.returns, 0..=u16::MAX, "0–65535"),
        topic: &cells.text(&columns.topic),
        duplicate_of: &cells.text(&columns.duplicate_of),
        excluded: &cells.text(&columns.excluded),
        summary: &summary,
    });
}

/// The times of an issue without impossible ones; `None` when it is not known when it was received.
///
/// An export with one column for the end fills both: without a column for `handled_at`, the closing (else the reply)
/// counts as handling, and without one for `closed_at`, the handling counts as closing.
fn times(cells: &mut Cells<'_, '_>, columns: &Columns) -> Option<[Option<Moment>; Event::ALL.len()]> {
    let mut times = [None; Event::ALL.len()];
    for (time, field) in times.iter_mut().zip(&columns.times) {
        *time = cells.moment(field);
    }
    let ([Some(received), ..], [received_field, ..]) = (times, &columns.times) else { return None };
    for ((event, time), field) in Event::ALL.into_iter().zip(&mut times).zip(&columns.times) {
        let Some(early) = time.filter(|time| !received.by(*time)) else { continue };
        if matches!(event, Event::Due | Event::ExtendedTo) {
            // A deadline that had passed before it began is a fault of the office, and stays one in the figures.
            cells.out_of_order((received_field, &received), (field, &early));
        } else {
            let problem = cells.fault(&rules::rows::BEFORE_RECEIVED, field);
            cells.remark(problem.with("value", early).with("received", received));
            *time = None;
        }
    }
    let stands_for_handled = if columns.has(Event::Closed) { Event::Closed } else { Event::Replied };
    for (missing, other) in [(Event::Handled, stands_for_handled), (Event::Closed, Event::Handled)] {
        let known = times.get(other as usize).copied().flatten();
        if let Some(time) = times.get_mut(missing as usize).filter(|_| !columns.has(missing)) {
            *time = known;
        }
    }
    Some(times)
}

/// The tier by its id; any word where the site declares no tiers.
fn tier<'f, 'r: 'f>(cells: &mut Cells<'r, '_>, field: &'f Field, tiers: &'f [Tier]) -> Cow<'f, str> {
    if tiers.is_empty() {
        return cells.text(field);
    }
    let known = |text: &str| tiers.iter().find(|tier| tier.id == text || tier.name == text);
    let tier = cells.one_of(field, known, || tiers.iter().map(|tier| tier.id.as_str()).collect());
    Cow::Borrowed(tier.map_or("", |tier| tier.id.as_str()))
}
