//! Faults of the step `theme`.

super::rules! {
    /// A template does not parse, or names what its page does not have.
    TEMPLATE_BROKEN = "T001" "template-broken" Error {
        zh: "主题模板有错误：{message}" => "改正模板的这一处；不是自己改过的模板时，删去站点 themes 文件夹里的同名文件即恢复内置主题"; "模板只能使用页面模型里有的字段，写错的名称不能悄悄变成空白。"
        en: "the theme's template is wrong: {message}" => "mend this place; if you did not write it, remove the file of that name from the site's themes folder to get the built-in one back"; "A template may use only what its page's model has; a wrong name must not silently become a blank."
    }
    /// The site names a theme that it does not have.
    THEME_UNKNOWN = "T002" "theme-unknown" Error {
        zh: "没有名为“{theme}”的主题" => "在 site.toml 里写 {known_zh}，或建立文件夹 themes/{theme}"; "主题是站点 themes 文件夹里的一个子文件夹，缺少的文件用内置主题的。"
        en: "there is no theme called `{theme}`" => "write {known_en} in site.toml, or make the folder themes/{theme}"; "A theme is a folder inside the site's themes folder; files it lacks are taken from the built-in theme."
    }
    /// The words of the theme do not parse.
    WORDS_BROKEN = "T003" "words-broken" Error {
        zh: "主题的界面词语文件有错误：{message}" => "每行写成 名称 = \"词语\""; "页面上的固定词语来自主题的 words 文件夹，每种语言一个文件。"
        en: "the theme's file of words is wrong: {message}" => "write one name = \"words\" a line"; "The fixed words of pages come from the theme's folder `words`, one file a language."
    }
    /// A template names what is not there, even where the engine would take it for "nothing".
    NAME_UNKNOWN = "T004" "template-name-unknown" Error {
        zh: "模板用了“{name}”，{where_zh}里没有这个名称（网页模板 {page}）" => "改成已有的名称{near_zh}；各页有哪些字段见 docs/theme.md"; "写错的名称放在 if 里会被当作“没有”，那一段就永远不出现，也没有人知道。"
        en: "the template names `{name}`, which is not among {where_en} (page template {page})" => "write a name that is there{near_en}; docs/theme.md lists the fields of every page"; "Inside `if` a wrong name counts as nothing: that part of the page would be missing for ever and nobody would know."
    }
    /// A template names a word that the theme does not have.
    WORD_MISSING = "T005" "word-missing" Error {
        zh: "模板用了词语“{name}”，词语文件里没有" => "在 {words} 里加一行 {name} = \"…\"，或改成已有的词语{near_zh}"; "界面上的固定词语都来自 words 文件，缺一个就会有一处空白。"
        en: "the template uses the word `{name}`, which the files of words do not have" => "add a line {name} = \"…\" to {words}, or use one that is there{near_en}"; "All fixed words of pages come from the files of words; a missing one leaves a blank."
    }
    /// A component is called without something it needs.
    ARGUMENT_MISSING = "T006" "argument-missing" Error {
        zh: "调用组件 {component} 时没有给参数“{name}”" => "在调用处写上 {name}=…，或在组件的定义里给它默认值"; "组件少了参数就画不出来，出现在很少用到的分支里时，要很久以后才会发现。"
        en: "the component `{component}` is called without its argument `{name}`" => "give it as {name}=…, or give it a default where the component is defined"; "A component cannot print without its arguments; in a branch that is seldom taken nobody would notice for a long time."
    }
    /// A page template of the site's theme that nothing uses.
    TEMPLATE_UNUSED = "T007" "template-unused" Warning {
        zh: "没有网页用到这个模板" => "检查文件名和文件夹{near_zh}；不用了就删去"; "模板按文件名代替内置的同名模板，名称写错就不起作用。"
        en: "no page uses this template" => "check its name and folder{near_en}; remove it if it is no longer wanted"; "A template stands in for the built-in one of the same name; under a wrong name it does nothing."
    }
    /// A word of the site's theme that nothing uses.
    WORD_UNUSED = "T008" "word-unused" Warning {
        zh: "没有模板用到词语“{name}”" => "检查名称{near_zh}；不用了就删去这一行"; "词语按名称代替内置的同名词语，名称写错就不起作用。"
        en: "no template uses the word `{name}`" => "check its name{near_en}; remove the line if it is no longer wanted"; "A word stands in for the built-in one of the same name; under a wrong name it does nothing."
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
