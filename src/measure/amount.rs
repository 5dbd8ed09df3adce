//! What can be added up over issues, for a mean.

use crate::model::Issues;

/// A number that an issue carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Times handed back.
    Returns,
    /// Stars given by the caller, 1–5.
    Stars,
}

impl Amount {
    /// The name of the published column that holds it.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Returns => "returns",
            Self::Stars => "stars",
        }
    }

    /// What an issue carries; `None` where the record does not say.
    #[must_use]
    pub fn of(self, issues: &Issues, record: usize) -> Option<u64> {
        match self {
            Self::Returns => issues.returns.get(record).map(u64::from),
            Self::Stars => issues.stars.get(record).map(u64::from),
        }
    }

    /// Whether any issue carries it.
    #[must_use]
    pub fn is_known(self, issues: &Issues) -> bool {
        match self {
            Self::Returns => !issues.returns.is_empty(),
            Self::Stars => !issues.stars.is_empty(),
        }
    }
}
