//! Issues (诉求工单) in compact columns: there can be millions, and most exports fill few columns.

use super::column::{Column, Texts, Words};
use super::ledger::Trace;
use super::place::PlaceIx;
use super::team::TeamIx;
use super::vocabulary::vocabulary;
use crate::text::Lang;
use crate::text::date::Moment;

/// What happens to an issue, in the order of the closed loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// 受理
    Received,
    /// 派单
    Dispatched,
    /// 接单
    Accepted,
    /// 首次联系
    Contacted,
    /// 到场
    OnScene,
    /// 办结
    Handled,
    /// 回复
    Replied,
    /// 回访
    Verified,
    /// 销单
    Closed,
    /// 应办结
    Due,
    /// 延期至
    ExtendedTo,
    /// 延期批准
    ExtendedAt,
    /// 升级
    EscalatedAt,
}

impl Event {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Received,
        Self::Dispatched,
        Self::Accepted,
        Self::Contacted,
        Self::OnScene,
        Self::Handled,
        Self::Replied,
        Self::Verified,
        Self::Closed,
        Self::Due,
        Self::ExtendedTo,
        Self::ExtendedAt,
        Self::EscalatedAt,
    ];

    /// The field of the table it is read from.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Received => "received_at",
            Self::Dispatched => "dispatched_at",
            Self::Accepted => "accepted_at",
            Self::Contacted => "contacted_at",
            Self::OnScene => "on_scene_at",
            Self::Handled => "handled_at",
            Self::Replied => "replied_at",
            Self::Verified => "verified_at",
            Self::Closed => "closed_at",
            Self::Due => "due_at",
            Self::ExtendedTo => "extended_to",
            Self::ExtendedAt => "extended_at",
            Self::EscalatedAt => "escalated_at",
        }
    }
}

impl Event {
    /// What people call the step.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.pick("受理", "receipt"),
            Self::Dispatched => lang.pick("派单", "dispatch"),
            Self::Accepted => lang.pick("接单", "acceptance"),
            Self::Contacted => lang.pick("首次联系", "first contact"),
            Self::OnScene => lang.pick("到场", "arrival on the scene"),
            Self::Handled => lang.pick("办结", "finish"),
            Self::Replied => lang.pick("回复", "reply"),
            Self::Verified => lang.pick("回访", "return call"),
            Self::Closed => lang.pick("销单", "closing"),
            Self::Due => lang.pick("应办结", "deadline"),
            Self::ExtendedTo => lang.pick("延期至", "extended deadline"),
            Self::ExtendedAt => lang.pick("延期批准", "grant of the extension"),
            Self::EscalatedAt => lang.pick("升级", "escalation"),
        }
    }
}

vocabulary! {
    /// What sort of request it is.
    Kind {
        /// 投诉
        Complaint = "complaint" "投诉" "Complaint",
        /// 咨询
        Consultation = "consultation" "咨询" "Enquiry",
        /// 建议
        Suggestion = "suggestion" "建议" "Suggestion",
        /// 求助
        Request = "request" "求助" "Request",
        /// 隐患
        Hazard = "hazard" "隐患" "Hazard",
        /// 纠纷
        Dispute = "dispute" "纠纷" "Dispute",
        /// 心愿
        Wish = "wish" "心愿" "Wish",
        /// 代办
        Errand = "errand" "代办" "Errand",
    }
}

vocabulary! {
    /// Who raised it.
    Origin {
        /// 居民反映
        Resident = "resident" "居民反映" "Resident",
        /// 巡查发现
        Patrol = "patrol" "巡查发现" "Patrol",
    }
}

vocabulary! {
    /// Where it stands, as the export says.
    Status {
        /// 在办
        Open = "open" "在办" "Open",
        /// 已办结
        Closed = "closed" "已办结" "Closed",
        /// 重复件（并入主件）
        Duplicate = "duplicate" "重复件" "Duplicate",
        /// 诉求人撤回
        Withdrawn = "withdrawn" "已撤回" "Withdrawn",
        /// 依规不予受理
        Rejected = "rejected" "不予受理" "Not accepted",
        /// 不属于本单位，退回派单单位
        SentBack = "sent_back" "已退单" "Sent back",
    }
}

vocabulary! {
    /// How the return call went.
    Call {
        /// 接通并答复
        Answered = "answered" "已接通" "Answered",
        /// 未接通
        Unreached = "unreached" "未接通" "Not reached",
        /// 接通而不愿评价
        Declined = "declined" "拒评" "Declined",
    }
}

