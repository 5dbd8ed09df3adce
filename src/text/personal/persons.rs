//! Names of persons in Chinese. There is no list of all names: a surname begins one, and its bounds and what stands around it
//! tell the rest. What is not certain is left alone in running text; a cell that holds nothing else is taken for a name sooner.

use super::plain::{Plain, is_han};

/// Surnames that seldom begin another word.
const CLEAR: &str = "王李张刘陈杨赵吴徐孙胡朱郭梁宋唐邓韩冯曹彭萧蔡潘袁董叶杜苏魏吕丁沈姚卢姜崔谭陆汪范廖贾韦邹熊孟秦邱尹薛闫侯陶黎贺郝龚邵钱覃戴莫孔谢肖程傅罗郑阎";
/// Surnames that begin common words too: they count before a title, and where a whole cell is a name.
const WORDLIKE: &str = "黄周何林高马许曾钟江顾毛万严向汤金方石白常安温卫时任于余田夏史段雷易武乔赖倪樊路洪文施柳岳齐牛葛殷章焦申关柏骆俞祁鲍翟游葛华聂缪尤康伍甄鲁艾喻宁房米盛";
const COMPOUND: [&str; 8] = ["欧阳", "上官", "司马", "诸葛", "司徒", "皇甫", "尉迟", "夏侯"];

/// Titles of grown persons.
const TITLES: [&str; 24] = [
    "女士",
    "先生",
    "小姐",
    "大爷",
    "大妈",
    "大娘",
    "大叔",
    "大伯",
    "大姐",
    "大哥",
    "大嫂",
    "奶奶",
    "爷爷",
    "阿姨",
    "叔叔",
    "伯伯",
    "阿婆",
    "老太",
    "老汉",
    "婆婆",
    "师傅",
    "老师",
    "老人",
    "姓居民",
];
/// Titles of children.
const CHILD_TITLES: [&str; 4] = ["同学", "小朋友", "小同学", "姓学生"];

/// Words that begin with a surname and are no names.
const COMMON: [&str; 62] = [
    "张贴", "张榜", "张挂", "张罗", "张灯", "陈旧", "陈述", "陈列", "陈年", "杨树", "杨梅", "杨柳", "李子", "朱红",
    "胡同", "胡乱", "胡萝", "唐突", "宋体", "苏打", "杜绝", "杜鹃", "丁字", "叶片", "叶子", "陆续", "陆地", "汪洋",
    "范围", "范本", "范例", "熊猫", "陶瓷", "陶冶", "黎明", "贺卡", "贺信", "贺年", "钱款", "钱包", "钱物", "孔洞",
    "孔径", "莫名", "戴口", "戴上", "徐徐", "孙子", "孙女", "孙辈", "王牌", "梁柱", "董事", "韩国", "罗列", "程序",
    "程度", "肖像", "谢谢", "郑重", "吴语", "刘海",
];
/// Letters that are in no given name of these texts.
const NEVER: &str =
    "的了是在和与有为家村庄店路街区社等们于对从到不人户个、某被把将就也都很请去来说这那其及或之者员处所队楼院";

/// Words that a name follows.
const BEFORE: [&str; 44] = [
    "居民",
    "村民",
    "住户",
    "业主",
    "老人",
    "患者",
    "户主",
    "申请人",
    "当事人",
    "志愿者",
    "队员",
    "党员",
    "网格员",
    "学生",
    "职工",
    "低保户",
    "特困户",
    "残疾人",
    "困难户",
    "贫困户",
    "群众",
    "儿童",
    "孩子",
    "男孩",
    "女孩",
    "母亲",
    "父亲",
    "妻子",
    "丈夫",
    "儿子",
    "女儿",
    "老伴",
    "姓名",
    "对象",
    "帮扶",
    "慰问",
    "走访",
    "看望",
    "探望",
    "资助",
    "照顾",
    "其母",
    "其父",
    "为",
];
/// Words that follow a name.
const BEHIND: [&str; 36] = [
    "今年",
    "现年",
    "年",
    "因",
    "患",
    "是",
    "系",
    "属",
    "家",
    "一家",
    "独居",
    "夫妇",
    "夫妻",
    "等",
    "男",
    "女",
    "已",
    "为",
    "住",
    "身患",
    "离异",
    "丧偶",
    "老人",
    "同学",
    "小朋友",
    "的",
    "之",
    "就读",
    "上",
    "残疾",
    "确诊",
    "瘫痪",
    "长期",
    "去世",
    "病",
    "和",
];

