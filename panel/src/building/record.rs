//! What an act writes down: the one form in which a change reaches the disk and the memory.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use gatepass_core::id::{DoorId, PanelId, PassId, ResidentId, SiteId, UnitId};
use gatepass_core::identifier::{Lookup, Plate};
use gatepass_core::panel::CommandOutcome;
use gatepass_core::pass::{IdentifierKind, Pass, Usage};
use uuid::Uuid;

use super::guard::WrongCodes;
use super::{
    AuditEntry, DeviceRecord, Door, Entry, IdempotencyRecord, Invitation, Job, KeptAnswer, Manager, Panel, Resident,
    Site, Unit,
};
use crate::decide::Ladder;
use crate::keys::TokenHash;

/// A change of one site. `seq` is its number in the site's sequence of changes.
///
/// The journal writes it, and `State::apply` takes it into the memory: both from the act that makes it and from disk.
#[derive(Clone, Debug)]
pub enum Record {
    /// A site was made, renamed or got another policy.
    Site {
        /// The site as it is now.
        site: Arc<Site>,
        /// Its sequence number.
        seq: i64,
    },
    /// Something in the profile of everybody at the site changed.
    SiteChanged {
        /// The site.
        site: SiteId,
        /// Its sequence number.
        seq: i64,
    },
    /// A unit was made or changed.
    Unit {
        /// The unit as it is now.
        unit: Arc<Unit>,
        /// Its sequence number.
        seq: i64,
    },
    /// Something in the profiles of a unit's residents changed.
    UnitChanged {
        /// The site.
        site: SiteId,
        /// The unit.
        unit: UnitId,
        /// Its sequence number.
        seq: i64,
    },
    /// A door was made or changed.
    Door {
        /// The door as it is now.
        door: Arc<Door>,
        /// Its sequence number.
        seq: i64,
    },
    /// A panel was made, changed or got another token.
    Panel {
        /// The panel as it is now.
        panel: Arc<Panel>,
        /// What its token hashes to.
        token: TokenHash,
        /// Its sequence number.
        seq: i64,
    },
    /// A panel was removed.
    PanelRemoved {
        /// Its site.
        site: SiteId,
        /// The panel.
        panel: PanelId,
    },
    /// A resident was made. Devices are separate records.
    Resident {
        /// The resident.
        resident: Arc<Resident>,
        /// Its sequence number.
        seq: i64,
    },
    /// A resident was removed, with devices and invitations.
    ResidentRemoved {
        /// Its site.
        site: SiteId,
        /// The resident.
        resident: ResidentId,
    },
    /// A device was activated.
    Device {
        /// Its site.
        site: SiteId,
        /// Its resident.
        resident: ResidentId,
        /// The device.
        device: DeviceRecord,
        /// What its token hashes to.
        token: TokenHash,
    },
    /// A device was removed.
    DeviceRemoved {
        /// Its site.
        site: SiteId,
        /// Its resident.
        resident: ResidentId,
        /// The device.
        device: Uuid,
    },
    /// An invitation was made or used.
    Invitation {
        /// The invitation as it is now.
        invitation: Arc<Invitation>,
        /// What its code hashes to.
        code: TokenHash,
        /// Its sequence number.
        seq: i64,
    },
    /// An invitation was withdrawn.
    InvitationRemoved {
        /// Its site.
        site: SiteId,
        /// The invitation.
        invitation: Uuid,
    },
    /// A manager was made.
    Manager {
        /// The manager.
        manager: Arc<Manager>,
        /// What the token hashes to.
        token: TokenHash,
    },
    /// A manager was removed.
    ManagerRemoved {
        /// The site.
        site: SiteId,
        /// The manager.
        manager: Uuid,
    },
    /// A pass was made, changed or revoked.
    Pass(Box<PassState>),
    /// Passes were removed.
    PassesRemoved {
        /// Their site.
        site: SiteId,
        /// Each pass, and the instant from which its code may be given again.
        passes: Vec<(PassId, DateTime<Utc>)>,
    },
    /// A decision.
    Entry(Box<Entry>),
    /// A panel reported the outcome of a command.
    CommandSettled {
        /// Its site.
        site: SiteId,
        /// The sequence number of the command's entry.
        seq: i64,
        /// The reported outcome.
        outcome: CommandOutcome,
        /// The instant of the report.
        at: DateTime<Utc>,
    },
    /// Entries were removed.
    EntriesRemoved {
        /// Their site.
        site: SiteId,
        /// Their sequence numbers.
        seqs: Vec<i64>,
    },
    /// Entries lost their photos.
    PhotosRemoved {
        /// Their site.
        site: SiteId,
        /// Their sequence numbers.
        seqs: Vec<i64>,
    },
    /// Identifiers were sealed again.
    IdentifiersResealed {
        /// Their site.
        site: SiteId,
        /// Each pass, and the new box of one of its identifiers.
        boxes: Vec<(PassId, SealedIdentifier)>,
    },
    /// Answers kept for repetitions were sealed again.
    AnswersResealed {
        /// Their site.
        site: SiteId,
        /// Each with its new box.
        answers: Vec<KeptAnswer>,
    },
    /// Passes that were over at this instant were put away: they leave the memory, and the encrypted copies of their
    /// identifiers are removed.
    PassesPutAway {
        /// The site.
        site: SiteId,
        /// The instant.
        over_at: DateTime<Utc>,
    },
    /// What is remembered for a time only was removed.
    MemoriesRemoved {
        /// The site.
        site: SiteId,
        /// Idempotency keys used before this instant.
        requests_before: DateTime<Utc>,
        /// Invitations that expired before this instant.
        invitations_before: DateTime<Utc>,
        /// Codes that have rested until this instant.
        codes_until: DateTime<Utc>,
        /// Administrative acts before this instant.
        audit_before: DateTime<Utc>,
    },
    /// A request was done.
    RequestDone {
        /// The site; none for a request that made a site.
        site: Option<SiteId>,
        /// The request and what it made.
        done: Box<IdempotencyRecord>,
    },
    /// An administrative act was done.
    Audit(Box<AuditEntry>),
    /// A job was made, tried, or given up.
    Job(Arc<Job>),
    /// A job was done or dropped.
    JobRemoved {
        /// Its site.
        site: SiteId,
        /// The job.
        job: Uuid,
    },
    /// What the site recognises its keys by: a hash with the pepper, in a box of the current seal.
    KeyMark {
        /// The site.
        site: SiteId,
        /// The mark.
        mark: Vec<u8>,
    },
    /// What entries add up to, so that they need not be added up again.
    Totals(Box<Totals>),
}

