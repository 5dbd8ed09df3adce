//! The command line as typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::text::date::Day;
use crate::text::scan::{self, DateStyle};

const TEMPLATE: &str = "{about}\n\n用法 (Usage)：{usage}\n\n{all-args}{after-help}";
const OPTIONS: &str = "选项 (Options)";
const LANGS: &str = "zh|en";

/// 公示：由 TOML、CSV 和 Markdown 生成公示网站 (static sites for public accountability)
#[derive(Debug, Parser)]
#[command(
    name = "gongshi",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_help_heading = "命令 (Commands)",
    after_help = "不写命令就是 build (no command means build)

\
        退出码 (Exit status)：
  \
        0  完成 (done)
  \
        1  资料有错误，未写入任何文件 (the input has errors; nothing was written)
  \
        2  用法不对 (wrong usage)
  \
        3  磁盘、权限或浏览器出错 (the machine failed)"
)]
pub(super) struct Typed {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub build: Build,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 生成网站 (build the site)
    Build(Build),
    /// 只检查，不写文件 (check everything, write nothing)
    Check(Common),
    /// 把公示单印成 PDF 文件，要借用电脑上的 Edge、Chrome 或 Chromium (print sheets as PDF files)
    Pdf(Pdf),
    /// 解释一条错误或警告，或一个数字 (explain an error or warning, or a number)
    Explain(Explain),
    /// 按清单核对已发布的文件夹 (check a published folder against its manifest)
    Verify {
        /// 已发布的文件夹 (the published folder)
        #[arg(help_heading = "参数 (Arguments)")]
        dir: PathBuf,
        /// 用哪种语言 (language)
        #[arg(long, value_enum, default_value_t, value_name = LANGS, hide_possible_values = true, help_heading = OPTIONS)]
        lang: LangName,
    },
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct Explain {
    /// 规则的编号或名称，例如 L014；或指标，例如 `issues.on_time_rate` (code or name of a rule, or a figure)
    #[arg(help_heading = "参数 (Arguments)")]
    pub what: String,
    /// 地点或团队的编号或名称；默认为全站 (id or name of a place or team; default: the whole site)
    #[arg(long, value_name = "ID")]
    pub subject: Option<String>,
    /// 统计期，如 2026-09、2026-Q3、2026、all；默认为数据截止日所在的月 (period; default: the latest month)
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// 列出全部明细，不只前 30 条 (list all records, not 30 of each)
    #[arg(long)]
    pub all: bool,
    /// 站点文件夹，里面有 site.toml (site folder, with site.toml in it)
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub site: PathBuf,
    /// 数据截止日，如 2026-10-31；默认为数据里最晚的一天 (as-of date; default: the latest day in the data)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// 用哪种语言；指标默认随站点 (language; for figures that of the site by default)
    #[arg(long, value_enum, value_name = LANGS, hide_possible_values = true)]
    pub lang: Option<LangName>,
}

#[derive(Debug, Args)]
pub(super) struct Pdf {
    /// 要印的单子：名称，例如 `communities/nanguan-a4`；或社区、团队的编号；或种类，例如 poster。不写就印全部
    /// (sheets by name, by the id of their subject, or by kind; all by default)
    #[arg(value_name = "SHEET", help_heading = "参数 (Arguments)")]
    pub sheets: Vec<String>,
    /// 只列出有哪些单子 (list the sheets, print none)
    #[arg(long, help_heading = OPTIONS)]
    pub list: bool,
    /// PDF 写到哪里：文件夹，只印一份时也可以是一个 .pdf 文件；默认为站点文件夹里的 pdf
    /// (folder, or one .pdf file for one sheet; default: pdf in the site folder)
    #[arg(long, value_name = "PATH", help_heading = OPTIONS)]
    pub out: Option<PathBuf>,
    /// 浏览器程序；默认自己找 Edge、Chrome 或 Chromium (program of the browser; default: one that is found)
    #[arg(long, value_name = "PATH", help_heading = OPTIONS)]
    pub browser: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// 网站写到哪里；默认为站点文件夹里的 public (output folder; default: public in the site folder)
    #[arg(long, value_name = "DIR", help_heading = OPTIONS)]
    pub out: Option<PathBuf>,
    /// 同时把公示单印成 PDF，和网页一起发布 (print the sheets as PDFs and publish them as well)
    #[arg(long, help_heading = OPTIONS)]
    pub pdf: bool,
    /// 浏览器程序；默认自己找 Edge、Chrome 或 Chromium (program of the browser; default: one that is found)
    #[arg(long, value_name = "PATH", requires = "pdf", help_heading = OPTIONS)]
    pub browser: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct Common {
    /// 站点文件夹，里面有 site.toml (site folder, with site.toml in it)
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    pub site: PathBuf,
    /// 数据截止日，如 2026-10-31；默认为数据里最晚的一天 (as-of date; default: the latest day in the data)
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub as_of: Option<Day>,
    /// 网站将来的网址 (address the site will have)
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    /// 有警告也不生成 (warnings stop the build as well)
    #[arg(long)]
    pub strict: bool,
    /// 提示用哪种语言；默认随站点 (language of messages; default: that of the site)
    #[arg(long, value_enum, value_name = LANGS, hide_possible_values = true)]
    pub lang: Option<LangName>,
    /// 错误怎样列出：详细、一条一行、JSON (how problems are printed)
    #[arg(long, value_enum, default_value_t, value_name = "full|short|json", hide_possible_values = true)]
    pub format: FormatName,
    /// 列出每一步的用时 (print the time each step took)
    #[arg(long)]
    pub timings: bool,
    /// 同时用几个线程；默认随处理器 (threads; default: as many as processors)
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// 完成时不说话 (say nothing when done)
    #[arg(long, short)]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum LangName {
    #[default]
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum FormatName {
    #[default]
    Full,
    Short,
    Json,
}

/// The definition of the command line, with the help and version options in both languages.
pub(super) fn definition() -> clap::Command {
    let help = clap::Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true)
        .help("显示这份说明 (Print help)")
        .help_heading(OPTIONS);
    let version = clap::Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help("显示版本 (Print version)")
        .help_heading(OPTIONS);
    Typed::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .help_template(TEMPLATE)
        .mut_subcommands(|command| command.help_template(TEMPLATE))
        .arg(help)
        .arg(version)
}

/// A day in any of the spellings that tables may use.
fn day(text: &str) -> Result<Day, &'static str> {
    let style = DateStyle { order: None, utc_offset: 0 };
    match scan::moment(text, style) {
        Ok(moment) if moment.is_day() => Ok(moment.day()),
        _ => Err("写成 2026-10-31 的样子 (write it as 2026-10-31)"),
    }
}

/// An address to which paths can be added.
fn base_url(text: &str) -> Result<String, &'static str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let fits = host.is_some_and(|host| {
        !host.is_empty()
            && !host.starts_with('/')
            && !host.contains(|c: char| c.is_whitespace() || c.is_control() || "?#\"<>".contains(c))
    });
    if fits {
        Ok(text.to_owned())
    } else {
        Err("写成 https://example.org/gongshi/ 的样子 (write it as https://example.org/gongshi/)")
    }
}
