//! Becoming a resident on this phone, and what a resident may do.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::door::{DoorKind, Location};
use crate::id::{DoorId, ResidentId, SiteId, UnitId};
use crate::pass::{DraftDoor, Policy};
use crate::time::{UnknownZone, Zone};

/// `POST /v1/activations`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivationRequest {
    /// The code of the invitation; case and hyphens do not matter.
    pub invite_code: String,
    /// What the resident will know this device by, `Ana's phone`.
    pub device_name: String,
}

/// The answer: from now on the device shows `token` as its Bearer token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activation {
    /// Shown once; belongs in the phone's key store.
    pub token: String,
    /// Whom the device now speaks for.
    pub profile: Profile,
}

/// A resident, the place, and what may be done there. `GET /v1/me`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Profile {
    /// The membership.
    pub id: ResidentId,
    /// The resident's name.
    pub name: String,
    /// The property.
    pub site: SiteBody,
    /// The flat or office.
    pub unit: UnitBody,
    /// The doors the resident holds.
    pub doors: Vec<DoorBody>,
    /// What the site allows.
    pub policy: Policy,
    /// The resident's devices, this one among them.
    #[serde(default)]
    pub devices: Vec<Device>,
}

impl Profile {
    /// The doors, as the rules want them.
    #[must_use]
    pub fn draft_doors(&self) -> Vec<DraftDoor> {
        self.doors.iter().map(|door| DraftDoor { id: door.id, shareable: door.shareable }).collect()
    }
}

/// A property.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SiteBody {
    /// The site.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its IANA zone.
    pub time_zone: String,
}

impl SiteBody {
    /// Its zone.
    pub fn zone(&self) -> Result<Zone, UnknownZone> {
        Zone::named(&self.time_zone)
    }
}

/// A flat or office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitBody {
    /// The unit.
    pub id: UnitId,
    /// Its name, `12B`.
    pub name: String,
    /// The doors its residents hold; `null` is every door of the site but those of other units.
    #[serde(default)]
    pub doors: Option<Vec<DoorId>>,
}

/// A door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DoorBody {
    /// The door.
    pub id: DoorId,
    /// Its name, `Street door`.
    pub name: String,
    /// What kind of door.
    pub kind: DoorKind,
    /// Whether residents may share it.
    pub shareable: bool,
    /// Where it is, if known.
    #[serde(default)]
    pub location: Option<Location>,
}

impl Eq for DoorBody {}

/// A device that speaks for a resident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Device {
    /// The device; `DELETE /v1/me/devices/{id}` ends it.
    pub id: uuid::Uuid,
    /// Its name.
    pub name: String,
    /// When it was activated.
    pub created_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub this: bool,
}
