#![expect(clippy::disallowed_methods, reason = "tests make their own files")]

use encoding_rs::GB18030;
use proptest::prelude::*;

use super::*;
use crate::text::Lang;

struct Read {
    sheet: Sheet,
    rows: Vec<(u32, Vec<String>)>,
    problems: Vec<Problem>,
}

impl Read {
    fn header(&self) -> Vec<&str> {
        self.sheet.header().iter().map(AsRef::as_ref).collect()
    }

    fn rules(&self) -> Vec<(&str, u32)> {
        self.problems.iter().map(|problem| (problem.rule.name, problem.at.as_ref().unwrap().row)).collect()
    }

    fn notes(&self) -> Vec<&str> {
        self.sheet.notes().iter().map(|problem| problem.rule.name).collect()
    }

    fn cells(&self) -> Vec<String> {
        self.rows.iter().map(|(number, cells)| format!("{number}: {}", cells.join("/"))).collect()
    }
}

fn read_with(name: &str, contents: &[u8], options: &SheetOptions<'_>) -> Result<Read, Problem> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), contents).unwrap();
    let sources = Sources::open(folder.path()).unwrap();
    let sheet = Sheet::open(&sources, name, options)?;
    let mut rows = Vec::new();
    let found = sheet.rows(&mut |row| {
        for column in 0..=row.len() {
            let (line, mark) = row.excerpt(column);
            assert!(line.get(mark).is_some());
            assert_eq!(row.position(column).column as usize, column + 1);
        }
        rows.push((row.number(), (0..row.len()).map(|column| row.cell(column).to_owned()).collect()));
    });
    let problems = found.groups().flat_map(|group| group.examples.clone()).collect();
    Ok(Read { sheet, rows, problems })
}

fn read(name: &str, contents: &[u8]) -> Read {
    read_with(name, contents, &SheetOptions { table: "teams", ..SheetOptions::default() }).unwrap()
}

fn refused(name: &str, contents: &[u8]) -> &'static str {
    read_with(name, contents, &SheetOptions { table: "teams", ..SheetOptions::default() }).err().unwrap().rule.name
}

#[test]
fn every_encoding_gives_the_same_table() {
    let text = "编号,社区\n1,南关\n";
    let marked: Vec<u16> = format!("\u{feff}{text}").encode_utf16().collect();
    let utf16 = |bytes: fn(u16) -> [u8; 2]| marked.iter().copied().flat_map(bytes).collect::<Vec<u8>>();
    for (contents, notes) in [
        (text.as_bytes().to_vec(), vec![]),
        (format!("\u{feff}{text}").into_bytes(), vec![]),
        (GB18030.encode(text).0.into_owned(), vec!["encoding-noted"]),
        (utf16(u16::to_le_bytes), vec!["encoding-noted"]),
        (utf16(u16::to_be_bytes), vec!["encoding-noted"]),
    ] {
        let read = read("a.csv", &contents);
        assert_eq!(read.header(), ["编号", "社区"]);
        assert_eq!(read.cells(), ["2: 1/南关"]);
        assert_eq!(read.notes(), notes);
    }
    assert_eq!(refused("a.csv", b"id\n\xff\xff\n"), "not-decodable");
}

#[test]
fn separators_are_found_outside_quotes() {
    for (name, text) in [
        ("a.csv", "id,name;x\n1,2"),
        ("a.csv", "id;\"a,b,c,d\";x\n1;2;3"),
        ("a.txt", "id\tname\n1\t2"),
        ("a.csv", "id|name\n1|2"),
        ("a.csv", "sep=;\r\nid;a,b,c,d\r\n1;2"),
        ("a.tsv", "id,name,x\n1"),
    ] {
        let read = read(name, text.as_bytes());
        assert_eq!(read.rows[0].0, 2, "{text}");
        assert_eq!(read.header().first().map(|name| name.split(',').next().unwrap()), Some("id"), "{text}");
        assert_eq!(read.header().len(), read.rows[0].1.len(), "{text}");
    }
    let options = SheetOptions { separator: Some(b':'), ..SheetOptions::default() };
    assert_eq!(read_with("a.csv", b"a:b,c\n1:2", &options).unwrap().header(), ["a", "b,c"]);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let text = "\r\n编号,说明\r\n1,\"第一行\r\n第二行\r\n\"\r\n\r\n\r\n , \r\n2,b\r\n";
    let read = read("a.csv", text.as_bytes());
    assert_eq!(read.cells(), ["3: 1/第一行\r\n第二行\r\n", "7: 2/b"]);
    assert_eq!(read.sheet.header_position(1).row, 2);
    assert_eq!(read.sheet.header_position(1).header.as_ref(), "说明");
    assert!(read.problems.is_empty());
    let old_mac = b"id,x\r\r1,2\r3,4".as_slice();
    assert_eq!(super::tests::read("a.csv", old_mac).cells(), ["3: 1/2", "4: 3/4"]);
}

