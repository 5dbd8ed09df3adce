//! What every page has: its place in the site, and the way around.

use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use super::routes;
use super::sheets::paper::{FACES, Faces};
use crate::text::Lang;

/// A link to another page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// Address from the root of the language; the template puts `root` before it.
    pub address: String,
}

/// A page as it stands in one of the site's languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Edition {
    /// Tag of the language.
    pub lang: &'static str,
    /// What its speakers call the language.
    pub name: &'static str,
    /// Address from the root of this page's language.
    pub address: String,
    /// Full address for search engines, which take no other; empty where the site's is not known, and on the page that stands
    /// in one language only.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

impl Link {
    /// A link.
    pub fn new(text: impl Into<String>, address: impl Into<String>) -> Self {
        Self { text: text.into(), address: address.into() }
    }
}

/// The frame of a page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Shell {
    /// Address from the root of its language: the same in every language.
    pub address: String,
    /// Address from the site's root.
    #[serde(skip)]
    pub file: String,
    /// The way from the page to the root of its language: empty, `../`, …
    pub root: String,
    /// From there on to what exists once, such as data: empty, or `../` on pages of the second language.
    pub up: String,
    /// The page in every language, the main one first; empty on a site of one language.
    pub editions: Vec<Edition>,
    /// The page's own title.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// Full address, when the site's is known: of this page, or of the one that it says again in another order.
    pub canonical: Option<String>,
    /// Whether search engines are asked to leave the page out.
    pub unlisted: bool,
    /// Full address of the picture that stands for the page, when the site's is known.
    pub picture: Option<String>,
    /// What sort of page it is, in the words of Open Graph.
    pub kind: &'static str,
    /// Feeds that tell of the page: its own first.
    pub feeds: Vec<Link>,
    /// Pages above this one, outermost first, without itself.
    pub crumbs: Vec<Link>,
    /// Which entry of the main menu this page belongs to: its address.
    pub section: &'static str,
}

/// What is the same on every page; given to the templates once, not once a page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SiteModel {
    /// Name of the site.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// Who publishes it.
    pub publisher: String,
    /// Tag of the language.
    pub lang: &'static str,
    /// The language and country in the words of Open Graph.
    pub locale: &'static str,
    /// Short name of the language, `zh` or `en`.
    pub language: &'static str,
    /// A sentence printed on every page; empty when there is none.
    pub notice: String,
    /// The as-of date in words.
    pub as_of: String,
    /// Which days a month holds, in a sentence; empty for months of the calendar.
    pub months: String,
    /// When the next release is due; empty when not said.
    pub next_update: String,
    /// Licence of the data; empty when not said.
    pub licence: String,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    /// Main menu.
    pub menu: Vec<Link>,
    /// Pages linked from the foot.
    pub foot: Vec<Link>,
    /// Telephone of the publisher, and so on; empty where not given.
    pub contact: crate::config::Contact,
    /// Who answers for the site, runs it and keeps it going; empty where none is named.
    pub offices: Vec<super::community::Fact>,
    /// Filing numbers, with the full address of the register where there is one.
    pub filings: Vec<Link>,
    /// Name and version of the program.
    pub program: String,
    /// Pages and files that every site has, for links in templates.
    pub at: Addresses,
    /// Sizes of paper and type, for the style sheet of sheets to print.
    pub faces: Faces,
}

/// Addresses from the root of pages and files that templates link to; each is the one of `routes` that it is named after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Addresses {
    pub assets: String,
    pub home: &'static str,
    pub feed: String,
    pub teams: &'static str,
    pub projects: &'static str,
    pub notices: &'static str,
    pub reported: &'static str,
    pub methods: &'static str,
    pub search: &'static str,
    pub data: &'static str,
    pub sheets: &'static str,
    pub figures_csv: String,
    pub issues_csv: String,
    pub activities_csv: String,
    pub projects_csv: String,
    pub items_csv: String,
    pub service_points_csv: String,
    pub reported_csv: String,
}

