//! Faults of the step `theme`.

super::rules! {
    /// More positions than a chart can show.
    CHART_TOO_LONG = "T030" "chart-too-long" Warning {
        zh: "图表“{chart}”有 {count} 个位置，最多能画 {most} 个，只给出表格" => "缩短统计期，或改用季度、年度等更长的周期"; "位置太多时，柱子和点挤在一起无法分辨，手机上也打不开。"
        en: "the chart `{chart}` has {count} positions, {most} can be drawn; only its table is shown" => "choose a shorter span, or longer periods such as quarters or years"; "With too many positions columns and points run together, and phones choke on the page."
    }
    /// More series than there are colours.
    CHART_SERIES = "T031" "chart-too-many-series" Warning {
        zh: "图表“{chart}”有 {count} 组数据，最多能画 {most} 组，只给出表格" => "减少每张图的数据组，或分成几张图"; "超过四种颜色，色觉异常的读者和黑白打印都无法分辨。"
        en: "the chart `{chart}` has {count} series, {most} can be drawn; only its table is shown" => "show fewer series in a chart, or make several charts of them"; "More than four colours cannot be told apart by everybody, nor on a grey printer."
    }
    /// The chart library refused.
    CHART_ENGINE = "T032" "chart-not-drawn" Warning {
        zh: "图表画不出来，只给出表格（{reason}）" => "检查这张图的数据是否完整；仍然不行，请把本条信息转给程序维护者"; "图表画不出来时，数字仍在表格里，不影响公示。"
        en: "a chart could not be drawn, only its table is shown ({reason})" => "check that its data is whole; if it is, pass this message on to the maintainers"; "The numbers stay in the table when a chart cannot be drawn."
    }
}
