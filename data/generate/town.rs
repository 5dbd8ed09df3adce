//! The invented sub-district: its communities, estates, grids and what is particular about each.

use std::fmt::Write as _;

use super::random::Random;

/// What residents turn to the office about, in the order of [`Community::monthly`].
pub const CATEGORIES: [&str; 10] = [
    "环境卫生",
    "设施维修",
    "停车管理",
    "噪声扰民",
    "供暖供水",
    "电梯安全",
    "物业服务",
    "违建",
    "邻里纠纷",
    "社会保障",
];

/// A residential estate and its grids.
pub struct Estate {
    /// Id, also the start of the ids of its grids.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Households.
    pub households: i64,
    /// Grids, numbered from one.
    pub grids: usize,
}

impl Estate {
    /// The name of a grid, counted from zero.
    pub fn grid(&self, at: usize) -> String {
        let number = ["一", "二", "三", "四"].get(at).copied().unwrap_or("末");
        format!("{}第{number}网格", self.name)
    }
}

/// A community.
pub struct Community {
    /// Permanent id.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What else it is called in the tables.
    pub aliases: [&'static str; 2],
    /// Residents for every hundred households.
    pub residents_per_100: i64,
    /// Estates.
    pub estates: &'static [Estate],
    /// Issues a month for each of [`CATEGORIES`], in tenths.
    pub monthly: [i64; 10],
    /// How often a deadline is missed, in percent of what is usual.
    pub late: i64,
}

const fn estate(id: &'static str, name: &'static str, households: i64, grids: usize) -> Estate {
    Estate { id, name, households, grids }
}

/// The communities in official order.
pub const COMMUNITIES: [Community; 8] = [
    Community {
        id: "liuyuan",
        name: "榴园社区",
        aliases: ["榴园居委会", "榴园"],
        residents_per_100: 231,
        estates: &[
            estate("liuyuan-dong", "榴园东里", 1046, 3),
            estate("liuyuan-xi", "榴园西里", 982, 3),
            estate("jixie-lou", "机修楼院", 574, 1),
            estate("huaqiang", "花墙院", 489, 1),
        ],
        monthly: [56, 128, 46, 28, 58, 54, 26, 20, 27, 28],
        late: 100,
    },
    Community {
        id: "yunxi",
        name: "云汐社区",
        aliases: ["云汐居委会", "云汐"],
        residents_per_100: 284,
        estates: &[
            estate("yunxi-yiqi", "云汐府一期", 1412, 3),
            estate("yunxi-erqi", "云汐府二期", 1268, 3),
            estate("lanting", "澜庭公馆", 917, 2),
        ],
        monthly: [26, 44, 128, 38, 26, 36, 112, 9, 18, 10],
        late: 90,
    },
    Community {
        id: "mailong",
        name: "麦垄社区",
        aliases: ["麦垄居委会", "麦垄村改居"],
        residents_per_100: 312,
        estates: &[
            estate("mailong-xinyuan", "麦垄新苑", 1130, 2),
            estate("maihe-jia", "麦禾家园", 642, 1),
            estate("laocun", "麦垄老村", 318, 1),
        ],
        monthly: [74, 46, 28, 18, 36, 4, 18, 54, 36, 36],
        late: 115,
    },
    Community {
        id: "dengxiang",
        name: "灯巷社区",
        aliases: ["灯巷居委会", "灯巷街居委会"],
        residents_per_100: 206,
        estates: &[
            estate("dengxiang-nanyuan", "灯巷南院", 86, 1),
            estate("dengxiang-beiyuan", "灯巷北院", 61, 1),
            estate("dengxiang-jie", "灯巷步行街", 39, 1),
        ],
        monthly: [62, 24, 50, 94, 8, 2, 9, 22, 9, 4],
        late: 130,
    },
    Community {
        id: "tangying",
        name: "棠影社区",
        aliases: ["棠影居委会", "棠影"],
        residents_per_100: 247,
        estates: &[
            estate("tangying-yuan", "棠影园", 886, 2),
            estate("wapo", "瓦坡小区", 702, 2),
            estate("qiaotou-yuan", "桥头院", 409, 1),
        ],
        monthly: [36, 62, 27, 18, 28, 8, 26, 9, 18, 18],
        late: 105,
    },
    Community {
        id: "yanchi",
        name: "砚池社区",
        aliases: ["砚池居委会", "砚池"],
        residents_per_100: 238,
        estates: &[estate("yanchi-li", "砚池里", 538, 1), estate("mohe", "墨禾苑", 361, 1)],
        monthly: [28, 40, 25, 14, 25, 13, 14, 5, 12, 13],
        late: 45,
    },
    Community {
        id: "fangyuan",
        name: "纺苑社区",
        aliases: ["纺苑居委会", "纺苑"],
        residents_per_100: 219,
        estates: &[
            estate("fangyuan-yicun", "纺苑一村", 792, 2),
            estate("fangyuan-ercun", "纺苑二村", 668, 1),
            estate("suoxian", "梭线里", 441, 1),
        ],
        monthly: [36, 62, 27, 17, 38, 9, 18, 10, 26, 27],
        late: 100,
    },
    Community {
        id: "xingcha",
        name: "星槎社区",
        aliases: ["星槎居委会", "星槎"],
        residents_per_100: 265,
        estates: &[estate("xingcha-gongyu", "星槎公寓", 734, 1), estate("xingcha-jiayuan", "星槎家园", 988, 2)],
        monthly: [27, 35, 36, 18, 18, 26, 46, 3, 18, 27],
        late: 85,
    },
];

/// The community with an id.
pub fn community(id: &str) -> Option<&'static Community> {
    COMMUNITIES.iter().find(|community| community.id == id)
}