/// A pass as it is now, with all that its row needs.
#[derive(Clone, Debug)]
pub struct PassState {
    /// The pass. Its identifiers have their kinds only.
    pub pass: Pass,
    /// Its site.
    pub site: SiteId,
    /// Its unit.
    pub unit: UnitId,
    /// The resident who made it.
    pub resident: ResidentId,
    /// When its last opening is over.
    pub ends_at: DateTime<Utc>,
    /// Its sequence number.
    pub seq: i64,
    /// Its uses, up to the entry at `counted_until`.
    pub usage: Usage,
    /// The entries up to here are in `usage`.
    pub counted_until: i64,
    /// Its plate, to be compared letter by letter.
    pub plate: Option<Plate>,
    /// What it is found by. Empty for a change of a pass that is known already: identifiers never change.
    pub lookups: Vec<(Lookup, LookupForm)>,
    /// The encrypted copies of its identifiers. Empty for a change, too.
    pub sealed: Vec<SealedIdentifier>,
}

/// An identifier, encrypted, to be shown again while its pass is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedIdentifier {
    /// Its kind.
    pub kind: IdentifierKind,
    /// The box. Empty once the pass is over.
    pub sealed: Vec<u8>,
}

/// What a look-up was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookupForm {
    /// A QR code.
    Qr,
    /// An access code.
    Code,
    /// A link.
    Link,
    /// A plate as it is written.
    Plate,
    /// A plate as a camera may misread it.
    PlateAlike,
}

