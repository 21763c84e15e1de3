//! The log on the wire.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{DoorId, EntryId, PassId, UnitId};
use crate::panel::{CommandOutcome, Decision};
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
    /// Whether the visit under way had opened this door before.
    #[serde(default)]
    pub again: bool,
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

impl EntryBody {
    /// What happened.
    #[must_use]
    pub fn event(&self) -> EntryEvent {
        match (self.decision, self.kind, self.arrival) {
            (Decision::Granted, Some(_), false) if self.again => EntryEvent::OpenedAgain,
            (Decision::Granted, None, _) => EntryEvent::OpenedByManager,
            (Decision::Granted, Some(_), true) => EntryEvent::Arrived,
            (Decision::Granted, Some(_), false) => EntryEvent::Opened,
            (Decision::Denied, ..) => EntryEvent::Refused,
            (Decision::NotHandled, ..) => EntryEvent::NotHandled,
        }
    }
}

/// What happened at a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryEvent {
    /// A guest arrived: this began a visit.
    Arrived,
    /// A guest who had arrived opened another door.
    Opened,
    /// The same visit opened the same door once more.
    OpenedAgain,
    /// A manager opened the door from afar.
    OpenedByManager,
    /// The door stayed shut.
    Refused,
    /// The panel decided by its own list.
    NotHandled,
}
