//! Presentations, the answers to them, and the entries of the log.

use chrono::{DateTime, Utc};
use gatepass_core::id::{DoorId, EntryId, PanelId, PassId, SiteId, UnitId};
use gatepass_core::panel::{CommandOutcome, Decision, PanelLock};
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::time::Opening;
use uuid::Uuid;

use super::{Directory, Panel};
use crate::decide::{Fingerprint, Reading};

/// An identifier that a panel read.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// The panel.
    pub panel: PanelId,
    /// Which of its locks; the first when `None`.
    pub lock: Option<u16>,
    /// What the panel read.
    pub reading: Reading,
    /// The panel's own name for this presentation.
    pub event_id: Option<String>,
    /// The photo that came with it, see [`crate::photos`].
    pub photo: Option<Uuid>,
}

/// The decision. It is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelAnswer {
    /// What the panel must do.
    pub decision: Decision,
    /// Why.
    pub reason: Reason,
    /// The door.
    pub door: DoorId,
    /// The lock that opens it.
    pub lock: u16,
    /// How long it opens, in milliseconds; 0 unless granted.
    pub open_ms: u32,
    /// Its entry in the log; `None` when not handled.
    pub entry: Option<EntryId>,
    /// The pass, if one was meant.
    pub pass: Option<PassId>,
    /// That pass's unit.
    pub unit: Option<UnitId>,
    /// When the pass opens the door, if it was refused for the time alone.
    pub next_opening: Option<Opening>,
    /// Whether this is the answer to an earlier presentation given again. A photo that came with it is not kept.
    pub replayed: bool,
}

/// An entry as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryView {
    /// Its id.
    pub id: EntryId,
    /// The name the door has now.
    pub door_name: String,
    /// The entry.
    pub entry: Entry,
}

impl PanelAnswer {
    /// The answer where the service failed: the panel decides by its own list.
    #[must_use]
    pub fn failed(panel: &Panel, lock: u16) -> Self {
        let door = panel.lock(Some(lock)).or_else(|| panel.lock(None)).map(|lock| lock.door);
        Self {
            reason: Reason::Error,
            ..Self::not_handled(PanelLock { lock, door: door.unwrap_or(DoorId(Uuid::nil())) })
        }
    }

    /// The answer that leaves the decision to the panel's own list.
    #[must_use]
    pub fn not_handled(lock: PanelLock) -> Self {
        Self {
            decision: Decision::NotHandled,
            reason: Reason::Unknown,
            door: lock.door,
            lock: lock.lock,
            open_ms: 0,
            entry: None,
            pass: None,
            unit: None,
            next_opening: None,
            replayed: false,
        }
    }
}

/// One decision as it is written: a row at the end of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its sequence number.
    pub seq: i64,
    /// The site.
    pub site: SiteId,
    /// When.
    pub at: DateTime<Utc>,
    /// The door.
    pub door: DoorId,
    /// The lock of the panel.
    pub lock: u16,
    /// The panel; `None` when a manager opened the door.
    pub panel: Option<PanelId>,
    /// The panel's own name for the presentation.
    pub event_id: Option<String>,
    /// How the guest came; `None` when a manager opened the door.
    pub kind: Option<IdentifierKind>,
    /// By what the presented value is known again.
    pub fingerprint: Option<Fingerprint>,
    /// Why. Only a granted entry has [`Reason::Ok`].
    pub reason: Reason,
    /// Whether a visit began.
    pub arrival: bool,
    /// Whether the visit under way had opened this door before.
    pub again: bool,
    /// The pass.
    pub pass: Option<PassId>,
    /// The pass's name at that time.
    pub pass_name: Option<String>,
    /// The unit whose pass it was.
    pub unit: Option<UnitId>,
    /// The manager who opened the door.
    pub manager: Option<Uuid>,
    /// The photo.
    pub photo: Option<Uuid>,
    /// When the pass opens the door, if it was refused for the time alone.
    pub next_opening: Option<Opening>,
    /// For a door that a manager opened: the outcome the panel reported.
    pub outcome: Option<CommandOutcome>,
}

impl Entry {
    /// Whether the door opened.
    #[must_use]
    pub fn decision(&self) -> Decision {
        if self.reason == Reason::Ok { Decision::Granted } else { Decision::Denied }
    }

    /// The answer the panel got. `replayed` says that it is given again.
    #[must_use]
    pub fn answer(&self, directory: &Directory, replayed: bool) -> PanelAnswer {
        let granted = self.decision() == Decision::Granted;
        let panel = self.panel.filter(|_| granted).and_then(|panel| directory.panel(panel).ok());
        PanelAnswer {
            decision: self.decision(),
            reason: self.reason,
            door: self.door,
            lock: self.lock,
            open_ms: panel.map_or(0, |panel| panel.open_ms),
            entry: Some(directory.entry_id(self)),
            pass: self.pass,
            unit: self.unit,
            next_opening: self.next_opening,
            replayed,
        }
    }

    /// The entry as lists show it, with the door's name as it is now.
    #[must_use]
    pub fn view(self, directory: &Directory) -> EntryView {
        let door_name = directory.door(self.door).map(|door| door.name.clone()).unwrap_or_default();
        EntryView { id: directory.entry_id(&self), door_name, entry: self }
    }
}
