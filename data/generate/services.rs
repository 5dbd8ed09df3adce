//! The service points of the sub-district and the rota: posts and work telephones, no names.

use super::table::Table;
use super::town::COMMUNITIES;

/// Points beside the stations of the communities: id, place, name, kind, address, hours, services, telephone, post, opened on, reach.
const POINTS: [[&str; 11]; 10] = [
    [
        "qinghe-1",
        "青禾街道",
        "街道为民服务中心",
        "政务大厅",
        "街道办事处一楼",
        "工作日 8:30–17:30",
        "政务受理、法律咨询、投诉接待",
        "0000-5550100",
        "值班干部",
        "2021-07-01",
        "全街道",
    ],
    [
        "qinghe-2",
        "青禾街道",
        "青禾骑手驿站",
        "骑手驿站",
        "步行街东口",
        "每日 6:00–24:00",
        "歇脚、充电、热饭、饮水",
        "0000-5550105",
        "驿站管理员",
        "2024-12-01",
        "步行街一带，骑行 5 分钟",
    ],
    [
        "liuyuan-2",
        "榴园西里",
        "榴园长者食堂",
        "食堂",
        "12号院",
        "每日 11:00–12:30、17:00–18:30",
        "堂食、送餐",
        "0000-5550113",
        "食堂管理员",
        "2025-09-01",
        "东里、西里步行 10 分钟",
    ],
    [
        "yunxi-2",
        "云汐府二期",
        "云汐骑手驿站",
        "骑手驿站",
        "北门",
        "每日 8:00–22:00",
        "歇脚、充电",
        "0000-5550123",
        "网格长",
        "2025-05-01",
        "三个小区骑行 5 分钟",
    ],
    [
        "mailong-2",
        "麦垄老村",
        "老村便民点",
        "便民点",
        "村口",
        "每日 8:00–18:00",
        "帮办代办、代收快递",
        "0000-5550133",
        "网格长",
        "2023-04-10",
        "老村步行 10 分钟",
    ],
    [
        "dengxiang-2",
        "灯巷步行街",
        "步行街服务岗",
        "服务岗",
        "步行街中段",
        "10:00–22:30",
        "投诉接待、便民药箱",
        "0000-5550142",
        "值班商户代表",
        "2024-06-01",
        "",
    ],
    [
        "tangying-2",
        "瓦坡小区",
        "瓦坡避险点",
        "避险点",
        "瓦坡小学体育馆",
        "汛期全天",
        "临时安置",
        "0000-5550152",
        "防汛值班",
        "2022-05-20",
        "瓦坡小区、桥头院",
    ],
    [
        "yanchi-2",
        "墨禾苑",
        "墨禾苑阅览室",
        "阅览室",
        "2号楼",
        "周一至周日 9:00–20:00",
        "阅览、自习",
        "0000-5550163",
        "网格长",
        "2026-11-15",
        "",
    ],
    [
        "fangyuan-2",
        "纺苑一村",
        "纺苑修理铺",
        "修理铺",
        "东门",
        "9:00–17:00",
        "小家电维修、工具借用",
        "0000-5550172",
        "修理铺",
        "2020-10-08",
        "",
    ],
    [
        "xingcha-2",
        "星槎家园",
        "星槎家园活动室",
        "活动室",
        "5号楼",
        "上学日 14:00–18:30",
        "放学后看护、亲子阅读",
        "0000-5550182",
        "活动室",
        "2023-09-01",
        "",
    ],
];

/// `service_points.csv`: the hall of the sub-district, a station in each community, and what else there is.
pub fn service_points_csv() -> Vec<u8> {
    let header =
        ["编号", "所在地", "名称", "类型", "地址", "开放时间", "服务内容", "电话", "联系岗位", "启用日期", "覆盖"];
    let mut table = Table::new(',', "\r\n", &header);
    for (number, community) in (1..).zip(&COMMUNITIES) {
        let phone = format!("0000-55501{number}0");
        let station = [
            &format!("{}-1", community.id),
            community.name,
            &format!("{}党群服务站", community.name.trim_end_matches("社区")),
            "党群服务站",
            "社区服务大厅",
            "周一至周日 8:30–17:30",
            "社区事务、居民议事",
            &phone,
            "值班干部",
            "2022-03-01",
            "",
        ];
        table.row(&station);
    }
    for point in &POINTS {
        table.row(point);
    }
    table.utf8_with_mark()
}

/// The afternoon on which the secretary of a community is in, in the order of the communities.
const SECRETARY: [&str; 8] = ["周二", "周四", "周二", "周三", "周四", "周一、四", "周二", "周三"];

/// Single days: place, date, hours, post, point, note. The first one is over.
const ONCE: [[&str; 6]; 4] = [
    ["青禾街道", "2026-10-24", "9:00-16:00", "值班干部", "qinghe-1", "周末服务日"],
    ["青禾街道", "2026-11-07", "9:00-16:00", "值班干部", "qinghe-1", "周末服务日"],
    ["棠影社区", "2026-11-14", "9:00-11:30", "街道物业办", "tangying-1", "雨污分流改造答疑"],
    ["星槎社区", "2026/11/4", "19:00-20:30", "社区书记", "星槎家园活动室", "晚间接待"],
];

/// `duty.csv`: weekly turns of the sub-district and its communities, then single days.
pub fn duty_csv() -> Vec<u8> {
    let mut table = Table::new(',', "\r\n", &["社区", "岗位", "星期", "日期", "值班时段", "电话", "服务点", "备注"]);
    let (hall, desk) = ("0000-5550100", "0000-5550101");
    table.row(&["青禾街道", "值班干部", "周一至周五", "", "8:30-17:30", hall, "街道为民服务中心", ""]);
    table.row(&["青禾街道", "街道领导接访", "周三", "", "8:30-11:30", hall, "街道为民服务中心", "不用预约"]);
    table.row(&["青禾街道", "夜间值班", "每天", "", "17:30-次日8:30", desk, "", "急事打电话"]);
    for ((number, community), secretary) in (1..).zip(&COMMUNITIES).zip(SECRETARY) {
        let (name, station) = (community.name, format!("{}-1", community.id));
        let (office, grid) = (format!("0000-55501{number}0"), format!("0000-55501{number}1"));
        table.row(&[name, "值班干部", "周一至周日", "", "8:30-17:30", &office, &station, ""]);
        table.row(&[name, "社区书记", secretary, "", "14:00-17:00", &office, &station, "不用预约"]);
        table.row(&[name, "网格长", "每天", "", "7:30-21:00", &grid, "", ""]);
    }
    for [place, date, hours, post, point, note] in ONCE {
        table.row(&[place, post, "", date, hours, "", point, note]);
    }
    table.gb18030()
}
