//! The search page: a list of everything that has a name, in groups, as plain links.
//!
//! The list is the index: without script it is read, or searched with the browser's own “find in page”; `assets/search.js` reads the
//! same list and shows what fits. A second file with the same names would have to be escaped, loaded from disk and kept in step,
//! and the list would have to be there all the same. What makes it large are the names: 2,000 communities, 2,000 teams and 5,000
//! projects are 1.5 MB, less than the table of these communities, and 280 KB when a server compresses it, as an index would be.

use schemars::JsonSchema;
use serde::Serialize;

use super::figures::GROUPS;
use super::shell::{Link, Shell};
use super::{View, figure_text, routes};
use crate::measure::registry::metrics;
use crate::model::{Place, PlaceIx, Prose};
use crate::text::pinyin::initials;

/// The search page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchPage {
    /// Frame.
    pub shell: Shell,
    /// What can be found.
    pub groups: Vec<SearchGroup>,
}

/// Entries of one kind, in official order.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchGroup {
    /// Its anchor.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// How many entries, with thousands separators.
    pub count: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

/// Something that can be found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Entry {
    /// Its name, with its page.
    pub link: Link,
    /// What else it can be found by, and what tells it from others: other names, the places below it, where it is.
    pub words: Vec<String>,
    /// First letters in pinyin of the name and of each of the words, with `|` between; empty where nobody would type them. They
    /// are never shown.
    pub keys: String,
}

impl Entry {
    fn new(link: Link, words: Vec<String>) -> Self {
        let words = words.into_iter().filter(|word| !word.is_empty()).collect();
        Self { link, words, keys: String::new() }
    }

    /// The entry with its first letters, so that it is found by them too. Those of a label find nothing.
    fn with_initials(link: Link, words: Vec<Words>) -> Self {
        let words: Vec<Words> = words.into_iter().filter(|words| !words.names.is_empty()).collect();
        let key = |words: &Words| -> String {
            let blanks = words.label.chars().map(|_| ' ');
            blanks.chain(initials(&words.names).unwrap_or_default().chars()).collect()
        };
        let mut keys = vec![initials(&link.text).unwrap_or_default()];
        keys.extend(words.iter().map(key));
        let is_found = keys.iter().any(|key| !key.trim().is_empty());
        let words = words.into_iter().map(|words| words.label + &words.names).collect();
        Self { link, words, keys: if is_found { keys.join("|") } else { String::new() } }
    }
}

/// Names behind a label, or without one.
struct Words {
    label: String,
    names: String,
}

impl Words {
    fn plain(names: &str) -> Self {
        Self { label: String::new(), names: names.to_owned() }
    }
}

