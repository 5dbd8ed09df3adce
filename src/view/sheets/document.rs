//! A document: several pages of paper, each with blocks that were counted to fit it.

use schemars::JsonSchema;
use serde::Serialize;

use super::flow::{self, Piece};
use super::paper::DocumentFace;
use super::poster::BigNumber;
use super::{Sheet, SheetLinks};
use crate::model::Period;
use crate::text::fit;
use crate::view::chart::Chart;
use crate::view::shell::Shell;
use crate::view::{Card, View};

/// Columns of paper that the widths of a table share.
pub const SHARES: u32 = 24;

/// Lines that the note of the site can take at the foot.
const NOTICE_LINES: u32 = 4;

/// A document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// Frame.
    pub shell: Shell,
    /// Ways to the page it stands for and to the other sheets.
    pub links: SheetLinks,
    /// The sizes of its paper and type.
    pub face: DocumentFace,
    /// The pages.
    pub pages: Vec<DocumentPage>,
    /// What stands at the foot of every page beside its number: site and title.
    pub running: String,
    /// The lines below it: as-of date, period, release, supervision telephone, the note of the site.
    pub foot: Vec<String>,
}

/// A page of a document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DocumentPage {
    /// `第 1 页 / 共 4 页`
    pub number: String,
    /// What stands on it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A block on a page. Its kind says which fields it has.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Block {
    /// `cover`, `title`, `heading`, `text`, `note`, `numbers`, `chart`, `table`, `signs` or `rules`.
    pub kind: &'static str,
    /// Level of a title or heading among those of the document, from 1.
    pub level: u32,
    /// The words of a cover, title, heading, text or note.
    pub text: String,
    /// Lines below a title; what is signed; nothing but their number for ruled lines.
    pub lines: Vec<String>,
    /// Large figures.
    pub numbers: Vec<BigNumber>,
    /// Their size in points.
    pub number_size: u32,
    /// A chart.
    pub chart: Option<Chart>,
    /// Its height in points.
    pub chart_height: u32,
    /// A table, or the part of it that stands on this page.
    pub table: Option<PaperTable>,
}

/// A table on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PaperTable {
    /// What it holds.
    pub caption: String,
    /// Whether it began on a page before: then the caption is printed and says so.
    pub continued: bool,
    /// Its columns.
    pub columns: Vec<PaperColumn>,
    /// Rows, a cell a column.
    pub rows: Vec<Vec<String>>,
}

/// A column on paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PaperColumn {
    /// Its head.
    pub head: String,
    /// Its width in shares of 24.
    pub width: u32,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

impl PaperTable {
    /// A table without rows. Columns are heads and widths in shares of 24; a negative width is that of numbers.
    #[must_use]
    pub fn new(caption: &str, columns: &[(&str, i32)]) -> Self {
        let column = |&(head, width): &(&str, i32)| PaperColumn {
            head: head.to_owned(),
            width: width.unsigned_abs(),
            number: width < 0,
        };
        Self { caption: caption.to_owned(), columns: columns.iter().map(column).collect(), ..Self::default() }
    }
}

/// Figures as large figures.
#[must_use]
pub fn large(cards: Vec<Card>) -> Vec<BigNumber> {
    let number = |card: Card| BigNumber { name: card.name, value: card.value, unit: card.unit, parts: card.parts };
    cards.into_iter().map(number).collect()
}

/// The foot of the pages of a document.
pub struct Foot {
    lines: Vec<String>,
    /// Lines that it takes, that of the page number among them.
    height: u32,
}

impl View<'_> {
    /// What stands at the foot of every page.
    pub(super) fn foot(&self, face: &DocumentFace) -> Foot {
        let lang = self.lang;
        let (as_of, period) = (self.day(self.as_of), self.period_name(Period::Month(self.month)));
        let supervision = &self.config.site.contact.supervision;
        let mut told = lang.pick(
            format!("数据截至 {as_of} · 统计期 {period} · 发布号 {}", self.release),
            format!("Data up to {as_of} · period {period} · release {}", self.release),
        );
        let mut own = String::new();
        if !supervision.is_empty() {
            let words = lang.pick(format!("监督电话 {supervision}"), format!("Complaints about us: {supervision}"));
            let together = format!("{told} · {words}");
            // A number is not to be broken at the end of a line.
            if fit::fits(&together, face.foot.size, face.width()) {
                told = together;
            } else {
                own = words;
            }
        }
        let notice = fit::cut_to_lines(&self.config.site.notice, face.foot.size, face.width(), NOTICE_LINES);
        let lines: Vec<String> = [told, own, notice].into_iter().filter(|line| !line.is_empty()).collect();
        let height = lines.iter().map(|line| fit::lines(line, face.foot.size, face.width())).sum::<u32>() + 1;
        Foot { lines, height }
    }

    /// Packs a part of a document into pages; it begins a page of its own.
    pub(super) fn packed(&self, pieces: Vec<Piece>, face: &DocumentFace, foot: &Foot) -> Vec<Vec<Block>> {
        flow::packed(pieces, face, face.room(foot.height), self.lang)
    }

    /// The same within so many pages: its lists give way.
    pub(super) fn packed_within(
        &self,
        most: usize,
        pieces: &[Piece],
        face: &DocumentFace,
        foot: &Foot,
    ) -> Vec<Vec<Block>> {
        flow::packed_within(most, pieces, face, face.room(foot.height), self.lang)
    }

    /// A document of finished pages.
    pub(super) fn document(
        &self,
        sheet: Sheet,
        face: DocumentFace,
        foot: Foot,
        pages: Vec<Vec<Block>>,
    ) -> Option<Document> {
        let (shell, links) = self.sheet_frame(sheet)?;
        let of = pages.len();
        let number =
            |at: usize| self.lang.pick(format!("第 {} 页 / 共 {of} 页", at + 1), format!("Page {} of {of}", at + 1));
        let longest = fit::width(&number(of)).saturating_mul(face.foot.size).div_ceil(1_000) + face.foot.size * 2;
        let running = format!("{} · {}", self.config.site.title, shell.title);
        Some(Document {
            running: fit::cut(&running, face.foot.size, face.width().saturating_sub(longest)),
            pages: pages
                .into_iter()
                .enumerate()
                .map(|(at, blocks)| DocumentPage { number: number(at), blocks })
                .collect(),
            shell,
            links,
            face,
            foot: foot.lines,
        })
    }
}

impl Document {
    /// The charts on its pages.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.pages.iter().flat_map(|page| &page.blocks).filter_map(|block| block.chart.as_ref())
    }
}
