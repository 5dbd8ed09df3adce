//! Cards to cut out of A4 pages: what stands on one is counted to fit, as on posters.

use schemars::JsonSchema;
use serde::Serialize;

use super::paper::SlipFace;
use super::poster::{PosterList, PosterRow, Qr};
use super::rows::{fitted_row, more};
use super::{Sheet, SheetLinks};
use crate::diag::rules::sheets::CUT;
use crate::diag::{Position, Problem};
use crate::measure::Subject;
use crate::text::{Lang, fit};
use crate::view::View;
use crate::view::shell::Shell;

/// Lines of the title of a card.
const TITLE_LINES: u32 = 2;
/// Lines that the note of the site can take at the foot.
const NOTICE_LINES: u32 = 2;
/// Lines of the address below the QR code of a door plate.
const ADDRESS_LINES: u32 = 2;
/// Lines that say what to do with the cards.
const LEAD_LINES: u32 = 3;

/// Cards to cut: the wishes of a community to claim, or the plates for its doors.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Slips {
    /// Frame.
    pub shell: Shell,
    /// Ways to the page it stands for and to the other sheets.
    pub links: SheetLinks,
    /// The sizes of its paper, cards and type.
    pub face: SlipFace,
    /// Who publishes it.
    pub publisher: String,
    /// What the pages are called.
    pub title: String,
    /// What to do with them, line by line.
    pub lead: Vec<String>,
    /// The way to the page on a phone, at the head of every page; `None` where every card has its own.
    pub qr: Option<Qr>,
    /// The pages.
    pub pages: Vec<SlipPage>,
    /// What the site prints everywhere, on as many lines as it takes; empty when there is nothing.
    pub notice: String,
    /// The last line of every page.
    pub foot: String,
}

/// A page of cards.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct SlipPage {
    /// The cards, row by row.
    pub cards: Vec<Slip>,
    /// What needs no card any more, below the cards.
    pub rest: Option<PosterList>,
}

/// A card to cut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Slip {
    /// Its number, or where it belongs.
    pub kicker: String,
    /// What it is about, line by line.
    pub title: Vec<String>,
    /// Size of these words in points.
    pub title_size: u32,
    /// What else is to be known.
    pub text: String,
    /// A telephone number; never cut, empty when there is none.
    pub phone: String,
    /// The head of the part to tear off; empty when nothing is torn off.
    pub stub: String,
    /// What is filled in by hand on that part.
    pub blanks: Vec<&'static str>,
    /// What its own code is for; empty when it has none.
    pub call: String,
    /// The way to the page on a phone.
    pub qr: Option<Qr>,
}

/// What stands on the cards, before it is fitted.
#[derive(Debug)]
pub struct SlipContent {
    /// Sizes.
    pub face: SlipFace,
    /// Who publishes it.
    pub publisher: String,
    /// What the pages are called.
    pub title: String,
    /// What to do with them.
    pub lead: String,
    /// The address of the page.
    pub qr: Option<Qr>,
    /// The cards with where they come from; the title of each is one line.
    pub cards: Vec<(Position, Slip)>,
    /// What is listed behind the cards: its head and its rows, the most important first.
    pub rest: Option<(String, Vec<PosterRow>)>,
    /// A sentence that the site prints everywhere; empty when there is none.
    pub notice: String,
    /// The last line of the foot.
    pub foot: String,
}

impl SlipContent {
    /// Fits the content on pages. What had to be cut is told.
    #[must_use]
    pub fn fit(self, lang: Lang, shell: Shell, links: SheetLinks) -> (Slips, Vec<Problem>) {
        let face = self.face;
        let mut problems = Vec::new();
        let sheet = shell.address.clone();
        let mut card = |(at, slip): (Position, Slip)| {
            let (slip, lost) = fitted(slip, &face);
            problems.extend(lost.map(|text| Problem::new(&CUT).at(at).with("sheet", &sheet).with("text", text)));
            slip
        };
        let cards: Vec<Slip> = self.cards.into_iter().map(&mut card).collect();
        let on_page = (face.columns * face.rows).max(1) as usize;
        let mut pages: Vec<SlipPage> =
            cards.chunks(on_page).map(|cards| SlipPage { cards: cards.to_vec(), rest: None }).collect();
        if let Some((title, rows)) = self.rest.filter(|(_, rows)| !rows.is_empty()) {
            add_rest(&mut pages, &title, rows, &face, lang);
        }
        let beside = face.head_width(self.qr.is_some());
        let slips = Slips {
            shell,
            links,
            face,
            publisher: fit::cut(&self.publisher, face.small.size, beside),
            title: fit::cut(&self.title, face.heading.size, beside),
            lead: fit::wrapped(&self.lead, face.small.size, beside, LEAD_LINES),
            qr: self.qr.map(|qr| short(qr, face.foot.size, beside, 1)),
            pages,
            notice: fit::cut_to_lines(&self.notice, face.foot.size, face.width(), NOTICE_LINES),
            foot: fit::cut(&self.foot, face.foot.size, face.width()),
        };
        (slips, problems)
    }
}