impl View<'_> {
    /// The search page.
    #[must_use]
    pub fn search_page(&self) -> SearchPage {
        let lang = self.lang;
        let community = self.level_name(self.config.community_level).to_owned();
        let groups = [
            ("communities", community, self.place_entries(&self.communities)),
            ("places", lang.pick("汇总", "Roll-ups").to_owned(), self.place_entries(&self.rollups)),
            ("teams", lang.pick("志愿团队", "Volunteer teams").to_owned(), self.team_entries()),
            ("projects", lang.pick("项目", "Projects").to_owned(), self.project_entries()),
            ("services", lang.pick("服务点", "Service points").to_owned(), self.service_point_entries()),
            ("notices", lang.pick("公告", "Notices").to_owned(), self.notice_entries()),
            ("topics", lang.pick("共性课题", "Common topics").to_owned(), self.topic_entries()),
            ("pages", lang.pick("本站页面", "Pages").to_owned(), self.page_entries()),
            ("metrics", lang.pick("指标口径", "Definitions").to_owned(), self.metric_entries()),
        ];
        let groups = groups.into_iter().filter(|(_, _, entries)| !entries.is_empty());
        let title = lang.pick("搜索", "Search");
        let description = lang.pick(
            "按名称查找社区、小区、团队、项目、服务点和公告",
            "Find communities, teams, projects, service points and notices by name",
        );
        SearchPage {
            shell: self.side_shell(
                routes::SEARCH,
                title,
                description.to_owned(),
                self.home_crumb(),
                "",
                routes::SEARCH,
            ),
            groups: groups
                .map(|(id, name, entries)| SearchGroup {
                    id,
                    name,
                    count: figure_text::count_text(entries.len() as u64),
                    entries,
                })
                .collect(),
        }
    }

    /// Places with their other names, and the names of those below them that have no page of their own.
    fn place_entries(&self, places: &[PlaceIx]) -> Vec<Entry> {
        // Where all of them belong to the same place, naming it tells nobody anything.
        let parent = |at: &PlaceIx| self.place(*at).and_then(|place| place.parent);
        let differ = places.iter().skip(1).any(|at| parent(at) != places.first().and_then(parent));
        let entry = |&at: &PlaceIx| {
            let place = self.place(at)?;
            let mut words = vec![Words::plain(if differ { self.place_name(place.parent) } else { "" })];
            words.push(self.labelled(self.lang.pick("又名", "Also"), &other_names(place)));
            if place.level == self.config.community_level {
                words.extend(self.names_below(at, place));
            }
            Some(Entry::with_initials(self.place_link(at)?, words))
        };
        places.iter().filter_map(entry).collect()
    }

    /// The names of the places below a community, level by level: estates, grids.
    fn names_below(&self, at: PlaceIx, place: &Place) -> Vec<Words> {
        let inside = self.cleared.ledger().places.get(at.0 as usize + 1..=place.last.0 as usize).unwrap_or_default();
        let levels = self.config.levels.iter().enumerate().skip(self.config.community_level + 1);
        let names = levels.map(|(level, spec)| {
            let found = inside.iter().filter(|below| below.level == level);
            let names = found.flat_map(|below| std::iter::once(below.name.as_str()).chain(other_names(below)));
            self.labelled(&spec.name, &names.collect::<Vec<_>>())
        });
        names.collect()
    }

    fn labelled(&self, label: &str, names: &[&str]) -> Words {
        let colon = self.lang.pick("：", ": ");
        Words { label: format!("{label}{colon}"), names: names.join(self.lang.pick("、", ", ")) }
    }

    fn team_entries(&self) -> Vec<Entry> {
        let teams = self.cleared.ledger().teams.iter();
        teams
            .map(|team| {
                let words = facts(&[self.place_name(team.home), &team.kind]);
                Entry::with_initials(Link::new(team.name.clone(), routes::team(team)), vec![Words::plain(&words)])
            })
            .collect()
    }

    fn project_entries(&self) -> Vec<Entry> {
        let projects = self.cleared.ledger().projects.iter();
        projects
            .map(|project| {
                let state = crate::measure::state(project, self.as_of).name(self.lang);
                let words = facts(&[self.place_name(Some(project.place)), state, &project.id]);
                Entry::new(Link::new(project.name.clone(), routes::project(project)), vec![words])
            })
            .collect()
    }

    fn service_point_entries(&self) -> Vec<Entry> {
        self.points_with_pages()
            .map(|(point, page)| {
                let words = facts(&[self.place_name(Some(point.place)), &point.kind, &point.address]);
                let link = Link::new(point.name.clone(), routes::services_of(&page.address));
                Entry::with_initials(link, vec![Words::plain(&words)])
            })
            .collect()
    }

    fn notice_entries(&self) -> Vec<Entry> {
        let notices = self.cleared.ledger().library.notices.iter();
        notices
            .map(|notice| {
                let date = notice.date.map(|day| day.to_string()).unwrap_or_default();
                let link = Link::new(notice.title.clone(), routes::notice(notice));
                Entry::new(link, vec![date, notice.summary.clone()])
            })
            .collect()
    }

    fn topic_entries(&self) -> Vec<Entry> {
        let topics = self.topics().into_iter();
        topics.map(|topic| Entry::new(Link::new(topic.name, routes::topics()), Vec::new())).collect()
    }

    /// Pages of the authors' own, and those that menu and foot lead to.
    fn page_entries(&self) -> Vec<Entry> {
        let own = &self.cleared.ledger().library.pages;
        let mut entries: Vec<Entry> = own.iter().map(own_page).collect();
        let site = self.site();
        let others = site.menu.into_iter().chain(site.foot);
        let others = others.filter(|link| own.iter().all(|page| routes::page(page) != link.address));
        entries.extend(others.map(|link| Entry::new(link, Vec::new())));
        entries
    }

    fn metric_entries(&self) -> Vec<Entry> {
        let group =
            |id: &str| GROUPS.iter().find(|group| group.0 == id).map_or("", |&(_, zh, en)| self.lang.pick(zh, en));
        metrics()
            .filter(|metric| self.cleared.measures().applies(metric))
            .map(|metric| {
                let link = Link::new(metric.text(self.lang).name, routes::definition(metric.id));
                Entry::new(link, vec![group(metric.group()).to_owned()])
            })
            .collect()
    }
}

/// Short facts in one line.
fn facts(facts: &[&str]) -> String {
    let given: Vec<&str> = facts.iter().copied().filter(|fact| !fact.is_empty()).collect();
    given.join(" · ")
}

/// Other names of a place; one that the name holds finds it anyway.
fn other_names(place: &Place) -> Vec<&str> {
    place.aliases.iter().map(String::as_str).filter(|alias| !place.name.contains(alias)).collect()
}

fn own_page(page: &Prose) -> Entry {
    Entry::new(Link::new(page.title.clone(), routes::page(page)), vec![page.summary.clone()])
}
