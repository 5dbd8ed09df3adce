//! How a document comes to its pages: pieces of known height are set one below the other, and what does not fit goes on to the
//! next page. Headings go with what they stand above, rows are never cut, and a table says where it goes on.

use super::document::{Block, PaperTable, SHARES};
use super::paper::DocumentFace;
use super::poster::BigNumber;
use crate::text::{Lang, fit};
use crate::view::chart::{Chart, Drawing, Form};
use crate::view::figure_text;

/// Lines of a cell; a longer text ends with an ellipsis.
const CELL_LINES: u32 = 6;
/// Lines of a head of a column.
const HEAD_LINES: u32 = 3;
/// Lines of a title or heading.
const HEADING_LINES: u32 = 3;
/// Lines of a text before it may go on on the next page.
const TEXT_LINES: u32 = 10;
/// Rows that stand together with the head of their table.
const FIRST_ROWS: usize = 2;
/// How many rows lists may have, tried in turn until a document keeps within its pages: those that matter most, and the others. In
/// the end the others only say where they are found.
const STEPS: [(usize, usize); 14] = [
    (32, 32),
    (24, 24),
    (16, 16),
    (12, 12),
    (8, 8),
    (6, 6),
    (6, 4),
    (4, 3),
    (4, 2),
    (4, 1),
    (3, 1),
    (3, 0),
    (2, 0),
    (1, 0),
];
/// From this weight on a list matters most, and keeps rows to the end.
const KEPT: usize = 8;

/// What is to be told, in order.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A page of its own: a title in its middle, and lines below it.
    Cover(String, Vec<String>),
    /// A title with lines below it; the first of a document is of level 1.
    Title(u32, String, Vec<String>),
    /// A heading of a level.
    Heading(u32, String),
    /// A paragraph.
    Text(String),
    /// A remark in small type.
    Note(String),
    /// Large figures in a row.
    Numbers(Vec<BigNumber>),
    /// A chart with its words beside it.
    Chart(Box<Chart>),
    /// A table with all its rows.
    Table(PaperTable),
    /// A table that gives way when there is too little room.
    List(List),
    /// Lines to sign on.
    Signs(Vec<String>),
    /// Ruled lines on what is left of the page.
    Rules,
}

/// A table that gives way.
#[derive(Debug, Clone)]
pub struct List {
    /// Its first rows, the most important first.
    pub table: PaperTable,
    /// How many rows there are in all.
    pub all: usize,
    /// Rows it gets where others get four.
    pub weight: usize,
    /// Where the others are, in words.
    pub rest: String,
}

/// The most rows that a list of a weight can ever have.
#[must_use]
pub fn most_rows(weight: usize) -> usize {
    let [first, ..] = STEPS;
    share(first, weight)
}

fn share((most, others): (usize, usize), weight: usize) -> usize {
    if weight >= KEPT { (most * weight / 4).max(1) } else { (others * weight).div_ceil(4) }
}

/// Packs pieces into pages of so much room; lists have as many rows as they can ever have.
#[must_use]
pub fn packed(pieces: Vec<Piece>, face: &DocumentFace, room: u32, lang: Lang) -> Vec<Vec<Block>> {
    let [step, ..] = STEPS;
    Flow::new(face, room, lang).packed(pieces, step)
}

/// Packs pieces into at most so many pages, if their lists can give way so far.
#[must_use]
pub fn packed_within(most: usize, pieces: &[Piece], face: &DocumentFace, room: u32, lang: Lang) -> Vec<Vec<Block>> {
    let mut least: Option<Vec<Vec<Block>>> = None;
    for step in STEPS {
        let pages = Flow::new(face, room, lang).packed(pieces.to_vec(), step);
        if pages.len() <= most {
            return pages;
        }
        // Where nothing helps, rows are not given away for nothing.
        if least.as_ref().is_none_or(|least| pages.len() < least.len()) {
            least = Some(pages);
        }
    }
    least.unwrap_or_default()
}

