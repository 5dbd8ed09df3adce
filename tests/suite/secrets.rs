//! Planted secrets: five hundred and more invented numbers of persons, in every field of every table, in prose, in
//! `site.toml` and in names of files. A build is refused and says where, or none of them leaves.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use gongshi::config::Table;
use gongshi::pipeline::{self, Order, Report};
use gongshi::text::{Lang, personal};

use crate::press::browser;
use crate::site::{Site, tree};

/// A kind of secret.
struct Kind {
    name: &'static str,
    make: fn(usize) -> String,
}

const KINDS: &[Kind] = &[
    Kind { name: "mobile number", make: |n| format!("139{:08}", 10_000_019 + n * 7919) },
    Kind { name: "identity number", make: identity },
    Kind { name: "landline number", make: |n| format!("028-8{:07}", 1_000_003 + n * 7919) },
    Kind { name: "bank card", make: card },
    Kind { name: "passport", make: |n| format!("护照 E{:08}", 10_000_019 + n * 7919) },
    Kind { name: "licence plate", make: |n| format!("川A{:05}", 10_007 + n * 79) },
    Kind { name: "e-mail", make: |n| format!("li.si{:04}@mail.example.com", 1009 + n) },
    Kind { name: "QQ", make: |n| format!("QQ {}", 410_000_019 + n * 7919) },
    Kind { name: "WeChat", make: |n| format!("微信号 lisi_{:05}", 10_007 + n) },
    Kind { name: "door number", make: |n| format!("{}栋2单元{}室", 3 + n / 90, 1001 + n % 90) },
    Kind { name: "named person with an illness", make: |n| format!("{}患尿毒症", person(n)) },
    Kind { name: "minor", make: |n| format!("{}，9岁，小学三年级学生", person(n)) },
    Kind { name: "coordinates", make: |n| format!("30.65{:04},104.06{:04}", 1009 + n, 2003 + n) },
];

/// An identity number of an invented birthday, with its check digit.
fn identity(n: usize) -> String {
    const WEIGHTS: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("510104{}{:02}{:02}{:03}", 1950 + n % 60, 1 + n % 12, 1 + n % 28, 101 + n % 800);
    let sum: usize = body.bytes().zip(WEIGHTS).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    let check = b"10X98765432"[sum % 11];
    format!("{body}{}", char::from(check))
}

/// A card number of nineteen digits, with its check digit.
fn card(n: usize) -> String {
    let body = format!("621700{:012}", 100_000_000_019 + n * 7919);
    let doubled = |(at, digit): (usize, u8)| {
        let digit = u32::from(digit - b'0') * if at % 2 == 0 { 2 } else { 1 };
        digit / 10 + digit % 10
    };
    let sum: u32 = body.bytes().rev().enumerate().map(doubled).sum();
    format!("{body}{}", (10 - sum % 10) % 10)
}

/// A name that nobody bears, different for each number.
fn person(n: usize) -> String {
    let letters: Vec<char> = "梓涵雨晨思彤浩宇欣怡俊豪诗琪子轩".chars().collect();
    format!("诸葛{}{}", letters[n % letters.len()], letters[n / letters.len() % letters.len()])
}

/// What is left of a text without anything that can stand between letters and digits.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Secrets with what must not be found of each, numbered through.
#[derive(Default)]
struct Planted {
    secrets: Vec<String>,
}

impl Planted {
    fn plant(&mut self, kind: &Kind) -> String {
        let secret = (kind.make)(self.secrets.len());
        self.secrets.push(secret.clone());
        secret
    }

    /// One of each kind.
    fn cell(&mut self) -> String {
        KINDS.iter().map(|kind| self.plant(kind)).collect::<Vec<_>>().join("；")
    }

