//! Takes: the ledger, its measures, and what the site declares public.
//! Gives: [`Cleared`], the only thing pages can be made from.
//! Promises: every text that pages may print was looked at, every match in it found.
//! Never: changes or hides a text silently; a hit is a problem with file and row.
//! Start reading at: [`clear`], then `rules`; for small numbers [`fold`], which comes before anything is measured.

mod rules;
mod small;
mod texts;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Problem, Problems};
use crate::measure::Measures;
use crate::model::Ledger;
use crate::text::Lang;

pub use small::{Cell, Counts, Folded, fold, words_in as sensitive_words};

/// Records and figures that passed the guard. Only [`clear`] makes it.
#[derive(Debug)]
pub struct Cleared {
    ledger: Ledger,
    /// The same for every language.
    measures: Arc<Measures>,
    /// The same for every language.
    folded: Arc<Folded>,
    /// Counts of folded categories.
    counts: Counts,
}

impl Cleared {
    /// The same records and figures in another language of the site. `say` puts a name of `site.toml` in the place of a word
    /// that has one; those names were looked at with the rest.
    #[must_use]
    pub fn in_language(&self, lang: Lang, say: &dyn Fn(&mut String)) -> Self {
        Self {
            ledger: self.ledger.in_language(lang, say),
            measures: Arc::clone(&self.measures),
            folded: Arc::clone(&self.folded),
            counts: self.counts.in_language(say),
        }
    }

    /// The records, every publishable text of which was looked at.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The figures.
    #[must_use]
    pub fn measures(&self) -> &Measures {
        &self.measures
    }

    /// What is published under one word for many categories.
    #[must_use]
    pub fn folded(&self) -> &Folded {
        &self.folded
    }

    /// How many issues of these categories there were.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }
}

/// Looks at every text that a page may print; gives what may be published, or the problems that stop the build.
///
/// The ledger is the one that came out of [`fold`], and the measures are its own.
pub fn clear((ledger, folded): (Ledger, Folded), measures: Measures, config: &Config) -> Result<Cleared, Problems> {
    let allowed = allowed_numbers(config);
    let found: Vec<Problem> = texts::of(&ledger, config)
        .into_par_iter()
        .flat_map_iter(|text| {
            let position = text.position(&ledger);
            let problems = rules::scan(text.content, &allowed).into_iter();
            problems.map(move |problem| problem.at(position.clone()).with("what", text.field).with("label", text.label))
        })
        .collect();
    let mut problems = Problems::new();
    problems.extend(found);
    if !problems.is_empty() {
        return Err(problems);
    }
    let counts = Counts::of(&ledger, &folded, &measures, config);
    Ok(Cleared { ledger, measures: Arc::new(measures), folded: Arc::new(folded), counts })
}

/// Mobile numbers that may be printed, as digits only: those the site names as meant for the public. That a number stands in a
/// column for contacts says who wrote it down, not that its owner agreed.
fn allowed_numbers(config: &Config) -> Vec<String> {
    let numbers = config.privacy.public_numbers.iter();
    numbers.map(|number| number.chars().filter(char::is_ascii_digit).collect()).collect()
}
