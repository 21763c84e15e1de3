//! What the resident wants of a pass, and how it waits.

use std::fmt;

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
        /// What was wanted before and need not be done any more, in order. It waits again if the revocation is undone.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set_aside: Vec<SetAside>,
    },
}

impl Command {
    /// The wish to end a pass.
    #[must_use]
    pub fn revoke(at: DateTime<Utc>) -> Self {
        Self::Revoke { at, set_aside: Vec::new() }
    }
}

/// A command that a revocation has made needless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// What was wanted.
    pub command: Command,
    /// The server's refusal, if it was stuck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// A command in the queue of its pass.
#[derive(Clone, PartialEq, Eq)]
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

/// Never shows the key: who knows it could learn the answer, and debug output ends up in logs.
impl fmt::Debug for QueuedCommand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seq, key: _, command, sent, refusal } = self;
        f.debug_struct("QueuedCommand")
            .field("seq", seq)
            .field("command", command)
            .field("sent", sent)
            .field("refusal", refusal)
            .finish_non_exhaustive()
    }
}

impl QueuedCommand {
    /// Whether the server cannot have it: it never left, or was refused.
    pub(super) fn alterable(&self) -> bool {
        !self.sent || self.refusal.is_some()
    }

    /// What this has set aside, if it is a revocation.
    pub(super) fn set_aside_here(&self) -> Option<&[SetAside]> {
        match &self.command {
            Command::Revoke { set_aside, .. } => Some(set_aside),
            _ => None,
        }
    }

    pub(super) fn set_aside(&self) -> SetAside {
        SetAside { command: self.command.clone(), refusal: self.refusal.clone() }
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
