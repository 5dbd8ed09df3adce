//! The door `verify`: a published folder against its manifest.

use std::io;
use std::path::Path;

use super::{Status, Streams};
use crate::diag::{self, Format, Problems};
use crate::publish;
use crate::text::Lang;

pub(super) fn run(dir: &Path, lang: Lang, streams: &mut Streams) -> io::Result<Status> {
    match publish::verify(dir) {
        Ok(verified) => {
            let release: String = verified.release.chars().take(8).collect();
            let (dir, files) = (dir.display(), verified.files);
            match lang {
                Lang::Zh => writeln!(streams.out, "{dir}：{files} 个文件与清单一致；发布号 {release}")?,
                Lang::En => writeln!(streams.out, "{dir}: {files} files agree with the manifest; release {release}")?,
            }
            Ok(Status::Done)
        }
        Err(problem) => {
            let mut problems = Problems::new();
            problems.add(problem);
            diag::print(&problems, Format::Full, lang, streams.colour, streams.err)?;
            Ok(Status::InputHasErrors)
        }
    }
}
