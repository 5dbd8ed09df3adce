//! Takes: the arguments of the process, its streams and its clock.
//! Gives: the exit status: 0 done, 1 the input has errors, 2 wrong usage, 3 the machine failed.
//! Promises: results on stdout, problems and progress on stderr; every message in Chinese and English.
//! Never: computes or writes anything of a site itself.
//! Start reading at: [`run`], then `meant`.

mod args;
mod explain;
mod explain_figure;
mod meant;
mod pdf;
mod printer;
mod site;
mod stream;
mod timings;
mod usage;
mod verify;
mod words;

use std::ffi::OsString;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use meant::Meant;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// All done.
    Done = 0,
    /// The input has errors; nothing was written.
    InputHasErrors = 1,
    /// The command line makes no sense.
    WrongUsage = 2,
    /// Disk, permissions, threads or the browser.
    MachineFailed = 3,
}

/// Where a run speaks.
struct Streams<'a> {
    /// Results.
    out: &'a mut dyn Write,
    /// Problems and progress.
    err: &'a mut dyn Write,
    /// Whether `err` shows colours.
    colour: bool,
}

/// Does what the arguments ask for; the first of them is the name of the program.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    // Not locked: a thread that fails must still be able to say so.
    let mut out = BufWriter::new(stream::Patient(io::stdout()));
    let mut err = BufWriter::new(stream::Patient(io::stderr()));
    let mut streams = Streams { out: &mut out, err: &mut err, colour: shows_colour() };
    let status = speak(args, &mut streams);
    ExitCode::from(status as u8)
}

/// Runs and looks at how writing to the streams went.
fn speak(args: impl IntoIterator<Item = OsString>, streams: &mut Streams) -> Status {
    let done = follow(args, streams).and_then(|status| {
        streams.out.flush()?;
        streams.err.flush()?;
        Ok(status)
    });
    done.unwrap_or(Status::MachineFailed)
}

fn follow(args: impl IntoIterator<Item = OsString>, streams: &mut Streams) -> io::Result<Status> {
    match meant::read(args) {
        Ok(Meant::Site(order)) => site::run(&order, streams),
        Ok(Meant::Pdf(asked)) => pdf::run(&asked, streams),
        Ok(Meant::Explain(asked)) => explain::run(&asked, streams),
        Ok(Meant::Verify { dir, lang }) => verify::run(&dir, lang, streams),
        Err(wrong) => usage::tell(&wrong, streams),
    }
}

/// Whether stderr is a terminal that understands colours, and nobody asked for none.
#[expect(clippy::disallowed_methods, reason = "the doors are where the environment is read")]
fn shows_colour() -> bool {
    let asked_not_to = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    // The old console of Windows prints escapes as they are; its successor names itself here.
    let understands = if cfg!(windows) {
        std::env::var_os("WT_SESSION").is_some()
    } else {
        std::env::var_os("TERM").is_some_and(|term| term != "dumb")
    };
    understands && !asked_not_to && io::stderr().is_terminal()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Status, stdout and stderr of a run.
    pub(super) fn ran(args: &[&str]) -> (Status, String, String) {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = std::iter::once("gongshi").chain(args.iter().copied()).map(OsString::from);
        let status = speak(args, &mut Streams { out: &mut out, err: &mut err, colour: false });
        (status, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    }

    #[test]
    fn an_unknown_option_is_wrong_usage_in_both_languages() {
        let (status, out, err) = ran(&["--sit", "x"]);
        assert_eq!((status, out.as_str()), (Status::WrongUsage, ""));
        assert!(err.starts_with("没有“--sit”这个选项，是不是“--site”？\n"), "{err}");
        assert!(err.contains("unexpected argument '--sit'"), "{err}");
    }

    #[test]
    fn an_unknown_command_is_wrong_usage() {
        let (status, _, err) = ran(&["bild"]);
        assert_eq!(status, Status::WrongUsage);
        assert!(err.starts_with("没有“bild”这个命令，是不是“build”？\n"), "{err}");
    }

    #[test]
    fn a_command_stands_before_its_options() {
        let (status, _, err) = ran(&["--site", "x", "check"]);
        assert_eq!(status, Status::WrongUsage);
        assert!(err.starts_with("命令要写在选项前面\n"), "{err}");
    }

    #[test]
    fn a_bad_date_is_wrong_usage_and_says_how_to_write_it() {
        let (status, _, err) = ran(&["check", "--as-of", "2026-13-01"]);
        assert_eq!(status, Status::WrongUsage);
        assert!(err.starts_with("“2026-13-01”不能用作“--as-of <DATE>”\n"), "{err}");
        assert!(err.contains("写成 2026-10-31 的样子 (write it as 2026-10-31)"), "{err}");
    }

    #[test]
    fn help_is_a_result_in_both_languages() {
        for args in [&["--help"][..], &["-h"], &["build", "--help"], &["verify", "-h"]] {
            let (status, out, err) = ran(args);
            assert_eq!((status, err.as_str()), (Status::Done, ""));
            assert!(out.contains("用法 (Usage)") && out.contains("(Print help)"), "{out}");
        }
        let (_, out, _) = ran(&["--help"]);
        for word in ["build", "check", "explain", "verify", "--as-of <DATE>", "站点文件夹"] {
            assert!(out.contains(word), "{word} is missing:\n{out}");
        }
    }

    #[test]
    fn the_version_is_a_result() {
        let expected = format!("gongshi {}\n", env!("CARGO_PKG_VERSION"));
        assert_eq!(ran(&["--version"]), (Status::Done, expected, String::new()));
    }
}
