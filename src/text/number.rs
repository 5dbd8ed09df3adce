//! Numbers as people write them, exactly, and numbers printed the one way this program prints them.

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// There is nothing.
    Empty,
    /// It is something else, or its thousands separators are in odd places.
    NotANumber,
    /// It is a percentage, which says nothing about the count behind it.
    Percent,
    /// It has more digits than can be held.
    TooLarge,
}

/// An exact decimal number: `digits` × 10^-`scale`, without trailing zeros after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    scale: u32,
}

impl Decimal {
    /// The value × 10^`places`, rounded half to even; `None` when that is too large.
    #[must_use]
    pub fn scaled(self, places: u32) -> Option<i64> {
        let scaled = match places.checked_sub(self.scale) {
            Some(more) => self.digits.checked_mul(10_i128.checked_pow(more)?)?,
            None => half_even(self.digits, 10_i128.checked_pow(self.scale - places)?),
        };
        i64::try_from(scaled).ok()
    }

    /// The value as a whole number; `None` when it has a fraction or is too large.
    #[must_use]
    pub fn whole(self) -> Option<i64> {
        if self.scale == 0 { i64::try_from(self.digits).ok() } else { None }
    }

    /// Drops zeros behind the point, so that equal numbers are equal.
    fn new(mut digits: i128, mut scale: u32) -> Self {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Self { digits, scale }
    }
}

/// Reads a number as people type it: `1,234`, `１，２３４`, `3 000`, `1.5万`, `-2亿`, `￥12.50元`.
pub fn parse(text: &str) -> Result<Decimal, NumberFault> {
    let text = text.trim_matches(|c| is_space(c) || c == '\u{feff}');
    if text.is_empty() {
        return Err(NumberFault::Empty);
    }
    if text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map(|digits| Decimal { digits, scale: 0 }).map_err(|_| NumberFault::NotANumber);
    }
    let text: String = text.chars().map(plain).collect();
    if text.ends_with('%') {
        return Err(NumberFault::Percent);
    }
    let (negative, body) = strip_sign_and_currency(&text);
    let body = body.strip_suffix('元').unwrap_or(body).trim_end();
    let (body, zeros) = strip_unit(body);
    let (whole, fraction) = match body.split_once('.') {
        Some((_, "")) => return Err(NumberFault::NotANumber),
        Some((whole, fraction)) => (whole, fraction),
        None if body.is_empty() => return Err(NumberFault::NotANumber),
        None => (body, ""),
    };
    if !groups_are_plausible(whole) {
        return Err(NumberFault::NotANumber);
    }
    let mut digits: i128 = 0;
    for c in whole.chars().filter(|c| !matches!(c, ',' | ' ')).chain(fraction.chars()) {
        let digit = c.to_digit(10).ok_or(NumberFault::NotANumber)?;
        digits = digits.checked_mul(10).and_then(|n| n.checked_add(i128::from(digit))).ok_or(NumberFault::TooLarge)?;
    }
    let places = u32::try_from(fraction.len()).map_err(|_| NumberFault::TooLarge)?;
    if places > 38 {
        return Err(NumberFault::TooLarge);
    }
    if let Some(more) = zeros.checked_sub(places) {
        digits = digits.checked_mul(10_i128.pow(more)).ok_or(NumberFault::TooLarge)?;
    }
    Ok(Decimal::new(if negative { -digits } else { digits }, places.saturating_sub(zeros)))
}

