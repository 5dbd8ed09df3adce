//! Faults of the step `config`.

super::rules! {
    /// There is no `site.toml`.
    NO_SITE_FILE = "C001" "no-site-file" Error {
        zh: "站点文件夹里没有 site.toml" => "在站点文件夹里新建 site.toml，至少写两行：第一行 [site]，第二行 title = \"某某街道为民服务公示\""; "site.toml 说明站点叫什么、由谁公布、表格在哪里；没有它就无法知道该公布什么。"
        en: "the site folder has no site.toml" => "make a file site.toml with at least two lines, `[site]` and `title = \"What the site is called\"`"; "site.toml says what the site is called, who publishes it and where the tables are; without it nobody knows what to publish."
    }
    /// A value that cannot be what it should be.
    BAD_SETTING = "C002" "bad-setting" Error {
        zh: "“{key}”的值“{value}”不能用" => "写成{expected_zh}"; "设置写错时宁可停下来问，也不猜。"
        en: "`{key}` cannot be `{value}`" => "write {expected_en}"; "A setting that is wrong is asked about, never guessed."
    }
    /// A name that must be one of a few.
    UNKNOWN_NAME = "C003" "unknown-name" Error {
        zh: "“{key}”里没有“{value}”这个名称" => "可用的名称：{known}{near_zh}"; "名称必须与程序认识的完全一致，否则这一项设置不会起作用。"
        en: "`{value}` is not a name known in `{key}`" => "use one of: {known}{near_en}"; "A name must be one the program knows, or the setting would have no effect."
    }
    /// The same id or name twice.
    TWICE = "C004" "declared-twice" Error {
        zh: "“{key}”里“{value}”写了两次" => "删去其中一个，或者改成不同的名称"; "同一个名称对应两样东西时，无法知道指的是哪一个。"
        en: "`{value}` stands twice in `{key}`" => "remove one of them or give it another name"; "When one name means two things, nobody can tell which is meant."
    }
    /// Not exactly one level has community pages.
    COMMUNITY_LEVEL = "C005" "community-level" Error {
        zh: "有 {count} 个层级写了 pages = true，应当正好一个" => "只在社区（或村）那一级的 [[level]] 写 pages = true"; "社区页面只为一个层级生成，这一级的名单就是社区总览。"
        en: "{count} levels say `pages = true`; exactly one must" => "write `pages = true` only in the `[[level]]` of the communities"; "Community pages are made for one level, and that level is the overview of communities."
    }
    /// A rule whose level is fixed was lowered.
    FIXED_RULE = "C006" "fixed-rule" Error {
        zh: "规则 {value} 的级别不能降低" => "删去 [rules] 里的这一行，按提示改正数据"; "读不出的文件和未经核准的内容不能靠降低级别放行。"
        en: "the level of rule {value} cannot be lowered" => "remove this line from `[rules]` and correct the data instead"; "A file that cannot be read, or content that was not cleared, does not pass by lowering a level."
    }
    /// Places or teams come from the data and from a table at once.
    TWO_ORIGINS = "C007" "two-origins" Error {
        zh: "[{value}] 写了 from = \"data\"，同时又有一个 table = \"{value}\" 的 [[source]]" => "二选一：删去 from = \"data\"，或者删去这个 [[source]]"; "名单要么来自表格，要么来自数据；两处并存时对不上的名称无法判断。"
        en: "`[{value}]` says `from = \"data\"`, and a `[[source]]` fills the table `{value}` as well" => "keep one: remove `from = \"data\"`, or this `[[source]]`"; "The list comes from a table or from the data; with both, a name that differs cannot be judged."
    }
    /// Something that must be said is not.
    MISSING_SETTING = "C008" "missing-setting" Error {
        zh: "这一段缺少“{key}”" => "在这一段里加一行：{key} = …"; "没有这一项，程序不知道该怎么做，也不替人决定。"
        en: "`{key}` is missing here" => "add a line `{key} = …` to this part"; "Without it the program does not know what to do, and does not decide for people."
    }
    /// A number where a text belongs, or the like.
    WRONG_KIND = "C009" "wrong-kind" Error {
        zh: "这个值的写法不对" => "文字加英文双引号，如 \"南关\"；日期和数字不加引号；列表写成 [\"甲\", \"乙\"]；是否写成 true 或 false"; "写法不对的值读不出来，宁可停下来问，也不猜。"
        en: "this value is of the wrong kind: {detail}" => "quote text, as in \"South Gate\"; no quotes around dates and numbers; lists are [\"a\", \"b\"]; yes and no are true and false"; "A value of the wrong kind cannot be read; it is asked about, never guessed."
    }
    /// A number of something, and nobody knows of what.
    LIMIT_WITHOUT_UNIT = "C010" "limit-without-unit" Error {
        zh: "“{key} = {value}”没有写单位" => "在同一段里加一行 {unit} = \"working_day\"（工作日）、\"natural_day\"（自然日）、\"hour\"（小时）或 \"minute\"（分钟）"; "“3天”可以是三个自然日，也可以是三个工作日，遇上长假相差一周；程序不猜。"
        en: "`{key} = {value}` has no unit" => "add a line `{unit} = \"working_day\"`, `\"natural_day\"`, `\"hour\"` or `\"minute\"` to the same part"; "Three days can be natural or working days, a week apart when holidays come between; the program does not guess."
    }
    /// A number where the unit leaves no room for one.
    LIMIT_NOT_NEEDED = "C011" "limit-not-needed" Error {
        zh: "{unit} 没有数量，不用写“{key} = {value}”" => "删去 {key} 这一行；要写几天的，把单位改成 working_day（工作日）或 natural_day（自然日）"; "当日、当周本身就是期限，再写一个数会有两种读法。"
        en: "`{unit}` has no number: `{key} = {value}` is not needed" => "remove the line `{key}`; for a number of days, make the unit `working_day` or `natural_day`"; "The same day or week is the limit itself; a number beside it can be read in two ways."
    }
    /// Stages in an order in which nothing happens.
    STAGE_ORDER = "C012" "stage-order" Error {
        zh: "阶段“{value}”（{event}）写在“{other}”（{earlier}）后面，次序不对" => "按 received_at、dispatched_at、accepted_at、contacted_at、on_scene_at、handled_at、replied_at、verified_at、closed_at 的先后写，同一步不写两次"; "漏斗里后一步的件数不会多于前一步；次序颠倒了，数字就说不通。"
        en: "the stage `{value}` ({event}) stands after `{other}` ({earlier})" => "keep the order received_at, dispatched_at, accepted_at, contacted_at, on_scene_at, handled_at, replied_at, verified_at, closed_at, each at most once"; "No later stage counts more issues than an earlier one; in another order the numbers make no sense."
    }
    /// Words for a language in which no page is published besides the main one.
    IDLE_LANGUAGE = "C020" "idle-language" Error {
        zh: "[site.{value}] 用不上：{value} 不是本站的第二种语言" => "要出两种语言的页面，在 [site] 里写 languages = [\"{main}\", \"{second}\"]；主要语言的文字直接写在 [site] 里"; "写了却不会出现的文字，多半是漏写了 languages，或者写错了语言。"
        en: "`[site.{value}]` is never used: {value} is not the second language of this site" => "for pages in two languages write `languages = [\"{main}\", \"{second}\"]` in `[site]`; texts of the main language stand in `[site]` itself"; "Words that would never appear mean that `languages` was forgotten, or that the language is wrong."
    }
    /// A site file without its one required section.
    NO_SITE_SECTION = "C021" "no-site-section" Error {
        zh: "site.toml 里没有 [site] 这一段" => "在最上面写两行：第一行 [site]，第二行 title = \"某某街道为民服务公示\""; "站点至少要有名称。"
        en: "site.toml has no section [site]" => "write two lines at the top: `[site]` and `title = \"What the site is called\"`"; "A site has a name at least."
    }
}
