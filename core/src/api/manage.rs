//! What managers set up: sites, units, doors, panels, invitations.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::door::{DoorKind, Location};
use crate::id::{DoorId, EntryId, PanelId, ResidentId, SiteId, UnitId};
use crate::panel::{CommandOutcome, MakeName, PanelLock, QrAlphabet, UnknownPolicy};

/// `POST /v1/manage/sites`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct SiteRequest {
    /// Its name.
    pub name: String,
    /// Its postal address.
    pub address: String,
    /// Its IANA zone.
    pub time_zone: String,
}

/// `PATCH /v1/manage/sites/{id}`: what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct SiteChange {
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A new address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// `POST /v1/manage/sites/{id}/units`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct UnitRequest {
    /// Its name, `12B`.
    pub name: String,
    /// The doors its residents hold; missing: every door of the site but those of kind `unit`.
    pub doors: Option<Vec<DoorId>>,
}

/// `PATCH /v1/manage/units/{id}`: what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct UnitChange {
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Other doors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doors: Option<Vec<DoorId>>,
}

/// `POST /v1/manage/sites/{id}/doors`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DoorRequest {
    /// Its name.
    pub name: String,
    /// What kind of door.
    pub kind: DoorKind,
    /// Whether residents may share it.
    #[serde(default = "yes")]
    pub shareable: bool,
    /// Where it is.
    #[serde(default)]
    pub location: Option<Location>,
}

/// `PATCH /v1/manage/doors/{id}`: what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct DoorChange {
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether residents may share it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shareable: Option<bool>,
    /// Where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
}

fn yes() -> bool {
    true
}

/// A make of panel that a service knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MakeBody {
    /// The name to put into `adapter`.
    pub name: MakeName,
    /// What people call it.
    pub label: String,
    /// The QR codes its panels can read, the usual ones first.
    pub qr_alphabets: Vec<QrAlphabet>,
    /// What its panels are usually told about identifiers no pass has.
    pub unknown: UnknownPolicy,
    /// What its panels can do.
    pub can: MakeAbilities,
}

/// What the panels of a make can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "independent abilities")]
pub struct MakeAbilities {
    /// Read QR codes.
    pub qr: bool,
    /// Take access codes on a keypad.
    pub code: bool,
    /// Read licence plates.
    pub plate: bool,
    /// Send a photo of who stands there.
    pub photo: bool,
    /// Name each presentation, so that a repeated question gets the same answer however late.
    pub names_events: bool,
    /// Open when asked to from afar.
    pub opens_from_afar: bool,
}

/// `POST /v1/manage/sites/{id}/panels`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PanelRequest {
    /// Its name.
    pub name: String,
    /// Its locks; the first is the one meant when a panel does not say.
    pub locks: Vec<PanelLock>,
    /// Its make; missing: `native`.
    #[serde(default)]
    pub adapter: MakeName,
    /// The QR codes it can read; missing: the make's usual ones.
    #[serde(default)]
    pub qr_alphabet: Option<QrAlphabet>,
    /// What it is told about unknown identifiers; missing: as usual for its make.
    #[serde(default)]
    pub unknown: Option<UnknownPolicy>,
    /// How long a lock stays open, in milliseconds, at least 3000 (IEC 60839-11-1).
    #[serde(default)]
    pub open_ms: Option<u32>,
}

/// `PATCH /v1/manage/panels/{id}`: what is missing stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PanelChange {
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Other locks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locks: Option<Vec<PanelLock>>,
    /// Another answer to unknown identifiers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<UnknownPolicy>,
    /// Another opening time, in milliseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_ms: Option<u32>,
}

/// A panel. Its token is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PanelBody {
    /// The panel.
    pub id: PanelId,
    /// Its name.
    pub name: String,
    /// Its locks.
    pub locks: Vec<PanelLock>,
    /// How it speaks.
    pub adapter: MakeName,
    /// The QR codes it can read.
    pub qr_alphabet: QrAlphabet,
    /// What it is told about unknown identifiers.
    pub unknown: UnknownPolicy,
    /// How long a lock stays open, in milliseconds.
    pub open_ms: u32,
    /// When it last asked anything since the service started.
    pub last_seen: Option<DateTime<Utc>>,
    /// Whether it is listening for commands now.
    pub listening: bool,
}

/// A panel just made, or given a new token.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PanelCreated {
    /// The panel.
    pub panel: PanelBody,
    /// Its secret.
    pub token: String,
    /// What to enter in the panel as the address to ask.
    pub validate_url: String,
    /// What a technician does with the address, in plain English.
    pub instructions: String,
}

/// `POST /v1/manage/units/{id}/invitations`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct InvitationRequest {
    /// The resident's name.
    pub resident_name: String,
    /// An existing resident, to add a device to; missing: a new one.
    pub resident: Option<ResidentId>,
    /// How long the invitation is good for, in hours, 1 to 720; missing: 72.
    pub valid_hours: Option<u32>,
}

/// An invitation. Its code is shown once, when it is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationBody {
    /// The invitation.
    pub id: uuid::Uuid,
    /// The unit.
    pub unit: UnitId,
    /// The resident's name.
    pub resident_name: String,
    /// When it stops being good.
    pub expires_at: DateTime<Utc>,
    /// When it was used, if it was.
    pub used_at: Option<DateTime<Utc>>,
}

/// An invitation just made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationCreated {
    /// The invitation.
    pub invitation: InvitationBody,
    /// The code, in groups a person can read aloud.
    pub code: String,
    /// Opens the app with server and code filled in.
    pub link: String,
}

/// A resident as managers see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResidentBody {
    /// The membership.
    pub id: ResidentId,
    /// The unit.
    pub unit: UnitId,
    /// The name.
    pub name: String,
    /// Active devices.
    pub devices: Vec<super::Device>,
}

/// `POST /v1/manage/sites/{id}/managers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ManagerRequest {
    /// The manager's name.
    pub name: String,
}

/// A manager of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ManagerBody {
    /// The manager's token, by name; `DELETE /v1/manage/managers/{id}` ends it.
    pub id: uuid::Uuid,
    /// The site.
    pub site: SiteId,
    /// The manager's name.
    pub name: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// A manager just made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ManagerCreated {
    /// The manager.
    pub manager: ManagerBody,
    /// The Bearer token; shown once.
    pub token: String,
}

/// `POST /v1/manage/doors/{id}/open`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenedBody {
    /// The decision's id in the log.
    pub decision_id: EntryId,
    /// How many listening panels were told; 0 is answered as an error instead.
    pub panels: u32,
    /// What a panel said came of it, as far as it has said anything yet.
    pub outcome: Option<CommandOutcome>,
}
