//! Takes: `site.toml`.
//! Gives: [`Config`]: what the site is, which tables exist, how their columns map.
//! Promises: every key is known and used; a wrong key or value is a problem with its line.
//! Never: reads a table.
//! Start reading at: [`Config`], then [`mapping`].

mod breaks;
mod calendar;
mod exceptions;
pub mod fields;
mod issues;
pub mod mapping;
mod page;
mod ranking;
mod raw;
mod read;
mod site;
mod spec;
mod stage;
mod tier;
mod tongue;

pub use breaks::Break;
pub use calendar::{CalendarSpec, LocalDays};
pub use exceptions::{Action, Exception, Scope};
pub use fields::FieldSpec;
pub use issues::IssueSpec;
pub use mapping::{ColumnSpec, SourceSpec, Table};
pub use ranking::{Ranking, RankingMode, RankingPeriod};
pub use read::{language, read};
pub use site::{Blank, Config, Contact, ContentSpec, Formula, From, LevelSpec, Privacy, Site, Subjects};
pub use stage::Stage;
pub use tier::{Term, TermUnit, Tier};
pub use tongue::Texts;
