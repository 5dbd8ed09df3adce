//! `site.toml` as it is written, before its values are checked: every value keeps its place in the file.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::site::{Contact, ContentSpec, Formula, From, LevelSpec};
use super::tongue::Texts;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawConfig {
    pub site: RawSite,
    #[serde(default)]
    pub level: Vec<Spanned<LevelSpec>>,
    #[serde(default)]
    pub tier: Vec<Spanned<RawTier>>,
    #[serde(default)]
    pub stage: Vec<Spanned<RawStage>>,
    #[serde(default)]
    pub calendar: RawCalendar,
    #[serde(default)]
    pub period: RawPeriod,
    #[serde(default, rename = "break")]
    pub breaks: Vec<Spanned<RawBreak>>,
    #[serde(default)]
    pub issues: RawIssues,
    #[serde(default)]
    pub places: RawSubjects,
    #[serde(default)]
    pub teams: RawSubjects,
    #[serde(default)]
    pub privacy: RawPrivacy,
    #[serde(default)]
    pub content: ContentSpec,
    #[serde(default)]
    pub ranking: RawRanking,
    #[serde(default)]
    pub figure: Vec<Spanned<Formula>>,
    #[serde(default)]
    pub rules: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    pub source: Vec<Spanned<RawSource>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSite {
    pub title: Spanned<String>,
    #[serde(default)]
    pub subtitle: String,
    #[serde(default)]
    pub publisher: String,
    pub lang: Option<Spanned<String>>,
    pub languages: Option<Spanned<Vec<Spanned<String>>>>,
    pub zh: Option<Spanned<Texts>>,
    pub en: Option<Spanned<Texts>>,
    pub base_url: Option<Spanned<String>>,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub notice: String,
    pub as_of: Option<Spanned<Value>>,
    pub time_zone: Option<Spanned<String>>,
    #[serde(default)]
    pub licence: String,
    #[serde(default)]
    pub next_update: String,
    pub theme: Option<Spanned<String>>,
    pub accent: Option<Spanned<String>>,
    pub card_font: Option<String>,
    #[serde(default)]
    pub contact: Contact,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTier {
    pub id: String,
    pub name: String,
    pub limit: Option<Spanned<i64>>,
    pub unit: Option<Spanned<String>>,
    pub start: Option<Spanned<String>>,
    pub stop: Option<Spanned<String>>,
    pub contact_limit: Option<Spanned<i64>>,
    pub contact_unit: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStage {
    pub name: Spanned<String>,
    pub event: Spanned<String>,
    #[serde(default)]
    pub places: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBreak {
    pub figure: String,
    pub date: Spanned<Value>,
    pub reason: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawPeriod {
    pub first_day: Option<Spanned<i64>>,
    pub cut: Option<Spanned<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawCalendar {
    pub working_day_ends: Option<Spanned<String>>,
    pub natural_day_rolls_over: Option<bool>,
    pub day_cut: Option<Spanned<String>>,
    pub weekly_meeting: Option<Spanned<String>>,
    pub day: Vec<RawDays>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawIssues {
    pub repeat_days: Option<Spanned<i64>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawPrivacy {
    pub public_numbers: Vec<String>,
    pub sensitive: Option<Vec<String>>,
    pub exception: Vec<Spanned<RawException>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawException {
    pub rule: Option<Spanned<String>>,
    pub field: Option<Spanned<String>>,
    pub file: Option<Spanned<String>>,
    pub text: Option<Spanned<String>>,
    pub action: Option<Spanned<String>>,
    pub reason: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawDays {
    pub from: Spanned<Value>,
    pub to: Option<Spanned<Value>>,
    pub effect: Spanned<String>,
    pub reason: Spanned<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawRanking {
    pub mode: Option<Spanned<String>>,
    pub metric: Option<Spanned<String>>,
    pub min_records: Option<Spanned<i64>>,
    pub min_coverage: Option<Spanned<f64>>,
    pub period: Option<Spanned<String>>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawSubjects {
    pub from: From,
    pub not_given: Option<Spanned<String>>,
    pub aliases: BTreeMap<Spanned<String>, Spanned<String>>,
    pub ids: BTreeMap<Spanned<String>, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub table: Spanned<String>,
    pub files: Vec<String>,
    pub encoding: Option<Spanned<String>>,
    pub separator: Option<Spanned<String>>,
    pub sheet: Option<String>,
    #[serde(default)]
    pub columns: BTreeMap<Spanned<String>, Spanned<Value>>,
    #[serde(default)]
    pub values: BTreeMap<Spanned<String>, BTreeMap<String, String>>,
    #[serde(default)]
    pub defaults: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    pub missing: Vec<String>,
    pub date_order: Option<Spanned<String>>,
    #[serde(default)]
    pub public: Vec<Spanned<String>>,
    pub rows: Option<Spanned<String>>,
}
