//! The command line as meant: the default command and the default folders filled in.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::FromArgMatches;

use super::args::{self, Command, Common, Explain, FormatName, LangName, Pdf, Typed};
use crate::diag::Format;
use crate::text::Lang;
use crate::text::date::Day;

/// What the user wants.
#[derive(Debug)]
pub(super) enum Meant {
    /// To build or check a site.
    Site(SiteRun),
    /// To print sheets.
    Pdf(PdfRun),
    /// To know what a code means, or where a number comes from.
    Explain(Explain),
    /// To check a published folder.
    Verify { dir: PathBuf, lang: Lang },
}

/// A build, or a check when there is nowhere to write to.
#[derive(Debug)]
pub(super) struct SiteRun {
    pub site: PathBuf,
    pub out: Option<PathBuf>,
    /// To publish PDFs as well; with a browser that may be named.
    pub pdf: Option<Named>,
    pub as_of: Option<Day>,
    pub base_url: Option<String>,
    pub strict: bool,
    /// `None`: the language of the site.
    pub lang: Option<Lang>,
    pub format: Format,
    pub timings: bool,
    pub jobs: Option<NonZeroUsize>,
    pub quiet: bool,
}

/// The program of a browser, where one was named.
pub(super) type Named = Option<PathBuf>;

/// Sheets to print, or to list.
#[derive(Debug)]
pub(super) struct PdfRun {
    pub run: SiteRun,
    pub sheets: Vec<String>,
    pub list: bool,
    pub out: PathBuf,
    pub browser: Named,
}

/// Reads the arguments; the first is the name of the program.
pub(super) fn read(args: impl IntoIterator<Item = OsString>) -> Result<Meant, clap::Error> {
    let mut matches = args::definition().try_get_matches_from(args)?;
    let typed = Typed::from_arg_matches_mut(&mut matches)?;
    Ok(match typed.command.unwrap_or(Command::Build(typed.build)) {
        Command::Build(build) => {
            let out = build.out.unwrap_or_else(|| below(&build.common.site, "public"));
            let pdf = build.pdf.then_some(build.browser);
            Meant::Site(SiteRun { pdf, ..site_run(build.common, Some(out)) })
        }
        Command::Pdf(Pdf { sheets, list, out, browser, common }) => {
            let out = out.unwrap_or_else(|| below(&common.site, "pdf"));
            Meant::Pdf(PdfRun { run: site_run(common, None), sheets, list, out, browser })
        }
        Command::Check(common) => Meant::Site(site_run(common, None)),
        Command::Explain(explain) => Meant::Explain(explain),
        Command::Verify { dir, lang } => Meant::Verify { dir, lang: lang.into() },
    })
}

fn site_run(typed: Common, out: Option<PathBuf>) -> SiteRun {
    let Common { site, as_of, base_url, strict, lang, format, timings, jobs, quiet } = typed;
    let (lang, format) = (lang.map(Lang::from), format.into());
    SiteRun { site, out, pdf: None, as_of, base_url, strict, lang, format, timings, jobs, quiet }
}

/// A path inside a folder, without `./` in front when the folder is the current one.
pub(super) fn below(folder: &Path, name: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(name) } else { folder.join(name) }
}

impl From<LangName> for Lang {
    fn from(name: LangName) -> Self {
        match name {
            LangName::Zh => Self::Zh,
            LangName::En => Self::En,
        }
    }
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Full => Self::Full,
            FormatName::Short => Self::Short,
            FormatName::Json => Self::Json,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(args: &[&str]) -> Result<Meant, clap::Error> {
        read(std::iter::once("gongshi").chain(args.iter().copied()).map(OsString::from))
    }

