//! A stranger's check: every row of the published figures counted again from the published records, by filtering columns.
//!
//! Nothing of the program is used here. What is counted in which columns stands on the methods page.

use std::collections::{BTreeMap, BTreeSet};

use crate::site::{Site, run, tree};

type Files = BTreeMap<String, Vec<u8>>;
type Row = BTreeMap<String, String>;

/// Figure, kind of subject, subject, period.
type Key = (String, String, String, String);

/// Value, numerator, denominator, low, high, unit, mark, definition: as they are published.
type Figure = [String; 8];

/// Rates of issues: numerator, denominator, month.
const RATES: &[(&str, &str, &str, &str)] = &[
    ("completion_rate", "in_handled", "in_due", "due_month"),
    ("on_time_rate", "in_on_time", "in_due", "due_month"),
    ("response_rate", "in_contacted", "in_contact_answered", "verified_month"),
    ("resolution_rate", "in_solved", "in_solved_answered", "verified_month"),
    ("process_satisfaction", "in_process_satisfied", "in_process_rated", "verified_month"),
    ("result_satisfaction", "in_result_satisfied", "in_result_rated", "verified_month"),
    ("evaluation_coverage", "in_evaluated", "in_call_due", "due_month"),
    ("full_resolution_rate", "in_solved", "in_due", "due_month"),
    ("rework_rate", "in_returned", "in_returns_known", "verified_month"),
    ("patrol_rate", "in_patrol", "in_origin_known", "received_month"),
    ("same_day_rate", "in_same_day", "in_received", "received_month"),
    ("weekly_rate", "in_same_week", "in_received", "received_month"),
    ("extension_rate", "in_extended", "in_due", "due_month"),
    ("timely_contact_rate", "in_contact_on_time", "in_contact_due", "contact_due_month"),
    ("satisfaction_floor_rate", "in_call_satisfied", "in_call_due", "due_month"),
    ("satisfaction_ceiling_rate", "in_call_not_dissatisfied", "in_call_due", "due_month"),
    ("rectified_rate", "in_rectified", "in_bad_rated", "verified_month"),
    ("sent_back_rate", "in_sent_back", "in_dispatched", "dispatched_month"),
    ("repeat_rate", "in_repeat", "in_categorised", "received_month"),
    ("meeting_rate", "in_by_meeting", "in_received", "received_month"),
    ("completion_with_excluded_rate", "in_handled_with_excluded", "in_due_with_excluded", "due_month"),
    ("on_time_with_excluded_rate", "in_on_time_with_excluded", "in_due_with_excluded", "due_month"),
    ("good_stars_rate", "in_good_stars", "in_starred", "verified_month"),
    ("left_in_time_rate", "in_left_in_time", "in_escalated", "escalated_month"),
];
/// Means over issues: amount, denominator, month, unit.
const MEANS: &[(&str, &str, &str, &str, &str)] = &[
    ("rework_rounds", "returns", "in_returns_known", "verified_month", "time"),
    ("stars_mean", "stars", "in_starred", "verified_month", "star"),
];
/// Counts of issues: column, month.
const COUNTS: &[(&str, &str, &str)] = &[
    ("received", "in_received", "received_month"),
    ("due", "in_due", "due_month"),
    ("handled", "in_handled", "handled_month"),
    ("not_evaluated", "in_not_evaluated", "due_month"),
    ("call_unreached", "in_call_unreached", "due_month"),
    ("call_declined", "in_call_declined", "due_month"),
    ("call_unrated", "in_call_unrated", "due_month"),
    ("not_called", "in_not_called", "due_month"),
    ("after_cut", "in_after_cut", "received_month"),
    ("unfounded_extensions", "in_unfounded_extension", "due_month"),
    ("reached_dispatched", "in_reached_dispatched", "received_month"),
    ("reached_accepted", "in_reached_accepted", "received_month"),
    ("reached_contacted", "in_reached_contacted", "received_month"),
    ("reached_on_scene", "in_reached_on_scene", "received_month"),
    ("reached_handled", "in_reached_handled", "received_month"),
    ("reached_replied", "in_reached_replied", "received_month"),
    ("reached_verified", "in_reached_verified", "received_month"),
    ("reached_closed", "in_reached_closed", "received_month"),
    ("starred", "in_starred", "verified_month"),
    ("received_with_excluded", "in_with_excluded", "received_month"),
    ("topic_tickets", "in_topic", "received_month"),
];
/// Sums of activities: column (empty: rows are counted), unit served (empty: any), unit.
const SUMS: &[(&str, &str, &str, &str)] = &[
    ("sessions", "", "", "session"),
    ("participations", "volunteers", "", "visit"),
    ("served", "served", "visits", "visit"),
    ("served_people", "served", "people", "person"),
    ("served_households", "served", "households", "household"),
];
/// Bins of the days that handling took: first and last day.
const HANDLING_DAYS: [(&str, u64, u64); 8] = [
    ("0", 0, 0),
    ("1", 1, 1),
    ("2", 2, 2),
    ("3", 3, 3),
    ("4-5", 4, 5),
    ("6-10", 6, 10),
    ("11-15", 11, 15),
    ("16-", 16, u64::MAX),
];
/// Bands of age: first and last day.
const AGES: [(&str, usize, usize); 6] =
    [("0-3", 0, 3), ("4-7", 4, 7), ("8-15", 8, 15), ("16-30", 16, 30), ("31-90", 31, 90), ("91-", 91, usize::MAX)];
/// Counts of items: column.
const ITEM_COUNTS: &[(&str, &str)] = &[
    ("published", "in_published"),
    ("claimed", "in_claimed"),
    ("done", "in_done"),
    ("cleared", "in_cleared"),
    ("open", "in_open"),
    ("withdrawn", "in_withdrawn"),
    ("carried", "in_carried"),
];
/// Rates of items: numerator, denominator.
const ITEM_RATES: &[(&str, &str, &str)] = &[
    ("claim_rate", "in_claimed", "in_published"),
    ("completion_rate", "in_done", "in_published"),
    ("completion_of_claimed_rate", "in_done", "in_claimed"),
    ("clearing_rate", "in_cleared", "in_standing"),
];
const DIMENSIONS: &[&str] = &["category", "channel", "tier", "kind"];

