//! What stands on the disk: the same bytes everywhere, the old site or the new one, nothing in between.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::SystemTime;

use crate::site::{Said, Site, run, tree};
use crate::text::visible;

/// The sample site of the repository.
pub fn sample() -> &'static str {
    env!("CARGO_MANIFEST_DIR")
}

/// The sample, built once for all tests, and what the program said.
fn built_sample() -> &'static (tempfile::TempDir, Said) {
    static BUILT: OnceLock<(tempfile::TempDir, Said)> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        let said = run(&["build", "--site", sample(), "--out", out.to_str().unwrap()]);
        (folder, said)
    })
}

/// Every file of the sample, built once for all tests.
pub fn sample_tree() -> BTreeMap<String, Vec<u8>> {
    tree(&built_sample().0.path().join("public"))
}

/// The pages of the sample by address.
pub fn sample_pages() -> Vec<(String, String)> {
    let pages = sample_tree()
        .into_iter()
        .filter(|(address, _)| Path::new(address).extension().is_some_and(|ending| ending == "html"));
    pages.map(|(address, bytes)| (address, String::from_utf8(bytes).unwrap())).collect()
}

/// A small site with as many communities as told.
pub fn town(communities: usize, word: &str) -> Site {
    let mut places = "id,name,level,parent\nstreet,南关街道,subdistrict,\n".to_owned();
    let mut issues = "工单编号,社区,受理时间,应办结时间,办结时间\n".to_owned();
    for at in 0..communities {
        let _ = writeln!(places, "c{at},{word}{at}社区,community,street");
        let _ = writeln!(issues, "A-{at},c{at},2024-03-05 09:00,2024-03-08 09:00,2024-03-06 09:00");
        let _ = writeln!(issues, "B-{at},c{at},2024-04-05 09:00,2024-04-08 09:00,");
    }
    Site::new()
        .file("site.toml", "[site]\ntitle = \"南关公示\"\nas_of = 2024-04-30\n")
        .file("data/places.csv", places)
        .file("data/issues.csv", issues)
}

pub fn differing(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

pub fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let modified = |name: &String| std::fs::metadata(folder.join(name)).unwrap().modified().unwrap();
    tree(folder).keys().map(|name| (name.clone(), modified(name))).collect()
}

