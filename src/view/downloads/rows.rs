//! The rows of the published tables.

use super::{Row, minutes, published};
use crate::measure::items::Step;
use crate::measure::membership::{Bit, Cohort};
use crate::measure::notices::lapse;
use crate::measure::{Subject, activities, age, registry};
use crate::model::{Event, PlaceIx, TeamIx};
use crate::text::number::{fixed, fraction};
use crate::view::View;
use crate::view::reported::stated;

impl View<'_> {
    pub(super) fn figure_rows(&self, subject: Subject, each: &mut dyn FnMut(Row<'_>)) {
        let kind = match subject {
            Subject::Site => "site",
            Subject::Place(_) => "place",
            Subject::Team(_) => "team",
            Subject::Department(_) => "department",
            Subject::Project(_) => "project",
        };
        let id = self.subject_id(subject);
        let as_of = self.as_of.to_string();
        self.figures(subject, &mut |name, figure| {
            let (value, part, whole) = published(figure);
            let (low, high) =
                figure.interval().map(|(low, high)| (low.to_string(), high.to_string())).unwrap_or_default();
            each(&[
                name,
                kind,
                &id,
                &figure.period.to_string(),
                &value,
                &part,
                &whole,
                &low,
                &high,
                figure.metric.unit.code(),
                figure.marks(),
                &figure.metric.definition(),
                &as_of,
            ]);
        });
    }

    pub(super) fn place_id(&self, at: Option<PlaceIx>) -> &str {
        at.and_then(|at| self.cleared.ledger().place(at)).map_or("", |place| place.id.as_str())
    }

    fn team_id(&self, at: Option<TeamIx>) -> &str {
        at.and_then(|at| self.cleared.ledger().team(at)).map_or("", |team| team.id.as_str())
    }

    pub(super) fn place_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        for (at, place) in self.cleared.ledger().places.iter().enumerate() {
            let level = self.config.levels.get(place.level).map_or("", |level| level.id.as_str());
            let at = PlaceIx(u32::try_from(at).unwrap_or(u32::MAX));
            let households = self.cleared.measures().households(at).map(|count| count.to_string()).unwrap_or_default();
            let counted_on = place.counted_on.map(|day| day.to_string()).unwrap_or_default();
            each(&[&place.id, &place.name, level, self.place_id(place.parent), &households, &counted_on]);
        }
    }

    pub(super) fn month_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let measures = self.cleared.measures();
        let Some((first, last)) = measures.span(Subject::Site) else { return };
        let goes_by_them =
            registry::find("issues.received_per_working_day").is_some_and(|metric| measures.applies(metric));
        for month in (0..=last.since(first)).map(|step| first.plus(step)) {
            let rule = self.config.months;
            let working_days = measures.working_days(month).filter(|_| goes_by_them);
            each(&[
                &month.to_string(),
                &rule.first_day(month).to_string(),
                &rule.last_day(month).to_string(),
                &working_days.map(|days| days.to_string()).unwrap_or_default(),
            ]);
        }
    }

    pub(super) fn team_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        for team in &self.cleared.ledger().teams {
            each(&[&team.id, &team.name, &team.kind, self.place_id(team.home)]);
        }
    }

    pub(super) fn issue_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let ledger = self.cleared.ledger();
        let issues = &ledger.issues;
        let membership = self.cleared.measures().membership();
        for record in 0..issues.len() {
            let place = issues.places.get(record).copied();
            let shown = place.and_then(|at| ledger.no_finer(at, self.config.community_level + 1));
            let community = place.and_then(|at| ledger.at_level(at, self.config.community_level));
            let time = |event| issues.time(record, event).map(|at| at.to_string()).unwrap_or_default();
            let due = membership.due(record);
            let basis = due.map_or("", |due| due.basis.word());
            let due = due.map(|due| due.at.to_string()).unwrap_or_default();
            let [extended_to, extended_at, escalated_at] =
                [Event::ExtendedTo, Event::ExtendedAt, Event::EscalatedAt].map(time);
            let times = [
                time(Event::Received),
                time(Event::Dispatched),
                due,
                time(Event::Handled),
                time(Event::Verified),
                time(Event::Closed),
            ];
            let returns = issues.returns.get(record).map(|count| count.to_string()).unwrap_or_default();
            let stars = issues.stars.get(record).map(|stars| stars.to_string()).unwrap_or_default();
            let minutes =
                membership.handling_seconds(record).map(|seconds| minutes(u64::from(seconds))).unwrap_or_default();
            let open_days = age::open_days(issues, record, self.as_of).filter(|_| membership.has(record, Bit::Open));
            let open_days = open_days.map(|days| days.to_string()).unwrap_or_default();
            let months: Vec<String> = Cohort::ALL
                .iter()
                .map(|&cohort| membership.month(record, cohort).map(|month| month.to_string()).unwrap_or_default())
                .collect();
            let answer = |given: Option<bool>| given.map_or("", |yes| if yes { "1" } else { "0" });
            let [received, dispatched, due, handled, verified, closed] = &times;
            let mut row: Vec<&str> = vec![
                issues.ids.get(record),
                self.place_id(shown),
                self.place_name(shown),
                self.place_id(community),
                issues.kinds.get(record).map_or("", crate::model::Kind::word),
                issues.categories.get(record).unwrap_or_default(),
                issues.tiers.get(record).unwrap_or_default(),
                issues.channels.get(record).unwrap_or_default(),
                issues.origins.get(record).map_or("", crate::model::Origin::word),
                issues.departments.get(record).unwrap_or_default(),
                self.team_id(issues.teams.get(record)),
                received,
                dispatched,
                due,
                basis,
                &extended_to,
                &extended_at,
                issues.extension_reasons.get(record).unwrap_or_default(),
                issues.escalated_from.get(record).unwrap_or_default(),
                &escalated_at,
                handled,
                verified,
                closed,
                issues.statuses.get(record).map_or("", crate::model::Status::word),
                issues.calls.get(record).map_or("", crate::model::Call::word),
                answer(issues.contacted.get(record)),
                answer(issues.solved.get(record)),
                issues.process.get(record).map_or("", crate::model::Level::word),
                issues.result.get(record).map_or("", crate::model::Level::word),
                issues.rerated.get(record).map_or("", crate::model::Level::word),
                &returns,
                &stars,
                issues.topics.get(record).unwrap_or_default(),
                issues.duplicates.get(record),
                issues.excluded.get(record).unwrap_or_default(),
                &minutes,
                &open_days,
            ];
            row.extend(months.iter().map(String::as_str));
            row.extend(Bit::ALL.iter().map(|&bit| if membership.has(record, bit) { "1" } else { "0" }));
            each(&row);
        }
    }

    pub(super) fn activity_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let ledger = self.cleared.ledger();
        for activity in &ledger.activities {
            let number = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
            let time =
                activity.seconds.and_then(|seconds| u64::try_from(seconds).ok()).map(minutes).unwrap_or_default();
            let people: Vec<String> = activity.people.iter().map(ToString::to_string).collect();
            each(&[
                &activity.id,
                &activity.date.to_string(),
                self.team_id(activity.team),
                self.place_id(activities::place_of(ledger, activity)),
                &activity.kind,
                &activity.theme,
                &activity.partners,
                &number(activity.volunteers),
                &people.join(" "),
                &time,
                &number(activity.served),
                if activity.served.is_some() { activity.served_unit.word() } else { "" },
                &self.config.months.month_of_day(activity.date).to_string(),
                flag(activities::counts(activity, self.as_of)),
                flag(!activity.lacks_people),
            ]);
        }
    }

    pub(super) fn project_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        use crate::measure::{is_on_schedule, progress, state};
        use crate::model::ProjectState;
        for project in &self.cleared.ledger().projects {
            let state = state(project, self.as_of);
            let day = |day: Option<crate::text::date::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let cents = |cents: Option<i64>| cents.map(|cents| fixed(cents, 2)).unwrap_or_default();
            let progress = progress(project, self.as_of);
            let active = state == ProjectState::Active;
            let budgeted = project.budget.is_some() && project.paid.is_some() && state != ProjectState::Cancelled;
            each(&[
                &project.id,
                self.place_id(Some(project.place)),
                &project.name,
                &project.kind,
                &project.owner,
                self.team_id(project.team),
                state.word(),
                &project.stage,
                &day(project.start),
                &day(project.due),
                &day(project.done),
                &cents(project.budget),
                &cents(project.paid),
                &fraction(progress.reached, progress.whole).unwrap_or_default(),
                &project.origin,
                &project.result,
                flag(active),
                flag(active && is_on_schedule(project, self.as_of)),
                &progress.ten_thousandths().filter(|_| active).map(|share| share.to_string()).unwrap_or_default(),
                flag(budgeted),
            ]);
        }
    }

    pub(super) fn milestone_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        use crate::measure::{has_steps, is_reached};
        let day = |day: Option<crate::text::date::Day>| day.map(|day| day.to_string()).unwrap_or_default();
        for project in &self.cleared.ledger().projects {
            let counts = has_steps(project, self.as_of);
            for step in &project.milestones {
                let slippage = self.cleared.measures().slippage(project, step);
                each(&[
                    &project.id,
                    self.place_id(Some(project.place)),
                    self.team_id(project.team),
                    &step.name,
                    &fixed(i64::from(step.weight), 2),
                    &day(step.baseline),
                    &day(step.forecast),
                    &day(step.actual),
                    &step.note,
                    &slippage.map(|days| days.to_string()).unwrap_or_default(),
                    flag(counts),
                    flag(counts && is_reached(step, self.as_of)),
                ]);
            }
        }
    }

    pub(super) fn item_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        for item in &self.cleared.ledger().items {
            let day = |day: Option<crate::text::date::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let (published, claimed) = (item.published_on.to_string(), day(item.claimed_on));
            let (done, cleared) = (day(item.done_on), day(item.cleared_on));
            let month = self.config.months.month_of_day(item.published_on).to_string();
            let mut row: Vec<&str> = vec![
                &item.id,
                item.list.word(),
                self.place_id(Some(item.place)),
                &item.title,
                item.state(self.as_of).word(),
                &published,
                &claimed,
                &item.claimed_by,
                &done,
                &cleared,
                &item.evidence,
                &item.withdrawn,
                &item.carried_from,
                &month,
            ];
            row.extend(Step::ALL.map(|step| flag(step.holds(item, self.as_of))));
            each(&row);
        }
    }

    pub(super) fn public_notice_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let measures = self.cleared.measures();
        for (at, notice) in self.cleared.ledger().library.notices.iter().enumerate() {
            let (Some(publicity), Some(last)) = (&notice.publicity, measures.last_day(at)) else { continue };
            let places: Vec<&str> = notice.places.iter().map(|&place| self.place_id(Some(place))).collect();
            let ended = last <= self.as_of;
            each(&[
                &notice.slug,
                &notice.title,
                &places.join(" "),
                &publicity.from.to_string(),
                &publicity.days.to_string(),
                publicity.unit.word(),
                &last.to_string(),
                &publicity.until.map(|day| day.to_string()).unwrap_or_default(),
                &publicity.basis,
                &publicity.contact,
                &self.config.months.month_of_day(last).to_string(),
                flag(ended),
                flag(ended && lapse(publicity, last).is_none()),
            ]);
        }
    }

    pub(super) fn reported_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        for reported in &self.cleared.ledger().reported {
            let (kind, id, subject) = self.reported_subject(reported.subject);
            each(&[
                kind,
                id,
                subject,
                &reported.name,
                &stated(reported, self.lang),
                &reported.value,
                reported.qualifier.word(),
                &reported.unit,
                &reported.period,
                &reported.category,
                &reported.source,
                &reported.note,
            ]);
        }
    }
}

fn flag(truth: bool) -> &'static str {
    if truth { "1" } else { "0" }
}
