use proptest::prelude::*;

use super::*;
use crate::config::LocalDays;

fn spec() -> CalendarSpec {
    CalendarSpec { working_day_ends: None, rolls_over: true, day_cut: None, weekly_meeting: None, days: Vec::new() }
}

fn moment(text: &str) -> Moment {
    match text.parse::<jiff::civil::DateTime>() {
        Ok(at) if text.len() > 10 => Moment::from_civil(at).unwrap(),
        _ => Moment::on(Day::from_civil(text.parse().unwrap()).unwrap()),
    }
}

/// The deadline as text, or the day nobody knows.
fn due(spec: &CalendarSpec, start: &str, limit: u16, unit: TermUnit) -> String {
    match Clock::of(spec).deadline(moment(start), Term { limit, unit }) {
        Ok(at) => at.to_string(),
        Err(UnknownDay(day)) => format!("? {day}"),
    }
}

#[test]
fn terms_end_where_the_official_calendar_says() {
    for (received, limit, unit, expected) in [
        // Saturday; the 26th is a make-up day, then Spring Festival.
        ("2025-01-25", 3, TermUnit::WorkingDay, "2025-02-05"),
        // Saturday; Sunday is a make-up day, then National Day.
        ("2025-09-27", 5, TermUnit::WorkingDay, "2025-10-10"),
        // Thursday; after Spring Festival the weekend of the 28th is worked.
        ("2023-01-19", 3, TermUnit::WorkingDay, "2023-01-29"),
        // Spring Festival 2020 was prolonged; by the first notice this would be the 1st of February.
        ("2020-01-22", 3, TermUnit::WorkingDay, "2020-02-04"),
        // Over the turn of the year: New Year 2023 began in 2022.
        ("2022-12-29", 3, TermUnit::WorkingDay, "2023-01-04"),
        // Friday; Saturday is a make-up day, then Spring Festival.
        ("2026-02-13", 5, TermUnit::WorkingDay, "2026-02-27"),
        // The third day is still Qingming; Sunday the 7th is worked.
        ("2024-04-03", 3, TermUnit::NaturalDay, "2024-04-07"),
        ("2025-05-14", 1, TermUnit::NaturalDay, "2025-05-15"),
    ] {
        assert_eq!(due(&spec(), received, limit, unit), expected, "{received} + {limit} {unit:?}");
    }
}

#[test]
fn each_unit_runs_on_its_clock() {
    let friday = "2024-03-29 23:55:30";
    for (limit, unit, expected) in [
        (7, TermUnit::Minute, "2024-03-30 00:02:30"),
        (48, TermUnit::Hour, "2024-03-31 23:55:30"),
        (1, TermUnit::NaturalDay, "2024-04-01"),
        (3, TermUnit::NaturalDay, "2024-04-01"),
        (1, TermUnit::WorkingDay, "2024-04-01"),
        (1, TermUnit::SameDay, "2024-03-29"),
        (1, TermUnit::SameWeek, "2024-03-31"),
    ] {
        assert_eq!(due(&spec(), friday, limit, unit), expected, "{limit} {unit:?}");
    }
    assert_eq!(due(&spec(), "2024-04-01", 1, TermUnit::SameWeek), "2024-04-07", "Monday begins a week");
}

#[test]
fn without_a_clock_minutes_and_hours_count_in_days() {
    assert_eq!(due(&spec(), "2024-03-29", 15, TermUnit::Minute), "2024-03-29");
    assert_eq!(due(&spec(), "2024-03-29", 24, TermUnit::Hour), "2024-03-30");
}

#[test]
fn a_site_sets_the_ends_of_its_days() {
    let day = |text: &str| moment(text).day();
    let own = CalendarSpec {
        weekly_meeting: None,
        working_day_ends: Some(17 * 3_600 + 1_800),
        rolls_over: false,
        day_cut: Some(18 * 3_600),
        days: vec![LocalDays { from: day("2024-04-01"), to: day("2024-04-01"), work: false, reason: "x".to_owned() }],
    };
    assert_eq!(due(&own, "2024-03-29 09:00:00", 1, TermUnit::WorkingDay), "2024-04-02 17:30:00");
    assert_eq!(due(&own, "2024-03-29 09:00:00", 1, TermUnit::NaturalDay), "2024-03-30");
    assert_eq!(due(&own, "2024-03-29 17:59:59", 1, TermUnit::SameDay), "2024-03-29");
    assert_eq!(due(&own, "2024-03-29 18:00:00", 1, TermUnit::SameDay), "2024-03-30");
    assert_eq!(due(&own, "2024-03-29", 1, TermUnit::SameDay), "2024-03-29");
}

