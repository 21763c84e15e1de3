//! Connections that only read, lent to one question at a time.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use super::schema::open_for_reading;
use crate::building::{Directory, Result, StoreFailure};
use crate::keys::Keys;

/// Questions answered at the same time; others wait.
const AT_ONCE: usize = 4;

/// What a question may use.
pub(super) struct Reader<'a> {
    /// In one read transaction: all it reads is of one moment.
    pub(super) connection: &'a Connection,
    pub(super) keys: &'a Keys,
    directory: &'a RwLock<Directory>,
}

impl Reader<'_> {
    pub(super) fn directory<T>(&self, ask: impl FnOnce(&Directory) -> T) -> T {
        ask(&self.directory.read().unwrap_or_else(PoisonError::into_inner))
    }
}

pub struct Readers {
    pool: Arc<ReaderPool>,
    permits: Arc<Semaphore>,
}

struct ReaderPool {
    path: PathBuf,
    keys: Arc<Keys>,
    directory: Arc<RwLock<Directory>>,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(super) fn new(path: PathBuf, keys: Arc<Keys>, directory: Arc<RwLock<Directory>>) -> Self {
        let pool = ReaderPool { path, keys, directory, idle: Mutex::new(Vec::new()) };
        Self { pool: Arc::new(pool), permits: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Asks a question away from the runtime's threads.
    pub(super) async fn ask<T, F>(&self, question: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Reader<'_>) -> Result<T> + Send + 'static,
    {
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|_| StoreFailure::new("the ledger was closed"))?;
        let pool = Arc::clone(&self.pool);
        let asked = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            pool.ask(question)
        });
        asked.await.unwrap_or_else(|error| Err(StoreFailure::caused_by("a question stopped", error).into()))
    }

    pub(super) fn close(&self) {
        self.permits.close();
        self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl ReaderPool {
    fn ask<T>(&self, question: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => open_for_reading(&self.path)?,
        };
        let answer = {
            let moment = connection.unchecked_transaction()?;
            question(&Reader { connection: &moment, keys: &self.keys, directory: &self.directory })?
        };
        // One whose question failed is not lent again.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        Ok(answer)
    }
}
