//! How to arrive at a figure with the filter of a spreadsheet: files, columns and what to do with the rows left.

use crate::measure::activities::Counter;
use crate::measure::bases::Base;
use crate::measure::registry::{How, Metric, Stock};
use crate::measure::{Bit, Cohort};
use crate::text::Lang;

/// The steps for one metric, in a sentence. Filtering by subject comes first and is the same for all.
pub(super) fn recipe(metric: &Metric, lang: Lang) -> String {
    match metric.how {
        How::Issues(bit, cohort) => {
            let (month, bit) = (cohort.column(), bit.column());
            lang.pick(
                format!("issues.csv：{month} 选统计期，{bit}=1；行数"),
                format!("issues.csv: {month} in the period, {bit}=1; count the rows"),
            )
        }
        How::IssueRate { part, whole, cohort } => {
            let (month, part, whole) = (cohort.column(), part.column(), whole.column());
            lang.pick(
                format!("issues.csv：{month} 选统计期，{whole}=1 的行数为分母；再选 {part}=1，行数为分子"),
                format!("issues.csv: {month} in the period; rows with {whole}=1 below, of these rows with {part}=1 above"),
            )
        }
        How::IssueSum { of, whole, cohort } => {
            let (month, whole, amount) = (cohort.column(), whole.column(), of.column());
            lang.pick(
                format!("issues.csv：{month} 选统计期，{whole}=1；{amount} 之和"),
                format!("issues.csv: {month} in the period, {whole}=1; add up {amount}"),
            )
        }
        How::IssueMean { of, whole, cohort } => {
            let (month, whole, amount) = (cohort.column(), whole.column(), of.column());
            lang.pick(
                format!("issues.csv：{month} 选统计期，{whole}=1；{amount} 之和 ÷ 行数"),
                format!("issues.csv: {month} in the period, {whole}=1; sum of {amount} ÷ number of rows"),
            )
        }
        How::TopicConversion => topic_conversion(lang),
        How::ShrunkStars => shrunk_stars(lang),
        How::Handling(percent) => {
            let (month, bit) = (Cohort::Handled.column(), Bit::Handled.column());
            lang.pick(
                format!(
                    "issues.csv：{month} 选统计期，{bit}=1，handling_minutes 非空，共 n 行；由小到大第 ⌈n×{percent}÷100⌉ 行"
                ),
                format!(
                    "issues.csv: {month} in the period, {bit}=1, handling_minutes not empty, n rows; row ⌈n×{percent}÷100⌉ from the smallest"
                ),
            )
        }
        How::IssuesPer { bit, cohort, base } => per(bit, cohort, base, lang),
        How::Streak(rate) => streak(rate, lang),
        How::IssueStock(bit) => {
            let bit = bit.column();
            lang.pick(format!("issues.csv：{bit}=1；行数"), format!("issues.csv: {bit}=1; count the rows"))
        }
        How::OldestOpen => {
            let bit = Bit::Open.column();
            lang.pick(
                format!("issues.csv：{bit}=1；open_days 最大的一行"),
                format!("issues.csv: {bit}=1; the row with the largest open_days"),
            )
        }
        How::Activities(counter) => activities(counter, lang),
        How::Volunteers => volunteers(lang),
        How::HoursPerVolunteer => hours_per_volunteer(lang),
        How::ActiveTeams => active_teams(lang),
        How::Projects(stock) => projects(stock, lang),
        How::Notices => lang
            .pick(
                "notices.csv：end_month 选统计期，in_ended=1 的行数为分母；再选 in_compliant=1，行数为分子",
                "notices.csv: end_month in the period; rows with in_ended=1 below, of these rows with in_compliant=1 above",
            )
            .to_owned(),
        How::Items(step) => {
            let bit = step.column();
            lang.pick(
                format!("items.csv：published_month 选统计期，{bit}=1；行数"),
                format!("items.csv: published_month in the period, {bit}=1; count the rows"),
            )
        }
        How::ItemRate { part, whole } => {
            let (part, whole) = (part.column(), whole.column());
            lang.pick(
                format!("items.csv：published_month 选统计期，{whole}=1 的行数为分母；再选 {part}=1，行数为分子"),
                format!(
                    "items.csv: published_month in the period; rows with {whole}=1 below, of these rows with {part}=1 above"
                ),
            )
        }
    }
}

/// The steps for what is counted of activities.
fn activities(counter: Counter, lang: Lang) -> String {
    let what = match counter {
        Counter::Sessions => lang.pick("行数", "count the rows"),
        Counter::Participations => lang.pick("volunteers 之和", "add up volunteers"),
        Counter::Seconds => lang.pick("minutes 之和", "add up minutes"),
        Counter::ServedVisits => lang.pick("served_unit=visits，served 之和", "served_unit=visits, add up served"),
        Counter::ServedPeople => lang.pick("served_unit=people，served 之和", "served_unit=people, add up served"),
        Counter::ServedHouseholds => {
            lang.pick("served_unit=households，served 之和", "served_unit=households, add up served")
        }
    };
    lang.pick(
        format!("activities.csv：month 选统计期，in_counted=1；{what}"),
        format!("activities.csv: month in the period, in_counted=1; {what}"),
    )
}

