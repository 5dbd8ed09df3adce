//! Dates and times of day as people type them, in one pass over the digits.

use super::clean;
use super::date::{DateOrder, Day, Moment};

const DAY_SECONDS: u32 = 86_400;
/// Serial numbers of 1990-01-01 and 2100-12-31 in a spreadsheet.
const FIRST_SERIAL: u64 = 32_874;
const LAST_SERIAL: u64 = 73_415;

/// How the dates of a file are written.
#[derive(Debug, Clone, Copy)]
pub struct DateStyle {
    /// Order of `03/05/2024`; such a date is refused when the order is not declared.
    pub order: Option<DateOrder>,
    /// Offset of the site's clock from UTC in minutes; times with another offset are converted to it.
    pub utc_offset: i32,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// There is nothing.
    Empty,
    /// It is something else.
    NotADate,
    /// The calendar has no such day.
    NoSuchDay,
    /// The clock has no such time.
    NoSuchTime,
    /// The year is outside 1990–2100.
    OutOfRange,
    /// `03/05/2024`, and the order of day and month is not declared.
    Ambiguous,
    /// `24:00:00`, which belongs to two days.
    Midnight24,
}

/// Reads a date, with or without a clock.
pub fn moment(text: &str, style: DateStyle) -> Result<Moment, DateFault> {
    if let Some(result) = iso(text.as_bytes()) {
        return result;
    }
    let mut scan = Scan { rest: clean::trim(text) };
    if scan.is_done() {
        return Err(DateFault::Empty);
    }
    let first = scan.number().ok_or(DateFault::NotADate)?;
    let day = match first.length {
        5 => return serial(first.value, &mut scan),
        12 | 14 => return compact(first, &scan),
        8 => calendar(first.value / 10_000, first.value / 100 % 100, first.value % 100)?,
        _ => scan.date(first, style.order)?,
    };
    let parted = scan.skip_blanks() | scan.take('T') | scan.take('日');
    scan.skip_blanks();
    if scan.is_done() {
        return Ok(Moment::on(day));
    }
    if !parted {
        return Err(DateFault::NotADate);
    }
    let second = scan.clock()?;
    let offset = scan.offset()?;
    scan.done()?;
    match offset {
        Some(offset) => shifted(day, second, style.utc_offset.saturating_sub(offset)),
        None => Ok(Moment::at_second(day, second)),
    }
}

/// Reads a date; a clock behind it is read and dropped.
pub fn day(text: &str, style: DateStyle) -> Result<Day, DateFault> {
    moment(text, style).map(Moment::day)
}

/// Reads a time of day as its second: `14:22`, `9:05:09`, `14时22分`, `2:55 PM`, `下午2:55`.
pub fn clock(text: &str) -> Result<u32, DateFault> {
    let mut scan = Scan { rest: clean::trim(text) };
    if scan.is_done() {
        return Err(DateFault::Empty);
    }
    let second = scan.clock()?;
    scan.done()?;
    Ok(second)
}

