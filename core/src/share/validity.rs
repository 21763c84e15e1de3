//! The facts behind "when is this pass good?", without words.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::pass::{Schedule, Timetable, Weekly};
use crate::time::{Days, LocalMinute, WallTime, Zone};

/// When a pass is good, as a sentence needs it: every variant is one sentence of every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Validity {
    /// From one date to another.
    Interval { from: LocalMinute, to: LocalMinute },
    /// Within one date.
    Hours { date: NaiveDate, from: WallTime, to: Closing },
    /// From one date into the next.
    Overnight { date: NaiveDate, from: WallTime, to: WallTime },
    /// One date, all of it.
    AllDay { date: NaiveDate },
    /// Chosen days, the same hours.
    WeeklyHours { days: Days, from: WallTime, to: Closing, first: NaiveDate, last: NaiveDate },
    /// Chosen days, into the next day.
    WeeklyOvernight { days: Days, from: WallTime, to: WallTime, first: NaiveDate, last: NaiveDate },
    /// Chosen days, all of them.
    WeeklyAllDay { days: Days, first: NaiveDate, last: NaiveDate },
    /// Round the clock.
    Always { first: NaiveDate, last: NaiveDate },
}

/// When a window closes on the day it opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    /// At this time.
    At(WallTime),
    /// At the end of the day.
    Midnight,
}

impl From<Closing> for Option<NaiveTime> {
    fn from(closing: Closing) -> Self {
        match closing {
            Closing::At(time) => Some(time.into()),
            Closing::Midnight => None,
        }
    }
}

impl Validity {
    pub(super) fn of(schedule: &Schedule) -> Self {
        match schedule {
            Schedule::Custom { starts_at, ends_at, .. } => Self::interval(*starts_at, *ends_at),
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => Self::weekly(weekly),
            Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => Self::AllDay { date: *date },
        }
    }

    fn interval(from: LocalMinute, to: LocalMinute) -> Self {
        let midnight_after = LocalMinute::new(from.date(), WallTime::MIDNIGHT).plus_days(1);
        if to == midnight_after && from.time() == WallTime::MIDNIGHT {
            Self::AllDay { date: from.date() }
        } else if to == midnight_after {
            Self::Hours { date: from.date(), from: from.time(), to: Closing::Midnight }
        } else if to.date() == from.date() {
            Self::Hours { date: from.date(), from: from.time(), to: Closing::At(to.time()) }
        } else {
            Self::Interval { from, to }
        }
    }

    fn weekly(weekly: &Weekly) -> Self {
        let Weekly { days, from, to, starts: first, expires: last, .. } = *weekly;
        let one_day = first == last;
        let ends_with_day = to == WallTime::END_OF_DAY || to == WallTime::MIDNIGHT;
        let closing = if ends_with_day { Closing::Midnight } else { Closing::At(to) };
        // A window from any time to the same time is open for 24 hours.
        if from == WallTime::MIDNIGHT && ends_with_day {
            return match (one_day, days == Days::EVERY) {
                (true, _) => Self::AllDay { date: first },
                (false, true) => Self::Always { first, last },
                (false, false) => Self::WeeklyAllDay { days, first, last },
            };
        }
        match (one_day, ends_with_day || from < to) {
            (true, true) => Self::Hours { date: first, from, to: closing },
            (true, false) => Self::Overnight { date: first, from, to },
            (false, true) => Self::WeeklyHours { days, from, to: closing, first, last },
            (false, false) => Self::WeeklyOvernight { days, from, to, first, last },
        }
    }
}

/// The letters of the zone while the pass is good: `EST`, or `EST/EDT` where the clocks change meanwhile. Where a
/// zone has no letters its distance from UTC: `UTC+5:45`.
pub(super) fn zone_letters(timetable: &Timetable) -> String {
    let zone = timetable.zone();
    let (Some(starts), Some(ends)) = (timetable.starts(), timetable.ends()) else {
        return zone.name().to_owned();
    };
    let mut letters: Vec<String> = Vec::new();
    let mut at = starts;
    // No zone changes its clocks and back within a week; Morocco comes closest, for Ramadan.
    while at < ends {
        let now = letters_at(zone, at);
        if !letters.contains(&now) {
            letters.push(now);
        }
        at += TimeDelta::days(7);
    }
    let last = letters_at(zone, ends - TimeDelta::seconds(1));
    if !letters.contains(&last) {
        letters.push(last);
    }
    letters.join("/")
}

/// The letters of the zone at one instant.
pub(super) fn letters_at(zone: Zone, at: DateTime<Utc>) -> String {
    let letters = zone.abbreviation(at);
    if letters.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return letters;
    }
    let minutes = zone.offset_seconds(at) / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// The place a zone is named for, as a person writes it: `New York`, `Buenos Aires`. None for `UTC` and its like.
pub(super) fn zone_place(zone: Zone) -> Option<String> {
    let (area, place) = zone.name().rsplit_once('/')?;
    (area != "Etc").then(|| place.replace('_', " "))
}
