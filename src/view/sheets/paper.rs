//! Paper and type: what a sheet is made of. The style sheet takes its sizes from here, so that what is counted to fit, fits.

use schemars::JsonSchema;
use serde::Serialize;

/// A size of paper, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// 210 × 297 mm
    A4,
    /// 297 × 420 mm
    A3,
}

/// Type, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Type {
    /// Size of the letters.
    pub size: u32,
    /// Height of a line.
    pub line: u32,
}

/// The sizes of a poster, in points where not said otherwise. Text that is to be read at 1.5 m is 20 points or more; what people
/// step up to read is 12, and nothing is below 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PosterFace {
    /// Name of the paper: `a4`, `a3`.
    pub name: &'static str,
    /// Width of the paper in millimetres.
    pub paper_width: u32,
    /// Height of the paper in millimetres.
    pub paper_height: u32,
    /// Margin on all sides in millimetres.
    pub margin: u32,
    /// Who publishes it.
    pub head: Type,
    /// Sizes of the title, the largest first.
    pub titles: [u32; 4],
    /// Height of a line of the title.
    pub title_line: u32,
    /// Sizes of the large figures, the largest first.
    pub numbers: [u32; 8],
    /// Height of their line.
    pub number_line: u32,
    /// Names of the large figures.
    pub label: Type,
    /// Heads of lists.
    pub heading: Type,
    /// Rows of lists.
    pub row: Type,
    /// Parts of figures, captions.
    pub small: Type,
    /// The foot.
    pub foot: Type,
    /// Between the blocks.
    pub gap: u32,
    /// Width of the chart.
    pub chart_width: u32,
    /// Height of the chart.
    pub chart_height: u32,
    /// Side of the QR code with its quiet zone, in millimetres.
    pub qr: u32,
}

/// The sizes of documents of several A4 pages, in points where not said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DocumentFace {
    /// Name of the face: `doc` to read at a desk, `board` to read on a wall.
    pub name: &'static str,
    /// Width of the paper in millimetres.
    pub paper_width: u32,
    /// Height of the paper in millimetres.
    pub paper_height: u32,
    /// Margin on all sides in millimetres.
    pub margin: u32,
    /// Title on the first page, and of the parts of a booklet.
    pub title: Type,
    /// Sizes of the large figures, the largest first.
    pub numbers: [u32; 4],
    /// Height of their line.
    pub number_line: u32,
    /// Heads of sections.
    pub heading: Type,
    /// Above a head of a section.
    pub above_heading: u32,
    /// Text.
    pub text: Type,
    /// Below a paragraph, a table, a chart.
    pub below: u32,
    /// Tables and captions.
    pub table: Type,
    /// Above and below the text of a cell, together, with the line below it.
    pub cell: u32,
    /// Before and after the text of a cell, together.
    pub cell_side: u32,
    /// Width of a chart: its smallest letters, drawn for 360 points, are to be no smaller than 10. Its words stand beside it.
    pub chart_width: u32,
    /// Heights of charts, the smallest first.
    pub chart_heights: [u32; 5],
    /// The lines at the foot of every page.
    pub foot: Type,
}

/// The sizes of A4 pages of cards to cut, in points where not said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SlipFace {
    /// Name of the sheet: `wishes`, `doors`.
    pub name: &'static str,
    /// Width of the paper in millimetres.
    pub paper_width: u32,
    /// Height of the paper in millimetres.
    pub paper_height: u32,
    /// Margin on all sides in millimetres.
    pub margin: u32,
    /// Cards side by side.
    pub columns: u32,
    /// Cards one below the other.
    pub rows: u32,
    /// Height of the head of a page.
    pub head_height: u32,
    /// Title of the pages.
    pub heading: Type,
    /// Height of a card.
    pub card_height: u32,
    /// Blank around the words of a card.
    pub pad: u32,
    /// Height of the part of a card to tear off; none where it is 0.
    pub stub_height: u32,
    /// Sizes of the title of a card, the largest first.
    pub titles: [u32; 3],
    /// Height of a line of that title.
    pub title_line: u32,
    /// What a card asks for, telephone numbers, and the head of what is listed behind the cards.
    pub text: Type,
    /// Numbers, places, days.
    pub small: Type,
    /// Height of a line to write on by hand.
    pub blank: u32,
    /// Rows of the list behind the cards.
    pub row: Type,
    /// The foot, addresses.
    pub foot: Type,
    /// Between blocks.
    pub gap: u32,
    /// Side of a QR code with its quiet zone, in millimetres.
    pub qr: u32,
}

