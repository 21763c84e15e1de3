//! What a line of the log says: what happened, who it was, and on which day.

use crate::api::{EntryBody, EntryEvent};
use crate::id::ProfileId;
use crate::time::{DateTime, NaiveDate, Utc, Zone};

/// The guest of an entry, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryGuest {
    /// The guest of this pass.
    Named {
        /// The pass's name at that time.
        pass: String,
    },
    /// Somebody whose identifier belongs to no pass.
    Unknown,
    /// No guest: a manager opened the door from afar.
    Nobody,
}

impl EntryGuest {
    fn of(entry: &EntryBody) -> Self {
        match (&entry.pass_name, entry.kind) {
            (Some(pass), _) => Self::Named { pass: pass.clone() },
            (None, Some(_)) => Self::Unknown,
            (None, None) => Self::Nobody,
        }
    }
}

/// The day of an entry on its building's clock. Entries in a row with the same day stand under one heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EntryDay {
    /// The date.
    pub date: NaiveDate,
    /// What people call it now.
    pub called: DayName,
}

/// What people call a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayName {
    /// The day it is.
    Today,
    /// The day before.
    Yesterday,
    /// By its date.
    Dated,
}

impl EntryDay {
    fn of(at: DateTime<Utc>, zone: Zone, now: DateTime<Utc>) -> Self {
        let (date, today) = (zone.date(at), zone.date(now));
        let called = match (today - date).num_days() {
            0 => DayName::Today,
            1 => DayName::Yesterday,
            _ => DayName::Dated,
        };
        Self { date, called }
    }
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// The profile of the log.
    pub profile: ProfileId,
    /// The building's IANA zone; show the time in it.
    pub time_zone: String,
    /// Its day on that clock.
    pub day: EntryDay,
    /// What happened.
    pub event: EntryEvent,
    /// The guest.
    pub guest: EntryGuest,
    /// The entry, as the service keeps it.
    pub entry: EntryBody,
}

impl EntryRow {
    pub(super) fn of(profile: ProfileId, entry: EntryBody, time_zone: &str, now: DateTime<Utc>) -> Self {
        let zone = Zone::named(time_zone).unwrap_or_else(|_| Zone::utc());
        Self {
            profile,
            time_zone: time_zone.to_owned(),
            day: EntryDay::of(entry.at, zone, now),
            event: entry.event(),
            guest: EntryGuest::of(&entry),
            entry,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_called_by_its_distance_on_the_buildings_clock() {
        let zone = Zone::named("America/New_York").expect("a zone");
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("an instant");
        // One in the morning of the 24th there.
        let now = at("2026-11-24T06:00:00Z");
        let called = |text| EntryDay::of(at(text), zone, now).called;
        assert_eq!(called("2026-11-24T05:00:00Z"), DayName::Today);
        assert_eq!(called("2026-11-24T04:59:59Z"), DayName::Yesterday);
        assert_eq!(called("2026-11-23T05:00:00Z"), DayName::Yesterday);
        assert_eq!(called("2026-11-23T04:59:59Z"), DayName::Dated);
        // The server's clock is a little ahead of the phone's.
        assert_eq!(called("2026-11-25T05:00:00Z"), DayName::Dated);
    }
}
