//! The clock of the demo. It stands still until it is set; at the end it follows real time.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, Datelike as _, Utc, Weekday};
use gatepass_core::app::SystemClock;
use gatepass_core::time::{Clock, LocalMinute, NaiveDate, WallTime, Zone};

/// The time zone of the building.
pub(super) const ZONE: &str = "America/New_York";

/// A clock for a day that passes in a second.
pub(super) struct DemoClock {
    zone: Zone,
    /// The day of the scenario.
    day: NaiveDate,
    /// The current instant of the scenario; `None` while the clock follows real time.
    stopped_at: Mutex<Option<DateTime<Utc>>>,
}

impl DemoClock {
    /// A clock at ten in the morning of the last Tuesday before today. So the scenario does not depend on the day it
    /// runs: Tuesday is a workday, clocks never change on it, and the step to real time goes forward.
    pub(super) fn some_tuesday_before(now: DateTime<Utc>) -> Self {
        let zone = Zone::named(ZONE).unwrap_or_else(|_| Zone::utc());
        let yesterday = zone.local(now).plus_days(-1);
        let since_tuesday = yesterday.date().weekday().days_since(Weekday::Tue);
        let day = yesterday.plus_days(-i64::from(since_tuesday)).date();
        let clock = Self { zone, day, stopped_at: Mutex::new(None) };
        clock.set(10, 0);
        clock
    }

    /// Sets the clock to this time of the day.
    pub(super) fn set(&self, hour: u16, minute: u16) {
        let time = WallTime::new(hour, minute).unwrap_or(WallTime::MIDNIGHT);
        let at = self.zone.first_instant_of(LocalMinute::new(self.day, time));
        *self.stopped_at.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
    }

    /// Follows real time from now on.
    pub(super) fn follow_real_time(&self) {
        *self.stopped_at.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Clock for DemoClock {
    fn now(&self) -> DateTime<Utc> {
        self.stopped_at.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or_else(|| SystemClock.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scenario_plays_on_a_tuesday_that_is_over_whatever_the_day() {
        let zone = Zone::named(ZONE).expect("a zone");
        // Every six hours for two years: leap day, clock changes, weekends.
        let first: DateTime<Utc> = "2027-06-01T00:00:00Z".parse().expect("an instant");
        for step in 0..2 * 366 * 4 {
            let now = first + chrono::TimeDelta::hours(6 * step);
            let clock = DemoClock::some_tuesday_before(now);
            assert_eq!(clock.day.weekday(), Weekday::Tue);
            assert!(clock.day < zone.date(now), "{now}");
            assert!((zone.date(now) - clock.day).num_days() <= 7, "{now}");
            assert_eq!(zone.local(clock.now()).to_string(), format!("{}T10:00", clock.day));
        }
    }
}
