//! Why a door did or did not open.

use serde::{Deserialize, Serialize};

/// The reason of a decision, as the log keeps it. The visitor reads another text, which never distinguishes an unknown
/// identifier from a revoked one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Reason {
    /// Granted.
    Ok,
    /// No pass has this identifier.
    Unknown,
    /// The first opening is still to come.
    NotActive,
    /// Between two openings.
    OutsideHours,
    /// After the last opening.
    Expired,
    /// Every visit is spent.
    UsedUp,
    /// Every visit of this day is spent.
    UsedUpToday,
    /// The resident or a manager ended it.
    Revoked,
    /// The pass opens other doors.
    WrongDoor,
    /// The site does not accept this kind of identifier.
    IdentifierNotAccepted,
    /// Too many wrong codes at this door.
    LockedOut,
    /// Several passes might be meant by what the camera read.
    AmbiguousPlate,
    /// The site has passes switched off.
    PassesOff,
    /// Something broke; the panel decides by its own list.
    Error,
}

impl Reason {
    /// The stable name on the wire and in the log.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Unknown => "unknown",
            Self::NotActive => "not_active",
            Self::OutsideHours => "outside_hours",
            Self::Expired => "expired",
            Self::UsedUp => "used_up",
            Self::UsedUpToday => "used_up_today",
            Self::Revoked => "revoked",
            Self::WrongDoor => "wrong_door",
            Self::IdentifierNotAccepted => "identifier_not_accepted",
            Self::LockedOut => "locked_out",
            Self::AmbiguousPlate => "ambiguous_plate",
            Self::PassesOff => "passes_off",
            Self::Error => "error",
        }
    }

    /// The reason with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        const ALL: [Reason; 14] = [
            Reason::Ok,
            Reason::Unknown,
            Reason::NotActive,
            Reason::OutsideHours,
            Reason::Expired,
            Reason::UsedUp,
            Reason::UsedUpToday,
            Reason::Revoked,
            Reason::WrongDoor,
            Reason::IdentifierNotAccepted,
            Reason::LockedOut,
            Reason::AmbiguousPlate,
            Reason::PassesOff,
            Reason::Error,
        ];
        ALL.into_iter().find(|reason| reason.code() == code)
    }
}
