//! Passes and profiles, as screens show them.

use gatepass_core::api::DoorBody;
use gatepass_core::app::{self, ProfileId};
use gatepass_core::id::DoorId;
use gatepass_core::share::Language;
use gatepass_core::wizard::problem_phrase;

use crate::error::explain;
use crate::names::Timestamp;
use crate::{Badge, DoorKind, GuestKind, Identifier, IdentifierKind, Opening, PassRef, PassType, Status};

/// A resident on a server, as of the last synchronisation.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ProfileView {
    /// Its name on this device.
    pub id: ProfileId,
    /// The resident's name.
    pub resident: String,
    /// The site's name.
    pub site: String,
    /// Its postal address; may be empty.
    pub address: String,
    /// Its IANA zone.
    pub time_zone: String,
    /// The flat or office, `12B`.
    pub unit: String,
    /// The server, `https://passes.example.com`.
    pub server: String,
    /// Whether the server still knows this device. If not: ask for a new invitation.
    pub signed_in: bool,
    /// Whether the building lets residents give passes at all. If not: ask the manager.
    pub passes_enabled: bool,
    /// The doors the resident holds.
    pub doors: Vec<Door>,
}

/// A door.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Door {
    /// The door.
    pub id: DoorId,
    /// Its name.
    pub name: String,
    /// What kind of door.
    pub kind: DoorKind,
}

/// A list of passes.
#[derive(Clone, Debug, Default, PartialEq, Eq, uniffi::Record)]
pub struct PassList {
    /// The rows, newest first.
    pub rows: Vec<PassRow>,
    /// Whether a higher limit would give more.
    pub more: bool,
}

/// One row of the list of passes.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PassRow {
    /// The pass.
    pub pass: PassRef,
    /// Its name.
    pub name: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// Which of the five types.
    pub kind: PassType,
    /// Where it stands now.
    pub status: Status,
    /// The opening under way, or the next one.
    pub opening: Option<Opening>,
    /// Whose wall clock the pass follows; show openings in this IANA zone.
    pub time_zone: String,
    /// How often it was used.
    pub used: u32,
    /// Visits in all; none is unlimited.
    pub limit: Option<u32>,
    /// Visits a day; none is unlimited.
    pub per_day: Option<u32>,
    /// Visits left in all; none is unlimited.
    pub left: Option<u32>,
    /// How it is, or will be, presented.
    pub identifiers: Vec<IdentifierKind>,
    /// Things worth a mark beside the name.
    pub badges: Vec<Badge>,
    /// Whether the server has it as shown.
    pub sync: PassSync,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Whether the server has a pass as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PassSync {
    /// Yes.
    Synced,
    /// Not yet; it is sent as soon as the server can be reached.
    Waiting,
    /// The server refused the change. The resident retries, edits, or discards it.
    Stuck {
        /// Why, in the app's language.
        text: String,
    },
}

/// All of one pass.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PassDetails {
    /// What the list shows of it.
    pub row: PassRow,
    /// For the resident alone.
    pub comment: String,
    /// When it opens, in one sentence of the app's language.
    pub validity: String,
    /// The next openings, five at most.
    pub openings: Vec<Opening>,
    /// What it opens; a door the resident no longer holds is left out.
    pub doors: Vec<Door>,
    /// How it is presented. Empty until the server has it, and once it is no longer valid.
    pub identifiers: Vec<Identifier>,
    /// Whether it can be changed now.
    pub editable: bool,
    /// If not, why, in the app's language.
    pub not_editable_because: Option<String>,
    /// Whether deleting it can be taken back: it is deleted here, and the server does not know yet.
    pub can_undo_delete: bool,
    /// Whether there is something to share: the server has it, and it is still valid.
    pub can_share: bool,
    /// When it was revoked, if it was.
    pub revoked_at: Option<Timestamp>,
}

impl From<app::ProfileView> for ProfileView {
    fn from(view: app::ProfileView) -> Self {
        let resident = view.resident;
        Self {
            id: view.id,
            resident: resident.name,
            site: resident.site.name,
            address: resident.site.address,
            time_zone: resident.site.time_zone,
            unit: resident.unit.name,
            server: view.server,
            signed_in: view.signed_in,
            passes_enabled: resident.policy.passes_enabled,
            doors: resident.doors.into_iter().map(Door::from).collect(),
        }
    }
}

impl From<DoorBody> for Door {
    fn from(door: DoorBody) -> Self {
        Self { id: door.id, name: door.name, kind: door.kind }
    }
}

impl PassList {
    pub(crate) fn of(list: app::PassList, language: Language) -> Self {
        let rows = list.rows.into_iter().map(|row| PassRow::of(row, language)).collect();
        Self { rows, more: list.more }
    }
}

impl PassRow {
    pub(crate) fn of(row: app::PassRow, language: Language) -> Self {
        Self {
            pass: row.pass,
            name: row.name,
            guest: row.guest,
            kind: row.kind,
            status: row.status,
            opening: row.opening,
            time_zone: row.time_zone,
            used: row.used,
            limit: row.uses.limit,
            per_day: row.uses.per_day,
            left: row.left,
            identifiers: row.identifiers,
            badges: row.badges,
            sync: PassSync::of(row.sync, language),
            created_at: row.created_at,
        }
    }
}

impl PassSync {
    fn of(sync: app::PassSync, language: Language) -> Self {
        match sync {
            app::PassSync::Synced => Self::Synced,
            app::PassSync::Waiting => Self::Waiting,
            app::PassSync::Stuck { code, reason, fields } => {
                let text = match fields.first() {
                    Some(first) => explain(&first.field, &first.code, &first.detail, language),
                    None => explain("", &code, &reason, language),
                };
                Self::Stuck { text }
            }
        }
    }
}

impl PassDetails {
    pub(crate) fn of(details: app::PassDetails, language: Language) -> Self {
        let why = |code: String| problem_phrase(&code, &code).say(language);
        Self {
            row: PassRow::of(details.row, language),
            comment: details.comment,
            validity: details.validity,
            openings: details.openings,
            doors: details.doors.into_iter().map(Door::from).collect(),
            identifiers: details.identifiers,
            editable: details.editable,
            not_editable_because: details.not_editable_because.map(why),
            can_undo_delete: details.can_undo_revoke,
            can_share: details.can_share,
            revoked_at: details.revoked_at,
        }
    }
}
