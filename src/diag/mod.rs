//! Takes: faults, found anywhere.
//! Gives: [`Problem`]s as values, collected and grouped in [`Problems`].
//! Promises: permanent codes; bounded memory however many faults there are.
//! Never: prints, exits or decides what a fault means for the build.
//! Start reading at: [`Problem`], then [`rules`].

mod collect;
mod print;
mod problem;
pub mod rules;

pub use collect::{Group, Problems};
pub use print::{Format, print};
pub use problem::{Excerpt, Position, Problem};
pub use rules::{Level, Rule, Words};
