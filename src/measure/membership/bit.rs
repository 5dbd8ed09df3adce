//! The statements behind the figures, as they are published, and the events that put a record into a month.

use crate::text::Lang;

/// A statement about an issue that is either true or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Bit {
    /// In scope: received by the as-of date, not withdrawn, merged, refused or excluded.
    Received,
    /// Its deadline has been reached.
    Due,
    /// Handled by the as-of date.
    Handled,
    /// Due, and what stops its clock happened not after the deadline.
    OnTime,
    /// Due and handled: a return call is owed.
    CallDue,
    /// Called back, and at least one rating given.
    Evaluated,
    /// The caller said whether somebody got in touch.
    ContactAnswered,
    /// The caller said that somebody got in touch.
    Contacted,
    /// The caller said whether it is solved.
    SolvedAnswered,
    /// The caller said that it is solved.
    Solved,
    /// The process was rated.
    ProcessRated,
    /// The process was rated fair or better.
    ProcessSatisfied,
    /// The result was rated.
    ResultRated,
    /// The result was rated fair or better.
    ResultSatisfied,
    /// Not closed by the as-of date.
    Open,
    /// Not handled by the as-of date, and past its deadline.
    Overdue,
    /// Handled on the day it was received.
    SameDay,
    /// Closed by the end of the week in which it was received.
    SameWeek,
    /// Its deadline has been reached, and was an extended one.
    Extended,
    /// The time promised for the first contact is over.
    ContactDue,
    /// Somebody got in touch within that time.
    ContactOnTime,
    /// The caller answered, and the record says how often the issue was handed back.
    ReturnsKnown,
    /// It was handed back at least once.
    Returned,
    /// The record says who raised it.
    OriginKnown,
    /// A patrol found it.
    Patrol,
    /// The caller answered, and gave stars.
    Starred,
    /// A return call is owed, and nothing was rated.
    NotEvaluated,
    /// Of these, the caller was not reached.
    CallUnreached,
    /// Of these, the caller was reached and would not rate.
    CallDeclined,
    /// Of these, there was a call, and no rating was noted.
    CallUnrated,
    /// Of these, nothing tells of a call.
    NotCalled,
    /// A return call is owed, and the result was rated fair or better.
    CallSatisfied,
    /// A return call is owed, and the result was not rated in the last two levels.
    CallNotDissatisfied,
    /// The process or the result was rated in the last two levels.
    BadRated,
    /// Of these, closed, and rated again after it was followed up.
    Rectified,
    /// It was dispatched to this office, and is in scope or was sent back.
    Dispatched,
    /// Of these, sent back as not for this office.
    SentBack,
    /// In scope, with a category.
    Categorised,
    /// Of these, there was an earlier one of the same place and category not long before.
    Repeat,
    /// Received at or after the daily cut-off.
    AfterCut,
    /// Closed by the end of the day of the weekly meeting in the week after receipt.
    ByMeeting,
    /// Its deadline has been reached, and an extension of it does not hold.
    UnfoundedExtension,
    /// It was escalated out of a tier with a term.
    Escalated,
    /// Of these, escalated not after the deadline of the tier it left.
    LeftInTime,
    /// In scope, and gathered under a topic.
    Topical,
    /// Of these, a project that grew out of the topic is finished.
    TopicDone,
}

impl Bit {
    /// All bits, in the order of the published columns.
    pub const ALL: [Self; 46] = [
        Self::Received,
        Self::Due,
        Self::Handled,
        Self::OnTime,
        Self::CallDue,
        Self::Evaluated,
        Self::ContactAnswered,
        Self::Contacted,
        Self::SolvedAnswered,
        Self::Solved,
        Self::ProcessRated,
        Self::ProcessSatisfied,
        Self::ResultRated,
        Self::ResultSatisfied,
        Self::Open,
        Self::Overdue,
        Self::SameDay,
        Self::SameWeek,
        Self::Extended,
        Self::ContactDue,
        Self::ContactOnTime,
        Self::ReturnsKnown,
        Self::Returned,
        Self::OriginKnown,
        Self::Patrol,
        Self::Starred,
        Self::NotEvaluated,
        Self::CallUnreached,
        Self::CallDeclined,
        Self::CallUnrated,
        Self::NotCalled,
        Self::CallSatisfied,
        Self::CallNotDissatisfied,
        Self::BadRated,
        Self::Rectified,
        Self::Dispatched,
        Self::SentBack,
        Self::Categorised,
        Self::Repeat,
        Self::AfterCut,
        Self::ByMeeting,
        Self::UnfoundedExtension,
        Self::Escalated,
        Self::LeftInTime,
        Self::Topical,
        Self::TopicDone,
    ];

