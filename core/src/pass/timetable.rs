//! At which instants a schedule is open.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Schedule, Weekly};
use crate::time::{DAY, Days, Opening, Segment, Zone, day_number, instant};

const DAY_SECONDS: u32 = 86_400;
const WEEK_SECONDS: u32 = 7 * DAY_SECONDS;

/// Windows are looked for on so many days and no further. No pass lasts a hundredth of this, and the seconds of
/// a century fit into 32 bits, which makes a check cheap.
const CENTURY: u32 = 36_525;

/// A schedule made ready for asking. Small, cheap to copy, and one table look-up an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timetable {
    zone: Zone,
    rule: Rule,
}

/// All times are of the local clock, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// Open while the local clock shows a time in `[from, to)`.
    Interval { from: i64, to: i64 },
    /// A window on each of `days` days, counted from 0, that `week` has.
    Daily {
        /// When the window of day 0 opens.
        opens: i64,
        /// How long a window stays open, at most a day.
        lasts: u32,
        days: u32,
        /// Bit n: whether there is a window on day n of each seven.
        week: u8,
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

    /// The zone of its schedule.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// Whether the schedule is open at `at`. Openings begin and end on whole seconds.
    #[inline]
    #[must_use]
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        self.is_open_second(at.timestamp())
    }

    /// The same for seconds since 1970, as clocks and databases give them: spares the way through the calendar.
    #[inline]
    #[must_use]
    #[expect(clippy::needless_bitwise_bool, reason = "a wrong guess of the processor costs more than the whole sum")]
    pub fn is_open_second(&self, at: i64) -> bool {
        // At the ends of time this wraps, to the other end, where nothing is open either.
        let local = at.wrapping_add(self.zone.offset(at));
        match self.rule {
            Rule::Interval { from, to } => from <= local && local < to,
            Rule::Daily { opens, lasts, days, week } => {
                let Ok(since) = u32::try_from(local.wrapping_sub(opens)) else {
                    return false;
                };
                let of_the_week = since % WEEK_SECONDS;
                (since < days * DAY_SECONDS)
                    & (of_the_week % DAY_SECONDS < lasts)
                    & (week >> (of_the_week / DAY_SECONDS) & 1 != 0)
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

    /// The local date by which a pass is called whose maker gave it no name: that of the first instant at which it opens,
    /// `now` or later; today for one that never opens.
    #[must_use]
    pub fn naming_day(&self, now: DateTime<Utc>) -> NaiveDate {
        let opens = self.opening_at_or_after(now).map_or(now, |opening| opening.from.max(now));
        self.zone.date(opens)
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
            Rule::Daily { days, .. } => instant(self.rule.window(i64::from(days) - LONGEST_DAYS).0),
        };
        let last = self.openings(near_the_end).last();
        last.or_else(|| self.openings(DateTime::<Utc>::MIN_UTC).last()).map(|opening| opening.to)
    }
}

impl Rule {
    fn weekly(weekly: &Weekly) -> Self {
        let (from, to) = (weekly.from.minutes(), weekly.to.closing_minute());
        let closes = if to <= from { to + 1440 } else { to };
        let lasts = u32::from(closes - from) * 60;
        let days = u32::try_from((weekly.expires - weekly.starts).num_days() + 1).unwrap_or(0).min(CENTURY);
        let first_day = day_number(weekly.starts);
        let opens = first_day * DAY + i64::from(from) * 60;
        if weekly.days == Days::EVERY && lasts == DAY_SECONDS {
            // Round the clock: window follows window without a gap.
            return Self::Interval { from: opens, to: opens + i64::from(days) * DAY };
        }
        let week = (0..7).filter(|day| weekly.days.contains_day(first_day + day)).fold(0, |week, day| week | 1 << day);
        Self::Daily { opens, lasts, days, week }
    }

    /// On how many days windows are looked for. An interval is the one window of day 0.
    fn days(self) -> i64 {
        match self {
            Self::Interval { .. } => 1,
            Self::Daily { days, .. } => i64::from(days),
        }
    }

    /// The window of this day.
    fn window(self, day: i64) -> (i64, i64) {
        match self {
            Self::Interval { from, to } => (from, to),
            Self::Daily { opens, lasts, .. } => (opens + day * DAY, opens + day * DAY + i64::from(lasts)),
        }
    }

    fn opens_on(self, day: i64) -> bool {
        match self {
            Self::Interval { .. } => true,
            Self::Daily { week, .. } => week >> day.rem_euclid(7) & 1 != 0,
        }
    }

    /// The first day whose window closes after this local time.
    fn first_day_closing_after(self, local: i64) -> i64 {
        match self {
            Self::Interval { .. } => 0,
            Self::Daily { opens, lasts, .. } => ((local - opens - i64::from(lasts)).div_euclid(DAY) + 1).max(0),
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
        // No offset exceeds a day: nothing opens more than a day before its local time.
        let first = timetable.rule.window(0).0 - DAY;
        let first = match timetable.rule {
            Rule::Interval { .. } => first,
            Rule::Daily { .. } => first.max(at - LONGEST_DAYS * DAY),
        };
        let segment = timetable.zone.segment(first);
        let day = timetable.rule.first_day_closing_after(first + segment.offset);
        Self { timetable, segment, day, done: false }
    }
}

impl Iterator for Pieces {
    type Item = (i64, i64);

    fn next(&mut self) -> Option<(i64, i64)> {
        let rule = self.timetable.rule;
        while !self.done {
            let Segment { from: begins, to: ends, offset, .. } = self.segment;
            while self.day < rule.days() && rule.window(self.day).0 < ends.saturating_add(offset) {
                let (opens, closes) = rule.window(self.day);
                let piece = (begins.max(opens - offset), ends.min(closes - offset));
                let opens = rule.opens_on(self.day) && piece.0 < piece.1;
                self.day += 1;
                if opens {
                    return Some(piece);
                }
            }
            // No offset exceeds a day: nothing of the last window lies behind this.
            if ends == i64::MAX || ends > rule.window(rule.days() - 1).1 + DAY {
                self.done = true;
            } else {
                self.segment = self.timetable.zone.segment(ends);
                self.day = rule.first_day_closing_after(ends + self.segment.offset);
            }
        }
        None
    }
}
