//! The statements behind the figures, as they are published, and the events that put a record into a month.

use crate::text::Lang;

/// Declares what stands in columns of the published records: the column, and what it says in Chinese and English.
macro_rules! columns {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $column:literal $zh:literal $en:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// All of them, in the order of the published columns.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name of the published column.
            #[must_use]
            pub fn column(self) -> &'static str {
                match self { $(Self::$variant => $column),* }
            }

            /// What the published column says: of a statement, what a 1 means.
            #[must_use]
            pub fn meaning(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => lang.pick($zh, $en)),* }
            }
        }
    };
}

columns! {
    /// A statement about an issue that is either true or not.
    Bit {
        /// In scope: received by the as-of date, not withdrawn, merged, refused or excluded.
        Received = "in_received"
            "有效件：已受理，未撤回、未并入、未拒收、未排除"
            "in scope: received, not withdrawn, merged, refused or excluded",
        /// Its deadline has been reached.
        Due = "in_due"
            "截至数据截止时刻已到应办结时间"
            "its deadline has been reached",
        /// Handled by the as-of date.
        Handled = "in_handled"
            "截至数据截止时刻已办结"
            "finished by the as-of date",
        /// Due, and what stops its clock happened not after the deadline.
        OnTime = "in_on_time"
            "已到期，且办结（级别另定终点的，到那一步）不晚于应办结时间"
            "due, and finished (or come to the step that its tier names) by its deadline",
        /// Due and handled: a return call is owed.
        CallDue = "in_call_due"
            "已到期且已办结，应回访"
            "due and finished: a return call is owed",
        /// Called back, and at least one rating given.
        Evaluated = "in_evaluated"
            "应回访件中，过程或结果至少评价一项"
            "owed a return call, and rated in process or result",
        /// The caller said whether somebody got in touch.
        ContactAnswered = "in_contact_answered"
            "回访时回答了“是否联系”"
            "the caller said whether somebody got in touch",
        /// The caller said that somebody got in touch.
        Contacted = "in_contacted"
            "回访时答“已联系”"
            "the caller said that somebody got in touch",
        /// The caller said whether it is solved.
        SolvedAnswered = "in_solved_answered"
            "回访时回答了“是否解决”"
            "the caller said whether it is solved",
        /// The caller said that it is solved.
        Solved = "in_solved"
            "回访时答“已解决”"
            "the caller said that it is solved",
        /// The process was rated.
        ProcessRated = "in_process_rated"
            "对服务过程作出评价"
            "the process was rated",
        /// The process was rated fair or better.
        ProcessSatisfied = "in_process_satisfied"
            "服务过程评为基本满意及以上"
            "the process was rated fair or better",
        /// The result was rated.
        ResultRated = "in_result_rated"
            "对办理结果作出评价"
            "the result was rated",
        /// The result was rated fair or better.
        ResultSatisfied = "in_result_satisfied"
            "办理结果评为基本满意及以上"
            "the result was rated fair or better",
        /// Not closed by the as-of date.
        Open = "in_open"
            "截至数据截止时刻未销单"
            "not closed at the as-of date",
        /// Not handled by the as-of date, and past its deadline.
        Overdue = "in_overdue"
            "截至数据截止时刻已超期且未办结"
            "past its deadline and not finished at the as-of date",
        /// Handled on the day it was received.
        SameDay = "in_same_day"
            "受理当日办结（每日截点起受理的，算次日）"
            "finished on the day of receipt (from the daily cut-off on, the next day)",
        /// Closed by the end of the week in which it was received.
        SameWeek = "in_same_week"
            "受理当周（周日以前）销单"
            "closed by the Sunday of the week of receipt",
        /// Its deadline has been reached, and was an extended one.
        Extended = "in_extended"
            "已到期，且应办结时间经过延期"
            "its deadline has been reached, and was an extended one",
        /// The time promised for the first contact is over.
        ContactDue = "in_contact_due"
            "截至数据截止时刻，承诺的首次联系时限已到"
            "the time promised for the first contact is over at the as-of date",
        /// Somebody got in touch within that time.
        ContactOnTime = "in_contact_on_time"
            "首次联系时限已到，且在时限内联系"
            "that time is over, and somebody got in touch within it",
        /// The caller answered, and the record says how often the issue was handed back.
        ReturnsKnown = "in_returns_known"
            "回访有答复，且记录了退回重办次数"
            "the caller answered, and the record says how often it was handed back",
        /// It was handed back at least once.
        Returned = "in_returned"
            "其中退回重办至少一次"
            "of these, handed back at least once",
        /// The record says who raised it.
        OriginKnown = "in_origin_known"
            "记录了由谁发现"
            "the record says who raised it",
        /// A patrol found it.
        Patrol = "in_patrol"
            "其中由巡查发现"
            "of these, found by a patrol",
        /// The caller answered, and gave stars.
        Starred = "in_starred"
            "诉求人打了星级"
            "the caller gave stars",
        /// A return call is owed, and nothing was rated.
        NotEvaluated = "in_not_evaluated"
            "应回访而未评价"
            "owed a return call, and not rated",
        /// Of these, the caller was not reached.
        CallUnreached = "in_call_unreached"
            "其中回访未接通"
            "of these, the caller was not reached",
        /// Of these, the caller was reached and would not rate.
        CallDeclined = "in_call_declined"
            "其中接通而拒绝评价"
            "of these, the caller was reached and would not rate",
        /// Of these, there was a call, and no rating was noted.
        CallUnrated = "in_call_unrated"
            "其中有回访、没有记下评价"
            "of these, there was a call, and no rating was noted",
        /// Of these, nothing tells of a call.
        NotCalled = "in_not_called"
            "其中没有回访过"
            "of these, nothing tells of a call",
        /// A return call is owed, and the result was rated fair or better.
        CallSatisfied = "in_call_satisfied"
            "应回访件中，办理结果评为基本满意及以上"
            "owed a return call, and the result was rated fair or better",
        /// A return call is owed, and the result was not rated in the last two levels.
        CallNotDissatisfied = "in_call_not_dissatisfied"
            "应回访件中，办理结果没有评为不满意、非常不满意（含未评价）"
            "owed a return call, and the result was not rated in the last two levels (or not at all)",
        /// The process or the result was rated in the last two levels.
        BadRated = "in_bad_rated"
            "过程或结果评为不满意、非常不满意（差评）"
            "the process or the result was rated in the last two levels",
        /// Of these, closed, and rated again after it was followed up.
        Rectified = "in_rectified"
            "其中已销单、整改后再次评价"
            "of these, closed and rated again after it was followed up",
        /// It was dispatched to this office, and is in scope or was sent back.
        Dispatched = "in_dispatched"
            "已派单的有效件和已退单的件"
            "dispatched, and in scope or sent back",
        /// Of these, sent back as not for this office.
        SentBack = "in_sent_back"
            "其中因不属于本单位而退单"
            "of these, sent back as not for this office",
        /// In scope, with a category.
        Categorised = "in_categorised"
            "有效件中填了类别"
            "in scope, with a category",
        /// Of these, there was an earlier one of the same place and category not long before.
        Repeat = "in_repeat"
            "其中此前若干天内，同一地点、同一类别已有受理"
            "of these, there was an earlier one of the same place and category not long before",
        /// Received at or after the daily cut-off.
        AfterCut = "in_after_cut"
            "每日截点起受理"
            "received at or after the daily cut-off",
        /// Closed by the end of the day of the weekly meeting in the week after receipt.
        ByMeeting = "in_by_meeting"
            "下一周的专题会议当日以前销单"
            "closed by the day of the weekly meeting in the week after receipt",
        /// Its deadline has been reached, and an extension of it does not hold.
        UnfoundedExtension = "in_unfounded_extension"
            "已到期，且有一次延期不成立（批准晚于原应办结时间，或没有写明原因）"
            "its deadline has been reached, and an extension of it does not hold: granted too late, or without a reason",
        /// It was escalated out of a tier with a term.
        Escalated = "in_escalated"
            "已从有时限的办理级别升级"
            "escalated out of a tier with a term",
        /// Of these, escalated not after the deadline of the tier it left.
        LeftInTime = "in_left_in_time"
            "其中升级不晚于原级别的时限"
            "of these, escalated not after the deadline of the tier it left",
        /// It came to dispatch, or past it.
        ReachedDispatched = "in_reached_dispatched"
            "走到派单，或者走过了这一步"
            "it came to dispatch, or past it",
        /// It came to acceptance, or past it.
        ReachedAccepted = "in_reached_accepted"
            "走到接单，或者走过了这一步"
            "it came to acceptance, or past it",
        /// It came to the first contact, or past it.
        ReachedContacted = "in_reached_contacted"
            "走到首次联系，或者走过了这一步"
            "it came to the first contact, or past it",
        /// It came to arrival on the scene, or past it.
        ReachedOnScene = "in_reached_on_scene"
            "走到到场，或者走过了这一步"
            "it came to arrival on the scene, or past it",
        /// It came to the finish, or past it.
        ReachedHandled = "in_reached_handled"
            "走到办结，或者走过了这一步"
            "it came to the finish, or past it",
        /// It came to the reply, or past it.
        ReachedReplied = "in_reached_replied"
            "走到回复，或者走过了这一步"
            "it came to the reply, or past it",
        /// It came to the return call, or past it.
        ReachedVerified = "in_reached_verified"
            "走到回访，或者走过了这一步"
            "it came to the return call, or past it",
        /// It came to closing, or past it.
        ReachedClosed = "in_reached_closed"
            "走到销单，或者走过了这一步"
            "it came to closing, or past it",
        /// Of those with stars, four or five.
        GoodStars = "in_good_stars"
            "其中打了 4 星或 5 星"
            "of these, four or five stars",
        /// It is gathered under a common topic.
        Topical = "in_topic"
            "有效件中归入了专题"
            "in scope, and gathered under a common topic",
        /// Of these, a project that grew out of the topic is finished.
        TopicDone = "in_topic_done"
            "其中专题已有完成的项目"
            "of these, a project that grew out of the topic is finished",
        /// In scope, and a complaint.
        Complaint = "in_complaint"
            "有效件中的投诉"
            "in scope, and a complaint",
        /// In scope, or outside by a decision only.
        InWithExcluded = "in_with_excluded"
            "有效件，以及经决定不计入的件"
            "in scope, or outside by a decision only",
        /// The same, and its deadline has been reached.
        DueWithExcluded = "in_due_with_excluded"
            "同上，且已到应办结时间"
            "the same, and its deadline has been reached",
        /// The same, and finished.
        HandledWithExcluded = "in_handled_with_excluded"
            "同上，且已到期、已办结"
            "the same, due and finished",
        /// The same, and finished by the deadline.
        OnTimeWithExcluded = "in_on_time_with_excluded"
            "同上，且按期办结"
            "the same, finished by its deadline",
    }
}

columns! {
    /// By which event records are gathered into a period.
    Cohort {
        /// By receipt.
        Received = "received_month"
            "受理月份：按受理时间归入的月份"
            "month of receipt",
        /// By deadline.
        Due = "due_month"
            "到期月份：按应办结时间归入的月份，未到期的为空"
            "month of the deadline; empty before it",
        /// By finish.
        Handled = "handled_month"
            "办结月份：按办结时间归入的月份，未办结的为空"
            "month of finish; empty while open",
        /// By return call.
        Verified = "verified_month"
            "回访月份：按回访时间归入的月份，没有答复的为空"
            "month of the return call; empty without an answer",
        /// By the end of the time promised for the first contact.
        ContactDue = "contact_due_month"
            "应联系月份：按应联系时间归入的月份，没有联系时限的为空"
            "month in which contact was due; empty where none is promised",
        /// By dispatch.
        Dispatched = "dispatched_month"
            "派单月份：按派单时间归入的月份，没有派单时间的为空；已退单的件也有"
            "month of dispatch; empty without one; given for issues sent back as well",
        /// By escalation.
        Escalated = "escalated_month"
            "升级月份：按升级时间归入的月份，没有升级的为空"
            "month of escalation; empty without one",
    }
}
