//! A poster: one page by construction. Builders say what is to be told; here it is counted to fit the paper, and what had to be cut
//! is told as a problem.

use schemars::JsonSchema;
use serde::Serialize;

use super::SheetLinks;
use super::paper::{Paper, PosterFace};
use super::rows::{fitted_row, shared_out};
use crate::diag::rules::sheets::{CUT, LIST_DROPPED, NUMBER_DROPPED, TEXT_CUT};
use crate::diag::{Position, Problem};
use crate::text::width::cut;
use crate::text::{Lang, fit};
use crate::view::chart::Chart;
use crate::view::shell::Shell;

/// Lines that the note of the site can take at the foot.
const NOTICE_LINES: u32 = 3;
/// Columns of a terminal that a text which was cut may take.
const QUOTED: usize = 80;
/// Lines of the address below the QR code.
const ADDRESS_LINES: u32 = 3;
/// Lines that a call can take, its telephone number apart.
const CALL_LINES: u32 = 2;
/// Lines that a sentence of the foot can take.
const FOOT_LINES: u32 = 2;

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
    /// The term of a public notice, in the place of a chart.
    pub term: Option<Term>,
    /// The way to the page on a phone; `None` where the site's address is not known.
    pub qr: Option<Qr>,
    /// Overdue and open matters, finished works.
    pub lists: Vec<PosterList>,
    /// Whom to call, and when people meet.
    pub calls: Vec<PosterRow>,
    /// What the site prints everywhere, on as many lines as it takes; empty when there is nothing.
    pub notice: String,
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

/// The term of a public notice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Term {
    /// How it stands; never cut.
    pub state: String,
    /// Size of these words in points.
    pub size: u32,
    /// From when to when, and what the notice is called; line by line.
    pub lines: Vec<String>,
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
    /// How the term of a public notice stands, from when to when, and what the notice is called.
    pub term: Option<[String; 3]>,
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
        let (mut numbers, number_size) = numbers(self.numbers, &face, &mut cuts);
        let term = self.term.map(|parts| term(parts, &face, &mut cuts));
        let mut foot: Vec<String> = Vec::new();
        for line in &self.foot {
            foot.extend(cuts.wrapped(line, face.foot.size, face.width(), FOOT_LINES));
        }
        let notice = fit::cut_to_lines(&self.notice, face.foot.size, face.width(), NOTICE_LINES);
        let notice_lines = if notice.is_empty() { 0 } else { fit::lines(&notice, face.foot.size, face.width()) };

        let many = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let middle = self.chart.is_some() || term.is_some() || self.qr.is_some();
        let height = |calls: &[PosterRow]| {
            let blocks = [
                face.head.line + face.title_line * many(title.len()),
                if middle { face.small.line + face.chart_height } else { 0 },
                face.row.line * many(calls.len()),
                face.foot.line * (many(foot.len()) + notice_lines),
            ];
            let standing = blocks.iter().filter(|&&height| height > 0).count();
            blocks.iter().sum::<u32>() + face.gap * many(standing.saturating_sub(1))
        };
        let head = face.gap + face.heading.line;
        let least = |list: &Listed| head + if list.rows.is_empty() { 0 } else { face.row.line };
        let large = face.gap + face.label.line + face.number_line + face.small.line;
        let mut lists = self.lists;
        let told = cuts.problems.len();
        let mut calls = call_rows(&self.calls, &face, &mut cuts, false);
        if height(&calls) + large + lists.iter().map(least).sum::<u32>() > face.height() {
            cuts.problems.truncate(told);
            calls = call_rows(&self.calls, &face, &mut cuts, true);
        }
        let mut taken = height(&calls);
        if taken + large > face.height() {
            // Long names, telephone numbers and foot: nothing of these is cut.
            for number in numbers.drain(..) {
                cuts.tell(&NUMBER_DROPPED, &number.name);
            }
        }
        taken += if numbers.is_empty() { 0 } else { large };
        // A list that would stand without a single row gives way, the last one first.
        while taken + lists.iter().map(least).sum::<u32>() > face.height() {
            let Some(list) = lists.pop() else { break };
            if lists.is_empty() {
                cuts.tell(&LIST_DROPPED, &list.title);
            }
        }
        let taken = taken + head * many(lists.len());
        let rows = (face.height().saturating_sub(taken) / face.row.line) as usize;
        let lists = shared_out(lists, rows, &face, lang);
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
            term,
            qr,
            lists,
            calls,
            notice,
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
        let mut problem = Problem::new(rule).with("sheet", &self.sheet).with("text", cut(text, QUOTED));
        if let Some(at) = &self.at {
            problem = problem.at(at.clone());
        }
        self.problems.push(problem);
    }

    /// A text on at most so many lines; what is lost is told.
    fn wrapped(&mut self, text: &str, size: u32, room: u32, most: u32) -> Vec<String> {
        let lines = fit::wrapped(text, size, room, most);
        if is_cut(&lines, text) {
            self.tell(&TEXT_CUT, text);
        }
        lines
    }
}

/// Whether lines lack something of their text.
fn is_cut(lines: &[String], text: &str) -> bool {
    lines.last().is_some_and(|last| last.ends_with('…') && !text.trim_end().ends_with(last.as_str()))
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
        let lines = fit::wrapped(line, size, face.width(), 2);
        if is_cut(&lines, line) {
            cuts.tell(&CUT, line);
        }
        fitted.extend(lines);
    }
    (fitted, size)
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

/// Calls on as many rows as they take: a number stands on a row of its own where it is too wide to stand beside its text. Where
/// paper is short, the text beside it is cut instead; numbers never are.
fn call_rows(calls: &[PosterRow], face: &PosterFace, cuts: &mut Cuts, is_short: bool) -> Vec<PosterRow> {
    let (size, room) = (face.row.size, face.width());
    let row = |text, state| PosterRow { text, state, late: false };
    let mut rows = Vec::new();
    for call in calls {
        let beside = fitted_row(call.clone(), face.row, room);
        let may_cut = is_short && fit::fits(&call.state, size, room * 2 / 3);
        if !call.state.is_empty() && (beside.text == call.text || may_cut) {
            rows.push(beside);
            continue;
        }
        let mut wrapped = |text: &str| {
            let whole = Some(text).filter(|text| !text.is_empty());
            whole.map(|text| cuts.wrapped(text, size, room, CALL_LINES)).unwrap_or_default()
        };
        rows.extend(wrapped(&call.text).into_iter().map(|line| row(line, String::new())));
        rows.extend(wrapped(&call.state).into_iter().map(|line| row(String::new(), line)));
    }
    rows
}

/// The term of a public notice: its state and days in full, and a line for what the notice is called where one is left.
fn term([state, days, about]: [String; 3], face: &PosterFace, cuts: &mut Cuts) -> Term {
    let room = face.chart_width;
    let lines = (face.chart_height + face.small.line - face.title_line) / face.row.line;
    let [.., smallest] = face.titles;
    // The words stand in a frame.
    let size = fit::largest(&state, &face.titles, room - face.row.size).unwrap_or(smallest);
    let mut days = cuts.wrapped(&days, face.row.size, room, lines);
    if !about.is_empty() && days.len() < lines as usize {
        days.insert(0, fit::cut(&about, face.row.size, room));
    }
    Term { state, size, lines: days }
}

#[cfg(test)]
#[path = "poster_tests.rs"]
pub(super) mod tests;