/// The steps for what is counted of projects.
fn projects(stock: Stock, lang: Lang) -> String {
    let table = if matches!(stock, Stock::Steps | Stock::Slippage) { "milestones.csv" } else { "projects.csv" };
    let what = match stock {
        Stock::All => lang.pick("行数", "count the rows").to_owned(),
        Stock::In(state) => {
            let state = state.word();
            lang.pick(format!("state={state}；行数"), format!("state={state}; count the rows"))
        }
        Stock::OnSchedule => lang
            .pick(
                "in_active=1 的行数为分母；再选 in_on_schedule=1，行数为分子",
                "rows with in_active=1 below, of these rows with in_on_schedule=1 above",
            )
            .to_owned(),
        Stock::Progress => lang
            .pick(
                "progress_counted 非空；其和 ÷（行数×10000）",
                "progress_counted not empty; its sum ÷ (rows × 10,000)",
            )
            .to_owned(),
        Stock::Budget => lang.pick("in_budgeted=1；budget 之和", "in_budgeted=1; add up budget").to_owned(),
        Stock::Execution => {
            lang.pick("in_budgeted=1；paid 之和 ÷ budget 之和", "in_budgeted=1; sum of paid ÷ sum of budget").to_owned()
        }
        Stock::Steps => lang
            .pick(
                "in_steps=1 的行数为分母；再选 in_reached=1，行数为分子",
                "rows with in_steps=1 below, of these rows with in_reached=1 above",
            )
            .to_owned(),
        Stock::Slippage => lang
            .pick("slippage_working_days 非空；其和 ÷ 行数", "slippage_working_days not empty; its sum ÷ the rows")
            .to_owned(),
    };
    lang.pick(format!("{table}：{what}"), format!("{table}: {what}"))
}

/// The steps for how many different volunteers took part.
fn volunteers(lang: Lang) -> String {
    lang
            .pick(
                "activities.csv：month 选统计期，in_counted=1；volunteers_distinct_ids 里不同的序号有几个；其中有 in_ids_known=0 的行就没有这个数",
                "activities.csv: month in the period, in_counted=1; how many different numbers are in volunteers_distinct_ids; none is given when a row has in_ids_known=0",
            )
            .to_owned()
}

/// The steps for the time that one volunteer gave.
fn hours_per_volunteer(lang: Lang) -> String {
    lang
            .pick(
                "activities.csv：month 选统计期，in_counted=1；minutes 之和 ÷ volunteers_distinct_ids 里不同的序号个数；不足 5 个，或者有 in_ids_known=0 的行，就没有这个数",
                "activities.csv: month in the period, in_counted=1; sum of minutes ÷ how many different numbers are in volunteers_distinct_ids; none is given below five, or when a row has in_ids_known=0",
            )
            .to_owned()
}

/// The steps for teams with an activity.
fn active_teams(lang: Lang) -> String {
    lang
            .pick(
                "activities.csv：month 选统计期，in_counted=1，不同的 team 有几个为分子；teams.csv 里驻地（home）在该地的行数为分母",
                "activities.csv: month in the period, in_counted=1, different values of team above; rows of teams.csv whose home lies there below",
            )
            .to_owned()
}

/// The steps for issues for each so many of what they are set against.
fn per(bit: Bit, cohort: Cohort, base: Base, lang: Lang) -> String {
    let (month, bit) = (cohort.column(), bit.column());
    let (zh, en) = match base {
        Base::HouseholdMonths => (
            "行数 × 1000 ÷（places.csv 的 households × 统计期的月数）",
            "rows × 1,000 ÷ (households in places.csv × months of the period)",
        ),
        Base::WorkingDays => {
            ("行数 ÷ 各月 working_days 之和（months.csv）", "rows ÷ the sum of working_days of its months (months.csv)")
        }
    };
    lang.pick(
        format!("issues.csv：{month} 选统计期，{bit}=1；{zh}"),
        format!("issues.csv: {month} in the period, {bit}=1; {en}"),
    )
}

/// The steps for months in a row.
fn streak(rate: &str, lang: Lang) -> String {
    lang.pick(
            format!("figures.csv：{rate} 各月，从最近一个过完的月往前数，分子等于分母的月数，数到不等为止；没有这一行的月份跳过"),
            format!(
                "figures.csv: {rate} by month, from the last month that is over backwards: months whose numerator equals the denominator, until one does not; months without a row are skipped"
            ),
        )
}

/// The steps for topics that became projects.
fn topic_conversion(lang: Lang) -> String {
    let (month, whole, part) = (Cohort::Received.column(), Bit::Topical.column(), Bit::TopicDone.column());
    lang.pick(
                format!("issues.csv：{month} 选统计期，{whole}=1，不同的 topic 有几个为分母；再选 {part}=1，不同的 topic 有几个为分子"),
                format!(
                    "issues.csv: {month} in the period, {whole}=1, different values of topic below; of these rows with {part}=1, different values of topic above"
                ),
            )
}

/// The steps for stars drawn towards the mean of the site.
fn shrunk_stars(lang: Lang) -> String {
    let (month, bit) = (Cohort::Verified.column(), Bit::Starred.column());
    lang.pick(
                format!(
                    "issues.csv：{month} 选统计期，{bit}=1；全站 stars 之和 S、行数 N，本对象 stars 之和 s、行数 n：(10×S÷N+s)÷(10+n)"
                ),
                format!(
                    "issues.csv: {month} in the period, {bit}=1; sum of stars S and rows N of the whole site, s and n of the subject: (10×S÷N+s)÷(10+n)"
                ),
            )
}
