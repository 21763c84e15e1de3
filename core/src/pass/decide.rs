//! Does this pass open this door now? The one place that says so, for the door, the wizard and the app alike.

use chrono::{DateTime, NaiveDate, Utc};

use super::usage::LimitReached;
use super::{IdentifierKind, Policy, Reason, Terms, Timetable, Usage, UseLimits};
use crate::id::DoorId;
use crate::time::{LocalMinute, Opening, WallTime};

/// A question about a pass: door, identifier kind, instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessRequest {
    /// Which door.
    pub door: DoorId,
    /// How the pass is presented.
    pub kind: IdentifierKind,
    /// When.
    pub at: DateTime<Utc>,
    /// When the visit under way first opened this door, if it has.
    pub opened_at: Option<DateTime<Utc>>,
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
        /// When the pass next opens this door, as far as its schedule and its uses tell; none if it never will.
        next_opening: Option<Opening>,
    },
    /// The identifier does not belong to Gatepass; the panel decides by its own list.
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
/// count the use: the owner of the usage calls [`Usage::spend`] if the verdict begins a visit, and stores it before the
/// door opens.
#[must_use]
pub fn decide<'a>(
    pass: impl Into<Terms<'a>>,
    timetable: &Timetable,
    usage: &Usage,
    policy: &Policy,
    ask: AccessRequest,
) -> Verdict {
    let pass = pass.into();
    let never = |reason| Verdict::Denied { reason, next_opening: None };
    if ask.kind == IdentifierKind::Card {
        return Verdict::NotHandled;
    }
    // A revocation applies at once, independent of the clocks of the two sides.
    if pass.revoked {
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
    // A door that the visit has opened stays free for those who come in together, and then it is another visit.
    let stays_free = ask.opened_at.is_none_or(|opened| ask.at - opened < policy.reopening());
    let visit_ends = usage.visit_ends(ask.at, policy.grace()).filter(|_| stays_free);
    let visiting = visit_ends.is_some();
    let spent = if visiting { None } else { usage.spent(pass.uses, ask.at, timetable.zone()) };
    let in_time = opens_at(timetable, policy, ask.at);
    if in_time && spent.is_none() {
        return Verdict::Granted { begins_visit: !visiting };
    }
    let next_opening = next_opening(pass.uses, timetable, usage, visit_ends, ask.at);
    let reason = match next_opening {
        Err(NoOpening::UsedUp) => Reason::UsedUp,
        Err(NoOpening::Expired) => Reason::Expired,
        _ if in_time => Reason::UsedUpToday,
        _ if timetable.opening_at_or_after(ask.at).map(|next| next.from) == timetable.starts() => Reason::NotActive,
        _ => Reason::OutsideHours,
    };
    Verdict::Denied { reason, next_opening: next_opening.ok() }
}

/// Why a pass will not open any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoOpening {
    /// Every visit is spent.
    UsedUp,
    /// Every visit of the day is spent, and no later day has an opening.
    UsedUpToday,
    /// The last opening is over.
    Expired,
}

/// The opening under way, or else the next one in which the uses leave room for a visit.
///
/// A visit under way opens what begins before `visit_ends`. It promises nothing beyond.
pub(super) fn next_opening(
    uses: UseLimits,
    timetable: &Timetable,
    usage: &Usage,
    visit_ends: Option<DateTime<Utc>>,
    at: DateTime<Utc>,
) -> Result<Opening, NoOpening> {
    let spent = usage.spent(uses, at, timetable.zone());
    if spent == Some(LimitReached::All) && visit_ends.is_none() {
        return Err(NoOpening::UsedUp);
    }
    let next = timetable.opening_at_or_after(at).ok_or(NoOpening::Expired)?;
    match spent {
        Some(_) if visit_ends.is_some_and(|ends| next.from < ends) => Ok(next),
        None => Ok(next),
        Some(LimitReached::All) => Err(NoOpening::UsedUp),
        Some(LimitReached::Day(day)) => opening_after_day(timetable, day).ok_or(NoOpening::UsedUpToday),
    }
}

/// Whether the schedule and the site's early-arrival time let a guest in at `at`.
#[must_use]
pub fn opens_at(timetable: &Timetable, policy: &Policy, at: DateTime<Utc>) -> bool {
    let comes_early = |next: Opening| next.from - policy.early_arrival() <= at;
    timetable.is_open(at)
        || (policy.early_arrival_minutes > 0 && timetable.opening_at_or_after(at).is_some_and(comes_early))
}

/// What is left of the openings once this local day is over: where its limit has been reached.
fn opening_after_day(timetable: &Timetable, day: NaiveDate) -> Option<Opening> {
    let midnight = timetable.zone().first_instant_of(LocalMinute::new(day, WallTime::MIDNIGHT).plus_days(1));
    let mut next = timetable.opening_at_or_after(midnight)?;
    next.from = next.from.max(midnight);
    Some(next)
}
