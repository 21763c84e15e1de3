//! What a pass says and offers, in a row of the list and on its own screen. Decided here and drawn by every shell: no
//! shell compares states, counts uses or judges what can be done.

use serde::Serialize;

use super::{PassRef, PassSync};
use crate::pass::{GuestKind, IdentifierKind, Pass, PassType, Standing, Status, UseLimits};
use crate::time::{DateTime, Opening, Utc};

/// One row of the list of passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassRow {
    /// The pass.
    pub pass: PassRef,
    /// Its name.
    pub name: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// Which of the five types.
    pub kind: PassType,
    /// The current status, as the rules and the wire name it; screens draw `state`.
    pub status: Status,
    /// The current state, with its instant.
    pub state: RowState,
    /// Whether it opens nothing any more: the second half of the list.
    pub over: bool,
    /// The opening under way, or the next one.
    pub opening: Option<Opening>,
    /// The IANA zone of the pass; show instants in it.
    pub time_zone: String,
    /// How often it may be used.
    pub uses: UseLimits,
    /// How often it was.
    pub used: u32,
    /// Visits left in all, to show beside the badges. `None` where visits are unlimited, where the pass is over, and
    /// where a badge says it already ([`Badge::LastUse`], [`Badge::OneTime`]).
    pub uses_left: Option<u32>,
    /// How it is, or will be, presented.
    pub identifiers: Vec<IdentifierKind>,
    /// Things worth a mark beside the name, the most pressing first.
    pub badges: Vec<Badge>,
    /// What the resident can do with it now, in the order to offer it. The client accepts each.
    pub actions: Vec<PassAction>,
    /// Whether the server has it as shown.
    pub sync: PassSync,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// The state of a pass, with its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RowState {
    /// It opens its doors now.
    Open {
        /// The first instant at which it no longer does.
        until: DateTime<Utc>,
    },
    /// Its first opening is still to come.
    Opens {
        /// When.
        at: DateTime<Utc>,
    },
    /// It will open again: between two openings, or when a day's visits are spent.
    OpensAgain {
        /// When.
        at: DateTime<Utc>,
    },
    /// Every visit is spent.
    UsedUp,
    /// Its last opening is over.
    Expired,
    /// The resident or a manager ended it.
    Revoked {
        /// When.
        at: DateTime<Utc>,
    },
}

impl RowState {
    pub(super) fn of(standing: Standing, revoked_at: Option<DateTime<Utc>>) -> Self {
        if let Some(at) = revoked_at {
            return Self::Revoked { at };
        }
        match (standing.status, standing.opening) {
            (Status::Open, Some(opening)) => Self::Open { until: opening.to },
            (Status::Scheduled, Some(opening)) => Self::Opens { at: opening.from },
            (Status::BetweenWindows, Some(opening)) => Self::OpensAgain { at: opening.from },
            (Status::UsedUp, _) => Self::UsedUp,
            // What is valid has an opening, and what is revoked the instant of it.
            (Status::Expired | Status::Revoked, _) | (_, None) => Self::Expired,
        }
    }

    /// When it changes by itself; `None` is never.
    pub(super) fn next_turn(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Open { until: at } | Self::Opens { at } | Self::OpensAgain { at } => Some(at),
            Self::UsedUp | Self::Expired | Self::Revoked { .. } => None,
        }
    }

    /// Whether a pass in this state opens nothing any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        match self {
            Self::Open { .. } | Self::Opens { .. } | Self::OpensAgain { .. } => false,
            Self::UsedUp | Self::Expired | Self::Revoked { .. } => true,
        }
    }
}

/// Something worth a mark beside a pass's name. The order is that in which marks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Badge {
    /// A change could not be sent; see [`PassSync::Stuck`].
    Stuck,
    /// Made on this device and not on the server yet: it opens nothing and cannot be shared.
    NotOnServer,
    /// A guest is in: a visit is under way.
    Visiting,
    /// One visit of several is left.
    LastUse,
    /// The guest delivers.
    Courier,
    /// It is good for one visit.
    OneTime,
}

