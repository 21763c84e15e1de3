//! What the resident wants of a pass, and how it waits.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::api::{FieldProblemBody, PassEdit, PassRequest};

/// What the resident wants of a pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Command {
    /// Make it.
    Create {
        /// The whole request; its id is the pass's.
        request: PassRequest,
        /// When the resident asked.
        at: DateTime<Utc>,
    },
    /// Change it.
    Edit {
        /// All that can be changed.
        edit: PassEdit,
        /// The version the resident looked at; `None` is the result of the change before this one.
        base: Option<u32>,
        /// When the resident asked.
        at: DateTime<Utc>,
    },
    /// End it.
    Revoke {
        /// When the resident asked.
        at: DateTime<Utc>,
    },
}

/// A command in the queue of its pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedCommand {
    /// Its place.
    pub seq: i64,
    /// The idempotency key it is sent under.
    pub key: String,
    /// What is wanted.
    pub command: Command,
    /// Whether it has left the device at least once.
    pub sent: bool,
    /// The server's refusal, if it is stuck.
    pub refusal: Option<Refusal>,
}

impl QueuedCommand {
    /// Whether the server cannot have it: it never left, or was refused.
    pub(super) fn alterable(&self) -> bool {
        !self.sent || self.refusal.is_some()
    }
}

/// Why the server refuses a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The stable name.
    pub code: String,
    /// In English.
    pub reason: String,
    /// Problems with fields, if that is why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldProblemBody>,
}

impl Refusal {
    /// A refusal without problems of fields.
    pub(crate) fn named(code: &str, reason: &str) -> Self {
        Self { code: code.to_owned(), reason: reason.to_owned(), fields: Vec::new() }
    }
}
