//! Wall-clock times, to the minute: what a person reads on the clock at the door.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// A time of day, `HH:MM`. As the end of a window, `23:59` means the end of that day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct WallTime(u16);

impl WallTime {
    /// `00:00`.
    pub const MIDNIGHT: Self = Self(0);
    /// `23:59`: as an end, the end of the day.
    pub const END_OF_DAY: Self = Self(1439);

    /// This hour and minute, if the clock shows them.
    #[must_use]
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// Minutes since midnight, 0 to 1439.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The minute at which a window that ends at this time closes: 1 to 1440, or 0 for midnight.
    pub(crate) const fn closing_minute(self) -> u16 {
        if self.0 == Self::END_OF_DAY.0 { 1440 } else { self.0 }
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Debug for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for WallTime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |digits: &str| digits.parse().ok();
        has_shape(text, "00:00")
            .then(|| Self::new(number(&text[..2])?, number(&text[3..])?))
            .flatten()
            .ok_or_else(|| format!("\"{text}\" is not a time of day such as 09:30"))
    }
}

impl From<WallTime> for String {
    fn from(time: WallTime) -> Self {
        time.to_string()
    }
}

impl From<WallTime> for NaiveTime {
    fn from(time: WallTime) -> Self {
        Self::MIN + chrono::TimeDelta::minutes(i64::from(time.minutes()))
    }
}

impl TryFrom<String> for WallTime {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// A local date and time to the minute, `2026-11-24T14:20`. Seconds are accepted and dropped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LocalMinute(NaiveDateTime);

impl LocalMinute {
    /// This date at this time of day.
    #[must_use]
    pub fn new(date: NaiveDate, time: WallTime) -> Self {
        Self(date.and_time(NaiveTime::MIN) + chrono::TimeDelta::minutes(i64::from(time.minutes())))
    }

    /// The date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0.date()
    }

    /// The time of day.
    #[must_use]
    pub fn time(self) -> WallTime {
        // Hours and minutes of a day fit.
        #[expect(clippy::cast_possible_truncation, reason = "at most 1439")]
        WallTime((self.0.num_seconds_from_midnight() / 60) as u16)
    }

    /// The same time of day, `days` later (earlier when negative); stays put at the calendar's end.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        chrono::TimeDelta::try_days(days).and_then(|by| self.0.checked_add_signed(by)).map_or(self, Self)
    }

    /// `minutes` later on the local clock (earlier when negative); stays put at the calendar's end.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        chrono::TimeDelta::try_minutes(minutes).and_then(|by| self.0.checked_add_signed(by)).map_or(self, Self)
    }

    /// The same local date and time next year; 29 February becomes 28 February.
    #[must_use]
    pub fn one_year_later(self) -> Self {
        Self::new(super::one_year_after(self.date()), self.time())
    }

    /// Seconds since 1970-01-01T00:00 on the local clock.
    pub(crate) fn local_seconds(self) -> i64 {
        self.0.and_utc().timestamp()
    }
}

impl From<LocalMinute> for NaiveDateTime {
    fn from(at: LocalMinute) -> Self {
        at.0
    }
}

impl From<NaiveDateTime> for LocalMinute {
    fn from(at: NaiveDateTime) -> Self {
        let whole = at.with_second(0).and_then(|at| at.with_nanosecond(0));
        Self(whole.unwrap_or(at))
    }
}

impl fmt::Display for LocalMinute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M"))
    }
}

impl fmt::Debug for LocalMinute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for LocalMinute {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let format = if has_shape(text, "0000-00-00T00:00") {
            "%Y-%m-%dT%H:%M"
        } else if has_shape(text, "0000-00-00T00:00:00") {
            "%Y-%m-%dT%H:%M:%S"
        } else {
            ""
        };
        NaiveDateTime::parse_from_str(text, format)
            .map(Self::from)
            .map_err(|_| format!("\"{text}\" is not a local date and time such as 2026-11-24T14:20"))
    }
}

/// A local date, `2026-11-24`. The calendar's own reader takes spaces, signs and missing zeros; this one does not, so
/// that a date has one spelling.
pub(crate) fn parse_date(text: &str) -> Option<NaiveDate> {
    has_shape(text, "0000-00-00").then(|| text.parse().ok()).flatten()
}

/// Whether `text` has a digit wherever `shape` has a 0, and else the same characters.
fn has_shape(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(is, wanted)| match wanted {
            b'0' => is.is_ascii_digit(),
            other => is == other,
        })
}

impl From<LocalMinute> for String {
    fn from(at: LocalMinute) -> Self {
        at.to_string()
    }
}

impl TryFrom<String> for LocalMinute {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}