    /// The name of the published column.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Received => "in_received",
            Self::Due => "in_due",
            Self::Handled => "in_handled",
            Self::OnTime => "in_on_time",
            Self::CallDue => "in_call_due",
            Self::Evaluated => "in_evaluated",
            Self::ContactAnswered => "in_contact_answered",
            Self::Contacted => "in_contacted",
            Self::SolvedAnswered => "in_solved_answered",
            Self::Solved => "in_solved",
            Self::ProcessRated => "in_process_rated",
            Self::ProcessSatisfied => "in_process_satisfied",
            Self::ResultRated => "in_result_rated",
            Self::ResultSatisfied => "in_result_satisfied",
            Self::Open => "in_open",
            Self::Overdue => "in_overdue",
            Self::SameDay => "in_same_day",
            Self::SameWeek => "in_same_week",
            Self::Extended => "in_extended",
            Self::ContactDue => "in_contact_due",
            Self::ContactOnTime => "in_contact_on_time",
            Self::ReturnsKnown => "in_returns_known",
            Self::Returned => "in_returned",
            Self::OriginKnown => "in_origin_known",
            Self::Patrol => "in_patrol",
            Self::Starred => "in_starred",
            Self::NotEvaluated => "in_not_evaluated",
            Self::CallUnreached => "in_call_unreached",
            Self::CallDeclined => "in_call_declined",
            Self::CallUnrated => "in_call_unrated",
            Self::NotCalled => "in_not_called",
            Self::CallSatisfied => "in_call_satisfied",
            Self::CallNotDissatisfied => "in_call_not_dissatisfied",
            Self::BadRated => "in_bad_rated",
            Self::Rectified => "in_rectified",
            Self::Dispatched => "in_dispatched",
            Self::SentBack => "in_sent_back",
            Self::Categorised => "in_categorised",
            Self::Repeat => "in_repeat",
            Self::AfterCut => "in_after_cut",
            Self::ByMeeting => "in_by_meeting",
            Self::UnfoundedExtension => "in_unfounded_extension",
            Self::Escalated => "in_escalated",
            Self::LeftInTime => "in_left_in_time",
            Self::Topical => "in_topic",
            Self::TopicDone => "in_topic_done",
        }
    }
}

impl Bit {
    /// What a 1 in the published column says.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.pick(
                "有效件：已受理，未撤回、未并入、未拒收、未排除",
                "in scope: received, not withdrawn, merged, refused or excluded",
            ),
            Self::Due => lang.pick("截至数据截止时刻已到应办结时间", "its deadline has been reached"),
            Self::Handled => lang.pick("截至数据截止时刻已办结", "finished by the as-of date"),
            Self::OnTime => lang.pick(
                "已到期，且办结（级别另定终点的，到那一步）不晚于应办结时间",
                "due, and finished (or come to the step that its tier names) by its deadline",
            ),
            Self::CallDue => lang.pick("已到期且已办结，应回访", "due and finished: a return call is owed"),
            Self::Evaluated => {
                lang.pick("应回访件中，过程或结果至少评价一项", "owed a return call, and rated in process or result")
            }
            Self::ContactAnswered => {
                lang.pick("回访时回答了“是否联系”", "the caller said whether somebody got in touch")
            }
            Self::Contacted => lang.pick("回访时答“已联系”", "the caller said that somebody got in touch"),
            Self::SolvedAnswered => lang.pick("回访时回答了“是否解决”", "the caller said whether it is solved"),
            Self::Solved => lang.pick("回访时答“已解决”", "the caller said that it is solved"),
            Self::ProcessRated => lang.pick("对服务过程作出评价", "the process was rated"),
            Self::ProcessSatisfied => lang.pick("服务过程评为基本满意及以上", "the process was rated fair or better"),
            Self::ResultRated => lang.pick("对办理结果作出评价", "the result was rated"),
            Self::ResultSatisfied => lang.pick("办理结果评为基本满意及以上", "the result was rated fair or better"),
            Self::Open => lang.pick("截至数据截止时刻未销单", "not closed at the as-of date"),
            Self::Overdue => {
                lang.pick("截至数据截止时刻已超期且未办结", "past its deadline and not finished at the as-of date")
            }
            Self::SameDay => lang.pick(
                "受理当日办结（每日截点起受理的，算次日）",
                "finished on the day of receipt (from the daily cut-off on, the next day)",
            ),
            Self::SameWeek => lang.pick("受理当周（周日以前）销单", "closed by the Sunday of the week of receipt"),
            Self::Extended => {
                lang.pick("已到期，且应办结时间经过延期", "its deadline has been reached, and was an extended one")
            }
            Self::ContactDue => lang.pick(
                "截至数据截止时刻，承诺的首次联系时限已到",
                "the time promised for the first contact is over at the as-of date",
            ),
            Self::ContactOnTime => {
                lang.pick("首次联系时限已到，且在时限内联系", "that time is over, and somebody got in touch within it")
            }
            Self::ReturnsKnown => lang.pick(
                "回访有答复，且记录了退回重办次数",
                "the caller answered, and the record says how often it was handed back",
            ),
            Self::Returned => lang.pick("其中退回重办至少一次", "of these, handed back at least once"),
            Self::OriginKnown => lang.pick("记录了由谁发现", "the record says who raised it"),
            Self::Patrol => lang.pick("其中由巡查发现", "of these, found by a patrol"),
            Self::Starred => lang.pick("诉求人打了星级", "the caller gave stars"),
            Self::NotEvaluated => lang.pick("应回访而未评价", "owed a return call, and not rated"),
            Self::CallUnreached => lang.pick("其中回访未接通", "of these, the caller was not reached"),
            Self::CallDeclined => {
                lang.pick("其中接通而拒绝评价", "of these, the caller was reached and would not rate")
            }
            Self::CallUnrated => {
                lang.pick("其中有回访、没有记下评价", "of these, there was a call, and no rating was noted")
            }
            Self::NotCalled => lang.pick("其中没有回访过", "of these, nothing tells of a call"),
            Self::CallSatisfied => lang.pick(
                "应回访件中，办理结果评为基本满意及以上",
                "owed a return call, and the result was rated fair or better",
            ),
            Self::CallNotDissatisfied => lang.pick(
                "应回访件中，办理结果没有评为不满意、非常不满意（含未评价）",
                "owed a return call, and the result was not rated in the last two levels (or not at all)",
            ),
            Self::BadRated => lang.pick(
                "过程或结果评为不满意、非常不满意（差评）",
                "the process or the result was rated in the last two levels",
            ),
            Self::Rectified => {
                lang.pick("其中已销单、整改后再次评价", "of these, closed and rated again after it was followed up")
            }
            Self::Dispatched => lang.pick("已派单的有效件和已退单的件", "dispatched, and in scope or sent back"),
            Self::SentBack => lang.pick("其中因不属于本单位而退单", "of these, sent back as not for this office"),
            Self::Categorised => lang.pick("有效件中填了类别", "in scope, with a category"),
            Self::Repeat => lang.pick(
                "其中此前若干天内，同一地点、同一类别已有受理",
                "of these, there was an earlier one of the same place and category not long before",
            ),
            Self::AfterCut => lang.pick("每日截点起受理", "received at or after the daily cut-off"),
            Self::ByMeeting => lang.pick(
                "下一周的专题会议当日以前销单",
                "closed by the day of the weekly meeting in the week after receipt",
            ),
            Self::UnfoundedExtension => lang.pick("已到期，且有一次延期不成立（批准晚于原应办结时间，或没有写明原因）", "its deadline has been reached, and an extension of it does not hold: granted too late, or without a reason"),
            Self::Escalated => lang.pick("已从有时限的办理级别升级", "escalated out of a tier with a term"),
            Self::LeftInTime => lang.pick("其中升级不晚于原级别的时限", "of these, escalated not after the deadline of the tier it left"),
            Self::Topical => lang.pick("有效件中归入了专题", "in scope, and gathered under a common topic"),
            Self::TopicDone => lang.pick("其中专题已有完成的项目", "of these, a project that grew out of the topic is finished"),
        }
    }
}

