//! Languages besides the main one: `[site.en]` says what the site calls itself there. What its data is called stands in the
//! table `names`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::page::Page;
use super::site::{Config, Contact, LevelSpec, Site};
use crate::diag::rules::config as rules;
use crate::text::Lang;

/// `[site.en]`, `[site.zh]`
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Texts {
    /// Name of the site.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// Who publishes it.
    pub publisher: String,
    /// One sentence about the site.
    pub description: String,
    /// A sentence printed on every page.
    pub notice: String,
    /// When the next release is due, in words.
    pub next_update: String,
    /// Licence of the published data.
    pub licence: String,
    /// Whom to reach.
    pub contact: Contact,
}

impl Config {
    /// The same site in another of its languages: texts and names are swapped, and what decides on figures stays. `say` puts
    /// a name in the place of a word that has one.
    #[must_use]
    pub fn in_language(&self, lang: Lang, say: &dyn Fn(&mut String)) -> Self {
        let mut config = self.clone();
        config.site.lang = lang;
        if let Some(texts) = self.tongues.get(&lang) {
            texts.lay_over(&mut config.site);
        }
        config.levels.iter_mut().for_each(|level| say(&mut level.name));
        if self.default_levels {
            // What the names of the site leave as it is, the program can say itself.
            for ((level, main), own) in config.levels.iter_mut().zip(&self.levels).zip(LevelSpec::defaults(lang)) {
                if level.name == main.name {
                    level.name = own.name;
                }
            }
        }
        for tier in &mut config.tiers {
            // The id is the word of the tables, which is swapped there as well.
            say(&mut tier.id);
            say(&mut tier.name);
        }
        config.stages.iter_mut().for_each(|stage| say(&mut stage.name));
        config.breaks.iter_mut().for_each(|at| say(&mut at.reason));
        config.privacy.sensitive.iter_mut().flatten().for_each(say);
        config.calendar.days.iter_mut().for_each(|days| say(&mut days.reason));
        config.privacy.exceptions.iter_mut().for_each(|exception| say(&mut exception.reason));
        for figure in &mut config.formulas {
            say(&mut figure.name);
            say(&mut figure.unit);
        }
        config
    }
}

/// Every text of [`Texts`] or [`Site`] with its key, borrowed as asked. There is this one list: what is laid over the main
/// language and what the guard reads cannot differ.
macro_rules! texts {
    ($of:expr, $($borrow:tt)+) => {{
        // A part that is new to the contact does not compile before it stands here.
        let Contact { phone, supervision, address, email, hours, icp, police, site_code, sponsor, operator, support } =
            $($borrow)+ $of.contact;
        [
            ("title", $($borrow)+ $of.title),
            ("subtitle", $($borrow)+ $of.subtitle),
            ("publisher", $($borrow)+ $of.publisher),
            ("description", $($borrow)+ $of.description),
            ("notice", $($borrow)+ $of.notice),
            ("next_update", $($borrow)+ $of.next_update),
            ("licence", $($borrow)+ $of.licence),
            ("phone", phone),
            ("supervision", supervision),
            ("address", address),
            ("email", email),
            ("hours", hours),
            ("icp", icp),
            ("police", police),
            ("site_code", site_code),
            ("sponsor", sponsor),
            ("operator", operator),
            ("support", support),
        ]
    }};
}

impl Site {
    /// Each text that the site says about itself in its main language, with its key.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        texts!(self, &).into_iter().map(|(key, text)| (key, text.as_str()))
    }

    /// The same, to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut String)> {
        texts!(self, &mut).into_iter()
    }
}

impl Texts {
    /// Each text with its key.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        texts!(self, &).into_iter().map(|(key, text)| (key, text.as_str()))
    }

    /// The same, to be changed.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut String)> {
        texts!(self, &mut).into_iter()
    }

    fn lay_over(&self, site: &mut Site) {
        for ((_, own), (_, main)) in texts!(self, &).into_iter().zip(texts!(site, &mut)) {
            if !own.is_empty() {
                own.clone_into(main);
            }
        }
    }
}

/// The languages of a site, the main one first: `languages`, or the one of `lang`.
pub(super) fn languages(
    page: &mut Page<'_>,
    lang: Option<&Spanned<String>>,
    languages: Option<&Spanned<Vec<Spanned<String>>>>,
) -> Vec<Lang> {
    let lang = lang.and_then(|lang| Some((one(page, "site.lang", lang)?, lang)));
    let Some(languages) = languages else { return vec![lang.map(|(lang, _)| lang).unwrap_or_default()] };
    if languages.get_ref().is_empty() {
        let expected = ("至少一种语言，例如 [\"zh\", \"en\"]", "one language or more, such as [\"zh\", \"en\"]");
        page.bad("site.languages", "[]", languages.span(), expected);
    }
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for name in languages.get_ref() {
        let Some(known) = one(page, "site.languages", name) else { continue };
        if seen.insert(known) {
            found.push(known);
        } else {
            page.twice("site.languages", name.get_ref(), name.span());
        }
    }
    if let (Some((lang, written)), Some(&main)) = (lang, found.first())
        && lang != main
    {
        let main = main.name();
        let (zh, en) = (
            format!("languages 的第一种 {main}，或者删去 lang 这一行"),
            format!("{main}, the first of `languages`, or remove the line `lang`"),
        );
        page.bad("site.lang", lang.name(), written.span(), (&zh, &en));
    }
    if found.is_empty() { vec![Lang::default()] } else { found }
}

fn one(page: &mut Page<'_>, key: &str, name: &Spanned<String>) -> Option<Lang> {
    let found = Lang::from_name(name.get_ref());
    if found.is_none() {
        page.unknown(key, name.get_ref(), name.span(), &Lang::ALL.map(Lang::name));
    }
    found
}

/// What the site says in the languages besides its main one. A part for any other language would never be read.
pub(super) fn tongues(
    page: &mut Page<'_>,
    languages: &[Lang],
    written: [(Lang, Option<Spanned<Texts>>); 2],
) -> BTreeMap<Lang, Texts> {
    let others = languages.get(1..).unwrap_or_default();
    let mut tongues: BTreeMap<Lang, Texts> = others.iter().map(|&lang| (lang, Texts::default())).collect();
    for (lang, texts) in written {
        match (texts, tongues.get_mut(&lang)) {
            (Some(texts), Some(tongue)) => *tongue = texts.into_inner(),
            (Some(texts), None) => {
                let main = languages.first().copied().unwrap_or_default();
                let second = Lang::ALL.into_iter().find(|&other| other != main).unwrap_or_default();
                let problem = page.fault(&rules::IDLE_LANGUAGE, texts.span());
                let problem = problem.with("value", lang.name()).with("main", main.name());
                page.problems.add(problem.with("second", second.name()));
            }
            (None, _) => {}
        }
    }
    tongues
}