    fn site(args: &[&str]) -> SiteRun {
        match meant(args) {
            Ok(Meant::Site(run)) => run,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn no_command_means_build() {
        let run = site(&[]);
        assert_eq!((run.site, run.out), (PathBuf::from("."), Some(PathBuf::from("public"))));
        let run = site(&["--site", "x"]);
        assert_eq!((run.site, run.out), (PathBuf::from("x"), Some(Path::new("x").join("public"))));
        let run = site(&["build", "--site", "x", "--out", "y"]);
        assert_eq!((run.site, run.out), (PathBuf::from("x"), Some(PathBuf::from("y"))));
    }

    #[test]
    fn a_check_writes_nowhere() {
        assert_eq!(site(&["check", "--site", "x"]).out, None);
        assert!(meant(&["check", "--out", "y"]).is_err());
    }

    #[test]
    fn defaults_are_quiet_about_nothing() {
        let run = site(&[]);
        assert_eq!((run.lang, run.format, run.as_of, run.base_url, run.jobs), (None, Format::Full, None, None, None));
        assert!(!run.strict && !run.timings && !run.quiet);
    }

    #[test]
    fn every_option_arrives() {
        let run = site(&[
            "--as-of",
            "2026-10-31",
            "--base-url",
            "https://example.org/g/",
            "--strict",
            "--lang",
            "en",
            "--format",
            "json",
            "--timings",
            "--jobs",
            "3",
            "--quiet",
        ]);
        assert_eq!(run.as_of, Day::new(2026, 10, 31));
        assert_eq!(run.base_url.as_deref(), Some("https://example.org/g/"));
        assert_eq!((run.lang, run.format, run.jobs), (Some(Lang::En), Format::Json, NonZeroUsize::new(3)));
        assert!(run.strict && run.timings && run.quiet);
    }

    #[test]
    fn dates_are_taken_as_people_write_them() {
        for text in ["2026-10-31", "2026/10/31", "2026.10.31", "2026年10月31日"] {
            assert_eq!(site(&["--as-of", text]).as_of, Day::new(2026, 10, 31), "{text}");
        }
        for text in [
            "2026-02-30",
            "2026-10",
            "31.10.2026",
            "26-10-31",
            "",
            "2026-10-31-1",
            "昨天",
            "2026-99999-1",
            "2026-10-31 08:00",
        ] {
            assert!(meant(&["--as-of", text]).is_err(), "{text}");
        }
    }

    #[test]
    fn values_that_make_no_sense_are_refused() {
        for args in [
            ["--lang", "fr"],
            ["--format", "xml"],
            ["--jobs", "0"],
            ["--jobs", "two"],
            ["--base-url", "example.org"],
            ["--base-url", "https://"],
            ["--base-url", "https://a b"],
        ] {
            assert!(meant(&args).is_err(), "{args:?}");
        }
    }

    #[test]
    fn pdf_writes_into_a_folder_of_its_own() {
        let pdf = |args: &[&str]| match meant(args) {
            Ok(Meant::Pdf(run)) => run,
            other => panic!("{other:?}"),
        };
        let run = pdf(&["pdf"]);
        assert_eq!((run.out, run.sheets.len(), run.browser, run.list), (PathBuf::from("pdf"), 0, None, false));
        assert_eq!(run.run.out, None, "nothing is published");
        let run = pdf(&["pdf", "yanchi", "poster", "--site", "x", "--browser", "C:/Edge 1/msedge.exe", "--quiet"]);
        assert_eq!((run.out, run.sheets), (Path::new("x").join("pdf"), vec!["yanchi".to_owned(), "poster".to_owned()]));
        assert_eq!(run.browser, Some(PathBuf::from("C:/Edge 1/msedge.exe")));
        assert!(run.run.quiet);
    }

    #[test]
    fn a_build_publishes_pdfs_when_asked_to() {
        assert_eq!(site(&[]).pdf, None);
        assert_eq!(site(&["--pdf"]).pdf, Some(None));
        assert_eq!(site(&["build", "--pdf", "--browser", "b"]).pdf, Some(Some(PathBuf::from("b"))));
        assert!(meant(&["build", "--browser", "b"]).is_err(), "a browser is of no use without PDFs");
        assert!(meant(&["check", "--pdf"]).is_err());
    }

    #[test]
    fn explain_and_verify_take_one_thing() {
        assert!(
            matches!(meant(&["explain", "L014", "--lang", "en"]), Ok(Meant::Explain(asked)) if asked.what == "L014" && asked.lang.is_some())
        );
        assert!(
            matches!(meant(&["verify", "public"]), Ok(Meant::Verify { dir, lang: Lang::Zh }) if dir == Path::new("public"))
        );
        assert!(meant(&["explain"]).is_err() && meant(&["verify", "a", "b"]).is_err());
    }

    #[test]
    fn the_definition_holds_together() {
        args::definition().debug_assert();
    }
}
