//! Takes: the ledger, its measures, and what the site declares public.
//! Gives: [`Cleared`], the only thing pages can be made from.
//! Promises: every text that pages may print was looked at, every match in it found; what is masked is in no record any more.
//! Never: changes or hides a text silently: a hit is a problem with file and row, an exception is counted and told to readers.
//! Start reading at: [`clear`], then `texts`, then `look`; for small numbers [`fold`], which comes before anything is measured.

mod allowed;
mod look;
mod rules;
mod small;
mod texts;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{Config, Exception};
use crate::diag::rules::guard::EXCEPTION_UNUSED;
use crate::diag::{Position, Problem, Problems};
use crate::measure::Measures;
use crate::model::Ledger;
use crate::text::Lang;
use crate::text::personal::Found;

use allowed::Allowed;
use look::{Look, Seen};

pub use rules::subject;

pub use small::{Cell, Counts, Folded, fold, words_in as sensitive_words};

/// Records and figures that passed the guard. Only [`clear`] makes it.
#[derive(Debug)]
pub struct Cleared {
    ledger: Ledger,
    /// The same for every language.
    measures: Arc<Measures>,
    passed: Arc<Passed>,
    /// The same for every language.
    folded: Arc<Folded>,
    /// Counts of folded categories.
    counts: Counts,
}

/// What the guard let through, the same for every language.
#[derive(Debug)]
struct Passed {
    allowed: Allowed,
    /// How often each exception of `site.toml` was used, in their order.
    uses: Vec<usize>,
    notes: Problems,
}

impl Cleared {
    /// The same records and figures in another language of the site. `say` puts a name of `site.toml` in the place of a word
    /// that has one; those names were looked at with the rest.
    #[must_use]
    pub fn in_language(&self, lang: Lang, say: &dyn Fn(&mut String)) -> Self {
        Self {
            ledger: self.ledger.in_language(lang, say),
            measures: Arc::clone(&self.measures),
            passed: Arc::clone(&self.passed),
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

    /// Whether something of a person may stand on pages: a declared work number or address, or what an exception publishes.
    #[must_use]
    pub fn allows(&self, found: &Found) -> bool {
        self.passed.allowed.has(found.kind, &found.digits)
    }

    /// How often each exception of `site.toml` was used, in their order.
    #[must_use]
    pub fn uses(&self) -> &[usize] {
        &self.passed.uses
    }

    /// What to know about exceptions that nothing needs.
    #[must_use]
    pub fn notes(&self) -> &Problems {
        &self.passed.notes
    }
}

/// Looks at every text that a page may print and masks what exceptions mask, in the records and in the site's own texts;
/// gives what may be published, or the problems that stop the build.
///
/// The ledger is the one that came out of [`fold`], and the measures are its own.
pub fn clear(
    (mut ledger, folded): (Ledger, Folded),
    measures: Measures,
    config: &mut Config,
) -> Result<Cleared, Problems> {
    let exceptions = config.privacy.exceptions.clone();
    let files = ledger.files.clone();
    let mut allowed = Allowed::of(&ledger, config);
    let look = Look { allowed: &allowed, exceptions: &exceptions, files: &files };
    let mut seen: Vec<Seen> = texts::of(&mut ledger, config).into_par_iter().map(|text| look.at(text)).collect();
    seen.extend(texts::issues(&mut ledger.issues, &look));
    seen.extend(texts::folded(&ledger.issues, &folded).into_iter().map(|text| look.at(text)));

    let mut problems = Problems::new();
    let mut uses = vec![0; exceptions.len()];
    for seen in seen {
        problems.extend(seen.problems);
        for at in seen.uses {
            if let Some(count) = uses.get_mut(at) {
                *count += 1;
            }
        }
        allowed.extend(seen.passed);
    }
    let mut notes = Problems::new();
    let idle = exceptions.iter().zip(&uses).filter(|&(_, &uses)| uses == 0);
    notes.extend(idle.map(|(exception, _)| unused(exception)));
    if problems.is_empty() {
        let passed = Arc::new(Passed { allowed, uses, notes });
        let counts = Counts::of(&ledger, &folded, &measures, config);
        return Ok(Cleared { ledger, measures: Arc::new(measures), passed, folded: Arc::new(folded), counts });
    }
    problems.merge(notes);
    Err(problems)
}

fn unused(exception: &Exception) -> Problem {
    let problem = Problem::new(&EXCEPTION_UNUSED).at(Position::row("site.toml", exception.line));
    problem.with("rule", exception.rule.code).with("where", exception.scope.to_string())
}
