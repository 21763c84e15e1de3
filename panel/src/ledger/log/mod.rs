//! The log is read, and who follows it keeps up.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod audit_conformance;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{EntryId, SiteId, UnitId};
use tokio::sync::broadcast;

use super::{ListPage, PageRequest, PassView, Result, Scope};
use crate::building::AuditEntry;
pub use crate::building::EntryView;

/// What a unit's residents have not seen yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    /// Passes that were made, edited, revoked or used, as they are now.
    pub passes: Vec<PassView>,
    /// New entries, oldest first.
    pub entries: Vec<EntryView>,
    /// Whether anything of the residents' profiles changed: name, unit, site, policy, doors, devices.
    pub profile: bool,
    /// Where to go on from.
    pub cursor: i64,
    /// Whether there is more right now.
    pub more: bool,
}

/// Something of a unit, or of a whole site, changed and is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeNotice {
    /// The site.
    pub site: SiteId,
    /// The unit; `None`: every unit of the site.
    pub unit: Option<UnitId>,
    /// The sequence number.
    pub seq: i64,
}

/// Reads the log. A database implements it for the engine.
#[async_trait]
pub trait LogQueries: Send + Sync {
    /// The log, newest first.
    async fn entries(&self, scope: Scope, page: PageRequest) -> Result<ListPage<EntryView>>;
    /// One entry.
    async fn entry(&self, scope: Scope, entry: EntryId) -> Result<EntryView>;
    /// What of a unit is newer than the cursor, oldest first, at most about `limit` passes and entries. From 0:
    /// everything.
    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet>;
    /// The administrative acts at a site, newest first.
    async fn audit(&self, site: SiteId, page: PageRequest) -> Result<ListPage<AuditEntry>>;
}

/// The log, and news of it.
pub trait Log: LogQueries {
    /// Tells of every change from now on, after it is on disk.
    fn subscribe(&self) -> broadcast::Receiver<ChangeNotice>;
}