/// The sizes of all sheets, for the style sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Faces {
    /// Posters.
    pub posters: [PosterFace; 2],
    /// Documents.
    pub documents: [DocumentFace; 2],
    /// Cards to cut.
    pub slips: [SlipFace; 2],
}

/// The sizes of all sheets.
pub const FACES: Faces = Faces { posters: [A4, A3], documents: [DESK, BOARD], slips: [WISHES, DOORS] };

/// Poster on A4.
const A4: PosterFace = PosterFace {
    name: "a4",
    paper_width: 210,
    paper_height: 297,
    margin: 12,
    head: Type { size: 14, line: 18 },
    titles: [44, 40, 36, 32],
    title_line: 48,
    numbers: [88, 80, 72, 64, 56, 48, 40, 32],
    number_line: 84,
    label: Type { size: 20, line: 25 },
    heading: Type { size: 22, line: 30 },
    row: Type { size: 20, line: 27 },
    small: Type { size: 12, line: 16 },
    foot: Type { size: 11, line: 15 },
    gap: 8,
    chart_width: 370,
    chart_height: 150,
    qr: 40,
};

/// Poster on A3.
const A3: PosterFace = PosterFace {
    name: "a3",
    paper_width: 297,
    paper_height: 420,
    margin: 15,
    head: Type { size: 20, line: 26 },
    titles: [62, 56, 50, 44],
    title_line: 68,
    numbers: [132, 120, 104, 92, 80, 68, 58, 48],
    number_line: 124,
    label: Type { size: 28, line: 35 },
    heading: Type { size: 30, line: 41 },
    row: Type { size: 27, line: 36 },
    small: Type { size: 16, line: 21 },
    foot: Type { size: 14, line: 19 },
    gap: 12,
    chart_width: 540,
    chart_height: 230,
    qr: 60,
};

/// A document to read at a desk and to file.
pub const DESK: DocumentFace = DocumentFace {
    name: "doc",
    paper_width: 210,
    paper_height: 297,
    margin: 16,
    title: Type { size: 24, line: 32 },
    numbers: [30, 26, 22, 18],
    number_line: 36,
    heading: Type { size: 14, line: 20 },
    above_heading: 10,
    text: Type { size: 11, line: 17 },
    below: 8,
    table: Type { size: 10, line: 14 },
    cell: 6,
    cell_side: 8,
    chart_width: 290,
    chart_heights: [160, 186, 212, 252, 296],
    foot: Type { size: 10, line: 14 },
};

/// A document to read on a wall, from half a metre.
pub const BOARD: DocumentFace = DocumentFace {
    name: "board",
    paper_width: 210,
    paper_height: 297,
    margin: 14,
    title: Type { size: 32, line: 40 },
    numbers: [48, 42, 36, 28],
    number_line: 52,
    heading: Type { size: 20, line: 28 },
    above_heading: 12,
    text: Type { size: 18, line: 27 },
    below: 10,
    table: Type { size: 16, line: 22 },
    cell: 8,
    cell_side: 10,
    chart_width: 290,
    chart_heights: [160, 186, 212, 252, 296],
    foot: Type { size: 11, line: 15 },
};

/// Wishes on a wall: six to a page, each with a slip to tear off.
pub const WISHES: SlipFace = SlipFace {
    name: "wishes",
    paper_width: 210,
    paper_height: 297,
    margin: 10,
    columns: 2,
    rows: 3,
    head_height: 108,
    heading: Type { size: 26, line: 34 },
    card_height: 208,
    pad: 10,
    stub_height: 100,
    titles: [26, 23, 20],
    title_line: 28,
    text: Type { size: 14, line: 18 },
    small: Type { size: 12, line: 16 },
    blank: 24,
    row: Type { size: 12, line: 18 },
    foot: Type { size: 10, line: 13 },
    gap: 6,
    qr: 36,
};

