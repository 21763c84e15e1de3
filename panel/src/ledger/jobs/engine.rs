//! Jobs: changed by acts.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;
use tokio::sync::watch;
use uuid::Uuid;

use crate::building::{self, Attribution};
use crate::ledger::engine::LedgerEngine;
use crate::ledger::ports::Lists;
use crate::ledger::{Job, JobResult, Jobs, Result};

#[async_trait]
impl<L: Lists> Jobs for LedgerEngine<L> {
    async fn jobs(&self, now: DateTime<Utc>) -> Result<Vec<Arc<Job>>> {
        self.act(now, |act| Ok(building::list_jobs(act))).await
    }

    async fn settle_job(&self, job: Uuid, result: JobResult, now: DateTime<Utc>) -> Result<()> {
        self.act(now, move |act| Ok(building::settle_job(act, job, result))).await
    }

    async fn retry_job(&self, job: Uuid, by: Attribution) -> Result<Arc<Job>> {
        self.act_by(by, move |act| building::retry_job(act, job)).await
    }

    async fn drop_job(&self, job: Uuid, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| building::drop_job(act, job)).await
    }

    async fn plan_purges(&self, now: DateTime<Utc>) -> Result<()> {
        self.act(now, |act| Ok(building::plan_purges(act))).await
    }

    async fn plan_reseals(&self, seal: u32, by: Attribution) -> Result<()> {
        self.act_by(by, move |act| Ok(building::plan_reseals(act, seal))).await
    }

    async fn plan_missing_reseals(&self, seal: u32, old_photos: Vec<SiteId>, now: DateTime<Utc>) -> Result<()> {
        self.act(now, move |act| building::plan_missing_reseals(act, seal, &old_photos)).await
    }

    async fn reseal_site(&self, site: SiteId, now: DateTime<Utc>) -> Result<()> {
        self.act(now, move |act| Ok(building::reseal_payloads(act, site))).await?;
        let mut answers = None;
        loop {
            answers = self.act(now, move |act| building::reseal_answers(act, site, answers)).await?;
            if answers.is_none() {
                break;
            }
        }
        let mut after = None;
        loop {
            let next = self.act(now, move |act| building::reseal_some(act, site, after)).await?;
            // Boxes that never open must not be tried again without end.
            if next.is_none() || next == after {
                return Ok(());
            }
            after = next;
        }
    }

    fn job_changes(&self) -> watch::Receiver<u64> {
        self.job_changes.subscribe()
    }
}
