//! The record of administrative acts: who did what, and what it changed.

use chrono::{DateTime, Utc};
use gatepass_core::id::{ResidentId, SiteId};
use serde_json::Value;
use uuid::Uuid;

use super::{Act, Record};

/// The actor of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The operator, with the token of the key file.
    Operator,
    /// A manager.
    Manager(Uuid),
    /// A resident, with one of their devices.
    Resident {
        /// The resident.
        resident: ResidentId,
        /// The device.
        device: Uuid,
    },
    /// The service itself.
    Service,
}

impl Actor {
    /// The name of its kind in the database and on the wire.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Manager(_) => "manager",
            Self::Resident { .. } => "resident",
            Self::Service => "service",
        }
    }

    /// Which one of its kind.
    #[must_use]
    pub fn id(self) -> Option<Uuid> {
        match self {
            Self::Manager(manager) => Some(manager),
            Self::Resident { resident, .. } => Some(resident.0),
            Self::Operator | Self::Service => None,
        }
    }
}

/// The actor and the instant of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The actor.
    pub actor: Actor,
    /// The instant.
    pub at: DateTime<Utc>,
}

impl Attribution {
    /// The operator, at this instant.
    #[must_use]
    pub fn operator(at: DateTime<Utc>) -> Self {
        Self { actor: Actor::Operator, at }
    }
}

/// One administrative act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its sequence number.
    pub seq: i64,
    /// The site.
    pub site: SiteId,
    /// The instant.
    pub at: DateTime<Utc>,
    /// The kind of who did it: `operator`, `manager`, `resident`, `service`.
    pub actor: String,
    /// Which one of its kind; `None` for the operator and the service.
    pub actor_id: Option<Uuid>,
    /// What was done: `door.changed`.
    pub act: String,
    /// The id of what it was done to.
    pub subject: Uuid,
    /// What was there before, without secrets; `None` for what is new.
    pub before: Option<Value>,
    /// What is there now, without secrets; `None` for what is gone.
    pub after: Option<Value>,
}

impl Act<'_> {
    /// The record that this act was done. `before` and `after` hold no secret.
    pub(super) fn audit(
        &self,
        site: SiteId,
        act: &str,
        subject: Uuid,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Record {
        Record::Audit(Box::new(AuditEntry {
            // The same number as the change itself, so the sequence orders the acts.
            seq: self.sequence(site).next(),
            site,
            at: self.now,
            actor: self.actor.kind().to_owned(),
            actor_id: self.actor.id(),
            act: act.to_owned(),
            subject,
            before,
            after,
        }))
    }
}

/// What the audit shows of a thing.
pub(super) fn shown(thing: &impl serde::Serialize) -> Option<Value> {
    serde_json::to_value(thing).ok()
}
