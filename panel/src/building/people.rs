//! Residents with their devices, invitations, managers.

use chrono::{DateTime, Utc};
use gatepass_core::id::{ResidentId, SiteId, UnitId};
use uuid::Uuid;

use super::{Door, Site, Unit};
use crate::keys::TokenHash;

/// A person's membership of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// The membership.
    pub id: ResidentId,
    /// The site.
    pub site: SiteId,
    /// The unit.
    pub unit: UnitId,
    /// The name.
    pub name: String,
    /// Devices that speak for the resident now.
    pub devices: Vec<DeviceRecord>,
}

/// A device of a resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceRecord {
    /// The device.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// When it was activated.
    pub created_at: DateTime<Utc>,
}

/// The device and the resident of a device token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceHolder {
    /// The device.
    pub device: Uuid,
    /// The resident.
    pub resident: ResidentId,
    /// Their unit.
    pub unit: UnitId,
    /// Their site.
    pub site: SiteId,
}

/// An invitation to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInvitation {
    /// The unit.
    pub unit: UnitId,
    /// The resident's name.
    pub resident_name: String,
    /// An existing resident of the unit, to add a device to.
    pub resident: Option<ResidentId>,
    /// What its code hashes to.
    pub code: TokenHash,
    /// When it stops being good.
    pub expires_at: DateTime<Utc>,
}

/// An invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The invitation.
    pub id: Uuid,
    /// The site.
    pub site: SiteId,
    /// The unit.
    pub unit: UnitId,
    /// The resident's name.
    pub resident_name: String,
    /// The resident it adds a device to, or who came by it.
    pub resident: Option<ResidentId>,
    /// When it stops being good.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// What turns an invitation into a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDevice {
    /// What the invitation's code hashes to.
    pub code: TokenHash,
    /// The device's name.
    pub device_name: String,
    /// What the device's new token hashes to.
    pub token: TokenHash,
}

/// Somebody who runs a site, by one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manager {
    /// The manager.
    pub id: Uuid,
    /// The site.
    pub site: SiteId,
    /// The name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// A manager to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewManager {
    /// The site.
    pub site: SiteId,
    /// The name.
    pub name: String,
    /// What the token hashes to.
    pub token: TokenHash,
}

/// A resident with unit, site and doors.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The resident.
    pub resident: Resident,
    /// The unit.
    pub unit: Unit,
    /// The site.
    pub site: Site,
    /// The doors the resident holds.
    pub doors: Vec<Door>,
}
