//! Does this pass open this door now? The one place that says so, for the door, the wizard and the app alike.

use chrono::{DateTime, Utc};

use super::usage::Spent;
use super::{IdentifierKind, Pass, Policy, Reason, Timetable, Usage};
use crate::id::DoorId;
use crate::time::Opening;

/// What is asked of a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which door.
    pub door: DoorId,
    /// How the pass is presented.
    pub kind: IdentifierKind,
    /// When.
    pub at: DateTime<Utc>,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The door opens.
    Granted {
        /// Whether this entry begins a visit, and so spends a use.
        begins_visit: bool,
    },
    /// The door stays shut.
    Denied {
        /// Why.
        reason: Reason,
        /// When the pass opens this door, if it ever will.
        next_opening: Option<Opening>,
    },
    /// Not Gatepass's affair; the panel decides by its own list.
    NotHandled,
}

impl Verdict {
    /// Whether the door opens.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        matches!(self, Self::Granted { .. })
    }

    /// The reason for the log.
    #[must_use]
    pub fn reason(&self) -> Reason {
        match self {
            Self::Granted { .. } => Reason::Ok,
            Self::Denied { reason, .. } => *reason,
            Self::NotHandled => Reason::Unknown,
        }
    }
}

/// Whether `pass` opens the door it is presented at.
///
/// `timetable` is [`Timetable::of`] the pass's schedule; a service keeps it beside the pass. Granting does not
/// count the use: whoever owns the usage calls [`Usage::spend`] when the verdict begins a visit, and makes that
/// durable before the door opens.
#[must_use]
pub fn decide(pass: &Pass, timetable: &Timetable, usage: &Usage, policy: &Policy, ask: Ask) -> Verdict {
    let never = |reason| Verdict::Denied { reason, next_opening: None };
    if ask.kind == IdentifierKind::Card {
        return Verdict::NotHandled;
    }
    if pass.revoked_at.is_some_and(|revoked| revoked <= ask.at) {
        return never(Reason::Revoked);
    }
    if !policy.passes_enabled {
        return never(Reason::PassesOff);
    }
    if !policy.identifiers.contains(&ask.kind) {
        return never(Reason::IdentifierNotAccepted);
    }
    if !pass.doors.contains(&ask.door) {
        return never(Reason::WrongDoor);
    }
    let visiting = usage.visit_under_way(ask.at, policy.grace());
    let spent = if visiting { None } else { usage.spent(pass.uses, ask.at, timetable.zone()) };
    if spent == Some(Spent::All) {
        return never(Reason::UsedUp);
    }
    let early = policy.early_arrival();
    if !opens_at(timetable, policy, ask.at) {
        let next_opening = timetable.opening_at_or_after(ask.at + early);
        let reason = match next_opening {
            None => Reason::Expired,
            Some(next) if timetable.starts() == Some(next.from) => Reason::NotActive,
            Some(_) => Reason::OutsideHours,
        };
        return Verdict::Denied { reason, next_opening };
    }
    if spent == Some(Spent::Today) {
        return Verdict::Denied { reason: Reason::UsedUpToday, next_opening: next_day_opening(timetable, ask.at) };
    }
    Verdict::Granted { begins_visit: !visiting }
}

/// Whether the schedule and the site's early-arrival time let a guest in at `at`.
#[must_use]
pub fn opens_at(timetable: &Timetable, policy: &Policy, at: DateTime<Utc>) -> bool {
    if timetable.is_open(at) {
        return true;
    }
    let early = policy.early_arrival();
    early > chrono::TimeDelta::zero() && timetable.openings(at).next().is_some_and(|next| next.from <= at + early)
}

/// What is left of the openings once the local day of `at` is over: where a limit a day has been reached.
pub(super) fn next_day_opening(timetable: &Timetable, at: DateTime<Utc>) -> Option<Opening> {
    let zone = timetable.zone();
    let tomorrow = crate::time::LocalMinute::new(zone.date(at), crate::time::WallTime::MIDNIGHT).plus_days(1);
    let midnight = zone.first_instant_of(tomorrow);
    let mut next = timetable.opening_at_or_after(midnight)?;
    next.from = next.from.max(midnight);
    Some(next)
}
