//! Checks of the finished site: addresses, ids, and links between files.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::page::{self, Findings, id_hash};
use super::{address, manifest};
use crate::diag::rules::publish::{ADDRESS_TWICE, ADDRESS_UNFIT, FRAGMENT_MISSING, LINK_BROKEN};
use crate::diag::{Problem, Problems};

/// Checks finished bytes without a disk. Files may be put from many threads.
///
/// Memory grows with files, ids and different links; a navigation link that stands on every page is kept once.
#[derive(Default)]
pub struct Checker {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    names: Names,
    /// Files and the hashes of their ids; `None` for a file whose ids nobody read.
    files: HashMap<Name, Option<Box<[u64]>>>,
    /// Addresses and their folders in lower case.
    taken: HashMap<String, Taken>,
    /// Target, its id, and the page with the first address that links there.
    links: BTreeMap<(Name, Name), Name>,
}

#[derive(Clone, Copy)]
enum Taken {
    File(Name),
    Folder(Name),
}

impl Checker {
    /// Nothing put yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a finished file and gives what is wrong with it alone.
    pub fn put(&self, address: &str, bytes: &[u8]) -> Vec<Problem> {
        match self.claim(address) {
            Ok(()) => self.read(address, bytes),
            Err(problem) => vec![problem],
        }
    }

    /// Tells of a file that is there, though it was not put: links may lead to it.
    pub fn also(&self, address: &str) {
        let mut state = self.state();
        let name = state.names.of(address);
        state.files.entry(name).or_insert(None);
    }

    /// What is wrong between the files: links that lead nowhere, each with one page it stands on.
    #[must_use]
    pub fn finish(self) -> Problems {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut broken = BTreeSet::new();
        for (&(target, fragment), &page) in &state.links {
            let rule = match state.files.get(&target) {
                None => &LINK_BROKEN,
                Some(Some(ids)) if !state.has_id(ids, fragment) => &FRAGMENT_MISSING,
                Some(_) => continue,
            };
            let [target, fragment, page] = [target, fragment, page].map(|name| state.names.text(name));
            let mark = if fragment.is_empty() { "" } else { "#" };
            broken.insert((rule.code, format!("{target}{mark}{fragment}"), page));
        }
        let mut problems = Problems::new();
        for (code, target, page) in broken {
            let rule = if code == LINK_BROKEN.code { &LINK_BROKEN } else { &FRAGMENT_MISSING };
            problems.add(Problem::new(rule).with("target", target).with("page", page));
        }
        problems
    }

    /// Takes an address, which nobody else may have then.
    pub(super) fn claim(&self, address: &str) -> Result<(), Problem> {
        if !address::is_fit(address) {
            return Err(Problem::new(&ADDRESS_UNFIT).with("address", address));
        }
        let folded = address.to_lowercase();
        let mut state = self.state();
        let other = match state.taken.get(&folded) {
            Some(Taken::File(name) | Taken::Folder(name)) => Some(*name),
            None => address::folders(&folded).find_map(|folder| match state.taken.get(folder)? {
                Taken::File(name) => Some(*name),
                Taken::Folder(_) => None,
            }),
        };
        let other = other.map(|name| state.names.text(name).to_owned());
        let other = other.or_else(|| (folded == manifest::NAME).then(|| manifest::NAME.to_owned()));
        if let Some(other) = other {
            return Err(Problem::new(&ADDRESS_TWICE).with("address", address).with("other", other));
        }
        let name = state.names.of(address);
        for folder in address::folders(&folded) {
            if state.taken.contains_key(folder) {
                break;
            }
            state.taken.insert(folder.to_owned(), Taken::Folder(name));
        }
        state.taken.insert(folded, Taken::File(name));
        state.files.insert(name, Some(Box::default()));
        Ok(())
    }

    /// Reads a file whose address was claimed.
    pub(super) fn read(&self, address: &str, bytes: &[u8]) -> Vec<Problem> {
        let Findings { faults, links, ids } = page::read(address, bytes);
        let mut state = self.state();
        let page = state.names.of(address);
        state.files.insert(page, Some(ids));
        for (target, fragment) in links {
            let link = (state.names.of(&target), state.names.of(&fragment));
            let known = state.links.get(&link).copied();
            // Whichever thread comes first, the page named is the same.
            if known.is_none_or(|known| address < state.names.text(known)) {
                state.links.insert(link, page);
            }
        }
        faults
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn has_id(&self, ids: &[u64], fragment: Name) -> bool {
        let fragment = self.names.text(fragment);
        matches!(fragment, "" | "top") || ids.binary_search(&id_hash(fragment)).is_ok()
    }
}

/// Number of a text in [`Names`].
type Name = u32;

/// Texts that occur often, kept once.
#[derive(Default)]
struct Names {
    numbers: HashMap<Arc<str>, Name>,
    texts: Vec<Arc<str>>,
}

impl Names {
    fn of(&mut self, text: &str) -> Name {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let number = Name::try_from(self.texts.len()).unwrap_or(Name::MAX);
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    fn text(&self, name: Name) -> &str {
        usize::try_from(name).ok().and_then(|name| self.texts.get(name)).map_or("", AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn says(problems: &Problems) -> Vec<String> {
        problems.groups().flat_map(|group| &group.examples).map(|problem| problem.says(Lang::En)).collect()
    }

    #[test]
    fn links_between_files_are_checked_in_whatever_order_they_come() {
        let checker = Checker::new();
        assert!(checker.put("b.html", b"<a href='a/c.html#no'>1</a><a href='gone.html'>2</a>").is_empty());
        assert!(checker.put("a/x.html", b"<a href='../gone.html'>2</a><a href='c.html#yes'>3</a>").is_empty());
        assert!(checker.put("a/c.html", b"<p id=yes>").is_empty());
        assert!(checker.put("d.html", b"<a href='report.pdf#page=2'>4</a>").is_empty());
        checker.also("report.pdf");
        assert_eq!(
            says(&checker.finish()),
            [
                "the page `a/x.html` links to `gone.html`, which does not exist",
                "the page `b.html` links to `a/c.html#no`, but that page has no such id",
            ]
        );
    }

    #[test]
    fn an_address_belongs_to_one_file() {
        let checker = Checker::new();
        assert!(checker.put("a/b.html", b"").is_empty());
        for (address, code) in [
            ("a/b.html", "P010"),
            ("A/B.html", "P010"),
            ("a", "P010"),
            ("a/b.html/c", "P010"),
            ("manifest.json", "P010"),
            ("../a", "P009"),
        ] {
            let problems = checker.put(address, b"");
            assert_eq!(problems.iter().map(|problem| problem.rule.code).collect::<Vec<_>>(), [code], "{address}");
        }
        assert!(checker.put("a/c.html", b"").is_empty());
    }
}
