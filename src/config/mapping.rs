//! How the columns of a real export map to the fields of a table.

use std::collections::BTreeMap;

use crate::source::Encoding;
use crate::text::date::DateOrder;

/// The tables of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// 地点
    Places,
    /// 团队
    Teams,
    /// 诉求
    Issues,
    /// 活动
    Activities,
    /// 项目
    Projects,
    /// 项目节点
    Milestones,
    /// 清单
    Items,
    /// 固定日
    FixedDays,
    /// 服务点
    ServicePoints,
    /// 值班表
    Duty,
    /// 上报数所说的、本站以外的地点
    ReportedPlaces,
    /// 上报数
    Reported,
    /// 数据里的名称在另一种语言里的说法
    Names,
}

impl Table {
    /// All tables, in the order they are loaded.
    pub const ALL: [Self; 13] = [
        Self::Places,
        Self::Teams,
        Self::Issues,
        Self::Activities,
        Self::Projects,
        Self::Milestones,
        Self::Items,
        Self::FixedDays,
        Self::ServicePoints,
        Self::Duty,
        Self::ReportedPlaces,
        Self::Reported,
        Self::Names,
    ];

    /// The name in `site.toml` and of the files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Places => "places",
            Self::Teams => "teams",
            Self::Issues => "issues",
            Self::Activities => "activities",
            Self::Projects => "projects",
            Self::Milestones => "milestones",
            Self::Items => "items",
            Self::FixedDays => "fixed_days",
            Self::ServicePoints => "service_points",
            Self::Duty => "duty",
            Self::ReportedPlaces => "reported_places",
            Self::Reported => "reported",
            Self::Names => "names",
        }
    }
}

/// `[[source]]`: one kind of file that fills a table.
#[derive(Debug, Clone)]
pub struct SourceSpec {
    /// The table it fills.
    pub table: Table,
    /// Files or globs, from the site folder.
    pub files: Vec<String>,
    /// Line of `site.toml` it starts on, for messages.
    pub line: u32,
    /// Encoding; detected when not given.
    pub encoding: Option<Encoding>,
    /// Separator of a text table; detected when not given.
    pub separator: Option<u8>,
    /// Sheet of a workbook; the first when not given.
    pub sheet: Option<String>,
    /// Field → where its text comes from. Fields not named here are found by their own name and known aliases.
    pub columns: BTreeMap<String, ColumnSpec>,
    /// Field → (text of the cell → what it means).
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Field → text used where the cell is blank.
    pub defaults: BTreeMap<String, String>,
    /// Texts that mean “no value”, besides the blank cell.
    pub missing: Vec<String>,
    /// How dates such as `03/05/2024` are to be read.
    pub date_order: Option<DateOrder>,
    /// Free-text fields whose content may be published.
    pub public: Vec<String>,
    /// Whether each row is one person's stint, to be added up to activities by team, place, day and kind.
    pub row_is_participation: bool,
}

/// Where the text of a field comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnSpec {
    /// The first of these headers that the file has.
    Header(Vec<String>),
    /// A date and a time of day in two columns.
    DateTime {
        /// Header of the date.
        date: String,
        /// Header of the time.
        time: String,
    },
    /// Several columns put together.
    Join {
        /// Headers, in order.
        headers: Vec<String>,
        /// What stands between them.
        with: String,
    },
    /// The number of the row, after a prefix: for tables without an id of their own.
    RowNumber {
        /// What stands before the number.
        prefix: String,
    },
}
