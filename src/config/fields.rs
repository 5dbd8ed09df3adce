//! The fields of each table, and the headers under which they are found without being told.
//!
//! A header belongs to one field only. Headers that mean different things in different offices are not here: `type` is a
//! category in one export and a channel in the next, and a guess would be published.

use super::mapping::Table;

/// A field of a table.
#[derive(Debug)]
pub struct FieldSpec {
    /// Its name in `site.toml`, and its header in a table made for this program.
    pub name: &'static str,
    /// What a clerk calls it; a header it is found under as well.
    pub label: &'static str,
    /// Whether no record can do without it.
    pub required: bool,
    /// Other headers it is found under, tried in this order.
    pub headers: &'static [&'static str],
}

impl FieldSpec {
    /// All headers it is found under, its own name first.
    pub fn known_headers(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.label].into_iter().chain(self.headers.iter().copied())
    }
}

impl Table {
    /// The fields, the required ones first.
    #[must_use]
    pub fn fields(self) -> &'static [FieldSpec] {
        match self {
            Self::Places => PLACES,
            Self::Teams => TEAMS,
            Self::Issues => ISSUES,
            Self::Activities => ACTIVITIES,
            Self::Projects => PROJECTS,
            Self::Milestones => MILESTONES,
            Self::Items => ITEMS,
            Self::FixedDays => FIXED_DAYS,
            Self::ServicePoints => SERVICE_POINTS,
            Self::Duty => DUTY,
            Self::ReportedPlaces => REPORTED_PLACES,
            Self::Reported => REPORTED,
            Self::Names => NAMES,
        }
    }

    /// The field of a name.
    #[must_use]
    pub fn field(self, name: &str) -> Option<&'static FieldSpec> {
        self.fields().iter().find(|field| field.name == name)
    }
}

/// A header or name as it is compared: without blanks and letter case, full-width signs like plain ones.
#[must_use]
pub fn key(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{feff}')
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

const fn required(name: &'static str, label: &'static str, headers: &'static [&'static str]) -> FieldSpec {
    FieldSpec { name, label, required: true, headers }
}

const fn optional(name: &'static str, label: &'static str, headers: &'static [&'static str]) -> FieldSpec {
    FieldSpec { name, label, required: false, headers }
}

const PLACES: &[FieldSpec] = &[
    required("id", "编号", &["地点编号", "社区编号", "place_id"]),
    required("name", "名称", &["地点名称", "社区名称", "社区", "村社区", "社区（村）"]),
    required("level", "层级", &["级别", "类型"]),
    optional("parent", "上级", &["上级编号", "所属上级", "上级单位"]),
    optional("households", "户数", &["总户数", "居民户数"]),
    optional("residents", "人口", &["常住人口", "人口数", "居民人数", "population"]),
    optional("counted_on", "统计日期", &["户数统计日期", "人口统计日期"]),
    optional("order", "排序", &["序号", "顺序"]),
    optional("aliases", "别名", &["曾用名", "其他名称", "简称"]),
    optional("contacts", "联系人", &["联系方式"]),
    optional("contact_role", "联系岗位", &["岗位"]),
    optional("contact_name", "联系人姓名", &[]),
    optional("contact_phone", "联系电话", &["值班电话", "办公电话"]),
    optional("contact_hours", "接听时间", &["办公时间", "值班时间"]),
    optional("consent", "公开同意", &["同意公开", "是否同意公开", "本人同意公开"]),
    optional("since", "加入日期", &["启用日期"]),
];

const TEAMS: &[FieldSpec] = &[
    required("id", "编号", &["团队编号", "队伍编号", "team_id"]),
    required("name", "名称", &["团队名称", "队伍名称", "志愿队名称", "团队", "队伍"]),
    optional("home", "所属社区", &["所属地点", "社区", "所在社区"]),
    optional("kind", "类型", &["团队类型", "队伍类别", "类别"]),
    optional("members", "成员", &["人员构成", "队员构成"]),
    optional("duties", "职责", &["服务内容", "工作职责"]),
    optional("schedule", "服务时间", &["活动时间", "固定服务日"]),
    optional("contacts", "联系人", &["联系方式"]),
    optional("contact_role", "联系岗位", &["岗位"]),
    optional("contact_name", "联系人姓名", &["负责人"]),
    optional("contact_phone", "联系电话", &["电话"]),
    optional("contact_hours", "接听时间", &["办公时间"]),
    optional("consent", "公开同意", &["同意公开", "是否同意公开", "本人同意公开"]),
    optional("founded", "成立日期", &["成立时间"]),
    optional("order", "排序", &["序号", "顺序"]),
    optional("aliases", "别名", &["曾用名", "其他名称", "简称"]),
];

