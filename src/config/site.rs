//! What a site says about itself.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::breaks::Break;
use super::calendar::CalendarSpec;
use super::exceptions::Exception;
use super::issues::IssueSpec;
use super::mapping::SourceSpec;
use super::ranking::Ranking;
use super::stage::Stage;
use super::tier::Tier;
use super::tongue::Texts;
use crate::model::MonthRule;
use crate::text::Lang;
use crate::text::date::Day;

/// `site.toml`, read and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Title, publisher, language, address.
    pub site: Site,
    /// Levels of the place tree, outermost first.
    pub levels: Vec<LevelSpec>,
    /// Whether these are the program's own levels: the site declares none.
    pub default_levels: bool,
    /// Number of the level whose places get a community page.
    pub community_level: usize,
    /// Service tiers in the order they are shown.
    pub tiers: Vec<Tier>,
    /// Steps of the closed loop under their local names, in their order.
    pub stages: Vec<Stage>,
    /// The site's own days off and the ends of its days.
    pub calendar: CalendarSpec,
    /// Which days a month of the figures holds.
    pub months: MonthRule,
    /// What the site sets about its issues.
    pub issues: IssueSpec,
    /// From when on figures are counted in another way.
    pub breaks: Vec<Break>,
    /// How places are found and named.
    pub places: Subjects,
    /// How teams are found and named.
    pub teams: Subjects,
    /// What the site says in the languages besides the main one.
    pub tongues: BTreeMap<Lang, Texts>,
    /// What may be published.
    pub privacy: Privacy,
    /// What authors may write.
    pub content: ContentSpec,
    /// Whether and how communities are compared.
    pub ranking: Ranking,
    /// Figures that the site declares by formula.
    pub formulas: Vec<Formula>,
    /// Levels the site gives to rules, by code.
    pub rules: BTreeMap<String, crate::diag::Level>,
    /// Where the tables come from.
    pub sources: Vec<SourceSpec>,
    /// Whether PDFs of the sheets are published beside them; ordered on the command line, not written in `site.toml`.
    pub pdf: bool,
}

/// `[site]`
#[derive(Debug, Clone)]
pub struct Site {
    /// Name of the site.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// Who publishes it.
    pub publisher: String,
    /// Language of the pages and messages.
    pub lang: Lang,
    /// Languages that pages are published in, the main one first.
    pub languages: Vec<Lang>,
    /// Address of the published site, with a closing `/`; without it there is no sitemap.
    pub base_url: Option<String>,
    /// One sentence about the site.
    pub description: String,
    /// A sentence printed on every page, such as that the data is invented.
    pub notice: String,
    /// The as-of date; the latest date in the data when not given.
    pub as_of: Option<Day>,
    /// Offset of the site's clock from UTC in minutes; times with another offset are converted to it.
    pub utc_offset: i32,
    /// Licence of the published data.
    pub licence: String,
    /// When the next release is due, in words.
    pub next_update: String,
    /// Name of the theme.
    pub theme: String,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    /// Font of the pictures that stand for pages, from the site folder; without it they have no words.
    pub card_font: Option<String>,
    /// Whom to reach, shown on every page.
    pub contact: Contact,
}

/// `[site.contact]`; templates get it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Contact {
    /// Telephone of the publisher.
    pub phone: String,
    /// Supervision telephone.
    pub supervision: String,
    /// Address.
    pub address: String,
    /// E-mail.
    pub email: String,
    /// Office hours.
    pub hours: String,
    /// ICP filing number.
    pub icp: String,
    /// Public-security filing number.
    pub police: String,
    /// Code of the government site.
    pub site_code: String,
    /// The office that answers for the site, where it is not the publisher.
    pub sponsor: String,
    /// The office that runs it.
    pub operator: String,
    /// Who keeps it going technically.
    pub support: String,
}

/// `[[level]]`: a level of the place tree.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelSpec {
    /// Id, as in the `level` column of the places table.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Whether its places get a community page; one level does.
    #[serde(default)]
    pub pages: bool,
}

impl LevelSpec {
    /// The levels of a site that declares none, as a language calls them.
    pub(super) fn defaults(lang: Lang) -> Vec<Self> {
        [
            ("county", "县区", "County"),
            ("subdistrict", "街道", "Sub-district"),
            ("community", "社区", "Community"),
            ("estate", "小区", "Estate"),
            ("grid", "网格", "Grid"),
        ]
        .map(|(id, zh, en)| Self { id: id.to_owned(), name: lang.pick(zh, en).to_owned(), pages: id == "community" })
        .into()
    }
}

/// Where places or teams come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// A table lists them; a name that is not listed is an error.
    #[default]
    Table,
    /// Every name in the data is one.
    Data,
}

/// What to do with a record whose place or team is blank or unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blank {
    /// It is an error.
    Error,
    /// It belongs to a group of this name, which is shown like any other.
    Group(String),
}

/// `[places]` and `[teams]`
#[derive(Debug, Clone)]
pub struct Subjects {
    /// Where they come from.
    pub from: From,
    /// Records with none, or with an unknown one.
    pub blank: Blank,
    /// Other spellings: name in the data → name or id.
    pub aliases: BTreeMap<String, String>,
    /// Ids a person has settled for names found in the data: name → id.
    pub ids: BTreeMap<String, String>,
}

/// `[privacy]`
#[derive(Debug, Clone, Default)]
pub struct Privacy {
    /// Work numbers that may stand on pages, besides those of listed contacts.
    pub public_numbers: Vec<String>,
    /// Words of sensitive categories, topics and kinds of issues; the program's own when not given.
    pub sensitive: Option<Vec<String>>,
    /// What is let through or masked, each with its reason.
    pub exceptions: Vec<Exception>,
}

/// `[content]`
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ContentSpec {
    /// Whether harmless HTML in Markdown is taken over; else it is shown as text.
    pub html: bool,
}

/// `[[figure]]`: a figure declared by formula.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// Id, such as `site.hours_per_person`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// An expression over figure ids.
    pub formula: String,
    /// Unit, printed after the value.
    #[serde(default)]
    pub unit: String,
    /// Line of `site.toml` at which it begins.
    #[serde(skip)]
    pub(crate) line: u32,
}
