//! Passes on the wire.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{DoorId, PassId};
use crate::pass::{
    Expected, GuestKind, Identifier, IdentifierKind, Invalid, Pass, PassChange, PassDraft, Problem, ScheduleText,
    Standing, Status, Usage, UseLimits,
};
use crate::time::{Opening, Zone};

/// A pass as the service shows it to its resident or to a manager.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassBody {
    /// The pass.
    pub id: PassId,
    /// Grows with every edit; also the `ETag`.
    pub version: u32,
    /// What the guest and the resident read.
    pub name: String,
    /// For the resident alone; empty for managers.
    pub comment: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// When it opens.
    pub schedule: ScheduleText,
    /// How often it may open, and how often it did.
    pub uses: UsesBody,
    /// What it opens.
    pub doors: Vec<DoorId>,
    /// How it is presented. Once the pass is no longer valid, kinds only: see [`Identifier`].
    pub identifiers: Vec<Identifier>,
    /// Where it stood when this was written.
    pub status: Status,
    /// The opening under way, or the next one.
    pub next_opening: Option<Opening>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Limits and uses of a pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsesBody {
    /// How often it may be used.
    #[serde(flatten)]
    pub limits: UseLimits,
    /// How often it was.
    #[serde(flatten)]
    pub usage: Usage,
}

impl PassBody {
    /// A pass with its uses and where it stands.
    #[must_use]
    pub fn of(pass: &Pass, usage: &Usage, standing: Standing) -> Self {
        Self {
            id: pass.id,
            version: pass.version,
            name: pass.name.clone(),
            comment: pass.comment.clone(),
            guest: pass.guest,
            schedule: ScheduleText::from(&pass.schedule),
            uses: UsesBody { limits: pass.uses, usage: *usage },
            doors: pass.doors.clone(),
            identifiers: pass.identifiers.clone(),
            status: standing.status,
            next_opening: standing.opening,
            created_at: pass.created_at,
            revoked_at: pass.revoked_at,
        }
    }

    /// The pass itself, for the rules.
    pub fn pass(&self) -> Result<Pass, Invalid> {
        Ok(Pass {
            id: self.id,
            version: self.version,
            name: self.name.clone(),
            comment: self.comment.clone(),
            guest: self.guest,
            schedule: self.schedule.clone().try_into()?,
            uses: self.uses.limits,
            doors: self.doors.clone(),
            identifiers: self.identifiers.clone(),
            created_at: self.created_at,
            revoked_at: self.revoked_at,
        })
    }
}

/// `POST /v1/passes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PassRequest {
    /// Made by the client, so that a pass made offline keeps its id; the service makes one if it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PassId>,
    /// Empty or missing: one is generated.
    pub name: String,
    /// For the resident alone.
    pub comment: String,
    /// Guest or courier.
    pub guest: GuestKind,
    /// When it opens.
    pub schedule: ScheduleText,
    /// How often it opens; missing: the type's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<UsesRequest>,
    /// What it opens; missing: every door the resident may share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doors: Option<Vec<DoorId>>,
    /// How it can be presented; missing: QR code, access code and link, as far as the site allows them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifiers: Option<Vec<IdentifierRequest>>,
}

/// Limits as asked for. Signed, so that a number out of range is a field's problem and not an unreadable body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct UsesRequest {
    /// 1 to 9999; `null` is unlimited.
    pub limit: Option<i64>,
    /// 1 to 9999 a local day; `null` is unlimited.
    pub per_day: Option<i64>,
}

/// An identifier as asked for: `{"type":"qr"}`, `{"type":"plate","plate":"ABC 1234"}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IdentifierRequest {
    /// `qr`, `code`, `link` or `plate`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The plate, for a plate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plate: Option<String>,
}

/// Never shows the plate: debug output ends up in logs.
impl fmt::Debug for IdentifierRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, plate: _ } = self;
        f.debug_struct("IdentifierRequest").field("kind", kind).finish_non_exhaustive()
    }
}

impl PassRequest {
    /// The request for a draft.
    #[must_use]
    pub fn of(id: PassId, draft: &PassDraft) -> Self {
        let identifiers = draft.identifiers.iter().map(|kind| IdentifierRequest {
            kind: kind.code().to_owned(),
            plate: draft.plate.clone().filter(|_| *kind == IdentifierKind::Plate),
        });
        Self {
            id: Some(id),
            name: draft.name.clone(),
            comment: draft.comment.clone(),
            guest: draft.guest,
            schedule: ScheduleText::from(&draft.schedule),
            uses: Some(draft.uses.into()),
            doors: Some(draft.doors.clone()),
            identifiers: Some(identifiers.collect()),
        }
    }

