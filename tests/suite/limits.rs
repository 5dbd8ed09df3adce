//! Input beyond all bounds: huge, endless, deep, or no file at all. It is told with its place and what to do, in seconds and within
//! bounded memory. What a case of `tests/cases/limits.md` can hold stands there.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::site::{Said, Site, said};

/// Memory that a build of a faulty site may ask the system for, in KiB; the program itself, its threads and their stacks included.
const MEMORY: u32 = 1_500_000;

const HEADER: &str = "工单编号,社区,受理时间,诉求类别\n";
const ROW: &str = "A-1,nanguan,2024-03-05,停车\n";

fn site() -> Site {
    Site::new()
        .file("site.toml", "[site]\ntitle = \"试\"\nlang = \"en\"\n")
        .file(
            "data/places.csv",
            "id,name,level,parent\nstreet,南关街道,subdistrict,\nnanguan,南关社区,community,street\n",
        )
        .file("data/issues.csv", format!("{HEADER}{ROW}"))
}

/// Builds with little memory.
fn build(site: &Site) -> Said {
    let folder = site.path().to_str().unwrap();
    let script = format!("ulimit -v {MEMORY}; exec \"$0\" build --site \"$1\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_gongshi"), folder]).env("NO_COLOR", "1");
    said(&command.output().unwrap())
}

/// The build is stopped with these words, in a message that says what to do.
fn refused(site: &Site, what: &str, words: &[&str]) {
    let said = build(site);
    assert_eq!(said.status, 1, "{what}: {}", said.err);
    for word in words.iter().chain(&["  = help: ", "nothing was written\n"]) {
        assert!(said.err.contains(word), "{what}: no {word} in\n{}", said.err);
    }
    assert!(said.err.len() < 10_000, "{what}: {} bytes are said", said.err.len());
    assert!(!site.public().exists());
}

fn issues(rest: impl AsRef<[u8]>) -> Site {
    site().file("data/issues.csv", [HEADER.as_bytes(), ROW.as_bytes(), rest.as_ref()].concat())
}

#[test]
fn files_that_are_too_large_are_not_read() {
    // Files of nothing take no room on the disk.
    for (path, megabytes, most) in [
        ("data/issues.csv", 4_000, 512),
        ("data/issues.xlsx", 600, 512),
        ("data/teams.toml", 100, 16),
        ("site.toml", 100, 16),
        ("content/about.md", 17, 16),
        ("themes/default/templates/home.html", 17, 16),
    ] {
        let site = site().file(path, "");
        let file = std::fs::OpenOptions::new().write(true).open(site.path().join(path)).unwrap();
        file.set_len(megabytes * 1024 * 1024).unwrap();
        let said = build(&site);
        assert_eq!(said.status, 1, "{path}: {}", said.err);
        assert!(
            said.err.contains("S023 file-too-large]") && said.err.contains(&format!(" --> {path}\n")),
            "{}",
            said.err
        );
        let words = match path {
            "site.toml" => format!("文件有 {megabytes} MB，超过了 {most} MB 的上限"),
            _ => format!("the file has {megabytes} MB, more than the {most} MB that are read"),
        };
        assert!(said.err.contains(&words), "{path}: {}", said.err);
    }
}

#[test]
fn cells_and_rows_without_end() {
    let long = "停".repeat(8 * 1024 * 1024);
    let told = "S025 cell-too-long]: this cell has";
    let at = "data/issues.csv row 3, column \"诉求类别\"";
    refused(&issues(format!("A-2,nanguan,2024-03-06,{long}\n")), "a cell of 24 MB", &[told, at, "16383 KB or more"]);
    refused(&issues(format!("A-2,nanguan,2024-03-06,\"{long}\"\nA-3,nanguan,2024-03-06,\n")), "in quotes", &[told, at]);
    let shorter = &long[..3 * 500_000];
    refused(&issues(format!("A-2,nanguan,2024-03-06,{shorter}\n{ROW}")), "of 1.5 MB", &[told, at, "1464 KB or more"]);
    refused(&site().file("data/issues.csv", &long), "a header without end", &[told, "row 1, column 1"]);
    // A quote that is never closed is what it is, however long the rest.
    let rest = ROW.repeat(600_000);
    let site = issues(format!("A-2,nanguan,2024-03-06,\"停车\n{rest}"));
    refused(&site, "an open quote", &["S011 open-quote]", "the 600001 lines from here", "data/issues.csv row 3\n"]);
}

#[test]
fn more_columns_than_any_spreadsheet() {
    let told = "S026 too-many-columns]: this row has";
    let header = (0..1_000_000).map(|at| format!("c{at}")).collect::<Vec<_>>().join(",");
    refused(&site().file("data/issues.csv", header + "\n"), "a header", &[told, "1000000 columns", "row 1\n"]);
    refused(&issues(",".repeat(1_000_000)), "blank cells", &[told, "1000001 columns", "row 3\n"]);
    refused(&issues(",".repeat(40_000_000)), "nothing but commas", &[told, "row 3\n"]);
    let said = build(&issues(",".repeat(16_383) + "\n"));
    assert_eq!((said.status, said.err.as_str()), (0, ""), "as wide as a sheet");
}

