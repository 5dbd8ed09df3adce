//! Faults of the step `measure`.

super::rules! {
    /// A deadline would lie past the last day of the working-day calendar.
    PAST_CALENDAR = "M001" "past-calendar" Error {
        zh: "工单 {id} 的办理时限（{tier}）要用到 {day}，而这一天上不上班还不知道：官方工作日历从 {first} 到 {last}；这样的工单共 {count} 件" => "换用收录了新一年放假通知的版本；或者在 site.toml 里用 [[calendar.day]] 逐段写明此后的放假日（effect = \"off\"）和工作日（effect = \"work\"）"; "放假安排每年另行公布；公布之前猜着算时限，按期率就是猜出来的。"
        en: "the deadline of issue {id} ({tier}) needs {day}, and nobody knows whether that day is worked: the official calendar goes from {first} to {last}; {count} such issues in all" => "use a version that holds the notice of the new year, or say in site.toml with `[[calendar.day]]` which of the days are off (`effect = \"off\"`) and which are worked (`effect = \"work\"`)"; "Days off are announced year by year; a deadline that is guessed before makes a rate that is guessed."
    }
    /// The end of a public notice would lie past the last day of the working-day calendar.
    NOTICE_PAST_CALENDAR = "M002" "notice-past-calendar" Error {
        zh: "公示的期限要用到 {day}，而这一天上不上班还不知道：官方工作日历从 {first} 到 {last}" => "换用收录了新一年放假通知的版本；或者在 site.toml 里用 [[calendar.day]] 逐段写明此后的放假日（effect = \"off\"）和工作日（effect = \"work\"）"; "放假安排每年另行公布；公布之前猜着算，公示期满的日子就是猜出来的。"
        en: "the term of this public notice needs {day}, and nobody knows whether that day is worked: the official calendar goes from {first} to {last}" => "use a version that holds the notice of the new year, or say in site.toml with `[[calendar.day]]` which of the days are off (`effect = \"off\"`) and which are worked (`effect = \"work\"`)"; "Days off are announced year by year; an end that is guessed before is a guess."
    }
}
