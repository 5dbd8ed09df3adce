//! The figures of one page by name, as prose and formulas may use them.

use std::collections::BTreeMap;

/// Figures by dotted name: `issues.received`, and by their Chinese names: `社区.按期办结率`.
///
/// Rates are fractions 0–1, hours are hours. A figure that cannot be computed (nothing to divide by) is present and `None`, so
/// that a misspelt name and a figure without value are told apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    groups: BTreeMap<String, BTreeMap<String, Option<f64>>>,
    addresses: BTreeMap<String, String>,
    printed: BTreeMap<String, Printed>,
}

/// How a figure is printed on cards, where that is not simply its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// A rate of too few records for a percentage: its parts.
    Few(String),
    /// A number rounded in its own way.
    Rounded(String),
}

impl Facts {
    /// Adds a figure under a group and a name.
    pub fn set(&mut self, group: &str, name: &str, value: Option<f64>) {
        self.groups.entry(group.to_owned()).or_default().insert(name.to_owned(), value);
    }

    /// Says where the parts of a figure stand, by its dotted name: an address from the root of the site.
    pub fn set_address(&mut self, dotted: String, address: String) {
        self.addresses.insert(dotted, address);
    }

    /// Says how a figure is printed, by its dotted name.
    pub fn set_printed(&mut self, dotted: String, printed: Printed) {
        self.printed.insert(dotted, printed);
    }

    /// How a figure is printed; `None` where that is simply its value.
    #[must_use]
    pub fn printed(&self, dotted: &str) -> Option<&Printed> {
        self.printed.get(dotted)
    }

    /// Where the parts of a figure stand.
    #[must_use]
    pub fn address(&self, dotted: &str) -> Option<&str> {
        self.addresses.get(dotted).map(String::as_str)
    }

    /// The figure of a dotted name; the outer `None` says that there is no such figure.
    #[must_use]
    pub fn get(&self, dotted: &str) -> Option<Option<f64>> {
        let (group, name) = dotted.split_once('.')?;
        self.groups.get(group)?.get(name).copied()
    }

    /// All groups with their figures.
    pub fn groups(&self) -> impl Iterator<Item = (&str, &BTreeMap<String, Option<f64>>)> {
        self.groups.iter().map(|(group, figures)| (group.as_str(), figures))
    }
}
