//! Printing problems.

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With excerpt, caret and remedy.
    #[default]
    Full,
    /// One line each.
    Short,
    /// One JSON object a line.
    Json,
}

/// Prints.
pub fn print() {}