/// The two spellings that make up most files, without looking at characters: `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS`.
fn iso(bytes: &[u8]) -> Option<Result<Moment, DateFault>> {
    let (date, time) = bytes.split_first_chunk::<10>()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else { return None };
    let pair = |tens: u8, ones: u8| {
        (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
    };
    let (year, month, day) = (pair(y1, y2)? * 100 + pair(y3, y4)?, pair(m1, m2)?, pair(d1, d2)?);
    let second = match *time {
        [] => None,
        [b' ' | b'T', h1, h2, b':', m1, m2, b':', s1, s2] => Some((pair(h1, h2)?, pair(m1, m2)?, pair(s1, s2)?)),
        _ => return None,
    };
    Some(calendar(year.into(), month.into(), day.into()).and_then(|day| match second {
        None => Ok(Moment::on(day)),
        Some((hour, minute, second)) => Ok(Moment::at_second(day, time_of_day(hour, minute, second)?)),
    }))
}

fn calendar(year: u64, month: u64, day: u64) -> Result<Day, DateFault> {
    if !(1990..=2100).contains(&year) {
        return Err(DateFault::OutOfRange);
    }
    let (Ok(year), Ok(month), Ok(day)) = (i16::try_from(year), i8::try_from(month), i8::try_from(day)) else {
        return Err(DateFault::NoSuchDay);
    };
    Day::new(year, month, day).ok_or(DateFault::NoSuchDay)
}

fn time_of_day(hour: u32, minute: u32, second: u32) -> Result<u32, DateFault> {
    match (hour, minute, second) {
        (24, 0, 0) => Err(DateFault::Midnight24),
        (0..=23, 0..=59, 0..=59) => Ok(hour * 3600 + minute * 60 + second),
        _ => Err(DateFault::NoSuchTime),
    }
}

/// A moment moved by some minutes, when it stays inside 1990–2100.
fn shifted(day: Day, second: u32, minutes: i32) -> Result<Moment, DateFault> {
    let moved = i64::from(second) + i64::from(minutes) * 60;
    let days = i32::try_from(moved.div_euclid(DAY_SECONDS.into())).map_err(|_| DateFault::OutOfRange)?;
    let second = u32::try_from(moved.rem_euclid(DAY_SECONDS.into())).map_err(|_| DateFault::OutOfRange)?;
    let landed = day.plus(days);
    if landed.since(day) == days { Ok(Moment::at_second(landed, second)) } else { Err(DateFault::OutOfRange) }
}

/// A serial number of a spreadsheet: days, and the part of the day behind the point, rounded to the second.
fn serial(days: u64, scan: &mut Scan<'_>) -> Result<Moment, DateFault> {
    let fraction = if scan.take('.') { Some(scan.number().ok_or(DateFault::NotADate)?) } else { None };
    scan.done()?;
    if !(FIRST_SERIAL..=LAST_SERIAL).contains(&days) {
        return Err(DateFault::OutOfRange);
    }
    let after = i32::try_from(days - FIRST_SERIAL).map_err(|_| DateFault::OutOfRange)?;
    let day = calendar(1990, 1, 1)?.plus(after);
    let Some(fraction) = fraction else { return Ok(Moment::on(day)) };
    let whole = 10_u128.pow(fraction.length.min(Number::DIGITS));
    let second = (u128::from(fraction.value) * u128::from(DAY_SECONDS) + whole / 2) / whole;
    let second = u32::try_from(second).map_err(|_| DateFault::NotADate)?;
    if fraction.value == 0 { Ok(Moment::on(day)) } else { shifted(day, second % DAY_SECONDS, carry(second)) }
}

/// Minutes of the day that rounding filled up.
fn carry(second: u32) -> i32 {
    if second >= DAY_SECONDS { 24 * 60 } else { 0 }
}

/// `202403051422` and `20240305142231`.
fn compact(digits: Number, scan: &Scan<'_>) -> Result<Moment, DateFault> {
    scan.done()?;
    let value = if digits.length == 12 { digits.value * 100 } else { digits.value };
    let (date, time) = (value / 1_000_000, value % 1_000_000);
    let day = calendar(date / 10_000, date / 100 % 100, date % 100)?;
    let part = |value: u64| u32::try_from(value % 100).map_err(|_| DateFault::NotADate);
    Ok(Moment::at_second(day, time_of_day(part(time / 10_000)?, part(time / 100)?, part(time)?)?))
}

/// A run of digits. Digits past the eighteenth are counted out: only a fraction may be that long.
#[derive(Clone, Copy)]
struct Number {
    value: u64,
    length: u32,
}

impl Number {
    const DIGITS: u32 = 18;

    /// As a part of a day or a clock: one or two digits.
    fn short(self) -> Result<u32, DateFault> {
        if self.length > 2 {
            Err(DateFault::NotADate)
        } else {
            u32::try_from(self.value).map_err(|_| DateFault::NotADate)
        }
    }
}

/// What is left to read, and the few things that can be read from it.
#[derive(Clone, Copy)]
struct Scan<'a> {
    rest: &'a str,
}

