//! Sites, units, doors and panels.

use std::sync::Arc;

use gatepass_core::door::{DoorKind, Location};
use gatepass_core::id::{DoorId, PanelId, SiteId, UnitId};
use gatepass_core::panel::{MakeName, PanelLock, QrAlphabet, UnknownPolicy};
use gatepass_core::pass::Policy;
use gatepass_core::time::Zone;

use crate::keys::TokenHash;

/// A property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The site.
    pub id: SiteId,
    /// Its number within this service, from 1; part of how its codes are looked up. Never changes.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its zone.
    pub zone: Zone,
    /// What it allows.
    pub policy: Arc<Policy>,
    /// Entries up to this sequence number are older than the sequences of sites. Their ids have no mark of the site. 0
    /// for newer sites.
    pub unmarked_until: i64,
}

/// A site to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSite {
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its zone.
    pub zone: Zone,
    /// What it allows.
    pub policy: Policy,
}

/// A change of a site. A field that is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteChange {
    /// A new name.
    pub name: Option<String>,
    /// A new postal address.
    pub address: Option<String>,
}

/// A flat or office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub id: UnitId,
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// The doors its residents hold; `None` is every door of the site but those of kind `unit`.
    pub doors: Option<Vec<DoorId>>,
}

impl Unit {
    /// Whether its residents hold this door.
    #[must_use]
    pub fn holds(&self, door: &Door) -> bool {
        door.site == self.site
            && self.doors.as_ref().map_or(door.kind != DoorKind::Unit, |doors| doors.contains(&door.id))
    }
}

/// A unit to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUnit {
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// The doors its residents hold.
    pub doors: Option<Vec<DoorId>>,
}

/// A change of a unit. A field that is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitChange {
    /// A new name.
    pub name: Option<String>,
    /// Other doors.
    pub doors: Option<Vec<DoorId>>,
}

/// A door.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    /// The door.
    pub id: DoorId,
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// What kind of door.
    pub kind: DoorKind,
    /// Whether residents may share it.
    pub shareable: bool,
    /// Where it is.
    pub location: Option<Location>,
}

/// A door to make.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDoor {
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// What kind of door.
    pub kind: DoorKind,
    /// Whether residents may share it.
    pub shareable: bool,
    /// Where it is.
    pub location: Option<Location>,
}

/// A change of a door. A field that is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DoorChange {
    /// A new name.
    pub name: Option<String>,
    /// Whether residents may share it.
    pub shareable: Option<bool>,
    /// Where it is.
    pub location: Option<Location>,
}

/// A panel: a device with locks, each of which opens a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// The panel.
    pub id: PanelId,
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// Its locks; the first is meant when the panel does not say.
    pub locks: Vec<PanelLock>,
    /// Its make.
    pub adapter: MakeName,
    /// The QR codes it can read.
    pub qr_alphabet: QrAlphabet,
    /// The answer it gets for unknown identifiers.
    pub unknown: UnknownPolicy,
    /// How long a lock stays open, in milliseconds.
    pub open_ms: u32,
}

impl Panel {
    /// The lock of this number, or the first.
    #[must_use]
    pub fn lock(&self, number: Option<u16>) -> Option<PanelLock> {
        match number {
            None => self.locks.first().copied(),
            Some(number) => self.locks.iter().find(|lock| lock.lock == number).copied(),
        }
    }
}

/// A panel with its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelAtSite {
    /// The panel.
    pub panel: Arc<Panel>,
    /// Its site.
    pub site: Arc<Site>,
}

/// A panel to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPanel {
    /// Its site.
    pub site: SiteId,
    /// Its name.
    pub name: String,
    /// Its locks.
    pub locks: Vec<PanelLock>,
    /// Its make.
    pub adapter: MakeName,
    /// The QR codes it can read.
    pub qr_alphabet: QrAlphabet,
    /// The answer it gets for unknown identifiers.
    pub unknown: UnknownPolicy,
    /// How long a lock stays open, in milliseconds.
    pub open_ms: u32,
    /// What its token hashes to.
    pub token: TokenHash,
}

/// A change of a panel. A field that is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelChange {
    /// A new name.
    pub name: Option<String>,
    /// Other locks.
    pub locks: Option<Vec<PanelLock>>,
    /// Another answer to unknown identifiers.
    pub unknown: Option<UnknownPolicy>,
    /// Another opening time of a lock, in milliseconds.
    pub open_ms: Option<u32>,
}