#[test]
fn every_figure_of_the_sample_can_be_counted_again() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let said = run(&["build", "--site", env!("CARGO_MANIFEST_DIR"), "--out", out.to_str().unwrap()]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_figures_follow(&tree(&out));
}

/// The sample leaves some fields empty; here every field of an issue is filled, now and then.
#[test]
fn every_figure_of_issues_with_all_fields_can_be_counted_again() {
    let pick = |words: &[&'static str], at: usize| words[at % words.len()];
    let heads = "id,place,received_at,category,channel,tier,origin,dispatched_at,accepted_at,contacted_at,on_scene_at,replied_at,handled_at,verified_at,closed_at,due_at,extended_to,\
                 extended_at,extension_reason,escalated_from,escalated_at,status,contacted,solved,process,result,stars,call,\
                 rerated,returns,topic,duplicate_of,excluded";
    let mut table = format!("{heads}\n");
    for at in 0_usize..240 {
        // Days from the first of January 2024; remainders by different primes mix the cells.
        let day = |day: usize, clock: &str| {
            let (month, day) = [(1, 31), (2, 29), (3, 31), (4, 30), (5, 31)]
                .iter()
                .scan(day, |left, &(month, days)| {
                    let here = (*left < days).then_some((month, *left + 1));
                    *left = left.wrapping_sub(days);
                    Some(here)
                })
                .flatten()
                .next()
                .unwrap();
            format!("2024-{month:02}-{day:02}{clock}")
        };
        let start = at * 5 % 118;
        let later = |prime: usize, span: usize, clock: &str| {
            if at % prime == 0 { String::new() } else { day(start + at % span, clock) }
        };
        let cells = [
            format!("A-{at}"),
            pick(&["南关社区", "北关社区"], at / 3).into(),
            day(start, pick(&[" 09:00", " 19:00", ""], at)),
            pick(&["噪声", "停车", "", "绿化"], at / 2).into(),
            pick(&["热线", "网格"], at).into(),
            pick(&["小事", "难事", ""], at).into(),
            pick(&["居民反映", "巡查发现", ""], at / 2).into(),
            later(7, 2, " 10:00"),
            later(3, 3, " 11:00"),
            later(2, 4, ""),
            later(5, 5, " 12:00"),
            later(4, 12, ""),
            later(5, 11, " 20:00"),
            later(3, 17, ""),
            later(4, 19, " 21:00"),
            if at % 2 == 0 { later(11, 6, " 18:00") } else { String::new() },
            if at % 4 == 1 { later(13, 15, "") } else { String::new() },
            if at % 4 == 1 { later(3, 4, "") } else { String::new() },
            if at % 4 == 1 { pick(&["等配件", "", "等天气"], at / 4).into() } else { String::new() },
            if at % 6 == 1 { pick(&["小事", "其他"], at / 12).into() } else { String::new() },
            if at % 6 == 1 { later(5, 3, " 12:00") } else { String::new() },
            pick(&["", "", "已办结", "退单", "", "在办", "", "已撤回", "", "", ""], at).into(),
            pick(&["是", "否", ""], at / 3).into(),
            pick(&["是", "", "否", "是"], at / 2).into(),
            pick(&["满意", "", "不满意", "基本满意", ""], at).into(),
            pick(&["", "满意", "", "非常不满意", "非常满意", "", "不满意"], at).into(),
            pick(&["5", "", "3", "4", "", "1"], at / 5).into(),
            pick(&["已接通", "未接通", "", "拒评", ""], at / 8).into(),
            pick(&["", "满意", "不满意"], at / 7).into(),
            pick(&["0", "1", "", "3"], at / 3).into(),
            pick(&["", "充电", "停车难", "", "照明"], at).into(),
            if at % 31 == 30 { "A-0".into() } else { String::new() },
            if at % 37 == 36 { "恶意重复".into() } else { String::new() },
        ];
        table += &(cells.join(",") + "\n");
    }
    let settings = "[site]\ntitle = \"南关公示\"\nas_of = 2024-04-20\n\n[calendar]\nday_cut = \"18:00\"\nMEETING\n\
        [issues]\nrepeat_days = 20\n\n[[tier]]\nid = \"小事\"\nname = \"小事\"\nlimit = 1\nunit = \"natural_day\"\n\n\
        [[tier]]\nid = \"难事\"\nname = \"难事\"\nlimit = 5\nunit = \"working_day\"\n\n[[tier]]\nid = \"其他\"\nname = \"其他\"\n\n\
        [[stage]]\nname = \"诉\"\nevent = \"received_at\"\n\n[[stage]]\nname = \"联系\"\nevent = \"contacted_at\"\n\n\
        [[stage]]\nname = \"到场\"\nevent = \"on_scene_at\"\n\n[[stage]]\nname = \"办\"\nevent = \"handled_at\"\n";
    for meeting in ["", "weekly_meeting = \"tuesday\""] {
        let site = Site::new()
            .file("site.toml", settings.replace("MEETING", meeting))
            .file("data/places.csv", "id,name,level,parent\nstreet,南关街道,subdistrict,\nnanguan,南关社区,community,street\nbeiguan,北关社区,community,street\n")
            .file("data/projects.csv", "id,place,name,status,done,origin\nP-1,南关社区,充电棚,已完成,2024-04-01,充电\nP-2,南关社区,路灯,实施中,,照明\n")
            .file("data/issues.csv", table.clone());
        let said = site.run(&["build"]);
        assert_eq!(said.status, 0, "{}", said.err);
        let files = tree(&site.public());
        let figures: BTreeSet<String> = published(&files).0.into_keys().map(|(figure, ..)| figure).collect();
        let counted = RATES.iter().map(|rate| rate.0).chain(COUNTS.iter().map(|count| count.0));
        let of_weeks = |name: &&str| !["meeting_rate", "weekly_rate", "timely_contact_rate"].contains(name);
        for name in counted.filter(of_weeks) {
            assert!(figures.contains(&format!("issues.{name}")), "{name} is not measured");
        }
        assert_figures_follow(&files);
    }
}

/// The sample has no ids of volunteers; here are some, of everybody from February on.
#[test]
fn volunteers_can_be_counted_again() {
    let rows: Vec<String> = (0..60)
        .map(|at| {
            let (month, place, team) = (at % 6 + 1, ["甲社区", "乙社区"][at % 2], ["枫叶队", "青松队"][at / 3 % 2]);
            let ids: Vec<String> = (0..=at % 4).map(|person| format!("V{:03}", (at * 7 + person * 5) % 23)).collect();
            let ids = if month == 1 && at > 30 { String::new() } else { ids.join("、") };
            format!("H-{at},2024-{month:02}-05,{team},{place},{},{},{ids}", at % 4 + 1, at % 5 + 1)
        })
        .collect();
    let site = crate::site::Site::new()
        .file("site.toml", "[site]\ntitle = \"南关公示\"\nas_of = 2024-06-30\n")
        .file("data/places.csv", "id,name,level,parent\nstreet,南关街道,subdistrict,\na,甲社区,community,street\nb,乙社区,community,street\n")
        .file("data/teams.csv", "id,name,home\nmaple,枫叶队,a\npine,青松队,b\n")
        .file("data/activities.csv", format!("活动编号,日期,团队,社区,人数,服务时长,志愿者编号\n{}\n", rows.join("\n")));
    let said = site.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let files = tree(&site.public());
    assert_figures_follow(&files);
    let figures = std::str::from_utf8(&files["data/figures.csv"]).unwrap();
    assert!(figures.contains("activities.hours_per_volunteer,site,,2024-02,"), "{figures}");
    assert!(!figures.contains("activities.distinct_volunteers,site,,2024-01,"), "{figures}");
    assert!(files.values().all(|bytes| !bytes.windows(2).any(|pair| pair == b"V0")), "an id was published");
}

/// Every published figure follows from the published records, and none that follows is missing.
pub fn assert_figures_follow(files: &Files) {
    let (figures, as_of) = published(files);
    let mut again = Again::of(files, &as_of);
    let words: BTreeSet<String> = again.issues.iter().map(|row| row["category"].clone()).collect();
    again.all();
    let mut faults = Vec::new();
    for (key, figure) in &figures {
        if is_kept_apart(&key.0, &words) {
            faults.extend(again.beyond(key, figure));
            continue;
        }
        match again.found.get(key) {
            Some(counted) if counted == figure => {}
            counted => faults.push(format!("{key:?}\n- published {figure:?}\n+ counted   {counted:?}")),
        }
    }
    faults
        .extend(again.found.keys().filter(|key| !figures.contains_key(*key)).map(|key| format!("{key:?} is missing")));
    assert!(figures.len() > 100, "{} figures", figures.len());
    let some = faults.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} of {} figures differ\n{some}", faults.len(), figures.len());
}

