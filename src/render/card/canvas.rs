//! A picture of sixteen colours: white to the accent in eight steps, white to ink in eight.

/// Steps of a row of colours.
const STEPS: u8 = 7;

/// A colour upon another of the same row: the shades between them smooth the edges.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    under: u8,
    over: u8,
}

/// The accent on white.
pub const ACCENT: Paint = Paint { under: 0, over: STEPS };
/// A light shade of the accent on white.
pub const LIGHT: Paint = Paint { under: 0, over: 3 };
/// White on the accent.
pub const PAPER_ON_ACCENT: Paint = Paint { under: STEPS, over: 0 };
/// Ink on white.
pub const INK: Paint = Paint { under: STEPS + 1, over: 2 * STEPS + 1 };
/// Grey on white.
pub const MUTED: Paint = Paint { under: STEPS + 1, over: 2 * STEPS - 1 };

/// The colours by their number.
pub fn palette(accent: [u8; 3]) -> [[u8; 3]; 16] {
    const INK_COLOUR: [u8; 3] = [0x17, 0x1d, 0x21];
    let mut colours = [[255; 3]; 16];
    for (at, colour) in (0..).zip(&mut colours) {
        let (to, step) = if at <= STEPS { (accent, at) } else { (INK_COLOUR, at - STEPS - 1) };
        *colour = to.map(|part| mixed(part, step));
    }
    colours
}

/// White with so many sevenths of another part.
fn mixed(part: u8, step: u8) -> u8 {
    let (step, steps) = (u16::from(step), u16::from(STEPS));
    u8::try_from((255 * (steps - step) + u16::from(part) * step + steps / 2) / steps).unwrap_or(u8::MAX)
}

/// A picture in the making: the number of a colour for each pixel.
pub struct Canvas {
    pixels: Vec<u8>,
    width: usize,
}

impl Canvas {
    /// A white picture.
    pub fn new(width: usize, height: usize) -> Self {
        Self { pixels: vec![0; width * height], width }
    }

    /// The numbers of the colours, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Its width and height in pixels.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.pixels.len().checked_div(self.width).unwrap_or(0))
    }

    /// A rectangle; edges between pixels go to the nearest.
    pub fn rectangle(&mut self, from: (f32, f32), to: (f32, f32), paint: Paint) {
        let (left, right) = (whole(from.0.round()), whole(to.0.round()).min(self.width));
        let (top, bottom) = (whole(from.1.round()), whole(to.1.round()));
        for row in self.pixels.chunks_mut(self.width).take(bottom).skip(top) {
            if let Some(pixels) = row.get_mut(left..right) {
                pixels.fill(paint.over);
            }
        }
    }

    /// Covers a part of a pixel.
    pub fn put(&mut self, x: usize, y: usize, covered: f32, paint: Paint) {
        // Less than half a step is not seen.
        if x >= self.width || covered < 0.07 {
            return;
        }
        if let Some(pixel) = self.pixels.get_mut(y * self.width + x) {
            let (under, over) = (f32::from(paint.under), f32::from(paint.over));
            let shade = u8::try_from(whole((under + (over - under) * covered).round())).unwrap_or(paint.over);
            // What stands there already is not made lighter by the edge of a neighbour.
            let is_further = if over > under { shade > *pixel || *pixel < paint.under } else { shade < *pixel };
            if shade != paint.under && is_further {
                *pixel = shade;
            }
        }
    }
}

/// A length in whole pixels; what lies outside the picture is held at its edge.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held inside 0 to 65,535 first")]
pub fn whole(length: f32) -> usize {
    length.clamp(0.0, 65_535.0) as usize
}
