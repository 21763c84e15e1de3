//! Presentations, the decisions they get, and the log of them.

use chrono::{DateTime, Utc};
use gatepass_core::api::{Decision, EntryBody};
use gatepass_core::id::{DoorId, EntryId, PanelId, PassId, SiteId, UnitId};
use gatepass_core::pass::{IdentifierKind, Reason};
use gatepass_core::time::Opening;
use uuid::Uuid;

use super::PassRecord;
use crate::decide::Shown;

/// An identifier held before a panel.
#[derive(Clone, Debug)]
pub struct Presentation {
    /// The panel.
    pub panel: PanelId,
    /// Which of its locks; the first when `None`.
    pub lock: Option<u16>,
    /// What was shown.
    pub shown: Shown,
    /// The panel's own name for this presentation.
    pub event_id: Option<String>,
    /// The photo that came with it, see [`crate::photos`].
    pub photo: Option<Uuid>,
}

/// The decision. It is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What the panel shall do.
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

/// One decision in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRecord {
    /// The decision.
    pub id: EntryId,
    /// Its place in the sequence of changes.
    pub seq: i64,
    /// The site.
    pub site: SiteId,
    /// When.
    pub at: DateTime<Utc>,
    /// The door.
    pub door: DoorId,
    /// The door's name now.
    pub door_name: String,
    /// The panel; `None` when a manager opened the door.
    pub panel: Option<PanelId>,
    /// How the guest came; `None` when a manager opened the door.
    pub kind: Option<IdentifierKind>,
    /// Whether the door opened.
    pub decision: Decision,
    /// Why.
    pub reason: Reason,
    /// Whether a visit began.
    pub arrival: bool,
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
}

impl EntryRecord {
    /// The entry on the wire.
    #[must_use]
    pub fn body(&self) -> EntryBody {
        EntryBody {
            id: self.id,
            seq: self.seq,
            at: self.at,
            door: self.door,
            door_name: self.door_name.clone(),
            kind: self.kind,
            decision: self.decision,
            reason: self.reason,
            arrival: self.arrival,
            pass: self.pass,
            pass_name: self.pass_name.clone(),
            unit: self.unit,
            photo: self.photo.is_some(),
        }
    }
}

/// What a unit's residents have not seen yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    /// Passes that were made, edited, revoked or used, as they are now.
    pub passes: Vec<PassRecord>,
    /// New entries, oldest first.
    pub entries: Vec<EntryRecord>,
    /// Whether anything of the residents' profiles changed: name, unit, site, policy, doors, devices.
    pub profile: bool,
    /// Where to go on from.
    pub cursor: i64,
    /// Whether there is more right now.
    pub more: bool,
}

/// Something of a unit, or of a whole site, changed and is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The site.
    pub site: SiteId,
    /// The unit; `None`: every unit of the site.
    pub unit: Option<UnitId>,
    /// The place in the sequence of changes.
    pub seq: i64,
}

/// What a purge removed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Entries.
    pub entries: u64,
    /// Passes long over.
    pub passes: u64,
    /// Photos no entry speaks of any more, with their sites: to be removed from the photo store.
    pub photos: Vec<(SiteId, Uuid)>,
}

/// How the ledger is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Passes held ready.
    pub live_passes: u64,
    /// Operations waiting for the next commit.
    pub waiting: u64,
    /// Commits since the start.
    pub commits: u64,
    /// Commits that failed since the start.
    pub failed_commits: u64,
    /// Operations committed since the start; divided by commits, how many share one.
    pub operations: u64,
    /// Sites at which 200 wrong access codes or more were tried on the last day on which any was.
    pub sites_under_attack: Vec<SiteId>,
}
