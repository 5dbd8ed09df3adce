//! A poster: one page by construction. Builders say what is to be told; here it is counted to fit the paper, and what had to be cut
//! is told as a problem.

use schemars::JsonSchema;
use serde::Serialize;

use super::SheetLinks;
use super::paper::{Paper, PosterFace, Type};
use crate::diag::rules::sheets::{CUT, NUMBER_DROPPED};
use crate::diag::{Position, Problem};
use crate::text::{Lang, fit};
use crate::view::chart::Chart;
use crate::view::figure_text;
use crate::view::shell::Shell;

/// Lines that the note of the site can take at the foot.
const NOTICE_LINES: u32 = 2;
/// Lines of the address below the QR code.
const ADDRESS_LINES: u32 = 3;

/// A poster.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Poster {
    /// Frame.
    pub shell: Shell,
    /// Ways to the page it stands for and to the other sheets.
    pub links: SheetLinks,
    /// The sizes of its paper and type.
    pub face: PosterFace,
    /// Who publishes it.
    pub publisher: String,
    /// The title, line by line.
    pub title: Vec<String>,
    /// Size of the title in points.
    pub title_size: u32,
    /// The large figures.
    pub numbers: Vec<BigNumber>,
    /// Size of the large figures in points.
    pub number_size: u32,
    /// The chart.
    pub chart: Option<Chart>,
    /// The way to the page on a phone; `None` where the site's address is not known.
    pub qr: Option<Qr>,
    /// Overdue and open matters, finished works.
    pub lists: Vec<PosterList>,
    /// Whom to call, and when people meet.
    pub calls: Vec<PosterRow>,
    /// As-of date, period, definitions, release, supervision telephone; line by line.
    pub foot: Vec<String>,
}

/// A large figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BigNumber {
    /// What is counted.
    pub name: String,
    /// The number, without the percent sign.
    pub value: String,
    /// The percent sign or the word after it.
    pub unit: String,
    /// What it is made of; empty for counts.
    pub parts: String,
}

/// A list on a poster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PosterList {
    /// What is listed, and how many there are.
    pub title: String,
    /// How many are not listed, and where they are; empty when all are.
    pub more: String,
    /// The rows.
    pub rows: Vec<PosterRow>,
}

/// A row on a poster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PosterRow {
    /// What it is, cut to its room.
    pub text: String,
    /// How it stands; never cut.
    pub state: String,
    /// Whether it is late: marked by more than a colour.
    pub late: bool,
}

/// A QR code with the address in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Qr {
    /// Its name on the page, by which `svg` has the drawing.
    pub id: String,
    /// What it leads to.
    pub address: String,
    /// The address without what nobody types.
    pub text: String,
}

impl Qr {
    /// The code of an address.
    #[must_use]
    pub fn new(id: &str, address: String) -> Self {
        let text = address.trim_start_matches("https://").trim_start_matches("http://");
        Self { id: id.to_owned(), text: text.to_owned(), address }
    }
}

/// What a poster is to tell, before it is fitted.
#[derive(Debug, Default)]
pub struct Content {
    /// Where it comes from, for messages.
    pub at: Option<Position>,
    /// Who publishes it.
    pub publisher: String,
    /// The title, line by line; the first is the name of the subject and may take more than one line.
    pub title: Vec<String>,
    /// The large figures, the most important first.
    pub numbers: Vec<BigNumber>,
    /// The chart.
    pub chart: Option<Chart>,
    /// The address of its page.
    pub qr: Option<Qr>,
    /// Its lists.
    pub lists: Vec<Listed>,
    /// Whom to call.
    pub calls: Vec<PosterRow>,
    /// A sentence that the site prints everywhere; empty when there is none.
    pub notice: String,
    /// The other lines of the foot.
    pub foot: Vec<String>,
}

/// A list before it is fitted.
#[derive(Debug, Default)]
pub struct Listed {
    /// What is listed, and how many there are.
    pub title: String,
    /// Everything there is, the most important first.
    pub rows: Vec<PosterRow>,
    /// Rows that the lists before it leave to it.
    pub least: usize,
}

