//! Sheets on paper, through a real browser: page counts, words that do not fit, and the same bytes each time.
//!
//! Where there is no browser of the Chromium family these tests say so and pass; in CI they fail.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use gongshi::press::{Places, Press, Sheet, Stamp, find, print};
use gongshi::text::Lang;
use gongshi::text::date::Day;

use crate::site::{Site, run, tree};

/// The browser of this machine.
pub fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let found = find(None, &Places { path, programs: Vec::new() }).ok();
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none_or(|ci| ci != "true"),
            "there is no browser to print with; in CI there must be one: install chromium"
        );
        eprintln!("skipped: there is no browser to print with");
    }
    found
}

/// A sheet of A4 pages in a style of its own.
fn sheet(title: &str, lang: &str, pages: &[&str]) -> String {
    let pages: Vec<String> = pages.iter().map(|text| format!("<section class=\"page\">{text}</section>")).collect();
    let pages = pages.concat();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <link rel=\"stylesheet\" href=\"../assets/print 样式.css\"></head><body><h1>{title}</h1>{pages}\
         <table><caption>受理</caption><tr><th scope=\"col\">社区</th></tr><tr><td>盐池</td></tr></table>\
         <p><a href=\"../communities/yanchi.html\">盐池</a> <a href=\"https://example.com/\">elsewhere</a></p>\
         <script>document.title = 'a script ran'; document.body.textContent = ''</script></body></html>\n"
    )
}

const STYLE: &str = "@page { size: A4; margin: 0 } body { margin: 0 } .page { height: 60mm; width: 150mm }
    .page + .page { break-before: page } .fit { height: 10mm; width: 40mm; overflow: hidden }
    .line { white-space: nowrap }";

/// A folder of sheets, with a blank and Chinese in its path.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(sheets: &[(&str, String)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.put("assets/print 样式.css", STYLE);
        for (address, html) in sheets {
            folder.put(address, html);
        }
        folder
    }

    fn put(&self, address: &str, text: &str) {
        let path = self.path().join(address);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("南关 公示")
    }

    /// Prints sheets: their PDFs by address, and the faults as they are told.
    fn print(&self, browser: &Path, sheets: &[(&str, usize)], tabs: usize) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
        let profile = self.0.path().join("profile");
        let stamp = Stamp { day: Day::new(2026, 10, 31).unwrap(), utc_offset: 480 };
        let base_url = Some("https://example.org/gongshi/");
        let press = Press { browser, folder: &self.path(), profile: &profile, base_url, stamp, tabs };
        let sheets: Vec<Sheet> =
            sheets.iter().map(|(address, pages)| Sheet { address: (*address).to_owned(), pages: *pages }).collect();
        let made = Mutex::new(BTreeMap::new());
        let faults = print(&press, &sheets, &|at, bytes| {
            made.lock().unwrap().insert(sheets[at].address.clone(), bytes);
            Ok(())
        });
        let faults = faults.unwrap_or_else(|problem| panic!("{}", problem.says(Lang::En)));
        // Nothing of the browser is left at work in the folder it wrote to.
        std::fs::remove_dir_all(&profile).unwrap();
        (made.into_inner().unwrap(), faults.iter().map(|problem| problem.says(Lang::En)).collect())
    }
}

