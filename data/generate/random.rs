//! Chance that falls the same way every time: `SplitMix64`, one stream per table, integers only.

/// A stream of numbers that depends on its seed alone.
pub struct Random(u64);

impl Random {
    /// The stream of a table; a change to one table leaves the others as they are.
    pub fn of(table: &str) -> Self {
        Self(table.bytes().fold(0x5141_4E47_2026_1031, |seed, byte| seed.rotate_left(9) ^ u64::from(byte)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `end`, without `end`; 0 when `end` is 0 or less.
    pub fn below(&mut self, end: i64) -> i64 {
        let end = u64::try_from(end).unwrap_or(0).max(1);
        i64::try_from(self.next() % end).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high - low + 1)
    }

    /// A number from `low` to `high` that is more often small than large.
    pub fn mostly_low(&mut self, low: i64, high: i64) -> i64 {
        self.between(low, high).min(self.between(low, high))
    }

    /// Whether something happens that happens `permille` times in a thousand.
    pub fn chance(&mut self, permille: i64) -> bool {
        self.below(1000) < permille
    }

    /// How often something happens that happens `ppm` times in a million chances; at most four times.
    pub fn times(&mut self, ppm: i64) -> i64 {
        (0..4).map(|_| i64::from(self.below(4_000_000) < ppm)).sum()
    }

    /// One of a list.
    pub fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let at = self.below(i64::try_from(from.len()).unwrap_or(0));
        usize::try_from(at).ok().and_then(|at| from.get(at)).copied().unwrap_or_default()
    }

    /// One of a list, each with its weight.
    pub fn weighted<T: Copy + Default>(&mut self, from: &[(i64, T)]) -> T {
        let mut at = self.below(from.iter().map(|(weight, _)| weight).sum());
        for &(weight, value) in from {
            if at < weight {
                return value;
            }
            at -= weight;
        }
        T::default()
    }
}