impl Content {
    /// Fits the content on the paper. What had to be cut is told.
    #[must_use]
    pub fn fit(self, paper: Paper, lang: Lang, shell: Shell, links: SheetLinks) -> (Poster, Vec<Problem>) {
        let face = paper.poster();
        let mut cuts = Cuts { at: self.at, sheet: shell.address.clone(), problems: Vec::new() };
        let (title, title_size) = title(&self.title, &face, &mut cuts);
        let (numbers, number_size) = numbers(self.numbers, &face, &mut cuts);
        let row = |row| fitted_row(row, face.row, face.width());
        let calls: Vec<PosterRow> = self.calls.into_iter().map(row).collect();
        let notice = fit::cut_to_lines(&self.notice, face.foot.size, face.width(), NOTICE_LINES);
        let notice_lines = if notice.is_empty() { 0 } else { fit::lines(&notice, face.foot.size, face.width()) };
        let mut foot: Vec<String> = self.foot.iter().map(|line| fit::cut(line, face.foot.size, face.width())).collect();

        let many = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let blocks = [
            face.head.line + face.title_line * many(title.len()),
            if numbers.is_empty() { 0 } else { face.label.line + face.number_line + face.small.line },
            if self.chart.is_some() || self.qr.is_some() { face.small.line + face.chart_height } else { 0 },
            face.row.line * many(calls.len()),
            face.foot.line * (many(foot.len()) + notice_lines),
            face.heading.line * many(self.lists.len()),
        ];
        let standing = blocks.iter().filter(|&&height| height > 0).count() + self.lists.len().saturating_sub(1);
        let gaps = face.gap * many(standing.saturating_sub(1));
        let taken = blocks.iter().sum::<u32>() + gaps;
        let rows = (face.height().saturating_sub(taken) / face.row.line) as usize;
        let lists = shared_out(self.lists, rows, &face, lang);
        if !notice.is_empty() {
            foot.insert(0, notice);
        }
        let qr = self.qr.map(|qr| Qr {
            text: fit::cut_to_lines(
                &qr.text,
                face.small.size,
                face.width() - face.chart_width - face.gap,
                ADDRESS_LINES,
            ),
            ..qr
        });
        let poster = Poster {
            shell,
            links,
            face,
            publisher: fit::cut(&self.publisher, face.head.size, face.width()),
            title,
            title_size,
            numbers,
            number_size,
            chart: self.chart,
            qr,
            lists,
            calls,
            foot,
        };
        (poster, cuts.problems)
    }
}

/// What had to be cut.
struct Cuts {
    at: Option<Position>,
    sheet: String,
    problems: Vec<Problem>,
}

impl Cuts {
    fn tell(&mut self, rule: &'static crate::diag::Rule, text: &str) {
        let mut problem = Problem::new(rule).with("sheet", &self.sheet).with("text", text);
        if let Some(at) = &self.at {
            problem = problem.at(at.clone());
        }
        self.problems.push(problem);
    }
}

/// The title in the largest type in which every line of it fits; a long name takes two lines.
fn title(lines: &[String], face: &PosterFace, cuts: &mut Cuts) -> (Vec<String>, u32) {
    let fits = |size: &u32| lines.iter().all(|line| fit::fits(line, *size, face.width()));
    if let Some(size) = face.titles.into_iter().find(fits) {
        return (lines.to_vec(), size);
    }
    let [.., size] = face.titles;
    let mut fitted = Vec::new();
    for line in lines {
        let kept = fit::cut_to_lines(line, size, face.width(), 2);
        if kept != *line {
            cuts.tell(&CUT, line);
        }
        fitted.extend(broken(&kept, size, face.width()));
    }
    (fitted, size)
}

