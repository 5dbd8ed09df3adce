//! What the times of an issue say: due, on time, the same day, contact.

use super::{Basis, Bit, Cohort, Finish, Looking, Row, Unreached};
use crate::measure::clock::week_end;
use crate::model::Event;
use crate::text::date::{Day, Moment};

impl<'a> Looking<'a> {
    pub(super) fn times(
        &self,
        record: usize,
        received: Moment,
        finish: Finish,
        row: &mut Row,
    ) -> Result<(), Unreached<'a>> {
        self.deadline(record, finish, row)?;
        self.contact(record, row)?;
        self.escalation(record, row)?;
        let within = |at: Option<Moment>, last: Day| at.is_some_and(|at| at.day() <= last);
        row.set(Bit::SameDay, within(finish.at, self.clock.service_day(received)));
        row.set(Bit::SameWeek, within(finish.closed_at, week_end(received.day())));
        row.set(Bit::AfterCut, self.clock.is_after_cut(received));
        let meeting = self.clock.meeting_after(received.day());
        row.set(Bit::ByMeeting, meeting.is_some_and(|day| within(finish.closed_at, day)));
        Ok(())
    }

    fn deadline(&self, record: usize, finish: Finish, row: &mut Row) -> Result<(), Unreached<'a>> {
        let by_end = |event| self.by_end(record, event);
        let deadline = self.promises.deadline(self.clock, record, by_end)?;
        row.due = deadline.due;
        row.stopped = match row.due.map(|due| due.stop) {
            None | Some(Event::Handled) => finish.at,
            Some(stop) => by_end(stop),
        };
        let due = row.due.map(|due| due.at).filter(|at| at.by(self.end));
        row.gather(Cohort::Due, self.month(due));
        row.set(Bit::Due, due.is_some());
        row.set(Bit::OnTime, due.is_some_and(|due| row.stopped.is_some_and(|at| at.by(due))));
        row.set(Bit::CallDue, due.is_some() && finish.handled);
        row.set(Bit::Overdue, due.is_some() && !finish.handled && row.stopped.is_none());
        row.set(Bit::UnfoundedExtension, due.is_some() && deadline.has_unfounded_extension);
        row.set(Bit::Extended, due.is_some() && row.due.is_some_and(|due| due.basis == Basis::Extended));
        Ok(())
    }

    fn contact(&self, record: usize, row: &mut Row) -> Result<(), Unreached<'a>> {
        let by_end = |event| self.by_end(record, event);
        let due = self.promises.contact(self.clock, record, by_end)?.filter(|at| at.by(self.end));
        row.gather(Cohort::ContactDue, self.month(due));
        row.set(Bit::ContactDue, due.is_some());
        row.set(Bit::ContactOnTime, due.is_some_and(|due| by_end(Event::Contacted).is_some_and(|at| at.by(due))));
        Ok(())
    }

    /// An issue that was escalated is judged twice: here by the tier it left, and as a whole by its deadline.
    fn escalation(&self, record: usize, row: &mut Row) -> Result<(), Unreached<'a>> {
        let by_end = |event| self.by_end(record, event);
        let Some(escalated) = by_end(Event::EscalatedAt) else { return Ok(()) };
        let Some(leave) = self.promises.leave(self.clock, record, by_end)? else { return Ok(()) };
        row.gather(Cohort::Escalated, self.month(Some(escalated)));
        row.set(Bit::Escalated, true);
        row.set(Bit::LeftInTime, escalated.by(leave));
        Ok(())
    }
}
