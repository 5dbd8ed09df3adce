//! The ids of the volunteers of the teams that note them: the same persons month after month.

use super::calendar::{Day, FIRST};
use super::random::Random;

/// A team that notes who came.
struct Roster {
    team: &'static str,
    /// The number of its first volunteer.
    first: i64,
    /// Volunteers at a time.
    members: i64,
    /// In how many days one leaves and another comes.
    turnover: i64,
}

const ROSTERS: [Roster; 3] = [
    Roster { team: "砚池七点半敲门队", first: 101, members: 26, turnover: 90 },
    // Students come and go.
    Roster { team: "星槎四点半课堂", first: 201, members: 24, turnover: 25 },
    Roster { team: "云汐周末义诊义剪队", first: 301, members: 20, turnover: 120 },
];

/// Whether a team notes who came.
pub fn is_kept(team: &str) -> bool {
    ROSTERS.iter().any(|roster| roster.team == team)
}

/// The ids of as many volunteers as came, parted by `、`; empty for a team that does not note them.
pub fn ids(team: &str, day: Day, volunteers: i64, random: &mut Random) -> String {
    let Some(roster) = ROSTERS.iter().find(|roster| roster.team == team) else { return String::new() };
    let gone = day.since(FIRST) / roster.turnover;
    let mut waiting: Vec<i64> = (0..roster.members).map(|place| roster.first + gone + place).collect();
    let mut came = Vec::new();
    // Some come nearly always: of two that are asked, the one with the longer experience.
    while i64::try_from(came.len()).unwrap_or(i64::MAX) < volunteers && !waiting.is_empty() {
        let last = i64::try_from(waiting.len()).unwrap_or(1) - 1;
        came.push(waiting.remove(usize::try_from(random.mostly_low(0, last)).unwrap_or(0)));
    }
    came.sort_unstable();
    came.iter().map(|number| format!("ZY{number:04}")).collect::<Vec<_>>().join("、")
}
