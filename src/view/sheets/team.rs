//! The poster of a volunteer team.

use super::Sheet;
use super::paper::Paper;
use super::poster::{BigNumber, Content, Listed, Poster, PosterRow};
use crate::diag::Problem;
use crate::measure::Subject;
use crate::measure::activities::Counter;
use crate::model::{Activity, Period, Team, TeamIx};
use crate::text::date::Day;
use crate::view::chart::{Chart, Drawing};
use crate::view::{View, routes};

const NUMBERS: [&str; 3] = ["activities.sessions", "activities.participations", "activities.hours"];
/// Rows that the duties get when there are that many.
const DUTIES: usize = 3;

impl View<'_> {
    /// The poster of a team, and what had to be cut.
    pub(super) fn team_poster(&self, at: TeamIx, paper: Paper) -> Option<(Poster, Vec<Problem>)> {
        let ledger = self.cleared.ledger();
        let team = ledger.team(at)?;
        let subject = Subject::Team(at);
        let (shell, links) = self.sheet_frame(Sheet::Poster(subject, paper))?;
        let held: Vec<&Activity> = ledger
            .activities
            .iter()
            .rev()
            .filter(|activity| activity.team == Some(at) && crate::measure::activities::counts(activity, self.as_of))
            .collect();
        let period = self.team_period(subject);
        let numbers = period.map(|period| self.team_numbers(subject, period)).unwrap_or_default();
        let content = Content {
            at: Some(ledger.position(team.trace)),
            publisher: self.config.site.publisher.clone(),
            title: vec![team.name.clone(), self.team_title(period)],
            chart: self.team_chart(subject),
            qr: self.qr(&routes::team(team)),
            lists: std::iter::once(self.activities_listed(period, &held)).chain(self.duties_listed(team)).collect(),
            calls: self.team_calls(team),
            notice: self.config.site.notice.clone(),
            foot: self.poster_foot(period.unwrap_or(Period::Month(self.month)), &numbers),
            numbers: numbers.into_iter().map(|(_, number)| number).collect(),
            ..Content::default()
        };
        Some(content.fit(paper, self.lang, shell, links))
    }

    /// The month, or the year so far where nothing was done in the month; `None` for a team that did nothing all year.
    fn team_period(&self, subject: Subject) -> Option<Period> {
        let tally = &self.cleared.measures().tally(subject).activities;
        let periods = [Period::Month(self.month), Period::year(self.month)];
        periods.into_iter().find(|&period| tally.count(Counter::Sessions, period) > 0)
    }

    fn team_title(&self, period: Option<Period>) -> String {
        let lang = self.lang;
        match period {
            Some(Period::Month(_)) => {
                let month = self.period_name(Period::Month(self.month));
                lang.pick(format!("{month}志愿服务公示"), format!("Volunteering in {month}"))
            }
            Some(year) => {
                let year = year.name(lang);
                lang.pick(format!("{year}以来志愿服务公示"), format!("Volunteering in {year} so far"))
            }
            None => lang.pick("志愿服务公示", "Volunteering").to_owned(),
        }
    }

    /// The large figures; those of a year say that they are not of the month.
    fn team_numbers(&self, subject: Subject, period: Period) -> Vec<(String, BigNumber)> {
        let mut numbers = self.numbers(&NUMBERS, subject, period);
        if let Period::Year(_) = period {
            let month = self.period_name(Period::Month(self.month));
            let note = self.lang.pick(format!("截至{month}"), format!("up to {month}"));
            for (_, number) in &mut numbers {
                number.parts.clone_from(&note);
            }
        }
        numbers
    }

    /// Hours by month. Whole hours stand on their columns in type large enough for paper, where tenths would need an axis.
    fn team_chart(&self, subject: Subject) -> Option<Chart> {
        let id = "activities.hours";
        let mut chart = self.is_measured(id).then(|| self.chart_on_poster(id, subject))??;
        if let Drawing::Plot(plot) = &mut chart.drawing {
            for series in &mut plot.series {
                let whole = |value: &Option<f64>| value.map(|value| format!("{value:.0}")).unwrap_or_default();
                series.texts = series.values.iter().map(whole).collect();
            }
            chart.subtitle += self.lang.pick("，取整", ", rounded");
        }
        Some(chart)
    }

    /// What was done in the month; else since when nothing was, and what was done before.
    fn activities_listed(&self, period: Option<Period>, held: &[&Activity]) -> Listed {
        let lang = self.lang;
        let in_month = |activity: &&&Activity| self.config.months.month_of_day(activity.date) == self.month;
        let (title, count) = match (period, held.first()) {
            (Some(Period::Month(_)), _) => {
                let count = held.iter().filter(in_month).count();
                (lang.pick(format!("本月活动 {count} 场"), format!("Activities of the month: {count}")), count)
            }
            (_, None) => (lang.pick("还没有活动记录", "No activity is recorded").to_owned(), 0),
            (_, Some(latest)) => {
                let day = self.day(latest.date);
                let title = lang.pick(format!("{day}以来没有活动记录"), format!("No activity is recorded since {day}"));
                (title, held.len())
            }
        };
        let row = |activity: &&Activity| {
            let row = self.activity_row(activity);
            let text = [row.theme, row.place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            PosterRow { text: text.join(lang.pick("，", ", ")), state: self.near_day(activity.date), late: false }
        };
        Listed { title, rows: held.iter().take(count).map(row).collect(), least: 0 }
    }

    /// What the team does; `None` where nobody wrote it down.
    fn duties_listed(&self, team: &Team) -> Option<Listed> {
        let row = |text: &String| PosterRow { text: text.clone(), state: String::new(), late: false };
        let rows: Vec<PosterRow> = team.duties.iter().map(row).collect();
        let title = self.lang.pick("做什么", "What the team does").to_owned();
        (!rows.is_empty()).then_some(Listed { title, rows, least: DUTIES })
    }

    /// When the team can be met, and whom to call.
    fn team_calls(&self, team: &Team) -> Vec<PosterRow> {
        let schedule = self.lang.pick(format!("活动时间：{}", team.schedule), format!("When: {}", team.schedule));
        let schedule = PosterRow { text: schedule, state: String::new(), late: false };
        let schedule = Some(schedule).filter(|_| !team.schedule.is_empty());
        schedule.into_iter().chain(self.first_contact(&team.contacts)).collect()
    }

    /// A day in few letters; with its year where that is another one.
    pub(super) fn near_day(&self, day: Day) -> String {
        if day.month().year() == self.as_of.month().year() { self.short_day(day) } else { self.brief_day(day) }
    }

    /// A day with its year in few letters.
    pub(super) fn brief_day(&self, day: Day) -> String {
        self.lang.pick(self.day(day), format!("{} {}", self.short_day(day), day.month().year()))
    }
}
