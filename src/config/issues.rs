//! `[issues]`: what a site may set about its issues.

use super::page::Page;
use super::raw::RawIssues;

/// The longest span that can be meant: ten years.
const LONGEST: u16 = 3_660;

/// `[issues]`
#[derive(Debug, Clone, Copy)]
pub struct IssueSpec {
    /// An issue repeats an earlier one of the same place and category that came in at most so many days before.
    pub repeat_days: u16,
}

/// Checks the settings of issues.
pub(super) fn issues(page: &mut Page<'_>, raw: &RawIssues) -> IssueSpec {
    let repeat_days = raw.repeat_days.as_ref().map_or(Some(90), |days| {
        let read = u16::try_from(*days.get_ref()).ok().filter(|days| (1..=LONGEST).contains(days));
        if read.is_none() {
            let expected = ("1 到 3660 之间的整数", "a whole number from 1 to 3660");
            page.bad("issues.repeat_days", &days.get_ref().to_string(), days.span(), expected);
        }
        read
    });
    IssueSpec { repeat_days: repeat_days.unwrap_or(LONGEST) }
}
