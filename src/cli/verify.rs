//! The door `verify`: a published folder against its manifest.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::{Status, Streams};
use crate::diag::{self, Format, Problems};
use crate::publish::{self, Verified};
use crate::text::{Lang, clean};

pub(super) fn run(dir: &Path, lang: Lang, streams: &mut Streams) -> io::Result<Status> {
    match publish::verify(dir) {
        Ok(verified) => {
            write!(streams.out, "{}", found(dir, &verified, lang))?;
            Ok(if verified.is_whole() { Status::Done } else { Status::InputHasErrors })
        }
        Err(problem) => {
            let machine_failed = publish::is_machine_fault(&problem);
            let mut problems = Problems::new();
            problems.add(problem);
            diag::print(&problems, Format::Full, lang, streams.colour, streams.err)?;
            Ok(if machine_failed { Status::MachineFailed } else { Status::InputHasErrors })
        }
    }
}

/// The verdict, then every file that is not as it was published, one a line.
fn found(dir: &Path, verified: &Verified, lang: Lang) -> String {
    let (dir, files, as_of) = (dir.display(), verified.files, &verified.as_of);
    let release = &verified.code;
    let verdict = match (lang, verified.is_whole()) {
        (Lang::Zh, true) => format!("与清单一致：{files} 个文件，发布号 {release}，数据截至 {as_of}"),
        (Lang::Zh, false) => format!("与清单不一致：清单上有 {files} 个文件，发布号 {release}，数据截至 {as_of}"),
        (Lang::En, true) => format!("agrees with its manifest: {files} files, release {release}, data as of {as_of}"),
        (Lang::En, false) => {
            format!("differs from its manifest of {files} files, release {release}, data as of {as_of}")
        }
    };
    let mut text = format!("{dir} {}\n", clean::cell(&verdict));
    let lists = [
        (&verified.missing, lang.pick("缺少", "missing")),
        (&verified.changed, lang.pick("被改动", "changed")),
        (&verified.extra, lang.pick("不在清单上", "not in the manifest")),
    ];
    for (names, what) in lists {
        for name in names {
            let _ = writeln!(text, "  {what}{}{}", lang.pick("：", ": "), clean::cell(name));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::ran;
    use super::*;

    fn verified() -> Verified {
        Verified {
            code: "1a2b3c4d".to_owned(),
            as_of: "2026-10-31".to_owned(),
            files: 3,
            missing: Vec::new(),
            changed: Vec::new(),
            extra: Vec::new(),
        }
    }

    #[test]
    fn a_whole_folder_is_one_line_and_extra_files_are_named() {
        let dir = Path::new("public");
        assert_eq!(
            found(dir, &verified(), Lang::Zh),
            "public 与清单一致：3 个文件，发布号 1a2b3c4d，数据截至 2026-10-31\n"
        );
        let verified = Verified { extra: vec!["a\u{1b}[2J.txt".to_owned()], ..verified() };
        assert_eq!(
            found(dir, &verified, Lang::En),
            "public agrees with its manifest: 3 files, release 1a2b3c4d, data as of 2026-10-31\n  \
             not in the manifest: a[2J.txt\n"
        );
    }

    #[test]
    fn what_differs_is_named() {
        let verified =
            Verified { missing: vec!["a.html".to_owned()], changed: vec!["b.html".to_owned()], ..verified() };
        assert_eq!(
            found(Path::new("public"), &verified, Lang::Zh),
            "public 与清单不一致：清单上有 3 个文件，发布号 1a2b3c4d，数据截至 2026-10-31\n  缺少：a.html\n  被改动：b.html\n"
        );
        assert_eq!(
            found(Path::new("public"), &verified, Lang::En),
            "public differs from its manifest of 3 files, release 1a2b3c4d, data as of 2026-10-31\n  \
             missing: a.html\n  changed: b.html\n"
        );
    }

    #[test]
    fn a_folder_without_a_manifest_is_a_fault() {
        let dir = tempfile::tempdir().unwrap();
        let (status, out, err) = ran(&["verify", dir.path().to_str().unwrap()]);
        assert_eq!((status, out.as_str()), (Status::InputHasErrors, ""));
        assert!(err.starts_with("错误[P004 manifest-broken]") && err.ends_with("\n1 个错误\n"), "{err}");
    }
}