/// By which event records are gathered into a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cohort {
    /// By receipt.
    Received,
    /// By deadline.
    Due,
    /// By finish.
    Handled,
    /// By return call.
    Verified,
    /// By the end of the time promised for the first contact.
    ContactDue,
    /// By dispatch.
    Dispatched,
    /// By escalation.
    Escalated,
}

impl Cohort {
    /// All cohorts, in the order of the published month columns.
    pub const ALL: [Self; 7] =
        [Self::Received, Self::Due, Self::Handled, Self::Verified, Self::ContactDue, Self::Dispatched, Self::Escalated];

    /// The name of the published column that holds the month.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Received => "received_month",
            Self::Due => "due_month",
            Self::Handled => "handled_month",
            Self::Verified => "verified_month",
            Self::ContactDue => "contact_due_month",
            Self::Dispatched => "dispatched_month",
            Self::Escalated => "escalated_month",
        }
    }
}

impl Cohort {
    /// What the published month says.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> &'static str {
        match self {
            Self::Received => lang.pick("受理月份：按受理时间归入的月份", "month of receipt"),
            Self::Due => {
                lang.pick("到期月份：按应办结时间归入的月份，未到期的为空", "month of the deadline; empty before it")
            }
            Self::Handled => {
                lang.pick("办结月份：按办结时间归入的月份，未办结的为空", "month of finish; empty while open")
            }
            Self::Verified => lang.pick(
                "回访月份：按回访时间归入的月份，没有答复的为空",
                "month of the return call; empty without an answer",
            ),
            Self::ContactDue => lang.pick(
                "应联系月份：按应联系时间归入的月份，没有联系时限的为空",
                "month in which contact was due; empty where none is promised",
            ),
            Self::Dispatched => lang.pick(
                "派单月份：按派单时间归入的月份，没有派单时间的为空；已退单的件也有",
                "month of dispatch; empty without one; given for issues sent back as well",
            ),
            Self::Escalated => {
                lang.pick("升级月份：按升级时间归入的月份，没有升级的为空", "month of escalation; empty without one")
            }
        }
    }
}
