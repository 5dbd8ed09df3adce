//! Offices in charge (承办单位): known by the names that issues and projects give them.

/// The number of an office in [`super::Ledger::departments`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DepartmentIx(pub u32);
