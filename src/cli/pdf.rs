//! The door `pdf`: sheets as PDF files, or a list of the sheets.

use std::fmt::Write as _;
use std::io;
use std::time::Instant;

use super::meant::PdfRun;
use super::printer::{self, Progress};
use super::site::{order, status, with_threads};
use super::{Status, Streams, timings, words};
use crate::diag::{self, Format};
use crate::pipeline::{self, Refused, Report, SheetFile};
use crate::text::width::width;
use crate::text::{Lang, clean};

/// Names told when one file was named for many sheets.
const TOLD: usize = 5;

pub(super) fn run(asked: &PdfRun, streams: &mut Streams) -> io::Result<Status> {
    #[expect(clippy::disallowed_methods, reason = "a door may look at the clock; the steps get it as an argument")]
    let started = Instant::now();
    let clock = || started.elapsed();
    let run = &asked.run;
    let order = order(run, &clock);
    if asked.list {
        let Some((report, sheets)) = with_threads(run.jobs, || pipeline::sheets(&order), streams)? else {
            return Ok(Status::MachineFailed);
        };
        problems(asked, &report, streams)?;
        write!(streams.out, "{}", listed(&sheets.unwrap_or_default()))?;
        return Ok(status(&report));
    }
    let progress = Progress::new(run);
    let tell_progress = |done, all| progress.tell(done, all);
    let printer = printer::of_machine(asked.browser.clone(), &tell_progress);
    let work = || pipeline::pdf(&order, &printer, &asked.sheets, &asked.out);
    let Some((report, refused)) = with_threads(run.jobs, work, streams)? else { return Ok(Status::MachineFailed) };
    progress.end();
    let lang = run.lang.unwrap_or(report.lang);
    if let Some(refused) = refused {
        write!(streams.err, "{}", told(&refused, lang))?;
        return Ok(Status::WrongUsage);
    }
    problems(asked, &report, streams)?;
    match (status(&report), &report.printed) {
        (Status::Done, Some(done)) if !run.quiet => {
            write!(streams.out, "{}", words::sheets_printed(&asked.out, done, lang))?;
        }
        (Status::Done, _) => {}
        // A program that reads JSON has the exit status.
        _ if run.format == Format::Json => {}
        _ => writeln!(streams.err, "{}", words::not_printed(&report, lang))?,
    }
    if run.timings {
        timings::print(&report.timings, clock(), lang, streams.err)?;
    }
    Ok(status(&report))
}

fn problems(asked: &PdfRun, report: &Report, streams: &mut Streams) -> io::Result<()> {
    let lang = asked.run.lang.unwrap_or(report.lang);
    diag::print(&report.problems, asked.run.format, lang, streams.colour, streams.err)
}

/// Names and titles in two columns.
fn listed(sheets: &[SheetFile]) -> String {
    let widest = sheets.iter().map(|sheet| width(&sheet.name)).max().unwrap_or(0);
    sheets.iter().fold(String::new(), |mut text, sheet| {
        let blanks = " ".repeat(widest.saturating_sub(width(&sheet.name)));
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{}{blanks}  {}", clean::cell(&sheet.name), clean::cell(&sheet.title));
        text
    })
}

fn told(refused: &Refused, lang: Lang) -> String {
    let (mut text, names) = match refused {
        Refused::Unknown { asked, near } => {
            let asked = clean::cell(asked);
            let text = match lang {
                Lang::Zh => {
                    format!("没有叫“{asked}”的单子、社区、团队或种类（gongshi pdf --list 列出全部），相近的有：\n")
                }
                Lang::En => {
                    format!(
                        "no sheet, subject or kind is called `{asked}` (gongshi pdf --list names all); close to it are:\n"
                    )
                }
            };
            (text, near.as_slice())
        }
        Refused::OneFile { names } => {
            let count = names.len();
            let text = match lang {
                Lang::Zh => format!("--out 写的是一个 PDF 文件，要印的却有 {count} 份；请写文件夹，或只选一份：\n"),
                Lang::En => format!(
                    "--out names one PDF file, but {count} sheets are to be printed; name a folder or one sheet:\n"
                ),
            };
            (text, names.get(..TOLD).unwrap_or(names))
        }
    };
    for name in names {
        let _ = writeln!(text, "  {}", clean::cell(name));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::SheetKind;

    #[test]
    fn a_name_that_does_not_exist_brings_the_nearest() {
        let refused = Refused::Unknown { asked: "yanci".to_owned(), near: vec!["yanchi".to_owned()] };
        assert_eq!(
            told(&refused, Lang::Zh),
            "没有叫“yanci”的单子、社区、团队或种类（gongshi pdf --list 列出全部），相近的有：\n  yanchi\n"
        );
        assert!(told(&refused, Lang::En).starts_with("no sheet, subject or kind is called `yanci` ("));
    }

    #[test]
    fn one_file_is_for_one_sheet() {
        let refused = Refused::OneFile { names: (0..9).map(|at| format!("s{at}")).collect() };
        assert_eq!(
            told(&refused, Lang::Zh),
            "--out 写的是一个 PDF 文件，要印的却有 9 份；请写文件夹，或只选一份：\n  s0\n  s1\n  s2\n  s3\n  s4\n"
        );
    }

    #[test]
    fn names_and_titles_stand_in_columns() {
        let sheet = |name: &str, title: &str| SheetFile {
            address: format!("print/{name}.html"),
            name: name.to_owned(),
            title: title.to_owned(),
            pdf: format!("print/{name}.pdf"),
            pages: 1,
            subject: String::new(),
            kind: SheetKind::Poster,
        };
        let text = listed(&[sheet("communities/a-a4", "甲社区公示单"), sheet("booklet", "合订本")]);
        assert_eq!(text, "communities/a-a4  甲社区公示单\nbooklet           合订本\n");
    }
}
