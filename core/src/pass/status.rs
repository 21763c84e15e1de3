//! The status of a pass. It is computed when needed and never stored.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::decide::{NoOpening, next_opening};
use super::{Policy, Terms, Timetable, Usage};
use crate::time::Opening;

/// The status of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Status {
    /// Its first opening is still to come.
    Scheduled,
    /// It opens its doors now.
    Open,
    /// It will open again.
    BetweenWindows,
    /// Every visit is spent, or every visit of its last day.
    UsedUp,
    /// Its last opening is over.
    Expired,
    /// The resident or a manager ended it.
    Revoked,
}

impl Status {
    /// Whether the pass opens, or will open, anything: the first half of the app's list.
    #[must_use]
    pub fn is_valid(self) -> bool {
        matches!(self, Self::Scheduled | Self::Open | Self::BetweenWindows)
    }
}

/// The status, and the opening that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The status.
    pub status: Status,
    /// For an open pass the opening under way, for a scheduled one or one between windows the next; else none.
    pub opening: Option<Opening>,
}

/// The status of `pass` at `at`, with its opening. `timetable` is [`Timetable::of`] its schedule.
#[must_use]
pub fn standing<'a>(
    pass: impl Into<Terms<'a>>,
    timetable: &Timetable,
    usage: &Usage,
    policy: &Policy,
    at: DateTime<Utc>,
) -> Standing {
    let pass = pass.into();
    let over = |status| Standing { status, opening: None };
    if pass.revoked {
        return over(Status::Revoked);
    }
    let next = match next_opening(pass.uses, timetable, usage, usage.visit_ends(at, policy.grace()), at) {
        Ok(next) => next,
        Err(NoOpening::UsedUp | NoOpening::UsedUpToday) => return over(Status::UsedUp),
        Err(NoOpening::Expired) => return over(Status::Expired),
    };
    let status = if next.contains(at) {
        Status::Open
    } else if usage.used == 0 && timetable.starts() == Some(next.from) {
        Status::Scheduled
    } else {
        Status::BetweenWindows
    };
    Standing { status, opening: Some(next) }
}
