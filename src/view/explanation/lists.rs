//! The records of an explanation as lists.

use std::collections::BTreeMap;

use super::{RecordList, Role, amount_text};
use crate::measure::Amount;
use crate::measure::evidence::{Counted, Evidence, Outside, Record};
use crate::measure::notices::{Lapse, lapse};
use crate::measure::registry::{How, Metric, Stock};
use crate::model::{Event, Period, Project};
use crate::text::date::{Day, Moment};
use crate::view::View;

/// Records of one part, before they are put into words.
struct Part<'a> {
    role: Role,
    title: String,
    records: &'a [Counted],
    rank: Option<usize>,
}

impl View<'_> {
    /// The records behind a figure: those that count, those in the denominator only, those outside by reason.
    pub(super) fn record_lists(&self, metric: &Metric, evidence: &Evidence, most: Option<usize>) -> Vec<RecordList> {
        let lang = self.lang;
        let rate = metric.is_rate();
        let (counted, only_whole) = match metric.how {
            How::TopicConversion => (
                lang.pick("计入分子（已有完成项目的专题）", "in the numerator (topics with a finished project)"),
                lang.pick("只计入分母（没有完成项目的专题）", "in the denominator only (topics without)"),
            ),
            How::ActiveTeams => (
                lang.pick("计入分子（有活动的团队）", "in the numerator (teams with an activity)"),
                lang.pick("只计入分母（没有活动的团队）", "in the denominator only (teams without)"),
            ),
            How::HoursPerVolunteer => (
                lang.pick("计入分子（服务时长）", "in the numerator (time served)"),
                lang.pick("计入分母（不同的志愿者）", "in the denominator (different volunteers)"),
            ),
            _ if rate && evidence.only_whole.is_empty() && matches!(metric.how, How::Projects(_)) => {
                (lang.pick("计入", "counted"), "")
            }
            _ if rate => {
                (lang.pick("计入分子", "in the numerator"), lang.pick("只计入分母", "in the denominator only"))
            }
            _ => (lang.pick("计入", "counted"), ""),
        };
        let mut lists = vec![self.record_list(
            metric,
            &Part { role: Role::Counted, title: counted.to_owned(), records: &evidence.counted, rank: evidence.rank },
            most,
        )];
        if !evidence.only_whole.is_empty() {
            let part =
                Part { role: Role::OnlyWhole, title: only_whole.to_owned(), records: &evidence.only_whole, rank: None };
            lists.push(self.record_list(metric, &part, most));
        }
        let mut outside = BTreeMap::<(Outside, String), Vec<Counted>>::new();
        for &(why, record) in &evidence.outside {
            let reason = self.reason(why, record);
            outside.entry((why, reason)).or_default().push(Counted { record, amount: 0 });
        }
        for ((_, reason), records) in outside {
            let title = lang.pick(format!("不计入：{reason}"), format!("outside: {reason}"));
            lists.push(self.record_list(
                metric,
                &Part { role: Role::Outside, title, records: &records, rank: None },
                most,
            ));
        }
        lists
    }

    fn record_list(&self, metric: &Metric, part: &Part<'_>, most: Option<usize>) -> RecordList {
        let count = part.records.len();
        let most = most.unwrap_or(count);
        // Around the rank, where there is one: the record at it is what one wants to see.
        let first = part.rank.map_or(0, |rank| rank.saturating_sub(most / 2).min(count.saturating_sub(most)));
        let shown = part.records.iter().skip(first).take(most);
        let counts = self.lang.pick(format!("{}，{count} 条", part.title), format!("{}: {count}", part.title));
        let title = match part.rank {
            Some(rank) if metric.how == How::OldestOpen => self.lang.pick(
                format!("{counts}，受理晚的在前，第 {} 条为所求", rank + 1),
                format!("{counts}, received last first; number {} is the one", rank + 1),
            ),
            Some(rank) => self.lang.pick(
                format!("{counts}，用时由短到长，第 {} 条为所求", rank + 1),
                format!("{counts}, shortest first; number {} is the one", rank + 1),
            ),
            None => counts,
        };
        RecordList {
            role: part.role,
            title,
            count,
            amount: part.records.iter().map(|counted| counted.amount).sum(),
            heads: self.heads_of(metric, part.role),
            rows: shown.map(|counted| self.record_row(metric, counted, part.role)).collect(),
            marked: part.rank.map(|rank| rank - first),
        }
    }

    fn heads_of(&self, metric: &Metric, role: Role) -> Vec<&'static str> {
        let lang = self.lang;
        let mut heads = match metric.how {
            How::Issues(..)
            | How::IssueRate { .. }
            | How::IssuesPer { .. }
            | How::IssueSum { .. }
            | How::ShrunkStars
            | How::IssueMean { .. }
            | How::Handling(_)
            | How::IssueStock(_)
            | How::OldestOpen => {
                vec![
                    lang.pick("工单编号", "id"),
                    lang.pick("受理", "received"),
                    lang.pick("应办结", "due"),
                    lang.pick("办结", "handled"),
                    lang.pick("回访", "return call"),
                    lang.pick("地点", "place"),
                ]
            }
            How::Streak(_) => {
                vec![lang.pick("月份", "month"), lang.pick("分子", "numerator"), lang.pick("分母", "denominator")]
            }
            How::TopicConversion => vec![lang.pick("专题", "topic")],
            How::Volunteers if role == Role::Counted => vec![lang.pick("志愿者序号", "volunteer")],
            How::HoursPerVolunteer if role == Role::OnlyWhole => vec![lang.pick("志愿者序号", "volunteer")],
            How::Activities(_) | How::Volunteers | How::HoursPerVolunteer => vec![
                lang.pick("活动编号", "id"),
                lang.pick("日期", "date"),
                lang.pick("团队", "team"),
                lang.pick("主题", "theme"),
            ],
            How::ActiveTeams => vec![lang.pick("团队编号", "id"), lang.pick("名称", "name")],
            How::Projects(Stock::Steps | Stock::Slippage) => vec![
                lang.pick("项目编号", "project"),
                lang.pick("节点", "step"),
                lang.pick("原定", "planned"),
                lang.pick("预计", "expected"),
                lang.pick("实际", "actual"),
                lang.pick("偏差（工作日）", "slippage in working days"),
            ],
            How::Projects(_) => {
                vec![lang.pick("项目编号", "id"), lang.pick("状态", "state"), lang.pick("名称", "name")]
            }
            How::Notices => vec![
                lang.pick("公告", "notice"),
                lang.pick("公示自", "from"),
                lang.pick("期满", "last day"),
                lang.pick("撤下", "taken down"),
                lang.pick("情况", "outcome"),
                lang.pick("标题", "title"),
            ],
            How::Items(_) | How::ItemRate { .. } => vec![
                lang.pick("编号", "id"),
                lang.pick("清单", "list"),
                lang.pick("公布", "published"),
                lang.pick("状态", "state"),
                lang.pick("事项", "item"),
            ],
        };
        heads.extend(self.amount_head(metric).filter(|_| role == Role::Counted));
        heads
    }

    /// Head of the column of amounts, where records add different ones.
    fn amount_head(&self, metric: &Metric) -> Option<&'static str> {
        use crate::measure::activities::Counter;
        let lang = self.lang;
        match metric.how {
            How::Handling(_) | How::Activities(Counter::Seconds) | How::HoursPerVolunteer => {
                Some(lang.pick("分钟", "minutes"))
            }
            How::OldestOpen => Some(lang.pick("在办天数", "days open")),
            How::IssueSum { of: Amount::Returns, .. } | How::IssueMean { of: Amount::Returns, .. } => {
                Some(lang.pick("重办次数", "times handed back"))
            }
            How::IssueSum { of: Amount::Stars, .. } | How::IssueMean { of: Amount::Stars, .. } | How::ShrunkStars => {
                Some(lang.pick("星级", "stars"))
            }
            How::Activities(Counter::Sessions) => None,
            How::Activities(_) => Some(lang.pick("数量", "number")),
            How::ActiveTeams => Some(lang.pick("场次", "activities")),
            How::TopicConversion => Some(lang.pick("件数", "issues")),
            How::Projects(Stock::Progress) => Some(lang.pick("进度", "progress")),
            How::Projects(Stock::Budget) => Some(lang.pick("预算（元）", "budget, yuan")),
            How::Projects(Stock::Execution) => Some(lang.pick("支付（元）", "paid, yuan")),
            _ => None,
        }
    }

    fn record_row(&self, metric: &Metric, counted: &Counted, role: Role) -> Vec<String> {
        let ledger = self.cleared.ledger();
        let mut row = match counted.record {
            Record::Issue(at) => {
                let time = |at: Option<Moment>| at.map_or_else(|| "—".to_owned(), |at| at.to_string());
                let finished = ledger.issues.time(at, Event::Handled).or_else(|| ledger.issues.time(at, Event::Closed));
                vec![
                    ledger.issues.ids.get(at).to_owned(),
                    time(ledger.issues.time(at, Event::Received)),
                    time(self.cleared.measures().membership().deadline(at)),
                    time(finished),
                    time(ledger.issues.time(at, Event::Verified)),
                    self.public_place(ledger.issues.places.get(at).copied()),
                ]
            }
            Record::Activity(at) => ledger.activities.get(at).map_or_else(Vec::new, |activity| {
                let row = self.activity_row(activity);
                let team = row.team.map_or_else(|| "—".to_owned(), |team| team.text);
                vec![activity.id.clone(), row.date, team, row.theme]
            }),
            Record::Project(at) => ledger.projects.get(at).map_or_else(Vec::new, |project| {
                let row = self.project_row(project);
                vec![project.id.clone(), row.state, row.project.text]
            }),
            Record::Item(at) => ledger.items.get(at).map_or_else(Vec::new, |item| {
                let row = self.item_row(item);
                vec![item.id.clone(), row.list, row.published, row.state, row.title]
            }),
            Record::Month { month, part, whole } => {
                vec![month.to_string(), part.to_string(), whole.to_string()]
            }
            Record::Topic(at) => vec![ledger.issues.topics.words().get(at).cloned().unwrap_or_default()],
            Record::Volunteer(number) => vec![number.to_string()],
            Record::Notice(at) => self.notice_cells(at),
            Record::Step(at, step) => {
                ledger.projects.get(at).map_or_else(Vec::new, |project| self.step_cells(project, step))
            }
            Record::Team(at) => ledger.team(at).map_or_else(Vec::new, |team| vec![team.id.clone(), team.name.clone()]),
        };
        if role == Role::Counted && self.amount_head(metric).is_some() {
            row.push(amount_text(metric, counted.amount));
        }
        row
    }

    /// A public notice: its days and whether it is compliant.
    fn notice_cells(&self, at: usize) -> Vec<String> {
        let notice = self.cleared.ledger().library.notices.get(at);
        let last = self.cleared.measures().last_day(at);
        let Some((notice, last)) = notice.zip(last) else { return Vec::new() };
        let Some(publicity) = &notice.publicity else { return Vec::new() };
        let lang = self.lang;
        let outcome = match lapse(publicity, last) {
            _ if last > self.as_of => lang.pick("公示中", "running"),
            None => lang.pick("合规", "compliant"),
            Some(Lapse::NoBasis) => lang.pick("没有写依据", "no basis given"),
            Some(Lapse::NoContact) => lang.pick("没有写意见反馈方式", "does not say where to object"),
            Some(Lapse::TakenDown) => lang.pick("提前撤下", "taken down early"),
        };
        vec![
            notice.slug.clone(),
            publicity.from.to_string(),
            last.to_string(),
            publicity.until.map_or_else(|| "—".to_owned(), |day| day.to_string()),
            outcome.to_owned(),
            notice.title.clone(),
        ]
    }

    /// A step of a project: its days and its slippage.
    fn step_cells(&self, project: &Project, step: usize) -> Vec<String> {
        let Some(step) = project.milestones.get(step) else { return Vec::new() };
        let day = |day: Option<Day>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
        let slippage = self.cleared.measures().slippage(project, step);
        vec![
            project.id.clone(),
            step.name.clone(),
            day(step.baseline),
            day(step.forecast),
            day(step.actual),
            slippage.map_or_else(|| "—".to_owned(), |days| days.to_string()),
        ]
    }

    /// Why a record is outside, in words.
    fn reason(&self, why: Outside, record: Record) -> String {
        let lang = self.lang;
        if let Record::Item(at) = record {
            let reason = self.cleared.ledger().items.get(at).map_or("", |item| item.withdrawn.as_str());
            match why {
                Outside::Withdrawn => return lang.pick(format!("已撤回（{reason}）"), format!("withdrawn ({reason})")),
                Outside::Closed => return lang.pick("已销号", "cleared").to_owned(),
                _ => {}
            }
        }
        match why {
            Outside::OtherPeriod(month) => {
                let month = Period::Month(month).name(lang);
                return lang.pick(format!("归入{month}"), format!("counts in {month}"));
            }
            Outside::Excluded => {
                let reason = match record {
                    Record::Issue(at) => {
                        self.reason_name(self.cleared.ledger().issues.excluded.get(at).unwrap_or_default())
                    }
                    _ => String::new(),
                };
                return lang.pick(format!("经决定不计入（{reason}）"), format!("excluded by decision ({reason})"));
            }
            _ => {}
        }
        let (zh, en) = match why {
            Outside::Excluded | Outside::OtherPeriod(_) => ("", ""),
            Outside::Empty => ("没有应计件的月份，不计也不中断", "a month with nothing to count"),
            Outside::NotComplete => ("没有做到 100%，到此中断", "not complete: it ends here"),
            Outside::Duplicate => ("重复件，并入主件", "duplicate, merged into another issue"),
            Outside::Withdrawn => ("诉求人撤回", "withdrawn by the caller"),
            Outside::SentBack => ("不属于本单位，已退单", "sent back: not for this office"),
            Outside::Rejected => ("依规不予受理", "not accepted under the rules"),
            Outside::AfterAsOf => ("数据截止日之后", "after the as-of date"),
            Outside::NoDeadline => ("没有应办结时间", "no deadline"),
            Outside::NotYetDue => ("未到应办结时间", "not yet due"),
            Outside::NotHandled => ("尚未办结", "not finished"),
            Outside::NotReached => ("没有走到这一步", "did not come to this stage"),
            Outside::Handled => ("已办结", "finished"),
            Outside::Closed => ("已销单", "closed"),
            Outside::NoTimeOfFinish => ("标“已办结”而没有时间", "marked closed without a time"),
            Outside::FinishedBeforeReceipt => ("办结时间早于受理时间", "finished before it was received"),
            Outside::NotAnswered => ("回访没有回答这一项", "the caller did not answer this question"),
            Outside::Evaluated => ("已评价", "rated"),
            Outside::NotDispatched => ("没有派单时间", "no time of dispatch"),
            Outside::NotEscalated => ("没有升级", "not escalated"),
            Outside::NoTerm => ("升级前的级别没有时限", "the former tier has no term"),
            Outside::NotSuch => ("不属于这一类", "not of this kind"),
            Outside::Unconfirmed => ("未核实", "not confirmed"),
            Outside::NoAmount => ("没有填写数量", "no number given"),
            Outside::OtherUnit => ("用别的单位填报", "reported in another unit"),
            Outside::OtherState => ("处于其他状态", "in another state"),
            Outside::NoProgress => ("没有节点，也没有填报进度", "neither steps nor a progress given"),
            Outside::NoSlippage => (
                "缺原定日期或者实际、预计日期，或者其间有还没有放假安排的日子",
                "a day is missing, or one in between is outside the calendar",
            ),
            Outside::NotEnded => ("公示期没有满", "its term has not ended"),
            Outside::NotNamed => ("没有写全志愿者编号", "does not name all its volunteers"),
            Outside::NoEvidence => ("没有佐证，不算销号", "struck off without evidence"),
            Outside::NoBudget => ("没有同时填报预算和支付", "budget or payments not given"),
        };
        lang.pick(zh, en).to_owned()
    }
}
