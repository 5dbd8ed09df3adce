//! The pictures that stand for pages in chats and feeds: PNG, 1200 by 630.
//!
//! Words are drawn with a font that the site brings along, so that the bytes are the same on any machine; without one a picture has
//! colour and bars alone.

mod canvas;
mod letters;
mod png;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::File;
use crate::config::Site;
use crate::diag::rules::theme::{CARD_FONT_BROKEN, CARD_LETTERS_MISSING};
use crate::diag::{Position, Problem};
use crate::source::Sources;
use crate::view::social::SocialCard;
use canvas::{ACCENT, Canvas, INK, MUTED, PAPER_ON_ACCENT, Paint};
use letters::Letters;

const WIDTH: usize = 1200;
const HEIGHT: usize = 630;
/// Free space at the sides.
const MARGIN: f32 = 64.0;
/// Height of the band with the name of the site.
const BAND: f32 = 124.0;
/// Missing letters named in a message.
const NAMED: usize = 40;

/// Draws the pictures of a site.
pub struct Cards {
    accent: [u8; 3],
    font: Option<Arc<[u8]>>,
    /// The file of the font, for messages.
    path: String,
    /// Letters that were to be drawn and are not in the font.
    missing: Mutex<BTreeSet<char>>,
}

impl Cards {
    /// Reads the font that the site names; a file that is none stops the build. A site that does not know its address has no pictures,
    /// and needs no font.
    pub fn load(sources: &Sources, site: &Site) -> Result<Self, Problem> {
        let font = site.card_font.as_ref().filter(|_| site.base_url.is_some()).map(|path| {
            let bytes = sources.bytes(path)?;
            if Letters::of(&bytes).is_none() {
                return Err(Problem::new(&CARD_FONT_BROKEN).at(Position::file(path.as_str())).with("path", path));
            }
            Ok(bytes)
        });
        let path = site.card_font.clone().unwrap_or_default();
        Ok(Self { accent: rgb(&site.accent), font: font.transpose()?, path, missing: Mutex::default() })
    }

    /// The letters that the pictures drawn so far need and the font does not have, as one problem.
    pub fn missing(&self) -> Option<Problem> {
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        if missing.is_empty() {
            return None;
        }
        let named: String = missing.iter().take(NAMED).collect();
        let path = self.path.as_str();
        let problem = Problem::new(&CARD_LETTERS_MISSING).at(Position::file(path)).with("path", path);
        Some(problem.with("count", missing.len()).with("letters", named))
    }

    /// The picture of a subject.
    #[must_use]
    pub fn draw(&self, card: &SocialCard) -> File {
        let mut canvas = Canvas::new(WIDTH, HEIGHT);
        let (left, right) = (MARGIN, pixels(WIDTH) - MARGIN);
        canvas.rectangle((0.0, 0.0), (pixels(WIDTH), BAND), ACCENT);
        match self.font.as_ref().and_then(|font| Letters::of(font)) {
            None => bars(&mut canvas, &card.bars, (left, 200.0), (right, 566.0)),
            Some(letters) => {
                let texts = card.texts().flat_map(str::chars);
                let lacking = texts.filter(|&letter| !letter.is_whitespace() && !letters.has(letter));
                self.missing.lock().unwrap_or_else(PoisonError::into_inner).extend(lacking);
                let mut pen = Pen { canvas: &mut canvas, letters };
                pen.line(&card.site, (left, 80.0), right, 46.0, PAPER_ON_ACCENT);
                pen.line(&card.title, (left, 222.0), right, 76.0, INK);
                pen.line(&card.period, (left, 278.0), right, 32.0, MUTED);
                pen.facts(card, left, right);
                pen.line(&card.bars_name, (left, 474.0), right, 26.0, MUTED);
                pen.line(&card.foot, (left, 614.0), right, 24.0, MUTED);
                bars(&mut canvas, &card.bars, (left, 490.0), (right, 576.0));
            }
        }
        File {
            address: card.address.clone(),
            bytes: png::indexed(canvas.pixels(), WIDTH, &canvas::palette(self.accent)),
        }
    }
}

/// What writes on a picture.
struct Pen<'c, 'f> {
    canvas: &'c mut Canvas,
    letters: Letters<'f>,
}

impl Pen<'_, '_> {
    /// A line of words that ends before `right`: smaller when it is long, and cut when it is very long. Gives where it ends.
    fn line(&mut self, text: &str, (x, y): (f32, f32), right: f32, size: f32, paint: Paint) -> f32 {
        let room = right - x;
        let wide = self.letters.width(text, size);
        let size = if wide > room { (size * room / wide).max(size * 0.6) } else { size };
        let mut text = text.to_owned();
        while self.letters.width(&text, size) > room && text.chars().count() > 1 {
            text.pop();
            text.pop();
            text.push('…');
        }
        self.letters.draw(self.canvas, &text, (x, y), size, paint)
    }

    /// The figures side by side: the number with its unit, and the name below.
    fn facts(&mut self, card: &SocialCard, left: f32, right: f32) {
        let wide = (right - left) / pixels(card.facts.len().max(1));
        for (at, fact) in card.facts.iter().enumerate() {
            let (x, end) = (left + wide * pixels(at), left + wide * pixels(at + 1) - 16.0);
            let paint = if at == 0 { ACCENT } else { INK };
            let unit = self.letters.width(&fact.unit, 32.0) + 10.0;
            let behind = self.line(&fact.value, (x, 374.0), end - unit, 84.0, paint);
            self.line(&fact.unit, (behind + 10.0, 374.0), end, 32.0, MUTED);
            self.line(&fact.name, (x, 420.0), end, 30.0, MUTED);
        }
    }
}

/// A bar a month above a line; the latest in full colour, those before lighter.
fn bars(canvas: &mut Canvas, counts: &[u64], (left, top): (f32, f32), (right, bottom): (f32, f32)) {
    let most = counts.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return;
    }
    let wide = (right - left) / pixels(counts.len());
    for (at, &count) in counts.iter().enumerate() {
        let x = left + wide * pixels(at);
        // Tenths of pixels, in whole numbers: the same on any machine.
        let room = u64::from(tenths(bottom - top));
        let high = f32::from(u16::try_from(room * count / most).unwrap_or(0)) / 10.0;
        let paint = if at + 1 == counts.len() { ACCENT } else { canvas::LIGHT };
        canvas.rectangle((x, bottom - high), (x + wide - 12.0, bottom), paint);
    }
    canvas.rectangle((left, bottom), (right - 12.0, bottom + 2.0), MUTED);
}

/// A small number as a length.
fn pixels(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length on the picture: 0 to 12,000")]
fn tenths(length: f32) -> u32 {
    (length * 10.0) as u32
}

/// The parts of `#rrggbb`, as the settings hold it.
fn rgb(colour: &str) -> [u8; 3] {
    let part = |at: usize| colour.get(at..at + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
    [part(1), part(3), part(5)]
}

#[cfg(test)]
mod tests;
