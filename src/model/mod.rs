//! Takes: nothing; these are the words of the field as types.
//! Gives: records, ids, periods and the [`Ledger`] that holds them.
//! Promises: records are checked and sorted when the ledger is made, and never changed again.
//! Never: serialises a record; what may be published is decided by `guard` and shaped by `view`.
//! Start reading at: [`Ledger`], then [`issue`].

pub mod activity;
mod column;
mod department;
pub mod duty;
mod fixed_day;
pub mod issue;
mod issues;
pub mod item;
mod ledger;
pub mod period;
pub mod place;
pub mod project;
pub mod prose;
mod publicity;
pub mod recurrence;
pub mod reported;
mod service_point;
pub mod team;
mod vocabulary;
mod weekday;
mod words;

pub use activity::{Activity, ServedUnit};
pub use column::{Column, Texts, Words};
pub use department::DepartmentIx;
pub use duty::{Duty, DutyDays, Span};
pub use fixed_day::{FixedDay, Moved};
pub use issue::{Call, Event, Issue, Kind, Level, Origin, Status};
pub use issues::{Columns, Issues, WITHHELD};
pub use item::{Item, ItemState, List};
pub use ledger::{Ledger, LeftOut, Name, Trace};
pub use period::{MonthRule, Period};
pub use place::{Contact, Place, PlaceIx};
pub use project::{Milestone, Project, ProjectIx, ProjectState};
pub use prose::{Library, Prose};
pub use publicity::{Publicity, PublicityUnit};
pub use recurrence::Recurrence;
pub use reported::{Qualifier, Reported, ReportedPlace, ReportedPlaceIx, Subject, Withheld};
pub use service_point::{ServicePoint, ServicePointIx};
pub use team::{Team, TeamIx};
pub use weekday::Weekday;
