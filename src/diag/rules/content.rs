//! Faults in prose: what is typed between `{{` and `}}`, Markdown, and the lines between `+++`.

super::rules! {
    /// What stands between the braces is no formula.
    EXPRESSION_SYNTAX = "V001" "expression-syntax" Error {
        zh: "看不懂这个算式“{source}”" => "检查括号是否成对、有没有漏写运算符；写法如 {example}"; "算式写错时，程序不猜测作者的意思，以免公布错误的数字。"
        en: "`{source}` is not a formula: {detail}" => "check brackets and operators; write for example {example}"; "The program does not guess what a broken formula means, because a wrong number would be published."
    }
    /// A name that is none of the page's figures.
    UNKNOWN_FIGURE = "V002" "unknown-figure" Error {
        zh: "本页没有名为“{name}”的指标" => "改成本页已有的指标名，名称最接近的有：{nearest}"; "指标名写错时不能留空或显示为零，否则读者会误以为没有发生。"
        en: "this page has no figure called `{name}`" => "use the name of a figure of this page; the nearest are: {nearest}"; "A misspelt name must not become an empty place or a zero, which readers would take for a fact."
    }
    /// The formula is longer than we read.
    EXPRESSION_TOO_LONG = "V003" "expression-too-long" Error {
        zh: "算式太长，最多 200 个字节（约 66 个汉字）" => "拆成几个短的算式，分别写出来"; "太长的算式读者没法核对，也容易写错。"
        en: "the formula is longer than 200 bytes" => "split it into shorter ones, and write each of them"; "A formula that long can be checked by no reader, and is easily wrong."
    }
    /// Something formulas cannot hold.
    EXPRESSION_NOT_ALLOWED = "V004" "expression-not-allowed" Error {
        zh: "算式里不能用“{name}”" => "只用指标名、数字、+ - * / ( )，以及 percent、round、number、min、max、chart"; "正文里的算式只做简单计算；能用的东西越少，越不会出意外。"
        en: "`{name}` cannot be used in a formula" => "use figures, numbers, + - * / ( ), and percent, round, number, min, max, chart"; "Formulas in prose do small sums; the less they can do, the less can go wrong."
    }
    /// The result is beyond what can be printed exactly.
    EXPRESSION_TOO_LARGE = "V005" "expression-too-large" Error {
        zh: "算式“{source}”的结果太大，无法准确显示" => "检查是否多写了几个零，或把乘号写成了除号"; "超过一千万亿的数字在这里不可能是真的，也无法准确保存。"
        en: "the result of `{source}` is too large to be printed exactly" => "look for extra zeros, or a multiplication that should be a division"; "Numbers above 10^15 are no real figures here, and cannot be held exactly."
    }
    /// The formula takes too many steps.
    EXPRESSION_GAVE_UP = "V006" "expression-gave-up" Error {
        zh: "算式“{source}”步骤太多，没有算完" => "把它拆成几个简单的算式"; "每个算式的步数有上限，生成网站的时间才有保证。"
        en: "`{source}` takes too many steps" => "split it into simpler formulas"; "Each formula has a limit of steps, so that a build always ends."
    }
    /// Braces that open and do not close.
    UNCLOSED_EXPRESSION = "V007" "unclosed-expression" Error {
        zh: "“{open}”后面没有配对的“{close}”" => "在同一行里补上“{close}”；如果要原样显示花括号，请写成 \\{open}"; "没有配对的括号会把后面的正文一起当成算式，或者原样出现在网页上。"
        en: "`{open}` is not closed by `{close}`" => "close it on the same line; to print the braces themselves write \\{open}"; "Braces left open would show on the page, or swallow the text behind them."
    }
    /// A chart this page does not have.
    UNKNOWN_CHART = "V008" "unknown-chart" Error {
        zh: "本页没有名为“{name}”的图" => "检查图的名称；它与指标同名，如 issues.received，并且本页要有这张图"; "写了图的地方不能空着，读者会以为图丢了。"
        en: "this page has no chart called `{name}`" => "check the name; it is that of the figure, such as issues.received, and the page must have that chart"; "A place where a chart was promised must not stay empty."
    }
    /// A chart within a line of text.
    CHART_INSIDE_TEXT = "V009" "chart-inside-text" Error {
        zh: "图“{name}”写在了文字中间" => "让它单独成段：上下各空一行，这一行里不写别的字"; "图带有标题和数据表，只能单独成段，放在句子、列表或表格里会破坏版面。"
        en: "the chart `{name}` stands within text" => "give it a paragraph of its own: an empty line above and below, nothing else on the line"; "A chart brings its title and its table along and cannot stand in a sentence, a list or a table."
    }
    /// A link that leads somewhere we do not send readers.
    LINK_SCHEME = "V010" "link-scheme" Warning {
        zh: "链接“{link}”不能用，页面上只显示文字" => "改用 https://、http://、mailto:、tel: 开头的地址，或站内地址（如 /methods.html）"; "其他开头的地址可能运行脚本，或者只在某一台电脑上能打开。"
        en: "the link `{link}` cannot be used; only its text is shown" => "use an address that begins with https://, http://, mailto: or tel:, or one within the site such as /methods.html"; "Other addresses may run scripts, or open on one computer only."
    }
    /// Stars that did not become bold.
    LEFTOVER_EMPHASIS = "V011" "leftover-emphasis" Warning {
        zh: "星号“**”没有变成加粗，会原样显示" => "检查“**”是否成对、里侧有没有空格；要原样显示星号请写成 \\*\\*"; "没有配对的星号印在网页和海报上，看起来像出错。"
        en: "`**` did not become bold and is shown as it is" => "check that both ends are there, without blanks inside; to print stars write \\*\\*"; "Stray stars on a page or a poster look like a mistake."
    }
    /// A heading that is none, for want of a blank.
    HEADING_WITHOUT_SPACE = "V012" "heading-without-space" Warning {
        zh: "“{text}”没有成为标题" => "用半角的 #，并在 # 后面加一个空格，如“# 工作概况”"; "Markdown 要求 # 后面有空格，否则按普通文字显示。"
        en: "`{text}` did not become a heading" => "put a blank behind the #, and use the half-width #"; "In Markdown a heading needs a blank behind the #; without it the line is plain text."
    }
    /// An image, which is not copied to the site.
    IMAGE_UNSUPPORTED = "V013" "image-unsupported" Warning {
        zh: "图片“{link}”不会显示，页面上只显示它的说明文字" => "把图片内容写成文字，或改成指向原图的链接：[说明](https://…)"; "图片文件不会复制到网站，照片里也可能有居民的个人信息。"
        en: "the image `{link}` is not shown; its text stands in its place" => "say it in words, or link to it: [text](https://…)"; "Image files are not copied to the site, and photographs may show residents."
    }
    /// Front matter that opens and does not close.
    FRONT_MATTER_UNCLOSED = "V014" "front-matter-unclosed" Error {
        zh: "开头的“+++”没有配对的结束行" => "在说明的最后另起一行写“+++”"; "两行“+++”之间是标题、日期等说明；缺了结束行，就分不清说明和正文。"
        en: "the `+++` at the top is not closed" => "write a line `+++` where the front matter ends"; "Title and date stand between two lines `+++`; without the second, they cannot be told from the text."
    }
    /// Front matter that is not TOML.
    FRONT_MATTER_SYNTAX = "V015" "front-matter-syntax" Error {
        zh: "两行“+++”之间的这一行写法不对" => "每行写“名称 = 值”，文字加英文双引号，如 title = \"十月通报\"，日期不加引号，如 date = 2026-10-31"; "说明按 TOML 格式书写，每行一项。"
        en: "this line between the `+++` is not TOML: {detail}" => "write `name = value` on each line; text in double quotes, dates without: date = 2026-10-31"; "Front matter is TOML, one entry a line."
    }
    /// An entry that front matter does not have.
    FRONT_MATTER_FIELD = "V016" "front-matter-field" Error {
        zh: "说明里没有“{name}”这一项" => "只能写这几项：{known}"; "写错的名称如果被忽略，作者会以为它起了作用。"
        en: "front matter has no entry `{name}`" => "the entries are: {known}"; "If a misspelt entry were ignored, its author would believe that it works."
    }
    /// An entry of the wrong kind.
    FRONT_MATTER_VALUE = "V017" "front-matter-value" Error {
        zh: "说明里的这个值类型不对" => "title、summary 是加引号的文字；date 是不加引号的日期，如 2026-10-31（1990 至 2100 年）；places、projects 是列表，如 [\"nanguan\"]；order 是整数；[publicity] 里 from、until 是日期，days 是整数，其余是加引号的文字"; "类型不对的值无法排序和显示。"
        en: "this value of the front matter is of the wrong kind" => "title and summary are quoted text; date is a date without quotes such as 2026-10-31 (1990 to 2100); places and projects are lists such as [\"nanguan\"]; order is a whole number; in `[publicity]`, from and until are dates, days is a whole number, the rest is quoted text"; "A value of the wrong kind can be neither sorted nor shown."
    }    /// A content file about a place, team or project that does not exist.
    SUBJECT_UNKNOWN = "V018" "subject-unknown" Error {
        zh: "没有编号为“{id}”的对象{near_zh}" => "文件名和说明里的 places、projects 要用 places、teams、projects 表里的编号"; "介绍文字挂在不存在的地点、团队或项目上，就不会出现在任何页面。"
        en: "there is nothing with the id `{id}`{near_en}" => "name the file, or write in `places` and `projects`, an id of the tables places, teams or projects"; "A text about something that does not exist would appear on no page."
    }
    /// A folder under `content/` that has no meaning.
    FOLDER_UNKNOWN = "V019" "content-folder-unknown" Warning {
        zh: "content 里的文件夹“{folder}”没有用处" => "放进 notices、communities、teams 或 projects，或直接放在 content 下"; "文件夹决定文字出现在哪一页；放错地方的文件不会发布。"
        en: "the folder `{folder}` inside `content` has no meaning" => "use notices, communities, teams or projects, or put the file into content itself"; "The folder decides on which page a text appears; a misplaced file is not published."
    }
    /// A file name that cannot be an address.
    FILE_NAME = "V020" "file-name" Error {
        zh: "文件名“{name}”不能作网页地址" => "只用小写英文字母、数字和连字符，且不用 index、methods、search、404"; "文件名就是网页地址，要能写在纸上、存在任何系统里，并且不与程序自己的页面重名。"
        en: "the file name `{name}` cannot be an address" => "use lower-case letters, digits and hyphens, and none of index, methods, search, 404"; "The file name is the address: it must fit on paper and in any file system, and not collide with the program's pages."
    }
    /// A formula in `site.toml` that cannot be computed.
    FORMULA_BROKEN = "V021" "formula-broken" Error {
        zh: "指标“{id}”的算式不能计算：{reason}" => "算式只用指标编号、数字和 + - * / ( )，编号见口径说明页"; "自定指标写进公示前，算式必须能对每个页面算出来。"
        en: "the formula of `{id}` cannot be computed: {reason}" => "use metric ids, numbers and + - * / ( ) only; the ids stand on the methods page"; "A figure that a site declares must be computable for every page before it is published."
    }
    /// A formula that adds things of different units.
    FORMULA_MIXES = "V026" "formula-mixes-units" Error {
        zh: "指标“{id}”的算式把不同单位的数相加减" => "件、场、人次、人、户各是各的单位，只能相乘除，或先化成比率再相加，如 activities.hours / activities.participations"; "件加人次没有意义，加出来的数谁也核对不了。"
        en: "the formula of `{id}` adds or subtracts things of different units" => "issues, activities, visits, persons and households only multiply and divide, or become rates first, such as activities.hours / activities.participations"; "Issues plus visits mean nothing, and nobody could check the sum."
    }
    /// A break of a figure that does not exist.
    BREAK_FIGURE = "V027" "break-figure" Error {
        zh: "[[break]] 的 figure “{id}”不是指标编号" => "编号见口径说明页；相近的有：{nearest}"; "口径中断要落在一个真有的指标上，才会印在它的数字旁边。"
        en: "`figure` of `[[break]]` is no figure: `{id}`" => "the ids stand on the methods page; near it: {nearest}"; "A break must belong to a figure that exists, to be printed beside its numbers."
    }
    /// A public notice without its term.
    PUBLICITY_INCOMPLETE = "V022" "publicity-incomplete" Error {
        zh: "[publicity] 没有写 {name}" => "写明期限和单位，如 days = 7、unit = \"working_day\"（工作日）或 \"natural_day\"（自然日）；from 不写时用公告的 date"; "公示多少天由所依据的规定决定，程序不替人定，也不猜是工作日还是自然日。"
        en: "`[publicity]` does not say `{name}`" => "give the term and its unit, such as days = 7 and unit = \"working_day\" or \"natural_day\"; without `from`, the date of the notice is taken"; "The rule that asks for the notice sets the term; the program sets none, and does not guess between working and natural days."
    }
    /// A public notice without what it must say.
    PUBLICITY_CONTENT = "V023" "publicity-content" Warning {
        zh: "公示没有写{what_zh}（{name}），按不合规计" => "在 [publicity] 里写上，如 basis = \"××办法第六条\"、contact = \"社区服务大厅，0000-1234567\""; "公示要说明凭什么公示、有意见向谁提；没有写的照样公布，但不算合规。"
        en: "the public notice does not say {what_en} (`{name}`) and counts as not compliant" => "write it into `[publicity]`, such as basis = \"Measures on …, article 6\" and contact = \"service hall, 0000-1234567\""; "A public notice says by which rule it is given and where to object; without, it is published all the same, and does not count as compliant."
    }
    /// A value of a public notice that cannot be.
    PUBLICITY_VALUE = "V024" "publicity-value" Error {
        zh: "[publicity] 的 {name} 不能是“{value}”" => "应当是：{expected_zh}"; "期限和日期写错，公示期就算错。"
        en: "`{name}` of `[publicity]` cannot be `{value}`" => "it should be {expected_en}"; "A wrong term or day makes a wrong period."
    }
    /// Communities cannot be compared by the figure that the site names.
    RANKING_METRIC = "V025" "ranking-metric" Error {
        zh: "[ranking] 不能按“{id}”比较：{reason}" => "metric 写一个诉求类比率的编号，如 issues.on_time_rate，编号见口径说明页；不比较就写 mode = \"off\""; "比较要按件数算误差，只有以件为分子、分母、且分得出好坏的比率才行。"
        en: "`[ranking]` cannot compare by `{id}`: {reason}" => "make `metric` the id of a rate over issues, such as issues.on_time_rate; the ids stand on the methods page; for no comparison, write `mode = \"off\"`"; "A comparison needs the margin of error, which only a rate over issues has, and one of which more or less is better."
    }
    /// Front matter as other programs write it.
    FRONT_MATTER_DASHES = "V031" "front-matter-dashes" Warning {
        zh: "开头的“---”会照正文显示：这里的说明写在两行“+++”之间" => "把两行“---”改成“+++”，每行写“名称 = 值”，如 title = \"十月通报\""; "别的程序用“---”和冒号；照样读下去，标题和日期就成了正文。"
        en: "the `---` at the top is shown as text: front matter stands between two lines `+++` here" => "make both lines `+++`, and write `name = value` on each line between, such as title = \"October\""; "Other programs use `---` and colons; read as it is, title and date would be text of the page."
    }
    /// HTML of an author that does not stay.
    HTML_REMOVED = "V030" "html-removed" Warning {
        zh: "正文里的 HTML “{what}”不能用，已经去掉" => "改用 Markdown 的写法，或只用 docs/site.md“HTML”一节里列出的标签和属性；样式、脚本、表单、框架、class 和 id 都不能用"; "外来的样式会破坏版面，脚本和框架会带来别人的内容；只留下无害的标签，去掉的都逐条说明。"
        en: "the HTML `{what}` in the text cannot be used and was taken out" => "write it in Markdown, or with the tags and attributes that docs/site.md lists under “HTML”; styles, scripts, forms, frames, class and id are never used"; "Foreign styles break the page, scripts and frames bring in others' content; only harmless tags stay, and all that goes is told."
    }
    /// A translation into a language in which no page is published.
    TRANSLATION_LANGUAGE = "V040" "translation-language" Error {
        zh: "这是 {original} 的译文，但 {value} 不是本站的第二种语言" => "要出两种语言的页面，在 site.toml 的 [site] 里写 languages，主要语言在前；原文的文件名不带语言"; "文件名末尾的 .zh、.en 表示译文；没有那种语言的页面，译文就不会出现。"
        en: "this is a translation of {original}, and {value} is not the second language of this site" => "for pages in two languages write `languages` in `[site]` of site.toml, the main one first; the original bears no language in its name"; "A name that ends in .zh or .en is a translation; without pages in that language it would appear nowhere."
    }
    /// A translation of nothing.
    TRANSLATION_ALONE = "V041" "translation-alone" Error {
        zh: "没有原文 {original}，只有译文" => "补上原文；只有一种语言的文章，文件名不带语言，两种语言的页面都会显示"; "译文接在原文的网页上；地址、日期和次序都由原文决定。"
        en: "there is a translation, and no original {original}" => "write the original; a text in one language bears no language in its name and appears on the pages of both"; "A translation belongs to the page of its original, which decides on address, date and order."
    }
    /// A translation that says when or where.
    TRANSLATION_FIELD = "V042" "translation-field" Error {
        zh: "译文里不写“{name}”" => "删去这一项，写在原文里；译文只写 title 和 summary"; "日期、地点、次序和公示期只有一个，写在两处就可能不一致。"
        en: "a translation does not say `{name}`" => "remove it here and say it in the original; a translation has a title and a summary"; "There is one date, one set of places, one order and one term; said twice they could differ."
    }
}
