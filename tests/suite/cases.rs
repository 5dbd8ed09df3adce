//! The specification as tests: `tests/cases/*.md`, run by the real program. `tests/README.md` tells how to write them.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::case_file::{self, Case, CaseFile, Published};
use crate::site::Site;
use crate::text::{difference, folded, visible};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

#[test]
fn every_case_holds() {
    let accepts = std::env::var_os("GONGSHI_ACCEPT").is_some();
    let wanted = std::env::var("GONGSHI_CASE").unwrap_or_default();
    let files = files();
    let cases: Vec<(&str, &Case)> = files
        .iter()
        .flat_map(|(name, file)| file.cases.iter().map(move |case| (name.as_str(), case)))
        .filter(|(name, case)| format!("{name}: {}", case.name).contains(&wanted))
        .collect();
    let failed = Mutex::new(Vec::new());
    let accepted = Mutex::new(Vec::new());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(&(name, case)) = cases.get(at) else { break };
                    let (faults, said) = run(case);
                    if let Some(report) = case.report.as_ref().filter(|report| accepts && report.text != said) {
                        accepted.lock().unwrap().push((name, report.lines.clone(), said));
                    } else if !faults.is_empty() {
                        failed.lock().unwrap().push((at, format!("── {name}: {}\n{faults}", case.name)));
                    }
                }
            });
        }
    });
    accept(accepted.into_inner().unwrap());
    let mut failed = failed.into_inner().unwrap();
    failed.sort();
    let told: Vec<String> = failed.into_iter().map(|(_, told)| told).collect();
    assert!(told.is_empty(), "{} of {} cases failed\n\n{}", told.len(), cases.len(), told.join("\n"));
}

/// Bad input is specified by what is said about it: the corpus may grow and not shrink.
#[test]
fn the_corpus_of_bad_input_is_large() {
    let files = files();
    let cases = files.iter().flat_map(|(_, file)| &file.cases);
    let complains = |report: &case_file::Report| {
        ["错误[", "警告[", "error[", "warning["].iter().any(|word| report.text.contains(word))
            || report.text.contains("\"level\":\"error\"")
    };
    let bad = cases.filter(|case| case.report.as_ref().is_some_and(complains)).count();
    assert!(bad >= 300, "{bad} cases of bad input");
}

fn files() -> Vec<(String, CaseFile)> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "md"))
        .collect();
    names.sort();
    let read = |name: String| {
        let text = std::fs::read_to_string(folder().join(&name)).unwrap();
        let file = case_file::parse(&text).unwrap_or_else(|why| panic!("tests/cases/{name}: {why}"));
        (name, file)
    };
    names.into_iter().map(read).collect()
}

/// Builds the site of a case; gives what is not as expected, and what stood on stderr.
fn run(case: &Case) -> (String, String) {
    let site = case.files.iter().fold(Site::new(), |site, (path, bytes)| site.file(path, bytes));
    let mut arguments = vec!["build", "--format", case.report.as_ref().map_or("full", |report| report.format.as_str())];
    arguments.extend(case.arguments.iter().map(String::as_str));
    let said = site.run(&arguments);
    let mut faults = String::new();
    // A test that expects no report expects silence.
    let expected = case.report.as_ref().map_or("", |report| report.text.as_str());
    if said.err != expected {
        let _ = writeln!(faults, "report (- expected, + found):\n{}", difference(expected, &said.err));
    }
    let status = case.status.or((!case.published.is_empty()).then_some(0));
    if status.is_some_and(|status| status != said.status) {
        let _ = writeln!(faults, "exit status {}, expected {status:?}", said.status);
    }
    // Whatever else a test is about: a build that fails writes nothing, one that does not publishes.
    if site.public().exists() != (said.status == 0) {
        let _ = writeln!(faults, "exit status {}, but published: {}", said.status, site.public().exists());
    }
    for saying in &case.said {
        let arguments: Vec<&str> = saying.arguments.iter().map(String::as_str).collect();
        let answer = site.run(&arguments);
        let text = answer.out + &answer.err;
        if answer.status != saying.status || text != saying.text {
            let told = difference(&saying.text, &text);
            let _ = writeln!(faults, "{arguments:?} ends with {}, expected {}:\n{told}", answer.status, saying.status);
        }
    }
    for published in case.published.iter().filter(|_| said.status == 0) {
        match std::fs::read_to_string(site.public().join(&published.address)) {
            Ok(text) => faults.push_str(&compare(published, &text)),
            Err(error) => {
                let _ = writeln!(faults, "{}: {error}", published.address);
            }
        }
    }
    (faults, said.err)
}

fn compare(published: &Published, text: &str) -> String {
    let Published { address, is_page, without, columns, lines } = published;
    let wanted = lines.iter().filter(|line| !line.trim().is_empty());
    let mut faults = String::new();
    if *without {
        for line in wanted.filter(|line| text.contains(line.as_str())) {
            let _ = writeln!(faults, "{address} must not have: {line}");
        }
    } else if *is_page {
        let seen = visible(text);
        let whole = folded(&seen);
        let mut rest = whole.as_str();
        for line in wanted {
            if let Some((_, after)) = rest.split_once(&folded(line)) {
                rest = after;
            } else {
                let misplaced = if whole.contains(&folded(line)) { " (it stands further up)" } else { "" };
                let _ = writeln!(faults, "{address} lacks: {line}{misplaced}");
            }
        }
        if !faults.is_empty() {
            let _ = writeln!(faults, "the page reads:\n{seen}");
        }
    } else {
        let text = text.trim_start_matches('\u{feff}');
        let chosen = if columns.is_empty() { text.to_owned() } else { choose(text, columns) };
        let has: Vec<&str> = chosen.lines().map(|line| line.trim_end_matches('\r')).collect();
        for line in wanted.filter(|line| !has.contains(&line.as_str())) {
            let _ = writeln!(faults, "{address} lacks the line\n- {line}");
            // The row meant is most likely the one that begins alike.
            let alike = |row: &&&str| row.chars().zip(line.chars()).take_while(|(a, b)| a == b).count();
            if let Some(row) = has.iter().max_by_key(alike) {
                let _ = writeln!(faults, "+ {row}");
            }
        }
    }
    faults
}

/// Some columns of a table.
fn choose(table: &str, columns: &[String]) -> String {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let place =
        |name: &String| heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"));
    let places: Vec<usize> = columns.iter().map(place).collect();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| places.iter().map(|&at| &row[at]).collect::<Vec<_>>().join(",") + "\n").collect()
}

/// Puts the reports found in the place of those expected; the last of a file first, so that lines keep their numbers.
fn accept(mut found: Vec<(&str, std::ops::Range<usize>, String)>) {
    found.sort_by_key(|(name, lines, _)| (*name, Reverse(lines.start)));
    for (name, lines, report) in found {
        let path = folder().join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let mut all: Vec<&str> = text.lines().collect();
        all.splice(lines, report.lines());
        std::fs::write(&path, all.join("\n") + "\n").unwrap();
    }
}
