//! What operators see: jobs that are still to be done, and administrative acts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::SiteId;

/// A job that is not done yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobBody {
    /// The job.
    pub id: Uuid,
    /// Its site.
    pub site: SiteId,
    /// What it does: `purge`, `remove_photos`.
    pub kind: String,
    /// It is not begun before.
    pub not_before: DateTime<Utc>,
    /// It is given up after; missing: never for its age.
    pub deadline: Option<DateTime<Utc>>,
    /// How often it was tried.
    pub attempts: u32,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// Whether it was given up. It is then done only if an operator has it tried again.
    pub given_up: bool,
}

/// A key that closes sealed boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SealBody {
    /// Its id.
    pub id: u32,
    /// When it was made; `null` for one that is older than such notes.
    pub made_at: Option<DateTime<Utc>>,
    /// Whether it closes new boxes.
    pub current: bool,
}

/// One administrative act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditBody {
    /// Its place in the site's sequence.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it: `operator`, `manager`, `resident`, `service`.
    pub actor: String,
    /// Which manager or resident.
    pub actor_id: Option<Uuid>,
    /// What was done: `door.changed`.
    pub act: String,
    /// The id of what it was done to.
    pub subject: Uuid,
    /// What was there before, without secrets; missing for what is new.
    pub before: Option<serde_json::Value>,
    /// What is there now, without secrets; missing for what is gone.
    pub after: Option<serde_json::Value>,
}