#[test]
fn past_the_last_day_there_is_no_deadline_in_days_worked() {
    assert_eq!(due(&spec(), "2026-12-30", 1, TermUnit::WorkingDay), "2026-12-31");
    assert_eq!(due(&spec(), "2026-12-31", 1, TermUnit::WorkingDay), "? 2027-01-01");
    assert_eq!(due(&spec(), "2026-12-31", 3, TermUnit::NaturalDay), "? 2027-01-03");
    assert_eq!(due(&spec(), "2026-12-31", 72, TermUnit::Hour), "2027-01-03");
    assert_eq!(due(&CalendarSpec { rolls_over: false, ..spec() }, "2026-12-31", 3, TermUnit::NaturalDay), "2027-01-03");
    let last = moment("2100-12-31").day();
    let off = LocalDays { from: last, to: last, work: false, reason: "x".to_owned() };
    let to_the_end = CalendarSpec { days: vec![off], ..spec() };
    assert_eq!(due(&to_the_end, "2100-12-30", 1, TermUnit::WorkingDay), "? 2100-12-31");
    assert_eq!(due(&to_the_end, "2100-12-31", 1, TermUnit::NaturalDay), "? 2100-12-31");
}

/// A moment from 2019-12 to 2027-01, over both ends of the calendar.
fn moments() -> impl Strategy<Value = Moment> {
    (0_i32..2_600, 0_u32..86_400).prop_map(|(days, second)| {
        let first = Day::new(2019, 12, 1).unwrap();
        Moment::at_second(first.plus(days), second)
    })
}

fn terms() -> impl Strategy<Value = Term> {
    (1_u16..60, 0_usize..6).prop_map(|(limit, unit)| Term { limit, unit: TermUnit::ALL[unit] })
}

fn specs() -> impl Strategy<Value = CalendarSpec> {
    let second = || proptest::option::of(1_u32..86_400);
    (second(), any::<bool>(), second()).prop_map(|(working_day_ends, rolls_over, day_cut)| CalendarSpec {
        weekly_meeting: None,
        working_day_ends,
        rolls_over,
        day_cut,
        days: Vec::new(),
    })
}

proptest! {
    #[test]
    fn a_later_start_is_never_due_earlier(spec in specs(), a in moments(), b in moments(), term in terms()) {
        let clock = Clock::of(&spec);
        let (first, second) = if a.order() <= b.order() { (a, b) } else { (b, a) };
        if let (Ok(first), Ok(second)) = (clock.deadline(first, term), clock.deadline(second, term)) {
            prop_assert!(first.order() <= second.order());
        }
    }

    #[test]
    fn a_longer_term_is_never_due_earlier(spec in specs(), start in moments(), term in terms(), more in 0_u16..60) {
        let clock = Clock::of(&spec);
        let longer = Term { limit: term.limit + more, ..term };
        if let (Ok(short), Ok(long)) = (clock.deadline(start, term), clock.deadline(start, longer)) {
            prop_assert!(short.order() <= long.order());
        }
    }

    #[test]
    fn nothing_is_due_before_it_started(spec in specs(), start in moments(), term in terms()) {
        if let Ok(due) = Clock::of(&spec).deadline(start, term) {
            prop_assert!(start.by(due));
        }
    }

    #[test]
    fn a_working_day_deadline_is_a_working_day(spec in specs(), start in moments(), limit in 1_u16..60) {
        let clock = Clock::of(&spec);
        if let Ok(due) = clock.deadline(start, Term { limit, unit: TermUnit::WorkingDay }) {
            prop_assert_eq!(clock.calendar.is_workday(due.day()), Some(true));
            let between = (1..=due.day().since(start.day())).map(|step| start.day().plus(step));
            prop_assert_eq!(between.filter(|&day| clock.calendar.is_workday(day) == Some(true)).count(), usize::from(limit));
        }
    }

    #[test]
    fn natural_days_that_roll_over_end_on_a_working_day(start in moments(), limit in 1_u16..60) {
        let clock = Clock::of(&spec());
        if let Ok(due) = clock.deadline(start, Term { limit, unit: TermUnit::NaturalDay }) {
            prop_assert_eq!(clock.calendar.is_workday(due.day()), Some(true));
            prop_assert!(due.day().since(start.day()) >= i32::from(limit));
        }
    }
}
