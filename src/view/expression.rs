//! What content authors type between `{{` and `}}`, and the formulas of `site.toml`.
//!
//! Authors write names, numbers, `+ - * / ( )` and a few functions. The text is read twice: first here, token by token,
//! so that nothing but these is in reach and every unknown name is found; then by minijinja, which knows the grammar,
//! checks it and computes. Figures reach it as numbered variables, so no name can collide with a word of its own.

mod names;
mod units;

use std::collections::BTreeMap;

use minijinja::value::{Object, Rest};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

use super::facts::{Facts, Printed};
use super::figure_text::NO_VALUE;
use crate::text::number as digits;

pub use names::in_words;
pub use units::are_mixed;

use names::nearest;

/// Longest formula, in bytes.
const SOURCE_LIMIT: usize = 200;
/// Steps a formula may take; a formula of 200 bytes takes fewer, so this only guards against our own mistakes.
const FUEL: u64 = 2_000;
/// Results from here on are not held exactly enough to be printed with two decimals.
const LARGEST: f64 = 1e15;
/// Functions that authors may call.
const FUNCTIONS: [&str; 6] = ["percent", "round", "number", "min", "max", "chart"];

/// What an expression stands for in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Text to print; not yet escaped.
    Text(String),
    /// The id of a chart to show.
    Chart(String),
}

/// Why an expression has no outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Longer than 200 bytes.
    TooLong,
    /// Not a formula; the detail is in English.
    Syntax(String),
    /// A name that is no figure, and up to three known names, the nearest first.
    UnknownFigure {
        /// The name as typed.
        name: String,
        /// Known names.
        nearest: Vec<String>,
    },
    /// Something a formula cannot hold, as typed.
    NotAllowed(String),
    /// The result is too large to be printed exactly.
    TooLarge,
    /// Too many steps.
    GaveUp,
}

/// Evaluates an expression in prose. A figure without value, and anything computed from it, prints `—`. A figure alone is
/// printed as on its card: a rate of few records as its parts, whatever function it is given to. Nothing is computed from
/// such a rate.
pub fn evaluate(source: &str, facts: &Facts) -> Result<Outcome, Fault> {
    let computed = compute(source, facts, Rounding::Asked)?;
    let named: Vec<&str> = figures(source, facts).collect();
    let is_computed = source.contains(|c| matches!(half_width(c), '+' | '-' | '*' | '/'));
    for name in &named {
        match facts.printed(name) {
            Some(Printed::Few(_)) if is_computed || named.len() > 1 => return Ok(Outcome::Text(NO_VALUE.into())),
            Some(Printed::Few(parts)) => return Ok(Outcome::Text(parts.clone())),
            Some(Printed::Rounded(text)) if source.trim() == *name => return Ok(Outcome::Text(text.replace(',', ""))),
            Some(Printed::Rounded(text)) if called(source, "number") == Some(name) => {
                return Ok(Outcome::Text(text.clone()));
            }
            _ => {}
        }
    }
    Ok(match computed {
        Computed::Number(value) => Outcome::Text(plain(value)),
        Computed::Shown(Shown::Text(text)) => Outcome::Text(text),
        Computed::Shown(Shown::Chart(id)) => Outcome::Chart(id),
    })
}

/// Where the parts of the figure stand that an expression is about; `None` when it is about none, or about several.
#[must_use]
pub fn address<'a>(source: &str, facts: &'a Facts) -> Option<&'a str> {
    let mut named = figures(source, facts);
    let first = named.next()?;
    named.all(|name| name == first).then(|| facts.address(first)).flatten()
}

/// The figures that an expression names, as often as it does.
fn figures<'s>(source: &'s str, facts: &Facts) -> impl Iterator<Item = &'s str> {
    source.split(|c| !is_of_name(c)).filter(|name| facts.get(name).is_some())
}

/// What stands between the brackets of a call of a function, when the expression is nothing else.
fn called<'s>(source: &'s str, function: &str) -> Option<&'s str> {
    let inside = source.trim().strip_prefix(function)?.trim_start().strip_prefix(['(', '（'])?;
    Some(inside.strip_suffix([')', '）'])?.trim())
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.')
}

/// The value of a formula; `None` when a figure it reads has no value, or when it divides by zero.
pub fn number(source: &str, facts: &Facts) -> Result<Option<f64>, Fault> {
    compute(source, facts, Rounding::Asked)?.number()
}

/// A finished result. It is an object to minijinja, not a string, so that nothing can be computed from it.
#[derive(Debug, Clone)]
enum Shown {
    Text(String),
    Chart(String),
}

impl Object for Shown {}

enum Computed {
    /// NaN stands for "no value" and spreads by itself through all arithmetic.
    Number(f64),
    Shown(Shown),
}

impl Computed {
    fn number(&self) -> Result<Option<f64>, Fault> {
        match self {
            Computed::Number(value) => Ok(Some(*value).filter(|value| value.is_finite())),
            Computed::Shown(Shown::Text(_)) => Err(Fault::NotAllowed("percent / number".into())),
            Computed::Shown(Shown::Chart(_)) => Err(Fault::NotAllowed("chart".into())),
        }
    }
}