const ISSUES: &[FieldSpec] = &[
    required(
        "id",
        "工单编号",
        &[
            "工单号",
            "诉求编号",
            "受理编号",
            "案件编号",
            "留言编号",
            "事项编号",
            "编号",
            "service_request_id",
            "case_enquiry_id",
        ],
    ),
    required(
        "place",
        "社区",
        &[
            "所属社区",
            "村社区",
            "社区（村）",
            "所属地点",
            "地点",
            "被反映社区",
            "被反映街乡镇",
            "所属街道",
            "所属地区",
            "街道",
            "neighborhood",
        ],
    ),
    required(
        "received_at",
        "受理时间",
        &[
            "受理日期",
            "创建时间",
            "登记时间",
            "接件时间",
            "来电时间",
            "留言时间",
            "反映时间",
            "诉求时间",
            "requested_datetime",
            "open_dt",
        ],
    ),
    optional("kind", "诉求类型", &["诉求性质", "工单类型", "事项类型", "问题性质"]),
    optional(
        "category",
        "诉求类别",
        &["一级分类", "问题分类", "问题类别", "事项类别", "分类", "类别", "二级分类", "三级分类", "service_name"],
    ),
    optional("tier", "时限等级", &["办理级别", "紧急程度", "办理等级", "tier_id"]),
    optional("channel", "诉求来源", &["来源渠道", "受理渠道", "渠道", "来源", "工单来源"]),
    optional("origin", "发现方式", &["发现途径", "诉求发起"]),
    optional("team", "协办团队", &["服务团队", "志愿团队", "团队"]),
    optional(
        "department",
        "承办单位",
        &["主办单位", "责任单位", "责任部门", "承办部门", "处置部门", "agency_responsible"],
    ),
    optional("dispatched_at", "派单时间", &["派发时间", "转办时间", "交办时间", "分派时间"]),
    optional("accepted_at", "接单时间", &["签收时间", "接收时间", "接单日期"]),
    optional("contacted_at", "首次联系时间", &["响应时间", "联系时间", "首次响应时间", "acknowledged"]),
    optional("on_scene_at", "到场时间", &["到达时间", "到达现场时间"]),
    optional("handled_at", "办结时间", &["办结日期", "处理完成时间", "完成时间", "实际办结时间", "处置时间", "fixed"]),
    optional("replied_at", "回复时间", &["答复时间", "反馈时间", "回复日期"]),
    optional("verified_at", "回访时间", &["回访日期", "评价时间"]),
    optional(
        "closed_at",
        "销单时间",
        &["归档时间", "结案时间", "关闭时间", "结案日期", "销号时间", "closed_datetime", "closed_dt"],
    ),
    optional(
        "due_at",
        "应办结时间",
        &["办理时限", "应办结日期", "截止时间", "到期时间", "办结时限", "处置时限", "expected_datetime", "target_dt"],
    ),
    optional("extended_to", "延期至", &["延期时间", "延期后时限", "延期到"]),
    optional("extended_at", "延期批准时间", &["延期批准日期", "延期审批时间"]),
    optional("extension_reason", "延期原因", &["延期理由"]),
    optional("escalated_from", "升级前级别", &["原办理级别", "原级别"]),
    optional("escalated_at", "升级时间", &["提级时间", "升级日期"]),
    optional("status", "状态", &["工单状态", "办理状态", "诉求状态", "办结状态", "case_status"]),
    optional("contacted", "是否联系", &["是否响应", "是否联系诉求人"]),
    optional("solved", "是否解决", &["解决情况", "是否已解决"]),
    optional("process", "过程满意度", &["服务过程评价", "办理过程满意度", "过程评价", "服务态度满意度"]),
    optional("result", "是否满意", &["结果满意度", "满意度", "办理结果评价", "办理结果满意度", "结果评价", "满意情况"]),
    optional("stars", "星级", &["评分", "星级评价", "打分"]),
    optional("call", "回访结果", &["回访情况", "是否接通"]),
    optional("rerated", "整改后评价", &["再次评价", "二次评价", "整改后满意度"]),
    optional("returns", "退回次数", &["重办次数", "返工次数", "退办次数"]),
    optional("topic", "专题", &["共性问题", "一类问题", "主题"]),
    optional("duplicate_of", "主工单编号", &["重复于", "并入工单", "主件编号"]),
    optional("excluded", "不计入原因", &["剔除原因", "不纳入考核原因"]),
    optional("summary", "公开摘要", &["公示摘要", "公开内容"]),
];