    /// Files in which one of them stands, separators or not.
    fn leaks(&self, folder: &Path) -> Vec<String> {
        let mut leaks = Vec::new();
        for (address, bytes) in tree(folder) {
            let is_pdf = Path::new(&address).extension().is_some_and(|ending| ending == "pdf");
            let text = if is_pdf { pdf_text(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
            let text = bare(&format!("{address} {text}"));
            let found = self.secrets.iter().filter(|secret| text.contains(&bare(secret)));
            leaks.extend(found.map(|secret| format!("{secret} in {address}")));
        }
        leaks
    }
}

/// The words of a PDF, read by another program.
fn pdf_text(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let output = Command::new("pdftotext").arg(file.path()).arg("-").output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// A row of each table that is right, with the fields that others need: header and cells. A new table needs a row here.
fn row(table: Table) -> &'static [(&'static str, &'static str)] {
    match table.name() {
        "places" => &[
            ("id", "nanguan"),
            ("name", "南关社区"),
            ("level", "community"),
            ("parent", "street"),
            ("contact_role", "值班员"),
            ("contact_phone", "0000-5550101"),
        ],
        "teams" => &[
            ("id", "hong"),
            ("name", "红袖队"),
            ("home", "nanguan"),
            ("contact_role", "队长"),
            ("contact_phone", "0000-5550102"),
        ],
        "issues" => &[
            ("id", "A-1"),
            ("place", "nanguan"),
            ("received_at", "2026-10-05 09:00"),
            ("status", "已办结"),
            ("handled_at", "2026-10-06 09:00"),
        ],
        "activities" => &[
            ("id", "h-1"),
            ("date", "2026-10-10"),
            ("team", "hong"),
            ("place", "nanguan"),
            ("volunteers", "5"),
            ("hours", "10"),
        ],
        "projects" => {
            &[("id", "xm-1"), ("place", "nanguan"), ("name", "长椅"), ("status", "在建"), ("start", "2026-09-01")]
        }
        "milestones" => &[("project", "xm-1"), ("name", "开工"), ("baseline", "2026-09-01")],
        "items" => &[
            ("id", "q-1"),
            ("list", "need"),
            ("place", "nanguan"),
            ("title", "加装扶手"),
            ("published_on", "2026-10-02"),
        ],
        "fixed_days" => &[("id", "g-1"), ("place", "nanguan"), ("name", "民情日"), ("rule", "每月5日")],
        "service_points" => &[("id", "yz-1"), ("place", "nanguan"), ("name", "南关驿站"), ("phone", "0000-5550103")],
        "duty" => &[("place", "nanguan"), ("role", "值班员"), ("weekday", "周一"), ("hours", "9:00-17:00")],
        "reported_places" => &[("id", "qita"), ("name", "其他街道"), ("level", "街道")],
        "reported" => &[
            ("subject", "qita"),
            ("name", "受理量"),
            ("value", "120"),
            ("unit", "件"),
            ("period", "2025年"),
            ("source", "公开报道"),
        ],
        "names" => &[("word", "南关社区"), ("name", "Nanguan")],
        other => panic!("the table `{other}` has no row here yet"),
    }
}

const SITE: &str = "[site]\ntitle = \"南关公示\"\nas_of = 2026-10-31\nlanguages = [\"zh\", \"en\"]\n\n[site.en]\ntitle = \"Nanguan\"\n";

/// Rows of a table under their headers.
fn csv(headers: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = headers.join(",");
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
        write!(text, "\n{}", cells.join(",")).unwrap();
    }
    text + "\n"
}

/// The table as it is right, with more columns behind its own.
fn table(table: Table, more: &[(&str, String)]) -> String {
    let own: Vec<_> = row(table).iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
    let headers: Vec<&str> = own.iter().map(|(name, _)| *name).chain(more.iter().map(|(name, _)| *name)).collect();
    let cells =
        own.iter().map(|(_, cell)| (*cell).to_owned()).chain(more.iter().map(|(_, cell)| cell.clone())).collect();
    let mut rows: Vec<Vec<String>> = vec![cells];
    if table == Table::Places {
        let street = |name: &&str| match *name {
            "id" => "street".to_owned(),
            "name" => "南关街道".to_owned(),
            "level" => "subdistrict".to_owned(),
            _ => String::new(),
        };
        rows.insert(0, headers.iter().map(street).collect());
    }
    csv(&headers, &rows)
}

fn file(table: Table) -> String {
    format!("data/{}.csv", table.name())
}

/// A site with a right row in every table.
fn site() -> Site {
    Table::ALL.into_iter().fold(Site::new().file("site.toml", SITE), |site, one| site.file(&file(one), table(one, &[])))
}

fn built(site: &Site) -> Report {
    let clock = || Duration::ZERO;
    let folder = site.path().to_owned();
    let order = Order { site: folder, as_of: None, base_url: None, strict: false, lang: None, clock: &clock };
    let _ = std::fs::remove_dir_all(site.public());
    pipeline::build(&order, &site.public(), None)
}

/// Everything that is told of a report, and where.
fn told(report: &Report) -> Vec<String> {
    let problems = report.problems.groups().flat_map(|group| &group.examples);
    let text = |lang, problem: &gongshi::diag::Problem| format!("{} {}", problem.says(lang), problem.remedy(lang));
    problems
        .map(|problem| {
            let at = problem.at.as_ref().map(|at| format!("{}:{}", at.file, at.row)).unwrap_or_default();
            let excerpt = problem.excerpt.as_ref().map_or("", |excerpt| excerpt.line.as_str());
            let words = [Lang::Zh, Lang::En].map(|lang| text(lang, problem)).join(" ");
            format!("{} {at} {words} {excerpt}", problem.rule.code)
        })
        .collect()
}

/// Fields that may hold some kinds by their nature: ids long numbers, columns of telephones landlines, those of addresses doors;
/// and lists, whose items are looked at one by one, so that a sentence parted by commas is none any more.
const TRUSTED: &[&str] = &[
    "places.aliases",
    "places.contact_phone",
    "teams.contact_phone",
    "issues.id",
    "issues.duplicate_of",
    "activities.id",
    "fixed_days.venue",
    "service_points.address",
    "service_points.services",
    "service_points.phone",
    "duty.phone",
    "contact",
    "phone",
    "supervision",
    "address",
    "email",
];
/// What the guard does not look at, so that only the last look finds it, which cannot name the row.
const LATE: &[&str] = &[];
/// Fields of which the guard names another row: that of the project.
const ELSEWHERE: &[&str] = &["milestones.name", "milestones.note"];

/// What is wrong about a site in which these were planted at this place: it must be refused and say where, or hold its tongue.
fn judged(site: &Site, planted: &Planted, name: &str, place: &str, wrong: &mut Vec<String>) -> bool {
    let mut wrong = |what: String| wrong.push(format!("{name}: {what}"));
    let report = built(site);
    let told = told(&report);
    let words = bare(&told.join(" "));
    for secret in planted.secrets.iter().filter(|secret| words.contains(&bare(secret))) {
        wrong(format!("{secret} is told unmasked: {told:?}"));
    }
    if !report.stopped {
        planted.leaks(&site.public()).into_iter().for_each(wrong);
        return false;
    }
    if site.public().exists() {
        wrong("refused, but something was written".to_owned());
    }
    let guarded: Vec<&String> = told.iter().filter(|line| line.starts_with('G')).collect();
    if !guarded.is_empty() && guarded.len() < planted.secrets.len() && !TRUSTED.contains(&name) {
        wrong(format!("not every secret is told: {told:?}"));
    }
    if let Some(line) = guarded.iter().find(|line| !line.contains(place) && !ELSEWHERE.contains(&name)) {
        wrong(format!("told of another place than {place}: {line}"));
    }
    if told.iter().any(|line| line.starts_with("P033")) && !LATE.contains(&name) {
        wrong(format!("found only in the finished files: {told:?}"));
    }
    !guarded.is_empty()
}

#[test]
fn the_program_finds_the_kinds_that_it_says() {
    for kind in KINDS {
        let found = (0..40).filter(|n| !personal::find(&(kind.make)(*n)).is_empty()).count();
        assert!(found == 40, "{}: {found} of 40", kind.name);
        let all: BTreeSet<String> = (0..600).map(|n| bare(&(kind.make)(n))).collect();
        assert!(all.len() > 200, "{}: {} different ones", kind.name, all.len());
    }
}

#[test]
fn nothing_of_a_column_that_is_not_public_leaves() {
    // Columns of real exports that no table has a field for, and one that is read only when it is declared public.
    const COLUMNS: [&str; 8] =
        ["诉求内容", "反映人", "反映人电话", "证件号", "家庭住址", "回访记录", "经办人备注", "private_note"];
    let mut planted = Planted::default();
    let mut site = site();
    for one in Table::ALL {
        let columns = if one == Table::Issues { [&COLUMNS[..], &["summary"]].concat() } else { COLUMNS.to_vec() };
        let known: BTreeSet<&str> = one.fields().iter().flat_map(gongshi::config::FieldSpec::known_headers).collect();
        let columns: Vec<&str> =
            columns.into_iter().filter(|name| *name == "summary" || !known.contains(name)).collect();
        let cells = columns.iter().enumerate().map(|(at, name)| {
            let kinds = KINDS.iter().cycle().skip(at).take(5);
            (*name, kinds.map(|kind| planted.plant(kind)).collect::<Vec<_>>().join("；"))
        });
        site = site.file(&file(one), table(one, &cells.collect::<Vec<_>>()));
    }
    let volunteers: Vec<String> = KINDS.iter().map(|kind| planted.plant(kind)).collect();
    let more = [("volunteer_ids", volunteers.join("；")), ("private_note", planted.plant(&KINDS[0]))];
    let site = site
        .file(&file(Table::Activities), table(Table::Activities, &more))
        .file("site.toml", format!("# {}\n{SITE}", planted.plant(&KINDS[0])))
        .file("notes.txt", planted.plant(&KINDS[1]))
        .file("data/old/issues.csv.bak", planted.plant(&KINDS[0]));
    assert!(planted.secrets.len() >= 500, "{}", planted.secrets.len());
    let report = built(&site);
    assert!(!report.stopped, "{:?}", told(&report));
    assert_eq!(planted.leaks(&site.public()), [""; 0]);
    // The same on paper.
    if browser().is_some() {
        let said = site.run(&["build", "--pdf", "--quiet"]);
        assert_eq!(said.status, 0, "{}", said.err);
        let pdfs = tree(&site.public())
            .into_iter()
            .filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "pdf"));
        let pdfs: Vec<_> = pdfs.collect();
        assert!(!pdfs.is_empty());
        let is_read = pdfs.iter().all(|(_, bytes)| !pdf_text(bytes).trim().is_empty());
        assert!(
            is_read || std::env::var_os("CI").is_none_or(|ci| ci != "true"),
            "pdftotext reads nothing: install poppler-utils"
        );
        assert_eq!(planted.leaks(&site.public()), [""; 0]);
    }
}

