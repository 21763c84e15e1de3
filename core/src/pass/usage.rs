//! How often a pass was used, and whether a visit is under way.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::UseLimits;
use crate::time::Zone;

/// The uses of one pass so far. It grows only by [`Usage::spend`], once a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Usage {
    /// Visits in all.
    pub used: u32,
    /// The local day of the last visit, in the pass's zone.
    #[serde(default)]
    pub last_day: Option<NaiveDate>,
    /// Visits on that day.
    #[serde(default)]
    pub used_on_last_day: u32,
    /// When the last visit began.
    #[serde(default)]
    pub visit_began: Option<DateTime<Utc>>,
}

/// Why a new visit cannot begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LimitReached {
    /// The limit in all is reached.
    All,
    /// The limit of this local day is reached.
    Day(NaiveDate),
}

impl Usage {
    /// Whether a visit is under way at `at`: it began, and the site's grace time is not over. With no grace time,
    /// never. A clock set back by less than the grace time does not end a visit.
    #[must_use]
    pub fn visit_under_way(&self, at: DateTime<Utc>, grace: TimeDelta) -> bool {
        self.visit_ends(at, grace).is_some()
    }

    /// When the visit that is under way at `at` ends.
    pub(super) fn visit_ends(&self, at: DateTime<Utc>, grace: TimeDelta) -> Option<DateTime<Utc>> {
        self.visit_began.filter(|began| (at - began).abs() < grace).map(|began| began + grace)
    }

    /// Visits on this local day, if it is the day of the last visit; no earlier day is remembered.
    #[must_use]
    pub fn used_on(&self, day: NaiveDate) -> u32 {
        if self.last_day == Some(day) { self.used_on_last_day } else { 0 }
    }

    /// Counts a visit that begins at `at`.
    pub fn spend(&mut self, at: DateTime<Utc>, zone: Zone) {
        let day = self.last_day.max(Some(zone.date(at))).unwrap_or_default();
        self.used_on_last_day = self.used_on(day).saturating_add(1);
        self.last_day = Some(day);
        self.used = self.used.saturating_add(1);
        self.visit_began = Some(at);
    }

    /// Whether the limits leave no room for another visit at `at`.
    ///
    /// On a day before that of the last visit (a clock set back, a zone further west) the visits are no longer
    /// known, so none is left.
    pub(super) fn spent(&self, limits: UseLimits, at: DateTime<Utc>, zone: Zone) -> Option<LimitReached> {
        if limits.limit.is_some_and(|limit| self.used >= limit) {
            return Some(LimitReached::All);
        }
        let per_day = limits.per_day?;
        let today = zone.date(at);
        let day = self.last_day.unwrap_or(today).max(today);
        (day > today || self.used_on(day) >= per_day).then_some(LimitReached::Day(day))
    }
}
