//! Faults of the step `theme`.

super::rules! {
    /// A template does not parse, or names what its page does not have.
    TEMPLATE_BROKEN = "T001" "template-broken" Error {
        zh: "主题模板有错误：{message}" => "改正模板的这一处；不是自己改过的模板时，删去站点 themes 文件夹里的同名文件即恢复内置主题"; "模板只能使用页面模型里有的字段，写错的名称不能悄悄变成空白。"
        en: "the theme's template is wrong: {message}" => "mend this place; if you did not write it, remove the file of that name from the site's themes folder to get the built-in one back"; "A template may use only what its page's model has; a wrong name must not silently become a blank."
    }
    /// The site names a theme that it does not have.
    THEME_UNKNOWN = "T002" "theme-unknown" Error {
        zh: "没有名为“{theme}”的主题" => "在 site.toml 里写 theme = \"default\"，或建立文件夹 themes/{theme}"; "主题是站点 themes 文件夹里的一个子文件夹，缺少的文件用内置主题的。"
        en: "there is no theme called `{theme}`" => "write theme = \"default\" in site.toml, or make the folder themes/{theme}"; "A theme is a folder inside the site's themes folder; files it lacks are taken from the built-in theme."
    }
    /// The words of the theme do not parse.
    WORDS_BROKEN = "T003" "words-broken" Error {
        zh: "主题的界面词语文件有错误：{message}" => "每行写成 名称 = \"词语\""; "页面上的固定词语来自主题的 words 文件夹，每种语言一个文件。"
        en: "the theme's file of words is wrong: {message}" => "write one name = \"words\" a line"; "The fixed words of pages come from the theme's folder `words`, one file a language."
    }
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
    /// The font of the pictures is none.
    CARD_FONT_BROKEN = "T040" "card-font-broken" Error {
        zh: "card_font 写的“{path}”不是能用的字体文件" => "换成 .otf、.ttf 或 .ttc 字体文件，或者删去 [site] 的 card_font，图片上就不写字"; "转发网页时显示的图片，文字要用站点自带的字体画出来，这样在任何电脑上生成的都一样。"
        en: "`{path}`, which `card_font` names, is no font that can be used" => "name a font file (.otf, .ttf or .ttc), or remove `card_font` from `[site]`: the pictures then have no words"; "The words of the pictures that stand for pages are drawn with a font that the site brings along, so that every machine makes the same."
    }
    /// The font of the pictures lacks letters.
    CARD_LETTERS_MISSING = "T041" "card-letters-missing" Warning {
        zh: "字体“{path}”里没有图片要用的 {count} 个字：{letters}" => "换一个收字更全的字体；用工具裁过的字体，裁剪时把这些字加进去"; "转发网页时显示的图片上，这些字的位置会空着。"
        en: "the font `{path}` lacks {count} letters that the pictures need: {letters}" => "use a font with more letters; if it was cut down by a tool, cut it again with these"; "Where these letters belong, the pictures that stand for pages stay blank."
    }
    /// The chart library refused.
    CHART_ENGINE = "T032" "chart-not-drawn" Warning {
        zh: "图表画不出来，只给出表格（{reason}）" => "检查这张图的数据是否完整；仍然不行，请把本条信息转给程序维护者"; "图表画不出来时，数字仍在表格里，不影响公示。"
        en: "a chart could not be drawn, only its table is shown ({reason})" => "check that its data is whole; if it is, pass this message on to the maintainers"; "The numbers stay in the table when a chart cannot be drawn."
    }
}