#[test]
fn every_field_of_every_table_tells_a_secret_or_keeps_it() {
    let (mut wrong, mut secrets, mut guarded) = (Vec::new(), 0, 0);
    for one in Table::ALL {
        let line = if one == Table::Places { 3 } else { 2 };
        for field in one.fields() {
            let mut planted = Planted { secrets: Vec::new() };
            // Secrets differ from field to field.
            planted.secrets.resize(secrets % 97, String::new());
            let before = planted.secrets.len();
            let cell = planted.cell();
            planted.secrets.drain(..before);
            secrets += planted.secrets.len();
            let public = "\n[[source]]\ntable = \"issues\"\nfiles = [\"data/issues.csv\"]\npublic = [\"summary\"]\n";
            let site =
                site().file("site.toml", format!("{SITE}{public}")).file(&file(one), table(one, &[(field.name, cell)]));
            let place = format!("{}:{line}", file(one));
            let name = format!("{}.{}", one.name(), field.name);
            guarded += usize::from(judged(&site, &planted, &name, &place, &mut wrong));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Words, as opposed to dates and numbers, are told by the guard.
    assert!(guarded > 50, "only {guarded} fields are told by the guard");
    println!("{secrets} secrets, {guarded} fields told by the guard");
}

#[test]
fn prose_titles_settings_and_names_of_files_tell_a_secret_or_keep_it() {
    let mut wrong = Vec::new();
    let mut guarded = 0;
    let front = |title: &str, summary: &str, more: &str, body: &str| {
        format!("+++\ntitle = \"{title}\"\ndate = 2026-10-01\nsummary = \"{summary}\"\n{more}+++\n\n{body}\n")
    };
    let mut judge = |name: &str, path: &str, make: &dyn Fn(&str) -> (String, String)| {
        let mut planted = Planted::default();
        let cell = planted.cell();
        let (path_of, text) = make(&cell);
        let site = site().file(&path_of, text);
        guarded += usize::from(judged(&site, &planted, name, path, &mut wrong));
    };
    let notice = "content/notices/a.md";
    judge("title of a notice", notice, &|secret| (notice.to_owned(), front(secret, "", "", "正文")));
    judge("summary of a notice", notice, &|secret| (notice.to_owned(), front("公告", secret, "", "正文")));
    judge("text of a notice", notice, &|secret| (notice.to_owned(), front("公告", "", "", secret)));
    for key in ["basis", "contact"] {
        judge(key, notice, &|secret| {
            let more = format!("[publicity]\ndays = 7\nunit = \"working_day\"\n{key} = \"{secret}\"\n");
            (notice.to_owned(), front("公告", "", &more, "正文"))
        });
    }
    for path in
        ["content/about.md", "content/communities/nanguan.md", "content/teams/hong.md", "content/projects/xm-1.md"]
    {
        judge(path, path, &|secret| (path.to_owned(), format!("有事请找 **{secret}**。\n")));
        judge(path, path, &|secret| (path.to_owned(), format!("[电话](https://example.org \"{secret}\")\n")));
    }
    for key in ["title", "subtitle", "publisher", "description", "notice", "next_update", "licence"] {
        for site_key in ["[site]", "[site.en]"] {
            judge(key, "site.toml", &|secret| {
                let plain = SITE
                    .lines()
                    .filter(|line| key != "title" || !line.starts_with("title"))
                    .collect::<Vec<_>>()
                    .join("\n");
                let other = if key == "title" {
                    if site_key == "[site]" {
                        "[site.en]\ntitle = \"Nanguan\""
                    } else {
                        "[site]\ntitle = \"南关公示\""
                    }
                } else {
                    ""
                };
                let plain = if other.is_empty() { plain } else { plain.replace(other.lines().next().unwrap(), other) };
                ("site.toml".to_owned(), plain.replace(site_key, &format!("{site_key}\n{key} = \"{secret}\"")))
            });
        }
    }
    for key in [
        "phone",
        "supervision",
        "address",
        "email",
        "hours",
        "icp",
        "police",
        "site_code",
        "sponsor",
        "operator",
        "support",
    ] {
        judge(key, "site.toml", &|secret| {
            ("site.toml".to_owned(), format!("{SITE}\n[site.contact]\n{key} = \"{secret}\"\n"))
        });
    }
    for (name, more) in [
        (
            "level",
            "[[level]]\nid = \"subdistrict\"\nname = \"街道\"\n[[level]]\nid = \"community\"\nname = \"SECRET\"\npages = true\n",
        ),
        ("tier", "[[tier]]\nid = \"a\"\nname = \"SECRET\"\nlimit = 3\nunit = \"working_day\"\n"),
        ("stage", "[[stage]]\nname = \"SECRET\"\nevent = \"handled_at\"\n"),
        ("break", "[[break]]\nfigure = \"issues.received\"\nfrom = 2026-01-01\nwhy = \"SECRET\"\n"),
        ("figure", "[[figure]]\nid = \"site.x\"\nname = \"SECRET\"\nformula = \"issues.received\"\nunit = \"件\"\n"),
        ("unit", "[[figure]]\nid = \"site.x\"\nname = \"比\"\nformula = \"issues.received\"\nunit = \"SECRET\"\n"),
        ("not given", "[places]\nnot_given = \"SECRET\"\n"),
        ("alias", "[places.aliases]\n\"SECRET\" = \"nanguan\"\n"),
    ] {
        judge(name, "site.toml", &|secret| {
            ("site.toml".to_owned(), format!("{SITE}\n{}", more.replace("SECRET", secret)))
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(guarded >= 30, "only {guarded} are told by the guard");
}

#[test]
fn what_exceptions_mask_is_in_no_file() {
    const FIELDS: [&str; 11] = [
        "issues.summary",
        "activities.theme",
        "projects.name",
        "projects.result",
        "milestones.note",
        "items.title",
        "fixed_days.note",
        "service_points.note",
        "duty.note",
        "reported.note",
        "teams.schedule",
    ];
    let mut planted = Planted::default();
    let mut places: Vec<String> = FIELDS.iter().map(|field| format!("field = \"{field}\"")).collect();
    places.extend(["content/about.md", "content/communities/nanguan.md"].map(|file| format!("file = \"{file}\"")));
    let mut settings =
        format!("{SITE}\n[[source]]\ntable = \"issues\"\nfiles = [\"data/issues.csv\"]\npublic = [\"summary\"]\n");
    for (place, number) in places.iter().flat_map(|place| (1..=12).map(move |number| (place, number))) {
        writeln!(
            settings,
            "[[privacy.exception]]\nrule = \"G{number:03}\"\n{place}\naction = \"mask\"\nreason = \"不公布\""
        )
        .unwrap();
    }
    let mut site = site()
        .file("site.toml", settings)
        .file("content/about.md", format!("请找 {}。\n", planted.cell()))
        .file("content/communities/nanguan.md", format!("# 介绍\n\n- {}\n", planted.cell()));
    for one in Table::ALL {
        let own = FIELDS.iter().filter_map(|field| field.strip_prefix(&format!("{}.", one.name())));
        let cells: Vec<(&str, String)> = own.map(|field| (field, planted.cell())).collect();
        site = site.file(&file(one), table(one, &cells));
    }
    let report = built(&site);
    assert!(!report.stopped, "{:?}", told(&report));
    assert_eq!(planted.leaks(&site.public()), [""; 0]);
    let page = std::fs::read_to_string(site.public().join("projects/xm-1.html")).unwrap();
    assert!(page.contains("＊＊＊"), "{page}");
}

#[test]
fn a_name_of_a_file_is_published_as_well() {
    let number = (KINDS[0].make)(1);
    let site = site()
        .file("site.toml", format!("{SITE}\n[[source]]\ntable = \"items\"\nfiles = [\"data/items*.csv\"]\n"))
        .file(
            &format!("data/items {number}.csv"),
            "id,list,place,title,published_on\nq-9,need,nanguan,扶手,2026-10-02\n",
        );
    let report = built(&site);
    assert!(report.stopped && !site.public().exists());
    assert!(told(&report).iter().all(|line| !line.contains(&number)), "{:?}", told(&report));
}

#[test]
fn a_number_in_the_frame_of_every_page_is_told_once() {
    let base =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates/base.html")).unwrap();
    assert!(base.contains("</body>"));
    let base = base.replace("</body>", "<p>建站 <b>139</b>12345678</p></body>");
    let site = site().file("themes/default/templates/base.html", base);
    let said = site.run(&["build"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert_eq!(said.err.matches("P033").count(), 1, "{}", said.err);
    assert!(said.err.contains("“404.html”等 ") && said.err.contains(" 139******78"), "{}", said.err);
    assert!(!site.public().exists());
    assert_eq!(site.run(&["check"]).status, 1);
}
