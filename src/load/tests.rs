#![expect(clippy::disallowed_methods, reason = "tests make their own files")]

use super::*;
use crate::diag::Problem;
use crate::model::{Event, Level, Status};
use crate::text::Lang;

struct Loaded {
    ledger: Ledger,
    problems: Problems,
}

impl Loaded {
    /// Names of the rules that were broken, with how often.
    fn broken(&self) -> Vec<(&str, usize)> {
        self.problems.groups().map(|group| (group.examples[0].rule.name, group.count)).collect()
    }

    fn problem(&self, rule: &str) -> &Problem {
        let mut examples = self.problems.groups().flat_map(|group| &group.examples);
        examples.find(|problem| problem.rule.name == rule).unwrap()
    }

    fn left_out(&self) -> Vec<(&str, usize)> {
        self.ledger.left_out.iter().map(|left| (left.code, left.rows)).collect()
    }
}

fn site(files: &[(&str, &str)]) -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let sources = Sources::open(folder.path()).unwrap();
    let config = crate::config::read(&sources).unwrap();
    let mut problems = Problems::new();
    let ledger = load(&sources, &config, &mut problems);
    Loaded { ledger, problems }
}

const FROM_DATA: &str = "[site]\ntitle = \"t\"\n[places]\nfrom = \"data\"\n";
const LISTED: &str = "[site]\ntitle = \"t\"\n";
const PLACES: &str =
    "id,name,level,parent,aliases\njd,街道,街道,,\nng,南关社区,社区,jd,南关;南关居委会\nbg,北关社区,社区,jd,\n";

#[test]
fn chinese_headers_are_found_without_being_told() {
    let loaded = site(&[
        ("site.toml", LISTED),
        ("data/places.csv", PLACES),
        (
            "data/issues.csv",
            "工单编号,受理时间,所属社区,办结时间,应办结时间,工单状态,是否满意,是否解决,承办单位\n\
             A2,2026-03-01 09:00:00,南关 社区,2026/3/2 8:05,2026-03-05,已办结,基本满意,是,城管办\n\
             A1,2026年3月1日,北关社区,,,办理中,,—,\n",
        ),
    ]);
    assert_eq!(loaded.broken(), []);
    let issues = &loaded.ledger.issues;
    assert_eq!((issues.ids.get(0), issues.ids.get(1)), ("A2", "A1"));
    assert_eq!(issues.time(0, Event::Handled).unwrap().to_string(), "2026-03-02 08:05:00");
    assert_eq!(issues.time(0, Event::Closed), issues.time(0, Event::Handled));
    assert!(issues.time(1, Event::Received).unwrap().is_day());
    assert_eq!(issues.statuses.get(0), Some(Status::Closed));
    assert_eq!(issues.result.get(0), Some(Level::Fair));
    assert_eq!((issues.solved.get(0), issues.solved.get(1)), (Some(true), None));
    assert_eq!(issues.departments.get(0), Some("城管办"));
}

#[test]
fn free_text_stays_out_unless_it_is_public() {
    let issues = ("data/issues.csv", "id,place,received_at,summary\n1,南关,2026-01-01,路灯修好了\n");
    assert_eq!(site(&[("site.toml", FROM_DATA), issues]).ledger.issues.summaries.get(0), "");
    let public =
        format!("{FROM_DATA}[[source]]\ntable = \"issues\"\nfiles = [\"data/issues.csv\"]\npublic = [\"summary\"]\n");
    assert_eq!(site(&[("site.toml", &public), issues]).ledger.issues.summaries.get(0), "路灯修好了");
}

