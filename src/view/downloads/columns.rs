//! The columns of the published tables, and what they mean.

/// A column: name, type as Table Schema calls it, Chinese and English meaning.
pub(super) type Text = (&'static str, &'static str, &'static str, &'static str);

pub(super) const FIGURE: &[Text] = &[
    (
        "figure",
        "string",
        "指标编号；细分项写在花括号里，如 {category=环境卫生}",
        "metric id; a breakdown stands in braces, such as {category=…}",
    ),
    (
        "subject_kind",
        "string",
        "对象种类：site 全站、place 地点、team 团队、department 承办单位、project 项目",
        "site, place, team, department or project",
    ),
    (
        "subject",
        "string",
        "对象编号；承办单位为名称，全站为空",
        "id of the subject, name of a department; empty for the site",
    ),
    (
        "period",
        "string",
        "统计期：2026-10、2026-Q3、2026-H1、2026、all，存量为 @日期",
        "2026-10, 2026-Q3, 2026-H1, 2026, all, or @date for a stock",
    ),
    (
        "value",
        "number",
        "数值：比率为 0–1，时长为分钟（最长在办天数为天），金额为元",
        "rates are fractions 0–1, times minutes (the oldest age days), money yuan",
    ),
    ("numerator", "integer", "分子；计数为其本身", "numerator; of a count, itself"),
    ("denominator", "integer", "分母；计数为空", "denominator; empty for counts"),
    ("low", "number", "比率的 95% 威尔逊区间下限", "lower end of the 95 % Wilson interval of a rate"),
    ("high", "number", "比率的 95% 威尔逊区间上限", "upper end of the 95 % Wilson interval of a rate"),
    ("unit", "string", "单位", "unit"),
    (
        "mark",
        "string",
        "标记：[c] 因保密隐去；[p] 统计期未结束，暂定；[b] 期内口径中断，前后不可比",
        "[c]: kept back for privacy; [p]: period not over, provisional; [b]: counted in another way from within the period on",
    ),
    ("definition", "string", "口径编号与版本", "definition and its version"),
    ("as_of", "date", "数据截止日", "as-of date"),
];

pub(super) const PLACE: &[Text] = &[
    ("id", "string", "地点编号", "id"),
    ("name", "string", "名称", "name"),
    ("level", "string", "层级", "level"),
    ("parent", "string", "上级地点编号；最外一级为空", "id of the place it belongs to; empty for the outermost"),
    (
        "households",
        "integer",
        "户数：自己填的，没有填的为下级之和",
        "households: its own number, else the sum of the places within",
    ),
    ("counted_on", "date", "户数统计日期", "day on which households were counted"),
];

pub(super) const MONTH: &[Text] = &[
    ("month", "yearmonth", "统计月", "month"),
    ("first_day", "date", "第一天", "its first day"),
    ("last_day", "date", "最后一天", "its last day"),
    (
        "working_days",
        "integer",
        "截至数据截止日的工作日数；没有按工作日的承诺或日历未到时为空",
        "working days up to the as-of date; empty where nothing is promised in working days, or outside the calendar",
    ),
];

pub(super) const TEAM: &[Text] = &[
    ("id", "string", "团队编号", "id"),
    ("name", "string", "名称", "name"),
    ("kind", "string", "类型", "kind"),
    ("home", "string", "驻地的地点编号", "id of the place where it is at home"),
];

pub(super) const ISSUE: &[Text] = &[
    ("id", "string", "工单编号", "id"),
    ("place", "string", "地点编号（不细于小区）", "id of the place, no finer than one level below the community"),
    ("place_name", "string", "地点名称", "name of the place"),
    ("community", "string", "所属社区编号", "id of the community"),
    ("kind", "string", "性质", "kind"),
    ("category", "string", "类别；[c] 为不单独公布的类别", "category; [c] for those not published separately"),
    ("tier", "string", "时限分级", "tier"),
    ("channel", "string", "渠道", "channel"),
    ("origin", "string", "来源：resident 居民反映、patrol 巡查发现", "resident or patrol"),
    ("department", "string", "承办单位", "office in charge"),
    ("team", "string", "参与团队编号", "id of the team that helped"),
    ("received_at", "string", "受理时间", "received"),
    ("dispatched_at", "string", "派单时间", "dispatched"),
    ("due_at", "string", "应办结时间（经延期的为延期后）", "deadline (as extended)"),
    (
        "due_basis",
        "string",
        "应办结时间的由来：given 数据给出、extended 经延期、tier 按办理级别推算",
        "where the deadline comes from: given in the data, extended, or worked out from the tier",
    ),
    ("extended_to", "string", "延期至", "extended deadline, whether it holds or not"),
    ("extended_at", "string", "延期批准时间", "extension granted"),
    ("extension_reason", "string", "延期原因", "why it was extended"),
    ("escalated_from", "string", "升级前的办理级别", "tier before it was escalated"),
    ("escalated_at", "string", "升级时间", "escalated"),
    ("handled_at", "string", "办结时间", "finished"),
    ("verified_at", "string", "回访时间", "return call"),
    ("closed_at", "string", "销单时间", "closed"),
    ("status", "string", "状态", "status"),
    (
        "call",
        "string",
        "回访结果：answered 已接通、unreached 未接通、declined 拒评",
        "how the return call went: answered, unreached or declined",
    ),
    ("contacted", "string", "诉求人答：是否联系", "the caller's word on contact"),
    ("solved", "string", "诉求人答：是否解决", "the caller's word on the solution"),
    ("process", "string", "服务过程评价", "rating of the process"),
    ("result", "string", "办理结果评价", "rating of the result"),
    ("rerated", "string", "整改后再次评价", "rating after a bad one was followed up"),
    ("returns", "integer", "退回重办次数", "times handed back"),
    ("stars", "integer", "诉求人打的星级，1–5", "stars given by the caller, 1–5"),
    ("topic", "string", "归入的课题", "common topic"),
    ("duplicate_of", "string", "并入的主件编号", "issue it repeats"),
    ("excluded", "string", "不计入的原因", "why it is outside the figures"),
    ("handling_minutes", "number", "从受理到办结的分钟数", "minutes from receipt to finish"),
    (
        "open_days",
        "integer",
        "未销单的有效件：从受理日到数据截止日的整天数",
        "whole days from receipt to the as-of date, of issues in scope that are not closed",
    ),
];

