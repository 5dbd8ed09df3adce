//! `[[break]]`: from when on a figure is counted in another way than before.

use super::page::Page;
use super::raw::RawBreak;
use crate::text::date::Day;

/// `[[break]]`: figures of the two sides are not to be compared.
#[derive(Debug, Clone)]
pub struct Break {
    /// Id of the figure.
    pub figure: String,
    /// The first day counted in the new way.
    pub date: Day,
    /// Why; printed with the definition.
    pub reason: String,
    /// Line in `site.toml`.
    pub line: u32,
}

/// Checks a break.
pub(super) fn read(page: &mut Page<'_>, raw: &toml::Spanned<RawBreak>) -> Option<Break> {
    let line = page.line(raw.span().start);
    let raw = raw.get_ref();
    let date = page.day("break.date", &raw.date)?;
    Some(Break { figure: raw.figure.clone(), date, reason: raw.reason.clone(), line })
}