/// Whether it counts a category that no record shows: it is published as one with others.
fn is_kept_apart(figure: &str, words: &BTreeSet<String>) -> bool {
    let word = figure.strip_prefix("issues.received{category=").and_then(|word| word.strip_suffix('}'));
    word.is_some_and(|word| !words.contains(word))
}

/// All published figures, in one file or in many, and the as-of date.
fn published(files: &Files) -> (BTreeMap<Key, Figure>, String) {
    let is_figures = |name: &str| {
        name == "data/figures.csv" || (name.starts_with("data/figures/") && name.strip_suffix(".csv").is_some())
    };
    let mut figures = BTreeMap::new();
    let mut as_of = String::new();
    for name in files.keys().filter(|name| is_figures(name)) {
        for mut row in table(files, name) {
            let mut take = |column: &str| row.remove(column).unwrap();
            as_of = take("as_of");
            let key = (take("figure"), take("subject_kind"), take("subject"), take("period"));
            let figure = ["value", "numerator", "denominator", "low", "high", "unit", "mark", "definition"].map(take);
            assert!(figures.insert(key, figure).is_none(), "twice in {name}");
        }
    }
    (figures, as_of)
}

/// A published table; nothing when the site has none. The apostrophe before what looks like a formula is none of the value.
fn table(files: &Files, name: &str) -> Vec<Row> {
    let Some(bytes) = files.get(name) else { return Vec::new() };
    let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let cell = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    let rows = reader.records().map(|row| heads.iter().cloned().zip(row.unwrap().iter().map(cell)).collect());
    rows.collect()
}

/// Whom figures are about.
struct Subject {
    kind: &'static str,
    id: String,
    /// Ids of the places it holds; everything for the site.
    places: Option<BTreeSet<String>>,
    /// Of a project: the topic or the issues it grew out of.
    origin: BTreeSet<String>,
    /// Whether its figures are broken down by the words of a dimension.
    by_dimension: bool,
    /// Whether by kinds of activity.
    by_kind: bool,
}

struct Again {
    as_of: String,
    /// Stars of the whole site by period: their sum, and how many issues have them.
    stars: BTreeMap<String, (usize, usize)>,
    /// Columns of the issues that any record fills, those of bits with a 1.
    filled: BTreeSet<String>,
    months: Vec<Row>,
    places: Vec<Row>,
    issues: Vec<Row>,
    activities: Vec<Row>,
    projects: Vec<Row>,
    milestones: Vec<Row>,
    items: Vec<Row>,
    notices: Vec<Row>,
    /// The furthest step of which any item has a day: 1 claimed, 2 done, 3 cleared.
    item_steps: usize,
    teams: Vec<Row>,
    subjects: Vec<Subject>,
    found: BTreeMap<Key, Figure>,
}

impl Again {
    /// Such a count is hidden, or no more than there are records of its like.
    fn beyond(&self, (figure, kind, subject, period): &Key, [value, part, .., mark, _]: &Figure) -> Option<String> {
        let all = ("issues.received{category=[c]}".to_owned(), kind.clone(), subject.clone(), period.clone());
        let all = self.found.get(&all).map_or(0, |all| all[0].parse::<u64>().unwrap());
        let is_so = match value.parse::<u64>() {
            Ok(count) => count <= all && !mark.contains("[c]"),
            Err(_) => value.is_empty() && mark.contains("[c]"),
        };
        (!is_so || value != part).then(|| format!("{figure} {subject} {period}: {value} {mark} of {all}"))
    }

