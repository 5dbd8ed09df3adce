//! The projects that have a story.

use super::calendar::Day;
use super::projects::{Project, step};

/// They stand first, under fixed ids: pages written by hand refer to them.
pub fn all() -> Vec<Project> {
    vec![charging(), drying(), drains(), fumes(), parking(), dispatch()]
}

/// Many asked for places to charge; it was built, and they stopped asking.
fn charging() -> Project {
    Project {
        id: "xm-01".to_owned(),
        place: "星槎社区",
        name: "非机动车充电棚扩建".to_owned(),
        kind: "便民设施",
        owner: "物业办",
        team: "青禾一刻钟应急队",
        state: "已完成",
        start: Day::new(2025, 9, 8),
        due: Day::new(2026, 3, 31),
        done: Some(Day::new(2026, 3, 20)),
        budget: 486_000,
        paid: 97,
        origin: "非机动车充电".to_owned(),
        result: "新建充电棚 6 处、充电位 212 个，拆除飞线 140 余处。",
        milestones: vec![
            step(
                "选址与意见征询",
                15,
                Day::new(2025, 10, 15),
                None,
                Some(Day::new(2025, 10, 13)),
                "两个小区共张贴公示 18 处",
            ),
            step("方案公示", 10, Day::new(2025, 11, 10), None, Some(Day::new(2025, 11, 12)), ""),
            step("施工", 45, Day::new(2026, 2, 10), None, Some(Day::new(2026, 2, 27)), "1月寒潮停工 9 天"),
            step("验收", 15, Day::new(2026, 3, 15), None, Some(Day::new(2026, 3, 13)), ""),
            step("移交使用", 15, Day::new(2026, 3, 31), None, Some(Day::new(2026, 3, 20)), ""),
        ],
    }
}

/// A yard with nowhere to dry the washing.
fn drying() -> Project {
    Project {
        id: "xm-02".to_owned(),
        place: "榴园社区",
        name: "院落公共晾晒点".to_owned(),
        kind: "便民设施",
        owner: "城管办",
        team: "榴园银龄互助队",
        state: "已完成",
        start: Day::new(2025, 7, 1),
        due: Day::new(2025, 11, 30),
        done: Some(Day::new(2025, 11, 28)),
        budget: 93_500,
        paid: 100,
        origin: "公共晾晒".to_owned(),
        result: "普查 41 个院落，设晾晒点 37 处。",
        milestones: vec![
            step("院落普查", 20, Day::new(2025, 8, 10), None, Some(Day::new(2025, 8, 6)), ""),
            step("点位公示", 20, Day::new(2025, 9, 5), None, Some(Day::new(2025, 9, 5)), ""),
            step("安装", 45, Day::new(2025, 11, 10), None, Some(Day::new(2025, 11, 14)), "两处点位改到院墙内侧"),
            step("居民评议", 15, Day::new(2025, 11, 30), None, Some(Day::new(2025, 11, 28)), ""),
        ],
    }
}

/// It should have been done before the rain, and is late.
fn drains() -> Project {
    Project {
        id: "xm-03".to_owned(),
        place: "棠影社区",
        name: "瓦坡片区雨污分流改造".to_owned(),
        kind: "基础设施",
        owner: "城管办",
        team: "棠影防汛应急队",
        state: "实施中",
        start: Day::new(2025, 10, 20),
        due: Day::new(2026, 8, 31),
        done: None,
        budget: 2_860_000,
        paid: 41,
        origin: "雨污积水".to_owned(),
        result: "",
        milestones: vec![
            step("管网勘查", 15, Day::new(2025, 12, 20), None, Some(Day::new(2025, 12, 18)), ""),
            step("设计与公示", 15, Day::new(2026, 3, 10), None, Some(Day::new(2026, 4, 2)), "桥头院出水口方案修改一次"),
            step(
                "主管施工",
                35,
                Day::new(2026, 6, 20),
                Some(Day::new(2026, 11, 30)),
                None,
                "7月、8月大雨停工，地下障碍物需迁改",
            ),
            step("支管接入", 20, Day::new(2026, 8, 10), Some(Day::new(2027, 1, 31)), None, ""),
            step("验收移交", 15, Day::new(2026, 8, 31), Some(Day::new(2027, 3, 31)), None, ""),
        ],
    }
}

/// Fumes of the food street.
fn fumes() -> Project {
    Project {
        id: "xm-04".to_owned(),
        place: "灯巷社区",
        name: "餐饮油烟集中治理".to_owned(),
        kind: "环境整治",
        owner: "市场监管所",
        team: "灯巷商户自律劝导队",
        state: "已完成",
        start: Day::new(2025, 10, 9),
        due: Day::new(2026, 4, 30),
        done: Some(Day::new(2026, 5, 22)),
        budget: 318_000,
        paid: 100,
        origin: "餐饮油烟".to_owned(),
        result: "46 家餐饮店装设净化设备，复测合格 44 家，2 家限期整改。",
        milestones: vec![
            step("逐店登记", 20, Day::new(2025, 11, 15), None, Some(Day::new(2025, 11, 14)), ""),
            step("设备加装", 50, Day::new(2026, 3, 20), None, Some(Day::new(2026, 4, 17)), "设备到货晚于合同约定"),
            step("复测", 20, Day::new(2026, 4, 20), None, Some(Day::new(2026, 5, 15)), ""),
            step("商户评议", 10, Day::new(2026, 4, 30), None, Some(Day::new(2026, 5, 22)), ""),
        ],
    }
}

/// Cars on the road at night: still going on.
fn parking() -> Project {
    Project {
        id: "xm-05".to_owned(),
        place: "云汐社区",
        name: "错时共享停车".to_owned(),
        kind: "停车治理",
        owner: "城管办",
        team: "云汐业主议事志愿队",
        state: "实施中",
        start: Day::new(2026, 8, 3),
        due: Day::new(2027, 1, 31),
        done: None,
        budget: 152_000,
        paid: 28,
        origin: "夜间占道停车".to_owned(),
        result: "",
        milestones: vec![
            step("车位摸底", 25, Day::new(2026, 9, 5), None, Some(Day::new(2026, 9, 4)), ""),
            step("协议签订", 25, Day::new(2026, 10, 20), None, Some(Day::new(2026, 10, 16)), ""),
            step("道闸改造", 30, Day::new(2026, 12, 20), Some(Day::new(2026, 12, 18)), None, ""),
            step("试运行", 20, Day::new(2027, 1, 31), Some(Day::new(2027, 1, 31)), None, ""),
        ],
    }
}

/// A community that learned to answer in time.
fn dispatch() -> Project {
    Project {
        id: "xm-06".to_owned(),
        place: "纺苑社区",
        name: "接诉派单流程再造".to_owned(),
        kind: "服务提升",
        owner: "社区党委",
        team: "纺苑老师傅维修队",
        state: "已完成",
        start: Day::new(2025, 1, 6),
        due: Day::new(2025, 12, 31),
        done: Some(Day::new(2025, 12, 26)),
        budget: 60_000,
        paid: 92,
        origin: String::new(),
        result: "网格员接单改为轮值，两家物业共用一张派单表。",
        milestones: vec![
            step("流程梳理", 30, Day::new(2025, 3, 31), None, Some(Day::new(2025, 3, 28)), ""),
            step("轮值试行", 40, Day::new(2025, 7, 31), None, Some(Day::new(2025, 7, 31)), ""),
            step("居民评议", 30, Day::new(2025, 12, 31), None, Some(Day::new(2025, 12, 26)), ""),
        ],
    }
}
