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
pub(super) enum Spent {
    /// For good.
    All,
    /// Until the local day is over.
    Today,
}

impl Usage {
    /// Whether a visit is under way at `at`: it began, and the site's grace time is not over. With no grace time,
    /// never.
    #[must_use]
    pub fn visit_under_way(&self, at: DateTime<Utc>, grace: TimeDelta) -> bool {
        self.visit_began.is_some_and(|began| grace > TimeDelta::zero() && at < began + grace)
    }

    /// Visits on the local day of `at`.
    #[must_use]
    pub fn used_on(&self, day: NaiveDate) -> u32 {
        if self.last_day == Some(day) { self.used_on_last_day } else { 0 }
    }

    /// Counts a visit that begins at `at`.
    pub fn spend(&mut self, at: DateTime<Utc>, zone: Zone) {
        let today = zone.date(at);
        self.used_on_last_day = self.used_on(today).saturating_add(1);
        self.last_day = Some(today);
        self.used = self.used.saturating_add(1);
        self.visit_began = Some(at);
    }

    /// Whether the limits leave no room for another visit at `at`.
    pub(super) fn spent(&self, limits: UseLimits, at: DateTime<Utc>, zone: Zone) -> Option<Spent> {
        if limits.limit.is_some_and(|limit| self.used >= limit) {
            return Some(Spent::All);
        }
        limits.per_day.filter(|per_day| self.used_on(zone.date(at)) >= *per_day).map(|_| Spent::Today)
    }
}
