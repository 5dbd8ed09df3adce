//! What the caller says at the return call.

use super::{Bit, Cohort, Finish, Looking, Row};
use crate::model::{Call, Event, Level};

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
        row.gather(Cohort::Verified, self.month(verified_at));
        row.set(Bit::ContactAnswered, answer(contacted.is_some()));
        row.set(Bit::Contacted, answer(contacted == Some(true)));
        row.set(Bit::SolvedAnswered, answer(solved.is_some()));
        row.set(Bit::Solved, answer(solved == Some(true)));
        row.set(Bit::ProcessRated, answer(process.is_some()));
        row.set(Bit::ProcessSatisfied, answer(satisfied(process)));
        row.set(Bit::ResultRated, answer(result.is_some()));
        row.set(Bit::ResultSatisfied, answer(satisfied(result)));
        let bad = |level: Option<Level>| level.is_some_and(|level| level > Level::Fair);
        let is_bad = answer(bad(process) || bad(result));
        row.set(Bit::BadRated, is_bad);
        row.set(Bit::Rectified, is_bad && finish.closed && issues.rerated.get(record).is_some());
        row.set(Bit::Starred, answer(stars.is_some()));
        row.set(Bit::GoodStars, answer(stars.is_some_and(|stars| stars >= crate::measure::stars::GOOD)));
        let returns = issues.returns.get(record);
        row.set(Bit::ReturnsKnown, answer(returns.is_some()));
        row.set(Bit::Returned, answer(returns.is_some_and(|times| times > 0)));
        self.owed_call(record, answered, row);
    }

    /// What came of the return call that is owed for every issue due and finished, with an answer or without.
    fn owed_call(&self, record: usize, answered: bool, row: &mut Row) {
        let issues = self.issues;
        let is_owed = row.has(Bit::CallDue);
        let time = issues.time(record, Event::Verified);
        // What a later call says is not known yet.
        let is_later = time.is_some_and(|at| !at.by(self.end));
        let known = |level: Option<Level>| level.filter(|_| is_owed && !is_later);
        let result = known(issues.result.get(record));
        let is_evaluated = known(issues.process.get(record)).is_some() || result.is_some();
        row.set(Bit::Evaluated, is_evaluated);
        row.set(Bit::CallSatisfied, result.is_some_and(|level| level <= Level::Fair));
        row.set(Bit::CallNotDissatisfied, is_owed && result.is_none_or(|level| level <= Level::Fair));
        if !is_owed || is_evaluated {
            return;
        }
        row.set(Bit::NotEvaluated, true);
        let outcome = match issues.calls.get(record).filter(|_| !is_later) {
            Some(Call::Unreached) => Bit::CallUnreached,
            Some(Call::Declined) => Bit::CallDeclined,
            Some(Call::Answered) => Bit::CallUnrated,
            None if !is_later && (answered || time.is_some()) => Bit::CallUnrated,
            None => Bit::NotCalled,
        };
        row.set(outcome, true);
    }
}
