//! An IANA time zone with its offsets laid out for look-up.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{DAY, LocalMinute, day_number};

/// A time zone of the IANA database, by name. Cheap to copy; all copies share one table of offsets.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Zone {
    tz: Tz,
    table: &'static Table,
}

/// There is no such time zone.
///
/// The caller should ask for a name of the IANA database, such as `Europe/Berlin`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time zone; use an IANA name such as America/New_York")]
pub struct UnknownZone(pub String);

/// A stretch `[from, to)` of instants, in epoch seconds, with one offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) from: i64,
    pub(crate) to: i64,
    /// Local time is the instant plus this many seconds.
    pub(crate) offset: i64,
    /// The offset from `to` on.
    then: i64,
}

/// All offsets of a zone, from 1970 to 2100; the first and the last reach to the ends of time.
struct Table {
    segments: Vec<Segment>,
    /// For each stretch of time since 1970, the segment its first second lies in. In a stretch there is one change at
    /// most, so a look-up needs no search, and nothing that threads would have to share.
    starts_in: [u16; STRETCHES],
}

/// Tables are made once a zone and live as long as the process, so a `Zone` is two words and needs no lock.
static TABLES: LazyLock<RwLock<HashMap<Tz, &'static Table>>> = LazyLock::new(RwLock::default);

/// A stretch is 2^19 seconds, about 6.1 days. No zone changes its offset twice within a stretch: since 1970 the closest
/// two changes lie 6.9 days apart (a test walks all zones).
const STRETCH: u32 = 19;
/// Until 2100.
const STRETCHES: usize = 7825;

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self::from(Tz::UTC)
    }

    /// The zone of this name.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        name.parse::<Tz>().map(Self::from).map_err(|_| UnknownZone(name.to_owned()))
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.tz.name()
    }

    /// The local date and time at `at`, to the minute.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> LocalMinute {
        let offset = TimeDelta::seconds(self.table.offset(at.timestamp()));
        LocalMinute::from(at.naive_utc().checked_add_signed(offset).unwrap_or(at.naive_utc()))
    }

    /// The local date at `at`.
    #[must_use]
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// Local minus UTC at `at`, in seconds.
    #[must_use]
    pub fn offset_seconds(self, at: DateTime<Utc>) -> i64 {
        self.table.offset(at.timestamp())
    }

    /// The zone's abbreviation at `at`, such as `EST`; an offset such as `+03` where the zone has no letters.
    #[must_use]
    pub fn abbreviation(self, at: DateTime<Utc>) -> String {
        self.tz.offset_from_utc_datetime(&at.naive_utc()).to_string()
    }

    /// The earliest local time the clock shows at `at` or at any instant after it. This is the local time at `at`,
    /// unless the clock is about to be set back and will show earlier ones again.
    #[must_use]
    pub fn earliest_reading_from(self, at: DateTime<Utc>) -> LocalMinute {
        let change = self.table.segment(at.timestamp()).to;
        if change == i64::MAX { self.local(at) } else { self.local(at).min(self.local(instant(change))) }
    }

    /// The first instant at which the local clock shows `local` or later. A time that is skipped in spring gives
    /// the first instant that exists; a time that comes twice in autumn gives the first of the two.
    #[must_use]
    pub fn first_instant_of(self, local: LocalMinute) -> DateTime<Utc> {
        let wanted = local.local_seconds();
        let found = self.table.segments.iter().find(|s| wanted < s.to.saturating_add(s.offset));
        found.map_or(DateTime::<Utc>::MAX_UTC, |s| instant(s.from.max(wanted - s.offset)))
    }

    /// The first instant from which on the local clock never again shows a time before `local`: of a time that
    /// comes twice in autumn, the second.
    #[must_use]
    pub fn last_instant_of(self, local: LocalMinute) -> DateTime<Utc> {
        let wanted = local.local_seconds();
        let found = self.table.segments.iter().rev().find(|s| s.from.saturating_add(s.offset) < wanted);
        found.map_or(DateTime::<Utc>::MIN_UTC, |s| instant(s.to.min(wanted - s.offset)))
    }

    /// Whether any instant falls on this local date. A zone that crosses the date line skips one.
    #[must_use]
    pub fn has_date(self, date: NaiveDate) -> bool {
        let (from, to) = (day_number(date) * DAY, (day_number(date) + 1) * DAY);
        self.table.segments.iter().any(|s| s.from.saturating_add(s.offset) < to && from < s.to.saturating_add(s.offset))
    }

    /// Local minus UTC at the instant, all in seconds.
    #[inline]
    pub(crate) fn offset(self, at: i64) -> i64 {
        self.table.offset(at)
    }

    /// The segment that holds the instant, in epoch seconds.
    pub(crate) fn segment(self, at: i64) -> Segment {
        self.table.segment(at)
    }
}

