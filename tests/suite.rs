//! All integration tests, in one binary: linking is the slow part of testing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and looks at the disk itself"
)]

#[path = "suite/docs.rs"]
mod docs;
#[path = "suite/floors.rs"]
mod floors;
#[path = "suite/site.rs"]
mod site;