/// Plates for doors: eight to a page.
pub const DOORS: SlipFace = SlipFace {
    name: "doors",
    paper_width: 210,
    paper_height: 297,
    margin: 10,
    columns: 2,
    rows: 4,
    head_height: 54,
    heading: Type { size: 16, line: 20 },
    card_height: 170,
    pad: 8,
    stub_height: 0,
    titles: [22, 18, 15],
    title_line: 27,
    text: Type { size: 15, line: 20 },
    small: Type { size: 12, line: 16 },
    blank: 0,
    row: Type { size: 12, line: 18 },
    foot: Type { size: 10, line: 13 },
    gap: 6,
    qr: 36,
};

impl Paper {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::A4, Self::A3];

    /// The sizes of a poster on this paper.
    #[must_use]
    pub fn poster(self) -> PosterFace {
        match self {
            Self::A4 => A4,
            Self::A3 => A3,
        }
    }
}

impl PosterFace {
    /// Width between the margins.
    #[must_use]
    pub fn width(&self) -> u32 {
        points(self.paper_width - self.margin * 2)
    }

    /// Height between the margins.
    #[must_use]
    pub fn height(&self) -> u32 {
        points(self.paper_height - self.margin * 2)
    }
}

impl SlipFace {
    /// Width between the margins.
    #[must_use]
    pub fn width(&self) -> u32 {
        points(self.paper_width - self.margin * 2)
    }

    /// Width of the words at the head of a page, beside its code or without one.
    #[must_use]
    pub fn head_width(&self, has_code: bool) -> u32 {
        self.width() - if has_code { self.code() + self.gap } else { 0 }
    }

    /// Width of the words of a card, beside its code or without one.
    #[must_use]
    pub fn card_room(&self, has_code: bool) -> u32 {
        self.width() / self.columns - self.pad * 2 - if has_code { self.code() + self.gap } else { 0 }
    }

    /// Side of a code in points, rounded up.
    fn code(&self) -> u32 {
        points(self.qr) + 1
    }
}

impl DocumentFace {
    /// Width between the margins.
    #[must_use]
    pub fn width(&self) -> u32 {
        points(self.paper_width - self.margin * 2)
    }

    /// Height between the margins that is left for blocks above so many lines at the foot.
    #[must_use]
    pub fn room(&self, foot: u32) -> u32 {
        points(self.paper_height - self.margin * 2).saturating_sub(self.foot.line * foot + self.below)
    }
}

/// Whole points in so many millimetres.
fn points(millimetres: u32) -> u32 {
    millimetres * 720 / 254
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_has_its_size_in_points() {
        assert_eq!((A4.width(), A4.height()), (527, 773));
        assert_eq!((A3.width(), A3.height()), (756, 1105));
        assert_eq!((DESK.width(), DESK.room(2)), (504, 715));
    }

    #[test]
    fn cards_fit_on_their_paper() {
        for face in FACES.slips {
            let height = points(face.paper_height - face.margin * 2);
            // The foot has two lines of the site's note and one of its own.
            let foot = face.foot.line * 3;
            assert!(face.head_height + face.card_height * face.rows + foot + face.gap * 2 <= height, "{}", face.name);
            let words = face.small.line * 2 + face.title_line * 2;
            assert!(face.pad * 2 + words + face.stub_height <= face.card_height, "{}", face.name);
            let code = face.code() + face.text.line + face.foot.line * 2;
            assert!(face.stub_height > 0 || face.pad * 2 + code <= face.card_height, "{}", face.name);
            assert!(face.stub_height == 0 || face.small.line + face.blank * 3 <= face.stub_height, "{}", face.name);
            assert!(face.foot.size >= 10 && face.small.size >= 12);
        }
    }

    #[test]
    fn nothing_is_too_small_to_read() {
        for face in FACES.posters {
            let far = [face.label.size, face.heading.size, face.row.size];
            let near = [face.small.size, face.foot.size];
            assert!(far.iter().all(|&size| size >= 20) && near.iter().all(|&size| size >= 10), "{}", face.name);
        }
        for face in FACES.documents {
            let sizes = [face.text.size, face.table.size, face.foot.size];
            // Letters of charts are 13.5 of 360 units.
            assert!(sizes.iter().all(|&size| size >= 10) && face.chart_width * 27 >= 360 * 20, "{}", face.name);
        }
    }
}
