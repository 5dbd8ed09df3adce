//! Every address of the site, decided here and nowhere else. Addresses have no leading `/`.
//!
//! A site in two languages has its pages twice, under the same names: those of the main language at the site's root, those
//! of the second in a folder. Addresses of pages start at the root of their language. Everything that is no page exists once,
//! at the site's root, and is reached from a page through [`shared`].

use crate::model::{Place, Project, Prose, ReportedPlace, Team};
use crate::text::Lang;

/// The folder of a language; the main one has none.
#[must_use]
pub fn folder(lang: Lang, main: Lang) -> &'static str {
    if lang == main { "" } else { lang.pick("zh/", "en/") }
}

/// The way to what exists once, from the root of the language with this folder.
#[must_use]
pub fn shared(folder: &str, address: &str) -> String {
    format!("{}{address}", root(folder))
}

/// The theme's files.
pub const ASSETS: &str = "assets/";
/// Home.
pub const HOME: &str = "index.html";
/// All communities.
pub const COMMUNITIES: &str = "communities/index.html";
/// All teams.
pub const TEAMS: &str = "teams/index.html";
/// All projects.
pub const PROJECTS: &str = "projects/index.html";
/// Issue statistics.
pub const ISSUES: &str = "issues/index.html";
/// All notices.
pub const NOTICES: &str = "notices/index.html";
/// Reported figures of places outside the site.
pub const REPORTED: &str = "reported/index.html";
/// What each metric means.
pub const METHODS: &str = "methods.html";
/// Figures of the whole site, with their parts.
pub const SITE_FIGURES: &str = "figures/site.html";
/// The five steps by which a number is checked.
pub const CHECK: &str = "methods.html#check";
/// Everything that has a name.
pub const SEARCH: &str = "search.html";
/// Downloads.
pub const DATA: &str = "data/index.html";
/// The folder of sheets to print.
pub const PRINT: &str = "print/";
/// All sheets to print.
pub const SHEETS: &str = "print/index.html";
/// All communities in one document.
pub const BOOKLET: &str = "print/booklet.html";
/// For addresses that do not exist.
pub const NOT_FOUND: &str = "404.html";
/// News of the site.
pub const FEED: &str = "feed.xml";
/// Fixed days of the site.
pub const CALENDAR: &str = "calendar.ics";
/// For search engines.
pub const SITEMAP: &str = "sitemap.xml";
/// For search engines.
pub const ROBOTS: &str = "robots.txt";
/// All figures.
pub const FIGURES_CSV: &str = "data/figures.csv";
/// The record tables.
pub const ISSUES_CSV: &str = "data/issues.csv";
/// The record tables.
pub const ACTIVITIES_CSV: &str = "data/activities.csv";
/// The record tables.
pub const PROJECTS_CSV: &str = "data/projects.csv";
/// The record tables.
pub const MILESTONES_CSV: &str = "data/milestones.csv";
/// The record tables.
pub const ITEMS_CSV: &str = "data/items.csv";
/// The record tables.
pub const NOTICES_CSV: &str = "data/notices.csv";
/// The reported figures.
pub const REPORTED_CSV: &str = "data/reported.csv";
/// The tree of places, by which the records of a place are found.
pub const PLACES_CSV: &str = "data/places.csv";
/// The register of teams.
pub const TEAMS_CSV: &str = "data/teams.csv";
/// The register of service points.
pub const SERVICE_POINTS_CSV: &str = "data/service_points.csv";
/// The rota.
pub const DUTY_CSV: &str = "data/duty.csv";
/// Published table of months.
pub const MONTHS_CSV: &str = "data/months.csv";
/// Description of the data files for machines.
pub const DATA_PACKAGE: &str = "data/datapackage.json";

/// Page of a place: a community page on the community level, a roll-up above it. Places below have none.
#[must_use]
pub fn place(place: &Place, community_level: usize) -> Option<String> {
    match place.level.cmp(&community_level) {
        std::cmp::Ordering::Less => Some(format!("places/{}.html", place.id)),
        std::cmp::Ordering::Equal => Some(format!("communities/{}.html", place.id)),
        std::cmp::Ordering::Greater => None,
    }
}

/// The communities of the site sorted by a metric. No id of a community holds a `/`, so none can take this address.
#[must_use]
pub fn communities_sorted(metric: &str) -> String {
    format!("communities/by/{}.html", metric_slug(metric))
}

/// The communities of a roll-up sorted by a metric.
#[must_use]
pub fn place_sorted(place: &Place, metric: &str) -> String {
    format!("places/by/{}/{}.html", metric_slug(metric), place.id)
}

/// `on-time-rate` for `issues.on_time_rate`.
fn metric_slug(metric: &str) -> String {
    metric.rsplit('.').next().unwrap_or(metric).replace('_', "-")
}

/// Figures of a community or roll-up for machines.
#[must_use]
pub fn place_json(place: &Place, community_level: usize) -> String {
    let folder = if place.level == community_level { "communities" } else { "places" };
    format!("data/{folder}/{}.json", place.id)
}

/// News of a community.
#[must_use]
pub fn community_feed(place: &Place) -> String {
    format!("communities/{}.xml", place.id)
}

/// The feed that tells of a page: a community has one.
#[must_use]
pub fn feed_of(page: &str) -> Option<String> {
    inside(page, "communities").map(|community| format!("communities/{community}.xml"))
}

