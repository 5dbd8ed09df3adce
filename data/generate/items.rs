//! The public lists: needs, resources, projects, wishes and hazards, each struck off in the open.

use super::calendar::{Day, FIRST, LAST};
use super::random::Random;
use super::table::Table;
use super::town;

/// A list: its name, how many entries, what they are, who takes them on, and how often one is finished, in thousandths.
struct List {
    name: &'static str,
    entries: usize,
    titles: &'static [&'static str],
    takers: &'static [&'static str],
    finished: i64,
}

const LISTS: [List; 5] = [
    List {
        name: "需求清单",
        entries: 74,
        titles: &[
            "增设楼门口扶手",
            "周末理发服务",
            "老年人手机课",
            "楼道感应灯",
            "暑期托管",
            "快递集中投放点",
            "垃圾桶点位调整",
            "休息座椅",
            "雨棚维修",
            "路口减速带",
            "晾衣区域",
            "母婴休息处",
        ],
        takers: &["街道城管办", "物业服务中心", "社区党支部", "青禾一刻钟应急队", "社会组织"],
        finished: 760,
    },
    List {
        name: "资源清单",
        entries: 48,
        titles: &[
            "会议室晚间开放",
            "义诊场次",
            "法律咨询时段",
            "课外辅导名额",
            "维修工具共享",
            "消防讲解",
            "夜间共享车位",
            "图书捐赠",
        ],
        takers: &["共建学校", "社区卫生服务站", "辖区银行网点", "沿街商户联盟", "物业服务中心"],
        finished: 620,
    },
    List {
        name: "项目清单",
        entries: 30,
        titles: &["楼栋门禁亮化", "充电位扩容", "公共空间微更新", "邻里食堂", "儿童活动角", "院墙修整"],
        takers: &["街道物业办", "街道社事办", "社区党支部"],
        finished: 660,
    },
    List {
        name: "微心愿",
        entries: 86,
        titles: &[
            "一副老花镜",
            "一台收音机",
            "一次上门理发",
            "一套学习用品",
            "修一修旧自行车",
            "一盆绿植",
            "学会视频通话",
            "拍一张全家福",
            "一床冬被",
            "几本绘本",
        ],
        takers: &[
            "砚池七点半敲门队",
            "榴园银龄互助队",
            "纺苑老师傅维修队",
            "云汐周末义诊义剪队",
            "社区党支部",
            "共建学校",
        ],
        finished: 880,
    },
    List {
        name: "隐患清单",
        entries: 62,
        titles: &[
            "楼道堆物",
            "外墙饰面松动",
            "消防栓缺件",
            "井盖破损",
            "树枝压线",
            "飞线充电",
            "护栏松动",
            "疏散指示灯不亮",
            "车棚电线老化",
        ],
        takers: &["街道平安办", "物业服务中心", "青禾红袖巡防队", "街道城管办"],
        finished: 900,
    },
];

/// `items.tsv`
pub fn items_tsv() -> Vec<u8> {
    let header = [
        "编号",
        "清单",
        "社区",
        "事项",
        "公布日期",
        "认领日期",
        "认领单位",
        "完成日期",
        "销号日期",
        "佐证",
        "撤回原因",
        "结转自",
    ];
    let mut table = Table::new('\t', "\r\n", &header);
    let mut random = Random::of("items");
    let mut serial = 0;
    for list in &LISTS {
        for _ in 0..list.entries {
            serial += 1;
            table.row(&row(serial, list, &mut random));
        }
    }
    table.utf8()
}

fn row(serial: i64, list: &List, random: &mut Random) -> Vec<String> {
    let community = town::anywhere(random);
    let published = FIRST.plus(random.below(LAST.since(FIRST) - 3));
    let by_end = |day: Day| (day <= LAST).then_some(day);
    let withdrawn = random.chance(35);
    let claimed = by_end(published.plus(random.mostly_low(1, 40))).filter(|_| !withdrawn && random.chance(940));
    let done =
        claimed.and_then(|day| by_end(day.plus(random.mostly_low(3, 110)))).filter(|_| random.chance(list.finished));
    // Struck off only when somebody has looked and kept proof.
    let cleared = done.and_then(|day| by_end(day.plus(random.between(1, 20)))).filter(|_| random.chance(930));
    let carried = done.is_none() && !withdrawn && published < Day::new(2026, 7, 1) && random.chance(600);
    let date = |day: Option<Day>| day.map(Day::iso).unwrap_or_default();
    vec![
        format!("QD{serial:03}"),
        list.name.to_owned(),
        community.name.to_owned(),
        random.pick(list.titles).to_owned(),
        published.iso(),
        date(claimed),
        if claimed.is_some() { random.pick(list.takers).to_owned() } else { String::new() },
        date(done),
        date(cleared),
        if cleared.is_some() {
            random.pick(&["完工照片", "验收单", "签收记录", "现场复核记录"]).to_owned()
        } else {
            String::new()
        },
        if withdrawn {
            random.pick(&["提出人撤回", "与既有项目合并", "条件不具备，已说明"]).to_owned()
        } else {
            String::new()
        },
        if carried { quarter(published) } else { String::new() },
    ]
}

/// The list of the quarter in which it was first published.
fn quarter(day: Day) -> String {
    let (year, month, _) = day.civil();
    format!("{year}年第{}季度清单", (month + 2) / 3)
}
