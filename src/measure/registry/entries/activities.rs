//! Volunteer activities.

use super::FIRST;
use crate::measure::activities::Counter;
use crate::measure::registry::{Better, How, Metric, Text, Unit};

pub(super) static METRICS: &[Metric] = &[
    Metric {
        id: "activities.sessions",
        history: FIRST,
        unit: Unit::Sessions,
        better: Better::Neither,
        how: How::Activities(Counter::Sessions),
        zh: Text {
            name: "活动场次",
            formula: "统计期内的志愿服务活动",
            notes: "注明“未核实”的不计。没有地点的活动计入团队所在地。",
        },
        en: Text {
            name: "Activities",
            formula: "volunteer activities in the period",
            notes: "Those marked unconfirmed do not count. Without a place, an activity counts where its team is at home.",
        },
    },
    Metric {
        id: "activities.participations",
        history: FIRST,
        unit: Unit::Visits,
        better: Better::Neither,
        how: How::Activities(Counter::Participations),
        zh: Text {
            name: "参与人次",
            formula: "各场活动参加志愿者人数之和",
            notes: "同一人参加两场计两次；不是人数。没有填写人数的活动不计入人次。",
        },
        en: Text {
            name: "Participations",
            formula: "volunteers of all activities, added up",
            notes: "Who takes part twice counts twice; this is not a number of persons. Activities without a number add nothing.",
        },
    },
    Metric {
        id: "activities.hours",
        history: FIRST,
        unit: Unit::Minutes,
        better: Better::Neither,
        how: How::Activities(Counter::Seconds),
        zh: Text {
            name: "志愿服务时长",
            formula: "各场活动的服务时长（人·小时）之和",
            notes: "只计实际服务时间。没有填写时长的，按起止时间乘以人数；都没有的不计。数据文件以分钟为单位，页面以小时为单位。",
        },
        en: Text {
            name: "Volunteer hours",
            formula: "person-hours of all activities, added up",
            notes: "Time served only. Without hours, start to end times volunteers; without those, nothing. Minutes in the data, hours on pages.",
        },
    },
    Metric {
        id: "activities.served",
        history: FIRST,
        unit: Unit::Visits,
        better: Better::Neither,
        how: How::Activities(Counter::ServedVisits),
        zh: Text {
            name: "服务人次",
            formula: "以“人次”填报的服务对象数之和",
            notes: "以“人”“户”填报的另计，三者不相加。",
        },
        en: Text {
            name: "People served (visits)",
            formula: "people served that were reported as visits, added up",
            notes: "Those reported as persons or households are counted apart; the three never add.",
        },
    },
    Metric {
        id: "activities.served_people",
        history: FIRST,
        unit: Unit::People,
        better: Better::Neither,
        how: How::Activities(Counter::ServedPeople),
        zh: Text {
            name: "服务人数",
            formula: "以“人”填报的服务对象数之和",
            notes: "各场之间可能有重复的人。与人次、户不相加。",
        },
        en: Text {
            name: "People served (persons)",
            formula: "people served that were reported as persons, added up",
            notes: "The same person may appear in two activities. Never added to visits or households.",
        },
    },
    Metric {
        id: "activities.served_households",
        history: FIRST,
        unit: Unit::Households,
        better: Better::Neither,
        how: How::Activities(Counter::ServedHouseholds),
        zh: Text {
            name: "服务户数",
            formula: "以“户”填报的服务对象数之和",
            notes: "各场之间可能有重复的户。与人次、人不相加。",
        },
        en: Text {
            name: "Households served",
            formula: "people served that were reported as households, added up",
            notes: "The same household may appear in two activities. Never added to visits or persons.",
        },
    },
    Metric {
        id: "activities.active_teams",
        history: FIRST,
        unit: Unit::Share,
        better: Better::Higher,
        how: How::ActiveTeams,
        zh: Text {
            name: "活跃团队",
            formula: "统计期内至少开展一场活动的团队 ÷ 在册团队",
            notes: "按活动地点归属：外来团队在本地开展活动也算活跃，因此分子可能大于本地在册数，此时不作比例。",
        },
        en: Text {
            name: "Active teams",
            formula: "teams with at least one activity in the period ÷ teams on the register",
            notes: "By place of the activity: a visiting team counts as active there, so the first number can exceed the second; then no share is given.",
        },
    },
    Metric {
        id: "activities.distinct_volunteers",
        history: FIRST,
        unit: Unit::People,
        better: Better::Neither,
        how: How::Volunteers,
        zh: Text {
            name: "参与人数",
            formula: "统计期内参加过活动的不同的志愿者",
            notes: "同一人参加几场只计一次，按志愿者编号区分。编号不公布，换成无意义的序号。统计期内有一场活动的编号不全，就不公布。",
        },
        en: Text {
            name: "Volunteers",
            formula: "different persons who took part in an activity in the period",
            notes: "Who takes part several times counts once, told apart by ids, which are not published but replaced by numbers without a meaning. When an activity of the period does not name all its volunteers, nothing is published.",
        },
    },
    Metric {
        id: "activities.hours_per_volunteer",
        history: FIRST,
        unit: Unit::Minutes,
        better: Better::Neither,
        how: How::HoursPerVolunteer,
        zh: Text {
            name: "人均服务时长",
            formula: "志愿服务时长 ÷ 参与人数",
            notes: "不足 5 人或编号不全的不公布。数据文件以分钟为单位，分子为秒；页面以小时为单位。",
        },
        en: Text {
            name: "Hours per volunteer",
            formula: "volunteer hours ÷ volunteers",
            notes: "Not published for fewer than five persons, or when somebody is not named. Minutes in the data, with seconds above; hours on pages.",
        },
    },
];
