//! Takes: the site folder.
//! Gives: [`Sources`]: texts and [`Sheet`]s, each file read once, decoded and hashed.
//! Promises: the only code that reads the disk; the same files in the same order on any machine.
//! Never: knows what a column means.
//! Start reading at: [`Sources`], then [`decode`].

mod decode;
mod files;
mod sheet;

pub use decode::Encoding;
