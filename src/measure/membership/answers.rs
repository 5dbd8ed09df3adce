//! What the caller says at the return call.

use super::{Bit, Cohort, Finish, Looking, Row};
use crate::model::{Event, Level};

impl Looking<'_> {
    pub(super) fn answers(&self, record: usize, finish: Finish, row: &mut Row) {
        let issues = self.issues;
        let process = issues.process.get(record);
        let result = issues.result.get(record);
        let contacted = issues.contacted.get(record);
        let solved = issues.solved.get(record);
        let stars = issues.stars.get(record);
        let rated = process.is_some() || result.is_some();
        let answered = rated || contacted.is_some() || solved.is_some() || stars.is_some();
        // Without a time of the return call its answers count when the issue was finished.
        let verified_at = match issues.time(record, Event::Verified) {
            Some(at) => Some(at).filter(|at| at.by(self.end)),
            None => finish.at,
        }
        .filter(|_| answered);
        let answer = |given: bool| verified_at.is_some() && given;
        let satisfied = |level: Option<Level>| level.is_some_and(|level| level <= Level::Fair);
        row.gather(Cohort::Verified, verified_at);
        row.set(Bit::Evaluated, row.has(Bit::CallDue) && answer(rated));
        row.set(Bit::ContactAnswered, answer(contacted.is_some()));
        row.set(Bit::Contacted, answer(contacted == Some(true)));
        row.set(Bit::SolvedAnswered, answer(solved.is_some()));
        row.set(Bit::Solved, answer(solved == Some(true)));
        row.set(Bit::ProcessRated, answer(process.is_some()));
        row.set(Bit::ProcessSatisfied, answer(satisfied(process)));
        row.set(Bit::ResultRated, answer(result.is_some()));
        row.set(Bit::ResultSatisfied, answer(satisfied(result)));
        row.set(Bit::Starred, answer(stars.is_some()));
        let returns = issues.returns.get(record);
        row.set(Bit::ReturnsKnown, answer(returns.is_some()));
        row.set(Bit::Returned, answer(returns.is_some_and(|times| times > 0)));
    }
}
