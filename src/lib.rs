//! gongshi (公示): static sites for public accountability.
//!
//! A folder of TOML, CSV and Markdown goes in, a website of plain files comes out. Read `pipeline` first: it is the
//! build on one page. The floors and who may use whom stand in `src/README.md`.

/// Name and version of the program, as pages and manifests carry it.
pub const PROGRAM: &str = concat!("gongshi ", env!("CARGO_PKG_VERSION"));

pub mod cli;
pub mod config;
pub mod diag;
pub mod guard;
pub mod load;
pub mod measure;
pub mod model;
pub mod pipeline;
pub mod press;
pub mod publish;
pub mod render;
pub mod source;
pub mod text;
pub mod view;
