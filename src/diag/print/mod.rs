//! Takes: collected problems.
//! Gives: text for a person, a line for an editor or a CI run, or an object for a program.
//! Promises: the same problems, the same bytes; nothing out of a data file can steer a terminal.
//! Never: decides which problems matter, nor where they are printed.
//! Start reading at: [`print`], then `full`.

mod excerpt;
mod full;
mod json;
mod short;

use std::io::{self, Write};

use super::collect::Problems;
use crate::text::Lang;

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// With excerpt, caret and remedy, and a sum at the end.
    #[default]
    Full,
    /// `file:row:column: level[code]: sentence`, one line an example. The level is not translated: editors look for it.
    Short,
    /// One JSON object a group, one group a line.
    Json,
}

/// Prints all problems to `out`; nothing at all when there are none. `colour` counts for [`Format::Full`] only.
pub fn print(problems: &Problems, format: Format, lang: Lang, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Full => full::print(problems, lang, colour, out),
        Format::Short => short::print(problems, lang, out),
        Format::Json => json::print(problems, lang, out),
    }
}

/// Text that came from outside, made fit for a terminal: line breaks and tabs become blanks; other control characters
/// and those that reorder or hide text are left out.
fn clean(text: &str) -> String {
    text.chars().filter_map(clean_char).collect()
}

