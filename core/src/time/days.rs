//! A set of weekdays.

use std::fmt;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// The weekdays on which a recurring pass is open. On the wire a list: `["tue","thu"]`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(into = "Vec<String>", try_from = "Vec<String>")]
pub struct Days(u8);

const NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ALL: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl Days {
    /// No day.
    pub const NONE: Self = Self(0);
    /// Monday to Friday.
    pub const WORKDAYS: Self = Self(0b001_1111);
    /// All seven days.
    pub const EVERY: Self = Self(0b111_1111);

    /// These days.
    #[must_use]
    pub fn of(days: &[Weekday]) -> Self {
        days.iter().fold(Self::NONE, |set, day| set.with(*day))
    }

    /// This set and `day`.
    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | bit(day))
    }

    /// This set, with `day` taken out if it was in, put in if it was not.
    #[must_use]
    pub fn toggled(self, day: Weekday) -> Self {
        Self(self.0 ^ bit(day))
    }

    /// Whether `day` is in the set.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// Whether no day is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days of the set, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        ALL.into_iter().filter(move |day| self.contains(*day))
    }

    /// Whether the local day with this number (days since 1970-01-01, a Thursday) is in the set.
    pub(crate) fn contains_day(self, day: i64) -> bool {
        self.0 >> (day + 3).rem_euclid(7) & 1 != 0
    }

    /// The day with this three-letter English name, in any case.
    #[must_use]
    pub fn parse_day(name: &str) -> Option<Weekday> {
        NAMES.iter().position(|known| known.eq_ignore_ascii_case(name)).map(|at| ALL[at])
    }

    /// The three-letter wire name of a day.
    #[must_use]
    pub fn name(day: Weekday) -> &'static str {
        NAMES[day.num_days_from_monday() as usize]
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

impl fmt::Debug for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl From<Days> for Vec<String> {
    fn from(days: Days) -> Self {
        days.iter().map(|day| Days::name(day).to_owned()).collect()
    }
}

impl From<Days> for gatepass_words::Weekdays {
    fn from(days: Days) -> Self {
        Self(days.0)
    }
}

impl TryFrom<Vec<String>> for Days {
    type Error = String;

    fn try_from(names: Vec<String>) -> Result<Self, Self::Error> {
        names.iter().try_fold(Self::NONE, |set, name| {
            Self::parse_day(name).map(|day| set.with(day)).ok_or_else(|| format!("\"{name}\" is not a weekday"))
        })
    }
}