const ACTIVITIES: &[FieldSpec] = &[
    required("id", "活动编号", &["编号", "活动号", "activity_id"]),
    required("date", "活动日期", &["日期", "服务日期", "活动时间", "开展日期"]),
    optional("team", "团队", &["服务团队", "团队名称", "队伍", "志愿队", "志愿服务队", "队伍名称"]),
    optional("place", "社区", &["所属社区", "地点", "活动地点", "服务社区", "村社区"]),
    optional("kind", "活动类型", &["服务类别", "活动类别", "服务类型", "类型", "类别"]),
    optional("theme", "活动主题", &["活动名称", "主题", "活动内容", "项目名称"]),
    optional("start", "开始时间", &["签到时间"]),
    optional("end", "结束时间", &["签退时间"]),
    optional("volunteers", "参与人次", &["志愿者人数", "参加人数", "参与人数", "志愿者人次", "人数"]),
    optional("volunteer_ids", "志愿者编号", &["队员编号"]),
    optional(
        "hours",
        "服务时长",
        &[
            "时长",
            "总时长",
            "志愿服务时长",
            "服务小时数",
            "工时",
            "服务时长（小时）",
            "服务时长（分钟）",
            "时长（小时）",
            "时长（分钟）",
        ],
    ),
    optional("served", "服务人次", &["服务对象人数", "服务人数", "受益人数", "服务户数", "受益人次"]),
    optional("served_unit", "服务单位", &["服务对象单位", "计量单位"]),
    optional("opinions", "收集意见", &["收集意见数", "意见建议数", "收集民意"]),
    optional("partners", "共建单位", &["合作单位", "参与单位"]),
    optional("disputes", "化解纠纷", &["调解纠纷", "化解纠纷数", "调解纠纷数"]),
    optional("verified", "是否核实", &["已核实", "审核状态", "核实情况"]),
];

const PROJECTS: &[FieldSpec] = &[
    required("id", "项目编号", &["编号", "project_id"]),
    required("place", "社区", &["所属社区", "地点", "实施地点", "村社区", "所在社区"]),
    required("name", "项目名称", &["名称", "项目"]),
    optional("kind", "项目类型", &["类型", "项目类别", "类别"]),
    optional("owner", "责任单位", &["牵头单位", "建设单位", "实施单位", "主办单位"]),
    optional("team", "协助团队", &["团队", "服务团队"]),
    optional("status", "状态", &["项目状态", "进展状态"]),
    optional("stage", "阶段", &["当前阶段", "所处阶段"]),
    optional("start", "开工日期", &["开始日期", "启动日期", "开工时间", "开始时间"]),
    optional("due", "计划完成日期", &["计划完成时间", "计划竣工日期", "完成时限", "截止日期"]),
    optional("done", "完成日期", &["实际完成日期", "竣工日期", "完成时间", "完工日期"]),
    optional(
        "budget",
        "预算",
        &["预算金额", "批复预算", "总投资", "项目预算", "预算（元）", "预算（万元）", "总投资（万元）"],
    ),
    optional("paid", "已支付", &["支付金额", "已拨付", "已完成投资", "累计支付", "已支付（元）", "已支付（万元）"]),
    optional("progress", "进度", &["完成进度", "形象进度", "进度（%）", "完成比例"]),
    optional("origin", "来源", &["来源工单", "来源诉求", "立项来源"]),
    optional("result", "成效", &["项目成效", "实施效果", "完成情况"]),
];

const MILESTONES: &[FieldSpec] = &[
    required("project", "项目编号", &["所属项目", "project_id"]),
    required("name", "节点名称", &["节点", "名称", "里程碑"]),
    optional("weight", "权重", &["占比"]),
    optional("baseline", "计划日期", &["计划完成日期", "原计划日期"]),
    optional("forecast", "预计日期", &["预计完成日期", "调整后日期"]),
    optional("note", "说明", &["备注"]),
    optional("actual", "实际日期", &["实际完成日期", "完成日期"]),
];

const ITEMS: &[FieldSpec] = &[
    required("id", "编号", &["清单编号", "序号", "item_id"]),
    required("list", "清单", &["清单类型", "清单名称", "类型"]),
    required("place", "社区", &["所属社区", "地点", "村社区"]),
    required("title", "事项", &["内容", "事项名称", "名称", "清单内容", "心愿内容"]),
    required("published_on", "公布日期", &["发布日期", "公示日期", "公布时间", "发布时间"]),
    optional("claimed_on", "认领日期", &["认领时间"]),
    optional("claimed_by", "认领单位", &["认领人", "认领方"]),
    optional("consent", "公开同意", &["同意公开", "是否同意公开", "本人同意公开"]),
    optional("done_on", "完成日期", &["完成时间", "办结日期"]),
    optional("cleared_on", "销号日期", &["销号时间"]),
    optional("evidence", "佐证", &["销号依据", "佐证材料", "完成凭据"]),
    optional("withdrawn", "撤回原因", &["撤销原因", "取消原因"]),
    optional("carried_from", "结转自", &["上期清单", "原清单"]),
];

