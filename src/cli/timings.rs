//! How long each step took, as a table.

use std::io::{self, Write};
use std::time::Duration;

use crate::text::Lang;
use crate::text::width::width;

/// Prints the steps and the whole run, in milliseconds.
pub(super) fn print(
    steps: &[(&'static str, Duration)],
    whole: Duration,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows = || steps.iter().copied().chain([(lang.pick("合计", "total"), whole)]);
    let names = rows().map(|(name, _)| width(name)).max().unwrap_or(0);
    let shown: Vec<(&str, String)> = rows().map(|(name, took)| (name, milliseconds(took))).collect();
    let numbers = shown.iter().map(|(_, number)| number.len()).max().unwrap_or(0);
    for (name, number) in shown {
        let blanks = " ".repeat(names - width(name));
        writeln!(out, "{name}{blanks}  {number:>numbers$} ms")?;
    }
    Ok(())
}

/// With one decimal.
fn milliseconds(took: Duration) -> String {
    let tenths = took.as_micros() / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_aligned() {
        let steps = [("source", Duration::from_micros(1_250)), ("载入", Duration::from_millis(312))];
        let table = |lang| {
            let mut out = Vec::new();
            print(&steps, Duration::from_secs(2), lang, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(table(Lang::Zh), "source     1.2 ms\n载入     312.0 ms\n合计    2000.0 ms\n");
        assert_eq!(table(Lang::En), "source     1.2 ms\n载入     312.0 ms\ntotal   2000.0 ms\n");
    }
}
