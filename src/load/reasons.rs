//! Why a cell is no date and no number, in the words of those who typed it.

use crate::text::number::NumberFault;
use crate::text::scan::DateFault;

/// A reason in Chinese and English.
type Reason = (&'static str, &'static str);

pub(super) fn of_date(fault: DateFault, text: &str) -> Reason {
    match fault {
        DateFault::Empty => ("是空的", "it is empty"),
        DateFault::NotADate => like_no_date(text),
        DateFault::NoSuchDay => ("日历上没有这一天", "the calendar has no such day"),
        DateFault::NoSuchTime => ("没有这个钟点", "the clock has no such time"),
        DateFault::OutOfRange => ("年份不在 1990 到 2100 之间", "the year is not between 1990 and 2100"),
        DateFault::Ambiguous => ("月和日分不清", "month and day cannot be told apart"),
        DateFault::Midnight24 => (
            "24:00 属于两天，请写成次日 00:00 或当日 23:59",
            "24:00 belongs to two days; write 00:00 of the next or 23:59",
        ),
    }
}

/// What people write in the place of a date, as far as it can be told.
fn like_no_date(text: &str) -> Reason {
    let digits: Vec<usize> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::len).collect();
    let begins_with_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let has_letter = text.contains(|c: char| c.is_ascii_alphabetic());
    let signs = |signs: &[char]| text.contains(signs);
    match digits.as_slice() {
        [4, _, _, 4, ..] => ("一格里写了两个日期", "there are two dates in one cell"),
        [2, 1 | 2, 1 | 2, ..] if begins_with_digit && signs(&['-', '/', '.', '年']) => {
            ("年份要写四位，如 2024", "the year needs four digits, such as 2024")
        }
        [1 | 2, 1 | 2] if begins_with_digit && !has_letter && signs(&['-', '/', '.', '月']) => {
            ("没有写年份", "there is no year")
        }
        [_] if signs(&['天', '日']) && !signs(&['月']) => {
            ("要写哪一天，不是多少天", "a date is needed, not a number of days")
        }
        _ => ("写法不是日期", "it is written like no date"),
    }
}

pub(super) fn of_number(fault: NumberFault, text: &str) -> Reason {
    match fault {
        NumberFault::Empty => ("是空的", "it is empty"),
        NumberFault::NotANumber
            if text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains([':', '/', '-', '：']) =>
        {
            ("数字后面还有别的字", "there is something behind the digits")
        }
        NumberFault::NotANumber => ("不全是数字", "there is more than digits"),
        NumberFault::Percent => ("百分数不能说明是多少件", "a percentage does not say how many"),
        NumberFault::TooLarge => ("位数太多", "it has too many digits"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_for_a_date_is_told_apart() {
        for (text, reason) in [
            ("24-3-5", "the year needs four digits, such as 2024"),
            ("24/3/5 9:00", "the year needs four digits, such as 2024"),
            ("3月5日", "there is no year"),
            ("3/5", "there is no year"),
            ("2024-03-05至2024-03-06", "there are two dates in one cell"),
            ("3天", "a date is needed, not a number of days"),
            ("昨天", "it is written like no date"),
            ("5-Mar-24", "it is written like no date"),
        ] {
            assert_eq!(of_date(DateFault::NotADate, text).1, reason, "{text}");
        }
    }
}