#[test]
fn ragged_rows() {
    let read = read("a.csv", b"id,a,b,,\n1\n2,x,y,,,\n3,x,y,z\n4,x,y,,,w\n5,x,y\n");
    assert_eq!(read.header(), ["id", "a", "b"]);
    assert_eq!(read.rules(), [("cell-without-header", 4), ("too-many-cells", 5)]);
    assert_eq!(read.rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 3, 4, 6]);
    assert_eq!(read.problems[1].at.as_ref().unwrap().column, 6);
    let excerpt = read.problems[1].excerpt.as_ref().unwrap();
    assert_eq!((excerpt.line.as_str(), excerpt.mark.clone()), ("4,x,y,,,w", 8..9));
}

#[test]
fn odd_headers_are_noted() {
    let read = read("a.csv", "××街道工单导出,,,\n编号, 社区 ,编号,\n1,2,3\n".as_bytes());
    assert_eq!(read.header(), ["编号", "社区", "编号"]);
    assert_eq!(read.notes(), ["title-row-skipped", "header-twice"]);
    assert_eq!(read.cells(), ["3: 1/2/3"]);
    let only = super::tests::read("a.csv", "名称\n甲\n乙\n".as_bytes());
    assert_eq!(only.cells(), ["2: 甲", "3: 乙"]);
    let title_alone = super::tests::read("a.csv", "导出\n\n编号;社区;时间\n1;2;3\n".as_bytes());
    assert_eq!(title_alone.cells(), ["4: 1/2/3"]);
}

#[test]
fn empty_tables_say_so() {
    assert_eq!(refused("a.csv", b""), "empty-file");
    assert_eq!(refused("a.csv", b"\xef\xbb\xbf"), "empty-file");
    assert_eq!(refused("a.csv", b"\n ,\n"), "no-header");
    assert_eq!(read("a.csv", b"id,name\n,\n").rules(), [("no-rows", 0)]);
}

#[test]
fn an_open_quote_is_found_where_it_began() {
    let read = read("a.csv", b"id,name,x\n1,a,b\n2,\"a,b\n3,c,d\n4,e,f\n");
    assert_eq!(read.rules(), [("open-quote", 3)]);
    assert_eq!(read.cells(), ["2: 1/a/b"]);
    let excerpt = read.problems[0].excerpt.as_ref().unwrap();
    assert_eq!((excerpt.line.as_str(), excerpt.mark.clone()), ("2,\"a,b", 2..3));
    assert_eq!(refused("a.csv", b"id,\"name\n1,2\n"), "open-quote");
    let inches = super::tests::read("a.csv", b"id,name\n1,3\" pipe\n2,\"x \"\"y\"\"\"\n3,\"\"");
    assert_eq!(inches.cells(), ["2: 1/3\" pipe", "3: 2/x \"y\"", "4: 3/"]);
    assert!(inches.problems.is_empty());
}

#[test]
fn rows_drawn_into_a_cell_are_suspected() {
    let read = read("a.csv", b"a,b,c,d\n1,\"2,3,4\n5,6,7,8\n9,0,1,2\n3,\"4,5,6\n");
    assert_eq!(read.rules(), [("rows-in-cell", 2)]);
    let long = format!("a,b,c,d\n1,\"{}\",3,4\n", "正文，有逗号, 也换行\n".repeat(800));
    assert!(super::tests::read("a.csv", long.as_bytes()).problems.is_empty());
}

#[test]
fn excerpts_fit_a_terminal() {
    let text = format!("a,b,c,d,e,f,g\n{0},{0},{0},\"x\ny\",{0},{0},{0}\n", "很长的内容".repeat(20));
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.csv"), text).unwrap();
    let sources = Sources::open(folder.path()).unwrap();
    let sheet = Sheet::open(&sources, "a.csv", &SheetOptions::default()).unwrap();
    sheet.rows(&mut |row| {
        for column in 0..9 {
            let (line, mark) = row.excerpt(column);
            assert!(crate::text::width::width(&line) <= 104, "{line}");
            assert!(line.get(mark).is_some());
        }
        let (line, mark) = row.excerpt(3);
        assert_eq!(line.get(mark), Some("x⏎y"));
        assert!(line.starts_with('…') && line.ends_with('…'));
    });
}

#[test]
fn toml_records_are_rows() {
    let text = r#"
title = "x"

[[team]]
id = "a"
name = "银发帮帮团"
founded = 2020-05-01
members = [{ role = "队长", count = 1 }, { role = "队员", count = 12 }]

[[team]]
id = "b"
verified = true
hours = 1.5
places = ["x", "y"]
contact = { name = "王", phone = "1" }
"#;
    let read = read("teams.toml", text.as_bytes());
    assert_eq!(read.header(), ["id", "name", "founded", "members", "verified", "hours", "places", "contact"]);
    assert_eq!(read.cells(), ["4: a/银发帮帮团/2020-05-01/队长|1;队员|12", "10: b////true/1.5/x;y/王|1"]);
    let Body::Entries(entries) = &read.sheet.body else { panic!("not TOML") };
    entries.walk(&mut |number, cells| {
        let row = Row { sheet: &read.sheet, number, cells };
        if number == 10 {
            assert_eq!(row.position(5).row, 13);
            assert_eq!(row.position(1).row, 10);
            assert_eq!(row.excerpt(5), ("hours = 1.5".to_owned(), 8..11));
        }
        ControlFlow::Continue(())
    });
}