impl View<'_> {
    /// The last line of pages of cards: how old they are, and of which release.
    pub(super) fn slip_foot(&self) -> String {
        let as_of = self.day(self.as_of);
        let mut parts = vec![self.lang.pick(
            format!("数据截至 {as_of} · 发布号 {}", self.release),
            format!("Data up to {as_of} · release {}", self.release),
        )];
        parts.extend(self.supervision());
        parts.join(" · ")
    }

    /// The cards to cut of a community.
    pub(super) fn slips_of(&self, subject: Subject) -> Vec<Sheet> {
        let Subject::Place(at) = subject else { return Vec::new() };
        if self.place(at).is_none_or(|place| place.level != self.config.community_level) {
            return Vec::new();
        }
        let wishes = self.has_wishes(at).then_some(Sheet::Wishes(at));
        let doors = self.has_doors(at).then_some(Sheet::Doors(at));
        wishes.into_iter().chain(doors).collect()
    }
}

/// A card whose words fit, and the title that had to be cut.
fn fitted(slip: Slip, face: &SlipFace) -> (Slip, Option<String>) {
    let beside = face.card_room(slip.qr.is_some());
    let whole = slip.title.concat();
    let wrapped = |size: u32| fit::wrapped(&whole, size, beside, TITLE_LINES);
    let is_whole = |lines: &[String]| !lines.last().is_some_and(|line| line.ends_with('…'));
    let [.., smallest] = face.titles;
    let size = face.titles.into_iter().find(|&size| is_whole(&wrapped(size))).unwrap_or(smallest);
    let title = wrapped(size);
    let lost = (!is_whole(&title) && !whole.ends_with('…')).then_some(whole);
    let all = face.card_room(false);
    let fitted = Slip {
        kicker: fit::cut(&slip.kicker, face.small.size, beside),
        title,
        title_size: size,
        text: fit::cut(&slip.text, face.small.size, beside),
        stub: fit::cut(&slip.stub, face.small.size, all),
        call: fit::cut(&slip.call, face.text.size, all),
        qr: slip.qr.map(|qr| short(qr, face.foot.size, all, ADDRESS_LINES)),
        ..slip
    };
    (fitted, lost)
}

/// A code with its address in words, cut to its room.
fn short(qr: Qr, size: u32, room: u32, lines: u32) -> Qr {
    Qr { text: fit::cut_to_lines(&qr.text, size, room, lines), ..qr }
}

/// What needs no card stands below the last cards where there is room for all of it, else on one page of its own.
fn add_rest(pages: &mut Vec<SlipPage>, title: &str, rows: Vec<PosterRow>, face: &SlipFace, lang: Lang) {
    let capacity = |card_rows: u32| {
        (face.card_height * card_rows).saturating_sub(face.text.line + face.gap) as usize / face.row.line as usize
    };
    let used = pages.last().map_or(face.rows, |page| {
        u32::try_from(page.cards.len()).unwrap_or(u32::MAX).div_ceil(face.columns).min(face.rows)
    });
    if rows.len() > capacity(face.rows - used) {
        pages.push(SlipPage::default());
    }
    let shown = rows.len().min(capacity(face.rows));
    let hidden = rows.len() - shown;
    let row = |row| fitted_row(row, face.row, face.width());
    let rest = PosterList {
        title: fit::cut(title, face.text.size, face.width() * 2 / 3),
        more: if hidden == 0 { String::new() } else { more(hidden, lang) },
        rows: rows.into_iter().take(shown).map(row).collect(),
    };
    if let Some(page) = pages.last_mut() {
        page.rest = Some(rest);
    }
}

#[cfg(test)]
#[path = "slips_tests.rs"]
mod tests;
