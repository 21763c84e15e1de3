//! The ledger on SQLite: where it is kept, and what only it can get wrong.

use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::share::Language;
use gatepass_panel::keys::Keys;
use gatepass_panel::ledger::{Ledger, SqliteLedger};
use tempfile::TempDir;

use crate::suite::Backend;

/// A folder with a database.
pub(crate) struct Folder {
    folder: TempDir,
    keys: Arc<Keys>,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keys: Arc::new(Keys::generate()) }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("gatepass.db")
    }

    pub(crate) async fn sqlite(&self, now: DateTime<Utc>) -> Arc<SqliteLedger> {
        Arc::new(SqliteLedger::open(&self.path(), Arc::clone(&self.keys), Language::English, now).await.unwrap())
    }
}

#[async_trait]
impl Backend for Folder {
    fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys)
    }

    async fn open(&self, now: DateTime<Utc>) -> Arc<dyn Ledger> {
        self.sqlite(now).await
    }

    async fn after_a_kill(&self, now: DateTime<Utc>) -> (Arc<dyn Ledger>, Box<dyn Backend>) {
        let copy = Self { folder: tempfile::tempdir().unwrap(), keys: Arc::clone(&self.keys) };
        for suffix in ["", "-wal"] {
            let name = format!("{}{suffix}", self.path().display());
            if std::path::Path::new(&name).exists() {
                std::fs::copy(&name, format!("{}{suffix}", copy.path().display())).unwrap();
            }
        }
        let ledger = copy.sqlite(now).await;
        assert!(ledger.memory_equals_disk().await.unwrap());
        (ledger, Box::new(copy))
    }
}
