//! What is asked for, as typed and as meant.

use crate::measure::evidence::Slice;
use crate::measure::registry::{self, Metric, metrics};
use crate::measure::{Dimension, Subject};
use crate::model::{List, Period, PlaceIx, WITHHELD};
use crate::text::{Lang, near};
use crate::view::View;

/// Names proposed for one that is not known.
const PROPOSED: usize = 3;

/// A figure that somebody wants explained, as typed.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Registry id or name: `issues.on_time_rate`, `issues.received{category=环境卫生}`, `按期办结率`.
    pub figure: &'a str,
    /// Id or name of a place or team; without it the whole site.
    pub subject: Option<&'a str>,
    /// Period as in published tables; without it the month of the as-of date.
    pub period: Option<&'a str>,
    /// The most records to list of each part; without it all.
    pub most: Option<usize>,
    /// The language of the words; without it that of the site.
    pub lang: Option<Lang>,
}

/// What is not known, and what is near it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unknown {
    /// No such figure.
    Figure {
        /// As typed.
        asked: String,
        /// Registry ids.
        near: Vec<String>,
    },
    /// A category that is published as one with others.
    Folded {
        /// As typed.
        asked: String,
        /// The figure of all of them.
        near: Vec<String>,
    },
    /// No such place or team.
    Subject {
        /// As typed.
        asked: String,
        /// Ids with their names.
        near: Vec<String>,
    },
    /// No such period, or one without any record of the site.
    Period {
        /// As typed.
        asked: String,
        /// First and last month with records, and the day of the stocks.
        near: Vec<String>,
    },
}

/// A question understood.
pub(super) struct Asked {
    pub metric: &'static Metric,
    pub slice: Option<Slice>,
    /// The word of the slice, for people.
    pub word: Option<String>,
    pub subject: Subject,
    pub period: Period,
}

