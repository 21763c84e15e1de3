//! Zones, wall-clock times and openings.
//!
//! Schedules are wall-clock in an IANA zone. Every allow-or-deny goes from the instant to the local time, never
//! the other way: converting a window's ends to instants is wrong around a daylight-saving change, for instance
//! when the end falls into the hour that is repeated.

mod clock;
mod days;
mod opening;
mod wall;
mod zone;

pub use clock::{Clock, ManualClock};
pub use days::Days;
pub use opening::Opening;
pub(crate) use wall::parse_date;
pub use wall::{LocalMinute, WallTime};
pub(crate) use zone::{Segment, instant};
pub use zone::{UnknownZone, Zone, database_release};

pub use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};

/// Seconds of a day of 24 hours.
pub(crate) const DAY: i64 = 86_400;

/// Days since 1970-01-01 of a local date.
pub(crate) fn day_number(date: NaiveDate) -> i64 {
    i64::from(date.to_epoch_days())
}

/// The same date next year; 29 February becomes 28 February.
#[must_use]
pub fn one_year_after(date: NaiveDate) -> NaiveDate {
    date.checked_add_months(chrono::Months::new(12)).unwrap_or(NaiveDate::MAX)
}