/// Whether `round` rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rounding {
    /// As the author asks.
    Asked,
    /// Not at all: to see how a formula grows with its figures.
    None,
}

fn compute(source: &str, facts: &Facts, rounding: Rounding) -> Result<Computed, Fault> {
    if source.len() > SOURCE_LIMIT {
        return Err(Fault::TooLong);
    }
    let formula = translate(source, facts)?;
    let environment = environment(rounding);
    let result = environment.compile_expression(&formula.text).and_then(|compiled| compiled.eval(formula.values));
    let value = match result {
        Ok(value) => value,
        Err(error) if divides_by_zero(&error) => return Ok(Computed::Number(f64::NAN)),
        Err(error) if error.kind() == ErrorKind::OutOfFuel => return Err(Fault::GaveUp),
        Err(error) => return Err(Fault::Syntax(error.detail().unwrap_or("incomplete").to_owned())),
    };
    if let Some(shown) = value.downcast_object_ref::<Shown>() {
        return Ok(Computed::Shown(shown.clone()));
    }
    match f64::try_from(value) {
        Ok(value) if value.abs() >= LARGEST => Err(Fault::TooLarge),
        Ok(value) => Ok(Computed::Number(value)),
        Err(_) => Err(Fault::Syntax("not a number".into())),
    }
}

/// With all numbers as floats, division by zero is the only sum that minijinja cannot do.
fn divides_by_zero(error: &Error) -> bool {
    error.kind() == ErrorKind::InvalidOperation
        && error.detail().is_some_and(|detail| detail.starts_with("unable to calculate"))
}

fn environment(rounding: Rounding) -> Environment<'static> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.add_function("percent", |rate: f64| shown(Shown::Text(percent(rate))));
    environment.add_function("number", |value: f64| in_range(value).map(|()| shown(Shown::Text(grouped(value)))));
    environment.add_function("chart", |id: &str| shown(Shown::Chart(id.to_owned())));
    environment.add_function("round", move |value: f64, digits: Option<f64>| match rounding {
        Rounding::Asked => round(value, digits.unwrap_or(0.0)),
        Rounding::None => Ok(value),
    });
    environment.add_function("min", |values: Rest<f64>| extreme(&values, f64::min));
    environment.add_function("max", |values: Rest<f64>| extreme(&values, f64::max));
    environment
}

fn shown(shown: Shown) -> Value {
    Value::from_object(shown)
}

fn in_range(value: f64) -> Result<(), Error> {
    if value.abs() < LARGEST || value.is_nan() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::InvalidOperation, "the number is too large"))
}

/// `f64::min` and `f64::max` pass over NaN; here a missing value makes the result missing.
fn extreme(values: &[f64], pick: fn(f64, f64) -> f64) -> Result<f64, Error> {
    let missing = values.iter().any(|value| value.is_nan());
    let picked = values.iter().copied().reduce(pick);
    picked
        .map(|value| if missing { f64::NAN } else { value })
        .ok_or_else(|| Error::new(ErrorKind::MissingArgument, "min and max need a number"))
}

fn round(value: f64, digits: f64) -> Result<f64, Error> {
    if !(0.0..=6.0).contains(&digits) || digits.fract() != 0.0 {
        return Err(Error::new(ErrorKind::InvalidOperation, "round takes 0 to 6 digits"));
    }
    let factor = 10_f64.powf(digits);
    let scaled = value * factor;
    Ok(if scaled.abs() < LARGEST { half_even(scaled) / factor } else { value })
}

/// Rounds to a whole number, halves to the even one. Binary fractions miss decimal halves by a hair, so that 33.35 × 10
/// counts as a half although it is stored as slightly more or less.
fn half_even(value: f64) -> f64 {
    let below = value.floor();
    if (value - below - 0.5).abs() < 1e-9 { (value / 2.0).round() * 2.0 } else { value.round() }
}

/// A rate as a percentage with one decimal. A rate that is not quite all or not quite nothing never says 100 % or 0 %.
fn percent(rate: f64) -> String {
    if !rate.is_finite() {
        return NO_VALUE.into();
    }
    if rate == 0.0 {
        return "0%".into();
    }
    if (rate - 1.0).abs() < f64::EPSILON {
        return "100%".into();
    }
    let tenths = half_even(rate.abs() * 1000.0) / 10.0;
    let held = if rate.abs() < 1.0 { tenths.clamp(0.1, 99.9) } else { tenths.max(100.1) };
    format!("{}{held:.1}%", if rate < 0.0 { "-" } else { "" })
}

/// At most two decimals, without trailing zeros.
fn plain(value: f64) -> String {
    if !value.is_finite() {
        return NO_VALUE.into();
    }
    let hundredths = value * 100.0;
    let rounded = if hundredths.abs() < LARGEST { half_even(hundredths) / 100.0 } else { value };
    let text = format!("{rounded:.2}");
    match text.trim_end_matches('0').trim_end_matches('.') {
        "-0" => "0".into(),
        trimmed => trimmed.to_owned(),
    }
}

