//! The ledger: all records of a site, checked and sorted.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::activity::Activity;
use super::department::DepartmentIx;
use super::duty::Duty;
use super::fixed_day::FixedDay;
use super::issues::Issues;
use super::item::Item;
use super::place::{Place, PlaceIx};
use super::project::{Project, ProjectIx};
use super::prose::Library;
use super::reported::{Reported, ReportedPlace, ReportedPlaceIx, Withheld};
use super::service_point::{ServicePoint, ServicePointIx};
use super::team::{Team, TeamIx};
use crate::diag::Position;

/// Rows that were read and not taken, with the reason: shown on the data page, never dropped silently.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The table.
    pub table: &'static str,
    /// The file.
    pub file: String,
    /// Code of the rule that left them out.
    pub code: &'static str,
    /// How many rows.
    pub rows: usize,
}

/// The file and row a record came from: every record remembers it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Trace {
    /// Number of the file in [`Ledger::files`].
    pub file: u16,
    /// Row, as in [`Position::row`].
    pub row: u32,
}

/// What a word of the data is called in the second language of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Where it stands in the input.
    pub trace: Trace,
    /// What to print for the word.
    pub name: String,
}

/// Everything the site knows.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Files that records came from.
    pub files: Vec<Arc<str>>,
    /// Places in tree order: a parent stands before its children, a subtree is a range.
    pub places: Vec<Place>,
    /// Teams in official order.
    pub teams: Vec<Team>,
    /// Issues, sorted by place, time of receipt and id.
    pub issues: Issues,
    /// Activities, sorted by date and id.
    pub activities: Vec<Activity>,
    /// Projects, sorted by place and id.
    pub projects: Vec<Project>,
    /// Names of the offices in charge of issues and projects, sorted.
    pub departments: Vec<String>,
    /// List items, sorted by place, list, day and id.
    pub items: Vec<Item>,
    /// Days on which something is held again and again, sorted by place and id.
    pub fixed_days: Vec<FixedDay>,
    /// Service points, sorted by place and id.
    pub service_points: Vec<ServicePoint>,
    /// The rota, in the order of [`Duty::order`].
    pub duty: Vec<Duty>,
    /// Reported figures in the order of their file.
    pub reported: Vec<Reported>,
    /// Places that only reported figures are about, in the order of their file.
    pub reported_places: Vec<ReportedPlace>,
    /// Reported figures that are not passed on, in the order of their file.
    pub withheld: Vec<Withheld>,
    /// What authors wrote.
    pub library: Library,
    /// What words of the data are called in the second language, by word.
    pub names: BTreeMap<String, Name>,
    /// Rows left out, by table, file and code.
    pub left_out: Vec<LeftOut>,
}

impl Ledger {
    /// A place.
    #[must_use]
    pub fn place(&self, at: PlaceIx) -> Option<&Place> {
        self.places.get(at.0 as usize)
    }

    /// A team.
    #[must_use]
    pub fn team(&self, at: TeamIx) -> Option<&Team> {
        self.teams.get(at.0 as usize)
    }

    /// A place outside the site, which only reported figures are about.
    #[must_use]
    pub fn reported_place(&self, at: ReportedPlaceIx) -> Option<&ReportedPlace> {
        self.reported_places.get(at.0 as usize)
    }

    /// A project.
    #[must_use]
    pub fn project(&self, at: ProjectIx) -> Option<&Project> {
        self.projects.get(at.0 as usize)
    }

    /// The office of a name.
    #[must_use]
    pub fn department(&self, name: &str) -> Option<DepartmentIx> {
        let at = self.departments.binary_search_by(|known| known.as_str().cmp(name)).ok()?;
        u32::try_from(at).ok().map(DepartmentIx)
    }

    /// A service point.
    #[must_use]
    pub fn service_point(&self, at: ServicePointIx) -> Option<&ServicePoint> {
        self.service_points.get(at.0 as usize)
    }

    /// The projects of a range of places.
    #[must_use]
    pub fn projects_of(&self, first: PlaceIx, last: PlaceIx) -> &[Project] {
        of_places(&self.projects, |project| project.place, first, last)
    }

    /// The list items of a range of places.
    #[must_use]
    pub fn items_of(&self, first: PlaceIx, last: PlaceIx) -> &[Item] {
        of_places(&self.items, |item| item.place, first, last)
    }

    /// The service points of a range of places.
    #[must_use]
    pub fn service_points_of(&self, first: PlaceIx, last: PlaceIx) -> &[ServicePoint] {
        of_places(&self.service_points, |point| point.place, first, last)
    }

    /// The rota of a range of places.
    #[must_use]
    pub fn duty_of(&self, first: PlaceIx, last: PlaceIx) -> &[Duty] {
        of_places(&self.duty, |duty| duty.place, first, last)
    }

    /// The fixed days of a range of places.
    #[must_use]
    pub fn fixed_days_of(&self, first: PlaceIx, last: PlaceIx) -> &[FixedDay] {
        let start = self.fixed_days.partition_point(|fixed| fixed.place < first);
        let end = self.fixed_days.partition_point(|fixed| fixed.place <= last);
        self.fixed_days.get(start..end).unwrap_or_default()
    }

    /// Where a record stood, for messages.
    #[must_use]
    pub fn position(&self, trace: Trace) -> Position {
        let file = self.files.get(usize::from(trace.file)).cloned().unwrap_or_else(|| "".into());
        Position::row(file, trace.row)
    }

    /// The nearest place at or above `place` that is no finer than a level.
    #[must_use]
    pub fn no_finer(&self, place: PlaceIx, level: usize) -> Option<PlaceIx> {
        let mut at = place;
        loop {
            let here = self.place(at)?;
            if here.level <= level {
                return Some(at);
            }
            at = here.parent?;
        }
    }

    /// The nearest place at or above `place` that stands on a level.
    #[must_use]
    pub fn at_level(&self, place: PlaceIx, level: usize) -> Option<PlaceIx> {
        let mut at = Some(place);
        while let Some(here) = at {
            let place = self.place(here)?;
            if place.level == level {
                return Some(here);
            }
            at = place.parent;
        }
        None
    }
}

/// Those of records sorted by place that belong to a range of places.
fn of_places<T>(records: &[T], place: impl Fn(&T) -> PlaceIx, first: PlaceIx, last: PlaceIx) -> &[T] {
    let start = records.partition_point(|record| place(record) < first);
    let end = records.partition_point(|record| place(record) <= last);
    records.get(start..end).unwrap_or_default()
}
