//! What is promised on each level, by the rule of the `[[tier]]` tables of `site.toml`.

use super::calendar::{Day, Moment};

/// The levels an issue is handled on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tier {
    /// Somebody is there within a quarter of an hour.
    Emergency,
    /// One natural day.
    #[default]
    Minor,
    /// Three natural days.
    Major,
    /// Five natural days.
    Hard,
    /// Fifteen working days.
    Workdays,
}

impl Tier {
    /// What the clerks write.
    pub fn name(self) -> &'static str {
        match self {
            Self::Emergency => "急事",
            Self::Minor => "小事",
            Self::Major => "大事",
            Self::Hard => "难事",
            Self::Workdays => "疑难",
        }
    }

    /// The day by the end of which it has to be handled. The day of receipt does not count, and natural days that end on a
    /// day off run on to the next working day. `None` where arrival is promised: the export gives no deadline then.
    pub fn due(self, received: Moment) -> Option<Day> {
        let day = received.day();
        match self {
            Self::Emergency => None,
            Self::Minor => Some(day.plus(1).or_next_workday()),
            Self::Major => Some(day.plus(3).or_next_workday()),
            Self::Hard => Some(day.plus(5).or_next_workday()),
            Self::Workdays => Some(day.plus_workdays(15)),
        }
    }

    /// The hours it takes at most when all goes well, days off or not.
    pub fn pace(self) -> i64 {
        match self {
            Self::Emergency => 8,
            Self::Minor => 24,
            Self::Major => 72,
            Self::Hard => 120,
            Self::Workdays => 480,
        }
    }

    /// The level from which issues are moved up to this one.
    pub fn below(self) -> Option<Self> {
        match self {
            Self::Emergency | Self::Minor => None,
            Self::Major => Some(Self::Minor),
            Self::Hard => Some(Self::Major),
            Self::Workdays => Some(Self::Hard),
        }
    }
}