/// Pages as they fill.
struct Flow<'f> {
    face: &'f DocumentFace,
    room: u32,
    lang: Lang,
    pages: Vec<Vec<Block>>,
    /// What is taken of the last page.
    used: u32,
    /// Titles and headings that wait for what they stand above, with their height.
    heads: Vec<(Block, u32)>,
    /// Highest page, for the tests.
    #[cfg(test)]
    highest: u32,
}

impl<'f> Flow<'f> {
    fn new(face: &'f DocumentFace, room: u32, lang: Lang) -> Self {
        Self {
            face,
            room,
            lang,
            pages: Vec::new(),
            used: 0,
            heads: Vec::new(),
            #[cfg(test)]
            highest: 0,
        }
    }

    fn packed(mut self, pieces: Vec<Piece>, step: (usize, usize)) -> Vec<Vec<Block>> {
        self.set_all(pieces, step);
        self.pages
    }

    fn set_all(&mut self, pieces: Vec<Piece>, step: (usize, usize)) {
        for piece in pieces {
            match piece {
                Piece::Table(table) => self.table(table, None),
                Piece::List(list) => self.list(list, step),
                Piece::Text(text) => self.text(&text),
                Piece::Rules => self.rules(),
                Piece::Title(level, text, lines) => self.title(level, &text, &lines),
                Piece::Heading(level, text) => self.heading(level, &text),
                Piece::Numbers(numbers) => self.numbers(numbers),
                other => {
                    let (block, height) = self.block(other);
                    self.set(block, height);
                }
            }
        }
        // A heading that nothing follows has nothing to say.
        self.heads.clear();
    }

    /// Sets a block below the headings that wait for it, on the next page if there is too little room for all.
    fn set(&mut self, block: Block, height: u32) {
        self.make_room(height);
        self.place(block, height);
    }

    /// Begins a page unless so much room is left below the waiting headings, and sets those.
    fn make_room(&mut self, height: u32) {
        let heads: u32 = self.heads.iter().map(|(_, height)| height).sum();
        if self.pages.is_empty() || self.used + heads + height > self.room {
            self.pages.push(Vec::new());
            self.used = 0;
        }
        for (block, height) in std::mem::take(&mut self.heads) {
            self.place(block, height);
        }
    }

    fn place(&mut self, block: Block, height: u32) {
        if let Some(page) = self.pages.last_mut() {
            page.push(block);
            self.used += height;
        }
        #[cfg(test)]
        {
            self.highest = self.highest.max(self.used);
        }
    }

    fn title(&mut self, level: u32, text: &str, lines: &[String]) {
        let (face, width) = (self.face, self.face.width());
        let text = fit::cut_to_lines(text, face.title.size, width, HEADING_LINES);
        let lines: Vec<String> =
            lines.iter().map(|line| fit::cut_to_lines(line, face.text.size, width, HEADING_LINES)).collect();
        let below: u32 = lines.iter().map(|line| fit::lines(line, face.text.size, width)).sum();
        let height = fit::lines(&text, face.title.size, width) * face.title.line + below * face.text.line + face.below;
        self.heads.push((Block { kind: "title", level, text, lines, ..Block::default() }, height));
    }

    fn heading(&mut self, level: u32, text: &str) {
        let face = self.face;
        let text = fit::cut_to_lines(text, face.heading.size, face.width(), HEADING_LINES);
        let height = face.above_heading + fit::lines(&text, face.heading.size, face.width()) * face.heading.line;
        self.heads.push((Block { kind: "heading", level, text, ..Block::default() }, height));
    }

    /// A text, in several where it is long.
    fn text(&mut self, text: &str) {
        let face = self.face;
        let mut rest = text.trim();
        while !rest.is_empty() {
            let (text, next) = fit::split(rest, face.text.size, face.width(), TEXT_LINES);
            let height = fit::lines(text, face.text.size, face.width()) * face.text.line + face.below;
            self.set(Block { kind: "text", text: text.to_owned(), ..Block::default() }, height);
            rest = next;
        }
    }

