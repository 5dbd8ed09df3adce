//! The door `explain` for a number: its definition, its parts, and the records behind it.

use std::fmt::Write as _;
use std::io;
use std::time::Instant;

use super::args::Explain;
use super::{Status, Streams, words};
use crate::diag::{self, Format};
use crate::pipeline::{self, Explanation, Order, Question, RecordList, Unknown};
use crate::text::width::width;
use crate::text::{Lang, clean};

/// Records listed of each part unless all are asked for.
const MOST: usize = 30;

pub(super) fn run(asked: &Explain, streams: &mut Streams) -> io::Result<Status> {
    #[expect(clippy::disallowed_methods, reason = "a door may look at the clock; the steps get it as an argument")]
    let started = Instant::now();
    let clock = || started.elapsed();
    let lang = asked.lang.map(Lang::from);
    let order =
        Order { site: asked.site.clone(), as_of: asked.as_of, base_url: None, strict: false, lang, clock: &clock };
    let question = Question {
        figure: &asked.what,
        subject: asked.subject.as_deref(),
        period: asked.period.as_deref(),
        most: (!asked.all).then_some(MOST),
        lang,
    };
    let (report, explained) = pipeline::explain(&order, &question);
    let lang = lang.unwrap_or(report.lang);
    match explained {
        Some(Ok(explanation)) => {
            write!(streams.out, "{}", told(&explanation))?;
            Ok(Status::Done)
        }
        Some(Err(unknown)) => {
            write!(streams.err, "{}", not_known(&unknown, lang))?;
            Ok(Status::WrongUsage)
        }
        None => {
            diag::print(&report.problems, Format::Full, lang, streams.colour, streams.err)?;
            writeln!(streams.err, "{}", words::not_explained(lang))?;
            Ok(if report.machine_failed { Status::MachineFailed } else { Status::InputHasErrors })
        }
    }
}

fn told(explanation: &Explanation) -> String {
    let Explanation { title, number, definition, formula, notes, recipe, as_of, .. } = explanation;
    let mut text = format!("{title}\n{number}\n\n");
    // Writing into a string cannot fail.
    let _ = match explanation.lang {
        Lang::Zh => {
            write!(text, "口径：{definition}\n公式：{formula}\n说明：{notes}\n核对：{recipe}\n数据截至：{as_of}\n")
        }
        Lang::En => write!(
            text,
            "definition: {definition}\nformula: {formula}\nnotes: {notes}\nto check: {recipe}\ndata up to: {as_of}\n"
        ),
    };
    for list in &explanation.lists {
        table(&mut text, list, explanation.lang);
    }
    text
}

/// A list of records in columns, as wide as their widest cell.
fn table(text: &mut String, list: &RecordList, lang: Lang) {
    let _ = writeln!(text, "\n{}", list.title);
    if list.rows.is_empty() {
        return;
    }
    let mut widths: Vec<usize> = list.heads.iter().map(|head| width(head)).collect();
    for row in &list.rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    let mut line = |mark: &str, cells: &mut dyn Iterator<Item = &str>| {
        let mut line = format!("{mark} ");
        for (cell, &wide) in cells.zip(&widths) {
            let _ = write!(line, "{cell}{}  ", " ".repeat(wide.saturating_sub(width(cell))));
        }
        let _ = writeln!(text, "{}", line.trim_end());
    };
    line(" ", &mut list.heads.iter().copied());
    for (at, row) in list.rows.iter().enumerate() {
        line(if list.marked == Some(at) { "→" } else { " " }, &mut row.iter().map(String::as_str));
    }
    let more = list.count.saturating_sub(list.rows.len());
    if more > 0 {
        let _ = match lang {
            Lang::Zh => writeln!(text, "  另有 {more} 条，加 --all 全部列出"),
            Lang::En => writeln!(text, "  {more} more; --all lists them"),
        };
    }
}

fn not_known(unknown: &Unknown, lang: Lang) -> String {
    let (asked, near) = match unknown {
        Unknown::Figure { asked, near }
        | Unknown::Folded { asked, near }
        | Unknown::Subject { asked, near }
        | Unknown::Period { asked, near } => (clean::cell(asked), near),
    };
    let mut text = match (unknown, lang) {
        (Unknown::Figure { .. }, Lang::Zh) => format!("没有“{asked}”这个指标，相近的有：\n"),
        (Unknown::Figure { .. }, Lang::En) => format!("there is no figure `{asked}`; close to it are:\n"),
        (Unknown::Folded { .. }, Lang::Zh) => {
            format!(
                "“{asked}”不单独列出：为保护隐私，这一类和别的类别合在一起公布。能公布的年度件数在诉求页和 figures.csv，规则在口径说明。合在一起的是：\n"
            )
        }
        (Unknown::Folded { .. }, Lang::En) => {
            format!(
                "`{asked}` is not told on its own: for privacy this category is published as one with others. Yearly counts that may be given stand on the page of issues and in figures.csv, the rule on the methods page. All of them together are:\n"
            )
        }
        (Unknown::Subject { .. }, Lang::Zh) => format!("没有“{asked}”这个地点或团队，相近的有：\n"),
        (Unknown::Subject { .. }, Lang::En) => format!("there is no place or team `{asked}`; close to it are:\n"),
        (Unknown::Period { .. }, Lang::Zh) => {
            format!("“{asked}”不是有数据的统计期；写法如 2026-09、2026-Q3、2026-H1、2026、all，起止为：\n")
        }
        (Unknown::Period { .. }, Lang::En) => {
            format!(
                "`{asked}` is no period with data; write 2026-09, 2026-Q3, 2026-H1, 2026 or all; first and last are:\n"
            )
        }
    };
    for name in near {
        let _ = writeln!(text, "  {name}");
    }
    text
}