    fn of(files: &Files, as_of: &str) -> Self {
        let places = table(files, "data/places.csv");
        let teams = table(files, "data/teams.csv");
        let is_split = files.keys().any(|name| name.starts_with("data/figures/"));
        let mut subjects = vec![Subject {
            kind: "site",
            id: String::new(),
            places: None,
            origin: BTreeSet::new(),
            by_dimension: true,
            by_kind: true,
        }];
        // What stands below a community on the way to it has no page; pages tell the levels.
        let has_page = |id: &str| {
            ["communities", "places"].iter().any(|folder| files.contains_key(&format!("{folder}/{id}.html")))
        };
        for place in &places {
            let id = &place["id"];
            // Published are places with a page, and those directly below a community.
            let parent_is_community = files.contains_key(&format!("communities/{}.html", place["parent"]));
            if !(has_page(id) || (parent_is_community && !is_split)) {
                continue;
            }
            let mut inside = BTreeSet::from([id.clone()]);
            // Parents stand before their children.
            for other in &places {
                if inside.contains(&other["parent"]) {
                    inside.insert(other["id"].clone());
                }
            }
            subjects.push(Subject {
                kind: "place",
                id: id.clone(),
                places: Some(inside),
                origin: BTreeSet::new(),
                by_dimension: has_page(id),
                by_kind: has_page(id),
            });
        }
        for team in &teams {
            let id = team["id"].clone();
            let origin = BTreeSet::new();
            subjects.push(Subject { kind: "team", id, places: None, origin, by_dimension: false, by_kind: true });
        }
        let [issues, activities, projects, milestones, items, notices] =
            ["issues", "activities", "projects", "milestones", "items", "notices"]
                .map(|name| table(files, &format!("data/{name}.csv")));
        let has = |column: &str| items.iter().any(|row| !row[column].is_empty());
        let item_steps = ["cleared_on", "done_on", "claimed_on"].iter().position(|column| has(column));
        let item_steps = item_steps.map_or(0, |at| 3 - at);
        let plain = |kind, id: &str, origin| Subject {
            kind,
            id: id.to_owned(),
            places: None,
            origin,
            by_dimension: false,
            by_kind: false,
        };
        let offices = issues.iter().map(|row| &row["department"]).chain(projects.iter().map(|row| &row["owner"]));
        let offices: BTreeSet<&String> = offices.filter(|office| !office.is_empty()).collect();
        subjects.extend(offices.into_iter().map(|office| plain("department", office, BTreeSet::new())));
        let topics: BTreeSet<&String> =
            issues.iter().map(|row| &row["topic"]).filter(|topic| !topic.is_empty()).collect();
        for project in &projects {
            let origin = &project["origin"];
            let listed =
                origin.split(|c: char| c.is_whitespace() || "、，,;；".contains(c)).filter(|id| !id.is_empty());
            let origin = if topics.contains(origin) {
                BTreeSet::from([origin.clone()])
            } else {
                listed.map(str::to_owned).collect()
            };
            subjects.push(plain("project", &project["id"], origin));
        }
        let as_of = as_of.to_owned();
        let all: Vec<&Row> = issues.iter().collect();
        let stars = by_period(&all, "in_starred", "verified_month");
        let stars = stars.into_iter().map(|(period, rows)| (period, (sum(&rows, "stars"), rows.len()))).collect();
        let cells = issues.iter().flatten().filter(|(_, cell)| !cell.is_empty() && *cell != "0");
        let filled = cells.map(|(column, _)| column.clone()).collect();
        let found = BTreeMap::new();
        Self {
            as_of,
            months: table(files, "data/months.csv"),
            places,
            stars,
            filled,
            issues,
            activities,
            projects,
            milestones,
            items,
            notices,
            item_steps,
            teams,
            subjects,
            found,
        }
    }

    /// Whether a metric is published at all: where something was never entered, nobody knows that there was none.
    fn knows(&self, metric: &str) -> bool {
        let any = |columns: &[&str]| columns.iter().any(|column| self.filled.contains(*column));
        match metric.strip_prefix("issues.").unwrap_or(metric) {
            "extension_rate" => any(&["extended_to"]),
            "full_resolution_rate" => any(&["solved"]),
            "not_evaluated" => any(&["process", "result"]),
            "call_unreached" | "call_declined" | "call_unrated" | "not_called" => {
                any(&["call"]) && any(&["process", "result"])
            }
            "received_with_excluded" | "completion_with_excluded_rate" | "on_time_with_excluded_rate" => {
                any(&["excluded"])
            }
            "sent_back_rate" => any(&["in_sent_back"]),
            // A site with a weekly meeting measures that instead of the week.
            "meeting_rate" => any(&["in_by_meeting"]),
            "weekly_rate" => !any(&["in_by_meeting"]),
            "rectified_rate" => any(&["rerated"]),
            "satisfaction_floor_rate" | "satisfaction_ceiling_rate" => any(&["result"]),
            _ => true,
        }
    }

