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
    /// It came to dispatch, or past it.
    ReachedDispatched,
    /// It came to acceptance, or past it.
    ReachedAccepted,
    /// It came to the first contact, or past it.
    ReachedContacted,
    /// It came to arrival on the scene, or past it.
    ReachedOnScene,
    /// It came to the finish, or past it.
    ReachedHandled,
    /// It came to the reply, or past it.
    ReachedReplied,
    /// It came to the return call, or past it.
    ReachedVerified,
    /// It came to closing, or past it.
    ReachedClosed,
    /// The caller gave four or five stars.
    GoodStars,
}

impl Bit {
    /// All bits, in the order of the published columns.
    pub const ALL: [Self; 35] = [
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
        Self::ReachedDispatched,
        Self::ReachedAccepted,
        Self::ReachedContacted,
        Self::ReachedOnScene,
        Self::ReachedHandled,
        Self::ReachedReplied,
        Self::ReachedVerified,
        Self::ReachedClosed,
        Self::GoodStars,
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
            Self::ReachedDispatched => "in_reached_dispatched",
            Self::ReachedAccepted => "in_reached_accepted",
            Self::ReachedContacted => "in_reached_contacted",
            Self::ReachedOnScene => "in_reached_on_scene",
            Self::ReachedHandled => "in_reached_handled",
            Self::ReachedReplied => "in_reached_replied",
            Self::ReachedVerified => "in_reached_verified",
            Self::ReachedClosed => "in_reached_closed",
            Self::GoodStars => "in_good_stars",
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
            Self::ReachedDispatched => lang.pick("走到派单，或者走过了这一步", "it came to dispatch, or past it"),
            Self::ReachedAccepted => lang.pick("走到接单，或者走过了这一步", "it came to acceptance, or past it"),
            Self::ReachedContacted => {
                lang.pick("走到首次联系，或者走过了这一步", "it came to the first contact, or past it")
            }
            Self::ReachedOnScene => {
                lang.pick("走到到场，或者走过了这一步", "it came to arrival on the scene, or past it")
            }
            Self::ReachedHandled => lang.pick("走到办结，或者走过了这一步", "it came to the finish, or past it"),
            Self::ReachedReplied => lang.pick("走到回复，或者走过了这一步", "it came to the reply, or past it"),
            Self::ReachedVerified => lang.pick("走到回访，或者走过了这一步", "it came to the return call, or past it"),
            Self::ReachedClosed => lang.pick("走到销单，或者走过了这一步", "it came to closing, or past it"),
            Self::GoodStars => lang.pick("其中打 4 星或 5 星", "of these, four or five stars"),
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
}

impl Cohort {
    /// All cohorts, in the order of the published month columns.
    pub const ALL: [Self; 5] = [Self::Received, Self::Due, Self::Handled, Self::Verified, Self::ContactDue];

    /// The name of the published column that holds the month.
    #[must_use]
    pub fn column(self) -> &'static str {
        match self {
            Self::Received => "received_month",
            Self::Due => "due_month",
            Self::Handled => "handled_month",
            Self::Verified => "verified_month",
            Self::ContactDue => "contact_due_month",
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
        }
    }
}
