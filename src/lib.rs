//! gongshi (公示): static sites for public accountability.
//!
//! A folder of TOML, CSV and Markdown goes in, a website of plain files comes out. Read `pipeline` first: it is the
//! build on one page. The floors and who may use whom stand in `src/README.md`.

pub mod config;
pub mod diag;
pub mod load;
pub mod model;
pub mod render;
pub mod source;
pub mod text;
pub mod view;