    fn all(&mut self) {
        let subjects = std::mem::take(&mut self.subjects);
        let [issues, activities, projects, milestones, items, notices] = [
            &mut self.issues,
            &mut self.activities,
            &mut self.projects,
            &mut self.milestones,
            &mut self.items,
            &mut self.notices,
        ]
        .map(std::mem::take);
        for subject in &subjects {
            let holds = |row: &&Row| match (subject.kind, &subject.places) {
                ("team", _) => row["team"] == subject.id,
                (_, None) => true,
                (_, Some(places)) => places.contains(&row["place"]),
            };
            let of_others = |row: &&Row| match subject.kind {
                "department" => row["department"] == subject.id,
                "project" => subject.origin.contains(&row["topic"]) || subject.origin.contains(&row["id"]),
                _ => holds(row),
            };
            let issues: Vec<&Row> = issues.iter().filter(of_others).collect();
            self.issues(subject, &issues);
            let notices: Vec<&Row> = notices.iter().filter(|row| concerns(row, subject)).collect();
            // Items belong to places only.
            let items: Vec<&Row> =
                items.iter().filter(|row| matches!(subject.kind, "site" | "place") && holds(row)).collect();
            let has_activities = !matches!(subject.kind, "department" | "project");
            let activities = activities.iter().filter(|row| has_activities && row["in_counted"] == "1").filter(holds);
            let activities: Vec<&Row> = activities.collect();
            self.activities(subject, &activities);
            let span = span(&issues, &activities, &items, &notices);
            self.densities(subject, &issues, &span);
            if has_activities {
                self.active_teams(subject, &activities, &span);
            }
            let of_others = |row: &&Row| match subject.kind {
                "department" => row["owner"] == subject.id,
                "project" => row["id"] == subject.id,
                _ => holds(row),
            };
            let projects: Vec<&Row> = projects.iter().filter(of_others).collect();
            self.projects(subject, &projects);
            let own = |row: &&Row| projects.iter().any(|project| project["id"] == row["project"]);
            self.milestones(subject, &milestones.iter().filter(own).collect::<Vec<_>>());
            self.items(subject, &items);
            self.notices(subject, &notices);
        }
    }

    fn issues(&mut self, subject: &Subject, issues: &[&Row]) {
        for (name, bit, month) in COUNTS.iter().copied() {
            for (period, rows) in by_period(issues, bit, month) {
                self.count(subject, &format!("issues.{name}"), &period, rows.len(), "issue");
            }
        }
        for (name, part, whole, month) in RATES.iter().copied() {
            for (period, rows) in by_period(issues, whole, month) {
                self.rate(subject, &format!("issues.{name}"), &period, with(&rows, part), rows.len(), true);
            }
        }
        for (period, rows) in by_period(issues, "in_received", "received_month") {
            let returns = rows.iter().filter_map(|row| row["returns"].parse::<usize>().ok()).sum();
            self.count(subject, "issues.returns", &period, returns, "time");
        }
        for (name, amount, whole, month, unit) in MEANS.iter().copied() {
            for (period, rows) in by_period(issues, whole, month) {
                let sum: usize = rows.iter().filter_map(|row| row[amount].parse::<usize>().ok()).sum();
                let figure = [(sum as f64 / rows.len() as f64).to_string(), sum.to_string(), rows.len().to_string()];
                self.put(subject, &format!("issues.{name}"), &period, figure, Default::default(), unit);
            }
        }
        for (period, rows) in by_period(issues, "in_topic", "received_month") {
            let topics = |rows: &[&Row]| rows.iter().map(|row| row["topic"].clone()).collect::<BTreeSet<_>>().len();
            let done: Vec<&Row> = rows.iter().copied().filter(|row| row["in_topic_done"] == "1").collect();
            self.rate(subject, "issues.topic_conversion_rate", &period, topics(&done), topics(&rows), true);
        }
        for (period, rows) in by_period(issues, "in_starred", "verified_month") {
            let (site, issues) = self.stars[&period];
            let (part, base) = (10 * site + sum(&rows, "stars") * issues, (10 + rows.len()) * issues);
            let figure = [(part as f64 / base as f64).to_string(), part.to_string(), base.to_string()];
            self.put(subject, "issues.stars_shrunk", &period, figure, Default::default(), "star");
            for (stars, rows) in by_word(&rows, "stars") {
                if is_broad(&period) && (subject.by_dimension || subject.kind == "team") {
                    self.count(subject, &format!("issues.starred{{stars={stars}}}"), &period, rows.len(), "issue");
                }
            }
        }
        for (name, rate) in [
            ("on_time_streak", "on_time_rate"),
            ("process_streak", "process_satisfaction"),
            ("result_streak", "result_satisfaction"),
        ] {
            let months = self.streak(subject, &format!("issues.{rate}"));
            self.count(subject, &format!("issues.{name}"), &format!("@{}", self.as_of.clone()), months, "month");
        }
        for (name, percent) in [("handling_median", 50), ("handling_p90", 90)] {
            for (period, rows) in by_period(issues, "in_handled", "handled_month") {
                let minutes = rows.iter().map(|row| &row["handling_minutes"]).filter(|minutes| !minutes.is_empty());
                let mut seconds: Vec<u64> = minutes.map(|minutes| as_seconds(minutes)).collect();
                seconds.sort_unstable();
                let Some(at) = (percent * seconds.len()).div_ceil(100).checked_sub(1) else { continue };
                let figure = [in_minutes(seconds[at]), String::new(), seconds.len().to_string()];
                self.put(subject, &format!("issues.{name}"), &period, figure, Default::default(), "minute");
            }
        }
        self.handling_days(subject, issues);
        for (name, bit) in [("backlog", "in_open"), ("overdue", "in_overdue")] {
            let count = with(issues, bit);
            self.count(subject, &format!("issues.{name}"), &format!("@{}", self.as_of.clone()), count, "issue");
            for (age, first, last) in AGES.into_iter().filter(|_| subject.by_dimension) {
                let days =
                    |row: &Row| row["open_days"].parse::<usize>().is_ok_and(|days| (first..=last).contains(&days));
                let count = issues.iter().filter(|row| row[bit] == "1" && days(row)).count();
                self.count(
                    subject,
                    &format!("issues.{name}{{age={age}}}"),
                    &format!("@{}", self.as_of),
                    count,
                    "issue",
                );
            }
        }
        let ages =
            issues.iter().filter(|row| row["in_open"] == "1").map(|row| row["open_days"].parse::<usize>().unwrap());
        let ages: Vec<usize> = ages.collect();
        if let Some(oldest) = ages.iter().max() {
            let figure = [oldest.to_string(), String::new(), ages.len().to_string()];
            self.put(subject, "issues.oldest_age", &format!("@{}", self.as_of), figure, Default::default(), "day");
        }
        for dimension in DIMENSIONS.iter().copied().filter(|_| subject.by_dimension) {
            for (word, rows) in by_word(issues, dimension) {
                let name = |metric: &str| format!("issues.{metric}{{{dimension}={word}}}");
                for (metric, bit, month) in COUNTS.iter().copied().take(2) {
                    for (period, rows) in
                        by_period(&rows, bit, month).into_iter().filter(|(period, _)| is_broad(period))
                    {
                        self.count(subject, &name(metric), &period, rows.len(), "issue");
                    }
                }
                for (period, rows) in by_period(&rows, "in_due", "due_month") {
                    if is_broad(&period) {
                        self.rate(subject, &name("on_time_rate"), &period, with(&rows, "in_on_time"), rows.len(), true);
                    }
                }
            }
        }
    }

