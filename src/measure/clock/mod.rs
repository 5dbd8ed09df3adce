//! Takes: a moment, a term of a service tier, and the site's calendar.
//! Gives: the moment by which the promise must be kept.
//! Promises: the day of the start does not count; a deadline in working days lies on a working day.
//! Never: takes a day for a working day because nobody said otherwise.
//! Start reading at: [`Clock::deadline`], then `calendar`.

mod calendar;
mod official;

pub use calendar::Calendar;
pub use official::{NOTICES, Notice};

use crate::config::{CalendarSpec, Term, TermUnit};
use crate::model::Weekday;
use crate::text::date::{Day, Moment};

const DAY_SECONDS: u64 = 86_400;

/// Turns promises into deadlines.
#[derive(Debug, Clone)]
pub struct Clock {
    calendar: Calendar,
    working_day_ends: Option<u32>,
    rolls_over: bool,
    day_cut: Option<u32>,
    weekly_meeting: Option<Weekday>,
}

/// A day of which nobody knows whether it is worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownDay(pub Day);

impl Clock {
    /// The clock of a site.
    #[must_use]
    pub fn of(spec: &CalendarSpec) -> Self {
        Self {
            calendar: Calendar::with(&spec.days),
            working_day_ends: spec.working_day_ends,
            rolls_over: spec.rolls_over,
            day_cut: spec.day_cut,
            weekly_meeting: spec.weekly_meeting,
        }
    }

    /// The moment by which something must have happened that was promised within a term from `start`.
    ///
    /// A deadline at the end of a day is given as the day, which lasts until 24:00. Minutes and hours run day and night,
    /// working days or not; from a start without a clock they count in whole days, as all durations do.
    pub fn deadline(&self, start: Moment, term: Term) -> Result<Moment, UnknownDay> {
        let (day, limit) = (start.day(), term.limit);
        match term.unit {
            TermUnit::Minute => Ok(later(start, u64::from(limit) * 60)),
            TermUnit::Hour => Ok(later(start, u64::from(limit) * 3_600)),
            TermUnit::NaturalDay => {
                let end = day.plus(i32::from(limit));
                let end = if self.rolls_over { self.workday_from(end)? } else { end };
                Ok(Moment::on(end))
            }
            TermUnit::WorkingDay => {
                let mut end = day;
                for _ in 0..limit {
                    end = self.workday_from(next(end)?)?;
                }
                Ok(self.working_day_ends.map_or(Moment::on(end), |second| Moment::at_second(end, second)))
            }
            TermUnit::SameDay => Ok(Moment::on(self.service_day(start))),
            TermUnit::SameWeek => Ok(Moment::on(week_end(day))),
        }
    }

    /// The day to which a receipt belongs: the next one from the daily cut-off on.
    #[must_use]
    pub fn service_day(&self, received: Moment) -> Day {
        received.day().plus(i32::from(self.is_after_cut(received)))
    }

    /// Whether a receipt comes at or after the daily cut-off; one without a clock does not.
    #[must_use]
    pub fn is_after_cut(&self, received: Moment) -> bool {
        received.second().zip(self.day_cut).is_some_and(|(second, cut)| second >= cut)
    }

    /// The day of the weekly meeting in the week after a receipt; `None` where there is no such meeting.
    #[must_use]
    pub fn meeting_after(&self, received: Day) -> Option<Day> {
        self.weekly_meeting.map(|weekday| week_end(received).plus(1 + weekday as i32))
    }

    /// The day itself if it is worked, else the next that is.
    fn workday_from(&self, mut day: Day) -> Result<Day, UnknownDay> {
        while !self.calendar.is_workday(day).ok_or(UnknownDay(day))? {
            day = next(day)?;
        }
        Ok(day)
    }
}

/// The Sunday of a day's week (ISO 8601: weeks begin on Monday).
#[must_use]
pub fn week_end(day: Day) -> Day {
    day.plus(6 - day.days_after_monday())
}

/// The day after; after the last day there is, nobody knows anything.
fn next(day: Day) -> Result<Day, UnknownDay> {
    Some(day.plus(1)).filter(|&next| next > day).ok_or(UnknownDay(day))
}

fn later(start: Moment, seconds: u64) -> Moment {
    let days = |seconds: u64| i32::try_from(seconds / DAY_SECONDS).unwrap_or(i32::MAX);
    match start.second() {
        None => Moment::on(start.day().plus(days(seconds))),
        Some(second) => {
            let total = u64::from(second) + seconds;
            let second = u32::try_from(total % DAY_SECONDS).unwrap_or(0);
            Moment::at_second(start.day().plus(days(total)), second)
        }
    }
}

#[cfg(test)]
mod tests;
