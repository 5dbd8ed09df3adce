//! The rows of service points and of the rota.

use super::Row;
use crate::model::duty::DAY;
use crate::model::{DutyDays, Span};
use crate::view::View;

impl View<'_> {
    pub(super) fn service_point_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        for point in &self.cleared.ledger().service_points {
            each(&[
                &point.id,
                self.place_id(Some(point.place)),
                &point.name,
                &point.kind,
                &point.address,
                &point.hours,
                &point.services.join("、"),
                &point.phone,
                &point.contact,
                &point.since.map(|day| day.to_string()).unwrap_or_default(),
                &point.reach,
                &point.note,
            ]);
        }
    }

    pub(super) fn duty_rows(&self, each: &mut dyn FnMut(Row<'_>)) {
        let ledger = self.cleared.ledger();
        for duty in &ledger.duty {
            let (weekdays, date) = match &duty.days {
                DutyDays::Weekly(days) => (days.iter().map(|day| day.word()).collect(), String::new()),
                DutyDays::On(day) => (Vec::new(), day.to_string()),
            };
            let hours: Vec<String> = duty.hours.iter().map(|span| plain(*span)).collect();
            let point = duty.point.and_then(|at| ledger.service_point(at)).map_or("", |point| point.id.as_str());
            each(&[
                self.place_id(Some(duty.place)),
                &weekdays.join(" "),
                &date,
                &hours.join(" "),
                &duty.role,
                &duty.phone,
                point,
                &duty.note,
            ]);
        }
    }
}

/// `08:30-17:30`, `17:30-08:30+1`, `00:00-24:00`.
fn plain(Span { start, end }: Span) -> String {
    let clock = |second: u32| format!("{:02}:{:02}", second / 3600, second / 60 % 60);
    if end > DAY {
        format!("{}-{}+1", clock(start), clock(end - DAY))
    } else {
        format!("{}-{}", clock(start), clock(end))
    }
}
