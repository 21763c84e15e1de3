//! Purges the ledger, reports its health and closes it.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;

use super::Result;
pub use crate::building::PurgeReport;

/// The health of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Passes in memory.
    pub live_passes: u64,
    /// Operations waiting for the next commit.
    pub waiting: u64,
    /// Commits since the start.
    pub commits: u64,
    /// Commits that failed since the start.
    pub failed_commits: u64,
    /// Operations committed since the start; divided by commits, how many share one.
    pub operations: u64,
    /// Jobs that wait or run.
    pub jobs_waiting: u64,
    /// Jobs that were given up.
    pub jobs_given_up: u64,
    /// Sites at which 200 wrong access codes or more were tried on the last day on which any was.
    pub sites_under_attack: Vec<SiteId>,
}

/// Purges the ledger, reports its health and closes it.
#[async_trait]
pub trait Maintenance: Send + Sync {
    /// Removes what the policies of all sites no longer keep.
    async fn purge(&self, now: DateTime<Utc>) -> Result<PurgeReport>;
    /// Removes what one site's policy no longer keeps. A separate job removes photos.
    ///
    /// # Errors
    ///
    /// There is no such site.
    async fn purge_site(&self, site: SiteId, now: DateTime<Utc>) -> Result<PurgeReport>;
    /// The health of the ledger.
    ///
    /// # Errors
    ///
    /// The writer does not answer, or cannot commit.
    async fn health(&self) -> Result<Health>;
    /// Finishes what was accepted and closes the store.
    async fn close(&self) -> Result<()>;
}
