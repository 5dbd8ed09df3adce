//! `[privacy]`: work numbers that are public, and `[[privacy.exception]]`: what is let through or masked, with the reason.

use toml::Spanned;

use super::fields::FieldSpec;
use super::mapping::Table;
use super::page::{Page, SITE_FILE};
use super::raw::{RawException, RawPrivacy};
use super::site::Privacy;
use crate::diag::Rule;
use crate::diag::rules::guard;

/// `[[privacy.exception]]`: what a rule finds in one place is published all the same, or published masked.
#[derive(Debug, Clone)]
pub struct Exception {
    /// The rule it is an exception to.
    pub rule: &'static Rule,
    /// Where it holds.
    pub scope: Scope,
    /// The only words it holds for; any when not given.
    pub text: Option<String>,
    /// What becomes of them.
    pub action: Action,
    /// Why; printed on the methods page.
    pub reason: String,
    /// Line in `site.toml`.
    pub line: u32,
}

/// Where an exception holds.
#[derive(Debug, Clone)]
pub enum Scope {
    /// In a field of a table.
    Field(Table, &'static FieldSpec),
    /// In a file of prose, or in `site.toml`.
    File(String),
}

/// What becomes of the words an exception is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// They are replaced in all that is published.
    Mask,
    /// They are published: they are no such thing, or the person agreed.
    Publish,
}

/// Checks `[privacy]`.
pub(super) fn privacy(page: &mut Page<'_>, raw: RawPrivacy) -> Privacy {
    let exceptions = raw.exception.into_iter().filter_map(|raw| exception(page, raw)).collect();
    Privacy { public_numbers: raw.public_numbers, sensitive: raw.sensitive, exceptions }
}

fn exception(page: &mut Page<'_>, raw: Spanned<RawException>) -> Option<Exception> {
    let span = raw.span();
    let line = page.line(span.start);
    let raw = raw.into_inner();
    let mut given = |key: &str, value: Option<Spanned<String>>| {
        if value.is_none() {
            page.missing(&format!("privacy.exception.{key}"), span.clone());
        }
        value
    };
    let (rule, action, reason) = (given("rule", raw.rule), given("action", raw.action), given("reason", raw.reason));
    let rule = rule.and_then(|name| rule_of(page, &name));
    let scope = match (raw.field, raw.file) {
        (Some(field), None) => field_of(page, &field),
        (None, Some(file)) => file_of(page, &file),
        (Some(_), Some(file)) => {
            let expected =
                ("单独一条例外：field 和 file 只写一个", "an exception of its own: write either `field` or `file`");
            page.bad("privacy.exception.file", file.get_ref(), file.span(), expected);
            None
        }
        (None, None) => {
            page.missing("privacy.exception.field", span);
            None
        }
    };
    let action = action.and_then(|action| action_of(page, &action, scope.as_ref()));
    let reason = reason.and_then(|reason| {
        let text = reason.get_ref().trim().to_owned();
        if text.is_empty() {
            page.bad(
                "privacy.exception.reason",
                "",
                reason.span(),
                ("理由，会印在口径说明页上", "the reason, which the methods page prints"),
            );
        }
        (!text.is_empty()).then_some(text)
    });
    let text = raw.text.map(|text| text.get_ref().trim().to_owned()).filter(|text| !text.is_empty());
    Some(Exception { rule: rule?, scope: scope?, text, action: action?, reason: reason?, line })
}

fn rule_of(page: &mut Page<'_>, name: &Spanned<String>) -> Option<&'static Rule> {
    let asked = name.get_ref().trim();
    let rule = guard::OF_TEXTS.iter().find(|rule| rule.code.eq_ignore_ascii_case(asked) || rule.name == asked).copied();
    if rule.is_none() {
        let known: Vec<&str> = guard::OF_TEXTS.iter().flat_map(|rule| [rule.code, rule.name]).collect();
        page.unknown("privacy.exception.rule", asked, name.span(), &known);
    }
    rule
}

fn field_of(page: &mut Page<'_>, field: &Spanned<String>) -> Option<Scope> {
    let asked = field.get_ref().trim();
    let (table, name) = asked.split_once('.').unwrap_or((asked, ""));
    let Some(table) = Table::ALL.into_iter().find(|known| known.name() == table) else {
        page.unknown("privacy.exception.field", asked, field.span(), &Table::ALL.map(Table::name));
        return None;
    };
    let Some(spec) = table.field(name) else {
        let known: Vec<String> = table.fields().iter().map(|spec| format!("{}.{}", table.name(), spec.name)).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        page.unknown("privacy.exception.field", asked, field.span(), &known);
        return None;
    };
    Some(Scope::Field(table, spec))
}

fn file_of(page: &mut Page<'_>, file: &Spanned<String>) -> Option<Scope> {
    let path = file.get_ref().trim();
    if path == SITE_FILE || path.starts_with("content/") {
        return Some(Scope::File(path.to_owned()));
    }
    let expected = (
        "content/ 里的一篇文章，例如 \"content/about.md\"，或 \"site.toml\"；表格请写 field",
        "a file of `content`, such as \"content/about.md\", or \"site.toml\"; of tables, write `field`",
    );
    page.bad("privacy.exception.file", path, file.span(), expected);
    None
}

fn action_of(page: &mut Page<'_>, action: &Spanned<String>, scope: Option<&Scope>) -> Option<Action> {
    match action.get_ref().as_str() {
        "publish" => Some(Action::Publish),
        "mask" => {
            if let Some(Scope::Field(table, spec)) = scope
                && is_fixed(*table, spec.name)
            {
                let expected = (
                    "\"publish\"；编号和归类用的词不能遮盖，数字按它们统计：请在表里改，或用 [source.values] 换掉",
                    "\"publish\"; ids and the words that records are sorted by cannot be masked: change them in the table or by [source.values]",
                );
                page.bad("privacy.exception.action", "mask", action.span(), expected);
                return None;
            }
            Some(Action::Mask)
        }
        other => {
            page.unknown("privacy.exception.action", other, action.span(), &["mask", "publish"]);
            None
        }
    }
}

/// Whether a field is an address, or a word that figures are counted by: figures are there before anything is masked.
fn is_fixed(table: Table, field: &str) -> bool {
    matches!((table, field), (_, "id") | (Table::Activities, "kind") | (Table::Projects, "owner"))
        || table == Table::Issues && field != "summary"
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(table, field) => write!(f, "{}.{}", table.name(), field.name),
            Self::File(path) => f.write_str(path),
        }
    }
}
