//! Takes: the ledger, its measures, and what the site declares public.
//! Gives: [`Cleared`], the only thing pages can be made from.
//! Promises: every text that pages may print was looked at, every match in it found.
//! Never: changes or hides a text silently; a hit is a problem with file and row.
//! Start reading at: [`clear`], then `rules`.

mod rules;
mod texts;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Problem, Problems};
use crate::measure::Measures;
use crate::model::Ledger;
use crate::text::Lang;
use crate::text::personal::{self, Found};

/// Records and figures that passed the guard. Only [`clear`] makes it.
#[derive(Debug)]
pub struct Cleared {
    ledger: Ledger,
    /// The same for every language.
    measures: Arc<Measures>,
    /// Numbers that may be printed, as digits only.
    allowed: Arc<[String]>,
    /// Ids of issues that look like numbers of persons, once somebody asked.
    ids: OnceLock<BTreeSet<String>>,
}

impl Cleared {
    /// The same records and figures in another language of the site. `say` puts a name of `site.toml` in the place of a word
    /// that has one; those names were looked at with the rest.
    #[must_use]
    pub fn in_language(&self, lang: Lang, say: &dyn Fn(&mut String)) -> Self {
        let (measures, allowed) = (Arc::clone(&self.measures), Arc::clone(&self.allowed));
        Self { ledger: self.ledger.in_language(lang, say), measures, allowed, ids: OnceLock::new() }
    }

    /// The records, every publishable text of which was looked at.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Whether something in a finished text may stand there: the site says that it is meant for the public.
    #[must_use]
    pub fn allows(&self, found: &Found) -> bool {
        self.allowed.contains(&found.digits)
    }

    /// Whether it is the id of an issue. Those are numbers by nature and published as they are, whatever they look like.
    #[must_use]
    pub fn is_id(&self, found: &Found) -> bool {
        let issues = &self.ledger.issues;
        let like_numbers = || (0..issues.len()).flat_map(|record| personal::find(issues.ids.get(record)));
        self.ids.get_or_init(|| like_numbers().map(|found| found.digits).collect()).contains(&found.digits)
    }

    /// The figures.
    #[must_use]
    pub fn measures(&self) -> &Measures {
        &self.measures
    }
}

/// Looks at every text that a page may print; gives what may be published, or the problems that stop the build.
pub fn clear(ledger: Ledger, measures: Measures, config: &Config) -> Result<Cleared, Problems> {
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
    Ok(Cleared { ledger, measures: Arc::new(measures), allowed: allowed.into(), ids: OnceLock::new() })
}

/// Mobile numbers that may be printed, as digits only: those the site names as meant for the public. That a number stands in a
/// column for contacts says who wrote it down, not that its owner agreed.
fn allowed_numbers(config: &Config) -> Vec<String> {
    let numbers = config.privacy.public_numbers.iter();
    numbers.map(|number| number.chars().filter(char::is_ascii_digit).collect()).collect()
}