/// Something the resident can do with a pass. The order is that in which actions are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PassAction {
    /// Send it to the guest: [`App::share`](super::App::share).
    Share,
    /// Change it: [`App::edit_wizard`](super::App::edit_wizard).
    Edit,
    /// End it: [`App::revoke`](super::App::revoke). Ask first.
    Delete,
    /// Take the deletion back: [`App::undo_revoke`](super::App::undo_revoke).
    UndoDelete,
    /// Send a refused change again: [`App::retry`](super::App::retry).
    Retry,
    /// Drop a refused change: [`App::discard`](super::App::discard).
    Discard,
}

/// Something to know about a pass before anything else on its screen. The order is that in which notes are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PassNote {
    /// The server refused a change, for the reason in [`PassSync::Stuck`]; [`PassAction::Retry`] and
    /// [`PassAction::Discard`] belong to it.
    Refused,
    /// It was made here and waits for the server: it opens nothing yet.
    NotOnServer,
    /// A change waits to be sent.
    Waiting,
    /// It was deleted here and the server does not know yet, so it still opens doors; [`PassAction::UndoDelete`] belongs
    /// to it.
    DeletedHere,
    /// It opens nothing any more.
    Over,
}

/// The facts of a pass at an instant that decide its row and its actions.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Facts<'a> {
    pub(super) pass: &'a Pass,
    pub(super) standing: Standing,
    pub(super) used: u32,
    /// Whether a visit is under way.
    pub(super) visiting: bool,
    pub(super) sync: &'a PassSync,
    /// Whether the server has shown it yet.
    pub(super) on_server: bool,
    /// Whether it was revoked here and the revocation has not left this device.
    pub(super) revocation_unsent: bool,
    /// Whether the rules let it be changed.
    pub(super) editable: bool,
    /// Whether the server still knows this device.
    pub(super) signed_in: bool,
}

impl Facts<'_> {
    pub(super) fn state(&self) -> RowState {
        RowState::of(self.standing, self.pass.revoked_at)
    }

    fn over(&self) -> bool {
        self.state().is_over()
    }

    fn stuck(&self) -> bool {
        matches!(self.sync, PassSync::Stuck { .. })
    }

    fn last_use(&self) -> bool {
        !self.over() && self.pass.uses.limit.is_some_and(|limit| limit > 1 && limit == self.used.saturating_add(1))
    }

    fn one_time(&self) -> bool {
        self.pass.pass_type() == PassType::OneTime
    }

    pub(super) fn badges(&self) -> Vec<Badge> {
        chosen([
            (Badge::Stuck, self.stuck()),
            (Badge::NotOnServer, !self.on_server),
            (Badge::Visiting, self.visiting),
            (Badge::LastUse, self.last_use()),
            (Badge::Courier, self.pass.guest == GuestKind::Courier),
            (Badge::OneTime, self.one_time()),
        ])
    }

    pub(super) fn uses_left(&self) -> Option<u32> {
        let said = self.over() || self.last_use() || self.one_time();
        self.pass.uses.limit.filter(|_| !said).map(|limit| limit.saturating_sub(self.used))
    }

    /// Why there is nothing to send to the guest: a code, and the same in English.
    pub(super) fn not_shareable_because(&self) -> Option<(&'static str, &'static str)> {
        if !self.on_server {
            Some(("not_on_server", "the pass is not on the server yet, so it opens nothing"))
        } else if self.over() {
            Some(("not_valid_any_more", "the pass is no longer valid"))
        } else {
            None
        }
    }

    pub(super) fn actions(&self) -> Vec<PassAction> {
        chosen([
            (PassAction::Share, self.not_shareable_because().is_none()),
            // The wizard needs a home that is signed in.
            (PassAction::Edit, self.editable && self.signed_in),
            (PassAction::Delete, !self.over()),
            (PassAction::UndoDelete, self.revocation_unsent),
            (PassAction::Retry, self.stuck()),
            (PassAction::Discard, self.stuck()),
        ])
    }

    pub(super) fn notes(&self) -> Vec<PassNote> {
        let waits = *self.sync == PassSync::Waiting;
        chosen([
            (PassNote::Refused, self.stuck()),
            (PassNote::NotOnServer, waits && !self.on_server),
            (PassNote::Waiting, waits && self.on_server && !self.revocation_unsent),
            (PassNote::DeletedHere, self.revocation_unsent),
            (PassNote::Over, self.over() && !self.revocation_unsent),
        ])
    }
}

fn chosen<T, const N: usize>(of: [(T, bool); N]) -> Vec<T> {
    of.into_iter().filter_map(|(one, is)| is.then_some(one)).collect()
}
