//! Rows that stand in a table and are no records, and cells that a spreadsheet could not fill.
//!
//! Both come from tables made for eyes: a line of sums at the end, the name of who filled it in, `#REF!` where a formula broke.
//! Told as what they are, they are put right at once; as an unknown place or a wrong date they send a clerk looking.

use super::columns::Columns;
use crate::diag::{Problem, Rule, rules};
use crate::source::Row;
use crate::text::clean;
use crate::text::width::cut;

/// What sums are called.
const SUMS: [&str; 12] =
    ["合计", "总计", "小计", "共计", "累计", "总数", "本页小计", "本页合计", "total", "totals", "subtotal", "sum"];
/// What stands below a table.
const BELOW: [&str; 12] = [
    "填表人",
    "制表人",
    "填报人",
    "审核人",
    "负责人签字",
    "填表日期",
    "制表日期",
    "填报日期",
    "填表单位",
    "备注",
    "说明",
    "注",
];
/// Columns of a terminal that a quoted cell may take.
const QUOTED: usize = 40;

/// What is wrong with a row as such, before any of its cells is read.
pub(super) fn fault(row: &Row<'_>, columns: &Columns) -> Option<Problem> {
    remark(row, columns).or_else(|| broken_cell(row, columns)).or_else(|| rounded_id(row, columns))
}

/// A sum or a remark: its first cell says so, and what every record must have is not there.
fn remark(row: &Row<'_>, columns: &Columns) -> Option<Problem> {
    let lacks = |at: &usize| clean::is_blank(row.cell(*at));
    if !columns.required.iter().any(lacks) {
        return None;
    }
    let at = (0..row.len()).find(|at| !clean::is_blank(row.cell(*at)))?;
    let text = clean::cell(row.cell(at));
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let goes_on =
        |rest: &str| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || "：:（(".contains(c));
    let labelled = |rest: &str| rest.is_empty() || rest.starts_with(['：', ':']);
    let is_sum = SUMS.iter().filter_map(|word| bare.strip_prefix(word)).any(goes_on);
    let is_below = BELOW.iter().filter_map(|word| bare.strip_prefix(word)).any(labelled);
    (is_sum || is_below).then(|| told(&rules::rows::NOT_A_RECORD, row, at, &text))
}

/// A cell that a spreadsheet fills with `#REF!` or with `####`.
fn broken_cell(row: &Row<'_>, columns: &Columns) -> Option<Problem> {
    columns.taken.iter().find_map(|&at| {
        let cell = row.cell(at);
        if !cell.starts_with('#') {
            return None;
        }
        let text = clean::cell(cell);
        let named = ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];
        let broken = named.contains(&text.as_ref()) || (text.len() > 2 && text.bytes().all(|byte| byte == b'#'));
        (broken && !columns.says_nothing(&text)).then(|| told(&rules::rows::SPREADSHEET_ERROR, row, at, &text))
    })
}

/// An id that a spreadsheet took for a large number, and rounded.
fn rounded_id(row: &Row<'_>, columns: &Columns) -> Option<Problem> {
    let at = columns.id?;
    let text = clean::cell(row.cell(at));
    let (digits, power) = text.split_once(['E', 'e'])?;
    let is_power =
        power.strip_prefix('+').is_some_and(|power| !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit()));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number =
        whole.len() == 1 && [whole, fraction].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    (is_power && is_number).then(|| told(&rules::rows::ROUNDED_ID, row, at, &text))
}

fn told(rule: &'static Rule, row: &Row<'_>, at: usize, text: &str) -> Problem {
    let (line, mark) = row.excerpt(at);
    Problem::new(rule).at(row.position(at)).excerpt(line, mark).with("value", cut(text, QUOTED))
}
