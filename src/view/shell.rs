//! What every page has: its place in the site, and the way around.

use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use super::routes;

/// A link to another page of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// The words of the link.
    pub text: String,
    /// Address from the site's root; the template puts `root` before it.
    pub address: String,
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
    /// Address from the site's root.
    pub address: String,
    /// The way from the page to the root: empty, `../`, …
    pub root: String,
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
}

/// Addresses from the root of pages and files that templates link to; each is the one of `routes` that it is named after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Addresses {
    pub home: &'static str,
    pub feed: &'static str,
    pub teams: &'static str,
    pub projects: &'static str,
    pub notices: &'static str,
    pub reported: &'static str,
    pub methods: &'static str,
    pub search: &'static str,
    pub data: &'static str,
    pub figures_csv: &'static str,
    pub issues_csv: &'static str,
    pub activities_csv: &'static str,
    pub projects_csv: &'static str,
    pub items_csv: &'static str,
    pub reported_csv: &'static str,
}

impl Addresses {
    const ALL: Self = Self {
        home: routes::HOME,
        feed: routes::FEED,
        teams: routes::TEAMS,
        projects: routes::PROJECTS,
        notices: routes::NOTICES,
        reported: routes::REPORTED,
        methods: routes::METHODS,
        search: routes::SEARCH,
        data: routes::DATA,
        figures_csv: routes::FIGURES_CSV,
        issues_csv: routes::ISSUES_CSV,
        activities_csv: routes::ACTIVITIES_CSV,
        projects_csv: routes::PROJECTS_CSV,
        items_csv: routes::ITEMS_CSV,
        reported_csv: routes::REPORTED_CSV,
    };
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
        Shell {
            address: address.to_owned(),
            root: routes::root(address),
            title: title.to_owned(),
            description,
            canonical: base.map(|base| format!("{base}{address}")),
            unlisted: false,
            picture: base.map(|base| format!("{base}{}", routes::social_card(address))),
            kind: if section == routes::NOTICES && address != section { "article" } else { "website" },
            feeds: self.feeds_of(address, title),
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
        let shell = self.shell(official, title, description, crumbs, section);
        Shell { address: address.to_owned(), root: routes::root(address), unlisted: true, ..shell }
    }

    /// The feeds that tell of a page: home has that of the site, a community its own as well.
    fn feeds_of(&self, address: &str, title: &str) -> Vec<Link> {
        let site = &self.config.site.title;
        let own = routes::feed_of(address).map(|feed| Link::new(format!("{title} - {site}"), feed));
        let is_followed = own.is_some() || address == routes::HOME;
        own.into_iter().chain(is_followed.then(|| Link::new(site.clone(), routes::FEED))).collect()
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
            at: Addresses::ALL,
        }
    }
}
