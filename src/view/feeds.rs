//! News for feed readers: notices, closed months, finished projects.

use super::{Subject, View, routes, sentences};
use crate::model::{Period, PlaceIx, Prose};
use crate::text::date::{Day, Moment, Month};

/// Entries of a feed.
const ENTRIES: usize = 30;
/// Closed months of a feed.
const MONTHS: usize = 12;

/// A feed.
#[derive(Debug)]
pub struct Feed {
    /// Address of the file.
    pub address: String,
    /// The way from the file to the root: empty, `../`, …
    pub root: String,
    /// Permanent id.
    pub id: String,
    /// Title.
    pub title: String,
    /// A line below it; empty when there is none.
    pub subtitle: String,
    /// Who publishes it.
    pub author: String,
    /// Tag of the language.
    pub lang: &'static str,
    /// Licence; empty when not said.
    pub rights: String,
    /// Address of the page that it tells of.
    pub page: String,
    /// When anything in it changed last.
    pub updated: Moment,
    /// Minutes by which the clock of the site is ahead of UTC.
    pub utc_offset: i32,
    /// Address of the site, with a closing `/`; links are relative where it is not known.
    pub base_url: Option<String>,
    /// News, the latest first.
    pub entries: Vec<Entry>,
}

/// A piece of news.
#[derive(Debug)]
pub struct Entry {
    /// Permanent id: readers know by it what they have seen.
    pub id: String,
    /// Title.
    pub title: String,
    /// When it came about, by the data.
    pub updated: Moment,
    /// Address of its page.
    pub page: String,
    /// What sort of news it is, in words.
    pub category: &'static str,
    /// What it says; empty when the title says all.
    pub summary: String,
}

impl View<'_> {
    /// The feed of the site, or of a community.
    #[must_use]
    pub fn feed(&self, of: Option<PlaceIx>) -> Option<Feed> {
        let site = &self.config.site;
        let (address, page, title, subtitle) = match of {
            None => (routes::FEED.to_owned(), routes::HOME.to_owned(), site.title.clone(), site.description.clone()),
            Some(at) => {
                let place = self.place(at).filter(|place| place.level == self.config.community_level)?;
                let page = routes::place(place, self.config.community_level)?;
                let title = format!("{} - {}", place.name, site.title);
                (routes::community_feed(place), page, title, String::new())
            }
        };
        let mut entries = self.notice_news(of);
        entries.extend(self.month_entries(of, &page));
        entries.extend(self.project_news(of));
        entries.sort_by(|a, b| (b.updated.order(), &a.id).cmp(&(a.updated.order(), &b.id)));
        entries.truncate(ENTRIES);
        Some(Feed {
            root: routes::root(&address),
            id: self.permanent_id(&address),
            address,
            title,
            subtitle,
            author: if site.publisher.is_empty() { site.title.clone() } else { site.publisher.clone() },
            lang: self.lang.tag(),
            rights: site.licence.clone(),
            page,
            updated: entries.first().map_or_else(|| start(self.as_of), |entry| entry.updated),
            utc_offset: site.utc_offset,
            base_url: site.base_url.clone(),
            entries,
        })
    }

    /// The feed of the site and that of the communities.
    #[must_use]
    pub fn feeds(&self) -> Vec<Option<PlaceIx>> {
        std::iter::once(None).chain(self.communities.iter().copied().map(Some)).collect()
    }

    /// Notices that concern a community, or all.
    fn notice_news(&self, of: Option<PlaceIx>) -> Vec<Entry> {
        let notices: Vec<&Prose> = match of {
            None => self.cleared.ledger().library.notices.iter().collect(),
            Some(at) => self.notices_about(at).into_iter().map(|(_, notice)| notice).collect(),
        };
        let entry = |notice: &Prose| {
            let page = routes::notice(notice);
            let public = notice.publicity.is_some();
            Some(Entry {
                id: self.permanent_id(&page),
                title: notice.title.clone(),
                updated: start(notice.date?),
                page,
                category: if public {
                    self.lang.pick("公示", "Public notice")
                } else {
                    self.lang.pick("公告", "Notice")
                },
                summary: notice.summary.clone(),
            })
        };
        notices.into_iter().filter_map(entry).collect()
    }

    /// Months that are over. What is overdue is not told: it is another number every day, and a reader has seen the entry by then.
    fn month_entries(&self, of: Option<PlaceIx>, page: &str) -> Vec<Entry> {
        let measures = self.cleared.measures();
        let subject = of.map_or(Subject::Site, Subject::Place);
        let Some((first, last)) = measures.span(subject).filter(|_| !self.cleared.ledger().issues.is_empty()) else {
            return Vec::new();
        };
        let closed = |month: &Month| !measures.is_provisional(Period::Month(*month));
        let months = (0..=last.since(first)).map(|back| last.plus(-back)).filter(closed);
        let entry = |month: Month| {
            let name = self.period_name(Period::Month(month));
            Entry {
                id: self.permanent_id(&format!("{page}#{month}")),
                title: self.lang.pick(format!("{name}办理情况"), format!("Issues in {name}")),
                updated: self.config.months.last_day(month).end(),
                page: page.to_owned(),
                category: self.lang.pick("办理情况", "Figures"),
                summary: sentences::plain(&self.month_status(subject, month, self.lang.pick("。", "."))),
            }
        };
        months.take(MONTHS).map(entry).collect()
    }

    /// Projects that were finished.
    fn project_news(&self, of: Option<PlaceIx>) -> Vec<Entry> {
        let ledger = self.cleared.ledger();
        let here = match of {
            None => ledger.projects.as_slice(),
            Some(at) => ledger.projects_of(at, self.place(at).map_or(at, |place| place.last)),
        };
        let entry = |project: &crate::model::Project| {
            let done = project.done.filter(|&done| done <= self.as_of)?;
            let is_done = crate::measure::state(project, self.as_of) == crate::model::ProjectState::Done;
            let page = routes::project(project);
            is_done.then(|| Entry {
                id: self.permanent_id(&page),
                title: self.lang.pick(format!("项目完成：{}", project.name), format!("Completed: {}", project.name)),
                updated: start(done),
                page,
                category: self.lang.pick("项目", "Projects"),
                summary: project.result.clone(),
            })
        };
        here.iter().filter_map(entry).collect()
    }
}

/// The first second of a day.
fn start(day: Day) -> Moment {
    Moment::at_second(day, 0)
}
