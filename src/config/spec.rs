//! Reading a `[[source]]`: which table, which files, how their columns map.

use toml::{Spanned, Value};

use super::mapping::{ColumnSpec, SourceSpec, Table};
use super::page::Page;
use super::raw::RawSource;
use crate::source::Encoding;
use crate::text::date::DateOrder;

/// Checks a source; `None` when its table is not known, for then nothing else can be judged.
pub(super) fn source_spec(page: &mut Page<'_>, raw: Spanned<RawSource>) -> Option<SourceSpec> {
    let line = page.line(raw.span().start);
    let span = raw.span();
    let raw = raw.into_inner();
    let Some(table) = Table::ALL.into_iter().find(|table| table.name() == raw.table.get_ref()) else {
        page.unknown("source.table", raw.table.get_ref(), raw.table.span(), &Table::ALL.map(Table::name));
        return None;
    };
    if raw.files.is_empty() {
        page.bad(
            "source.files",
            "[]",
            span,
            ("至少一个文件，例如 [\"data/issues.csv\"]", "at least one file, such as [\"data/issues.csv\"]"),
        );
    }
    let mut columns = std::collections::BTreeMap::new();
    for (field, value) in raw.columns {
        if known_field(page, table, "source.columns", &field)
            && let Some(column) = column(page, &field, &value)
        {
            columns.insert(field.into_inner(), column);
        }
    }
    for field in raw.values.keys() {
        known_field(page, table, "source.values", field);
    }
    for field in raw.defaults.keys() {
        known_field(page, table, "source.defaults", field);
    }
    for field in &raw.public {
        known_field(page, table, "source.public", field);
    }
    Some(SourceSpec {
        table,
        files: raw.files,
        line,
        encoding: raw.encoding.and_then(|name| encoding(page, &name)),
        separator: raw.separator.and_then(|text| separator(page, &text)),
        sheet: raw.sheet,
        columns,
        values: raw.values.into_iter().map(|(field, words)| (field.into_inner(), words)).collect(),
        defaults: raw.defaults.into_iter().map(|(field, text)| (field.into_inner(), text)).collect(),
        missing: raw.missing,
        date_order: raw.date_order.and_then(|order| date_order(page, &order)),
        public: raw.public.into_iter().map(Spanned::into_inner).collect(),
        row_is_participation: raw.rows.is_some_and(|rows| row_is_participation(page, table, &rows)),
    })
}

fn known_field(page: &mut Page<'_>, table: Table, key: &str, field: &Spanned<String>) -> bool {
    let known = table.field(field.get_ref()).is_some();
    if !known {
        let names: Vec<&str> = table.fields().iter().map(|field| field.name).collect();
        page.unknown(key, field.get_ref(), field.span(), &names);
    }
    known
}

/// Where the text of a field comes from, in one of its four spellings.
fn column(page: &mut Page<'_>, field: &Spanned<String>, value: &Spanned<Value>) -> Option<ColumnSpec> {
    let read = || match value.get_ref() {
        Value::String(header) => Some(ColumnSpec::Header(vec![header.clone()])),
        Value::Array(_) => headers(value.get_ref()).map(ColumnSpec::Header),
        Value::Table(parts) => {
            let text = |key: &str| parts.get(key).and_then(Value::as_str).map(str::to_owned);
            let only = |keys: &[&str]| parts.keys().all(|key| keys.contains(&key.as_str()));
            if parts.contains_key("join") && only(&["join", "with"]) {
                let headers = headers(parts.get("join")?)?;
                Some(ColumnSpec::Join { headers, with: text("with").unwrap_or_default() })
            } else if parts.contains_key("row_number") && only(&["row_number"]) {
                Some(ColumnSpec::RowNumber { prefix: text("row_number")? })
            } else if only(&["date", "time"]) {
                Some(ColumnSpec::DateTime { date: text("date")?, time: text("time")? })
            } else {
                None
            }
        }
        _ => None,
    };
    let column = read();
    if column.is_none() {
        let expected = (
            "列名 \"受理时间\"、列名的列表 [\"甲\", \"乙\"]、{ date = \"日期列\", time = \"时间列\" }、{ join = [\"甲\", \"乙\"], with = \"-\" } 或 { row_number = \"前缀\" }",
            "a header \"Received\", a list of headers [\"a\", \"b\"], { date = \"…\", time = \"…\" }, { join = [\"a\", \"b\"], with = \"-\" } or { row_number = \"prefix\" }",
        );
        let shown = value.get_ref().to_string();
        page.bad(&format!("source.columns.{}", field.get_ref()), &shown, value.span(), expected);
    }
    column
}

fn headers(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|header| header.as_str().map(str::to_owned)).collect()
}

fn encoding(page: &mut Page<'_>, name: &Spanned<String>) -> Option<Encoding> {
    let encoding = Encoding::from_name(name.get_ref());
    if encoding.is_none() {
        page.unknown("source.encoding", name.get_ref(), name.span(), &["utf-8", "utf-16", "gb18030"]);
    }
    encoding
}

fn separator(page: &mut Page<'_>, text: &Spanned<String>) -> Option<u8> {
    let separator = match text.get_ref().as_str() {
        "," => Some(b','),
        ";" => Some(b';'),
        "|" => Some(b'|'),
        "\t" | "tab" => Some(b'\t'),
        _ => None,
    };
    if separator.is_none() {
        page.unknown("source.separator", text.get_ref(), text.span(), &[",", ";", "|", "tab"]);
    }
    separator
}

fn date_order(page: &mut Page<'_>, order: &Spanned<String>) -> Option<DateOrder> {
    match order.get_ref().as_str() {
        "mdy" => Some(DateOrder::MonthDayYear),
        "dmy" => Some(DateOrder::DayMonthYear),
        other => {
            page.unknown("source.date_order", other, order.span(), &["mdy", "dmy"]);
            None
        }
    }
}

fn row_is_participation(page: &mut Page<'_>, table: Table, rows: &Spanned<String>) -> bool {
    if rows.get_ref() == "participation" && table == Table::Activities {
        return true;
    }
    let expected = (
        "\"participation\"，而且只用于 table = \"activities\"：一行是一个人的一次服务",
        "\"participation\", and only with table = \"activities\": each row is one person's stint",
    );
    page.bad("source.rows", rows.get_ref(), rows.span(), expected);
    false
}
