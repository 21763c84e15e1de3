//! When a pass opens, in the words of the person who makes it: wall-clock times in one zone.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{PassType, ScheduleText, UseLimits};
use crate::time::{Days, LocalMinute, WallTime, Zone};

/// The schedule of a pass. The variant is the pass's type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "ScheduleText", try_from = "ScheduleText")]
pub enum Schedule {
    /// One interval `[starts_at, ends_at)` of the wall clock: open whenever the clock shows a time in it. An end that
    /// falls into an hour the clock shows twice shuts in both, a start in it opens in both.
    Custom {
        /// The first local minute that is open.
        starts_at: LocalMinute,
        /// The first local minute that no longer is.
        ends_at: LocalMinute,
        /// The zone of its times.
        time_zone: Zone,
    },
    /// Chosen weekdays, a daily window.
    Recurring(Weekly),
    /// The same, preset to working hours.
    BusinessHours(Weekly),
    /// One local date, from its first instant to its last: 23 or 25 hours on a clock-change day.
    FullDay {
        /// The date.
        date: NaiveDate,
        /// The zone of its date.
        time_zone: Zone,
    },
    /// One local date, one use.
    OneTime {
        /// The date.
        date: NaiveDate,
        /// The zone of its date.
        time_zone: Zone,
    },
}

/// A daily window on chosen weekdays between two dates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Weekly {
    /// The weekdays on which a window starts.
    pub days: Days,
    /// When the window opens.
    pub from: WallTime,
    /// When it closes; not after `from` means the next morning. `23:59` means the end of the day.
    pub to: WallTime,
    /// The first local day that is open.
    pub starts: NaiveDate,
    /// The last local day that is open. A window that starts on it may end the next morning.
    pub expires: NaiveDate,
    /// The zone of its times.
    pub time_zone: Zone,
}

/// How long a recurring pass lasts unless its maker says otherwise, in days.
const DEFAULT_DAYS: i64 = 30;

impl Schedule {
    /// What the wizard starts with for a type, at `now` in `zone`.
    #[must_use]
    pub fn default_of(kind: PassType, now: DateTime<Utc>, zone: Zone) -> Self {
        let today = zone.date(now);
        let weekly = |days| Weekly {
            days,
            from: WallTime::new(9, 0).unwrap_or(WallTime::MIDNIGHT),
            to: WallTime::new(17, 0).unwrap_or(WallTime::END_OF_DAY),
            starts: today,
            expires: today.checked_add_signed(TimeDelta::days(DEFAULT_DAYS)).unwrap_or(today),
            time_zone: zone,
        };
        match kind {
            PassType::Custom => {
                // Not simply "now": in an hour about to be repeated that would shut again until "now" is back.
                let starts_at = zone.earliest_reading_from(now);
                Self::Custom { starts_at, ends_at: zone.local(now).plus_days(1), time_zone: zone }
            }
            PassType::Recurring => Self::Recurring(weekly(Days::NONE)),
            PassType::BusinessHours => Self::BusinessHours(weekly(Days::WORKDAYS)),
            PassType::FullDay => Self::FullDay { date: today, time_zone: zone },
            PassType::OneTime => Self::OneTime { date: today, time_zone: zone },
        }
    }

    /// Which of the five types.
    #[must_use]
    pub fn pass_type(&self) -> PassType {
        match self {
            Self::Custom { .. } => PassType::Custom,
            Self::Recurring(_) => PassType::Recurring,
            Self::BusinessHours(_) => PassType::BusinessHours,
            Self::FullDay { .. } => PassType::FullDay,
            Self::OneTime { .. } => PassType::OneTime,
        }
    }

    /// The zone of the schedule.
    #[must_use]
    pub fn time_zone(&self) -> Zone {
        match self {
            Self::Custom { time_zone, .. } | Self::FullDay { time_zone, .. } | Self::OneTime { time_zone, .. } => {
                *time_zone
            }
            Self::Recurring(weekly) | Self::BusinessHours(weekly) => weekly.time_zone,
        }
    }
}

impl PassType {
    /// The uses the wizard starts with.
    #[must_use]
    pub fn default_uses(self) -> UseLimits {
        match self {
            Self::Custom | Self::OneTime => UseLimits::ONCE,
            Self::Recurring | Self::BusinessHours | Self::FullDay => UseLimits::UNLIMITED,
        }
    }
}