vocabulary! {
    /// The five levels of satisfaction (国办发〔2019〕51号).
    Level {
        /// 非常满意
        VerySatisfied = "very_satisfied" "非常满意" "Very satisfied",
        /// 满意
        Satisfied = "satisfied" "满意" "Satisfied",
        /// 基本满意
        Fair = "fair" "基本满意" "Fairly satisfied",
        /// 不满意
        Dissatisfied = "dissatisfied" "不满意" "Dissatisfied",
        /// 非常不满意
        VeryDissatisfied = "very_dissatisfied" "非常不满意" "Very dissatisfied",
    }
}

/// One issue as the loader reads it, before it goes into the columns.
#[derive(Debug, Clone, Copy)]
pub struct Issue<'a> {
    /// Where it stands in the input.
    pub trace: Trace,
    /// 工单编号
    pub id: &'a str,
    /// Where it belongs.
    pub place: PlaceIx,
    /// Times by [`Event`], in the order of [`Event::ALL`].
    pub times: [Option<Moment>; Event::ALL.len()],
    /// Whether it was closed when it was finished, for want of a column of its own.
    pub closing_is_finish: bool,
    /// What sort it is.
    pub kind: Option<Kind>,
    /// Who raised it.
    pub origin: Option<Origin>,
    /// Where it stands.
    pub status: Option<Status>,
    /// Subject matter, in the site's own words; empty when not given.
    pub category: &'a str,
    /// Service tier, by the site's own name; empty when not given.
    pub tier: &'a str,
    /// The way it came in; empty when not given.
    pub channel: &'a str,
    /// The office in charge; empty when not given.
    pub department: &'a str,
    /// The team that helped.
    pub team: Option<TeamIx>,
    /// Whether the caller says that somebody got in touch.
    pub contacted: Option<bool>,
    /// Whether the caller says that it is solved.
    pub solved: Option<bool>,
    /// Satisfaction with how it was handled.
    pub process: Option<Level>,
    /// Satisfaction with the result.
    pub result: Option<Level>,
    /// Stars, 1–5.
    pub stars: Option<u8>,
    /// How the return call went.
    pub call: Option<Call>,
    /// The rating after a bad one was followed up.
    pub rerated: Option<Level>,
    /// The tier it was taken out of when it was escalated; empty when it was not.
    pub escalated_from: &'a str,
    /// Why its deadline was extended; empty when not given.
    pub extension_reason: &'a str,
    /// How often it was handed back.
    pub returns: Option<u16>,
    /// The common topic it was gathered under; empty when none.
    pub topic: &'a str,
    /// Id of the issue it repeats; empty when none.
    pub duplicate_of: &'a str,
    /// Why it is outside the figures, when a decision says so; empty when inside.
    pub excluded: &'a str,
    /// A sentence released for the public; empty unless the source declares the column public.
    pub summary: &'a str,
}

/// All issues, sorted by place (tree order), time of receipt and id.
#[derive(Debug, Clone, Default)]
pub struct Issues {
    /// Where each stands in the input.
    pub traces: Vec<Trace>,
    /// 工单编号
    pub ids: Texts,
    /// Place of each issue.
    pub places: Vec<PlaceIx>,
    times: [Column<Moment>; Event::ALL.len()],
    closing_is_finish: Column<()>,
    /// What sort.
    pub kinds: Column<Kind>,
    /// Who raised it.
    pub origins: Column<Origin>,
    /// Where it stands.
    pub statuses: Column<Status>,
    /// Subject matter.
    pub categories: Words,
    /// Service tier.
    pub tiers: Words,
    /// The way it came in.
    pub channels: Words,
    /// The office in charge.
    pub departments: Words,
    /// The team that helped.
    pub teams: Column<TeamIx>,
    /// The caller's word on contact.
    pub contacted: Column<bool>,
    /// The caller's word on the solution.
    pub solved: Column<bool>,
    /// Satisfaction with the process.
    pub process: Column<Level>,
    /// Satisfaction with the result.
    pub result: Column<Level>,
    /// Stars.
    pub stars: Column<u8>,
    /// How the return call went.
    pub calls: Column<Call>,
    /// The rating after a bad one was followed up.
    pub rerated: Column<Level>,
    /// The tier it was taken out of when it was escalated.
    pub escalated_from: Words,
    /// Why its deadline was extended.
    pub extension_reasons: Words,
    /// Times handed back.
    pub returns: Column<u16>,
    /// Common topic.
    pub topics: Words,
    /// Id of the issue it repeats; empty when none.
    pub duplicates: Texts,
    /// Why it is outside the figures.
    pub excluded: Words,
    /// Released sentences.
    pub summaries: Texts,
}