#[test]
fn places_from_the_data_do_not_depend_on_the_order_of_rows() {
    let config = format!(
        "{FROM_DATA}not_given = \"未填\"\n[places.aliases]\n\"西关\" = \"西关社区\"\n[places.ids]\n\"东关社区\" = \"dong\"\n"
    );
    let rows = [
        "1,西关社区,2026-01-01",
        "2,东关社区,2026-01-02",
        "3,西关,2026-01-03",
        "4,　,2026-01-04",
        "5,10号院,2026-01-05",
        "6,2号院,2026-01-06",
    ];
    let read = |rows: &[&str]| {
        let table = format!("id,place,received_at\n{}\n", rows.join("\n"));
        site(&[("site.toml", &config), ("data/issues.csv", &table)])
    };
    let mut turned = rows;
    turned.reverse();
    let (one, other) = (read(&rows), read(&turned));
    let places =
        |loaded: &Loaded| loaded.ledger.places.iter().map(|p| format!("{} {}", p.id, p.name)).collect::<Vec<_>>();
    assert_eq!(places(&one), places(&other));
    assert_eq!(
        places(&one),
        ["2-hao-yuan 2号院", "10-hao-yuan 10号院", "dong 东关社区", "xi-guan-she-qu 西关社区", "not-given 未填"]
    );
    let order = |loaded: &Loaded| (0..6).map(|at| loaded.ledger.issues.ids.get(at).to_owned()).collect::<String>();
    assert_eq!((order(&one).as_str(), order(&other).as_str()), ("652134", "652134"));
    assert_eq!(one.broken(), [("ids-proposed", 3)]);
}

#[test]
fn a_place_nobody_listed_is_an_error_with_the_nearest_name() {
    let issues =
        ("data/issues.csv", "id,place,received_at\n1,南关小区,2026-01-01\n2,,2026-01-01\n3,南关居委会,2026-01-01\n");
    let loaded = site(&[("site.toml", LISTED), ("data/places.csv", PLACES), issues]);
    assert_eq!(loaded.broken(), [("missing-value", 1), ("unknown-place", 1)]);
    assert!(loaded.problems.stop(false));
    let problem = loaded.problem("unknown-place");
    assert_eq!(problem.at.as_ref().map(|at| (at.row, at.column)), Some((2, 2)));
    assert!(problem.remedy(Lang::Zh).contains("最接近的是“南关社区”"), "{}", problem.remedy(Lang::Zh));
    let excerpt = problem.excerpt.as_ref().unwrap();
    assert_eq!(&excerpt.line[excerpt.mark.clone()], "南关小区");

    let lowered = format!("{LISTED}[rules]\nL036 = \"warning\"\nmissing-value = \"warning\"\n");
    let loaded = site(&[("site.toml", &lowered), ("data/places.csv", PLACES), issues]);
    assert!(!loaded.problems.stop(false));
    assert_eq!((loaded.ledger.issues.len(), loaded.left_out()), (1, vec![("L030", 1), ("L036", 1)]));

    let grouped = format!("{LISTED}[places]\nnot_given = \"未填地点\"\n");
    let loaded = site(&[("site.toml", &grouped), ("data/places.csv", PLACES), issues]);
    let ledger = &loaded.ledger;
    assert_eq!((loaded.broken(), ledger.issues.len()), (vec![], 3));
    let group = ledger.places.last().unwrap();
    assert_eq!(
        (group.id.as_str(), group.name.as_str(), group.parent.map(|at| at.0)),
        ("not-given", "未填地点", Some(0))
    );
    assert_eq!(ledger.places[0].last.0, 3);
}

#[test]
fn times_that_cannot_be_are_not_used() {
    let loaded = site(&[
        ("site.toml", FROM_DATA),
        (
            "data/issues.csv",
            "id,place,received_at,handled_at,closed_at,due_at,status\n\
             1,甲,2026-01-02 10:00,2026-01-02 09:00,2026-01-03,2026-01-01,closed\n\
             2,甲,2026-01-02 10:00,2026-01-02,,,closed\n\
             3,甲,2026-01-02,,,,closed\n",
        ),
    ]);
    let named: Vec<(&str, usize)> = loaded.broken().into_iter().filter(|(name, _)| *name != "ids-proposed").collect();
    assert_eq!(named, [("answered-before-received", 1), ("dates-out-of-order", 1), ("status-without-time", 1)]);
    assert_eq!(loaded.ledger.issues.len(), 3);
    let issues = &loaded.ledger.issues;
    let of = |id: &str| (0..3).find(|&at| issues.ids.get(at) == id).unwrap();
    assert_eq!(issues.time(of("1"), Event::Handled), None);
    assert!(issues.time(of("1"), Event::Due).is_some());
    // A day without a clock is not before an instant of the same day.
    assert!(issues.time(of("2"), Event::Handled).is_some());
}

