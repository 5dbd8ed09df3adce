//! Whole unknowns within bounds, and equations between them.

/// Least and greatest value.
pub type Bounds = (i64, i64);

/// A fraction in lowest terms, its denominator positive.
type Fraction = (i128, i128);

/// Unknowns and equations: coefficients by unknown, and what they add up to.
#[derive(Default)]
pub struct System {
    bounds: Vec<Bounds>,
    equations: Vec<(Vec<(usize, i64)>, i64)>,
}

impl System {
    pub fn unknown(&mut self, bounds: Bounds) -> usize {
        self.bounds.push(bounds);
        self.bounds.len() - 1
    }

    /// Some unknowns add up to a number.
    pub fn equal(&mut self, parts: &[usize], sum: i64) {
        self.equations.push((parts.iter().map(|&at| (at, 1)).collect(), sum));
    }

    /// Some unknowns add up to another.
    pub fn same(&mut self, parts: &[usize], sum: usize) {
        let mut terms: Vec<(usize, i64)> = parts.iter().map(|&at| (at, 1)).collect();
        terms.push((sum, -1));
        self.equations.push((terms, 0));
    }

    /// The bounds that are left.
    pub fn solve(mut self) -> Vec<Bounds> {
        let given = self.equations.iter().map(|(terms, sum)| {
            let terms = terms.iter().map(|&(at, factor)| (at, (i128::from(factor), 1))).collect::<Vec<_>>();
            (terms, (i128::from(*sum), 1))
        });
        let mut rows: Vec<(Vec<(usize, Fraction)>, Fraction)> = given.collect();
        rows.extend(self.eliminated());
        loop {
            let before = self.bounds.clone();
            for (terms, sum) in &rows {
                self.narrow(terms, *sum);
            }
            if self.bounds == before {
                return self.bounds;
            }
        }
    }

    /// Each unknown of an equation lies between what the others leave.
    fn narrow(&mut self, terms: &[(usize, Fraction)], sum: Fraction) {
        let ends = |bounds: &[Bounds], (at, factor): (usize, Fraction)| {
            let (low, high) = bounds[at];
            let (low, high) = (times(factor, (i128::from(low), 1)), times(factor, (i128::from(high), 1)));
            if factor.0 > 0 { (low, high) } else { (high, low) }
        };
        for &(at, factor) in terms {
            let others = terms.iter().filter(|(other, _)| *other != at).map(|&term| ends(&self.bounds, term));
            let (low, high) =
                others.fold(((0, 1), (0, 1)), |(low, high), (from, to)| (plus(low, from), plus(high, to)));
            let one = times(minus(sum, high), (factor.1, factor.0));
            let another = times(minus(sum, low), (factor.1, factor.0));
            let (low, high) = if factor.0 > 0 { (one, another) } else { (another, one) };
            let (low, high) = (normal(low), normal(high));
            let up = i64::try_from(-(-low.0).div_euclid(low.1)).unwrap();
            let down = i64::try_from(high.0.div_euclid(high.1)).unwrap();
            let bounds = &mut self.bounds[at];
            *bounds = (bounds.0.max(up), bounds.1.min(down));
            assert!(bounds.0 <= bounds.1, "what is published contradicts itself");
        }
    }

    /// The equations after Gauss and Jordan.
    fn eliminated(&self) -> Vec<(Vec<(usize, Fraction)>, Fraction)> {
        let width = self.bounds.len();
        let mut rows: Vec<Vec<Fraction>> = self
            .equations
            .iter()
            .map(|(terms, sum)| {
                let mut row = vec![(0, 1); width + 1];
                for &(at, factor) in terms {
                    row[at] = (i128::from(factor), 1);
                }
                row[width] = (i128::from(*sum), 1);
                row
            })
            .collect();
        let mut done = 0;
        for column in 0..width {
            let Some(pivot) = (done..rows.len()).find(|&row| rows[row][column].0 != 0) else { continue };
            rows.swap(done, pivot);
            let lead = rows[done][column];
            rows[done].iter_mut().for_each(|cell| *cell = times(*cell, (lead.1, lead.0)));
            let first = rows[done].clone();
            for (at, row) in rows.iter_mut().enumerate().filter(|(at, row)| *at != done && row[column].0 != 0) {
                debug_assert_ne!(at, done);
                let factor = row[column];
                row.iter_mut().zip(&first).for_each(|(cell, &lead)| *cell = minus(*cell, times(factor, lead)));
            }
            done += 1;
        }
        rows.truncate(done);
        let terms = |row: &Vec<Fraction>| (0..width).filter(|&at| row[at].0 != 0).map(|at| (at, row[at])).collect();
        rows.iter().map(|row| (terms(row), row[width])).collect()
    }
}

fn normal((above, below): Fraction) -> Fraction {
    let (mut a, mut b) = (above.abs(), below.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let by = if below < 0 { -a } else { a };
    (above / by, below / by)
}

fn times(a: Fraction, b: Fraction) -> Fraction {
    normal((a.0 * b.0, a.1 * b.1))
}

fn plus(a: Fraction, b: Fraction) -> Fraction {
    normal((a.0 * b.1 + b.0 * a.1, a.1 * b.1))
}

fn minus(a: Fraction, b: Fraction) -> Fraction {
    plus(a, (-b.0, b.1))
}
