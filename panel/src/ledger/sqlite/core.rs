//! What the writer owns, and what a transaction means to it.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use gatepass_core::id::{SiteId, UnitId};
use gatepass_core::share::Language;
use rusqlite::Connection;
use tokio::sync::broadcast;

use super::columns::to_millis;
use super::directory::Directory;
use super::live::Live;
use super::queue::{Job, Kind};
use super::{fold, load};
use crate::keys::Keys;
use crate::ledger::{Changed, LedgerError, Result};

/// A change of the directory that waits for its commit.
pub(super) type Place = Box<dyn FnOnce(&mut Directory) + Send>;

pub(super) struct Core {
    pub(super) connection: Connection,
    pub(super) keys: Arc<Keys>,
    /// In which language a pass is named whose maker gave no name.
    pub(super) language: Language,
    pub(super) live: Live,
    /// Shared with readers; changes only after a commit.
    pub(super) directory: Arc<RwLock<Directory>>,
    pub(super) changes: broadcast::Sender<Changed>,
    /// The latest instant anybody has mentioned.
    now: DateTime<Utc>,
    /// Whether an operation has changed the memory and may still fail.
    ahead: bool,
    places: Vec<Place>,
    changed: Vec<Changed>,
    /// Whether the memory could not be read again after a failure, and must be before anything else is done.
    stale: bool,
}

impl Core {
    pub(super) fn open(
        connection: Connection,
        keys: Arc<Keys>,
        language: Language,
        directory: Arc<RwLock<Directory>>,
        changes: broadcast::Sender<Changed>,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let places = Directory::load(&connection)?;
        let live = load::live(&connection, &keys, &places, now)?;
        *directory.write().unwrap_or_else(PoisonError::into_inner) = places;
        Ok(Self {
            connection,
            keys,
            language,
            live,
            directory,
            changes,
            now,
            ahead: false,
            places: Vec::new(),
            changed: Vec::new(),
            stale: false,
        })
    }

    pub(super) fn begin(&mut self) -> Result<()> {
        if self.stale {
            self.reload()?;
        }
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute(())?;
        Ok(())
    }

    /// Runs an operation. An error is one of the whole transaction.
    pub(super) fn run(&mut self, job: &mut dyn Job) -> Result<()> {
        let savepoint = job.kind() != Kind::Single;
        if savepoint {
            self.connection.prepare_cached("SAVEPOINT operation")?.execute(())?;
        }
        let (places, changed) = (self.places.len(), self.changed.len());
        let done = job.run(self);
        if done.is_err() {
            self.places.truncate(places);
            self.changed.truncate(changed);
            if self.ahead {
                return Err(LedgerError::Unavailable("an operation failed half way".to_owned()));
            }
            if self.connection.is_autocommit() {
                // Out of space, or the disk failed: the database rolled everything back by itself.
                return Err(LedgerError::Unavailable("the database gave the transaction up".to_owned()));
            }
            if savepoint {
                self.connection.prepare_cached("ROLLBACK TO operation")?.execute(())?;
            }
        }
        if savepoint {
            self.connection.prepare_cached("RELEASE operation")?.execute(())?;
        }
        Ok(())
    }

    pub(super) fn commit(&mut self) -> Result<()> {
        self.connection.prepare_cached("COMMIT")?.execute(())?;
        if !self.places.is_empty() {
            let mut directory = self.directory.write().unwrap_or_else(PoisonError::into_inner);
            for place in self.places.drain(..) {
                place(&mut directory);
            }
        }
        Ok(())
    }

    /// Undoes the transaction, in memory too.
    pub(super) fn roll_back(&mut self) {
        self.places.clear();
        self.changed.clear();
        if !self.connection.is_autocommit()
            && let Err(error) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!(%error, "cannot roll back");
        }
        if let Err(error) = self.reload() {
            tracing::error!(%error, "cannot read the memory again from disk; nothing is decided until this works");
            self.stale = true;
        }
    }

    fn reload(&mut self) -> Result<()> {
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        let places = Directory::load(&self.connection)?;
        self.live = load::live(&self.connection, &self.keys, &places, self.now)?;
        *self.directory.write().unwrap_or_else(PoisonError::into_inner) = places;
        (self.stale, self.ahead) = (false, false);
        Ok(())
    }

    /// Whether the memory is what would be read from disk.
    pub(super) fn memory_equals_disk(&self) -> Result<bool> {
        let places = Directory::load(&self.connection)?;
        let read = load::live(&self.connection, &self.keys, &places, self.now)?;
        let mut live = self.live.clone();
        live.forget_old(self.now);
        Ok(live.same_as(&read, self.now))
    }

    /// The instant of an operation, as fine as the database keeps it.
    pub(super) fn at(&mut self, now: DateTime<Utc>) -> DateTime<Utc> {
        let now = to_millis(now);
        self.now = self.now.max(now);
        now
    }

    /// The directory changes so once the transaction is on disk.
    pub(super) fn after_commit(&mut self, place: impl FnOnce(&mut Directory) + Send + 'static) {
        self.places.push(Box::new(place));
    }

    /// Something of a unit, or of a whole site, changed.
    pub(super) fn note_change(&mut self, site: SiteId, unit: Option<UnitId>, seq: i64) {
        if self.changes.receiver_count() == 0 {
            return;
        }
        let earlier = self.changed.iter_mut().find(|changed| changed.site == site && changed.unit == unit);
        match earlier {
            Some(changed) => changed.seq = seq,
            None => self.changed.push(Changed { site, unit, seq }),
        }
    }

    /// Tells whoever listens. Only after the commit.
    pub(super) fn tell_of_changes(&mut self) {
        for changed in self.changed.drain(..) {
            // Nobody has to listen.
            let _ = self.changes.send(changed);
        }
    }

    /// From here on the operation changes the memory bit by bit: should it fail, the memory is read again.
    pub(super) fn memory_goes_ahead(&mut self) {
        self.ahead = true;
    }

    /// The operation can no longer fail.
    pub(super) fn memory_is_level(&mut self) {
        self.ahead = false;
    }

    /// Rows of the log that are not folded yet, at most.
    pub(super) fn unfolded(&self) -> i64 {
        self.live.last_seq - self.live.folded_seq
    }

    /// Folds the log in a transaction of its own.
    pub(super) fn fold(&mut self) -> Result<()> {
        if self.unfolded() == 0 {
            return Ok(());
        }
        self.begin()?;
        fold::fold(self)?;
        self.commit()
    }

    pub(super) fn checkpoint(&mut self) -> Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", (), |_| Ok(()))?;
        Ok(())
    }

    pub(super) fn truncate_log(&mut self) -> Result<()> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()))?;
        Ok(())
    }

    /// What the directory says. It stands still during a transaction.
    pub(super) fn places<T>(&self, ask: impl FnOnce(&Directory) -> T) -> T {
        ask(&self.directory.read().unwrap_or_else(PoisonError::into_inner))
    }
}
