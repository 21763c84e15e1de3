//! Passes: requests for them, and how lists show them.

use chrono::{DateTime, Utc};
use gatepass_core::id::{PassId, ResidentId, SiteId, UnitId};
use gatepass_core::pass::{Identifier, Pass, PassChange, PassDraft, Standing, Timetable, Usage, standing};

use super::{Act, ArchivedPass, PassState, SealedIdentifier, Site, secrets};
use crate::keys::Keys;

/// A pass to make. The draft is held against the rules, identifiers are minted, and an empty name is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPass {
    /// Made by the client; `None`: the service makes one.
    pub id: Option<PassId>,
    /// The resident who gives it.
    pub resident: ResidentId,
    /// What is asked for.
    pub draft: PassDraft,
}

/// A change of a pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassUpdate {
    /// The pass.
    pub id: PassId,
    /// The resident's unit: other units' passes do not exist for them.
    pub unit: UnitId,
    /// The version the resident saw; `None` for any version.
    pub version: Option<u32>,
    /// What changes.
    pub change: PassChange,
}

/// The passes or entries of a unit, or of a whole site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A unit's.
    Unit(UnitId),
    /// A whole site's.
    Site(SiteId),
}

/// A pass with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassView {
    /// The pass. Its identifiers are in the clear only while it is valid (else each has an empty text), and a link is
    /// its token alone: [`PassView::body`] makes it an address.
    pub pass: Pass,
    /// Its site.
    pub site: SiteId,
    /// Its unit.
    pub unit: UnitId,
    /// The resident who made it.
    pub resident: ResidentId,
    /// Its uses so far.
    pub usage: Usage,
    /// Its status, and its current or next opening.
    pub standing: Standing,
    /// Its sequence number.
    pub seq: i64,
}

impl ArchivedPass {
    /// The pass as lists show it. The identifiers are in the clear only while it is valid.
    pub(crate) fn record(
        mut self,
        site: &Site,
        sealed: &[SealedIdentifier],
        keys: &Keys,
        now: DateTime<Utc>,
    ) -> PassView {
        let timetable = Timetable::of(&self.pass.schedule);
        let standing = standing(&self.pass, &timetable, &self.usage, &site.policy, now);
        self.pass.identifiers = secrets::shown(keys, self.pass.id, sealed, standing.status.is_valid());
        PassView {
            pass: self.pass,
            site: site.id,
            unit: self.unit,
            resident: self.resident,
            usage: self.usage,
            standing,
            seq: self.seq,
        }
    }
}

impl PassState {
    /// The pass as lists show it, as it is after this record.
    pub(super) fn record(&self, site: &Site, sealed: &[SealedIdentifier], act: &Act<'_>) -> PassView {
        let archived = ArchivedPass {
            pass: self.pass.clone(),
            unit: self.unit,
            resident: self.resident,
            ends_at: self.ends_at,
            seq: self.seq,
            usage: self.usage,
        };
        archived.record(site, sealed, act.keys, act.now)
    }
}

/// Removes the secret and keeps the kind.
pub(crate) fn forget(identifier: &mut Identifier) {
    match identifier {
        Identifier::Qr { text } => text.clear(),
        Identifier::Code { digits } => digits.clear(),
        Identifier::Link { url } => url.clear(),
        Identifier::Plate { plate } => plate.clear(),
    }
}
