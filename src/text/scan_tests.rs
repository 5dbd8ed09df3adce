use proptest::prelude::*;

use super::*;

const CHINA: DateStyle = DateStyle { order: None, utc_offset: 480 };
const AMERICAN: DateStyle = DateStyle { order: Some(DateOrder::MonthDayYear), utc_offset: 480 };
const BRITISH: DateStyle = DateStyle { order: Some(DateOrder::DayMonthYear), utc_offset: 480 };

fn read(text: &str, style: DateStyle) -> Result<String, DateFault> {
    moment(text, style).map(|moment| moment.to_string())
}

#[test]
fn spellings_of_a_day() {
    for text in [
        "2024-03-05",
        "2024-3-5",
        "2024/3/5",
        "2024.3.5",
        "2024. 3. 5",
        "2024年3月5日",
        "2024年3月5号",
        "2024 年 3 月 5 日",
        "20240305",
        "２０２４－０３－０５",
        "２０２４／３／５",
        "\u{3000}2024-03-05\u{a0}\t",
        "45356",
        "45356.0",
    ] {
        assert_eq!(read(text, CHINA).as_deref(), Ok("2024-03-05"), "{text}");
    }
}

#[test]
fn spellings_of_a_moment() {
    for (text, expected) in [
        ("2024-03-05 14:22:31", "14:22:31"),
        ("2024-03-05 14:22:31.123", "14:22:31"),
        ("2024-03-05T14:22:31", "14:22:31"),
        ("2024-03-05t14:22", "14:22:00"),
        ("2024-03-05T14:22:31+08:00", "14:22:31"),
        ("2024-03-05T06:22:31Z", "14:22:31"),
        ("2024-03-05T06:22:31.5 +0000", "14:22:31"),
        ("2024-03-04T20:22:31-10", "14:22:31"),
        ("2024/3/5 9:05", "09:05:00"),
        ("2024/3/5  9:05:07", "09:05:07"),
        ("2024.3.5 9:05", "09:05:00"),
        ("2024年3月5日14时22分", "14:22:00"),
        ("2024年3月5日 14时22分31秒", "14:22:31"),
        ("2024年3月5日14点", "14:00:00"),
        ("2024年3月5日 14：22", "14:22:00"),
        ("2024/3/5 下午2:55", "14:55:00"),
        ("2024/3/5 上午 12:05", "00:05:00"),
        ("2024/3/5 2:55 pm", "14:55:00"),
        ("20240305142231", "14:22:31"),
        ("202403051422", "14:22:00"),
        ("20240305 14:22", "14:22:00"),
        ("45356.6", "14:24:00"),
        ("45356.59896990741", "14:22:31"),
        ("45355.9999999", "00:00:00"),
        ("２０２４－０３－０５\u{3000}１４：２２：３１", "14:22:31"),
    ] {
        assert_eq!(read(text, CHINA), Ok(format!("2024-03-05 {expected}")), "{text}");
    }
}

#[test]
fn dates_with_the_year_last_need_a_declared_order() {
    assert_eq!(read("03/05/2024 02:55:00 PM", CHINA), Err(DateFault::Ambiguous));
    assert_eq!(read("03/05/2024 02:55:00 PM", AMERICAN).as_deref(), Ok("2024-03-05 14:55:00"));
    assert_eq!(read("03/05/2024", BRITISH).as_deref(), Ok("2024-05-03"));
    assert_eq!(read("31/12/2024", AMERICAN), Err(DateFault::NoSuchDay));
    assert_eq!(read("2024-03-05", AMERICAN).as_deref(), Ok("2024-03-05"));
}

#[test]
fn what_is_no_date_says_why() {
    for (text, fault) in [
        ("", DateFault::Empty),
        ("\u{3000} ", DateFault::Empty),
        ("PNS", DateFault::NotADate),
        ("2024-03", DateFault::NotADate),
        ("2024年3月", DateFault::NotADate),
        ("24-3-5", DateFault::NotADate),
        ("2024-03/05", DateFault::NotADate),
        ("2024-03-05 abc", DateFault::NotADate),
        ("2024-03-0514:22", DateFault::NotADate),
        ("2024-03-05 14:22 x", DateFault::NotADate),
        ("123", DateFault::NotADate),
        ("2024-02-30", DateFault::NoSuchDay),
        ("2023年2月29日", DateFault::NoSuchDay),
        ("2024-13-01", DateFault::NoSuchDay),
        ("2024-03-05 25:00:00", DateFault::NoSuchTime),
        ("2024-03-05 12:60", DateFault::NoSuchTime),
        ("2024-03-05 12:00+25:00", DateFault::NoSuchTime),
        ("2024-03-05 24:00:00", DateFault::Midnight24),
        ("2024/3/5 24:00", DateFault::Midnight24),
        ("1989-12-31", DateFault::OutOfRange),
        ("2101/1/1", DateFault::OutOfRange),
        ("0000-00-00", DateFault::OutOfRange),
        ("10000", DateFault::OutOfRange),
        ("2100-12-31T23:00:00Z", DateFault::OutOfRange),
    ] {
        assert_eq!(moment(text, CHINA), Err(fault), "{text}");
    }
}

#[test]
fn a_day_drops_the_clock_and_a_clock_stands_alone() {
    assert_eq!(day("2024-03-05 14:22", CHINA), Ok(Day::new(2024, 3, 5).unwrap()));
    for (text, seconds) in [
        ("14:22", 51_720),
        ("9:05:09", 32_709),
        ("14时22分", 51_720),
        ("2:55 PM", 53_700),
        ("下午2:55", 53_700),
        ("12:00 AM", 0),
        ("12:30PM", 45_000),
        ("１４：２２", 51_720),
    ] {
        assert_eq!(clock(text), Ok(seconds), "{text}");
    }
    assert_eq!(clock("24:00"), Err(DateFault::Midnight24));
    assert_eq!(clock("14"), Err(DateFault::NotADate));
    assert_eq!(clock(""), Err(DateFault::Empty));
}

fn any_moment() -> impl Strategy<Value = Moment> {
    (0_i32..40_000, proptest::option::of(0_u32..DAY_SECONDS)).prop_map(|(days, second)| {
        let day = Day::new(1990, 1, 1).unwrap().plus(days);
        second.map_or(Moment::on(day), |second| Moment::at_second(day, second))
    })
}

proptest! {
    #[test]
    fn a_printed_moment_reads_back(at in any_moment()) {
        prop_assert_eq!(moment(&at.to_string(), CHINA), Ok(at));
        prop_assert_eq!(moment(&format!("\u{3000}{at}"), CHINA), Ok(at));
    }

    #[test]
    fn no_text_is_too_odd(text: String) {
        let _ = (moment(&text, AMERICAN), clock(&text));
    }

    #[test]
    fn nor_one_made_of_the_usual_characters(text in "[-+0-9/.: 年月日时分TZAPM]{0,40}", utc_offset: i32) {
        let _ = (moment(&text, DateStyle { utc_offset, ..BRITISH }), clock(&text));
    }
}
