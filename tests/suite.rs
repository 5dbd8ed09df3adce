//! All integration tests, in one binary: linking is the slow part of testing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "a test that cannot go on should stop and say where"
)]

#[path = "suite/attack.rs"]
mod attack;
#[path = "suite/case_file.rs"]
mod case_file;
#[path = "suite/cases.rs"]
mod cases;
#[path = "suite/command_line.rs"]
mod command_line;
#[path = "suite/docs.rs"]
mod docs;
#[path = "suite/documents.rs"]
mod documents;
#[path = "suite/duty.rs"]
mod duty;
#[path = "suite/feeds.rs"]
mod feeds;
#[path = "suite/floors.rs"]
mod floors;
#[path = "suite/golden.rs"]
mod golden;
#[path = "suite/guarded.rs"]
mod guarded;
#[path = "suite/hostile.rs"]
mod hostile;
#[path = "suite/interrupted.rs"]
mod interrupted;
#[path = "suite/languages.rs"]
mod languages;
#[path = "suite/limits.rs"]
mod limits;
#[path = "suite/markup.rs"]
mod markup;
#[path = "suite/output_folder.rs"]
mod output_folder;
#[path = "suite/payloads.rs"]
mod payloads;
#[path = "suite/policy.rs"]
mod policy;
#[path = "suite/press.rs"]
mod press;
#[path = "suite/promises.rs"]
mod promises;
#[path = "suite/properties.rs"]
mod properties;
#[path = "suite/publishing.rs"]
mod publishing;
#[path = "suite/real.rs"]
mod real;
#[path = "suite/recompute.rs"]
mod recompute;
#[path = "suite/reported.rs"]
mod reported;
#[path = "suite/secrets.rs"]
mod secrets;
#[path = "suite/site.rs"]
mod site;
#[path = "suite/text.rs"]
mod text;
#[path = "suite/theme.rs"]
mod theme;
#[path = "suite/theme_docs.rs"]
mod theme_docs;
