//! The log on the wire.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{CommandOutcome, Decision};
use crate::id::{DoorId, EntryId, PassId, UnitId};
use crate::pass::{IdentifierKind, Reason};

/// One decision at a door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EntryBody {
    /// The decision.
    pub id: EntryId,
    /// Its place in the site's sequence of changes; the order of the log.
    pub seq: i64,
    /// When, by the server's clock.
    pub at: DateTime<Utc>,
    /// Where.
    pub door: DoorId,
    /// The door's name.
    pub door_name: String,
    /// How the guest came; `null` when a manager opened the door from afar.
    pub kind: Option<IdentifierKind>,
    /// Whether the door opened.
    pub decision: Decision,
    /// Why.
    pub reason: Reason,
    /// Whether this entry began a visit: somebody arrived.
    pub arrival: bool,
    /// The pass, if the identifier belonged to one.
    pub pass: Option<PassId>,
    /// The pass's name at that time.
    pub pass_name: Option<String>,
    /// The unit whose pass it was.
    pub unit: Option<UnitId>,
    /// For a door a manager asked to open from afar: what the panel said came of it. `null` until it says anything, and
    /// for every other entry.
    #[serde(default)]
    pub outcome: Option<CommandOutcome>,
    /// Whether there is a photo at `/v1/entries/{id}/photo`.
    pub photo: bool,
}
