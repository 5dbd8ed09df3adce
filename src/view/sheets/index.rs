//! The page from which sheets are printed.

use schemars::JsonSchema;
use serde::Serialize;

use super::Kind;
use crate::view::shell::{Link, Shell};
use crate::view::{Subject, View, routes};

/// The index of sheets.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SheetsPage {
    /// Frame.
    pub shell: Shell,
    /// What is missing for want of the site's address; empty where it is known.
    pub note: &'static str,
    /// The sheets, by what they are for.
    pub groups: Vec<SheetGroup>,
}

/// Sheets that are for the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SheetGroup {
    /// What they are called.
    pub name: String,
    /// A row a subject.
    pub rows: Vec<SheetRow>,
}

/// The sheets of one kind about one subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SheetRow {
    /// What they are about.
    pub subject: String,
    /// One a size of paper.
    pub sheets: Vec<PrintLink>,
}

/// A sheet, on the screen and as PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PrintLink {
    /// The sheet; its words name it wherever they stand.
    pub sheet: Link,
    /// Its paper: `A4`.
    pub paper: &'static str,
    /// The same as PDF; `None` where it was not made.
    pub pdf: Option<Link>,
}

impl View<'_> {
    /// The index of sheets.
    #[must_use]
    pub fn sheets_page(&self) -> SheetsPage {
        let title = self.lang.pick("打印张贴", "Sheets to print");
        let description = self
            .lang
            .pick("可以打印出来张贴、存档的公示单。", "Posters and other sheets for the notice board and for filing.");
        let shell = self.shell(routes::SHEETS, title, description.to_owned(), self.home_crumb(), routes::SHEETS);
        let mut groups: Vec<(Kind, SheetGroup)> = Vec::new();
        let mut last: Option<(Kind, Subject)> = None;
        for sheet in self.sheets() {
            let (kind, subject) = (sheet.kind(), sheet.subject());
            let Some(link) = self.sheet_link(sheet) else { continue };
            let link = PrintLink { sheet: link, paper: sheet.paper(), pdf: self.sheet_pdf(sheet) };
            let at = groups.iter().position(|(other, _)| *other == kind).unwrap_or(groups.len());
            if at == groups.len() {
                groups.push((kind, SheetGroup { name: kind.name(self.lang).to_owned(), rows: Vec::new() }));
            }
            let Some((_, group)) = groups.get_mut(at) else { continue };
            match group.rows.last_mut().filter(|_| last == Some((kind, subject))) {
                Some(row) => row.sheets.push(link),
                None => group.rows.push(SheetRow { subject: self.subject_name(subject), sheets: vec![link] }),
            }
            last = Some((kind, subject));
        }
        groups.sort_by_key(|(kind, _)| *kind);
        let note = match self.config.site.base_url {
            Some(_) => "",
            None => self.lang.pick(
                "公示单上没有二维码，也没有数字门牌：在 site.toml 里写上 base_url 才能印二维码。",
                "There are no QR codes and no door plates: a code needs the address of the site, `base_url` in site.toml.",
            ),
        };
        SheetsPage { shell, note, groups: groups.into_iter().map(|(_, group)| group).collect() }
    }
}