#[test]
fn toml_mistakes() {
    assert_eq!(refused("a.toml", b"[[team]\n"), "toml-syntax");
    assert_eq!(refused("a.toml", b"[[place]]\nid = 1\n"), "toml-table-missing");
    assert_eq!(refused("a.toml", b"team = [1, 2]\n"), "toml-entry-odd");
    assert_eq!(read("a.toml", b"teams = []\n").rules(), [("no-rows", 0)]);
}

#[test]
fn other_kinds_of_file_are_named() {
    assert_eq!(refused("a.xls", b"\xd0\xcf\x11\xe0rest"), "kind-unknown");
    assert_eq!(refused("a.xls", b"\n<html><table>"), "kind-unknown");
    assert_eq!(read("a.xls", b"id\tname\n1\t2\n").cells(), ["2: 1/2"]);
    assert_eq!(refused("a.xlsx", b"nonsense"), "workbook-broken");
    assert_eq!(refused("a.csv", b"PK\x03\x04nonsense"), "workbook-broken");
}

/// A workbook with two sheets, the second of them hidden, as office programs write it.
fn workbook() -> Vec<u8> {
    use std::io::Write as _;
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let cells = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>导出</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t> 编号 </t></is></c><c r="B3" t="inlineStr"><is><t>时间</t></is></c>
        <c r="C3" t="inlineStr"><is><t>数</t></is></c><c r="D3" t="inlineStr"><is><t>是否</t></is></c></row>
        <row r="4"><c r="A4"><v>1001</v></c><c r="B4" s="1"><v>45356.59896990741</v></c><c r="C4"><v>0.30000000000000004</v></c><c r="D4" t="b"><v>1</v></c></row>
        <row r="6"><c r="A6"><v>1002</v></c><c r="B6" s="1"><v>45356</v></c><c r="C6" t="e"><v>#N/A</v></c></row>
        <row r="7"><c r="B7" s="1"><v>0.5</v></c><c r="F7"><v>9</v></c></row>"#;
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    for (path, xml) in [
        ("[Content_Types].xml", format!(r#"<Types xmlns="{package}/content-types"/>"#)),
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="旧" sheetId="1" state="hidden" r:id="rId1"/><sheet name="工单" sheetId="2" r:id="rId2"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{office}/styles" Target="styles.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{main}"><sheetData/></worksheet>"#)),
        (
            "xl/worksheets/sheet2.xml",
            format!(r#"<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>"#),
        ),
    ] {
        file.start_file(path, zip::write::SimpleFileOptions::default()).unwrap();
        file.write_all(xml.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

#[test]
fn workbooks_give_the_texts_that_people_see() {
    let read = read("a.xlsx", &workbook());
    assert_eq!(read.header(), ["编号", "时间", "数", "是否"]);
    assert_eq!(read.notes(), ["title-row-skipped"]);
    assert_eq!(read.cells(), ["4: 1001/2024-03-05 14:22:31/0.3/true", "6: 1002/2024-03-05/#N/A", "7: /12:00:00////9"]);
    assert_eq!(read.rules(), [("cell-without-header", 7)]);
}

#[test]
fn sheets_are_found_by_name() {
    let named = |name| read_with("a.xlsx", &workbook(), &SheetOptions { sheet: Some(name), ..SheetOptions::default() });
    assert_eq!(named("工单").unwrap().rows.len(), 3);
    assert_eq!(named("旧").err().unwrap().rule.name, "no-header");
    let missing = named("新").err().unwrap();
    assert!(missing.says(Lang::Zh).contains("旧、工单"), "{}", missing.says(Lang::Zh));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_a_table_or_a_problem(bytes: Vec<u8>, kind in 0_usize..5) {
        let name = ["a.csv", "a.tsv", "a.xlsx", "a.toml", "a.xls"][kind];
        let _ = read_with(name, &bytes, &SheetOptions { table: "teams", ..SheetOptions::default() });
    }

    #[test]
    fn quotes_and_line_ends_in_any_order_too(text in "[a,;\"\r\n 南\t]{0,60}", head in "(id,a,b,c\n)?") {
        let _ = read_with("a.csv", format!("{head}{text}").as_bytes(), &SheetOptions::default());
    }

    #[test]
    fn a_damaged_workbook_is_a_problem(at in 0_usize..2000, byte: u8) {
        let mut bytes = workbook();
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        let _ = read_with("a.xlsx", &bytes, &SheetOptions::default());
    }

    #[test]
    fn a_written_table_reads_back(rows in proptest::collection::vec(proptest::collection::vec("[a-z,\"\n南 ]{0,6}x", 3), 1..6)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["id", "a", "b"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let read = read("a.csv", &writer.into_inner().unwrap());
        let numbers: Vec<u32> = read.rows.iter().map(|(number, _)| *number).collect();
        prop_assert_eq!(numbers, (2..).take(rows.len()).collect::<Vec<u32>>());
        prop_assert_eq!(read.rows.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), rows);
    }
}
