//! Letters that stand beside each other on paper, put together.

/// Where something stands and which way it goes, as PDF writes it.
pub type Matrix = [f64; 6];

/// One after the other.
pub fn times(one: Matrix, other: Matrix) -> Matrix {
    let [right_x, right_y, up_x, up_y, move_x, move_y] = other;
    let turned = |x: f64, y: f64| [x * right_x + y * up_x, x * right_y + y * up_y];
    let ([right, right_down], [up, up_down]) = (turned(one[0], one[1]), turned(one[2], one[3]));
    let [x, y] = turned(one[4], one[5]);
    [right, right_down, up, up_down, x + move_x, y + move_y]
}

/// Gaps up to this part of the size of the type are none.
const CLOSE: f64 = 0.2;
/// Gaps up to this are one blank; a wider one parts what has nothing to do with each other.
const WORD: f64 = 1.2;
/// How far a letter may stand above or below the one before it.
const SHIFT: f64 = 0.4;

/// The line that was read so far.
#[derive(Default)]
pub struct Line {
    text: String,
    /// Where its last letter ends.
    end: Option<(f64, f64)>,
}

impl Line {
    /// Takes a letter that goes from one place to the other; what stands elsewhere begins a new line.
    pub fn add(&mut self, letter: &str, here: Matrix, there: Matrix, size: f64, look: &mut dyn FnMut(&str)) {
        let [right, down, .., x, y] = here;
        let length = right.hypot(down);
        if let Some((end_x, end_y)) = self.end {
            let em = (length * size).abs().max(f64::MIN_POSITIVE);
            let (right, down) = (right / length, down / length);
            let (dx, dy) = (x - end_x, y - end_y);
            let (along, across) = ((dx * right + dy * down) / em, (dx * down - dy * right).abs() / em);
            if across > SHIFT || !(-WORD / 2.0..=WORD).contains(&along) {
                self.end(look);
            } else if along > CLOSE && !self.text.ends_with(' ') && letter != " " {
                self.text.push(' ');
            }
        }
        self.text.push_str(letter);
        let [.., end_x, end_y] = there;
        self.end = Some((end_x, end_y));
    }

    /// Gives what there is, and begins anew.
    pub fn end(&mut self, look: &mut dyn FnMut(&str)) {
        if !self.text.is_empty() {
            look(&self.text);
        }
        self.text.clear();
        self.end = None;
    }
}
