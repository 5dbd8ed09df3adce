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
/// does the day of a stock (`@2026-10-31`). Text that would read like one of ours gets another apostrophe, so that whoever
/// takes one away before such a sign has every cell as it was.
#[must_use]
pub fn safe(cell: &str) -> Cow<'_, str> {
    let bare = cell.trim_start_matches('\'');
    let own = bare.len() == cell.len() && (is_number(cell) || is_day(cell));
    if bare.starts_with(STARTS) && !own { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// What spreadsheets take for the start of a formula, some of them behind a blank or in full width.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn is_number(cell: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E');
    cell.bytes().all(plain) && cell.parse::<f64>().is_ok()
}

fn is_day(cell: &str) -> bool {
    let digit_or_hyphen =
        |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    cell.strip_prefix('@').is_some_and(|day| day.len() == 10 && day.bytes().enumerate().all(digit_or_hyphen))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{STARTS, safe};

    /// What `docs/site.md` tells readers of the files to do.
    fn unescaped(cell: &str) -> &str {
        let bare = cell.trim_start_matches('\'');
        if bare.len() < cell.len() && bare.starts_with(STARTS) { &cell[1..] } else { cell }
    }

    #[test]
    fn formulas_become_text_and_numbers_stay_numbers() {
        assert_eq!(safe("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(safe("@SUM(A1)"), "'@SUM(A1)");
        for text in
            ["+1+1", "-inf", "-1-1", "@-1-1", "@2026-10-31+1", "＝1", "\t=1", "\r=1", "\n=1", "-", "'=1", "'-12.5"]
        {
            assert_eq!(safe(text), format!("'{text}"));
        }
        for text in ["-12.5", "+3", "-1e-5", "@2026-10-31", "南关社区", "1-2", "'南关'", "", "'"] {
            assert_eq!(safe(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_cell_comes_back(cell in "['=+@\t0-9.-]{0,4}\\PC{0,6}") {
            let safe = safe(&cell);
            prop_assert_eq!(unescaped(&safe), cell.as_str());
        }
    }
}
