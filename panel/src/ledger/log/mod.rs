//! Reads the log, and notifies of changes.

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

/// The changes of a unit after a cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    /// Passes that were made, edited, revoked or used, as they are now.
    pub passes: Vec<PassView>,
    /// New entries, oldest first.
    pub entries: Vec<EntryView>,
    /// Whether anything of the residents' profiles changed: name, unit, site, policy, doors, devices.
    pub profile: bool,
    /// The next cursor.
    pub cursor: i64,
    /// Whether there are more changes now.
    pub more: bool,
}

/// A change of a unit or of a whole site that is on disk.
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
    ///
    /// # Errors
    ///
    /// There is no such entry in the scope.
    async fn entry(&self, scope: Scope, entry: EntryId) -> Result<EntryView>;
    /// The changes of a unit after the cursor, oldest first, at most about `limit` passes and entries. 0 means from the
    /// start.
    ///
    /// # Errors
    ///
    /// There is no such unit.
    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet>;
    /// The administrative acts at a site, newest first.
    async fn audit(&self, site: SiteId, page: PageRequest) -> Result<ListPage<AuditEntry>>;
}

/// The log, with notices of changes.
pub trait Log: LogQueries {
    /// A receiver of a notice of every later change, after it is on disk.
    fn subscribe(&self) -> broadcast::Receiver<ChangeNotice>;
}
