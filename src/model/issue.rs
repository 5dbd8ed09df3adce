//! What an issue (诉求工单) is: its times, its vocabularies, and one as the loader reads it.

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
