//! A file of cases as it is written: headings and fenced blocks. What they mean is told in `tests/README.md`.

use std::collections::{BTreeMap, BTreeSet};

/// A file of cases.
pub struct CaseFile {
    /// The tests, in order.
    pub cases: Vec<Case>,
}

/// One test.
#[derive(Default)]
pub struct Case {
    /// Its heading.
    pub name: String,
    /// Its files, those common to the file included.
    pub files: BTreeMap<String, Vec<u8>>,
    /// `report`: what stands on stderr, to the byte.
    pub report: Option<Report>,
    /// `arguments`: added to the command line.
    pub arguments: Vec<String>,
    /// `status`: the exit status.
    pub status: Option<i32>,
    /// `says`: another run of the program on the same site.
    pub said: Vec<Saying>,
    /// `page` and `file`.
    pub published: Vec<Published>,
}

/// A `report` block.
#[derive(Clone)]
pub struct Report {
    /// `full`, `short` or `json`.
    pub format: String,
    /// The text expected.
    pub text: String,
    /// Lines of the block's content in its file, from 0.
    pub lines: std::ops::Range<usize>,
}

/// A `says` block: ```` ```says 2 explain issues.backlog --subject nowhere ````.
pub struct Saying {
    /// The exit status expected.
    pub status: i32,
    /// The command line after the name of the program; `--site` is added.
    pub arguments: Vec<String>,
    /// What stands on stdout, then on stderr, to the byte.
    pub text: String,
}

/// A `page` or `file` block.
pub struct Published {
    /// The address below the output folder.
    pub address: String,
    /// Whether the words of a page are meant, or the lines of a file.
    pub is_page: bool,
    /// Whether the lines must not be there.
    pub without: bool,
    /// Of a table, the columns that the lines are about; all of the line where there are none.
    pub columns: Vec<String>,
    /// The lines of the block.
    pub lines: Vec<String>,
}

/// A fenced block.
struct Block<'a> {
    info: Vec<&'a str>,
    text: String,
    lines: std::ops::Range<usize>,
}

/// What the last heading opened.
enum Under {
    Title,
    Common,
    Case(Case),
}

/// Reads a file of cases; the error names the line.
pub fn parse(text: &str) -> Result<CaseFile, String> {
    let mut common: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut cases: Vec<Case> = Vec::new();
    let mut under = Under::Title;
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while let Some(&line) = lines.get(at) {
        at += 1;
        if let Some(name) = line.strip_prefix("## ") {
            close(
                std::mem::replace(&mut under, Under::Case(Case { name: name.trim().to_owned(), ..Case::default() })),
                &common,
                &mut used,
                &mut cases,
            )?;
        } else if let Some(name) = line.strip_prefix("# ") {
            let next = if name.trim() == "Common files" { Under::Common } else { Under::Title };
            close(std::mem::replace(&mut under, next), &common, &mut used, &mut cases)?;
        } else if line.starts_with("```") {
            let fence: String = line.chars().take_while(|&c| c == '`').collect();
            let start = at;
            let end = (start..lines.len()).find(|&at| lines[at].trim_end() == fence);
            let end = end.ok_or(format!("line {start}: this block is not closed"))?;
            at = end + 1;
            let block = Block {
                info: line[fence.len()..].split_whitespace().collect(),
                text: lines[start..end].iter().flat_map(|line| [line, "\n"]).collect(),
                lines: start..end,
            };
            let put = match &mut under {
                Under::Title => Err("a block that belongs to no test".to_owned()),
                Under::Common => put_file(&mut common, &block),
                Under::Case(case) => put(case, block),
            };
            put.map_err(|why| format!("line {start}: {why}"))?;
        }
    }
    close(under, &common, &mut used, &mut cases)?;
    if let Some(path) = common.keys().find(|path| !used.contains(*path)) {
        return Err(format!("no test uses the common file {path}"));
    }
    for (at, case) in cases.iter().enumerate() {
        if cases[..at].iter().any(|other| other.name == case.name) {
            return Err(format!("two tests are called “{}”", case.name));
        }
    }
    Ok(CaseFile { cases })
}

/// Takes a test that is read to its end.
fn close(
    under: Under,
    common: &BTreeMap<String, Vec<u8>>,
    used: &mut BTreeSet<String>,
    cases: &mut Vec<Case>,
) -> Result<(), String> {
    let Under::Case(mut case) = under else { return Ok(()) };
    if case.report.is_none() && case.status.is_none() && case.published.is_empty() && case.said.is_empty() {
        return Err(format!("“{}” expects nothing", case.name));
    }
    for (path, bytes) in common {
        if !case.files.contains_key(path) {
            case.files.insert(path.clone(), bytes.clone());
            used.insert(path.clone());
        }
    }
    case.files.retain(|_, bytes| bytes != ABSENT);
    cases.push(case);
    Ok(())
}

