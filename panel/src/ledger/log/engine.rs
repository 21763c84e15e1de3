//! The log: read from the lists.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::{EntryId, SiteId, UnitId};
use tokio::sync::broadcast;

use crate::ledger::engine::LedgerEngine;
use crate::ledger::ports::Lists;
use crate::ledger::{
    AuditEntry, ChangeNotice, ChangeSet, EntryView, ListPage, Log, LogQueries, PageRequest, Result, Scope,
};

#[async_trait]
impl<L: Lists> LogQueries for LedgerEngine<L> {
    async fn entries(&self, scope: Scope, page: PageRequest) -> Result<ListPage<EntryView>> {
        self.lists.entries(scope, page).await
    }

    async fn entry(&self, scope: Scope, entry: EntryId) -> Result<EntryView> {
        self.lists.entry(scope, entry).await
    }

    async fn changes(&self, unit: UnitId, since: i64, limit: usize, now: DateTime<Utc>) -> Result<ChangeSet> {
        self.lists.changes(unit, since, limit, now).await
    }

    async fn audit(&self, site: SiteId, page: PageRequest) -> Result<ListPage<AuditEntry>> {
        self.directory(|directory| directory.site(site).map(drop))?;
        self.lists.audit(site, page).await
    }
}

impl<L: Lists> Log for LedgerEngine<L> {
    fn subscribe(&self) -> broadcast::Receiver<ChangeNotice> {
        self.changes.subscribe()
    }
}
