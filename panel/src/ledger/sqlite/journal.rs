//! The writer's connection. It writes each batch of records in one transaction.

use std::path::Path;

use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;
use rusqlite::Connection;

use super::known_events::KnownEvents;
use super::{append, load, schema};
use crate::building::{Record, Result, State, StoreFailure};
use crate::keys::Keys;
use crate::ledger::ports::Journal;

/// A journal in a database file.
pub(super) struct SqliteJournal {
    pub(super) connection: Connection,
    pub(super) known_events: KnownEvents,
    epoch: i64,
}

impl SqliteJournal {
    /// Opens the file under a new epoch.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let connection = schema::open_for_writing(path)?;
        let epoch = connection.query_row(
            "UPDATE journal SET value = value + 1 WHERE name = 'epoch' RETURNING value",
            (),
            |row| row.get(0),
        )?;
        let known_events = KnownEvents::read(&connection, path)?;
        Ok(Self { connection, known_events, epoch })
    }

    fn check_epoch(&self) -> Result<()> {
        let mut read = self.connection.prepare_cached("SELECT value FROM journal WHERE name = 'epoch'")?;
        if read.query_row((), |row| row.get::<_, i64>(0))? == self.epoch {
            return Ok(());
        }
        Err(StoreFailure::new("another service has opened this database; stop one of the two").into())
    }
}

impl Journal for SqliteJournal {
    fn load(&mut self, keys: &Keys, now: DateTime<Utc>, state: &mut State) -> Result<()> {
        load::state(&self.connection, keys, now, state)
    }

    fn begin(&mut self) -> Result<()> {
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute(())?;
        self.check_epoch()
    }

    fn append(&mut self, records: &[Record]) -> Result<()> {
        append::records(&self.connection, records)?;
        for record in records {
            if let Record::Entry(entry) = record
                && let (Some(panel), Some(event_id)) = (entry.panel, &entry.event_id)
            {
                self.known_events.add(entry.site, panel, event_id);
            }
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<()> {
        self.connection.prepare_cached("COMMIT")?.execute(())?;
        Ok(())
    }

    fn roll_back(&mut self) {
        // A disk that is full or fails may have rolled the transaction back already.
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "cannot roll back");
        }
    }

    fn tidy(&mut self) -> Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()))?;
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        self.known_events.stop();
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
        Ok(())
    }
}

/// A site's id as a key; empty where there is no site.
pub(super) fn site_or_none(site: Option<&SiteId>) -> &[u8] {
    site.map_or(&[], |site| site.0.as_bytes())
}