pub(super) const ACTIVITY: &[Text] = &[
    ("id", "string", "活动编号", "id"),
    ("date", "date", "日期", "day"),
    ("team", "string", "团队编号", "id of the team"),
    ("place", "string", "计入的地点编号", "id of the place it counts in"),
    ("kind", "string", "类型", "kind"),
    ("theme", "string", "主题", "theme"),
    ("partners", "string", "共建单位", "partners"),
    ("volunteers", "integer", "参加志愿者（人次）", "volunteers taking part"),
    (
        "volunteers_distinct_ids",
        "string",
        "参加的不同的人，以空格分开；序号没有意义，只说明是不是同一个人，不是志愿者编号",
        "the different persons who took part, parted by blanks: numbers without a meaning but that of being the same person, not their ids",
    ),
    ("minutes", "number", "服务时长（分钟）", "time served in minutes"),
    ("served", "integer", "服务对象数", "served"),
    (
        "served_unit",
        "string",
        "服务对象数的单位：visits 人次、people 人、households 户",
        "visits, people or households",
    ),
    ("month", "yearmonth", "归入的月份", "month in which it counts"),
    ("in_counted", "integer", "计入指标：已核实且不晚于数据截止日", "counts: confirmed, and not after the as-of date"),
    ("in_ids_known", "integer", "参加的人都有序号", "everybody who took part has a number"),
];

pub(super) const PROJECT: &[Text] = &[
    ("id", "string", "项目编号", "id"),
    ("place", "string", "地点编号", "id of the place"),
    ("name", "string", "名称", "name"),
    ("kind", "string", "类型", "kind"),
    ("owner", "string", "责任单位", "owner"),
    ("team", "string", "参与团队编号", "id of the team"),
    ("state", "string", "状态", "state"),
    ("stage", "string", "目前环节", "stage"),
    ("start", "date", "开工日", "first day"),
    ("due", "date", "计划完成日", "planned last day"),
    ("done", "date", "实际完成日", "actual last day"),
    ("budget", "number", "批准预算（元）", "approved budget, yuan"),
    ("paid", "number", "已支付（元）", "paid, yuan"),
    ("progress", "number", "进度 0–1", "progress, 0–1"),
    ("origin", "string", "由来：课题或工单", "topic or issues it grew out of"),
    ("result", "string", "结果", "result"),
    ("in_active", "integer", "实施中", "in progress"),
    ("in_on_schedule", "integer", "实施中且没有逾期节点", "in progress without an overdue step"),
    (
        "progress_counted",
        "integer",
        "计入平均进度的进度（万分之几，舍去尾数）；不计入的为空",
        "progress that counts in the mean, in whole ten-thousandths; empty when it does not count",
    ),
    ("in_budgeted", "integer", "计入预算执行率", "counts in budget execution"),
];

pub(super) const MILESTONE: &[Text] = &[
    ("project", "string", "项目编号", "id of the project"),
    ("place", "string", "项目的地点编号", "id of the place of the project"),
    ("team", "string", "参与团队编号", "id of the team"),
    ("name", "string", "节点", "step"),
    ("weight", "number", "权重", "weight"),
    ("baseline", "date", "原定日期", "day first planned"),
    ("forecast", "date", "预计日期", "day expected now"),
    ("actual", "date", "实际日期", "actual day"),
    ("note", "string", "说明", "remark"),
    (
        "slippage_working_days",
        "integer",
        "偏差：实际（没有的用预计）比原定晚几个工作日，提前为负；未知和取消的项目为空",
        "working days from the first plan to the actual, else the expected day; negative when early; empty when unknown, and for cancelled projects",
    ),
    (
        "in_steps",
        "integer",
        "项目实施中或已完成，计入任务清单",
        "of a project in progress or completed: counts among the steps",
    ),
    ("in_reached", "integer", "计入任务清单，并已达到", "counts among the steps, and is reached"),
];

