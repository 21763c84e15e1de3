//! Names of things: one type each, so that a door's id cannot be passed for a pass's.
//!
//! All are UUIDs of version 7 (RFC 9562), made where the thing is made: a pass made offline keeps its id when
//! it reaches the server.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = Uuid))]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A pass.
    PassId,
    /// A door of a site.
    DoorId,
    /// A property.
    SiteId,
    /// A flat or office of a site.
    UnitId,
    /// A panel at a door.
    PanelId,
    /// A person's membership of one unit.
    ResidentId,
    /// One decision at a door; the id of its entry in the log.
    EntryId,
    /// A profile on this device: one resident on one server. Made here, so that two servers cannot collide.
    ProfileId,
    /// A wizard's session on this device, which survives a restart.
    DraftId,
}

/// A pass as one profile sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PassRef {
    /// The profile.
    pub profile: ProfileId,
    /// The pass.
    pub pass: PassId,
}

/// An entry as one profile sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryRef {
    /// The profile.
    pub profile: ProfileId,
    /// The entry.
    pub entry: EntryId,
}

impl PassId {
    /// When the id was made, as its version 7 says, to the millisecond; `None` for an id of another version. It is the
    /// word of the device that made it: hold it against a clock you trust.
    #[must_use]
    pub fn made_at(self) -> Option<DateTime<Utc>> {
        let (seconds, nanos) = self.0.get_timestamp()?.to_unix();
        DateTime::from_timestamp(i64::try_from(seconds).ok()?, nanos)
    }
}