#[test]
fn what_stands_twice_counts_once() {
    let config = format!(
        "{FROM_DATA}[rules]\nduplicate-id = \"warning\"\n[[source]]\ntable = \"issues\"\nfiles = [\"data/*.csv\"]\n"
    );
    let loaded = site(&[
        ("site.toml", &config),
        ("data/a.csv", "id,place,received_at\n1,甲,2026-01-01\n1,甲,2026-01-01\n2,甲,2026-01-01\n"),
        ("data/b.csv", "id,place,received_at\n2,乙,2026-01-01\n"),
    ]);
    assert_eq!((loaded.ledger.issues.len(), loaded.left_out()), (2, vec![("L039", 1), ("L038", 1)]));
    assert!(loaded.problem("duplicate-id").says(Lang::Zh).contains("data/a.csv 第 4 行"));
    assert_eq!(loaded.ledger.places.len(), 1);
}

#[test]
fn columns_of_the_site_that_a_file_lacks_are_named() {
    let config = format!(
        "{FROM_DATA}[[source]]\ntable = \"issues\"\nfiles = [\"data/*.csv\", \"none-*.csv\"]\n[source.columns]\nreceived_at = \"受理日期\"\ncategory = \"大类\"\nteam = []\n"
    );
    let loaded = site(&[("site.toml", &config), ("data/a.csv", "编号,社区,受理日其,团队\n1,甲,2026-01-01,乙\n")]);
    assert_eq!(loaded.broken(), [("no-required-column", 1), ("unknown-column", 2), ("no-files", 1)]);
    let problem = loaded.problem("unknown-column");
    assert_eq!(problem.rule.code, "L014");
    assert_eq!(problem.at.as_ref().map(|at| (at.row, at.column)), Some((1, 0)));
    let all: String = loaded.problems.groups().flat_map(|group| &group.examples).map(|p| p.remedy(Lang::Zh)).collect();
    assert!(all.contains("最接近的是“受理日其”"), "{all}");
}

#[test]
fn date_and_time_columns_joins_values_and_words_for_nothing() {
    let config = format!(
        "{FROM_DATA}[[source]]\ntable = \"issues\"\nfiles = [\"data/a.csv\"]\nmissing = [\"PNS\"]\ndate_order = \"mdy\"\n\
         [source.columns]\nid = {{ join = [\"年\", \"号\"], with = \"-\" }}\nreceived_at = {{ date = \"日期\", time = \"时刻\" }}\ndue_at = [\"期限\", \"时限\"]\n\
         [source.values.status]\n\"B\" = \"closed\"\n\"Z\" = \"\"\n[source.defaults]\nchannel = \"12345\"\n"
    );
    let loaded = site(&[
        ("site.toml", &config),
        (
            "data/a.csv",
            "年,号,日期,时刻,时限,社区,状态,办结时间\n2026,7,2026-01-02 00:00:00,9:05,PNS,甲,B,03/05/2026\n2026,8,2026-01-03,,PNS,甲,Z,PNS\n",
        ),
    ]);
    assert_eq!(loaded.broken(), [("ids-proposed", 1)]);
    let issues = &loaded.ledger.issues;
    assert_eq!(issues.ids.get(0), "2026-7");
    assert_eq!(issues.time(0, Event::Received).unwrap().to_string(), "2026-01-02 09:05:00");
    assert_eq!(issues.time(0, Event::Handled).unwrap().to_string(), "2026-03-05");
    assert!(issues.time(1, Event::Received).unwrap().is_day());
    assert_eq!((issues.statuses.get(0), issues.statuses.get(1)), (Some(Status::Closed), None));
    assert_eq!(issues.channels.get(1), Some("12345"));
    assert_eq!(issues.time(0, Event::Due), None);
}

#[test]
fn stints_add_up_to_sessions() {
    let config = "[site]\ntitle = \"t\"\n[places]\nfrom = \"data\"\n[teams]\nfrom = \"data\"\n[[source]]\ntable = \"activities\"\nfiles = [\"data/a.csv\"]\nrows = \"participation\"\n[source.columns]\nid = \"人\"\n";
    let loaded = site(&[
        ("site.toml", config),
        (
            "data/a.csv",
            "人,团队,日期,社区,时长\n1,甲队,2026-01-01,东,0.93\n2,甲队,2026-01-01,东,0.14\n2,甲队,2026-01-01,东,0.14\n3,甲队,2026-01-01,西,30\n4,甲队,2026-01-01,西,\n",
        ),
    ]);
    let read: Vec<(&str, Option<u32>, Option<i64>)> =
        loaded.ledger.activities.iter().map(|a| (a.id.as_str(), a.volunteers, a.seconds)).collect();
    assert_eq!(read, [("jia-dui-2026-01-01-1", Some(2), Some(3348 + 504)), ("jia-dui-2026-01-01-2", Some(1), None)]);
    assert_eq!(loaded.left_out(), [("L039", 1), ("L044", 1)]);
}

