//! `[calendar]`: when days end, and the days that are off or worked here only.

use toml::Spanned;

use super::page::Page;
use super::raw::{RawCalendar, RawDays, RawPeriod};
use crate::model::{MonthRule, Weekday};
use crate::text::date::Day;

/// Seconds of a day.
const DAY: u32 = 86_400;

/// `[calendar]`
#[derive(Debug, Clone)]
pub struct CalendarSpec {
    /// Second of the day at which a working day ends; `None` at its end, 24:00.
    pub working_day_ends: Option<u32>,
    /// Whether a term of natural days that ends on a day off runs on to the next working day.
    pub rolls_over: bool,
    /// Second of the day from which on a receipt belongs to the next day; `None` when it never does.
    pub day_cut: Option<u32>,
    /// The day of the weekly meeting before which the issues of the week before are to be closed; `None` where there is none.
    pub weekly_meeting: Option<Weekday>,
    /// The site's own days; where two of them meet, the later entry holds.
    pub days: Vec<LocalDays>,
}

/// `[[calendar.day]]`: days that differ here from the official calendar, or lie outside it.
#[derive(Debug, Clone)]
pub struct LocalDays {
    /// The first.
    pub from: Day,
    /// The last.
    pub to: Day,
    /// Whether they are worked.
    pub work: bool,
    /// Why; printed on the methods page.
    pub reason: String,
}

/// Checks the calendar.
pub(super) fn calendar(page: &mut Page<'_>, raw: RawCalendar) -> CalendarSpec {
    let weekly_meeting = raw.weekly_meeting.and_then(|name| weekday(page, "calendar.weekly_meeting", &name));
    let mut ends = |key: &str, text: Option<Spanned<String>>| text.and_then(|text| clock(page, key, &text));
    CalendarSpec {
        weekly_meeting,
        working_day_ends: ends("calendar.working_day_ends", raw.working_day_ends),
        day_cut: ends("calendar.day_cut", raw.day_cut),
        rolls_over: raw.natural_day_rolls_over.unwrap_or(true),
        days: raw.day.into_iter().filter_map(|days| local(page, &days)).collect(),
    }
}

/// Checks `[period]`: on which day, and at what time of day, the months of the figures begin.
pub(super) fn months(page: &mut Page<'_>, raw: RawPeriod) -> MonthRule {
    let first_day = raw.first_day.and_then(|day| {
        let read = i8::try_from(*day.get_ref()).ok().filter(|day| (1..=28).contains(day));
        if read.is_none() {
            let expected = ("1 到 28 之间的整数", "a whole number from 1 to 28");
            page.bad("period.first_day", &day.get_ref().to_string(), day.span(), expected);
        }
        read
    });
    let cut = raw.cut.and_then(|text| clock(page, "period.cut", &text));
    MonthRule { first_day: first_day.unwrap_or(1), cut }
}

/// A time of day such as `17:30`; `None` for `24:00`, the end of the day, and for what cannot be read.
fn clock(page: &mut Page<'_>, key: &str, text: &Spanned<String>) -> Option<u32> {
    let read = || {
        let (hours, minutes) = text.get_ref().split_once(':')?;
        let digits = |part: &str| {
            let plain = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u32>().ok()).flatten()
        };
        let (hours, minutes) = (digits(hours)?, digits(minutes)?);
        let second = hours * 3_600 + minutes * 60;
        (minutes < 60 && (1..=DAY).contains(&second)).then_some(second)
    };
    let read = read();
    if read.is_none() {
        let expected =
            ("“时:分”，从 00:01 到 24:00，例如 \"17:30\"", "hours and minutes from 00:01 to 24:00, such as \"17:30\"");
        page.bad(key, text.get_ref(), text.span(), expected);
    }
    read.filter(|&second| second < DAY)
}

fn weekday(page: &mut Page<'_>, key: &str, name: &Spanned<String>) -> Option<Weekday> {
    let found = Weekday::ALL.iter().copied().find(|day| day.word() == name.get_ref());
    if found.is_none() {
        let known: Vec<&str> = Weekday::ALL.iter().map(|day| day.word()).collect();
        page.unknown(key, name.get_ref(), name.span(), &known);
    }
    found
}

fn local(page: &mut Page<'_>, raw: &RawDays) -> Option<LocalDays> {
    let from = page.day("calendar.day.from", &raw.from);
    let to = raw.to.as_ref().map_or(from, |to| page.day("calendar.day.to", to));
    let work = match raw.effect.get_ref().as_str() {
        "work" => Some(true),
        "off" => Some(false),
        other => {
            page.unknown("calendar.day.effect", other, raw.effect.span(), &["off", "work"]);
            None
        }
    };
    let reason = raw.reason.get_ref().trim();
    if reason.is_empty() {
        let expected = (
            "一句话：这些天为什么放假或上班（印在口径说明页上）",
            "a sentence: why these days are off or worked (it is printed on the methods page)",
        );
        page.bad("calendar.day.reason", "", raw.reason.span(), expected);
    }
    let (from, to, work) = (from?, to?, work?);
    if let Some(last) = raw.to.as_ref().filter(|_| to < from) {
        let expected = ("不早于 from 的日期", "a day not before `from`");
        page.bad("calendar.day.to", &to.to_string(), last.span(), expected);
        return None;
    }
    Some(LocalDays { from, to, work, reason: reason.to_owned() })
}