/// How a person is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// 张某, 王女士
    Grown,
    /// 李同学
    Child,
    /// A full name, or 张某, which may be of anybody.
    Any,
}

/// The person named at a place: the place behind the name, and how.
pub(super) fn at(plain: &Plain, start: usize) -> Option<(usize, Form)> {
    let surname = surname(plain, start)?;
    let behind = start + surname.length;
    let is_bounded = !is_han(plain.before(start)) || plain.ends_with_one_of(start, &BEFORE);
    if plain.at(behind) == '某' {
        let end = plain.while_at(behind, |c| c == '某');
        let is_thing = plain
            .one_of(end, &["社区", "小区", "街", "地", "年", "月", "日", "天", "个", "种", "些", "处", "单位"])
            .is_some();
        return (end - behind <= 3 && !is_thing && (surname.is_clear || is_bounded)).then_some((end, Form::Any));
    }
    if surname.is_clear || is_bounded {
        if let Some(length) = plain.one_of(behind, &CHILD_TITLES) {
            return Some((behind + length, Form::Child));
        }
        if let Some(length) = plain.one_of(behind, &TITLES) {
            return Some((behind + length, Form::Grown));
        }
    }
    if !surname.is_clear || !is_bounded || plain.one_of(start, &COMMON).is_some() {
        return None;
    }
    let given = |length: usize| {
        let end = behind + length;
        let fits = (behind..end).all(|at| is_han(plain.at(at)) && !NEVER.contains(plain.at(at)));
        let ends = !is_han(plain.at(end)) || plain.one_of(end, &BEHIND).is_some() || is_title(plain, end);
        (fits && ends).then_some((end, Form::Any))
    };
    given(2).or_else(|| given(1))
}

fn is_title(plain: &Plain, at: usize) -> bool {
    plain.one_of(at, &TITLES).is_some() || plain.one_of(at, &CHILD_TITLES).is_some()
}

struct Surname {
    length: usize,
    is_clear: bool,
}

fn surname(plain: &Plain, at: usize) -> Option<Surname> {
    if let Some(length) = plain.one_of(at, &COMPOUND) {
        return Some(Surname { length, is_clear: true });
    }
    let c = plain.at(at);
    let is_clear = is_han(c) && CLEAR.contains(c);
    (is_clear || is_han(c) && WORDLIKE.contains(c)).then_some(Surname { length: 1, is_clear })
}

/// Ends of names of offices, shops and posts.
const NO_PERSON: [&str; 58] = [
    "社区", "街道", "办", "局", "所", "站", "中心", "队", "会", "院", "校", "店", "厅", "公司", "集团", "超市", "药房",
    "餐厅", "食堂", "银行", "支行", "企业", "单位", "部", "科", "组", "处", "室", "委", "村", "镇", "县", "市", "区",
    "协会", "厂", "馆", "铺", "坊", "物业", "热线", "台", "支部", "值班", "专席", "专线", "群", "员", "长", "岗",
    "书记", "干部", "主任", "班", "工", "师", "户", "园",
];

/// The same in English.
const NO_PERSON_WORDS: [&str; 22] = [
    "office",
    "desk",
    "centre",
    "center",
    "team",
    "committee",
    "hotline",
    "service",
    "services",
    "station",
    "duty",
    "club",
    "association",
    "council",
    "department",
    "group",
    "shop",
    "company",
    "school",
    "hospital",
    "library",
    "line",
];

/// Whether a text names an office, a shop or a post: by its last word, or because no letter stands in it.
#[must_use]
pub fn is_office(text: &str) -> bool {
    let plain = Plain::of(text.trim(), 0);
    let small = text.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric());
    plain.ends_with_one_of(plain.len(), &NO_PERSON)
        || words.any(|word| NO_PERSON_WORDS.contains(&word))
        || !text.chars().any(char::is_alphabetic)
}

/// Whether a text is nothing but a person's name: a surname with one or two letters, `张某`, `王女士`. Offices, shops and posts
/// are none.
#[must_use]
pub fn is_name(text: &str) -> bool {
    let plain = Plain::of(text.trim(), 0);
    let Some(surname) = surname(&plain, 0) else { return false };
    let is_titled = at(&plain, 0).is_some_and(|(end, _)| end == plain.len());
    let given = plain.len() - surname.length;
    let is_short = (1..=2).contains(&given) && (0..plain.len()).all(|at| is_han(plain.at(at)));
    let ends_otherwise = plain.ends_with_one_of(plain.len(), &NO_PERSON);
    let is_common = plain.one_of(0, &COMMON).is_some();
    is_titled && !is_common || is_short && !ends_otherwise && !is_common
}