/// Stands for a common file that a test does not want; no file of a test reads like this.
const ABSENT: &[u8] = b"\0absent";

fn put(case: &mut Case, block: Block<'_>) -> Result<(), String> {
    let Block { info, text, lines } = block;
    let own_lines = || text.lines().map(str::to_owned).collect::<Vec<_>>();
    match info.as_slice() {
        ["report"] | ["report", "full" | "short" | "json"] if case.report.is_none() => {
            let format = info.get(1).unwrap_or(&"full");
            case.report = Some(Report { format: (*format).to_owned(), text, lines });
        }
        ["status"] if case.status.is_none() => {
            case.status = Some(text.trim().parse().map_err(|_| "a status is a number".to_owned())?);
        }
        ["says", status, arguments @ ..] if !arguments.is_empty() => {
            let status = status.parse().map_err(|_| "a status is a number".to_owned())?;
            let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
            case.said.push(Saying { status, arguments, text });
        }
        ["arguments"] if case.arguments.is_empty() => {
            case.arguments = text.split_whitespace().map(str::to_owned).collect();
        }
        [kind @ ("page" | "file"), address]
        | [kind @ ("page" | "file"), address, "without"]
        | [kind @ "file", address, "columns", _] => {
            if text.trim().is_empty() {
                return Err("this block expects nothing".to_owned());
            }
            case.published.push(Published {
                address: (*address).to_owned(),
                is_page: *kind == "page",
                without: info.len() == 3,
                columns: info.get(3).into_iter().flat_map(|names| names.split(',')).map(str::to_owned).collect(),
                lines: own_lines(),
            });
        }
        _ => put_file(&mut case.files, &Block { info, text, lines })?,
    }
    Ok(())
}

fn put_file(files: &mut BTreeMap<String, Vec<u8>>, block: &Block<'_>) -> Result<(), String> {
    let Some((path, attributes)) = block.info.split_first() else { return Err("a block without a path".to_owned()) };
    if !path.contains('.') {
        return Err(format!("unknown kind of block: {}", block.info.join(" ")));
    }
    let mut text = block.text.clone();
    let mut bytes = None;
    for attribute in attributes {
        match *attribute {
            "crlf" => text = text.replace('\n', "\r\n"),
            "escaped" => bytes = Some(unescaped(&text)?),
            "encoding=gb18030" => bytes = Some(encoding_rs::GB18030.encode(&text).0.into_owned()),
            "encoding=utf-8-bom" => bytes = Some(format!("\u{feff}{text}").into_bytes()),
            "encoding=utf-16le" => {
                bytes = Some(format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect());
            }
            "absent" => bytes = Some(ABSENT.to_vec()),
            other => return Err(format!("unknown attribute: {other}")),
        }
    }
    match files.insert((*path).to_owned(), bytes.unwrap_or_else(|| text.into_bytes())) {
        None => Ok(()),
        Some(_) => Err(format!("{path} stands twice")),
    }
}

/// Bytes no editor would keep: `\t`, `\\` and `\xff`.
fn unescaped(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend(before.bytes());
        let (byte, length) = match after.as_bytes() {
            [b't', ..] => (b'\t', 1),
            [b'\\', ..] => (b'\\', 1),
            [b'x', ..] => {
                let byte = after.get(1..3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
                (byte.ok_or("\\x needs two digits".to_owned())?, 3)
            }
            _ => return Err("only \\t, \\\\ and \\xff are known".to_owned()),
        };
        bytes.push(byte);
        rest = &after[length..];
    }
    bytes.extend(rest.bytes());
    Ok(bytes)
}

#[test]
fn slips_in_a_file_of_cases_are_told() {
    let told = |text: &str| parse(text).err().unwrap_or_default();
    assert_eq!(told("## a\n```status\n0\n```\n"), "");
    assert_eq!(told("## a\n"), "“a” expects nothing");
    assert_eq!(told("```a.csv\n```\n"), "line 1: a block that belongs to no test");
    assert_eq!(told("## a\n```pgae index.html\nx\n```\n"), "line 2: unknown kind of block: pgae index.html");
    assert_eq!(told("## a\n```a.csv colour\n```\n"), "line 2: unknown attribute: colour");
    assert_eq!(told("## a\n```status\n0\n"), "line 2: this block is not closed");
    assert_eq!(told("# Common files\n```a.csv\n```\n"), "no test uses the common file a.csv");
    assert_eq!(told("## a\n```status\n0\n```\n## a\n```status\n0\n```\n"), "two tests are called “a”");
}

#[test]
fn hard_input_is_made_as_told() {
    let file = parse("## a\n```a.csv encoding=gb18030\n中\n```\n```b.csv escaped\n\\xff\\t\n```\n```status\n0\n```\n")
        .unwrap();
    let files = &file.cases[0].files;
    assert_eq!((files["a.csv"].as_slice(), files["b.csv"].as_slice()), (&b"\xd6\xd0\n"[..], &b"\xff\t\n"[..]));
}