    /// Issues handled, by whole days from receipt.
    fn handling_days(&mut self, subject: &Subject, issues: &[&Row]) {
        for (period, rows) in by_period(issues, "in_handled", "handled_month") {
            for (word, first, last) in HANDLING_DAYS.into_iter().filter(|_| subject.by_dimension && is_broad(&period)) {
                let days = |row: &Row| as_seconds(&row["handling_minutes"]) / 86_400;
                let timed = rows.iter().filter(|row| !row["handling_minutes"].is_empty());
                let count = timed.filter(|row| (first..=last).contains(&days(row))).count();
                if count > 0 {
                    self.count(subject, &format!("issues.handled{{handling_days={word}}}"), &period, count, "issue");
                }
            }
        }
    }

    /// Complaints for each thousand households and month, and receipts by working day: also where there are none.
    fn densities(&mut self, subject: &Subject, issues: &[&Row], span: &BTreeSet<String>) {
        let in_period = |period: &str| -> Vec<Row> {
            let within = |month: &&Row| periods(&month["month"]).contains(&period.to_owned());
            self.months.iter().filter(within).cloned().collect()
        };
        let per_period: Vec<(String, Vec<Row>)> =
            span.iter().map(|period| (period.clone(), in_period(period))).collect();
        let households = self.households(subject).filter(|&households| households >= 200);
        let has_kinds = self.filled.contains("kind");
        let works = self.months.iter().any(|month| !month["working_days"].is_empty());
        for (period, months) in per_period {
            let of = |bit: &str| by_period(issues, bit, "received_month").get(&period).map_or(0, Vec::len);
            if let Some(households) = households.filter(|_| has_kinds) {
                let (part, base) = (of("in_complaint"), households * months.len());
                let value = (part * 1000) as f64 / base as f64;
                let figure = [value.to_string(), part.to_string(), base.to_string()];
                let unit = "issue/1000_households/month";
                self.put(subject, "issues.complaints_per_thousand", &period, figure, Default::default(), unit);
            }
            let days: Option<usize> = months.iter().map(|month| month["working_days"].parse::<usize>().ok()).sum();
            if let Some(days) = days.filter(|&days| works && days > 0) {
                let part = of("in_received");
                let figure = [(part as f64 / days as f64).to_string(), part.to_string(), days.to_string()];
                self.put(
                    subject,
                    "issues.received_per_working_day",
                    &period,
                    figure,
                    Default::default(),
                    "issue/working_day",
                );
            }
        }
    }

    /// Households of a place as the table of places gives them; of the site those of the outermost places.
    fn households(&self, subject: &Subject) -> Option<usize> {
        let count = |row: &Row| row["households"].parse::<usize>().ok();
        match subject.kind {
            "site" => self.places.iter().filter(|row| row["parent"].is_empty()).map(count).sum(),
            "place" => self.places.iter().find(|row| row["id"] == subject.id).and_then(count),
            _ => None,
        }
    }

    /// Months, from the last that is over backwards, in which every record counts.
    fn streak(&self, subject: &Subject, rate: &str) -> usize {
        let mut months: Vec<&str> = self.months.iter().map(|row| row["month"].as_str()).collect();
        months.retain(|month| last_day(month).is_some_and(|last| last <= self.as_of));
        months.sort_unstable();
        let key = |month: &str| (rate.to_owned(), subject.kind.to_owned(), subject.id.clone(), month.to_owned());
        let counted = months.iter().rev().filter_map(|month| self.found.get(&key(month)));
        counted.take_while(|figure| figure[1] == figure[2]).count()
    }

    fn activities(&mut self, subject: &Subject, activities: &[&Row]) {
        self.sums(subject, activities, "", |_| true);
        for (kind, rows) in by_word(activities, "kind").into_iter().filter(|_| subject.by_kind) {
            self.sums(subject, &rows, &format!("{{kind={kind}}}"), is_broad);
        }
    }

    /// Given for every period of the subject, also where no team was active: none of those registered is a figure too.
    fn active_teams(&mut self, subject: &Subject, activities: &[&Row], span: &BTreeSet<String>) {
        let registered = self.teams.iter().filter(|team| match (subject.kind, &subject.places) {
            ("team", _) => team["id"] == subject.id,
            (_, None) => true,
            (_, Some(places)) => places.contains(&team["home"]),
        });
        let registered = registered.count();
        let active = periods_of_teams(activities);
        let none = BTreeSet::new();
        for period in span {
            let active = active.get(period).unwrap_or(&none).len();
            self.rate(subject, "activities.active_teams", period, active, registered, true);
        }
    }

    fn sums(&mut self, subject: &Subject, activities: &[&Row], slice: &str, wanted: fn(&str) -> bool) {
        for (period, rows) in
            by_period(activities, "in_counted", "month").into_iter().filter(|(period, _)| wanted(period))
        {
            for (name, column, unit_served, unit) in SUMS.iter().copied() {
                let rows = rows.iter().filter(|row| unit_served.is_empty() || row["served_unit"] == unit_served);
                let sum = match column {
                    "" => rows.count(),
                    column => rows.filter_map(|row| row[column].parse::<usize>().ok()).sum(),
                };
                self.count(subject, &format!("activities.{name}{slice}"), &period, sum, unit);
            }
            if slice.is_empty() {
                self.volunteers(subject, &period, &rows);
            }
            let times = rows.iter().map(|row| &row["minutes"]).filter(|minutes| !minutes.is_empty());
            let seconds: u64 = times.map(|minutes| as_seconds(minutes)).sum();
            if seconds > 0 {
                let figure = [in_minutes(seconds), String::new(), String::new()];
                let name = format!("activities.hours{slice}");
                self.put(subject, &name, &period, figure, Default::default(), "minute");
            }
        }
    }

