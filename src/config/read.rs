//! Reading `site.toml`: first its shape, then the sense of its values.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::mapping::Table;
use super::page::{Page, SITE_FILE};
use super::raw::{RawConfig, RawSite, RawSubjects};
use super::site::{Blank, Config, Formula, From, LevelSpec, Site, Subjects};
use super::spec::source_spec;
use super::tongue;
use crate::diag::{Level, Position, Problem, Problems, rules};
use crate::source::Sources;
use crate::text::Lang;
use crate::text::slug::is_id;

/// Reads `site.toml`; on any fault all of them are given.
pub fn read(sources: &Sources) -> Result<Config, Problems> {
    let one = |problem| {
        let mut problems = Problems::new();
        problems.add(problem);
        problems
    };
    if !sources.has(SITE_FILE) {
        return Err(one(Problem::new(&rules::config::NO_SITE_FILE).at(Position::file(SITE_FILE))));
    }
    let text = sources.text(SITE_FILE).map_err(one)?;
    parse(&text)
}

/// The language that `site.toml` asks for, as far as it can be read: for the words about what is wrong with it.
#[must_use]
pub fn language(sources: &Sources) -> Lang {
    let text = sources.text(SITE_FILE).unwrap_or_default();
    let mut entries = text.lines().filter_map(|line| line.split_once('='));
    let named = entries.find(|(key, _)| matches!(key.trim(), "lang" | "languages"));
    let first = named.and_then(|(_, value)| value.split('"').nth(1));
    first.and_then(Lang::from_name).unwrap_or_default()
}

/// Reads the text of `site.toml`.
fn parse(text: &str) -> Result<Config, Problems> {
    let mut page = Page::new(text);
    let mut raw: RawConfig = match toml::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            page.misfit(&error);
            return Err(page.problems);
        }
    };
    let languages = tongue::languages(&mut page, raw.site.lang.as_ref(), raw.site.languages.as_ref());
    let lang = languages.first().copied().unwrap_or_default();
    let texts = [(Lang::Zh, raw.site.zh.take()), (Lang::En, raw.site.en.take())];
    let tongues = tongue::tongues(&mut page, &languages, texts);
    let default_levels = raw.level.is_empty();
    let (levels, community_level) = levels(&mut page, raw.level, lang);
    no_twin(&mut page, "tier.id", raw.tier.iter().map(|tier| (tier.get_ref().id.as_str(), tier.span())));
    no_twin(&mut page, "figure.id", raw.figure.iter().map(|figure| (figure.get_ref().id.as_str(), figure.span())));
    let config = Config {
        site: site(&mut page, raw.site, languages),
        levels,
        default_levels,
        community_level,
        tiers: raw.tier.into_iter().map(|tier| super::tier::tier(&mut page, tier)).collect(),
        stages: super::stage::stages(&mut page, raw.stage),
        calendar: super::calendar::calendar(&mut page, raw.calendar),
        months: super::calendar::months(&mut page, raw.period),
        breaks: raw.breaks.iter().filter_map(|raw| super::breaks::read(&mut page, raw)).collect(),
        issues: super::issues::issues(&mut page, &raw.issues),
        places: subjects(&mut page, "places", raw.places),
        teams: subjects(&mut page, "teams", raw.teams),
        tongues,
        content: raw.content,
        privacy: super::exceptions::privacy(&mut page, raw.privacy),
        ranking: super::ranking::ranking(&mut page, raw.ranking),
        formulas: raw.figure.into_iter().map(|figure| formula(&page, figure)).collect(),
        rules: rule_levels(&mut page, raw.rules),
        pdf: false,
        sources: raw.source.into_iter().filter_map(|source| source_spec(&mut page, source)).collect(),
    };
    for (subjects, table) in [(&config.places, Table::Places), (&config.teams, Table::Teams)] {
        if let Some(source) = config.sources.iter().find(|source| source.table == table && subjects.from == From::Data)
        {
            let problem = Problem::new(&rules::config::TWO_ORIGINS).at(Position::row(SITE_FILE, source.line));
            page.problems.add(problem.with("value", table.name()));
        }
    }
    if page.problems.is_empty() { Ok(config) } else { Err(page.problems) }
}

fn formula(page: &Page<'_>, figure: Spanned<Formula>) -> Formula {
    let line = page.line(figure.span().start);
    Formula { line, ..figure.into_inner() }
}

fn site(page: &mut Page<'_>, raw: RawSite, languages: Vec<Lang>) -> Site {
    if raw.title.get_ref().trim().is_empty() {
        page.bad("site.title", "", raw.title.span(), ("站点的名称", "the name of the site"));
    }
    Site {
        title: raw.title.into_inner(),
        subtitle: raw.subtitle,
        publisher: raw.publisher,
        lang: languages.first().copied().unwrap_or_default(),
        languages,
        base_url: raw.base_url.and_then(|url| base_url(page, &url)),
        description: raw.description,
        notice: raw.notice,
        as_of: raw.as_of.and_then(|day| page.day("site.as_of", &day)),
        utc_offset: raw.time_zone.map_or(8 * 60, |zone| utc_offset(page, &zone)),
        licence: raw.licence,
        next_update: raw.next_update,
        theme: raw.theme.map_or_else(|| "default".to_owned(), |name| theme(page, name)),
        accent: raw.accent.map_or_else(|| "#0b6e4f".to_owned(), |colour| accent(page, colour)),
        card_font: raw.card_font,
        contact: raw.contact,
    }
}

fn base_url(page: &mut Page<'_>, url: &Spanned<String>) -> Option<String> {
    let text = url.get_ref().trim();
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let well_formed = host.is_some_and(|host| {
        !host.is_empty()
            && !host.starts_with('/')
            && !host.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c))
    });
    if !well_formed {
        let expected = ("以 http:// 或 https:// 开头的网址", "an address that starts with http:// or https://");
        page.bad("site.base_url", text, url.span(), expected);
        return None;
    }
    Some(format!("{}/", text.trim_end_matches('/')))
}