#[test]
fn hours_follow_from_start_and_end() {
    let loaded = site(&[
        ("site.toml", FROM_DATA),
        (
            "data/activities.csv",
            "id,date,start,end,volunteers,hours\n1,2026-01-01,9:00,11:30,4,\n2,2026-01-02,11:00,9:00,4,\n3,2026-01-03,,,2,0\n4,2026-01-04,,,2,-1\n",
        ),
    ]);
    assert_eq!(loaded.ledger.activities[0].seconds, Some(36_000));
    assert_eq!(loaded.broken(), [("dates-out-of-order", 1), ("out-of-range", 1), ("zero-hours", 1)]);
}

#[test]
fn projects_carry_money_in_cents_and_their_milestones() {
    let loaded = site(&[
        ("site.toml", LISTED),
        ("data/places.csv", PLACES),
        (
            "data/projects.csv",
            "项目编号,项目名称,社区,预算（万元）,已支付,进度,完成日期\nX 1,加装电梯,ng,20.5,\"1,000.25\",45%,\nx-1,路灯,南关,,,,2026-02-03\n",
        ),
        ("data/milestones.csv", "project,name,baseline\nX 1,完工,2026-06-01\nX 1,开工,2026-03-01\nX 3,开工,\n"),
    ]);
    assert_eq!(loaded.broken(), [("unknown-project", 1)]);
    let [lift, lamps] = loaded.ledger.projects.as_slice() else { panic!() };
    assert_eq!((lift.budget, lift.paid, lift.progress), (Some(20_500_000), Some(100_025), Some(4_500)));
    assert_eq!((lift.slug.as_str(), lamps.slug.as_str()), ("x-1", "x-1-2"));
    assert_eq!(lift.milestones.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["开工", "完工"]);
    assert_eq!(lamps.state, crate::model::ProjectState::Done);
}

#[test]
fn tables_in_toml_hold_teams_items_and_reported_figures() {
    let loaded = site(&[
        ("site.toml", LISTED),
        ("data/places.csv", PLACES),
        (
            "data/teams.toml",
            "[[team]]\nid = \"qxg\"\nname = \"泉小哥\"\nhome = \"南关\"\nmembers = [{ role = \"队长\", count = 1 }, { role = \"队员\", count = 12 }]\nduties = [\"巡查\", \"代办\"]\ncontacts = [{ role = \"值班\", phone = \"0537-123456\" }]\n",
        ),
        (
            "data/items.csv",
            "id,list,place,title,published_on,done_on,cleared_on,evidence\n1,心愿,ng,书包,2026-01-01,,2026-01-05,\n",
        ),
        (
            "data/reported.csv",
            "subject,name,value,unit,period,source\n泉小哥,服务,200余,人次,2025年,简报\n南关,意见,很多,条,2025年,简报\n谁,意见,1,条,2025年,简报\n",
        ),
    ]);
    assert_eq!(
        loaded.broken(),
        [("stage-skipped", 1), ("cleared-without-evidence", 1), ("unknown-subject", 1), ("bad-number", 1)]
    );
    let team = &loaded.ledger.teams[0];
    assert_eq!((team.members[1].1, team.duties.len(), team.contacts[0].phone.as_str()), (12, 2, "0537-123456"));
    assert_eq!(team.home.map(|at| at.0), Some(1));
    assert_eq!(loaded.ledger.reported[0].value, "200");
}

#[test]
fn a_name_of_two_places_means_neither() {
    let places = "id,name,level,parent,aliases\nn,南关,社区,,\nb,北关,社区,,南关社\nn1,一网格,网格,n,\nb1,一网格,网格,b,\nx,新村,社区,,北关\n";
    let issues = "id,place,received_at\n1,一网格,2026-01-01\n2,b1,2026-01-01\n";
    let loaded = site(&[("site.toml", LISTED), ("data/places.csv", places), ("data/issues.csv", issues)]);
    assert_eq!(loaded.broken(), [("name-twice", 1), ("name-twice", 1)]);
    assert_eq!(loaded.ledger.issues.len(), 1);
}