    fn projects(&mut self, subject: &Subject, projects: &[&Row]) {
        let day = format!("@{}", self.as_of);
        let one = subject.kind == "project";
        if !one {
            self.count(subject, "projects.all", &day, projects.len(), "project");
        }
        for state in ["planned", "active", "done", "paused", "cancelled"].into_iter().filter(|_| !one) {
            let count = projects.iter().filter(|row| row["state"] == state).count();
            self.count(subject, &format!("projects.{state}"), &day, count, "project");
        }
        let active = with(projects, "in_active");
        let active = if one { 0 } else { active };
        self.rate(subject, "projects.on_schedule_rate", &day, with(projects, "in_on_schedule"), active, true);
        let shares: Vec<usize> = projects.iter().filter_map(|row| row["progress_counted"].parse().ok()).collect();
        self.rate(subject, "projects.progress", &day, shares.iter().sum(), shares.len() * 10_000, false);
        let budgeted = || projects.iter().filter(|row| row["in_budgeted"] == "1");
        let [budget, paid] =
            ["budget", "paid"].map(|column| budgeted().map(|row| as_cents(&row[column])).sum::<usize>());
        if budget > 0 {
            let figure = [format!("{}.{:02}", budget / 100, budget % 100), String::new(), String::new()];
            self.put(subject, "projects.budget", &day, figure, Default::default(), "yuan");
        }
        self.rate(subject, "projects.budget_execution", &day, paid, budget, false);
    }

    /// Different persons, and the time of each: only where everybody who took part has a number.
    fn volunteers(&mut self, subject: &Subject, period: &str, rows: &[&Row]) {
        if rows.iter().any(|row| row["in_ids_known"] == "0") {
            return;
        }
        let numbers = rows.iter().flat_map(|row| row["volunteers_distinct_ids"].split(' '));
        let people = numbers.filter(|number| !number.is_empty()).collect::<BTreeSet<_>>().len();
        self.count(subject, "activities.distinct_volunteers", period, people, "person");
        if people >= 5 {
            let times = rows.iter().map(|row| &row["minutes"]).filter(|minutes| !minutes.is_empty());
            let seconds: u64 = times.map(|minutes| as_seconds(minutes)).sum();
            let mean = (seconds as f64 / (people as f64 * 60.0)).to_string();
            let figure = [mean, seconds.to_string(), people.to_string()];
            self.put(subject, "activities.hours_per_volunteer", period, figure, Default::default(), "minute");
        }
    }

    fn notices(&mut self, subject: &Subject, notices: &[&Row]) {
        for (period, rows) in by_period(notices, "in_ended", "end_month") {
            self.rate(subject, "notices.compliance_rate", &period, with(&rows, "in_compliant"), rows.len(), true);
        }
    }

    fn milestones(&mut self, subject: &Subject, steps: &[&Row]) {
        let day = format!("@{}", self.as_of);
        let (reached, all) = (with(steps, "in_reached"), with(steps, "in_steps"));
        self.rate(subject, "projects.steps_rate", &day, reached, all, true);
        let slips: Vec<i64> = steps.iter().filter_map(|row| row["slippage_working_days"].parse().ok()).collect();
        if !slips.is_empty() {
            let sum: i64 = slips.iter().sum();
            let mean = (sum as f64 / slips.len() as f64).to_string();
            let figure = [mean, sum.to_string(), slips.len().to_string()];
            self.put(subject, "projects.slippage", &day, figure, Default::default(), "working_day");
        }
    }

    fn items(&mut self, subject: &Subject, items: &[&Row]) {
        self.steps(subject, items, "", |_| true);
        for (list, rows) in by_word(items, "list").into_iter().filter(|_| subject.by_kind) {
            self.steps(subject, &rows, &format!("{{list={list}}}"), is_broad);
        }
    }

    /// Where no item of the site has the day of a step, nobody knows that it was not taken.
    fn steps(&mut self, subject: &Subject, items: &[&Row], slice: &str, wanted: fn(&str) -> bool) {
        let steps = self.item_steps;
        let is_known = |column: &str| match column {
            "in_claimed" => steps >= 1,
            "in_done" => steps >= 2,
            "in_cleared" | "in_open" => steps == 3,
            _ => true,
        };
        for (name, bit) in ITEM_COUNTS.iter().copied().filter(|count| is_known(count.1)) {
            for (period, rows) in by_period(items, bit, "published_month") {
                if wanted(&period) {
                    self.count(subject, &format!("items.{name}{slice}"), &period, rows.len(), "item");
                }
            }
        }
        for (name, part, whole) in ITEM_RATES.iter().copied().filter(|rate| is_known(rate.1)) {
            for (period, rows) in by_period(items, whole, "published_month") {
                if wanted(&period) {
                    let name = format!("items.{name}{slice}");
                    self.rate(subject, &name, &period, with(&rows, part), rows.len(), true);
                }
            }
        }
    }

    fn count(&mut self, subject: &Subject, name: &str, period: &str, count: usize, unit: &str) {
        if count > 0 {
            let count = count.to_string();
            self.put(subject, name, period, [count.clone(), count, String::new()], Default::default(), unit);
        }
    }

    /// A rate; `samples` tells whether it is one of records, which has an interval.
    fn rate(&mut self, subject: &Subject, name: &str, period: &str, part: usize, whole: usize, samples: bool) {
        if whole == 0 {
            return;
        }
        let within = part <= whole;
        let value = if within { (part as f64 / whole as f64).to_string() } else { String::new() };
        let bounds = if within && samples { wilson(part as f64, whole as f64) } else { Default::default() };
        self.put(subject, name, period, [value, part.to_string(), whole.to_string()], bounds, "share");
    }

    fn put(
        &mut self,
        subject: &Subject,
        name: &str,
        period: &str,
        [value, part, whole]: [String; 3],
        [low, high]: [String; 2],
        unit: &str,
    ) {
        let metric = name.split('{').next().unwrap();
        if !self.knows(metric) {
            return;
        }
        let key = (name.to_owned(), subject.kind.to_owned(), subject.id.clone(), period.to_owned());
        let mark = if last_day(period).is_some_and(|last| self.as_of < last) { "[p]" } else { "" };
        let definition = format!("{metric}@1");
        let figure = [value, part, whole, low, high, unit.to_owned(), mark.to_owned(), definition];
        self.found.insert(key, figure);
    }
}