impl LookupForm {
    const ALL: [Self; 5] = [Self::Qr, Self::Code, Self::Link, Self::Plate, Self::PlateAlike];

    /// The form with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == name)
    }

    /// The name in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Qr => "qr",
            Self::Code => "code",
            Self::Link => "link",
            Self::Plate => "plate",
            Self::PlateAlike => "plate_alike",
        }
    }
}

/// What the entries of a site add up to, up to `seq`.
#[derive(Clone, Debug)]
pub struct Totals {
    /// The site.
    pub site: SiteId,
    /// The last entry that is counted.
    pub seq: i64,
    /// Passes with entries since the last totals, and their uses.
    pub usage: Vec<(PassId, Usage)>,
    /// How far up the lock-out ladder each door is.
    pub ladders: Vec<(DoorId, Ladder)>,
    /// Wrong codes on the site's latest day that had any.
    pub wrong_codes: Option<WrongCodes>,
}

impl Record {
    /// The site it belongs to; none for a request that made a site.
    #[must_use]
    pub fn site(&self) -> Option<SiteId> {
        Some(match self {
            Self::Site { site, .. } => site.id,
            Self::Unit { unit, .. } => unit.site,
            Self::Door { door, .. } => door.site,
            Self::Panel { panel, .. } => panel.site,
            Self::Resident { resident, .. } => resident.site,
            Self::Invitation { invitation, .. } => invitation.site,
            Self::Manager { manager, .. } => manager.site,
            Self::Pass(pass) => pass.site,
            Self::Entry(entry) => entry.site,
            Self::Totals(totals) => totals.site,
            Self::Job(job) => job.site,
            Self::Audit(entry) => entry.site,
            Self::RequestDone { site, .. } => return *site,
            Self::SiteChanged { site, .. }
            | Self::UnitChanged { site, .. }
            | Self::PanelRemoved { site, .. }
            | Self::ResidentRemoved { site, .. }
            | Self::Device { site, .. }
            | Self::DeviceRemoved { site, .. }
            | Self::InvitationRemoved { site, .. }
            | Self::ManagerRemoved { site, .. }
            | Self::IdentifiersResealed { site, .. }
            | Self::AnswersResealed { site, .. }
            | Self::CommandSettled { site, .. }
            | Self::JobRemoved { site, .. }
            | Self::KeyMark { site, .. }
            | Self::PassesRemoved { site, .. }
            | Self::EntriesRemoved { site, .. }
            | Self::PhotosRemoved { site, .. }
            | Self::PassesPutAway { site, .. }
            | Self::MemoriesRemoved { site, .. } => *site,
        })
    }

    /// Its sequence number, if it has one.
    #[must_use]
    pub fn seq(&self) -> Option<i64> {
        match self {
            Self::Site { seq, .. }
            | Self::SiteChanged { seq, .. }
            | Self::Unit { seq, .. }
            | Self::UnitChanged { seq, .. }
            | Self::Door { seq, .. }
            | Self::Panel { seq, .. }
            | Self::Resident { seq, .. }
            | Self::Invitation { seq, .. } => Some(*seq),
            Self::Pass(pass) => Some(pass.seq),
            Self::Entry(entry) => Some(entry.seq),
            Self::Audit(entry) => Some(entry.seq),
            _ => None,
        }
    }

    /// The change that devices are notified of: the site, one of its units or all, and the sequence number.
    #[must_use]
    pub fn news(&self) -> Option<(SiteId, Option<UnitId>, i64)> {
        match self {
            Self::Site { site, seq } => Some((site.id, None, *seq)),
            Self::SiteChanged { site, seq } => Some((*site, None, *seq)),
            Self::Unit { unit, seq } => Some((unit.site, Some(unit.id), *seq)),
            Self::UnitChanged { site, unit, seq } => Some((*site, Some(*unit), *seq)),
            Self::Pass(pass) => Some((pass.site, Some(pass.unit), pass.seq)),
            Self::Entry(entry) => entry.unit.map(|unit| (entry.site, Some(unit), entry.seq)),
            _ => None,
        }
    }
}