    /// What is one block, with its height.
    fn block(&self, piece: Piece) -> (Block, u32) {
        let (face, width) = (self.face, self.face.width());
        match piece {
            Piece::Cover(text, lines) => {
                let cut = |line: &String| fit::cut_to_lines(line, face.text.size, width, HEADING_LINES);
                let lines = lines.iter().map(cut).collect();
                (Block { kind: "cover", level: 1, text, lines, ..Block::default() }, self.room)
            }
            Piece::Note(text) => {
                let text = fit::cut_to_lines(&text, face.table.size, width, TEXT_LINES);
                let height = fit::lines(&text, face.table.size, width) * face.table.line + face.below;
                (Block { kind: "note", text, ..Block::default() }, height)
            }
            Piece::Chart(chart) => {
                let beside = width.saturating_sub(face.chart_width + face.cell_side * 2);
                let lines = |text: &str, size| fit::lines(text, size, beside);
                let words = lines(&chart.title, face.text.size) * face.text.line
                    + (lines(&chart.subtitle, face.table.size) + lines(&chart.sentence, face.table.size))
                        * face.table.line;
                let chart_height = drawn_height(&chart, face);
                let height = words.max(chart_height) + face.below;
                (Block { kind: "chart", chart: Some(*chart), chart_height, ..Block::default() }, height)
            }
            Piece::Signs(lines) => {
                let height = face.text.line * 2 * many(lines.len()) + face.below;
                (Block { kind: "signs", lines, ..Block::default() }, height)
            }
            // The others are no block, or more than one; see above.
            _ => (Block::default(), 0),
        }
    }

    /// Large figures side by side, in the largest type in which all fit; in more than one row where they never do.
    fn numbers(&mut self, mut numbers: Vec<BigNumber>) {
        let face = self.face;
        let room = (face.width() / many(numbers.len()).max(1)).saturating_sub(face.cell_side * 2);
        let wide = |number: &BigNumber, size: u32| {
            let unit = (fit::width(&number.unit) + fit::width(" ")) * face.table.size;
            (fit::width(&number.value) * size + unit).div_ceil(1_000)
        };
        let [.., smallest] = face.numbers;
        let fits = |size: &u32| numbers.iter().all(|number| wide(number, *size) <= room);
        let fitting = face.numbers.into_iter().find(fits);
        if fitting.is_none() && numbers.len() > 1 {
            let others = numbers.split_off(numbers.len().div_ceil(2));
            self.numbers(numbers);
            self.numbers(others);
            return;
        }
        let number_size = fitting.unwrap_or(smallest);
        let highest = |text: fn(&BigNumber) -> &str| {
            let lines = numbers
                .iter()
                .map(text)
                .map(|text| if text.is_empty() { 0 } else { fit::lines(text, face.table.size, room) });
            lines.max().unwrap_or_default()
        };
        let lines = highest(|number| &number.name) + highest(|number| &number.parts);
        let height = lines * face.table.line + face.number_line + face.below;
        self.set(Block { kind: "numbers", numbers, number_size, ..Block::default() }, height);
    }

    /// Ruled lines on what is left of the page below the waiting headings.
    fn rules(&mut self) {
        let line = self.face.text.line * 2;
        self.make_room(line);
        let count = self.room.saturating_sub(self.used) / line;
        let lines = vec![String::new(); count as usize];
        self.place(Block { kind: "rules", lines, ..Block::default() }, line * count);
    }

    /// A list with as many rows as it may have, and how many more there are.
    fn list(&mut self, list: List, step: (usize, usize)) {
        let mut table = list.table;
        table.rows.truncate(share(step, list.weight));
        if table.rows.is_empty() {
            let all = list.all.to_string();
            let items = figure_text::counted(&all, "items");
            let told =
                self.lang.pick(format!("共 {all} 项，见{}。", list.rest), format!("{all} {items}: see {}.", list.rest));
            let (block, height) = self.block(Piece::Note(told));
            self.set(block, height);
            return;
        }
        let hidden = list.all.saturating_sub(table.rows.len());
        let note = (hidden > 0).then(|| {
            let hidden = hidden.to_string();
            let rows = figure_text::counted(&hidden, "items");
            let note = self.lang.pick(
                format!("另有 {hidden} 项，见{}。", list.rest),
                format!("{hidden} more {rows}: see {}.", list.rest),
            );
            self.block(Piece::Note(note))
        });
        self.table(table, note);
    }

