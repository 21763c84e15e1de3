//! What panels ask and what they are told.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::id::EntryId;
use crate::panel::{CommandOutcome, Decision};
use crate::pass::{IdentifierKind, Reason};

/// `POST /v1/panels/{token}/validate`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ValidateRequest {
    /// What was presented.
    #[serde(rename = "type")]
    pub kind: IdentifierKind,
    /// What was read: the text of the QR code, the digits typed, the plate, the link.
    pub value: String,
    /// Which of the panel's locks, by number; the first when missing. Older panels call it `door`.
    #[serde(default, alias = "door", skip_serializing_if = "Option::is_none")]
    pub lock: Option<u16>,
    /// The panel's own name for this presentation, 1 to 64 characters: the same again gives the same answer. Without
    /// one, the same identifier at the same door within 10 seconds is one presentation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
    /// A JPEG of who stands there, in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<String>,
    /// How sure a plate camera is, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
}

/// The answer. It leaves the service only after the decision is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ValidateResponse {
    /// What to do.
    pub decision: Decision,
    /// Why; for the panel's own log, not for its display.
    pub reason: Reason,
    /// Which lock to open.
    pub lock: u16,
    /// For how long, in milliseconds; 0 unless granted.
    pub open_ms: u32,
    /// The decision's id in the log; the same for every repetition of one presentation. `null` when not handled.
    pub decision_id: Option<EntryId>,
    /// What to show the visitor; never tells an unknown identifier from a revoked one.
    pub display: String,
}

/// `POST /v1/panels/{token}/commands/{decision_id}`: a panel says what came of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommandReport {
    /// What came of it.
    pub outcome: CommandOutcome,
}

/// One event of `GET /v1/panels/{token}/commands`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PanelCommand {
    /// Open a lock.
    Open {
        /// The decision's id in the log; the panel says what came of it at
        /// `POST /v1/panels/{token}/commands/{decision_id}`.
        decision_id: EntryId,
        /// Which lock.
        lock: u16,
        /// For how long, in milliseconds.
        open_ms: u32,
        /// The panel drops the command after this instant.
        expires_at: DateTime<Utc>,
    },
}
