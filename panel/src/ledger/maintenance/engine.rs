//! Purges in small acts, and the state of health.

use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;

use crate::building::{self, Actor, Attribution, Outcome};
use crate::ledger::engine::LedgerEngine;
use crate::ledger::ports::Lists;
use crate::ledger::{Health, Maintenance, PurgeReport, Result, StoreFailure};

#[async_trait]
impl<L: Lists> Maintenance for LedgerEngine<L> {
    async fn purge(&self, now: DateTime<Utc>) -> Result<PurgeReport> {
        let sites: Vec<SiteId> = self.directory(|directory| directory.sites().map(|site| site.id).collect());
        let mut all = PurgeReport::default();
        for site in sites {
            let purged = self.purge_site(site, now).await?;
            all.entries += purged.entries;
            all.passes += purged.passes;
            all.photos.extend(purged.photos);
        }
        Ok(all)
    }

    async fn purge_site(&self, site: SiteId, now: DateTime<Utc>) -> Result<PurgeReport> {
        let mut all = PurgeReport::default();
        loop {
            self.act(now, |act| Ok(building::add_up(act))).await?;
            let (purged, more) = self.act(now, move |act| building::purge_some(act, site)).await?;
            all.entries += purged.entries;
            all.passes += purged.passes;
            all.photos.extend(purged.photos);
            if !more {
                return Ok(all);
            }
        }
    }

    async fn health(&self) -> Result<Health> {
        let nobody = Attribution { actor: Actor::Service, at: DateTime::UNIX_EPOCH };
        let asked = self.carry_out(nobody, true, |act| {
            let (live_passes, attacked) = (act.state.live_passes() as u64, act.state.sites_under_attack());
            Ok(Outcome::unchanged((live_passes, attacked, act.state.open_jobs())))
        });
        let (live_passes, sites_under_attack, (jobs_waiting, jobs_given_up)) = asked.await?;
        let count = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Ok(Health {
            live_passes,
            waiting: count(&self.counters.waiting),
            commits: count(&self.counters.commits),
            failed_commits: count(&self.counters.failed_commits),
            operations: count(&self.counters.acts),
            jobs_waiting,
            jobs_given_up,
            sites_under_attack,
        })
    }

    async fn close(&self) -> Result<()> {
        // The writer ends when nobody can ask it any more, and what is waiting is done.
        drop(self.orders.lock().unwrap_or_else(PoisonError::into_inner).take());
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.lists.close();
        let Some(writer) = writer else { return Ok(()) };
        let joined = tokio::task::spawn_blocking(move || writer.join()).await;
        match joined {
            Ok(Ok(())) => Ok(()),
            _ => Err(StoreFailure::new("the writer did not end in good order").into()),
        }
    }
}
