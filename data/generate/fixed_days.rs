//! The fixed days of the sub-district: the council day on the 15th, reception days, and a day for collecting opinions.

use super::table::Table;

/// The council of a community: id, when, where.
const COUNCILS: [(&str, &str, &str, &str); 8] = [
    ("liuyuan", "榴园社区", "9:00", "榴园东里凉亭"),
    ("yunxi", "云汐社区", "15:00", "云汐府一期架空层"),
    ("mailong", "麦垄社区", "9:30", "麦垄新苑活动室"),
    ("dengxiang", "灯巷社区", "19:00", "灯巷步行街服务岗"),
    ("tangying", "棠影社区", "9:30", "棠影园活动室"),
    ("yanchi", "砚池社区", "9:30", "社区服务大厅"),
    ("fangyuan", "纺苑社区", "14:30", "纺苑一村修理铺"),
    ("xingcha", "星槎社区", "19:00", "星槎家园活动室"),
];

/// `fixed_days.csv`: the council days are held on whatever day the 15th is, for residents are at home at weekends; offices receive
/// on working days only.
pub fn fixed_days_csv() -> Vec<u8> {
    let header = ["编号", "社区", "名称", "规则", "开始时间", "结束时间", "场所", "遇休息日", "说明"];
    let mut table = Table::new(',', "\n", &header);
    table.row(&[
        "minqing",
        "青禾街道",
        "民情日",
        "每月5日、25日",
        "9:00",
        "11:30",
        "街道为民服务中心一楼",
        "顺延",
        "街道干部到场听意见，不用预约",
    ]);
    for (id, place, start, venue) in COUNCILS {
        let yishi = [
            &format!("{id}-yishi"),
            place,
            "议事日",
            "每月15日",
            start,
            "",
            venue,
            "照旧",
            "居民可旁听，议题提前三天贴出",
        ];
        table.row(&yishi);
        let jiedai = [
            &format!("{id}-jiedai"),
            place,
            "物业接待日",
            "每周三",
            "16:30",
            "18:00",
            "社区服务大厅",
            "停一次",
            "社区书记和物业经理同时在场",
        ];
        table.row(&jiedai);
    }
    table.utf8()
}
