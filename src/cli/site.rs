//! The doors `build` and `check`.

use std::io;
use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use super::meant::SiteRun;
use super::printer::{self, Progress};
use super::{Status, Streams, timings, words};
use crate::diag::{self, Format};
use crate::pipeline::{self, Order, Report};

pub(super) fn run(run: &SiteRun, streams: &mut Streams) -> io::Result<Status> {
    #[expect(clippy::disallowed_methods, reason = "a door may look at the clock; the steps get it as an argument")]
    let started = Instant::now();
    let clock = || started.elapsed();
    let order = order(run, &clock);
    let progress = Progress::new(run);
    let tell_progress = |done, all| progress.tell(done, all);
    let printer = run.pdf.as_ref().map(|browser| printer::of_machine(browser.clone(), &tell_progress));
    let work = || match &run.out {
        Some(out) => pipeline::build(&order, out, printer.as_ref()),
        None => pipeline::check(&order),
    };
    let Some(report) = with_threads(run.jobs, work, streams)? else { return Ok(Status::MachineFailed) };
    progress.end();
    tell(run, &report, streams)?;
    if run.timings {
        timings::print(&report.timings, clock(), run.lang.unwrap_or(report.lang), streams.err)?;
    }
    Ok(status(&report))
}

/// What the pipeline is asked for.
pub(super) fn order<'a>(run: &SiteRun, clock: &'a (dyn Fn() -> Duration + Sync)) -> Order<'a> {
    Order {
        site: run.site.clone(),
        as_of: run.as_of,
        base_url: run.base_url.clone(),
        strict: run.strict,
        lang: run.lang,
        clock,
    }
}

/// Works on as many threads as were asked for; `None` when they cannot be had, which is said.
pub(super) fn with_threads<T: Send>(
    jobs: Option<NonZeroUsize>,
    work: impl FnOnce() -> T + Send,
    streams: &mut Streams,
) -> io::Result<Option<T>> {
    let Some(jobs) = jobs else { return Ok(Some(work())) };
    match rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build() {
        Ok(threads) => Ok(Some(threads.install(work))),
        Err(error) => {
            writeln!(streams.err, "无法启动 {jobs} 个线程 (cannot start {jobs} threads): {error}")?;
            Ok(None)
        }
    }
}

pub(super) fn status(report: &Report) -> Status {
    if report.machine_failed {
        Status::MachineFailed
    } else if report.stopped {
        Status::InputHasErrors
    } else {
        Status::Done
    }
}

/// Problems first; then what was done, or that nothing was.
fn tell(run: &SiteRun, report: &Report, streams: &mut Streams) -> io::Result<()> {
    let lang = run.lang.unwrap_or(report.lang);
    diag::print(&report.problems, run.format, lang, streams.colour, streams.err)?;
    match status(report) {
        Status::Done if run.quiet => Ok(()),
        Status::Done => write!(streams.out, "{}", words::done(run.out.as_deref(), report, lang)),
        // A program that reads JSON has the exit status.
        _ if run.format == Format::Json => Ok(()),
        _ => writeln!(streams.err, "{}", words::failed(run, report, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::meant::{self, Meant};
    use super::*;
    use crate::diag::{Problem, rules};

    fn told(args: &[&str], report: &Report) -> (Status, String, String) {
        let args = std::iter::once("gongshi").chain(args.iter().copied()).map(Into::into);
        let Ok(Meant::Site(run)) = meant::read(args) else { panic!("not about a site") };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        tell(&run, report, &mut Streams { out: &mut out, err: &mut err, colour: false }).unwrap();
        (status(report), String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    }

    fn stopped() -> Report {
        let mut report = Report { stopped: true, ..Report::default() };
        report.problems.add(Problem::new(&rules::source::FILE_MISSING).with("path", "a.csv"));
        report
    }

    #[test]
    fn done_goes_to_stdout_and_quiet_says_nothing() {
        let (status, out, err) = told(&[], &Report::default());
        assert_eq!((status, err.as_str()), (Status::Done, ""));
        assert!(out.starts_with("已生成"));
        assert_eq!(told(&["--quiet"], &Report::default()), (Status::Done, String::new(), String::new()));
    }

    #[test]
    fn errors_go_to_stderr_and_say_that_nothing_was_written() {
        let (status, out, err) = told(&["--quiet"], &stopped());
        assert_eq!((status, out.as_str()), (Status::InputHasErrors, ""));
        assert!(err.ends_with("\n1 个错误\n未写入任何文件\n"), "{err}");
        let (_, _, err) = told(&["--lang", "en"], &stopped());
        assert!(err.ends_with("\n1 error\nnothing was written\n"), "{err}");
    }

    #[test]
    fn json_stays_json() {
        let (_, out, err) = told(&["--format", "json"], &stopped());
        assert_eq!(out, "");
        assert!(err.starts_with('{') && err.ends_with("}\n") && err.lines().count() == 1, "{err}");
    }

    #[test]
    fn a_failed_machine_outweighs_faults() {
        let report = Report { machine_failed: true, ..stopped() };
        assert_eq!(told(&[], &report).0, Status::MachineFailed);
    }
}
