//! Which dates a calendar offers. The last one is found by asking the rules, so that no limit is known twice.

use chrono::{DateTime, TimeDelta, Utc};

use super::FieldId;
use super::compose::{RuleContext, later};
use super::state::Intent;
use crate::pass::{PassDraft, PassType, Problem, Schedule, UseLimits, Weekly};
use crate::time::{Days, LocalMinute, WallTime, Zone};

/// How many days from today a calendar may reach: no rule lets a pass end later than a year from its making.
const HORIZON: i64 = 367;
const DAY_IN_MINUTES: i64 = 1440;

impl RuleContext<'_> {
    /// The first moment to offer for a field of a schedule: the day of making for a start, the start for an end. A value that is
    /// earlier already stays on offer.
    pub(super) fn earliest(&self, field: FieldId, schedule: &Schedule) -> LocalMinute {
        let (starts, value) = (start_of(schedule), value_of(field, schedule));
        let today = LocalMinute::new(schedule.time_zone().date(self.now), WallTime::MIDNIGHT);
        let first = match field {
            FieldId::EndsAt | FieldId::LastDay => starts.max(today),
            _ => LocalMinute::new(schedule.time_zone().date(self.made()), WallTime::MIDNIGHT),
        };
        first.min(value)
    }

    /// When the pass is, or was, made.
    fn made(&self) -> DateTime<Utc> {
        match self.intent() {
            Intent::Create { .. } => self.now,
            Intent::Edit { pass, .. } => pass.created_at,
        }
    }

    /// The last moment to offer for a field of a schedule: the last the rules do not find too late.
    pub(super) fn latest(&self, field: FieldId, schedule: &Schedule) -> LocalMinute {
        let zone = schedule.time_zone();
        let made = self.made();
        let first = match field {
            FieldId::EndsAt | FieldId::LastDay => start_of(schedule).date(),
            _ => zone.date(made),
        };
        let midnight = |days| LocalMinute::new(later(first, TimeDelta::days(days)), WallTime::MIDNIGHT);
        let passes = |at| !self.is_too_late(field, &with(field, schedule, at));
        let reach = (zone.date(made) - first).num_days().clamp(0, HORIZON) + HORIZON;
        let day = midnight(last_that(reach, |days| passes(midnight(days))));
        if !matches!(field, FieldId::StartsAt | FieldId::EndsAt) {
            return day;
        }
        let at = |minute: i64| day.plus_minutes(minute);
        at(last_that(DAY_IN_MINUTES, |minute| passes(at(minute))))
    }

    fn is_too_late(&self, field: FieldId, schedule: &Schedule) -> bool {
        let uses = if schedule.pass_type() == PassType::OneTime { UseLimits::ONCE } else { UseLimits::UNLIMITED };
        let draft = PassDraft { schedule: schedule.clone(), uses, ..self.probe() };
        let is_end = matches!(field, FieldId::EndsAt | FieldId::LastDay);
        self.check(&draft).iter().any(|found| match found.problem {
            Problem::MoreThanAYear { .. } | Problem::TooLong { .. } => true,
            Problem::TooFarAhead { .. } => !is_end,
            _ => false,
        })
    }
}

/// The last number from 0 on, and below `end`, that passes; 0 if none does. The rules only ever get stricter with a
/// later date.
fn last_that(end: i64, passes: impl Fn(i64) -> bool) -> i64 {
    let (mut good, mut bad) = (0, end);
    while good + 1 < bad {
        let middle = i64::midpoint(good, bad);
        if passes(middle) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    good
}

/// When a schedule begins, on its own clock.
fn start_of(schedule: &Schedule) -> LocalMinute {
    match schedule {
        Schedule::Custom { starts_at, .. } => *starts_at,
        Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly) => LocalMinute::new(weekly.starts, weekly.from),
        Schedule::FullDay { date, .. } | Schedule::OneTime { date, .. } => LocalMinute::new(*date, WallTime::MIDNIGHT),
    }
}

/// What a field of a schedule says; a date is its midnight.
pub(super) fn value_of(field: FieldId, schedule: &Schedule) -> LocalMinute {
    match (schedule, field) {
        (Schedule::Custom { ends_at, .. }, FieldId::EndsAt) => *ends_at,
        (Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly), FieldId::LastDay) => {
            LocalMinute::new(weekly.expires, WallTime::MIDNIGHT)
        }
        (Schedule::Recurring(weekly) | Schedule::BusinessHours(weekly), _) => {
            LocalMinute::new(weekly.starts, WallTime::MIDNIGHT)
        }
        (other, _) => start_of(other),
    }
}

/// The schedule with one field set, and otherwise such that only its end, or only its start, can be too late: a start
/// takes the shortest pass along, and what is not chosen yet is taken at its widest.
fn with(field: FieldId, schedule: &Schedule, at: LocalMinute) -> Schedule {
    let short = |weekly: &Weekly| Weekly {
        starts: at.date(),
        expires: at.date(),
        days: Days::EVERY,
        to: if weekly.to == weekly.from { WallTime::END_OF_DAY } else { weekly.to },
        ..weekly.clone()
    };
    let long = |weekly: &Weekly| Weekly {
        expires: at.date(),
        days: if weekly.days.is_empty() { Days::EVERY } else { weekly.days },
        to: if weekly.to == weekly.from { WallTime::END_OF_DAY } else { weekly.to },
        ..weekly.clone()
    };
    match (schedule, field) {
        (Schedule::Custom { starts_at, time_zone, .. }, FieldId::EndsAt) => {
            Schedule::Custom { starts_at: *starts_at, ends_at: at, time_zone: *time_zone }
        }
        (Schedule::Custom { time_zone, .. }, _) => custom_minute(at, *time_zone),
        (Schedule::Recurring(weekly), FieldId::LastDay) => Schedule::Recurring(long(weekly)),
        (Schedule::Recurring(weekly), _) => Schedule::Recurring(short(weekly)),
        (Schedule::BusinessHours(weekly), FieldId::LastDay) => Schedule::BusinessHours(long(weekly)),
        (Schedule::BusinessHours(weekly), _) => Schedule::BusinessHours(short(weekly)),
        (Schedule::FullDay { time_zone, .. }, _) => Schedule::FullDay { date: at.date(), time_zone: *time_zone },
        (Schedule::OneTime { time_zone, .. }, _) => Schedule::OneTime { date: at.date(), time_zone: *time_zone },
    }
}

/// A custom pass of one minute from `at`.
fn custom_minute(at: LocalMinute, time_zone: Zone) -> Schedule {
    Schedule::Custom { starts_at: at, ends_at: at.plus_minutes(1), time_zone }
}