/// Minutes east of UTC, from `+08:00`.
fn utc_offset(page: &mut Page<'_>, zone: &Spanned<String>) -> i32 {
    let read = || {
        let text = zone.get_ref().as_str();
        let (sign, clock) = text
            .strip_prefix('+')
            .map(|clock| (1, clock))
            .or_else(|| text.strip_prefix('-').map(|clock| (-1, clock)))?;
        let (hours, minutes) = clock.split_once(':')?;
        let digits = |part: &str| (part.len() == 2).then(|| part.parse::<u8>().ok()).flatten().map(i32::from);
        let (hours, minutes) = (digits(hours)?, digits(minutes)?);
        (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
    };
    read().unwrap_or_else(|| {
        page.bad(
            "site.time_zone",
            zone.get_ref(),
            zone.span(),
            ("与世界时的差，例如 +08:00", "an offset such as +08:00"),
        );
        8 * 60
    })
}

fn theme(page: &mut Page<'_>, name: Spanned<String>) -> String {
    if !is_id(name.get_ref()) {
        let expected = (
            "themes 里的文件夹名，只含小写字母、数字和连字符",
            "the name of a folder in `themes`: a–z, digits, hyphens",
        );
        page.bad("site.theme", name.get_ref(), name.span(), expected);
    }
    name.into_inner()
}

fn accent(page: &mut Page<'_>, colour: Spanned<String>) -> String {
    let digits = colour.get_ref().strip_prefix('#').unwrap_or("");
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        let expected = ("“#”加六位十六进制数，例如 #0b6e4f", "# and six hexadecimal digits, such as #0b6e4f");
        page.bad("site.accent", colour.get_ref(), colour.span(), expected);
    }
    colour.into_inner().to_ascii_lowercase()
}

/// The levels, outermost first, and the number of the one with community pages.
fn levels(page: &mut Page<'_>, raw: Vec<Spanned<LevelSpec>>, lang: Lang) -> (Vec<LevelSpec>, usize) {
    if raw.is_empty() {
        return (LevelSpec::defaults(lang), 2);
    }
    no_twin(page, "level.id", raw.iter().map(|level| (level.get_ref().id.as_str(), level.span())));
    let with_pages: Vec<usize> =
        raw.iter().enumerate().filter(|(_, level)| level.get_ref().pages).map(|(at, _)| at).collect();
    if with_pages.len() != 1 {
        let at = with_pages.get(1).and_then(|&at| raw.get(at)).or(raw.first()).map_or(0..0, Spanned::span);
        let problem = page.fault(&rules::config::COMMUNITY_LEVEL, at).with("count", with_pages.len());
        page.problems.add(problem);
    }
    (raw.into_iter().map(Spanned::into_inner).collect(), with_pages.first().copied().unwrap_or(0))
}

fn subjects(page: &mut Page<'_>, key: &str, raw: RawSubjects) -> Subjects {
    let blank = match raw.not_given {
        Some(name) if name.get_ref().trim().is_empty() => {
            page.bad(&format!("{key}.not_given"), "", name.span(), ("这一组的名称", "the name of the group"));
            Blank::Error
        }
        Some(name) => Blank::Group(name.into_inner()),
        None => Blank::Error,
    };
    let mut seen = BTreeSet::new();
    for id in raw.ids.values() {
        if !is_id(id.get_ref()) {
            let expected = ("小写英文字母、数字和连字符", "small letters a–z, digits and hyphens");
            page.bad(&format!("{key}.ids"), id.get_ref(), id.span(), expected);
        } else if !seen.insert(id.get_ref()) {
            page.twice(&format!("{key}.ids"), id.get_ref(), id.span());
        }
    }
    let plain = |map: BTreeMap<Spanned<String>, Spanned<String>>| {
        map.into_iter().map(|(name, value)| (name.into_inner(), value.into_inner())).collect()
    };
    Subjects { from: raw.from, blank, aliases: plain(raw.aliases), ids: plain(raw.ids) }
}

/// The levels a site gives to rules, by code.
fn rule_levels(page: &mut Page<'_>, raw: BTreeMap<Spanned<String>, Spanned<String>>) -> BTreeMap<String, Level> {
    let mut levels = BTreeMap::new();
    for (code, word) in raw {
        let Some(rule) = rules::find(code.get_ref()) else {
            let known: Vec<&str> = rules::rows::ALL.iter().map(|rule| rule.code).collect();
            page.unknown("rules", code.get_ref(), code.span(), &known);
            continue;
        };
        let level = match word.get_ref().as_str() {
            "error" => Level::Error,
            "warning" => Level::Warning,
            "note" => Level::Note,
            other => {
                page.unknown("rules", other, word.span(), &["error", "warning", "note"]);
                continue;
            }
        };
        let may_be_lowered = rules::rows::ALL.iter().any(|known| known.code == rule.code);
        if level < rule.level && rule.level == Level::Error && !may_be_lowered {
            let problem = page.fault(&rules::config::FIXED_RULE, word.span()).with("value", rule.code);
            page.problems.add(problem);
        } else if levels.insert(rule.code.to_owned(), level).is_some() {
            page.twice("rules", rule.code, code.span());
        }
    }
    levels
}

/// Notes every name that stands twice.
fn no_twin<'a>(page: &mut Page<'_>, key: &str, names: impl Iterator<Item = (&'a str, std::ops::Range<usize>)>) {
    let mut seen = BTreeSet::new();
    for (name, span) in names {
        if !seen.insert(name) {
            page.twice(key, name, span);
        }
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
