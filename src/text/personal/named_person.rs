//! Named persons next to what is private about them, in the same sentence.
//!
//! Finds a full name behind a bound or a word such as 居民, 张某, 王女士 or 李大爷, where the sentence also tells an age, an
//! illness, a disability, poverty or a state of family: `独居老人王某，82岁`, `低保户张某某`.
//! Leaves alone names in other sentences, groups (`60岁以上老人120人`, `低保家庭 35 户`), and private words without a name.
//! A child is told apart (`minor`).

use super::minor;
use super::persons::{self, Form};
use super::plain::Plain;
use super::{Found, Kind};

/// Whether a letter is one of those by which private words, ages and schools are known: each has at least one.
pub(super) fn is_key(c: char) -> bool {
    matches!(
        c,
        '患' | '癌'
            | '瘤'
            | '血'
            | '障'
            | '糖'
            | '透'
            | '郁'
            | '神'
            | '瘫'
            | '风'
            | '病'
            | '卧'
            | '住'
            | '术'
            | '滋'
            | '肝'
            | '核'
            | '脑'
            | '心'
            | '痴'
            | '闭'
            | '杀'
            | '孕'
            | '产'
            | '残'
            | '聋'
            | '失'
            | '低'
            | '特'
            | '五'
            | '贫'
            | '困'
            | '独'
            | '孤'
            | '离'
            | '丧'
            | '暴'
            | '巢'
            | '亲'
            | '守'
            | '世'
            | '救'
            | '继'
            | '欠'
            | '刑'
            | '毒'
            | '矫'
            | '肾'
            | '伴'
            | '口'
            | '岁'
            | '读'
            | '学'
            | '级'
            | '幼'
            | '成'
    )
}

/// Illness, disability, poverty and family, by their first letter.
fn words(first: char) -> &'static [&'static str] {
    match first {
        '患' => &["患病", "患有", "患上", "患者", "患癌", "患糖", "患高"],
        '身' => &["身患"],
        '癌' => &["癌"],
        '肿' => &["肿瘤"],
        '白' => &["白血病", "白内障"],
        '糖' => &["糖尿病"],
        '高' => &["高血压"],
        '尿' => &["尿毒症"],
        '透' => &["透析"],
        '抑' => &["抑郁"],
        '精' => &["精神病", "精神障碍", "精神分裂", "精神残疾", "精神疾病"],
        '偏' => &["偏瘫"],
        '瘫' => &["瘫痪"],
        '脑' => &["脑瘫", "脑梗", "脑出血"],
        '中' => &["中风"],
        '重' => &["重病", "重残"],
        '大' => &["大病"],
        '生' => &["生病", "生活困难"],
        '因' => &["因病"],
        '疾' => &["疾病"],
        '病' => &["病重", "病故", "病逝"],
        '卧' => &["卧床", "卧病"],
        '住' => &["住院"],
        '手' => &["手术"],
        '艾' => &["艾滋"],
        '肝' => &["肝炎", "肝硬化"],
        '结' => &["结核"],
        '心' => &["心脏病", "心梗"],
        '痴' => &["痴呆"],
        '自' => &["自闭", "自杀"],
        '怀' => &["怀孕"],
        '流' => &["流产"],
        '残' => &["残疾", "残障"],
        '肢' => &["肢残"],
        '聋' => &["聋"],
        '失' => &["失明", "失能", "失独", "失智", "失业"],
        '智' => &["智障", "智力残疾"],
        '低' => &["低保", "低收入"],
        '特' => &["特困"],
        '五' => &["五保"],
        '贫' => &["贫困"],
        '困' => &["困难户", "困难家庭", "困难群众", "困难职工", "困难老人"],
        '经' => &["经济困难"],
        '家' => &["家庭困难", "家暴", "家庭暴力"],
        '独' => &["独居"],
        '孤' => &["孤寡", "孤儿"],
        '离' => &["离异", "离婚"],
        '丧' => &["丧偶"],
        '空' => &["空巢"],
        '单' => &["单亲"],
        '留' => &["留守"],
        '去' => &["去世"],
        '救' => &["救助"],
        '遗' => &["遗产"],
        '继' => &["继承"],
        '欠' => &["欠债"],
        '服' => &["服刑"],
        '吸' => &["吸毒"],
        '社' => &["社区矫正"],
        '肾' => &["肾"],
        '老' => &["老伴"],
        '一' => &["一家三口", "一家四口"],
        _ => &[],
    }
}

pub(super) fn find(plain: &Plain, found: &mut Vec<Found>) {
    let mut start = 0;
    while start < plain.len() {
        let end = sentence(plain, start);
        in_sentence(plain, start, end, found);
        start = end;
    }
}

fn in_sentence(plain: &Plain, start: usize, end: usize, found: &mut Vec<Found>) {
    let is_young = minor::is_told(plain, start, end);
    let is_private = (start..end).any(|at| is_private(plain, at));
    if !is_young && !is_private {
        return;
    }
    let mut at = start;
    while at < end {
        let Some((behind, form)) = persons::at(plain, at) else {
            at += 1;
            continue;
        };
        let kind = match form {
            Form::Any | Form::Child if is_young => Some(Kind::Minor),
            Form::Child => Some(Kind::Minor),
            _ => is_private.then_some(Kind::NamedPerson),
        };
        if let Some(kind) = kind {
            found.push(Found { kind, digits: plain.text(at..behind), range: plain.bytes(at..behind) });
        }
        at = behind;
    }
}

/// Where the sentence ends that begins at a place: behind its closing mark, or before the next item of a list.
fn sentence(plain: &Plain, start: usize) -> usize {
    let mut at = start;
    while at < plain.len() {
        let c = plain.at(at);
        at += 1;
        let is_item = c == '\n' && matches!(plain.at(at), '-' | '+' | '#' | '|' | '>');
        if is_item || matches!(c, '。' | '!' | '?' | ';' | '！' | '？' | '；') {
            break;
        }
    }
    at
}

fn is_private(plain: &Plain, at: usize) -> bool {
    plain.one_of(at, words(plain.at(at))).is_some() || minor::age(plain, at).is_some()
}