pub(super) const ITEM: &[Text] = &[
    ("id", "string", "编号", "id"),
    ("list", "string", "清单", "list"),
    ("place", "string", "地点编号", "id of the place"),
    ("title", "string", "内容", "what it is"),
    ("state", "string", "状态", "state"),
    ("published_on", "date", "公布日", "made public on"),
    ("claimed_on", "date", "认领日", "claimed on"),
    ("claimed_by", "string", "认领方", "claimed by"),
    ("done_on", "date", "完成日", "done on"),
    ("cleared_on", "date", "销号日", "cleared on"),
    ("evidence", "string", "佐证", "evidence"),
    ("withdrawn", "string", "撤回原因", "why withdrawn"),
    ("carried_from", "string", "结转自", "carried over from"),
    ("published_month", "yearmonth", "归入的月份：公布的月份", "month in which it counts: that of being made public"),
];

pub(super) const SERVICE_POINT: &[Text] = &[
    ("id", "string", "服务点编号", "id"),
    ("place", "string", "地点编号", "id of the place"),
    ("name", "string", "名称", "name"),
    ("kind", "string", "类型", "kind"),
    ("address", "string", "地址", "how to find it"),
    ("hours", "string", "开放时间", "when it is open"),
    ("services", "string", "服务内容，以、分开", "what one can have done there, parted by 、"),
    ("phone", "string", "电话", "work telephone"),
    ("contact", "string", "联系岗位", "post that answers for it"),
    ("since", "date", "启用日期", "opened on"),
    ("reach", "string", "服务范围", "whom it is near enough for"),
    ("note", "string", "说明", "remark"),
];

pub(super) const DUTY: &[Text] = &[
    ("place", "string", "地点编号", "id of the place"),
    (
        "weekdays",
        "string",
        "每周的哪几天，monday 至 sunday，以空格分开；只有一天的为空",
        "days of every week, monday to sunday, parted by blanks; empty for a single day",
    ),
    ("date", "date", "哪一天；每周都有的为空", "the single day; empty for what comes every week"),
    (
        "hours",
        "string",
        "从几点到几点，几段以空格分开，如 08:30-17:30；+1 是次日，00:00-24:00 是全天；空白是没有写",
        "from-to, several parted by blanks, such as 08:30-17:30; +1 is the next day, 00:00-24:00 all day; empty when not said",
    ),
    ("role", "string", "岗位", "post on duty"),
    ("phone", "string", "电话", "work telephone"),
    ("point", "string", "服务点编号", "id of the service point where the post is found"),
    ("note", "string", "说明", "remark"),
];

pub(super) const NOTICE: &[Text] = &[
    ("id", "string", "公告的文件名，也是网址里的名字", "file name, as in the address"),
    ("title", "string", "标题", "title"),
    (
        "places",
        "string",
        "有关地点的编号，以空格分开；空白是全部，只计入全站",
        "ids of the places it names, parted by blanks; empty for all, which counts for the site only",
    ),
    ("from", "date", "公示自，次日为第一天", "put up on; the next day is the first"),
    ("days", "integer", "公示天数", "days it must be up"),
    ("unit", "string", "天数的单位：natural_day 自然日、working_day 工作日", "natural_day or working_day"),
    ("last_day", "date", "期满之日", "last day of the term"),
    ("until", "date", "撤下之日；空白是仍在公示", "taken down on; empty while it is up"),
    ("basis", "string", "依据", "legal basis"),
    ("contact", "string", "意见反馈方式", "where to object"),
    ("end_month", "yearmonth", "归入的月份：期满的月份", "month in which it counts: that of the last day"),
    ("in_ended", "integer", "截至数据截止日已期满", "its term ended by the as-of date"),
    (
        "in_compliant",
        "integer",
        "已期满，写明依据和意见反馈方式，公示到期满之日",
        "ended, says by which rule and where to object, and was up until the last day",
    ),
];

pub(super) const REPORTED: &[Text] = &[
    (
        "subject_kind",
        "string",
        "对象种类：place 本站地点、team 团队、reported_place 本站以外的地点",
        "place or team of the site, or reported_place: a place outside it",
    ),
    ("subject", "string", "对象编号", "id of the subject"),
    ("subject_name", "string", "对象名称", "name of the subject"),
    ("name", "string", "内容", "what is counted"),
    ("stated", "string", "照录的写法，带限定词和单位", "as it was stated, with qualifier and unit"),
    ("value", "string", "数值，如原文", "number, as stated"),
    ("qualifier", "string", "限定：exact 整、over 余或以上、about 约", "exact, over or about"),
    ("unit", "string", "单位", "unit"),
    ("period", "string", "期间，如原文", "period, in the source's words"),
    ("category", "string", "类别", "heading it stands under"),
    ("source", "string", "来源", "where it was stated"),
    ("note", "string", "备注", "remark"),
];