    /// Reads the request. What is missing is taken from the site: its zone, the doors the resident may share, the
    /// identifiers it allows.
    pub fn parse(
        &self,
        site_zone: Zone,
        shareable_doors: &[DoorId],
        allowed: &[IdentifierKind],
    ) -> Result<PassDraft, Invalid> {
        let mut found = Vec::new();
        let (identifiers, plate) = if let Some(asked) = &self.identifiers {
            let mut kinds = Vec::new();
            for one in asked {
                match IdentifierKind::from_code(&one.kind) {
                    Some(kind) if kinds.contains(&kind) => {}
                    Some(kind) => kinds.push(kind),
                    None => {
                        found.push(Problem::Malformed { expected: Some(Expected::Identifier) }.at("identifiers.type"));
                    }
                }
            }
            (kinds, asked.iter().find_map(|one| one.plate.clone()))
        } else {
            let usual = [IdentifierKind::Qr, IdentifierKind::Code, IdentifierKind::Link];
            (usual.into_iter().filter(|kind| allowed.contains(kind)).collect(), None)
        };
        let schedule = self.schedule.parse(site_zone).map_err(|invalid| found.extend(invalid.0)).ok();
        match schedule {
            Some(schedule) if found.is_empty() => Ok(PassDraft {
                name: self.name.trim().to_owned(),
                comment: self.comment.trim().to_owned(),
                guest: self.guest,
                uses: self.uses.map_or_else(|| schedule.pass_type().default_uses(), UseLimits::from),
                schedule,
                doors: self.doors.clone().unwrap_or_else(|| shareable_doors.to_vec()),
                identifiers,
                plate,
            }),
            _ => Err(Invalid(found)),
        }
    }
}

impl From<UseLimits> for UsesRequest {
    fn from(limits: UseLimits) -> Self {
        Self { limit: limits.limit.map(i64::from), per_day: limits.per_day.map(i64::from) }
    }
}

impl From<UsesRequest> for UseLimits {
    /// A number below the range becomes 0, which the rules refuse; one above stays above.
    fn from(asked: UsesRequest) -> Self {
        let number = |n: i64| u32::try_from(n.max(0)).unwrap_or(u32::MAX);
        Self { limit: asked.limit.map(number), per_day: asked.per_day.map(number) }
    }
}

/// `PATCH /v1/passes/{id}`: what is missing stays as it is. Identifiers never change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct PassEdit {
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A new comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Another guest kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guest: Option<GuestKind>,
    /// Another schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<ScheduleText>,
    /// Other limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uses: Option<UsesRequest>,
    /// Other doors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doors: Option<Vec<DoorId>>,
}

impl PassEdit {
    /// The whole of `draft` as an edit.
    #[must_use]
    pub fn of(draft: &PassDraft) -> Self {
        Self {
            name: Some(draft.name.clone()),
            comment: Some(draft.comment.clone()),
            guest: Some(draft.guest),
            schedule: Some(ScheduleText::from(&draft.schedule)),
            uses: Some(draft.uses.into()),
            doors: Some(draft.doors.clone()),
        }
    }

    /// `pass` with the edit applied, ready for [`PassDraft::check`].
    ///
    /// # Errors
    ///
    /// The fields of the schedule that cannot be read.
    pub fn apply_to(&self, pass: &Pass) -> Result<PassDraft, Invalid> {
        PassChange::from(self.clone()).apply_to(pass)
    }
}

impl From<PassEdit> for PassChange {
    fn from(edit: PassEdit) -> Self {
        let PassEdit { name, comment, guest, schedule, uses, doors } = edit;
        Self { name, comment, guest, schedule, uses: uses.map(UseLimits::from), doors }
    }
}

/// `POST /v1/passes/{id}/shares`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShareRequest {
    /// How to send it.
    pub channel: ShareChannel,
    /// A phone number or mail address, for the channels that need one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The language of the message, `en`, `es` or `ar`; the site's when missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// How a pass is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ShareChannel {
    /// By the service, as a text message.
    Sms,
    /// By the service, as mail.
    Email,
    /// By the resident, with the phone's own share sheet.
    Link,
}

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShareResponse {
    /// The message.
    pub text: String,
    /// The guest's page, if the pass has a link.
    pub url: Option<String>,
}
