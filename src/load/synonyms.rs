//! Words that mean one thing in every export: read without being told.

use crate::model::{Call, Kind, Level, List, Moved, Origin, ProjectState, Qualifier, ServedUnit, Status};

/// A vocabulary that cells are read into.
pub(super) trait Word: Copy {
    /// What a cell means.
    fn read(text: &str) -> Option<Self>;
    /// The canonical words, for the message when it means nothing.
    fn known() -> Vec<&'static str>;
}

/// Reads the vocabulary's own words, then further ones.
macro_rules! words {
    ($($name:ident { $($($text:literal)|+ => $value:ident),* $(,)? })*) => {$(
        impl Word for $name {
            fn read(text: &str) -> Option<Self> {
                Self::from_word(text).or_else(|| match text.to_ascii_lowercase().as_str() {
                    $($($text)|+ => Some(Self::$value),)*
                    _ => None,
                })
            }

            fn known() -> Vec<&'static str> {
                Self::ALL.iter().map(|value| value.word()).collect()
            }
        }
    )*};
}

words! {
    Kind {
        "投诉类" | "投诉举报" | "举报" => Complaint,
        "咨询类" => Consultation,
        "建议类" | "意见建议" => Suggestion,
        "求助类" | "求决" | "诉求" => Request,
        "安全隐患" => Hazard,
        "矛盾纠纷" => Dispute,
        "微心愿" => Wish,
        "帮办代办" | "跑腿" => Errand,
    }
    Origin {
        "居民" | "群众反映" | "市民来电" | "来电" => Resident,
        "巡查" | "网格巡查" | "主动发现" | "上门走访" | "走访发现" => Patrol,
    }
    Status {
        "办理中" | "处理中" | "待办" | "待处理" | "已受理" | "已派单" | "已接单" | "未办结" | "in progress" | "acknowledged" => Open,
        "办结" | "已完成" | "已结案" | "结案" | "已归档" | "已销单" | "已处理" | "fixed" | "resolved" | "done" => Closed,
        "重复" | "重复工单" | "并案" => Duplicate,
        "撤回" | "撤单" | "已撤单" | "诉求人撤回" => Withdrawn,
        "不受理" | "依规不予受理" => Rejected,
        "退单" | "退回" | "非本单位" => SentBack,
    }
    Call {
        "接通" | "成功" | "回访成功" => Answered,
        "未接听" | "无人接听" | "关机" | "停机" | "空号" => Unreached,
        "拒绝评价" | "不愿评价" => Declined,
    }
    Level {
        "很满意" => VerySatisfied,
        "一般" | "比较满意" => Fair,
        "很不满意" => VeryDissatisfied,
    }
    List {
        "需求" => Need,
        "资源" => Resource,
        "项目" => Project,
        "心愿" | "微心愿清单" | "心愿清单" => Wish,
        "隐患" | "问题清单" => Hazard,
    }
    Moved {
        "不变" | "照常" => Keep,
        "顺延到工作日" | "推后" | "延后" => Next,
        "提前到工作日" => Previous,
        "取消" | "停办" | "除外" | "节假日除外" => Skip,
    }
    ProjectState {
        "未开工" | "未启动" | "拟建" | "not started" => Planned,
        "在建" | "进行中" | "推进中" | "in-progress" | "ongoing" => Active,
        "完成" | "已完工" | "完工" | "已竣工" | "complete" | "done" => Done,
        "暂缓" | "停工" | "paused" => Paused,
        "已取消" | "终止" | "已终止" | "canceled" => Cancelled,
    }
    Qualifier {
        "余" | "多" | "以上" | "超" | "超过" => Over,
        "约" | "近" | "大约" | "左右" | "以内" | "不到" => About,
    }
    ServedUnit {
        "次" => Visits,
        "人数" => People,
        "户数" => Households,
    }
}

/// Yes or no, in the ways tables say it.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "是" | "有" | "√" | "y" | "yes" | "true" | "1" | "已联系" | "已解决" | "已核实" | "解决" | "通过"
        | "审核通过" => Some(true),
        "否" | "无" | "×" | "n" | "no" | "false" | "0" | "未联系" | "未解决" | "未核实" | "未通过" | "待审核" => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_are_understood_in_their_own_words() {
        assert_eq!(Status::read("Closed"), Some(Status::Closed));
        assert_eq!(Status::read("已归档"), Some(Status::Closed));
        assert_eq!(Level::read("不满意"), Some(Level::Dissatisfied));
        assert_eq!(ProjectState::read("In-Progress"), Some(ProjectState::Active));
        assert_eq!(Status::read("未知"), None);
        assert_eq!(yes_or_no("N"), Some(false));
        assert_eq!(yes_or_no("未回访"), None);
    }
}
