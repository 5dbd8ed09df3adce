//! All integration tests, in one binary: linking is the slow part of testing.

#[path = "suite/floors.rs"]
mod floors;
#[path = "suite/real.rs"]
mod real;
#[path = "suite/site.rs"]
mod site;