impl Issues {
    /// Adds an issue; the order does not matter until [`Issues::sorted`].
    pub fn push(&mut self, issue: &Issue<'_>) {
        let at = self.len();
        self.traces.push(issue.trace);
        self.places.push(issue.place);
        self.ids.push(issue.id);
        for (column, time) in self.times.iter_mut().zip(issue.times) {
            column.set(at, time);
        }
        self.closing_is_finish.set(at, issue.closing_is_finish.then_some(()));
        self.kinds.set(at, issue.kind);
        self.origins.set(at, issue.origin);
        self.statuses.set(at, issue.status);
        self.categories.set(at, issue.category);
        self.tiers.set(at, issue.tier);
        self.channels.set(at, issue.channel);
        self.departments.set(at, issue.department);
        self.teams.set(at, issue.team);
        self.contacted.set(at, issue.contacted);
        self.solved.set(at, issue.solved);
        self.process.set(at, issue.process);
        self.result.set(at, issue.result);
        self.stars.set(at, issue.stars);
        self.calls.set(at, issue.call);
        self.rerated.set(at, issue.rerated);
        self.escalated_from.set(at, issue.escalated_from);
        self.extension_reasons.set(at, issue.extension_reason);
        self.returns.set(at, issue.returns);
        self.topics.set(at, issue.topic);
        self.duplicates.push(issue.duplicate_of);
        self.excluded.set(at, issue.excluded);
        self.summaries.push(issue.summary);
    }

    /// The same issues by place, time of receipt and id: a subtree of places is then a range of records, and the order
    /// of the input rows leaves no trace.
    #[must_use]
    pub fn sorted(self) -> Self {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by(|&a, &b| {
            let key =
                |at: usize| (self.places.get(at), self.time(at, Event::Received).map(Moment::order), self.ids.get(at));
            key(a).cmp(&key(b))
        });
        let order = order.as_slice();
        Self {
            traces: order.iter().filter_map(|&at| self.traces.get(at).copied()).collect(),
            places: order.iter().filter_map(|&at| self.places.get(at).copied()).collect(),
            ids: self.ids.reordered(order),
            times: self.times.map(|column| column.reordered(order)),
            closing_is_finish: self.closing_is_finish.reordered(order),
            kinds: self.kinds.reordered(order),
            origins: self.origins.reordered(order),
            statuses: self.statuses.reordered(order),
            categories: self.categories.reordered(order),
            tiers: self.tiers.reordered(order),
            channels: self.channels.reordered(order),
            departments: self.departments.reordered(order),
            teams: self.teams.reordered(order),
            contacted: self.contacted.reordered(order),
            solved: self.solved.reordered(order),
            process: self.process.reordered(order),
            result: self.result.reordered(order),
            stars: self.stars.reordered(order),
            calls: self.calls.reordered(order),
            rerated: self.rerated.reordered(order),
            escalated_from: self.escalated_from.reordered(order),
            extension_reasons: self.extension_reasons.reordered(order),
            returns: self.returns.reordered(order),
            topics: self.topics.reordered(order),
            duplicates: self.duplicates.reordered(order),
            excluded: self.excluded.reordered(order),
            summaries: self.summaries.reordered(order),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// When something happened to an issue.
    #[must_use]
    pub fn time(&self, record: usize, event: Event) -> Option<Moment> {
        self.times.get(event as usize).and_then(|column| column.get(record))
    }

    /// When something happened to an issue, by a column of its own: a finish that stands for the closing is none.
    #[must_use]
    pub fn own_time(&self, record: usize, event: Event) -> Option<Moment> {
        let stands_in = event == Event::Closed && self.closing_is_finish.get(record).is_some();
        self.time(record, event).filter(|_| !stands_in)
    }

    /// Whether any issue has a time of its own for the event.
    #[must_use]
    pub fn has_own(&self, event: Event) -> bool {
        self.has(event) && (0..self.len()).any(|record| self.own_time(record, event).is_some())
    }

    /// Whether any issue has a time for the event.
    #[must_use]
    pub fn has(&self, event: Event) -> bool {
        self.times.get(event as usize).is_some_and(|column| !column.is_empty())
    }

    /// The issues of a range of places, as a range of records; only meaningful when sorted.
    #[must_use]
    pub fn of_places(&self, first: PlaceIx, last: PlaceIx) -> std::ops::Range<usize> {
        let start = self.places.partition_point(|&place| place < first);
        let end = self.places.partition_point(|&place| place <= last);
        start..end
    }
}
