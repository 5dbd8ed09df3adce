//! Takes: addresses and finished bytes, from many threads; what the release is made of.
//! Gives: [`Staging`], which becomes the published folder; [`Checker`], the same checks without a disk; [`verify()`];
//! [`without_policy`], for pages that would run what is slipped into them; [`LastLook`], which finished bytes pass before;
//! [`Scratch`], a folder for the length of a run; [`hand_over`] for files that stand elsewhere.
//! Promises: the old site or the new one, whole, at any moment; unchanged files keep bytes and times; files of others stay.
//! Never: reads the input, the clock or the network; removes a file that this program did not publish.
//! Start reading at: [`Staging`], then [`Checker`].

mod address;
mod check;
mod css;
mod deliver;
mod disk;
mod last_look;
mod layout;
mod manifest;
mod markup;
mod page;
mod policy;
mod scratch;
mod staging;
mod survey;
mod swap;
mod verify;

pub use check::Checker;
pub use deliver::hand_over;
pub use disk::is_machine_fault;
pub use last_look::LastLook;
pub use manifest::{Release, ReleaseInput};
pub use policy::without_policy;
pub use scratch::Scratch;
pub use staging::{Published, Staging};
pub use verify::{Verified, verify};