const FIXED_DAYS: &[FieldSpec] = &[
    required("id", "编号", &["固定日编号", "fixed_day_id"]),
    required("place", "社区", &["所属社区", "地点", "村社区"]),
    required("name", "名称", &["固定日", "活动名称", "固定日名称"]),
    required("rule", "规则", &["日期规则", "周期", "时间规则"]),
    optional("start", "开始时间", &["开始"]),
    optional("end", "结束时间", &["结束"]),
    optional("venue", "场所", &["会场", "举办地点"]),
    optional("note", "说明", &["备注", "参加对象"]),
    optional("moved", "遇休息日", &["遇节假日", "节假日安排"]),
    optional("first", "开始日期", &["首日", "启用日期"]),
    optional("last", "结束日期", &["末日", "停用日期"]),
];

const SERVICE_POINTS: &[FieldSpec] = &[
    required("id", "编号", &["服务点编号", "站点编号", "驿站编号", "service_point_id"]),
    required("place", "社区", &["所属社区", "地点", "村社区"]),
    required("name", "名称", &["服务点", "服务点名称", "站点名称", "驿站名称"]),
    optional("kind", "类型", &["类别", "服务点类型", "站点类型"]),
    optional("address", "地址", &["位置", "详细地址", "所在位置"]),
    optional("hours", "开放时间", &["服务时间", "营业时间", "办公时间"]),
    optional("services", "服务内容", &["服务项目", "服务事项", "功能"]),
    optional("phone", "电话", &["联系电话", "服务电话", "值班电话"]),
    optional("contact", "联系岗位", &["岗位", "责任岗位"]),
    optional("since", "启用日期", &["开放日期", "投用日期"]),
    optional("note", "说明", &["备注"]),
    optional("reach", "服务范围", &["覆盖范围", "服务半径"]),
];

const DUTY: &[FieldSpec] = &[
    required("place", "社区", &["所属社区", "地点", "村社区"]),
    required("role", "岗位", &["值班岗位", "职务", "值班职务"]),
    optional("weekday", "星期", &["值班星期", "周几"]),
    optional("date", "日期", &["值班日期"]),
    optional("hours", "时间", &["值班时间", "值班时段", "时段"]),
    optional("phone", "电话", &["联系电话", "值班电话", "办公电话"]),
    optional("point", "服务点", &["值班服务点", "驿站", "服务点编号"]),
    optional("note", "说明", &["备注"]),
];

const REPORTED_PLACES: &[FieldSpec] = &[
    required("id", "编号", &["地点编号", "place_id"]),
    required("name", "名称", &["地点名称"]),
    optional("level", "层级", &["级别", "类型"]),
    optional("within", "所在地", &["上级", "所属地区"]),
];

const REPORTED: &[FieldSpec] = &[
    required("subject", "对象", &["地点或团队", "单位", "社区", "团队"]),
    required("name", "指标", &["名称", "指标名称", "项目"]),
    required("value", "数值", &["数", "数量", "上报数"]),
    required("unit", "计量单位", &["数量单位"]),
    required("period", "期间", &["时间", "统计期", "时段"]),
    required("source", "出处", &["来源", "资料来源"]),
    optional("qualifier", "限定词", &["限定"]),
    optional("category", "类别", &["分类"]),
    optional("note", "备注", &["说明"]),
    optional("withheld", "不照录原因", &["不公布原因"]),
];

const NAMES: &[FieldSpec] = &[
    required("word", "原文", &["中文", "数据里的写法", "名称"]),
    required("name", "译名", &["英文", "英文名", "译文"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_belongs_to_one_field_of_a_table() {
        for table in Table::ALL {
            let mut owners = std::collections::BTreeMap::new();
            for field in table.fields() {
                for header in field.known_headers() {
                    let owner = *owners.entry(key(header)).or_insert(field.name);
                    assert_eq!(owner, field.name, "{} in {}", header, table.name());
                }
            }
        }
    }

    #[test]
    fn headers_are_compared_without_blanks_and_case() {
        assert_eq!(key(" Project Type\u{3000}"), "projecttype");
        assert_eq!(key("预算（万元）"), key("预算 (万元)"));
    }
}
