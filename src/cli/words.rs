//! What a build or a check says when it ends.

use std::fmt::Write as _;
use std::path::Path;

use super::meant::{SiteRun, below};
use crate::diag::Level;
use crate::pipeline::{Printed, Report};
use crate::text::{Lang, number};

/// What was done, in one to three lines, each with its line break. `out` is the folder that was written to, if any.
pub(super) fn done(out: Option<&Path>, report: &Report, lang: Lang) -> String {
    let counts = &report.counts;
    let mut pages = lang.pick(format!("{} 个页面", grouped(counts.pages)), english(counts.pages, "page", "pages"));
    if counts.sheets > 0 {
        pages += &lang.pick(
            format!("、{} 份打印件", grouped(counts.sheets)),
            format!(" and {} to print", english(counts.sheets, "sheet", "sheets")),
        );
    }
    let among = listed(
        &[
            (counts.communities, "个社区", "", "community", "communities"),
            (counts.teams, "支团队", "", "team", "teams"),
        ],
        lang,
        lang.pick("、", " and "),
    );
    let records = listed(
        &[
            (counts.issues, "件", "诉求 ", "issue", "issues"),
            (counts.activities, "场", "活动 ", "activity", "activities"),
            (counts.projects, "个", "项目 ", "project", "projects"),
        ],
        lang,
        lang.pick("，", ", "),
    );
    let as_of = report.as_of.map(|day| lang.pick(format!("数据截至 {day}"), format!("data as of {day}")));
    let mut text = match out {
        Some(_) => lang.pick(format!("已生成 {pages}"), format!("built {pages}")),
        None => lang.pick(format!("检查通过：{pages}"), format!("checked {pages}, no errors")),
    };
    if !among.is_empty() {
        let _ = write!(text, "{}{among}", lang.pick("，含 ", ", among them "));
    }
    if let Some(out) = out {
        let _ = write!(text, " → {}", below(out, "index.html").display());
    }
    let base: Vec<String> = [Some(records), as_of].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if !base.is_empty() {
        let base = base.join(lang.pick("；", "; "));
        let _ = write!(text, "{}", lang.pick(format!("（{base}）"), format!(" ({base})")));
    }
    text.push('\n');
    if let Some(line) = published(report, lang) {
        let _ = writeln!(text, "{line}");
    }
    if let Some(line) = printed(report, lang) {
        let _ = writeln!(text, "{line}");
    }
    let warnings = report.problems.count(Level::Warning);
    if warnings > 0 {
        let _ = match lang {
            Lang::Zh => writeln!(text, "有 {} 个警告", grouped(warnings)),
            Lang::En => writeln!(text, "{}", english(warnings, "warning", "warnings")),
        };
    }
    text
}

/// What changed in the published folder.
fn published(report: &Report, lang: Lang) -> Option<String> {
    let published = report.published.as_ref()?;
    let (written, unchanged, removed) =
        (grouped(published.written), grouped(published.unchanged), grouped(published.removed));
    let release = &published.code;
    Some(match lang {
        Lang::Zh => format!("写入 {written} 个文件，{unchanged} 个未变，删除 {removed} 个；发布号 {release}"),
        Lang::En => format!("{written} files written, {unchanged} unchanged, {removed} removed; release {release}"),
    })
}

/// What was printed beside the pages.
fn printed(report: &Report, lang: Lang) -> Option<String> {
    let printed = report.printed?;
    let (new, kept) = (grouped(printed.printed), grouped(printed.kept));
    Some(match lang {
        Lang::Zh => format!("PDF：印出 {new} 份，{kept} 份未变，沿用原来的"),
        Lang::En => format!("PDFs: {new} printed, {kept} unchanged and kept"),
    })
}

/// Which files were printed, and where they are.
pub(super) fn sheets_printed(out: &Path, printed: &Printed, lang: Lang) -> String {
    let (sheets, size, out) = (printed.printed, size(printed.bytes), out.display());
    match lang {
        Lang::Zh => format!("已印出 {} 份 PDF → {out}（{size}）\n", grouped(sheets)),
        Lang::En => format!("printed {} → {out} ({size})\n", english(sheets, "PDF", "PDFs")),
    }
}

/// That nothing was printed because something is wrong.
pub(super) fn not_printed(report: &Report, lang: Lang) -> &'static str {
    if report.machine_failed {
        lang.pick("没有完成：磁盘、权限或浏览器出错", "not done: the disk, permissions or the browser failed")
    } else {
        lang.pick("没有写出任何 PDF", "no PDF was written")
    }
}

/// `840 KB`, `3.2 MB`
fn size(bytes: u64) -> String {
    let tenths = bytes.saturating_mul(10) / (1 << 20);
    if tenths < 10 { format!("{} KB", bytes.div_ceil(1 << 10)) } else { format!("{}.{} MB", tenths / 10, tenths % 10) }
}

/// That a number was not explained.
pub(super) fn not_explained(lang: Lang) -> &'static str {
    lang.pick("资料有错误，改正后才能解释数字", "the input has errors; correct them, then numbers can be explained")
}

