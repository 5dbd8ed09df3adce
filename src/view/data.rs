//! The page of downloads, and the description of the data for machines.

use schemars::JsonSchema;
use serde::Serialize;

use super::downloads::{Column, Download};
use super::shell::{Link, Shell};
use super::{View, routes};
use crate::diag::rules::rows;
use crate::text::Lang;

/// The data page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DataPage {
    /// Frame.
    pub shell: Shell,
    /// The files of rows.
    pub files: Vec<FileRow>,
    /// Figures of single subjects for machines.
    pub subjects: Vec<Link>,
    /// Whether there are issues, by which a reader can check a number.
    pub has_issues: bool,
    /// Rows of the input that were left out, with the reason.
    pub left_out: Vec<LeftOutRow>,
    /// Address of the description for machines.
    pub package: String,
}

/// A file of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileRow {
    /// Its name and address.
    pub link: Link,
    /// What it holds.
    pub title: String,
    /// Its columns.
    pub columns: Vec<ColumnRow>,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ColumnRow {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: &'static str,
    /// What it holds.
    pub meaning: String,
}

/// Rows left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOutRow {
    /// Where they stand.
    pub file: String,
    /// How many.
    pub rows: usize,
    /// Why, with the rule's code.
    pub reason: String,
}

/// A Frictionless Data Package with Table Schema (`datapackage.json`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DataPackage {
    /// Always `tabular-data-package`.
    pub profile: &'static str,
    /// Name for programs.
    pub name: String,
    /// Name for people.
    pub title: String,
    /// As-of date.
    pub version: String,
    /// Licences.
    pub licenses: Vec<Licence>,
    /// The files.
    pub resources: Vec<Resource>,
}

/// A licence of the package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Licence {
    /// As the site names it.
    pub title: String,
}

/// A file of the package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Resource {
    /// Name for programs.
    pub name: String,
    /// Path beside `datapackage.json`.
    pub path: String,
    /// Name for people.
    pub title: String,
    /// Always `tabular-data-resource`.
    pub profile: &'static str,
    /// Always `utf-8`; the file opens with a byte order mark, for spreadsheets.
    pub encoding: &'static str,
    /// Its columns.
    pub schema: Schema,
}

/// Columns of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Schema {
    /// The columns in order.
    pub fields: Vec<Field>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What it holds.
    pub description: String,
}

impl View<'_> {
    /// The data page.
    #[must_use]
    pub fn data_page(&self) -> DataPage {
        let lang = self.lang;
        let ledger = self.cleared.ledger();
        let files = self.downloads().iter().map(|file| self.file_row(file)).collect();
        let places = self.rollups.iter().chain(&self.communities).filter_map(|&at| self.place(at));
        let places = places.map(|place| {
            Link::new(place.name.clone(), self.shared(&routes::place_json(place, self.config.community_level)))
        });
        let teams = ledger.teams.iter().map(|team| Link::new(team.name.clone(), self.shared(&routes::team_json(team))));
        DataPage {
            shell: self.shell(
                routes::DATA,
                lang.pick("数据下载", "Data"),
                lang.pick(
                    "全部数据、字段说明，以及怎样核对一个数字",
                    "All data, what the columns mean, and how to check a number",
                )
                .to_owned(),
                self.home_crumb(),
                routes::DATA,
            ),
            files,
            subjects: places.chain(teams).collect(),
            has_issues: !ledger.issues.is_empty(),
            left_out: ledger
                .left_out
                .iter()
                .map(|left| LeftOutRow {
                    file: left.file.clone(),
                    rows: left.rows,
                    reason: format!("{} {}", left.code, reason(left.code, lang)),
                })
                .chain(self.withheld_rows())
                .collect(),
            package: self.shared(routes::DATA_PACKAGE),
        }
    }

    fn file_row(&self, file: &Download) -> FileRow {
        let address = file.address(self);
        FileRow {
            link: Link::new(address.trim_start_matches("data/").to_owned(), self.shared(&address)),
            title: file.title(self.lang).to_owned(),
            columns: file
                .columns(self.lang)
                .into_iter()
                .map(|Column { name, kind, meaning }| ColumnRow { name, kind, meaning })
                .collect(),
        }
    }

    /// The description of the data for machines.
    #[must_use]
    pub fn data_package(&self) -> DataPackage {
        let site = &self.config.site;
        DataPackage {
            profile: "tabular-data-package",
            name: "gongshi-data".to_owned(),
            title: site.title.clone(),
            version: self.as_of.to_string(),
            licenses: (!site.licence.is_empty()).then(|| Licence { title: site.licence.clone() }).into_iter().collect(),
            resources: self
                .downloads()
                .iter()
                .map(|file| {
                    let address = file.address(self);
                    let path = address.trim_start_matches("data/").to_owned();
                    Resource {
                        name: path.trim_end_matches(".csv").to_owned(),
                        path,
                        title: file.title(self.lang).to_owned(),
                        profile: "tabular-data-resource",
                        encoding: "utf-8",
                        schema: Schema {
                            fields: file
                                .columns(self.lang)
                                .into_iter()
                                .map(|Column { name, kind, meaning }| Field { name, kind, description: meaning })
                                .collect(),
                        },
                    }
                })
                .collect(),
        }
    }
}

/// Why rows were left out, in words for the public.
fn reason(code: &str, lang: Lang) -> &'static str {
    let known = [
        (rows::MISSING_VALUE.code, ("必填的一栏空白", "a required cell is blank")),
        (rows::BAD_DATE.code, ("日期读不出", "the date cannot be read")),
        (rows::AMBIGUOUS_DATE.code, ("日期有两种读法", "the date can be read in two ways")),
        (rows::BAD_NUMBER.code, ("数字读不出", "the number cannot be read")),
        (rows::UNKNOWN_PLACE.code, ("地点不在名册上", "the place is not on the register")),
        (rows::UNKNOWN_TEAM.code, ("团队不在名册上", "the team is not on the register")),
        (rows::DUPLICATE_ID.code, ("编号与另一行相同", "the id is that of another row")),
        (rows::SAME_ROW_TWICE.code, ("与另一行完全相同", "the same as another row")),
        (rows::TOO_MANY_HOURS.code, ("一人一天的服务时长超过 24 小时", "more than 24 hours for one person in a day")),
        (rows::UNKNOWN_PROJECT.code, ("项目不在登记表上", "the project is not on the register")),
    ];
    let words = known.iter().find(|(known, _)| *known == code).map(|(_, words)| *words);
    words.map_or(lang.pick("不合校验规则", "against a rule of checking"), |(zh, en)| lang.pick(zh, en))
}
