//! At which instants a schedule is open.

use chrono::{DateTime, Utc};

use super::{Schedule, Weekly};
use crate::time::{DAY, Days, Opening, Segment, Zone, day_number, instant};

/// A schedule made ready for asking. Small, cheap to copy, and one table look-up an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timetable {
    zone: Zone,
    rule: Rule,
}

/// All times are of the local clock, in seconds: since 1970 for `Interval`, since midnight for `Daily`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Open while the local clock shows a time in `[from, to)`.
    Interval { from: i64, to: i64 },
    /// A window on each of `days` from `first_day` to `last_day` (days since 1970).
    Daily {
        days: Days,
        /// When the window opens, 0 to 86 340.
        from: i64,
        /// When it closes, at most a day later; past 86 400 it closes the next morning.
        to: i64,
        first_day: i64,
        last_day: i64,
    },
}

impl Timetable {
    /// The instants of a schedule.
    #[must_use]
    pub fn of(schedule: &Schedule) -> Self {
        let rule = match schedule {
            Schedule::Custom { starts_at, ends_at, .. } => {
                Rule::Interval { from: starts_at.local_seconds(), to: ends_at.local_seconds() }
            }
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => Rule::weekly(weekly),
            Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => {
                let day = day_number(*date);
                Rule::Interval { from: day * DAY, to: (day + 1) * DAY }
            }
        };
        Self { zone: schedule.time_zone(), rule }
    }

    /// Whose wall clock it follows.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// Whether the schedule is open at `at`.
    #[inline]
    #[must_use]
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.is_open_second(at.timestamp())
    }

    /// The same for epoch seconds: openings begin and end on whole seconds.
    #[inline]
    #[must_use]
    pub fn is_open_second(&self, at: i64) -> bool {
        let local = at.saturating_add(self.zone.segment(at).offset);
        match self.rule {
            Rule::Interval { from, to } => from <= local && local < to,
            Rule::Daily { days, from, to, first_day, last_day } => {
                let (day, second) = (local.div_euclid(DAY), local.rem_euclid(DAY));
                let starts_on = |day: i64| first_day <= day && day <= last_day && days.contains_day(day);
                (from <= second && second < to && starts_on(day)) || (second + DAY < to && starts_on(day - 1))
            }
        }
    }

    /// The openings that are not over at `from`, in order, none touching the next: a schedule that is open round
    /// the clock has one. The first may have begun before `from`.
    #[must_use]
    pub fn openings(&self, from: DateTime<Utc>) -> Openings {
        let from = from.timestamp();
        Openings { pieces: Pieces::not_over_at(*self, from), not_over_at: from, pending: None }
    }

    /// The opening under way at `at`, or else the next one.
    #[must_use]
    pub fn opening_at_or_after(&self, at: DateTime<Utc>) -> Option<Opening> {
        self.openings(at).next()
    }

    /// The first instant that is open, if there is one at all.
    #[must_use]
    pub fn starts(&self) -> Option<DateTime<Utc>> {
        self.openings(DateTime::<Utc>::MIN_UTC).next().map(|opening| opening.from)
    }

    /// The first instant after which nothing opens any more, if anything ever does.
    #[must_use]
    pub fn ends(&self) -> Option<DateTime<Utc>> {
        let near_the_end = match self.rule {
            Rule::Interval { .. } => DateTime::<Utc>::MIN_UTC,
            Rule::Daily { last_day, .. } => instant((last_day - LONGEST_DAYS) * DAY),
        };
        let last = self.openings(near_the_end).last();
        last.or_else(|| self.openings(DateTime::<Utc>::MIN_UTC).last()).map(|opening| opening.to)
    }
}

impl Rule {
    fn weekly(weekly: &Weekly) -> Self {
        let from = i64::from(weekly.from.minutes()) * 60;
        let to = i64::from(weekly.to.closing_minute()) * 60;
        let to = if to <= from { to + DAY } else { to };
        let (first_day, last_day) = (day_number(weekly.starts), day_number(weekly.expires));
        if weekly.days == Days::EVERY && to - from == DAY {
            // Round the clock: window follows window without a gap.
            return Self::Interval { from: first_day * DAY + from, to: last_day * DAY + to };
        }
        Self::Daily { days: weekly.days, from, to, first_day, last_day }
    }