#[test]
fn the_sample_builds_in_silence() {
    let (_, said) = built_sample();
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.err);
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let expected = sample_tree();
    let folder = tempfile::tempdir().unwrap();
    // Another folder for the site as well: only its content may matter.
    let site = folder.path().join("another name");
    copy_site(Path::new(sample()), &site);
    let out = folder.path().join("elsewhere/out");
    std::fs::create_dir_all(out.parent().unwrap()).unwrap();
    let status = Command::new(env!("CARGO_BIN_EXE_gongshi"))
        .args(["build", "--jobs", "1", "--site", site.to_str().unwrap(), "--out", out.to_str().unwrap()])
        .envs([("TZ", "America/New_York"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/")])
        .current_dir("/")
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    assert_eq!(differing(&expected, &tree(&out)), Vec::<String>::new());
}

/// The parts of the repository that are the sample site.
pub fn copy_site(from: &Path, to: &Path) {
    let parts = ["data", "content", "themes", "fonts"].map(|part| (part, tree(&from.join(part))));
    for (part, files) in parts {
        for (name, bytes) in files {
            let path = to.join(part).join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    std::fs::copy(from.join("site.toml"), to.join("site.toml")).unwrap();
}

#[test]
fn the_order_of_rows_leaves_no_trace() {
    let site = town(5, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    let first = tree(&site.public());
    let text = std::fs::read_to_string(site.path().join("data/issues.csv")).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1..].reverse();
    let site = site.file("data/issues.csv", lines.join("\n") + "\n");
    assert_eq!(site.run(&["build"]).status, 0);
    // The manifest names its input by hash, and the rows stand in another order; sheets to print bear the release's code.
    let mut differing = differing(&first, &tree(&site.public()));
    differing.retain(|address| !address.starts_with("print/"));
    assert_eq!(differing, ["manifest.json"]);
}

#[test]
fn building_again_changes_nothing() {
    let site = town(3, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    let (files, before) = (tree(&site.public()), times(&site.public()));
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0);
    assert_eq!(differing(&files, &tree(&site.public())), Vec::<String>::new());
    assert_eq!(times(&site.public()), before);
}

#[test]
fn an_edit_touches_only_the_pages_that_changed() {
    let site = town(3, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    let before = times(&site.public());
    let site = site.file("content/communities/c1.md", "这里有一段新的介绍。\n");
    assert_eq!(site.run(&["build"]).status, 0);
    let after = times(&site.public());
    let touched = after.iter().filter(|(name, time)| before.get(*name) != Some(time)).map(|(name, _)| name);
    // Sheets to print bear the code of the release, which is another one.
    let (sheets, touched): (Vec<&String>, Vec<&String>) = touched.partition(|name| name.starts_with("print/"));
    assert_eq!(touched, ["communities/c1.html", "manifest.json"]);
    assert!(!sheets.contains(&&"print/index.html".to_owned()) && !sheets.is_empty());
}

#[test]
fn a_failed_build_leaves_the_site_as_it_stands() {
    for (path, content) in [
        ("themes/default/templates/community.html", "{{ nothing.of.this.name }}"),
        ("data/issues.csv", "工单编号,社区,受理时间\nA-1,火星,2024-03-05\n"),
        ("data/issues.csv", ""),
        ("site.toml", "[site\n"),
        ("content/home.md", "{{ issues.nonsense }}"),
        ("content/about.md", "[nowhere](/nowhere.html)"),
        ("data/projects.csv", "项目编号,社区,项目名称\nP-1,c1,电话13912345678\n"),
    ] {
        let site = town(3, "南");
        assert_eq!(site.run(&["build"]).status, 0);
        let (files, before) = (tree(&site.public()), times(&site.public()));
        let site = site.file(path, content);
        let said = site.run(&["build"]);
        assert_eq!(said.status, 1, "{path}: {}", said.err);
        assert!(!said.err.is_empty());
        assert_eq!(differing(&files, &tree(&site.public())), Vec::<String>::new(), "{path}");
        assert_eq!(times(&site.public()), before, "{path}");
        let beside: Vec<PathBuf> = left_beside(&site);
        assert!(beside.is_empty(), "{path} left {beside:?}");
    }
}

/// What stands in the site folder and is neither input nor output.
pub fn left_beside(site: &Site) -> Vec<PathBuf> {
    let known = ["site.toml", "data", "content", "themes", "public"];
    let entries = std::fs::read_dir(site.path()).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| !known.iter().any(|known| path.ends_with(known))).collect()
}

#[test]
fn what_is_no_longer_there_is_removed_and_strangers_stay() {
    let site = town(3, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    std::fs::write(site.public().join("mine.txt"), "not of the program").unwrap();
    let places = "id,name,level,parent\nstreet,南关街道,subdistrict,\nc0,南0社区,community,street\n";
    let site = site
        .file("data/places.csv", places)
        .file("data/issues.csv", "工单编号,社区,受理时间\nA-0,c0,2024-03-05 09:00\n");
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("P019"), "{}", said.err);
    assert!(site.public().join("mine.txt").exists());
    assert!(site.public().join("communities/c0.html").exists());
    assert!(!site.public().join("communities/c1.html").exists());
}

/// All but the manifest, which tells what was published before.
pub fn without_history(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<&String, &Vec<u8>> {
    files.iter().filter(|(name, _)| *name != "manifest.json").collect()
}

#[test]
fn an_address_makes_a_sitemap_and_canonical_links() {
    let site = town(2, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(!site.public().join("sitemap.xml").exists());
    assert!(!site.page("index.html").contains("canonical"));
    assert_eq!(site.run(&["build", "--base-url", "https://gongshi.example/nanguan"]).status, 0);
    let map = site.page("sitemap.xml");
    for address in ["", "communities/c0.html", "methods.html"] {
        let whole = format!("https://gongshi.example/nanguan/{address}");
        assert!(map.contains(&format!("<loc>{whole}")), "{address}: {map}");
    }
    assert!(site.page("robots.txt").contains("https://gongshi.example/nanguan/sitemap.xml"));
    let page = site.page("communities/c0.html");
    assert!(page.contains("rel=\"canonical\" href=\"https://gongshi.example/nanguan/communities/c0.html\""));
}

#[test]
fn an_earlier_day_shows_the_state_of_that_day() {
    let site = town(1, "南");
    assert_eq!(site.run(&["build"]).status, 0);
    let later = site.page("data/figures.csv");
    // By the evening of 6 March the first issue is handled, not yet due, and the second has not come in.
    assert_eq!(site.run(&["build", "--as-of", "2024-03-06"]).status, 0);
    let earlier = site.page("data/figures.csv");
    let value = |figures: &str, figure: &str, period: &str| {
        let head = format!("{figure},site,,{period},");
        figures.lines().find_map(|line| line.strip_prefix(&head)).map(|rest| rest.split(',').next().unwrap().to_owned())
    };
    assert_eq!(value(&later, "issues.received", "all").as_deref(), Some("2"));
    assert_eq!(value(&earlier, "issues.received", "all").as_deref(), Some("1"));
    assert_eq!(value(&later, "issues.due", "all").as_deref(), Some("2"));
    assert_eq!(value(&earlier, "issues.due", "all"), None);
    assert_eq!(value(&earlier, "issues.received", "2024-04"), None);
    // On the day before, it was received and still open.
    assert_eq!(site.run(&["build", "--as-of", "2024-03-05"]).status, 0);
    assert_eq!(value(&site.page("data/figures.csv"), "issues.handled", "all"), None);
    assert!(
        visible(&site.page("index.html")).contains("2024-03-05")
            || visible(&site.page("index.html")).contains("2024年3月5日")
    );
}

#[test]
fn pages_load_nothing_and_run_nothing() {
    for (address, html) in sample_pages() {
        // Two scripts of the theme help with finding and sorting; a page is whole without them.
        for script in html.split("<script").skip(1) {
            let (tag, rest) = script.split_once('>').unwrap();
            let own = ["assets/search.js\"", "assets/tables.js\""].iter().any(|own| tag.contains(own));
            assert!(own && tag.contains(" defer"), "{address}: a script {tag}");
            assert!(rest.starts_with("</script>"), "{address}: a script in the page");
        }
        for tag in tags(&html) {
            let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            for (attribute, value) in attributes(tag) {
                let loads = attribute == "src"
                    || attribute == "srcset"
                    || (name == "link"
                        && attribute == "href"
                        && !tag.contains("canonical")
                        && !tag.contains("hreflang"))
                    || (attribute.ends_with("href") && matches!(name, "use" | "image"));
                assert!(!(loads && value.contains("//")), "{address} loads {value}");
                assert!(attribute != "style", "{address}: style on <{tag}>");
                assert!(!attribute.starts_with("on"), "{address}: {attribute} on <{tag}>");
            }
        }
    }
}

#[test]
fn every_page_says_what_it_is() {
    let chinese =
        "青禾街道及其地名、机构、电话和全部数据均为虚构示例；只有“报道数字”栏目照录真实地方的公开报道，见各条来源。";
    let english = "Qinghe, its places, offices, telephone numbers and all data are invented for this example";
    let pages = sample_pages();
    assert!(pages.len() >= 180, "{} pages", pages.len());
    let mut titles = BTreeSet::new();
    for (address, html) in pages {
        let count =
            |tag: &str| tags(&html).filter(|found| *found == tag || found.starts_with(&format!("{tag} "))).count();
        assert_eq!(count("h1"), 1, "{address}: headings of the first rank");
        assert_eq!(count("main"), 1, "{address}: main");
        let (lang, notice) = if address.starts_with("en/") { ("en", english) } else { ("zh-CN", chinese) };
        assert!(html.contains(&format!("<html lang=\"{lang}\">")), "{address}: language");
        let other = if lang == "en" {
            "lang=\"zh-CN\" hreflang=\"zh-CN\">中文</a>"
        } else {
            "lang=\"en\" hreflang=\"en\">English</a>"
        };
        assert!(html.contains(other), "{address}: the way to the other language");
        assert!(html.contains("<meta charset=\"utf-8\">") && html.contains("name=\"viewport\""), "{address}: head");
        assert!(visible(&html).contains(notice), "{address}: the notice");
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
        assert!(!title.trim().is_empty(), "{address}: title");
        assert!(titles.insert(title.to_owned()), "{address}: the title {title} stands on another page");
    }
}

#[test]
fn the_streak_of_the_sample_is_as_long_as_its_story() {
    let pages: BTreeMap<String, String> = sample_pages().into_iter().collect();
    let page = visible(&pages["communities/yanchi.html"]);
    for rate in ["服务过程满意率", "办理结果满意率"] {
        assert!(page.contains(&format!("{rate}连续 22 个月 100%：2025年1月至2026年10月")), "{rate}");
    }
}

#[test]
fn every_chart_of_a_community_and_team_has_its_table() {
    let mut seen = 0;
    for (address, html) in sample_pages() {
        let of_subject =
            (address.starts_with("communities/") || address.starts_with("teams/")) && !address.ends_with("index.html");
        let of_subject = of_subject && !address.starts_with("communities/by/");
        if !of_subject {
            continue;
        }
        seen += 1;
        let cards = html.split("<section class=\"chart-card\"").skip(1);
        let cards: Vec<&str> = cards.filter_map(|rest| rest.split("</section>").next()).collect();
        let drawn = cards.iter().filter(|card| card.contains("<svg")).count();
        assert!(drawn >= 3, "{address}: {drawn} charts");
        for card in cards {
            assert!(card.contains("<table"), "{address}: a chart without its table");
            assert!(card.contains("role=\"img\"") && card.contains("<title"), "{address}: a chart without words");
        }
    }
    assert_eq!(seen, 8 + 12, "communities and teams");
}

/// The opening tags of a page, without brackets.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let found = html.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    found.filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Names and values of the attributes of a tag.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.split_once(' ').map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, behind) = after.split_once('"').unwrap_or((after, ""));
        found.push((name.rsplit(' ').next().unwrap_or(name).trim(), value));
        rest = behind;
    }
    found
}
