//! Faults of columns, rows and cells: a site may set their level under `[rules]`.
//!
//! An error stops the build. At any lower level the row is left out and counted, or stays without the faulty cell, as each
//! rule says.

super::rules! {
    /// A header named in `site.toml` that the file does not have.
    UNKNOWN_COLUMN = "L014" "unknown-column" Error {
        zh: "site.toml 给“{field}”指定的列“{column}”在这个文件里没有" => "把 [source.columns] 里的名称改成文件里的列名{near_zh}；各年列名不同时可以写成列表"; "列名对不上，这一项就全部读不到。降为警告时，这个文件里的这一项按没有填处理。"
        en: "the column `{column}` that site.toml names for `{field}` is not in this file" => "write the header as it stands in the file under `[source.columns]`{near_en}; a list of headers is tried in turn"; "If the header differs, the whole field is lost. As a warning, the field counts as not given in this file."
    }
    /// A required cell is blank.
    MISSING_VALUE = "L030" "missing-value" Error {
        zh: "“{label}”没有填" => "补上这一格，或者删去这一行"; "没有这一项，这条记录无法计入任何数字。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "`{field}` is blank" => "fill the cell in or remove the row"; "Without it the record cannot count in any figure. As a warning, the row is left out and counted on the data page."
    }
    /// A date that is none.
    BAD_DATE = "L031" "bad-date" Error {
        zh: "“{value}”不是能读懂的日期（{reason_zh}）" => "写成 2024-03-05 或 2024-03-05 14:22；表示没有的词请列进 [[source]] 的 missing"; "日期读错，时限和办结率都会错。降为警告时，这一格按没有填处理；必填项读不出的，这一行不计入。"
        en: "`{value}` is not a date that can be read ({reason_en})" => "write it as 2024-03-05 or 2024-03-05 14:22; words that mean “none” go into `missing` of the `[[source]]`"; "A wrong date makes deadlines and rates wrong. As a warning, the cell counts as blank; where the field is required, the row is left out."
    }
    /// A date that can be read two ways.
    AMBIGUOUS_DATE = "L032" "ambiguous-date" Error {
        zh: "“{value}”可能是月在前，也可能是日在前" => "在 [[source]] 里写 date_order = \"mdy\"（月/日/年）或 \"dmy\"（日/月/年）"; "同一串数字可以是两个日子，程序不猜。"
        en: "`{value}` may have the month first or the day first" => "write `date_order = \"mdy\"` or `\"dmy\"` in the `[[source]]`"; "The same digits can be two days; the program does not guess."
    }
    /// A number that is none.
    BAD_NUMBER = "L033" "bad-number" Error {
        zh: "“{value}”不是能读懂的数（{reason_zh}）" => "只写数字，单位写在列名里；表示没有的词请列进 [[source]] 的 missing"; "数字读错，合计就错。降为警告时，这一格按没有填处理；必填项读不出的，这一行不计入。"
        en: "`{value}` is not a number that can be read ({reason_en})" => "write the digits only and the unit in the header; words that mean “none” go into `missing` of the `[[source]]`"; "A number read wrongly makes sums wrong. As a warning, the cell counts as blank; where the field is required, the row is left out."
    }
    /// A word outside the vocabulary of its field.
    UNKNOWN_WORD = "L034" "unknown-word" Error {
        zh: "“{label}”这一列不认识“{value}”这个词" => "在 [source.values.{field}] 里写明它的意思：\"{value}\" = 下列之一：{known}；表示没有的词（如“未回访”）请列进 [[source]] 的 missing"; "各地系统用词不同，每个词的意思要由人说明。降为警告时，这一格按没有填处理；必填项读不出的，这一行不计入。"
        en: "`{field}` does not know the word `{value}`" => "say what it means under `[source.values.{field}]`: `\"{value}\" =` one of {known}; words that mean “none” go into `missing` of the `[[source]]`"; "Systems use different words, and a person must say what each means. As a warning, the cell counts as blank; where the field is required, the row is left out."
    }
    /// A number outside what the field can hold.
    OUT_OF_RANGE = "L035" "out-of-range" Error {
        zh: "“{label}”不能是“{value}”，应当{range_zh}" => "改正这一格"; "超出范围的数多半是打错了。降为警告时，这一格按没有填处理。"
        en: "`{field}` cannot be `{value}`; it {range_en}" => "correct the cell"; "A number out of range is most likely a slip. As a warning, the cell counts as blank."
    }
    /// A place that is not known.
    UNKNOWN_PLACE = "L036" "unknown-place" Error {
        zh: "地点“{value}”不在地点表里" => "改正这一格，或者在 [places.aliases] 里写 \"{value}\" = \"正式名称\"{near_zh}；也可以用 [places] 的 not_given 把这类记录归到一个公开显示的组"; "不知道归谁的记录，既不能丢掉，也不能随便归到一处。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "the place `{value}` is not in the table of places" => "correct the cell, or write `\"{value}\" = \"its proper name\"` under `[places.aliases]`{near_en}; or let `not_given` of `[places]` gather such records in a group that is shown"; "A record of nobody must neither vanish nor be given to just anyone. As a warning, the row is left out and counted on the data page."
    }
    /// A team that is not known.
    UNKNOWN_TEAM = "L037" "unknown-team" Error {
        zh: "团队“{value}”不在团队表里" => "改正这一格，或者在 [teams.aliases] 里写 \"{value}\" = \"正式名称\"{near_zh}"; "团队的服务要记在它自己名下。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "the team `{value}` is not in the table of teams" => "correct the cell, or write `\"{value}\" = \"its proper name\"` under `[teams.aliases]`{near_en}"; "What a team did must stand under its own name. As a warning, the row is left out and counted on the data page."
    }
    /// The same id twice.
    DUPLICATE_ID = "L038" "duplicate-id" Error {
        zh: "编号“{value}”在{first_zh}已经用过" => "同一件事只留一行；不同的事给不同的编号"; "同一件事算两次，数字就虚高。降为警告时，后面的一行不计入，并在数据页列出数量。"
        en: "the id `{value}` was used before, in {first_en}" => "keep one row for one matter, and give different matters different ids"; "What is counted twice inflates the figures. As a warning, the later row is left out and counted on the data page."
    }
    /// Exactly the same row twice.
    SAME_ROW_TWICE = "L039" "same-row-twice" Warning {
        zh: "这一行里读到的内容与{first_zh}完全相同，没有重复计入" => "删去重复的一行；两次导出的时间段可能重叠了"; "导出时段重叠会带来完全相同的行，只能算一次。这一行不计入，并在数据页列出数量。"
        en: "what is read of this row is the same as in {first_en}, and was not counted again" => "remove the repeated row; two exports may overlap"; "Overlapping exports bring identical rows, which count once. The row is left out and counted on the data page."
    }
    /// Something happened to an issue before it was received.
    BEFORE_RECEIVED = "L040" "answered-before-received" Warning {
        zh: "“{label}”（{value}）早于受理时间（{received}），这个时间没有采用" => "核对两个时间，改正写错的一个"; "先办结后受理不可能发生，留着会算出负的时长。这一行保留，不可能的时间按没有填处理。"
        en: "`{field}` ({value}) lies before the time of receipt ({received}) and was not used" => "compare the two times and correct the wrong one"; "Nothing is settled before it is received; kept, it would give negative durations. The row stays, the impossible time counts as blank."
    }
    /// Said to be closed, without a time.
    STATUS_WITHOUT_TIME = "L041" "status-without-time" Warning {
        zh: "状态是已办结，却没有办结时间" => "补上办结时间；没有时间就无法判断是否按期"; "没有时间的办结不能算按期。这一行保留，计入受理。"
        en: "the status says closed, but there is no time of closing" => "fill in when it was settled; without it nobody can say whether it was on time"; "What was settled at no known time is not on time. The row stays and counts as received."
    }
    /// A later step without the step before it.
    STAGE_SKIPPED = "L042" "stage-skipped" Warning {
        zh: "有“{later_zh}”，却没有“{earlier_zh}”" => "补上缺少的一步，或者核对后一步的时间"; "公示的流程是一步接一步的，跳过的一步要么漏填，要么没有做。这一行保留。"
        en: "there is `{later}` but no `{earlier}`" => "fill in the missing step, or check the later one"; "The published procedure goes step by step; a step that is skipped was not entered or not taken. The row stays."
    }
    /// After the as-of date.
    AFTER_AS_OF = "L043" "after-as-of" Note {
        zh: "“{label}”（{value}）晚于数据截止日期 {as_of}，不计入本期数字" => "如果不是写错，等下一期再看；否则改正日期"; "公布的数字截止到一天为止，之后的记录留到下一期。"
        en: "`{field}` ({value}) lies after the as-of date {as_of} and does not count yet" => "correct the date if it is a slip; otherwise it counts next time"; "Published figures end on one day; what lies after it waits for the next release."
    }
    /// More hours in a day than it has.
    TOO_MANY_HOURS = "L044" "more-than-24-hours" Warning {
        zh: "一天里人均 {value} 小时，超过 24 小时" => "核对时长和人数；跨多天的活动按天分开填"; "一个人一天服务不了 24 小时以上。这一行不计入，并在数据页列出数量。"
        en: "{value} hours for each person in one day, more than 24" => "check hours and volunteers; enter an activity of several days day by day"; "Nobody serves more than 24 hours in a day. The row is left out and counted on the data page."
    }
    /// People without time.
    ZERO_HOURS = "L045" "zero-hours" Note {
        zh: "有人参加，时长却是 0" => "如果没有记时长，请把这一格留空；0 表示确实没有服务"; "空着表示没有填报，0 表示没有服务，两者不同。这一行保留。"
        en: "somebody took part, but the hours are 0" => "leave the cell blank if no time was recorded; 0 means no service"; "Blank means not reported, 0 means none; they differ. The row stays."
    }
    /// An end before its beginning.
    DATES_OUT_OF_ORDER = "L046" "dates-out-of-order" Warning {
        zh: "“{later_zh}”（{value}）早于“{earlier_zh}”（{first}）" => "核对两个日期，改正写错的一个"; "先完成后开始不可能发生。这一行保留。"
        en: "`{later}` ({value}) lies before `{earlier}` ({first})" => "compare the two and correct the wrong one"; "Nothing ends before it begins. The row stays."
    }
    /// Struck off without anything to show for it.
    CLEARED_WITHOUT_EVIDENCE = "L047" "cleared-without-evidence" Warning {
        zh: "已经销号，却没有填佐证" => "在 evidence 列写明凭什么销号，例如现场照片编号或验收单"; "销号要让人看得见、查得到。这一行保留，只算已完成，不算销号。"
        en: "it was struck off without evidence" => "say in the column `evidence` what shows that it is done, such as the number of a photograph or of the acceptance form"; "Striking off must be visible and checkable. The row stays and counts as done, not as cleared."
    }
    /// More paid than approved, without a word about it.
    PAID_ABOVE_BUDGET = "L053" "paid-above-budget" Warning {
        zh: "已支付 {value} 元，超过批准预算 {budget} 元，却没有说明原因" => "核对两个金额；确实超支的，在 result（成效）列写明原因和批准情况"; "预算执行率超过 100% 要有交代，读者才知道是追加了预算还是写错了数。这一行保留，照原样计算。"
        en: "{value} yuan were paid, more than the approved budget of {budget} yuan, and nothing says why" => "compare the two amounts; if it did cost more, say why and who approved it in the column `result`"; "Execution above 100 % needs a reason: readers cannot tell an approved addition from a slip. The row stays and counts as it is."
    }
    /// Not as many volunteers named as took part.
    VOLUNTEERS_DIFFER = "L054" "volunteers-differ" Warning {
        zh: "写了 {named} 个不同的志愿者编号，参加的却是 {volunteers} 人次" => "补全或改正编号，或者改正人次；一行一人的表每行只写一个编号"; "编号不全就不知道一共有多少人，这一期的参与人数不公布。这一行保留；编号只用来数人，不公布。"
        en: "{named} different volunteers are named, but {volunteers} took part" => "complete or correct the ids, or correct the number; in a table of one person a row, each row has one id"; "When somebody is not named, nobody knows how many persons there were, and the figure is not published for the period. The row stays; ids serve to tell persons apart, and are not published."
    }
    /// A rule of a fixed day that cannot be read.
    UNKNOWN_RECURRENCE = "L055" "unknown-recurrence" Error {
        zh: "“{value}”不是能读懂的日期规则" => "照下面的样子写：每月15日；每月5日、25日；每周三；每周一、四；每月第一个周六；每月最后一个周五；每季度首月5日；每年3月5日"; "日期推算错了，居民就会白跑一趟，所以读不准的规则不猜。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "`{value}` is no rule of days that can be read" => "write it like one of these: `monthly 15`, `monthly 5,25`, `weekly wed`, `weekly mon,thu`, `monthly first sat`, `monthly last fri`, `monthly last day`, `quarterly 5`, `yearly 03-05`"; "A wrong day sends residents on a wasted trip, so a rule that is not clear is not guessed. As a warning, the row is left out and counted on the data page."
    }
    /// A service point that is not on the register.
    UNKNOWN_POINT = "L056" "unknown-service-point" Error {
        zh: "服务点“{value}”在服务点表里找不到，或者不止一个" => "写服务点表里的编号或名称{near_zh}，同名的写编号；没有固定地点的留空"; "居民按值班表上门，地点要对得上。降为警告时，这一行保留，这一格按没有填处理。"
        en: "no service point, or more than one, goes by `{value}`" => "write the id or name of a row of the table `service_points`{near_en}, the id where names are alike; leave the cell blank where there is no fixed point"; "Residents go where the rota sends them. As a warning, the row stays and the cell counts as blank."
    }
    /// A turn of duty on no day, or on unclear ones.
    UNCLEAR_DUTY_DAY = "L057" "unclear-duty-day" Error {
        zh: "看不出是哪天值班：“星期”和“日期”要填一格，也只填一格" => "每周都有的，“星期”写 周三、周一至周五 或 周一、三、五；只有一天的，“日期”写那一天，如 2026-11-03"; "值班的日子错了，居民就会白跑一趟，所以不猜。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "the day of this turn of duty is not clear: one of `weekday` and `date` is filled in, and only one" => "write `wed`, `mon-fri` or `mon,wed,fri` under `weekday` for what comes every week, or one day such as 2026-11-03 under `date`"; "A wrong day sends residents on a wasted trip, so it is not guessed. As a warning, the row is left out and counted on the data page."
    }
    /// Hours of duty that cannot be read.
    BAD_HOURS = "L058" "bad-hours" Error {
        zh: "“{value}”不是能读懂的值班时间" => "写成 8:30-17:30，结束要晚于开始；上午下午分开写 8:30-11:30、14:00-17:30，跨夜写 17:30-次日8:30，一整天写 全天；不定时的留空，在说明里写"; "值班时间错了，居民就会白跑一趟，所以不猜。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "`{value}` are no hours of duty that can be read" => "write them as 8:30-17:30, the end after the beginning; morning and afternoon as `8:30-11:30, 14:00-17:30`, over midnight as `17:30-next day 8:30`, a whole day as `all day`; leave the cell blank where they vary, and say so in the note"; "Wrong hours send residents on a wasted trip, so they are not guessed. As a warning, the row is left out and counted on the data page."
    }
    /// A turn of duty that lies too far ahead to be meant.
    DUTY_FAR_OFF = "L059" "duty-far-off" Warning {
        zh: "“{label}”（{value}）比数据截止日期 {as_of} 晚一年以上" => "核对年份"; "值班表说的是眼下的事，一年以后的日期多半写错了年份。这一行保留。"
        en: "`{field}` ({value}) lies more than a year after the as-of date {as_of}" => "check the year"; "A rota tells of the near future; a date more than a year ahead is most likely a slip of the year. The row stays."
    }
    /// A reported figure about nothing that is listed.
    UNKNOWN_SUBJECT = "L049" "unknown-subject" Error {
        zh: "“{value}”不是本站的地点或团队，也不在 reported_places 表里" => "改正这一格{near_zh}；本站以外的地点，先写进 reported_places 表"; "上报数要写明是谁的，不能随便归到一处。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "`{value}` is no place or team of the site, and is not in the table `reported_places`" => "correct the cell{near_en}; a place outside the site goes into the table `reported_places` first"; "A reported figure says whose it is. As a warning, the row is left out and counted on the data page."
    }
    /// A milestone of no project.
    UNKNOWN_PROJECT = "L048" "unknown-project" Error {
        zh: "项目“{value}”不在项目表里" => "把 project 列改成项目表里的编号{near_zh}"; "节点要归到一个项目下面。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "the project `{value}` is not in the table of projects" => "write the id of a project in the column `project`{near_en}"; "A milestone belongs to a project. As a warning, the row is left out and counted on the data page."
    }
    /// A sum or a remark among the records.
    NOT_A_RECORD = "L081" "not-a-record" Warning {
        zh: "这一行（“{value}”）看作合计或说明，没有读" => "从表里删去这一行；确实是一条记录的，补上必填的各项"; "合计由程序从各行算出；表里的合计行如果也算一条，数字就重复了。这一行不计入，并在数据页列出数量。"
        en: "this row (`{value}`) is taken for a sum or a remark and was not read" => "delete the row from the table; if it is a record, fill in what is required"; "Sums are computed from the rows; a line of sums that counted as one would count twice. The row is left out and counted on the data page."
    }
    /// A cell that a spreadsheet could not work out.
    SPREADSHEET_ERROR = "L082" "spreadsheet-error" Error {
        zh: "这一格是 Excel 的错误值“{value}”，原来的内容没有导出来" => "在 Excel 或 WPS 里改正这一格的公式，或者直接填上内容，再导出；显示 #### 的，先把列拉宽"; "错误值说明公式断了，原来是什么只有做表的人知道。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "the cell holds the error value `{value}` of a spreadsheet, and not its content" => "correct the formula in the spreadsheet, or type the content, and export again; for ####, make the column wider first"; "An error value means that a formula broke, and only who made the table knows what belongs there. As a warning, the row is left out and counted on the data page."
    }
    /// An id that was rounded.
    ROUNDED_ID = "L083" "rounded-id" Error {
        zh: "编号“{value}”被 Excel 改成了科学记数，后面几位已经丢失" => "从原系统重新导出；在 Excel 里打开时用“数据→自文本/CSV”导入，把编号列设成“文本”，不要双击打开再保存"; "丢了位数的编号会把不同的事当成同一件。降为警告时，这一行不计入，并在数据页列出数量。"
        en: "the id `{value}` was turned into a rounded number by a spreadsheet, and its last digits are lost" => "export it again from the source system; open it in Excel by Data → From Text/CSV with the column of ids as text, instead of a double click"; "Ids without their last digits take different matters for one. As a warning, the row is left out and counted on the data page."
    }
    /// A duplicate of an issue that is not there.
    DUPLICATE_OF_NOTHING = "L084" "duplicate-of-nothing" Warning {
        zh: "“{id}”写明并入“{value}”，数据里没有这一件（或者就是它自己），两件都没有计入" => "核对主工单编号；不是重复件的，清空这一格；主件在别的月份的，把那个月的表也放进来"; "并入的件跟着主件算；主件不在，这件事就从数字里消失了。这一行保留，不计入。"
        en: "`{id}` says it is merged into `{value}`, which is not in the data (or is itself), so neither counts" => "check the id of the main issue; clear the cell if this is no duplicate; if the main issue lies in another month, add that table"; "What is merged counts with the main issue; without that, the matter vanishes from the figures. The row stays and does not count."
    }
    /// A word that `site.toml` says and no field knows.
    MAPPED_WRONG = "L085" "mapped-wrong" Error {
        zh: "site.toml 里的 {entry}：“{label}”没有“{value}”这个词" => "把等号右边改成下列之一：{known}"; "对照表右边要写程序认识的词，写错了这一列就读不出来。降为警告时，这一格按没有填处理；必填项读不出的，这一行不计入。"
        en: "site.toml says {entry}, and `{field}` does not know the word `{value}`" => "write one of these on the right: {known}"; "The right side of a mapping is a word the program knows. As a warning, the cell counts as blank; where the field is required, the row is left out."
    }
}