    /// The days on which windows begin. An interval is the one window of day 0.
    fn days(self) -> (i64, i64) {
        match self {
            Self::Interval { .. } => (0, 0),
            Self::Daily { first_day, last_day, .. } => (first_day, last_day),
        }
    }

    /// The window that begins on this day, in local seconds since 1970.
    fn window(self, day: i64) -> (i64, i64) {
        match self {
            Self::Interval { from, to } => (from, to),
            Self::Daily { from, to, .. } => (day * DAY + from, day * DAY + to),
        }
    }

    fn opens_on(self, day: i64) -> bool {
        match self {
            Self::Interval { .. } => true,
            Self::Daily { days, .. } => days.contains_day(day),
        }
    }
}

/// The openings of a schedule, in order. See [`Timetable::openings`].
#[derive(Clone, Debug)]
pub struct Openings {
    pieces: Pieces,
    not_over_at: i64,
    pending: Option<(i64, i64)>,
}

impl Iterator for Openings {
    type Item = Opening;

    fn next(&mut self) -> Option<Opening> {
        let mut current = self.pending.take().or_else(|| self.pieces.next())?;
        loop {
            match self.pieces.next() {
                Some(touching) if touching.0 == current.1 => current.1 = touching.1,
                next if current.1 > self.not_over_at => {
                    self.pending = next;
                    return Some(Opening { from: instant(current.0), to: instant(current.1) });
                }
                next => current = next?,
            }
        }
    }
}

/// No opening of a `Daily` rule lasts longer than this many days: windows that last a whole day follow each other
/// at most until the weekday that has none, and a zone that moves across the date line skips that day once.
const LONGEST_DAYS: i64 = 16;

/// The openings, cut at every change of offset and at every window's ends. They come in order because the walk
/// goes from one offset to the next, and inside one offset no two windows overlap.
#[derive(Clone, Debug)]
struct Pieces {
    timetable: Timetable,
    segment: Segment,
    /// The day whose window is looked at next.
    day: i64,
    done: bool,
}

impl Pieces {
    /// All pieces that belong to openings not over at `at`, and perhaps some before them.
    fn not_over_at(timetable: Timetable, at: i64) -> Self {
        // No offset exceeds a day: nothing opens before the day before the first.
        let first = match timetable.rule {
            Rule::Interval { from, .. } => from - DAY,
            Rule::Daily { first_day, .. } => ((first_day - 1) * DAY).max(at.saturating_sub(LONGEST_DAYS * DAY)),
        };
        let mut pieces = Self { timetable, segment: timetable.zone.segment(first), day: 0, done: false };
        pieces.day = pieces.first_day_reaching(first);
        pieces
    }

    /// The first day whose window may reach past `at`, an instant of the segment.
    fn first_day_reaching(&self, at: i64) -> i64 {
        let first_day = self.timetable.rule.days().0;
        match self.timetable.rule {
            Rule::Interval { .. } => first_day,
            Rule::Daily { .. } => first_day.max((at + self.segment.offset).div_euclid(DAY) - 1),
        }
    }
}

impl Iterator for Pieces {
    type Item = (i64, i64);

    fn next(&mut self) -> Option<(i64, i64)> {
        let rule = self.timetable.rule;
        let last_day = rule.days().1;
        while !self.done {
            let Segment { from: begins, to: ends, offset } = self.segment;
            while self.day <= last_day && rule.window(self.day).0 < ends.saturating_add(offset) {
                let (opens, closes) = rule.window(self.day);
                let piece = (begins.max(opens - offset), ends.min(closes - offset));
                let opens = rule.opens_on(self.day) && piece.0 < piece.1;
                self.day += 1;
                if opens {
                    return Some(piece);
                }
            }
            // No offset exceeds a day: nothing of the last window lies behind this.
            if ends == i64::MAX || ends > rule.window(last_day).1 + DAY {
                self.done = true;
            } else {
                self.segment = self.timetable.zone.segment(ends);
                self.day = self.first_day_reaching(ends);
            }
        }
        None
    }
}
