//! Stores jobs until they are done.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
pub(crate) mod conformance;
mod engine;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;
use tokio::sync::watch;
use uuid::Uuid;

use super::Result;
use crate::building::Attribution;
pub use crate::building::{Job, JobKind, JobResult, PayloadError};

/// Stores jobs. An act makes them, in the same commit as its other records.
#[async_trait]
pub trait Jobs: Send + Sync {
    /// All jobs that are not done: those that wait, the next one first, then those that were given up.
    async fn jobs(&self, now: DateTime<Utc>) -> Result<Vec<Arc<Job>>>;
    /// Records the result of an attempt at a job. A job that was dropped meanwhile stays dropped.
    async fn settle_job(&self, job: Uuid, result: JobResult, now: DateTime<Utc>) -> Result<()>;
    /// Schedules a job for now, even one that was given up.
    ///
    /// # Errors
    ///
    /// There is no such job, or it is done.
    async fn retry_job(&self, job: Uuid, by: Attribution) -> Result<Arc<Job>>;
    /// Drops a job: it is never done.
    ///
    /// # Errors
    ///
    /// There is no such job, or it is done.
    async fn drop_job(&self, job: Uuid, by: Attribution) -> Result<()>;
    /// Plans a purge of every site, where none waits.
    async fn plan_purges(&self, now: DateTime<Utc>) -> Result<()>;
    /// Plans that every site's boxes are sealed again, with the seal of this id.
    async fn plan_reseals(&self, seal: u32, by: Attribution) -> Result<()>;
    /// Plans that boxes are sealed again where an older seal closed some, or where `old_photos` names the site.
    async fn plan_missing_reseals(&self, seal: u32, old_photos: Vec<SiteId>, now: DateTime<Utc>) -> Result<()>;
    /// Seals again what an older seal closed of a site's records: identifiers, kept answers, payloads of open jobs.
    async fn reseal_site(&self, site: SiteId, now: DateTime<Utc>) -> Result<()>;
    /// Changes whenever jobs were made or changed.
    fn job_changes(&self) -> watch::Receiver<u64>;
}
