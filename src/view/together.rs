//! Categories that are not published separately: how many issues there were of each, and the rule behind it.

use schemars::JsonSchema;
use serde::Serialize;

use super::View;
use super::chart::Table;
use super::shell::Link;
use crate::guard::{self, Cell};
use crate::measure::registry::{Metric, find};
use crate::measure::{Dimension, Figure, Subject, Value};
use crate::model::{Period, WITHHELD};
use crate::text::Lang;
use crate::view::figure_text::{count_text, words};

/// Categories that are not published separately, with what may be said of them.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Together {
    /// How many issues of the subject are published under one word.
    pub note: String,
    /// A row a category, a column a year; `[c]` is kept back.
    pub table: Table,
}

impl View<'_> {
    /// The category of an issue as people read it.
    pub(super) fn category_name(&self, word: &str) -> String {
        match word {
            WITHHELD => self.lang.pick("不单独公布的类别", "category not published separately").to_owned(),
            word => word.to_owned(),
        }
    }

    /// The reason of an exclusion as people read it.
    pub(super) fn reason_name(&self, word: &str) -> String {
        match word {
            WITHHELD => self.lang.pick("原因不公布", "reason not published").to_owned(),
            word => word.to_owned(),
        }
    }

    /// The counts of folded categories as figures: those of one category after the other.
    pub(super) fn folded_figures(
        &self,
        metric: &'static Metric,
        subject: Subject,
        each: &mut dyn FnMut(&str, &Figure),
    ) {
        let counts = self.cleared.counts();
        if metric.id != "issues.received" {
            return;
        }
        for (at, name) in counts.names().iter().enumerate() {
            let name = format!("{}{{category={name}}}", metric.id);
            for (period, cells) in counts.of_subject(subject) {
                if let Some(&cell) = cells.get(at) {
                    each(&name, &self.folded_figure(metric, (subject, *period), cell));
                }
            }
        }
    }

    fn folded_figure(&self, metric: &'static Metric, (subject, period): (Subject, Period), cell: Cell) -> Figure {
        let value = match cell {
            Cell::Shown(count) => Value::Count(count),
            Cell::Hidden => Value::Withheld,
        };
        Figure { value, ..self.cleared.measures().figure(metric, subject, period) }
    }

    /// The categories that are not published separately; `None` where there are none, and for subjects without counts.
    pub(super) fn together(&self, subject: Subject) -> Option<Together> {
        let lang = self.lang;
        let metric = find("issues.received")?;
        let counts = self.cleared.counts();
        let rows = counts.of_subject(subject);
        if rows.is_empty() {
            return None;
        }
        let as_one = |period| {
            let words = Dimension::Category.words(&self.cleared.ledger().issues);
            let at = words.iter().position(|word| *word == WITHHELD)?;
            self.cleared.measures().slice(metric, subject, period, (Dimension::Category, at))
        };
        let number = |period| as_one(period).and_then(|figure| figure.value.count()).unwrap_or(0);
        let mut heads = vec![Link::new(lang.pick("类别", "Category"), "")];
        heads.extend(rows.iter().map(|(period, _)| match period {
            Period::All => Link::new(lang.pick("累计", "All"), ""),
            period => Link::new(period.name(lang), ""),
        }));
        let row = |(at, name): (usize, &String)| {
            let cells = rows.iter().map(|(period, cells)| {
                let cell = cells.get(at).copied().unwrap_or(Cell::Hidden);
                words(&self.folded_figure(metric, (subject, *period), cell), lang).value
            });
            std::iter::once(name.clone()).chain(cells).collect()
        };
        let all = number(Period::All);
        let mut table = Table { heads, rows: counts.names().iter().enumerate().map(row).collect() };
        let last = lang.pick("合在一起公布的全部", "All published together").to_owned();
        table
            .rows
            .push(std::iter::once(last).chain(rows.iter().map(|(period, _)| count_text(number(*period)))).collect());
        let one = self.category_name(WITHHELD);
        let mut note = lang.pick(
            format!("共 {} 件在明细、图表和下载里都写作“{one}”。", count_text(all)),
            format!("{} issues stand as “{one}” in lists, charts and downloads.", count_text(all)),
        );
        let fields = self.withheld_fields();
        if !fields.is_empty() {
            note += &lang.pick(
                format!("它们的{fields}也不公布，按这些分的数字里没有它们。"),
                format!(" Of these, {fields} are not published either, and figures by these do not count them."),
            );
        }
        Some(Together { note, table })
    }

    /// Fields of which nothing is published for folded records, in words.
    fn withheld_fields(&self) -> String {
        let fields = self.cleared.folded().fields.iter().map(|field| field_name(field, self.lang));
        fields.collect::<Vec<_>>().join(self.lang.pick("、", ", "))
    }

    /// The rule of what is not published separately, a paragraph each; empty where nothing is.
    pub(super) fn together_rule(&self) -> Vec<String> {
        let folded = self.cleared.folded();
        if folded.records == 0 {
            return Vec::new();
        }
        let lang = self.lang;
        let separator = lang.pick("、", ", ");
        let words = guard::sensitive_words(&self.config.privacy, lang).join(separator);
        let names = self.cleared.counts().names().join(separator);
        let records = count_text(folded.records as u64);
        let fields = self.withheld_fields();
        let one = self.category_name(WITHHELD);
        let mut said = vec![
            lang.pick(
                format!("类别、专题或诉求类型的名称里含有这些词的，是敏感事项：{words}。这些件和件数最少的几类普通件合在一起，在所有网页、图表、打印件和下载里都写作“{one}”（数据中写 [c]），共 {records} 件。本站合在一起的类别：{names}。"),
                format!("A category, topic or kind is sensitive when its name holds one of these words: {words}. Such issues are published together with those of the smallest ordinary categories, as “{one}” on every page, chart and sheet, and as [c] in the data: {records} issues. The categories of this site that are published together: {names}."),
            ),
            lang.pick(
                "合在一起的普通件不少于敏感件，且至少 10 件，所以从单独一件看不出它是不是敏感事项。每个社区每一年再看一次：合在一起的不满 10 件，或敏感件多于一半的，按件数从少到多再并入别的类别；全年不满 10 件诉求的，全部并入。因此个别普通类别的件数会比实际略少。".to_owned(),
                "The ordinary issues among them are at least ten, and at least as many as the sensitive ones, so that a single issue does not tell what it is. Each community looks again at each year: where fewer than ten are published together, or more than half of them are sensitive, further categories join, the smallest first; a year with fewer than ten issues joins whole. The counts of some ordinary categories are therefore a little lower than they were.".to_owned(),
            ),
        ];
        if !fields.is_empty() {
            said.push(lang.pick(
                format!("这些件的{fields}也不公布，因为会透露类别；按这些项目分的数字里没有这些件，投诉件数里也没有。"),
                format!("Of these issues, {fields} are not published either, for they would tell the category; figures by these do not count them, nor does the number of complaints where the kind is one of them."),
            ));
        }
        if folded.summaries > 0 {
            let summaries = count_text(folded.summaries as u64);
            said.push(lang.pick(
                format!("这些件的公开摘要（{summaries} 条）不公布。"),
                format!("Their released sentences ({summaries}) are not published."),
            ));
        }
        said.push(lang.pick(
            "每一类有多少件，只公布全年和累计的、不会暴露个人的数。1–4 件写 [c]；没有结束的年度和含有它的累计写 [c]，以免每次更新时相减得出当月的数；该地该期全部诉求不满 10 件的，0 也写 [c]；敏感件占合在一起的一半以上的，写 [c]；能由合计或别的表算出这些数的，也写 [c]。发布前逐格验证：凡是因为太小而隐去的数，除实际的数以外，还有别的数与公布的全部内容相符。".to_owned(),
            "How many there were of each category is published by year and in all, where no single person shows through. Counts from 1 to 4 are [c]; so are those of a year that is not over, and sums with it, for each release would tell what the last month added; so is 0 where the place had fewer than 10 issues in all; so are those of sensitive categories where they are more than half of what is published together; and so is any count by which one of these could be worked out. Before publishing, every count hidden as too small is checked: other numbers than the true one agree with all that is published.".to_owned(),
        ));
        said
    }
}

/// What a field of an issue is called.
fn field_name(field: &str, lang: Lang) -> &str {
    match field {
        "kind" => lang.pick("诉求类型", "the kind"),
        "origin" => lang.pick("问题来源", "who raised it"),
        "team" => lang.pick("协助团队", "the team"),
        "channel" => lang.pick("受理渠道", "the channel"),
        "department" => lang.pick("承办单位", "the office in charge"),
        "topic" => lang.pick("专题", "the topic"),
        "extension_reason" => lang.pick("延期原因", "the reason of an extension"),
        "excluded" => lang.pick("不计入原因", "the reason of an exclusion"),
        field => field,
    }
}
