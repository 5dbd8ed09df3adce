//! Languages besides the main one: `[site.en]` says what the site calls itself there, `[names.en]` what its data is called.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::page::{Page, SITE_FILE};
use super::site::{Config, Contact, Site};
use crate::diag::rules::config as rules;
use crate::diag::{Position, Problem};
use crate::text::Lang;

/// What a site says in a language besides its main one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tongue {
    /// `[site.en]`; what is empty is said in the main language.
    pub texts: Texts,
    /// `[names.en]`: what stands in the tables, or in `site.toml` → what to print for it.
    pub names: BTreeMap<String, String>,
    /// Lines of `site.toml` on which the names stand.
    pub lines: BTreeMap<String, u32>,
}

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
        if let Some(tongue) = self.tongues.get(&lang) {
            tongue.texts.lay_over(&mut config.site);
        }
        config.levels.iter_mut().for_each(|level| say(&mut level.name));
        for tier in &mut config.tiers {
            // The id is the word of the tables, which is swapped there as well.
            say(&mut tier.id);
            say(&mut tier.name);
        }
        config.stages.iter_mut().for_each(|stage| say(&mut stage.name));
        config.breaks.iter_mut().for_each(|at| say(&mut at.reason));
        config.calendar.days.iter_mut().for_each(|days| say(&mut days.reason));
        for figure in &mut config.formulas {
            say(&mut figure.name);
            say(&mut figure.unit);
        }
        config
    }

    /// A word of the data as this site's language names it.
    #[must_use]
    pub fn named<'a>(&'a self, word: &'a str) -> &'a str {
        let names = self.tongues.get(&self.site.lang).map(|tongue| &tongue.names);
        names.and_then(|names| names.get(word)).map_or(word, String::as_str)
    }
}

impl Tongue {
    /// Names for words that nothing is called.
    #[must_use]
    pub fn idle_names(&self, lang: Lang, is_used: &dyn Fn(&String) -> bool) -> Vec<Problem> {
        let idle = self.names.keys().filter(|word| !is_used(word));
        let problem = |word: &String| {
            let line = self.lines.get(word).copied().unwrap_or(0);
            let problem = Problem::new(&rules::IDLE_NAME).at(Position::row(SITE_FILE, line));
            problem.with("key", format!("names.{}", lang.name())).with("value", word)
        };
        idle.map(problem).collect()
    }
}

impl Texts {
    /// Each text with its key.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let Contact { phone, supervision, address, email, hours, icp, police, site_code } = &self.contact;
        [
            ("title", &self.title),
            ("subtitle", &self.subtitle),
            ("publisher", &self.publisher),
            ("description", &self.description),
            ("notice", &self.notice),
            ("next_update", &self.next_update),
            ("licence", &self.licence),
            ("phone", phone),
            ("supervision", supervision),
            ("address", address),
            ("email", email),
            ("hours", hours),
            ("icp", icp),
            ("police", police),
            ("site_code", site_code),
        ]
        .into_iter()
        .map(|(key, text)| (key, text.as_str()))
    }

    fn lay_over(&self, site: &mut Site) {
        let Contact { phone, supervision, address, email, hours, icp, police, site_code } = &self.contact;
        let contact = &mut site.contact;
        for (own, main) in [
            (&self.title, &mut site.title),
            (&self.subtitle, &mut site.subtitle),
            (&self.publisher, &mut site.publisher),
            (&self.description, &mut site.description),
            (&self.notice, &mut site.notice),
            (&self.next_update, &mut site.next_update),
            (&self.licence, &mut site.licence),
            (phone, &mut contact.phone),
            (supervision, &mut contact.supervision),
            (address, &mut contact.address),
            (email, &mut contact.email),
            (hours, &mut contact.hours),
            (icp, &mut contact.icp),
            (police, &mut contact.police),
            (site_code, &mut contact.site_code),
        ] {
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

/// `[names]` as written, by language.
type RawNames = BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Spanned<String>>>;

/// What is said in the languages besides the main one. A part for any other language would never be read.
pub(super) fn tongues(
    page: &mut Page<'_>,
    languages: &[Lang],
    texts: [(Lang, Option<Spanned<Texts>>); 2],
    names: RawNames,
) -> BTreeMap<Lang, Tongue> {
    let others = languages.get(1..).unwrap_or_default();
    let mut tongues: BTreeMap<Lang, Tongue> = others.iter().map(|&lang| (lang, Tongue::default())).collect();
    let idle = |page: &mut Page<'_>, key: String, lang: &str, span| {
        let problem = page.fault(&rules::IDLE_LANGUAGE, span).with("key", key).with("value", lang);
        let main = languages.first().copied().unwrap_or_default();
        let second = Lang::ALL.into_iter().find(|&other| other != main).unwrap_or_default();
        page.problems.add(problem.with("main", main.name()).with("second", second.name()));
    };
    for (lang, texts) in texts {
        match (texts, tongues.get_mut(&lang)) {
            (Some(texts), Some(tongue)) => tongue.texts = texts.into_inner(),
            (Some(texts), None) => idle(page, format!("site.{}", lang.name()), lang.name(), texts.span()),
            (None, _) => {}
        }
    }
    for (name, table) in names {
        let Some(lang) = one(page, "names", &name) else { continue };
        let Some(tongue) = tongues.get_mut(&lang) else {
            idle(page, format!("names.{}", lang.name()), lang.name(), name.span());
            continue;
        };
        for (word, said) in table {
            if said.get_ref().trim().is_empty() {
                let key = format!("names.{}", lang.name());
                let expected = ("名称，没有就删去这一行", "a name, or remove the line");
                page.bad(&key, said.get_ref(), said.span(), expected);
            }
            tongue.lines.insert(word.get_ref().clone(), page.line(word.span().start));
            tongue.names.insert(word.into_inner(), said.into_inner());
        }
    }
    tongues
}