/// As [`plain`], with a comma after each three digits.
fn grouped(value: f64) -> String {
    let text = plain(value);
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    match whole.parse() {
        Ok(whole) => format!("{sign}{}{fraction}", digits::grouped(whole)),
        Err(_) => format!("{sign}{text}"),
    }
}

/// A formula as minijinja gets it: figures are numbered variables, whole numbers are decimals.
#[derive(Default)]
struct Formula {
    text: String,
    values: BTreeMap<String, f64>,
}

fn translate(source: &str, facts: &Facts) -> Result<Formula, Fault> {
    let mut formula = Formula::default();
    // For each open bracket, whether it belongs to a call: only there are commas and emptiness meant.
    let mut brackets = Vec::new();
    let mut rest = source;
    let mut called: Option<&str> = None;
    while let Some(c) = rest.chars().next() {
        let sign = half_width(c);
        let function = called.take();
        let taken = match sign {
            _ if c.is_whitespace() => {
                called = function;
                c.len_utf8()
            }
            '0'..='9' => number_token(rest, &mut formula)?,
            _ if c.is_alphabetic() || c == '_' => {
                let name = leading(rest, is_of_name);
                let after = rest.get(name.len()..).unwrap_or_default().trim_start();
                if after.starts_with(['(', '（']) {
                    formula.text.push_str(function_name(name)?);
                    called = Some(name);
                } else {
                    formula.read(name, facts)?;
                }
                name.len()
            }
            '"' | '\'' if formula.text.ends_with("chart(") => chart_token(rest, &mut formula)?,
            '+' | '-' | '*' | '/' => {
                // `**` and `//` are operators of their own to minijinja; a blank keeps two signs two signs.
                formula.text.push(' ');
                formula.text.push(sign);
                formula.text.push(' ');
                c.len_utf8()
            }
            '(' => {
                brackets.push(function.is_some());
                formula.text.push('(');
                c.len_utf8()
            }
            ')' => {
                let call = brackets.pop().ok_or_else(|| Fault::Syntax("unexpected )".into()))?;
                if !call && formula.text.ends_with('(') {
                    return Err(Fault::Syntax("nothing between ( and )".into()));
                }
                formula.text.push(')');
                c.len_utf8()
            }
            ',' if brackets.last() == Some(&true) => {
                formula.text.push_str(", ");
                c.len_utf8()
            }
            _ => return Err(Fault::NotAllowed(c.to_string())),
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    Ok(formula)
}

impl Formula {
    /// Puts a variable for a figure; a name without a dot is looked up in the group without a name.
    fn read(&mut self, name: &str, facts: &Facts) -> Result<(), Fault> {
        let known = if name.contains('.') { facts.get(name) } else { facts.get(&format!(".{name}")) };
        let Some(value) = known else {
            return Err(Fault::UnknownFigure { name: name.to_owned(), nearest: nearest(name, facts) });
        };
        let variable = format!("f{}", self.values.len());
        self.text.push_str(&variable);
        // Blanks around it: two names in a row must not become one.
        self.text.push(' ');
        self.values.insert(variable, value.unwrap_or(f64::NAN));
        Ok(())
    }
}

fn function_name(name: &str) -> Result<&'static str, Fault> {
    FUNCTIONS.into_iter().find(|known| *known == name).ok_or_else(|| Fault::NotAllowed(name.to_owned()))
}

/// A number, with the bytes it takes.
fn number_token(rest: &str, formula: &mut Formula) -> Result<usize, Fault> {
    let token = leading(rest, is_of_name);
    let (whole, fraction) = token.split_once('.').unwrap_or((token, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return Err(Fault::Syntax(format!("{token} is not a number")));
    }
    formula.text.push_str(whole);
    formula.text.push('.');
    formula.text.push_str(fraction);
    formula.text.push(' ');
    Ok(token.len())
}

/// The quoted id of a chart, with the bytes it takes. Chinese quotes are as good as straight ones.
fn chart_token(rest: &str, formula: &mut Formula) -> Result<usize, Fault> {
    let quote = rest.chars().next().map_or(0, char::len_utf8);
    let id = leading(rest.get(quote..).unwrap_or_default(), |c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'));
    match rest.get(quote + id.len()..).and_then(|after| after.chars().next()) {
        Some(end) if matches!(half_width(end), '"' | '\'') => {
            formula.text.push('"');
            formula.text.push_str(id);
            formula.text.push('"');
            Ok(quote + id.len() + end.len_utf8())
        }
        Some(other) => Err(Fault::NotAllowed(other.to_string())),
        None => Err(Fault::Syntax("the quotation mark is not closed".into())),
    }
}

fn leading(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Signs as a Chinese input method gives them.
fn half_width(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '＋' => '+',
        '－' | '−' => '-',
        '＊' | '×' => '*',
        '／' | '÷' => '/',
        '“' | '”' | '＂' => '"',
        '‘' | '’' => '\'',
        c => c,
    }
}

#[cfg(test)]
mod tests;