    /// Sets the rows of a table; where the page is full, it goes on with its head on the next. The note stands below the last row.
    fn table(&mut self, table: PaperTable, note: Option<(Block, u32)>) {
        let face = self.face;
        let mut columns = table.columns;
        let mut lines = 1;
        for column in &mut columns {
            let room = self.cell_room(column.width);
            column.head = fit::cut_to_lines(&column.head, face.table.size, room, HEAD_LINES);
            lines = lines.max(fit::lines(&column.head, face.table.size, room));
        }
        let head = lines * face.table.line + face.cell;
        let rows: Vec<(Vec<String>, u32)> = table.rows.into_iter().map(|row| self.row(&columns, row)).collect();
        let first: u32 = rows.iter().take(FIRST_ROWS).map(|(_, height)| height).sum();
        let caption = table.caption;
        let continued = self.lang.pick(format!("{caption}（续）"), format!("{caption} (continued)"));
        let mut part = PaperTable { caption, continued: false, columns, rows: Vec::new() };
        let below = note.as_ref().map_or(0, |(_, height)| *height);
        let last = rows.len().saturating_sub(1);
        self.make_room(head + first + face.below + if rows.len() > FIRST_ROWS { 0 } else { below });
        let mut height = head + face.below;
        for (at, (row, row_height)) in rows.into_iter().enumerate() {
            let wanted = if at == last { row_height + below } else { row_height };
            if self.used + height + wanted > self.room && !part.rows.is_empty() {
                let columns = part.columns.clone();
                let next = PaperTable { caption: continued.clone(), continued: true, columns, rows: Vec::new() };
                let full = std::mem::replace(&mut part, next);
                self.place(Block { kind: "table", table: Some(full), ..Block::default() }, height);
                self.pages.push(Vec::new());
                self.used = 0;
                height = face.text.line + head + face.below;
            }
            part.rows.push(row);
            height += row_height;
        }
        if !part.rows.is_empty() {
            self.place(Block { kind: "table", table: Some(part), ..Block::default() }, height);
        }
        if let Some((block, height)) = note {
            self.place(block, height);
        }
    }

    /// A row with its cells cut to their lines, and its height.
    fn row(&self, columns: &[super::document::PaperColumn], cells: Vec<String>) -> (Vec<String>, u32) {
        let face = self.face;
        let mut lines = 1;
        let fitted = columns.iter().zip(cells).map(|(column, cell)| {
            let room = self.cell_room(column.width);
            let cell = fit::cut_to_lines(&cell, face.table.size, room, CELL_LINES);
            lines = lines.max(fit::lines(&cell, face.table.size, room));
            cell
        });
        let fitted = fitted.collect();
        (fitted, lines * face.table.line + face.cell)
    }

    /// Room for the text of a cell.
    fn cell_room(&self, shares: u32) -> u32 {
        (self.face.width() * shares / SHARES).saturating_sub(self.face.cell_side)
    }
}

/// The room in which a chart need not be drawn smaller than its width asks for: at least what it takes, see `render/chart`.
fn drawn_height(chart: &Chart, face: &DocumentFace) -> u32 {
    const WIDTH: u32 = 360;
    let units = match &chart.drawing {
        Drawing::Plot(plot) if matches!(plot.form, Form::Bars | Form::Parts) => {
            // Long names stand above their bars.
            let is_long = plot.labels.iter().any(|label| fit::width(label) > 9_000);
            many(plot.labels.len()) * if is_long { 45 } else { 28 } + if plot.scale.percent { 48 } else { 8 }
        }
        Drawing::Plot(plot) if plot.form == Form::Lines => 230,
        _ => 262,
    };
    let needed = units * face.chart_width / WIDTH;
    let [.., highest] = face.chart_heights;
    face.chart_heights.into_iter().find(|&height| height >= needed).unwrap_or(highest)
}

fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