/// `-￥5`, `￥-5` and `￥ 5` are all in use.
fn strip_sign_and_currency(text: &str) -> (bool, &str) {
    let mut rest = text;
    let (mut sign, mut currency) = (None, false);
    while let Some(c) = rest.chars().next() {
        match c {
            '+' | '-' if sign.is_none() => sign = Some(c),
            '$' | '¥' if !currency => currency = true,
            ' ' if currency || sign.is_some() => {}
            _ => break,
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    (sign == Some('-'), rest)
}

/// The text before 万 or 亿, and how many zeros the unit stands for.
fn strip_unit(text: &str) -> (&str, u32) {
    for (unit, zeros) in [("万亿", 12), ("亿", 8), ("万", 4)] {
        if let Some(body) = text.strip_suffix(unit) {
            return (body.trim_end(), zeros);
        }
    }
    (text, 0)
}

/// Without separators, or in groups of three with one kind of separator: `1,5` is more likely a decimal comma.
fn groups_are_plausible(whole: &str) -> bool {
    let Some(separator) = whole.chars().find(|c| matches!(c, ',' | ' ')) else { return true };
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
}

/// Full-width forms and look-alikes as plain characters.
fn plain(c: char) -> char {
    match c {
        '\u{2212}' | '\u{2013}' => '-',
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '萬' => '万',
        '億' => '亿',
        c if is_space(c) => ' ',
        c => c,
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace()
}

fn half_even(number: i128, by: i128) -> i128 {
    let (quotient, rest) = (number / by, (number % by).abs());
    let up = match rest.cmp(&(by - rest)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient % 2 != 0,
        std::cmp::Ordering::Less => false,
    };
    quotient + if up { number.signum() } else { 0 }
}

/// A whole number with thousands separators: `12,345`.
#[must_use]
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if n < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share in percent with one decimal, rounded half to even; `None` when there is no whole.
///
/// `100%` means all and `0%` means none: what only rounds to them is shown as `99.9%` and `0.1%`. A part above the
/// whole is at least `100.1%`.
#[must_use]
pub fn rate(part: u64, whole: u64) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let permille = match part.cmp(&whole) {
        std::cmp::Ordering::Equal => return Some("100%".to_owned()),
        std::cmp::Ordering::Less if part == 0 => return Some("0%".to_owned()),
        std::cmp::Ordering::Less => half_even(i128::from(part) * 1000, i128::from(whole)).clamp(1, 999),
        std::cmp::Ordering::Greater => half_even(i128::from(part) * 1000, i128::from(whole)).max(1001),
    };
    Some(format!("{}.{}%", permille / 10, permille % 10))
}

/// A share as a decimal number at full precision, the shortest that reads back as the same: `0.9372427983539094`.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a share is rounded to the precision of a double anyway")]
pub fn fraction(part: u64, whole: u64) -> Option<String> {
    (whole != 0).then(|| (part as f64 / whole as f64).to_string())
}

/// A number kept as a multiple of 10^-`places`, with all its places: 12345 and 2 give `123.45`.
#[must_use]
pub fn fixed(value_scaled: i64, places: u32) -> String {
    let sign = if value_scaled < 0 { "-" } else { "" };
    let places = usize::try_from(places).unwrap_or(0);
    let digits = format!("{:0>width$}", value_scaled.unsigned_abs(), width = places + 1);
    match digits.split_at_checked(digits.len() - places) {
        Some((whole, fraction)) if places > 0 => format!("{sign}{whole}.{fraction}"),
        _ => format!("{sign}{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn milli(text: &str) -> Result<i64, NumberFault> {
        parse(text).map(|number| number.scaled(3).unwrap())
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (text, value) in [
            ("0", 0),
            (" 42 ", 42_000),
            ("1,234", 1_234_000),
            ("1，234", 1_234_000),
            ("１，２３４．５", 1_234_500),
            ("3 000", 3_000_000),
            ("3\u{a0}000", 3_000_000),
            ("1.5万", 15_000_000),
            ("1.5 万元", 15_000_000),
            ("2亿", 200_000_000_000),
            ("0.00001万", 100),
            ("-7", -7_000),
            ("－7.25", -7_250),
            ("+.5", 500),
            ("￥1,234.50", 1_234_500),
            ("¥-3元", -3_000),
            ("-$ 3", -3_000),
            ("12.50元", 12_500),
            ("\u{3000}８\t", 8_000),
        ] {
            assert_eq!(milli(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        for text in ["", "  ", "\u{3000}"] {
            assert_eq!(parse(text), Err(NumberFault::Empty));
        }
        for text in ["95%", "９５％", "93.7 %"] {
            assert_eq!(parse(text), Err(NumberFault::Percent), "{text}");
        }
        for text in [
            "abc",
            "1,5",
            "1,2345",
            "12,34,567",
            "1,234 567",
            "0,123",
            "1.2.3",
            "5.",
            ".",
            "-",
            "元",
            "万",
            "1e5",
            "--1",
        ] {
            assert_eq!(parse(text), Err(NumberFault::NotANumber), "{text}");
        }
        assert_eq!(parse(&"9".repeat(60)), Err(NumberFault::TooLarge));
        assert_eq!(parse(&format!("0.{}", "1".repeat(60))), Err(NumberFault::TooLarge));
    }

    #[test]
    fn scaling_rounds_half_to_even_and_refuses_what_does_not_fit() {
        let scaled = |text: &str, places| parse(text).unwrap().scaled(places);
        assert_eq!(scaled("0.125", 2), Some(12));
        assert_eq!(scaled("0.135", 2), Some(14));
        assert_eq!(scaled("-0.125", 2), Some(-12));
        assert_eq!(scaled("-0.1251", 2), Some(-13));
        assert_eq!(scaled("9223372036854775807", 0), Some(i64::MAX));
        assert_eq!(scaled("9223372036854775808", 0), None);
        assert_eq!(scaled("1", 4_000_000), None);
        assert_eq!(parse("3.0").unwrap().whole(), Some(3));
        assert_eq!(parse("3.5").unwrap().whole(), None);
        assert_eq!(parse("1.50"), parse("1.5"));
    }

    #[test]
    fn rates_never_round_to_all_or_none() {
        for (part, whole, text) in [
            (911, 972, "93.7%"),
            (737, 972, "75.8%"),
            (9999, 10000, "99.9%"),
            (1, 100_000, "0.1%"),
            (0, 3, "0%"),
            (3, 3, "100%"),
            (1, 2, "50.0%"),
            (1, 16, "6.2%"),
            (3, 16, "18.8%"),
            (10_001, 10_000, "100.1%"),
        ] {
            assert_eq!(rate(part, whole).as_deref(), Some(text), "{part}/{whole}");
        }
        assert_eq!(rate(1, 0), None);
        assert_eq!(fraction(1, 4).as_deref(), Some("0.25"));
        assert_eq!(fraction(2, 2).as_deref(), Some("1"));
        assert_eq!(fraction(2, 0), None);
        // Reported with two decimals in 天门, December 2016: 93.72 % and 75.82 %.
        assert_eq!([911, 737].map(|part| half_even(part * 10_000, 972)), [9372, 7582]);
    }

    #[test]
    fn printing() {
        assert_eq!(grouped(12_345), "12,345");
        assert_eq!(grouped(-999), "-999");
        assert_eq!(grouped(i64::MIN), "-9,223,372,036,854,775,808");
        assert_eq!(fixed(12_345, 2), "123.45");
        assert_eq!(fixed(-5, 2), "-0.05");
        assert_eq!(fixed(1200, 2), "12.00");
        assert_eq!(fixed(7, 0), "7");
    }

    proptest! {
        #[test]
        fn a_printed_number_reads_back(n: i64) {
            prop_assert_eq!(parse(&grouped(n)).map(Decimal::whole), Ok(Some(n)));
            prop_assert_eq!(parse(&fixed(n, 3)).map(|d| d.scaled(3)), Ok(Some(n)));
        }

        #[test]
        fn rates_grow_with_the_part_and_stay_clamped(whole in 1_u64..100_000, a in 0_u64..100_000, b in 0_u64..100_000) {
            let value = |part: u64| rate(part, whole).unwrap().trim_end_matches('%').parse::<f64>().unwrap();
            prop_assert!(value(a.min(b)) <= value(a.max(b)));
            prop_assert_eq!(value(a) >= 100.0, a >= whole);
            prop_assert_eq!(value(a) <= 0.0, a == 0);
        }

        #[test]
        fn no_text_is_too_odd(text: String) {
            let _ = parse(&text);
        }

        #[test]
        fn nor_one_made_of_the_usual_characters(text in "[-+0-9.,， 万亿元%￥$]{0,50}", places in 0_u32..50) {
            let _ = parse(&text).map(|number| number.scaled(places));
        }
    }
}
