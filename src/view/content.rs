//! Pages that authors wrote: notices, about, and prose on other pages.

use schemars::JsonSchema;
use serde::Serialize;

use super::community::Fact;
use super::facts::Facts;
use super::shell::{Link, Shell};
use super::{View, figure_text, routes};
use crate::measure::Subject;
use crate::model::Prose;
use crate::text::Lang;

/// Prose, to be turned into HTML with the figures and charts of its page.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ProseModel {
    /// File, for messages.
    #[serde(skip)]
    pub file: std::sync::Arc<str>,
    /// Line of the file on which the body starts.
    #[serde(skip)]
    pub first_line: u32,
    /// The language it is written in.
    #[serde(skip)]
    pub lang: Lang,
    /// Markdown.
    #[serde(skip)]
    pub body: String,
    /// Figures it may name.
    #[serde(skip)]
    pub facts: Facts,
}

/// The index of notices.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoticesPage {
    /// Frame.
    pub shell: Shell,
    /// Notices, newest first.
    pub notices: Vec<NoticeRow>,
}

/// A notice in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoticeRow {
    /// Its page.
    pub link: Link,
    /// Day of publication; empty when not given.
    pub date: String,
    /// One sentence; empty when not given.
    pub summary: String,
    /// Places it concerns; all when empty.
    pub places: Vec<Link>,
}

/// A page that authors wrote.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProsePage {
    /// Frame.
    pub shell: Shell,
    /// Day of publication; empty when not given.
    pub date: String,
    /// Places it concerns.
    pub places: Vec<Link>,
    /// The term of a public notice, by which rule, and where to object; empty for other pages.
    pub publicity: Vec<Fact>,
    /// The projects that a notice is about.
    pub projects: Vec<Link>,
    /// The posters of these projects.
    pub sheets: Vec<Link>,
    /// The text.
    pub prose: Option<ProseModel>,
}

/// The page for addresses that do not exist.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotFoundPage {
    /// Frame.
    pub shell: Shell,
    /// The same for readers of the other languages.
    pub others: Vec<LostReader>,
}

/// What somebody is told in another language than the page's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LostReader {
    /// Tag of the language.
    pub lang: &'static str,
    /// What happened.
    pub sentence: &'static str,
    /// The home of that language.
    pub home: Link,
}

impl ProseModel {
    /// Prose with the figures it may name.
    pub(super) fn of(prose: &Prose, facts: Facts) -> Self {
        Self {
            file: prose.file.clone(),
            first_line: prose.first_line,
            lang: prose.lang,
            body: prose.body.clone(),
            facts,
        }
    }

    /// What readers of a page are told about prose that was not written in its language.
    #[must_use]
    pub fn untranslated(&self, page: Lang) -> Option<&'static str> {
        let note = page.pick("以下文字只有英文版。", "The text below is available in Chinese only.");
        (self.lang != page).then_some(note)
    }
}

impl View<'_> {
    /// Notices as rows.
    pub(super) fn notice_rows<'b>(&self, notices: impl Iterator<Item = &'b Prose>) -> Vec<NoticeRow> {
        notices
            .map(|notice| NoticeRow {
                link: Link::new(notice.title.clone(), routes::notice(notice)),
                date: notice.date.map(|day| day.to_string()).unwrap_or_default(),
                summary: notice.summary.clone(),
                places: notice.places.iter().filter_map(|&at| self.place_link(at)).collect(),
            })
            .collect()
    }

    /// The index of notices.
    #[must_use]
    pub fn notices_page(&self) -> NoticesPage {
        let notices = &self.cleared.ledger().library.notices;
        let count = notices.len().to_string();
        let description =
            self.lang.pick(format!("{count} 篇公告"), format!("{count} {}", figure_text::counted(&count, "notices")));
        NoticesPage {
            shell: self.shell(
                routes::NOTICES,
                self.lang.pick("公告", "Notices"),
                description,
                self.home_crumb(),
                routes::NOTICES,
            ),
            notices: self.notice_rows(notices.iter()),
        }
    }

    /// The page of a notice.
    #[must_use]
    pub fn notice_page(&self, notice: &Prose) -> ProsePage {
        let mut crumbs = self.home_crumb();
        crumbs.push(Link::new(self.lang.pick("公告", "Notices"), routes::NOTICES));
        let mut page = self.prose_page(notice, &routes::notice(notice), crumbs, routes::NOTICES);
        page.publicity = self.publicity(notice);
        page.projects = self.projects_of_notice(notice);
        page.sheets = self.sheets_of_notice(notice);
        page
    }

    /// A page of the authors' own.
    #[must_use]
    pub fn own_page(&self, prose: &Prose) -> ProsePage {
        self.prose_page(prose, &routes::page(prose), self.home_crumb(), "")
    }

    fn prose_page(&self, prose: &Prose, address: &str, crumbs: Vec<Link>, section: &'static str) -> ProsePage {
        ProsePage {
            shell: self.shell(address, &prose.title, prose.summary.clone(), crumbs, section),
            date: prose.date.map(|day| self.day(day)).unwrap_or_default(),
            places: prose.places.iter().filter_map(|&at| self.place_link(at)).collect(),
            publicity: Vec::new(),
            projects: Vec::new(),
            sheets: Vec::new(),
            prose: Some(ProseModel::of(prose, self.facts(Subject::Site, self.month, &["本站", "全站"]))),
        }
    }

    /// The page for addresses that do not exist.
    #[must_use]
    pub fn not_found_page(&self) -> NotFoundPage {
        let title = self.lang.pick("没有这个页面", "No such page");
        let shell = self.shell(routes::NOT_FOUND, title, title.to_owned(), self.home_crumb(), "");
        let others = shell.editions.iter().filter(|edition| !edition.current);
        // The page stands once for everybody, so it speaks every language of the site.
        let other = self.lang.pick(Lang::En, Lang::Zh);
        let sentence = other.pick("这个地址没有页面。", "There is no page at this address.");
        let go = other.pick("回到首页", "Go to the home page");
        NotFoundPage {
            others: others
                .map(|edition| LostReader {
                    lang: edition.lang,
                    sentence,
                    home: Link::new(go, edition.address.clone()),
                })
                .collect(),
            shell,
        }
    }
}