/// Why nothing was done.
pub(super) fn failed(run: &SiteRun, report: &Report, lang: Lang) -> &'static str {
    let builds = run.out.is_some();
    if report.machine_failed {
        return if builds {
            match run.pdf {
                None => lang.pick(
                    "没有完成：磁盘或权限出错，已发布的网站没有变动",
                    "not done: the machine failed; the published site was not changed",
                ),
                Some(_) => lang.pick(
                    "没有完成：磁盘、权限或浏览器出错，已发布的网站没有变动",
                    "not done: the disk, permissions or the browser failed; the published site was not changed",
                ),
            }
        } else {
            lang.pick("没有完成：磁盘或权限出错", "not done: the machine failed")
        };
    }
    let only_warnings = report.problems.count(Level::Error) == 0;
    match (builds, only_warnings) {
        (true, false) => lang.pick("未写入任何文件", "nothing was written"),
        (true, true) => lang.pick(
            "按 --strict，有警告也不生成：未写入任何文件",
            "warnings stop the build under --strict: nothing was written",
        ),
        (false, false) => lang.pick("检查未通过", "the check failed"),
        (false, true) => lang.pick("按 --strict，有警告也算检查未通过", "warnings fail the check under --strict"),
    }
}

/// Counts with their words, those of zero left out: (count, Chinese unit, Chinese noun before, English one, many).
fn listed(counts: &[(usize, &str, &str, &str, &str)], lang: Lang, between: &str) -> String {
    let parts: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|&(count, unit, noun, one, many)| match lang {
            Lang::Zh => format!("{noun}{} {unit}", grouped(count)),
            Lang::En => english(count, one, many),
        })
        .collect();
    parts.join(between)
}

fn english(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// `6,012`
fn grouped(count: usize) -> String {
    number::grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Problems;
    use crate::pipeline::Counts;
    use crate::publish::Published;
    use crate::text::date::Day;

    fn report() -> Report {
        Report {
            counts: Counts {
                issues: 6012,
                activities: 1500,
                projects: 60,
                communities: 8,
                teams: 12,
                pages: 47,
                sheets: 0,
            },
            as_of: Day::new(2026, 10, 31),
            ..Report::default()
        }
    }

    #[test]
    fn a_build_says_what_and_where() {
        assert_eq!(
            done(Some(Path::new("public")), &report(), Lang::Zh),
            "已生成 47 个页面，含 8 个社区、12 支团队 → public/index.html（诉求 6,012 件，活动 1,500 场，项目 60 个；数据截至 2026-10-31）\n"
        );
        assert_eq!(
            done(Some(Path::new("public")), &report(), Lang::En),
            "built 47 pages, among them 8 communities and 12 teams → public/index.html (6,012 issues, 1,500 activities, 60 projects; data as of 2026-10-31)\n"
        );
    }

    #[test]
    fn a_check_says_the_same_without_a_place() {
        assert_eq!(
            done(None, &report(), Lang::Zh),
            "检查通过：47 个页面，含 8 个社区、12 支团队（诉求 6,012 件，活动 1,500 场，项目 60 个；数据截至 2026-10-31）\n"
        );
        assert_eq!(
            done(None, &report(), Lang::En),
            "checked 47 pages, no errors, among them 8 communities and 12 teams (6,012 issues, 1,500 activities, 60 projects; data as of 2026-10-31)\n"
        );
    }

    #[test]
    fn what_is_not_there_is_not_mentioned() {
        let counts = Counts { pages: 1, teams: 1, ..Counts::default() };
        let report = Report { counts, ..Report::default() };
        assert_eq!(done(Some(Path::new("o")), &report, Lang::En), "built 1 page, among them 1 team → o/index.html\n");
        assert_eq!(done(Some(Path::new("o")), &report, Lang::Zh), "已生成 1 个页面，含 1 支团队 → o/index.html\n");
    }

    #[test]
    fn what_was_printed_is_said() {
        let printed = Printed { printed: 1234, kept: 5, bytes: 3 << 20 };
        let report = Report { printed: Some(printed), ..Report::default() };
        let last = |lang| done(Some(Path::new("o")), &report, lang).lines().last().map(str::to_owned);
        assert_eq!(last(Lang::Zh).as_deref(), Some("PDF：印出 1,234 份，5 份未变，沿用原来的"));
        assert_eq!(last(Lang::En).as_deref(), Some("PDFs: 1,234 printed, 5 unchanged and kept"));
        assert_eq!(sheets_printed(Path::new("pdf"), &printed, Lang::Zh), "已印出 1,234 份 PDF → pdf（3.0 MB）\n");
        let one = Printed { printed: 1, kept: 0, bytes: 9_300 };
        assert_eq!(sheets_printed(Path::new("a.pdf"), &one, Lang::En), "printed 1 PDF → a.pdf (10 KB)\n");
    }

    #[test]
    fn what_changed_is_said() {
        let published = Published {
            files: 47,
            written: 5,
            unchanged: 42,
            removed: 1,
            foreign: Vec::new(),
            release: "1a2b3c4d5e6f".to_owned(),
            code: "1a2b3c4d".to_owned(),
            notes: Problems::new(),
        };
        let report = Report { published: Some(published), ..Report::default() };
        let last = |lang| done(Some(Path::new("o")), &report, lang).lines().last().map(str::to_owned);
        assert_eq!(last(Lang::Zh).as_deref(), Some("写入 5 个文件，42 个未变，删除 1 个；发布号 1a2b3c4d"));
        assert_eq!(last(Lang::En).as_deref(), Some("5 files written, 42 unchanged, 1 removed; release 1a2b3c4d"));
    }
}
