//! Takes: the ledger, its measures, and what the site declares public.
//! Gives: [`Cleared`], the only thing pages can be made from.
//! Promises: every text that pages may print was looked at, every match in it found.
//! Never: changes or hides a text silently; a hit is a problem with file and row.
//! Start reading at: [`clear`], then `rules`.

mod rules;
mod texts;

use rayon::prelude::*;

use crate::config::Config;
use crate::diag::{Problem, Problems};
use crate::measure::Measures;
use crate::model::Ledger;

pub use rules::scan;

/// Records and figures that passed the guard. Only [`clear`] makes it.
#[derive(Debug)]
pub struct Cleared {
    ledger: Ledger,
    measures: Measures,
}

impl Cleared {
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
}

/// Looks at every text that a page may print; gives what may be published, or the problems that stop the build.
pub fn clear(ledger: Ledger, measures: Measures, config: &Config) -> Result<Cleared, Problems> {
    let allowed = allowed_numbers(&ledger, config);
    let found: Vec<Problem> = texts::of(&ledger, config)
        .into_par_iter()
        .flat_map_iter(|text| {
            let position = text.position(&ledger);
            rules::scan(text.content, &allowed).into_iter().map(move |hit| {
                let problem = hit.problem(text.content).at(position.clone());
                problem.with("what", text.field).with("label", text.label)
            })
        })
        .collect();
    let mut problems = Problems::new();
    problems.extend(found);
    if problems.is_empty() { Ok(Cleared { ledger, measures }) } else { Err(problems) }
}

/// Numbers that may be printed: those of listed contacts and those the site names, as digits only.
fn allowed_numbers(ledger: &Ledger, config: &Config) -> Vec<String> {
    let contacts = ledger.places.iter().flat_map(|place| &place.contacts);
    let contacts = contacts.chain(ledger.teams.iter().flat_map(|team| &team.contacts));
    let site = [&config.site.contact.phone, &config.site.contact.supervision];
    let mut numbers: Vec<String> = contacts
        .map(|contact| &contact.phone)
        .chain(site)
        .chain(&config.privacy.public_numbers)
        .map(|number| number.chars().filter(char::is_ascii_digit).collect())
        .filter(|digits: &String| !digits.is_empty())
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}
