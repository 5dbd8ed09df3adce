//! Wrong usage, told in Chinese first and then in the words of the argument parser; help and version as well.

use std::io;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Status, Streams};

/// Prints help and version as results, anything else as wrong usage.
pub(super) fn tell(error: &clap::Error, streams: &mut Streams) -> io::Result<Status> {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        write!(streams.out, "{}", error.render())?;
        return Ok(Status::Done);
    }
    writeln!(streams.err, "{}", chinese(error))?;
    write!(streams.err, "{}", error.render())?;
    Ok(Status::WrongUsage)
}

/// What is wrong, in one sentence.
fn chinese(error: &clap::Error) -> String {
    let part = |kind| error.get(kind).map(text).unwrap_or_default();
    let (arg, value) = (part(ContextKind::InvalidArg), part(ContextKind::InvalidValue));
    let perhaps = |kind| match part(kind) {
        near if near.is_empty() => String::new(),
        near => format!("，是不是“{near}”？"),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{arg}”这个选项{}", perhaps(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => format!(
            "没有“{}”这个命令{}",
            part(ContextKind::InvalidSubcommand),
            perhaps(ContextKind::SuggestedSubcommand)
        ),
        ErrorKind::InvalidValue if value.is_empty() => format!("“{arg}”后面缺少内容"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("“{value}”不能用作“{arg}”"),
        ErrorKind::MissingRequiredArgument => format!("缺少“{arg}”"),
        // The one conflict that names no option: a command after options.
        ErrorKind::ArgumentConflict if arg.is_empty() => "命令要写在选项前面".to_owned(),
        ErrorKind::ArgumentConflict => match part(ContextKind::PriorArg) {
            prior if prior.is_empty() || prior == arg => format!("“{arg}”只能写一次"),
            prior => format!("“{arg}”不能和“{prior}”一起用"),
        },
        _ => "命令的写法不对".to_owned(),
    }
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("”“"),
        _ => String::new(),
    }
}