/// Epoch seconds as an instant, held inside what the calendar can write.
pub(crate) fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or(if seconds < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}

impl Table {
    fn of(tz: Tz) -> Self {
        let mut segments: Vec<Segment> = Vec::new();
        let mut starts_in = [0; STRETCHES];
        let (mut from, mut offset) = (i64::MIN, offset_of(tz, 0));
        for (stretch, starts_in) in (0_i64..).zip(&mut starts_in) {
            *starts_in = u16::try_from(segments.len()).expect("one segment a stretch at most");
            let (start, end) = (stretch << STRETCH, (stretch + 1) << STRETCH);
            let then = offset_of(tz, end);
            if then != offset {
                let to = first_second_with(tz, start, end, then);
                segments.push(Segment { from, to, offset, then });
                (from, offset) = (to, then);
            }
        }
        segments.push(Segment { from, to: i64::MAX, offset, then: offset });
        Self { segments, starts_in }
    }

    /// Which segment the stretch of `at` begins in.
    #[inline]
    fn near(&self, at: i64) -> usize {
        // Before 1970 makes a huge number of stretches.
        let found = usize::try_from((at >> STRETCH).cast_unsigned()).ok().and_then(|at| self.starts_in.get(at));
        match found {
            Some(found) => usize::from(*found),
            None if at < 0 => 0,
            None => self.segments.len() - 1,
        }
    }

    #[inline]
    fn offset(&self, at: i64) -> i64 {
        let near = &self.segments[self.near(at)];
        if at < near.to { near.offset } else { near.then }
    }

    fn segment(&self, at: i64) -> Segment {
        let near = self.near(at);
        let past = at >= self.segments[near].to;
        self.segments[near + usize::from(past)]
    }
}

fn offset_of(tz: Tz, at: i64) -> i64 {
    i64::from(tz.offset_from_utc_datetime(&instant(at).naive_utc()).fix().local_minus_utc())
}

/// The second in `(before, from]` at which the offset becomes `after`.
fn first_second_with(tz: Tz, mut before: i64, mut from: i64, after: i64) -> i64 {
    while before + 1 < from {
        let middle = i64::midpoint(before, from);
        if offset_of(tz, middle) == after {
            from = middle;
        } else {
            before = middle;
        }
    }
    from
}

impl From<Tz> for Zone {
    fn from(tz: Tz) -> Self {
        if let Some(table) = TABLES.read().unwrap_or_else(PoisonError::into_inner).get(&tz) {
            return Self { tz, table };
        }
        let mut tables = TABLES.write().unwrap_or_else(PoisonError::into_inner);
        let table = *tables.entry(tz).or_insert_with(|| Box::leak(Box::new(Table::of(tz))));
        Self { tz, table }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.tz == other.tz
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tz.hash(state);
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name())
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.name().to_owned()
    }
}

impl TryFrom<String> for Zone {
    type Error = UnknownZone;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::named(&name)
    }
}