/// The name of a page that stands directly in a folder; `None` for any other, the index of the folder and what is sorted in it.
fn inside<'p>(page: &'p str, folder: &str) -> Option<&'p str> {
    let name = page.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".html")?;
    (name != "index" && !name.contains('/')).then_some(name)
}

/// Fixed days of a community.
#[must_use]
pub fn community_calendar(place: &Place) -> String {
    format!("communities/{}.ics", place.id)
}

/// Page of a team.
#[must_use]
pub fn team(team: &Team) -> String {
    format!("teams/{}.html", team.id)
}

/// Figures of a team for machines.
#[must_use]
pub fn team_json(team: &Team) -> String {
    format!("data/teams/{}.json", team.id)
}

/// Page of a project.
#[must_use]
pub fn project(project: &Project) -> String {
    format!("projects/{}.html", project.slug)
}

/// Page of a place outside the site, which only reported figures are about.
#[must_use]
pub fn reported_place(place: &ReportedPlace) -> String {
    format!("reported/{}.html", place.id)
}

/// Page of a notice.
#[must_use]
pub fn notice(notice: &Prose) -> String {
    format!("notices/{}.html", notice.slug)
}

/// Page of an author's own.
#[must_use]
pub fn page(prose: &Prose) -> String {
    format!("{}.html", prose.slug)
}

/// Figures of a place, with their parts.
#[must_use]
pub fn place_figures(place: &Place) -> String {
    format!("figures/{}.html", place.id)
}

/// Figures of a team, with their parts. Teams have a folder of their own: a team and a place may bear the same id.
#[must_use]
pub fn team_figures(team: &Team) -> String {
    format!("figures/teams/{}.html", team.id)
}

/// Figures of one place, when the site has too many for one file.
#[must_use]
pub fn place_figures_csv(place: &Place) -> String {
    format!("data/figures/{}.csv", place.id)
}

/// Figures of one team, when the site has too many for one file.
#[must_use]
pub fn team_figures_csv(team: &Team) -> String {
    format!("data/figures/teams/{}.csv", team.id)
}

/// The picture that stands for a page where its address is passed on: that of the community or team, else that of the site.
#[must_use]
pub fn social_card(page: &str) -> String {
    let of = |folder: &str| Some(format!("cards/{folder}/{}.png", inside(page, folder)?));
    of("communities").or_else(|| of("teams")).unwrap_or_else(|| "cards/site.png".to_owned())
}

/// A sheet to print: that of a page, with an ending that no id has before a dot.
#[must_use]
pub fn sheet(page: &str, ending: &str) -> String {
    format!("{PRINT}{}-{ending}.html", page.strip_suffix(".html").unwrap_or(page))
}

/// An address as people type it: a server finds the index of a folder by itself.
#[must_use]
pub fn typed(page: &str) -> &str {
    page.strip_suffix("index.html").unwrap_or(page)
}

/// A sheet as PDF.
#[must_use]
pub fn pdf(sheet: &str) -> String {
    format!("{}.pdf", sheet.strip_suffix(".html").unwrap_or(sheet))
}

/// What a definition's place on the methods page is called.
#[must_use]
pub fn definition(metric: &str) -> String {
    format!("{METHODS}#{metric}")
}

/// A group on the index of teams.
#[must_use]
pub fn teams_of(group: &str) -> String {
    format!("{TEAMS}#{group}")
}

/// What a place below a community is called on its page. The prefix keeps it apart from the sections of the page.
#[must_use]
pub fn anchor(place: &Place) -> String {
    format!("at-{}", place.id)
}

/// A place below a community on the page of the community.
#[must_use]
pub fn place_inside(page: &str, place: &Place) -> String {
    format!("{page}#{}", anchor(place))
}

/// The projects on the page of a community.
#[must_use]
pub fn projects_of(page: &str) -> String {
    format!("{page}#projects")
}

/// The service points on the page of a community or roll-up.
#[must_use]
pub fn services_of(page: &str) -> String {
    format!("{page}#services")
}

/// The public lists on the page of a community.
#[must_use]
pub fn lists_of(page: &str) -> String {
    format!("{page}#lists")
}

/// The common topics among the issue statistics.
#[must_use]
pub fn topics() -> String {
    format!("{ISSUES}#topics")
}

/// The way from a page to the root: empty, `../`, …
#[must_use]
pub fn root(address: &str) -> String {
    "../".repeat(address.matches('/').count())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_way_to_the_root() {
        assert_eq!(super::root("index.html"), "");
        assert_eq!(super::root("print/teams/x.html"), "../../");
    }

    #[test]
    fn communities_and_teams_have_a_picture_of_their_own() {
        assert_eq!(super::social_card("communities/a.html"), "cards/communities/a.png");
        assert_eq!(super::social_card("teams/a.html"), "cards/teams/a.png");
        for page in ["communities/index.html", "communities/by/received.html", "index.html", "places/a.html"] {
            assert_eq!(super::social_card(page), "cards/site.png", "{page}");
        }
        assert_eq!(super::feed_of("communities/a.html").as_deref(), Some("communities/a.xml"));
        assert_eq!(super::feed_of("communities/index.html"), None);
    }

    #[test]
    fn the_second_language_stands_one_folder_down() {
        use crate::text::Lang;
        let (main, second) = (super::folder(Lang::Zh, Lang::Zh), super::folder(Lang::En, Lang::Zh));
        assert_eq!((main, second), ("", "en/"));
        assert_eq!(super::shared(main, super::ISSUES_CSV), "data/issues.csv");
        assert_eq!(super::shared(second, super::ISSUES_CSV), "../data/issues.csv");
    }
}