impl Scan<'_> {
    fn is_done(&self) -> bool {
        self.rest.is_empty()
    }

    fn done(&self) -> Result<(), DateFault> {
        if self.is_done() { Ok(()) } else { Err(DateFault::NotADate) }
    }

    fn peek(&self) -> Option<char> {
        match self.rest.as_bytes().first() {
            Some(b'\t') => Some(' '),
            Some(byte) if byte.is_ascii() => Some(char::from(byte.to_ascii_uppercase())),
            _ => self.rest.chars().next().map(plain),
        }
    }

    fn advance(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_else(|| {
            let mut rest = self.rest.chars();
            rest.next();
            rest.as_str()
        });
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.advance();
        }
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let mut ahead = *self;
        let found = word.chars().all(|c| ahead.take(c));
        if found {
            *self = ahead;
        }
        found
    }

    fn skip_blanks(&mut self) -> bool {
        let mut any = false;
        while self.take(' ') {
            any = true;
        }
        any
    }

    fn number(&mut self) -> Option<Number> {
        let mut number = Number { value: 0, length: 0 };
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            if number.length < Number::DIGITS {
                number.value = number.value * 10 + u64::from(digit);
            }
            number.length += 1;
            self.advance();
        }
        (number.length > 0).then_some(number)
    }

    /// The rest of a date whose first number is read; stops before 日.
    fn date(&mut self, first: Number, order: Option<DateOrder>) -> Result<Day, DateFault> {
        self.skip_blanks();
        let separator = self.peek().filter(|c| matches!(c, '-' | '/' | '.' | '年')).ok_or(DateFault::NotADate)?;
        self.advance();
        self.skip_blanks();
        let second = self.number().ok_or(DateFault::NotADate)?.short()?;
        self.skip_blanks();
        if !self.take(if separator == '年' { '月' } else { separator }) {
            return Err(DateFault::NotADate);
        }
        self.skip_blanks();
        let third = self.number().ok_or(DateFault::NotADate)?;
        if first.length == 4 {
            return calendar(first.value, second.into(), third.short()?.into());
        }
        let first = first.short()?;
        if separator == '年' || third.length != 4 {
            return Err(DateFault::NotADate);
        }
        match order.ok_or(DateFault::Ambiguous)? {
            DateOrder::MonthDayYear => calendar(third.value, first.into(), second.into()),
            DateOrder::DayMonthYear => calendar(third.value, second.into(), first.into()),
        }
    }

    /// A time of day, with a fraction that is dropped.
    fn clock(&mut self) -> Result<u32, DateFault> {
        let mut half = self.half();
        self.skip_blanks();
        let hour = self.number().ok_or(DateFault::NotADate)?.short()?;
        let (mut minute, mut second) = (0, 0);
        if self.take('时') {
            if let Some(minutes) = self.number() {
                minute = minutes.short()?;
                if self.take('分')
                    && let Some(seconds) = self.number()
                {
                    second = seconds.short()?;
                    self.take('秒');
                }
            }
        } else if self.take(':') {
            minute = self.number().ok_or(DateFault::NotADate)?.short()?;
            if self.take(':') {
                second = self.number().ok_or(DateFault::NotADate)?.short()?;
                if self.take('.') {
                    self.number().ok_or(DateFault::NotADate)?;
                }
            }
        } else {
            return Err(DateFault::NotADate);
        }
        if half.is_none() {
            let before = *self;
            self.skip_blanks();
            half = self.half();
            if half.is_none() {
                *self = before;
            }
        }
        let hour = match half {
            Some(Half::Morning) if hour == 12 => 0,
            Some(Half::Morning) if hour > 12 => return Err(DateFault::NoSuchTime),
            Some(Half::Afternoon) if hour < 12 => hour + 12,
            _ => hour,
        };
        time_of_day(hour, minute, second)
    }

    fn half(&mut self) -> Option<Half> {
        if self.take_word("AM") || self.take_word("上午") {
            Some(Half::Morning)
        } else if self.take_word("PM") || self.take_word("下午") {
            Some(Half::Afternoon)
        } else {
            None
        }
    }

    /// `Z`, `+08:00`, `+0800`, `+8`: minutes from UTC.
    fn offset(&mut self) -> Result<Option<i32>, DateFault> {
        self.skip_blanks();
        let sign = match self.peek() {
            Some('Z') => 0,
            Some('+') => 1,
            Some('-') => -1,
            _ => return Ok(None),
        };
        self.advance();
        if sign == 0 {
            return Ok(Some(0));
        }
        let number = self.number().ok_or(DateFault::NotADate)?;
        let (hours, minutes) = match number.length {
            4 => (number.value / 100, number.value % 100),
            1 | 2 if self.take(':') => (number.value, self.number().ok_or(DateFault::NotADate)?.short()?.into()),
            1 | 2 => (number.value, 0),
            _ => return Err(DateFault::NotADate),
        };
        if hours > 18 || minutes > 59 {
            return Err(DateFault::NoSuchTime);
        }
        i32::try_from(hours * 60 + minutes).map(|minutes| Some(sign * minutes)).map_err(|_| DateFault::NoSuchTime)
    }
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

/// The one ASCII or Han character that stands for all its look-alikes beyond ASCII.
fn plain(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2010}'..='\u{2014}' | '\u{2212}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_uppercase(),
        '\u{2236}' => ':',
        '号' | '號' => '日',
        '点' | '點' | '時' => '时',
        c => c,
    }
}

#[cfg(test)]
#[path = "scan_tests.rs"]
mod tests;