/// Whether a notice names a place of the subject; those that name none count for the site only.
fn concerns(notice: &Row, subject: &Subject) -> bool {
    match (subject.kind, &subject.places) {
        ("team" | "department" | "project", _) => false,
        (_, None) => true,
        (_, Some(places)) => notice["places"].split(' ').any(|place| places.contains(place)),
    }
}

/// The sum of a column over rows; blank cells add nothing.
fn sum(rows: &[&Row], column: &str) -> usize {
    rows.iter().filter_map(|row| row[column].parse::<usize>().ok()).sum()
}

fn with(rows: &[&Row], column: &str) -> usize {
    rows.iter().filter(|row| row[column] == "1").count()
}

fn by_word<'a>(rows: &[&'a Row], column: &str) -> BTreeMap<String, Vec<&'a Row>> {
    let mut found = BTreeMap::<String, Vec<&Row>>::new();
    for row in rows.iter().filter(|row| !row[column].is_empty()) {
        found.entry(row[column].clone()).or_default().push(row);
    }
    found
}

/// Rows that have a 1 in `column`, by every period that holds their month.
fn by_period<'a>(rows: &[&'a Row], column: &str, month: &str) -> BTreeMap<String, Vec<&'a Row>> {
    let mut found = BTreeMap::<String, Vec<&Row>>::new();
    for row in rows.iter().filter(|row| row[column] == "1" && !row[month].is_empty()) {
        for period in periods(&row[month]) {
            found.entry(period).or_default().push(row);
        }
    }
    found
}

fn periods_of_teams<'a>(rows: &[&'a Row]) -> BTreeMap<String, BTreeSet<&'a str>> {
    let mut found = BTreeMap::<String, BTreeSet<&str>>::new();
    for row in rows {
        for period in periods(&row["month"]) {
            found.entry(period).or_default().extend((!row["team"].is_empty()).then_some(row["team"].as_str()));
        }
    }
    found
}

/// Every period from the first month in which anything of a subject counts to the last.
fn span(issues: &[&Row], activities: &[&Row], items: &[&Row], notices: &[&Row]) -> BTreeSet<String> {
    // Of issues sent back only the dispatch counts, of excluded ones the receipt and the deadline.
    let of_issues = issues.iter().flat_map(|row| {
        let counts = |column: &str| match column {
            "dispatched_month" => row["in_dispatched"] == "1",
            "received_month" | "due_month" => row["in_with_excluded"] == "1",
            _ => row["in_received"] == "1",
        };
        let months = row.iter().filter(|(column, _)| column.ends_with("_month"));
        months.filter(move |(column, _)| counts(column)).map(|(_, month)| month.as_str())
    });
    let of_items = items.iter().filter(|row| row["in_published"] == "1").map(|row| row["published_month"].as_str());
    let of_notices = notices.iter().filter(|row| row["in_ended"] == "1").map(|row| row["end_month"].as_str());
    let months = of_issues.chain(activities.iter().map(|row| row["month"].as_str())).chain(of_items).chain(of_notices);
    let months: BTreeSet<&str> = months.filter(|month| !month.is_empty()).collect();
    let (Some(first), Some(last)) = (months.first(), months.last()) else { return BTreeSet::new() };
    between(first, last).iter().flat_map(|month| periods(month)).collect()
}

/// All months from one to another.
fn between(first: &str, last: &str) -> Vec<String> {
    let number = |month: &str| {
        let (year, month) = month.split_once('-').unwrap();
        year.parse::<usize>().unwrap() * 12 + month.parse::<usize>().unwrap() - 1
    };
    (number(first)..=number(last)).map(|at| format!("{:04}-{:02}", at / 12, at % 12 + 1)).collect()
}

/// The periods that hold a month.
fn periods(month: &str) -> [String; 5] {
    let (year, number) = month.split_once('-').unwrap();
    let number: usize = number.parse().unwrap();
    let (quarter, half) = (number.div_ceil(3), number.div_ceil(6));
    [month.to_owned(), format!("{year}-Q{quarter}"), format!("{year}-H{half}"), year.to_owned(), "all".to_owned()]
}

/// Breakdowns are given by month, by year and in all.
fn is_broad(period: &str) -> bool {
    !period.contains(['Q', 'H'])
}

/// The last day of a period; `None` for those that are never provisional.
fn last_day(period: &str) -> Option<String> {
    if period == "all" || period.starts_with('@') {
        return None;
    }
    let (year, rest) = period.split_once('-').unwrap_or((period, "12"));
    let month: usize = match rest.split_at(1) {
        ("Q", quarter) => quarter.parse::<usize>().unwrap() * 3,
        ("H", half) => half.parse::<usize>().unwrap() * 6,
        _ => rest.parse().unwrap(),
    };
    let year: usize = year.parse().unwrap();
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + usize::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Some(format!("{year:04}-{month:02}-{days}"))
}

fn as_seconds(minutes: &str) -> u64 {
    (minutes.parse::<f64>().unwrap() * 60.0).round() as u64
}

fn in_minutes(seconds: u64) -> String {
    (seconds as f64 / 60.0).to_string()
}

fn as_cents(yuan: &str) -> usize {
    (yuan.parse::<f64>().unwrap() * 100.0).round().max(0.0) as usize
}

/// The 95 % interval of Wilson (1927), z = 1.96.
fn wilson(part: f64, whole: f64) -> [String; 2] {
    let (z2, share) = (1.96 * 1.96, part / whole);
    let middle = share + z2 / (2.0 * whole);
    let spread = 1.96 * (share * (1.0 - share) / whole + z2 / (4.0 * whole * whole)).sqrt();
    let scale = 1.0 + z2 / whole;
    let low = if part == 0.0 { 0.0 } else { ((middle - spread) / scale).max(0.0) };
    let high = if part == whole { 1.0 } else { ((middle + spread) / scale).min(1.0) };
    [low.to_string(), high.to_string()]
}
