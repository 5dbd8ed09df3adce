//! Small numbers of sensitive matters (`domain/metrics`, C.5, point 2).
//!
//! Hiding cells of tables is worth nothing where the records themselves are published. So the records come first: [`fold`]
//! gives those of sensitive categories and enough ordinary ones one word in common, before anything is counted. Every
//! figure is then one of the published records and says no more than they do. What is said beyond that is [`Counts`]: how many
//! issues of each folded category there were, in whole years and places, where no single person shows through.

mod balance;
mod cells;
mod counts;
mod fold;
mod joining;
mod witness;
mod words;

pub use counts::{Cell, Counts};
pub use fold::{Folded, fold};
pub use words::words_in;

/// So few records tell about single persons.
const FEWEST: usize = 10;
/// Counts from 1 to below this are not published.
const FEWEST_IN_CELL: u64 = 5;