/// A community, whichever.
pub fn anywhere(random: &mut Random) -> &'static Community {
    let [first, ..] = &COMMUNITIES;
    let at = random.below(i64::try_from(COMMUNITIES.len()).unwrap_or(0));
    usize::try_from(at).ok().and_then(|at| COMMUNITIES.get(at)).unwrap_or(first)
}

/// `places.toml`: the tree from the county down to the grids.
pub fn places_toml() -> String {
    let mut text = String::from(
        "# 地点：县、街道、社区、小区、网格。编号（id）就是网页地址，定了就不要再改。\n# 全部地名、户数、人数、电话均为虚构。\n",
    );
    let households: i64 = COMMUNITIES.iter().map(Community::households).sum();
    let residents: i64 = COMMUNITIES.iter().map(Community::residents).sum();
    text.push_str("\n[[places]]\nid = \"yunlan\"\nname = \"云澜县\"\nlevel = \"county\"\n");
    let _ = write!(
        text,
        "\n[[places]]\nid = \"qinghe\"\nname = \"青禾街道\"\nlevel = \"subdistrict\"\nparent = \"yunlan\"\n\
         households = {households}\nresidents = {residents}\ncounted_on = 2025-12-31\n\
         aliases = [\"青禾街道办事处\", \"青禾街道办\", \"街道\"]\ncontacts = [\n  \
         {{ role = \"街道为民服务中心\", name = \"\", phone = \"0000-5550100\", hours = \"工作日 8:30–17:30\" }},\n  \
         {{ role = \"12345 工单专席\", name = \"\", phone = \"0000-5550101\", hours = \"全天\" }},\n]\n"
    );
    for (at, community) in COMMUNITIES.iter().enumerate() {
        community.write_toml(&mut text, at + 1);
    }
    text
}

impl Community {
    /// Names of its estates.
    pub fn estate_names(&self) -> Vec<&'static str> {
        self.estates.iter().map(|estate| estate.name).collect()
    }

    fn households(&self) -> i64 {
        self.estates.iter().map(|estate| estate.households).sum()
    }

    fn residents(&self) -> i64 {
        self.estates.iter().map(|estate| self.residents_of(estate)).sum()
    }

    fn residents_of(&self, estate: &Estate) -> i64 {
        estate.households * self.residents_per_100 / 100
    }

    fn write_toml(&self, text: &mut String, number: usize) {
        let Self { id, name, aliases: [office, short], .. } = self;
        let (households, residents) = (self.households(), self.residents());
        let _ = write!(
            text,
            "\n# —— {name} ——\n\n[[places]]\nid = \"{id}\"\nname = \"{name}\"\nlevel = \"community\"\n\
             parent = \"qinghe\"\norder = {number}\nhouseholds = {households}\nresidents = {residents}\n\
             counted_on = 2025-12-31\naliases = [\"{office}\", \"{short}\"]\ncontacts = [\n  \
             {{ role = \"社区服务大厅\", name = \"\", phone = \"0000-55501{number}0\", hours = \"周一至周日 8:30–17:30\" }},\n  \
             {{ role = \"网格值班\", name = \"\", phone = \"0000-55501{number}1\", hours = \"每日 7:30–21:00\" }},\n]\n"
        );
        for (at, estate) in self.estates.iter().enumerate() {
            let Estate { id: estate_id, name, households, grids } = estate;
            let _ = write!(
                text,
                "\n[[places]]\nid = \"{estate_id}\"\nname = \"{name}\"\nlevel = \"estate\"\nparent = \"{id}\"\n\
                 order = {}\nhouseholds = {households}\nresidents = {}\ncounted_on = 2025-12-31\n",
                at + 1,
                self.residents_of(estate)
            );
            for grid in 0..*grids {
                let _ = write!(
                    text,
                    "\n[[places]]\nid = \"{estate_id}-{number}\"\nname = \"{}\"\nlevel = \"grid\"\n\
                     parent = \"{estate_id}\"\norder = {number}\n",
                    estate.grid(grid),
                    number = grid + 1
                );
            }
        }
    }
}
