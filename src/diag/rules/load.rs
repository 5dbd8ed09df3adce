//! Faults of the step `load` that concern whole files and the tree of places: a site cannot set their level.

super::rules! {
    /// A source names files that are not there.
    NO_FILES = "L001" "no-files" Error {
        zh: "[[source]] 里的“{pattern}”找不到任何文件" => "检查文件名、文件夹和扩展名；路径从站点文件夹算起，* 可以代替任意文字"; "说好要读的表没有读到，公布的数字就会少。"
        en: "no file matches `{pattern}` of this `[[source]]`" => "check name, folder and ending; paths start at the site folder, `*` stands for any text"; "If a table that was announced is not read, the published figures are too low."
    }
    /// No column for a field that every record needs.
    NO_REQUIRED_COLUMN = "L002" "no-required-column" Error {
        zh: "找不到必填项“{field}”（{label}）的列；这个文件的列有：{headers}" => "在 site.toml 的 [source.columns] 里写 {field} = \"对应的列名\""; "缺少这一项，记录无法归到地点和时间。"
        en: "no column gives the required field `{field}`; the columns of this file are: {headers}" => "write `{field} = \"its header\"` under `[source.columns]` in site.toml"; "Without it a record has no identity, place or time."
    }
    /// A place names a parent that does not exist.
    UNKNOWN_PARENT = "L003" "unknown-parent" Error {
        zh: "地点“{value}”的上级“{parent}”不在地点表里" => "改正 parent 列，或者把上级补进地点表{near_zh}"; "没有上级，就不知道数字汇总到哪里。"
        en: "the parent `{parent}` of the place `{value}` is not in the table" => "correct the column `parent`, or add the parent to the table{near_en}"; "Without its parent nobody knows where the figures add up."
    }
    /// Places that are each other's parents.
    PARENT_CIRCLE = "L004" "parent-circle" Error {
        zh: "地点“{value}”的上级绕了一圈又回到它自己" => "改正 parent 列，让每个地点最终归到最上一级"; "绕成圈的上级关系无法汇总。"
        en: "going up from the place `{value}` leads back to itself" => "correct the column `parent` so that every place ends at the top"; "Places in a circle cannot be added up."
    }
    /// A child stands on the level of its parent or above.
    LEVEL_NOT_BELOW = "L005" "level-not-below" Error {
        zh: "地点“{value}”的层级（{level}）不在上级“{parent}”的层级（{parent_level}）之下" => "改正 level 或 parent 列；层级顺序由 site.toml 的 [[level]] 决定，从外到内"; "上级的层级必须高于下级，否则汇总会重复或遗漏。"
        en: "the place `{value}` (level {level}) does not stand below its parent `{parent}` (level {parent_level})" => "correct `level` or `parent`; the order of levels is that of `[[level]]` in site.toml, outermost first"; "A parent must stand above its children, or sums count twice or not at all."
    }
    /// An id that cannot be an address.
    BAD_ID = "L006" "bad-id" Error {
        zh: "“{value}”不能作为编号" => "只用小写英文字母、数字和连字符，例如 {proposal}"; "编号就是网页地址，公布后永远不变，所以只用各种设备都能输入的字符。"
        en: "`{value}` cannot be an id" => "use small letters a–z, digits and hyphens, such as `{proposal}`"; "An id is the address of a page and stays for ever, so it uses only what every device can type."
    }
    /// A name that stands for two places or teams.
    NAME_TWICE = "L007" "name-twice" Error {
        zh: "“{value}”同时是几个地点或团队的名称或别名" => "别名只留给其中一个；同名的地点，在数据里请写编号"; "一个名称指两处时，记录不知归谁。"
        en: "`{value}` is the name or alias of more than one place or team" => "leave the alias to one of them; for places of the same name, write the id in the data"; "When one name means two places, nobody knows whose record it is."
    }
    /// An alias of `site.toml` leads nowhere.
    ALIAS_TARGET = "L008" "alias-without-target" Error {
        zh: "别名“{value}”指向的“{target}”不存在" => "把 site.toml 里 [{table}.aliases] 这一行的右边改成表里有的名称或编号{near_zh}"; "别名右边必须是真实存在的地点或团队。"
        en: "the alias `{value}` leads to `{target}`, which does not exist" => "under `[{table}.aliases]` in site.toml, write a name or id of the table on the right{near_en}"; "An alias must lead to a place or team that exists."
    }
    /// Ids were made up from names.
    IDS_PROPOSED = "L009" "ids-proposed" Note {
        zh: "“{value}”的编号暂定为 {id}" => "写进 site.toml 的 [{table}.ids]：\"{value}\" = \"{id}\"（可以改成更好的），此后网页地址不再变动"; "编号由名称推算；名称一改，地址就变，贴出去的二维码会失效，所以要由人定下来。"
        en: "the id of `{value}` is, for now, {id}" => "write `\"{value}\" = \"{id}\"` (or a better one) under `[{table}.ids]` in site.toml, and its address will stay"; "The id is made from the name; if the name changes, the address changes and printed codes fail, so a person should settle it."
    }    /// A table in `data/` that no source reads.
    FILE_UNUSED = "L010" "file-unused" Warning {
        zh: "data 里的表格“{path}”没有被读取" => "在 site.toml 里用 [[source]] 写明它是哪张表（table）和文件名（files）；不需要的文件移出 data"; "放进 data 的表格没有读取，网站上就没有它的内容，而别人会以为已经公布。"
        en: "the table `{path}` in data is read by no source" => "say in a `[[source]]` of site.toml which table it is (`table`, `files`), or move it out of data"; "A table that lies in data and is not read is missing from the site, while people believe it is published."
    }
    /// Not a single record.
    NO_RECORDS = "L011" "no-records" Error {
        zh: "没有读到任何记录，没有可公布的内容" => "把表格放进 data，并在 site.toml 里用 [[source]] 写明；只公布文字的站点，请在 [site] 里写 as_of = 2026-10-31 这样的数据截止日"; "没有记录也没有数据截止日，页面上的日期无从谈起。"
        en: "no record was read, so there is nothing to publish" => "put tables into data and name them in `[[source]]` of site.toml; a site of prose alone needs a date such as `as_of = 2026-10-31` under `[site]`"; "Without a record and without an as-of date, no page could say as of when it speaks."
    }
    /// A stage is for a place that does not exist.
    STAGE_PLACE = "L012" "stage-place-unknown" Error {
        zh: "阶段“{value}”的 places 里写了“{id}”，没有这个编号的地点" => "改成地点表里的编号{near_zh}"; "地点对不上，这一步的名称就不会出现在任何页面上。"
        en: "the stage `{value}` is for the place `{id}`, which does not exist" => "write an id of the table of places{near_en}"; "A stage for no place would appear on no page."
    }
    /// Names for a second language that the site does not have.
    NAMES_IDLE = "L060" "names-without-language" Warning {
        zh: "有 names 表，但本站只出一种语言的页面" => "要出两种语言的页面，在 site.toml 的 [site] 里写 languages = [\"zh\", \"en\"]；不需要的表移出 data"; "names 表说的是数据里的名称在另一种语言里怎样说，只有一种语言时用不上。"
        en: "there is a table of names, and the site has pages in one language only" => "for pages in two languages write `languages = [\"zh\", \"en\"]` in `[site]` of site.toml, or move the table out of data"; "The table says what the words of the data are called in the second language; without one it is not used."
    }
    /// A name for a word that nothing is called.
    NAME_UNUSED = "L061" "name-unused" Note {
        zh: "数据里没有“{value}”，这个译名没有用到" => "写法要与数据里的完全一致；不再使用的，删去这一行"; "差一个字，另一种语言的页面上就还是原来的名称。"
        en: "nothing in the data is called `{value}`, so its name is not used" => "write the word as it stands in the data, to the letter; remove the row if it is not needed any more"; "With one letter wrong, the pages in the second language keep the word of the data."
    }
    /// A header row in which nothing is known.
    HEADER_UNKNOWN = "L080" "header-unknown" Error {
        zh: "这一行看起来不是表头：要有的列（{labels}）一个也没有认出来；这一行写的是：{headers}" => "表头在下面的，删去它上面的行；两行合并的表头，改成一行；各列挤在一格里的，检查分隔符是不是全角；就是表头的，在 site.toml 的 [source.columns] 里写明：{example}"; "程序靠表头认列；表头认错了，整张表就读不到。"
        en: "this row does not look like a header: none of the columns {fields} was recognised; it says: {headers}" => "if the header stands further down, delete what is above it; make one row of a header of two; if all stands in one cell, check the separator; if this is the header, say under `[source.columns]` in site.toml: {example}"; "Columns are known by their header; with the wrong row for it, nothing of the table is read."
    }
}
