//! Published tables as CSV: UTF-8 with a byte order mark, so that spreadsheets read the Chinese; safe to open in them.

use std::borrow::Cow;

use crate::view::View;
use crate::view::downloads::Download;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A published table.
#[must_use]
pub fn table(view: &View<'_>, download: &Download) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
    let columns = download.columns(view.lang);
    // Writing into memory cannot fail, and every row has as many cells as there are columns.
    let _ = writer.write_record(columns.iter().map(|column| column.name.as_str()));
    download.rows(view, &mut |row| {
        let _ = writer.write_record(row.iter().map(|cell| safe(cell).into_owned()));
    });
    writer.into_inner().unwrap_or_default()
}

/// A cell that a spreadsheet will not run: text that begins like a formula gets an apostrophe before it. Numbers stay, and so
/// does the day of a stock (`@2026-10-31`).
#[must_use]
pub fn safe(cell: &str) -> Cow<'_, str> {
    let risky = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_day =
        || cell.strip_prefix('@').is_some_and(|day| day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    if risky && cell.parse::<f64>().is_err() && !is_day() {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn formulas_become_text_and_numbers_stay_numbers() {
        assert_eq!(safe("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(safe("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(safe("-12.5"), "-12.5");
        assert_eq!(safe("@2026-10-31"), "@2026-10-31");
        assert_eq!(safe("南关社区"), "南关社区");
    }
}