impl View<'_> {
    /// The frame of a page.
    #[must_use]
    pub fn shell(
        &self,
        address: &str,
        title: &str,
        description: String,
        crumbs: Vec<Link>,
        section: &'static str,
    ) -> Shell {
        let base = self.config.site.base_url.as_deref();
        let file = format!("{}{address}", self.folder());
        Shell {
            address: address.to_owned(),
            root: routes::root(address),
            up: routes::root(self.folder()),
            editions: self.editions(address),
            title: title.to_owned(),
            description,
            canonical: base.map(|base| format!("{base}{file}")),
            unlisted: false,
            picture: base.map(|base| format!("{base}{}", routes::social_card(address))),
            kind: if section == routes::NOTICES && address != section { "article" } else { "website" },
            feeds: self.feeds_of(address, title),
            file,
            crumbs,
            section,
        }
    }

    /// The frame of a page that helps to find another one: not for search engines, which are to lead to `official`.
    #[must_use]
    pub fn side_shell(
        &self,
        address: &str,
        title: &str,
        description: String,
        crumbs: Vec<Link>,
        section: &'static str,
        official: &str,
    ) -> Shell {
        let base = self.config.site.base_url.as_deref();
        let canonical = base.map(|base| format!("{base}{}{official}", self.folder()));
        Shell { canonical, unlisted: true, ..self.shell(address, title, description, crumbs, section) }
    }

    /// The feeds that tell of a page: home has that of the site, a community its own as well.
    fn feeds_of(&self, address: &str, title: &str) -> Vec<Link> {
        let site = &self.config.site.title;
        let own = routes::feed_of(address).map(|feed| Link::new(format!("{title} - {site}"), self.shared(&feed)));
        let is_followed = own.is_some() || address == routes::HOME;
        own.into_iter().chain(is_followed.then(|| Link::new(site.clone(), self.shared(routes::FEED)))).collect()
    }

    /// The filings that a site in China prints at its foot; the two registers can be looked up.
    fn filings(&self) -> Vec<Link> {
        let contact = &self.config.site.contact;
        let digits: String = contact.police.chars().filter(char::is_ascii_digit).collect();
        let code = self.lang.pick("网站标识码", "Site code");
        let filings = [
            (contact.icp.clone(), "https://beian.miit.gov.cn/".to_owned()),
            (contact.police.clone(), format!("https://beian.mps.gov.cn/#/query/webSearch?code={digits}")),
            (
                if contact.site_code.is_empty() { String::new() } else { format!("{code} {}", contact.site_code) },
                String::new(),
            ),
        ];
        filings
            .into_iter()
            .filter(|(text, _)| !text.is_empty())
            .map(|(text, address)| Link::new(text, address))
            .collect()
    }

    /// Who answers for the site, runs it and keeps it going; empty where none is named.
    fn offices(&self) -> Vec<super::community::Fact> {
        let (contact, lang) = (&self.config.site.contact, self.lang);
        if [&contact.sponsor, &contact.operator, &contact.support].into_iter().all(String::is_empty) {
            return Vec::new();
        }
        let sponsor = if contact.sponsor.is_empty() { &self.config.site.publisher } else { &contact.sponsor };
        let offices = [
            (lang.pick("主办单位", "Responsible"), sponsor),
            (lang.pick("承办单位", "Run by"), &contact.operator),
            (lang.pick("技术支持", "Technical support"), &contact.support),
        ];
        let named = offices.into_iter().filter(|(_, value)| !value.is_empty());
        named
            .map(|(name, value)| super::community::Fact {
                name: name.to_owned(),
                value: value.clone(),
                on: String::new(),
            })
            .collect()
    }

    /// The folder that the pages of this language stand in; empty for the main one.
    #[must_use]
    pub fn folder(&self) -> &'static str {
        routes::folder(self.lang, self.main_language())
    }

    /// The folders of all languages, that of the main one first.
    #[must_use]
    pub fn folders(&self) -> Vec<&'static str> {
        let languages = self.config.site.languages.iter();
        languages.map(|&lang| routes::folder(lang, self.main_language())).collect()
    }

    /// The way from the root of this language to what exists once.
    #[must_use]
    pub fn shared(&self, address: &str) -> String {
        routes::shared(self.folder(), address)
    }

    /// Whether this is the main language, which has what exists once.
    #[must_use]
    pub fn is_main(&self) -> bool {
        self.folder().is_empty()
    }

    fn main_language(&self) -> Lang {
        self.config.site.languages.first().copied().unwrap_or(self.lang)
    }

    /// A page in every language of the site. The page for addresses that do not exist stands only once: readers go on to the
    /// home of their language.
    fn editions(&self, address: &str) -> Vec<Edition> {
        let languages = &self.config.site.languages;
        if languages.len() < 2 {
            return Vec::new();
        }
        let stands_once = address == routes::NOT_FOUND;
        let address = if stands_once { routes::HOME } else { address };
        let edition = |&lang: &Lang| {
            let file = format!("{}{address}", routes::folder(lang, self.main_language()));
            let near = if lang == self.lang { address.to_owned() } else { self.shared(&file) };
            Edition {
                lang: lang.tag(),
                name: lang.own_name(),
                href: match &self.config.site.base_url {
                    Some(base) if !stands_once => format!("{base}{file}"),
                    _ => String::new(),
                },
                address: near,
                current: lang == self.lang,
            }
        };
        languages.iter().map(edition).collect()
    }

    /// What templates link to by name.
    fn addresses(&self) -> Addresses {
        Addresses {
            assets: self.shared(routes::ASSETS),
            home: routes::HOME,
            teams: routes::TEAMS,
            projects: routes::PROJECTS,
            notices: routes::NOTICES,
            reported: routes::REPORTED,
            methods: routes::METHODS,
            search: routes::SEARCH,
            data: routes::DATA,
            sheets: routes::SHEETS,
            feed: self.shared(routes::FEED),
            figures_csv: self.shared(routes::FIGURES_CSV),
            issues_csv: self.shared(routes::ISSUES_CSV),
            activities_csv: self.shared(routes::ACTIVITIES_CSV),
            projects_csv: self.shared(routes::PROJECTS_CSV),
            items_csv: self.shared(routes::ITEMS_CSV),
            service_points_csv: self.shared(routes::SERVICE_POINTS_CSV),
            reported_csv: self.shared(routes::REPORTED_CSV),
        }
    }

    /// What is the same on every page.
    #[must_use]
    pub fn site(&self) -> SiteModel {
        let site = &self.config.site;
        let lang = self.lang;
        let ledger = self.cleared.ledger();
        let mut menu = vec![Link::new(lang.pick("首页", "Home"), routes::HOME)];
        let entries = [
            (!self.communities.is_empty(), lang.pick("社区", "Communities"), routes::COMMUNITIES),
            (!ledger.issues.is_empty(), lang.pick("诉求办理", "Issues"), routes::ISSUES),
            (!ledger.projects.is_empty(), lang.pick("项目", "Projects"), routes::PROJECTS),
            (!ledger.teams.is_empty(), lang.pick("志愿团队", "Teams"), routes::TEAMS),
            (!ledger.library.notices.is_empty(), lang.pick("公告", "Notices"), routes::NOTICES),
            (true, lang.pick("数据", "Data"), routes::DATA),
        ];
        menu.extend(entries.into_iter().filter(|entry| entry.0).map(|(_, text, address)| Link::new(text, address)));
        let mut foot = vec![Link::new(lang.pick("口径说明", "Methods"), routes::METHODS)];
        if !ledger.reported_places.is_empty() {
            foot.push(Link::new(self.reported_title(), routes::REPORTED));
        }
        if !self.sheets().is_empty() {
            foot.push(Link::new(lang.pick("打印张贴", "Sheets to print"), routes::SHEETS));
        }
        foot.extend(ledger.library.pages.iter().map(|page| Link::new(page.title.clone(), routes::page(page))));
        SiteModel {
            title: site.title.clone(),
            subtitle: site.subtitle.clone(),
            publisher: site.publisher.clone(),
            lang: lang.tag(),
            locale: lang.pick("zh_CN", "en_US"),
            language: lang.name(),
            notice: site.notice.clone(),
            as_of: self.day(self.as_of),
            months: super::period::rule(self.config.months, self.lang),
            next_update: site.next_update.clone(),
            licence: site.licence.clone(),
            accent: site.accent.clone(),
            menu,
            foot,
            contact: site.contact.clone(),
            offices: self.offices(),
            filings: self.filings(),
            program: crate::PROGRAM.to_owned(),
            at: self.addresses(),
            faces: FACES,
        }
    }
}
