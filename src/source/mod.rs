//! Takes: the site folder.
//! Gives: [`Sources`]: texts and [`Sheet`]s, each file read once, decoded and hashed.
//! Promises: the only code that reads the disk; the same files in the same order on any machine.
//! Never: knows what a column means.
//! Start reading at: [`Sources`], then [`decode`].

mod decode;
mod fault;
mod files;
mod sheet;

pub use decode::{DecodeFault, Decoded, Encoding, decode};
pub use fault::toml_fault;
pub use files::{Input, Sources};
pub use sheet::{Row, Sheet, SheetOptions};
