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

/// All numbers are seconds: of the epoch for `Interval`, of the local day for `Daily`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Interval {
        from: i64,
        to: i64,
    },
    Daily {
        days: Days,
        /// When the window opens, 0 to 86 340.
        from: i64,
        /// When it closes; past 86 400 it closes the next morning.
        to: i64,
        first_day: i64,
        last_day: i64,
    },
}

impl Timetable {
    /// The instants of a schedule.
    #[must_use]
    pub fn of(schedule: &Schedule) -> Self {
        let zone = schedule.time_zone();
        let rule = match schedule {
            Schedule::Custom { starts_at, ends_at, .. } => Rule::Interval {
                from: zone.first_instant_of(*starts_at).timestamp(),
                to: zone.last_instant_of(*ends_at).timestamp(),
            },
            Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => daily(weekly),
            Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => Rule::Daily {
                days: Days::EVERY,
                from: 0,
                to: DAY,
                first_day: day_number(*date),
                last_day: day_number(*date),
            },
        };
        Self { zone, rule }
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
        match self.rule {
            Rule::Interval { from, to } => from <= at && at < to,
            Rule::Daily { days, from, to, first_day, last_day } => {
                let local = at + self.zone.segment(at).offset;
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
        Openings { pieces: Pieces::of(*self), not_over_at: from.timestamp(), pending: None }
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
        self.openings(DateTime::<Utc>::MIN_UTC).last().map(|opening| opening.to)
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
        loop {
            let piece = self.pieces.next();
            let done = match (&mut self.pending, piece) {
                (Some(pending), Some(piece)) if pending.1 == piece.0 => {
                    pending.1 = piece.1;
                    continue;
                }
                (pending, piece) => std::mem::replace(pending, piece),
            };
            match done {
                Some((from, to)) if to > self.not_over_at => {
                    return Some(Opening { from: instant(from), to: instant(to) });
                }
                None if self.pending.is_none() => return None,
                _ => {}
            }
        }
    }
}

/// The openings cut at every change of offset and at every window's ends. They come in order because the walk
/// goes from one offset to the next, and inside one offset no two windows overlap.
#[derive(Clone, Debug)]
struct Pieces {
    timetable: Timetable,
    segment: Segment,
    day: i64,
    done: bool,
}

impl Pieces {
    fn of(timetable: Timetable) -> Self {
        let first = match timetable.rule {
            Rule::Interval { from, .. } => from,
            // No offset exceeds a day.
            Rule::Daily { first_day, .. } => (first_day - 1) * DAY,
        };
        let mut pieces = Self { timetable, segment: timetable.zone.segment(first), day: 0, done: false };
        pieces.day = pieces.first_day_of_segment(first);
        pieces
    }

    /// The first day whose window may reach into the segment, or past `from`.
    fn first_day_of_segment(&self, from: i64) -> i64 {
        let Rule::Daily { first_day, .. } = self.timetable.rule else {
            return 0;
        };
        (from + self.segment.offset).div_euclid(DAY).saturating_sub(1).max(first_day)
    }
}

impl Iterator for Pieces {
    type Item = (i64, i64);

    fn next(&mut self) -> Option<(i64, i64)> {
        if self.done {
            return None;
        }
        let (days, from, to, last_day) = match self.timetable.rule {
            Rule::Interval { from, to } => {
                self.done = true;
                return (from < to).then_some((from, to));
            }
            Rule::Daily { days, from, to, last_day, .. } => (days, from, to, last_day),
        };
        loop {
            let Segment { from: begins, to: ends, offset } = self.segment;
            while self.day <= last_day && self.day * DAY + from < ends.saturating_add(offset) {
                let day = self.day;
                self.day += 1;
                let piece = (begins.max(day * DAY + from - offset), ends.min(day * DAY + to - offset));
                if days.contains_day(day) && piece.0 < piece.1 {
                    return Some(piece);
                }
            }
            // No offset exceeds a day: nothing of the last window lies behind this.
            if ends == i64::MAX || ends > last_day * DAY + to + DAY {
                self.done = true;
                return None;
            }
            self.segment = self.timetable.zone.segment(ends);
            self.day = self.first_day_of_segment(ends);
        }
    }
}

fn daily(weekly: &Weekly) -> Rule {
    let from = i64::from(weekly.from.minutes()) * 60;
    let to = i64::from(weekly.to.closing_minute()) * 60;
    Rule::Daily {
        days: weekly.days,
        from,
        to: if to <= from { to + DAY } else { to },
        first_day: day_number(weekly.starts),
        last_day: day_number(weekly.expires),
    }
}