impl View<'_> {
    pub(super) fn understand(&self, question: &Question<'_>) -> Result<Asked, Unknown> {
        let (metric, slice, word) = self.asked_figure(question.figure)?;
        let subject = question.subject.map_or(Ok(Subject::Site), |asked| self.asked_subject(asked))?;
        let period = match question.period {
            Some(asked) => self.asked_period(asked, metric)?,
            None => Period::Month(self.month),
        };
        Ok(Asked { metric, slice, word, subject, period })
    }

    fn asked_figure(&self, asked: &str) -> Result<(&'static Metric, Option<Slice>, Option<String>), Unknown> {
        let unknown = || self.unknown_figure(asked);
        let (name, slice) = match asked.trim().strip_suffix('}').and_then(|asked| asked.split_once('{')) {
            Some((name, slice)) => (name, Some(slice)),
            None => (asked.trim(), None),
        };
        let metric = metrics()
            .find(|metric| metric.id == name || metric.zh.name == name || metric.en.name.eq_ignore_ascii_case(name))
            .ok_or_else(unknown)?;
        let Some(slice) = slice else { return Ok((metric, None, None)) };
        let (field, word) = slice.split_once('=').ok_or_else(unknown)?;
        if metric.group() == "activities" && field == "kind" {
            let known = self.cleared.ledger().activities.iter().any(|activity| activity.kind == word);
            return known
                .then(|| (metric, Some(Slice::Kind(word.to_owned())), Some(word.to_owned())))
                .ok_or_else(unknown);
        }
        if metric.group() == "items" && field == "list" {
            let list = List::from_word(word).ok_or_else(unknown)?;
            return Ok((metric, Some(Slice::List(list)), Some(list.name(self.lang).to_owned())));
        }
        let dimension = Dimension::from_field(field).ok_or_else(unknown)?;
        let words = dimension.words(&self.cleared.ledger().issues);
        let is_folded =
            dimension == Dimension::Category && self.cleared.counts().names().iter().any(|name| name == word);
        let unknown = || if is_folded { self.folded_word(asked, metric) } else { unknown() };
        let at = words.iter().position(|known| *known == word).ok_or_else(unknown)?;
        Ok((metric, Some(Slice::Word(dimension, at)), Some(self.word_name(dimension, word))))
    }

    pub(super) fn unknown_figure(&self, asked: &str) -> Unknown {
        let names = metrics().flat_map(|metric| [metric.id, metric.text(self.lang).name]);
        let bare = asked.split('{').next().unwrap_or_default();
        let mut found: Vec<String> = Vec::new();
        for name in near::closest(bare, names, metrics().count()) {
            let metric = registry::find(name).or_else(|| metrics().find(|metric| metric.text(self.lang).name == name));
            let line = metric.map(|metric| format!("{} {}", metric.id, metric.text(self.lang).name));
            found.extend(line.filter(|line| !found.contains(line)));
        }
        found.truncate(PROPOSED);
        Unknown::Figure { asked: asked.to_owned(), near: found }
    }

    fn folded_word(&self, asked: &str, metric: &Metric) -> Unknown {
        let name = self.word_name(Dimension::Category, WITHHELD);
        Unknown::Folded { asked: asked.to_owned(), near: vec![format!("{}{{category={WITHHELD}}} {name}", metric.id)] }
    }

    fn asked_subject(&self, asked: &str) -> Result<Subject, Unknown> {
        let ledger = self.cleared.ledger();
        let asked = asked.trim();
        let place = |wanted: &dyn Fn(&crate::model::Place) -> bool| {
            let at = ledger.places.iter().position(wanted)?;
            u32::try_from(at).ok().map(|at| Subject::Place(PlaceIx(at)))
        };
        let team =
            |wanted: &dyn Fn(&crate::model::Team) -> bool| ledger.teams.iter().position(wanted).map(Subject::team);
        let project = |wanted: &dyn Fn(&crate::model::Project) -> bool| {
            ledger.projects.iter().position(wanted).map(Subject::project)
        };
        if matches!(asked, "" | "site") {
            return Ok(Subject::Site);
        }
        place(&|place| place.id == asked)
            .or_else(|| team(&|team| team.id == asked))
            .or_else(|| place(&|place| place.name == asked || place.aliases.iter().any(|alias| alias == asked)))
            .or_else(|| team(&|team| team.name == asked))
            .or_else(|| project(&|project| project.id == asked || project.slug == asked))
            .or_else(|| ledger.department(asked).map(Subject::Department))
            .or_else(|| project(&|project| project.name == asked))
            .ok_or_else(|| self.unknown_subject(asked))
    }

    fn unknown_subject(&self, asked: &str) -> Unknown {
        let ledger = self.cleared.ledger();
        let places = ledger.places.iter().map(|place| (place.id.as_str(), place.name.as_str()));
        let teams = ledger.teams.iter().map(|team| (team.id.as_str(), team.name.as_str()));
        let projects = ledger.projects.iter().map(|project| (project.id.as_str(), project.name.as_str()));
        let departments = ledger.departments.iter().map(|name| (name.as_str(), name.as_str()));
        let known: Vec<(&str, &str)> = places.chain(teams).chain(projects).chain(departments).collect();
        let names = known.iter().flat_map(|&(id, name)| [id, name]);
        let mut found: Vec<String> = Vec::new();
        for name in near::closest(asked, names, 2 * PROPOSED) {
            let line = known.iter().find(|(id, shown)| *id == name || *shown == name);
            let line = line.map(|(id, name)| if id == name { (*id).to_owned() } else { format!("{id} {name}") });
            found.extend(line.filter(|line| !found.contains(line)));
        }
        found.truncate(PROPOSED);
        Unknown::Subject { asked: asked.to_owned(), near: found }
    }

    /// A stock has one day: that of the as-of date. Any period that is one will do for it.
    fn asked_period(&self, asked: &str, metric: &Metric) -> Result<Period, Unknown> {
        let span = self.cleared.measures().span(Subject::Site);
        let today = Period::At(self.as_of);
        let fits = |period: &Period| match *period {
            Period::At(_) => metric.is_stock() && *period == today,
            _ if metric.is_stock() => true,
            period => span.is_some_and(|(first, last)| crate::measure::series::periods(first, last).contains(&period)),
        };
        Period::parse(asked).filter(fits).ok_or_else(|| {
            let months = span.into_iter().flat_map(|(first, last)| [first, last]);
            let mut near: Vec<String> = if metric.is_stock() {
                vec![today.to_string()]
            } else {
                months.map(|month| Period::Month(month).to_string()).collect()
            };
            near.dedup();
            Unknown::Period { asked: asked.to_owned(), near }
        })
    }
}
