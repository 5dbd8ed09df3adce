//! The door `explain`: the long form of a rule, or the records behind a number.

use std::io;

use super::args::Explain;
use super::{Status, Streams, explain_figure};
use crate::diag::{Rule, rules};
use crate::text::{Lang, clean, near};

/// Codes proposed when the one asked for does not exist.
const PROPOSED: usize = 3;

pub(super) fn run(asked: &Explain, streams: &mut Streams) -> io::Result<Status> {
    let lang = asked.lang.map(Lang::from);
    if let Some(rule) = rules::find(&asked.what) {
        write!(streams.out, "{}", explained(rule, lang.unwrap_or_default()))?;
        return Ok(Status::Done);
    }
    // Figures have a dot in their id or a Chinese name; rules have neither.
    let about_site = asked.subject.is_some() || asked.period.is_some() || asked.all;
    if about_site || asked.what.contains('.') || !asked.what.is_ascii() {
        return explain_figure::run(asked, streams);
    }
    let code = clean::cell(&asked.what);
    match lang.unwrap_or_default() {
        Lang::Zh => writeln!(streams.err, "没有编号或名称为“{code}”的规则，相近的有：")?,
        Lang::En => writeln!(streams.err, "there is no rule `{code}`; close to it are:")?,
    }
    for name in near::closest(&code, rules::all().flat_map(|rule| [rule.code, rule.name]), PROPOSED) {
        if let Some(rule) = rules::find(name) {
            writeln!(streams.err, "  {} {}", rule.code, rule.name)?;
        }
    }
    Ok(Status::WrongUsage)
}

fn explained(rule: &Rule, lang: Lang) -> String {
    let words = rule.words(lang);
    let (says, remedy) = (shown(words.says), shown(words.remedy));
    let (code, name, level, why) = (rule.code, rule.name, rule.level.name(lang), words.why);
    match lang {
        Lang::Zh => format!("{code} {name}（{level}）\n\n问题：{says}\n办法：{remedy}\n缘由：{why}\n"),
        Lang::En => format!("{code} {name} ({level})\n\nwhat: {says}\nhelp: {remedy}\nwhy:  {why}\n"),
    }
}

/// The places to be filled, shown as `⟨column⟩`.
fn shown(words: &str) -> String {
    // What is nearest or first is a whole phrase of its own, or nothing: it has no place in the general words.
    let phrases = ["{near_zh}", "{near_en}", "{first_zh}", "{first_en}"];
    let words = phrases.iter().fold(words.to_owned(), |words, phrase| words.replace(phrase, ""));
    words.replace('{', "⟨").replace('}', "⟩")
}

#[cfg(test)]
mod tests {
    use super::super::tests::ran;
    use super::*;

    #[test]
    fn a_rule_is_explained_in_both_languages() {
        let (status, out, err) = ran(&["explain", "s001"]);
        assert_eq!((status, err.as_str()), (Status::Done, ""));
        assert_eq!(
            out,
            "S001 file-missing（错误）\n\n问题：找不到文件“⟨path⟩”\n办法：检查文件名和所在文件夹；路径从站点文件夹算起\n\
             缘由：站点只从自己的文件夹里读文件，名称必须完全一致（含大小写）。\n"
        );
        let (_, out, _) = ran(&["explain", "file-missing", "--lang", "en"]);
        assert_eq!(
            out,
            "S001 file-missing (error)\n\nwhat: the file `⟨path⟩` does not exist\n\
             help: check the name and the folder; paths start at the site folder\n\
             why:  A site reads only files in its own folder, under their exact names.\n"
        );
    }

    #[test]
    fn an_unknown_code_is_wrong_usage_and_names_what_is_near() {
        let (status, out, err) = ran(&["explain", "S0O1"]);
        assert_eq!((status, out.as_str()), (Status::WrongUsage, ""));
        assert!(err.starts_with("没有编号或名称为“S0O1”的规则，相近的有：\n  S001 file-missing\n"), "{err}");
        let (_, _, err) = ran(&["explain", "file-mising", "--lang", "en"]);
        assert!(err.starts_with("there is no rule `file-mising`; close to it are:\n  S001 file-missing\n"), "{err}");
    }
}
