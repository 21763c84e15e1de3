//! An IANA time zone with its offsets laid out for look-up.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
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
}

/// All offsets of a zone, from 1970 to 2100; the first and the last reach to the ends of time.
struct Table {
    segments: Vec<Segment>,
    /// Where the last look-up ended: "now" hardly ever leaves its segment. Any stale value is only slower.
    last: AtomicUsize,
}

/// Tables are made once a zone and live as long as the process, so a `Zone` is two words and needs no lock.
static TABLES: LazyLock<RwLock<HashMap<Tz, &'static Table>>> = LazyLock::new(RwLock::default);

/// No zone has two changes of offset closer together than this since 1970 (a test walks them all).
const STEP: i64 = 2 * DAY;
const FIRST: i64 = 0;
/// 2100-01-01T00:00:00Z.
const LAST: i64 = 4_102_444_800;

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
        let offset = TimeDelta::seconds(self.table.at(at.timestamp()).offset);
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
        self.table.at(at.timestamp()).offset
    }

    /// The zone's abbreviation at `at`, such as `EST`; an offset such as `+03` where the zone has no letters.
    #[must_use]
    pub fn abbreviation(self, at: DateTime<Utc>) -> String {
        self.tz.offset_from_utc_datetime(&at.naive_utc()).to_string()
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

    /// The segment that holds the instant, in epoch seconds.
    #[inline]
    pub(crate) fn segment(self, at: i64) -> Segment {
        self.table.at(at)
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
        let mut segments = Vec::new();
        let (mut from, mut offset) = (i64::MIN, offset_of(tz, FIRST));
        let mut at = FIRST;
        while at < LAST {
            let next = (at + STEP).min(LAST);
            let after = offset_of(tz, next);
            if after != offset {
                let change = first_second_with(tz, at, next, after);
                segments.push(Segment { from, to: change, offset });
                (from, offset) = (change, after);
            }
            at = next;
        }
        segments.push(Segment { from, to: i64::MAX, offset });
        Self { last: AtomicUsize::new(segments.len() - 1), segments }
    }

    #[inline]
    fn at(&self, at: i64) -> Segment {
        let guess = self.last.load(Ordering::Relaxed);
        if let Some(segment) = self.segments.get(guess)
            && segment.from <= at
            && at < segment.to
        {
            return *segment;
        }
        let found = self.segments.partition_point(|s| s.to <= at).min(self.segments.len() - 1);
        self.last.store(found, Ordering::Relaxed);
        self.segments[found]
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
