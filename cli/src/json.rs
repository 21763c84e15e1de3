//! The JSON that `--json` prints. Fields are added and never removed, because scripts depend on them.

use chrono::{DateTime, Utc};
use gatepass_core::api::{DoorKind, FieldProblemBody};
use gatepass_core::app::{Badge, EntryRow, PassAction, PassDetails, PassRow, PassSync, ProfileView, RowState};
use gatepass_core::id::{DoorId, EntryId, PassId};
use gatepass_core::pass::{GuestKind, Identifier, IdentifierKind, PassType, Schedule, Status};
use gatepass_core::time::Opening;
use serde::Serialize;
use serde_json::{Value, json};

/// One pass in `list`.
#[derive(Debug, Serialize)]
pub(crate) struct PassRowJson {
    id: PassId,
    profile: String,
    name: String,
    guest: GuestKind,
    #[serde(rename = "type")]
    kind: PassType,
    status: Status,
    /// The status with its instant: `{"is": "open", "until": …}`.
    state: RowState,
    valid: bool,
    /// The opening under way, or the next one.
    opening: Option<Opening>,
    time_zone: String,
    uses: Uses,
    /// As the list shows it: `null` where visits are unlimited, the pass is over, or a badge says it.
    uses_left: Option<u32>,
    identifiers: Vec<IdentifierKind>,
    badges: Vec<Badge>,
    /// The actions that are possible now.
    actions: Vec<PassAction>,
    sync: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
    created_at: DateTime<Utc>,
}

#[derive(Debug, Serialize)]
struct Uses {
    limit: Option<u32>,
    per_day: Option<u32>,
    used: u32,
}

/// Why the server refused a change.
#[derive(Debug, Serialize)]
struct Problem {
    code: String,
    message: String,
    errors: Vec<FieldProblemBody>,
}

/// One pass in `new`, `show`, `edit`.
#[derive(Debug, Serialize)]
pub(crate) struct PassDetailsJson {
    #[serde(flatten)]
    row: PassRowJson,
    comment: String,
    schedule: Schedule,
    openings: Vec<Opening>,
    doors: Vec<Door>,
    /// The identifiers with their secrets; `identifiers` of a row has the kinds only.
    credentials: Vec<Identifier>,
    editable: bool,
    not_editable_because: Option<String>,
    revoked_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Serialize)]
struct Door {
    id: DoorId,
    name: String,
    kind: DoorKind,
}

impl From<&PassRow> for PassRowJson {
    fn from(row: &PassRow) -> Self {
        let (sync, problem) = match &row.sync {
            PassSync::Synced => ("synced", None),
            PassSync::Waiting => ("waiting", None),
            PassSync::Stuck { code, reason, fields } => {
                ("stuck", Some(Problem { code: code.clone(), message: reason.clone(), errors: fields.clone() }))
            }
        };
        Self {
            id: row.pass.pass,
            profile: row.pass.profile.to_string(),
            name: row.name.clone(),
            guest: row.guest,
            kind: row.kind,
            status: row.status,
            state: row.state,
            valid: !row.over,
            opening: row.opening,
            time_zone: row.time_zone.clone(),
            uses: Uses { limit: row.uses.limit, per_day: row.uses.per_day, used: row.used },
            identifiers: row.identifiers.clone(),
            uses_left: row.uses_left,
            badges: row.badges.clone(),
            actions: row.actions.clone(),
            sync,
            problem,
            created_at: row.created_at,
        }
    }
}

impl From<&PassDetails> for PassDetailsJson {
    fn from(pass: &PassDetails) -> Self {
        let door = |door: &gatepass_core::api::DoorBody| Door { id: door.id, name: door.name.clone(), kind: door.kind };
        Self {
            row: PassRowJson::from(&pass.row),
            comment: pass.comment.clone(),
            schedule: pass.schedule.clone(),
            openings: pass.openings.clone(),
            doors: pass.doors.iter().map(door).collect(),
            credentials: pass.identifiers.clone(),
            editable: pass.not_editable_because.is_none(),
            not_editable_because: pass.not_editable_because.clone(),
            revoked_at: match pass.row.state {
                RowState::Revoked { at } => Some(at),
                _ => None,
            },
        }
    }
}

/// One line of the log.
#[derive(Debug, Serialize)]
pub(crate) struct EntryRowJson {
    id: EntryId,
    at: DateTime<Utc>,
    time_zone: String,
    door: DoorId,
    door_name: String,
    /// How the guest presented the pass; `null` where a manager opened the door.
    kind: Option<IdentifierKind>,
    decision: gatepass_core::api::Decision,
    reason: gatepass_core::pass::Reason,
    /// Whether this entry began a visit.
    arrival: bool,
    /// Whether the visit under way had opened this door before.
    again: bool,
    pass: Option<PassId>,
    pass_name: Option<String>,
    photo: bool,
}

impl From<&EntryRow> for EntryRowJson {
    fn from(row: &EntryRow) -> Self {
        let entry = &row.entry;
        Self {
            id: entry.id,
            at: entry.at,
            time_zone: row.time_zone.clone(),
            door: entry.door,
            door_name: entry.door_name.clone(),
            kind: entry.kind,
            decision: entry.decision,
            reason: entry.reason,
            arrival: entry.arrival,
            again: entry.again,
            pass: entry.pass,
            pass_name: entry.pass_name.clone(),
            photo: entry.photo,
        }
    }
}

/// A profile in `profiles` and `activate`.
pub(crate) fn profile(view: &ProfileView) -> Value {
    let resident = &view.resident;
    let doors: Vec<_> = resident
        .doors
        .iter()
        .map(|door| json!({"id": door.id, "name": door.name, "kind": door.kind, "shareable": door.shareable}))
        .collect();
    json!({
        "id": view.id.to_string(),
        "server": view.server,
        "signed_in": view.signed_in,
        "name": resident.name,
        "site": {"id": resident.site.id, "name": resident.site.name, "address": resident.site.address,
                 "time_zone": resident.site.time_zone},
        "unit": {"id": resident.unit.id, "name": resident.unit.name},
        "doors": doors,
        "policy": resident.policy,
        "devices": resident.devices,
    })
}