/// A text of at most two lines, line by line: the first takes what it can.
fn broken(text: &str, size: u32, room: u32) -> Vec<String> {
    if fit::fits(text, size, room) {
        return vec![text.to_owned()];
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let fitting = |end: &&usize| text.get(..**end).is_some_and(|start| fit::fits(start, size, room));
    // Between words where there are some.
    let is_break = |end: &usize| {
        text.get(*end..)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "，。、；：）》”".contains(c)))
    };
    let fitting: Vec<usize> = ends.iter().filter(fitting).copied().collect();
    let at = fitting.iter().rev().copied().find(is_break).or(fitting.last().copied()).unwrap_or_default();
    let (first, second) = text.split_at(at);
    vec![first.trim_end().to_owned(), second.trim_start().to_owned()]
}

/// The large figures side by side, in the largest type in which all fit; the last are dropped when they never do.
fn numbers(mut numbers: Vec<BigNumber>, face: &PosterFace, cuts: &mut Cuts) -> (Vec<BigNumber>, u32) {
    let room = u64::from(face.width()) * 1_000;
    let gap = u64::from(face.gap) * 3_000;
    let [.., smallest] = face.numbers;
    while !numbers.is_empty() {
        let wide = |size: u32| {
            let widths = numbers.iter().map(|number| number_width(number, size, face) + gap);
            widths.sum::<u64>() - gap
        };
        if let Some(size) = face.numbers.into_iter().find(|&size| wide(size) <= room) {
            return (numbers, size);
        }
        if let Some(dropped) = numbers.pop() {
            cuts.tell(&NUMBER_DROPPED, &dropped.name);
        }
    }
    (numbers, smallest)
}

/// How wide a large figure stands, in thousandths of a point.
fn number_width(number: &BigNumber, size: u32, face: &PosterFace) -> u64 {
    let of = |text: &str, size: u32| u64::from(fit::width(text)) * u64::from(size);
    let value = of(&number.value, size) + of(&number.unit, face.label.size) + of(" ", face.label.size);
    value.max(of(&number.name, face.label.size)).max(of(&number.parts, face.small.size))
}

/// A row whose text gives way to its state.
fn fitted_row(row: PosterRow, face: Type, room: u32) -> PosterRow {
    // A mark before the text of late rows, and a blank before the state.
    let mark = if row.late { 1_500 } else { 0 };
    let state = (fit::width(&row.state) + mark + 1_000).saturating_mul(face.size).div_ceil(1_000);
    PosterRow { text: fit::cut(&row.text, face.size, room.saturating_sub(state)), ..row }
}

/// Shares the rows out: every list gets the least it asks for, but all together no more than half; the first ones get what is left.
fn shared_out(lists: Vec<Listed>, rows: usize, face: &PosterFace, lang: Lang) -> Vec<PosterList> {
    let mut left = rows;
    let first = lists.first().map_or(0, |list| list.rows.len());
    let asked: usize = lists.iter().map(|list| list.least.min(list.rows.len())).sum();
    let mut later = asked.min((rows / 2).max(rows.saturating_sub(first)));
    let mut shared = Vec::new();
    for list in lists {
        later = later.saturating_sub(list.least.min(list.rows.len()));
        let count = list.rows.len().min(left.saturating_sub(later));
        left -= count;
        let hidden = list.rows.len() - count;
        let more = if hidden == 0 { String::new() } else { more(hidden, lang) };
        // What is not listed is told in small type at the end of the head.
        let taken = fit::width(&more).saturating_mul(face.small.size).div_ceil(1_000) + face.small.size;
        shared.push(PosterList {
            title: fit::cut(&list.title, face.heading.size, face.width().saturating_sub(taken)),
            more,
            rows: list.rows.into_iter().take(count).map(|row| fitted_row(row, face.row, face.width())).collect(),
        });
    }
    shared
}

/// How many rows are not listed, and where they are.
fn more(hidden: usize, lang: Lang) -> String {
    let hidden = hidden.to_string();
    let items = figure_text::counted(&hidden, "items");
    lang.pick(format!("另有 {hidden} 项，扫码或上网页看"), format!("{hidden} more {items} on the web page"))
}