fn clean_char(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::{Level, Rule, Words};
    use super::super::{Position, Problem};
    use super::*;

    static BAD_DATE: Rule = Rule {
        code: "L021",
        name: "bad-date",
        level: Level::Error,
        zh: Words {
            says: "“{value}”不是日期", remedy: "写成 2024-03-05 的样子", why: "日期算不出时限。"
        },
        en: Words { says: "`{value}` is not a date", remedy: "write it as 2024-03-05", why: "No date, no deadline." },
    };
    static NO_TITLE: Rule = Rule {
        code: "C003",
        name: "no-title",
        level: Level::Warning,
        zh: Words { says: "站点没有名称", remedy: "在 site.toml 里写 title", why: "页面要有名称。" },
        en: Words { says: "the site has no title", remedy: "set title in site.toml", why: "Pages need a name." },
    };

    fn bad_date(row: u32, value: &str) -> Problem {
        let before = format!("{row},南关,");
        let mark = before.len()..before.len() + value.len();
        Problem::new(&BAD_DATE)
            .at(Position { file: "data/issues.csv".into(), row, column: 3, header: "受理时间".into() })
            .excerpt(format!("{before}{value},办结"), mark)
            .with("value", value)
    }

    fn sample() -> Problems {
        let mut problems = Problems::new();
        for (row, value) in [(12, "2024-13-05"), (15, "昨天"), (19, "x"), (20, "y"), (21, "z")] {
            problems.add(bad_date(row, value));
        }
        problems.add(Problem::new(&NO_TITLE).at(Position::file("site.toml")));
        problems
    }

    fn printed(problems: &Problems, format: Format, lang: Lang) -> String {
        let mut out = Vec::new();
        print(problems, format, lang, false, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn full_in_chinese() {
        assert_eq!(
            printed(&sample(), Format::Full, Lang::Zh),
            "\
警告[C003 no-title] 站点没有名称
 --> site.toml
  = 办法：在 site.toml 里写 title

错误[L021 bad-date] “2024-13-05”不是日期
  --> data/issues.csv 第 12 行 “受理时间” 列
   |
12 | 12,南关,2024-13-05,办结
   |         ^^^^^^^^^^
   = 第 15 行：昨天
   = 第 19 行：x
   = 另有 2 处相同
   = 办法：写成 2024-03-05 的样子

5 个错误，1 个警告
"
        );
    }

    #[test]
    fn full_in_english() {
        assert_eq!(
            printed(&sample(), Format::Full, Lang::En),
            "\
warning[C003 no-title]: the site has no title
 --> site.toml
  = help: set title in site.toml

error[L021 bad-date]: `2024-13-05` is not a date
  --> data/issues.csv row 12, column \"受理时间\"
   |
12 | 12,南关,2024-13-05,办结
   |         ^^^^^^^^^^
   = row 15: 昨天
   = row 19: x
   = and 2 more of the same
   = help: write it as 2024-03-05

5 errors, 1 warning
"
        );
    }

    #[test]
    fn short_in_both_languages() {
        assert_eq!(
            printed(&sample(), Format::Short, Lang::Zh),
            "\
data/issues.csv:12:3: error[L021]: “2024-13-05”不是日期 (×5)
data/issues.csv:15:3: error[L021]: “昨天”不是日期
data/issues.csv:19:3: error[L021]: “x”不是日期
site.toml: warning[C003]: 站点没有名称
"
        );
        assert_eq!(
            printed(&sample(), Format::Short, Lang::En),
            "\
data/issues.csv:12:3: error[L021]: `2024-13-05` is not a date (×5)
data/issues.csv:15:3: error[L021]: `昨天` is not a date
data/issues.csv:19:3: error[L021]: `x` is not a date
site.toml: warning[C003]: the site has no title
"
        );
    }

    #[test]
    fn json_in_both_languages() {
        let mut problems = Problems::new();
        problems.add(bad_date(12, "x\"y"));
        problems.add(Problem::new(&NO_TITLE));
        assert_eq!(
            printed(&problems, Format::Json, Lang::Zh),
            concat!(
                r#"{"code":"C003","name":"no-title","level":"warning","file":null,"row":null,"column":null,"header":null,"#,
                r#""message":"站点没有名称","remedy":"在 site.toml 里写 title","excerpt":null,"count":1,"#,
                r#""examples":[{"row":null,"column":null,"excerpt":null}]}"#,
                "\n",
                r#"{"code":"L021","name":"bad-date","level":"error","file":"data/issues.csv","row":12,"column":3,"#,
                r#""header":"受理时间","message":"“x\"y”不是日期","remedy":"写成 2024-03-05 的样子","#,
                r#""excerpt":{"line":"12,南关,x\"y,办结","value":"x\"y"},"count":1,"#,
                r#""examples":[{"row":12,"column":3,"excerpt":{"line":"12,南关,x\"y,办结","value":"x\"y"}}]}"#,
                "\n",
            )
        );
        let english = printed(&problems, Format::Json, Lang::En);
        assert!(english.contains(r#""message":"the site has no title","remedy":"set title in site.toml""#));
        assert!(english.contains(r#""message":"`x\"y` is not a date""#));
    }

    #[test]
    fn nothing_wrong_prints_nothing() {
        for format in [Format::Full, Format::Short, Format::Json] {
            assert_eq!(printed(&Problems::new(), format, Lang::Zh), "");
        }
    }

    #[test]
    fn a_cell_cannot_steer_the_terminal() {
        let mut problems = Problems::new();
        problems.add(bad_date(2, "\u{1b}[2J\u{9b}31m\u{202e}a\r\nb\u{7f}\0"));
        for format in [Format::Full, Format::Short, Format::Json] {
            for lang in [Lang::Zh, Lang::En] {
                let text = printed(&problems, format, lang);
                assert!(text.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')), "{text:?}");
                assert!(text.contains("[2J31ma  b"), "{text:?}");
            }
        }
    }

    #[test]
    fn a_problem_without_a_place_is_a_line_of_the_program() {
        let mut problems = Problems::new();
        problems.add(Problem::new(&NO_TITLE));
        assert_eq!(printed(&problems, Format::Short, Lang::En), "gongshi: warning[C003]: the site has no title\n");
        assert_eq!(
            printed(&problems, Format::Full, Lang::En),
            "warning[C003 no-title]: the site has no title\n  = help: set title in site.toml\n\n1 warning\n"
        );
    }

    #[test]
    fn colour_adds_escapes_and_nothing_else() {
        let mut out = Vec::new();
        print(&sample(), Format::Full, Lang::Zh, true, &mut out).unwrap();
        let coloured = String::from_utf8(out).unwrap();
        assert!(coloured.contains("\u{1b}[1;31m错误\u{1b}[0m"));
        let mut plain = coloured;
        for escape in ["\u{1b}[0m", "\u{1b}[1;31m", "\u{1b}[1;33m", "\u{1b}[1;34m", "\u{1b}[1m"] {
            plain = plain.replace(escape, "");
        }
        assert_eq!(plain, printed(&sample(), Format::Full, Lang::Zh));
    }
}