/// What a PDF says of itself, where `pdfinfo` is at hand.
fn told(pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let output = Command::new("pdfinfo").env("TZ", "UTC").arg(file.path()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn has(pdf: &[u8], text: &str) -> bool {
    pdf.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn sheets_are_printed_with_title_language_tags_and_the_date_of_the_data() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new(&[
        ("print/盐池 a4.html", sheet("盐池社区公示单", "zh-CN", &["第一页", "第二页"])),
        ("print/yanchi-en.html", sheet("Yanchi, notice (A4)", "en", &["one page"])),
    ]);
    let (made, faults) = folder.print(&browser, &[("print/盐池 a4.html", 2), ("print/yanchi-en.html", 1)], 2);
    assert_eq!(faults, [""; 0]);
    let (chinese, english) = (&made["print/盐池 a4.html"], &made["print/yanchi-en.html"]);
    assert!(has(chinese, "/Lang (zh-CN)") && has(english, "/Lang (en)"));
    for pdf in [chinese, english] {
        assert!(has(pdf, "/CreationDate (D:20261031000000+08'00')") && has(pdf, "/ModDate (D:20261031000000+08'00')"));
        // Links lead to the site as published, never into a folder of this machine.
        assert!(
            has(pdf, "(https://example.org/gongshi/communities/yanchi.html)") && has(pdf, "(https://example.com/)")
        );
        assert!(!has(pdf, "file:"));
        assert!(has(pdf, "/Marked true") && has(pdf, "/Creator (gongshi ") && !has(pdf, "Mozilla"));
    }
    assert!(has(english, "/Title (Yanchi, notice \\(A4\\))"), "no script of the page ran");
    if let Some(told) = told(chinese) {
        for part in
            ["Title: 盐池社区公示单", "Tagged: yes", "Pages: 2", "(A4)", "CreationDate: Fri Oct 30 16:00:00 2026"]
        {
            assert!(told.contains(part), "{part}: {told}");
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes_whatever_is_printed_beside_it() {
    let Some(browser) = browser() else { return };
    let names: Vec<String> = (0..6).map(|at| format!("print/{at}.html")).collect();
    let sheets: Vec<(&str, String)> =
        names.iter().map(|name| (name.as_str(), sheet(name, "zh-CN", &["受理 12 件，办结 11 件"]))).collect();
    let folder = Folder::new(&sheets);
    let all: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 1)).collect();
    let (first, _) = folder.print(&browser, &all, 2);
    let (again, _) = folder.print(&browser, &all, 3);
    assert!(first == again, "two runs differ");
    let (alone, _) = folder.print(&browser, &all[4..5], 1);
    assert!(alone["print/4.html"] == first["print/4.html"], "a sheet alone differs from the one among others");
}

#[test]
fn a_page_too_many_and_words_cut_off_are_faults() {
    let Some(browser) = browser() else { return };
    let long = "这一块里的字太多了，放不下。".repeat(20);
    let folder = Folder::new(&[
        ("print/long.html", sheet("长", "zh-CN", &["一", "二", "三"])),
        (
            "print/full.html",
            sheet(
                "满",
                "zh-CN",
                &[&format!("<p class=\"fit\">{long}</p><p class=\"fit\">短</p><p class=\"fit line\">{long}</p>")],
            ),
        ),
    ]);
    let (made, faults) = folder.print(&browser, &[("print/long.html", 2), ("print/full.html", 1)], 1);
    assert_eq!(
        faults,
        [
            "`print/long.html` should be 2 pages, but prints as 3",
            "on `print/full.html` too little room is left in 2 places, and words would be cut off; \
             the first is “这一块里的字太多了，放不下。这一块里的字太多了，…”",
        ]
    );
    assert_eq!(made.len(), 2);
}

#[test]
fn a_sheet_that_is_not_there_is_told() {
    let Some(browser) = browser() else { return };
    let folder = Folder::new(&[]);
    let profile = folder.0.path().join("profile");
    let stamp = Stamp { day: Day::first(), utc_offset: 0 };
    let press = Press { browser: &browser, folder: &folder.path(), profile: &profile, base_url: None, stamp, tabs: 1 };
    let sheet = Sheet { address: "print/none.html".to_owned(), pages: 1 };
    let problem = print(&press, &[sheet], &|_, _| Ok(())).unwrap_err();
    assert_eq!(problem.rule.code, "B005");
    assert!(problem.says(Lang::En).contains("ERR_FILE_NOT_FOUND"), "{}", problem.says(Lang::En));
}

/// A site with one community, whose posters are printed.
fn site() -> Site {
    Site::new()
        .file("site.toml", "[site]\ntitle = \"南关公示\"\nas_of = 2026-10-31\nbase_url = \"https://example.org/g/\"\n")
        .file("data/places.csv", "id,name,level,parent\nnanguan,南关社区,community,\n")
        .file("data/issues.csv", "id,place,received_at,handled_at\nA-1,nanguan,2026-10-05 09:00,2026-10-06 09:00\n")
}

/// The PDFs below a folder.
fn pdfs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let is_pdf = |name: &str| Path::new(name).extension().is_some_and(|ending| ending == "pdf");
    tree(folder).into_iter().filter(|(name, _)| is_pdf(name)).collect()
}

#[test]
fn sheets_are_listed_chosen_and_written_where_they_are_wanted() {
    if browser().is_none() {
        return;
    }
    let site = site().file("pdf/communities/note.txt", "mine");
    let listed = site.run(&["pdf", "--list"]);
    assert_eq!((listed.status, listed.err.as_str()), (0, ""));
    assert!(listed.out.lines().any(|line| line.starts_with("communities/nanguan-a4  ")), "{}", listed.out);
    let said = site.run(&["pdf", "nanguan"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.starts_with("已印出 4 份 PDF → ") && said.out.lines().count() == 1, "{}", said.out);
    let folder = site.path().join("pdf");
    let made = pdfs(&folder);
    assert_eq!(
        made.keys().collect::<Vec<_>>(),
        ["a3", "a4", "duty", "report"]
            .map(|ending| format!("communities/nanguan-{ending}.pdf"))
            .iter()
            .collect::<Vec<_>>()
    );
    assert!(folder.join("communities/note.txt").exists() && !site.public().exists());
    let one = site.path().join("公告 栏/南关.pdf");
    let said = site.run(&["pdf", "print/communities/nanguan-a4.html", "--out", one.to_str().unwrap(), "--quiet"]);
    assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (0, "", ""));
    assert!(std::fs::read(one).unwrap() == made["communities/nanguan-a4.pdf"], "the same sheet, other bytes");
}

#[test]
fn a_build_publishes_pdfs_beside_their_sheets_and_keeps_them() {
    if browser().is_none() {
        return;
    }
    let site = site();
    let said = site.run(&["build", "--pdf", "--lang", "en"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(said.out.contains("PDFs: ") && said.out.contains(" printed, 0 unchanged and kept\n"), "{}", said.out);
    let made = pdfs(&site.public());
    let poster = &made["print/communities/nanguan-a4.pdf"];
    assert!(site.page("print/index.html").contains("communities/nanguan-a4.pdf"), "linked from the list of sheets");
    assert!(site.page("manifest.json").contains("print/communities/nanguan-a4.pdf"));
    let again = site.run(&["build", "--pdf", "--lang", "en"]);
    assert!(again.out.contains("PDFs: 0 printed, "), "{}", again.out);
    assert!(pdfs(&site.public())["print/communities/nanguan-a4.pdf"] == *poster);
    assert_eq!(run(&["verify", site.public().to_str().unwrap()]).status, 0);
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(pdfs(&site.public()).is_empty(), "without --pdf they are no part of the site");
    assert!(!site.page("print/index.html").contains(".pdf"));
}

#[test]
fn without_a_browser_nothing_is_printed_and_the_way_by_hand_is_told() {
    let site = site();
    for (command, last) in [
        (&["pdf"][..], "没有完成：磁盘、权限或浏览器出错\n"),
        (&["build", "--pdf"], "没有完成：磁盘、权限或浏览器出错，已发布的网站没有变动\n"),
    ] {
        let said = site.run(&[command, &["--browser", "no/such/browser"]].concat());
        assert_eq!((said.status, said.out.as_str()), (3, ""), "{}", said.err);
        assert!(said.err.starts_with("错误[B002 browser-missing]") && said.err.ends_with(last), "{}", said.err);
    }
    let said = site.run(&["pdf", "--browser", site.path().join("site.toml").to_str().unwrap()]);
    assert_eq!(said.status, 3, "{}", said.err);
    assert!(said.err.starts_with("错误[B003 browser-failed]"), "{}", said.err);
    if cfg!(target_os = "linux") {
        let said = Command::new(env!("CARGO_BIN_EXE_gongshi"))
            .args(["pdf", "--lang", "en", "--site"])
            .arg(site.path())
            .env("PATH", "/nowhere")
            .output()
            .unwrap();
        let err = String::from_utf8(said.stderr).unwrap();
        assert_eq!(said.status.code(), Some(3), "{err}");
        for part in ["B001", "Microsoft Edge, Google Chrome or Chromium", "--browser", "print/index.html", "background"]
        {
            assert!(err.contains(part), "{part}: {err}");
        }
    }
    assert!(!site.public().exists() && !site.path().join("pdf").exists());
}

#[test]
fn a_number_that_only_paper_shows_is_found() {
    if browser().is_none() {
        return;
    }
    // What stands in the style sheet is nobody's number; the browser puts it together.
    let style =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/assets/sheets.css")).unwrap();
    let more = ":root { counter-reset: n 5678 }\nfooter::after { content: \"1391234\" counter(n) }\n";
    let site = site().file("themes/default/assets/sheets.css", format!("{style}\n{more}"));
    let said = site.run(&["check"]);
    assert_eq!(said.status, 0, "{}", said.err);
    for command in [&["build", "--pdf"][..], &["pdf", "nanguan"]] {
        let said = site.run(command);
        assert_eq!(said.status, 1, "{}", said.err);
        assert!(
            said.err.contains("错误[P033 private-left] 做好的文件“print/") && said.err.contains(".pdf”"),
            "{}",
            said.err
        );
        assert!(said.err.contains(" 139******78") && !said.err.contains("12345678"), "{}", said.err);
    }
    assert!(!site.public().exists() && !site.path().join("pdf").exists());
}