#[test]
fn a_million_rows_of_nothing() {
    let said = build(&issues(",,,\n".repeat(1_000_000)));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let said = build(&issues("\n".repeat(1_000_000)));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
}

#[test]
fn very_many_faults_are_told_in_few_words() {
    let rows = |row: &dyn Fn(usize) -> String, count: usize| (0..count).map(row).collect::<String>();
    let wrong = rows(&|at| format!("B-{at},火星{at},昨天{at},停车\n"), 10_000);
    refused(&issues(wrong), "two faults in each row", &["20000 errors", "and 9997 more of the same", "row 5: 火星2"]);
    let shifted = rows(&|at| format!("B-{at},nanguan,2024-03-05,停车,串列,了\n"), 100_000);
    refused(&issues(shifted), "shifted rows", &["100000 errors", "S010 too-many-cells", "and 99997 more of the same"]);
    let everywhere = rows(&|at| format!("B-{at},nanguan,2024-03-05,停车{}x\n", ",".repeat(at % 10_000 + 1)), 10_000);
    let said = build(&issues(everywhere));
    assert_eq!(said.status, 1);
    assert!(said.err.contains("10000 errors"));
}

/// A workbook of these parts besides its frame.
fn workbook(cells: &[u8], texts: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let frame: [(&str, &[u8]); 5] = [
        (
            "_rels/.rels",
            br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", cells),
        ("xl/sharedStrings.xml", texts),
    ];
    for (name, bytes) in frame {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The rows of a sheet with these texts.
fn cells(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |cells: &&[&str]| format!("<row>{}</row>", cells.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    )
}

const GOOD: &[&[&str]] = &[&["工单编号", "社区", "受理时间"], &["A-1", "nanguan", "2024-03-05"]];

/// Says of a part that it unpacks to so many bytes, in both of its headers.
fn declare(archive: &mut [u8], name: &str, size: u32) {
    let mut found = 0;
    for at in 0..archive.len().saturating_sub(46 + name.len()) {
        let (sizes_at, name_at) = match &archive[at..at + 4] {
            b"PK\x03\x04" => (at + 22, at + 30),
            b"PK\x01\x02" => (at + 24, at + 46),
            _ => continue,
        };
        if archive[name_at..].starts_with(name.as_bytes()) {
            archive[sizes_at..sizes_at + 4].copy_from_slice(&size.to_le_bytes());
            found += 1;
        }
    }
    assert_eq!(found, 2);
}

#[test]
fn workbooks_that_unpack_to_more_than_they_are() {
    let with = |bytes: Vec<u8>| {
        let site = site().file("data/issues.xlsx", bytes);
        std::fs::remove_file(site.path().join("data/issues.csv")).unwrap();
        site
    };
    let (sheet, texts) = (cells(GOOD), "<sst><si><t>x</t></si></sst>");
    let good = workbook(sheet.as_bytes(), texts.as_bytes());
    assert_eq!(build(&with(good.clone())).status, 0);

    let mut bomb = good.clone();
    declare(&mut bomb, "xl/worksheets/sheet1.xml", 3_000_000_000);
    let told = ["S028 workbook-too-large]", "unpacks to 2861 MB, more than the 512 MB", "data/issues.xlsx"];
    refused(&with(bomb), "a bomb that says so", &told);
    // The archive's reader stops where more comes than was said.
    let blank = " ".repeat(3_000_000);
    for part in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"] {
        let mut liar = workbook(format!("{blank}{sheet}").as_bytes(), format!("{blank}{texts}").as_bytes());
        declare(&mut liar, part, 1000);
        refused(&with(liar), "a bomb that lies", &["S016 workbook-broken]", "data/issues.xlsx"]);
    }
    let many = "<sst uniqueCount=\"99999999999\"><si><t>x</t></si></sst>";
    refused(&with(workbook(sheet.as_bytes(), many.as_bytes())), "room for texts", &["S016 workbook-broken]"]);
    for cut in [0, 3, 10, 100, good.len() / 2, good.len() - 1] {
        refused(&with(good[..cut].to_vec()), "cut off", &["error[", "data/issues.xlsx"]);
    }
    for at in (0..good.len()).step_by(7) {
        let mut bad = good.clone();
        bad[at] ^= 0x55;
        // Few bytes of an archive are of no account; whatever comes of the others, it is no panic.
        let sources = with(bad);
        let status = at.is_multiple_of(70).then(|| build(&sources).status);
        assert!(status.is_none_or(|status| status < 2), "byte {at}");
    }
    // Cells that are only formatted, far out to the right and below.
    let far = sheet.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>");
    let said = build(&with(workbook(far.as_bytes(), texts.as_bytes())));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let beyond = sheet
        .replace("</sheetData>", "<row r=\"4294967295\"><c r=\"ZZZZZZZ99999999999\"><v>1</v></c></row></sheetData>");
    assert!(build(&with(workbook(beyond.as_bytes(), texts.as_bytes()))).status < 2);
}

#[test]
fn nested_ten_thousand_deep() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let toml = ["cannot recurse further", "S015 toml-syntax]"];
    refused(
        &site().file("data/teams.toml", format!("[[team]]\nid = {deep}\n")),
        "a table",
        &[toml[0], toml[1], "line 2"],
    );
    refused(&site().file("content/a.md", format!("+++\ntitle = {deep}\n+++\n")), "front matter", &["line 2", toml[0]]);
    let said = build(&site().file("site.toml", format!("[site]\ntitle = {deep}\n")));
    assert!(said.status == 1 && said.err.contains("S015") && said.err.contains("site.toml"), "{}", said.err);
    let dotted = format!("[site]\ntitle = \"试\"\n[a{}]\n", ".a".repeat(10_000));
    assert_eq!(build(&site().file("site.toml", dotted)).status, 1);
    for text in [">", "> ", "- ", "1. ", "[", "![", "*", "_", "`", "<", "(", "|", "&", "~", "\\", "[a](", "**[", "# "] {
        let said = build(&site().file("content/a.md", text.repeat(100_000)));
        assert!(said.status < 2 && said.err.len() < 10_000, "{text}: {} {}", said.status, said.err);
    }
}

#[cfg(unix)]
mod no_plain_files {
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;

    use super::*;

    fn pipe(path: &Path) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let _ = std::fs::remove_file(path);
        assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    }

    #[test]
    fn nobody_waits_for_a_pipe_or_a_device() {
        for path in ["data/issues.csv", "data/teams.toml", "data/more.xlsx", "content/a.md", "themes/default/a.css"] {
            let mut site = site();
            if path.ends_with("xlsx") {
                let pattern = "[[source]]\ntable = \"issues\"\nfiles = [\"data/issues.csv\", \"data/*.xlsx\"]\n";
                site = site.file("site.toml", format!("[site]\ntitle = \"试\"\nlang = \"en\"\n{pattern}"));
            }
            pipe(&site.path().join(path));
            refused(&site, path, &["S003 file-unreadable]", path]);
            std::fs::remove_file(site.path().join(path)).unwrap();
            symlink("/dev/zero", site.path().join(path)).unwrap();
            refused(&site, path, &["S002 path-outside-site]", path]);
        }
        let site = site();
        pipe(&site.path().join("site.toml"));
        let said = build(&site);
        assert!(said.status == 1 && said.err.contains("S003") && said.err.contains("site.toml"), "{}", said.err);
        std::fs::remove_file(site.path().join("site.toml")).unwrap();
        std::fs::create_dir(site.path().join("site.toml")).unwrap();
        let said = build(&site);
        assert!(said.status == 1 && said.err.contains("S003") && said.err.contains("site.toml"), "{}", said.err);
    }

    #[test]
    fn links_do_not_lead_out_of_the_site() {
        let elsewhere = super::site();
        for (path, target) in [
            ("data/issues.csv", "data/issues.csv"),
            ("content/about.md", "site.toml"),
            ("themes/default/templates/home.html", "site.toml"),
        ] {
            let site = site().file(path, "");
            std::fs::remove_file(site.path().join(path)).unwrap();
            symlink(elsewhere.path().join(target), site.path().join(path)).unwrap();
            refused(&site, path, &["S002 path-outside-site]", path, "copy the file into the site folder"]);
        }
        // Folders: their files are not walked through, and a ring has no end to reach.
        let site = site().file("site.toml", "[site]\ntitle = \"试\"\nlang = \"en\"\n[[source]]\ntable = \"issues\"\nfiles = [\"data/**/issues*.csv\"]\n");
        symlink("/", site.path().join("data/everything")).unwrap();
        symlink(site.path(), site.path().join("data/ring")).unwrap();
        let said = build(&site);
        assert_eq!(said.status, 1, "{}", said.err);
        assert!(said.err.contains("S002 path-outside-site]") && said.err.contains("data/everything"), "{}", said.err);
        std::fs::remove_file(site.path().join("data/everything")).unwrap();
        let said = build(&site);
        assert_eq!((said.status, said.err.as_str()), (0, ""));
        // A link within the site is a file like any other.
        std::fs::rename(site.path().join("data/issues.csv"), site.path().join("kept.csv")).unwrap();
        symlink("../kept.csv", site.path().join("data/issues.csv")).unwrap();
        assert_eq!(build(&site).status, 0);
    }

    #[test]
    fn names_that_cannot_be_read_or_written() {
        let site = site();
        let odd = site.path().join(std::ffi::OsStr::from_bytes(b"data/\xd6\xd0.csv"));
        std::fs::write(&odd, format!("{HEADER}{ROW}")).unwrap();
        refused(&site, "a name in GBK", &["S027 file-name-odd]", "data/\u{fffd}\u{fffd}.csv", "rename the file"]);
        std::fs::remove_file(odd).unwrap();
        // As long as the system lets it be; a page of it cannot be made everywhere, and it is told.
        let long = "名".repeat(80);
        let said = build(&site.file(&format!("content/{long}.md"), "一段。\n"));
        assert!(said.status < 2 && said.err.len() < 10_000, "{}", said.err);
    }
}
